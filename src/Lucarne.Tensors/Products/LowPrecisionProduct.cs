using System.Runtime.Intrinsics;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products.OneDnn;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Products;

/// <summary>Products with a <see cref="PackedMatrix"/>: the activations are rounded once a call, then oneDNN's kernels or the managed ones run over parts of the result.</summary>
/// <remarks>The parts do not depend on the number of threads, so the bits do not either. Between oneDNN and the managed kernels bfloat16 sums differ in their order; int8 sums are exact and the same.</remarks>
internal sealed unsafe class LowPrecisionProduct : IDisposable
{
    /// <summary>Rows of activations that are rounded at one time.</summary>
    public const int RowChunk = 1024;

    private const int RowsOfPart = 256, ColumnsOfPart = 256, RowsOfRoundingPart = 16, TileFloats = RowsOfPart * ColumnsOfPart;

    private readonly ComputePool _pool;
    private readonly MemoryBudget _budget;
    private readonly ProductScratch _scratch;
    private readonly OneDnnProducts? _oneDnn;
    private readonly Rounding _rounding;
    private readonly Work _work;
    private NativeBuffer<byte>? _activations;
    private NativeBuffer<float>? _scales;
    private NativeBuffer<float>? _tiles;

    public LowPrecisionProduct(ComputePool pool, MemoryBudget budget, ProductScratch scratch, OneDnnLibrary? oneDnn)
    {
        _pool = pool;
        _budget = budget;
        _scratch = scratch;
        _oneDnn = oneDnn is null ? null : new OneDnnProducts(oneDnn, pool.Threads, budget);
        _rounding = new Rounding(this);
        _work = new Work(this);
    }

    /// <summary>Bytes of scratch for products of up to a number of rows and inputs; that of oneDNN's own kernels is within it.</summary>
    public static long ScratchBytes(int rows, int columns, ProductPrecision precision, int threads) =>
        precision == ProductPrecision.F32 ? 0 : (Math.Min(rows, RowChunk) * (long)columns * PackedMatrix.BytesOfElement(precision)) + (RowChunk * sizeof(float)) + 256 + (threads * (long)(OneDnnProducts.ScratchBytesOfThread + (TileFloats * sizeof(float))));

    public void Linear(float* x, nint xStride, int rows, PackedMatrix w, float* bias, float* y, nint yStride)
    {
        Reserve((long)Math.Min(rows, RowChunk) * w.Columns * PackedMatrix.BytesOfElement(w.Precision), w.Precision);
        for (int row0 = 0; row0 < rows; row0 += RowChunk)
        {
            int count = Math.Min(RowChunk, rows - row0);
            float* source = x + (row0 * xStride), target = y + (row0 * yStride);
            _rounding.Set(source, xStride, count, w);
            _pool.Run(_rounding, (count + RowsOfRoundingPart - 1) / RowsOfRoundingPart);
            if (_oneDnn is not null && _oneDnn.Serves(w.Precision))
            {
                _work.Set(count, w, bias, target, yStride, library: true);
                if (_work.Prepare())
                {
                    _tiles ??= new NativeBuffer<float>(_budget, (long)_pool.Threads * TileFloats);
                    _pool.Run(_work, _work.Parts);
                    continue;
                }
            }

            RunManaged(count, w, bias, target, yStride);
        }
    }

    public void Dispose()
    {
        _oneDnn?.Dispose();
        _activations?.Dispose();
        _scales?.Dispose();
        _tiles?.Dispose();
    }

    private void RunManaged(int rows, PackedMatrix w, float* bias, float* y, nint yStride)
    {
        if (w.Precision == ProductPrecision.BF16)
        {
            MatrixProduct.Run(_scratch, new StoredLinesSource(ElementType.BF16, _activations!.Pointer, w.Columns), new PackedColumnsSource(w), rows, w.Rows, w.Columns, bias, y, yStride);
            return;
        }

        _work.Set(rows, w, bias, y, yStride, library: false);
        _pool.Run(_work, _work.Parts);
    }

    private void Reserve(long bytes, ProductPrecision precision)
    {
        if (_activations is null || _activations.Length < bytes)
        {
            _activations?.Dispose();
            _activations = null;
            _activations = new NativeBuffer<byte>(_budget, bytes);
        }

        if (precision == ProductPrecision.I8)
        {
            _scales ??= new NativeBuffer<float>(_budget, RowChunk);
        }
    }

