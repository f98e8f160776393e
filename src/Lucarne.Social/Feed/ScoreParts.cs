namespace Lucarne.Social.Feed;

/// <summary>What makes up the score of a candidate, each part with its weight in it. docs/feed.md explains them.</summary>
/// <param name="Follow"><see cref="FeedScore.Follow"/> where the viewer follows the author, else 0.</param>
/// <param name="FollowedLikes">0 to <see cref="FeedScore.FollowedLikes"/>.</param>
/// <param name="FollowedLikesCount">Likes by people whom the viewer follows.</param>
/// <param name="Affinity">0 to <see cref="FeedScore.Affinity"/>.</param>
/// <param name="AffinityCount">Posts of the author that the viewer has liked of late.</param>
/// <param name="Quality">0 to <see cref="FeedScore.QualityWeight"/>.</param>
/// <param name="Fresh">0 to <see cref="FeedScore.Fresh"/>.</param>
/// <param name="Mood">0 to <see cref="FeedScore.Mood"/>.</param>
internal readonly record struct ScoreParts(
    double Follow, double FollowedLikes, long FollowedLikesCount, double Affinity, long AffinityCount, double Quality, double Fresh, double Mood = 0)
{
    /// <summary>The score.</summary>
    public double Total => Follow + FollowedLikes + Affinity + Quality + Fresh + Mood;

    /// <summary>The three largest parts that make up a tenth of the score at least.</summary>
    public FeedReason[] Why()
    {
        Span<(FeedReasonCode Code, double Part, long Count)> parts =
        [
            (FeedReasonCode.Mood, Mood, 0),
            (FeedReasonCode.FollowsAuthor, Follow, 0),
            (FeedReasonCode.LikedByFollowed, FollowedLikes, FollowedLikesCount),
            (FeedReasonCode.LikedAuthor, Affinity, AffinityCount),
            (FeedReasonCode.WellReceived, Quality, 0),
            (FeedReasonCode.Fresh, Fresh, 0),
        ];
        parts.Sort(static (a, b) => b.Part.CompareTo(a.Part));
        double score = Total;
        int count = 0;
        while (count < 3 && parts[count].Part > 0 && parts[count].Part >= score / 10)
        {
            count++;
        }

        FeedReason[] reasons = new FeedReason[count];
        for (int i = 0; i < count; i++)
        {
            reasons[i] = new FeedReason(parts[i].Code, Math.Round(parts[i].Part / score, 3), parts[i].Count > 0 ? (int)parts[i].Count : null);
        }

        return reasons;
    }
}
