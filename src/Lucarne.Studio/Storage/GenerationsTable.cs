using Lucarne.Studio.Engines;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lucarne.Studio.Storage;

/// <summary>The studio's tables as migration operations that SQLite and PostgreSQL both run. A test compares them with the model.</summary>
public static class GenerationsTable
{
    internal const string Generations = "Generations";
    internal const string Artefacts = "Artefacts";
    internal const int CodeMaxLength = 64;

    /// <summary>Most characters of an engine's version.</summary>
    public const int EngineVersionMaxLength = 80;

    internal const int NameMaxLength = 64;
    internal const int FileMaxLength = 72;
    internal const int LeaseOwnerMaxLength = 200;
    internal const int FailureMaxLength = 500;
    internal const int FailureDetailMaxLength = 4000;

    /// <summary>Creates the tables and their indexes.</summary>
    public static void Create(MigrationBuilder migrations)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        migrations.CreateTable(
            Generations,
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OwnerId = table.Column<Guid>(nullable: false),
                Prompt = table.Column<string>(maxLength: FilmRequest.PromptMaxCharacters, nullable: false),
                ScreenplayJson = table.Column<string>(nullable: true),
                Engine = table.Column<string>(maxLength: CodeMaxLength, nullable: false),
                Width = table.Column<int>(nullable: false),
                Height = table.Column<int>(nullable: false),
                Fps = table.Column<int>(nullable: false),
                FrameCount = table.Column<int>(nullable: false),
                Seed = table.Column<long>(nullable: false),
                Status = table.Column<string>(maxLength: 16, nullable: false),
                Progress = table.Column<double>(nullable: false),
                FramesDone = table.Column<int>(nullable: false),
                Attempt = table.Column<int>(nullable: false),
                LeaseOwner = table.Column<string>(maxLength: LeaseOwnerMaxLength, nullable: true),
                LeaseExpiresAt = table.Column<long>(nullable: true),
                HeartbeatAt = table.Column<long>(nullable: true),
                FailureCode = table.Column<string>(maxLength: CodeMaxLength, nullable: true),
                FailureMessage = table.Column<string>(maxLength: FailureMaxLength, nullable: true),
                FailureAction = table.Column<string>(maxLength: FailureMaxLength, nullable: true),
                FailureDetail = table.Column<string>(maxLength: FailureDetailMaxLength, nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                StartedAt = table.Column<long>(nullable: true),
                FinishedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Generations", row => row.Id));
        migrations.CreateIndex("IX_Generations_Status_LeaseExpiresAt", Generations, ["Status", "LeaseExpiresAt"]);
        migrations.CreateIndex("IX_Generations_OwnerId_StartedAt", Generations, ["OwnerId", "StartedAt"]);

        migrations.CreateTable(
            Artefacts,
            table => new
            {
                GenerationId = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(maxLength: NameMaxLength, nullable: false),
                Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                Extension = table.Column<string>(maxLength: 8, nullable: false),
                SizeBytes = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Artefacts", row => new { row.GenerationId, row.Name });
                table.ForeignKey("FK_Artefacts_Generations_GenerationId", row => row.GenerationId, Generations, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_Artefacts_Sha256", Artefacts, "Sha256");
    }

    /// <summary>Adds what an edit of finished videos keeps: its document.</summary>
    public static void AddEdits(MigrationBuilder migrations)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        migrations.AddColumn<string>("EditJson", Generations, nullable: true);
    }

    /// <summary>Adds what the composer keeps: storyboard, style and batch.</summary>
    public static void AddComposer(MigrationBuilder migrations)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        migrations.AddColumn<string>("StoryboardJson", Generations, nullable: true);
        migrations.AddColumn<string>("Style", Generations, maxLength: CodeMaxLength, nullable: true);
        migrations.AddColumn<Guid>("BatchId", Generations, nullable: true);
        migrations.CreateIndex("IX_Generations_BatchId", Generations, "BatchId");
    }

    /// <summary>Adds which version of its engine made a film.</summary>
    public static void AddEngineVersion(MigrationBuilder migrations)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        migrations.AddColumn<string>("EngineVersion", Generations, maxLength: EngineVersionMaxLength, nullable: true);
    }

    /// <summary>Adds what a film that starts from a picture keeps: which.</summary>
    public static void AddFirstImage(MigrationBuilder migrations)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        migrations.AddColumn<string>("FirstImage", Generations, maxLength: FileMaxLength, nullable: true);
        migrations.AddColumn<Guid>("FirstImageId", Generations, nullable: true);
        migrations.CreateIndex("IX_Generations_FirstImageId", Generations, "FirstImageId");
    }
}
