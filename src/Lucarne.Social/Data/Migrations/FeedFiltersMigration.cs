using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>What an account leaves out of its feeds.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261123003500_FeedFilters")]
internal sealed class FeedFiltersMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("Originals", "FeedPreferences", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<int>("Since", "FeedPreferences", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<bool>("Unseen", "FeedPreferences", nullable: false, defaultValue: false);
    }
}
