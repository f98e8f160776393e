using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Deletion of accounts: what is to be erased, the receipts, and the key that signs them; archives that were read here.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122180700_Erasures")]
internal sealed class ErasuresMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<byte[]>("SigningKey", "Installations", maxLength: 512, nullable: true);
        migrationBuilder.CreateTable(
            "Erasures",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Status = table.Column<int>(nullable: false),
                SecretHash = table.Column<byte[]>(maxLength: 32, nullable: false),
                RequestedAt = table.Column<long>(nullable: false),
                EraseAt = table.Column<long>(nullable: false),
                ErasedAt = table.Column<long>(nullable: true),
                CountsJson = table.Column<string>(nullable: true),
                Receipt = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Erasures", row => row.Id));
        migrationBuilder.CreateIndex("IX_Erasures_AccountId", "Erasures", "AccountId");
        migrationBuilder.CreateIndex("IX_Erasures_Status_EraseAt", "Erasures", ["Status", "EraseAt"]);

        migrationBuilder.CreateTable(
            "Imports",
            table => new
            {
                SourceAccountId = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Origin = table.Column<string>(maxLength: 300, nullable: false),
                KeptHandles = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Imports", row => row.SourceAccountId);
                table.ForeignKey("FK_Imports_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Imports_AccountId", "Imports", "AccountId");
    }
}
