using Lucarne.Media.Storage;
using Lucarne.Social.Data;
using Lucarne.Social.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Exports;

/// <summary>Writes the archives that wait, one at a time, takes up again those whose server died, and deletes those that have expired.</summary>
internal sealed class ExportWorker(
    IDbContextFactory<LucarneContext> contexts, IServiceScopeFactory scopes, WriteExport write, ExportFiles files, MediaStore media,
    IOptions<SocialOptions> options, TimeProvider time, ILogger<ExportWorker> logger) : BackgroundService
{
    /// <summary>How long an archive can be downloaded.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>How long a server may be silent before another one writes its archive.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Looks for work at once.</summary>
    public void Wake() => _wake.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    /// <summary>Deletes the archives that have expired, rows and files.</summary>
    internal async Task ExpireAsync(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset forgotten = now - KeptFor;
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        List<Guid> expired = await db.Exports
            .Where(e => e.ExpiresAt < now || (e.Status == ExportStatus.Failed && e.FinishedAt < forgotten)).Select(e => e.Id).ToListAsync(cancel);
        foreach (Guid id in expired)
        {
            files.Delete(id);
            await db.Exports.Where(e => e.Id == id).ExecuteDeleteAsync(cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A node that only answers leaves the writing to the others.
        if (options.Value.Concurrency <= 0)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ExpireAsync(stoppingToken);
                if (await TakeAsync(stoppingToken) is { } export)
                {
                    await RunAsync(export, stoppingToken);
                }
                else
                {
                    await _wake.WaitAsync(Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                logger.LogError(error, "Exports are in trouble; the next attempt is in {Seconds} s", Poll.TotalSeconds);
                await Task.WhenAny(Task.Delay(Poll, time, stoppingToken));
            }
        }
    }

    private async Task<Export?> TakeAsync(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        IQueryable<Export> waiting = db.Exports.Where(e => e.Status == ExportStatus.Queued || (e.Status == ExportStatus.InProgress && e.LeaseExpiresAt < now));
        while (await waiting.OrderBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel) is Guid id)
        {
            // Of two servers that saw it wait, the one whose update finds it waiting still takes it.
            int taken = await waiting.Where(e => e.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(e => e.Status, ExportStatus.InProgress).SetProperty(e => e.Progress, 0).SetProperty(e => e.LeaseExpiresAt, now + Lease), cancel);
            if (taken == 1)
            {
                return await db.Exports.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel);
            }
        }

        return null;
    }

    private async Task RunAsync(Export export, CancellationToken stopping)
    {
        using CancellationTokenSource withdrawn = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            if (!files.HasRoomFor(await write.EstimateAsync(export.AccountId, stopping), media))
            {
                await FailAsync(export, "disk_full", stopping);
                return;
            }

            long told = 0;
            await write.RunAsync(
                export.AccountId,
                files.PartOf(export.Id),
                async progress =>
                {
                    if (told == 0 || time.GetElapsedTime(told) > TellEvery)
                    {
                        told = time.GetTimestamp();
                        if (!await TellAsync(export, progress, stopping))
                        {
                            await withdrawn.CancelAsync();
                        }
                    }
                },
                withdrawn.Token);
            await FinishAsync(export, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            files.Delete(export.Id);
            await using LucarneContext db = await contexts.CreateDbContextAsync(CancellationToken.None);
            await db.Exports.Where(e => e.Id == export.Id && e.Status == ExportStatus.InProgress)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, ExportStatus.Queued), CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException)
        {
            // Its owner withdrew it, or the account is being erased.
            files.Delete(export.Id);
        }
        catch (Exception error)
        {
            logger.LogError(error, "Export {Id} failed", export.Id);
            files.Delete(export.Id);
            await FailAsync(export, error is IOException ? "disk_failed" : "server_failed", stopping);
        }
    }

    /// <summary>Notes how far it is and renews the lease; false once the row is gone.</summary>
    private async Task<bool> TellAsync(Export export, double progress, CancellationToken cancel)
    {
        DateTimeOffset until = time.GetUtcNow() + Lease;
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        return await db.Exports.Where(e => e.Id == export.Id && e.Status == ExportStatus.InProgress)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Progress, progress).SetProperty(e => e.LeaseExpiresAt, until), cancel) == 1;
    }

    private async Task FinishAsync(Export export, CancellationToken cancel)
    {
        long size = files.Finish(export.Id);
        DateTimeOffset now = time.GetUtcNow();
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        LucarneContext db = scope.ServiceProvider.GetRequiredService<LucarneContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        int finished = await db.Exports.Where(e => e.Id == export.Id && e.Status == ExportStatus.InProgress).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Status, ExportStatus.Ready).SetProperty(e => e.Progress, 1).SetProperty(e => e.SizeBytes, size)
                .SetProperty(e => e.LeaseExpiresAt, (DateTimeOffset?)null).SetProperty(e => e.FinishedAt, now).SetProperty(e => e.ExpiresAt, now + KeptFor),
            cancel);
        if (finished == 0)
        {
            files.Delete(export.Id);
            return;
        }

        await scope.ServiceProvider.GetRequiredService<Notifier>().AddAsync(export.AccountId, NotificationKind.ExportReady, cancel: cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task FailAsync(Export export, string code, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        await db.Exports.Where(e => e.Id == export.Id && e.Status == ExportStatus.InProgress).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Status, ExportStatus.Failed).SetProperty(e => e.FailureCode, code)
                .SetProperty(e => e.LeaseExpiresAt, (DateTimeOffset?)null).SetProperty(e => e.FinishedAt, now),
            cancel);
    }
}
