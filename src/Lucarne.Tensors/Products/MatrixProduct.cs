using System.Runtime.Intrinsics;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products.OneDnn;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Products;

/// <summary>Matrix products in binary32, packed, blocked and shared between the threads of a pool.</summary>
/// <remarks>
/// Each number of the result is one chain of fused multiply-adds within a block of <see cref="BlockedProduct{TKernel,TRows,TColumns}.DepthBlock"/> inner positions;
/// the blocks are added in order. The bits depend neither on the number of threads nor on the vector width.
/// One product at a time.
/// </remarks>
public sealed unsafe class MatrixProduct : IDisposable
{
    private readonly ProductScratch _scratch;
    private readonly LowPrecisionProduct _lowPrecision;

    /// <summary>Makes a product with its scratch memory.</summary>
    /// <param name="pool">Threads that share the work.</param>
    /// <param name="budget">Owner of the scratch memory: about 5 MB and 0.3 MB a thread; with packed weights, <see cref="PackedScratchBytes"/> more.</param>
    public MatrixProduct(ComputePool pool, MemoryBudget budget)
        : this(pool, budget, OneDnnLibrary.Present)
    {
    }

    internal MatrixProduct(ComputePool pool, MemoryBudget budget, OneDnnLibrary? oneDnn)
    {
        _scratch = new ProductScratch(pool, budget);
        _lowPrecision = new LowPrecisionProduct(pool, budget, _scratch, oneDnn);
    }

    /// <summary>What computes products of a precision on this machine, in words for a person.</summary>
    public static string Describe(ProductPrecision precision)
    {
        OneDnnLibrary? oneDnn = OneDnnLibrary.Present;
        bool served = oneDnn is not null && (precision == ProductPrecision.BF16 ? oneDnn.ServesBF16 : precision == ProductPrecision.I8 && oneDnn.ServesI8);
        return precision switch
        {
            _ when served => $"oneDNN ({oneDnn!.Instructions})",
            ProductPrecision.I8 => $"managed code ({Int8Product.KernelName})",
            _ => $"managed code ({(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)}-bit vectors, binary32)",
        };
    }

    /// <summary>Most scratch memory that products with packed weights take.</summary>
    /// <param name="rows">Rows of x.</param>
    /// <param name="columns">Inputs of the widest weights, K.</param>
    /// <param name="precision">Their precision.</param>
    /// <param name="threads">Threads.</param>
    public static long PackedScratchBytes(int rows, int columns, ProductPrecision precision, int threads) => LowPrecisionProduct.ScratchBytes(rows, columns, precision, threads);

    /// <summary>y = x · wᵀ + bias: a linear layer.</summary>
    /// <param name="x">Input, [rows, w.Columns].</param>
    /// <param name="xStride">Elements from one row of x to the next.</param>
    /// <param name="rows">Rows of x and of y; 0 or more.</param>
    /// <param name="w">Weights, [N, K], of any stored type.</param>
    /// <param name="bias">N numbers, or null.</param>
    /// <param name="y">Output, [rows, w.Rows]; it must not overlap x.</param>
    /// <param name="yStride">Elements from one row of y to the next.</param>
    public void Linear(float* x, nint xStride, int rows, in StoredMatrix w, float* bias, float* y, nint yStride)
    {
        LinesSource left = new(x, xStride);
        if (w.Type == ElementType.F32)
        {
            Run(left, new LinesSource((float*)w.Data, w.Columns), rows, w.Rows, w.Columns, bias, y, yStride);
        }
        else
        {
            Run(left, new StoredLinesSource(w.Type, (byte*)w.Data, w.Columns), rows, w.Rows, w.Columns, bias, y, yStride);
        }
    }

    /// <summary>y = x · wᵀ + bias with packed weights: x is rounded to their precision too.</summary>
    /// <param name="x">Input, [rows, w.Columns].</param>
    /// <param name="xStride">Elements from one row of x to the next.</param>
    /// <param name="rows">Rows of x and of y; 0 or more.</param>
    /// <param name="w">Weights, [N, K].</param>
    /// <param name="bias">N numbers, or null.</param>
    /// <param name="y">Output, [rows, w.Rows]; it must not overlap x.</param>
    /// <param name="yStride">Elements from one row of y to the next.</param>
    public void Linear(float* x, nint xStride, int rows, PackedMatrix w, float* bias, float* y, nint yStride)
    {
        ArgumentNullException.ThrowIfNull(w);
        _lowPrecision.Linear(x, xStride, rows, w, bias, y, yStride);
    }

