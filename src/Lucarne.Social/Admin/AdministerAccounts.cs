using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Admin;

/// <summary>An account, as an administrator sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Author">Handle, name and mark.</param>
/// <param name="PublicFigure">True where it is marked as that of a public figure.</param>
/// <param name="Administrator">True for those who run the installation.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastSeenAt">When it was last used; null where no session is left.</param>
/// <param name="SuspendedAt">Since when it is suspended; null in good standing.</param>
/// <param name="ClosedAt">When its owner asked for its deletion; null while it is open.</param>
/// <param name="Posts">Posts, whoever sees them.</param>
/// <param name="StorageBytes">Size of its media.</param>
public sealed record AdministeredAccount(
    Guid Id, AuthorView Author, bool PublicFigure, bool Administrator, DateTimeOffset CreatedAt, DateTimeOffset? LastSeenAt, DateTimeOffset? SuspendedAt, DateTimeOffset? ClosedAt, int Posts, long StorageBytes);

/// <summary>What to change of an account; what is absent stays.</summary>
/// <param name="Suspended">True suspends, false reinstates.</param>
/// <param name="Verified">Sets or takes the mark of a confirmed identity.</param>
/// <param name="PublicFigure">Marks it as that of a public figure, or takes that back.</param>
/// <param name="Administrator">Gives or takes the role.</param>
public sealed record AdministerAccountRequest(bool? Suspended = null, bool? Verified = null, bool? PublicFigure = null, bool? Administrator = null);

/// <summary>Lists and changes accounts for administrators.</summary>
internal sealed class AdministerAccounts(LucarneContext db, SuspendAccount suspend, AuditLog audit, CursorCodec cursors)
{
    /// <summary>Accounts, newest first, whose handle or name holds the text.</summary>
    public async Task<Outcome<Page<AdministeredAccount>>> ListAsync(string? query, string? cursor, int? limit, CancellationToken cancel)
    {
        string name = (query ?? "").Trim();
        string text = name.TrimStart('@').ToLowerInvariant();
        string list = $"admin-accounts:{text}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Account> accounts = db.Accounts.AsNoTracking();
        if (text.Length > 0)
        {
            accounts = accounts.Where(a => a.Handle.Contains(text) || a.DisplayName.Contains(name));
        }

        if (page.Before is Guid before)
        {
            accounts = accounts.Where(a => a.Id.CompareTo(before) < 0);
        }

        List<Account> rows = await accounts.OrderByDescending(a => a.Id).Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, AdministeredAccount> views = (await DescribeAsync([.. rows.Take(page.Limit)], cancel)).ToDictionary(v => v.Id);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Id]);
    }

    /// <summary>Changes one account; each change is written to the audit log.</summary>
    public async Task<Outcome<AdministeredAccount>> ChangeAsync(Guid administratorId, string handle, AdministerAccountRequest request, CancellationToken cancel)
    {
        string name = handle.TrimStart('@').ToLowerInvariant();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Account? account = await db.Accounts.SingleOrDefaultAsync(a => a.Handle == name, cancel);
        if (account is null)
        {
            return ModerationErrors.AccountNotFound;
        }

        if (request.Administrator is bool role && role != account.Administrator)
        {
            if (!role && await db.Accounts.CountAsync(a => a.Administrator && a.SuspendedAt == null && a.ClosedAt == null, cancel) <= 1)
            {
                return ModerationErrors.LastAdministrator.For("administrator");
            }

            account.Administrator = role;
            await audit.AddAsync(administratorId, role ? "administrator_added" : "administrator_removed", $"@{account.Handle}", null, cancel);
        }

        if (request.Verified is bool verified && verified != account.Verified)
        {
            account.Verified = verified;
            await audit.AddAsync(administratorId, verified ? "account_verified" : "account_unverified", $"@{account.Handle}", null, cancel);
        }

        if (request.PublicFigure is bool figure && figure != account.PublicFigure)
        {
            account.PublicFigure = figure;
            await audit.AddAsync(administratorId, figure ? "public_figure_marked" : "public_figure_unmarked", $"@{account.Handle}", null, cancel);
        }

        bool suspended = account.SuspendedAt is not null;
        if (request.Suspended is bool wanted && wanted != suspended)
        {
            if (wanted && account.Administrator)
            {
                return ModerationErrors.AccountIsAdministrator.For("suspended");
            }

            await audit.AddAsync(administratorId, wanted ? "account_suspended" : "account_reinstated", $"@{account.Handle}", null, cancel);
            await suspend.SetAsync(account.Id, wanted, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        Account changed = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id, cancel);
        return (await DescribeAsync([changed], cancel))[0];
    }

    private async Task<IReadOnlyList<AdministeredAccount>> DescribeAsync(List<Account> accounts, CancellationToken cancel)
    {
        Guid[] ids = [.. accounts.Select(a => a.Id)];
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, ids, cancel);
        Dictionary<Guid, int> posts = await db.Posts.Where(p => ids.Contains(p.AuthorId)).GroupBy(p => p.AuthorId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Dictionary<Guid, long> bytes = await db.Generations.Where(g => ids.Contains(g.OwnerId))
            .Join(db.Artefacts, g => g.Id, a => a.GenerationId, (g, a) => new { g.OwnerId, a.SizeBytes }).GroupBy(x => x.OwnerId)
            .Select(g => new { g.Key, Bytes = g.Sum(x => x.SizeBytes) }).ToDictionaryAsync(g => g.Key, g => g.Bytes, cancel);
        Dictionary<Guid, DateTimeOffset> seen = (await db.Sessions.Where(s => ids.Contains(s.AccountId)).Select(s => new { s.AccountId, s.LastSeenAt }).ToListAsync(cancel))
            .GroupBy(s => s.AccountId).ToDictionary(g => g.Key, g => g.Max(s => s.LastSeenAt));
        return [.. accounts.Select(a => new AdministeredAccount(
            a.Id, authors[a.Id], a.PublicFigure, a.Administrator, a.CreatedAt, seen.TryGetValue(a.Id, out DateTimeOffset last) ? last : null,
            a.SuspendedAt, a.ClosedAt, posts.GetValueOrDefault(a.Id), bytes.GetValueOrDefault(a.Id)))];
    }
}
