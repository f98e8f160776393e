using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Accounts;

/// <summary>A WebAuthn ceremony between its options and its credential: used once, for five minutes at most. Table <c>PasskeyCeremonies</c>.</summary>
public sealed class PasskeyCeremony
{
    /// <summary>How long a person has to answer the browser's question.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>UUIDv7; the browser holds it in an HttpOnly cookie.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is for.</summary>
    public required PasskeyCeremonyKind Kind { get; init; }

    /// <summary>SHA-256 of the cookie's secret half, 32 bytes.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>State of Identity's handler: the challenge and the account that it is for.</summary>
    public required string State { get; init; }

    /// <summary>When it can no longer be answered.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What a ceremony is for. Kept as a number: never renumber.</summary>
public enum PasskeyCeremonyKind
{
    Registration = 0,
    SignIn = 1,

    /// <summary>One more passkey for an account that exists.</summary>
    Addition = 2,

    /// <summary>A fresh proof of who one is.</summary>
    Confirmation = 3,
}

internal sealed class PasskeyCeremonyConfiguration : IEntityTypeConfiguration<PasskeyCeremony>
{
    public void Configure(EntityTypeBuilder<PasskeyCeremony> builder)
    {
        builder.ToTable("PasskeyCeremonies");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.SecretHash).HasMaxLength(32);
        builder.Property(c => c.State).HasMaxLength(4096);
        builder.HasIndex(c => c.ExpiresAt);
    }
}