    /// <summary>c = a · b, all in binary32.</summary>
    /// <param name="a">[rows, depth].</param>
    /// <param name="aStride">Elements from one row of a to the next.</param>
    /// <param name="b">[depth, columns].</param>
    /// <param name="bStride">Elements from one row of b to the next.</param>
    /// <param name="c">[rows, columns].</param>
    /// <param name="cStride">Elements from one row of c to the next.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="columns">Columns of b and c.</param>
    /// <param name="depth">Columns of a, rows of b.</param>
    public void Multiply(float* a, nint aStride, float* b, nint bStride, float* c, nint cStride, int rows, int columns, int depth) =>
        Run(new LinesSource(a, aStride), new AcrossSource(b, bStride), rows, columns, depth, null, c, cStride);

    /// <summary>Frees the scratch memory.</summary>
    public void Dispose()
    {
        _lowPrecision.Dispose();
        _scratch.Dispose();
    }

    internal void Run<TRows, TColumns>(TRows left, TColumns right, int rows, int columns, int depth, float* bias, float* c, nint cStride)
        where TRows : struct, IPanelSource
        where TColumns : struct, IPanelSource => Run(_scratch, left, right, rows, columns, depth, bias, c, cStride);

    internal static void Run<TRows, TColumns>(ProductScratch scratch, TRows left, TColumns right, int rows, int columns, int depth, float* bias, float* c, nint cStride)
        where TRows : struct, IPanelSource
        where TColumns : struct, IPanelSource
    {
        if (Vector512.IsHardwareAccelerated)
        {
            BlockedProduct<Kernel512, TRows, TColumns>.Run(scratch, left, right, rows, columns, depth, bias, c, cStride);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            BlockedProduct<Kernel256, TRows, TColumns>.Run(scratch, left, right, rows, columns, depth, bias, c, cStride);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            BlockedProduct<Kernel128, TRows, TColumns>.Run(scratch, left, right, rows, columns, depth, bias, c, cStride);
        }
        else
        {
            BlockedProduct<ReferenceKernel, TRows, TColumns>.Run(scratch, left, right, rows, columns, depth, bias, c, cStride);
        }
    }
}

/// <summary>Scratch memory of products: the packed rows that all threads read, and a block of packed columns for each thread.</summary>
internal sealed unsafe class ProductScratch : IDisposable
{
    /// <summary>Rows that are packed at one time.</summary>
    public const int RowChunk = 4080;

    /// <summary>Columns of a block: with <see cref="DepthBlock"/> they fill half of a 1 MB second-level cache.</summary>
    public const int ColumnBlock = 256;

    /// <summary>Inner positions of a block; a whole number of every stored block format.</summary>
    public const int DepthBlock = 256;

    private readonly NativeBuffer<float> _rows;
    private readonly NativeBuffer<float> _columns;

    public ProductScratch(ComputePool pool, MemoryBudget budget)
    {
        Pool = pool;
        _rows = new NativeBuffer<float>(budget, (RowChunk + 16) * DepthBlock);
        _columns = new NativeBuffer<float>(budget, (long)pool.Threads * ColumnBlock * DepthBlock);
    }

    public ComputePool Pool { get; }

    public float* Rows => _rows.Pointer;

    public float* Columns(int worker) => _columns.Pointer + ((long)worker * ColumnBlock * DepthBlock);

    public void Dispose()
    {
        _rows.Dispose();
        _columns.Dispose();
    }
}

