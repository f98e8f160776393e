using Lucarne.Tensors.Products;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Transformer;

namespace Lucarne.Wan.Pipelines;

/// <summary>One video, as it is asked of a model.</summary>
public sealed record GenerationRequest
{
    /// <summary>What Wan's authors ask not to see, in the language that the models learnt it in.</summary>
    /// <remarks>Source: Wan2.1, wan/configs/shared_config.py, sample_neg_prompt.</remarks>
    public const string DefaultNegativePrompt = "色调艳丽，过曝，静态，细节模糊不清，字幕，风格，作品，画作，画面，静止，整体发灰，最差质量，低质量，JPEG压缩残留，丑陋的，残缺的，多余的手指，画得不好的手部，画得不好的脸部，畸形的，毁容的，形态畸形的肢体，手指融合，静止不动的画面，杂乱的背景，三条腿，背景人很多，倒着走";

    /// <summary>The prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>What is not wanted; used when <see cref="Guidance"/> is above 1.</summary>
    public string NegativePrompt { get; init; } = DefaultNegativePrompt;

    /// <summary>Pixels, a multiple of the model's step.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels, likewise.</summary>
    public required int Height { get; init; }

    /// <summary>Frames, 4k + 1.</summary>
    public required int Frames { get; init; }

    /// <summary>Denoising steps, 1 to 1000; causal students have their own.</summary>
    public int Steps { get; init; } = 30;

    /// <summary>Guidance; 1 or less runs the prompt alone.</summary>
    public float Guidance { get; init; } = 5;

    /// <summary>Guidance of the second expert; null takes <see cref="Guidance"/>.</summary>
    public float? Guidance2 { get; init; }

    /// <summary>Rows of a prompt, padding included.</summary>
    public int TextLength { get; init; } = PromptEncoder.DefaultLength;

    /// <summary>All noise comes from it.</summary>
    public ulong Seed { get; init; }

    /// <summary>Initial noise, [channels, frames, height, width] of the latents, in place of what the seed gives; null for none.</summary>
    public float[]? Latents { get; init; }

    /// <summary>Rows in place of those of <see cref="Prompt"/>, padding included; null for none.</summary>
    public float[]? PromptRows { get; init; }

    /// <summary>Rows in place of those of <see cref="NegativePrompt"/>; null for none.</summary>
    public float[]? NegativeRows { get; init; }

    /// <summary>Precision of the transformer's products; less than binary32 is faster where the machine has instructions for it, and takes memory for packed weights.</summary>
    public ProductPrecision Precision { get; init; }

    /// <summary>Weights of a <see cref="TinyDecoder"/> that decodes in place of the model's own decoder; null for none.</summary>
    public string? TinyDecoderPath { get; init; }
}

/// <summary>A video does not fit the memory that it may take.</summary>
public sealed class MemoryPlanException(MemoryPlan plan, long limitBytes)
    : Exception(FormattableString.Invariant($"This video needs {plan.PeakBytes / 1e9:0.0} GB of memory and {limitBytes / 1e9:0.0} GB may be taken; ask for a smaller or shorter one."))
{
    /// <summary>What it needs.</summary>
    public MemoryPlan Plan { get; } = plan;
}

/// <summary>Makes one video with a Wan model: text, noise, denoising, frames. The frames come as they are decoded, those of a causal model while later ones are still noise.</summary>
public sealed class Generation : IDisposable
{
    private readonly WanModel _model;
    private readonly GenerationRequest _request;
    private readonly ComputeContext _context;
    private readonly LatentShape _shape;
    private readonly float[] _latents;
    private VideoPipeline? _pipeline;
    private CausalRun? _causal;
    private TinyDecoder? _tiny;
    private bool _prepared;

