using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>Which version of its engine made a film.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261123013500_EngineVersions")]
internal sealed class EngineVersionsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => GenerationsTable.AddEngineVersion(migrationBuilder);
}
