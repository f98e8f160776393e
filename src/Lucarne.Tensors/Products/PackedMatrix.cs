using System.Runtime.Intrinsics;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Products;

/// <summary>A weight matrix rounded and laid out once for products in bfloat16 or int8.</summary>
/// <remarks>
/// <code>
///   [block of 64 outputs][group of inputs][output of the block][input of the group]
/// </code>
/// A group is two bfloat16 or four signed bytes: what one lane of a dot-product instruction takes. Outputs are padded with zeros to a multiple of 64, inputs to a multiple of 32 (bfloat16) or 64 (int8).
/// It is the layout that oneDNN calls BA16a64b2a and BA16a64b4a, so the same memory serves both its kernels and the managed ones.
/// </remarks>
public sealed unsafe class PackedMatrix : IDisposable
{
    /// <summary>Outputs of a block.</summary>
    internal const int BlockRows = 64;

    private const int StripColumns = 256;
    private readonly NativeBuffer<byte> _data;
    private readonly NativeBuffer<float>? _scales;
    private readonly NativeBuffer<int>? _sums;

    /// <summary>Packs a matrix.</summary>
    /// <param name="source">Weights, [N, K], of any stored type.</param>
    /// <param name="precision"><see cref="ProductPrecision.BF16"/> or <see cref="ProductPrecision.I8"/>.</param>
    /// <param name="pool">Threads that share the work.</param>
    /// <param name="budget">Owner of the packed weights, <see cref="BytesOf"/> of them, and of 80 KB a thread meanwhile.</param>
    public PackedMatrix(in StoredMatrix source, ProductPrecision precision, ComputePool pool, MemoryBudget budget)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentOutOfRangeException.ThrowIfEqual((int)precision, (int)ProductPrecision.F32);
        Precision = precision;
        Rows = source.Rows;
        Columns = source.Columns;
        PaddedColumns = RoundUp(Columns, Padding(precision));
        _data = new NativeBuffer<byte>(budget, (long)RoundUp(Rows, BlockRows) * PaddedColumns * BytesOfElement(precision));
        if (precision == ProductPrecision.I8)
        {
            _scales = new NativeBuffer<float>(budget, RoundUp(Rows, BlockRows), cleared: true);
            _sums = new NativeBuffer<int>(budget, RoundUp(Rows, BlockRows), cleared: true);
        }

