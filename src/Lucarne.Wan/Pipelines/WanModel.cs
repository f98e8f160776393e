using System.Collections.Immutable;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.ImageEncoder;
using Lucarne.Wan.Schedulers;
using Lucarne.Wan.TextEncoder;
using Lucarne.Wan.Tokenizers;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Pipelines;

/// <summary>A model folder as its configurations describe it; no weights are opened.</summary>
/// <param name="Files">The folder.</param>
/// <param name="Transformer">Sizes of the transformer.</param>
/// <param name="Autoencoder">Sizes of the autoencoder.</param>
/// <param name="TextEncoder">Sizes of the text encoder; null when the folder has none and prompts come as numbers.</param>
/// <param name="ImageEncoder">Sizes of the CLIP image encoder, for models that take image tokens; null when the folder has none.</param>
public sealed record WanModel(PipelineFiles Files, WanTransformerConfig Transformer, AutoencoderConfig Autoencoder, TextEncoderConfig? TextEncoder, ClipVisionConfig? ImageEncoder = null)
{
    private const int SpatialFactorOfTi2v = 16;

    // VACE was trained with up to three subjects; a fourth place is for the scene.
    private const int VaceReferences = 4;

    // The end of a video that a new one goes on from: whole causal blocks, 4k + 1 frames, or one picture.
    private const int CausalFramesBefore = 33, VaceFramesBefore = 17;

    // What the published models were trained for at their longest.
    private const int TrainedFrames = 81, TrainedFramesOfTi2v = 121;
    private const double LongestCausalSeconds = 20;

    /// <summary>Frames a second that the model was trained for.</summary>
    public int Fps => Autoencoder.SpatialFactor == SpatialFactorOfTi2v ? 24 : 16;

    /// <summary>Longest video that the model was trained for; a causal model goes on block by block, and 20 seconds are offered of it.</summary>
    public double LongestSeconds => Transformer.Causal ? LongestCausalSeconds
        : (Autoencoder.SpatialFactor == SpatialFactorOfTi2v ? TrainedFramesOfTi2v : TrainedFrames) / (double)Fps;

    /// <summary>Whether a video can, or must, start from an image.</summary>
    public PictureUse FirstImage => TakesBesideNoise ? PictureUse.Needed : Vace || Files.ExpandTimesteps ? PictureUse.Taken : PictureUse.NotTaken;

    /// <summary>Whether a video can, or must, end with an image.</summary>
    public PictureUse LastImage => TakesBesideNoise && Transformer.ImagePositions > 0 ? PictureUse.Needed
        : Vace || (TakesBesideNoise && Transformer.ImageSize == 0) ? PictureUse.Taken
        : PictureUse.NotTaken;

    /// <summary>Reference pictures that a video can show.</summary>
    public int MaxReferences => Vace ? VaceReferences : 0;

    /// <summary>Frames of another video's end that one can go on from, at most; 0 when it cannot.</summary>
    public int FramesToContinueFrom => Transformer.Causal ? CausalFramesBefore : Vace ? VaceFramesBefore : FirstImage != PictureUse.NotTaken && LastImage != PictureUse.Needed ? 1 : 0;

    /// <summary>True for a model that is guided by a control video and by references.</summary>
    public bool Vace => !Transformer.VaceLayers.IsEmpty;

    // A mask and the latents of given frames.
    private bool TakesBesideNoise => Transformer.InputChannels > Autoencoder.LatentChannels;

    /// <summary>Pixels that a side must be a multiple of.</summary>
    public int SizeStep => 2 * Autoencoder.SpatialFactor;

    /// <summary>Reads a model folder's configurations.</summary>
    /// <exception cref="WeightFileException">There is no such folder, or a configuration is missing or broken.</exception>
    public static WanModel Read(string folder)
    {
        PipelineFiles files = PipelineFiles.Read(folder);
        string text = Path.Combine(files.Part("text_encoder"), "config.json"), image = Path.Combine(files.Part("image_encoder"), "config.json");
        try
        {
            WanModel model = new(
                files,
                WanTransformerConfig.Load(Path.Combine(files.Part("transformer"), "config.json")),
                AutoencoderConfig.Load(Path.Combine(files.Part("vae"), "config.json")),
                File.Exists(text) ? TextEncoderConfig.Load(text) : null,
                File.Exists(image) ? ClipVisionConfig.Load(image) : null);
            return model.Misfit() is { } problem ? throw new WeightFileException(folder, problem) : model;
        }
        catch (IOException exception)
        {
            throw new WeightFileException(folder, $"a configuration cannot be read: {exception.Message}");
        }
    }

    /// <summary>Lengths of the latents of a video.</summary>
    /// <param name="width">Pixels, a multiple of <see cref="SizeStep"/>.</param>
    /// <param name="height">Pixels, likewise.</param>
    /// <param name="frames">4k + 1.</param>
    /// <exception cref="ArgumentException">The size does not fit the model.</exception>
    public LatentShape ShapeOf(int width, int height, int frames) =>
        width < SizeStep || height < SizeStep || width % SizeStep != 0 || height % SizeStep != 0 || frames < 1 || (frames - 1) % Autoencoder.TemporalFactor != 0
            ? throw new ArgumentException($"This model makes sizes in steps of {SizeStep} pixels and 1 + {Autoencoder.TemporalFactor}k frames, not {width}x{height} with {frames} frames.", nameof(width))
            : new LatentShape(Autoencoder.LatentChannels, Autoencoder.LatentFrames(frames), height / Autoencoder.SpatialFactor, width / Autoencoder.SpatialFactor);

