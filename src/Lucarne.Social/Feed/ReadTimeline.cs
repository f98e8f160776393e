using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Feed;

/// <summary>The feeds that are ordered by time and nothing else: Latest, and Following with its reposts. Complete: they hide nothing but what the viewer has muted or asks to leave out.</summary>
internal sealed class ReadTimeline(LucarneContext db, PostReads posts, WishReads wishReads, CursorCodec cursors, TimeProvider time)
{
    private const int MostEmptyPages = 5;
    private static readonly TimeSpan RecentFollowing = TimeSpan.FromDays(14);
    private static readonly FeedReason[] Newest = [new(FeedReasonCode.Newest, 1)];
    private static readonly FeedReason[] Followed = [new(FeedReasonCode.FollowsAuthor, 1)];
    private static readonly FeedReason[] Reposted = [new(FeedReasonCode.Reposted, 1)];

    /// <summary>Everything that the viewer may find, newest first. Pages are cut by id, so posts that arrive in between shift nothing.</summary>
    public Task<Outcome<FeedPage>> LatestAsync(Guid? viewerId, FeedFilter filter, string? cursor, int? limit, CancellationToken cancel)
        => ReadAsync(FeedTab.Latest, filter.Unseen ? $"feed:latest:{viewerId}{filter.Key}" : $"feed:latest{filter.Key}", viewerId, cursor, limit, async (before, count) =>
        {
            List<PostRow> rows = filter.IsNone ? await posts.LatestAsync(viewerId, before, count, cancel) : await LatestAsync(viewerId, filter, before, count, cancel);
            return [.. rows.Select(row => new Entry(row.Id, row.Id, null, row))];
        }, cancel);

    /// <summary>Posts and reposts of those whom the viewer follows, newest first. A post that several repost comes once, and one of somebody whom the viewer follows only as itself.</summary>
    public Task<Outcome<FeedPage>> FollowingAsync(Guid viewerId, FeedFilter filter, string? cursor, int? limit, CancellationToken cancel)
        => ReadAsync(FeedTab.Following, $"feed:following:{viewerId}{filter.Key}", viewerId, cursor, limit, async (before, count) =>
        {
            // Most pages are within two weeks: without this bound, every post of everyone followed would be sorted.
            DateTimeOffset from = (before is Guid id ? DateTimeOffset.FromUnixTimeMilliseconds(FeedTimes.MillisecondsOf(id)) : time.GetUtcNow()) - RecentFollowing;
            List<Entry> recent = await FollowingAsync(viewerId, filter, before, from, count, cancel);
            return recent.Count == count ? recent : await FollowingAsync(viewerId, filter, before, null, count, cancel);
        }, cancel);

    private async Task<List<PostRow>> LatestAsync(Guid? viewerId, FeedFilter filter, Guid? before, int count, CancellationToken cancel)
    {
        IQueryable<Post> listed = filter.Apply(db, PostQueries.ListedTo(db, viewerId), viewerId, time.GetUtcNow());
        if (before is Guid id)
        {
            listed = listed.Where(p => p.Id.CompareTo(id) < 0);
        }

        List<PostRow> rows = await PostRow.Of(db, listed.OrderByDescending(p => p.Id).Take(count), viewerId).ToListAsync(cancel);
        return [.. rows.OrderByDescending(row => row.Id)];
    }

