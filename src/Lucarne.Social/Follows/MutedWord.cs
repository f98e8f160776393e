using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Follows;

/// <summary>A word or phrase that an account does not want to meet. Table <c>MutedWords</c>.</summary>
public sealed class MutedWord
{
    /// <summary>Most characters of a word or phrase.</summary>
    public const int TextMaxLength = 50;

    /// <summary>Most words of an account.</summary>
    public const int MaxPerAccount = 100;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who mutes it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>As typed, cleaned.</summary>
    public required string Text { get; init; }

    /// <summary>When it ends by itself; null for never.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class MutedWordConfiguration : IEntityTypeConfiguration<MutedWord>
{
    public void Configure(EntityTypeBuilder<MutedWord> builder)
    {
        builder.ToTable("MutedWords");
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Text).HasMaxLength(MutedWord.TextMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(w => new { w.AccountId, w.Text }).IsUnique();
        builder.HasIndex(w => w.Until);
    }
}
