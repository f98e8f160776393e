using Lucarne.Media.Storage;
using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.FirstImages;

/// <summary>A picture that someone gave for films to start from. Table <c>FirstImages</c>. It stays while a film of theirs names it; else it goes when its time has run out.</summary>
public sealed class KeptFirstImage
{
    /// <summary>Most characters of a name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>For how long a picture waits for a film to be made of it.</summary>
    public static readonly TimeSpan UnusedFor = TimeSpan.FromHours(24);

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose; nobody else sees it but as the first frame of a film.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Name for people: the file's, without its extension; empty where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the stored file, a WebP.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Size of the stored file.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>When its owner confirmed to hold the rights to it, and that the people in it consent. It is not kept without.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>When it goes, unless a film names it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where the media store keeps it.</summary>
    public MediaReference Reference => new(Sha256, ".webp");
}

internal sealed class KeptFirstImageConfiguration : IEntityTypeConfiguration<KeptFirstImage>
{
    public void Configure(EntityTypeBuilder<KeptFirstImage> builder)
    {
        builder.ToTable("FirstImages");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Name).HasMaxLength(KeptFirstImage.NameMaxLength);
        builder.Property(i => i.Sha256).HasMaxLength(64);
        builder.Ignore(i => i.Reference);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.OwnerId, i.Id });
        builder.HasIndex(i => i.Sha256);
        builder.HasIndex(i => i.ExpiresAt);
    }
}
