using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Erasures;

/// <summary>Opens a closed account again within the days of grace: everything is as it was, but for the generations that closing cancelled.</summary>
internal sealed class ReopenAccount(LucarneContext db)
{
    /// <summary>Null when it is open.</summary>
    public async Task<Problem?> RunAsync(Guid accountId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        if (await db.Erasures.AnyAsync(e => e.AccountId == accountId && e.Status == ErasureStatus.Erasing, cancel))
        {
            return ErasuresErrors.AccountBeingErased;
        }

        if (await db.Accounts.Where(a => a.Id == accountId && a.ClosedAt != null).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, (DateTimeOffset?)null), cancel) == 0)
        {
            return ErasuresErrors.AccountNotClosed;
        }

        await db.Erasures.Where(e => e.AccountId == accountId && e.Status == ErasureStatus.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, ErasureStatus.Withdrawn), cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
