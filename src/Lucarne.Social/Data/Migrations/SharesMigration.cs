using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>How often posts are shared.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261123002500_Shares")]
internal sealed class SharesMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Shares", "Posts", nullable: false, defaultValue: 0);
        migrationBuilder.CreateTable(
            "ShareMarks",
            table => new
            {
                PostId = table.Column<Guid>(nullable: false),
                Day = table.Column<int>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ShareMarks", row => new { row.PostId, row.Day, row.AccountId });
                table.ForeignKey("FK_ShareMarks_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_ShareMarks_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_ShareMarks_AccountId", "ShareMarks", "AccountId");
        migrationBuilder.CreateIndex("IX_ShareMarks_Day", "ShareMarks", "Day");
        migrationBuilder.CreateTable(
            "ShareDays",
            table => new
            {
                PostId = table.Column<Guid>(nullable: false),
                Day = table.Column<int>(nullable: false),
                Shares = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ShareDays", row => new { row.PostId, row.Day });
                table.ForeignKey("FK_ShareDays_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
    }
}