        using NativeBuffer<float> strips = new(budget, (long)pool.Threads * (BlockRows + 16) * StripColumns);
        pool.Run(new Packing(this, source, strips.Pointer), RoundUp(Rows, BlockRows) / BlockRows);
    }

    /// <summary>What the weights were rounded to.</summary>
    public ProductPrecision Precision { get; }

    /// <summary>Outputs, N.</summary>
    public int Rows { get; }

    /// <summary>Inputs, K.</summary>
    public int Columns { get; }

    /// <summary>Inputs with their padding.</summary>
    internal int PaddedColumns { get; }

    /// <summary>For int8, what a unit of each output's weights stands for.</summary>
    internal float* Scales => _scales!.Pointer;

    /// <summary>For int8, the sum of each output's weights.</summary>
    internal int* Sums => _sums!.Pointer;

    /// <summary>Bytes that a packed matrix of a given shape holds; 0 for <see cref="ProductPrecision.F32"/>, which is not packed.</summary>
    public static long BytesOf(int rows, int columns, ProductPrecision precision)
    {
        if (precision == ProductPrecision.F32)
        {
            return 0;
        }

        const int BufferBytes = 64;
        long padded = RoundUp(rows, BlockRows);
        long scales = precision == ProductPrecision.I8 ? (padded * (sizeof(float) + sizeof(int))) + (2 * BufferBytes) : 0;
        return (padded * RoundUp(columns, Padding(precision)) * BytesOfElement(precision)) + scales + BufferBytes;
    }

    /// <summary>Frees the packed weights.</summary>
    public void Dispose()
    {
        _data.Dispose();
        _scales?.Dispose();
        _sums?.Dispose();
    }

    internal static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    internal static int BytesOfElement(ProductPrecision precision) => precision == ProductPrecision.BF16 ? 2 : 1;

    /// <summary>Multiple to which rows of activations and the inputs of weights are padded.</summary>
    internal static int Padding(ProductPrecision precision) => precision == ProductPrecision.BF16 ? 32 : 64;

    /// <summary>First byte of the block of 64 outputs that a row is in.</summary>
    internal byte* Block(int row) => _data.Pointer + ((long)(row / BlockRows) * BlockRows * PaddedColumns * BytesOfElement(Precision));

    private sealed class Packing(PackedMatrix target, StoredMatrix source, float* strips) : IParallelWork
    {
        void IParallelWork.Run(int part, int worker)
        {
            float* panel = strips + ((long)worker * (BlockRows + 16) * StripColumns), strip = panel + (BlockRows * StripColumns);
            int row0 = part * BlockRows, rows = Math.Min(BlockRows, source.Rows - row0);
            byte* block = target.Block(row0);
            if (target.Precision == ProductPrecision.I8)
            {
                Scale(row0, rows, strip);
            }

            for (int column0 = 0; column0 < target.PaddedColumns; column0 += StripColumns)
            {
                int padded = Math.Min(StripColumns, target.PaddedColumns - column0), columns = Math.Clamp(source.Columns - column0, 0, padded);
                Widen(row0, rows, column0, columns, strip, panel);
                new Span<float>(panel + (columns * BlockRows), (padded - columns) * BlockRows).Clear();
                byte* target0 = block + ((long)column0 * BlockRows * BytesOfElement(target.Precision));
                if (target.Precision == ProductPrecision.BF16)
                {
                    PairsOfBF16(panel, padded, (uint*)target0);
                }
                else
                {
                    FoursOfBytes(panel, padded, row0, (uint*)target0);
                }
            }
        }

        // [columns][64 rows]
        private void Widen(int row0, int rows, int column0, int columns, float* strip, float* panel)
        {
            long rowBytes = source.Type.Bytes(source.Columns), offset = column0 / source.Type.BlockElements() * (long)source.Type.BlockBytes();
            for (int group = 0; group < BlockRows; group += 16)
            {
                int present = Math.Clamp(rows - group, 0, 16);
                for (int line = 0; line < present; line++)
                {
                    Widening.ToF32(source.Type, (byte*)source.Data + ((row0 + group + line) * rowBytes) + offset, columns, strip + (line * StripColumns));
                }

                Transpose.Into(strip, StripColumns, present, 16, columns, panel + group, BlockRows);
            }
        }

        private void Scale(int row0, int rows, float* strip)
        {
            long rowBytes = source.Type.Bytes(source.Columns);
            for (int row = row0; row < row0 + rows; row++)
            {
                float largest = 0;
                for (int column = 0; column < source.Columns; column += StripColumns)
                {
                    int count = Math.Min(StripColumns, source.Columns - column);
                    Widening.ToF32(source.Type, (byte*)source.Data + (row * rowBytes) + (column / source.Type.BlockElements() * (long)source.Type.BlockBytes()), count, strip);
                    largest = MathF.Max(largest, Narrowing.LargestMagnitude(strip, count));
                }

                target.Scales[row] = largest / Narrowing.LargestByte;
            }
        }

        private static void PairsOfBF16(float* panel, int columns, uint* pairs)
        {
            for (int column = 0; column < columns; column += 2, panel += 2 * BlockRows, pairs += BlockRows)
            {
                Narrowing.PairsOfBF16(panel, panel + BlockRows, BlockRows, pairs);
            }
        }

        private void FoursOfBytes(float* panel, int columns, int row0, uint* fours)
        {
            float* inverse = stackalloc float[BlockRows];
            for (int row = 0; row < BlockRows; row++)
            {
                float scale = target.Scales[row0 + row];
                inverse[row] = scale > 0 ? 1 / scale : 0;
            }

            Vector128<int> mask = Vector128.Create(255);
            for (int column = 0; column < columns; column += 4, panel += 4 * BlockRows)
            {
                for (int row = 0; row < BlockRows; row += 4, fours += 4)
                {
                    Vector128<float> factor = Vector128.Load(inverse + row);
                    Vector128<int> a = Narrowing.RoundToByte(Vector128.Load(panel + row) * factor), b = Narrowing.RoundToByte(Vector128.Load(panel + BlockRows + row) * factor);
                    Vector128<int> c = Narrowing.RoundToByte(Vector128.Load(panel + (2 * BlockRows) + row) * factor), d = Narrowing.RoundToByte(Vector128.Load(panel + (3 * BlockRows) + row) * factor);
                    ((a & mask) | ((b & mask) << 8) | ((c & mask) << 16) | (d << 24)).AsUInt32().Store(fours);
                    int* sums = target.Sums + row0 + row;
                    (Vector128.Load(sums) + a + b + c + d).Store(sums);
                }
            }
        }
    }
}
