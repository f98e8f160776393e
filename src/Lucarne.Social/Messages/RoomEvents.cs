using Lucarne.Social.Data;
using Lucarne.Social.Notifications;
using Lucarne.Social.Notifications.Events;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Messages;

/// <summary>Tells the accounts of a room what happens in it; the caller saves.</summary>
internal sealed class RoomEvents(LucarneContext db, TimeProvider time)
{
    /// <summary>A message is new, edited or deleted: members hear of it; those who are invited hear of the room only.</summary>
    /// <param name="message">The message.</param>
    /// <param name="push">True where devices are told: of a new message, for those who have neither muted the room nor switched messages off.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task AddMessageAsync(Message message, bool push, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<RoomMember> members = await db.RoomMembers.AsNoTracking().Where(m => m.RoomId == message.RoomId && m.State != RoomMemberState.Declined).ToListAsync(cancel);
        Guid[] ids = [.. members.Select(m => m.AccountId)];
        HashSet<Guid> silent = !push ? [] : await db.NotificationSettings.Where(s => ids.Contains(s.AccountId) && s.Kind == NotificationKind.Message && !s.Push).Select(s => s.AccountId).ToHashSetAsync(cancel);
        foreach (RoomMember member in members)
        {
            bool told = push && member.AccountId != message.AuthorId && member.MutedAt is null && !silent.Contains(member.AccountId);
            db.AccountEvents.Add(member.State == RoomMemberState.Member
                ? AccountEvent.Of(member.AccountId, AccountEventKind.Message, message.Id, told, now)
                : AccountEvent.Of(member.AccountId, AccountEventKind.Room, message.RoomId, push: false, now));
        }
    }

    /// <summary>The room has changed for these accounts: opened, renamed, joined, left, read.</summary>
    public void AddRoom(Guid roomId, IEnumerable<Guid> accountIds)
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (Guid id in accountIds)
        {
            db.AccountEvents.Add(AccountEvent.Of(id, AccountEventKind.Room, roomId, push: false, now));
        }
    }

    /// <summary>The room has changed for all of its accounts.</summary>
    public async Task AddRoomAsync(Guid roomId, CancellationToken cancel)
        => AddRoom(roomId, await db.RoomMembers.Where(m => m.RoomId == roomId && m.State != RoomMemberState.Declined).Select(m => m.AccountId).ToListAsync(cancel));
}
