using Lucarne.Tensors.Products;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.ImageEncoder;
using Lucarne.Wan.Images;
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

    /// <summary>Frames, 4k + 1; any number for a video that goes on from another.</summary>
    public required int Frames { get; init; }

    /// <summary>Pictures that the video starts from, ends with, goes on from or shows.</summary>
    public GivenPictures Pictures { get; init; } = GivenPictures.None;

    /// <summary>The image encoder's rows in place of those of the first (and last) picture, [rows, image size]; null for none.</summary>
    public float[]? ImageRows { get; init; }

    /// <summary>Denoising steps, 1 to 1000; causal students have their own.</summary>
    public int Steps { get; init; } = 30;

    /// <summary>Guidance; 1 or less runs the prompt alone, in both experts.</summary>
    public float Guidance { get; init; } = 5;

    /// <summary>Guidance of the second expert where <see cref="Guidance"/> is above 1; null takes that.</summary>
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
    // By experience: pictures are encoded in a small part of the time that denoising takes.
    private const double PicturesShare = 0.05;

    private readonly WanModel _model;
    private readonly GenerationRequest _request;
    private readonly ComputeContext _context;
    private readonly LatentShape _shape;

    // Reference pictures of a VACE model are frames of their own before the video's.
    private readonly LatentShape _noisy;
    private readonly int _frames;
    private readonly int _dropped;
    private float[] _latents;
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
        if (request.Pictures.Problem(model) is { } problem)
        {
            throw new ArgumentException(problem, nameof(request));
        }

        (_frames, _dropped) = FramesOf(model, request);
        LatentShape shape = model.ShapeOf(request.Width, request.Height, _frames);
        _shape = model.Transformer.Causal ? shape with { Frames = CausalSettings.RoundUp(Continues ? shape.Frames - 1 : shape.Frames) } : shape;
        _noisy = _shape with { Frames = _shape.Frames + request.Pictures.References.Count };
        if (request.Latents is { } given && given.Length != _noisy.Length)
        {
            throw new ArgumentException($"The given latents have {given.Length} numbers; this video has {_noisy.Length}: {_noisy.Channels} channels, {_noisy.Frames} frames, {_noisy.Height} by {_noisy.Width}.", nameof(request));
        }

        CheckRows(request.PromptRows, nameof(request.PromptRows), model.Transformer.TextSize);
        CheckRows(request.NegativeRows, nameof(request.NegativeRows), model.Transformer.TextSize);
        CheckRows(request.ImageRows, nameof(request.ImageRows), Math.Max(1, model.Transformer.ImageSize));
        if (model.Transformer.ImageSize > 0 && model.ImageEncoder is null && request.ImageRows is null)
        {
            throw new ArgumentException("This model looks at its first image with a CLIP encoder, and the model folder has no image_encoder. Add that folder of the published model.", nameof(request));
        }

        if (request.PromptRows is null && model.TextEncoder is null)
        {
            throw new ArgumentException("The model folder has no text_encoder, so a prompt must be given as rows of numbers.", nameof(request));
        }

        int workers = threads > 0 ? threads : Environment.ProcessorCount;
        LatentShape held = Continues && model.Transformer.Causal ? _noisy with { Frames = _noisy.Frames + model.Autoencoder.LatentFrames(model.FramesToContinueFrom) } : _noisy;
        Plan = MemoryPlan.Of(model, held, Math.Max(request.TextLength, Math.Max(RowsOf(request.PromptRows), RowsOf(request.NegativeRows))), Guided, workers, request.Precision);
        Plan = request.Pictures.Any || model.Vace ? Plan.WithPictures(model, _shape, workers) : Plan;
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

    /// <summary>Share of the work that <see cref="Prepare"/> is: nearly all by experience, but for a causal model, of which it makes the first block.</summary>
    public double PreparationShare => PreparationShareOf(_model, _frames);

    /// <summary>Normalised latents, [channels, frames, height, width]: clean once the last frame has been taken.</summary>
    public ReadOnlySpan<float> Latents => _latents;

    private bool Continues => _request.Pictures.Before.Count > 0;

    private bool Guided => !_model.Transformer.Causal && _request.Guidance > 1;

    /// <summary>Does what must precede the first frame: encodes prompt and pictures, and denoises the whole video, or the first block of a causal model's.</summary>
    /// <param name="progress">Told the share that is done, after each picture that is encoded and each block of the transformer.</param>
    /// <param name="cancellation">Looked at before each picture and each block of the transformer.</param>
    /// <exception cref="Weights.WeightFileException">A weight file is missing or broken.</exception>
    public void Prepare(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        (float[] prompt, float[]? negative) = EncodePrompts(cancellation);
        int rows = RowsOf(prompt);
        double start = _request.Pictures.Any || _model.Vace ? PicturesShare : 0;
        PictureLatents pictures = EncodePictures(share => progress?.Invoke(start * share), cancellation);
        Action<int, int>? blockDone = progress is null ? null : (done, total) => progress(start + ((1 - start) * done / total));
        if (_model.Transformer.Causal)
        {
            _causal = new CausalRun(_model, _context, _shape, _latents, pictures.Before ?? [], prompt, rows, _request.Seed);
            _causal.Begin(blockDone, cancellation);
        }
        else
        {
            _pipeline = new VideoPipeline(_model.Files, _context);
            float[] clean = _pipeline.Denoise(
                new DenoiseRequest
                {
                    Latents = _latents,
                    Shape = _noisy,
                    PromptRows = prompt,
                    NegativeRows = negative,
                    Steps = _request.Steps,
                    Guidance = _request.Guidance,
                    Guidance2 = _request.Guidance2,
                    FirstFrame = pictures.FirstFrame,
                    BesideNoise = pictures.BesideNoise,
                    Control = pictures.Control,
                    ImageRows = pictures.ImageRows,
                    BlockDone = blockDone,
                },
                cancellation: cancellation);
            _latents = _noisy.TakeFrames(clean, _noisy.Frames - _shape.Frames, _shape.Frames);
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

        IEnumerable<float[]> frames = _causal is not null ? _causal.Frames(_tiny, cancellation)
            : _tiny is not null ? Enumerable.Range(0, _shape.Frames).SelectMany(frame => _tiny.Push(_shape.TakeFrames(_latents, frame, 1), _shape.Height, _shape.Width))
            : _pipeline!.Decode(_latents, _shape);
        return Count(frames, cancellation);
    }

    /// <summary><see cref="PreparationShare"/> of a video that is not planned yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="frames">Frames.</param>
    public static double PreparationShareOf(WanModel model, int frames)
    {
        const double DenoisingShare = 0.9;
        ArgumentNullException.ThrowIfNull(model);
        return model.Transformer.Causal ? (double)CausalSettings.BlockFrames / CausalSettings.RoundUp(model.Autoencoder.LatentFrames(frames)) : DenoisingShare;
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
        foreach (float[] frame in frames.Skip(_dropped).Take(_request.Frames))
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

    private float[] Noise()
    {
        float[] noise = new float[_noisy.Length];
        GaussianNoise.Fill(_request.Seed, 0, noise);
        return noise;
    }

    private static void CheckRows(float[]? rows, string name, int size)
    {
        if (rows is not null && (rows.Length == 0 || rows.Length % size != 0))
        {
            throw new ArgumentException($"{name} has {rows.Length} numbers; this model takes rows of {size}.", name);
        }
    }

    // A video that goes on from another begins with frames of that one, which are made and then left out; a causal model has them in its memory instead.
    private static (int Frames, int Dropped) FramesOf(WanModel model, GenerationRequest request)
    {
        int before = request.Pictures.Before.Count;
        if (before == 0)
        {
            return (request.Frames, 0);
        }

        int step = model.Autoencoder.TemporalFactor, dropped = model.Transformer.Causal ? 0 : Kept(before, model.FramesToContinueFrom, 1, step);
        int needed = model.Transformer.Causal ? request.Frames + 1 : request.Frames + dropped;
        return (((needed - 1 + step - 1) / step * step) + 1, dropped);
    }

    // As many of the last frames as make whole latent frames: first, first + step, and so on.
    private static int Kept(int available, int most, int first, int step) => first + (Math.Max(0, Math.Min(available, most) - first) / step * step);

    private PictureLatents EncodePictures(Action<double> progress, CancellationToken cancellation)
    {
        GivenPictures given = _request.Pictures;
        if (!given.Any && !_model.Vace)
        {
            return new PictureLatents();
        }

        using WanAutoencoder autoencoder = WanAutoencoder.Load(_model.Files.Part("vae"), _context);
        int done = 0, all = PicturesToEncode();
        ConditionEncoder encoder = new(autoencoder, _shape, _frames, () => progress((double)++done / all), cancellation);
        List<float[]> before = [.. FramesBefore().Select(Fit)];
        float[]? first = given.First is { } image ? Fit(image) : before.FirstOrDefault(), last = given.Last is { } end ? Fit(end) : null;
        if (_model.Transformer.Causal)
        {
            return new PictureLatents { Before = encoder.Encode(before) };
        }

        if (_model.Vace)
        {
            IReadOnlyList<float[]> known = given.First is null ? before : [first!];
            return new PictureLatents { Control = encoder.Control(known, last, [.. given.References.Select(r => r.FitOnWhite(_request.Width, _request.Height))]) };
        }

        return _model.FirstImage == PictureUse.Needed
            ? new PictureLatents { BesideNoise = encoder.BesideNoise(first!, last), ImageRows = Look(given.First ?? given.Before[^1], given.Last, cancellation) }
            : new PictureLatents { FirstFrame = encoder.Encode([first]) };

        float[] Fit(RgbImage picture) => picture.Fill(_request.Width, _request.Height);
    }

    // The last frames of the video before; where it is shorter than one causal block, its first frame stands still in front.
    private IEnumerable<RgbImage> FramesBefore()
    {
        IReadOnlyList<RgbImage> before = _request.Pictures.Before;
        if (before.Count == 0 || !_model.Transformer.Causal)
        {
            return before.Skip(before.Count - _dropped);
        }

        int step = _model.Autoencoder.TemporalFactor, block = 1 + ((CausalSettings.BlockFrames - 1) * step);
        int kept = Kept(before.Count, _model.FramesToContinueFrom, block, CausalSettings.BlockFrames * step);
        return Enumerable.Repeat(before[0], Math.Max(0, kept - before.Count)).Concat(before.Skip(Math.Max(0, before.Count - kept)));
    }

    private int PicturesToEncode() =>
        _model.Transformer.Causal ? FramesBefore().Count()
        : _model.Vace ? (2 * _frames) + _request.Pictures.References.Count
        : _model.FirstImage == PictureUse.Needed ? _frames
        : 1;

    private float[]? Look(RgbImage first, RgbImage? last, CancellationToken cancellation)
    {
        if (_model.Transformer.ImageSize == 0 || _request.ImageRows is not null)
        {
            return _request.ImageRows;
        }

        using ClipVisionEncoder encoder = ClipVisionEncoder.Load(_model.Files.Part("image_encoder"), _context);
        float[] rows = encoder.Encode(first, cancellation);
        return last is null ? rows : [.. rows, .. encoder.Encode(last, cancellation)];
    }

    /// <summary>Given pictures as a transformer takes them; null where it takes none of a kind.</summary>
    private sealed record PictureLatents
    {
        public float[]? FirstFrame { get; init; }

        public float[]? BesideNoise { get; init; }

        public float[]? Control { get; init; }

        public float[]? ImageRows { get; init; }

        public float[]? Before { get; init; }
    }
}
