using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Reactions;

/// <summary>What an account thinks of a post; one at most of each. Table <c>Reactions</c>.</summary>
public sealed class Reaction
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Who reacts.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What they think.</summary>
    public required ReactionKind Kind { get; set; }

    /// <summary>When they last said so.</summary>
    public required DateTimeOffset CreatedAt { get; set; }
}

/// <summary>What one can think of a post. Kept as a number: never renumber.</summary>
public enum ReactionKind
{
    /// <summary>More of this.</summary>
    [JsonStringEnumMemberName("like")]
    Like = 0,

    /// <summary>Less of this; its number is shown to the author alone.</summary>
    [JsonStringEnumMemberName("dislike")]
    Dislike = 1,
}

internal sealed class ReactionConfiguration : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> builder)
    {
        builder.ToTable("Reactions");
        builder.HasKey(r => new { r.PostId, r.AccountId });
        builder.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.AccountId, r.CreatedAt });
        builder.HasIndex(r => r.CreatedAt);
    }
}
