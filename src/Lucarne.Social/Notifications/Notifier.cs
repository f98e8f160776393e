using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Follows;
using Lucarne.Social.Notifications.Events;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Notifications;

/// <summary>Tells accounts what happened, in the transaction of what happened.</summary>
internal sealed class Notifier(LucarneContext db, MutedWords muted, TimeProvider time)
{
    /// <summary>Unread ones of the same kind about the same thing form one group for so long.</summary>
    private static readonly TimeSpan GroupedFor = TimeSpan.FromDays(7);

    private static readonly NotificationKind[] GroupedKinds = [NotificationKind.Follow, NotificationKind.Like, NotificationKind.CommentLike, NotificationKind.Repost];

    /// <summary>Most accounts that one text tells of its mentions; the rest are only linked.</summary>
    public const int MaxMentionsTold = 10;

    /// <summary>Adds the same notification for several accounts, as <see cref="AddAsync"/> does for one, in one query.</summary>
    /// <param name="recipients">Who is told; the caller bounds them.</param>
    /// <param name="kind">What happened; none that is grouped.</param>
    /// <param name="actorId">Who did it.</param>
    /// <param name="postId">The post that it is about.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task AddToAllAsync(IQueryable<Account> recipients, NotificationKind kind, Guid actorId, Guid postId, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        var told = await recipients
            .Where(a => a.Id != actorId
                && !db.Mutes.Any(m => m.MuterId == a.Id && m.MutedId == actorId && (m.Until == null || m.Until > now))
                && !db.Blocks.Any(b => (b.BlockerId == a.Id && b.BlockedId == actorId) || (b.BlockerId == actorId && b.BlockedId == a.Id))
                && !db.NotificationSettings.Any(s => s.AccountId == a.Id && s.Kind == kind && !s.OnPage))
            .Select(a => new { a.Id, Push = !db.NotificationSettings.Any(s => s.AccountId == a.Id && s.Kind == kind && !s.Push) })
            .ToListAsync(cancel);
        foreach (var recipient in told)
        {
            Guid id = Guid.CreateVersion7(now);
            db.Notifications.Add(new Notification { Id = id, RecipientId = recipient.Id, Kind = kind, ActorId = actorId, PostId = postId, CreatedAt = now, GroupId = id });
            db.AccountEvents.Add(AccountEvent.Of(recipient.Id, AccountEventKind.Notification, id, recipient.Push, now));
        }
    }

    /// <summary>Adds a notification to the context; the caller saves it with its own rows, and open pages hear of it once that is committed.
    /// Nothing is added for one's own doings, between accounts that block each other, from a muted account, with muted words, for a kind that the recipient has switched off,
    /// nor where the same account did the same thing before (a like that is taken back and given again).</summary>
    /// <param name="recipientId">Who is told.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="actorId">Who did it; null when the server did.</param>
    /// <param name="postId">The post that it is about.</param>
    /// <param name="commentId">The comment that it is about.</param>
    /// <param name="draftId">The draft that it is about.</param>
    /// <param name="text">What the actor wrote; null for nothing.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task AddAsync(
        Guid recipientId, NotificationKind kind, Guid? actorId = null, Guid? postId = null, Guid? commentId = null, Guid? draftId = null, string? text = null, CancellationToken cancel = default)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (actorId is Guid actor && (actor == recipientId
            || await db.Mutes.AnyAsync(m => m.MuterId == recipientId && m.MutedId == actor && (m.Until == null || m.Until > now), cancel)
            || await db.Blocks.AnyAsync(b => (b.BlockerId == recipientId && b.BlockedId == actor) || (b.BlockerId == actor && b.BlockedId == recipientId), cancel)))
        {
            return;
        }

        if (text is not null && (await muted.ReadFilterAsync(recipientId, cancel)).Hides(text))
        {
            return;
        }

        NotificationSetting? setting = await db.NotificationSettings.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == recipientId && s.Kind == kind, cancel);
        if (setting is { OnPage: false })
        {
            return;
        }

        Guid id = Guid.CreateVersion7(now);
        Notification notification = new()
        {
            Id = id,
            RecipientId = recipientId,
            Kind = kind,
            ActorId = actorId,
            PostId = postId,
            CommentId = commentId,
            DraftId = draftId,
            CreatedAt = now,
            GroupId = id,
        };
        if (GroupedKinds.Contains(kind))
        {
            IQueryable<Notification> same = db.Notifications.Where(n => n.RecipientId == recipientId && n.Kind == kind && n.PostId == postId && n.CommentId == commentId);
            if (await same.AnyAsync(n => n.ActorId == actorId, cancel))
            {
                return;
            }

            DateTimeOffset since = now - GroupedFor;
            Notification? head = await same.Where(n => !n.Superseded && n.ReadAt == null && n.CreatedAt > since).OrderByDescending(n => n.Id).FirstOrDefaultAsync(cancel);
            if (head is not null)
            {
                (notification.GroupId, head.Superseded) = (head.GroupId, true);
            }
        }

        db.Notifications.Add(notification);
        db.AccountEvents.Add(AccountEvent.Of(recipientId, AccountEventKind.Notification, id, push: setting?.Push ?? true, now));
    }
}
