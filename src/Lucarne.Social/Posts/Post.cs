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

    /// <summary>Who may remix it.</summary>
    public Audience RemixAudience { get; set; }

    /// <summary>Who may comment on it.</summary>
    public Audience CommentAudience { get; set; }

    /// <summary>Who may download it; <see cref="Audience.Everyone"/> includes those without an account.</summary>
    public Audience DownloadAudience { get; set; }

    /// <summary>The post that its generation started from; null for an original. No foreign key: lineage outlives the parent.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The original that its lineage goes back to; its own id for an original.</summary>
    public required Guid RootId { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its text was last edited; null when never.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>When an administrator took it away: only its author sees it since. Null while it stands.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>When an administrator put it before everyone; null while it is not featured.</summary>
    public DateTimeOffset? FeaturedAt { get; set; }

    /// <summary>Views that lasted, by anyone, author excluded. Counters change by one statement (<c>SET n = n + 1</c>), never by reading first.</summary>
    public int Views { get; set; }

    /// <summary>Number of likes.</summary>
    public int Likes { get; set; }

    /// <summary>Number of dislikes.</summary>
    public int Dislikes { get; set; }

    /// <summary>Number of comments, answers included.</summary>
    public int Comments { get; set; }

    /// <summary>Number of reposts.</summary>
    public int Reposts { get; set; }

    /// <summary>Times that its link was shared, once a day for each account.</summary>
    public int Shares { get; set; }

    /// <summary>Number of published remixes made directly from it.</summary>
    public int Remixes { get; set; }
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

    /// <summary>Those who follow its author.</summary>
    [JsonStringEnumMemberName("followers")]
    Followers = 2,

    /// <summary>Its author alone.</summary>
    [JsonStringEnumMemberName("private")]
    Private = 3,
}

/// <summary>Who of those who see a post may do something with it; its author always may. Kept as a number: never renumber.</summary>
public enum Audience
{
    /// <summary>Everyone with an account.</summary>
    [JsonStringEnumMemberName("everyone")]
    Everyone = 0,

    /// <summary>Those who follow its author.</summary>
    [JsonStringEnumMemberName("followers")]
    Followers = 1,

    /// <summary>Its author alone.</summary>
    [JsonStringEnumMemberName("nobody")]
    Nobody = 2,
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
        builder.HasIndex(p => new { p.ParentId, p.Id });
        builder.HasIndex(p => p.RootId);
        builder.HasIndex(p => p.FeaturedAt);
    }
}
