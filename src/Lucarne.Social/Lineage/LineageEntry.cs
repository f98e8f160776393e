using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Lineage;

/// <summary>Where a post comes from. Table <c>Lineage</c>: no foreign key and nobody's name, so that it outlives the posts and the accounts.</summary>
public sealed class LineageEntry
{
    /// <summary>The post, which may be gone.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The post that it was remixed from; null for an original.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The original that its lineage goes back to; its own id for an original.</summary>
    public required Guid RootId { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}

internal sealed class LineageEntryConfiguration : IEntityTypeConfiguration<LineageEntry>
{
    public void Configure(EntityTypeBuilder<LineageEntry> builder)
    {
        builder.ToTable("Lineage");
        builder.HasKey(l => l.PostId);
        builder.HasIndex(l => l.ParentId);
        builder.HasIndex(l => new { l.RootId, l.PostId });
    }
}
