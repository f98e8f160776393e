using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Lucarne.Social.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Explore;

/// <summary>What the explore page counts, the same for everyone. Posts and people are named by id alone: who sees them is decided at each visit.</summary>
internal sealed record ExploreCounts(
    IReadOnlyList<RisingTag> Tags, IReadOnlyList<TopicOfWeek> Topics, IReadOnlyList<Guid> Remixed, IReadOnlyList<Guid> Liked,
    IReadOnlyList<(Guid Id, int Count)> RemixLeaders, IReadOnlyList<(Guid Id, int Count)> LikeLeaders, IReadOnlyList<Guid> NewVoices, IReadOnlyList<Guid> Featured)
{
    /// <summary>True where nothing was found.</summary>
    public bool Empty => Tags.Count + Topics.Count + Remixed.Count + Liked.Count + NewVoices.Count + Featured.Count == 0;
}

/// <summary>Counts what goes on at start and once a minute, so that no visitor waits for it.</summary>
internal sealed class ExploreBoard(IDbContextFactory<LucarneContext> contexts, TimeProvider time, ILogger<ExploreBoard> logger) : BackgroundService
{
    /// <summary>Places of each list that are shown.</summary>
    public const int Length = 12;

    /// <summary>Places that are counted for each one shown: some visitors may not see all.</summary>
    private const int Kept = Length * 4;

    /// <summary>Posts whose likes are added up for their authors.</summary>
    private const int MostLiked = 5000;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _counting = new(1);
    private volatile ExploreCounts? _counts;

    /// <summary>The counts, at most a minute old; only of a network where nothing goes on are they made at each visit.</summary>
    public async Task<ExploreCounts> ReadAsync(CancellationToken cancel)
        => _counts is { Empty: false } counts ? counts : await CountAsync(cancel);

    /// <summary>Counts anew.</summary>
    public async Task<ExploreCounts> CountAsync(CancellationToken cancel)
    {
        await _counting.WaitAsync(cancel);
        try
        {
            await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
            return _counts = await CountAsync(db, time.GetUtcNow(), cancel);
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _counting.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException)
            {
                logger.LogWarning(error, "Counting for the explore page failed; the last counts stay for another minute");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static async Task<ExploreCounts> CountAsync(LucarneContext db, DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset week = now.AddDays(-7);
        DateTimeOffset fortnight = now.AddDays(-14);
        IQueryable<Post> open = PostQueries.ListedTo(db, null).Where(p => p.Visibility == Visibility.Public && db.Accounts.Any(a => a.Id == p.AuthorId && a.Settings.Discoverable));

        var remixes = await db.PostStats.Where(s => s.CreatedAt > week).Join(open.Where(p => p.ParentId != null), s => s.PostId, p => p.Id, (_, p) => p)
            .Join(open, p => p.ParentId, parent => (Guid?)parent.Id, (p, parent) => new { Maker = p.AuthorId, parent.Id, parent.AuthorId })
            .Where(r => r.Maker != r.AuthorId)
            .GroupBy(r => new { r.Id, r.AuthorId }).Select(g => new { g.Key.Id, g.Key.AuthorId, Count = g.Count() }).ToListAsync(cancel);

        // Added up by post before anything is asked of the post: there are a hundred times as many likes.
        var likes = await db.Reactions.Where(r => r.CreatedAt > week && r.Kind == ReactionKind.Like)
            .GroupBy(r => r.PostId).Select(g => new { Id = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenByDescending(g => g.Id).Take(MostLiked)
            .Join(open, g => g.Id, p => p.Id, (g, p) => new
            {
                g.Id,
                p.AuthorId,
                Count = g.Count - db.Reactions.Count(own => own.PostId == p.Id && own.AccountId == p.AuthorId && own.CreatedAt > week && own.Kind == ReactionKind.Like),
            })
            .Where(l => l.Count > 0)
            .ToListAsync(cancel);
        var voices = await db.PostStats.Where(s => s.CreatedAt > fortnight)
            .Join(open, s => s.PostId, p => p.Id, (s, p) => new { p.Id, p.AuthorId, s.Quality })
            .Where(p => !db.Posts.Any(older => older.AuthorId == p.AuthorId && older.CreatedAt <= fortnight))
            .OrderByDescending(p => p.Quality).ThenByDescending(p => p.Id).Take(500).ToListAsync(cancel);
        return new ExploreCounts(
            await CountTagsAsync(db, open, now, cancel),
            await CountTopicsAsync(db, open, week, cancel),
            First(remixes.Select(r => (r.Id, r.Count))), First(likes.Select(l => (l.Id, l.Count))),
            Leaders(remixes.Select(r => (r.AuthorId, r.Count))), Leaders(likes.Select(l => (l.AuthorId, l.Count))),
            [.. voices.DistinctBy(v => v.AuthorId).Take(Kept).Select(v => v.Id)],
            await open.Where(p => p.FeaturedAt != null).OrderByDescending(p => p.FeaturedAt).Take(Kept).Select(p => p.Id).ToListAsync(cancel));
    }

    /// <summary>Tags by this week's posts against a usual week of the three before, times the logarithm of how many people use them.</summary>
    private static async Task<IReadOnlyList<RisingTag>> CountTagsAsync(LucarneContext db, IQueryable<Post> open, DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset week = now.AddDays(-7);
        DateTimeOffset month = now.AddDays(-28);
        var tags = await db.PostTags.Where(t => t.CreatedAt > month).Join(open, t => t.PostId, p => p.Id, (t, p) => new { t.Tag, t.CreatedAt, p.AuthorId })
            .GroupBy(t => t.Tag)
            .Select(g => new { Tag = g.Key, Now = g.Count(t => t.CreatedAt > week), All = g.Count(), Authors = g.Select(t => t.AuthorId).Distinct().Count() })
            .Where(t => t.Now > 0).OrderByDescending(t => t.Now).ThenBy(t => t.Tag).Take(200).ToListAsync(cancel);
        return [.. tags.Select(t => (Tag: new RisingTag(t.Tag, t.Now, Math.Round((t.All - t.Now) / 3.0, 1)), t.Authors))
            .OrderByDescending(t => (t.Tag.Posts + 1) / (t.Tag.Before + 1) * Math.Log2(1 + t.Authors)).Select(t => t.Tag).Take(Kept)];
    }

    /// <summary>Topics by this week's posts.</summary>
    private static async Task<IReadOnlyList<TopicOfWeek>> CountTopicsAsync(LucarneContext db, IQueryable<Post> open, DateTimeOffset week, CancellationToken cancel)
    {
        var topics = await db.PostTopics.Where(t => t.CreatedAt > week).Join(open, t => t.PostId, p => p.Id, (t, _) => t.Topic)
            .GroupBy(topic => topic).Select(g => new { Topic = g.Key, Posts = g.Count() }).OrderByDescending(t => t.Posts).ThenBy(t => t.Topic).Take(Length).ToListAsync(cancel);
        return [.. topics.Select(t => new TopicOfWeek(TopicTable.View(t.Topic), t.Posts))];
    }

    private static Guid[] First(IEnumerable<(Guid Id, int Count)> posts) => [.. posts.OrderByDescending(p => p.Count).ThenByDescending(p => p.Id).Take(Kept).Select(p => p.Id)];

    private static (Guid Id, int Count)[] Leaders(IEnumerable<(Guid Id, int Count)> posts)
        => [.. posts.GroupBy(p => p.Id).Select(g => (g.Key, g.Sum(p => p.Count))).OrderByDescending(p => p.Item2).ThenBy(p => p.Key).Take(Kept)];
}
