using System.Collections.Concurrent;
using System.Data.Common;
using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;

namespace Lucarne.Social.Feed;

/// <summary>Candidates of a viewer, scored.</summary>
/// <param name="Posts">Best first.</param>
/// <param name="Full">True where a source gave as many as it may: leaving authors out would bring others in.</param>
internal sealed record Ranking(IReadOnlyList<RankedPost> Posts, bool Full)
{
    /// <summary>No candidates.</summary>
    public static readonly Ranking Empty = new([], false);
}

/// <summary>Ranks posts for a viewer: five bounded sources, one explicit score, one statement. A learned ranker takes this class's place: it gets a viewer and gives a <see cref="Ranking"/>.</summary>
/// <remarks>docs/feed.md holds the formula, its weights and why.</remarks>
internal sealed class FeedRanking(PreparedReads reads, TimeProvider time)
{
    /// <summary>Most candidates that the ranking gives.</summary>
    public const int Limit = 200;

    private const int FromHot = 120;
    private const int FromFresh = 60;
    private const int FromFollowed = 60;
    private const int FromLiked = 60;
    private const int FromUnknown = 30;

    /// <summary>Authors that a ranking can leave out.</summary>
    private const int MostWithout = 40;

    /// <summary>Rows of an order that are looked through for what is unseen: a ranking takes bounded time, whatever its viewer has seen.</summary>
    private const int MostLookedThrough = 4_000;

    private const int DayMs = 86_400_000;

    // Slots of the values; authors to leave out come after them.
    private const string Viewer = "@p0";
    private const string NowMs = "@p1";
    private const string MonthAgo = "@p2";
    private const string FortnightAgo = "@p3";
    private const string SeenSince = "@p4";
    private const string MonthAgoId = "@p5";
    private const int Named = 6;

    private static readonly ConcurrentDictionary<Shape, ReadStatement> s_statements = new();

