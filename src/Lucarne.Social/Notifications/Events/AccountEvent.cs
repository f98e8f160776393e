using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Notifications.Events;

/// <summary>Something that the open pages and subscribed devices of an account hear of. Table <c>AccountEvents</c>, kept for a day.</summary>
/// <remarks>Written in the transaction of what happened, so that no server of a fleet misses it and a page that reconnects hears what it missed.
/// It only names its subject: what is sent is the subject as it is then.</remarks>
public sealed class AccountEvent
{
    /// <summary>How long events are kept for pages that reconnect.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who hears of it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What it is about.</summary>
    public required AccountEventKind Kind { get; init; }

    /// <summary>The notification, message or room; null where the kind says all.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>True where devices are told, too.</summary>
    public bool Push { get; init; }

    /// <summary>When a server took it up to push it; null before.</summary>
    public DateTimeOffset? PushedAt { get; set; }

    /// <summary>A new event.</summary>
    internal static AccountEvent Of(Guid accountId, AccountEventKind kind, Guid? subjectId, bool push, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AccountId = accountId,
        Kind = kind,
        SubjectId = subjectId,
        CreatedAt = now,
        Push = push,
    };
}

/// <summary>What an event is about. Kept as a number: never renumber.</summary>
public enum AccountEventKind
{
    /// <summary>A new notification.</summary>
    Notification = 0,

    /// <summary>A message that is new, edited or deleted.</summary>
    Message = 1,

    /// <summary>A room that is new to the account, has changed, or is no longer its own.</summary>
    Room = 2,

    /// <summary>Something was read elsewhere: only the counts have changed.</summary>
    Counts = 3,
}

internal sealed class AccountEventConfiguration : IEntityTypeConfiguration<AccountEvent>
{
    public void Configure(EntityTypeBuilder<AccountEvent> builder)
    {
        builder.ToTable("AccountEvents");
        builder.HasKey(e => e.Id);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.AccountId, e.CreatedAt });
        builder.HasIndex(e => e.CreatedAt);
    }
}
