using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Messages;

/// <summary>Someone to write to.</summary>
/// <param name="Author">Who.</param>
/// <param name="Asks">True where a message to them is a request, which they accept or decline.</param>
/// <param name="Refuses">True where they take no messages.</param>
public sealed record ReachablePersonView(AuthorView Author, bool Asks, bool Refuses);

/// <summary>Reads an account's rooms and what was written there.</summary>
internal sealed class ReadRooms(LucarneContext db, MessagePolicy policy, CursorCodec cursors)
{
    private const int MaxPeople = 10;

    /// <summary>Rooms, the last written to first.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="folder"><c>inbox</c> or <c>requests</c>; null for the inbox.</param>
    /// <param name="cursor">The opaque cursor, if any.</param>
    /// <param name="limit">The limit, if any.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<Page<RoomView>>> ListAsync(Guid accountId, string? folder, string? cursor, int? limit, CancellationToken cancel)
    {
        if (folder is not (null or "inbox" or "requests"))
        {
            return MessagesErrors.FolderUnknown.For("folder");
        }

        bool requests = folder == "requests";
        string list = $"rooms:{accountId}:{(requests ? "requests" : "inbox")}";
        if (!TimedPageRequest.Read(cursors, list, cursor, limit).TryGet(out TimedPageRequest page, out Problem? problem))
        {
            return problem;
        }

        RoomMemberState state = requests ? RoomMemberState.Invited : RoomMemberState.Member;
        var rooms = MessageQueries.PlacesOf(db, accountId).AsNoTracking().Where(m => m.State == state)
            .Join(db.Rooms, m => m.RoomId, r => r.Id, (place, room) => new { place, room })
            .Where(x => x.room.PairKey == null || x.room.LastMessageId != null);
        if (page.Before is DateTimeOffset before)
        {
            Guid beforeId = page.BeforeId;
            rooms = rooms.Where(x => x.room.LastMessageAt < before || (x.room.LastMessageAt == before && x.room.Id.CompareTo(beforeId) < 0));
        }

        var rows = await rooms.OrderByDescending(x => x.room.LastMessageAt).ThenByDescending(x => x.room.Id).Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, RoomView> views = (await MessageQueries.DescribeAsync(db, [.. rows.Take(page.Limit).Select(x => x.place)], accountId, cancel)).ToDictionary(v => v.Id);
        return page.Cut(cursors, list, rows, x => x.room.LastMessageAt, x => x.room.Id, x => views[x.room.Id]);
    }

    /// <summary>One room, or <see cref="MessagesErrors.RoomNotFound"/>.</summary>
    public async Task<Outcome<RoomView>> FindAsync(Guid accountId, Guid roomId, CancellationToken cancel)
        => await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is { } place
            ? (await MessageQueries.DescribeAsync(db, [place], accountId, cancel))[0]
            : MessagesErrors.RoomNotFound;

    /// <summary>What was written in a room, newest first.</summary>
    public async Task<Outcome<Page<MessageView>>> ListMessagesAsync(Guid accountId, Guid roomId, string? cursor, int? limit, CancellationToken cancel)
    {
        string list = $"messages:{accountId}:{roomId}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        if (await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is null)
        {
            return MessagesErrors.RoomNotFound;
        }

        IQueryable<Message> messages = MessageQueries.ReadableBy(db, accountId).AsNoTracking().Where(x => x.RoomId == roomId);
        if (page.Before is Guid before)
        {
            messages = messages.Where(x => x.Id.CompareTo(before) < 0);
        }

        List<Message> rows = await messages.OrderByDescending(x => x.Id).Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, MessageView> views = (await MessageQueries.DescribeAsync(db, [.. rows.Take(page.Limit)], accountId, cancel)).ToDictionary(v => v.Id);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Id]);
    }

    /// <summary>People whose handle or name begins as typed, those first whom the account follows or who follow it; without anything typed, only those.</summary>
    public async Task<IReadOnlyList<ReachablePersonView>> FindPeopleAsync(Guid accountId, string? typed, CancellationToken cancel)
    {
        string name = (typed ?? "").Trim().TrimStart('@');
        name = name[..Math.Min(name.Length, AccountRules.DisplayNameMaxLength)];
        string start = name.ToLowerInvariant();
        // Names are kept as they are written, and the two databases differ in how they compare letters.
        string capital = name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];
        var people = await policy.ReachableBy(accountId)
            .Select(a => new
            {
                a.Id,
                a.Handle,
                a.DisplayName,
                a.Settings.Discoverable,
                a.Settings.MessagesFrom,
                FollowsBack = db.Follows.Any(f => f.FollowerId == a.Id && f.FolloweeId == accountId),
                Followed = db.Follows.Any(f => f.FollowerId == accountId && f.FolloweeId == a.Id),
            })
            .Where(a => start == "" || a.Handle.StartsWith(start) || a.DisplayName.StartsWith(name) || a.DisplayName.StartsWith(capital))
            .Where(a => a.Followed || a.FollowsBack || (start != "" && (a.Discoverable || a.Handle == start)))
            .OrderByDescending(a => a.Handle == start).ThenByDescending(a => a.Followed).ThenByDescending(a => a.FollowsBack).ThenBy(a => a.Handle)
            .Take(MaxPeople).ToListAsync(cancel);
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, people.Select(p => p.Id), cancel);
        return [.. people.Select(p => new ReachablePersonView(
            authors[p.Id], !MessagePolicy.Welcomes(p.MessagesFrom, p.FollowsBack, p.Followed), p.MessagesFrom == MessageAudience.Nobody))];
    }
}
