using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Moderation;

/// <summary>One act of an administrator, or a change by which an account lost what an administrator had given it. Table <c>AuditEntries</c>; rows are only ever added.</summary>
public sealed class AuditEntry
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who acted. No foreign key: the entry outlives the account.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>Their handle at that time.</summary>
    public required string ActorHandle { get; init; }

    /// <summary>What they did, snake_case: <c>case_decided</c>, <c>account_suspended</c>, …</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: <c>post:ID</c>, <c>@handle</c>, …</summary>
    public required string Target { get; init; }

    /// <summary>More about it; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Writes down what administrators do, and by what an account loses what they gave, in the transaction of the deed.</summary>
internal sealed class AuditLog(LucarneContext db, TimeProvider time)
{
    private const int DetailMaxLength = 1000;

    /// <summary>Adds an entry to the context; the caller saves it with its own rows.</summary>
    /// <param name="actorId">Who acts.</param>
    /// <param name="action">snake_case name of the act.</param>
    /// <param name="target">What it is done to.</param>
    /// <param name="detail">More about it; cut at 1,000 characters.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task AddAsync(Guid actorId, string action, string target, string? detail, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            ActorId = actorId,
            ActorHandle = await db.Accounts.Where(a => a.Id == actorId).Select(a => a.Handle).SingleAsync(cancel),
            Action = action,
            Target = target,
            Detail = detail is { Length: > DetailMaxLength } ? detail[..DetailMaxLength] : detail,
            CreatedAt = now,
        });
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.ActorHandle).HasMaxLength(30);
        builder.Property(e => e.Action).HasMaxLength(64);
        builder.Property(e => e.Target).HasMaxLength(100);
        builder.Property(e => e.Detail).HasMaxLength(1000);
    }
}
