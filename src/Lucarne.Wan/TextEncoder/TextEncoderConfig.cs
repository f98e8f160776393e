using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.TextEncoder;

/// <summary>Sizes of a UMT5 encoder, as its <c>config.json</c> states them.</summary>
public sealed record TextEncoderConfig
{
    /// <summary>Numbers a token.</summary>
    public required int Size { get; init; }

    /// <summary>Inner size of the feed-forward layers.</summary>
    public required int FeedForwardSize { get; init; }

    /// <summary>Numbers a head.</summary>
    public required int HeadSize { get; init; }

    /// <summary>Heads; head size times heads may differ from <see cref="Size"/>.</summary>
    public required int Heads { get; init; }

    /// <summary>Layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Rows of the embedding.</summary>
    public required int Vocabulary { get; init; }

    /// <summary>Buckets of the relative position bias.</summary>
    public int Buckets { get; init; } = 32;

    /// <summary>Distance from which all share the last bucket.</summary>
    public int MaxDistance { get; init; } = 128;

    /// <summary>Added to mean squares.</summary>
    public float Epsilon { get; init; } = 1e-6f;

    /// <summary>Reads a <c>config.json</c>.</summary>
    /// <exception cref="WeightFileException">It is not one, or a size is out of range.</exception>
    public static TextEncoderConfig Load(string path)
    {
        try
        {
            using JsonDocument document = JsonFile.Open(path);
            JsonElement json = document.RootElement;
            TextEncoderConfig config = new()
            {
                Size = json.GetProperty("d_model").GetInt32(),
                FeedForwardSize = json.GetProperty("d_ff").GetInt32(),
                HeadSize = json.GetProperty("d_kv").GetInt32(),
                Heads = json.GetProperty("num_heads").GetInt32(),
                Layers = json.GetProperty("num_layers").GetInt32(),
                Vocabulary = json.GetProperty("vocab_size").GetInt32(),
                Buckets = json.TryGetProperty("relative_attention_num_buckets", out JsonElement buckets) ? buckets.GetInt32() : 32,
                MaxDistance = json.TryGetProperty("relative_attention_max_distance", out JsonElement distance) ? distance.GetInt32() : 128,
                Epsilon = json.TryGetProperty("layer_norm_epsilon", out JsonElement epsilon) ? epsilon.GetSingle() : 1e-6f,
            };
            bool gated = !json.TryGetProperty("feed_forward_proj", out JsonElement kind) || kind.GetString() == "gated-gelu";
            bool inRange = new[] { config.Size, config.FeedForwardSize, config.HeadSize, config.Heads, config.Layers, config.Vocabulary }.All(n => n is >= 1 and <= 1 << 20);
            bool products = (long)config.Heads * config.HeadSize <= 1 << 20 && config.Epsilon >= 0 && float.IsFinite(config.Epsilon);
            return gated && inRange && products && config.Layers <= 1000 && config.Buckets is >= 4 and <= 1024 && config.MaxDistance > config.Buckets / 4
                ? config
                : throw new WeightFileException(path, "a size is out of range, or the feed-forward layer is not gated-gelu.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new WeightFileException(path, $"it is not the configuration of a UMT5 encoder ({exception.Message})");
        }
    }
}
