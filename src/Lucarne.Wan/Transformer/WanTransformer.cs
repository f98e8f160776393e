using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Transformer;

/// <summary>The Wan video transformer: predicts the flow of noisy latents, given timesteps and a prompt.</summary>
/// <remarks>Source: diffusers, transformer_wan.py and transformer_wan_vace.py; Self-Forcing, causal_model.py, for the cached form.</remarks>
public sealed unsafe class WanTransformer : IDisposable
{
    private readonly ComputeContext _context;
    private readonly WeightStore _store;
    private readonly ConditionEmbedder _embedder;
    private readonly Linear _patch;
    private readonly WanBlock[] _blocks;
    private readonly NativeBuffer<float> _outputTable;
    private readonly Linear _output;
    private readonly VaceControl? _vace;

    /// <summary>Builds a model on weights.</summary>
    /// <param name="config">Sizes.</param>
    /// <param name="store">Weights in the diffusers layout; the model owns the store from here on.</param>
    /// <param name="context">What it computes with.</param>
    /// <exception cref="WeightFileException">Tensors are missing or misshapen; they are named with both shapes.</exception>
    public WanTransformer(WanTransformerConfig config, WeightStore store, ComputeContext context)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(context);
        store.Require(WanTransformerLayout.Expected(config));
        Config = config;
        _store = store;
        _context = context;
        _embedder = new ConditionEmbedder(config, store, context);
        _patch = new Linear(store, "patch_embedding", context.Budget);
        _blocks = new WanBlock[config.Layers];
        for (int layer = 0; layer < _blocks.Length; layer++)
        {
            _blocks[layer] = new WanBlock($"blocks.{layer}", config, store, context);
        }

