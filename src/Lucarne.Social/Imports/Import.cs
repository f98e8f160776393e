using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Imports;

/// <summary>An account of another installation that was read into one of this one. Table <c>Imports</c>; reading its archive again goes to the same account.</summary>
public sealed class Import
{
    /// <summary>Most characters of an origin.</summary>
    public const int OriginMaxLength = 300;

    /// <summary>The account's id where the archive was written.</summary>
    public required Guid SourceAccountId { get; init; }

    /// <summary>The account here.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Address of the installation that wrote the archive, as the archive says; empty where it does not.</summary>
    public required string Origin { get; init; }

    /// <summary>Handles of others that the archive names and that were not found here, one a line: whom the account follows, blocks and mutes elsewhere. Empty for none.</summary>
    public string KeptHandles { get; set; } = "";

    /// <summary>When it was first read.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was read to the end; null while it is being read, or where that was stopped. An account that was made for it is hidden until then.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.HasKey(i => i.SourceAccountId);
        builder.Property(i => i.Origin).HasMaxLength(Import.OriginMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => i.AccountId);
    }
}
