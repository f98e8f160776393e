using Lucarne.Tensors.Attention;
using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Memory;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Transformer;

/// <summary>Sees a value inside a model: its stage's name, first number, rows and columns.</summary>
public unsafe delegate void StageProbe(string stage, float* values, int rows, int columns);

/// <summary>One block: modulated self-attention with rotary positions, cross-attention to text (and image), modulated feed-forward.</summary>
internal sealed unsafe class WanBlock : IDisposable
{
    // Rows of the feed-forward layer's hidden numbers that exist at one time: 8960 of them at 1024 rows take 37 MB.
    private const int FeedForwardRows = 1024;

    private readonly WanTransformerConfig _config;
    private readonly ComputeContext _context;
    private readonly NativeBuffer<float> _table;
    private readonly NativeBuffer<float> _gain;
    private readonly NativeBuffer<float> _offset;
    private readonly AttentionWeights _self;
    private readonly AttentionWeights _cross;
    private readonly Linear? _imageKey;
    private readonly Linear? _imageValue;
    private readonly NativeBuffer<float>? _imageKeyGain;
    private readonly Linear _up;
    private readonly Linear _down;

    public WanBlock(string name, WanTransformerConfig config, WeightStore store, ComputeContext context)
    {
        _config = config;
        _context = context;
        MemoryBudget budget = context.Budget;
        _table = SmallTensor.Take(store, name + ".scale_shift_table", budget);
        _gain = SmallTensor.Take(store, name + ".norm2.weight", budget);
        _offset = SmallTensor.Take(store, name + ".norm2.bias", budget);
        _self = new AttentionWeights(name + ".attn1", store, context, keysOnce: false);
        _cross = new AttentionWeights(name + ".attn2", store, context, keysOnce: true);
        if (store.TryGet(name + ".attn2.add_k_proj.weight", out _))
        {
            _imageKey = new Linear(store, name + ".attn2.add_k_proj", budget);
            _imageValue = new Linear(store, name + ".attn2.add_v_proj", budget);
            _imageKeyGain = SmallTensor.Take(store, name + ".attn2.norm_added_k.weight", budget);
        }

        _up = new Linear(store, name + ".ffn.net.0.proj", context);
        _down = new Linear(store, name + ".ffn.net.2", context);
    }

    /// <summary>Computes the keys and values of the text and image that the block attends to; they are the same at every step.</summary>
    public CrossMemory Remember(Conditioning conditioning)
    {
        int size = _config.Size, rows = conditioning.TextRows, imageRows = conditioning.ImageRows;
        CrossMemory memory = new(_context.Budget, size, rows, imageRows);
        _cross.Key.Run(_context, conditioning.Text, rows, memory.Keys);
        RowKernels.RmsNorm(_context.Pool, memory.Keys, memory.Keys, rows, size, _config.Epsilon, _cross.KeyGain.Pointer);
        _cross.Value.Run(_context, conditioning.Text, rows, memory.Values);
        if (imageRows > 0 && _imageKey is not null)
        {
            _imageKey.Run(_context, conditioning.Image, imageRows, memory.ImageKeys);
            RowKernels.RmsNorm(_context.Pool, memory.ImageKeys, memory.ImageKeys, imageRows, size, _config.Epsilon, _imageKeyGain!.Pointer);
            _imageValue!.Run(_context, conditioning.Image, imageRows, memory.ImageValues);
        }

        return memory;
    }

    /// <summary>Runs the block in place.</summary>
    /// <param name="x">[tokens, size].</param>
    /// <param name="pass">What all blocks of one pass share.</param>
    /// <param name="memory">Keys and values of the text.</param>
    /// <param name="cache">Keys and values of earlier frames, or null.</param>
    /// <param name="probe">Sees <c>attn1</c>, <c>attn2</c>, <c>ffn</c>, each before its gate or residual.</param>
    public void Run(float* x, Pass pass, CrossMemory memory, KeyValueLayer? cache, StageProbe? probe)
    {
        int size = _config.Size, rows = pass.Tokens;
        float* modulation = Modulate(pass);
        nint stride = 6 * size;

        RowKernels.LayerNorm(_context.Pool, x, pass.Normed, rows, size, _config.Epsilon, modulation + size, modulation, pass.GroupOfToken, stride, onePlusGain: true);
        SelfAttention(pass, cache);
        probe?.Invoke("attn1", pass.Normed, rows, size);
        RowKernels.AddScaled(_context.Pool, pass.Normed, x, rows, size, modulation + (2 * size), pass.GroupOfToken, stride);

        RowKernels.LayerNorm(_context.Pool, x, pass.Normed, rows, size, _config.Epsilon, _gain.Pointer, _offset.Pointer);
        CrossAttention(pass, memory);
        probe?.Invoke("attn2", pass.Normed, rows, size);
        RowKernels.AddScaled(_context.Pool, pass.Normed, x, rows, size, null);

        RowKernels.LayerNorm(_context.Pool, x, pass.Normed, rows, size, _config.Epsilon, modulation + (4 * size), modulation + (3 * size), pass.GroupOfToken, stride, onePlusGain: true);
        FeedForward(pass);
        probe?.Invoke("ffn", pass.Query, rows, size);
        RowKernels.AddScaled(_context.Pool, pass.Query, x, rows, size, modulation + (5 * size), pass.GroupOfToken, stride);
    }

