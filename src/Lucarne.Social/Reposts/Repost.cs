using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Reposts;

/// <summary>A post that an account shows to its followers. Table <c>Reposts</c>.</summary>
public sealed class Repost
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Who reposts.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>UUIDv7: newer reposts have greater ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class RepostConfiguration : IEntityTypeConfiguration<Repost>
{
    public void Configure(EntityTypeBuilder<Repost> builder)
    {
        builder.ToTable("Reposts");
        builder.HasKey(r => new { r.PostId, r.AccountId });
        builder.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.AccountId, r.Id });
    }
}
