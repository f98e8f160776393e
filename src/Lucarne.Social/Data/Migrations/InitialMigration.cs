using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>The first tables: the installation, accounts and sign-in, generations, drafts, posts, idempotency.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261101000000_Initial")]
internal sealed class InitialMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        GenerationsTable.Create(migrationBuilder);
        CreateInstallations(migrationBuilder);
        CreateAccounts(migrationBuilder);
        CreatePosts(migrationBuilder);
        CreateIdempotency(migrationBuilder);
    }

    private static void CreateInstallations(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Installations",
            table => new
            {
                Id = table.Column<int>(nullable: false),
                Secret = table.Column<byte[]>(maxLength: 32, nullable: true),
                FirstAccountId = table.Column<Guid>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Installations", row => row.Id));
        migrations.Sql($"INSERT INTO \"Installations\" (\"Id\") VALUES ({Installation.OnlyId})");
    }

    private static void CreateAccounts(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Accounts",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Handle = table.Column<string>(maxLength: 30, nullable: false),
                DisplayName = table.Column<string>(maxLength: 50, nullable: false),
                PasswordHash = table.Column<string>(maxLength: 200, nullable: true),
                Administrator = table.Column<bool>(nullable: false),
                Locale = table.Column<string>(maxLength: 8, nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Accounts", row => row.Id));
        migrations.CreateIndex("IX_Accounts_Handle", "Accounts", "Handle", unique: true);

        migrations.CreateTable(
            "Sessions",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                SecretHash = table.Column<byte[]>(maxLength: 32, nullable: false),
                UserAgent = table.Column<string>(maxLength: 200, nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                LastSeenAt = table.Column<long>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sessions", row => row.Id);
                table.ForeignKey("FK_Sessions_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Sessions_AccountId", "Sessions", "AccountId");
        migrations.CreateIndex("IX_Sessions_ExpiresAt", "Sessions", "ExpiresAt");

        migrations.CreateTable(
            "Passkeys",
            table => new
            {
                CredentialId = table.Column<byte[]>(maxLength: 1023, nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                PublicKey = table.Column<byte[]>(maxLength: 2048, nullable: false),
                SignCount = table.Column<long>(nullable: false),
                Transports = table.Column<string>(maxLength: 200, nullable: false),
                UserVerified = table.Column<bool>(nullable: false),
                BackupEligible = table.Column<bool>(nullable: false),
                BackedUp = table.Column<bool>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Passkeys", row => row.CredentialId);
                table.ForeignKey("FK_Passkeys_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Passkeys_AccountId", "Passkeys", "AccountId");

        migrations.CreateTable(
            "PasskeyCeremonies",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                SecretHash = table.Column<byte[]>(maxLength: 32, nullable: false),
                State = table.Column<string>(maxLength: 4096, nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_PasskeyCeremonies", row => row.Id));
        migrations.CreateIndex("IX_PasskeyCeremonies_ExpiresAt", "PasskeyCeremonies", "ExpiresAt");
    }

    private static void CreatePosts(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "Drafts",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OwnerId = table.Column<Guid>(nullable: false),
                GenerationId = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                ReadAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Drafts", row => row.Id);
                table.ForeignKey("FK_Drafts_Accounts_OwnerId", row => row.OwnerId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Drafts_Generations_GenerationId", row => row.GenerationId, "Generations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Drafts_OwnerId_Id", "Drafts", ["OwnerId", "Id"]);
        migrations.CreateIndex("IX_Drafts_GenerationId", "Drafts", "GenerationId", unique: true);

        migrations.CreateTable(
            "Posts",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AuthorId = table.Column<Guid>(nullable: false),
                DraftId = table.Column<Guid>(nullable: false),
                GenerationId = table.Column<Guid>(nullable: false),
                Title = table.Column<string>(maxLength: 100, nullable: true),
                Caption = table.Column<string>(maxLength: 2000, nullable: true),
                AltText = table.Column<string>(maxLength: 1000, nullable: true),
                Visibility = table.Column<int>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Posts", row => row.Id);
                table.ForeignKey("FK_Posts_Accounts_AuthorId", row => row.AuthorId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Posts_Generations_GenerationId", row => row.GenerationId, "Generations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Posts_AuthorId_Id", "Posts", ["AuthorId", "Id"]);
        migrations.CreateIndex("IX_Posts_DraftId", "Posts", "DraftId", unique: true);
        migrations.CreateIndex("IX_Posts_GenerationId", "Posts", "GenerationId", unique: true);
        migrations.CreateIndex("IX_Posts_Visibility_Id", "Posts", ["Visibility", "Id"]);
    }

    private static void CreateIdempotency(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "IdempotencyRecords",
            table => new
            {
                AccountId = table.Column<Guid>(nullable: false),
                Key = table.Column<string>(maxLength: 128, nullable: false),
                RequestHash = table.Column<byte[]>(maxLength: 32, nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                Status = table.Column<int>(nullable: true),
                ContentType = table.Column<string>(maxLength: 100, nullable: true),
                Location = table.Column<string>(maxLength: 500, nullable: true),
                Body = table.Column<byte[]>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_IdempotencyRecords", row => new { row.AccountId, row.Key });
                table.ForeignKey("FK_IdempotencyRecords_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_IdempotencyRecords_CreatedAt", "IdempotencyRecords", "CreatedAt");
    }
}
