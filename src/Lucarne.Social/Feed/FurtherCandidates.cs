using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Lucarne.Social.Search;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Feed;

/// <summary>Candidates that the ranking's own sources need not hold: what a viewer is in the mood for is found through the search index, and, for someone who leaves films out, the newest that pass. Bounded, and scored by the numbers of the ranking.</summary>
internal sealed class FurtherCandidates(LucarneContext db, SearchIndexer indexer, TimeProvider time)
{
    /// <summary>Where posts that hold all words of a mood are fewer, those that hold one of them are looked for as well.</summary>
    private const int EnoughOfAMood = 60;

    /// <summary>Newest posts that pass what a viewer leaves out.</summary>
    private const int NewestThatPass = 60;

    /// <summary>Liked posts of the viewer that tell which authors they like: as many as the ranking asks for.</summary>
    private const int LikesAskedFor = 100;

    /// <summary>Finds candidates and scores them; likes by people whom the viewer follows are left to the ranking, of which they are a source.</summary>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="seenToo">True to find what the viewer has seen as well.</param>
    /// <param name="wishes">What the viewer is in the mood for.</param>
    /// <param name="filter">What the viewer leaves out.</param>
    /// <param name="without">Posts that need not be found.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<RankedPost>> FindAsync(Guid? viewerId, bool seenToo, ViewerWishes wishes, FeedFilter filter, IReadOnlySet<Guid> without, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        Guid viewer = viewerId ?? Guid.Empty;
        DateTimeOffset seenSince = seenToo ? DateTimeOffset.MaxValue : now - Impression.KeptFor;
        HashSet<Guid> found = [];
        if (wishes.Moods.Any(mood => mood.Wanted.Count > 0))
        {
            await indexer.DrainAsync(SearchQuery.MaxMatches, cancel);
        }

        foreach (MoodWords mood in wishes.Moods.Where(mood => mood.Wanted.Count > 0))
        {
            SearchQuery query = await SearchQuery.ReadAsync(db, $"{string.Join(' ', mood.Wanted)} ", mend: false, cancel);
            List<Guid> all = await query.FindPostsUnseenAsync(db, any: false, viewer, seenSince, cancel);
            found.UnionWith(all);
            if (all.Count < EnoughOfAMood && mood.Wanted.Count > 1)
            {
                found.UnionWith(await query.FindPostsUnseenAsync(db, any: true, viewer, seenSince, cancel));
            }
        }

        if (!filter.IsNone)
        {
            found.UnionWith(await (filter with { Unseen = !seenToo }).Apply(db, PostQueries.ListedTo(db, viewerId), viewerId, now)
                .Where(p => p.AuthorId != viewer).OrderByDescending(p => p.Id).Take(NewestThatPass).Select(p => p.Id).ToListAsync(cancel));
        }

        found.ExceptWith(without);
        return found.Count == 0 ? [] : await ScoreAsync(viewer, [.. found], filter, now, cancel);
    }

    private async Task<IReadOnlyList<RankedPost>> ScoreAsync(Guid viewer, Guid[] ids, FeedFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        Dictionary<Guid, int> favourites = viewer == Guid.Empty ? []
            : await db.Reactions.Where(r => r.AccountId == viewer && r.Kind == ReactionKind.Like).OrderByDescending(r => r.CreatedAt).Take(LikesAskedFor)
                .Join(db.Posts, r => r.PostId, p => p.Id, (_, p) => p.AuthorId).GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        List<RankedPost> scored = [];
        foreach (Guid[] some in ids.Chunk(SearchQuery.MaxMatches))
        {
            var rows = await (filter with { Unseen = false }).Apply(db, PostQueries.ListedTo(db, viewer == Guid.Empty ? null : viewer), null, now)
                .Where(p => some.Contains(p.Id) && p.AuthorId != viewer && !db.Reactions.Any(d => d.PostId == p.Id && d.AccountId == viewer && d.Kind == ReactionKind.Dislike))
                .Join(db.PostStats, p => p.Id, s => s.PostId, (p, s) => new
                {
                    p.Id,
                    p.AuthorId,
                    p.RootId,
                    p.CreatedAt,
                    s.Quality,
                    Followed = db.Follows.Any(f => f.FollowerId == viewer && f.FolloweeId == p.AuthorId),
                }).ToListAsync(cancel);
            scored.AddRange(rows.Select(row =>
            {
                int liked = favourites.GetValueOrDefault(row.AuthorId);
                ScoreParts parts = new(
                    row.Followed ? FeedScore.Follow : 0, 0, 0,
                    FeedScore.Affinity * Math.Min(liked, FeedScore.AffinityCap) / FeedScore.AffinityCap, liked,
                    FeedScore.QualityWeight * row.Quality, FeedScore.Fresh / (1 + Math.Max(0, (now - row.CreatedAt).TotalDays)));
                return new RankedPost(row.Id, row.AuthorId, row.RootId, parts.Why(), false, parts);
            }));
        }

        return scored;
    }
}
