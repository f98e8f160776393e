using Lucarne.Tensors.Attention;
using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Memory;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.TextEncoder;

/// <summary>The UMT5 encoder: token ids to rows of numbers. Each layer has a relative position bias of its own; scores are not scaled; there are no biases in the linear layers.</summary>
/// <remarks>Source: transformers, modeling_umt5.py. Embedding rows are read from the mapped file, so the embedding takes no memory.</remarks>
public sealed unsafe class UmT5Encoder : IDisposable
{
    private readonly ComputeContext _context;
    private readonly WeightStore _store;
    private readonly StoredTensor _embedding;
    private readonly NativeBuffer<float> _finalGain;
    private readonly Layer[] _layers;

    /// <summary>Builds an encoder on weights, which it owns from here on.</summary>
    /// <exception cref="WeightFileException">Tensors are missing or misshapen.</exception>
    public UmT5Encoder(TextEncoderConfig config, WeightStore store, ComputeContext context)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(context);
        store.Require(TextEncoderLayout.Expected(config));
        Config = config;
        _store = store;
        _context = context;
        _embedding = store["shared.weight"];
        _finalGain = SmallTensor.Take(store, "encoder.final_layer_norm.weight", context.Budget);
        _layers = [.. Enumerable.Range(0, config.Layers).Select(i => new Layer($"encoder.block.{i}", store, context.Budget))];
    }

    /// <summary>Sizes.</summary>
    public TextEncoderConfig Config { get; }

    /// <summary>Opens a folder with <c>config.json</c> and weights under any of the known names.</summary>
    public static UmT5Encoder Load(string path, ComputeContext context)
    {
        TextEncoderConfig config = TextEncoderConfig.Load(Path.Combine(path, "config.json"));
        WeightStore store = WeightStore.Open(path, TextEncoderLayout.Rename);
        try
        {
            return new UmT5Encoder(config, store, context);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Encodes tokens.</summary>
    /// <param name="ids">Token ids; all are computed.</param>
    /// <param name="attended">How many of the first tokens are attended to; the rest are padding. A prompt passes only its true tokens and their number.</param>
    /// <param name="probe">Sees <c>hidden_states.N</c>.</param>
    /// <param name="cancellation">Looked at before each layer.</param>
    /// <returns>[tokens, size].</returns>
    /// <exception cref="ArgumentException">An id is outside the vocabulary, or nothing is attended to.</exception>
    public float[] Encode(ReadOnlySpan<int> ids, int attended, Transformer.StageProbe? probe = null, CancellationToken cancellation = default)
    {
        if (attended < 1 || attended > ids.Length)
        {
            throw new ArgumentException($"Encode: {attended} of {ids.Length} tokens are attended to; at least one must be.", nameof(attended));
        }

        int tokens = ids.Length, size = Config.Size;
        using NativeBuffer<float> x = new(_context.Budget, (long)tokens * size);
        Embed(ids, x.Pointer);
        probe?.Invoke("hidden_states.0", x.Pointer, tokens, size);
        using Scratch scratch = new(Config, tokens, attended, _context.Budget);
        for (int i = 0; i < _layers.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Attend(_layers[i], x.Pointer, tokens, attended, scratch);
            Feed(_layers[i], x.Pointer, tokens, scratch);
            if (i + 1 < _layers.Length)
            {
                probe?.Invoke($"hidden_states.{i + 1}", x.Pointer, tokens, size);
            }
        }

        RowKernels.RmsNorm(_context.Pool, x.Pointer, x.Pointer, tokens, size, Config.Epsilon, _finalGain.Pointer);
        probe?.Invoke($"hidden_states.{_layers.Length}", x.Pointer, tokens, size);
        return x.Slice(0, tokens * size).ToArray();
    }

    /// <summary>Frees the model and its weights.</summary>
    public void Dispose()
    {
        Array.ForEach(_layers, layer => layer.Dispose());
        _finalGain.Dispose();
        _store.Dispose();
    }

    /// <summary>Bucket of a relative position (key minus query), for the bidirectional bias: half of the buckets for each side, each half exact up to half of it and logarithmic beyond.</summary>
    internal static int Bucket(int relative, int buckets, int maxDistance)
    {
        int half = buckets / 2, exact = half / 2, distance = Math.Abs(relative), side = relative > 0 ? half : 0;
        if (distance < exact)
        {
            return side + distance;
        }

        // The reference's binary32 logarithm falls on or above the whole number at exact powers; the small addend does the same here.
        int step = (int)((Math.Log((double)distance / exact) / Math.Log((double)maxDistance / exact) * (half - exact)) + 1e-6);
        return side + Math.Min(exact + step, half - 1);
    }

    private void Embed(ReadOnlySpan<int> ids, float* x)
    {
        long rowBytes = Lucarne.Tensors.Types.ElementTypes.Bytes(_embedding.Type, Config.Size);
        for (int token = 0; token < ids.Length; token++)
        {
            if (ids[token] < 0 || ids[token] >= Config.Vocabulary)
            {
                throw new ArgumentException($"Encode: token {token} has id {ids[token]}, the vocabulary has {Config.Vocabulary}.", nameof(ids));
            }

            Lucarne.Tensors.Types.Widening.ToF32(_embedding.Type, (byte*)_embedding.Data + (ids[token] * rowBytes), Config.Size, x + ((long)token * Config.Size));
        }
    }

    private void Attend(Layer layer, float* x, int tokens, int attended, Scratch scratch)
    {
        int inner = Config.Heads * Config.HeadSize;
        RowKernels.RmsNorm(_context.Pool, x, scratch.Normed, tokens, Config.Size, Config.Epsilon, layer.AttentionGain.Pointer);
        layer.Query.Run(_context, scratch.Normed, tokens, scratch.Query);
        layer.Key.Run(_context, scratch.Normed, attended, scratch.Key);
        layer.Value.Run(_context, scratch.Normed, attended, scratch.Value);
        FillBias(layer, tokens, attended, scratch.Bias);
        nint head = Config.HeadSize;
        HeadRows query = new((nint)scratch.Query, inner, head);
        _context.Attention.Run(query, new HeadRows((nint)scratch.Key, inner, head), new HeadRows((nint)scratch.Value, inner, head), query, tokens, attended, Config.Heads, Config.HeadSize, 1, scratch.Bias);
        layer.Output.Run(_context, scratch.Query, tokens, scratch.Normed);
        RowKernels.AddScaled(_context.Pool, scratch.Normed, x, tokens, Config.Size, null);
    }

    // [heads, keys, queries]; it depends on the difference alone.
    private void FillBias(Layer layer, int queries, int keys, float* bias)
    {
        float* table = layer.Bias.Pointer;
        int[] bucketOf = new int[queries + keys - 1];
        for (int i = 0; i < bucketOf.Length; i++)
        {
            bucketOf[i] = Bucket(i - (queries - 1), Config.Buckets, Config.MaxDistance) * Config.Heads;
        }

        for (int head = 0; head < Config.Heads; head++)
        {
            for (int key = 0; key < keys; key++)
            {
                for (int query = 0; query < queries; query++)
                {
                    *bias++ = table[bucketOf[key - query + queries - 1] + head];
                }
            }
        }
    }

    private void Feed(Layer layer, float* x, int tokens, Scratch scratch)
    {
        RowKernels.RmsNorm(_context.Pool, x, scratch.Normed, tokens, Config.Size, Config.Epsilon, layer.FeedGain.Pointer);
        layer.Gate.Run(_context, scratch.Normed, tokens, scratch.Gate);
        layer.Up.Run(_context, scratch.Normed, tokens, scratch.Wide);
        RowKernels.GeluGate(_context.Pool, scratch.Gate, scratch.Wide, scratch.Wide, tokens, Config.FeedForwardSize);
        layer.Down.Run(_context, scratch.Wide, tokens, scratch.Normed);
        RowKernels.AddScaled(_context.Pool, scratch.Normed, x, tokens, Config.Size, null);
    }

    private sealed class Layer : IDisposable
    {
        public Layer(string name, WeightStore store, MemoryBudget budget)
        {
            Query = new Linear(store, name + ".layer.0.SelfAttention.q", budget);
            Key = new Linear(store, name + ".layer.0.SelfAttention.k", budget);
            Value = new Linear(store, name + ".layer.0.SelfAttention.v", budget);
            Output = new Linear(store, name + ".layer.0.SelfAttention.o", budget);
            Bias = SmallTensor.Take(store, name + ".layer.0.SelfAttention.relative_attention_bias.weight", budget);
            AttentionGain = SmallTensor.Take(store, name + ".layer.0.layer_norm.weight", budget);
            Gate = new Linear(store, name + ".layer.1.DenseReluDense.wi_0", budget);
            Up = new Linear(store, name + ".layer.1.DenseReluDense.wi_1", budget);
            Down = new Linear(store, name + ".layer.1.DenseReluDense.wo", budget);
            FeedGain = SmallTensor.Take(store, name + ".layer.1.layer_norm.weight", budget);
        }

        public Linear Query { get; }

        public Linear Key { get; }

        public Linear Value { get; }

        public Linear Output { get; }

        public NativeBuffer<float> Bias { get; }

        public NativeBuffer<float> AttentionGain { get; }

        public Linear Gate { get; }

        public Linear Up { get; }

        public Linear Down { get; }

        public NativeBuffer<float> FeedGain { get; }

        public void Dispose()
        {
            Query.Dispose();
            Key.Dispose();
            Value.Dispose();
            Output.Dispose();
            Bias.Dispose();
            AttentionGain.Dispose();
            Gate.Dispose();
            Up.Dispose();
            Down.Dispose();
            FeedGain.Dispose();
        }
    }

    private sealed class Scratch : IDisposable
    {
        private readonly NativeBuffer<float> _buffer;

        public Scratch(TextEncoderConfig config, int tokens, int attended, MemoryBudget budget)
        {
            long row = (long)tokens * config.Size, inner = (long)tokens * config.Heads * config.HeadSize, wide = (long)tokens * config.FeedForwardSize;
            _buffer = new NativeBuffer<float>(budget, row + (3 * inner) + (2 * wide) + ((long)config.Heads * tokens * attended));
            Normed = _buffer.Pointer;
            Query = Normed + row;
            Key = Query + inner;
            Value = Key + inner;
            Gate = Value + inner;
            Wide = Gate + wide;
            Bias = Wide + wide;
        }

        public float* Normed { get; }

        public float* Query { get; }

        public float* Key { get; }

        public float* Value { get; }

        public float* Gate { get; }

        public float* Wide { get; }

        public float* Bias { get; }

        public void Dispose() => _buffer.Dispose();
    }
}
