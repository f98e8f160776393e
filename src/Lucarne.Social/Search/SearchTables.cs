using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Search;

/// <summary>What can be searched. Kept as a number: never renumber.</summary>
public enum SearchDocumentKind
{
    /// <summary>A post: its title, caption and prompt, and the names of its topics.</summary>
    Post = 0,

    /// <summary>An account: its handle and name.</summary>
    Account = 1,
}

/// <summary>Something whose words have changed and that the index does not know yet. Table <c>SearchQueue</c>, filled by triggers in the transaction of the change.</summary>
public sealed class SearchQueueEntry
{
    /// <summary>What it is.</summary>
    public required SearchDocumentKind Kind { get; init; }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }
}

/// <summary>Something that the index knows. Table <c>SearchDocuments</c>; PostgreSQL keeps its words beside it, SQLite in the FTS5 table <c>SearchIndex</c> under its number.</summary>
public sealed class SearchDocument
{
    /// <summary>Number in the index.</summary>
    public long Number { get; init; }

    /// <summary>What it is.</summary>
    public required SearchDocumentKind Kind { get; init; }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }
}

/// <summary>A word that public texts hold: what a typo can be mended to. Table <c>SearchWords</c>.</summary>
public sealed class SearchWord
{
    /// <summary>As <see cref="SearchText.Words"/> gives it.</summary>
    public required string Word { get; init; }

    /// <summary>Texts that were indexed with it.</summary>
    public int Uses { get; init; }
}

/// <summary>Three letters of a word, its ends marked by <c>^</c> and <c>$</c>. Table <c>SearchGrams</c>.</summary>
public sealed class SearchGram
{
    /// <summary>Three characters.</summary>
    public required string Gram { get; init; }

    /// <summary>Characters of the word.</summary>
    public required int Length { get; init; }

    /// <summary>The word.</summary>
    public required string Word { get; init; }
}

/// <summary>A tag of a post's caption. Table <c>PostTags</c>.</summary>
public sealed class PostTag
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Without its hash, lower case.</summary>
    public required string Tag { get; init; }

    /// <summary>When the post was published.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SearchConfiguration
    : IEntityTypeConfiguration<SearchQueueEntry>, IEntityTypeConfiguration<SearchDocument>, IEntityTypeConfiguration<SearchWord>, IEntityTypeConfiguration<SearchGram>,
        IEntityTypeConfiguration<PostTag>
{
    public void Configure(EntityTypeBuilder<SearchQueueEntry> builder)
    {
        builder.ToTable("SearchQueue");
        builder.HasKey(q => new { q.Kind, q.Id });
    }

    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.ToTable("SearchDocuments");
        builder.HasKey(d => d.Number);
        builder.Property(d => d.Number).ValueGeneratedOnAdd();
        builder.HasIndex(d => new { d.Kind, d.Id }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("SearchWords");
        builder.HasKey(w => w.Word);
        builder.Property(w => w.Word).HasMaxLength(SearchText.MaxWordLength + 2);
    }

    public void Configure(EntityTypeBuilder<SearchGram> builder)
    {
        builder.ToTable("SearchGrams");
        builder.HasKey(g => new { g.Gram, g.Length, g.Word });
        builder.Property(g => g.Gram).HasMaxLength(3);
        builder.Property(g => g.Word).HasMaxLength(SearchText.MaxWordLength + 2);
    }

    public void Configure(EntityTypeBuilder<PostTag> builder)
    {
        builder.ToTable("PostTags");
        builder.HasKey(t => new { t.PostId, t.Tag });
        builder.Property(t => t.Tag).HasMaxLength(50);
        builder.HasOne<Post>().WithMany().HasForeignKey(t => t.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => new { t.Tag, t.CreatedAt });
        builder.HasIndex(t => t.CreatedAt);
    }
}
