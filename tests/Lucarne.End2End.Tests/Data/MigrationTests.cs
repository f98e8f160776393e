using System.Data.Common;
using Lucarne.Social.Data;
using Lucarne.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.End2End.Tests.Data;

/// <summary>Migrations are written by hand: they must make what the model says, in the dialect that the tests run on.</summary>
public sealed class MigrationTests
{
    private const string SqliteTables = """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' key ' || c.pk
        FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'SearchIndex%'
        UNION ALL
        SELECT t.name || ' → ' || f."table" || '.' || f."to" || ' from ' || f."from" || ' ' || f.on_delete
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        UNION ALL
        SELECT t.name || ' ' || i.name || ' unique ' || i."unique" || ' (' || (SELECT group_concat(name) FROM pragma_index_info(i.name)) || ') ' || coalesce(substr(m.sql, instr(m.sql, ' WHERE ')), '')
        FROM sqlite_master t JOIN pragma_index_list(t.name) i LEFT JOIN sqlite_master m ON m.name = i.name AND instr(m.sql, ' WHERE ') > 0 WHERE t.type = 'table' AND i.origin = 'c'
        """;

    private const string PostgresTables = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '') || ' null ' || is_nullable
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%' AND data_type <> 'tsvector'
        UNION ALL
        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u') AND conname NOT LIKE '%\_\_EF%'
        UNION ALL
        SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%' AND indexname <> 'IX_SearchDocuments_Terms'
        """;

    [Fact]
    public async Task The_migrations_lead_to_exactly_the_tables_of_the_model()
    {
        string migrated = await DescribeAsync(database => database.MigrateAsync());

        migrated.ShouldBe(await DescribeAsync(database => database.EnsureCreatedAsync()));
        migrated.ShouldContain("Accounts.Handle");
        migrated.ShouldContain("IX_Accounts_Handle");
        migrated.ShouldContain("CASCADE");
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
        => (await DescribeAsync(async database =>
        {
            await database.MigrateAsync();
            await database.MigrateAsync();
        })).ShouldBe(await DescribeAsync(database => database.MigrateAsync()));

    [Fact]
    public async Task Servers_that_start_at_the_same_moment_on_one_empty_database_all_come_up()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-starts-").FullName;
        using (PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder))
        {
            byte[][] secrets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                DatabasePreparation preparation = new(
                    new Contexts(folder, postgres), Microsoft.Extensions.Options.Options.Create(new Social.SocialOptions { DataFolder = folder }));
                await preparation.RunAsync(TestContext.Current.CancellationToken);
                return preparation.Secret;
            })));

            secrets.ShouldAllBe(secret => secret.SequenceEqual(secrets[0]));
            await using LucarneContext db = new Contexts(folder, postgres).CreateDbContext();
            SqlitePools.Release(db);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_migrations_are_valid_for_PostgreSQL()
    {
        using LucarneContext db = new(new DbContextOptionsBuilder<LucarneContext>().UseNpgsql("Host=nowhere")
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);

        string script = db.GetService<IMigrator>().GenerateScript();

        script.ShouldContain("CREATE TABLE \"Accounts\"");
        script.ShouldContain("\"SecretHash\" bytea");
        script.ShouldContain("\"CreatedAt\" bigint");
    }

    /// <summary>Every table with its columns, keys and indexes, as the database itself tells them; one a line, in order.</summary>
    private static async Task<string> DescribeAsync(Func<DatabaseFacade, Task> make)
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-tables-").FullName;
        using PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        List<string> lines = [];
        await using (LucarneContext db = new Contexts(folder, postgres).CreateDbContext())
        {
            await make(db.Database);
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = postgres is null ? SqliteTables : PostgresTables;
            await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                lines.Add(reader.GetString(0));
            }

            await reader.DisposeAsync();
            await db.Database.CloseConnectionAsync();
            SqlitePools.Release(db);
        }

        Directory.Delete(folder, recursive: true);
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private sealed class Contexts(string folder, PostgresDatabase? postgres) : IDbContextFactory<LucarneContext>
    {
        public LucarneContext CreateDbContext()
        {
            DbContextOptionsBuilder<LucarneContext> builder = new();
            DataServices.Configure(builder, new Social.SocialOptions { DataFolder = folder, Postgres = postgres?.ConnectionString });
            return new LucarneContext(builder.Options);
        }
    }
}
