using System.Text.Json;
using Lucarne.Safety.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Messages;
using Lucarne.Social.Notifications.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Notifications.Push;

/// <summary>What a device is sent; docs/http-api.md describes it for the service worker.</summary>
/// <param name="Title">The line to show, in the account's language.</param>
/// <param name="Body">A second line: how the comment or message begins; empty for none.</param>
/// <param name="Url">Path to open.</param>
/// <param name="Tag">Replaces what was shown under the same tag.</param>
/// <param name="Kind">Kind of the notification.</param>
/// <param name="Image">Path of a picture; null for none.</param>
/// <param name="Unread">Unread notifications and rooms: the number of the badge.</param>
internal sealed record PushMessage(string Title, string Body, string Url, string Tag, NotificationKind Kind, string? Image, int Unread);

/// <summary>Takes up events that devices are to hear of and sends them; each event is taken up by one server, once.</summary>
internal sealed class PushWorker(IDbContextFactory<LucarneContext> contexts, PushSender sender, TimeProvider time, ILogger<PushWorker> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private const int Parallel = 8;
    private const int TextLength = 160;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>What is older than this is no news: after a standstill, nobody wants a morning's worth at once.</summary>
    private static readonly TimeSpan NewsFor = TimeSpan.FromMinutes(10);

    private static readonly JsonSerializerOptions Json = MakeJson();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (sender.Keys is null)
        {
            return;
        }

        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (AccountEvent waiting in await FindAsync(stoppingToken))
                {
                    await SendAsync(waiting, stoppingToken);
                }
            }
            catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException)
            {
                logger.LogWarning(error, "Reading events to push failed; the next attempt is in {Seconds} s", Period.TotalSeconds);
            }
        }
    }

    private static JsonSerializerOptions MakeJson()
    {
        JsonSerializerOptions json = new(JsonSerializerDefaults.Web);
        Http.HttpServices.Configure(json);
        return json;
    }

    private async Task<List<AccountEvent>> FindAsync(CancellationToken cancel)
    {
        DateTimeOffset since = time.GetUtcNow() - NewsFor;
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        return await db.AccountEvents.AsNoTracking()
            .Where(e => e.CreatedAt >= since && e.Push && e.PushedAt == null && db.PushSubscriptions.Any(s => s.AccountId == e.AccountId))
            .OrderBy(e => e.CreatedAt).Take(BatchSize).ToListAsync(cancel);
    }

    private async Task SendAsync(AccountEvent waiting, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        if (await db.AccountEvents.Where(e => e.Id == waiting.Id && e.PushedAt == null).ExecuteUpdateAsync(set => set.SetProperty(e => e.PushedAt, now), cancel) == 0
            || await DescribeAsync(db, waiting, cancel) is not { } message)
        {
            return;
        }

        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(message, Json);
        if (bytes.Length > WebPushEncryption.MaxMessageBytes)
        {
            bytes = JsonSerializer.SerializeToUtf8Bytes(message with { Body = "", Image = null }, Json);
        }

        string topic = TopicOf(waiting);
        List<PushSubscription> subscriptions = await db.PushSubscriptions.AsNoTracking().Where(s => s.AccountId == waiting.AccountId).ToListAsync(cancel);
        await System.Threading.Tasks.Parallel.ForEachAsync(subscriptions, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancel }, async (subscription, stop) =>
        {
            if (await sender.SendAsync(subscription, bytes, topic, urgent: message.Kind == NotificationKind.Message, stop) == PushOutcome.Gone)
            {
                await using LucarneContext own = await contexts.CreateDbContextAsync(stop);
                await own.PushSubscriptions.Where(s => s.Id == subscription.Id).ExecuteDeleteAsync(stop);
            }
        });
    }

    private static string TopicOf(AccountEvent waiting) => (waiting.SubjectId ?? waiting.Id).ToString("N");

    private static async Task<PushMessage?> DescribeAsync(LucarneContext db, AccountEvent waiting, CancellationToken cancel)
    {
        Account? account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == waiting.AccountId && a.ClosedAt == null && a.SuspendedAt == null, cancel);
        return account is null ? null
            : waiting.Kind == AccountEventKind.Message ? await DescribeMessageAsync(db, account, waiting.SubjectId, cancel)
            : waiting.Kind == AccountEventKind.Notification ? await DescribeNotificationAsync(db, account, waiting.SubjectId, cancel)
            : null;
    }

    private static async Task<PushMessage?> DescribeNotificationAsync(LucarneContext db, Account account, Guid? id, CancellationToken cancel)
    {
        // Read on an open page meanwhile: no news for a device.
        Notification? notification = await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.ReadAt == null, cancel);
        if (notification is null)
        {
            return null;
        }

        NotificationView view = (await ReadNotifications.DescribeAsync(db, [notification], account.Id, cancel))[0];
        return new PushMessage(
            PushText.Of(view, account.Locale), TextHygiene.Truncate(TextHygiene.CleanLine(view.Excerpt ?? view.Post?.Title ?? ""), TextLength),
            PushText.UrlOf(view), notification.GroupId.ToString("N"), view.Kind, view.Post?.ThumbnailUrl, await UnreadAsync(db, account.Id, cancel));
    }

    private static async Task<PushMessage?> DescribeMessageAsync(LucarneContext db, Account account, Guid? id, CancellationToken cancel)
    {
        Message? message = await MessageQueries.ReadableBy(db, account.Id).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.DeletedAt == null, cancel);
        if (message is null || await db.RoomMembers.AnyAsync(m => m.RoomId == message.RoomId && m.AccountId == account.Id && m.ReadUpTo.CompareTo(message.Id) >= 0, cancel))
        {
            return null;
        }

        MessageView view = (await MessageQueries.DescribeAsync(db, [message], account.Id, cancel))[0];
        string? room = await db.Rooms.Where(r => r.Id == message.RoomId).Select(r => r.Name).SingleOrDefaultAsync(cancel);
        return new PushMessage(
            room is null ? view.Author.DisplayName : $"{view.Author.DisplayName} · {room}",
            view.Text.Length > 0 ? TextHygiene.Truncate(TextHygiene.CleanLine(view.Text), TextLength) : PushText.OfSharedPost(account.Locale),
            $"/messages/{message.RoomId}", message.RoomId.ToString("N"), NotificationKind.Message, view.Post?.ThumbnailUrl, await UnreadAsync(db, account.Id, cancel));
    }

    private static async Task<int> UnreadAsync(LucarneContext db, Guid accountId, CancellationToken cancel)
    {
        UnreadView unread = await UnreadView.CountAsync(db, accountId, cancel);
        return unread.Notifications + unread.Rooms;
    }
}
