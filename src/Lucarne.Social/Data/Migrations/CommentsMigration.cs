using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Comments, their earlier texts, their likes, and the rules that a post's author sets for them.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122174500_Comments")]
internal sealed class CommentsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateComments(migrationBuilder);
        migrationBuilder.CreateTable(
            "CommentEdits",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CommentId = table.Column<Guid>(nullable: false),
                Text = table.Column<string>(maxLength: 1000, nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CommentEdits", row => row.Id);
                table.ForeignKey("FK_CommentEdits_Comments_CommentId", row => row.CommentId, "Comments", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_CommentEdits_CommentId_Id", "CommentEdits", ["CommentId", "Id"]);

        migrationBuilder.CreateTable(
            "CommentLikes",
            table => new { CommentId = table.Column<Guid>(nullable: false), AccountId = table.Column<Guid>(nullable: false), CreatedAt = table.Column<long>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_CommentLikes", row => new { row.CommentId, row.AccountId });
                table.ForeignKey("FK_CommentLikes_Comments_CommentId", row => row.CommentId, "Comments", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_CommentLikes_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_CommentLikes_AccountId", "CommentLikes", "AccountId");

        migrationBuilder.CreateTable(
            "CommentRules",
            table => new { PostId = table.Column<Guid>(nullable: false), PinnedId = table.Column<Guid>(nullable: true), SlowSeconds = table.Column<int>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_CommentRules", row => row.PostId);
                table.ForeignKey("FK_CommentRules_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateComments(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Comments",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PostId = table.Column<Guid>(nullable: false),
                AuthorId = table.Column<Guid>(nullable: true),
                ParentId = table.Column<Guid>(nullable: true),
                ThreadId = table.Column<Guid>(nullable: false),
                Text = table.Column<string>(maxLength: 1000, nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                EditedAt = table.Column<long>(nullable: true),
                DeletedAt = table.Column<long>(nullable: true),
                HiddenAt = table.Column<long>(nullable: true),
                Likes = table.Column<int>(nullable: false),
                Answers = table.Column<int>(nullable: false),
                Rank = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Comments", row => row.Id);
                table.ForeignKey("FK_Comments_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Comments_Accounts_AuthorId", row => row.AuthorId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Comments_PostId_ParentId_Id", "Comments", ["PostId", "ParentId", "Id"]);
        migrations.CreateIndex("IX_Comments_PostId_ParentId_Rank_Id", "Comments", ["PostId", "ParentId", "Rank", "Id"]);
        migrations.CreateIndex("IX_Comments_ThreadId_Id", "Comments", ["ThreadId", "Id"]);
        migrations.CreateIndex("IX_Comments_ParentId", "Comments", "ParentId");
        migrations.CreateIndex("IX_Comments_AuthorId_PostId_Id", "Comments", ["AuthorId", "PostId", "Id"]);
    }
}