    public void Dispose()
    {
        _table.Dispose();
        _gain.Dispose();
        _offset.Dispose();
        _self.Dispose();
        _cross.Dispose();
        _imageKey?.Dispose();
        _imageValue?.Dispose();
        _imageKeyGain?.Dispose();
        _up.Dispose();
        _down.Dispose();
    }

    private float* Modulate(Pass pass)
    {
        int count = 6 * _config.Size;
        for (int group = 0; group < pass.Groups; group++)
        {
            float* source = pass.TimeModulation + ((long)group * count), target = pass.BlockModulation + ((long)group * count);
            for (int i = 0; i < count; i++)
            {
                target[i] = source[i] + _table.Pointer[i];
            }
        }

        return pass.BlockModulation;
    }

    private void SelfAttention(Pass pass, KeyValueLayer? cache)
    {
        int size = _config.Size, rows = pass.Tokens;
        float* key = pass.Key, value = pass.Value;
        int keys = rows;
        if (cache is not null)
        {
            (key, value, keys) = cache.Append(pass.CachePosition, rows);
        }

        float* newKey = key + ((long)(keys - rows) * size), newValue = value + ((long)(keys - rows) * size);
        _self.Query.Run(_context, pass.Normed, rows, pass.Query);
        _self.Key.Run(_context, pass.Normed, rows, newKey);
        _self.Value.Run(_context, pass.Normed, rows, newValue);
        RowKernels.RmsNorm(_context.Pool, pass.Query, pass.Query, rows, size, _config.Epsilon, _self.QueryGain.Pointer);
        RowKernels.RmsNorm(_context.Pool, newKey, newKey, rows, size, _config.Epsilon, _self.KeyGain.Pointer);
        RowKernels.Rotate(_context.Pool, pass.Query, rows, _config.Heads, _config.HeadSize, pass.Rotary.Cosines, pass.Rotary.Sines);
        RowKernels.Rotate(_context.Pool, newKey, rows, _config.Heads, _config.HeadSize, pass.Rotary.Cosines, pass.Rotary.Sines);
        Attend(pass.Query, key, value, pass.Query, rows, keys);
        _self.Output.Run(_context, pass.Query, rows, pass.Normed);
    }

    private void CrossAttention(Pass pass, CrossMemory memory)
    {
        int size = _config.Size, rows = pass.Tokens;
        _cross.Query.Run(_context, pass.Normed, rows, pass.Query);
        RowKernels.RmsNorm(_context.Pool, pass.Query, pass.Query, rows, size, _config.Epsilon, _cross.QueryGain.Pointer);
        Attend(pass.Query, memory.Keys, memory.Values, pass.Key, rows, memory.Rows);
        if (memory.ImageRows > 0)
        {
            Attend(pass.Query, memory.ImageKeys, memory.ImageValues, pass.Value, rows, memory.ImageRows);
            RowKernels.AddScaled(_context.Pool, pass.Value, pass.Key, rows, size, null);
        }

        _cross.Output.Run(_context, pass.Key, rows, pass.Normed);
    }

    private void FeedForward(Pass pass)
    {
        int size = _config.Size, wide = _config.FeedForwardSize;
        for (int row = 0; row < pass.Tokens; row += FeedForwardRows)
        {
            int rows = Math.Min(FeedForwardRows, pass.Tokens - row);
            _up.Run(_context, pass.Normed + ((long)row * size), rows, pass.Wide);
            RowKernels.GeluTanh(_context.Pool, pass.Wide, pass.Wide, rows, wide);
            _down.Run(_context, pass.Wide, rows, pass.Query + ((long)row * size));
        }
    }

