using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Products;

/// <summary>Gives the rows or the columns of a product in packed panels: a matrix in memory, quantised weights, or the windows of a convolution.</summary>
internal unsafe interface IPanelSource
{
    /// <summary>Packs a panel as [depth][width]: element (k, i) is line <c>line0 + i</c> at inner position <c>k0 + k</c>; lines from <paramref name="lines"/> on are zero.</summary>
    /// <param name="line0">First row (or column) of the panel.</param>
    /// <param name="lines">Lines that exist, 1 to <paramref name="width"/>.</param>
    /// <param name="width">Lines of a panel.</param>
    /// <param name="k0">First inner position.</param>
    /// <param name="depth">Number of inner positions.</param>
    /// <param name="panel">Destination, depth · width floats.</param>
    void Pack(int line0, int lines, int width, int k0, int depth, float* panel);
}

/// <summary>Lines that lie one after the other in memory: element (line, k) is <c>data[line · stride + k]</c>.</summary>
internal readonly unsafe struct LinesSource(float* data, nint stride) : IPanelSource
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(int line0, int lines, int width, int k0, int depth, float* panel)
    {
        float* first = data + (line0 * stride) + k0;
        Transpose.Lines(first, stride, lines, width, depth, panel);
    }
}

/// <summary>Lines that lie across memory: element (line, k) is <c>data[k · stride + line]</c>.</summary>
internal readonly unsafe struct AcrossSource(float* data, nint stride) : IPanelSource
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(int line0, int lines, int width, int k0, int depth, float* panel)
    {
        float* source = data + (k0 * stride) + line0;
        for (int k = 0; k < depth; k++, source += stride, panel += width)
        {
            Unsafe.CopyBlockUnaligned(panel, source, (uint)lines * 4);
            for (int i = lines; i < width; i++)
            {
                panel[i] = 0;
            }
        }
    }
}

/// <summary>Lines of stored weights that widen to binary32 as they are packed: element (line, k) is number <c>line · length + k</c> of the tensor.</summary>
internal readonly unsafe struct StoredLinesSource(ElementType type, byte* data, int length) : IPanelSource
{
    private const int DepthOfStrip = 256;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(int line0, int lines, int width, int k0, int depth, float* panel)
    {
        int block = type.BlockElements();
        long lineBytes = type.Bytes(length);
        float* strip = stackalloc float[16 * DepthOfStrip];
        for (int k = 0; k < depth; k += DepthOfStrip)
        {
            int run = Math.Min(DepthOfStrip, depth - k);
            for (int i = 0; i < width; i += 16)
            {
                int present = Math.Clamp(lines - i, 0, 16), group = Math.Min(16, width - i);
                for (int line = 0; line < present; line++)
                {
                    byte* source = data + ((line0 + i + line) * lineBytes) + ((k0 + k) / block * type.BlockBytes());
                    Widening.ToF32(type, source, run, strip + (line * DepthOfStrip));
                }

                Transpose.Into(strip, DepthOfStrip, present, group, run, panel + (k * width) + i, width);
            }
        }
    }
}

/// <summary>Transposes lines into panels.</summary>
internal static unsafe class Transpose
{
    /// <summary>Writes [depth][width] from lines of <paramref name="stride"/> elements; missing lines are zero.</summary>
    public static void Lines(float* source, nint stride, int lines, int width, int depth, float* panel)
    {
        for (int i = 0; i < width; i += 16)
        {
            Into(source + (i * stride), stride, Math.Clamp(lines - i, 0, 16), Math.Min(16, width - i), depth, panel + i, width);
        }
    }

