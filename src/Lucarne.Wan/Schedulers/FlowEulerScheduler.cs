using System.Numerics;

namespace Lucarne.Wan.Schedulers;

/// <summary>Euler steps along the flow: x += v · (σ' − σ).</summary>
/// <remarks>
/// Source: diffusers, FlowMatchEulerDiscreteScheduler. The smallest σ is shifted twice, once when the range is made and once with all the others;
/// the reference does so, and results follow it.
/// </remarks>
public sealed class FlowEulerScheduler : IFlowScheduler
{
    private readonly float[] _sigmas;
    private readonly float[] _timesteps;

    /// <summary>Makes a scheduler.</summary>
    /// <param name="steps">Number of steps, at least 1.</param>
    /// <param name="shift">How far the levels are moved towards noise; 1 for not at all.</param>
    /// <param name="trainedSteps">Timesteps of the training schedule.</param>
    public FlowEulerScheduler(int steps, double shift, int trainedSteps = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(trainedSteps, 2);
        TrainedSteps = trainedSteps;
        _sigmas = new float[steps + 1];
        _timesteps = new float[steps];
        double highest = Shift(1.0, shift) * trainedSteps, lowest = (double)(float)Shift((float)(1.0 / trainedSteps), shift) * trainedSteps;
        for (int i = 0; i < steps; i++)
        {
            _sigmas[i] = (float)Shift((steps == 1 ? highest : Even(highest, lowest, steps - 1, i)) / trainedSteps, shift);
            _timesteps[i] = _sigmas[i] * trainedSteps;
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Sigmas => _sigmas;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Timesteps => _timesteps;

    /// <inheritdoc/>
    public int TrainedSteps { get; }

    /// <summary>Point i of evenly spaced ones, in NumPy's order of operations (linspace): timesteps that are cut down to whole numbers depend on the last bit.</summary>
    internal static double Even(double first, double last, int intervals, int i) =>
        i == intervals ? last : (i * ((last - first) / intervals)) + first;

    /// <summary>Moves a level towards noise: s·σ / (1 + (s − 1)·σ).</summary>
    internal static double Shift(double sigma, double shift) => shift * sigma / (1 + ((shift - 1) * sigma));

    /// <inheritdoc/>
    public void Step(int step, ReadOnlySpan<float> flow, Span<float> sample)
    {
        float change = _sigmas[step + 1] - _sigmas[step];
        int i = 0;
        Vector<float> wide = new(change);
        for (; i <= sample.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sample[i..]) + (wide * new Vector<float>(flow[i..]))).CopyTo(sample[i..]);
        }

        for (; i < sample.Length; i++)
        {
            sample[i] += change * flow[i];
        }
    }
}
