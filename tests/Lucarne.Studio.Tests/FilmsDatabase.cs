using Lucarne.Studio.Generations;
using Lucarne.Studio.Storage;
using Lucarne.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Studio.Tests;

/// <summary>A real database, SQLite in WAL mode or PostgreSQL where the tests run on it, with a folder of its own; both go with it.</summary>
public sealed class FilmsDatabase : IDbContextFactory<FilmsContext>, IDisposable
{
    private readonly string? _postgres;
    private readonly PostgresDatabase? _made;

    public FilmsDatabase()
        : this(Directory.CreateTempSubdirectory("lucarne-studio-").FullName)
    {
        _made = PostgresDatabase.CreateFor(Folder);
        using FilmsContext db = CreateDbContext();
        if (db.Database.IsSqlite())
        {
            db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        }

        MigrationBuilder migrations = new(db.Database.ProviderName);
        GenerationsTable.Create(migrations);
        GenerationsTable.AddEdits(migrations);
        GenerationsTable.AddComposer(migrations);
        GenerationsTable.AddFirstImage(migrations);
        GenerationsTable.AddEngineVersion(migrations);
        IMigrationsSqlGenerator generator = db.GetService<IMigrationsSqlGenerator>();
        foreach (MigrationCommand command in generator.Generate(migrations.Operations))
        {
            db.Database.ExecuteSqlRaw(command.CommandText);
        }
    }

    private FilmsDatabase(string folder) => (Folder, _postgres) = (folder, PostgresDatabase.ConnectionStringFor(folder));

    public string Folder { get; }

    public static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>The database that another process made in <paramref name="folder"/>.</summary>
    public static FilmsDatabase At(string folder) => new(folder);

    public FilmsContext CreateDbContext()
    {
        DbContextOptionsBuilder<FilmsContext> builder = new();
        return new FilmsContext((_postgres is null ? builder.UseSqlite($"Data Source={Path.Combine(Folder, "films.db")}") : builder.UseNpgsql(_postgres)).Options);
    }

    public async Task<Generation> ReadAsync(Guid id)
    {
        await using FilmsContext db = CreateDbContext();
        return await db.Generations.AsNoTracking().Include(g => g.Artefacts).SingleAsync(g => g.Id == id);
    }

    public void Dispose()
    {
        using (FilmsContext db = CreateDbContext())
        {
            SqlitePools.Release(db);
        }

        _made?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
