using Lucarne.Social.Accounts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Drafts;

/// <summary>The private result of a generation, from the moment that it is asked for until it is published or deleted. Table <c>Drafts</c>.</summary>
public sealed class Draft
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account that sees it; also the generation's owner.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>What makes it.</summary>
    public required Guid GenerationId { get; init; }

    /// <summary>The post that it was remixed from; null for an original. No foreign key: lineage outlives the post.</summary>
    public Guid? RemixOfId { get; init; }

    /// <summary>Name that its owner gave it, the title of its post unless changed; null for none.</summary>
    public string? Title { get; set; }

    /// <summary>The folder that it lies in; null for none. No foreign key: it was added to a table that existed.</summary>
    public Guid? FolderId { get; set; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its owner opened the finished video; null before.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When its owner was told that it ended; null before.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Title).HasMaxLength(Posts.Post.TitleMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Generation>().WithMany().HasForeignKey(d => d.GenerationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.OwnerId, d.Id });
        builder.HasIndex(d => d.GenerationId).IsUnique();
        builder.HasIndex(d => d.FolderId);
        builder.HasIndex(d => d.ToldAt);
    }
}
