using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Social.Data.Migrations;

/// <summary>What the composer keeps of a generation: storyboard, style, batch.</summary>
[DbContext(typeof(LucarneContext))]
[Migration("20261122174500_Composer")]
internal sealed class ComposerMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => GenerationsTable.AddComposer(migrationBuilder);
}
