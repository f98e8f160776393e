using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Lucarne.Social.Explore;

/// <summary>What goes on, the same for everyone but for what the viewer may not see.</summary>
/// <param name="Tags">Tags on the rise, most first.</param>
/// <param name="Remixed">The week's posts with the most remixes made in it: prompts that inspire.</param>
/// <param name="Liked">The posts with the most likes given in the week.</param>
/// <param name="RemixLeaders">Whose posts were remixed most in the week.</param>
/// <param name="LikeLeaders">Whose posts were liked most in the week.</param>
/// <param name="NewVoices">A post each of people who began to publish within two weeks.</param>
public sealed record ExploreView(
    IReadOnlyList<RisingTag> Tags, IReadOnlyList<PostView> Remixed, IReadOnlyList<PostView> Liked,
    IReadOnlyList<Leader> RemixLeaders, IReadOnlyList<Leader> LikeLeaders, IReadOnlyList<PostView> NewVoices);

/// <summary>A tag on the rise.</summary>
/// <param name="Tag">Without its hash, lower case.</param>
/// <param name="Posts">Posts of the last seven days.</param>
/// <param name="Before">Posts of a usual seven days among the three weeks before.</param>
public sealed record RisingTag(string Tag, int Posts, double Before);

/// <summary>A place on a leaderboard.</summary>
/// <param name="Author">Who it is.</param>
/// <param name="Count">Remixes or likes in the week.</param>
public sealed record Leader(AuthorView Author, int Count);

/// <summary>Reads the explore page. What is counted is kept for a minute; what the viewer may see is decided anew each time.</summary>
internal sealed class ReadExplore(LucarneContext db, IMemoryCache cache, TimeProvider time)
{
    private const int Length = 12;
    private const int Spare = 4;
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    public async Task<ExploreView> RunAsync(Guid? viewerId, CancellationToken cancel)
    {
        Counts counts = (await cache.GetOrCreateAsync("explore", entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = GoodFor;
            return CountAsync(cancel);
        }))!;
        Guid[] ids = [.. counts.Remixed.Concat(counts.Liked).Concat(counts.NewVoices).Distinct()];
        List<Post> visible = await PostQueries.ListedTo(db, viewerId).AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        Dictionary<Guid, PostView> views = (await PostQueries.DescribeAsync(db, visible, viewerId, cancel)).ToDictionary(v => v.Id);
        Dictionary<Guid, AuthorView> leaders = await AuthorQueries.DescribeAsync(db, counts.RemixLeaders.Concat(counts.LikeLeaders).Select(l => l.Id), cancel);
        Guid viewer = viewerId ?? Guid.Empty;
        HashSet<Guid> blocked = viewerId is null ? []
            : await db.Blocks.Where(b => b.BlockerId == viewer || b.BlockedId == viewer).Select(b => b.BlockerId == viewer ? b.BlockedId : b.BlockerId).ToHashSetAsync(cancel);
        return new ExploreView(counts.Tags, Shown(counts.Remixed), Shown(counts.Liked), Named(counts.RemixLeaders), Named(counts.LikeLeaders), Shown(counts.NewVoices));

        PostView[] Shown(IReadOnlyList<Guid> posts) => [.. posts.Where(views.ContainsKey).Select(id => views[id]).Take(Length)];

        Leader[] Named(IReadOnlyList<(Guid Id, int Count)> people)
            => [.. people.Where(p => leaders.ContainsKey(p.Id) && !blocked.Contains(p.Id)).Take(Length).Select(p => new Leader(leaders[p.Id], p.Count))];
    }

    private async Task<Counts> CountAsync(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset week = now.AddDays(-7);
        DateTimeOffset month = now.AddDays(-28);
        DateTimeOffset fortnight = now.AddDays(-14);
        IQueryable<Post> open = PostQueries.ListedTo(db, null).Where(p => p.Visibility == Visibility.Public && db.Accounts.Any(a => a.Id == p.AuthorId && a.Settings.Discoverable));

        var tags = await db.PostTags.Where(t => t.CreatedAt > month).Join(open, t => t.PostId, p => p.Id, (t, p) => new { t.Tag, t.CreatedAt, p.AuthorId })
            .GroupBy(t => t.Tag)
            .Select(g => new { Tag = g.Key, Now = g.Count(t => t.CreatedAt > week), All = g.Count(), Authors = g.Select(t => t.AuthorId).Distinct().Count() })
            .Where(t => t.Now > 0).OrderByDescending(t => t.Now).ThenBy(t => t.Tag).Take(200).ToListAsync(cancel);
        var remixes = open.Where(p => p.CreatedAt > week && p.ParentId != null).Join(open, p => p.ParentId, parent => (Guid?)parent.Id, (p, parent) => new { Maker = p.AuthorId, parent.Id, parent.AuthorId })
            .Where(r => r.Maker != r.AuthorId);
        var likes = db.Reactions.Where(r => r.CreatedAt > week && r.Kind == ReactionKind.Like).Join(open, r => r.PostId, p => p.Id, (r, p) => new { Maker = r.AccountId, p.Id, p.AuthorId })
            .Where(r => r.Maker != r.AuthorId);
        var remixed = await remixes.GroupBy(r => r.Id).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenByDescending(g => g.Key).Take(Length * Spare).ToListAsync(cancel);
        var liked = await likes.GroupBy(r => r.Id).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenByDescending(g => g.Key).Take(Length * Spare).ToListAsync(cancel);
        var remixLeaders = await remixes.GroupBy(r => r.AuthorId).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(Length * Spare).ToListAsync(cancel);
        var likeLeaders = await likes.GroupBy(r => r.AuthorId).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(Length * Spare).ToListAsync(cancel);
        var voices = await open.Where(p => p.CreatedAt > fortnight && !db.Posts.Any(older => older.AuthorId == p.AuthorId && older.CreatedAt <= fortnight))
            .Join(db.PostStats, p => p.Id, s => s.PostId, (p, s) => new { p.Id, p.AuthorId, s.Quality })
            .OrderByDescending(p => p.Quality).ThenByDescending(p => p.Id).Take(500).ToListAsync(cancel);
        return new Counts(
            [.. tags.Select(t => new RisingTag(t.Tag, t.Now, Math.Round((t.All - t.Now) / 3.0, 1)))
                .Zip(tags, (tag, row) => (tag, row.Authors))
                .OrderByDescending(t => (t.tag.Posts + 1) / (t.tag.Before + 1) * Math.Log2(1 + t.Authors)).Select(t => t.tag).Take(Length)],
            [.. remixed.Select(r => r.Key)], [.. liked.Select(r => r.Key)],
            [.. remixLeaders.Select(r => (r.Key, r.Count))], [.. likeLeaders.Select(r => (r.Key, r.Count))],
            [.. voices.DistinctBy(v => v.AuthorId).Take(Length * Spare).Select(v => v.Id)]);
    }

    /// <summary>What was counted for everyone.</summary>
    private sealed record Counts(
        IReadOnlyList<RisingTag> Tags, IReadOnlyList<Guid> Remixed, IReadOnlyList<Guid> Liked,
        IReadOnlyList<(Guid Id, int Count)> RemixLeaders, IReadOnlyList<(Guid Id, int Count)> LikeLeaders, IReadOnlyList<Guid> NewVoices);
}
