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
        double score = Total;
        return
        [
            .. new (FeedReasonCode Code, double Part, long? Count)[]
                {
                    (FeedReasonCode.Mood, Mood, null),
                    (FeedReasonCode.FollowsAuthor, Follow, null),
                    (FeedReasonCode.LikedByFollowed, FollowedLikes, FollowedLikesCount),
                    (FeedReasonCode.LikedAuthor, Affinity, AffinityCount),
                    (FeedReasonCode.WellReceived, Quality, null),
                    (FeedReasonCode.Fresh, Fresh, null),
                }
                .Where(part => part.Part > 0 && part.Part >= score / 10)
                .OrderByDescending(part => part.Part)
                .Take(3)
                .Select(part => new FeedReason(part.Code, Math.Round(part.Part / score, 3), (int?)part.Count)),
        ];
    }
}
