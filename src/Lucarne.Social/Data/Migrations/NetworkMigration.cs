using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>What several features share: standing of accounts, audiences, lineage and counters of posts, who follows, blocks and mutes whom, reactions, notifications.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122000000_Network")]
internal sealed class NetworkMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("Verified", "Accounts", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("ClosedAt", "Accounts", nullable: true);
        migrationBuilder.AddColumn<long>("SuspendedAt", "Accounts", nullable: true);
        migrationBuilder.AddColumn<Guid>("RemixOfId", "Drafts", nullable: true);
        ExtendPosts(migrationBuilder);
        CreateRelations(migrationBuilder);
        CreateReactions(migrationBuilder);
        CreateNotifications(migrationBuilder);
    }

    private static void ExtendPosts(MigrationBuilder migrations)
    {
        foreach (string number in (string[])["RemixAudience", "CommentAudience", "Views", "Likes", "Dislikes", "Comments", "Reposts", "Remixes"])
        {
            migrations.AddColumn<int>(number, "Posts", nullable: false, defaultValue: 0);
        }

        migrations.AddColumn<Guid>("ParentId", "Posts", nullable: true);
        migrations.AddColumn<Guid>("RootId", "Posts", nullable: false, defaultValue: Guid.Empty);
        migrations.AddColumn<long>("EditedAt", "Posts", nullable: true);
        migrations.AddColumn<long>("RemovedAt", "Posts", nullable: true);
        migrations.Sql("UPDATE \"Posts\" SET \"RootId\" = \"Id\"");
        migrations.CreateIndex("IX_Posts_ParentId_Id", "Posts", ["ParentId", "Id"]);
        migrations.CreateIndex("IX_Posts_RootId", "Posts", "RootId");
    }

    private static void CreateRelations(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Follows",
            table => new { FollowerId = table.Column<Guid>(nullable: false), FolloweeId = table.Column<Guid>(nullable: false), CreatedAt = table.Column<long>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_Follows", row => new { row.FollowerId, row.FolloweeId });
                table.ForeignKey("FK_Follows_Accounts_FollowerId", row => row.FollowerId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Follows_Accounts_FolloweeId", row => row.FolloweeId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Follows_FolloweeId_FollowerId", "Follows", ["FolloweeId", "FollowerId"]);

        migrations.CreateTable(
            "Blocks",
            table => new { BlockerId = table.Column<Guid>(nullable: false), BlockedId = table.Column<Guid>(nullable: false), CreatedAt = table.Column<long>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_Blocks", row => new { row.BlockerId, row.BlockedId });
                table.ForeignKey("FK_Blocks_Accounts_BlockerId", row => row.BlockerId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Blocks_Accounts_BlockedId", row => row.BlockedId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Blocks_BlockedId_BlockerId", "Blocks", ["BlockedId", "BlockerId"]);

        migrations.CreateTable(
            "Mutes",
            table => new { MuterId = table.Column<Guid>(nullable: false), MutedId = table.Column<Guid>(nullable: false), CreatedAt = table.Column<long>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_Mutes", row => new { row.MuterId, row.MutedId });
                table.ForeignKey("FK_Mutes_Accounts_MuterId", row => row.MuterId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Mutes_Accounts_MutedId", row => row.MutedId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Mutes_MutedId", "Mutes", "MutedId");
    }

    private static void CreateReactions(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Reactions",
            table => new
            {
                PostId = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Reactions", row => new { row.PostId, row.AccountId });
                table.ForeignKey("FK_Reactions_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Reactions_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Reactions_AccountId_CreatedAt", "Reactions", ["AccountId", "CreatedAt"]);
    }

    private static void CreateNotifications(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Notifications",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                RecipientId = table.Column<Guid>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                ActorId = table.Column<Guid>(nullable: true),
                PostId = table.Column<Guid>(nullable: true),
                CommentId = table.Column<Guid>(nullable: true),
                DraftId = table.Column<Guid>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                ReadAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Notifications", row => row.Id);
                table.ForeignKey("FK_Notifications_Accounts_RecipientId", row => row.RecipientId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Notifications_Accounts_ActorId", row => row.ActorId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Notifications_RecipientId_Id", "Notifications", ["RecipientId", "Id"]);
        migrations.CreateIndex("IX_Notifications_ActorId", "Notifications", "ActorId");
    }
}