    /// <summary>Ranks.</summary>
    /// <param name="viewerId">Who looks; null when signed out: then nothing personal weighs.</param>
    /// <param name="seenToo">True to rank what the viewer has seen as well.</param>
    /// <param name="without">Authors to leave out, at most 40.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Ranking> RunAsync(Guid? viewerId, bool seenToo, IReadOnlyList<Guid> without, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset monthAgo = now.AddDays(-30);
        Shape shape = new(viewerId is not null, viewerId is not null && !seenToo, without.Count > 0);
        ReadStatement statement = s_statements.GetOrAdd(shape, static shape => ReadStatement.Of(Statement(shape), shape.Without ? Named + MostWithout : Named));
        object[] values =
        [
            viewerId ?? Guid.Empty, (double)now.ToUnixTimeMilliseconds(), monthAgo.ToUnixTimeMilliseconds(), now.AddDays(-14).ToUnixTimeMilliseconds(),
            (now - Impression.KeptFor).ToUnixTimeMilliseconds(), Guid.CreateVersion7(monthAgo),
            .. shape.Without ? Enumerable.Range(0, MostWithout).Select(i => (object)without[Math.Min(i, without.Count - 1)]) : [],
        ];
        List<Row> rows = await reads.ReadAsync(statement, Row.Read, cancel, values);
        return new Ranking(
            [.. rows.Select(row => new RankedPost(row.Id, row.AuthorId, row.RootId, row.Parts.Why(), row.Unknown != 0, row.Parts))],
            rows.Count >= FromFresh);
    }

    /// <summary>The statement. All that varies from one viewer or moment to another is a value.</summary>
    private static string Statement(Shape shape)
    {
        const int Like = (int)ReactionKind.Like;
        const int Dislike = (int)ReactionKind.Dislike;
        const int Everyone = (int)Visibility.Public;
        const int Followers = (int)Visibility.Followers;
        string unseen = shape.UnseenOnly
            ? $"""NOT EXISTS (SELECT 1 FROM "Impressions" i WHERE i."AccountId" = {Viewer} AND i."PostId" = p."Id" AND i."SeenAt" > {SeenSince})"""
            : "1 = 1";
        string others = shape.Without ? $""" AND p."AuthorId" NOT IN ({string.Join(", ", Enumerable.Range(Named, MostWithout).Select(i => $"@p{i}"))})""" : "";
        string listed = $"""p."Visibility" = {Everyone} AND p."RemovedAt" IS NULL{others} AND {unseen}""";
        string followed = shape.SignedIn
            ? $"""SELECT "FolloweeId" AS id FROM "Follows" WHERE "FollowerId" = {Viewer} ORDER BY "CreatedAt" DESC LIMIT 500"""
            : "SELECT \"FolloweeId\" AS id FROM \"Follows\" WHERE 1 = 0";
        return $$"""
            WITH followed AS ({{followed}}),
            hidden AS (
              SELECT "MutedId" AS id FROM "Mutes" WHERE "MuterId" = {{Viewer}}
              UNION SELECT "BlockedId" FROM "Blocks" WHERE "BlockerId" = {{Viewer}}
              UNION SELECT "BlockerId" FROM "Blocks" WHERE "BlockedId" = {{Viewer}}
              UNION SELECT {{Viewer}}),
            liked AS (
              SELECT x.id, COUNT(*) AS n FROM (
                SELECT r."PostId" AS id FROM "Reactions" r WHERE r."AccountId" IN (SELECT id FROM followed) AND r."Kind" = {{Like}} AND r."CreatedAt" > {{FortnightAgo}}
                ORDER BY r."CreatedAt" DESC LIMIT 300) x GROUP BY x.id ORDER BY n DESC LIMIT {{FromLiked}}),
            favourite AS (
              SELECT p."AuthorId" AS id, COUNT(*) AS n FROM (
                SELECT "PostId" FROM "Reactions" WHERE "AccountId" = {{Viewer}} AND "Kind" = {{Like}} ORDER BY "CreatedAt" DESC LIMIT 100) r
              JOIN "Posts" p ON p."Id" = r."PostId" GROUP BY p."AuthorId"),
            candidate AS (
              SELECT x.id, MAX(x.unknown) AS unknown FROM (
                SELECT * FROM (SELECT p."Id" AS id, 0 AS unknown FROM "PostStats" s JOIN "Posts" p ON p."Id" = s."PostId"
                  WHERE s."Hot" >= (SELECT MIN(x.hot) FROM (SELECT "Hot" AS hot FROM "PostStats" ORDER BY "Hot" DESC LIMIT {{MostLookedThrough}}) x) AND {{listed}}
                  ORDER BY s."Hot" DESC, s."PostId" DESC LIMIT {{FromHot}}) hot
                UNION ALL SELECT * FROM (SELECT p."Id", 0 FROM "Posts" p
                  WHERE p."Id" >= (SELECT x.id FROM (SELECT "Id" AS id FROM "Posts" ORDER BY "Id" DESC LIMIT {{MostLookedThrough}}) x ORDER BY x.id LIMIT 1) AND {{listed}} ORDER BY p."Id" DESC LIMIT {{FromFresh}}) fresh
                UNION ALL SELECT * FROM (SELECT p."Id", 1 FROM "PostStats" s JOIN "Posts" p ON p."Id" = s."PostId" WHERE {{listed}} ORDER BY s."Impressions", s."PostId" LIMIT {{FromUnknown}}) unknown
                UNION ALL SELECT * FROM (SELECT p."Id", 0 FROM "Posts" p WHERE p."AuthorId" IN (SELECT id FROM followed) AND p."Id" > {{MonthAgoId}} AND p."CreatedAt" > {{MonthAgo}}{{others}} AND {{unseen}}
                  ORDER BY p."Id" DESC LIMIT {{FromFollowed}}) followed_posts
                UNION ALL SELECT p."Id", 0 FROM liked l JOIN "Posts" p ON p."Id" = l.id WHERE {{listed}}) x
              GROUP BY x.id),
            scored AS (
              SELECT p."Id", p."AuthorId", p."RootId", c.unknown AS "Unknown",
                {{FeedScore.Follow}} * CASE WHEN p."AuthorId" IN (SELECT id FROM followed) THEN 1 ELSE 0 END AS "Follow",
                COALESCE(l.n, 0) AS "FollowedLikes",
                {{FeedScore.FollowedLikes}} / {{FeedScore.FollowedLikesCap}}.0 * CASE WHEN COALESCE(l.n, 0) > {{FeedScore.FollowedLikesCap}} THEN {{FeedScore.FollowedLikesCap}} ELSE COALESCE(l.n, 0) END AS "FollowedLikesScore",
                COALESCE(f.n, 0) AS "Affinity",
                {{FeedScore.Affinity}} / {{FeedScore.AffinityCap}}.0 * CASE WHEN COALESCE(f.n, 0) > {{FeedScore.AffinityCap}} THEN {{FeedScore.AffinityCap}} ELSE COALESCE(f.n, 0) END AS "AffinityScore",
                {{FeedScore.QualityWeight}} * s."Quality" AS "Quality",
                {{FeedScore.Fresh}} / (1.0 + ({{NowMs}} - p."CreatedAt") / {{DayMs}}.0) AS "Fresh"
              FROM candidate c JOIN "Posts" p ON p."Id" = c.id JOIN "PostStats" s ON s."PostId" = c.id
              LEFT JOIN liked l ON l.id = c.id LEFT JOIN favourite f ON f.id = p."AuthorId"
              WHERE p."RemovedAt" IS NULL AND p."AuthorId" NOT IN (SELECT id FROM hidden)
                AND (p."Visibility" = {{Everyone}} OR (p."Visibility" = {{Followers}} AND p."AuthorId" IN (SELECT id FROM followed)))
                AND NOT EXISTS (SELECT 1 FROM "Reactions" d WHERE d."PostId" = p."Id" AND d."AccountId" = {{Viewer}} AND d."Kind" = {{Dislike}}))
            SELECT * FROM scored ORDER BY "Follow" + "FollowedLikesScore" + "AffinityScore" + "Quality" + "Fresh" DESC, "Id" DESC LIMIT {{Limit}}
            """;
    }

    /// <summary>What the text of the statement depends on.</summary>
    private readonly record struct Shape(bool SignedIn, bool UnseenOnly, bool Without);

    /// <summary>A line of the statement.</summary>
    private sealed class Row
    {
        public Guid Id { get; init; }

        public Guid AuthorId { get; init; }

        public Guid RootId { get; init; }

        public int Unknown { get; init; }

        public double Follow { get; init; }

        public long FollowedLikes { get; init; }

        public double FollowedLikesScore { get; init; }

        public long Affinity { get; init; }

        public double AffinityScore { get; init; }

        public double Quality { get; init; }

        public double Fresh { get; init; }

        public ScoreParts Parts => new(Follow, FollowedLikesScore, FollowedLikes, AffinityScore, Affinity, Quality, Fresh);

        public static Row Read(DbDataReader row) => new()
        {
            Id = row.GetGuid(0),
            AuthorId = row.GetGuid(1),
            RootId = row.GetGuid(2),
            Unknown = row.GetInt32(3),
            Follow = row.GetDouble(4),
            FollowedLikes = row.GetInt64(5),
            FollowedLikesScore = row.GetDouble(6),
            Affinity = row.GetInt64(7),
            AffinityScore = row.GetDouble(8),
            Quality = row.GetDouble(9),
            Fresh = row.GetDouble(10),
        };
    }
}
