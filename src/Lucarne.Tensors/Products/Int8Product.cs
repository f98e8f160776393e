using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Products;

/// <summary>Products of activations in unsigned bytes with a <see cref="PackedMatrix"/> in signed ones. The sums are exact, so every kernel gives the same bits.</summary>
internal static unsafe class Int8Product
{
    /// <summary>Most inputs whose sum of products cannot leave 32 bits.</summary>
    public const int MostColumns = int.MaxValue / (255 * Narrowing.LargestByte);

    /// <summary>What runs here: for a person who asks.</summary>
    public static string KernelName =>
        AvxVnni.IsSupported ? "AVX-VNNI, 256 bits" :
        Avx512BW.IsSupported ? "AVX-512BW by way of 16 bits" :
        Avx2.IsSupported ? "AVX2 by way of 16 bits" :
        "128-bit vectors";

    /// <summary>Computes a part of the result with the best kernel of this machine.</summary>
    /// <param name="x">Activations, [rows, stride] bytes, each <see cref="Narrowing.ByteOffset"/> too large; up to three bytes behind the last row are read, and count nothing.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="w">Weights.</param>
    /// <param name="column0">First column, a multiple of 64.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="scales">Scale of each row.</param>
    /// <param name="bias">Number a column, or null.</param>
    /// <param name="y">First number of the result.</param>
    /// <param name="yStride">Numbers from one row to the next.</param>
    public static void Run(byte* x, int stride, int rows, PackedMatrix w, int column0, int columns, float* scales, float* bias, float* y, nint yStride)
    {
        if (AvxVnni.IsSupported)
        {
            Run<Int8KernelVnni>(x, stride, rows, w, column0, columns, scales, bias, y, yStride);
        }
        else if (Avx512BW.IsSupported)
        {
            Run<Int8Kernel512>(x, stride, rows, w, column0, columns, scales, bias, y, yStride);
        }
        else if (Avx2.IsSupported)
        {
            Run<Int8Kernel256>(x, stride, rows, w, column0, columns, scales, bias, y, yStride);
        }
        else
        {
            Run<Int8Kernel128>(x, stride, rows, w, column0, columns, scales, bias, y, yStride);
        }
    }

    /// <summary>Computes a part of the result with a given kernel.</summary>
    public static void Run<TKernel>(byte* x, int stride, int rows, PackedMatrix w, int column0, int columns, float* scales, float* bias, float* y, nint yStride)
        where TKernel : struct, IInt8Kernel
    {
        int* tile = stackalloc int[TKernel.Rows * TKernel.Columns];
        byte** lines = stackalloc byte*[TKernel.Rows];
        int groups = (w.Columns + 3) / 4;
        for (int column = 0; column < columns; column += TKernel.Columns)
        {
            int first = column0 + column, present = Math.Min(TKernel.Columns, columns - column);
            sbyte* b = (sbyte*)w.Block(first) + (first % PackedMatrix.BlockRows * 4);
            for (int row = 0; row < rows; row += TKernel.Rows)
            {
                // Rows past the last are the last again, and are not kept.
                int kept = Math.Min(TKernel.Rows, rows - row);
                for (int i = 0; i < TKernel.Rows; i++)
                {
                    lines[i] = x + ((long)(row + Math.Min(i, kept - 1)) * stride);
                }

                TKernel.Tile(lines, b, groups, tile);
                for (int i = 0; i < kept; i++)
                {
                    Scale(tile + (i * TKernel.Columns), present, w.Sums + first, w.Scales + first, scales[row + i], bias is null ? null : bias + column, y + ((row + i) * yStride) + column);
                }
            }
        }
    }

    /// <summary>y = (sum − offset · sum of weights) · scale of the output · scale of the row + bias. The sums may lie where the result goes.</summary>
    public static void Scale(int* sums, int count, int* weightSums, float* weightScales, float scale, float* bias, float* y)
    {
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            Vector128<float> whole = Vector128.ConvertToSingle(Vector128.Load(sums + i) - (Vector128.Load(weightSums + i) * Narrowing.ByteOffset));
            Vector128<float> value = whole * (Vector128.Load(weightScales + i) * scale);
            (bias is null ? value : value + Vector128.Load(bias + i)).Store(y + i);
        }

        for (; i < count; i++)
        {
            float value = (float)(sums[i] - (weightSums[i] * Narrowing.ByteOffset)) * (weightScales[i] * scale);
            y[i] = bias is null ? value : value + bias[i];
        }
    }
}

/// <summary>The innermost loop of an int8 product.</summary>
internal unsafe interface IInt8Kernel
{
    /// <summary>Rows of a tile.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns of a tile; they divide 64.</summary>
    static abstract int Columns { get; }

    /// <summary>Computes a tile.</summary>
    /// <param name="a">The rows of activations, <see cref="Rows"/> pointers.</param>
    /// <param name="b">Weights: group g of column c is the four bytes at <c>b + 256·g + 4·c</c>.</param>
    /// <param name="groups">Groups of four inputs.</param>
    /// <param name="c">[Rows][Columns].</param>
    static abstract void Tile(byte** a, sbyte* b, int groups, int* c);
}
