using Lucarne.Media.Storage;
using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Edits;

/// <summary>A sound that someone uploaded to put under a video. Table <c>UploadedSounds</c>.</summary>
public sealed class UploadedSound
{
    /// <summary>Most characters of a name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose; nobody else hears it before it is in a video.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Name for people: the file's, without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the stored file, an m4a.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length.</summary>
    public required double Seconds { get; init; }

    /// <summary>Size of the stored file.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where the media store keeps it.</summary>
    public MediaReference Reference => new(Sha256, ".m4a");
}

internal sealed class UploadedSoundConfiguration : IEntityTypeConfiguration<UploadedSound>
{
    public void Configure(EntityTypeBuilder<UploadedSound> builder)
    {
        builder.ToTable("UploadedSounds");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Name).HasMaxLength(UploadedSound.NameMaxLength);
        builder.Property(s => s.Sha256).HasMaxLength(64);
        builder.Ignore(s => s.Reference);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.OwnerId, s.Id });
        builder.HasIndex(s => s.Sha256);
    }
}
