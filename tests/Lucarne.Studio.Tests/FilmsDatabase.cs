using Lucarne.Studio.Generations;
using Lucarne.Studio.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Studio.Tests;

/// <summary>A real SQLite database in WAL mode, in a folder of its own that goes with it.</summary>
public sealed class FilmsDatabase : IDbContextFactory<FilmsContext>, IDisposable
{
    public FilmsDatabase()
        : this(Directory.CreateTempSubdirectory("lucarne-studio-").FullName)
    {
        using FilmsContext db = CreateDbContext();
        db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        MigrationBuilder migrations = new(db.Database.ProviderName);
        GenerationsTable.Create(migrations);
        IMigrationsSqlGenerator generator = db.GetService<IMigrationsSqlGenerator>();
        foreach (MigrationCommand command in generator.Generate(migrations.Operations))
        {
            db.Database.ExecuteSqlRaw(command.CommandText);
        }
    }

    private FilmsDatabase(string folder) => Folder = folder;

    public string Folder { get; }

    public static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>The database that another process made in <paramref name="folder"/>.</summary>
    public static FilmsDatabase At(string folder) => new(folder);

    public FilmsContext CreateDbContext() => new(new DbContextOptionsBuilder<FilmsContext>().UseSqlite($"Data Source={Path.Combine(Folder, "films.db")}").Options);

    public async Task<Generation> ReadAsync(Guid id)
    {
        await using FilmsContext db = CreateDbContext();
        return await db.Generations.AsNoTracking().Include(g => g.Artefacts).SingleAsync(g => g.Id == id);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
