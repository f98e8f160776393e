using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Radius of the blur disc by distance, in half-size pixels: positive behind the focus, negative before it.</summary>
/// <remarks>A thin lens of aperture A focused at F shows a point at w as a disc of diameter A·f·|1/F − 1/w| pixels, f the focal length in pixels.</remarks>
internal readonly struct Lens
{
    private readonly float _scale;
    private readonly float _focus;
    private readonly float _largest;
    private readonly float _sky;

    /// <summary>A lens that keeps <paramref name="stars"/> (0 none … 1) points.</summary>
    public Lens(Camera camera, in View view, float stars)
    {
        _sky = stars > 0 ? 0.12f : 1f;
        float aperture = float.IsFinite(camera.ApertureM) ? Math.Clamp(camera.ApertureM, 0, 10) : 0;
        float focus = float.IsFinite(camera.FocusDistanceM) ? Math.Max(camera.FocusDistanceM, 0.05f) : 5;
        _scale = aperture * view.Focal * 0.25f;
        _focus = 1 / focus;
        _largest = Math.Max(view.Width, view.Height) * 0.5f * 0.016f;
    }

    /// <summary>Anything can be out of focus.</summary>
    public bool Any => _scale * _focus > 0.3f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VF Blur(VF depth)
    {
        VF blur = Min(Max((F(_focus) - depth) * F(_scale), F(-_largest)), F(_largest));
        return Select(Vector.Equals(depth, VF.Zero), blur * F(_sky), blur);
    }
}
