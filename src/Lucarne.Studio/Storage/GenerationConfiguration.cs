using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Studio.Storage;

internal sealed class GenerationConfiguration : IEntityTypeConfiguration<Generation>
{
    public void Configure(EntityTypeBuilder<Generation> builder)
    {
        builder.ToTable(GenerationsTable.Generations);
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Prompt).HasMaxLength(FilmRequest.PromptMaxCharacters);
        builder.Property(g => g.Style).HasMaxLength(GenerationsTable.CodeMaxLength);
        builder.Property(g => g.FirstImage).HasMaxLength(GenerationsTable.FileMaxLength);
        builder.Property(g => g.Engine).HasMaxLength(GenerationsTable.CodeMaxLength);
        builder.Property(g => g.EngineVersion).HasMaxLength(GenerationsTable.EngineVersionMaxLength);
        builder.Property(g => g.LeaseOwner).HasMaxLength(GenerationsTable.LeaseOwnerMaxLength);
        builder.Property(g => g.FailureCode).HasMaxLength(GenerationsTable.CodeMaxLength);
        builder.Property(g => g.FailureMessage).HasMaxLength(GenerationsTable.FailureMaxLength);
        builder.Property(g => g.FailureAction).HasMaxLength(GenerationsTable.FailureMaxLength);
        builder.Property(g => g.FailureDetail).HasMaxLength(GenerationsTable.FailureDetailMaxLength);
        builder.Ignore(g => g.Format);
        builder.HasMany(g => g.Artefacts).WithOne().HasForeignKey(a => a.GenerationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(g => new { g.Status, g.LeaseExpiresAt }).HasDatabaseName("IX_Generations_Status_LeaseExpiresAt");
        builder.HasIndex(g => g.FirstImageId).HasDatabaseName("IX_Generations_FirstImageId");
        builder.HasIndex(g => g.BatchId).HasDatabaseName("IX_Generations_BatchId");
        builder.HasIndex(g => new { g.OwnerId, g.StartedAt }).HasDatabaseName("IX_Generations_OwnerId_StartedAt");
    }
}

internal sealed class ArtefactConfiguration : IEntityTypeConfiguration<Artefact>
{
    public void Configure(EntityTypeBuilder<Artefact> builder)
    {
        builder.ToTable(GenerationsTable.Artefacts);
        builder.HasKey(a => new { a.GenerationId, a.Name });
        builder.Property(a => a.Name).HasMaxLength(GenerationsTable.NameMaxLength);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.Extension).HasMaxLength(8);
        builder.Ignore(a => a.Reference);
        builder.HasIndex(a => a.Sha256).HasDatabaseName("IX_Artefacts_Sha256");
    }
}
