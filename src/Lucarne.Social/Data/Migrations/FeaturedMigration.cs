using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Posts that administrators put before everyone.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261123012500_Featured")]
internal sealed class FeaturedMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("FeaturedAt", "Posts", nullable: true);
        migrationBuilder.CreateIndex("IX_Posts_FeaturedAt", "Posts", "FeaturedAt");
    }
}
