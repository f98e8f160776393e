using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.ImageEncoder;

/// <summary>Sizes of a CLIP image encoder, as its <c>config.json</c> states them.</summary>
public sealed record ClipVisionConfig
{
    /// <summary>Numbers a token.</summary>
    public required int Size { get; init; }

    /// <summary>Inner size of the feed-forward layers.</summary>
    public required int FeedForwardSize { get; init; }

    /// <summary>Layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Attention heads.</summary>
    public required int Heads { get; init; }

    /// <summary>Pixels of the square picture's side.</summary>
    public required int ImageSide { get; init; }

    /// <summary>Pixels of a patch's side.</summary>
    public required int PatchSide { get; init; }

    /// <summary>Added to variances.</summary>
    public float Epsilon { get; init; } = 1e-5f;

    /// <summary>Patches in a row of the picture.</summary>
    public int PatchesOfSide => ImageSide / PatchSide;

    /// <summary>Tokens of a picture: the class token and one a patch.</summary>
    public int Tokens => 1 + (PatchesOfSide * PatchesOfSide);

    /// <summary>Reads a <c>config.json</c>, that of the vision model alone or of the whole of CLIP.</summary>
    /// <exception cref="WeightFileException">It is not one, or a size is out of range.</exception>
    public static ClipVisionConfig Load(string path)
    {
        try
        {
            using JsonDocument document = JsonFile.Open(path);
            JsonElement json = document.RootElement.TryGetProperty("vision_config", out JsonElement vision) ? vision : document.RootElement;
            string activation = json.TryGetProperty("hidden_act", out JsonElement act) ? act.GetString() ?? string.Empty : "quick_gelu";
            ClipVisionConfig config = new()
            {
                Size = json.GetProperty("hidden_size").GetInt32(),
                FeedForwardSize = json.GetProperty("intermediate_size").GetInt32(),
                Layers = json.GetProperty("num_hidden_layers").GetInt32(),
                Heads = json.GetProperty("num_attention_heads").GetInt32(),
                ImageSide = json.GetProperty("image_size").GetInt32(),
                PatchSide = json.GetProperty("patch_size").GetInt32(),
                Epsilon = json.TryGetProperty("layer_norm_eps", out JsonElement epsilon) ? epsilon.GetSingle() : 1e-5f,
            };
            int[] sizes = [config.Size, config.FeedForwardSize, config.Layers, config.Heads, config.ImageSide, config.PatchSide];
            return activation != "gelu" ? throw new WeightFileException(path, $"its activation is '{activation}'; 'gelu' is run, which the encoder of Wan 2.1 has.")
                : sizes.All(n => n is >= 1 and <= 1 << 16) && config.Layers <= 1000 && config.Size % config.Heads == 0 && config.Epsilon >= 0 && float.IsFinite(config.Epsilon) && config.ImageSide <= 2048 && config.ImageSide % config.PatchSide == 0
                ? config
                : throw new WeightFileException(path, "a size is out of range, or heads or patches do not divide theirs.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new WeightFileException(path, $"it is not the configuration of a CLIP image encoder ({exception.Message})");
        }
    }
}

/// <summary>The tensors of a CLIP image encoder by their transformers names.</summary>
public static class ClipVisionLayout
{
    private const string Prefix = "vision_model.";

    /// <summary>The name without the prefix that a whole CLIP model's file has.</summary>
    public static string Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }

    /// <summary>Every tensor that is used: those of the last layer are not, because its input is what the video model takes.</summary>
    public static IReadOnlyList<ExpectedTensor> Expected(ClipVisionConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        int size = config.Size;
        List<ExpectedTensor> tensors =
        [
            new("embeddings.class_embedding", [size]),
            new("embeddings.patch_embedding.weight", [size, 3, config.PatchSide, config.PatchSide]),
            new("embeddings.position_embedding.weight", [config.Tokens, size]),
        ];
        Add("pre_layrnorm", size);
        for (int layer = 0; layer < config.Layers - 1; layer++)
        {
            string name = $"encoder.layers.{layer}";
            Add($"{name}.layer_norm1", size);
            Add($"{name}.layer_norm2", size);
            foreach (string projection in (string[])["q_proj", "k_proj", "v_proj", "out_proj"])
            {
                Add($"{name}.self_attn.{projection}", size, size);
            }

            Add($"{name}.mlp.fc1", config.FeedForwardSize, size);
            Add($"{name}.mlp.fc2", size, config.FeedForwardSize);
        }

        return tensors;

        void Add(string name, params int[] shape)
        {
            tensors.Add(new ExpectedTensor(name + ".weight", [.. shape]));
            tensors.Add(new ExpectedTensor(name + ".bias", [shape[0]]));
        }
    }
}
