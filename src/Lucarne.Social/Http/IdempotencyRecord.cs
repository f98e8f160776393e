using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Http;

/// <summary>A POST that was sent with an <c>Idempotency-Key</c>, and its answer. Table <c>IdempotencyRecords</c>.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Who sent it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The key, 1 to 128 visible ASCII characters.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path, query and body, 32 bytes.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>When the first request came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Status of the answer; null while the request runs.</summary>
    public int? Status { get; set; }

    /// <summary>Content type of the answer.</summary>
    public string? ContentType { get; set; }

    /// <summary>Location header of the answer.</summary>
    public string? Location { get; set; }

    /// <summary>Body of the answer.</summary>
    public byte[]? Body { get; set; }
}

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("IdempotencyRecords");
        builder.HasKey(r => new { r.AccountId, r.Key });
        builder.Property(r => r.Key).HasMaxLength(Idempotency.KeyMaxLength);
        builder.Property(r => r.RequestHash).HasMaxLength(32);
        builder.Property(r => r.ContentType).HasMaxLength(100);
        builder.Property(r => r.Location).HasMaxLength(500);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => r.CreatedAt);
    }
}
