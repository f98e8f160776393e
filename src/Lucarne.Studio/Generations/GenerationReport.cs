using Lucarne.Studio.Encoding;

namespace Lucarne.Studio.Generations;

/// <summary>Turns one run's progress into snapshots for its listeners, ten a second at most, and into measurements.</summary>
internal sealed class GenerationReport(Generation generation, GenerationBoard board, RunRates rates, StudioMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private const double MeasurableProgress = 0.05;
    private readonly Lock _lock = new();
    private readonly long _started = time.GetTimestamp();
    private long _told;
    private ProductionProgress _latest;

    /// <summary>Share of the work done so far.</summary>
    public double Progress
    {
        get
        {
            lock (_lock)
            {
                return _latest.Progress;
            }
        }
    }

    /// <summary>Frames made so far.</summary>
    public int FramesDone
    {
        get
        {
            lock (_lock)
            {
                return _latest.FramesDone;
            }
        }
    }

    /// <summary>Takes note of progress, and tells listeners when it is time or when there is more to watch.</summary>
    public void Tell(ProductionProgress progress)
    {
        lock (_lock)
        {
            bool more = progress.ReadySeconds > _latest.ReadySeconds;
            if (more && _latest.ReadySeconds == 0)
            {
                metrics.FirstSegment(generation, (time.GetUtcNow() - generation.CreatedAt).TotalSeconds);
            }

            _latest = progress;
            if (!more && _told != 0 && time.GetElapsedTime(_told) < Interval)
            {
                return;
            }

            _told = time.GetTimestamp();
            board.Publish(Snapshot(GenerationStatus.InProgress, Math.Min(progress.Progress, 0.999), EtaSeconds(progress.Progress)));
        }
    }

    /// <summary>The film is stored.</summary>
    public void Completed()
    {
        double seconds = time.GetElapsedTime(_started).TotalSeconds;
        rates.Record(generation, seconds);
        metrics.Completed(generation, seconds);
        metrics.Ended(generation, GenerationStatus.Completed);
        board.Publish(Snapshot(GenerationStatus.Completed, 1, null) with { ReadySeconds = generation.Format.Seconds, FramesDone = generation.FrameCount });
    }

    /// <summary>There is no film.</summary>
    public void Failed(GenerationFailure failure)
    {
        metrics.Ended(generation, GenerationStatus.Failed, failure.Code);
        board.Publish(Snapshot(GenerationStatus.Failed, Progress, null) with { ReadySeconds = 0, Failure = failure with { Detail = null } });
    }

    private GenerationSnapshot Snapshot(GenerationStatus status, double progress, double? etaSeconds) => new()
    {
        Id = generation.Id,
        Status = status,
        Progress = progress,
        FramesDone = _latest.FramesDone,
        FrameCount = generation.FrameCount,
        ReadySeconds = _latest.ReadySeconds,
        EtaSeconds = etaSeconds,
    };

    /// <summary>From this run's own rate as soon as it can be measured, before that from earlier runs.</summary>
    private double? EtaSeconds(double progress) => progress >= MeasurableProgress
        ? time.GetElapsedTime(_started).TotalSeconds * (1 - progress) / progress
        : rates.Estimate(generation);
}
