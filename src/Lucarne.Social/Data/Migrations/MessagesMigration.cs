using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Rooms, who is in them, and what is written there.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122182500_Messages")]
internal sealed class MessagesMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Rooms",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PairKey = table.Column<string>(maxLength: 64, nullable: true),
                Name = table.Column<string>(maxLength: 60, nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                LastMessageAt = table.Column<long>(nullable: false),
                LastMessageId = table.Column<Guid>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Rooms", row => row.Id));
        migrationBuilder.CreateIndex("IX_Rooms_PairKey", "Rooms", "PairKey", unique: true);

        migrationBuilder.CreateTable(
            "RoomMembers",
            table => new
            {
                RoomId = table.Column<Guid>(nullable: false),
                AccountId = table.Column<Guid>(nullable: false),
                State = table.Column<int>(nullable: false),
                JoinedAt = table.Column<long>(nullable: false),
                InvitedById = table.Column<Guid>(nullable: true),
                ReadUpTo = table.Column<Guid>(nullable: false),
                MutedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RoomMembers", row => new { row.RoomId, row.AccountId });
                table.ForeignKey("FK_RoomMembers_Rooms_RoomId", row => row.RoomId, "Rooms", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_RoomMembers_Accounts_AccountId", row => row.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_RoomMembers_AccountId_State", "RoomMembers", ["AccountId", "State"]);
        migrationBuilder.CreateIndex("IX_RoomMembers_InvitedById_State_JoinedAt", "RoomMembers", ["InvitedById", "State", "JoinedAt"]);

        migrationBuilder.CreateTable(
            "Messages",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                RoomId = table.Column<Guid>(nullable: false),
                AuthorId = table.Column<Guid>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                Text = table.Column<string>(maxLength: 2000, nullable: false),
                PostId = table.Column<Guid>(nullable: true),
                SubjectId = table.Column<Guid>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                EditedAt = table.Column<long>(nullable: true),
                DeletedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Messages", row => row.Id);
                table.ForeignKey("FK_Messages_Rooms_RoomId", row => row.RoomId, "Rooms", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Messages_Accounts_AuthorId", row => row.AuthorId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Messages_RoomId_Id", "Messages", ["RoomId", "Id"]);
        migrationBuilder.CreateIndex("IX_Messages_AuthorId", "Messages", "AuthorId");
    }
}
