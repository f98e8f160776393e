using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications.Events;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Notifications;

/// <summary>Which notifications have been seen.</summary>
/// <param name="Kind">Kinds separated by commas; null for all.</param>
/// <param name="UpTo">The newest one that was seen: what came after it stays unread. Null for all there are.</param>
public sealed record MarkNotificationsRequest(string? Kind = null, Guid? UpTo = null);

/// <summary>Notes that notifications have been seen, on every device of the account.</summary>
internal sealed class MarkNotifications(LucarneContext db, TimeProvider time)
{
    /// <summary>Marks one with its group.</summary>
    public async Task<Outcome<NotificationCountsView>> OneAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        Guid? group = await db.Notifications.Where(n => n.Id == id && n.RecipientId == accountId).Select(n => (Guid?)n.GroupId).SingleOrDefaultAsync(cancel);
        return group is null
            ? NotificationsErrors.NotificationNotFound
            : await MarkAsync(accountId, db.Notifications.Where(n => n.RecipientId == accountId && n.GroupId == group), cancel);
    }

    /// <summary>Marks all, or all of some kinds, up to a point.</summary>
    public async Task<Outcome<NotificationCountsView>> AllAsync(Guid accountId, MarkNotificationsRequest request, CancellationToken cancel)
    {
        if (!ReadNotifications.ReadKinds(request.Kind).TryGet(out NotificationKind[]? kinds, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Notification> mine = db.Notifications.Where(n => n.RecipientId == accountId);
        if (kinds.Length > 0)
        {
            mine = mine.Where(n => kinds.Contains(n.Kind));
        }

        if (request.UpTo is Guid upTo)
        {
            mine = mine.Where(n => n.Id.CompareTo(upTo) <= 0);
        }

        return await MarkAsync(accountId, mine, cancel);
    }

    /// <summary>Marks what speaks of drafts, once those have been watched.</summary>
    public Task<NotificationCountsView> OfDraftsAsync(Guid accountId, IReadOnlyCollection<Guid> draftIds, CancellationToken cancel)
        => MarkAsync(accountId, db.Notifications.Where(n => n.RecipientId == accountId && n.DraftId != null && draftIds.Contains(n.DraftId.Value)), cancel);

    private async Task<NotificationCountsView> MarkAsync(Guid accountId, IQueryable<Notification> notifications, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (await notifications.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancel) > 0)
        {
            db.AccountEvents.Add(AccountEvent.Of(accountId, AccountEventKind.Counts, null, push: false, now));
            await db.SaveChangesAsync(cancel);
        }

        return await ReadNotifications.CountAsync(db, accountId, cancel);
    }
}
