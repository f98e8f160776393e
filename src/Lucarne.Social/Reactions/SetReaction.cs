using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Reactions;

/// <summary>What to think of a post.</summary>
/// <param name="Kind">Like or dislike.</param>
public sealed record SetReactionRequest(ReactionKind Kind);

/// <summary>Likes, dislikes, or takes either back: the row, the post's counters and the author's notification change together or not at all.</summary>
internal sealed class SetReaction(LucarneContext db, PostReads posts, Notifier notifier, TimeProvider time)
{
    /// <summary>Sets the reaction and gives the whole post as it is then.</summary>
    /// <param name="accountId">Who reacts.</param>
    /// <param name="postId">The post.</param>
    /// <param name="kind">What they think; null for nothing any more.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<PostView>> RunAsync(Guid accountId, Guid postId, ReactionKind? kind, CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await db.HoldPostAsync(postId, cancel);
            Guid? authorId = await PostQueries.VisibleTo(db, accountId).Where(p => p.Id == postId).Select(p => (Guid?)p.AuthorId).SingleOrDefaultAsync(cancel);
            if (authorId is null)
            {
                return PostsErrors.PostNotFound;
            }

            (int likes, int dislikes) = kind is ReactionKind wanted ? await SetAsync(accountId, postId, wanted, cancel) : await RemoveAsync(accountId, postId, cancel);
            if (likes != 0 || dislikes != 0)
            {
                await db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(
                    set => set.SetProperty(p => p.Likes, p => p.Likes + likes).SetProperty(p => p.Dislikes, p => p.Dislikes + dislikes), cancel);
            }

            await NotifyAsync(authorId.Value, accountId, postId, likes, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        PostRow? post = await posts.VisibleAsync(accountId, postId, cancel);
        return post is null ? PostsErrors.PostNotFound : (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
    }

    /// <summary>Changes of the number of likes and of dislikes. Each statement counts only the rows that it changed itself, so requests at the same moment never count twice.</summary>
    private async Task<(int Likes, int Dislikes)> SetAsync(Guid accountId, Guid postId, ReactionKind kind, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        int sign = kind == ReactionKind.Like ? 1 : -1;
        int switched = await db.Reactions.Where(r => r.PostId == postId && r.AccountId == accountId && r.Kind != kind)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Kind, kind).SetProperty(r => r.CreatedAt, now), cancel);
        if (switched != 0)
        {
            return (sign, -sign);
        }

        int added = await AddAsync(db, accountId, postId, kind, now, cancel);
        return kind == ReactionKind.Like ? (added, 0) : (0, added);
    }

    /// <summary>Adds a reaction where there is none, in the caller's transaction; the caller counts it.</summary>
    /// <returns>1 where it is new, else 0.</returns>
    internal static Task<int> AddAsync(LucarneContext db, Guid accountId, Guid postId, ReactionKind kind, DateTimeOffset at, CancellationToken cancel)
    {
        long createdAt = at.ToUnixTimeMilliseconds();
        return db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Reactions" ("PostId", "AccountId", "Kind", "CreatedAt") VALUES ({postId}, {accountId}, {(int)kind}, {createdAt}) ON CONFLICT DO NOTHING""", cancel);
    }

    private async Task<(int Likes, int Dislikes)> RemoveAsync(Guid accountId, Guid postId, CancellationToken cancel)
    {
        var mine = db.Reactions.Where(r => r.PostId == postId && r.AccountId == accountId);
        int likes = await mine.Where(r => r.Kind == ReactionKind.Like).ExecuteDeleteAsync(cancel);
        int dislikes = likes != 0 ? 0 : await mine.Where(r => r.Kind == ReactionKind.Dislike).ExecuteDeleteAsync(cancel);
        return (-likes, -dislikes);
    }

    /// <summary>An author is told once of who likes a post, however often that is taken back and given again; a like that is taken back before it was read is no news.</summary>
    private async Task NotifyAsync(Guid authorId, Guid accountId, Guid postId, int likes, CancellationToken cancel)
    {
        var told = db.Notifications.Where(n => n.RecipientId == authorId && n.ActorId == accountId && n.PostId == postId && n.Kind == NotificationKind.Like);
        if (likes > 0 && !await told.AnyAsync(cancel))
        {
            await notifier.AddAsync(authorId, NotificationKind.Like, accountId, postId, cancel: cancel);
        }
        else if (likes < 0)
        {
            await told.Where(n => n.ReadAt == null).ExecuteDeleteAsync(cancel);
        }
    }
}
