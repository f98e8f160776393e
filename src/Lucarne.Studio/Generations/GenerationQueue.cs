using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Studio.Generations;

/// <summary>Opens a context of the installation's own type. Dispose it.</summary>
public delegate StudioContext OpenStudioContext();

/// <summary>One worker's hold on one generation.</summary>
/// <param name="Generation">The row as it was when taken, untracked.</param>
/// <param name="Owner">Proof of the hold: every write under the lease names it.</param>
internal sealed record GenerationLease(Generation Generation, string Owner);

/// <summary>The durable queue: every method is one set-based update that takes effect only while its conditions hold, on SQLite and PostgreSQL alike.</summary>
internal sealed class GenerationQueue(OpenStudioContext open, StudioOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Lets an idle worker of this process look at once.</summary>
    public void Wake() => _wake.Release();

    /// <summary>Waits for <see cref="Wake"/> or the poll interval, whichever comes first.</summary>
    public Task WaitAsync(CancellationToken cancel) => _wake.WaitAsync(options.Poll, cancel);

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    /// <summary>Takes the generation whose turn it is; null when none waits.</summary>
    public async Task<GenerationLease?> TakeAsync(CancellationToken cancel)
    {
        await using StudioContext db = open();
        while (await NextAsync(db, cancel) is { } id)
        {
            DateTimeOffset now = time.GetUtcNow();
            string owner = WorkerIdentity.ForRun(now);
            int taken = await db.Generations.ThatMayBecome(GenerationStatus.InProgress).Where(g => g.Id == id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(g => g.Status, GenerationStatus.InProgress)
                    .SetProperty(g => g.LeaseOwner, owner)
                    .SetProperty(g => g.LeaseExpiresAt, now + options.Lease)
                    .SetProperty(g => g.HeartbeatAt, now)
                    .SetProperty(g => g.StartedAt, now)
                    .SetProperty(g => g.Attempt, g => g.Attempt + 1)
                    .SetProperty(g => g.Progress, 0)
                    .SetProperty(g => g.FramesDone, 0),
                cancel);
            if (taken == 1)
            {
                return new GenerationLease(await db.Generations.AsNoTracking().SingleAsync(g => g.Id == id, cancel), owner);
            }
        }

        return null;
    }

    /// <summary>Renews a lease and writes progress. False when the lease is no longer held: cancelled, deleted or taken over.</summary>
    public async Task<bool> RenewAsync(GenerationLease lease, double progress, int framesDone, CancellationToken cancel)
    {
        await using StudioContext db = open();
        DateTimeOffset now = time.GetUtcNow();
        return await Held(db, lease).ExecuteUpdateAsync(
            set => set
                .SetProperty(g => g.LeaseExpiresAt, now + options.Lease)
                .SetProperty(g => g.HeartbeatAt, now)
                .SetProperty(g => g.Progress, progress)
                .SetProperty(g => g.FramesDone, framesDone),
            cancel) == 1;
    }

    /// <summary>Ends a run with its files. False when the lease is no longer held; nothing is written then.</summary>
    public async Task<bool> CompleteAsync(GenerationLease lease, IEnumerable<Artefact> artefacts, string? engineVersion, CancellationToken cancel)
    {
        await using StudioContext db = open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        DateTimeOffset now = time.GetUtcNow();
        int completed = await Held(db, lease).ThatMayBecome(GenerationStatus.Completed).ExecuteUpdateAsync(
            set => set
                .SetProperty(g => g.Status, GenerationStatus.Completed)
                .SetProperty(g => g.EngineVersion, engineVersion)
                .SetProperty(g => g.Progress, 1)
                .SetProperty(g => g.FramesDone, g => g.FrameCount)
                .SetProperty(g => g.LeaseOwner, (string?)null)
                .SetProperty(g => g.LeaseExpiresAt, (DateTimeOffset?)null)
                .SetProperty(g => g.FinishedAt, now),
            cancel);
        if (completed == 0)
        {
            return false;
        }

        db.Artefacts.AddRange(artefacts);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Ends a run without a video. False when the lease is no longer held.</summary>
    public async Task<bool> FailAsync(GenerationLease lease, GenerationFailure failure, CancellationToken cancel)
    {
        await using StudioContext db = open();
        return await FailAsync(Held(db, lease), failure, cancel) == 1;
    }

    /// <summary>Gives a generation back untouched, as if it had never been taken: this process is stopping.</summary>
    public async Task ReleaseAsync(GenerationLease lease, CancellationToken cancel)
    {
        await using StudioContext db = open();
        await Requeue(Held(db, lease), spentAttempts: 0, cancel);
    }

    /// <summary>Queues a generation again after a failure that may pass; the attempt is spent.</summary>
    public async Task RetryAsync(GenerationLease lease, CancellationToken cancel)
    {
        await using StudioContext db = open();
        await Requeue(Held(db, lease), spentAttempts: 1, cancel);
    }

    /// <summary>Generations that wait.</summary>
    public async Task<int> CountQueuedAsync(CancellationToken cancel)
    {
        await using StudioContext db = open();
        return await db.Generations.CountAsync(g => g.Status == GenerationStatus.Queued, cancel);
    }

    /// <summary>Takes up again what a crash left behind: leases that have run out, and those of dead processes of this machine.</summary>
    /// <returns>Number of generations queued again; those out of attempts have failed with <c>lease_lost</c>.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancel)
    {
        await using StudioContext db = open();
        DateTimeOffset now = time.GetUtcNow();
        List<string> owners = await db.Generations
            .Where(g => g.Status == GenerationStatus.InProgress && g.LeaseOwner != null).Select(g => g.LeaseOwner!).ToListAsync(cancel);
        List<string> gone = owners.FindAll(WorkerIdentity.IsGone);
        IQueryable<Generation> lost = db.Generations
            .Where(g => g.Status == GenerationStatus.InProgress && (g.LeaseExpiresAt == null || g.LeaseExpiresAt < now || gone.Contains(g.LeaseOwner!)));
        await FailAsync(lost.Where(g => g.Attempt >= options.MaxAttempts), GenerationFailure.LeaseLost, cancel);
        int requeued = await Requeue(lost, spentAttempts: 1, cancel);
        if (requeued > 0)
        {
            _wake.Release(requeued);
        }

        return requeued;
    }

    private async Task<int> FailAsync(IQueryable<Generation> generations, GenerationFailure failure, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        string? detail = failure.Detail is { Length: > GenerationsTable.FailureDetailMaxLength } longDetail
            ? longDetail[^GenerationsTable.FailureDetailMaxLength..]
            : failure.Detail;
        return await generations.ThatMayBecome(GenerationStatus.Failed).ExecuteUpdateAsync(
            set => set
                .SetProperty(g => g.Status, GenerationStatus.Failed)
                .SetProperty(g => g.FailureCode, failure.Code)
                .SetProperty(g => g.FailureMessage, failure.Message)
                .SetProperty(g => g.FailureAction, failure.Action)
                .SetProperty(g => g.FailureDetail, detail)
                .SetProperty(g => g.LeaseOwner, (string?)null)
                .SetProperty(g => g.LeaseExpiresAt, (DateTimeOffset?)null)
                .SetProperty(g => g.FinishedAt, now),
            cancel);
    }

    private static Task<int> Requeue(IQueryable<Generation> generations, int spentAttempts, CancellationToken cancel) =>
        generations.ThatMayBecome(GenerationStatus.Queued).ExecuteUpdateAsync(
            set => set
                .SetProperty(g => g.Status, GenerationStatus.Queued)
                .SetProperty(g => g.Attempt, g => g.Attempt - 1 + spentAttempts)
                .SetProperty(g => g.Progress, 0)
                .SetProperty(g => g.FramesDone, 0)
                .SetProperty(g => g.LeaseOwner, (string?)null)
                .SetProperty(g => g.LeaseExpiresAt, (DateTimeOffset?)null),
            cancel);

    private static IQueryable<Generation> Held(StudioContext db, GenerationLease lease) =>
        db.Generations.Where(g => g.Id == lease.Generation.Id && g.LeaseOwner == lease.Owner && g.Status == GenerationStatus.InProgress);

    private static async Task<Guid?> NextAsync(StudioContext db, CancellationToken cancel)
    {
        var waiting = await db.Generations.Where(g => g.Status == GenerationStatus.Queued)
            .GroupBy(g => g.OwnerId).Select(group => new { OwnerId = group.Key, Oldest = group.Min(g => g.CreatedAt) }).ToListAsync(cancel);
        if (waiting.Count == 0)
        {
            return null;
        }

        Dictionary<Guid, int> running = await db.Generations.Where(g => g.Status == GenerationStatus.InProgress)
            .GroupBy(g => g.OwnerId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(o => o.Key, o => o.Count, cancel);
        Dictionary<Guid, DateTimeOffset> served = await LastServedAsync(db, cancel);
        Guid owner = FairOrder.Next(waiting.Select(w => new OwnerStanding(
            w.OwnerId,
            running.GetValueOrDefault(w.OwnerId),
            served.TryGetValue(w.OwnerId, out DateTimeOffset at) ? at : null,
            w.Oldest)))!.Value;
        return await db.Generations.Where(g => g.Status == GenerationStatus.Queued && g.OwnerId == owner)
            .OrderBy(g => g.CreatedAt).ThenBy(g => g.Id).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(cancel)
            ?? await NextAsync(db, cancel);
    }

    /// <summary>When each owner who waits was last served; absent for never.</summary>
    public static async Task<Dictionary<Guid, DateTimeOffset>> LastServedAsync(StudioContext db, CancellationToken cancel) =>
        await db.Generations
            .Where(g => g.StartedAt != null && db.Generations.Any(w => w.OwnerId == g.OwnerId && w.Status == GenerationStatus.Queued))
            .GroupBy(g => g.OwnerId).Select(group => new { group.Key, At = group.Max(g => g.StartedAt)!.Value })
            .ToDictionaryAsync(o => o.Key, o => o.At, cancel);
}
