using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Schedulers;

/// <summary>Steps from noise to a video along predicted flows. A scheduler serves one run; samples are changed in place.</summary>
public interface IFlowScheduler
{
    /// <summary>Noise levels, from about 1 to 0: one more than steps.</summary>
    ReadOnlySpan<float> Sigmas { get; }

    /// <summary>What the model is told at each step, 0 to <see cref="TrainedSteps"/>.</summary>
    ReadOnlySpan<float> Timesteps { get; }

    /// <summary>Timesteps of the training schedule: 1000 in the published models.</summary>
    int TrainedSteps { get; }

    /// <summary>Takes one step.</summary>
    /// <param name="step">Number of the step, from 0, each once and in order.</param>
    /// <param name="flow">The model's prediction at <see cref="Timesteps"/>[step].</param>
    /// <param name="sample">The sample, which becomes the next one.</param>
    void Step(int step, ReadOnlySpan<float> flow, Span<float> sample);
}

/// <summary>Makes the scheduler that a <c>scheduler_config.json</c> states.</summary>
public static class FlowSchedulers
{
    private const int MostSteps = 1_000, DefaultTrainedSteps = 1_000, MostTrainedSteps = 1_000_000;
    private const double MostShift = 1e6;

    // Each changes the noise levels or the steps, and none is run: a configuration that turns one on would give another video than it asks for.
    private static readonly string[] Unsupported =
        ["use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas", "use_dynamic_shifting", "invert_sigmas", "stochastic_sampling", "thresholding"];

    /// <summary>Makes a scheduler for a number of steps.</summary>
    /// <param name="configPath">A <c>scheduler_config.json</c>.</param>
    /// <param name="steps">1 to 1000.</param>
    /// <param name="shift">Shift to use instead of the file's, or null.</param>
    /// <exception cref="WeightFileException">The file states a scheduler that is not run.</exception>
    public static IFlowScheduler Load(string configPath, int steps, double? shift = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, MostSteps);
        try
        {
            using JsonDocument document = JsonFile.Open(configPath);
            JsonElement json = document.RootElement;
            string kind = json.GetProperty("_class_name").GetString() ?? string.Empty;
            RefuseUnsupported(json, configPath);
            double trained = Number(json, "num_train_timesteps", DefaultTrainedSteps), moved = shift ?? Number(json, kind.StartsWith("UniPC", StringComparison.Ordinal) ? "flow_shift" : "shift", 1);
            if (trained is < 2 or > MostTrainedSteps || trained != Math.Truncate(trained) || moved is not (> 0 and <= MostShift))
            {
                throw new WeightFileException(configPath, FormattableString.Invariant($"num_train_timesteps is {trained} and the shift {moved}; a whole number from 2 to {MostTrainedSteps} and a number over 0, up to {MostShift}, are run."));
            }

            return kind switch
            {
                "FlowMatchEulerDiscreteScheduler" => new FlowEulerScheduler(steps, moved, (int)trained),
                "UniPCMultistepScheduler" => ReadUniPc(json, configPath, steps, moved, (int)trained),
                _ => throw new WeightFileException(configPath, $"the scheduler {kind} is not run; FlowMatchEulerDiscreteScheduler and UniPCMultistepScheduler are."),
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new WeightFileException(configPath, $"it is not the configuration of a scheduler ({exception.Message})");
        }
    }

    private static void RefuseUnsupported(JsonElement json, string path)
    {
        foreach (string name in Unsupported)
        {
            if (json.TryGetProperty(name, out JsonElement on) && on.ValueKind == JsonValueKind.True)
            {
                throw new WeightFileException(path, $"{name} is true, which is not run.");
            }
        }

        if (json.TryGetProperty("shift_terminal", out JsonElement terminal) && terminal.ValueKind == JsonValueKind.Number && terminal.GetDouble() != 0)
        {
            throw new WeightFileException(path, "shift_terminal is set, which is not run.");
        }
    }

    private static UniPcScheduler ReadUniPc(JsonElement json, string path, int steps, double shift, int trained)
    {
        bool flow = Flag(json, "use_flow_sigmas", false) && Text(json, "prediction_type", "epsilon") == "flow_prediction" && Flag(json, "predict_x0", true);
        bool toZero = Text(json, "final_sigmas_type", "zero") == "zero" && Flag(json, "lower_order_final", true);

        // The reference takes the names of other solvers for bh2.
        bool bh2 = Text(json, "solver_type", "bh2") is "bh2" or "midpoint" or "heun" or "logrho";
        bool alone = !json.TryGetProperty("solver_p", out JsonElement other) || other.ValueKind == JsonValueKind.Null;
        double order = Number(json, "solver_order", 2);
        int[] uncorrected = json.TryGetProperty("disable_corrector", out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(step => step.GetInt32())] : [];
        return flow && toZero && bh2 && alone && order is (1 or 2 or 3)
            ? new UniPcScheduler(steps, shift, (int)order, trained, uncorrected)
            : throw new WeightFileException(path, "UniPC is run with flow sigmas, flow prediction of the clean sample (predict_x0), solver bh2 of order 1 to 3 without a solver_p, lower_order_final and a final sigma of zero.");
    }

    private static double Number(JsonElement json, string name, double otherwise) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : otherwise;

    private static bool Flag(JsonElement json, string name, bool otherwise) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.GetBoolean() : otherwise;

    private static string Text(JsonElement json, string name, string otherwise) =>
        json.TryGetProperty(name, out JsonElement value) && value.GetString() is { } text ? text : otherwise;
}
