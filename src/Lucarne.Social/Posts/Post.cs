using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Posts;

/// <summary>A draft that its author has published. Table <c>Posts</c>.</summary>
public sealed class Post
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleMaxLength = 100;

    /// <summary>Most characters of a caption.</summary>
    public const int CaptionMaxLength = 2000;

    /// <summary>Most characters of an alternative text.</summary>
    public const int AltTextMaxLength = 1000;

    /// <summary>UUIDv7; newer posts have greater ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who published it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>The draft that it was; a draft becomes one post only.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>What made its video.</summary>
    public required Guid GenerationId { get; init; }

    /// <summary>One line; null for none.</summary>
    public string? Title { get; set; }

    /// <summary>Text under the video; null for none.</summary>
    public string? Caption { get; set; }

    /// <summary>What is seen, for those who don't see it; null for none.</summary>
    public string? AltText { get; set; }

    /// <summary>Who finds it.</summary>
    public required Visibility Visibility { get; set; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Who finds a post. Kept as a number: never renumber.</summary>
public enum Visibility
{
    /// <summary>Everyone: it is in feeds.</summary>
    [JsonStringEnumMemberName("public")]
    Public = 0,

    /// <summary>Whoever has its link.</summary>
    [JsonStringEnumMemberName("unlisted")]
    Unlisted = 1,
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Title).HasMaxLength(Post.TitleMaxLength);
        builder.Property(p => p.Caption).HasMaxLength(Post.CaptionMaxLength);
        builder.Property(p => p.AltText).HasMaxLength(Post.AltTextMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Generation>().WithMany().HasForeignKey(p => p.GenerationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.AuthorId, p.Id });
        builder.HasIndex(p => p.DraftId).IsUnique();
        builder.HasIndex(p => p.GenerationId).IsUnique();
        builder.HasIndex(p => new { p.Visibility, p.Id });
    }
}
