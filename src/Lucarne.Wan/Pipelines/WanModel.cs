using System.Collections.Immutable;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.TextEncoder;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Pipelines;

/// <summary>A model folder as its configurations describe it; no weights are opened.</summary>
/// <param name="Files">The folder.</param>
/// <param name="Transformer">Sizes of the transformer.</param>
/// <param name="Autoencoder">Sizes of the autoencoder.</param>
/// <param name="TextEncoder">Sizes of the text encoder; null when the folder has none and prompts come as numbers.</param>
public sealed record WanModel(PipelineFiles Files, WanTransformerConfig Transformer, AutoencoderConfig Autoencoder, TextEncoderConfig? TextEncoder)
{
    private const int SpatialFactorOfTi2v = 16;

    // What the published models were trained for at their longest.
    private const int TrainedFrames = 81, TrainedFramesOfTi2v = 121;
    private const double LongestCausalSeconds = 20;

    /// <summary>Frames a second that the model was trained for.</summary>
    public int Fps => Autoencoder.SpatialFactor == SpatialFactorOfTi2v ? 24 : 16;

    /// <summary>Longest video that the model was trained for; a causal model goes on block by block, and 20 seconds are offered of it.</summary>
    public double LongestSeconds => Transformer.Causal ? LongestCausalSeconds
        : (Autoencoder.SpatialFactor == SpatialFactorOfTi2v ? TrainedFramesOfTi2v : TrainedFrames) / (double)Fps;

    /// <summary>Pixels that a side must be a multiple of.</summary>
    public int SizeStep => 2 * Autoencoder.SpatialFactor;

    /// <summary>Reads a model folder's configurations.</summary>
    /// <exception cref="WeightFileException">There is no such folder, or a configuration is missing or broken.</exception>
    public static WanModel Read(string folder)
    {
        PipelineFiles files = PipelineFiles.Read(folder);
        string text = Path.Combine(files.Part("text_encoder"), "config.json");
        try
        {
            return new WanModel(
                files,
                WanTransformerConfig.Load(Path.Combine(files.Part("transformer"), "config.json")),
                AutoencoderConfig.Load(Path.Combine(files.Part("vae"), "config.json")),
                File.Exists(text) ? TextEncoderConfig.Load(text) : null);
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

    /// <summary>Compares the weight files of each part with what the model expects.</summary>
    /// <exception cref="WeightFileException">A file is broken, or not there.</exception>
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

        return parts.ToImmutable();

        void Add(string part, Func<string, string> rename, IReadOnlyList<ExpectedTensor> expected)
        {
            using WeightStore store = WeightStore.Open(Files.Part(part), rename);
            parts.Add(new PartReport(part, store.Check(expected)));
        }
    }
}

/// <summary>What a check of one part found.</summary>
/// <param name="Part">Its folder.</param>
/// <param name="Weights">Tensors found, missing, misshapen and unexpected, by name.</param>
public sealed record PartReport(string Part, WeightReport Weights);
