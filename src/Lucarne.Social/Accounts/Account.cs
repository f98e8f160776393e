using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Accounts;

/// <summary>A person on the network. Table <c>Accounts</c>.</summary>
public sealed class Account
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Unique name, lower case (see <see cref="HandleRules"/>).</summary>
    public required string Handle { get; init; }

    /// <summary>Name for people, 1 to 50 characters.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Hash by ASP.NET Core Identity's hasher; null for an account that signs in by passkey only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>True for those who run the installation; the first account is one.</summary>
    public bool Administrator { get; set; }

    /// <summary>True where an administrator has confirmed who it is.</summary>
    public bool Verified { get; set; }

    /// <summary>When its owner asked for its deletion; null while it is open. It is hidden from everyone at once, and erased after the days of grace.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When an administrator suspended it; null while it is in good standing. It is hidden, and its owner can't sign in.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Language of the interface: <c>en</c> or <c>fr</c>.</summary>
    public required string Locale { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Handle).HasMaxLength(HandleRules.MaxLength);
        builder.Property(a => a.DisplayName).HasMaxLength(AccountRules.DisplayNameMaxLength);
        builder.Property(a => a.PasswordHash).HasMaxLength(200);
        builder.Property(a => a.Locale).HasMaxLength(8);
        builder.HasIndex(a => a.Handle).IsUnique();
    }
}
