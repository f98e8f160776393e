using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Data;

/// <summary>What this installation is. Table <c>Installations</c>, one row, made by the first migration.</summary>
public sealed class Installation
{
    /// <summary>Id of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary><see cref="OnlyId"/>.</summary>
    public required int Id { get; init; }

    /// <summary>32 random bytes that sign cursors; all servers of a fleet share them. Null until the first start.</summary>
    public byte[]? Secret { get; set; }

    /// <summary>Private key that signs receipts of erasure, PKCS #8 of ECDSA P-256; all servers of a fleet share it. Null until the first start.</summary>
    public byte[]? SigningKey { get; set; }

    /// <summary>The account that became administrator by being the first; null until there is one.</summary>
    public Guid? FirstAccountId { get; set; }
}

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.ToTable("Installations");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Secret).HasMaxLength(32);
        builder.Property(i => i.SigningKey).HasMaxLength(512);
    }
}
