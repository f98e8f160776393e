using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Pictures that films start from.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122210000_FirstImages")]
internal sealed class FirstImagesMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        GenerationsTable.AddFirstImage(migrationBuilder);
        migrationBuilder.CreateTable(
            "FirstImages",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OwnerId = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(maxLength: 100, nullable: false),
                Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                Width = table.Column<int>(nullable: false),
                Height = table.Column<int>(nullable: false),
                SizeBytes = table.Column<long>(nullable: false),
                ConfirmedAt = table.Column<long>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FirstImages", row => row.Id);
                table.ForeignKey("FK_FirstImages_Accounts_OwnerId", row => row.OwnerId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_FirstImages_OwnerId_Id", "FirstImages", ["OwnerId", "Id"]);
        migrationBuilder.CreateIndex("IX_FirstImages_Sha256", "FirstImages", "Sha256");
        migrationBuilder.CreateIndex("IX_FirstImages_ExpiresAt", "FirstImages", "ExpiresAt");
    }
}
