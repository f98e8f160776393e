using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Lucarne.Social.Data;
using Lucarne.Social.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Lucarne.Social.Notifications.Events;

/// <summary>One thing that an open page hears. The event's name tells which member is set.</summary>
/// <param name="Notification">Of <c>notification</c>: what the account is told.</param>
/// <param name="Message">Of <c>message</c>: a message that is new, edited or deleted.</param>
/// <param name="Room">Of <c>room</c>: a room as it now is; null where it is no longer the account's.</param>
/// <param name="RoomId">Of <c>room</c>: which room.</param>
/// <param name="Counts">Of <c>counts</c>: what is unread now; sent first, and after every change.</param>
public sealed record AccountEventView(NotificationView? Notification = null, MessageView? Message = null, RoomView? Room = null, Guid? RoomId = null, UnreadView? Counts = null);

/// <summary>What is unread.</summary>
/// <param name="Notifications">Notifications, those of one group counted once.</param>
/// <param name="Rooms">Rooms in which something is unread, muted ones left out.</param>
/// <param name="Requests">Requests that are not answered.</param>
public sealed record UnreadView(int Notifications, int Rooms, int Requests)
{
    /// <summary>What is unread of an account now.</summary>
    internal static async Task<UnreadView> CountAsync(LucarneContext db, Guid accountId, CancellationToken cancel)
    {
        int notifications = (await ReadNotifications.CountAsync(db, accountId, cancel)).Unread;
        (int rooms, int requests) = await MessageQueries.CountUnreadAsync(db, accountId, cancel);
        return new UnreadView(notifications, rooms, requests);
    }
}

