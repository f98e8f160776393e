using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Lucarne.Social.Data;
using Lucarne.Social.Feed;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Watching;

/// <summary>What was watched.</summary>
/// <param name="Events">1 to 100 stretches of watching.</param>
public sealed record RecordWatchesRequest(IReadOnlyList<WatchEvent> Events);

/// <summary>One stretch of watching one post: from its coming into view to its leaving.</summary>
/// <param name="Id">Id that the client makes, a UUID; an event that is sent again counts once.</param>
/// <param name="PostId">The post.</param>
/// <param name="Position">Place in the feed, 0 to 100,000.</param>
/// <param name="Source">Where it was watched.</param>
/// <param name="WatchMs">Time that it played, in milliseconds, loops included.</param>
/// <param name="Loops">Times that it started again from the beginning.</param>
/// <param name="Completion">Furthest point reached by playing, as a share of the film, 0 to 1.</param>
/// <param name="SeenAt">When it came into view; not more than 7 days ago.</param>
/// <param name="RequestId">Of the feed page that it was on; null elsewhere.</param>
public sealed record WatchEvent(
    Guid Id, Guid PostId, int Position, WatchSource Source, int WatchMs, int Loops, double Completion, DateTimeOffset SeenAt, Guid? RequestId = null);

/// <summary>What became of the events.</summary>
/// <param name="Accepted">Events that were recorded.</param>
/// <param name="Repeated">Events that were known already.</param>
/// <param name="Refused">Events that can't be, each with the reason; sending them again helps nothing.</param>
public sealed record WatchReceipt(int Accepted, int Repeated, IReadOnlyList<RefusedWatch> Refused);

/// <summary>An event that was not recorded.</summary>
/// <param name="Id">Of the event.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedWatch(Guid Id, WatchRefusal Reason);

/// <summary>Why an event was not recorded.</summary>
public enum WatchRefusal
{
    /// <summary>There is no such post, or the viewer may not see it.</summary>
    [JsonStringEnumMemberName("post_not_found")]
    PostNotFound,

    /// <summary>The numbers do not fit each other, the film's length or the time that has passed.</summary>
    [JsonStringEnumMemberName("impossible")]
    Impossible,

    /// <summary>It is more than 7 days old.</summary>
    [JsonStringEnumMemberName("too_old")]
    TooOld,
}

/// <summary>Records a batch of watching: the events, the counters that they feed, and that the viewer has seen the posts, in one transaction.</summary>
internal sealed class RecordWatches(LucarneContext db, DatabasePreparation installation, TimeProvider time)
{
    /// <summary>Most events of a batch.</summary>
    public const int MaxEvents = 100;

    /// <summary>Play time from which a view counts, in milliseconds.</summary>
    public const int ViewMs = 2000;

    /// <summary>Share of a film from which it counts as watched to the end.</summary>
    public const double Complete = 0.95;

