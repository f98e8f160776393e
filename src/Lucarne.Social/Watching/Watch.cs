using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Watching;

/// <summary>One stretch of watching one post, as a client told it. Table <c>Watches</c>; kept 90 days, what it adds up to is kept in the tables below.</summary>
public sealed class Watch
{
    /// <summary>How long the single stretches are kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>Id that the client gave it, so that telling it twice counts once.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who watched; null for someone signed out.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What was watched.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The feed page that it was on; null elsewhere.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Place in the feed, from 0; 0 elsewhere.</summary>
    public required int Position { get; init; }

    /// <summary>Where it was watched.</summary>
    public required WatchSource Source { get; init; }

    /// <summary>Time that it played, in milliseconds, loops included.</summary>
    public required int WatchMs { get; init; }

    /// <summary>Times that it started again from the beginning.</summary>
    public required int Loops { get; init; }

    /// <summary>Furthest point reached, as a share of the film, 0 to 1.</summary>
    public required double Completion { get; init; }

    /// <summary>When it came into view.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>When the server was told.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>Where a post was watched. Kept as a number: never renumber.</summary>
public enum WatchSource
{
    [JsonStringEnumMemberName("for_you")]
    ForYou = 0,

    [JsonStringEnumMemberName("following")]
    Following = 1,

    [JsonStringEnumMemberName("latest")]
    Latest = 2,

    [JsonStringEnumMemberName("top")]
    Top = 3,

    /// <summary>The post's own page.</summary>
    [JsonStringEnumMemberName("post")]
    Post = 4,

    [JsonStringEnumMemberName("profile")]
    Profile = 5,

    [JsonStringEnumMemberName("search")]
    Search = 6,

    [JsonStringEnumMemberName("explore")]
    Explore = 7,

    /// <summary>A page or player meant to be shared, outside the app.</summary>
    [JsonStringEnumMemberName("share")]
    Share = 8,
}

/// <summary>Whose view of a post has counted on a day, so that it counts once. Table <c>ViewMarks</c>; kept two days.</summary>
public sealed class ViewMark
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Days since 1970-01-01, UTC.</summary>
    public required int Day { get; init; }

    /// <summary>The account; for someone signed out, a hash of their network that changes with the day.</summary>
    public required Guid Viewer { get; init; }
}

/// <summary>How a post was watched on one day from one source. Table <c>WatchDays</c>.</summary>
public sealed class WatchDay
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Days since 1970-01-01, UTC.</summary>
    public required int Day { get; init; }

    /// <summary>Where it was watched.</summary>
    public required WatchSource Source { get; init; }

    /// <summary>Views that counted.</summary>
    public int Views { get; init; }

    /// <summary>Stretches of watching, however short.</summary>
    public int Watches { get; init; }

    /// <summary>Those that reached the end.</summary>
    public int Completions { get; init; }

    /// <summary>Times that it started again.</summary>
    public int Loops { get; init; }

    /// <summary>Time watched, in milliseconds.</summary>
    public long WatchMs { get; init; }
}

/// <summary>How many stretches of watching a post went no further than one second of it. Table <c>WatchSeconds</c>.</summary>
public sealed class WatchSecond
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Whole seconds reached, from 0 to the film's length.</summary>
    public required int Second { get; init; }

    /// <summary>Number of stretches.</summary>
    public int Watches { get; init; }
}

internal sealed class WatchConfiguration
    : IEntityTypeConfiguration<Watch>, IEntityTypeConfiguration<ViewMark>, IEntityTypeConfiguration<WatchDay>, IEntityTypeConfiguration<WatchSecond>
{
    public void Configure(EntityTypeBuilder<Watch> builder)
    {
        builder.ToTable("Watches");
        builder.HasKey(w => w.Id);
        builder.HasOne<Post>().WithMany().HasForeignKey(w => w.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(w => w.PostId);
        builder.HasIndex(w => new { w.AccountId, w.ReceivedAt });
        builder.HasIndex(w => w.ReceivedAt);
    }

    public void Configure(EntityTypeBuilder<ViewMark> builder)
    {
        builder.ToTable("ViewMarks");
        builder.HasKey(v => new { v.PostId, v.Day, v.Viewer });
        builder.HasOne<Post>().WithMany().HasForeignKey(v => v.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => v.Day);
    }

    public void Configure(EntityTypeBuilder<WatchDay> builder)
    {
        builder.ToTable("WatchDays");
        builder.HasKey(d => new { d.PostId, d.Day, d.Source });
        builder.HasOne<Post>().WithMany().HasForeignKey(d => d.PostId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WatchSecond> builder)
    {
        builder.ToTable("WatchSeconds");
        builder.HasKey(s => new { s.PostId, s.Second });
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
