using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Schedulers;

/// <summary>Steps from noise to a video along predicted flows. A scheduler serves one run; samples are changed in place.</summary>
public interface IFlowScheduler
{
    /// <summary>Noise levels, from about 1 to 0: one more than steps.</summary>
    ReadOnlySpan<float> Sigmas { get; }

    /// <summary>What the model is told at each step, 0 to 1000.</summary>
    ReadOnlySpan<float> Timesteps { get; }

    /// <summary>Takes one step.</summary>
    /// <param name="step">Number of the step, from 0, each once and in order.</param>
    /// <param name="flow">The model's prediction at <see cref="Timesteps"/>[step].</param>
    /// <param name="sample">The sample, which becomes the next one.</param>
    void Step(int step, ReadOnlySpan<float> flow, Span<float> sample);
}

/// <summary>Makes the scheduler that a <c>scheduler_config.json</c> states.</summary>
public static class FlowSchedulers
{
    private const int MostSteps = 1_000;

    /// <summary>Makes a scheduler for a number of steps.</summary>
    /// <param name="configPath">A <c>scheduler_config.json</c>.</param>
    /// <param name="steps">1 to 1000.</param>
    /// <param name="shift">Shift to use instead of the file's, or null.</param>
    /// <exception cref="WeightFileException">The file states a scheduler that is not run.</exception>
    public static IFlowScheduler Load(string configPath, int steps, float? shift = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, MostSteps);
        try
        {
            using FileStream stream = File.OpenRead(configPath);
            using JsonDocument document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 8 });
            JsonElement json = document.RootElement;
            string kind = json.GetProperty("_class_name").GetString() ?? string.Empty;
            return kind switch
            {
                "FlowMatchEulerDiscreteScheduler" => new FlowEulerScheduler(steps, shift ?? Float(json, "shift", 1)),
                "UniPCMultistepScheduler" => ReadUniPc(json, configPath, steps, shift),
                _ => throw new WeightFileException(configPath, $"the scheduler {kind} is not run; FlowMatchEulerDiscreteScheduler and UniPCMultistepScheduler are."),
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new WeightFileException(configPath, $"it is not the configuration of a scheduler ({exception.Message})");
        }
    }

    private static UniPcScheduler ReadUniPc(JsonElement json, string path, int steps, float? shift)
    {
        bool flow = json.TryGetProperty("use_flow_sigmas", out JsonElement use) && use.GetBoolean() && json.GetProperty("prediction_type").GetString() == "flow_prediction";
        bool bh2 = !json.TryGetProperty("solver_type", out JsonElement type) || type.GetString() == "bh2";
        int order = (int)Float(json, "solver_order", 2);
        return flow && bh2 && order is >= 1 and <= 3
            ? new UniPcScheduler(steps, shift ?? Float(json, "flow_shift", 1), order)
            : throw new WeightFileException(path, "UniPC is run with flow sigmas, flow prediction, solver bh2 and order 1 to 3.");
    }

    private static float Float(JsonElement json, string name, float otherwise) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetSingle() : otherwise;
}
