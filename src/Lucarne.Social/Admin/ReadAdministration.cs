using System.Buffers.Binary;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Moderation;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Admin;

/// <summary>The state of the installation at a glance.</summary>
/// <param name="Accounts">Accounts that are open.</param>
/// <param name="NewAccounts">Accounts made in the last seven days.</param>
/// <param name="ActiveAccounts">Accounts with a session used in the last seven days.</param>
/// <param name="SuspendedAccounts">Accounts that are suspended.</param>
/// <param name="Posts">Posts.</param>
/// <param name="NewPosts">Posts of the last seven days.</param>
/// <param name="QueuedGenerations">Generations that wait.</param>
/// <param name="ActiveGenerations">Generations in progress.</param>
/// <param name="FailedGenerations">Generations that failed in the last seven days.</param>
/// <param name="OpenCases">Cases that wait for a decision.</param>
/// <param name="OldestOpenCaseAt">When the oldest of them was opened; null for none.</param>
/// <param name="StorageBytes">Size of all media, as it was at most five minutes ago.</param>
/// <param name="FreeDiskBytes">Free bytes of the data folder's disk.</param>
public sealed record Overview(
    int Accounts, int NewAccounts, int ActiveAccounts, int SuspendedAccounts, int Posts, int NewPosts, int QueuedGenerations, int ActiveGenerations, int FailedGenerations,
    int OpenCases, DateTimeOffset? OldestOpenCaseAt, long StorageBytes, long FreeDiskBytes);

/// <summary>One act of an administrator, or a change by which an account lost what an administrator had given it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Actor">Handle of who acted, at that time.</param>
/// <param name="Action">What they did.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Detail">More about it.</param>
/// <param name="CreatedAt">When.</param>
public sealed record AuditEntryView(Guid Id, string Actor, string Action, string Target, string? Detail, DateTimeOffset CreatedAt);

/// <summary>Reads the overview and the audit log.</summary>
internal sealed class ReadAdministration(LucarneContext db, StorageMeter storage, CursorCodec cursors, TimeProvider time, IOptions<SocialOptions> options)
{
    private const string Log = "audit";

    /// <summary>The overview.</summary>
    public async Task<Overview> OverviewAsync(CancellationToken cancel)
    {
        DateTimeOffset weekAgo = time.GetUtcNow().AddDays(-7);
        Guid firstOfWeek = FirstIdOf(weekAgo);
        IQueryable<Case> open = db.Cases.Where(c => c.DecidedAt == null);
        int openCases = await open.CountAsync(cancel);
        return new Overview(
            await db.Accounts.CountAsync(a => a.ClosedAt == null, cancel),
            await db.Accounts.CountAsync(a => a.Id.CompareTo(firstOfWeek) > 0, cancel),
            await db.Sessions.Where(s => s.LastSeenAt > weekAgo).Select(s => s.AccountId).Distinct().CountAsync(cancel),
            await db.Accounts.CountAsync(a => a.SuspendedAt != null, cancel),
            await db.Posts.CountAsync(cancel),
            await db.Posts.CountAsync(p => p.Id.CompareTo(firstOfWeek) > 0, cancel),
            await db.Generations.CountAsync(g => g.Status == GenerationStatus.Queued, cancel),
            await db.Generations.CountAsync(g => g.Status == GenerationStatus.InProgress, cancel),
            await db.Generations.CountAsync(g => g.Status == GenerationStatus.Failed && g.FinishedAt > weekAgo, cancel),
            openCases,
            openCases == 0 ? null : await open.OrderBy(c => c.Id).Select(c => (DateTimeOffset?)c.OpenedAt).FirstOrDefaultAsync(cancel),
            await storage.ReadAsync(cancel),
            new DriveInfo(options.Value.DataFolder).AvailableFreeSpace);
    }

    /// <summary>The smallest UUIDv7 of a moment: ids are in the order of time, and indexed.</summary>
    private static Guid FirstIdOf(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (moment.ToUnixTimeMilliseconds() << 16) | 0x7000);
        bytes[8] = 0x80;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>What administrators did, newest first.</summary>
    public async Task<Outcome<Page<AuditEntryView>>> AuditAsync(string? cursor, int? limit, CancellationToken cancel)
    {
        if (!PageRequest.Read(cursors, Log, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        IQueryable<AuditEntry> entries = db.AuditEntries.AsNoTracking();
        if (page.Before is Guid before)
        {
            entries = entries.Where(e => e.Id.CompareTo(before) < 0);
        }

        List<AuditEntry> rows = await entries.OrderByDescending(e => e.Id).Take(page.Limit + 1).ToListAsync(cancel);
        return page.Cut(cursors, Log, rows, row => row.Id, e => new AuditEntryView(e.Id, e.ActorHandle, e.Action, e.Target, e.Detail, e.CreatedAt));
    }
}
