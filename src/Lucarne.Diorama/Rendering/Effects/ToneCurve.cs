using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Linear radiance to display values, after AgX: colours are mixed a little, pressed through a film curve in stops, and unmixed.</summary>
/// <remarks>Bright colours lose saturation instead of turning to another hue. 0.18 shows as mid-grey; white is about five stops above it.</remarks>
internal static class ToneCurve
{
    private const float LowestStop = -12.47393f;
    private const float HighestStop = 4.026069f;

    /// <summary>Stops that lift the scene before the curve, which is steeper than the base look.</summary>
    private const float Exposure = 0.85f;

    /// <summary>Saturation that the film look takes back after the curve.</summary>
    private const float Punch = 1.45f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 Apply(V3 c)
    {
        c = new V3(Max(c.X, VF.Zero), Max(c.Y, VF.Zero), Max(c.Z, VF.Zero));
        V3 mixed = new(
            V3.Dot(c, new Vector3(0.842479062f, 0.0784336f, 0.0792237f)),
            V3.Dot(c, new Vector3(0.0423282f, 0.878468636f, 0.0791661f)),
            V3.Dot(c, new Vector3(0.0423756f, 0.0784336f, 0.879142973f)));
        V3 pressed = new(Curve(mixed.X), Curve(mixed.Y), Curve(mixed.Z));
        VF luma = V3.Dot(pressed, new Vector3(0.2126f, 0.7152f, 0.0722f));
        pressed = V3.Lerp(new V3(luma, luma, luma), pressed, F(Punch));
        V3 shown = new(
            V3.Dot(pressed, new Vector3(1.19687900f, -0.0980208811f, -0.0990297433f)),
            V3.Dot(pressed, new Vector3(-0.0528968517f, 1.15190312f, -0.0989611768f)),
            V3.Dot(pressed, new Vector3(-0.0529716355f, -0.0980434306f, 1.15107367f)));
        return new V3(Saturate(shown.X), Saturate(shown.Y), Saturate(shown.Z));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Curve(VF value)
    {
        VF x = Saturate((Log2(Max(value, F(1e-10f))) - F(LowestStop - Exposure)) * F(1f / (HighestStop - LowestStop)));
        VF p = Fma(x, F(15.5f), F(-40.14f));
        p = Fma(x, p, F(31.96f));
        p = Fma(x, p, F(-6.868f));
        p = Fma(x, p, F(0.4298f));
        p = Fma(x, p, F(0.1191f));
        VF y = Saturate(Fma(x, p, F(-0.00232f)));
        y *= Vector.SquareRoot(y);
        return Fma(y, y * (F(0.9f) - (y * F(0.6f))), y * F(0.7f));
    }
}
