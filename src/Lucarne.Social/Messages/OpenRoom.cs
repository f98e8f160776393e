using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Messages;

/// <summary>With whom to write.</summary>
/// <param name="Handles">1 to 11 people besides oneself. One, without a name, is the room for two, which is opened once.</param>
/// <param name="Name">Name of a group, at most 60 characters.</param>
public sealed record OpenRoomRequest(IReadOnlyList<string> Handles, string? Name = null);

/// <summary>Opens a room, or finds the one that two accounts have.</summary>
internal sealed class OpenRoom(LucarneContext db, MessagePolicy policy, RoomEvents events, TimeProvider time)
{
    /// <summary>The room, and whether it is new.</summary>
    public async Task<Outcome<(RoomView Room, bool Opened)>> RunAsync(Guid accountId, OpenRoomRequest request, CancellationToken cancel)
    {
        if (!CleanHandles(request.Handles).TryGet(out string[]? handles, out Problem? problem) || !CleanName(request.Name).TryGet(out string? name, out problem))
        {
            return problem;
        }

        if (handles.Length == 1 && name.Length == 0 && await FindPairAsync(accountId, handles[0], cancel) is { } known)
        {
            return (known, false);
        }

        if (!(await policy.AdmitAsync(accountId, handles, cancel)).TryGet(out IReadOnlyList<(Guid Id, RoomMemberState State)>? people, out problem))
        {
            return problem;
        }

        DateTimeOffset now = time.GetUtcNow();
        bool pair = handles.Length == 1 && name.Length == 0;
        Room room = new()
        {
            Id = Guid.CreateVersion7(now),
            PairKey = pair ? Room.PairOf(accountId, people[0].Id) : null,
            Name = name.Length == 0 ? null : name,
            CreatedAt = now,
            LastMessageAt = now,
        };
        db.Rooms.Add(room);
        db.RoomMembers.Add(new RoomMember { RoomId = room.Id, AccountId = accountId, State = RoomMemberState.Member, JoinedAt = now });
        db.RoomMembers.AddRange(people.Select(p => new RoomMember { RoomId = room.Id, AccountId = p.Id, State = p.State, JoinedAt = now, InvitedById = accountId }));
        if (!pair)
        {
            events.AddRoom(room.Id, people.Select(p => p.Id).Append(accountId));
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (pair && !cancel.IsCancellationRequested)
        {
            // The other one, or the same person elsewhere, opened it at the same moment.
            db.ChangeTracker.Clear();
            if (await FindPairAsync(accountId, handles[0], cancel) is { } faster)
            {
                return (faster, false);
            }

            throw;
        }

        return (await DescribeAsync(accountId, room.Id, cancel), true);
    }

    /// <summary>Handles as they are kept, each once; refused where there are none or too many.</summary>
    internal static Outcome<string[]> CleanHandles(IReadOnlyList<string> handles)
    {
        string[] clean = handles.Count > Room.MaxMembers ? [] : [.. handles.Select(h => h.Trim().TrimStart('@').ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        return clean.Length is 0 or > Room.MaxMembers - 1 ? MessagesErrors.RoomSizeInvalid.For("handles") : clean;
    }

    /// <summary>A name as it is kept; empty for none.</summary>
    internal static Outcome<string> CleanName(string? name)
    {
        string clean = TextHygiene.CleanLine(name ?? "");
        return clean.Length > Room.NameMaxLength ? MessagesErrors.RoomNameInvalid.For("name") : clean;
    }

    private async Task<RoomView?> FindPairAsync(Guid accountId, string handle, CancellationToken cancel)
    {
        Guid? other = await policy.ReachableBy(accountId).Where(a => a.Handle == handle).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
        if (other is null)
        {
            return null;
        }

        string key = Room.PairOf(accountId, other.Value);
        Guid? id = await db.Rooms.Where(r => r.PairKey == key).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel);
        if (id is null)
        {
            return null;
        }

        // Who had declined and now writes of their own accord takes part after all.
        await db.RoomMembers.Where(m => m.RoomId == id && m.AccountId == accountId && m.State == RoomMemberState.Declined)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, RoomMemberState.Member), cancel);
        return await DescribeAsync(accountId, id.Value, cancel);
    }

    private async Task<RoomView> DescribeAsync(Guid accountId, Guid roomId, CancellationToken cancel)
        => (await MessageQueries.DescribeAsync(db, [(await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel))!], accountId, cancel))[0];
}
