using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Data;

/// <summary>Locks for use cases that count first and write after.</summary>
internal static class RowLocks
{
    private const long MigrationLock = 0x4C75_6361_726E_6501; // "Lucarne", 1

    /// <summary>Makes the requests of one account that call this wait for one another until the transaction ends.</summary>
    /// <remarks>On SQLite a transaction is the only writer from its start; on PostgreSQL two would count the same rows, so that the account's row is locked.</remarks>
    /// <param name="db">Its transaction has begun.</param>
    /// <param name="accountId">Whose requests wait.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task LockAccountAsync(this LucarneContext db, Guid accountId, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Accounts\" WHERE \"Id\" = {accountId} FOR NO KEY UPDATE", cancel);
        }
    }

    /// <summary>Keeps a post from being deleted until the transaction ends, without making others wait who count on it too.</summary>
    /// <remarks>On SQLite a transaction is the only writer from its start.</remarks>
    /// <param name="db">Its transaction has begun.</param>
    /// <param name="postId">The post; it may be gone already.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task HoldPostAsync(this LucarneContext db, Guid postId, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Posts\" WHERE \"Id\" = {postId} FOR KEY SHARE", cancel);
        }
    }

    /// <summary>Applies the migrations, one server at a time.</summary>
    /// <remarks>On SQLite the migrations' own lock table does that; PostgreSQL's lets a second server read the list of migrations before the first has written it.</remarks>
    public static async Task MigrateAloneAsync(this LucarneContext db, CancellationToken cancel)
    {
        if (!db.Database.IsNpgsql())
        {
            await db.Database.MigrateAsync(cancel);
            return;
        }

        // The lock belongs to the connection: it ends with it, even when the server is killed.
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancel);
        try
        {
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
