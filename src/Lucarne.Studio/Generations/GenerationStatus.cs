namespace Lucarne.Studio.Generations;

/// <summary>
/// Where a generation stands: queued → in_progress → completed | failed | cancelled; in_progress → queued when its worker is lost; queued → failed | cancelled.
/// </summary>
public enum GenerationStatus
{
    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>A worker holds its lease and makes it.</summary>
    InProgress,

    /// <summary>Its video is stored.</summary>
    Completed,

    /// <summary>It ended without a video; its failure says why and what to do.</summary>
    Failed,

    /// <summary>Its owner stopped it.</summary>
    Cancelled,
}

/// <summary>The legal moves between statuses, and how statuses are written.</summary>
public static class GenerationStatuses
{
    private static readonly Dictionary<GenerationStatus, GenerationStatus[]> Sources = new()
    {
        [GenerationStatus.Queued] = [GenerationStatus.InProgress],
        [GenerationStatus.InProgress] = [GenerationStatus.Queued],
        [GenerationStatus.Completed] = [GenerationStatus.InProgress],
        [GenerationStatus.Failed] = [GenerationStatus.Queued, GenerationStatus.InProgress],
        [GenerationStatus.Cancelled] = [GenerationStatus.Queued, GenerationStatus.InProgress],
    };

    private static readonly string[] Names = ["queued", "in_progress", "completed", "failed", "cancelled"];

    /// <summary>True when a generation may go from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static bool MayBecome(this GenerationStatus from, GenerationStatus to) => Sources[to].Contains(from);

    /// <summary>The rows that may go to <paramref name="to"/>: every update of a status starts from it, so that no illegal move can be written.</summary>
    public static IQueryable<Generation> ThatMayBecome(this IQueryable<Generation> generations, GenerationStatus to)
    {
        GenerationStatus[] sources = Sources[to];
        return generations.Where(g => sources.Contains(g.Status));
    }

    /// <summary>True once nothing can change any more.</summary>
    public static bool HasEnded(this GenerationStatus status) => status >= GenerationStatus.Completed;

    /// <summary>Name in storage and on the wire: <c>queued</c>, <c>in_progress</c>, <c>completed</c>, <c>failed</c>, <c>cancelled</c>.</summary>
    public static string ToName(this GenerationStatus status) => Names[(int)status];

    /// <summary>Reads a name; throws on any other text, which only a broken database holds.</summary>
    public static GenerationStatus Parse(string name) => Array.IndexOf(Names, name) is >= 0 and int index
        ? (GenerationStatus)index
        : throw new FormatException($"GenerationStatus: '{name}' is none of {string.Join(", ", Names)}");
}
