using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Follows;

/// <summary>One account follows another. Table <c>Follows</c>. Two that follow each other are mutuals.</summary>
public sealed class Follow
{
    /// <summary>Who follows.</summary>
    public required Guid FollowerId { get; init; }

    /// <summary>Who is followed.</summary>
    public required Guid FolloweeId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>One account wants nothing to do with another: neither sees nor reaches the other. Table <c>Blocks</c>.</summary>
public sealed class Block
{
    /// <summary>Who blocks.</summary>
    public required Guid BlockerId { get; init; }

    /// <summary>Who is blocked.</summary>
    public required Guid BlockedId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>One account does not want to meet another in lists and notifications; the other is not told. Table <c>Mutes</c>.</summary>
public sealed class Mute
{
    /// <summary>Who mutes.</summary>
    public required Guid MuterId { get; init; }

    /// <summary>Who is muted.</summary>
    public required Guid MutedId { get; init; }

    /// <summary>When it ends by itself; null for never. The row goes within minutes of that.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class FollowConfiguration : IEntityTypeConfiguration<Follow>, IEntityTypeConfiguration<Block>, IEntityTypeConfiguration<Mute>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("Follows");
        builder.HasKey(f => new { f.FollowerId, f.FolloweeId });
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.FollowerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.FolloweeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.FolloweeId, f.FollowerId });
        builder.HasIndex(f => new { f.FolloweeId, f.CreatedAt });
        builder.HasIndex(f => new { f.FollowerId, f.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.ToTable("Blocks");
        builder.HasKey(b => new { b.BlockerId, b.BlockedId });
        builder.HasOne<Account>().WithMany().HasForeignKey(b => b.BlockerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(b => b.BlockedId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(b => new { b.BlockedId, b.BlockerId });
    }

    public void Configure(EntityTypeBuilder<Mute> builder)
    {
        builder.ToTable("Mutes");
        builder.HasKey(m => new { m.MuterId, m.MutedId });
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.MuterId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.MutedId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => m.MutedId);
        builder.HasIndex(m => m.Until);
    }
}