    /// <summary>Plans a video; nothing is loaded yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="request">What to make.</param>
    /// <param name="memoryLimitBytes">Most native memory that it may take.</param>
    /// <param name="threads">Threads; 0 takes one for each processor.</param>
    /// <exception cref="MemoryPlanException">It does not fit.</exception>
    /// <exception cref="ArgumentException">The request does not fit the model.</exception>
    public Generation(WanModel model, GenerationRequest request, long memoryLimitBytes, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        _model = model;
        _request = request;
        LatentShape shape = model.ShapeOf(request.Width, request.Height, request.Frames);
        _shape = model.Transformer.Causal ? shape with { Frames = CausalSettings.RoundUp(shape.Frames) } : shape;
        if (request.Latents is { } given && given.Length != _shape.Length)
        {
            throw new ArgumentException($"The given latents have {given.Length} numbers; this video has {_shape.Length}: {_shape.Channels} channels, {_shape.Frames} frames, {_shape.Height} by {_shape.Width}.", nameof(request));
        }

        CheckRows(request.PromptRows, nameof(request.PromptRows));
        CheckRows(request.NegativeRows, nameof(request.NegativeRows));
        if (request.PromptRows is null && model.TextEncoder is null)
        {
            throw new ArgumentException("The model folder has no text_encoder, so a prompt must be given as rows of numbers.", nameof(request));
        }

        Plan = MemoryPlan.Of(model, _shape, Math.Max(request.TextLength, RowsOf(request.PromptRows)), Guided, threads > 0 ? threads : Environment.ProcessorCount, request.Precision);
        if (Plan.PeakBytes > memoryLimitBytes)
        {
            throw new MemoryPlanException(Plan, memoryLimitBytes);
        }

        _latents = request.Latents?.ToArray() ?? Noise();
        _context = new ComputeContext(Plan.PeakBytes, threads, request.Precision);
    }

    /// <summary>Memory that it may take, which is also its limit.</summary>
    public MemoryPlan Plan { get; }

    /// <summary>Most native memory that it has held.</summary>
    public long PeakBytes => _context.Budget.PeakBytes;

    /// <summary>Lengths of the latents.</summary>
    public LatentShape Shape => _shape;

    /// <summary>Pixels a latent's side.</summary>
    public int SpatialFactor => _model.Autoencoder.SpatialFactor;

    /// <summary>Share of the work that <see cref="Prepare"/> is, by experience: nearly all, but for a causal model.</summary>
    public double PreparationShare => _model.Transformer.Causal ? 0.05 : 0.9;

    /// <summary>Normalised latents, [channels, frames, height, width]: clean once the last frame has been taken.</summary>
    public ReadOnlySpan<float> Latents => _latents;

    private bool Guided => !_model.Transformer.Causal && (_request.Guidance > 1 || _request.Guidance2 > 1);

    /// <summary>Does what must precede the first frame: encodes the prompt and, but for a causal model, denoises the whole video.</summary>
    /// <param name="progress">Told the share that is done, after each step.</param>
    /// <param name="cancellation">Looked at before each block of the transformer.</param>
    /// <exception cref="Weights.WeightFileException">A weight file is missing or broken.</exception>
    public void Prepare(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        (float[] prompt, float[]? negative) = EncodePrompts(cancellation);
        int rows = RowsOf(prompt);
        if (_model.Transformer.Causal)
        {
            _causal = new CausalRun(_model, _context, _shape, prompt, rows, _request.Seed);
        }
        else
        {
            _pipeline = new VideoPipeline(_model.Files, _context);
            float[] clean = _pipeline.Denoise(
                new DenoiseRequest
                {
                    Latents = _latents,
                    Shape = _shape,
                    PromptRows = prompt,
                    NegativeRows = negative,
                    Steps = _request.Steps,
                    Guidance = _request.Guidance,
                    Guidance2 = _request.Guidance2,
                },
                step => progress?.Invoke((double)step / _request.Steps),
                cancellation);
            clean.CopyTo(_latents, 0);
        }

        _tiny = _request.TinyDecoderPath is { } path ? TinyDecoder.Load(path, _context) : null;
        if (_tiny is not null && _tiny.LatentChannels != _shape.Channels)
        {
            throw new Weights.WeightFileException(_request.TinyDecoderPath!, $"it decodes {_tiny.LatentChannels} channels; this model's latents have {_shape.Channels}.");
        }

        _prepared = true;
        progress?.Invoke(1);
    }

    /// <summary>Makes the frames, as they are asked for; once.</summary>
    /// <param name="cancellation">Looked at before each latent frame, and before each block of a causal model's transformer.</param>
    /// <returns>[height, width, 3] in 0 to 1 each.</returns>
    public IEnumerable<float[]> Frames(CancellationToken cancellation = default)
    {
        if (!_prepared)
        {
            throw new InvalidOperationException("Generation: Prepare comes before Frames.");
        }

        IEnumerable<float[]> frames = _causal is not null ? _causal.Frames(_latents, _tiny, cancellation)
            : _tiny is not null ? Enumerable.Range(0, _shape.Frames).SelectMany(frame => _tiny.Push(_shape.TakeFrames(_latents, frame, 1), _shape.Height, _shape.Width))
            : _pipeline!.Decode(_latents, _shape);
        return Count(frames, cancellation);
    }

