using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Comments;

/// <summary>What someone says under a post, or answers to what was said there. Table <c>Comments</c>.</summary>
/// <remarks>A comment on the post itself opens a thread; every answer below it, however deep, belongs to that thread and knows what it answers.
/// A comment that is deleted while it has answers stays as a tombstone: no author, no text.</remarks>
public sealed class Comment
{
    /// <summary>Most characters of a comment, in UTF-16 code units.</summary>
    public const int TextMaxLength = 1000;

    /// <summary>What one like adds to <see cref="Rank"/>; an answer adds 1.</summary>
    public const int RankOfLike = 2;

    /// <summary>UUIDv7; newer comments have greater ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>The post that it stands under.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Who wrote it; null once deleted.</summary>
    public Guid? AuthorId { get; set; }

    /// <summary>The comment that it answers; null for one on the post itself. No foreign key: an answer outlives what it answers.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The comment that opened its thread; its own id where that is itself.</summary>
    public required Guid ThreadId { get; init; }

    /// <summary>1 to 1,000 characters; empty once deleted.</summary>
    public required string Text { get; set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its text was last changed; null when never.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>When its author took it back; null while it stands.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>When the post's author hid it from everyone but its own author; null while it is shown.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>Number of likes. Counters change by one statement.</summary>
    public int Likes { get; set; }

    /// <summary>Number of answers of its thread that are neither deleted nor hidden; 0 for an answer.</summary>
    public int Answers { get; set; }

    /// <summary>Order of the best first: <see cref="RankOfLike"/> × <see cref="Likes"/> + <see cref="Answers"/>.</summary>
    public int Rank { get; set; }
}

/// <summary>What a comment said before it was edited. Table <c>CommentEdits</c>.</summary>
public sealed class CommentEdit
{
    /// <summary>Most earlier texts that are kept of a comment; the oldest are dropped.</summary>
    public const int MaxKept = 20;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The comment.</summary>
    public required Guid CommentId { get; init; }

    /// <summary>Its text before the edit.</summary>
    public required string Text { get; init; }

    /// <summary>When this text was replaced.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An account likes a comment. Table <c>CommentLikes</c>.</summary>
public sealed class CommentLike
{
    /// <summary>The comment.</summary>
    public required Guid CommentId { get; init; }

    /// <summary>Who likes it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What the author of a post has set for its comments, besides their audience. Table <c>CommentRules</c>; no row means none of it.</summary>
public sealed class CommentRules
{
    /// <summary>Longest wait between two comments of one account.</summary>
    public const int MaxSlowSeconds = 3600;

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The comment that stands first, whatever the order; null for none.</summary>
    public Guid? PinnedId { get; set; }

    /// <summary>Seconds that an account waits between two comments; 0 for none. The post's author never waits.</summary>
    public int SlowSeconds { get; set; }
}

internal sealed class CommentConfiguration
    : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<CommentEdit>, IEntityTypeConfiguration<CommentLike>, IEntityTypeConfiguration<CommentRules>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Text).HasMaxLength(Comment.TextMaxLength);
        builder.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.PostId, c.ParentId, c.Id });
        builder.HasIndex(c => new { c.PostId, c.ParentId, c.Rank, c.Id });
        builder.HasIndex(c => new { c.ThreadId, c.Id });
        builder.HasIndex(c => c.ParentId);
        builder.HasIndex(c => new { c.AuthorId, c.PostId, c.Id });
    }

    public void Configure(EntityTypeBuilder<CommentEdit> builder)
    {
        builder.ToTable("CommentEdits");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Text).HasMaxLength(Comment.TextMaxLength);
        builder.HasOne<Comment>().WithMany().HasForeignKey(e => e.CommentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.CommentId, e.Id });
    }

    public void Configure(EntityTypeBuilder<CommentLike> builder)
    {
        builder.ToTable("CommentLikes");
        builder.HasKey(l => new { l.CommentId, l.AccountId });
        builder.HasOne<Comment>().WithMany().HasForeignKey(l => l.CommentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => l.AccountId);
    }

    public void Configure(EntityTypeBuilder<CommentRules> builder)
    {
        builder.ToTable("CommentRules");
        builder.HasKey(r => r.PostId);
        builder.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
