using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Admin;

/// <summary>Suspends an account, which hides it and ends its sessions, or reinstates it. The caller has the transaction.</summary>
internal sealed class SuspendAccount(LucarneContext db, TimeProvider time)
{
    public async Task SetAsync(Guid accountId, bool suspended, CancellationToken cancel)
    {
        DateTimeOffset? at = suspended ? time.GetUtcNow() : null;
        await db.Accounts.Where(a => a.Id == accountId && (a.SuspendedAt == null) == suspended).ExecuteUpdateAsync(set => set.SetProperty(a => a.SuspendedAt, at), cancel);
        if (suspended)
        {
            await db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancel);
        }
    }
}
