using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Notifications.Events;

/// <summary>Wakes the open streams when the database holds new events, whichever server wrote them, and deletes events that have run out.</summary>
internal sealed class EventPump(IDbContextFactory<LucarneContext> contexts, EventSignal signal, EventStreams streams, TimeProvider time, ILogger<EventPump> logger) : BackgroundService
{
    /// <summary>Events become visible when their transaction commits, which may be this much later than the time that they carry.</summary>
    public static readonly TimeSpan CommitDelay = TimeSpan.FromSeconds(10);

    /// <summary>How often the database is asked where nothing rings: what other servers wrote is heard this late.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan CleaningPeriod = TimeSpan.FromHours(1);

    private readonly Dictionary<Guid, DateTimeOffset> _seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset cleaned = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Period, stoppingToken);
            try
            {
                DateTimeOffset now = time.GetUtcNow();
                if (!streams.IsEmpty)
                {
                    await WakeAsync(now, stoppingToken);
                }

                if (now - cleaned > CleaningPeriod)
                {
                    cleaned = now;
                    await CleanAsync(now - AccountEvent.KeptFor, stoppingToken);
                }
            }
            catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException)
            {
                logger.LogWarning(error, "Reading events failed; the next attempt is in {Seconds} s", Period.TotalSeconds);
            }
        }
    }

    private async Task WakeAsync(DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset since = now - CommitDelay - Period;
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        var recent = await db.AccountEvents.Where(e => e.CreatedAt >= since).Select(e => new { e.Id, e.AccountId, e.CreatedAt }).ToListAsync(cancel);
        streams.Wake([.. recent.Where(e => _seen.TryAdd(e.Id, e.CreatedAt)).Select(e => e.AccountId).Distinct()]);
        foreach (Guid old in _seen.Where(pair => pair.Value < since).Select(pair => pair.Key).ToArray())
        {
            _seen.Remove(old);
        }
    }

    private async Task CleanAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        await db.AccountEvents.Where(e => e.CreatedAt < before).ExecuteDeleteAsync(cancel);
    }
}
