using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Reposts;

/// <summary>Queries over reposts that feeds ask.</summary>
internal static class RepostQueries
{
    /// <summary>Reposts by those whom a viewer follows, of posts that the viewer may find. Order by <see cref="Repost.Id"/>, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="viewerId">Who looks.</param>
    public static IQueryable<Repost> ByFollowedOf(LucarneContext db, Guid viewerId)
    {
        IQueryable<Post> listed = PostQueries.ListedTo(db, viewerId);
        return db.Reposts.Where(r => db.Follows.Any(f => f.FollowerId == viewerId && f.FolloweeId == r.AccountId)
            && !db.Mutes.Any(m => m.MuterId == viewerId && m.MutedId == r.AccountId)
            && db.Accounts.Any(a => a.Id == r.AccountId && a.ClosedAt == null && a.SuspendedAt == null)
            && listed.Any(p => p.Id == r.PostId));
    }

    /// <summary>For each of some posts, who of those whom the viewer follows reposted it last; posts that none of them reposted are absent.</summary>
    /// <param name="db">The database.</param>
    /// <param name="viewerId">Who looks.</param>
    /// <param name="postIds">The posts.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<Dictionary<Guid, AuthorView>> LastFollowedRepostersAsync(LucarneContext db, Guid viewerId, IReadOnlyCollection<Guid> postIds, CancellationToken cancel)
    {
        var reposts = await ByFollowedOf(db, viewerId).Where(r => postIds.Contains(r.PostId)).Select(r => new { r.PostId, r.AccountId, r.Id }).ToListAsync(cancel);
        Dictionary<Guid, Guid> last = reposts.GroupBy(r => r.PostId).ToDictionary(group => group.Key, group => group.MaxBy(r => r.Id)!.AccountId);
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, last.Values, cancel);
        return last.ToDictionary(pair => pair.Key, pair => authors[pair.Value]);
    }
}
