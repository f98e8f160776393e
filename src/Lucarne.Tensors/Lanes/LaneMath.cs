using System.Runtime.CompilerServices;

namespace Lucarne.Tensors.Lanes;

/// <summary>Functions over lanes, made of operations that round the same at every width.</summary>
internal static class LaneMath
{
    private const float Lowest = -87.33654f;
    private const float Highest = 88.02969f;

    /// <summary>e to the power of x, within 2 units in the last place; 0 below −87.3, and 2^127 at most.</summary>
    /// <remarks>x = n·ln 2 + r with |r| ≤ ln 2 / 2; ln 2 in two parts after Cody and Waite; the polynomial is that of Cephes, expf.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, ILanes<T>
    {
        T bounded = T.Min(T.Create(Highest), T.Max(T.Create(Lowest), x));
        T n = T.Round(bounded * T.Create(1.44269504f));
        T r = T.MultiplyAdd(n, T.Create(-0.693359375f), bounded);
        r = T.MultiplyAdd(n, T.Create(2.12194440e-4f), r);
        T p = T.MultiplyAdd(T.Create(1.9875691500e-4f), r, T.Create(1.3981999507e-3f));
        p = T.MultiplyAdd(p, r, T.Create(8.3334519073e-3f));
        p = T.MultiplyAdd(p, r, T.Create(4.1665795894e-2f));
        p = T.MultiplyAdd(p, r, T.Create(1.6666665459e-1f));
        p = T.MultiplyAdd(p, r, T.Create(5.0000001201e-1f));
        p = T.MultiplyAdd(p, r * r, r) + T.Create(1f);
        return T.WhereLess(x, T.Create(Lowest), T.Create(0f), p * T.PowerOfTwo(n));
    }

    /// <summary>x / (1 + e^−x): SiLU, the sigmoid linear unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SiLU<T>(T x)
        where T : struct, ILanes<T> => x / (T.Create(1f) + Exp(T.Create(0f) - x));

    /// <summary>GELU by its tanh approximation: ½x(1 + tanh(√(2/π)(x + 0.044715x³))), computed as x · sigmoid of twice the argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T GeluTanh<T>(T x)
        where T : struct, ILanes<T>
    {
        T inner = T.MultiplyAdd(x * x, T.Create(0.044715f * 1.5957691216f), T.Create(1.5957691216f)) * x;
        return x / (T.Create(1f) + Exp(T.Create(0f) - inner));
    }
}
