using System.Text.Json.Serialization;
using Lucarne.Social.Data;
using Lucarne.Social.Posts;

namespace Lucarne.Social.Feed;

/// <summary>How old the films of a feed may be. Kept as a number: never renumber.</summary>
public enum FeedAge
{
    /// <summary>Any age.</summary>
    [JsonStringEnumMemberName("any")]
    Any = 0,

    /// <summary>Published within 24 hours.</summary>
    [JsonStringEnumMemberName("day")]
    Day = 1,

    /// <summary>Published within 7 days.</summary>
    [JsonStringEnumMemberName("week")]
    Week = 2,

    /// <summary>Published within 30 days.</summary>
    [JsonStringEnumMemberName("month")]
    Month = 3,
}

/// <summary>What someone leaves out of their feeds by their own choice.</summary>
/// <param name="Originals">Remixes are left out.</param>
/// <param name="Since">How old films may be.</param>
/// <param name="Unseen">What the viewer has seen within 30 days is left out; For you does so by itself. Without effect when signed out.</param>
internal sealed record FeedFilter(bool Originals = false, FeedAge Since = FeedAge.Any, bool Unseen = false)
{
    /// <summary>Everything is shown.</summary>
    public static readonly FeedFilter None = new();

    /// <summary>True where nothing is left out.</summary>
    public bool IsNone => this == None;

    /// <summary>What a cursor is bound to: empty where nothing is left out.</summary>
    public string Key => IsNone ? "" : $":{(Originals ? "o" : "")}{(int)Since}{(Unseen ? "u" : "")}";

    /// <summary>Posts that pass.</summary>
    /// <param name="db">The database.</param>
    /// <param name="posts">Posts that the viewer may find.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="now">The moment from which age counts back.</param>
    public IQueryable<Post> Apply(LucarneContext db, IQueryable<Post> posts, Guid? viewerId, DateTimeOffset now)
    {
        if (Originals)
        {
            posts = posts.Where(p => p.ParentId == null);
        }

        if (Oldest(now) is DateTimeOffset oldest)
        {
            // Ids carry the time of publication: lists by id stop there, and need no sorting.
            Guid from = Guid.CreateVersion7(oldest);
            posts = posts.Where(p => p.Id.CompareTo(from) > 0 && p.CreatedAt > oldest);
        }

        if (Unseen && viewerId is Guid viewer)
        {
            DateTimeOffset seenSince = now - Impression.KeptFor;
            posts = posts.Where(p => !db.Impressions.Any(i => i.AccountId == viewer && i.PostId == p.Id && i.SeenAt > seenSince));
        }

        return posts;
    }

    /// <summary>True for a candidate that passes; whether it was seen is not asked.</summary>
    public bool Allows(RankedPost post, DateTimeOffset now)
        => (!Originals || post.RootId == post.PostId) && (Oldest(now) is not DateTimeOffset oldest || FeedTimes.MillisecondsOf(post.PostId) > oldest.ToUnixTimeMilliseconds());

    private DateTimeOffset? Oldest(DateTimeOffset now) => Since switch
    {
        FeedAge.Day => now.AddDays(-1),
        FeedAge.Week => now.AddDays(-7),
        FeedAge.Month => now.AddDays(-30),
        _ => null,
    };
}

/// <summary>Times that ids carry.</summary>
internal static class FeedTimes
{
    /// <summary>When a UUIDv7 was made, in milliseconds since 1970.</summary>
    public static long MillisecondsOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (long)(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
    }
}
