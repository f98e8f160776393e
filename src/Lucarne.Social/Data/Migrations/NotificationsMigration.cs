using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Groups of notifications, their settings, events for open pages, subscriptions to push.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122180500_Notifications")]
internal sealed class NotificationsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("GroupId", "Notifications", nullable: false, defaultValue: Guid.Empty);
        migrationBuilder.AddColumn<bool>("Superseded", "Notifications", nullable: false, defaultValue: false);
        migrationBuilder.Sql("UPDATE \"Notifications\" SET \"GroupId\" = \"Id\"");
        migrationBuilder.CreateIndex("IX_Notifications_GroupId", "Notifications", "GroupId");
        migrationBuilder.CreateIndex("IX_Notifications_RecipientId_ReadAt", "Notifications", ["RecipientId", "ReadAt"]);
        migrationBuilder.CreateIndex("IX_Notifications_CommentId", "Notifications", "CommentId");

        migrationBuilder.CreateTable(
            "NotificationSettings",
            table => new
            {
                AccountId = table.Column<Guid>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                OnPage = table.Column<bool>(nullable: false),
                Push = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_NotificationSettings", row => new { row.AccountId, row.Kind });
                table.ForeignKey("FK_NotificationSettings_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "AccountEvents",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                SubjectId = table.Column<Guid>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                Push = table.Column<bool>(nullable: false),
                PushedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountEvents", row => row.Id);
                table.ForeignKey("FK_AccountEvents_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_AccountEvents_AccountId_CreatedAt", "AccountEvents", ["AccountId", "CreatedAt"]);
        migrationBuilder.CreateIndex("IX_AccountEvents_CreatedAt", "AccountEvents", "CreatedAt");

        migrationBuilder.CreateTable(
            "PushSubscriptions",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                SessionId = table.Column<Guid>(nullable: false),
                Endpoint = table.Column<string>(maxLength: 1024, nullable: false),
                PublicKey = table.Column<byte[]>(maxLength: 65, nullable: false),
                AuthSecret = table.Column<byte[]>(maxLength: 16, nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PushSubscriptions", row => row.Id);
                table.ForeignKey("FK_PushSubscriptions_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_PushSubscriptions_Sessions_SessionId", row => row.SessionId, "Sessions", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_PushSubscriptions_AccountId", "PushSubscriptions", "AccountId");
        migrationBuilder.CreateIndex("IX_PushSubscriptions_SessionId", "PushSubscriptions", "SessionId", unique: true);
        migrationBuilder.CreateIndex("IX_PushSubscriptions_Endpoint", "PushSubscriptions", "Endpoint", unique: true);
    }
}
