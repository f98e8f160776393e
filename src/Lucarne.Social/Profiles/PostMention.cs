using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Profiles;

/// <summary>A post names an account in its prompt or caption: it is one of the account's appearances. Table <c>PostMentions</c>.</summary>
public sealed class PostMention
{
    /// <summary>Who is named.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The post that names.</summary>
    public required Guid PostId { get; init; }
}

internal sealed class PostMentionConfiguration : IEntityTypeConfiguration<PostMention>
{
    public void Configure(EntityTypeBuilder<PostMention> builder)
    {
        builder.ToTable("PostMentions");
        builder.HasKey(m => new { m.AccountId, m.PostId });
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Post>().WithMany().HasForeignKey(m => m.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => m.PostId);
    }
}
