namespace Lucarne.Social.Feed;

/// <summary>The numbers of the ranking that do not depend on who looks, and the weights of those that do. docs/feed.md explains them.</summary>
public static class FeedScore
{
    /// <summary>Weight of following the author.</summary>
    public const double Follow = 1.5;

    /// <summary>Weight of likes by people whom the viewer follows; full from <see cref="FollowedLikesCap"/> of them.</summary>
    public const double FollowedLikes = 0.9;

    /// <summary>Number of likes by people one follows from which more add nothing.</summary>
    public const int FollowedLikesCap = 3;

    /// <summary>Weight of having liked the author's other posts; full from <see cref="AffinityCap"/> of them.</summary>
    public const double Affinity = 0.8;

    /// <summary>Number of liked posts of an author from which more add nothing.</summary>
    public const int AffinityCap = 3;

    /// <summary>Weight of <see cref="Quality"/>.</summary>
    public const double QualityWeight = 1.0;

    /// <summary>Weight of freshness, 1 / (1 + age in days).</summary>
    public const double Fresh = 1.0;

    /// <summary>Weight of what the viewer is in the mood for: full where a post holds all words of a mood. More than following and one more part together.</summary>
    public const double Mood = 3.0;

    /// <summary>Every so manieth item is drawn at random from the posts that were shown least.</summary>
    public const int ExplorationEvery = 8;

    private const double HalfLifeMs = 172_800_000;

    /// <summary>How well a post is received, 0 to 1: three fifths how often it is watched to the end, two fifths how it is answered, each with a prior so that one viewer decides nothing.</summary>
    /// <param name="watches">Stretches of watching.</param>
    /// <param name="completions">Those that reached the end.</param>
    /// <param name="views">Views.</param>
    /// <param name="likes">Likes.</param>
    /// <param name="dislikes">Dislikes.</param>
    /// <param name="comments">Comments.</param>
    /// <param name="reposts">Reposts.</param>
    /// <param name="remixes">Remixes.</param>
    public static double Quality(int watches, int completions, int views, int likes, int dislikes, int comments, int reposts, int remixes)
    {
        double completion = (completions + 2.0) / (watches + 5.0);
        double approval = (likes + (2.0 * comments) + (2.0 * reposts) + (3.0 * remixes) - dislikes + 1) / (views + 10.0);
        return (0.6 * Math.Clamp(completion, 0, 1)) + (0.4 * Math.Clamp(approval, 0, 1));
    }

    /// <summary>The logarithm of quality that halves every two days, written so that it need not be computed again as time passes.</summary>
    /// <param name="quality"><see cref="Quality"/>, above 0.</param>
    /// <param name="createdAt">When the post was published.</param>
    public static double Hot(double quality, DateTimeOffset createdAt) => Math.Log2(Math.Max(quality, 0.001)) + (createdAt.ToUnixTimeMilliseconds() / HalfLifeMs);

    /// <summary>What a post has gathered: a like counts 1, a comment or a repost 2, a remix 3, twenty views 1.</summary>
    public static int Top(int views, int likes, int dislikes, int comments, int reposts, int remixes)
        => Math.Max(0, likes + (2 * comments) + (2 * reposts) + (3 * remixes) + (views / 20) - dislikes);
}
