using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Profiles;

/// <summary>Finds accounts by their handle, or by one that they had until lately.</summary>
internal sealed class FindAccount(LucarneContext db, TimeProvider time)
{
    /// <summary>Accounts that a viewer may meet: open, in good standing, and where neither of the two blocks the other. One's own always.</summary>
    /// <param name="db">The database.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    public static IQueryable<Account> VisibleTo(LucarneContext db, Guid? viewerId)
    {
        if (viewerId is not Guid viewer)
        {
            return db.Accounts.Where(a => a.ClosedAt == null && a.SuspendedAt == null);
        }

        return db.Accounts.Where(a => a.Id == viewer
            || (a.ClosedAt == null && a.SuspendedAt == null
                && !db.Blocks.Any(b => (b.BlockerId == viewer && b.BlockedId == a.Id) || (b.BlockerId == a.Id && b.BlockedId == viewer))));
    }

    /// <summary>The account that a viewer means by a handle, or <see cref="ProfilesErrors.AccountNotFound"/>. One that the viewer blocks is found; one that blocks the viewer is not.</summary>
    public async Task<Outcome<Guid>> RunAsync(string handle, Guid? viewerId, CancellationToken cancel)
    {
        if (await AnyAsync(handle, cancel) is not Guid id)
        {
            return ProfilesErrors.AccountNotFound;
        }

        Guid viewer = viewerId ?? Guid.Empty;
        bool meets = id == viewer
            || (await db.Accounts.AnyAsync(a => a.Id == id && a.ClosedAt == null && a.SuspendedAt == null, cancel)
                && !await db.Blocks.AnyAsync(b => b.BlockerId == id && b.BlockedId == viewer, cancel));
        return meets ? id : ProfilesErrors.AccountNotFound;
    }

    /// <summary>The account with a handle, whatever its standing; null for none.</summary>
    public async Task<Guid?> AnyAsync(string handle, CancellationToken cancel)
    {
        string name = handle.Length > HandleRules.MaxLength + 1 ? "" : handle.TrimStart('@').ToLowerInvariant();
        DateTimeOffset now = time.GetUtcNow();
        return await db.Accounts.Where(a => a.Handle == name).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel)
            ?? await db.FormerHandles.Where(f => f.Handle == name && f.ReservedUntil > now).Select(f => (Guid?)f.AccountId).SingleOrDefaultAsync(cancel);
    }
}
