using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Exports;

/// <summary>One archive of all that an account holds, made in the background. Table <c>Exports</c>; its file is <c>exports/{id}.zip</c> in the data folder.</summary>
public sealed class Export
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Where it stands.</summary>
    public required ExportStatus Status { get; set; }

    /// <summary>Share of the archive that is written, 0 to 1.</summary>
    public double Progress { get; set; }

    /// <summary>Length of the archive in bytes; null before it is ready.</summary>
    public long? SizeBytes { get; set; }

    /// <summary>Stable code of what went wrong; null unless it failed.</summary>
    public string? FailureCode { get; set; }

    /// <summary>When the server that writes it will be taken for dead; null unless it is being written.</summary>
    public DateTimeOffset? LeaseExpiresAt { get; set; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended, in whatever way.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When the file is deleted; null before it is ready.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>Where an export stands. Kept as a number: never renumber.</summary>
public enum ExportStatus
{
    /// <summary>Waits for its turn.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued = 0,

    /// <summary>Is being written.</summary>
    [JsonStringEnumMemberName("in_progress")]
    InProgress = 1,

    /// <summary>Can be downloaded until it expires.</summary>
    [JsonStringEnumMemberName("ready")]
    Ready = 2,

    /// <summary>Ended without an archive; <c>failureCode</c> says why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed = 3,
}

internal sealed class ExportConfiguration : IEntityTypeConfiguration<Export>
{
    public void Configure(EntityTypeBuilder<Export> builder)
    {
        builder.ToTable("Exports");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.FailureCode).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.AccountId, e.Id });
        builder.HasIndex(e => e.Status);
    }
}
