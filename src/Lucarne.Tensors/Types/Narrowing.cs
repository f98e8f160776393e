using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lucarne.Tensors.Types;

/// <summary>Rounds binary32 to bfloat16 and to bytes, to nearest, ties to even.</summary>
internal static unsafe class Narrowing
{
    /// <summary>Largest magnitude of a quantised number: −128 is not used, so that a number and its negative round alike.</summary>
    public const int LargestByte = 127;

    /// <summary>What a byte of quantised activations adds to the number it stands for, so that it has no sign.</summary>
    public const int ByteOffset = 128;

    /// <summary>Rounds to bfloat16 and leaves it in the upper half of each lane; the lower half is of no meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> RoundToBF16(Vector128<float> value)
    {
        Vector128<uint> bits = value.AsUInt32();
        Vector128<uint> rounded = bits + Vector128.Create(0x7FFFu) + ((bits >> 16) & Vector128<uint>.One);
        return Vector128.ConditionalSelect(Vector128.Equals(value, value).AsUInt32(), rounded, bits | Vector128.Create(0x400000u));
    }

    /// <summary>Rounds to whole numbers of at most <see cref="LargestByte"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> RoundToByte(Vector128<float> value) =>
        Vector128.ConvertToInt32(Vector128.Round(Vector128.Min(Vector128.Max(value, Vector128.Create(-(float)LargestByte)), Vector128.Create((float)LargestByte))));

    /// <summary>Rounds two runs of numbers to bfloat16 and lays them side by side: the first in the lower halves of the pairs.</summary>
    /// <param name="low">Numbers.</param>
    /// <param name="high">As many.</param>
    /// <param name="count">How many, a multiple of 4.</param>
    /// <param name="pairs">As many pairs.</param>
    public static void PairsOfBF16(float* low, float* high, int count, uint* pairs)
    {
        for (int i = 0; i < count; i += 4)
        {
            ((RoundToBF16(Vector128.Load(high + i)) & Vector128.Create(0xFFFF0000u)) | (RoundToBF16(Vector128.Load(low + i)) >> 16)).Store(pairs + i);
        }
    }

    /// <summary>Rounds a run of numbers to bfloat16.</summary>
    public static void ToBF16(float* source, int count, ushort* destination)
    {
        int i = 0;
        for (; i <= count - 8; i += 8)
        {
            Vector128<uint> low = RoundToBF16(Vector128.Load(source + i)) >> 16, high = RoundToBF16(Vector128.Load(source + i + 4)) >> 16;
            Vector128.Narrow(low, high).Store(destination + i);
        }

        for (; i < count; i++)
        {
            destination[i] = Widening.ToBF16(source[i]);
        }
    }

    /// <summary>Quantises a row of numbers with one scale: byte = round(number / scale) + <see cref="ByteOffset"/>.</summary>
    /// <param name="source">Numbers.</param>
    /// <param name="count">How many.</param>
    /// <param name="destination">As many bytes.</param>
    /// <returns>The scale: the largest magnitude / <see cref="LargestByte"/>.</returns>
    public static float ToBytes(float* source, int count, byte* destination)
    {
        float scale = LargestMagnitude(source, count) / LargestByte, inverse = scale > 0 ? 1 / scale : 0;
        Vector128<float> factor = Vector128.Create(inverse);
        Vector128<int> offset = Vector128.Create(ByteOffset);
        int i = 0;
        for (; i <= count - 16; i += 16)
        {
            Vector128<int> a = RoundToByte(Vector128.Load(source + i) * factor) + offset, b = RoundToByte(Vector128.Load(source + i + 4) * factor) + offset;
            Vector128<int> c = RoundToByte(Vector128.Load(source + i + 8) * factor) + offset, d = RoundToByte(Vector128.Load(source + i + 12) * factor) + offset;
            Vector128.Narrow(Vector128.Narrow(a, b).AsUInt16(), Vector128.Narrow(c, d).AsUInt16()).Store(destination + i);
        }

        for (; i < count; i++)
        {
            destination[i] = (byte)(MathF.Round(Math.Clamp(source[i] * inverse, -LargestByte, LargestByte)) + ByteOffset);
        }

        return scale;
    }

    /// <summary>Largest magnitude of a run of numbers; 0 of none.</summary>
    public static float LargestMagnitude(float* source, int count)
    {
        Vector128<float> largest = Vector128<float>.Zero;
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            largest = Vector128.Max(largest, Vector128.Abs(Vector128.Load(source + i)));
        }

        float result = MathF.Max(MathF.Max(largest[0], largest[1]), MathF.Max(largest[2], largest[3]));
        for (; i < count; i++)
        {
            result = MathF.Max(result, MathF.Abs(source[i]));
        }

        return result;
    }
}
