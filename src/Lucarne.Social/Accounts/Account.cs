using Lucarne.Media.Storage;
using Lucarne.Social.Profiles;
using Lucarne.Social.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Accounts;

/// <summary>A person on the network. Table <c>Accounts</c>.</summary>
public sealed class Account
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Unique name, lower case (see <see cref="HandleRules"/>).</summary>
    public required string Handle { get; set; }

    /// <summary>Name for people, 1 to 50 characters.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Hash by ASP.NET Core Identity's hasher; null for an account that signs in by passkey only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>True for those who run the installation; the first account is one.</summary>
    public bool Administrator { get; set; }

    /// <summary>True where an administrator has confirmed who it is: under this handle and name, so that a change of either takes the mark.</summary>
    public bool Verified { get; set; }

    /// <summary>True where an administrator has marked it as that of a public figure.</summary>
    public bool PublicFigure { get; set; }

    /// <summary>When its owner asked for its deletion; null while it is open. It is hidden from everyone at once, and erased after the days of grace.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When an administrator suspended it; null while it is in good standing. It is hidden, and its owner can't sign in.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Language of the interface: <c>en</c> or <c>fr</c>.</summary>
    public required string Locale { get; set; }

    /// <summary>File of its picture in the media store, <c>HASH.webp</c>; null for none.</summary>
    public string? Picture { get; set; }

    /// <summary>File of its cover in the media store, <c>HASH.webp</c>; null for none.</summary>
    public string? Cover { get; set; }

    /// <summary>What it says of itself; null for nothing.</summary>
    public string? Bio { get; set; }

    /// <summary>Where it says that it is; null for nowhere.</summary>
    public string? Location { get; set; }

    /// <summary>Absolute http(s) addresses, one a line; empty for none.</summary>
    public string Links { get; set; } = "";

    /// <summary>Number of accounts that follow it. Changes with the rows of <c>Follows</c>, in their transaction.</summary>
    public int Followers { get; set; }

    /// <summary>Number of accounts that it follows. Changes with the rows of <c>Follows</c>, in their transaction.</summary>
    public int Following { get; set; }

    /// <summary>What its owner has chosen.</summary>
    public AccountSettings Settings { get; set; } = new();

    /// <summary>Address of a file of <see cref="Picture"/> or <see cref="Cover"/>.</summary>
    internal static string? UrlOf(string? file) => file is null ? null : $"/media/{file}";

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
        builder.Property(a => a.Picture).HasMaxLength(MediaReference.MaxLength);
        builder.Property(a => a.Cover).HasMaxLength(MediaReference.MaxLength);
        builder.Property(a => a.Bio).HasMaxLength(ProfileRules.BioMaxLength);
        builder.Property(a => a.Location).HasMaxLength(ProfileRules.LocationMaxLength);
        builder.Property(a => a.Links).HasMaxLength(ProfileRules.MaxLinks * (ProfileRules.LinkMaxLength + 1));
        builder.ComplexProperty(a => a.Settings);
        builder.HasIndex(a => a.Handle).IsUnique();
        builder.HasIndex(a => a.Picture);
        builder.HasIndex(a => a.Cover);
    }
}
