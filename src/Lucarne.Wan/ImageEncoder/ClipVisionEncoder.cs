using Lucarne.Tensors.Attention;
using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Memory;
using Lucarne.Wan.Images;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.ImageEncoder;

/// <summary>The CLIP image encoder (ViT-H of open_clip) that Wan 2.1's image models look at the given picture with.</summary>
/// <remarks>Source: transformers, modeling_clip.py (CLIPVisionTransformer); the state before the last layer is taken, as pipeline_wan_i2v.py does (hidden_states[-2]).</remarks>
public sealed unsafe class ClipVisionEncoder : IDisposable
{
    private static readonly float[] Mean = [0.48145466f, 0.4578275f, 0.40821073f];
    private static readonly float[] Deviation = [0.26862954f, 0.26130258f, 0.27577711f];

    private readonly ComputeContext _context;
    private readonly WeightStore _store;
    private readonly NativeBuffer<float> _class;
    private readonly NativeBuffer<float> _positions;
    private readonly Linear _patch;
    private readonly Norm _before;
    private readonly Layer[] _layers;

    /// <summary>Builds an encoder on weights, which it owns from here on.</summary>
    /// <exception cref="WeightFileException">Tensors are missing or misshapen.</exception>
    public ClipVisionEncoder(ClipVisionConfig config, WeightStore store, ComputeContext context)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(context);
        store.Require(ClipVisionLayout.Expected(config));
        Config = config;
        _store = store;
        _context = context;
        _class = SmallTensor.Take(store, "embeddings.class_embedding", context.Budget);
        _positions = SmallTensor.Take(store, "embeddings.position_embedding.weight", context.Budget);
        _patch = new Linear(store, "embeddings.patch_embedding", context.Budget);
        _before = new Norm(store, "pre_layrnorm", context.Budget);
        _layers = [.. Enumerable.Range(0, config.Layers - 1).Select(i => new Layer($"encoder.layers.{i}", store, context.Budget))];
    }

    /// <summary>Sizes.</summary>
    public ClipVisionConfig Config { get; }

    /// <summary>Opens a folder with <c>config.json</c> and weights.</summary>
    public static ClipVisionEncoder Load(string path, ComputeContext context)
    {
        ClipVisionConfig config = ClipVisionConfig.Load(Path.Combine(path, "config.json"));
        WeightStore store = WeightStore.Open(path, ClipVisionLayout.Rename);
        try
        {
            return new ClipVisionEncoder(config, store, context);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Looks at a picture: its shorter side becomes the encoder's, its middle is kept.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="cancellation">Looked at before each layer.</param>
    /// <returns>[tokens, size].</returns>
    public float[] Encode(RgbImage image, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        int tokens = Config.Tokens, size = Config.Size;
        using NativeBuffer<float> x = new(_context.Budget, (long)tokens * size), normed = new(_context.Budget, (long)tokens * size);
        Embed(Pixels(image), x.Pointer);
        _before.Run(_context, x.Pointer, x.Pointer, tokens, Config);
        using NativeBuffer<float> wide = new(_context.Budget, (long)tokens * Math.Max(3 * size, Config.FeedForwardSize));
        foreach (Layer layer in _layers)
        {
            cancellation.ThrowIfCancellationRequested();
            float* query = wide.Pointer, key = query + ((long)tokens * size), value = key + ((long)tokens * size);
            layer.BeforeAttention.Run(_context, x.Pointer, normed.Pointer, tokens, Config);
            layer.Query.Run(_context, normed.Pointer, tokens, query);
            layer.Key.Run(_context, normed.Pointer, tokens, key);
            layer.Value.Run(_context, normed.Pointer, tokens, value);
            nint head = size / Config.Heads;
            HeadRows rows = new((nint)query, size, head);
            _context.Attention.Run(rows, new HeadRows((nint)key, size, head), new HeadRows((nint)value, size, head), rows, tokens, tokens, Config.Heads, (int)head, 1 / MathF.Sqrt(head));
            layer.Output.Run(_context, query, tokens, normed.Pointer);
            RowKernels.AddScaled(_context.Pool, normed.Pointer, x.Pointer, tokens, size, null);
            layer.BeforeFeed.Run(_context, x.Pointer, normed.Pointer, tokens, Config);
            layer.Up.Run(_context, normed.Pointer, tokens, wide.Pointer);
            RowKernels.GeluExact(_context.Pool, wide.Pointer, wide.Pointer, tokens, Config.FeedForwardSize);
            layer.Down.Run(_context, wide.Pointer, tokens, normed.Pointer);
            RowKernels.AddScaled(_context.Pool, normed.Pointer, x.Pointer, tokens, size, null);
        }

        return x.Slice(0, tokens * size).ToArray();
    }

    /// <summary>Frees the model and its weights.</summary>
    public void Dispose()
    {
        Array.ForEach(_layers, layer => layer.Dispose());
        _before.Dispose();
        _patch.Dispose();
        _positions.Dispose();
        _class.Dispose();
        _store.Dispose();
    }

    // [patches, 3 · side · side]: each patch as its kernel lies, colour by colour.
    private float[] Pixels(RgbImage image)
    {
        int side = Config.ImageSide, shorter = Math.Min(image.Width, image.Height);
        int width = (int)((long)side * image.Width / shorter), height = (int)((long)side * image.Height / shorter);
        RgbImage resized = Resampling.Resize(image, width, height, ResamplingKernel.Bicubic);
        int left = (width - side) / 2, top = (height - side) / 2, patch = Config.PatchSide, across = Config.PatchesOfSide;
        float[] patches = new float[across * across * 3 * patch * patch];
        for (int i = 0; i < patches.Length; i++)
        {
            int x = i % patch, y = i / patch % patch, colour = i / (patch * patch) % 3, place = i / (3 * patch * patch);
            int row = top + (place / across * patch) + y, column = left + (place % across * patch) + x;
            patches[i] = ((resized.Pixels[(((row * width) + column) * 3) + colour] / 255f) - Mean[colour]) / Deviation[colour];
        }

        return patches;
    }

    private void Embed(float[] patches, float* x)
    {
        using NativeBuffer<float> input = new(_context.Budget, patches.Length);
        patches.CopyTo(input.Slice(0, patches.Length));
        _class.Slice(0, Config.Size).CopyTo(new Span<float>(x, Config.Size));
        _patch.Run(_context, input.Pointer, Config.Tokens - 1, x + Config.Size);
        RowKernels.AddScaled(_context.Pool, _positions.Pointer, x, Config.Tokens, Config.Size, null);
    }

    private sealed class Norm(WeightStore store, string name, MemoryBudget budget) : IDisposable
    {
        private readonly NativeBuffer<float> _gain = SmallTensor.Take(store, name + ".weight", budget);
        private readonly NativeBuffer<float> _offset = SmallTensor.Take(store, name + ".bias", budget);

        public void Run(ComputeContext context, float* x, float* y, int rows, ClipVisionConfig config) =>
            RowKernels.LayerNorm(context.Pool, x, y, rows, config.Size, config.Epsilon, _gain.Pointer, _offset.Pointer);

        public void Dispose()
        {
            _gain.Dispose();
            _offset.Dispose();
        }
    }

    private sealed class Layer(string name, WeightStore store, MemoryBudget budget) : IDisposable
    {
        public Norm BeforeAttention { get; } = new(store, name + ".layer_norm1", budget);

        public Linear Query { get; } = new(store, name + ".self_attn.q_proj", budget);

        public Linear Key { get; } = new(store, name + ".self_attn.k_proj", budget);

        public Linear Value { get; } = new(store, name + ".self_attn.v_proj", budget);

        public Linear Output { get; } = new(store, name + ".self_attn.out_proj", budget);

        public Norm BeforeFeed { get; } = new(store, name + ".layer_norm2", budget);

        public Linear Up { get; } = new(store, name + ".mlp.fc1", budget);

        public Linear Down { get; } = new(store, name + ".mlp.fc2", budget);

        public void Dispose()
        {
            foreach (IDisposable part in (IDisposable[])[BeforeAttention, Query, Key, Value, Output, BeforeFeed, Up, Down])
            {
                part.Dispose();
            }
        }
    }
}
