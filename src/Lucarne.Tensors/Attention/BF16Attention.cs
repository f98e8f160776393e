using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Lanes;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Products.OneDnn;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Attention;

/// <summary>Attention whose two products are oneDNN's in bfloat16: queries, keys, values and softmax weights are rounded; scores, softmax and sums are binary32.</summary>
/// <remarks>
/// One head at a time: keys and values are packed once in the layout of <see cref="PackedMatrix"/>, then blocks of 128 queries run over blocks of 256 keys with a running softmax.
/// The blocks do not depend on the number of threads, so the bits do not either.
/// </remarks>
internal sealed unsafe class BF16Attention(ComputePool pool, OneDnnLibrary library, MemoryBudget budget) : IParallelWork, IDisposable
{
    private const int QueryBlock = 128, KeyBlock = 256, Lines = PackedMatrix.BlockRows;

    private readonly OneDnnProducts _products = new(library, pool.Threads, budget);
    private HeadRows _query;
    private HeadRows _key;
    private HeadRows _value;
    private HeadRows _output;
    private int _queries;
    private int _keys;
    private int _headSize;
    private int _head;
    private float _scale;
    private byte* _packedKeys;
    private byte* _packedValues;
    private byte* _workers;
    private bool _packing;

    // Inputs of the first product and columns of the second, as they are padded.
    private int HeadInputs => PackedMatrix.RoundUp(_headSize, 32);

    private int HeadColumns => PackedMatrix.RoundUp(_headSize, Lines);

    /// <summary>Bytes of scratch for a number of keys.</summary>
    public static long ScratchBytes(int threads, int keys, int headSize) =>
        ((long)PackedMatrix.RoundUp(keys, Lines) * 2 * (PackedMatrix.RoundUp(headSize, 32) + PackedMatrix.RoundUp(headSize, Lines))) + (threads * (long)WorkerBytes(headSize)) + 128;

    /// <summary>Runs attention over all heads; false, with nothing done, when oneDNN has no fast product for its shapes.</summary>
    public bool TryRun(void* scratch, in HeadRows query, in HeadRows key, in HeadRows value, in HeadRows output, int queries, int keys, int heads, int headSize, float scale)
    {
        _query = query;
        _key = key;
        _value = value;
        _output = output;
        _queries = queries;
        _keys = keys;
        _headSize = headSize;
        _scale = scale;
        if (!Prepare())
        {
            return false;
        }

        _workers = (byte*)scratch;
        _packedKeys = _workers + (pool.Threads * (long)WorkerBytes(headSize));
        _packedValues = _packedKeys + ((long)PackedMatrix.RoundUp(keys, Lines) * 2 * HeadInputs);
        for (_head = 0; _head < heads; _head++)
        {
            _packing = true;
            pool.Run(this, Blocks(keys, KeyBlock));
            _packing = false;
            pool.Run(this, Blocks(queries, QueryBlock));
        }

        return true;
    }

    public void Dispose() => _products.Dispose();

    void IParallelWork.Run(int part, int worker)
    {
        if (_packing)
        {
            int key0 = part * KeyBlock, keys = Math.Min(KeyBlock, _keys - key0);
            PackKeys(key0, keys, (float*)(_workers + (worker * (long)WorkerBytes(_headSize))));
            PackValues(key0, keys);
        }
        else
        {
            Attend(part * QueryBlock, worker);
        }
    }

    private static int Blocks(int count, int block) => (count + block - 1) / block;

    // One worker's memory: rounded queries, a block of scores and of weights, a product with values, what is summed, maxima and totals.
    private static int WorkerBytes(int headSize) =>
        PackedMatrix.RoundUp((QueryBlock * ((2 * headSize) + (6 * KeyBlock) + (8 * headSize) + 8)) + (5 * 64), 64);

    private OneDnnShape Scores(int queries, int keys) => new(ProductPrecision.BF16, queries, keys, _headSize);

    private OneDnnShape Sums(int queries, int keys) => new(ProductPrecision.BF16, queries, _headSize, keys);

