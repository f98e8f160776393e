using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>What imports keep for the next export, and when an import was done.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122205300_KeptRows")]
internal sealed class KeptRowsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("FinishedAt", "Imports", nullable: true);
        migrationBuilder.CreateTable(
            "KeptRows",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Section = table.Column<string>(maxLength: 40, nullable: false),
                Origin = table.Column<string>(maxLength: 300, nullable: false),
                Json = table.Column<string>(nullable: false),
                Hash = table.Column<byte[]>(maxLength: 32, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_KeptRows", row => row.Id);
                table.ForeignKey("FK_KeptRows_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_KeptRows_AccountId_Section_Hash", "KeptRows", ["AccountId", "Section", "Hash"], unique: true);
        migrationBuilder.CreateIndex("IX_KeptRows_AccountId_Id", "KeptRows", ["AccountId", "Id"]);
    }
}
