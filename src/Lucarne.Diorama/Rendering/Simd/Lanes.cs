using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lucarne.Diorama.Rendering.Simd;

/// <summary>Arithmetic on as many lanes as the machine has: 4, 8 or 16 floats (128, 256 or 512 bits).</summary>
/// <remarks>
/// <see cref="Vector{T}"/> takes the machine's width when the code is compiled, so each kernel is written once.
/// Estimates that differ between processor makers (reciprocal, reciprocal root) are avoided: pictures are the same everywhere
/// but for the rounding of fused multiply-adds.
/// </remarks>
internal static unsafe class Lanes
{
    /// <summary>Lanes in a vector.</summary>
    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => VF.Count;
    }

    /// <summary>Buffers are padded to a multiple of this, the widest vector.</summary>
    public const int MaxWidth = 16;

    /// <summary>0, 1, 2 … as floats.</summary>
    public static VF Ramp
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector.ConvertToSingle(VI.Indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF F(float value) => new(value);

    /// <summary>a·b + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Fma(VF a, VF b, VF c) => Vector.MultiplyAddEstimate(a, b, c);

    /// <summary>a·b + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Fma(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Min(VF a, VF b) => Vector.MinNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Max(VF a, VF b) => Vector.MaxNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Saturate(VF x) => Vector.MinNative(Vector.MaxNative(x, VF.Zero), VF.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Lerp(VF a, VF b, VF t) => Fma(t, b - a, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Fract(VF x) => x - Vector.Floor(x);

    /// <summary>Where the mask is set, a; elsewhere b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Select(VI mask, VF a, VF b) => Vector.ConditionalSelect(mask, a, b);

    /// <summary>1 / √x for x &gt; 0, relative error below 1e-5; large but finite at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF InverseSqrt(VF x)
    {
        VF y = Vector.AsVectorSingle(new VI(0x5F375A86) - Vector.ShiftRightArithmetic(Vector.AsVectorInt32(x), 1));
        VF half = x * F(0.5f);
        y *= F(1.5f) - (half * y * y);
        y *= F(1.5f) - (half * y * y);
        return y;
    }

    /// <summary>3t² − 2t³ between the edges.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF SmoothStep(float edge0, float edge1, VF x)
    {
        VF t = Saturate((x - F(edge0)) * F(1f / (edge1 - edge0)));
        return t * t * (F(3f) - (t + t));
    }

    /// <summary>2^x, relative error below 2e-6; x is clamped to −126…126.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Exp2(VF x)
    {
        x = Min(Max(x, F(-126f)), F(126f));
        VF whole = Vector.Floor(x);
        VF f = x - whole;
        VF p = Fma(f, F(1.8775767e-3f), F(8.9893397e-3f));
        p = Fma(f, p, F(5.5826318e-2f));
        p = Fma(f, p, F(2.4015361e-1f));
        p = Fma(f, p, F(6.9315308e-1f));
        p = Fma(f, p, F(9.9999994e-1f));
        VI scale = Vector.ShiftLeft(Vector.ConvertToInt32Native(whole) + new VI(127), 23);
        return p * Vector.AsVectorSingle(scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Exp(VF x) => Exp2(x * F(1.44269504f));

    /// <summary>log₂ x for normal x &gt; 0, absolute error below 3e-5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Log2(VF x)
    {
        VI bits = Vector.AsVectorInt32(x);
        VF exponent = Vector.ConvertToSingle(Vector.ShiftRightArithmetic(bits, 23) - new VI(127));
        VF m = Vector.AsVectorSingle((bits & new VI(0x007FFFFF)) | new VI(0x3F800000));
        VF p = Fma(m, F(-3.4436006e-2f), F(3.1821337e-1f));
        p = Fma(m, p, F(-1.2315303f));
        p = Fma(m, p, F(2.5988452f));
        p = Fma(m, p, F(-3.3241990f));
        p = Fma(m, p, F(3.1157899f));
        return Fma(p, m - VF.One, exponent);
    }

    /// <summary>x^y for x ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Pow(VF x, VF y) => Exp2(y * Log2(Max(x, F(1e-20f))));

    /// <summary>sin(2π·turns), absolute error below 4e-4 (waves, wind and flicker).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF SinTurns(VF turns)
    {
        VF x = turns - Vector.Floor(turns + F(0.5f));
        VF y = x * (F(8f) - (F(16f) * Vector.Abs(x)));
        VF z = Fma(F(0.224f), (y * Vector.Abs(y)) - y, y);
        return z;
    }

    /// <summary>Well-mixed 32 bits of a lattice point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI Hash(VI x, VI y, VI z)
    {
        VI h = (x * new VI(unchecked((int)0x8DA6B343))) ^ (y * new VI(unchecked((int)0xD8163841))) ^ (z * new VI(unchecked((int)0xCB1AB31F)));
        h ^= Vector.ShiftRightLogical(h, 15);
        h *= new VI(unchecked((int)0x846CA68B));
        return h ^ Vector.ShiftRightLogical(h, 13);
    }

    /// <summary>Bits as a number in 0…1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Unit(VI bits) => Vector.ConvertToSingle(bits & new VI(0x00FFFFFF)) * F(1f / 0x00FFFFFF);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI ToInt(VF x) => Vector.ConvertToInt32Native(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI FloorToInt(VF x) => Vector.ConvertToInt32Native(Vector.Floor(x));

    /// <summary>values[index] for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Gather(float* values, VI index)
    {
        if (Avx2.IsSupported && VF.Count == 8)
        {
            return Avx2.GatherVector256(values, index.AsVector256(), 4).AsVector();
        }

        if (Avx2.IsSupported && VF.Count == 16)
        {
            Vector512<int> wide = index.AsVector512();
            return Vector512.Create(
                Avx2.GatherVector256(values, wide.GetLower(), 4),
                Avx2.GatherVector256(values, wide.GetUpper(), 4)).AsVector();
        }

        return GatherByLane(values, index);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static VF GatherByLane(float* values, VI index)
    {
        float* lanes = stackalloc float[MaxWidth];
        for (int i = 0; i < VF.Count; i++)
        {
            lanes[i] = values[index[i]];
        }

        return Vector.Load(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI Gather(int* values, VI index) => Vector.AsVectorInt32(Gather((float*)values, index));
}
