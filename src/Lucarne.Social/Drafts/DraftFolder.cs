using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Drafts;

/// <summary>A folder of an account's drafts. Table <c>DraftFolders</c>.</summary>
public sealed class DraftFolder
{
    /// <summary>Most characters of a name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Most folders of an account.</summary>
    public const int MaxPerAccount = 100;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>1 to 60 characters, unique among its owner's.</summary>
    public required string Name { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class DraftFolderConfiguration : IEntityTypeConfiguration<DraftFolder>
{
    public void Configure(EntityTypeBuilder<DraftFolder> builder)
    {
        builder.ToTable("DraftFolders");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(DraftFolder.NameMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.OwnerId, f.Name }).IsUnique();
    }
}
