using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Notifications.Push;

/// <summary>A signed-in browser that wants to be told when no page is open (Web Push, RFC 8030). Table <c>PushSubscriptions</c>; it goes with its session.</summary>
public sealed class PushSubscription
{
    /// <summary>Most characters of an endpoint.</summary>
    public const int EndpointMaxLength = 1024;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The browser's session; one subscription each.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Address at the browser's push service; who knows it and the keys may send.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The browser's P-256 public key, uncompressed, 65 bytes.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The browser's authentication secret, 16 bytes.</summary>
    public required byte[] AuthSecret { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class PushSubscriptionConfiguration : IEntityTypeConfiguration<PushSubscription>
{
    public void Configure(EntityTypeBuilder<PushSubscription> builder)
    {
        builder.ToTable("PushSubscriptions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Endpoint).HasMaxLength(PushSubscription.EndpointMaxLength);
        builder.Property(s => s.PublicKey).HasMaxLength(65);
        builder.Property(s => s.AuthSecret).HasMaxLength(16);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Session>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.AccountId);
        builder.HasIndex(s => s.SessionId).IsUnique();
        builder.HasIndex(s => s.Endpoint).IsUnique();
    }
}
