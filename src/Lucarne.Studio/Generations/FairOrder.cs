namespace Lucarne.Studio.Generations;

/// <summary>One owner with at least one generation queued.</summary>
/// <param name="OwnerId">Who.</param>
/// <param name="Running">Their generations in progress.</param>
/// <param name="LastServedAt">When one of theirs last started; null when none ever did.</param>
/// <param name="OldestQueuedAt">When the oldest of their queued ones was asked for.</param>
public readonly record struct OwnerStanding(Guid OwnerId, int Running, DateTimeOffset? LastServedAt, DateTimeOffset OldestQueuedAt);

/// <summary>Whose turn it is: the owner with the fewest runs in progress, then the one served longest ago, then the one who has waited longest.</summary>
/// <remarks>An owner with twenty queued generations delays a newcomer by at most the runs already in progress.</remarks>
public static class FairOrder
{
    /// <summary>The owner whose oldest queued generation starts next; null when nobody waits.</summary>
    public static Guid? Next(IEnumerable<OwnerStanding> standings)
    {
        OwnerStanding? next = null;
        foreach (OwnerStanding standing in standings)
        {
            if (next is null || Compare(standing, next.Value) < 0)
            {
                next = standing;
            }
        }

        return next?.OwnerId;
    }

    private static int Compare(OwnerStanding a, OwnerStanding b)
    {
        int order = a.Running.CompareTo(b.Running);
        order = order != 0 ? order : Nullable.Compare(a.LastServedAt, b.LastServedAt);
        order = order != 0 ? order : a.OldestQueuedAt.CompareTo(b.OldestQueuedAt);
        return order != 0 ? order : a.OwnerId.CompareTo(b.OwnerId);
    }
}
