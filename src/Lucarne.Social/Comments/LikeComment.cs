using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Comments;

/// <summary>Likes a comment, or stops to. Doing either twice is no error and counts once.</summary>
internal sealed class LikeComment(LucarneContext db, Notifier notifier, TimeProvider time)
{
    public async Task<Outcome<CommentView>> RunAsync(Guid accountId, Guid id, bool liked, CancellationToken cancel)
    {
        if (await CommentQueries.FindAsync(db, id, accountId, cancel) is not (Comment { AuthorId: Guid authorId, HiddenAt: null }, Post post))
        {
            return CommentsErrors.CommentNotFound;
        }

        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            // Its author may take it back at the same moment: what happens under one post happens in turn.
            if (!await CommentQueries.LockAsync(db, post.Id, cancel) || !await db.Comments.AnyAsync(c => c.Id == id && c.AuthorId != null && c.HiddenAt == null, cancel))
            {
                return CommentsErrors.CommentNotFound;
            }

            bool changed = liked
                ? await AddAsync(db, accountId, id, time.GetUtcNow(), cancel)
                : await db.CommentLikes.Where(l => l.CommentId == id && l.AccountId == accountId).ExecuteDeleteAsync(cancel) == 1 && await CountAsync(db, id, -1, cancel);
            if (changed)
            {
                if (liked)
                {
                    await notifier.AddAsync(authorId, NotificationKind.CommentLike, accountId, post.Id, id, cancel: cancel);
                    await db.SaveChangesAsync(cancel);
                }

                await transaction.CommitAsync(cancel);
            }
        }

        return await CommentQueries.FindAsync(db, id, accountId, cancel) is (Comment comment, _)
            ? (await CommentQueries.DescribeAsync(db, post, [comment], accountId, cancel))[0]
            : CommentsErrors.CommentNotFound;
    }

    /// <summary>Adds a like and counts it, in the caller's transaction; false where there was one.</summary>
    internal static async Task<bool> AddAsync(LucarneContext db, Guid accountId, Guid id, DateTimeOffset at, CancellationToken cancel)
    {
        long createdAt = at.ToUnixTimeMilliseconds();
        // Both databases know this form; of two requests at the same moment one changes a row, and that one counts.
        return await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "CommentLikes" ("CommentId", "AccountId", "CreatedAt") VALUES ({id}, {accountId}, {createdAt}) ON CONFLICT DO NOTHING""", cancel) == 1 && await CountAsync(db, id, 1, cancel);
    }

    private static async Task<bool> CountAsync(LucarneContext db, Guid id, int by, CancellationToken cancel)
    {
        int rank = by * Comment.RankOfLike;
        return await db.Comments.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Likes, c => c.Likes + by).SetProperty(c => c.Rank, c => c.Rank + rank), cancel) == 1;
    }
}
