using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>What people do with drafts and posts: titles, folders, schedules, revisions, captions, lineage, reposts, bookmarks, collections, uploaded sounds, edits.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122120000_Works")]
internal sealed class WorksMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Title", "Drafts", maxLength: 100, nullable: true);
        migrationBuilder.AddColumn<Guid>("FolderId", "Drafts", nullable: true);
        migrationBuilder.CreateIndex("IX_Drafts_FolderId", "Drafts", "FolderId");
        GenerationsTable.AddEdits(migrationBuilder);
        CreateDraftTables(migrationBuilder);
        CreatePostTables(migrationBuilder);
        CreateCollections(migrationBuilder);
    }

    private static void CreateDraftTables(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "DraftFolders",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OwnerId = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(maxLength: 60, nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DraftFolders", row => row.Id);
                table.ForeignKey("FK_DraftFolders_Accounts_OwnerId", row => row.OwnerId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_DraftFolders_OwnerId_Name", "DraftFolders", ["OwnerId", "Name"], unique: true);

        migrations.CreateTable(
            "ScheduledPosts",
            table => new
            {
                DraftId = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                PublishAt = table.Column<long>(nullable: false),
                Title = table.Column<string>(maxLength: 100, nullable: true),
                Caption = table.Column<string>(maxLength: 2000, nullable: true),
                AltText = table.Column<string>(maxLength: 1000, nullable: true),
                Visibility = table.Column<int>(nullable: false),
                RemixAudience = table.Column<int>(nullable: false),
                CommentAudience = table.Column<int>(nullable: false),
                FailureCode = table.Column<string>(maxLength: 64, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ScheduledPosts", row => row.DraftId);
                table.ForeignKey("FK_ScheduledPosts_Drafts_DraftId", row => row.DraftId, "Drafts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_ScheduledPosts_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_ScheduledPosts_AccountId_PublishAt", "ScheduledPosts", ["AccountId", "PublishAt"]);
        migrations.CreateIndex("IX_ScheduledPosts_PublishAt", "ScheduledPosts", "PublishAt");

        migrations.CreateTable(
            "UploadedSounds",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OwnerId = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(maxLength: 100, nullable: false),
                Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                Seconds = table.Column<double>(nullable: false),
                SizeBytes = table.Column<long>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_UploadedSounds", row => row.Id);
                table.ForeignKey("FK_UploadedSounds_Accounts_OwnerId", row => row.OwnerId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_UploadedSounds_OwnerId_Id", "UploadedSounds", ["OwnerId", "Id"]);
        migrations.CreateIndex("IX_UploadedSounds_Sha256", "UploadedSounds", "Sha256");
    }

    private static void CreatePostTables(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Lineage",
            table => new
            {
                PostId = table.Column<Guid>(nullable: false),
                ParentId = table.Column<Guid>(nullable: true),
                RootId = table.Column<Guid>(nullable: false),
                PublishedAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Lineage", row => row.PostId));
        migrations.CreateIndex("IX_Lineage_ParentId", "Lineage", "ParentId");
        migrations.CreateIndex("IX_Lineage_RootId_PostId", "Lineage", ["RootId", "PostId"]);
        migrations.Sql("INSERT INTO \"Lineage\" (\"PostId\", \"ParentId\", \"RootId\", \"PublishedAt\") SELECT \"Id\", \"ParentId\", \"RootId\", \"CreatedAt\" FROM \"Posts\"");

        migrations.CreateTable(
            "PostRevisions",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PostId = table.Column<Guid>(nullable: false),
                Title = table.Column<string>(maxLength: 100, nullable: true),
                Caption = table.Column<string>(maxLength: 2000, nullable: true),
                AltText = table.Column<string>(maxLength: 1000, nullable: true),
                WrittenAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PostRevisions", row => row.Id);
                table.ForeignKey("FK_PostRevisions_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_PostRevisions_PostId_Id", "PostRevisions", ["PostId", "Id"]);

        migrations.CreateTable(
            "PostCaptions",
            table => new
            {
                PostId = table.Column<Guid>(nullable: false),
                Language = table.Column<string>(maxLength: 16, nullable: false),
                Text = table.Column<string>(nullable: false),
                UpdatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PostCaptions", row => new { row.PostId, row.Language });
                table.ForeignKey("FK_PostCaptions_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrations.CreateTable(
            "Reposts",
            table => new
            {
                PostId = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Id = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Reposts", row => new { row.PostId, row.AccountId });
                table.ForeignKey("FK_Reposts_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Reposts_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Reposts_AccountId_Id", "Reposts", ["AccountId", "Id"]);
    }

    private static void CreateCollections(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Bookmarks",
            table => new
            {
                AccountId = table.Column<Guid>(nullable: false),
                PostId = table.Column<Guid>(nullable: false),
                Id = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Bookmarks", row => new { row.AccountId, row.PostId });
                table.ForeignKey("FK_Bookmarks_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Bookmarks_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Bookmarks_AccountId_Id", "Bookmarks", ["AccountId", "Id"]);
        migrations.CreateIndex("IX_Bookmarks_PostId", "Bookmarks", "PostId");

        migrations.CreateTable(
            "Collections",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OwnerId = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(maxLength: 60, nullable: false),
                Description = table.Column<string>(maxLength: 500, nullable: true),
                IsPublic = table.Column<bool>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Collections", row => row.Id);
                table.ForeignKey("FK_Collections_Accounts_OwnerId", row => row.OwnerId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Collections_OwnerId_Id", "Collections", ["OwnerId", "Id"]);

        migrations.CreateTable(
            "CollectionItems",
            table => new
            {
                CollectionId = table.Column<Guid>(nullable: false),
                PostId = table.Column<Guid>(nullable: false),
                Position = table.Column<int>(nullable: false),
                AddedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CollectionItems", row => new { row.CollectionId, row.PostId });
                table.ForeignKey("FK_CollectionItems_Collections_CollectionId", row => row.CollectionId, "Collections", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_CollectionItems_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_CollectionItems_CollectionId_Position", "CollectionItems", ["CollectionId", "Position"]);
        migrations.CreateIndex("IX_CollectionItems_PostId", "CollectionItems", "PostId");
    }
}
