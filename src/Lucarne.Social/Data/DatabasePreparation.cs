using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Data;

/// <summary>Makes the database ready before the server answers: folder, write-ahead log, migrations, the installation's secret.</summary>
internal sealed class DatabasePreparation(IDbContextFactory<LucarneContext> contexts, IOptions<SocialOptions> options)
{
    private byte[]? _secret;
    private byte[]? _signingKey;

    /// <summary>The installation's secret; known once <see cref="RunAsync"/> has ended.</summary>
    public byte[] Secret => _secret ?? throw new InvalidOperationException("DatabasePreparation: RunAsync has not ended");

    /// <summary>The key that signs receipts, PKCS #8; known once <see cref="RunAsync"/> has ended.</summary>
    public byte[] SigningKey => _signingKey ?? throw new InvalidOperationException("DatabasePreparation: RunAsync has not ended");

    /// <summary>Prepares; safe to run by several servers at once.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Value.DataFolder);
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        }

        await db.MigrateAloneAsync(cancel);
        byte[] drawn = RandomNumberGenerator.GetBytes(32);
        await db.Installations.Where(i => i.Secret == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.Secret, drawn), cancel);
        byte[] drawnKey = Erasures.Receipts.DrawKey();
        await db.Installations.Where(i => i.SigningKey == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.SigningKey, drawnKey), cancel);
        _signingKey = await db.Installations.Select(i => i.SigningKey!).SingleAsync(cancel);
        _secret = await db.Installations.Select(i => i.Secret!).SingleAsync(cancel);
    }
}
