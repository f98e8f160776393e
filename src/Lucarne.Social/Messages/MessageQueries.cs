using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Messages;

/// <summary>A room, as one of its accounts sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Kind">For two, or a group.</param>
/// <param name="Name">What a group is called; null for none.</param>
/// <param name="Members">All accounts of the room, oneself included.</param>
/// <param name="State"><c>invited</c> where the room is a request.</param>
/// <param name="Muted">True where the account is not told of what is written.</param>
/// <param name="Unread">Messages that the account has not seen, 100 at most.</param>
/// <param name="LastMessage">The last message; null before the first.</param>
/// <param name="LastMessageAt">When something was last written; when the room was opened, before.</param>
/// <param name="CanWrite">False where nobody would read it, or the request is not answered.</param>
public sealed record RoomView(
    Guid Id, RoomKind Kind, string? Name, IReadOnlyList<RoomMemberView> Members, RoomMemberState State, bool Muted, int Unread, MessageView? LastMessage, DateTimeOffset LastMessageAt, bool CanWrite);

/// <summary>For two, or a group.</summary>
public enum RoomKind
{
    [JsonStringEnumMemberName("pair")]
    Pair,

    [JsonStringEnumMemberName("group")]
    Group,
}

/// <summary>An account of a room.</summary>
/// <param name="Author">Who.</param>
/// <param name="Mine">True for oneself.</param>
/// <param name="Pending">True where they have not accepted.</param>
/// <param name="ReadUpTo">The newest message that they have seen; null before the first, and while pending.</param>
public sealed record RoomMemberView(AuthorView Author, bool Mine, bool Pending, Guid? ReadUpTo);

/// <summary>A message, as one reader sees it.</summary>
/// <param name="Id">UUIDv7; newer messages have greater ids.</param>
/// <param name="RoomId">The room.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Author">Who wrote it, or did it.</param>
/// <param name="Text">What it says; a group's new name where it was renamed; empty once deleted.</param>
/// <param name="Facets">Mentions, links and tags of the text.</param>
/// <param name="PostId">The post that it shares; null for none.</param>
/// <param name="Post">That post; null where it is gone, or the reader may not see it.</param>
/// <param name="Subject">Who was brought in.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="EditedAt">When its text was last changed; null when never.</param>
/// <param name="Deleted">True where its author took it back.</param>
/// <param name="Mine">True for its author.</param>
public sealed record MessageView(
    Guid Id, Guid RoomId, MessageKind Kind, AuthorView Author, string Text, IReadOnlyList<TextFacet> Facets, Guid? PostId, SharedPostView? Post, AuthorView? Subject,
    DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, bool Deleted, bool Mine);

/// <summary>A post on a card.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Author">Who published it.</param>
/// <param name="Title">One line; null for none.</param>
/// <param name="Prompt">What its author asked for.</param>
/// <param name="ThumbnailUrl">Picture of its video.</param>
/// <param name="Width">Width of the picture in pixels.</param>
/// <param name="Height">Height of the picture in pixels.</param>
/// <param name="Seconds">Length of the video.</param>
public sealed record SharedPostView(Guid Id, AuthorView Author, string? Title, string Prompt, string ThumbnailUrl, int Width, int Height, double Seconds);

/// <summary>Who reads which rooms and messages, and how: the one place that decides it.</summary>
internal static class MessageQueries
{
    /// <summary>Most messages that are counted as unread.</summary>
    private const int MaxUnread = 100;

    /// <summary>An account's places in rooms: those it is in or invited to, without rooms for two where either blocks the other.</summary>
    public static IQueryable<RoomMember> PlacesOf(LucarneContext db, Guid accountId)
        => db.RoomMembers.Where(m => m.AccountId == accountId && m.State != RoomMemberState.Declined
            && !db.Rooms.Any(r => r.Id == m.RoomId && r.PairKey != null
                && db.RoomMembers.Any(o => o.RoomId == r.Id && o.AccountId != accountId
                    && db.Blocks.Any(b => (b.BlockerId == accountId && b.BlockedId == o.AccountId) || (b.BlockerId == o.AccountId && b.BlockedId == accountId)))));

    /// <summary>The account's place in a room; null where it has none.</summary>
    public static Task<RoomMember?> FindPlaceAsync(LucarneContext db, Guid accountId, Guid roomId, CancellationToken cancel)
        => PlacesOf(db, accountId).AsNoTracking().SingleOrDefaultAsync(m => m.RoomId == roomId, cancel);

    /// <summary>Messages that an account may read: those of its rooms, written since it came, and not by someone whom it blocks or who blocks it.</summary>
    public static IQueryable<Message> ReadableBy(LucarneContext db, Guid accountId)
        => db.Messages.Where(x => PlacesOf(db, accountId).Any(m => m.RoomId == x.RoomId && m.JoinedAt <= x.CreatedAt)
            && !db.Blocks.Any(b => (b.BlockerId == accountId && b.BlockedId == x.AuthorId) || (b.BlockerId == x.AuthorId && b.BlockedId == accountId)));

    /// <summary>Rooms with something unread that are not muted, and open requests.</summary>
    public static async Task<(int Rooms, int Requests)> CountUnreadAsync(LucarneContext db, Guid accountId, CancellationToken cancel)
    {
        int rooms = await PlacesOf(db, accountId).CountAsync(
            m => m.State == RoomMemberState.Member && m.MutedAt == null && Unseen(db, accountId).Any(x => x.RoomId == m.RoomId && x.CreatedAt >= m.JoinedAt && x.Id.CompareTo(m.ReadUpTo) > 0), cancel);
        int requests = await PlacesOf(db, accountId).CountAsync(m => m.State == RoomMemberState.Invited && db.Rooms.Any(r => r.Id == m.RoomId && (r.PairKey == null || r.LastMessageId != null)), cancel);
        return (rooms, requests);
    }

