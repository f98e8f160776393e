using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lucarne.Tensors.Types;

/// <summary>Widens stored numbers to binary32. Every conversion is exact.</summary>
public static unsafe class Widening
{
    // A binary16's exponent field, moved to a binary32's place, is 112 too small.
    private const uint HalfRebias = (127u + 112u) << 23;
    private static readonly float[] E4M3 = MakeTable(exponentBits: 4, fractionBits: 3);
    private static readonly float[] E5M2 = MakeTable(exponentBits: 5, fractionBits: 2);

    /// <summary>Widens a run of elements.</summary>
    /// <param name="type">Stored type; <see cref="ElementType.I64"/> and <see cref="ElementType.I32"/> are rounded to nearest.</param>
    /// <param name="source">First byte of the stored elements; for a block format, of a block.</param>
    /// <param name="count">Number of elements; for a block format, a whole number of blocks.</param>
    /// <param name="destination"><paramref name="count"/> binary32 numbers.</param>
    public static void ToF32(ElementType type, byte* source, int count, float* destination)
    {
        switch (type)
        {
            case ElementType.F32:
                Buffer.MemoryCopy(source, destination, (long)count * 4, (long)count * 4);
                break;
            case ElementType.BF16:
                FromBF16((ushort*)source, count, destination);
                break;
            case ElementType.F16:
                FromF16((ushort*)source, count, destination);
                break;
            case ElementType.F8E4M3:
                FromTable(E4M3, source, count, destination);
                break;
            case ElementType.F8E5M2:
                FromTable(E5M2, source, count, destination);
                break;
            case ElementType.I8:
                for (int i = 0; i < count; i++)
                {
                    destination[i] = (sbyte)source[i];
                }

                break;
            case ElementType.I32:
                for (int i = 0; i < count; i++)
                {
                    destination[i] = ((int*)source)[i];
                }

                break;
            case ElementType.I64:
                for (int i = 0; i < count; i++)
                {
                    destination[i] = ((long*)source)[i];
                }

                break;
            case ElementType.Q8_0:
                FromQ8_0(source, count, destination);
                break;
            case ElementType.Q4_K:
                FromQ4_K(source, count, destination);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, null);
        }
    }

    /// <summary>Widens one binary16 given by its bits.</summary>
    public static float FromF16(ushort bits) => (float)BitConverter.UInt16BitsToHalf(bits);

    /// <summary>Widens one bfloat16 given by its bits.</summary>
    public static float FromBF16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    /// <summary>Rounds a binary32 to the nearest bfloat16, ties to even; a NaN stays one.</summary>
    public static ushort ToBF16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)((bits >> 16) | 0x40) : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    private static void FromBF16(ushort* source, int count, float* destination)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= count - 16; i += 16)
            {
                WidenBF16(Vector256.Load(source + i)).Store(destination + i);
            }
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= count - 8; i += 8)
            {
                (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(Vector128.Load(source + i));
                (low << 16).AsSingle().Store(destination + i);
                (high << 16).AsSingle().Store(destination + i + 4);
            }
        }

        for (; i < count; i++)
        {
            destination[i] = FromBF16(source[i]);
        }
    }

    private static void FromF16(ushort* source, int count, float* destination)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= count - 16; i += 16)
            {
                WidenF16(Vector256.Load(source + i)).Store(destination + i);
            }
        }

        for (; i < count; i++)
        {
            destination[i] = FromF16(source[i]);
        }
    }

    /// <summary>Sixteen bfloat16 to sixteen binary32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> WidenBF16(Vector256<ushort> bits)
    {
        (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(bits);
        return (Vector512.Create(low, high) << 16).AsSingle();
    }

    /// <summary>Sixteen binary16 to sixteen binary32: shift the fields into place, then let one product mend the exponent and the subnormals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> WidenF16(Vector256<ushort> bits)
    {
        (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(bits);
        Vector512<uint> wide = Vector512.Create(low, high);
        Vector512<uint> sign = (wide & Vector512.Create(0x8000u)) << 16;
        Vector512<uint> magnitude = (wide & Vector512.Create(0x7FFFu)) << 13;
        Vector512<float> value = magnitude.AsSingle() * Vector512.Create(HalfRebias).AsSingle();
        Vector512<uint> special = Vector512.GreaterThanOrEqual(magnitude, Vector512.Create(0x7C00u << 13));
        Vector512<uint> infinite = magnitude | Vector512.Create(0x7F800000u);
        return (Vector512.ConditionalSelect(special, infinite, value.AsUInt32()) | sign).AsSingle();
    }

    private static void FromTable(float[] table, byte* source, int count, float* destination)
    {
        for (int i = 0; i < count; i++)
        {
            destination[i] = table[source[i]];
        }
    }

    private static void FromQ8_0(byte* source, int count, float* destination)
    {
        for (int block = 0; block < count / 32; block++, source += 34, destination += 32)
        {
            float scale = FromF16(*(ushort*)source);
            for (int i = 0; i < 32; i++)
            {
                destination[i] = scale * (sbyte)source[2 + i];
            }
        }
    }

    // A super-block: binary16 scale d and minimum scale m, twelve bytes of eight packed (scale, minimum) pairs of six bits, 128 bytes of nibbles.
    // Element = d·scale·nibble − m·minimum; each 32 bytes of nibbles hold two groups of 32, low nibbles first (ggml, block_q4_K).
    private static void FromQ4_K(byte* source, int count, float* destination)
    {
        for (int block = 0; block < count / 256; block++, source += 144)
        {
            float d = FromF16(*(ushort*)source), m = FromF16(*(ushort*)(source + 2));
            byte* packed = source + 4;
            byte* nibbles = source + 16;
            for (int pair = 0; pair < 4; pair++, nibbles += 32)
            {
                for (int half = 0; half < 2; half++)
                {
                    int group = (2 * pair) + half;
                    int scale = group < 4 ? packed[group] & 63 : (packed[group + 4] & 15) | ((packed[group - 4] >> 6) << 4);
                    int minimum = group < 4 ? packed[group + 4] & 63 : (packed[group + 4] >> 4) | ((packed[group] >> 6) << 4);
                    float step = d * scale, offset = m * minimum;
                    for (int i = 0; i < 32; i++)
                    {
                        *destination++ = (step * ((nibbles[i] >> (4 * half)) & 15)) - offset;
                    }
                }
            }
        }
    }

    private static float[] MakeTable(int exponentBits, int fractionBits)
    {
        float[] table = new float[256];
        int bias = (1 << (exponentBits - 1)) - 1, top = (1 << exponentBits) - 1;
        for (int code = 0; code < 256; code++)
        {
            int exponent = (code >> fractionBits) & top, fraction = code & ((1 << fractionBits) - 1);
            bool e4M3NaN = exponentBits == 4 && (code & 0x7F) == 0x7F;
            double magnitude = exponent switch
            {
                0 => Math.ScaleB(fraction, 1 - bias - fractionBits),
                _ when e4M3NaN => double.NaN,
                _ when exponentBits == 5 && exponent == top => fraction == 0 ? double.PositiveInfinity : double.NaN,
                _ => Math.ScaleB(fraction + (1 << fractionBits), exponent - bias - fractionBits),
            };
            table[code] = (float)(code < 128 ? magnitude : -magnitude);
        }

        return table;
    }
}
