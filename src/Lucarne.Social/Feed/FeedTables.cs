using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Feed;

/// <summary>What ranking knows of a post, whoever looks. Table <c>PostStats</c>: one row a post, made by a trigger with the post.</summary>
public sealed class PostStats
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Times that a feed served it.</summary>
    public int Impressions { get; init; }

    /// <summary>Stretches of watching.</summary>
    public int Watches { get; init; }

    /// <summary>Those that reached the end.</summary>
    public int Completions { get; init; }

    /// <summary>How well it is received, 0 to 1 (<see cref="FeedScore.Quality"/>).</summary>
    public double Quality { get; init; }

    /// <summary>Quality that fades with age (<see cref="FeedScore.Hot"/>): only its order matters.</summary>
    public double Hot { get; init; }

    /// <summary>What it has gathered since it was published (<see cref="FeedScore.Top"/>).</summary>
    public int Top { get; init; }
}

/// <summary>A post whose counters have changed since its <see cref="PostStats"/> were computed. Table <c>PostStatsQueue</c>, filled by triggers in the transaction of the change.</summary>
public sealed class PostStatsQueueEntry
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }
}

/// <summary>A post that one account has been shown. Table <c>Impressions</c>; kept 30 days.</summary>
public sealed class Impression
{
    /// <summary>How long a post counts as seen.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Who was shown it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>When it was last served or watched.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The page that served it; null where it was watched elsewhere.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Place in the scroll, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Chance that it had to be drawn for its place: 1 where the score decided, less in a slot of exploration.</summary>
    public required double Propensity { get; init; }
}

/// <summary>A wish for one's feed: to see less of something, or what one is in the mood for. Table <c>FeedSteers</c>.</summary>
public sealed class FeedSteer
{
    /// <summary>Most characters of the words.</summary>
    public const int WordsMaxLength = 100;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who wishes it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What it is about.</summary>
    public required SteerKind Kind { get; init; }

    /// <summary>The post that it was said of; null for words said of none. No foreign key: the wish outlives the post.</summary>
    public Guid? PostId { get; init; }

    /// <summary>That post's family; null for words.</summary>
    public Guid? RootId { get; init; }

    /// <summary>Whom to see less of; null unless the kind is <see cref="SteerKind.Author"/>.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>Words to see less of or to see now, as typed; null unless the kind is <see cref="SteerKind.Topic"/> or <see cref="SteerKind.Mood"/>.</summary>
    public string? Words { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What a wish is about: less of the first three, more of the last. Kept as a number: never renumber.</summary>
public enum SteerKind
{
    /// <summary>One post, and its family of remixes.</summary>
    [JsonStringEnumMemberName("post")]
    Post = 0,

    /// <summary>Everything by its author.</summary>
    [JsonStringEnumMemberName("author")]
    Author = 1,

    /// <summary>Everything whose words hold these.</summary>
    [JsonStringEnumMemberName("topic")]
    Topic = 2,

    /// <summary>What one is in the mood for, in words; what they say <em>no</em> to is put last.</summary>
    [JsonStringEnumMemberName("mood")]
    Mood = 3,
}

/// <summary>How an account likes its feed. Table <c>FeedPreferences</c>; no row means the defaults.</summary>
public sealed class FeedPreference
{
    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The feed that opens first.</summary>
    public required FeedTab DefaultTab { get; set; }

    /// <summary>Remixes are left out.</summary>
    public bool Originals { get; set; }

    /// <summary>How old films may be.</summary>
    public FeedAge Since { get; set; }

    /// <summary>Following, Latest and Top leave out what was seen.</summary>
    public bool Unseen { get; set; }
}

internal sealed class FeedConfiguration
    : IEntityTypeConfiguration<PostStats>, IEntityTypeConfiguration<PostStatsQueueEntry>, IEntityTypeConfiguration<Impression>, IEntityTypeConfiguration<FeedSteer>, IEntityTypeConfiguration<FeedPreference>
{
    public void Configure(EntityTypeBuilder<PostStats> builder)
    {
        builder.ToTable("PostStats");
        builder.HasKey(s => s.PostId);
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.Hot, s.PostId });
        builder.HasIndex(s => new { s.Impressions, s.PostId });
        builder.HasIndex(s => new { s.Top, s.PostId });
        builder.HasIndex(s => new { s.CreatedAt, s.Top, s.PostId });
    }

    public void Configure(EntityTypeBuilder<PostStatsQueueEntry> builder)
    {
        builder.ToTable("PostStatsQueue");
        builder.HasKey(q => q.PostId);
    }

    public void Configure(EntityTypeBuilder<Impression> builder)
    {
        builder.ToTable("Impressions");
        builder.HasKey(i => new { i.AccountId, i.PostId });
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Post>().WithMany().HasForeignKey(i => i.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => i.PostId);
        builder.HasIndex(i => i.SeenAt);
    }

    public void Configure(EntityTypeBuilder<FeedSteer> builder)
    {
        builder.ToTable("FeedSteers");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Words).HasMaxLength(FeedSteer.WordsMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.AccountId, s.Id });
        builder.HasIndex(s => s.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<FeedPreference> builder)
    {
        builder.ToTable("FeedPreferences");
        builder.HasKey(p => p.AccountId);
        builder.HasOne<Account>().WithOne().HasForeignKey<FeedPreference>(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