    // Parts that are whole by themselves may still be of different models.
    private string? Misfit()
    {
        int latents = Autoencoder.LatentChannels, beside = latents + Autoencoder.TemporalFactor, control = (2 * latents) + (Autoencoder.SpatialFactor * Autoencoder.SpatialFactor);
        return Transformer.OutputChannels != latents ? $"the transformer makes {Transformer.OutputChannels} channels, the autoencoder decodes {latents}."
            : Transformer.InputChannels != latents && Transformer.InputChannels != latents + beside ? $"the transformer takes {Transformer.InputChannels} channels; with this autoencoder's {latents}, {latents} (from text) or {latents + beside} (from images) are run."
            : Vace && Transformer.VaceInputChannels != control ? $"the transformer takes {Transformer.VaceInputChannels} control channels; with this autoencoder they are {control}."
            : TextEncoder is not null && TextEncoder.Size != Transformer.TextSize ? $"the text encoder gives rows of {TextEncoder.Size} numbers, the transformer takes {Transformer.TextSize}."
            : ImageEncoder is not null && Transformer.ImageSize > 0 && ImageEncoder.Size != Transformer.ImageSize ? $"the image encoder gives rows of {ImageEncoder.Size} numbers, the transformer takes {Transformer.ImageSize}."
            : null;
    }

    /// <summary>What is wrong beside the weights: a part that is not there, a tokenizer or a scheduler that cannot be read. Empty when all is well.</summary>
    public ImmutableArray<string> CheckFiles()
    {
        ImmutableArray<string>.Builder problems = ImmutableArray.CreateBuilder<string>();
        if (TextEncoder is null)
        {
            problems.Add("text_encoder: there is none, so prompts can be given as numbers only (--inputs).");
        }
        else
        {
            Try("tokenizer", () => T5Tokenizer.Load(Files.Part("tokenizer")));
        }

        if (Transformer.ImageSize > 0 && ImageEncoder is null)
        {
            problems.Add("image_encoder: there is none, and this model looks at its first image with one.");
        }

        if (!Transformer.Causal)
        {
            Try("scheduler", () => FlowSchedulers.Load(Files.SchedulerConfig, 1, null));
        }

        return problems.ToImmutable();

        void Try(string part, Func<object> open)
        {
            try
            {
                open();
            }
            catch (WeightFileException exception)
            {
                problems.Add(exception.Message);
            }
            catch (IOException)
            {
                problems.Add($"{part}: its file is not there, or cannot be opened.");
            }
        }
    }

    /// <summary>Compares the weight files of each part with what the model expects. A file that is broken or not there is told in its part's report.</summary>
    /// <exception cref="WeightFileException">The second expert's configuration is broken, or not there.</exception>
    public ImmutableArray<PartReport> CheckWeights()
    {
        ImmutableArray<PartReport>.Builder parts = ImmutableArray.CreateBuilder<PartReport>();
        Add("transformer", WanTransformerLayout.Rename, WanTransformerLayout.Expected(Transformer));
        if (Files.SecondTransformer)
        {
            WanTransformerConfig second = WanTransformerConfig.Load(Path.Combine(Files.Part("transformer_2"), "config.json"));
            Add("transformer_2", WanTransformerLayout.Rename, WanTransformerLayout.Expected(second));
        }

        Add("vae", name => AutoencoderLayout.Rename(name, Autoencoder), AutoencoderLayout.Expected(Autoencoder));
        if (TextEncoder is not null)
        {
            Add("text_encoder", TextEncoderLayout.Rename, TextEncoderLayout.Expected(TextEncoder));
        }

        if (ImageEncoder is not null && Transformer.ImageSize > 0)
        {
            Add("image_encoder", ClipVisionLayout.Rename, ClipVisionLayout.Expected(ImageEncoder));
        }

        return parts.ToImmutable();

        void Add(string part, Func<string, string> rename, IReadOnlyList<ExpectedTensor> expected)
        {
            try
            {
                using WeightStore store = WeightStore.Open(Files.Part(part), rename);
                parts.Add(new PartReport(part, store.Check(expected), null));
            }
            catch (WeightFileException exception)
            {
                WeightReport nothing = new(0, [.. expected.Where(tensor => !tensor.Optional).Select(tensor => $"{tensor.Name} {StoredTensor.Describe(tensor.Shape.AsSpan())}")], [], [], 0);
                parts.Add(new PartReport(part, nothing, exception.Message));
            }
        }
    }
}

/// <summary>What a check of one part found.</summary>
/// <param name="Part">Its folder.</param>
/// <param name="Weights">Tensors found, missing, misshapen and unexpected, by name; all are missing where no file could be read.</param>
/// <param name="Problem">Why no file could be read; null when one was.</param>
public sealed record PartReport(string Part, WeightReport Weights, string? Problem);