    /// <summary>Transposes up to 16 lines into a panel whose rows are <paramref name="panelStride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Into(float* source, nint stride, int lines, int width, int depth, float* panel, int panelStride)
    {
        int line = 0;
        if (Avx.IsSupported)
        {
            for (; line + 8 <= lines; line += 8)
            {
                int k = 0;
                for (; k + 8 <= depth; k += 8)
                {
                    Block8(source + (line * stride) + k, stride, panel + (k * panelStride) + line, panelStride);
                }

                for (; k < depth; k++)
                {
                    for (int i = 0; i < 8; i++)
                    {
                        panel[(k * panelStride) + line + i] = source[((line + i) * stride) + k];
                    }
                }
            }
        }

        if (Sse.IsSupported)
        {
            for (; line + 4 <= lines; line += 4)
            {
                int k = 0;
                for (; k + 4 <= depth; k += 4)
                {
                    Block4(source + (line * stride) + k, stride, panel + (k * panelStride) + line, panelStride);
                }

                for (; k < depth; k++)
                {
                    for (int i = 0; i < 4; i++)
                    {
                        panel[(k * panelStride) + line + i] = source[((line + i) * stride) + k];
                    }
                }
            }
        }

        for (; line < lines; line++)
        {
            for (int k = 0; k < depth; k++)
            {
                panel[(k * panelStride) + line] = source[(line * stride) + k];
            }
        }

        for (; line < width; line++)
        {
            for (int k = 0; k < depth; k++)
            {
                panel[(k * panelStride) + line] = 0;
            }
        }
    }

    // Pairs of lines are interleaved, then pairs of pairs, then the two halves of the register change places:
    //   a0 a1 a2 a3 | a4 …      a0 b0 a1 b1 | …      a0 b0 c0 d0 | …      a0 b0 c0 d0 e0 f0 g0 h0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block8(float* source, nint stride, float* target, nint targetStride)
    {
        Vector256<float> a = Vector256.Load(source), b = Vector256.Load(source + stride);
        Vector256<float> c = Vector256.Load(source + (2 * stride)), d = Vector256.Load(source + (3 * stride));
        Vector256<float> e = Vector256.Load(source + (4 * stride)), f = Vector256.Load(source + (5 * stride));
        Vector256<float> g = Vector256.Load(source + (6 * stride)), h = Vector256.Load(source + (7 * stride));
        Vector256<float> ab0 = Avx.UnpackLow(a, b), ab1 = Avx.UnpackHigh(a, b), cd0 = Avx.UnpackLow(c, d), cd1 = Avx.UnpackHigh(c, d);
        Vector256<float> ef0 = Avx.UnpackLow(e, f), ef1 = Avx.UnpackHigh(e, f), gh0 = Avx.UnpackLow(g, h), gh1 = Avx.UnpackHigh(g, h);
        Vector256<float> p0 = Avx.Shuffle(ab0, cd0, 0x44), p1 = Avx.Shuffle(ab0, cd0, 0xEE), p2 = Avx.Shuffle(ab1, cd1, 0x44), p3 = Avx.Shuffle(ab1, cd1, 0xEE);
        Vector256<float> q0 = Avx.Shuffle(ef0, gh0, 0x44), q1 = Avx.Shuffle(ef0, gh0, 0xEE), q2 = Avx.Shuffle(ef1, gh1, 0x44), q3 = Avx.Shuffle(ef1, gh1, 0xEE);
        Avx.Permute2x128(p0, q0, 0x20).Store(target);
        Avx.Permute2x128(p1, q1, 0x20).Store(target + targetStride);
        Avx.Permute2x128(p2, q2, 0x20).Store(target + (2 * targetStride));
        Avx.Permute2x128(p3, q3, 0x20).Store(target + (3 * targetStride));
        Avx.Permute2x128(p0, q0, 0x31).Store(target + (4 * targetStride));
        Avx.Permute2x128(p1, q1, 0x31).Store(target + (5 * targetStride));
        Avx.Permute2x128(p2, q2, 0x31).Store(target + (6 * targetStride));
        Avx.Permute2x128(p3, q3, 0x31).Store(target + (7 * targetStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block4(float* source, nint stride, float* target, nint targetStride)
    {
        Vector128<float> a = Vector128.Load(source), b = Vector128.Load(source + stride);
        Vector128<float> c = Vector128.Load(source + (2 * stride)), d = Vector128.Load(source + (3 * stride));
        Vector128<float> ab0 = Sse.UnpackLow(a, b), ab1 = Sse.UnpackHigh(a, b), cd0 = Sse.UnpackLow(c, d), cd1 = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(ab0, cd0).Store(target);
        Sse.MoveHighToLow(cd0, ab0).Store(target + targetStride);
        Sse.MoveLowToHigh(ab1, cd1).Store(target + (2 * targetStride));
        Sse.MoveHighToLow(cd1, ab1).Store(target + (3 * targetStride));
    }
}