    private void Attend(float* query, float* key, float* value, float* output, int queries, int keys)
    {
        nint row = _config.Size, head = _config.HeadSize;
        _context.Attention.Run(new HeadRows((nint)query, row, head), new HeadRows((nint)key, row, head), new HeadRows((nint)value, row, head), new HeadRows((nint)output, row, head), queries, keys, _config.Heads, _config.HeadSize, 1f / MathF.Sqrt(_config.HeadSize), bias: null, _context.Precision);
    }

    private sealed class AttentionWeights : IDisposable
    {
        // Keys and values of the text are made once a prompt: packing their weights would cost more than it saves.
        public AttentionWeights(string name, WeightStore store, ComputeContext context, bool keysOnce)
        {
            MemoryBudget budget = context.Budget;
            Query = new Linear(store, name + ".to_q", context);
            Key = keysOnce ? new Linear(store, name + ".to_k", budget) : new Linear(store, name + ".to_k", context);
            Value = keysOnce ? new Linear(store, name + ".to_v", budget) : new Linear(store, name + ".to_v", context);
            Output = new Linear(store, name + ".to_out.0", context);
            QueryGain = SmallTensor.Take(store, name + ".norm_q.weight", budget);
            KeyGain = SmallTensor.Take(store, name + ".norm_k.weight", budget);
        }

        public Linear Query { get; }

        public Linear Key { get; }

        public Linear Value { get; }

        public Linear Output { get; }

        public NativeBuffer<float> QueryGain { get; }

        public NativeBuffer<float> KeyGain { get; }

        public void Dispose()
        {
            Query.Dispose();
            Key.Dispose();
            Value.Dispose();
            Output.Dispose();
            QueryGain.Dispose();
            KeyGain.Dispose();
        }
    }

    /// <summary>Memory and conditions that all blocks of one forward pass share.</summary>
    internal sealed class Pass : IDisposable
    {
        private readonly NativeBuffer<float> _rows;
        private readonly NativeBuffer<float> _wide;
        private readonly NativeBuffer<float> _modulation;
        private readonly NativeBuffer<int> _groups;

        public Pass(WanTransformerConfig config, ComputeContext context, int tokens, int groups, RotaryTable rotary)
        {
            long rows = (long)tokens * config.Size;
            Tokens = tokens;
            Groups = groups;
            Rotary = rotary;

            // The output layer writes its patches over queries, keys and values, and of a narrow model they are wider than those.
            long after = Math.Max(3 * rows, (long)tokens * WanTransformerConfig.PatchPixels * config.OutputChannels);
            _rows = new NativeBuffer<float>(context.Budget, rows + after);
            _wide = new NativeBuffer<float>(context.Budget, (long)Math.Min(tokens, FeedForwardRows) * config.FeedForwardSize);
            _modulation = new NativeBuffer<float>(context.Budget, 12L * groups * config.Size);
            _groups = new NativeBuffer<int>(context.Budget, tokens, cleared: true);
            Normed = _rows.Pointer;
            Query = Normed + rows;
            Key = Query + rows;
            Value = Key + rows;
            BlockModulation = _modulation.Pointer + (6L * groups * config.Size);
        }

        public int Tokens { get; }

        /// <summary>Distinct timesteps.</summary>
        public int Groups { get; }

        public RotaryTable Rotary { get; }

        /// <summary>First token's position in the whole video, when a cache is kept.</summary>
        public int CachePosition { get; init; }

        public float* Normed { get; }

        public float* Query { get; }

        public float* Key { get; }

        public float* Value { get; }

        public float* Wide => _wide.Pointer;

        /// <summary>[groups, 6, size] from the timesteps.</summary>
        public float* TimeModulation => _modulation.Pointer;

        /// <summary>[groups, 6, size] with the block's table added.</summary>
        public float* BlockModulation { get; }

        /// <summary>Group of each token, or null when there is one.</summary>
        public int* GroupOfToken => Groups == 1 ? null : _groups.Pointer;

        public Span<int> GroupsOfTokens => _groups.Slice(0, Tokens);

        public void Dispose()
        {
            _rows.Dispose();
            _wide.Dispose();
            _modulation.Dispose();
            _groups.Dispose();
        }
    }
}
