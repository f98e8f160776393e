using Lucarne.Media.Storage;
using Lucarne.Social.Feed;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Http;
using Lucarne.Social.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Data;

/// <summary>Deletes, every five minutes, the rows that have run out: sessions, passkey ceremonies, idempotency records, mutes, reservations of handles, pictures that no film was made from, and what feeds and telemetry no longer need.</summary>
internal sealed class Janitor(IDbContextFactory<LucarneContext> contexts, MediaStore media, TimeProvider time, ILogger<Janitor> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>Cleans once.</summary>
    public async Task CleanAsync(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset forgotten = now - Idempotency.KeptFor;
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        await db.PasskeyCeremonies.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        DateTimeOffset unseen = now - Impression.KeptFor;
        await db.Impressions.Where(i => i.SeenAt < unseen).ExecuteDeleteAsync(cancel);
        await db.FeedSteers.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        DateTimeOffset watched = now - Watch.KeptFor;
        await db.Watches.Where(w => w.ReceivedAt < watched).ExecuteDeleteAsync(cancel);
        int yesterday = RecordWatches.DayOf(now) - 1;
        await db.ViewMarks.Where(v => v.Day < yesterday).ExecuteDeleteAsync(cancel);
        await db.ShareMarks.Where(s => s.Day < yesterday).ExecuteDeleteAsync(cancel);
        await db.Mutes.Where(m => m.Until < now).ExecuteDeleteAsync(cancel);
        await db.MutedWords.Where(w => w.Until < now).ExecuteDeleteAsync(cancel);
        await db.FormerHandles.Where(f => f.ReservedUntil < now).ExecuteDeleteAsync(cancel);
        await KeepFirstImages.SweepAsync(db, media, now, cancel);
        await db.IdempotencyRecords.Where(r => r.CreatedAt < forgotten).ExecuteDeleteAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException)
            {
                logger.LogWarning(error, "Cleaning the database failed; the next attempt is in five minutes");
            }
        }
    }
}
