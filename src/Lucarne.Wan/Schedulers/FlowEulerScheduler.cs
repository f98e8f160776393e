using System.Numerics;

namespace Lucarne.Wan.Schedulers;

/// <summary>Euler steps along the flow: x += v · (σ' − σ).</summary>
/// <remarks>
/// Source: diffusers, FlowMatchEulerDiscreteScheduler. The smallest σ is shifted twice, once when the range is made and once with all the others;
/// the reference does so, and results follow it.
/// </remarks>
public sealed class FlowEulerScheduler : IFlowScheduler
{
    private const int TrainedSteps = 1000;
    private readonly float[] _sigmas;
    private readonly float[] _timesteps;

    /// <summary>Makes a scheduler.</summary>
    /// <param name="steps">Number of steps, at least 1.</param>
    /// <param name="shift">How far the levels are moved towards noise; 1 for not at all.</param>
    public FlowEulerScheduler(int steps, float shift)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        _sigmas = new float[steps + 1];
        _timesteps = new float[steps];
        double highest = Shift(1.0, shift) * TrainedSteps, lowest = (double)(float)Shift((float)(1.0 / TrainedSteps), shift) * TrainedSteps;
        for (int i = 0; i < steps; i++)
        {
            double timestep = steps == 1 ? highest : highest + ((lowest - highest) * i / (steps - 1));
            _sigmas[i] = (float)Shift(timestep / TrainedSteps, shift);
            _timesteps[i] = _sigmas[i] * TrainedSteps;
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Sigmas => _sigmas;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Timesteps => _timesteps;

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
