using Lucarne.Social.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lucarne.End2End.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_lead_to_exactly_the_tables_of_the_model()
    {
        (await DescribeAsync(db => db.MigrateAsync())).ShouldBe(await DescribeAsync(db => db.EnsureCreatedAsync()));
    }

    [Fact]
    public void The_migrations_are_valid_for_PostgreSQL()
    {
        using LucarneContext db = new(new DbContextOptionsBuilder<LucarneContext>().UseNpgsql("Host=nowhere")
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);

        string script = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Migrations.IMigrator>(db).GenerateScript();

        script.ShouldContain("CREATE TABLE \"Accounts\"");
        script.ShouldContain("\"SecretHash\" bytea");
        script.ShouldContain("\"CreatedAt\" bigint");
    }

    /// <summary>Every table with its columns, keys and indexes, as SQLite tells them.</summary>
    private static async Task<string> DescribeAsync(Func<Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade, Task> make)
    {
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync();
        await using LucarneContext db = new(new DbContextOptionsBuilder<LucarneContext>().UseSqlite(connection)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);
        await make(db.Database);
        List<string> lines = [];
        foreach (string table in await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name"))
        {
            lines.AddRange((await ReadAsync(connection, $"SELECT '{table}.' || name || ' ' || type || ' ' || \"notnull\" || ' ' || pk FROM pragma_table_info('{table}')")).Order(StringComparer.Ordinal));
            lines.AddRange((await ReadAsync(connection, $"SELECT '{table} → ' || \"table\" || '.' || \"to\" || ' from ' || \"from\" || ' ' || on_delete FROM pragma_foreign_key_list('{table}')")).Order(StringComparer.Ordinal));
            foreach (string index in (await ReadAsync(connection, $"SELECT name FROM pragma_index_list('{table}') WHERE origin = 'c'")).Order(StringComparer.Ordinal))
            {
                lines.Add($"{table} {index}: {string.Join(", ", await ReadAsync(connection, $"SELECT name FROM pragma_index_info('{index}')"))}"
                    + (await ReadAsync(connection, $"SELECT \"unique\" FROM pragma_index_list('{table}') WHERE name = '{index}'"))[0]);
            }
        }

        return string.Join('\n', lines);
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }
}
