using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Lucarne.Social.Feed;

/// <summary>The Top feed: public posts by what they have gathered, the same order for everyone, at most two of one author or family in 20.</summary>
internal sealed class ReadTop(LucarneContext db, PostReads posts, WishReads wishReads, IMemoryCache cache, CursorCodec cursors, TimeProvider time)
{
    /// <summary>Posts that the list holds.</summary>
    public const int Length = 400;

    private static readonly FeedReason[] Why = [new(FeedReasonCode.Top, 1)];
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(15);

    public async Task<Outcome<FeedPage>> RunAsync(Guid? viewerId, TopWindow window, FeedFilter filter, string? cursorText, int count, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        string list = $"feed:top:{window}:{viewerId}{filter.Key}";
        FeedCursor cursor = new(now);
        if (!string.IsNullOrEmpty(cursorText) && !FeedCursor.TryRead(cursors, list, cursorText, out cursor))
        {
            return HttpErrors.CursorInvalid.For("cursor");
        }

        ViewerWishes wishes = await wishReads.ReadAsync(viewerId, now, cancel);
        // What one viewer has seen makes an order of their own; all others are shared.
        IReadOnlyList<RankedPost> ranked = filter.Unseen ? await RankAsync(viewerId, window, filter, now, cancel)
            : (await cache.GetOrCreateAsync(("feed:top", window, filter), entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = GoodFor;
                return RankAsync(null, window, filter, now, cancel);
            }))!;
        Dictionary<Guid, IReadOnlySet<string>> stems = wishes.MutesWords ? await ViewerWishes.ReadStemsAsync(db, [.. ranked.Select(r => r.PostId)], cancel) : [];
        HashSet<Guid> gone = [];
        while (true)
        {
            FeedCursor moved = cursor.Clone();
            List<ChosenPost> chosen = FeedComposer.Take(
                ranked, moved, count, p => !gone.Contains(p.PostId) && !wishes.SentAway(p.PostId, p.RootId) && !wishes.Muted(stems.GetValueOrDefault(p.PostId)), _ => false, null);
            Guid[] ids = [.. chosen.Select(c => c.Post.PostId)];
            List<PostRow> visible = await posts.ListedAsync(viewerId, ids, cancel);
            if (visible.Count < ids.Length)
            {
                gone.UnionWith(ids.Except(visible.Select(p => p.Id)));
                continue;
            }

            Dictionary<Guid, PostView> views = (await PostQueries.DescribeAsync(db, visible, viewerId, cancel)).ToDictionary(v => v.Id);
            bool ended = chosen.Count < count;
            return new FeedPage(
                [.. chosen.Select(c => new FeedItem(views[c.Post.PostId], c.Why, null, c.Position))],
                ended ? null : moved.Write(cursors, list), Guid.CreateVersion7(now), FeedTab.Top, !ended ? null : moved.Position == 0 ? FeedEnd.NothingYet : FeedEnd.EndOfList, []);
        }
    }

    private async Task<IReadOnlyList<RankedPost>> RankAsync(Guid? viewerId, TopWindow window, FeedFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset since = window switch
        {
            TopWindow.Day => now.AddDays(-1),
            TopWindow.Week => now.AddDays(-7),
            _ => DateTimeOffset.UnixEpoch,
        };
        IQueryable<PostStats> stats = window == TopWindow.All ? db.PostStats : db.PostStats.Where(s => s.CreatedAt > since);
        var rows = await stats.Where(s => s.Top > 0)
            .Join(filter.Apply(db, PostQueries.ListedTo(db, null).Where(p => p.Visibility == Visibility.Public), viewerId, now), s => s.PostId, p => p.Id, (s, p) => new { s.Top, p.Id, p.AuthorId, p.RootId })
            .OrderByDescending(r => r.Top).ThenByDescending(r => r.Id)
            .Take(Length)
            .ToListAsync(cancel);
        return [.. rows.Select(r => new RankedPost(r.Id, r.AuthorId, r.RootId, Why, false))];
    }
}
