using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Notes of which drafts their owners have been told that they ended.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122182000_Told")]
internal sealed class ToldMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("ToldAt", "Drafts", nullable: true);
        migrationBuilder.CreateIndex("IX_Drafts_ToldAt", "Drafts", "ToldAt");
        migrationBuilder.Sql("UPDATE \"Drafts\" SET \"ToldAt\" = \"CreatedAt\"");
    }
}
