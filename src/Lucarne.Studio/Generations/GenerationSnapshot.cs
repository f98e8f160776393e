namespace Lucarne.Studio.Generations;

/// <summary>A generation at one moment, as its owner sees it.</summary>
public sealed record GenerationSnapshot
{
    /// <summary>Generation.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required GenerationStatus Status { get; init; }

    /// <summary>Share of the work that is done, 0 to 1; 1 only when completed.</summary>
    public double Progress { get; init; }

    /// <summary>Frames made so far.</summary>
    public int FramesDone { get; init; }

    /// <summary>Frames in all.</summary>
    public int FrameCount { get; init; }

    /// <summary>Seconds of video that can be watched now.</summary>
    public double ReadySeconds { get; init; }

    /// <summary>Seconds until it is completed, from measured rates; null while nothing has been measured, and once ended.</summary>
    public double? EtaSeconds { get; init; }

    /// <summary>1 for the next to start; null unless queued.</summary>
    public int? QueuePosition { get; init; }

    /// <summary>Why it failed; null unless failed.</summary>
    public GenerationFailure? Failure { get; init; }
}
