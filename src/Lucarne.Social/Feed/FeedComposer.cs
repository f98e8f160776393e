namespace Lucarne.Social.Feed;

/// <summary>A candidate with its score.</summary>
/// <param name="PostId">The post.</param>
/// <param name="AuthorId">Its author.</param>
/// <param name="RootId">Its family.</param>
/// <param name="Why">What made up the score, most first.</param>
/// <param name="MayExplore">True where a slot of exploration may draw it.</param>
/// <param name="Parts">The score; all zero where there is none.</param>
internal sealed record RankedPost(Guid PostId, Guid AuthorId, Guid RootId, IReadOnlyList<FeedReason> Why, bool MayExplore, ScoreParts Parts = default)
{
    /// <summary>The same candidate for someone in a mood.</summary>
    /// <param name="fit">How much of the mood it answers, 0 to 1.</param>
    public RankedPost InMood(double fit)
    {
        if (fit == 0)
        {
            return this;
        }

        ScoreParts parts = Parts with { Mood = FeedScore.Mood * fit };
        return this with { Parts = parts, Why = parts.Why() };
    }
}

/// <summary>A candidate that a page takes.</summary>
/// <param name="Post">The candidate.</param>
/// <param name="Why">Why it is here.</param>
/// <param name="Position">Place in the scroll.</param>
/// <param name="Propensity">Chance that it had to be drawn for its place.</param>
internal sealed record ChosenPost(RankedPost Post, IReadOnlyList<FeedReason> Why, int Position, double Propensity);

/// <summary>Makes a page of a ranking: keeps the promises of the feed whatever the ranking is. Pure.</summary>
internal static class FeedComposer
{
    private static readonly FeedReason[] Explored = [new(FeedReasonCode.Exploration, 1)];

    /// <summary>Takes up to <paramref name="count"/> items, and moves the cursor on by them.</summary>
    /// <param name="ranked">Candidates, best first.</param>
    /// <param name="cursor">Where the scroll stands.</param>
    /// <param name="count">Items wanted.</param>
    /// <param name="open">True for what may be taken at all.</param>
    /// <param name="less">True for what the viewer wants less of: taken only where nothing else is left.</param>
    /// <param name="seed">Decides what exploration draws; null for no exploration.</param>
    public static List<ChosenPost> Take(
        IReadOnlyList<RankedPost> ranked, FeedCursor cursor, int count, Func<RankedPost, bool> open, Func<RankedPost, bool> less, ulong? seed)
    {
        List<RankedPost> left = [.. ranked.Where(p => !cursor.HasServed(p.PostId) && open(p))];
        HashSet<RankedPost> unwanted = [.. left.Where(less)];
        List<ChosenPost> chosen = [];
        while (chosen.Count < count)
        {
            RankedPost? pick = null;
            double propensity = 1;
            if (seed is ulong random && cursor.Position % FeedScore.ExplorationEvery == FeedScore.ExplorationEvery - 1)
            {
                RankedPost[] pool = [.. left.Where(p => p.MayExplore && !unwanted.Contains(p) && cursor.Window.Allows(p.AuthorId, p.RootId))];
                if (pool.Length > 0)
                {
                    pick = pool[Mix(random + (ulong)cursor.Position) % (ulong)pool.Length];
                    propensity = 1.0 / pool.Length;
                }
            }

            bool explored = pick is not null;
            pick ??= left.Find(p => !unwanted.Contains(p) && cursor.Window.Allows(p.AuthorId, p.RootId))
                ?? left.Find(p => cursor.Window.Allows(p.AuthorId, p.RootId));
            if (pick is null)
            {
                break;
            }

            left.Remove(pick);
            chosen.Add(new ChosenPost(pick, explored ? Explored : pick.Why, cursor.Position, propensity));
            cursor.Add(pick.PostId, pick.AuthorId, pick.RootId);
        }

        return chosen;
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