    /// <summary>Views of rooms that the account has a place in, in the order of <paramref name="places"/>.</summary>
    public static async Task<IReadOnlyList<RoomView>> DescribeAsync(LucarneContext db, IReadOnlyList<RoomMember> places, Guid accountId, CancellationToken cancel)
    {
        Guid[] ids = [.. places.Select(p => p.RoomId)];
        Dictionary<Guid, Room> rooms = await db.Rooms.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        List<RoomMember> members = await db.RoomMembers.AsNoTracking()
            .Where(m => ids.Contains(m.RoomId) && (m.State != RoomMemberState.Declined || db.Rooms.Any(r => r.Id == m.RoomId && r.PairKey != null)))
            .OrderBy(m => m.JoinedAt).ThenBy(m => m.AccountId).ToListAsync(cancel);
        Guid[] memberIds = [.. members.Select(m => m.AccountId).Distinct()];
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, memberIds, cancel);
        HashSet<Guid> gone = await db.Accounts.Where(a => memberIds.Contains(a.Id) && (a.ClosedAt != null || a.SuspendedAt != null)).Select(a => a.Id).ToHashSetAsync(cancel);
        Dictionary<Guid, int> unread = await db.RoomMembers.Where(m => m.AccountId == accountId && ids.Contains(m.RoomId))
            .Select(m => new { m.RoomId, Count = Unseen(db, accountId).Where(x => x.RoomId == m.RoomId && x.CreatedAt >= m.JoinedAt && x.Id.CompareTo(m.ReadUpTo) > 0).OrderBy(x => x.Id).Take(MaxUnread).Count() })
            .ToDictionaryAsync(u => u.RoomId, u => u.Count, cancel);
        Guid[] lastIds = [.. rooms.Values.Select(r => r.LastMessageId).OfType<Guid>()];
        List<Message> last = await ReadableBy(db, accountId).AsNoTracking().Where(x => lastIds.Contains(x.Id)).ToListAsync(cancel);
        Dictionary<Guid, MessageView> lastMessages = (await DescribeAsync(db, last, accountId, cancel)).ToDictionary(m => m.RoomId);
        ILookup<Guid, RoomMember> byRoom = members.ToLookup(m => m.RoomId);

        return [.. places.Select(place =>
        {
            Room room = rooms[place.RoomId];
            bool pair = room.PairKey is not null;
            bool readers = byRoom[room.Id].Any(m => m.AccountId != accountId && !gone.Contains(m.AccountId));
            return new RoomView(
                room.Id, pair ? RoomKind.Pair : RoomKind.Group, room.Name,
                [.. byRoom[room.Id].Select(m => new RoomMemberView(
                    authors[m.AccountId], m.AccountId == accountId, m.State != RoomMemberState.Member, m.State == RoomMemberState.Member && m.ReadUpTo != Guid.Empty ? m.ReadUpTo : null))],
                place.State, place.MutedAt is not null, unread.GetValueOrDefault(room.Id), lastMessages.GetValueOrDefault(room.Id), room.LastMessageAt,
                place.State == RoomMemberState.Member && (readers || !pair));
        })];
    }

    /// <summary>Views of messages that the account may read, in their order, in a fixed number of queries. A card shows a post only to those who may open it.</summary>
    public static async Task<IReadOnlyList<MessageView>> DescribeAsync(LucarneContext db, IReadOnlyList<Message> messages, Guid accountId, CancellationToken cancel)
    {
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, messages.Select(m => m.AuthorId).Concat(messages.Select(m => m.SubjectId).OfType<Guid>()), cancel);
        Guid[] postIds = [.. messages.Select(m => m.PostId).OfType<Guid>().Distinct()];
        List<Post> rows = postIds.Length == 0 ? [] : await PostQueries.VisibleTo(db, accountId).AsNoTracking().Where(p => postIds.Contains(p.Id)).ToListAsync(cancel);
        Dictionary<Guid, SharedPostView> posts = rows.Count == 0 ? [] : (await PostQueries.DescribeAsync(db, rows, accountId, cancel)).ToDictionary(
            p => p.Id, p => new SharedPostView(p.Id, p.Author, p.Title, p.Prompt, p.Video.ThumbnailUrl, p.Video.Width, p.Video.Height, p.Video.Seconds));
        return [.. messages.Select(m => new MessageView(
            m.Id, m.RoomId, m.Kind, authors[m.AuthorId], m.DeletedAt is null ? m.Text : "", m.Kind == MessageKind.Text && m.DeletedAt is null ? TextFacets.Find(m.Text) : [],
            m.DeletedAt is null ? m.PostId : null, m.DeletedAt is null && m.PostId is Guid post ? posts.GetValueOrDefault(post) : null, m.SubjectId is Guid subject ? authors.GetValueOrDefault(subject) : null,
            m.CreatedAt, m.EditedAt, m.DeletedAt is not null, m.AuthorId == accountId))];
    }

    /// <summary>What others wrote, and that stands.</summary>
    private static IQueryable<Message> Unseen(LucarneContext db, Guid accountId)
        => db.Messages.Where(x => x.AuthorId != accountId && x.Kind == MessageKind.Text && x.DeletedAt == null
            && !db.Blocks.Any(b => (b.BlockerId == accountId && b.BlockedId == x.AuthorId) || (b.BlockerId == x.AuthorId && b.BlockedId == accountId)));
}
