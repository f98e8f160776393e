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
    /// <summary>
    /// How kernels are compiled: fully at their first call, and apart from their callers. The compiler inlines only so much into one method,
    /// and a kernel inside another would leave its own helpers as calls.
    /// </summary>
    public const MethodImplOptions Kernel = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

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

    /// <summary>The lesser; for NaN either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float a, float b) => float.MinNative(a, b);

    /// <summary>The greater; for NaN either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float a, float b) => float.MaxNative(a, b);

    /// <summary>Next whole number at or above; the argument fits an int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Up(float x) => float.ConvertToIntegerNative<int>(MathF.Ceiling(x));

    /// <summary>Next whole number at or below; the argument fits an int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Down(float x) => float.ConvertToIntegerNative<int>(MathF.Floor(x));

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

    /// <summary>1 / √x for x &gt; 0, relative error below 2e-3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF RoughInverseSqrt(VF x)
    {
        VF y = Vector.AsVectorSingle(new VI(0x5F375A86) - Vector.ShiftRightArithmetic(Vector.AsVectorInt32(x), 1));
        return y * (F(1.5f) - (x * F(0.5f) * y * y));
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

    /// <summary>Lanes whose column, counted from that of the first, lies in 0…<paramref name="columns"/> − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI Within(int column, int columns)
    {
        VI at = VI.Indices + new VI(column);
        return Vector.GreaterThanOrEqual(at, VI.Zero) & Vector.LessThan(at, new VI(columns));
    }

    /// <summary>A bit for each lane of a mask, the first lane's lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(VI mask) =>
        VF.Count == 8 ? mask.AsVector256().ExtractMostSignificantBits()
        : VF.Count == 16 ? (uint)mask.AsVector512().ExtractMostSignificantBits()
        : mask.AsVector128().ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI ToInt(VF x) => Vector.ConvertToInt32Native(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI FloorToInt(VF x) => Vector.ConvertToInt32Native(Vector.Floor(x));

    /// <summary>values[index] for each lane.</summary>
    /// <remarks>Plain loads: on several makers' processors they outrun the gather instruction.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Gather(float* values, VI index)
    {
        if (VF.Count == 8)
        {
            Vector256<int> i = index.AsVector256();
            return Gather8(values, i).AsVector();
        }

        if (VF.Count == 16)
        {
            Vector512<int> i = index.AsVector512();
            return Vector512.Create(Gather8(values, i.GetLower()), Gather8(values, i.GetUpper())).AsVector();
        }

        Vector128<int> j = index.AsVector128();
        return Vector128.Create(values[j.GetElement(0)], values[j.GetElement(1)], values[j.GetElement(2)], values[j.GetElement(3)]).AsVector();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI Gather(int* values, VI index) => Vector.AsVectorInt32(Gather((float*)values, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Gather8(float* values, Vector256<int> index)
    {
        Vector128<int> low = index.GetLower(), high = index.GetUpper();
        return Vector256.Create(
            Vector128.Create(values[low.GetElement(0)], values[low.GetElement(1)], values[low.GetElement(2)], values[low.GetElement(3)]),
            Vector128.Create(values[high.GetElement(0)], values[high.GetElement(1)], values[high.GetElement(2)], values[high.GetElement(3)]));
    }

    /// <summary>Splits twice as many values as there are lanes into those at even and at odd places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(float* from, out VF even, out VF odd) => Split(Vector.Load(from), Vector.Load(from + VF.Count), out even, out odd);

    /// <inheritdoc cref="Split(float*, out VF, out VF)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(VF a, VF b, out VF even, out VF odd)
    {
        if (VF.Count == 8)
        {
            // a0 a2 a4 a6 · a1 a3 a5 a7, likewise b; then the halves are put together
            Vector256<int> order = Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7);
            Vector256<float> p = Vector256.Shuffle(a.AsVector256(), order), q = Vector256.Shuffle(b.AsVector256(), order);
            even = Vector256.Create(p.GetLower(), q.GetLower()).AsVector();
            odd = Vector256.Create(p.GetUpper(), q.GetUpper()).AsVector();
        }
        else if (VF.Count == 16)
        {
            if (Avx512F.IsSupported)
            {
                even = Avx512F.PermuteVar16x32x2(a.AsVector512(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b.AsVector512()).AsVector();
                odd = Avx512F.PermuteVar16x32x2(a.AsVector512(), Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b.AsVector512()).AsVector();
                return;
            }

            Vector512<int> order = Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15);
            Vector512<float> p = Vector512.Shuffle(a.AsVector512(), order), q = Vector512.Shuffle(b.AsVector512(), order);
            even = Vector512.Create(p.GetLower(), q.GetLower()).AsVector();
            odd = Vector512.Create(p.GetUpper(), q.GetUpper()).AsVector();
        }
        else
        {
            Vector128<int> order = Vector128.Create(0, 2, 1, 3);
            Vector128<float> p = Vector128.Shuffle(a.AsVector128(), order), q = Vector128.Shuffle(b.AsVector128(), order);
            even = Vector128.Create(p.GetLower(), q.GetLower()).AsVector();
            odd = Vector128.Create(p.GetUpper(), q.GetUpper()).AsVector();
        }
    }

    /// <summary>Half-size values for columns that start at an even one: the value at or left of each column, and the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Twice(float* from, out VF left, out VF right)
    {
        if (VF.Count == 8)
        {
            Vector256<float> v = Vector256.Load(from);
            left = Vector256.Shuffle(v, Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3)).AsVector();
            right = Vector256.Shuffle(v, Vector256.Create(1, 1, 2, 2, 3, 3, 4, 4)).AsVector();
        }
        else if (VF.Count == 16)
        {
            Vector512<float> v = Vector512.Load(from);
            left = Vector512.Shuffle(v, Vector512.Create(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7)).AsVector();
            right = Vector512.Shuffle(v, Vector512.Create(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8)).AsVector();
        }
        else
        {
            Vector128<float> v = Vector128.Load(from);
            left = Vector128.Shuffle(v, Vector128.Create(0, 0, 1, 1)).AsVector();
            right = Vector128.Shuffle(v, Vector128.Create(1, 1, 2, 2)).AsVector();
        }
    }

    /// <summary>
    /// A row of twice the resolution, interpolated with weights ¼ and ¾: <paramref name="from"/> points at the half-size value left of
    /// the first lane's own, and lanes start at an even column. Lane i lies between values (i + 1) / 2 and (i + 1) / 2 + 1 of it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Widen(float* from)
    {
        VF left, right;
        if (VF.Count == 8)
        {
            Vector256<float> v = Vector256.Load(from);
            left = Vector256.Shuffle(v, Vector256.Create(0, 1, 1, 2, 2, 3, 3, 4)).AsVector();
            right = Vector256.Shuffle(v, Vector256.Create(1, 2, 2, 3, 3, 4, 4, 5)).AsVector();
        }
        else if (VF.Count == 16)
        {
            Vector512<float> v = Vector512.Load(from);
            left = Vector512.Shuffle(v, Vector512.Create(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8)).AsVector();
            right = Vector512.Shuffle(v, Vector512.Create(1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9)).AsVector();
        }
        else
        {
            Vector128<float> v = Vector128.Load(from);
            left = Vector128.Shuffle(v, Vector128.Create(0, 1, 1, 2)).AsVector();
            right = Vector128.Shuffle(v, Vector128.Create(1, 2, 2, 3)).AsVector();
        }

        VF t = Select(Vector.Equals(VI.Indices & VI.One, VI.One), F(0.25f), F(0.75f));
        return Lerp(left, right, t);
    }
}
