using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Who may download a post.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261123004000_Downloads")]
internal sealed class DownloadsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("DownloadAudience", "Posts", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("DownloadAudience", "ScheduledPosts", nullable: false, defaultValue: 0);
    }
}
