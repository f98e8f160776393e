using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Exports;

/// <summary>An export, as its owner sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Progress">Share of the archive that is written, 0 to 1.</param>
/// <param name="SizeBytes">Length of the archive; null before it is ready.</param>
/// <param name="FileUrl">Where to download it; null before it is ready.</param>
/// <param name="FailureCode">Why there is no archive (<c>disk_full</c>, <c>disk_failed</c>, <c>server_failed</c>); null unless it failed.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="ExpiresAt">When the archive is deleted; null before it is ready.</param>
public sealed record ExportView(
    Guid Id, ExportStatus Status, double Progress, long? SizeBytes, string? FileUrl, string? FailureCode, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    internal static ExportView Of(Export export) => new(
        export.Id, export.Status, Math.Round(export.Progress, 4), export.SizeBytes,
        export.Status == ExportStatus.Ready ? $"/api/me/exports/{export.Id}/file" : null, export.FailureCode, export.CreatedAt, export.ExpiresAt);
}

/// <summary>Asks for, reads and deletes an account's exports.</summary>
internal sealed class ManageExports(LucarneContext db, ExportFiles files, ExportWorker worker, TimeProvider time)
{
    /// <summary>Most exports that a list shows; older ones have expired.</summary>
    private const int Listed = 20;

    /// <summary>Queues an export. Earlier archives go: each holds what the one before it held.</summary>
    public async Task<Outcome<ExportView>> RequestAsync(Guid accountId, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        Export export = new() { Id = Guid.CreateVersion7(now), AccountId = accountId, Status = ExportStatus.Queued, CreatedAt = now };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        List<Export> earlier = await db.Exports.AsNoTracking().Where(e => e.AccountId == accountId).ToListAsync(cancel);
        if (earlier.Exists(e => e.Status is ExportStatus.Queued or ExportStatus.InProgress))
        {
            return ExportsErrors.ExportInProgress;
        }

        await db.Exports.Where(e => e.AccountId == accountId).ExecuteDeleteAsync(cancel);
        db.Exports.Add(export);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        earlier.ForEach(e => files.Delete(e.Id));
        worker.Wake();
        return ExportView.Of(export);
    }

    /// <summary>The account's exports, newest first.</summary>
    public async Task<Page<ExportView>> ListAsync(Guid accountId, CancellationToken cancel)
    {
        List<Export> exports = await db.Exports.AsNoTracking().Where(e => e.AccountId == accountId).OrderByDescending(e => e.Id).Take(Listed).ToListAsync(cancel);
        return new Page<ExportView>([.. exports.Select(ExportView.Of)], Next: null);
    }

    /// <summary>One export, or <see cref="ExportsErrors.ExportNotFound"/>.</summary>
    public async Task<Outcome<ExportView>> FindAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await db.Exports.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.AccountId == accountId, cancel) is { } export ? ExportView.Of(export) : ExportsErrors.ExportNotFound;

    /// <summary>Path of a finished archive and the name to save it under.</summary>
    public async Task<Outcome<ExportDownload>> OpenAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        var found = await db.Exports.Where(e => e.Id == id && e.AccountId == accountId)
            .Join(db.Accounts, e => e.AccountId, a => a.Id, (export, account) => new { export, account.Handle }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null || found.export.ExpiresAt < time.GetUtcNow())
        {
            return ExportsErrors.ExportNotFound;
        }

        if (found.export.Status != ExportStatus.Ready)
        {
            return ExportsErrors.ExportNotReady;
        }

        string path = files.PathOf(id);
        return File.Exists(path)
            ? new ExportDownload(path, FormattableString.Invariant($"lucarne-{found.Handle}-{found.export.CreatedAt:yyyy-MM-dd}.zip"))
            : ExportsErrors.ExportNotFound;
    }

    /// <summary>Deletes an export, whatever its status; null when it is gone.</summary>
    public async Task<Problem?> DeleteAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        if (await db.Exports.Where(e => e.Id == id && e.AccountId == accountId).ExecuteDeleteAsync(cancel) == 0)
        {
            return ExportsErrors.ExportNotFound;
        }

        // One that is being written notices within a second that its row is gone, and removes its own part.
        File.Delete(files.PathOf(id));
        return null;
    }
}

/// <summary>A finished archive.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="FileName">Name to save it under.</param>
internal sealed record ExportDownload(string Path, string FileName);
