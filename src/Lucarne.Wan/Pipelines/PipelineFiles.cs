using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Pipelines;

/// <summary>What a model folder's <c>model_index.json</c> states.</summary>
/// <param name="Folder">The model folder, with a sub-folder a part.</param>
/// <param name="SecondTransformer">True for the two-expert model.</param>
/// <param name="BoundaryRatio">Share of the timesteps from which on upwards the first expert runs; null without a second.</param>
/// <param name="ExpandTimesteps">True when each token gets a timestep of its own (TI2V).</param>
public sealed record PipelineFiles(string Folder, bool SecondTransformer, double? BoundaryRatio, bool ExpandTimesteps)
{
    /// <summary>Path of a part: <c>transformer</c>, <c>transformer_2</c>, <c>vae</c>, <c>text_encoder</c>, <c>tokenizer</c>, <c>scheduler</c>.</summary>
    public string Part(string name) => Path.Combine(Folder, name);

    /// <summary>Path of the scheduler's configuration.</summary>
    public string SchedulerConfig => Path.Combine(Folder, "scheduler", "scheduler_config.json");

    /// <summary>Reads a model folder.</summary>
    /// <exception cref="WeightFileException">There is no such folder, or its index is not one.</exception>
    public static PipelineFiles Read(string folder)
    {
        string index = Path.Combine(folder, "model_index.json");
        if (!File.Exists(index))
        {
            throw new WeightFileException(folder, "the folder has no model_index.json; a model folder in the diffusers layout has one, with transformer, vae, text_encoder, tokenizer and scheduler beside it.");
        }

        try
        {
            using JsonDocument document = JsonFile.Open(index);
            JsonElement json = document.RootElement;
            bool second = json.TryGetProperty("transformer_2", out JsonElement other) && other.ValueKind == JsonValueKind.Array && other[0].ValueKind == JsonValueKind.String;
            double? boundary = json.TryGetProperty("boundary_ratio", out JsonElement ratio) && ratio.ValueKind == JsonValueKind.Number ? ratio.GetDouble() : null;
            bool expand = json.TryGetProperty("expand_timesteps", out JsonElement each) && each.ValueKind == JsonValueKind.True;
            return boundary is not (null or (>= 0 and <= 1))
                ? throw new WeightFileException(index, FormattableString.Invariant($"its boundary_ratio is {boundary}, not from 0 to 1."))
                : second && boundary is null
                ? throw new WeightFileException(index, "it names a second transformer but no boundary_ratio.")
                : new PipelineFiles(Path.GetFullPath(folder), second, boundary, expand);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new WeightFileException(index, $"it is not a model index ({exception.Message})");
        }
    }
}
