using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Imports;

/// <summary>A row of an archive that has no place here, such as a message in a room of the other installation. Table <c>KeptRows</c>: it goes along in the next export, and finds its place
/// when the archive is read again and what it speaks of has come.</summary>
public sealed class KeptRow
{
    /// <summary>Most characters of a section's name.</summary>
    public const int SectionMaxLength = 40;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Section of the archive.</summary>
    public required string Section { get; init; }

    /// <summary>Address of the installation where it holds, as the archive says; empty where it does not.</summary>
    public required string Origin { get; init; }

    /// <summary>The row, as in its section (docs/export-format.md).</summary>
    public required string Json { get; init; }

    /// <summary>SHA-256 of <see cref="Json"/>: the same row is kept once.</summary>
    public required byte[] Hash { get; init; }
}

internal sealed class KeptRowConfiguration : IEntityTypeConfiguration<KeptRow>
{
    public void Configure(EntityTypeBuilder<KeptRow> builder)
    {
        builder.ToTable("KeptRows");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Section).HasMaxLength(KeptRow.SectionMaxLength);
        builder.Property(r => r.Origin).HasMaxLength(Import.OriginMaxLength);
        builder.Property(r => r.Hash).HasMaxLength(32);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.AccountId, r.Section, r.Hash }).IsUnique();
        builder.HasIndex(r => new { r.AccountId, r.Id });
    }
}
