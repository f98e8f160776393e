using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Notifications;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Create;

/// <summary>Tells the owners of generations that they are completed or have failed, each once, whichever process made them and whatever crashed in between.</summary>
/// <remarks>A draft is claimed by one conditional update in the transaction of its notification, so that several servers tell it once.</remarks>
internal sealed class TellEnded(IServiceScopeFactory scopes, TimeProvider time, ILogger<TellEnded> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private const int AtATime = 50;
    private static readonly GenerationStatus[] Ended = [GenerationStatus.Completed, GenerationStatus.Failed, GenerationStatus.Cancelled];

    /// <summary>Tells what has ended since.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        LucarneContext db = scope.ServiceProvider.GetRequiredService<LucarneContext>();
        Notifier notifier = scope.ServiceProvider.GetRequiredService<Notifier>();
        var ended = await db.Drafts.Where(d => d.ToldAt == null)
            .Join(db.Generations.Where(g => Ended.Contains(g.Status)), d => d.GenerationId, g => g.Id, (d, g) => new { d.Id, d.OwnerId, g.Status })
            .OrderBy(d => d.Id).Take(AtATime).ToListAsync(cancel);
        foreach (var draft in ended)
        {
            DateTimeOffset now = time.GetUtcNow();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            int claimed = await db.Drafts.Where(d => d.Id == draft.Id && d.ToldAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.ToldAt, now), cancel);
            // Whoever watched it to its end knows.
            bool known = draft.Status == GenerationStatus.Cancelled || await db.Drafts.AnyAsync(d => d.Id == draft.Id && d.ReadAt != null, cancel);
            if (claimed == 1 && !known)
            {
                await notifier.AddAsync(
                    draft.OwnerId, draft.Status == GenerationStatus.Completed ? NotificationKind.GenerationCompleted : NotificationKind.GenerationFailed, draftId: draft.Id, cancel: cancel);
                await db.SaveChangesAsync(cancel);
            }

            await transaction.CommitAsync(cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException)
            {
                log.LogWarning(error, "Telling owners of ended generations failed; trying again");
            }
        }
    }
}
