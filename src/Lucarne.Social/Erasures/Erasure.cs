using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Erasures;

/// <summary>The deletion of one account, from its owner's word to the signed receipt. Table <c>Erasures</c>. It outlives the account, and holds nothing of it but its id.</summary>
public sealed class Erasure
{
    /// <summary>UUIDv7; the public half of the secret link.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account. No foreign key: it will be gone.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Where it stands.</summary>
    public required ErasureStatus Status { get; set; }

    /// <summary>SHA-256 of the secret half of the link, 32 bytes.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>When the owner asked for it.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the days of grace have run out.</summary>
    public required DateTimeOffset EraseAt { get; init; }

    /// <summary>When everything was gone; null before.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>What there was to erase when erasing began, as JSON of <see cref="ErasedCounts"/>; null before.</summary>
    public string? CountsJson { get; set; }

    /// <summary>The signed receipt, a JSON Web Signature; null before everything was gone.</summary>
    public string? Receipt { get; set; }
}

/// <summary>Where the deletion of an account stands. Kept as a number: never renumber.</summary>
public enum ErasureStatus
{
    /// <summary>The account is closed and can be opened again.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting = 0,

    /// <summary>The account is being erased; there is no way back.</summary>
    [JsonStringEnumMemberName("erasing")]
    Erasing = 1,

    /// <summary>Everything is gone, and the receipt is signed.</summary>
    [JsonStringEnumMemberName("erased")]
    Erased = 2,

    /// <summary>Its owner opened the account again.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn = 3,
}

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("Erasures");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.SecretHash).HasMaxLength(32);
        builder.HasIndex(e => e.AccountId);
        builder.HasIndex(e => new { e.Status, e.EraseAt });
    }
}
