using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>The search index, the triggers that keep it current, tags of posts, and reactions by time for the explore page.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122184000_Search")]
internal sealed class SearchMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_Reactions_CreatedAt", "Reactions", "CreatedAt");
        migrationBuilder.CreateTable(
            "SearchQueue",
            table => new { Kind = table.Column<int>(nullable: false), Id = table.Column<Guid>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_SearchQueue", row => new { row.Kind, row.Id }));
        migrationBuilder.CreateTable(
            "SearchDocuments",
            table => new
            {
                Number = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Kind = table.Column<int>(nullable: false),
                Id = table.Column<Guid>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SearchDocuments", row => row.Number));
        migrationBuilder.CreateIndex("IX_SearchDocuments_Kind_Id", "SearchDocuments", ["Kind", "Id"], unique: true);
        migrationBuilder.CreateTable(
            "SearchWords",
            table => new { Word = table.Column<string>(maxLength: 34, nullable: false), Uses = table.Column<int>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_SearchWords", row => row.Word));
        migrationBuilder.CreateTable(
            "SearchGrams",
            table => new { Gram = table.Column<string>(maxLength: 3, nullable: false), Length = table.Column<int>(nullable: false), Word = table.Column<string>(maxLength: 34, nullable: false) },
            constraints: table => table.PrimaryKey("PK_SearchGrams", row => new { row.Gram, row.Length, row.Word }));
        migrationBuilder.CreateTable(
            "PostTags",
            table => new { PostId = table.Column<Guid>(nullable: false), Tag = table.Column<string>(maxLength: 50, nullable: false), CreatedAt = table.Column<long>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_PostTags", row => new { row.PostId, row.Tag });
                table.ForeignKey("FK_PostTags_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_PostTags_Tag_CreatedAt", "PostTags", ["Tag", "CreatedAt"]);
        migrationBuilder.CreateIndex("IX_PostTags_CreatedAt", "PostTags", "CreatedAt");
        if (migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            PrepareSqlite(migrationBuilder);
        }
        else
        {
            PreparePostgres(migrationBuilder);
        }

        migrationBuilder.Sql("INSERT INTO \"SearchQueue\" (\"Kind\", \"Id\") SELECT 0, \"Id\" FROM \"Posts\" UNION ALL SELECT 1, \"Id\" FROM \"Accounts\"");
    }

    private static void PrepareSqlite(MigrationBuilder migrations)
    {
        // Words come stemmed and without accents: the tokenizer has nothing left to do but to split at spaces.
        migrations.Sql("CREATE VIRTUAL TABLE \"SearchIndex\" USING fts5(\"Post\", \"Account\", tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')");
        foreach ((string table, int kind, string columns) in Watched())
        {
            migrations.Sql($"CREATE TRIGGER \"Search{table}Added\" AFTER INSERT ON \"{table}\" BEGIN INSERT OR IGNORE INTO \"SearchQueue\" (\"Kind\", \"Id\") VALUES ({kind}, NEW.\"Id\"); END");
            migrations.Sql($"CREATE TRIGGER \"Search{table}Changed\" AFTER UPDATE OF {columns} ON \"{table}\" BEGIN INSERT OR IGNORE INTO \"SearchQueue\" (\"Kind\", \"Id\") VALUES ({kind}, NEW.\"Id\"); END");
            migrations.Sql($"CREATE TRIGGER \"Search{table}Removed\" AFTER DELETE ON \"{table}\" BEGIN INSERT OR IGNORE INTO \"SearchQueue\" (\"Kind\", \"Id\") VALUES ({kind}, OLD.\"Id\"); END");
        }
    }

    private static void PreparePostgres(MigrationBuilder migrations)
    {
        migrations.Sql("ALTER TABLE \"SearchDocuments\" ADD COLUMN \"Terms\" tsvector");
        migrations.Sql("CREATE INDEX \"IX_SearchDocuments_Terms\" ON \"SearchDocuments\" USING gin (\"Terms\")");
        foreach ((string table, int kind, string columns) in Watched())
        {
            migrations.Sql($"""
                CREATE FUNCTION "Queue{table}ForSearch"() RETURNS trigger AS $$
                BEGIN
                  INSERT INTO "SearchQueue" ("Kind", "Id") VALUES ({kind}, CASE WHEN TG_OP = 'DELETE' THEN OLD."Id" ELSE NEW."Id" END) ON CONFLICT DO NOTHING;
                  RETURN NULL;
                END $$ LANGUAGE plpgsql
                """);
            migrations.Sql($"CREATE TRIGGER \"Search{table}\" AFTER INSERT OR DELETE OR UPDATE OF {columns} ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION \"Queue{table}ForSearch\"()");
        }
    }

    private static IEnumerable<(string Table, int Kind, string Columns)> Watched() =>
        [("Posts", 0, "\"Title\", \"Caption\", \"Visibility\", \"GenerationId\""), ("Accounts", 1, "\"Handle\", \"DisplayName\", \"Settings_Discoverable\"")];
}
