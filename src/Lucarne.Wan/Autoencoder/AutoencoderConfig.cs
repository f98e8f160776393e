using System.Collections.Immutable;
using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Autoencoder;

/// <summary>Sizes of a Wan autoencoder, as its <c>config.json</c> states them.</summary>
public sealed record AutoencoderConfig
{
    private static readonly float[] Mean16 =
        [-0.7571f, -0.7089f, -0.9113f, 0.1075f, -0.1745f, 0.9653f, -0.1517f, 1.5508f, 0.4134f, -0.0715f, 0.5517f, -0.3632f, -0.1922f, -0.9497f, 0.2503f, -0.2921f];

    private static readonly float[] Deviation16 =
        [2.8184f, 1.4541f, 2.3275f, 2.6558f, 1.2196f, 1.7708f, 2.6052f, 2.0743f, 3.2687f, 2.1526f, 2.8652f, 1.5579f, 1.6382f, 1.1253f, 2.8251f, 1.9160f];

    /// <summary>Width of the encoder's first level.</summary>
    public required int BaseSize { get; init; }

    /// <summary>Width of the decoder's last level.</summary>
    public required int DecoderBaseSize { get; init; }

    /// <summary>Latent channels.</summary>
    public required int LatentChannels { get; init; }

    /// <summary>Width of each level relative to the base.</summary>
    public required ImmutableArray<int> LevelFactors { get; init; }

    /// <summary>Residual blocks a level.</summary>
    public required int ResidualBlocks { get; init; }

    /// <summary>Whether each of the encoder's level changes halves time too.</summary>
    public required ImmutableArray<bool> HalvesTime { get; init; }

    /// <summary>True for the 2.2 form: levels have averaging and duplicating shortcuts.</summary>
    public bool Residual { get; init; }

    /// <summary>Pixels that are folded into channels, each way: 1, or 2 for the 2.2 form.</summary>
    public int PatchSize { get; init; } = 1;

    /// <summary>Channels of the network's input: 3 times the patch's pixels.</summary>
    public int PixelChannels => 3 * PatchSize * PatchSize;

    /// <summary>Mean of each latent channel.</summary>
    public required ImmutableArray<float> LatentMean { get; init; }

    /// <summary>Standard deviation of each latent channel.</summary>
    public required ImmutableArray<float> LatentDeviation { get; init; }

    /// <summary>Pixels a latent column stands for: 8 or 16.</summary>
    public int SpatialFactor => PatchSize << (LevelFactors.Length - 1);

    /// <summary>Frames a latent frame stands for, after the first: 4.</summary>
    public int TemporalFactor => 1 << HalvesTime.Count(h => h);

    /// <summary>Latent frames of a video of 4k + 1 frames.</summary>
    public int LatentFrames(int frames) => ((frames - 1) / TemporalFactor) + 1;

    /// <summary>Reads a <c>config.json</c>.</summary>
    /// <exception cref="WeightFileException">It is not one, or a size is out of range.</exception>
    public static AutoencoderConfig Load(string path)
    {
        try
        {
            using JsonDocument document = JsonFile.Open(path);
            JsonElement json = document.RootElement;
            int latent = Int(json, "z_dim", 16), size = Int(json, "base_dim", 96);
            AutoencoderConfig config = new()
            {
                BaseSize = size,
                DecoderBaseSize = Int(json, "decoder_base_dim", size),
                LatentChannels = latent,
                LevelFactors = Ints(json, "dim_mult", [1, 2, 4, 4]),
                ResidualBlocks = Int(json, "num_res_blocks", 2),
                HalvesTime = json.TryGetProperty("temperal_downsample", out JsonElement halves) ? [.. halves.EnumerateArray().Select(h => h.GetBoolean())] : [false, true, true],
                Residual = json.TryGetProperty("is_residual", out JsonElement residual) && residual.GetBoolean(),
                PatchSize = Int(json, "patch_size", 1),
                LatentMean = Floats(json, "latents_mean", Mean16),
                LatentDeviation = Floats(json, "latents_std", Deviation16),
            };
            config.Validate(path);
            RefuseUnsupported(json, path);
            return config;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new WeightFileException(path, $"it is not the configuration of a Wan autoencoder ({exception.Message})");
        }
    }

    private static int Int(JsonElement json, string name, int otherwise) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : otherwise;

    private static ImmutableArray<int> Ints(JsonElement json, string name, ImmutableArray<int> otherwise) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetInt32())] : otherwise;

    private static ImmutableArray<float> Floats(JsonElement json, string name, float[] otherwise) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetSingle())] : [.. otherwise];

    private void Validate(string path)
    {
        const int Most = 1 << 14;
        bool sizes = new[] { BaseSize, DecoderBaseSize, LatentChannels, ResidualBlocks }.Concat(LevelFactors).All(n => n is >= 1 and <= Most);
        if (!sizes || LevelFactors.Length is < 2 or > 6 || HalvesTime.Length != LevelFactors.Length - 1 || PatchSize is not (1 or 2) || LatentMean.Length != LatentChannels || LatentDeviation.Length != LatentChannels)
        {
            throw new WeightFileException(path, "a size is out of range, or the lists do not have the lengths that the levels and channels ask for.");
        }

        if (LevelFactors.Max() * (long)Math.Max(BaseSize, DecoderBaseSize) > Most || !LatentMean.All(float.IsFinite) || !LatentDeviation.All(d => d > 0 && float.IsFinite(d)))
        {
            throw new WeightFileException(path, "a level is too wide, or latents_mean or latents_std holds a number that is out of range.");
        }

        if (Residual && !ShortcutsDivide())
        {
            throw new WeightFileException(path, "its levels' widths do not divide, so that their shortcuts cannot average or repeat channels.");
        }
    }

    // What is averaged on the way down, and repeated on the way up, are whole groups of channels.
    private bool ShortcutsDivide() =>
        AutoencoderLayout.EncoderLevels(this).All(level => level.Input * Folded(level) % level.Output == 0)
        && AutoencoderLayout.DecoderLevels(this).All(level => !level.ChangesSpace || level.Output * Folded(level) % level.Input == 0);

    private static long Folded(AutoencoderLayout.Level level) => (level.ChangesTime ? 2L : 1) * (level.ChangesSpace ? 4 : 1);

    private static void RefuseUnsupported(JsonElement json, string path)
    {
        if (json.TryGetProperty("attn_scales", out JsonElement scales) && scales.ValueKind == JsonValueKind.Array && scales.GetArrayLength() > 0)
        {
            throw new WeightFileException(path, "attn_scales is not empty: attention within levels is not run.");
        }
    }
}
