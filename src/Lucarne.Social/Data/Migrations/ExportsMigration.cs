using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Archives of accounts: those written here, and those read here.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122174800_Exports")]
internal sealed class ExportsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Exports",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Status = table.Column<int>(nullable: false),
                Progress = table.Column<double>(nullable: false),
                SizeBytes = table.Column<long>(nullable: true),
                FailureCode = table.Column<string>(maxLength: 64, nullable: true),
                LeaseExpiresAt = table.Column<long>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                FinishedAt = table.Column<long>(nullable: true),
                ExpiresAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Exports", row => row.Id);
                table.ForeignKey("FK_Exports_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Exports_AccountId_Id", "Exports", ["AccountId", "Id"]);
        migrationBuilder.CreateIndex("IX_Exports_Status", "Exports", "Status");
    }
}
