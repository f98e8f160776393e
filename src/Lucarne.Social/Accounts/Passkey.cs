using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Accounts;

/// <summary>A WebAuthn credential of an account. Table <c>Passkeys</c>.</summary>
public sealed class Passkey
{
    /// <summary>Most characters of a name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Credential id that the authenticator chose, at most 1,023 bytes.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>COSE public key.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Signature counter of the last use; 0 where the authenticator keeps none.</summary>
    public required long SignCount { get; set; }

    /// <summary>How to reach the authenticator (<c>internal usb</c>), separated by spaces.</summary>
    public required string Transports { get; init; }

    /// <summary>True when the authenticator verified the person at registration.</summary>
    public required bool UserVerified { get; init; }

    /// <summary>True when the credential may be synchronised to other devices.</summary>
    public required bool BackupEligible { get; init; }

    /// <summary>True when it is.</summary>
    public required bool BackedUp { get; set; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What its owner calls it, at most 60 characters; empty until it is named.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it last signed in or confirmed; null before the first time.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>The same as Identity passes around.</summary>
    public UserPasskeyInfo ToInfo() => new(
        CredentialId, PublicKey, CreatedAt, (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        UserVerified, BackupEligible, BackedUp, attestationObject: [], clientDataJson: []);

    /// <summary>A row for a credential that has just been attested.</summary>
    public static Passkey From(Guid accountId, UserPasskeyInfo info) => new()
    {
        CredentialId = info.CredentialId,
        AccountId = accountId,
        PublicKey = info.PublicKey,
        SignCount = info.SignCount,
        Transports = string.Join(' ', (info.Transports ?? []).Where(t => t.Length <= 20 && t.All(char.IsAsciiLetterOrDigit)).Take(6)),
        UserVerified = info.IsUserVerified,
        BackupEligible = info.IsBackupEligible,
        BackedUp = info.IsBackedUp,
        CreatedAt = info.CreatedAt,
    };
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("Passkeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(1023);
        builder.Property(p => p.PublicKey).HasMaxLength(2048);
        builder.Property(p => p.Transports).HasMaxLength(200);
        builder.Property(p => p.Name).HasMaxLength(Passkey.NameMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => p.AccountId);
    }
}
