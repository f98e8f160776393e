using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Profiles, settings, former handles, recovery codes, names of passkeys, muted words, mutes that end, appearances.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122174100_People")]
internal sealed class PeopleMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ExtendAccounts(migrationBuilder);
        ExtendSignIn(migrationBuilder);
        ExtendRelations(migrationBuilder);
        CreatePostMentions(migrationBuilder);
    }

    private static void ExtendAccounts(MigrationBuilder migrations)
    {
        migrations.AddColumn<string>("Picture", "Accounts", maxLength: 69, nullable: true);
        migrations.AddColumn<string>("Cover", "Accounts", maxLength: 69, nullable: true);
        migrations.AddColumn<string>("Bio", "Accounts", maxLength: 300, nullable: true);
        migrations.AddColumn<string>("Location", "Accounts", maxLength: 60, nullable: true);
        migrations.AddColumn<string>("Links", "Accounts", maxLength: 1005, nullable: false, defaultValue: "");
        migrations.AddColumn<int>("Followers", "Accounts", nullable: false, defaultValue: 0);
        migrations.AddColumn<int>("Following", "Accounts", nullable: false, defaultValue: 0);
        migrations.CreateIndex("IX_Accounts_Picture", "Accounts", "Picture");
        migrations.CreateIndex("IX_Accounts_Cover", "Accounts", "Cover");
        foreach ((string name, bool value) in ((string, bool)[])
            [("Autoplay", true), ("SoundAtStart", true), ("DataSaver", false), ("Captions", true), ("ShowLikes", false), ("Discoverable", true)])
        {
            migrations.AddColumn<bool>($"Settings_{name}", "Accounts", nullable: false, defaultValue: value);
        }

        foreach ((string name, int value) in ((string, int)[])
            [("Version", 0), ("ReducedMotion", 0), ("Theme", 0), ("MessagesFrom", 2), ("BreakAfterMinutes", 0)])
        {
            migrations.AddColumn<int>($"Settings_{name}", "Accounts", nullable: false, defaultValue: value);
        }

        migrations.CreateTable(
            "FormerHandles",
            table => new
            {
                Handle = table.Column<string>(maxLength: 30, nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                ReservedUntil = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FormerHandles", row => row.Handle);
                table.ForeignKey("FK_FormerHandles_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_FormerHandles_AccountId", "FormerHandles", "AccountId");
        migrations.CreateIndex("IX_FormerHandles_ReservedUntil", "FormerHandles", "ReservedUntil");
    }

    private static void ExtendSignIn(MigrationBuilder migrations)
    {
        migrations.AddColumn<string>("Name", "Passkeys", maxLength: 60, nullable: false, defaultValue: "");
        migrations.AddColumn<long>("LastUsedAt", "Passkeys", nullable: true);
        migrations.AddColumn<long>("ConfirmedAt", "Sessions", nullable: false, defaultValue: 0L);
        migrations.CreateTable(
            "RecoveryCodes",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                CodeHash = table.Column<byte[]>(maxLength: 32, nullable: false),
                UsedAt = table.Column<long>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RecoveryCodes", row => row.Id);
                table.ForeignKey("FK_RecoveryCodes_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_RecoveryCodes_AccountId_CodeHash", "RecoveryCodes", ["AccountId", "CodeHash"], unique: true);
    }

    private static void ExtendRelations(MigrationBuilder migrations)
    {
        migrations.CreateIndex("IX_Follows_FolloweeId_CreatedAt", "Follows", ["FolloweeId", "CreatedAt"]);
        migrations.CreateIndex("IX_Follows_FollowerId_CreatedAt", "Follows", ["FollowerId", "CreatedAt"]);
        migrations.AddColumn<long>("Until", "Mutes", nullable: true);
        migrations.CreateIndex("IX_Mutes_Until", "Mutes", "Until");
        migrations.CreateTable(
            "MutedWords",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Text = table.Column<string>(maxLength: 50, nullable: false),
                Until = table.Column<long>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_MutedWords", row => row.Id);
                table.ForeignKey("FK_MutedWords_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_MutedWords_AccountId_Text", "MutedWords", ["AccountId", "Text"], unique: true);
        migrations.CreateIndex("IX_MutedWords_Until", "MutedWords", "Until");
    }

    private static void CreatePostMentions(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "PostMentions",
            table => new { AccountId = table.Column<Guid>(nullable: false), PostId = table.Column<Guid>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_PostMentions", row => new { row.AccountId, row.PostId });
                table.ForeignKey("FK_PostMentions_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_PostMentions_Posts_PostId", row => row.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_PostMentions_PostId", "PostMentions", "PostId");
    }
}
