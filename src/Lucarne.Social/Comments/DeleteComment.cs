using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Comments;

/// <summary>Takes one's own comment back: it disappears, or leaves a tombstone where answers stand below it.</summary>
internal sealed class DeleteComment(LucarneContext db, TimeProvider time)
{
    /// <summary>Null when it is gone, or <see cref="CommentsErrors.CommentNotFound"/>.</summary>
    public async Task<Problem?> RunAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        Guid? postId = await db.Comments.Where(c => c.Id == id && c.AuthorId == accountId).Select(c => (Guid?)c.PostId).SingleOrDefaultAsync(cancel);
        if (postId is null)
        {
            return CommentsErrors.CommentNotFound;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await CommentQueries.LockAsync(db, postId.Value, cancel);
        if (await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == accountId, cancel) is not { } comment)
        {
            return CommentsErrors.CommentNotFound;
        }

        await EraseAsync(comment, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Takes back every comment and every like of an account, in the caller's transaction: threads and counters of posts stay right when the account's rows go.</summary>
    public async Task EraseAllOfAsync(Guid accountId, CancellationToken cancel)
    {
        foreach (Guid postId in await db.Comments.Where(c => c.AuthorId == accountId).Select(c => c.PostId).Distinct().Order().ToListAsync(cancel))
        {
            await CommentQueries.LockAsync(db, postId, cancel);
            foreach (Comment comment in await db.Comments.AsNoTracking().Where(c => c.AuthorId == accountId && c.PostId == postId).ToListAsync(cancel))
            {
                await EraseAsync(comment, cancel);
            }
        }

        await db.Comments.Where(c => db.CommentLikes.Any(l => l.CommentId == c.Id && l.AccountId == accountId))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Likes, c => c.Likes - 1).SetProperty(c => c.Rank, c => c.Rank - Comment.RankOfLike), cancel);
        await db.CommentLikes.Where(l => l.AccountId == accountId).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Takes one back; the post is locked, and the row as it stands.</summary>
    private async Task EraseAsync(Comment comment, CancellationToken cancel)
    {
        IQueryable<Comment> row = db.Comments.Where(c => c.Id == comment.Id);
        if (comment.ParentId is null && await db.Comments.AnyAsync(c => c.ThreadId == comment.Id && c.ParentId != null, cancel))
        {
            DateTimeOffset now = time.GetUtcNow();
            await row.ExecuteUpdateAsync(
                set => set.SetProperty(c => c.AuthorId, (Guid?)null).SetProperty(c => c.Text, "").SetProperty(c => c.DeletedAt, now)
                    .SetProperty(c => c.EditedAt, (DateTimeOffset?)null).SetProperty(c => c.HiddenAt, (DateTimeOffset?)null)
                    .SetProperty(c => c.Likes, 0).SetProperty(c => c.Rank, c => c.Answers),
                cancel);
        }
        else
        {
            await row.ExecuteDeleteAsync(cancel);
        }

        if (comment.HiddenAt is null)
        {
            await CommentQueries.CountAsync(db, comment, -1, cancel);
        }

        await db.CommentEdits.Where(e => e.CommentId == comment.Id).ExecuteDeleteAsync(cancel);
        await db.CommentLikes.Where(l => l.CommentId == comment.Id).ExecuteDeleteAsync(cancel);
        await db.CommentRules.Where(r => r.PinnedId == comment.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.PinnedId, (Guid?)null), cancel);
        await db.Notifications.Where(n => n.CommentId == comment.Id).ExecuteDeleteAsync(cancel);
        // A tombstone has no reason to stay once nothing stands below it.
        await db.Comments.Where(c => c.Id == comment.ThreadId && c.AuthorId == null && !db.Comments.Any(a => a.ThreadId == c.Id && a.ParentId != null)).ExecuteDeleteAsync(cancel);
    }
}
