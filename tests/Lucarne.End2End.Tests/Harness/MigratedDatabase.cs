using Lucarne.Social;
using Lucarne.Social.Data;
using Lucarne.Tests;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>A database that has every table and no account, made once: servers start from a copy instead of migrating again.</summary>
internal sealed class MigratedDatabase : IDisposable
{
    private static readonly Lazy<Task<MigratedDatabase>> Made = new(MakeAsync);

    private readonly string _folder;
    private readonly PostgresDatabase? _postgres;

    private MigratedDatabase(string folder, PostgresDatabase? postgres) => (_folder, _postgres) = (folder, postgres);

    /// <summary>Copies it into a data folder; on PostgreSQL, into a database that belongs to that folder.</summary>
    /// <returns>The database on PostgreSQL; null on SQLite.</returns>
    public static async Task<PostgresDatabase?> CopyToAsync(string folder)
    {
        MigratedDatabase made = await Made.Value;
        if (made._postgres is { } postgres)
        {
            return PostgresDatabase.CreateFor(folder, postgres);
        }

        File.Copy(Path.Combine(made._folder, "lucarne.db"), Path.Combine(folder, "lucarne.db"));
        return null;
    }

    /// <summary>Removes it, if a test has used it.</summary>
    public static async Task RemoveAsync()
    {
        if (Made.IsValueCreated)
        {
            (await Made.Value).Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _postgres?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<MigratedDatabase> MakeAsync()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-migrated-").FullName;
        PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        DbContextOptionsBuilder<LucarneContext> builder = new();
        DataServices.Configure(builder, new SocialOptions { DataFolder = folder, Postgres = postgres?.ConnectionString });
        await using LucarneContext db = new(builder.Options);
        await db.Database.MigrateAsync();
        SqlitePools.Release(db);
        postgres?.CloseConnections();
        return new MigratedDatabase(folder, postgres);
    }
}