        _outputTable = SmallTensor.Take(store, "scale_shift_table", context.Budget);
        _output = new Linear(store, "proj_out", context.Budget);
        _vace = config.VaceLayers.IsEmpty ? null : new VaceControl(config, store, context);
    }

    /// <summary>Sizes.</summary>
    public WanTransformerConfig Config { get; }

    /// <summary>Precision of the timestep embedding.</summary>
    public TimestepPrecision TimestepPrecision { get; init; }

    /// <summary>Opens a folder or a file of weights.</summary>
    /// <param name="path">A folder with <c>config.json</c> and weights in either layout.</param>
    /// <param name="context">What it computes with.</param>
    /// <param name="precision">Precision of the timestep embedding.</param>
    public static WanTransformer Load(string path, ComputeContext context, TimestepPrecision precision = default)
    {
        WanTransformerConfig config = WanTransformerConfig.Load(Path.Combine(path, "config.json"));
        WeightStore store = WeightStore.Open(path, WanTransformerLayout.Rename);
        try
        {
            return new WanTransformer(config, store, context) { TimestepPrecision = precision };
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Projects a prompt for this model.</summary>
    /// <param name="text">[rows, text size]: the text encoder's output.</param>
    /// <param name="rows">Rows given.</param>
    /// <param name="paddedRows">Rows in all: the others are zeros, which the model attends to.</param>
    /// <param name="image">[imageRows, image size], or empty.</param>
    /// <param name="probe">Sees <c>text</c> and <c>image</c>.</param>
    public Conditioning Condition(ReadOnlySpan<float> text, int rows, int paddedRows, ReadOnlySpan<float> image = default, StageProbe? probe = null)
    {
        if (text.Length != (long)rows * Config.TextSize || paddedRows < rows)
        {
            throw new ArgumentException($"Condition: {rows} rows of {Config.TextSize} are wanted and at most {paddedRows} rows, got {text.Length} numbers.", nameof(text));
        }

        int imageRows = Config.ImageSize == 0 ? 0 : image.Length / Config.ImageSize;
        Conditioning conditioning = new(_context.Budget, Config.Size, paddedRows, imageRows);
        try
        {
            using (NativeBuffer<float> padded = new(_context.Budget, (long)paddedRows * Config.TextSize, cleared: true))
            {
                text.CopyTo(padded.Slice(0, text.Length));
                _embedder.EmbedText(padded.Pointer, paddedRows, conditioning.Text);
            }

            probe?.Invoke("text", conditioning.Text, paddedRows, Config.Size);
            if (imageRows > 0)
            {
                fixed (float* source = image)
                {
                    _embedder.EmbedImage(source, imageRows, conditioning.Image);
                }

                probe?.Invoke("image", conditioning.Image, imageRows, Config.Size);
            }

            foreach (WanBlock block in _blocks)
            {
                conditioning.Blocks.Add(block.Remember(conditioning));
            }

            _vace?.Remember(conditioning);
            return conditioning;
        }
        catch
        {
            conditioning.Dispose();
            throw;
        }
    }

    /// <summary>Predicts the flow.</summary>
    /// <param name="input">What is run.</param>
    /// <param name="output">[output channels, frames, height, width].</param>
    /// <param name="cancellation">Looked at before each block.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Forward(in TransformerInput input, Span<float> output, CancellationToken cancellation = default)
    {
        (int frames, int height, int width) = (input.Frames, input.Height, input.Width);
        CheckShapes(input, output.Length);
        int rows = height / 2, columns = width / 2, tokensOfFrame = rows * columns, tokens = frames * tokensOfFrame, size = Config.Size;
        (float[] timesteps, int[] groupOfTimestep) = Distinct(input.Timesteps);

        using RotaryTable rotary = new(Config.HeadSize, frames, rows, columns, input.FirstFrame, _context.Budget);
        using WanBlock.Pass pass = new(Config, _context, tokens, timesteps.Length, rotary) { CachePosition = input.FirstFrame * tokensOfFrame };
        using NativeBuffer<float> x = new(_context.Budget, (long)tokens * size), time = new(_context.Budget, (long)timesteps.Length * size);
        int tokensOfTimestep = tokens / groupOfTimestep.Length;
        for (int token = 0; token < tokens; token++)
        {
            pass.GroupsOfTokens[token] = groupOfTimestep[token / tokensOfTimestep];
        }

        input.Probe?.Invoke("rope_cos", rotary.Cosines, tokens, Config.HeadSize / 2);
        input.Probe?.Invoke("rope_sin", rotary.Sines, tokens, Config.HeadSize / 2);
        Patches.Embed(_context, _patch, input.Latents, Config.InputChannels, frames, height, width, x.Pointer);
        input.Probe?.Invoke("patch_embedding", x.Pointer, tokens, size);
        _embedder.EmbedTime(timesteps, TimestepPrecision, time.Pointer, pass.TimeModulation, input.Probe);
        using VaceControl.Run? control = _vace?.Begin(input.Control, input.ControlScale, frames, height, width, x.Pointer, pass, input.Conditioning);
        for (int layer = 0; layer < _blocks.Length; layer++)
        {
            cancellation.ThrowIfCancellationRequested();
            StageProbe? probe = input.Probe is { } outer && layer == 0 ? (stage, values, r, c) => outer($"block0.{stage}", values, r, c) : null;
            _blocks[layer].Run(x.Pointer, pass, input.Conditioning.Blocks[layer], input.Cache?.Layers[layer], probe);
            control?.AfterBlock(layer, x.Pointer);
            input.Probe?.Invoke($"block{layer}", x.Pointer, tokens, size);
        }

        WriteOutput(x.Pointer, time.Pointer, pass, frames, rows, columns, output, input.Probe);
    }

    /// <summary>Frees the model and its weights.</summary>
    public void Dispose()
    {
        _embedder.Dispose();
        _patch.Dispose();
        foreach (WanBlock block in _blocks)
        {
            block.Dispose();
        }

        _outputTable.Dispose();
        _output.Dispose();
        _vace?.Dispose();
        _store.Dispose();
    }

    private void WriteOutput(float* x, float* time, WanBlock.Pass pass, int frames, int rows, int columns, Span<float> output, StageProbe? probe)
    {
        int size = Config.Size, tokens = pass.Tokens;
        using NativeBuffer<float> modulation = new(_context.Budget, 2L * pass.Groups * size);
        for (int group = 0; group < pass.Groups; group++)
        {
            for (int i = 0; i < 2 * size; i++)
            {
                modulation.Pointer[((long)group * 2 * size) + i] = _outputTable.Pointer[i] + time[((long)group * size) + (i % size)];
            }
        }

        RowKernels.LayerNorm(_context.Pool, x, x, tokens, size, Config.Epsilon, modulation.Pointer + size, modulation.Pointer, pass.GroupOfToken, 2 * size, onePlusGain: true);
        _output.Run(_context, x, tokens, pass.Query);
        probe?.Invoke("proj_out", pass.Query, tokens, WanTransformerConfig.PatchPixels * Config.OutputChannels);
        fixed (float* target = output)
        {
            Patches.Scatter(pass.Query, Config.OutputChannels, frames, rows, columns, target);
        }
    }

    private void CheckShapes(in TransformerInput input, int outputLength)
    {
        long pixels = (long)input.Frames * input.Height * input.Width;
        if (input.Frames < 1 || input.Height < 2 || input.Width < 2 || input.Height % 2 != 0 || input.Width % 2 != 0)
        {
            throw new ArgumentException($"Forward: latents of {input.Frames} frames, {input.Height} by {input.Width}; height and width must be even and at least 2.", nameof(input));
        }

        if (input.Latents.Length != Config.InputChannels * pixels || outputLength != Config.OutputChannels * pixels)
        {
            throw new ArgumentException($"Forward: latents need [{Config.InputChannels}, {input.Frames}, {input.Height}, {input.Width}], got {input.Latents.Length} numbers; output needs {Config.OutputChannels} channels, got {outputLength} numbers.", nameof(input));
        }

        int tokens = input.Frames * (input.Height / 2) * (input.Width / 2);
        if (input.Timesteps.Length < 1 || tokens % input.Timesteps.Length != 0)
        {
            throw new ArgumentException($"Forward: {input.Timesteps.Length} timesteps for {tokens} tokens; one in all, one a frame or one a token is wanted.", nameof(input));
        }
    }

    // Most tokens share a timestep, so each distinct one is embedded once.
    private static (float[] Timesteps, int[] Group) Distinct(ReadOnlySpan<float> timesteps)
    {
        Dictionary<float, int> index = [];
        int[] group = new int[timesteps.Length];
        for (int i = 0; i < timesteps.Length; i++)
        {
            if (!index.TryGetValue(timesteps[i], out group[i]))
            {
                group[i] = index.Count;
                index.Add(timesteps[i], group[i]);
            }
        }

        float[] distinct = new float[index.Count];
        foreach ((float timestep, int place) in index)
        {
            distinct[place] = timestep;
        }

        return (distinct, group);
    }
}

/// <summary>What one forward pass runs on.</summary>
public readonly ref struct TransformerInput
{
    /// <summary>[input channels, frames, height, width].</summary>
    public required ReadOnlySpan<float> Latents { get; init; }

    /// <summary>Latent frames.</summary>
    public required int Frames { get; init; }

    /// <summary>Latent rows, even.</summary>
    public required int Height { get; init; }

    /// <summary>Latent columns, even.</summary>
    public required int Width { get; init; }

    /// <summary>0 to 1000: one for all, one a frame, or one a token.</summary>
    public required ReadOnlySpan<float> Timesteps { get; init; }

    /// <summary>The prompt, as <see cref="WanTransformer.Condition"/> made it.</summary>
    public required Conditioning Conditioning { get; init; }

    /// <summary>Keys and values of earlier frames, which this pass reads and adds to; null for a model that sees all frames at one time.</summary>
    public KeyValueCache? Cache { get; init; }

    /// <summary>Position of the first frame in the whole video.</summary>
    public int FirstFrame { get; init; }

    /// <summary>VACE control, [control channels, frames, height, width], or empty.</summary>
    public ReadOnlySpan<float> Control { get; init; }

    /// <summary>Weight of the VACE hints.</summary>
    public float ControlScale { get; init; }

    /// <summary>Sees values inside the model, for tests.</summary>
    public StageProbe? Probe { get; init; }
}
