using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications.Events;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Messages;

/// <summary>A group's new name.</summary>
/// <param name="Name">At most 60 characters; empty for none.</param>
public sealed record RenameRoomRequest(string Name);

/// <summary>Who comes into a group.</summary>
/// <param name="Handles">1 to 11 people.</param>
public sealed record AddToRoomRequest(IReadOnlyList<string> Handles);

/// <summary>What was seen of a room.</summary>
/// <param name="UpTo">The newest message that was seen.</param>
public sealed record ReadRoomRequest(Guid UpTo);

/// <summary>Whether one is told of what is written in a room.</summary>
/// <param name="Muted">True for silence.</param>
public sealed record MuteRoomRequest(bool Muted);

/// <summary>What an account does to a room that it is in: answers a request, reads, mutes, names, brings others in, leaves.</summary>
internal sealed class ChangeRoom(LucarneContext db, MessagePolicy policy, RoomEvents events, TimeProvider time)
{
    /// <summary>Accepts or declines a request. Who asked is told of a yes only.</summary>
    public async Task<Outcome<RoomView>> AnswerAsync(Guid accountId, Guid roomId, bool accept, CancellationToken cancel)
    {
        if (await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is not { } place)
        {
            return MessagesErrors.RoomNotFound;
        }

        RoomView before = await DescribeAsync(place, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        IQueryable<RoomMember> open = db.RoomMembers.Where(m => m.RoomId == roomId && m.AccountId == accountId && m.State == RoomMemberState.Invited);
        int changed = accept ? await open.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, RoomMemberState.Member), cancel)
            : before.Kind == RoomKind.Pair ? await open.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, RoomMemberState.Declined), cancel)
            : await open.ExecuteDeleteAsync(cancel);
        if (changed == 0)
        {
            return MessagesErrors.RequestNotFound;
        }

        if (accept)
        {
            await events.AddRoomAsync(roomId, cancel);
        }
        else
        {
            events.AddRoom(roomId, [accountId]);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return accept ? await FindAsync(accountId, roomId, cancel) : before with { State = RoomMemberState.Declined, CanWrite = false };
    }

    /// <summary>Notes how far the account has read; never backwards. In a room for two, the other one hears of it.</summary>
    public async Task<Outcome<RoomView>> ReadAsync(Guid accountId, Guid roomId, ReadRoomRequest request, CancellationToken cancel)
    {
        if (await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is not { } place)
        {
            return MessagesErrors.RoomNotFound;
        }

        if (!await MessageQueries.ReadableBy(db, accountId).AnyAsync(x => x.Id == request.UpTo && x.RoomId == roomId, cancel))
        {
            return MessagesErrors.MessageNotFound.For("upTo");
        }

        Guid upTo = request.UpTo;
        if (place.State == RoomMemberState.Member
            && await db.RoomMembers.Where(m => m.RoomId == roomId && m.AccountId == accountId && m.ReadUpTo.CompareTo(upTo) < 0).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadUpTo, upTo), cancel) == 1)
        {
            db.AccountEvents.Add(AccountEvent.Of(accountId, AccountEventKind.Counts, null, push: false, time.GetUtcNow()));
            if (await db.Rooms.AnyAsync(r => r.Id == roomId && r.PairKey != null, cancel))
            {
                await events.AddRoomAsync(roomId, cancel);
            }

            await db.SaveChangesAsync(cancel);
        }

        return await FindAsync(accountId, roomId, cancel);
    }

    public async Task<Outcome<RoomView>> MuteAsync(Guid accountId, Guid roomId, bool muted, CancellationToken cancel)
    {
        if (await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is null)
        {
            return MessagesErrors.RoomNotFound;
        }

        DateTimeOffset? since = muted ? time.GetUtcNow() : null;
        await db.RoomMembers.Where(m => m.RoomId == roomId && m.AccountId == accountId).ExecuteUpdateAsync(set => set.SetProperty(m => m.MutedAt, since), cancel);
        events.AddRoom(roomId, [accountId]);
        await db.SaveChangesAsync(cancel);
        return await FindAsync(accountId, roomId, cancel);
    }

    /// <summary>Gives a group another name.</summary>
    public async Task<Outcome<RoomView>> RenameAsync(Guid accountId, Guid roomId, RenameRoomRequest request, CancellationToken cancel)
    {
        if (!OpenRoom.CleanName(request.Name).TryGet(out string? name, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await EnterGroupAsync(accountId, roomId, cancel) is { } refused)
        {
            return refused;
        }

        string? kept = name.Length == 0 ? null : name;
        await db.Rooms.Where(r => r.Id == roomId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Name, kept), cancel);
        await NoteAsync(accountId, roomId, MessageKind.Renamed, name, null, cancel);
        await events.AddRoomAsync(roomId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await FindAsync(accountId, roomId, cancel);
    }

    /// <summary>Brings people into a group; those who may not be written to unasked are asked.</summary>
    public async Task<Outcome<RoomView>> AddAsync(Guid accountId, Guid roomId, AddToRoomRequest request, CancellationToken cancel)
    {
        if (!OpenRoom.CleanHandles(request.Handles).TryGet(out string[]? handles, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await EnterGroupAsync(accountId, roomId, cancel) is { } refused)
        {
            return refused;
        }

        HashSet<Guid> members = await db.RoomMembers.Where(m => m.RoomId == roomId).Select(m => m.AccountId).ToHashSetAsync(cancel);
        if (!(await policy.AdmitAsync(accountId, handles, cancel)).TryGet(out IReadOnlyList<(Guid Id, RoomMemberState State)>? people, out problem))
        {
            return problem;
        }

        (Guid Id, RoomMemberState State)[] fresh = [.. people.Where(p => !members.Contains(p.Id))];
        if (members.Count + fresh.Length > Room.MaxMembers)
        {
            return MessagesErrors.RoomFull;
        }

        DateTimeOffset now = time.GetUtcNow();
        foreach ((Guid id, RoomMemberState state) in fresh)
        {
            db.RoomMembers.Add(new RoomMember { RoomId = roomId, AccountId = id, State = state, JoinedAt = now, InvitedById = accountId });
            await NoteAsync(accountId, roomId, MessageKind.Added, "", id, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await events.AddRoomAsync(roomId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await FindAsync(accountId, roomId, cancel);
    }

    /// <summary>Leaves a group; the last one to leave takes it with them. Null, or why not.</summary>
    public async Task<Problem?> LeaveAsync(Guid accountId, Guid roomId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await EnterGroupAsync(accountId, roomId, cancel) is { } refused)
        {
            return refused;
        }

        await db.RoomMembers.Where(m => m.RoomId == roomId && m.AccountId == accountId).ExecuteDeleteAsync(cancel);
        if (await db.RoomMembers.AnyAsync(m => m.RoomId == roomId && m.State == RoomMemberState.Member, cancel))
        {
            await NoteAsync(accountId, roomId, MessageKind.Left, "", null, cancel);
            await events.AddRoomAsync(roomId, cancel);
            events.AddRoom(roomId, [accountId]);
        }
        else
        {
            await events.AddRoomAsync(roomId, cancel);
            events.AddRoom(roomId, [accountId]);
            await db.Rooms.Where(r => r.Id == roomId).ExecuteDeleteAsync(cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Locks a group that the account takes part in, or says why not.</summary>
    private async Task<Problem?> EnterGroupAsync(Guid accountId, Guid roomId, CancellationToken cancel)
    {
        await db.Rooms.Where(r => r.Id == roomId).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastMessageAt, r => r.LastMessageAt), cancel);
        if (await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is not { } place)
        {
            return MessagesErrors.RoomNotFound;
        }

        return await db.Rooms.AnyAsync(r => r.Id == roomId && r.PairKey != null, cancel) ? MessagesErrors.RoomIsPair
            : place.State == RoomMemberState.Invited ? MessagesErrors.RequestUnanswered
            : null;
    }

    /// <summary>Writes down what was done to the group, among its messages.</summary>
    private async Task NoteAsync(Guid accountId, Guid roomId, MessageKind kind, string text, Guid? subjectId, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        Message note = new() { Id = Guid.CreateVersion7(now), RoomId = roomId, AuthorId = accountId, Kind = kind, Text = text, SubjectId = subjectId, CreatedAt = now };
        db.Messages.Add(note);
        await events.AddMessageAsync(note, push: false, cancel);
        await db.Rooms.Where(r => r.Id == roomId).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastMessageAt, now).SetProperty(r => r.LastMessageId, note.Id), cancel);
    }

    private async Task<Outcome<RoomView>> FindAsync(Guid accountId, Guid roomId, CancellationToken cancel)
        => await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is { } place ? await DescribeAsync(place, cancel) : MessagesErrors.RoomNotFound;

    private async Task<RoomView> DescribeAsync(RoomMember place, CancellationToken cancel)
        => (await MessageQueries.DescribeAsync(db, [place], place.AccountId, cancel))[0];
}
