using System.Collections.Immutable;
using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Tensors.Products;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.Studio.Engines;

/// <summary>How <see cref="WanEngine"/> runs its model. What is null follows the model.</summary>
public sealed record WanEngineOptions
{
    /// <summary>Folder of the model, in the diffusers layout.</summary>
    public required string ModelFolder { get; init; }

    /// <summary>Most native memory that one run may take; null takes four fifths of the machine's.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Precision of the transformer's products, where <see cref="Template"/> is null.</summary>
    public ProductPrecision Precision { get; init; }

    /// <summary>Picture sizes to offer; null offers those of <see cref="WanEngine.CommonSizes"/> that the model makes and that fit.</summary>
    public ImmutableArray<VideoSize>? Sizes { get; init; }

    /// <summary>What each run starts from; prompt, size, frames and seed come from the film. Null takes the model's usual steps and guidance.</summary>
    public GenerationRequest? Template { get; init; }

    /// <summary>Which ffmpeg reads pictures and videos that are given.</summary>
    public Ffmpeg Ffmpeg { get; init; } = new();

    /// <summary>Told the final latents and all frames, [height, width, 3] in 0 to 1 each, once the last frame is made; null keeps none.</summary>
    public Action<Generation, IReadOnlyList<float[]>>? Finished { get; init; }
}

/// <summary>The open-weights engine: video models of the Wan family, run in this process. Sound is Diorama's, staged from the same prompt.</summary>
public sealed class WanEngine : IEngine
{
    /// <summary>Its id.</summary>
    public const string EngineId = "wan";

    private const double MemoryShare = 0.8;

    private readonly WanModel _model;
    private readonly WanEngineOptions _options;
    private readonly long _memoryLimitBytes;

    /// <summary>Reads the model's configurations; no weights are opened.</summary>
    /// <exception cref="WeightFileException">The folder is no model folder.</exception>
    public WanEngine(WanEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _model = WanModel.Read(options.ModelFolder);
        if (_model.TextEncoder is null && options.Template?.PromptRows is null)
        {
            throw new WeightFileException(options.ModelFolder, "it has no text_encoder, so it cannot read prompts. Add that folder of the published model.");
        }

        if (_model.Transformer.ImageSize > 0 && _model.ImageEncoder is null && options.Template?.ImageRows is null)
        {
            throw new WeightFileException(options.ModelFolder, "it has no image_encoder, which this model looks at its first image with. Add that folder of the published model.");
        }

        _memoryLimitBytes = options.MemoryLimitBytes ?? (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * MemoryShare);
        Capabilities = Describe();
    }

    /// <summary>Sizes that published models were trained for, and smaller ones of the same shapes.</summary>
    public static ImmutableArray<VideoSize> CommonSizes { get; } =
    [
        new(480, 832), new(832, 480), new(704, 1280), new(1280, 704), new(624, 624), new(240, 416), new(416, 240), new(160, 288), new(288, 160), new(144, 256), new(256, 144),
        new(128, 128), new(64, 96), new(96, 64), new(64, 64), new(32, 48), new(48, 32), new(32, 32),
    ];

    /// <inheritdoc/>
    public string Id => EngineId;

    /// <inheritdoc/>
    public string Name => "Wan";

    /// <summary>The name of the model's folder and the precision of its products, such as <c>Wan2.1-T2V-1.3B-Diffusers bf16</c>.</summary>
    public string Version => Safety.Text.TextHygiene.Truncate(
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_options.ModelFolder))), Storage.GenerationsTable.EngineVersionMaxLength - 16) + $" {(_options.Template?.Precision ?? _options.Precision).ToString().ToLowerInvariant()}";

    /// <inheritdoc/>
    public EngineCapabilities Capabilities { get; }

    /// <inheritdoc/>
    /// <remarks>Always null: the model reads prompts as they are.</remarks>
    public ScreenplayReading? ReadScreenplay(string prompt, double seconds) => null;

    /// <inheritdoc/>
    public EngineRun Start(EngineRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        GenerationRequest wanted = Request(request.Prompt, request.Format) with { Seed = unchecked((ulong)request.Seed) };
        return new WanRun(_model, request, wanted, _memoryLimitBytes, _options);
    }

    private GenerationRequest Request(string prompt, VideoFormat format)
    {
        // Two-expert models were published with guidance 4 and 3, the others with 5.
        GenerationRequest template = _options.Template ?? new GenerationRequest
        {
            Prompt = prompt,
            Width = format.Width,
            Height = format.Height,
            Frames = 1,
            Precision = _options.Precision,
            Guidance = _model.Files.SecondTransformer ? 4 : 5,
            Guidance2 = _model.Files.SecondTransformer ? 3 : null,
        };
        int step = _model.Autoencoder.TemporalFactor;
        return template with { Prompt = prompt, Width = format.Width, Height = format.Height, Frames = ((format.FrameCount - 1 + step - 1) / step * step) + 1 };
    }

    private EngineCapabilities Describe()
    {
        int fps = _model.Fps;
        double longest = _model.LongestSeconds;
        ImmutableArray<VideoSize> makes = _options.Sizes ?? [.. CommonSizes.Where(size => size.Width % _model.SizeStep == 0 && size.Height % _model.SizeStep == 0)];
        if (makes.IsEmpty)
        {
            throw new WeightFileException(_options.ModelFolder, $"none of the common sizes is in this model's steps of {_model.SizeStep} pixels.");
        }

        // A second at least must fit; a longer film of the same size is refused when it is asked for, with the figures.
        ImmutableArray<VideoSize> fitting = [.. makes.Where(size => PeakBytes(size, fps, 1) <= _memoryLimitBytes)];
        ImmutableArray<VideoSize> sizes = fitting.IsEmpty ? [makes.MinBy(size => size.Width * size.Height)] : fitting;
        return new EngineCapabilities
        {
            Sizes = sizes,
            Fps = [fps],
            MinSeconds = 1.0 / fps,
            MaxSeconds = longest,
            Sound = true,
            FirstImage = _model.FirstImage != PictureUse.NotTaken,
            FirstImageNeeded = _model.FirstImage == PictureUse.Needed,
            LastImage = _model.LastImage != PictureUse.NotTaken,
            LastImageNeeded = _model.LastImage == PictureUse.Needed,
            MaxReferences = _model.MaxReferences,
            Continues = _model.FramesToContinueFrom > 0,
            MemoryBytes = sizes.Max(size => PeakBytes(size, fps, longest)),
        };
    }

    private long PeakBytes(VideoSize size, int fps, double seconds)
    {
        GenerationRequest request = Request(string.Empty, new VideoFormat(size.Width, size.Height, fps, Math.Max(1, (int)(seconds * fps))));
        LatentShape shape = _model.ShapeOf(request.Width, request.Height, request.Frames);
        return MemoryPlan.Of(_model, shape, request.TextLength, request.Guidance > 1, Environment.ProcessorCount, request.Precision).WithPictures(_model, shape, Environment.ProcessorCount).PeakBytes;
    }
}