    /// <summary>Rounds rows of activations.</summary>
    private sealed class Rounding(LowPrecisionProduct owner) : IParallelWork
    {
        private float* _x;
        private nint _xStride;
        private int _rows;
        private int _columns;
        private ProductPrecision _precision;

        public void Set(float* x, nint xStride, int rows, PackedMatrix w)
        {
            _x = x;
            _xStride = xStride;
            _rows = rows;
            _columns = w.Columns;
            _precision = w.Precision;
        }

        void IParallelWork.Run(int part, int worker)
        {
            int end = Math.Min(_rows, (part + 1) * RowsOfRoundingPart);
            for (int row = part * RowsOfRoundingPart; row < end; row++)
            {
                float* source = _x + (row * _xStride);
                if (_precision == ProductPrecision.BF16)
                {
                    Narrowing.ToBF16(source, _columns, (ushort*)owner._activations!.Pointer + ((long)row * _columns));
                }
                else
                {
                    owner._scales!.Pointer[row] = Narrowing.ToBytes(source, _columns, owner._activations!.Pointer + ((long)row * _columns));
                }
            }
        }
    }

    /// <summary>Parts of 256 rows by 256 columns of the result: by oneDNN, or in int8 by the managed kernel.</summary>
    private sealed class Work(LowPrecisionProduct owner) : IParallelWork
    {
        private PackedMatrix _w = null!;
        private int _rows;
        private float* _bias;
        private float* _y;
        private nint _yStride;
        private bool _library;
        private int _rowParts;

        public int Parts => _rowParts * ((_w.Rows + ColumnsOfPart - 1) / ColumnsOfPart);

        public void Set(int rows, PackedMatrix w, float* bias, float* y, nint yStride, bool library)
        {
            _rows = rows;
            _w = w;
            _bias = bias;
            _y = y;
            _yStride = yStride;
            _library = library;
            _rowParts = (rows + RowsOfPart - 1) / RowsOfPart;
        }

        /// <summary>Makes oneDNN's kernels for the shapes of the parts; false when it has none that is fast.</summary>
        public bool Prepare()
        {
            int parts = Parts;
            return Prepare(0) && Prepare(_rowParts - 1) && Prepare(parts - _rowParts) && Prepare(parts - 1);
        }

        void IParallelWork.Run(int part, int worker)
        {
            (int row0, int rows, int column0, int columns) = Bounds(part);
            float* y = _y + (row0 * _yStride) + column0, bias = _bias is null ? null : _bias + column0;
            byte* x = owner._activations!.Pointer + ((long)row0 * _w.Columns * PackedMatrix.BytesOfElement(_w.Precision));
            if (!_library)
            {
                Int8Product.Run(x, _w.Columns, rows, _w, column0, columns, owner._scales!.Pointer + row0, bias, y, _yStride);
                return;
            }

            float* tile = owner._tiles!.Pointer + ((long)worker * TileFloats);
            owner._oneDnn!.Run(Shape(rows, columns), worker, x, _w.Block(column0), tile);
            for (int row = 0; row < rows; row++, tile += columns, y += _yStride)
            {
                if (_w.Precision == ProductPrecision.BF16)
                {
                    AddBias(tile, columns, bias, y);
                }
                else
                {
                    Int8Product.Scale((int*)tile, columns, _w.Sums + column0, _w.Scales + column0, owner._scales!.Pointer[row0 + row], bias, y);
                }
            }
        }

        private static void AddBias(float* sums, int count, float* bias, float* y)
        {
            ReadOnlySpan<float> source = new(sums, count);
            Span<float> target = new(y, count);
            if (bias is null)
            {
                source.CopyTo(target);
                return;
            }

            int i = 0;
            for (; i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                (Vector256.Load(sums + i) + Vector256.Load(bias + i)).Store(y + i);
            }

            for (; i < count; i++)
            {
                y[i] = sums[i] + bias[i];
            }
        }

        private bool Prepare(int part)
        {
            (_, int rows, _, int columns) = Bounds(part);
            return owner._oneDnn!.Prepare(Shape(rows, columns));
        }

        private OneDnnShape Shape(int rows, int columns) => new(_w.Precision, rows, columns, _w.Columns);

        // Parts that follow one another share their columns, which stay in the cache.
        private (int Row0, int Rows, int Column0, int Columns) Bounds(int part)
        {
            int row0 = part % _rowParts * RowsOfPart, column0 = part / _rowParts * ColumnsOfPart;
            return (row0, Math.Min(RowsOfPart, _rows - row0), column0, Math.Min(ColumnsOfPart, _w.Rows - column0));
        }
    }
}
