using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Follows;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Profiles;

/// <summary>A new handle.</summary>
/// <param name="Handle">3 to 30 of a–z, 0–9, <c>_</c> and <c>.</c>; upper case is lowered.</param>
public sealed record HandleRequest(string Handle);

/// <summary>Gives an account another handle. The old one stays reserved for it, and leads to it, for <see cref="FormerHandle.ReservedFor"/>. A verified account loses its mark.</summary>
internal sealed class ChangeHandle(LucarneContext db, VerifiedMark mark, TimeProvider time)
{
    private const int MaxChanges = 3;

    /// <summary>Null when it is changed.</summary>
    public async Task<Problem?> RunAsync(Guid accountId, HandleRequest request, CancellationToken cancel)
    {
        if (!HandleRules.Read(request.Handle).TryGet(out string? handle, out Problem? problem))
        {
            return problem;
        }

        DateTimeOffset now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Relations.LockAsync(db, accountId, accountId, cancel);
        Account account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        string old = account.Handle;
        if (old == handle)
        {
            return null;
        }

        await db.FormerHandles.Where(f => f.ReservedUntil <= now).ExecuteDeleteAsync(cancel);
        List<FormerHandle> former = await db.FormerHandles.AsNoTracking().Where(f => f.AccountId == accountId || f.Handle == handle).ToListAsync(cancel);
        bool goesBack = former.Exists(f => f.Handle == handle && f.AccountId == accountId);
        if (await db.Accounts.AnyAsync(a => a.Handle == handle, cancel) || former.Exists(f => f.AccountId != accountId))
        {
            return AccountsErrors.HandleTaken.For("handle");
        }

        if (!goesBack && former.Count >= MaxChanges)
        {
            return ProfilesErrors.HandleChangedTooOften;
        }

        await db.FormerHandles.Where(f => f.Handle == handle).ExecuteDeleteAsync(cancel);
        if (account.Verified)
        {
            await mark.LoseAsync(accountId, handle, $"@{old} → @{handle}", cancel);
        }

        db.FormerHandles.Add(new FormerHandle { Handle = old, AccountId = accountId, ReservedUntil = now + FormerHandle.ReservedFor });
        try
        {
            await db.SaveChangesAsync(cancel);
            await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Handle, handle).SetProperty(a => a.Verified, false), cancel);
        }
        catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException && !cancel.IsCancellationRequested)
        {
            // Somebody was faster.
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            if (await db.Accounts.AnyAsync(a => a.Handle == handle, cancel))
            {
                return AccountsErrors.HandleTaken.For("handle");
            }

            throw;
        }

        await transaction.CommitAsync(cancel);
        return null;
    }
}
