using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Accounts;

/// <summary>A signed-in browser or device. Table <c>Sessions</c>. Its cookie holds the id and a secret; only the secret's hash is kept.</summary>
public sealed class Session
{
    /// <summary>UUIDv7; the public half of the cookie.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the secret half, 32 bytes.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>Browser or device as it names itself, at most 200 characters.</summary>
    public required string UserAgent { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its holder last proved who they are; what guards the account itself asks for a recent proof.</summary>
    public DateTimeOffset ConfirmedAt { get; set; }

    /// <summary>When it was last used, to the hour.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it ends unless it is used.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.SecretHash).HasMaxLength(32);
        builder.Property(s => s.UserAgent).HasMaxLength(200);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.AccountId);
        builder.HasIndex(s => s.ExpiresAt);
    }
}
