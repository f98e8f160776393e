using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Sharing;

/// <summary>Whose sharing of a post has counted on a day, so that it counts once. Table <c>ShareMarks</c>; kept two days.</summary>
public sealed class ShareMark
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Days since 1970-01-01, UTC.</summary>
    public required int Day { get; init; }

    /// <summary>Who shared it.</summary>
    public required Guid AccountId { get; init; }
}

/// <summary>How often a post was shared on one day. Table <c>ShareDays</c>.</summary>
public sealed class ShareDay
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Days since 1970-01-01, UTC.</summary>
    public required int Day { get; init; }

    /// <summary>Shares that counted.</summary>
    public int Shares { get; init; }
}

internal sealed class ShareConfiguration : IEntityTypeConfiguration<ShareMark>, IEntityTypeConfiguration<ShareDay>
{
    public void Configure(EntityTypeBuilder<ShareMark> builder)
    {
        builder.ToTable("ShareMarks");
        builder.HasKey(s => new { s.PostId, s.Day, s.AccountId });
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.AccountId);
        builder.HasIndex(s => s.Day);
    }

    public void Configure(EntityTypeBuilder<ShareDay> builder)
    {
        builder.ToTable("ShareDays");
        builder.HasKey(s => new { s.PostId, s.Day });
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
