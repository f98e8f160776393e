using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Collections;

/// <summary>Keeps posts for later. Both ways may be repeated without harm; nobody else is told.</summary>
internal sealed class KeepBookmarks(LucarneContext db, CursorCodec cursors, TimeProvider time)
{
    /// <summary>Keeps a post that the account may open.</summary>
    public async Task<Outcome<PostView>> AddAsync(Guid accountId, Guid postId, CancellationToken cancel)
    {
        Post? post = await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        if (!await db.Bookmarks.AnyAsync(b => b.AccountId == accountId && b.PostId == postId, cancel))
        {
            DateTimeOffset now = time.GetUtcNow();
            db.Bookmarks.Add(new Bookmark { AccountId = accountId, PostId = postId, Id = Guid.CreateVersion7(now), CreatedAt = now });
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException)
            {
                // The same account's other request came first.
                db.ChangeTracker.Clear();
            }
        }

        return (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
    }

    /// <summary>Forgets a post, also one that the account can't open any more.</summary>
    public async Task<Outcome<PostView>> RemoveAsync(Guid accountId, Guid postId, CancellationToken cancel)
    {
        await db.Bookmarks.Where(b => b.AccountId == accountId && b.PostId == postId).ExecuteDeleteAsync(cancel);
        Post? post = await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel);
        return post is null ? PostsErrors.PostNotFound : (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
    }

    /// <summary>One page of what the account keeps and may still open, last kept first.</summary>
    public async Task<Outcome<Page<PostView>>> ListAsync(Guid accountId, string? cursor, int? limit, CancellationToken cancel)
    {
        string list = $"bookmarks:{accountId}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Bookmark> kept = db.Bookmarks.Where(b => b.AccountId == accountId);
        if (page.Before is Guid before)
        {
            kept = kept.Where(b => b.Id.CompareTo(before) < 0);
        }

        var rows = await kept.Join(PostQueries.VisibleTo(db, accountId), b => b.PostId, p => p.Id, (b, p) => new { b.Id, Post = p })
            .OrderByDescending(row => row.Id).Take(page.Limit + 1).AsNoTracking().ToListAsync(cancel);
        Dictionary<Guid, PostView> views = (await PostQueries.DescribeAsync(db, [.. rows.Take(page.Limit).Select(r => r.Post)], accountId, cancel)).ToDictionary(v => v.Id);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Post.Id]);
    }
}
