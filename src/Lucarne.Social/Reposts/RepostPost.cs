using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Reposts;

/// <summary>Shows a post to one's followers, or takes that back. Both may be repeated without harm.</summary>
internal sealed class RepostPost(LucarneContext db, Notifier notifier, TimeProvider time)
{
    /// <summary>Reposts a public post that the account may open.</summary>
    public async Task<Outcome<PostView>> RunAsync(Guid accountId, Guid postId, CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            Post? post = await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel);
            if (post is null)
            {
                return PostsErrors.PostNotFound;
            }

            if (post.Visibility != Visibility.Public || post.RemovedAt is not null)
            {
                return RepostsErrors.NotPublic;
            }

            if (!await db.Reposts.AnyAsync(r => r.PostId == postId && r.AccountId == accountId, cancel) && await TryAddAsync(accountId, post, cancel))
            {
                await transaction.CommitAsync(cancel);
            }
        }

        return await DescribeAsync(accountId, postId, cancel);
    }

    /// <summary>Takes a repost back, even of a post that one can't open any more.</summary>
    public async Task<Outcome<PostView>> UndoAsync(Guid accountId, Guid postId, CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            int removed = await db.Reposts.Where(r => r.PostId == postId && r.AccountId == accountId).ExecuteDeleteAsync(cancel);
            await db.Posts.Where(p => p.Id == postId && removed > 0).ExecuteUpdateAsync(set => set.SetProperty(p => p.Reposts, p => p.Reposts - 1), cancel);
            await transaction.CommitAsync(cancel);
        }

        return await DescribeAsync(accountId, postId, cancel);
    }

    /// <summary>False where the same account's other request came first.</summary>
    private async Task<bool> TryAddAsync(Guid accountId, Post post, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        db.Reposts.Add(new Repost { PostId = post.Id, AccountId = accountId, Id = Guid.CreateVersion7(now), CreatedAt = now });
        await notifier.AddAsync(post.AuthorId, NotificationKind.Repost, accountId, post.Id, cancel: cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        await db.Posts.Where(p => p.Id == post.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Reposts, p => p.Reposts + 1), cancel);
        return true;
    }

    private async Task<Outcome<PostView>> DescribeAsync(Guid accountId, Guid postId, CancellationToken cancel)
    {
        Post? post = await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel);
        return post is null ? PostsErrors.PostNotFound : (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
    }
}
