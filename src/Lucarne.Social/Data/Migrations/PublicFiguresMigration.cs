using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Accounts of public figures.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261123001500_PublicFigures")]
internal sealed class PublicFiguresMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.AddColumn<bool>("PublicFigure", "Accounts", nullable: false, defaultValue: false);
}
