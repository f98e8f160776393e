using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Lucarne.Social.Sharing;
using Lucarne.Social.Watching;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Analytics;

/// <summary>Adds up telemetry for those whom it is about.</summary>
internal sealed class ReadAnalytics(LucarneContext db, TimeProvider time)
{
    /// <summary>Days when the request names none.</summary>
    public const int DefaultDays = 28;

    private const int MostDays = 365;
    private const int MostPosts = 20;
    private const int MostGenerations = 50;

    /// <summary>An account, over all its posts.</summary>
    public async Task<Outcome<AccountAnalytics>> AccountAsync(Guid accountId, int? days, CancellationToken cancel)
    {
        if (days is < 1 or > MostDays)
        {
            return AnalyticsErrors.DaysInvalid.For("days");
        }

        int count = days ?? DefaultDays;
        int today = RecordWatches.DayOf(time.GetUtcNow());
        int first = today - count + 1;
        IQueryable<WatchDay> watched = db.WatchDays.Where(d => d.Day >= first && db.Posts.Any(p => p.Id == d.PostId && p.AuthorId == accountId));
        List<DayRow> rows = await watched.GroupBy(d => d.Day).Select(g => new DayRow(g.Key, g.Sum(d => d.Views), g.Sum(d => d.WatchMs), g.Sum(d => d.Watches), g.Sum(d => d.Completions))).ToListAsync(cancel);
        DateTimeOffset since = DateTimeOffset.UnixEpoch.AddDays(first);
        List<DateTimeOffset> likes = await db.Reactions.Where(r => r.Kind == ReactionKind.Like && r.CreatedAt >= since && db.Posts.Any(p => p.Id == r.PostId && p.AuthorId == accountId))
            .Select(r => r.CreatedAt).ToListAsync(cancel);
        List<DateTimeOffset> followers = await db.Follows.Where(f => f.FolloweeId == accountId && f.CreatedAt >= since).Select(f => f.CreatedAt).ToListAsync(cancel);
        var top = await watched.GroupBy(d => d.PostId).Select(g => new { g.Key, Views = g.Sum(d => d.Views), Watches = g.Sum(d => d.Watches), Completions = g.Sum(d => d.Completions) })
            .OrderByDescending(g => g.Views).ThenByDescending(g => g.Watches).ThenBy(g => g.Key).Take(MostPosts).ToListAsync(cancel);
        Guid[] ids = [.. top.Select(t => t.Key)];
        Dictionary<Guid, PostView> posts = (await PostQueries.DescribeAsync(db, await db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id) && p.AuthorId == accountId).ToListAsync(cancel), accountId, cancel))
            .ToDictionary(v => v.Id);
        Dictionary<int, int> shares = await SharesAsync(db.ShareDays.Where(s => s.Day >= first && db.Posts.Any(p => p.Id == s.PostId && p.AuthorId == accountId)), cancel);
        AnalyticsDay[] list = Days(first, count, rows, likes, followers, shares);
        return new AccountAnalytics(
            list, Sum(list, rows), await SourcesAsync(watched, cancel),
            [.. top.Where(t => posts.ContainsKey(t.Key)).Select(t => new PostSummary(posts[t.Key], t.Views, Rate(t.Completions, t.Watches)))]);
    }

    /// <summary>One post.</summary>
    public async Task<Outcome<PostAnalytics>> PostAsync(Guid accountId, Guid postId, int? days, CancellationToken cancel)
    {
        if (days is < 1 or > MostDays)
        {
            return AnalyticsErrors.DaysInvalid.For("days");
        }

        Post? post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId && p.AuthorId == accountId, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        int count = days ?? DefaultDays;
        int first = RecordWatches.DayOf(time.GetUtcNow()) - count + 1;
        IQueryable<WatchDay> watched = db.WatchDays.Where(d => d.PostId == postId && d.Day >= first);
        List<DayRow> rows = await watched.GroupBy(d => d.Day).Select(g => new DayRow(g.Key, g.Sum(d => d.Views), g.Sum(d => d.WatchMs), g.Sum(d => d.Watches), g.Sum(d => d.Completions))).ToListAsync(cancel);
        DateTimeOffset since = DateTimeOffset.UnixEpoch.AddDays(first);
        List<DateTimeOffset> likes = await db.Reactions.Where(r => r.PostId == postId && r.Kind == ReactionKind.Like && r.CreatedAt >= since).Select(r => r.CreatedAt).ToListAsync(cancel);
        int loops = await db.WatchDays.Where(d => d.PostId == postId).SumAsync(d => d.Loops, cancel);
        Dictionary<int, int> shares = await SharesAsync(db.ShareDays.Where(s => s.PostId == postId && s.Day >= first), cancel);
        AnalyticsDay[] list = Days(first, count, rows, likes, [], shares);
        PostView view = (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
        return new PostAnalytics(
            view, list, Sum(list, rows), await SourcesAsync(watched, cancel), await RetentionAsync(postId, view.Video.Seconds, cancel),
            loops, post.Remixes, await DescendantsAsync(post, cancel));
    }

    private static AnalyticsDay[] Days(int first, int count, List<DayRow> rows, List<DateTimeOffset> likes, List<DateTimeOffset> followers, Dictionary<int, int> shares)
    {
        Dictionary<int, DayRow> byDay = rows.ToDictionary(r => r.Day);
        Dictionary<int, int> likesOf = likes.CountBy(RecordWatches.DayOf).ToDictionary();
        Dictionary<int, int> followersOf = followers.CountBy(RecordWatches.DayOf).ToDictionary();
        DateOnly epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);
        return [.. Enumerable.Range(first, count).Select(day => new AnalyticsDay(
            epoch.AddDays(day), byDay.TryGetValue(day, out DayRow? row) ? row.Views : 0, (row?.WatchMs ?? 0) / 1000, likesOf.GetValueOrDefault(day), followersOf.GetValueOrDefault(day), shares.GetValueOrDefault(day)))];
    }

    private static Task<Dictionary<int, int>> SharesAsync(IQueryable<ShareDay> shared, CancellationToken cancel)
        => shared.GroupBy(s => s.Day).Select(g => new { g.Key, Shares = g.Sum(s => s.Shares) }).ToDictionaryAsync(g => g.Key, g => g.Shares, cancel);

    private static AnalyticsTotals Sum(AnalyticsDay[] days, List<DayRow> rows)
        => new(days.Sum(d => d.Views), days.Sum(d => d.WatchSeconds), days.Sum(d => d.Likes), days.Sum(d => d.Followers), days.Sum(d => d.Shares), Rate(rows.Sum(r => r.Completions), rows.Sum(r => r.Watches)));

    private static double? Rate(int completions, int watches) => watches == 0 ? null : Math.Round((double)completions / watches, 3);

    private static async Task<IReadOnlyList<AnalyticsSource>> SourcesAsync(IQueryable<WatchDay> watched, CancellationToken cancel)
    {
        var rows = await watched.GroupBy(d => d.Source).Select(g => new { g.Key, Views = g.Sum(d => d.Views), Watches = g.Sum(d => d.Watches) }).ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.Views).ThenByDescending(r => r.Watches).ThenBy(r => r.Key).Select(r => new AnalyticsSource(r.Key, r.Views, r.Watches))];
    }

    /// <summary>From how far each stretch of watching went to how many reached each second.</summary>
    private async Task<IReadOnlyList<double>> RetentionAsync(Guid postId, double seconds, CancellationToken cancel)
    {
        Dictionary<int, int> ended = await db.WatchSeconds.Where(s => s.PostId == postId).ToDictionaryAsync(s => s.Second, s => s.Watches, cancel);
        int all = ended.Values.Sum();
        return all == 0 ? [] : [.. Enumerable.Range(0, (int)Math.Floor(seconds) + 1).Select(second => Math.Round((double)ended.Where(e => e.Key >= second).Sum(e => e.Value) / all, 3))];
    }

    /// <summary>Posts below one in its family, generation by generation.</summary>
    private async Task<int> DescendantsAsync(Post post, CancellationToken cancel)
    {
        if (post.RootId == post.Id)
        {
            return await db.Posts.CountAsync(p => p.RootId == post.Id && p.Id != post.Id, cancel);
        }

        int count = 0;
        Guid[] parents = [post.Id];
        for (int depth = 0; depth < MostGenerations && parents.Length > 0; depth++)
        {
            Guid[] some = parents;
            parents = await db.Posts.Where(p => p.ParentId != null && some.Contains(p.ParentId.Value)).Select(p => p.Id).ToArrayAsync(cancel);
            count += parents.Length;
        }

        return count;
    }

    /// <summary>Telemetry of one day.</summary>
    private sealed record DayRow(int Day, int Views, long WatchMs, int Watches, int Completions);
}
