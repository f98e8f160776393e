using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Topics of posts; those of the posts that are there are found with the search index.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261123010500_Topics")]
internal sealed class TopicsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PostTopics",
            table => new { PostId = table.Column<Guid>(nullable: false), Topic = table.Column<int>(nullable: false), CreatedAt = table.Column<long>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_PostTopics", row => new { row.PostId, row.Topic });
                table.ForeignKey("FK_PostTopics_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_PostTopics_CreatedAt", "PostTopics", "CreatedAt");
        migrationBuilder.Sql("INSERT INTO \"SearchQueue\" (\"Kind\", \"Id\") SELECT 0, \"Id\" FROM \"Posts\" WHERE 1 = 1 ON CONFLICT DO NOTHING");
    }
}
