using Lucarne.Social.Accounts;
using Lucarne.Social.Drafts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Schedules;

/// <summary>When and how a draft will be published. Table <c>ScheduledPosts</c>; the row goes with its draft.</summary>
public sealed class ScheduledPost
{
    /// <summary>The draft, which stays one until then.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When it is published.</summary>
    public required DateTimeOffset PublishAt { get; set; }

    /// <summary>As <see cref="Post.Title"/>.</summary>
    public string? Title { get; set; }

    /// <summary>As <see cref="Post.Caption"/>.</summary>
    public string? Caption { get; set; }

    /// <summary>As <see cref="Post.AltText"/>.</summary>
    public string? AltText { get; set; }

    /// <summary>As <see cref="Post.Visibility"/>.</summary>
    public required Visibility Visibility { get; set; }

    /// <summary>As <see cref="Post.RemixAudience"/>.</summary>
    public required Audience RemixAudience { get; set; }

    /// <summary>As <see cref="Post.CommentAudience"/>.</summary>
    public required Audience CommentAudience { get; set; }

    /// <summary>As <see cref="Post.DownloadAudience"/>.</summary>
    public Audience DownloadAudience { get; set; }

    /// <summary>Code of the refusal that stopped the publication at its time; null while it is still to come.</summary>
    public string? FailureCode { get; set; }
}

internal sealed class ScheduledPostConfiguration : IEntityTypeConfiguration<ScheduledPost>
{
    public void Configure(EntityTypeBuilder<ScheduledPost> builder)
    {
        builder.ToTable("ScheduledPosts");
        builder.HasKey(s => s.DraftId);
        builder.Property(s => s.Title).HasMaxLength(Post.TitleMaxLength);
        builder.Property(s => s.Caption).HasMaxLength(Post.CaptionMaxLength);
        builder.Property(s => s.AltText).HasMaxLength(Post.AltTextMaxLength);
        builder.Property(s => s.FailureCode).HasMaxLength(64);
        builder.HasOne<Draft>().WithMany().HasForeignKey(s => s.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.AccountId, s.PublishAt });
        builder.HasIndex(s => s.PublishAt);
    }
}
