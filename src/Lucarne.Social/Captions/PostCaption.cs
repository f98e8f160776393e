using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Captions;

/// <summary>Captions of a post in one language, written by its author. Table <c>PostCaptions</c>.</summary>
public sealed class PostCaption
{
    /// <summary>Most languages of a post.</summary>
    public const int MaxPerPost = 20;

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Language tag (BCP 47) in lower case: <c>en</c>, <c>pt-br</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The WebVTT file.</summary>
    public required string Text { get; set; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class PostCaptionConfiguration : IEntityTypeConfiguration<PostCaption>
{
    public void Configure(EntityTypeBuilder<PostCaption> builder)
    {
        builder.ToTable("PostCaptions");
        builder.HasKey(c => new { c.PostId, c.Language });
        builder.Property(c => c.Language).HasMaxLength(16);
        builder.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
