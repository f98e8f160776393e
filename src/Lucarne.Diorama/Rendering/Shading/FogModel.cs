using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Haze that thins with height, lit by sky and sun.</summary>
internal sealed class FogModel
{
    /// <summary>Distance at which the dome of the sky counts as lying, metres.</summary>
    public const float SkyDistanceM = 1500f;

    private float _density;
    private float _perHeight;
    private Vector3 _colour;
    private Vector3 _sun;
    private Vector3 _sunDirection;

    public bool Any => _density > 0;

    public void Prepare(Fog fog, SkyModel sky, float lensHeightM)
    {
        float height = float.IsFinite(fog.HeightM) ? Math.Max(0.05f, fog.HeightM) : 30f;
        float density = float.IsFinite(fog.DensityPerM) ? Math.Clamp(fog.DensityPerM, 0, 10) : 0;
        _density = density * MathF.Exp(-Math.Clamp(lensHeightM / height, -4f, 60f));
        _perHeight = 1f / height;
        _colour = Vector3.Clamp(fog.Colour, Vector3.Zero, new Vector3(100));
        _sun = sky.SunColour * (sky.Studio ? 0f : 0.22f);
        _sunDirection = sky.SunDirection;
    }

    /// <summary>Share of light that comes through over a stretch; <paramref name="direction"/> is unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VF Transmittance(V3 direction, VF distance)
    {
        VF rise = direction.Y * distance * F(_perHeight);
        rise = Max(rise, F(-8f));
        VF mean = (VF.One - Exp(-rise)) / Select(Vector.LessThan(Vector.Abs(rise), F(1e-3f)), VF.One, rise);
        mean = Select(Vector.LessThan(Vector.Abs(rise), F(1e-3f)), VF.One, mean);
        return Exp(F(-_density) * distance * mean);
    }

    /// <summary>Radiance of thick fog seen along a direction: its colour, and the sun's light scattered forward.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V3 InScatter(V3 direction)
    {
        VF away = VF.One - V3.Dot(direction, _sunDirection);
        VF phase = Fma(Exp2(away * F(-3.5f)), F(0.6f), Exp2(away * F(-22f)));
        return V3.AddScaled(new V3(_colour), _sun, phase);
    }
}
