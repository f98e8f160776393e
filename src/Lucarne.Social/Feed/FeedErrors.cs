using Lucarne.Social.Http;

namespace Lucarne.Social.Feed;

/// <summary>Refusals of feeds.</summary>
public static class FeedErrors
{
    public static readonly Problem TabUnknown = new(400, "feed_tab_unknown", "There is no such feed", "Ask for tab=for_you, following, latest or top, for window=day, week or all, and for since=any, day, week or month.");

    public static readonly Problem SteerPostMissing = new(400, "feed_steer_post_missing", "The wish needs a post", "Send the postId of the post that it is about.");

    public static readonly Problem SteerWordsInvalid = new(400, "feed_steer_words_invalid", "The words can't be used", "Send 1 to 100 characters with at least one word that says what they are about.");

    public static readonly Problem SteersTooMany = new(409, "feed_steers_too_many", "There are too many wishes", "An account has at most 100 wishes at a time. Remove one first.");

    public static readonly Problem MoodsTooMany = new(409, "feed_moods_too_many", "There are too many moods", "An account is in at most 3 moods at a time. Remove one first.");

    public static readonly Problem SteerNotFound = new(404, "feed_steer_not_found", "There is no such wish", "It may have run out, or been removed already.");
}
