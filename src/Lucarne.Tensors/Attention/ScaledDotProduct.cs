using System.Runtime.Intrinsics;
using Lucarne.Tensors.Lanes;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Products.OneDnn;
using Lucarne.Tensors.Threading;

namespace Lucarne.Tensors.Attention;

/// <summary>Where the rows of one operand of attention lie: row i of head h is <c>Data + i·RowStride + h·HeadStride</c>, contiguous over the head's dimension.</summary>
/// <param name="Data">First number.</param>
/// <param name="RowStride">Numbers from one token to the next.</param>
/// <param name="HeadStride">Numbers from one head to the next.</param>
public readonly unsafe record struct HeadRows(nint Data, nint RowStride, nint HeadStride)
{
    internal float* Head(int head) => (float*)Data + (head * HeadStride);
}

/// <summary>Attention by blocks with a running softmax: out = softmax(scale · q kᵀ + bias) v, without ever holding the whole matrix of scores.</summary>
/// <remarks>
/// The scores are made transposed, [keys][queries], so that they come out of the first product in the very layout that the second takes,
/// and the softmax runs down the lanes without a sum across them (running maximum and sum after Milakov and Gimelshein 2018; blocks after Dao 2022).
/// The bits depend on neither the number of threads nor, exponential and products being lane-exact, on the vector width's order of summation within a block.
/// </remarks>
public sealed unsafe class ScaledDotProduct : IDisposable
{
    private readonly ComputePool _pool;
    private readonly MemoryBudget _budget;
    private readonly OneDnnLibrary? _oneDnn;
    private NativeBuffer<float>? _scratch;
    private BF16Attention? _bf16;

    /// <summary>Makes the operation; scratch memory is taken on first use: about 2·keys·(headSize + 12) floats and 0.5 MB a thread.</summary>
    public ScaledDotProduct(ComputePool pool, MemoryBudget budget)
        : this(pool, budget, OneDnnLibrary.Present)
    {
    }

    internal ScaledDotProduct(ComputePool pool, MemoryBudget budget, OneDnnLibrary? oneDnn)
    {
        _oneDnn = oneDnn;
        _pool = pool;
        _budget = budget;
    }

    /// <summary>Runs attention over all heads.</summary>
    /// <param name="query">[queries, heads, headSize].</param>
    /// <param name="key">[keys, heads, headSize].</param>
    /// <param name="value">[keys, heads, headSize].</param>
    /// <param name="output">[queries, heads, headSize]; it may be the query's memory, because a head's queries are read before they are written.</param>
    /// <param name="queries">Number of queries.</param>
    /// <param name="keys">Number of keys, at least 1.</param>
    /// <param name="heads">Number of heads.</param>
    /// <param name="headSize">Numbers a head.</param>
    /// <param name="scale">Factor of the scores.</param>
    /// <param name="bias">Added to the scaled scores, [heads, keys, queries] (transposed), or null.</param>
    /// <param name="precision">Precision of the two products: anything less than binary32 is bfloat16, where oneDNN is there for it and there is no bias; else binary32.</param>
    public void Run(in HeadRows query, in HeadRows key, in HeadRows value, in HeadRows output, int queries, int keys, int heads, int headSize, float scale, float* bias = null, ProductPrecision precision = ProductPrecision.F32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keys, 1);
        if (precision != ProductPrecision.F32 && bias is null && _oneDnn is { ServesBF16: true })
        {
            _bf16 ??= new BF16Attention(_pool, _oneDnn, _budget);
            Reserve((BF16Attention.ScratchBytes(_pool.Threads, keys, headSize) / sizeof(float)) + 1);
            if (_bf16.TryRun(_scratch!.Pointer, query, key, value, output, queries, keys, heads, headSize, scale))
            {
                return;
            }
        }

        if (Vector512.IsHardwareAccelerated)
        {
            Run<Kernel512, Lanes512>(query, key, value, output, queries, keys, heads, headSize, scale, bias);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<Kernel256, Lanes256>(query, key, value, output, queries, keys, heads, headSize, scale, bias);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Run<Kernel128, Lanes128>(query, key, value, output, queries, keys, heads, headSize, scale, bias);
        }
        else
        {
            Run<ReferenceKernel, Lanes1>(query, key, value, output, queries, keys, heads, headSize, scale, bias);
        }
    }

    /// <summary>Frees the scratch memory.</summary>
    public void Dispose()
    {
        _bf16?.Dispose();
        _scratch?.Dispose();
    }

    internal void Run<TKernel, TLanes>(in HeadRows query, in HeadRows key, in HeadRows value, in HeadRows output, int queries, int keys, int heads, int headSize, float scale, float* bias)
        where TKernel : struct, IMicroKernel
        where TLanes : struct, ILanes<TLanes>
    {
        Reserve(AttentionWork<TKernel, TLanes>.ScratchFloats(_pool.Threads, keys, headSize));
        AttentionWork<TKernel, TLanes>.Run(_pool, _scratch!.Pointer, query, key, value, output, queries, keys, heads, headSize, scale, bias);
    }

    private void Reserve(long floats)
    {
        if (_scratch is null || _scratch.Length < floats)
        {
            _scratch?.Dispose();
            _scratch = null;
            _scratch = new NativeBuffer<float>(_budget, floats);
        }
    }
}
