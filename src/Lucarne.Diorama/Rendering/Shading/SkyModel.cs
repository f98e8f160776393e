using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Light that comes from the sky: its smooth part by direction and roughness, for surfaces and reflections.</summary>
internal sealed class SkyModel
{
    private Vector3 _zenith;
    private Vector3 _horizon;
    private Vector3 _ground;
    private Vector3 _glow;
    private Vector3 _up;
    private Vector3 _side;
    private Vector3 _down;

    public Sky Sky { get; private set; } = new();

    public Vector3 SunDirection { get; private set; }

    /// <summary>Irradiance of the sun or moon on a facing surface.</summary>
    public Vector3 SunColour { get; private set; }

    public bool Studio => Sky.Studio;

    public void Prepare(Sky sky)
    {
        Sky = sky;
        SunDirection = View.Normalise(sky.SunDirection, Vector3.UnitY);
        SunColour = Clean(sky.SunColour);
        float flash = float.IsFinite(sky.Lightning) ? Math.Clamp(sky.Lightning, 0, 1) : 0;
        Vector3 flashColour = new Vector3(0.75f, 0.8f, 1f) * flash;
        float overcast = Math.Clamp(sky.CloudCover, 0, 1);
        _zenith = Clean(sky.ZenithColour);
        _horizon = Clean(sky.HorizonColour);
        Vector3 cloud = (_horizon * 0.55f) + (_zenith * 0.25f);
        _zenith = Vector3.Lerp(_zenith, cloud, 0.55f * overcast * overcast) + (flashColour * 0.8f);
        _horizon += flashColour * 0.5f;
        _ground = Clean(sky.GroundColour) + (flashColour * 0.1f);
        _glow = sky.Studio ? Vector3.Zero : Clean(sky.GlowColour) * (1 - (0.7f * overcast));

        // Means of the dome's radiance over the hemispheres that face up, aside and down
        _up = (_horizon * 0.45f) + (_zenith * 0.55f) + (_glow * 0.25f);
        _side = (_horizon * 0.42f) + (_zenith * 0.13f) + (_ground * 0.45f) + (_glow * 0.15f);
        _down = _ground;
    }

    /// <summary>Mean radiance of the dome over the hemisphere around a normal: a white surface shows it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V3 Ambient(V3 n)
    {
        VF up = Max(n.Y, VF.Zero), down = Max(-n.Y, VF.Zero);
        V3 light = V3.Lerp(new V3(_side), new V3(_up), up);
        light = V3.Lerp(light, new V3(_down), down);
        VF towards = Fma(V3.Dot(n, SunDirection), F(0.5f), F(0.5f));
        return V3.AddScaled(light, _glow, towards * towards * F(0.55f));
    }

    /// <summary>Radiance of the smooth dome in a direction, blurred by roughness 0…1: gradient, haze and glow, without disc, clouds or stars.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V3 Dome(V3 d, VF roughness)
    {
        if (Studio)
        {
            VF rise = SmoothStep(-0.15f, 0.9f, d.Y);
            return V3.Lerp(new V3(_horizon), new V3(_zenith), rise);
        }

        VF low = VF.One - Saturate(d.Y);
        VF low2 = low * low;
        VF haze = Lerp(low2 * low2, low2, roughness * F(0.6f));
        V3 sky = V3.Lerp(new V3(_zenith), new V3(_horizon), haze);

        VF away = VF.One - V3.Dot(d, SunDirection);
        VF wide = Exp2(away * F(-2.6f)), close = Exp2(away * Lerp(F(-26f), F(-5f), roughness));
        VF glow = Fma(wide, F(0.45f), close * Lerp(VF.One, F(0.45f), roughness)) * Fma(low2, F(0.55f), F(0.45f));
        sky = V3.AddScaled(sky, _glow, glow);
        VF edge = Fma(roughness, F(0.5f), F(0.02f));
        VF below = Saturate((-d.Y / edge * F(0.5f)) + (roughness * F(0.5f)));
        return V3.Lerp(sky, new V3(_ground), below);
    }

    private static Vector3 Clean(Vector3 v) => View.IsFinite(v) ? Vector3.Clamp(v, Vector3.Zero, new Vector3(1000)) : Vector3.Zero;
}
