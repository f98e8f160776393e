using System.Text.Json.Serialization;

namespace Lucarne.Social.Feed;

/// <summary>Which feed. Kept as a number: never renumber.</summary>
public enum FeedTab
{
    /// <summary>Ranked for the viewer by a documented score.</summary>
    [JsonStringEnumMemberName("for_you")]
    ForYou = 0,

    /// <summary>Posts of those whom the viewer follows, newest first.</summary>
    [JsonStringEnumMemberName("following")]
    Following = 1,

    /// <summary>Everything that the viewer may find, newest first; the same for everyone.</summary>
    [JsonStringEnumMemberName("latest")]
    Latest = 2,

    /// <summary>What gathered most in a day, a week or ever; the same for everyone.</summary>
    [JsonStringEnumMemberName("top")]
    Top = 3,
}
