using Lucarne.Tensors.Lanes;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Threading;

namespace Lucarne.Tensors.Attention;

/// <summary>The loops of attention around a micro-kernel: one head at a time, its keys and values packed once, its queries shared between threads.</summary>
internal sealed unsafe class AttentionWork<TKernel, TLanes> : IParallelWork
    where TKernel : struct, IMicroKernel
    where TLanes : struct, ILanes<TLanes>
{
    // Keys of a block: with a head of 128 the block's keys and values take 240 KB of the second-level cache.
    private const int KeyTilesPerBlock = 20;

    // Panels of queries that share a block of keys while it is in the cache.
    private const int QueryPanelsPerPart = 4;

    private const int KeyPanelsPerPackingPart = 8;

    [ThreadStatic]
    private static AttentionWork<TKernel, TLanes>? _reused;

    private HeadRows _query;
    private HeadRows _key;
    private HeadRows _value;
    private HeadRows _output;
    private int _queries;
    private int _keys;
    private int _headSize;
    private int _head;
    private float _scale;
    private float* _bias;
    private float* _packedKeys;
    private float* _packedValues;
    private float* _workers;
    private bool _packing;

    private static int KeyBlock => KeyTilesPerBlock * TKernel.Rows;

    private int ValuePanels => CeilingDivide(_headSize, TKernel.Rows);

    public static long ScratchFloats(int threads, int keys, int headSize)
    {
        long keyPanels = CeilingDivide(keys, TKernel.Rows), valueRows = RoundUp(headSize, TKernel.Rows);
        return (keyPanels * TKernel.Rows * headSize) + (RoundUp(keys, KeyBlock) * (long)valueRows) + (threads * (long)WorkerFloats(headSize)) + 64;
    }

    public static void Run(ComputePool pool, float* scratch, in HeadRows query, in HeadRows key, in HeadRows value, in HeadRows output, int queries, int keys, int heads, int headSize, float scale, float* bias)
    {
        AttentionWork<TKernel, TLanes> work = _reused ??= new();
        work._query = query;
        work._key = key;
        work._value = value;
        work._output = output;
        work._queries = queries;
        work._keys = keys;
        work._headSize = headSize;
        work._scale = scale;
        work._workers = scratch;
        work._packedKeys = scratch + (pool.Threads * (long)WorkerFloats(headSize));
        work._packedValues = work._packedKeys + ((long)RoundUp(keys, TKernel.Rows) * headSize);
        int keyPanels = CeilingDivide(keys, TKernel.Rows), queryPanels = CeilingDivide(queries, TKernel.Columns);
        for (int head = 0; head < heads; head++)
        {
            work._head = head;
            work._bias = bias is null ? null : bias + (head * (long)keys * queries);
            work._packing = true;
            pool.Run(work, CeilingDivide(keyPanels, KeyPanelsPerPackingPart) + CeilingDivide(keys, KeyBlock));
            work._packing = false;
            pool.Run(work, CeilingDivide(queryPanels, QueryPanelsPerPart));
        }
    }

    void IParallelWork.Run(int part, int worker)
    {
        if (!_packing)
        {
            Attend(part, worker);
            return;
        }

        int keyParts = CeilingDivide(CeilingDivide(_keys, TKernel.Rows), KeyPanelsPerPackingPart);
        if (part < keyParts)
        {
            PackKeys(part);
        }
        else
        {
            PackValues(part - keyParts);
        }
    }

    // One worker's memory: for each of its query panels the packed queries, the output being summed, the maxima and the sums; and one block of scores.
    private static int WorkerFloats(int headSize) =>
        (QueryPanelsPerPart * TKernel.Columns * (headSize + RoundUp(headSize, TKernel.Rows) + 2)) + (KeyBlock * TKernel.Columns) + 64;

    private static int CeilingDivide(int value, int divisor) => (value + divisor - 1) / divisor;

    private static int RoundUp(int value, int multiple) => CeilingDivide(value, multiple) * multiple;

    private void PackKeys(int part)
    {
        LinesSource source = new(_key.Head(_head), _key.RowStride);
        int width = TKernel.Rows, end = Math.Min(_keys, (part + 1) * KeyPanelsPerPackingPart * width);
        for (int first = part * KeyPanelsPerPackingPart * width; first < end; first += width)
        {
            source.Pack(first, Math.Min(width, _keys - first), width, 0, _headSize, _packedKeys + ((long)first * _headSize));
        }
    }

    // A block of values is [value panel][keys of the block][Rows].
    private void PackValues(int block)
    {
        AcrossSource source = new(_value.Head(_head), _value.RowStride);
        int width = TKernel.Rows, first = block * KeyBlock, depth = Math.Min(KeyBlock, _keys - first);
        float* target = _packedValues + ((long)first * ValuePanels * width);
        for (int panel = 0; panel < ValuePanels; panel++)
        {
            source.Pack(panel * width, Math.Min(width, _headSize - (panel * width)), width, first, depth, target + ((long)panel * width * depth));
        }
    }

    private void Attend(int part, int worker)
    {
        int width = TKernel.Columns, valueRows = ValuePanels * TKernel.Rows;
        float* queries = _workers + (worker * (long)WorkerFloats(_headSize));
        float* sums = queries + (QueryPanelsPerPart * width * _headSize);
        float* maxima = sums + (QueryPanelsPerPart * width * valueRows);
        float* totals = maxima + (QueryPanelsPerPart * width);
        float* scores = totals + (QueryPanelsPerPart * width);
        int query0 = part * QueryPanelsPerPart * width, panels = Math.Min(QueryPanelsPerPart, CeilingDivide(_queries - query0, width));
        LinesSource source = new(_query.Head(_head), _query.RowStride);
        for (int panel = 0; panel < panels; panel++)
        {
            int first = query0 + (panel * width);
            source.Pack(first, Math.Min(width, _queries - first), width, 0, _headSize, queries + (panel * width * _headSize));
        }

        Fill(maxima, panels * width, float.NegativeInfinity);
        Fill(totals, panels * width, 0);
        for (int key0 = 0; key0 < _keys; key0 += KeyBlock)
        {
            int depth = Math.Min(KeyBlock, _keys - key0);
            for (int panel = 0; panel < panels; panel++)
            {
                float* packed = queries + (panel * width * _headSize);
                for (int key = 0; key < depth; key += TKernel.Rows)
                {
                    TKernel.Tile(_packedKeys + ((long)(key0 + key) * _headSize), packed, _headSize, scores + (key * width), width, accumulate: false);
                }

                float* sum = sums + (panel * width * valueRows);
                Softmax(scores, depth, query0 + (panel * width), key0, maxima + (panel * width), totals + (panel * width), sum, valueRows, first: key0 == 0);
                float* values = _packedValues + ((long)key0 * valueRows);
                for (int row = 0; row < valueRows; row += TKernel.Rows)
                {
                    TKernel.Tile(values + ((long)row * depth), scores, depth, sum + (row * width), width, accumulate: key0 > 0);
                }
            }
        }

        for (int panel = 0; panel < panels; panel++)
        {
            int first = query0 + (panel * width);
            WriteOutput(sums + (panel * width * valueRows), totals + (panel * width), first, Math.Min(width, _queries - first));
        }
    }

    // Turns a block of scores into weights relative to the new maximum, and brings what was summed before to the same maximum.
    private void Softmax(float* scores, int depth, int query0, int key0, float* maxima, float* totals, float* sums, int valueRows, bool first)
    {
        int width = TKernel.Columns;
        TLanes scale = TLanes.Create(_scale);
        for (int lane = 0; lane < width; lane += TLanes.Count)
        {
            float* column = scores + lane;
            TLanes old = TLanes.Load(maxima + lane), maximum = old;
            for (int key = 0; key < depth; key++)
            {
                TLanes score = TLanes.Load(column + (key * width)) * scale;
                if (_bias is not null)
                {
                    score += Bias(key0 + key, query0 + lane);
                }

                score.Store(column + (key * width));
                maximum = TLanes.Max(maximum, score);
            }

            TLanes total = TLanes.Create(0);
            for (int key = 0; key < depth; key++)
            {
                TLanes weight = LaneMath.Exp(TLanes.Load(column + (key * width)) - maximum);
                weight.Store(column + (key * width));
                total += weight;
            }

            maximum.Store(maxima + lane);
            if (first)
            {
                total.Store(totals + lane);
                continue;
            }

            TLanes shrink = LaneMath.Exp(old - maximum);
            TLanes.MultiplyAdd(TLanes.Load(totals + lane), shrink, total).Store(totals + lane);
            for (int row = 0; row < valueRows; row++)
            {
                float* sum = sums + (row * width) + lane;
                (TLanes.Load(sum) * shrink).Store(sum);
            }
        }
    }

    private TLanes Bias(int key, int query)
    {
        float* lanes = stackalloc float[16];
        for (int i = 0; i < TLanes.Count; i++)
        {
            lanes[i] = query + i < _queries ? _bias[((long)key * _queries) + query + i] : 0;
        }

        return TLanes.Load(lanes);
    }

    private void WriteOutput(float* sums, float* totals, int query0, int count)
    {
        int width = TKernel.Columns;
        float* target = _output.Head(_head) + (query0 * _output.RowStride);
        for (int query = 0; query < count; query++, target += _output.RowStride)
        {
            float inverse = 1f / totals[query];
            for (int i = 0; i < _headSize; i++)
            {
                target[i] = sums[(i * width) + query] * inverse;
            }
        }
    }

    private static void Fill(float* target, int count, float value) => new Span<float>(target, count).Fill(value);
}
