using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Lucarne.Social.Reposts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Profiles;

/// <summary>The lists of posts on a profile, the newest first.</summary>
internal sealed class ProfilePosts(LucarneContext db, FindAccount find, CursorCodec cursors)
{
    /// <summary>Posts of an author that a viewer finds on the author's page: all of one's own; of others, public ones and those for followers.</summary>
    /// <param name="db">The database.</param>
    /// <param name="authorId">Whose.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    public static IQueryable<Post> Of(LucarneContext db, Guid authorId, Guid? viewerId)
    {
        IQueryable<Post> posts = PostQueries.VisibleTo(db, viewerId).Where(p => p.AuthorId == authorId);
        return viewerId == authorId ? posts : posts.Where(p => p.Visibility == Visibility.Public || p.Visibility == Visibility.Followers);
    }

    /// <summary>All posts, or only those that are remixes.</summary>
    public async Task<Outcome<Page<PostView>>> ReadAsync(string handle, bool remixesOnly, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!(await find.RunAsync(handle, viewerId, cancel)).TryGet(out Guid id, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Post> posts = Of(db, id, viewerId);
        return await CutAsync(remixesOnly ? $"remixes-by:{id}" : $"posts-by:{id}", remixesOnly ? posts.Where(p => p.ParentId != null) : posts, viewerId, cursor, limit, cancel);
    }

    /// <summary>Posts of others that name an account in their prompt or caption.</summary>
    public async Task<Outcome<Page<PostView>>> ReadAppearancesAsync(string handle, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!(await find.RunAsync(handle, viewerId, cancel)).TryGet(out Guid id, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Post> posts = PostQueries.ListedTo(db, viewerId).Where(p => p.AuthorId != id && db.PostMentions.Any(m => m.AccountId == id && m.PostId == p.Id));
        return await CutAsync($"appearances-of:{id}", posts, viewerId, cursor, limit, cancel);
    }

    /// <summary>Posts that an account likes, the latest like first, where its owner shows them.</summary>
    public async Task<Outcome<Page<PostView>>> ReadLikesAsync(string handle, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!(await find.RunAsync(handle, viewerId, cancel)).TryGet(out Guid id, out Problem? problem))
        {
            return problem;
        }

        if (id != viewerId && !await db.Accounts.AnyAsync(a => a.Id == id && a.Settings.ShowLikes, cancel))
        {
            return ProfilesErrors.LikesHidden;
        }

        string list = $"likes-of:{id}";
        if (!TimedPageRequest.Read(cursors, list, cursor, limit).TryGet(out TimedPageRequest page, out problem))
        {
            return problem;
        }

        IQueryable<Post> listed = PostQueries.ListedTo(db, viewerId);
        IQueryable<Reaction> likes = db.Reactions.Where(r => r.AccountId == id && r.Kind == ReactionKind.Like);
        if (page.Before is DateTimeOffset before)
        {
            likes = likes.Where(r => r.CreatedAt < before || (r.CreatedAt == before && r.PostId.CompareTo(page.BeforeId) < 0));
        }

        var rows = await likes.Join(listed, r => r.PostId, p => p.Id, (like, post) => new { like.CreatedAt, Post = post })
            .OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Post.Id).Take(page.Limit + 1).AsNoTracking().ToListAsync(cancel);
        Dictionary<Guid, PostView> views = await DescribeAsync([.. rows.Take(page.Limit).Select(r => r.Post)], viewerId, cancel);
        return page.Cut(cursors, list, rows, row => row.CreatedAt, row => row.Post.Id, row => views[row.Post.Id]);
    }

    /// <summary>Posts that an account reposts and that the viewer may find, the latest repost first.</summary>
    public async Task<Outcome<Page<PostView>>> ReadRepostsAsync(string handle, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!(await find.RunAsync(handle, viewerId, cancel)).TryGet(out Guid id, out Problem? problem))
        {
            return problem;
        }

        string list = $"reposts-by:{id}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out problem))
        {
            return problem;
        }

        IQueryable<Repost> reposts = db.Reposts.Where(r => r.AccountId == id);
        if (page.Before is Guid before)
        {
            reposts = reposts.Where(r => r.Id.CompareTo(before) < 0);
        }

        var rows = await reposts.Join(PostQueries.ListedTo(db, viewerId), r => r.PostId, p => p.Id, (repost, post) => new { repost.Id, Post = post })
            .OrderByDescending(r => r.Id).Take(page.Limit + 1).AsNoTracking().ToListAsync(cancel);
        Dictionary<Guid, PostView> views = await DescribeAsync([.. rows.Take(page.Limit).Select(r => r.Post)], viewerId, cancel);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Post.Id]);
    }

    private async Task<Outcome<Page<PostView>>> CutAsync(string list, IQueryable<Post> posts, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        if (page.Before is Guid before)
        {
            posts = posts.Where(p => p.Id.CompareTo(before) < 0);
        }

        List<Post> rows = await posts.AsNoTracking().OrderByDescending(p => p.Id).Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, PostView> views = await DescribeAsync([.. rows.Take(page.Limit)], viewerId, cancel);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Id]);
    }

    private async Task<Dictionary<Guid, PostView>> DescribeAsync(IReadOnlyList<Post> posts, Guid? viewerId, CancellationToken cancel)
        => (await PostQueries.DescribeAsync(db, posts, viewerId, cancel)).ToDictionary(v => v.Id);
}
