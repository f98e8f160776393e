using Lucarne.Social.Http;

namespace Lucarne.Social.Feed;

/// <summary>Refusals of feeds.</summary>
public static class FeedErrors
{
    public static readonly Problem TabUnknown = new(400, "feed_tab_unknown", "There is no such feed", "Ask for tab=latest.");
}
