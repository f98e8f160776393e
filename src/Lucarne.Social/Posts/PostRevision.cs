using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Posts;

/// <summary>An earlier text of a post. Table <c>PostRevisions</c>.</summary>
public sealed class PostRevision
{
    /// <summary>Most revisions that a post keeps; the oldest go first.</summary>
    public const int MaxKept = 50;

    /// <summary>UUIDv7; later replacements have greater ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The title that was.</summary>
    public string? Title { get; init; }

    /// <summary>The caption that was.</summary>
    public string? Caption { get; init; }

    /// <summary>The alternative text that was.</summary>
    public string? AltText { get; init; }

    /// <summary>When this text was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }
}

internal sealed class PostRevisionConfiguration : IEntityTypeConfiguration<PostRevision>
{
    public void Configure(EntityTypeBuilder<PostRevision> builder)
    {
        builder.ToTable("PostRevisions");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Title).HasMaxLength(Post.TitleMaxLength);
        builder.Property(r => r.Caption).HasMaxLength(Post.CaptionMaxLength);
        builder.Property(r => r.AltText).HasMaxLength(Post.AltTextMaxLength);
        builder.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.PostId, r.Id });
    }
}