/// <summary>Follows what happens to an account for as long as a page is open. Every event reaches a page that reconnects with the last id that it heard; it may come twice.</summary>
internal sealed class WatchEvents(IDbContextFactory<LucarneContext> contexts, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public const string NotificationEvent = "notification";
    public const string MessageEvent = "message";
    public const string RoomEvent = "room";
    public const string CountsEvent = "counts";
    public const string HeartbeatEvent = "heartbeat";

    /// <summary>Tells a page that too much happened since it last listened: it reads everything anew.</summary>
    public const string ResetEvent = "reset";

    /// <summary>A silent stream says that it lives; middle boxes close those that don't within a minute.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(2);

    /// <summary>Most events that one look at the database takes.</summary>
    private const int BatchSize = 200;

    /// <summary>The stream; it ends with the session, the account or the server.</summary>
    /// <param name="stream">From <see cref="EventStreams.Open"/>; disposed at the end.</param>
    /// <param name="sessionId">The session that listens.</param>
    /// <param name="lastEventId">The last id that the page heard; null for none.</param>
    /// <param name="cancel">Ends the stream.</param>
    public async IAsyncEnumerable<SseItem<AccountEventView>> RunAsync(EventStreams.OpenStream stream, Guid? sessionId, string? lastEventId, [EnumeratorCancellation] CancellationToken cancel)
    {
        using (stream)
        {
            DateTimeOffset now = time.GetUtcNow();
            Dictionary<Guid, DateTimeOffset> sent = [];
            DateTimeOffset? heard = TimeOf(lastEventId);
            bool resumes = heard > now - AccountEvent.KeptFor;
            DateTimeOffset position = resumes ? heard!.Value : now;
            if (!resumes)
            {
                foreach ((Guid id, DateTimeOffset at, _, _) in await ReadAsync(stream.AccountId, position, sent, cancel))
                {
                    sent[id] = at;
                }
            }

            if (!resumes && !string.IsNullOrEmpty(lastEventId))
            {
                yield return new SseItem<AccountEventView>(new AccountEventView(), ResetEvent);
            }

            yield return await CountAsync(stream.AccountId, position, cancel);
            while (true)
            {
                IReadOnlyList<(Guid Id, DateTimeOffset At, AccountEventKind Kind, Guid? SubjectId)> events = await ReadAsync(stream.AccountId, position, sent, cancel);
                foreach ((Guid id, DateTimeOffset at, AccountEventKind kind, Guid? subject) in events)
                {
                    sent[id] = at;
                    position = at > position ? at : position;
                    if (await DescribeAsync(stream.AccountId, id, kind, subject, cancel) is { } item)
                    {
                        yield return item;
                    }
                }

                if (events.Count > 0)
                {
                    yield return await CountAsync(stream.AccountId, position, cancel);
                    Forget(sent, position - EventPump.CommitDelay);
                    continue;
                }

                switch (await WaitAsync(stream, cancel))
                {
                    case Waited.Quiet when await IsOpenAsync(stream.AccountId, sessionId, cancel):
                        yield return new SseItem<AccountEventView>(new AccountEventView(), HeartbeatEvent);
                        break;
                    case Waited.News:
                        break;
                    default:
                        yield break;
                }
            }
        }
    }

    /// <summary>The time inside a UUIDv7; null for anything else.</summary>
    private static DateTimeOffset? TimeOf(string? eventId)
    {
        if (!Guid.TryParseExact(eventId, "N", out Guid id) || id.Version != 7)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        long milliseconds = (System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16) & 0xFFFF_FFFF_FFFF;
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    private static void Forget(Dictionary<Guid, DateTimeOffset> sent, DateTimeOffset before)
    {
        foreach (Guid old in sent.Where(pair => pair.Value < before).Select(pair => pair.Key).ToArray())
        {
            sent.Remove(old);
        }
    }

    /// <summary>What came since, and what became visible late, without what was sent.</summary>
    private async Task<IReadOnlyList<(Guid Id, DateTimeOffset At, AccountEventKind Kind, Guid? SubjectId)>> ReadAsync(
        Guid accountId, DateTimeOffset position, Dictionary<Guid, DateTimeOffset> sent, CancellationToken cancel)
    {
        DateTimeOffset since = position - EventPump.CommitDelay;
        Guid[] known = [.. sent.Keys];
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.AccountEvents.Where(e => e.AccountId == accountId && e.CreatedAt >= since && !known.Contains(e.Id))
            .OrderBy(e => e.CreatedAt).ThenBy(e => e.Id).Take(BatchSize).Select(e => new { e.Id, e.CreatedAt, e.Kind, e.SubjectId }).ToListAsync(cancel);
        return [.. rows.Select(e => (e.Id, e.CreatedAt, e.Kind, e.SubjectId))];
    }

    private async Task<SseItem<AccountEventView>?> DescribeAsync(Guid accountId, Guid eventId, AccountEventKind kind, Guid? subjectId, CancellationToken cancel)
    {
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        switch (kind)
        {
            case AccountEventKind.Notification:
                Notification? notification = await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == subjectId && n.RecipientId == accountId, cancel);
                return notification is null ? null
                    : Item(new AccountEventView(Notification: (await ReadNotifications.DescribeAsync(db, [notification], accountId, cancel))[0]), NotificationEvent, eventId);
            case AccountEventKind.Message:
                Message? message = await MessageQueries.ReadableBy(db, accountId).AsNoTracking().SingleOrDefaultAsync(m => m.Id == subjectId, cancel);
                return message is null ? null
                    : Item(new AccountEventView(Message: (await MessageQueries.DescribeAsync(db, [message], accountId, cancel))[0]), MessageEvent, eventId);
            case AccountEventKind.Room when subjectId is Guid roomId:
                RoomView? room = await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is { } place ? (await MessageQueries.DescribeAsync(db, [place], accountId, cancel))[0] : null;
                return Item(new AccountEventView(Room: room, RoomId: roomId), RoomEvent, eventId);
            default:
                return null;
        }
    }

    private async Task<SseItem<AccountEventView>> CountAsync(Guid accountId, DateTimeOffset position, CancellationToken cancel)
    {
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        // Its id is the stream's position, so that a page that heard nothing else knows from where to go on.
        return Item(new AccountEventView(Counts: await UnreadView.CountAsync(db, accountId, cancel)), CountsEvent, Guid.CreateVersion7(position));
    }

    private static SseItem<AccountEventView> Item(AccountEventView view, string name, Guid id)
        => new(view, name) { EventId = id.ToString("N"), ReconnectionInterval = Reconnect };

    private async Task<bool> IsOpenAsync(Guid accountId, Guid? sessionId, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        return await db.Sessions.AnyAsync(s => s.Id == sessionId && s.AccountId == accountId && s.ExpiresAt > now && db.Accounts.Any(a => a.Id == accountId && a.SuspendedAt == null), cancel);
    }

    private async Task<Waited> WaitAsync(EventStreams.OpenStream stream, CancellationToken cancel)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        try
        {
            return await stream.WaitAsync(Heartbeat, over.Token) ? Waited.News : Waited.Quiet;
        }
        catch (OperationCanceledException)
        {
            return Waited.Over;
        }
    }

    private enum Waited
    {
        News,
        Quiet,
        Over,
    }
}
