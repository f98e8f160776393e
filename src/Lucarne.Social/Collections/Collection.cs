using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Collections;

/// <summary>A post that an account keeps for later. Table <c>Bookmarks</c>; nobody else sees it.</summary>
public sealed class Bookmark
{
    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>UUIDv7: newer bookmarks have greater ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Posts that an account has put together, in an order of its own. Table <c>Collections</c>.</summary>
public sealed class Collection
{
    /// <summary>Most characters of a name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Most characters of a description.</summary>
    public const int DescriptionMaxLength = 500;

    /// <summary>Most collections of an account.</summary>
    public const int MaxPerAccount = 200;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>1 to 60 characters.</summary>
    public required string Name { get; set; }

    /// <summary>What it is about; null for none.</summary>
    public string? Description { get; set; }

    /// <summary>True where everyone may open it; each still sees only the posts that they may see.</summary>
    public required bool IsPublic { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A post in a collection. Table <c>CollectionItems</c>.</summary>
public sealed class CollectionItem
{
    /// <summary>Most posts of a collection.</summary>
    public const int MaxPerCollection = 500;

    /// <summary>The collection.</summary>
    public required Guid CollectionId { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Place: smaller comes first. Places may have gaps.</summary>
    public required int Position { get; set; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class CollectionConfiguration : IEntityTypeConfiguration<Bookmark>, IEntityTypeConfiguration<Collection>, IEntityTypeConfiguration<CollectionItem>
{
    public void Configure(EntityTypeBuilder<Bookmark> builder)
    {
        builder.ToTable("Bookmarks");
        builder.HasKey(b => new { b.AccountId, b.PostId });
        builder.HasOne<Account>().WithMany().HasForeignKey(b => b.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Post>().WithMany().HasForeignKey(b => b.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(b => new { b.AccountId, b.Id });
        builder.HasIndex(b => b.PostId);
    }

    public void Configure(EntityTypeBuilder<Collection> builder)
    {
        builder.ToTable("Collections");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Name).HasMaxLength(Collection.NameMaxLength);
        builder.Property(c => c.Description).HasMaxLength(Collection.DescriptionMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.OwnerId, c.Id });
    }

    public void Configure(EntityTypeBuilder<CollectionItem> builder)
    {
        builder.ToTable("CollectionItems");
        builder.HasKey(i => new { i.CollectionId, i.PostId });
        builder.HasOne<Collection>().WithMany().HasForeignKey(i => i.CollectionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Post>().WithMany().HasForeignKey(i => i.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.CollectionId, i.Position });
        builder.HasIndex(i => i.PostId);
    }
}
