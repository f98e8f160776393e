using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Notifications;

/// <summary>One thing that an account is told. Table <c>Notifications</c>.</summary>
/// <remarks>What it speaks of (post, comment, draft) is no foreign key: a notification outlives it, and then leads nowhere.</remarks>
public sealed class Notification
{
    /// <summary>UUIDv7; newer ones have greater ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is told.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>What happened.</summary>
    public required NotificationKind Kind { get; init; }

    /// <summary>Who did it; null when the server did.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The post that it is about.</summary>
    public Guid? PostId { get; init; }

    /// <summary>The comment that it is about.</summary>
    public Guid? CommentId { get; init; }

    /// <summary>The draft that it is about.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the recipient saw it; null before.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Those that the mailbox shows as one (« ada and 4 others »): the id of the first of them; its own id where it stands alone.</summary>
    public Guid GroupId { get; set; }

    /// <summary>True where a newer one of its group stands for it in the mailbox.</summary>
    public bool Superseded { get; set; }
}

/// <summary>What an account is told of. Kept as a number: never renumber.</summary>
public enum NotificationKind
{
    [JsonStringEnumMemberName("follow")]
    Follow = 0,

    [JsonStringEnumMemberName("like")]
    Like = 1,

    [JsonStringEnumMemberName("comment")]
    Comment = 2,

    /// <summary>An answer to one's comment.</summary>
    [JsonStringEnumMemberName("reply")]
    Reply = 3,

    /// <summary>One's handle in a caption or a comment.</summary>
    [JsonStringEnumMemberName("mention")]
    Mention = 4,

    [JsonStringEnumMemberName("remix")]
    Remix = 5,

    [JsonStringEnumMemberName("repost")]
    Repost = 6,

    [JsonStringEnumMemberName("generation_completed")]
    GenerationCompleted = 7,

    [JsonStringEnumMemberName("generation_failed")]
    GenerationFailed = 8,

    /// <summary>A scheduled post has been published.</summary>
    [JsonStringEnumMemberName("post_published")]
    PostPublished = 9,

    /// <summary>What became of one's report.</summary>
    [JsonStringEnumMemberName("report_decided")]
    ReportDecided = 10,

    /// <summary>Something of one's own was removed by an administrator.</summary>
    [JsonStringEnumMemberName("content_removed")]
    ContentRemoved = 11,

    [JsonStringEnumMemberName("comment_like")]
    CommentLike = 12,

    /// <summary>A message in a room. Never in the mailbox, which rooms have their own place beside: only its settings and its push.</summary>
    [JsonStringEnumMemberName("message")]
    Message = 13,

    /// <summary>The archive that one asked for can be downloaded.</summary>
    [JsonStringEnumMemberName("export_ready")]
    ExportReady = 30,
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.HasKey(n => n.Id);
        builder.HasOne<Account>().WithMany().HasForeignKey(n => n.RecipientId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(n => n.ActorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(n => new { n.RecipientId, n.Id });
        builder.HasIndex(n => n.ActorId);
        builder.HasIndex(n => n.GroupId);
        builder.HasIndex(n => new { n.RecipientId, n.ReadAt });
        builder.HasIndex(n => n.CommentId);
    }
}