    /// <summary>Longest play time that one event is believed, in milliseconds; a film that loops in an empty room is no interest.</summary>
    public const int LongestMs = 30 * 60 * 1000;

    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7);
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(5);

    public async Task<Outcome<WatchReceipt>> RunAsync(RecordWatchesRequest request, Guid? viewerId, HttpContext http, CancellationToken cancel)
    {
        if (request.Events is not { Count: >= 1 and <= MaxEvents } || request.Events.Any(e => e is null))
        {
            return WatchingErrors.EventsInvalid.For("events");
        }

        DateTimeOffset now = time.GetUtcNow();
        Guid[] postIds = [.. request.Events.Select(e => e.PostId).Distinct()];
        int repeated = 0;
        int accepted = 0;
        List<RefusedWatch> refused = [];
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var films = await PostQueries.VisibleTo(db, viewerId).Where(p => postIds.Contains(p.Id))
                .Join(db.Generations, p => p.GenerationId, g => g.Id, (p, g) => new { p.Id, p.AuthorId, LengthMs = g.FrameCount * 1000.0 / g.Fps })
                .ToDictionaryAsync(f => f.Id, cancel);
            await using Writer writer = new(db, viewerId, viewerId ?? Anonymous(http, DayOf(now)), now);
            foreach (WatchEvent told in request.Events.OrderBy(e => e.PostId).ThenBy(e => e.Id))
            {
                if (!films.TryGetValue(told.PostId, out var film))
                {
                    refused.Add(new RefusedWatch(told.Id, WatchRefusal.PostNotFound));
                }
                else if (Check(told, film.LengthMs, now) is WatchRefusal reason)
                {
                    refused.Add(new RefusedWatch(told.Id, reason));
                }
                else if (film.AuthorId == viewerId || await writer.WriteAsync(Trim(told, film.LengthMs), film.LengthMs, cancel))
                {
                    accepted++;
                }
                else
                {
                    repeated++;
                }
            }

            await transaction.CommitAsync(cancel);
        }

        return new WatchReceipt(accepted, repeated, refused);
    }

    /// <summary>Days since 1970-01-01, UTC.</summary>
    internal static int DayOf(DateTimeOffset time) => (int)Math.Floor((time - DateTimeOffset.UnixEpoch).TotalDays);

    private static WatchRefusal? Check(WatchEvent told, double lengthMs, DateTimeOffset now)
    {
        if (now - told.SeenAt > Oldest)
        {
            return WatchRefusal.TooOld;
        }

        bool possible = told.Id != Guid.Empty
            && told.Position is >= 0 and <= 100_000
            && Enum.IsDefined(told.Source)
            && told.WatchMs >= 0
            && told.Loops >= 0
            && told.Completion is >= 0 and <= 1
            && told.SeenAt - now <= ClockError
            && told.WatchMs <= (now - told.SeenAt + ClockError).TotalMilliseconds
            && told.Loops <= (told.WatchMs / lengthMs) + 1;
        return possible ? null : WatchRefusal.Impossible;
    }

    /// <summary>Holds the numbers to what the play time allows.</summary>
    private static WatchEvent Trim(WatchEvent told, double lengthMs)
    {
        int watchMs = Math.Min(told.WatchMs, LongestMs);
        return told with
        {
            WatchMs = watchMs,
            Loops = Math.Min(told.Loops, (int)(watchMs / lengthMs) + 1),
            Completion = Math.Min(told.Completion, (watchMs / lengthMs) + 0.05),
        };
    }

    /// <summary>Stands for whoever is signed out at one network for one day: the network under the installation's key. Nothing can be told from it, and tomorrow it is another.
    /// People who share a network count once: what the browser says of itself is not believed, or anyone could count a thousand times.</summary>
    private Guid Anonymous(HttpContext http, int day)
    {
        string text = $"view:{day}:{Networks.CountedAs(http.Connection.RemoteIpAddress)}";
        return new Guid(HMACSHA256.HashData(installation.Secret, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>The statements of one batch.</summary>
    private sealed class Writer(LucarneContext db, Guid? accountId, Guid viewer, DateTimeOffset now) : IAsyncDisposable
    {
        private readonly int _day = DayOf(now);
        private readonly PreparedStatement _watch = new(db, """
            INSERT INTO "Watches" ("Id", "AccountId", "PostId", "RequestId", "Position", "Source", "WatchMs", "Loops", "Completion", "SeenAt", "ReceivedAt")
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10) ON CONFLICT DO NOTHING
            """, 11);

        private readonly PreparedStatement _mark = new(db, """INSERT INTO "ViewMarks" ("PostId", "Day", "Viewer") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING""", 3);
        private readonly PreparedStatement _views = new(db, """UPDATE "Posts" SET "Views" = "Views" + 1 WHERE "Id" = @p0""", 1);
        private readonly PreparedStatement _daily = new(db, """
            INSERT INTO "WatchDays" ("PostId", "Day", "Source", "Views", "Watches", "Completions", "Loops", "WatchMs") VALUES (@p0, @p1, @p2, @p3, 1, @p4, @p5, @p6)
            ON CONFLICT ("PostId", "Day", "Source") DO UPDATE SET "Views" = "WatchDays"."Views" + excluded."Views", "Watches" = "WatchDays"."Watches" + 1,
            "Completions" = "WatchDays"."Completions" + excluded."Completions", "Loops" = "WatchDays"."Loops" + excluded."Loops", "WatchMs" = "WatchDays"."WatchMs" + excluded."WatchMs"
            """, 7);

        private readonly PreparedStatement _second = new(db, """
            INSERT INTO "WatchSeconds" ("PostId", "Second", "Watches") VALUES (@p0, @p1, 1)
            ON CONFLICT ("PostId", "Second") DO UPDATE SET "Watches" = "WatchSeconds"."Watches" + 1
            """, 2);

        private readonly PreparedStatement _stats = new(db, """UPDATE "PostStats" SET "Watches" = "Watches" + 1, "Completions" = "Completions" + @p0 WHERE "PostId" = @p1""", 2);
        private readonly PreparedStatement _seen = new(db, """
            INSERT INTO "Impressions" ("AccountId", "PostId", "SeenAt", "RequestId", "Position", "Propensity") VALUES (@p0, @p1, @p2, @p3, @p4, 1)
            ON CONFLICT ("AccountId", "PostId") DO UPDATE SET "SeenAt" = excluded."SeenAt"
            """, 5);

        /// <summary>False when the event is known already.</summary>
        public async Task<bool> WriteAsync(WatchEvent told, double lengthMs, CancellationToken cancel)
        {
            int added = await _watch.RunAsync(
                cancel, told.Id, accountId, told.PostId, told.RequestId, told.Position, (int)told.Source, told.WatchMs, told.Loops, told.Completion,
                told.SeenAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
            if (added == 0)
            {
                return false;
            }

            int completed = told.Loops > 0 || told.Completion >= Complete ? 1 : 0;
            int viewed = told.WatchMs >= ViewMs ? await _mark.RunAsync(cancel, told.PostId, _day, viewer) : 0;
            if (viewed > 0)
            {
                await _views.RunAsync(cancel, told.PostId);
            }

            double reached = told.Loops > 0 ? lengthMs : told.Completion * lengthMs;
            await _daily.RunAsync(cancel, told.PostId, _day, (int)told.Source, viewed, completed, told.Loops, (long)told.WatchMs);
            await _second.RunAsync(cancel, told.PostId, (int)Math.Floor(reached / 1000));
            await _stats.RunAsync(cancel, completed, told.PostId);
            if (accountId is Guid account)
            {
                await _seen.RunAsync(cancel, account, told.PostId, now.ToUnixTimeMilliseconds(), told.RequestId, told.Position);
            }

            return true;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (PreparedStatement statement in (PreparedStatement[])[_watch, _mark, _views, _daily, _second, _stats, _seen])
            {
                await statement.DisposeAsync();
            }
        }
    }
}
