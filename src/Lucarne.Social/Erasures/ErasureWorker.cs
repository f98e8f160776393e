using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Erasures;

/// <summary>Erases the accounts whose days of grace have run out, and goes on where a crash stopped it; at its start, what a restored backup has brought back.</summary>
internal sealed class ErasureWorker(IServiceScopeFactory scopes, IOptions<SocialOptions> options, TimeProvider time, ILogger<ErasureWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Looks for work at once.</summary>
    public void Wake() => _wake.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A node that only answers leaves the work to the others.
        if (options.Value.Concurrency <= 0)
        {
            return;
        }

        bool listApplied = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!listApplied)
                {
                    await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                    if (await scope.ServiceProvider.GetRequiredService<EraseAccount>().ApplyListAsync(stoppingToken) is > 0 and int again)
                    {
                        logger.LogWarning("A backup had brought back {Count} erased accounts; they are erased again", again);
                    }

                    listApplied = true;
                }

                while (await TakeAsync(stoppingToken) is Guid id)
                {
                    await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<EraseAccount>().RunAsync(id, stoppingToken);
                }

                await _wake.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                logger.LogError(error, "Erasing an account failed; the next attempt is in {Seconds} s", Poll.TotalSeconds);
                await Task.WhenAny(Task.Delay(Poll, time, stoppingToken));
            }
        }
    }

    /// <summary>The next row to work on: one that a crash left in the middle, or one whose days have run out.</summary>
    private async Task<Guid?> TakeAsync(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        LucarneContext db = scope.ServiceProvider.GetRequiredService<LucarneContext>();
        await db.Erasures.Where(e => e.Status == ErasureStatus.Waiting && e.EraseAt <= now && db.Accounts.Any(a => a.Id == e.AccountId && a.ClosedAt != null))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, ErasureStatus.Erasing), cancel);
        return await db.Erasures.Where(e => e.Status == ErasureStatus.Erasing).OrderBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel);
    }
}
