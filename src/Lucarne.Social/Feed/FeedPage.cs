using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;

namespace Lucarne.Social.Feed;

/// <summary>One stretch of a feed.</summary>
/// <param name="Items">Items in the feed's order.</param>
/// <param name="Next">Opaque cursor of what follows; null at the end.</param>
/// <param name="RequestId">Names this page in watch telemetry.</param>
/// <param name="Tab">The feed.</param>
/// <param name="End">Why nothing follows; null while something does.</param>
/// <param name="Moods">What the viewer is in the mood for, newest first: it has weighed in this page. Empty but for For you.</param>
public sealed record FeedPage(IReadOnlyList<FeedItem> Items, string? Next, Guid RequestId, FeedTab Tab, FeedEnd? End, IReadOnlyList<FeedMood> Moods);

/// <summary>What a viewer is in the mood for.</summary>
/// <param name="Id">The wish, to remove it by.</param>
/// <param name="Words">As typed.</param>
public sealed record FeedMood(Guid Id, string Words);

/// <summary>One post in a feed.</summary>
/// <param name="Post">The post.</param>
/// <param name="Why">Why it is here: what weighed most, first.</param>
/// <param name="RepostedBy">Whose repost brought it; null for a post of its own.</param>
/// <param name="Position">Place in the scroll, from 0.</param>
public sealed record FeedItem(PostView Post, IReadOnlyList<FeedReason> Why, AuthorView? RepostedBy, int Position);

/// <summary>One reason why a post is in a feed.</summary>
/// <param name="Code">What it is.</param>
/// <param name="Share">How much of the score it makes up, 0 to 1; 1 where there is no score.</param>
/// <param name="Count">How many (of likes by people one follows, of liked posts of the author); null where there is nothing to count.</param>
public sealed record FeedReason(FeedReasonCode Code, double Share, int? Count = null);

/// <summary>What can bring a post into a feed.</summary>
public enum FeedReasonCode
{
    /// <summary>The viewer follows its author.</summary>
    [JsonStringEnumMemberName("follows_author")]
    FollowsAuthor,

    /// <summary>People whom the viewer follows like it.</summary>
    [JsonStringEnumMemberName("liked_by_followed")]
    LikedByFollowed,

    /// <summary>The viewer has liked other posts of its author.</summary>
    [JsonStringEnumMemberName("liked_author")]
    LikedAuthor,

    /// <summary>Those who meet it watch it to the end, and answer it.</summary>
    [JsonStringEnumMemberName("well_received")]
    WellReceived,

    /// <summary>It is new.</summary>
    [JsonStringEnumMemberName("fresh")]
    Fresh,

    /// <summary>It was drawn at random from the posts that were shown least, so that everyone gets a chance.</summary>
    [JsonStringEnumMemberName("exploration")]
    Exploration,

    /// <summary>Its turn by time.</summary>
    [JsonStringEnumMemberName("newest")]
    Newest,

    /// <summary>Someone whom the viewer follows has reposted it.</summary>
    [JsonStringEnumMemberName("reposted")]
    Reposted,

    /// <summary>It has gathered most in its time.</summary>
    [JsonStringEnumMemberName("top")]
    Top,

    /// <summary>Its words hold what the viewer is in the mood for.</summary>
    [JsonStringEnumMemberName("mood")]
    Mood,
}

/// <summary>Why a feed ends.</summary>
public enum FeedEnd
{
    /// <summary>There is nothing yet that could be shown.</summary>
    [JsonStringEnumMemberName("nothing_yet")]
    NothingYet,

    /// <summary>The viewer has seen what there is for now.</summary>
    [JsonStringEnumMemberName("all_seen")]
    AllSeen,

    /// <summary>All that is left is by people, or of families, that the last items held enough of: a new scroll brings it.</summary>
    [JsonStringEnumMemberName("same_people")]
    SamePeople,

    /// <summary>The list is at its end.</summary>
    [JsonStringEnumMemberName("end_of_list")]
    EndOfList,
}

/// <summary>The stretch of time of the Top feed.</summary>
public enum TopWindow
{
    [JsonStringEnumMemberName("day")]
    Day,

    [JsonStringEnumMemberName("week")]
    Week,

    [JsonStringEnumMemberName("all")]
    All,
}