    private async Task<List<Entry>> FollowingAsync(Guid viewer, FeedFilter filter, Guid? before, DateTimeOffset? from, int count, CancellationToken cancel)
    {
        IQueryable<Post> listed = filter.Apply(db, PostQueries.ListedTo(db, viewer).AsNoTracking(), viewer, time.GetUtcNow());
        IQueryable<Guid> followed = db.Follows.Where(f => f.FollowerId == viewer).Select(f => f.FolloweeId);
        IQueryable<Post> published = listed.Where(p => followed.Contains(p.AuthorId));
        var reposts = db.Reposts.Where(r => followed.Contains(r.AccountId) && !db.Mutes.Any(m => m.MuterId == viewer && m.MutedId == r.AccountId)
            && !db.Reposts.Any(newer => newer.PostId == r.PostId && newer.Id.CompareTo(r.Id) > 0 && followed.Contains(newer.AccountId)));
        if (before is Guid id)
        {
            published = published.Where(p => p.Id.CompareTo(id) < 0);
            reposts = reposts.Where(r => r.Id.CompareTo(id) < 0);
        }

        if (from is DateTimeOffset since)
        {
            published = published.Where(p => p.CreatedAt > since);
            reposts = reposts.Where(r => r.CreatedAt > since);
        }

        List<Guid> own = await published.OrderByDescending(p => p.Id).Take(count).Select(p => p.Id).ToListAsync(cancel);
        var brought = await reposts.Join(listed.Where(p => p.AuthorId != viewer && !followed.Contains(p.AuthorId)), r => r.PostId, p => p.Id, (r, p) => new { r.Id, r.AccountId, PostId = p.Id })
            .OrderByDescending(r => r.Id).Take(count).ToListAsync(cancel);
        return [.. own.Select(id => new Entry(id, id, null, null)).Concat(brought.Select(r => new Entry(r.Id, r.PostId, r.AccountId, null))).OrderByDescending(e => e.Key).Take(count)];
    }

    private async Task<Outcome<FeedPage>> ReadAsync(
        FeedTab tab, string list, Guid? viewerId, string? cursor, int? limit, Func<Guid?, int, Task<List<Entry>>> readAsync, CancellationToken cancel)
    {
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        DateTimeOffset now = time.GetUtcNow();
        ViewerWishes wishes = await wishReads.ReadAsync(viewerId, now, cancel);
        Guid? before = page.Before;
        List<Entry> kept = [];
        bool more;
        int tries = 0;
        do
        {
            List<Entry> read = await readAsync(before, page.Limit + 1);
            more = read.Count > page.Limit;
            read = [.. read.Take(page.Limit)];
            before = read.Count > 0 ? read[^1].Key : before;
            kept.AddRange(await WithoutMutedAsync(read, wishes, cancel));
        }
        while (kept.Count == 0 && more && ++tries < MostEmptyPages);

        List<PostRow> rows = [.. kept.Select(e => e.Row).OfType<PostRow>()];
        foreach (Guid[] some in kept.Where(e => e.Row is null).Select(e => e.PostId).Distinct().Chunk(PostReads.MostIds))
        {
            rows.AddRange(await posts.ListedAsync(viewerId, some, cancel));
        }

        IReadOnlyList<PostView> views = await PostQueries.DescribeAsync(db, rows, viewerId, cancel);
        Dictionary<Guid, PostView> byId = views.ToDictionary(v => v.Id);
        Dictionary<Guid, AuthorView> reposters = kept.Exists(e => e.RepostedBy is not null) ? await AuthorQueries.DescribeAsync(db, kept.Select(e => e.RepostedBy).OfType<Guid>(), cancel) : [];
        FeedItem[] items = [.. kept.Where(e => byId.ContainsKey(e.PostId)).Select((entry, index) => new FeedItem(
            byId[entry.PostId],
            entry.RepostedBy is not null ? Reposted : tab == FeedTab.Following ? Followed : Newest,
            entry.RepostedBy is Guid reposter ? reposters[reposter] : null,
            index))];
        return new FeedPage(
            items, more ? cursors.Write(list, before!.Value) : null, Guid.CreateVersion7(now), tab,
            more ? null : items.Length == 0 && page.Before is null ? FeedEnd.NothingYet : FeedEnd.EndOfList, []);
    }

    private async Task<IEnumerable<Entry>> WithoutMutedAsync(List<Entry> entries, ViewerWishes wishes, CancellationToken cancel)
    {
        if (!wishes.MutesWords)
        {
            return entries;
        }

        Dictionary<Guid, IReadOnlySet<string>> stems = await ViewerWishes.ReadStemsAsync(db, [.. entries.Select(e => e.PostId)], cancel);
        return entries.Where(e => !wishes.Muted(stems.GetValueOrDefault(e.PostId)));
    }

    /// <summary>A post in its place in time.</summary>
    /// <param name="Key">UUIDv7 of the post, or of the repost that brings it.</param>
    /// <param name="PostId">The post.</param>
    /// <param name="RepostedBy">Who reposted it; null for the post itself.</param>
    /// <param name="Row">The post as the viewer finds it, where it is read already.</param>
    private sealed record Entry(Guid Key, Guid PostId, Guid? RepostedBy, PostRow? Row);
}
