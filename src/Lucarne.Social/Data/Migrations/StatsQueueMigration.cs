using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Keeps ranking in step with the counters of posts, whoever changes them: triggers queue a post whose counters have changed.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122205500_StatsQueue")]
internal sealed class StatsQueueMigration : Migration
{
    private static readonly (string Table, string Id, string Columns)[] s_counters =
    [
        ("Posts", "Id", "\"Views\", \"Likes\", \"Dislikes\", \"Comments\", \"Reposts\", \"Remixes\""),
        ("PostStats", "PostId", "\"Watches\", \"Completions\""),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PostStatsQueue",
            table => new { PostId = table.Column<Guid>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_PostStatsQueue", row => row.PostId));
        bool sqlite = migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal);
        foreach ((string table, string id, string columns) in s_counters)
        {
            if (sqlite)
            {
                migrationBuilder.Sql($"CREATE TRIGGER \"{table}Counted\" AFTER UPDATE OF {columns} ON \"{table}\" BEGIN INSERT OR IGNORE INTO \"PostStatsQueue\" (\"PostId\") VALUES (NEW.\"{id}\"); END");
                continue;
            }

            // DO UPDATE, not DO NOTHING: it holds the row, so that nobody takes it from the queue before this change is committed.
            migrationBuilder.Sql($"""
                CREATE FUNCTION "Queue{table}Counted"() RETURNS trigger AS $$
                BEGIN
                  INSERT INTO "PostStatsQueue" ("PostId") VALUES (NEW."{id}") ON CONFLICT ("PostId") DO UPDATE SET "PostId" = excluded."PostId";
                  RETURN NULL;
                END $$ LANGUAGE plpgsql
                """);
            migrationBuilder.Sql($"CREATE TRIGGER \"{table}Counted\" AFTER UPDATE OF {columns} ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION \"Queue{table}Counted\"()");
        }

        // Comments, reposts and remixes that came before there was a queue.
        migrationBuilder.Sql("INSERT INTO \"PostStatsQueue\" (\"PostId\") SELECT \"Id\" FROM \"Posts\" WHERE \"Comments\" > 0 OR \"Reposts\" > 0 OR \"Remixes\" > 0");
    }
}