    /// <summary>Frees the models and all memory.</summary>
    public void Dispose()
    {
        _tiny?.Dispose();
        _causal?.Dispose();
        _pipeline?.Dispose();
        _context.Dispose();
    }

    private IEnumerable<float[]> Count(IEnumerable<float[]> frames, CancellationToken cancellation)
    {
        foreach (float[] frame in frames.Take(_request.Frames))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return frame;
        }
    }

    private (float[] Prompt, float[]? Negative) EncodePrompts(CancellationToken cancellation)
    {
        bool needsNegative = Guided && _request.NegativeRows is null;
        if (_request.PromptRows is not null && !needsNegative)
        {
            return (_request.PromptRows, Guided ? _request.NegativeRows : null);
        }

        using PromptEncoder encoder = new(_model.Files, _context);
        float[] prompt = _request.PromptRows ?? encoder.Encode(_request.Prompt, _request.TextLength, cancellation);
        float[]? negative = !Guided ? null : _request.NegativeRows ?? encoder.Encode(_request.NegativePrompt, _request.TextLength, cancellation);
        return (prompt, negative);
    }

    private int RowsOf(float[]? rows) => (rows?.Length ?? 0) / _model.Transformer.TextSize;

    private void CheckRows(float[]? rows, string name)
    {
        if (rows is not null && (rows.Length == 0 || rows.Length % _model.Transformer.TextSize != 0))
        {
            throw new ArgumentException($"{name} has {rows.Length} numbers; this model takes rows of {_model.Transformer.TextSize}.", name);
        }
    }

    private float[] Noise()
    {
        float[] noise = new float[_shape.Length];
        GaussianNoise.Fill(_request.Seed, 0, noise);
        return noise;
    }

    /// <summary>A causal model's parts, and its video block by block.</summary>
    private sealed class CausalRun : IDisposable
    {
        private readonly WanTransformer _transformer;
        private readonly WanAutoencoder _autoencoder;
        private readonly Conditioning _conditioning;
        private readonly CausalPipeline _pipeline;
        private readonly LatentShape _shape;
        private readonly ulong _seed;

        public CausalRun(WanModel model, ComputeContext context, LatentShape shape, float[] prompt, int rows, ulong seed)
        {
            _shape = shape;
            _seed = seed;
            _transformer = WanTransformer.Load(model.Files.Part("transformer"), context, TimestepPrecision.Double);
            _autoencoder = WanAutoencoder.Load(model.Files.Part("vae"), context);
            _conditioning = _transformer.Condition(prompt, rows, Math.Max(rows, model.Transformer.TextLength));
            _pipeline = new CausalPipeline(_transformer, context, shape with { Frames = CausalSettings.BlockFrames }, CausalSettings.CacheFrames(shape.Frames), CausalSettings.SinkFrames(shape.Frames));
        }

        /// <summary>Denoises and decodes block by block; <paramref name="latents"/> are noise and become clean.</summary>
        public IEnumerable<float[]> Frames(float[] latents, TinyDecoder? tiny, CancellationToken cancellation)
        {
            float[] steps = _pipeline.Warp(CausalSettings.Steps);
            FrameDecoder decoder = _autoencoder.BeginDecoding();
            ulong stream = 0;
            for (int first = 0; first < _shape.Frames; first += CausalSettings.BlockFrames)
            {
                float[] block = _pipeline.Next(
                    _shape.TakeFrames(latents, first, CausalSettings.BlockFrames),
                    steps,
                    (_, fresh) => GaussianNoise.Fill(_seed, ++stream, fresh),
                    _conditioning,
                    cancellation: cancellation);
                _shape.PutFrames(block, first, CausalSettings.BlockFrames, latents);
                for (int frame = first; frame < first + CausalSettings.BlockFrames; frame++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    IReadOnlyList<float[]> images = tiny is null
                        ? VideoPipeline.DecodeFrame(decoder, _autoencoder.Config, latents, _shape, frame)
                        : tiny.Push(_shape.TakeFrames(latents, frame, 1), _shape.Height, _shape.Width);
                    foreach (float[] image in images)
                    {
                        yield return image;
                    }
                }
            }
        }

        public void Dispose()
        {
            _pipeline.Dispose();
            _conditioning.Dispose();
            _autoencoder.Dispose();
            _transformer.Dispose();
        }
    }
}
