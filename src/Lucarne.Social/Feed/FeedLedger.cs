using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Feed;

/// <summary>One post that a feed has served to an account.</summary>
/// <param name="AccountId">To whom.</param>
/// <param name="PostId">The post.</param>
/// <param name="RequestId">The page.</param>
/// <param name="Position">Place in the scroll, from 0.</param>
/// <param name="Propensity">Chance that it had to be drawn.</param>
/// <param name="At">When.</param>
internal readonly record struct Served(Guid AccountId, Guid PostId, Guid RequestId, int Position, double Propensity, DateTimeOffset At);

/// <summary>Keeps what reading a feed writes off the reader's path: what was served, and the statistics of posts whose counters have changed. Written a few times a second, all at once.</summary>
/// <remarks>What is not written yet is known to this process (<see cref="Unwritten"/>). A crash loses less than a second of it: nothing but posts that may come again.</remarks>
internal sealed class FeedLedger(IDbContextFactory<LucarneContext> contexts, PreparedReads reads, TimeProvider time, ILogger<FeedLedger> logger) : BackgroundService
{
    private const int MostWaiting = 200_000;
    // Rows that a transaction still holds are left for the next time: waiting for them could end in a deadlock.
    private const string TakeOnPostgres = """
        DELETE FROM "PostStatsQueue" WHERE "PostId" IN (SELECT "PostId" FROM "PostStatsQueue" LIMIT 500 FOR UPDATE SKIP LOCKED) RETURNING "PostId" AS "Value"
        """;

    private const string TakeOnSqlite = """DELETE FROM "PostStatsQueue" WHERE "PostId" IN (SELECT "PostId" FROM "PostStatsQueue" LIMIT 500) RETURNING "PostId" AS "Value" """;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(300);
    private static readonly ReadStatement s_waiting = ReadStatement.Of("""SELECT 1 FROM "PostStatsQueue" LIMIT 1""", 0);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1);
    private List<Served> _served = [];
    private List<Served> _beingWritten = [];
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Taken from the queue and not refreshed yet: those of an attempt that failed.</summary>
    private HashSet<Guid> _taken = [];

    /// <summary>Notes what a page serves.</summary>
    public void Serve(IEnumerable<Served> items)
    {
        lock (_lock)
        {
            if (_served.Count < MostWaiting)
            {
                _served.AddRange(items);
            }
        }
    }

    /// <summary>Posts that were served to an account and are not in the table yet.</summary>
    public HashSet<Guid> Unwritten(Guid accountId)
    {
        lock (_lock)
        {
            return [.. _served.Concat(_beingWritten).Where(s => s.AccountId == accountId).Select(s => s.PostId)];
        }
    }

    /// <summary>Ends when an attempt has been made to write what is served by now.</summary>
    public Task NextWriteAsync()
    {
        lock (_lock)
        {
            return _written.Task;
        }
    }

    /// <summary>Writes everything that waits.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        TaskCompletionSource written;
        lock (_lock)
        {
            (_beingWritten, _served) = (_served, []);
            (written, _written) = (_written, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {

            if (_beingWritten.Count > 0)
            {
                await WriteServedAsync(_beingWritten, cancel);
            }

            written.SetResult();
            await RefreshAsync(cancel);
        }
        finally
        {
            lock (_lock)
            {
                _beingWritten = [];
            }

            written.TrySetResult();
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryFlushAsync(stoppingToken);
        }
    }

    private async Task TryFlushAsync(CancellationToken cancel)
    {
        try
        {
            await FlushAsync(cancel);
        }
        catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException)
        {
            logger.LogWarning(error, "Writing what feeds have served failed; these posts may come again");
        }
    }

    private async Task WriteServedAsync(List<Served> served, CancellationToken cancel)
    {
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        HashSet<Guid> posts = await ExistingAsync(db.Posts.Select(p => p.Id), served.Select(s => s.PostId), cancel);
        HashSet<Guid> accounts = await ExistingAsync(db.Accounts.Select(a => a.Id), served.Select(s => s.AccountId), cancel);
        await using PreparedStatement insert = new(db, """
            INSERT INTO "Impressions" ("AccountId", "PostId", "SeenAt", "RequestId", "Position", "Propensity") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
            ON CONFLICT ("AccountId", "PostId") DO UPDATE SET "SeenAt" = excluded."SeenAt", "RequestId" = excluded."RequestId", "Position" = excluded."Position", "Propensity" = excluded."Propensity"
            """, 6);
        foreach (Served item in served.Where(s => s.AccountId != Guid.Empty && posts.Contains(s.PostId) && accounts.Contains(s.AccountId)).OrderBy(s => (s.AccountId, s.PostId)))
        {
            await insert.RunAsync(cancel, item.AccountId, item.PostId, item.At.ToUnixTimeMilliseconds(), item.RequestId, item.Position, item.Propensity);
        }

        await using PreparedStatement count = new(db, """UPDATE "PostStats" SET "Impressions" = "Impressions" + @p0 WHERE "PostId" = @p1""", 2);
        foreach (var (postId, times) in served.CountBy(s => s.PostId).OrderBy(c => c.Key))
        {
            await count.RunAsync(cancel, times, postId);
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task<HashSet<Guid>> ExistingAsync(IQueryable<Guid> ids, IEnumerable<Guid> wanted, CancellationToken cancel)
    {
        HashSet<Guid> existing = [];
        foreach (Guid[] some in wanted.Distinct().Chunk(500))
        {
            existing.UnionWith(await ids.Where(id => some.Contains(id)).ToListAsync(cancel));
        }

        return existing;
    }

    /// <summary>Computes quality and its kin of the posts whose counters have changed.</summary>
    private async Task RefreshAsync(CancellationToken cancel)
    {
        while (_taken.Count > 0 || (await reads.ReadAsync(s_waiting, static _ => true, cancel)).Count > 0)
        {
            await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
            if (_taken.Count == 0)
            {
                _taken = [.. await db.Database.SqlQueryRaw<Guid>(db.Database.IsNpgsql() ? TakeOnPostgres : TakeOnSqlite).ToListAsync(cancel)];
                if (_taken.Count == 0)
                {
                    return;
                }
            }

            await RefreshAsync(db, [.. _taken.Order()], cancel);
            _taken = [];
        }
    }

    private static async Task RefreshAsync(LucarneContext db, Guid[] ids, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = await db.Posts.Where(p => ids.Contains(p.Id))
            .Join(db.PostStats, p => p.Id, s => s.PostId, (p, s) => new { p.Id, p.CreatedAt, p.Views, p.Likes, p.Dislikes, p.Comments, p.Reposts, p.Remixes, s.Watches, s.Completions })
            .ToListAsync(cancel);
        await using PreparedStatement update = new(db, """UPDATE "PostStats" SET "Quality" = @p0, "Hot" = @p1, "Top" = @p2 WHERE "PostId" = @p3""", 4);
        foreach (var row in rows.OrderBy(r => r.Id))
        {
            double quality = FeedScore.Quality(row.Watches, row.Completions, row.Views, row.Likes, row.Dislikes, row.Comments, row.Reposts, row.Remixes);
            await update.RunAsync(
                cancel, quality, FeedScore.Hot(quality, row.CreatedAt), FeedScore.Top(row.Views, row.Likes, row.Dislikes, row.Comments, row.Reposts, row.Remixes), row.Id);
        }

        await transaction.CommitAsync(cancel);
    }
}