    private bool Prepare()
    {
        int queryTail = _queries - ((Blocks(_queries, QueryBlock) - 1) * QueryBlock), keyTail = _keys - ((Blocks(_keys, KeyBlock) - 1) * KeyBlock);
        foreach (int queries in stackalloc[] { Math.Min(QueryBlock, _queries), queryTail })
        {
            foreach (int keys in stackalloc[] { Math.Min(KeyBlock, _keys), keyTail })
            {
                if (!_products.Prepare(Scores(queries, keys)) || !_products.Prepare(Sums(queries, keys)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // [group of 64 keys][pair of inputs][key][input of the pair]
    private void PackKeys(int key0, int keys, float* panel)
    {
        for (int group = 0; group < keys; group += Lines)
        {
            uint* pairs = (uint*)(_packedKeys + ((long)(key0 + group) * 2 * HeadInputs));
            float* source = _key.Head(_head) + ((key0 + group) * _key.RowStride);
            Transpose.Lines(source, _key.RowStride, Math.Min(Lines, keys - group), Lines, _headSize, panel);
            new Span<float>(panel + (_headSize * Lines), (HeadInputs - _headSize) * Lines).Clear();
            for (int input = 0; input < HeadInputs; input += 2)
            {
                Narrowing.PairsOfBF16(panel + (input * Lines), panel + ((input + 1) * Lines), Lines, pairs + (input / 2 * Lines));
            }
        }
    }

    // A block of keys is a matrix by itself: [group of 64 columns][pair of keys][column][key of the pair].
    private void PackValues(int key0, int keys)
    {
        uint* pairs = (uint*)(_packedValues + ((long)key0 * 2 * HeadColumns));
        int padded = PackedMatrix.RoundUp(keys, 32);
        float* rows = stackalloc float[2 * Lines];
        for (int column = 0; column < HeadColumns; column += Lines)
        {
            int columns = Math.Clamp(_headSize - column, 0, Lines);
            for (int key = 0; key < padded; key += 2, pairs += Lines)
            {
                float* even = _value.Head(_head) + ((key0 + key) * _value.RowStride) + column, odd = even + _value.RowStride;
                if (columns < Lines || key + 1 >= keys)
                {
                    new Span<float>(rows, 2 * Lines).Clear();
                    Copy(even, key < keys ? columns : 0, rows);
                    Copy(odd, key + 1 < keys ? columns : 0, rows + Lines);
                    even = rows;
                    odd = rows + Lines;
                }

                Narrowing.PairsOfBF16(even, odd, Lines, pairs);
            }
        }
    }

    private static void Copy(float* source, int count, float* target) => new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(target, count));

    private void Attend(int query0, int worker)
    {
        int queries = Math.Min(QueryBlock, _queries - query0);
        float* scores = (float*)(_workers + (worker * (long)WorkerBytes(_headSize)));
        float* product = scores + (QueryBlock * KeyBlock), sums = product + (QueryBlock * _headSize), maxima = sums + (QueryBlock * _headSize), totals = maxima + QueryBlock;
        ushort* weights = (ushort*)(totals + QueryBlock), rounded = weights + (QueryBlock * KeyBlock);
        for (int query = 0; query < queries; query++)
        {
            Narrowing.ToBF16(_query.Head(_head) + ((query0 + query) * _query.RowStride), _headSize, rounded + (query * _headSize));
        }

        new Span<float>(maxima, queries).Fill(float.NegativeInfinity);
        new Span<float>(totals, queries).Clear();
        new Span<float>(sums, queries * _headSize).Clear();
        for (int key0 = 0; key0 < _keys; key0 += KeyBlock)
        {
            int keys = Math.Min(KeyBlock, _keys - key0);
            _products.Run(Scores(queries, keys), worker, rounded, _packedKeys + ((long)key0 * 2 * HeadInputs), scores);
            Rows.RunAlone(new SoftmaxRows(scores, weights, keys, _scale, maxima, totals, sums, _headSize), queries);
            _products.Run(Sums(queries, keys), worker, weights, _packedValues + ((long)key0 * 2 * HeadColumns), product);
            Rows.RunAlone(new AddRows(product, sums, queries * _headSize), 1);
        }

        Rows.RunAlone(new WriteRows(sums, totals, _headSize, _output.Head(_head) + (query0 * _output.RowStride), _output.RowStride), queries);
    }

    /// <summary>Turns a row of scores into rounded weights relative to the new maximum, and brings what was summed before to the same maximum.</summary>
    private readonly struct SoftmaxRows(float* scores, ushort* weights, int keys, float scale, float* maxima, float* totals, float* sums, int headSize) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            float* line = scores + ((long)row * keys);
            float old = maxima[row], maximum = MathF.Max(old, Largest<T>(line) * scale), shrink = MathF.Exp(old - maximum);
            T total = T.Create(0), factor = T.Create(scale), offset = T.Create(-maximum);
            int i = 0;
            for (; i <= keys - T.Count; i += T.Count)
            {
                T weight = LaneMath.Exp(T.MultiplyAdd(T.Load(line + i), factor, offset));
                weight.Store(line + i);
                total += weight;
            }

            float sum = T.Sum(total);
            for (; i < keys; i++)
            {
                LaneMath.Exp(Lanes1.MultiplyAdd(Lanes1.Load(line + i), Lanes1.Create(scale), Lanes1.Create(-maximum))).Store(line + i);
                sum += line[i];
            }

            Narrowing.ToBF16(line, keys, weights + ((long)row * keys));
            maxima[row] = maximum;
            totals[row] = (totals[row] * shrink) + sum;
            float* summed = sums + ((long)row * headSize);
            for (i = 0; i <= headSize - T.Count; i += T.Count)
            {
                (T.Load(summed + i) * T.Create(shrink)).Store(summed + i);
            }

            for (; i < headSize; i++)
            {
                summed[i] *= shrink;
            }
        }

        private float Largest<T>(float* line)
            where T : struct, ILanes<T>
        {
            float largest = float.NegativeInfinity;
            int i = 0;
            if (keys >= T.Count)
            {
                T most = T.Load(line);
                for (i = T.Count; i <= keys - T.Count; i += T.Count)
                {
                    most = T.Max(most, T.Load(line + i));
                }

                float* lanes = stackalloc float[T.Count];
                most.Store(lanes);
                for (int lane = 0; lane < T.Count; lane++)
                {
                    largest = MathF.Max(largest, lanes[lane]);
                }
            }

            for (; i < keys; i++)
            {
                largest = MathF.Max(largest, line[i]);
            }

            return largest;
        }
    }

    private readonly struct AddRows(float* addend, float* sums, int columns) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            int i = 0;
            for (; i <= columns - T.Count; i += T.Count)
            {
                (T.Load(sums + i) + T.Load(addend + i)).Store(sums + i);
            }

            for (; i < columns; i++)
            {
                sums[i] += addend[i];
            }
        }
    }

    private readonly struct WriteRows(float* sums, float* totals, int headSize, float* output, nint rowStride) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            float* source = sums + ((long)row * headSize), target = output + (row * rowStride);
            float inverse = 1 / totals[row];
            int i = 0;
            for (; i <= headSize - T.Count; i += T.Count)
            {
                (T.Load(source + i) * T.Create(inverse)).Store(target + i);
            }

            for (; i < headSize; i++)
            {
                target[i] = source[i] * inverse;
            }
        }
    }
}
