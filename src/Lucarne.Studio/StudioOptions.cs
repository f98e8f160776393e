namespace Lucarne.Studio;

/// <summary>Settings of the studio.</summary>
public sealed record StudioOptions
{
    /// <summary>Absolute path of the folder that holds <c>media/</c> (results, kept) and <c>work/</c> (runs under way, swept at start).</summary>
    public required string DataFolder { get; init; }

    /// <summary>Generations made at the same time by this process; 0 makes none (an API-only node). Default 1: one engine already uses every core.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>How long a worker may be silent before another takes its generation.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a worker renews its lease and writes its progress.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often idle workers look for generations queued by other processes and for expired leases. In-process ones start at once.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Runs that may be lost to crashes before a generation fails.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Path of ffmpeg; null finds <c>ffmpeg</c> on the PATH.</summary>
    public string? FfmpegPath { get; init; }

    /// <summary>Free bytes that the data folder's disk must have for a run to start.</summary>
    public long MinFreeBytes { get; init; } = 512L << 20;
}
