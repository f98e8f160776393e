using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Telemetry of watching, and what feeds remember: statistics of posts, impressions, wishes for less, preferences.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122174500_Discover")]
internal sealed class DiscoverMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateWatching(migrationBuilder);
        CreateFeed(migrationBuilder);
        CreateStats(migrationBuilder);
    }

    private static void CreateWatching(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Watches",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: true),
                PostId = table.Column<Guid>(nullable: false),
                RequestId = table.Column<Guid>(nullable: true),
                Position = table.Column<int>(nullable: false),
                Source = table.Column<int>(nullable: false),
                WatchMs = table.Column<int>(nullable: false),
                Loops = table.Column<int>(nullable: false),
                Completion = table.Column<double>(nullable: false),
                SeenAt = table.Column<long>(nullable: false),
                ReceivedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Watches", row => row.Id);
                table.ForeignKey("FK_Watches_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Watches_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Watches_PostId", "Watches", "PostId");
        migrations.CreateIndex("IX_Watches_AccountId_ReceivedAt", "Watches", ["AccountId", "ReceivedAt"]);
        migrations.CreateIndex("IX_Watches_ReceivedAt", "Watches", "ReceivedAt");

        migrations.CreateTable(
            "ViewMarks",
            table => new { PostId = table.Column<Guid>(nullable: false), Day = table.Column<int>(nullable: false), Viewer = table.Column<Guid>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_ViewMarks", row => new { row.PostId, row.Day, row.Viewer });
                table.ForeignKey("FK_ViewMarks_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_ViewMarks_Day", "ViewMarks", "Day");

        migrations.CreateTable(
            "WatchDays",
            table => new
            {
                PostId = table.Column<Guid>(nullable: false),
                Day = table.Column<int>(nullable: false),
                Source = table.Column<int>(nullable: false),
                Views = table.Column<int>(nullable: false),
                Watches = table.Column<int>(nullable: false),
                Completions = table.Column<int>(nullable: false),
                Loops = table.Column<int>(nullable: false),
                WatchMs = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WatchDays", row => new { row.PostId, row.Day, row.Source });
                table.ForeignKey("FK_WatchDays_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrations.CreateTable(
            "WatchSeconds",
            table => new { PostId = table.Column<Guid>(nullable: false), Second = table.Column<int>(nullable: false), Watches = table.Column<int>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_WatchSeconds", row => new { row.PostId, row.Second });
                table.ForeignKey("FK_WatchSeconds_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateFeed(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Impressions",
            table => new
            {
                AccountId = table.Column<Guid>(nullable: false),
                PostId = table.Column<Guid>(nullable: false),
                SeenAt = table.Column<long>(nullable: false),
                RequestId = table.Column<Guid>(nullable: true),
                Position = table.Column<int>(nullable: false),
                Propensity = table.Column<double>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Impressions", row => new { row.AccountId, row.PostId });
                table.ForeignKey("FK_Impressions_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Impressions_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Impressions_PostId", "Impressions", "PostId");
        migrations.CreateIndex("IX_Impressions_SeenAt", "Impressions", "SeenAt");

        migrations.CreateTable(
            "FeedSteers",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                PostId = table.Column<Guid>(nullable: true),
                RootId = table.Column<Guid>(nullable: true),
                AuthorId = table.Column<Guid>(nullable: true),
                Words = table.Column<string>(maxLength: 100, nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedSteers", row => row.Id);
                table.ForeignKey("FK_FeedSteers_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_FeedSteers_AccountId_Id", "FeedSteers", ["AccountId", "Id"]);
        migrations.CreateIndex("IX_FeedSteers_ExpiresAt", "FeedSteers", "ExpiresAt");

        migrations.CreateTable(
            "FeedPreferences",
            table => new { AccountId = table.Column<Guid>(nullable: false), DefaultTab = table.Column<int>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedPreferences", row => row.AccountId);
                table.ForeignKey("FK_FeedPreferences_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateStats(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "PostStats",
            table => new
            {
                PostId = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                Impressions = table.Column<int>(nullable: false),
                Watches = table.Column<int>(nullable: false),
                Completions = table.Column<int>(nullable: false),
                Quality = table.Column<double>(nullable: false),
                Hot = table.Column<double>(nullable: false),
                Top = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PostStats", row => row.PostId);
                table.ForeignKey("FK_PostStats_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_PostStats_Hot_PostId", "PostStats", ["Hot", "PostId"]);
        migrations.CreateIndex("IX_PostStats_Impressions_PostId", "PostStats", ["Impressions", "PostId"]);
        migrations.CreateIndex("IX_PostStats_Top_PostId", "PostStats", ["Top", "PostId"]);
        migrations.CreateIndex("IX_PostStats_CreatedAt_Top_PostId", "PostStats", ["CreatedAt", "Top", "PostId"]);

        // Numbers of a post that nobody has met yet: FeedScore.Quality and FeedScore.Hot of zeros.
        const string Columns = "\"PostStats\" (\"PostId\", \"CreatedAt\", \"Impressions\", \"Watches\", \"Completions\", \"Quality\", \"Hot\", \"Top\")";
        static string Values(string post) => $"{post}\"Id\", {post}\"CreatedAt\", 0, 0, 0, 0.28, -1.8365 + {post}\"CreatedAt\" / 172800000.0, 0";
        migrations.Sql($"INSERT INTO {Columns} SELECT {Values("")} FROM \"Posts\"");
        if (migrations.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            migrations.Sql($"CREATE TRIGGER \"PostStatsOfPost\" AFTER INSERT ON \"Posts\" BEGIN INSERT INTO {Columns} VALUES ({Values("NEW.")}); END");
        }
        else
        {
            migrations.Sql($"CREATE FUNCTION \"MakePostStats\"() RETURNS trigger AS $$ BEGIN INSERT INTO {Columns} VALUES ({Values("NEW.")}); RETURN NULL; END $$ LANGUAGE plpgsql");
            migrations.Sql("CREATE TRIGGER \"PostStatsOfPost\" AFTER INSERT ON \"Posts\" FOR EACH ROW EXECUTE FUNCTION \"MakePostStats\"()");
        }
    }
}
