using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Cases, the reports that open them, and the log of what administrators did.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122001000_Moderation")]
internal sealed class ModerationMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Cases",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                TargetKind = table.Column<int>(nullable: false),
                TargetId = table.Column<Guid>(nullable: false),
                SubjectId = table.Column<Guid>(nullable: false),
                Excerpt = table.Column<string>(maxLength: 500, nullable: false),
                Urgency = table.Column<int>(nullable: false),
                OpenKey = table.Column<string>(maxLength: 40, nullable: true),
                OpenedAt = table.Column<long>(nullable: false),
                Decision = table.Column<int>(nullable: true),
                Rule = table.Column<int>(nullable: true),
                Note = table.Column<string>(maxLength: 1000, nullable: true),
                DecidedAt = table.Column<long>(nullable: true),
                DecidedById = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Cases", row => row.Id);
                table.ForeignKey("FK_Cases_Accounts_SubjectId", row => row.SubjectId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Cases_OpenKey", "Cases", "OpenKey", unique: true);
        migrationBuilder.CreateIndex("IX_Cases_TargetKind_TargetId", "Cases", ["TargetKind", "TargetId"]);
        migrationBuilder.CreateIndex("IX_Cases_SubjectId_DecidedAt", "Cases", ["SubjectId", "DecidedAt"]);
        migrationBuilder.CreateIndex("IX_Cases_DecidedAt", "Cases", "DecidedAt");

        migrationBuilder.CreateTable(
            "Reports",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CaseId = table.Column<Guid>(nullable: false),
                ReporterId = table.Column<Guid>(nullable: false),
                Reason = table.Column<int>(nullable: false),
                Note = table.Column<string>(maxLength: 1000, nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Reports", row => row.Id);
                table.ForeignKey("FK_Reports_Cases_CaseId", row => row.CaseId, "Cases", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Reports_Accounts_ReporterId", row => row.ReporterId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Reports_CaseId_ReporterId", "Reports", ["CaseId", "ReporterId"], unique: true);
        migrationBuilder.CreateIndex("IX_Reports_ReporterId_Id", "Reports", ["ReporterId", "Id"]);

        migrationBuilder.CreateTable(
            "AuditEntries",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ActorId = table.Column<Guid>(nullable: false),
                ActorHandle = table.Column<string>(maxLength: 30, nullable: false),
                Action = table.Column<string>(maxLength: 64, nullable: false),
                Target = table.Column<string>(maxLength: 100, nullable: false),
                Detail = table.Column<string>(maxLength: 1000, nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_AuditEntries", row => row.Id));
    }
}
