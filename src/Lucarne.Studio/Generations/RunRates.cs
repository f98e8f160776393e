using System.Collections.Concurrent;

namespace Lucarne.Studio.Generations;

/// <summary>How fast each engine has been measured to be in this process: the ground of every ETA.</summary>
public sealed class RunRates
{
    private const double Weight = 0.3;
    private readonly ConcurrentDictionary<string, double> _secondsPerMegapixel = new(StringComparer.Ordinal);

    /// <summary>Takes note of a run that took <paramref name="seconds"/> from its start to its end.</summary>
    public void Record(Generation generation, double seconds)
    {
        ArgumentNullException.ThrowIfNull(generation);
        double rate = seconds / Megapixels(generation);
        _secondsPerMegapixel.AddOrUpdate(generation.Engine, rate, (_, old) => old + (Weight * (rate - old)));
    }

    /// <summary>Expected length of a whole run in seconds; null before the engine's first one ends.</summary>
    public double? Estimate(Generation generation)
    {
        ArgumentNullException.ThrowIfNull(generation);
        return _secondsPerMegapixel.TryGetValue(generation.Engine, out double rate) ? rate * Megapixels(generation) : null;
    }

    private static double Megapixels(Generation generation) => (double)generation.Width * generation.Height * generation.FrameCount / 1e6;
}
