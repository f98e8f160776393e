using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Notifications;

/// <summary>Tells accounts what happened, in the transaction of what happened.</summary>
internal sealed class Notifier(LucarneContext db, TimeProvider time)
{
    /// <summary>Adds a notification to the context; the caller saves it with its own rows. Nothing is added for one's own doings, nor between accounts that block each other, nor from a muted account.</summary>
    /// <param name="recipientId">Who is told.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="actorId">Who did it; null when the server did.</param>
    /// <param name="postId">The post that it is about.</param>
    /// <param name="commentId">The comment that it is about.</param>
    /// <param name="draftId">The draft that it is about.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task AddAsync(
        Guid recipientId, NotificationKind kind, Guid? actorId = null, Guid? postId = null, Guid? commentId = null, Guid? draftId = null, CancellationToken cancel = default)
    {
        if (actorId is Guid actor && (actor == recipientId
            || await db.Mutes.AnyAsync(m => m.MuterId == recipientId && m.MutedId == actor, cancel)
            || await db.Blocks.AnyAsync(b => (b.BlockerId == recipientId && b.BlockedId == actor) || (b.BlockerId == actor && b.BlockedId == recipientId), cancel)))
        {
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        db.Notifications.Add(new Notification
        {
            Id = Guid.CreateVersion7(now),
            RecipientId = recipientId,
            Kind = kind,
            ActorId = actorId,
            PostId = postId,
            CommentId = commentId,
            DraftId = draftId,
            CreatedAt = now,
        });
    }
}