/// <summary>The loops around a micro-kernel.</summary>
/// <remarks>
/// For each chunk of rows and each block of the inner dimension: the rows are packed in panels (shared), then each part packs one block of columns
/// into its thread's second-level cache and runs every panel of rows over it; a panel of rows stays in the first-level cache meanwhile.
/// The order of loops follows Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication (2008), with the roles of the two caches exchanged.
/// </remarks>
internal sealed unsafe class BlockedProduct<TKernel, TRows, TColumns> : IParallelWork
    where TKernel : struct, IMicroKernel
    where TRows : struct, IPanelSource
    where TColumns : struct, IPanelSource
{
    private const int PanelsPerPackingPart = 8;

    [ThreadStatic]
    private static BlockedProduct<TKernel, TRows, TColumns>? _reused;

    private ProductScratch _scratch = null!;
    private TRows _left;
    private TColumns _right;
    private int _columns;
    private int _row0;
    private int _rows;
    private int _k0;
    private int _depth;
    private bool _packing;
    private bool _last;
    private int _columnBlocks;
    private int _panelsPerPart;
    private float* _bias;
    private float* _c;
    private nint _cStride;

    public static void Run(ProductScratch scratch, TRows left, TColumns right, int rows, int columns, int depth, float* bias, float* c, nint cStride)
    {
        BlockedProduct<TKernel, TRows, TColumns> work = _reused ??= new();
        work._scratch = scratch;
        work._left = left;
        work._right = right;
        work._columns = columns;
        work._bias = bias;
        work._c = c;
        work._cStride = cStride;
        work.RunChunks(rows, depth);
        work._scratch = null!;
    }

    void IParallelWork.Run(int part, int worker)
    {
        if (_packing)
        {
            PackRows(part);
        }
        else
        {
            Compute(part, worker);
        }
    }

    private void RunChunks(int rows, int depth)
    {
        int chunk = ProductScratch.RowChunk / TKernel.Rows * TKernel.Rows;
        for (_row0 = 0; _row0 < rows; _row0 += chunk)
        {
            _rows = Math.Min(chunk, rows - _row0);
            int panels = CeilingDivide(_rows, TKernel.Rows);
            _columnBlocks = CeilingDivide(_columns, ProductScratch.ColumnBlock);

            _panelsPerPart = CeilingDivide(panels, RowParts(panels));
            int rowParts = CeilingDivide(panels, _panelsPerPart);
            for (_k0 = 0; _k0 < depth; _k0 += ProductScratch.DepthBlock)
            {
                _depth = Math.Min(ProductScratch.DepthBlock, depth - _k0);
                _last = _k0 + _depth == depth;
                _packing = true;
                _scratch.Pool.Run(this, CeilingDivide(panels, PanelsPerPackingPart));
                _packing = false;
                _scratch.Pool.Run(this, _columnBlocks * rowParts);
            }
        }
    }

    // Few blocks of columns leave threads without work, so rows are shared out too; but each part then packs its columns again,
    // so there are as few as give each thread two parts and leave none idle for more than a tenth of the time.
    private int RowParts(int panels)
    {
        const int PartsOfThread = 2;
        int threads = _scratch.Pool.Threads, parts = 1;
        if (threads == 1)
        {
            return 1;
        }

        while (parts < panels && (_columnBlocks * parts < PartsOfThread * threads || 10 * CeilingDivide(_columnBlocks * parts, threads) * threads > 11 * _columnBlocks * parts))
        {
            parts++;
        }

        return parts;
    }

    private void PackRows(int part)
    {
        int width = TKernel.Rows;
        int end = Math.Min(CeilingDivide(_rows, width), (part + 1) * PanelsPerPackingPart);
        for (int panel = part * PanelsPerPackingPart; panel < end; panel++)
        {
            int row = panel * width;
            _left.Pack(_row0 + row, Math.Min(width, _rows - row), width, _k0, _depth, _scratch.Rows + ((long)row * _depth));
        }
    }

    private void Compute(int part, int worker)
    {
        int height = TKernel.Rows, width = TKernel.Columns;
        int column0 = part % _columnBlocks * ProductScratch.ColumnBlock;
        int columns = Math.Min(ProductScratch.ColumnBlock, _columns - column0);
        int row = part / _columnBlocks * _panelsPerPart * height;
        int rowEnd = Math.Min(_rows, row + (_panelsPerPart * height));
        float* packed = _scratch.Columns(worker);
        for (int column = 0; column < columns; column += width)
        {
            _right.Pack(column0 + column, Math.Min(width, columns - column), width, _k0, _depth, packed + ((long)column * _depth));
        }

        float* edge = stackalloc float[height * width];
        bool accumulate = _k0 > 0;
        for (; row < rowEnd; row += height)
        {
            float* a = _scratch.Rows + ((long)row * _depth);
            int tileRows = Math.Min(height, _rows - row);
            for (int column = 0; column < columns; column += width)
            {
                float* b = packed + ((long)column * _depth);
                float* c = _c + ((_row0 + row) * _cStride) + column0 + column;
                int tileColumns = Math.Min(width, columns - column);
                if (tileRows == height && tileColumns == width)
                {
                    TKernel.Tile(a, b, _depth, c, _cStride, accumulate);
                }
                else
                {
                    TKernel.Tile(a, b, _depth, edge, width, accumulate: false);
                    StoreEdge(edge, width, tileRows, tileColumns, c, accumulate);
                }

                if (_last && _bias is not null)
                {
                    AddBias(c, tileRows, tileColumns, _bias + column0 + column);
                }
            }
        }
    }

    private void StoreEdge(float* edge, int edgeStride, int rows, int columns, float* c, bool accumulate)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float* target = c + (row * _cStride) + column;
                float value = edge[(row * edgeStride) + column];
                *target = accumulate ? value + *target : value;
            }
        }
    }

    private void AddBias(float* c, int rows, int columns, float* bias)
    {
        for (int row = 0; row < rows; row++)
        {
            float* line = c + (row * _cStride);
            int column = 0;
            for (; column <= columns - Vector256<float>.Count; column += Vector256<float>.Count)
            {
                (Vector256.Load(line + column) + Vector256.Load(bias + column)).Store(line + column);
            }

            for (; column < columns; column++)
            {
                line[column] += bias[column];
            }
        }
    }

    private static int CeilingDivide(int value, int divisor) => (value + divisor - 1) / divisor;
}
