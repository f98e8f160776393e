using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Data;

/// <summary>Deletes, every hour, the rows that have run out: sessions, passkey ceremonies, idempotency records.</summary>
internal sealed class Janitor(IDbContextFactory<LucarneContext> contexts, TimeProvider time, ILogger<Janitor> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>Cleans once.</summary>
    public async Task CleanAsync(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset forgotten = now - Idempotency.KeptFor;
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        await db.PasskeyCeremonies.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancel);
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
                logger.LogWarning(error, "Cleaning the database failed; the next attempt is in an hour");
            }
        }
    }
}
