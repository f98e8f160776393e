using System.Collections.Immutable;
using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Transformer;

/// <summary>Sizes of a Wan transformer, as its <c>config.json</c> states them.</summary>
public sealed record WanTransformerConfig
{
    private const int Most = 1 << 20, MostLayers = 1000;

    /// <summary>Attention heads.</summary>
    public required int Heads { get; init; }

    /// <summary>Numbers a head, even.</summary>
    public required int HeadSize { get; init; }

    /// <summary>Inner size of the feed-forward layers.</summary>
    public required int FeedForwardSize { get; init; }

    /// <summary>Blocks.</summary>
    public required int Layers { get; init; }

    /// <summary>Channels of the input latents: 16, 36 with an image condition, 48 for TI2V.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Channels of the output.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>Numbers a row of the text encoder's output.</summary>
    public required int TextSize { get; init; }

    /// <summary>Numbers of the sinusoidal timestep embedding, even.</summary>
    public int FrequencySize { get; init; } = 256;

    /// <summary>Added to variances.</summary>
    public float Epsilon { get; init; } = 1e-6f;

    /// <summary>Numbers a row of the image encoder's output; 0 when the model takes no image tokens.</summary>
    public int ImageSize { get; init; }

    /// <summary>Rows of the image position embedding; 0 for none. The first-and-last-frame model has twice an image's tokens.</summary>
    public int ImagePositions { get; init; }

    /// <summary>Rows that text is padded to with zeros, which are attended to.</summary>
    public int TextLength { get; init; } = 512;

    /// <summary>Main blocks after which a VACE hint is added; empty for the plain model.</summary>
    public ImmutableArray<int> VaceLayers { get; init; } = [];

    /// <summary>Channels of the VACE control: inactive and reactive latents and the unshuffled mask.</summary>
    public int VaceInputChannels { get; init; }

    /// <summary>True for a few-step causal student (Self-Forcing), which makes a video block by block.</summary>
    public bool Causal { get; init; }

    /// <summary>Model width: heads times head size.</summary>
    public int Size => Heads * HeadSize;

    /// <summary>Pixels of a patch: one frame, two rows, two columns.</summary>
    public const int PatchPixels = 4;

    /// <summary>Reads a <c>config.json</c> of the diffusers or of the original layout.</summary>
    /// <exception cref="WeightFileException">It is not one, or a size is out of range.</exception>
    public static WanTransformerConfig Load(string path)
    {
        try
        {
            using JsonDocument document = JsonFile.Open(path);
            WanTransformerConfig config = Read(document.RootElement, path);
            config.Validate(path);
            return config;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new WeightFileException(path, $"it is not the configuration of a Wan transformer ({exception.Message})");
        }
    }

    private static WanTransformerConfig Read(JsonElement json, string path)
    {
        bool causal = json.TryGetProperty("_class_name", out JsonElement name) && name.GetString() == "CausalWanModel";
        return ReadSizes(json, path) with { Causal = causal };
    }

    private static WanTransformerConfig ReadSizes(JsonElement json, string path)
    {
        // The original layout is known by its names; what the other leaves out is as in the reference.
        if (!json.TryGetProperty("dim", out JsonElement width))
        {
            int[] patch = json.TryGetProperty("patch_size", out JsonElement sides) && sides.ValueKind == JsonValueKind.Array ? [.. sides.EnumerateArray().Select(p => p.GetInt32())] : [1, 2, 2];
            int channels = Int(json, "in_channels", 16);
            if (json.TryGetProperty("cross_attn_norm", out JsonElement norm) && norm.ValueKind == JsonValueKind.False)
            {
                throw new WeightFileException(path, "cross_attn_norm is false, which is not run.");
            }

            return patch is not [1, 2, 2]
                ? throw new WeightFileException(path, $"patches of {StoredTensor.Describe(patch)} are not run; [1, 2, 2] are.")
                : new WanTransformerConfig
                {
                    Heads = Int(json, "num_attention_heads", 40),
                    HeadSize = Int(json, "attention_head_dim", 128),
                    FeedForwardSize = Int(json, "ffn_dim", 13_824),
                    Layers = Int(json, "num_layers", 40),
                    InputChannels = channels,
                    OutputChannels = Int(json, "out_channels", channels),
                    TextSize = Int(json, "text_dim", 4096),
                    FrequencySize = Int(json, "freq_dim", 256),
                    Epsilon = json.TryGetProperty("eps", out JsonElement eps) ? eps.GetSingle() : 1e-6f,
                    ImageSize = Int(json, "image_dim", 0),
                    ImagePositions = Int(json, "pos_embed_seq_len", 0),
                    VaceLayers = json.TryGetProperty("vace_layers", out JsonElement layers) && layers.ValueKind == JsonValueKind.Array ? [.. layers.EnumerateArray().Select(l => l.GetInt32())] : [],
                    VaceInputChannels = Int(json, "vace_in_channels", 0),
                };
        }

        int size = width.GetInt32(), count = json.GetProperty("num_heads").GetInt32();
        return new WanTransformerConfig
        {
            Heads = count,
            HeadSize = count > 0 && size % count == 0 ? size / count : 0,
            FeedForwardSize = json.GetProperty("ffn_dim").GetInt32(),
            Layers = json.GetProperty("num_layers").GetInt32(),
            InputChannels = json.GetProperty("in_dim").GetInt32(),
            OutputChannels = json.GetProperty("out_dim").GetInt32(),
            TextSize = Int(json, "text_dim", 4096),
            FrequencySize = Int(json, "freq_dim", 256),
            Epsilon = json.TryGetProperty("eps", out JsonElement e) ? e.GetSingle() : 1e-6f,
            TextLength = Int(json, "text_len", 512),
            ImageSize = json.TryGetProperty("model_type", out JsonElement type) && type.GetString() is "i2v" or "flf2v" ? 1280 : 0,
            ImagePositions = json.TryGetProperty("model_type", out JsonElement kind) && kind.GetString() == "flf2v" ? 514 : 0,
        };
    }

    private static int Int(JsonElement json, string name, int otherwise) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : otherwise;

    private void Validate(string path)
    {
        int[] sizes = [Heads, HeadSize, FeedForwardSize, Layers, InputChannels, OutputChannels, TextSize, FrequencySize, TextLength];
        bool odd = HeadSize % 2 != 0 || FrequencySize % 2 != 0 || !(Epsilon >= 0 && float.IsFinite(Epsilon)) || (!VaceLayers.IsEmpty && VaceInputChannels is < 1 or > Most);
        if (sizes.Any(size => size is < 1 or > Most) || odd || ImageSize is < 0 or > Most || ImagePositions is < 0 or > Most || (long)Heads * HeadSize > Most || VaceLayers.Any(l => l < 0 || l >= Layers) || VaceLayers.Zip(VaceLayers.Skip(1)).Any(pair => pair.First >= pair.Second) || Layers > MostLayers)
        {
            throw new WeightFileException(path, "a size is out of range, or a head or frequency size is odd, or the heads do not divide the width.");
        }
    }
}
