using System.Numerics;
using System.Runtime.CompilerServices;
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

    /// <summary>Display values 0…1 of linear radiance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(VF red, VF green, VF blue, out VF r, out VF g, out VF b)
    {
        red = Max(red, VF.Zero);
        green = Max(green, VF.Zero);
        blue = Max(blue, VF.Zero);
        r = Curve(Mix(red, green, blue, 0.842479062f, 0.0784336f, 0.0792237f));
        g = Curve(Mix(red, green, blue, 0.0423282f, 0.878468636f, 0.0791661f));
        b = Curve(Mix(red, green, blue, 0.0423756f, 0.0784336f, 0.879142973f));
        VF luma = Mix(r, g, b, 0.2126f, 0.7152f, 0.0722f);
        r = Lerp(luma, r, F(Punch));
        g = Lerp(luma, g, F(Punch));
        b = Lerp(luma, b, F(Punch));
        VF shownRed = Mix(r, g, b, 1.19687900f, -0.0980208811f, -0.0990297433f);
        VF shownGreen = Mix(r, g, b, -0.0528968517f, 1.15190312f, -0.0989611768f);
        VF shownBlue = Mix(r, g, b, -0.0529716355f, -0.0980434306f, 1.15107367f);
        r = Saturate(shownRed);
        g = Saturate(shownGreen);
        b = Saturate(shownBlue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Mix(VF r, VF g, VF b, float red, float green, float blue) => Fma(r, F(red), Fma(g, F(green), b * F(blue)));

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
