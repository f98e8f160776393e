using System.Diagnostics.Metrics;
using Lucarne.Studio.Generations;

namespace Lucarne.Studio;

/// <summary>What the studio measures of itself, under the meter <c>Lucarne.Studio</c>.</summary>
public sealed class StudioMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Lucarne.Studio";

    private readonly Meter _meter;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _framesPerSecond;
    private readonly Histogram<double> _firstSegment;
    private int _queueLength;

    /// <param name="meters">Makes the meter.</param>
    public StudioMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _meter = meters.Create(MeterName);
        _ended = _meter.CreateCounter<long>("lucarne.generations", "{generation}", "Generations ended by this process, by status, engine and failure code.");
        _framesPerSecond = _meter.CreateHistogram<double>("lucarne.generation.frame_rate", "{frame}/s", "Frames made a second, whole path, by engine.");
        _firstSegment = _meter.CreateHistogram<double>("lucarne.generation.first_segment", "s", "Time from asking to the first segment that can be watched.");
        _meter.CreateObservableGauge("lucarne.queue.length", () => Volatile.Read(ref _queueLength), "{generation}", "Generations queued, as last seen by this process.");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    internal void Ended(Generation generation, GenerationStatus status, string? failureCode = null) => _ended.Add(
        1, new("status", status.ToName()), new("engine", generation.Engine), new("failure", failureCode));

    internal void Completed(Generation generation, double seconds) =>
        _framesPerSecond.Record(generation.FrameCount / seconds, new KeyValuePair<string, object?>("engine", generation.Engine));

    internal void FirstSegment(Generation generation, double seconds) =>
        _firstSegment.Record(seconds, new KeyValuePair<string, object?>("engine", generation.Engine));

    internal void QueueLength(int count) => Volatile.Write(ref _queueLength, count);
}
