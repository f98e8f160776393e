using Lucarne.Social.Posts;
using Lucarne.Social.Watching;

namespace Lucarne.Social.Analytics;

/// <summary>How an account's posts fare, for its owner alone.</summary>
/// <param name="Days">One for each of the days asked for, oldest first, days without anything included.</param>
/// <param name="Totals">Sums of the days.</param>
/// <param name="Sources">Where views came from, most first.</param>
/// <param name="Posts">The posts that were watched most in these days, 20 at most.</param>
public sealed record AccountAnalytics(IReadOnlyList<AnalyticsDay> Days, AnalyticsTotals Totals, IReadOnlyList<AnalyticsSource> Sources, IReadOnlyList<PostSummary> Posts);

/// <summary>One day, UTC.</summary>
/// <param name="Date">The day.</param>
/// <param name="Views">Views that counted.</param>
/// <param name="WatchSeconds">Time watched.</param>
/// <param name="Likes">Likes given and not taken back.</param>
/// <param name="Followers">Followers gained and still there; 0 for a post.</param>
/// <param name="Shares">Times that links were shared, once a day for each account and post.</param>
public sealed record AnalyticsDay(DateOnly Date, int Views, long WatchSeconds, int Likes, int Followers, int Shares);

/// <summary>Sums.</summary>
/// <param name="Views">Views that counted.</param>
/// <param name="WatchSeconds">Time watched.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Followers">Followers gained.</param>
/// <param name="Shares">Times that links were shared.</param>
/// <param name="CompletionRate">Share of the stretches of watching that reached the end, 0 to 1; null where nobody watched.</param>
public sealed record AnalyticsTotals(int Views, long WatchSeconds, int Likes, int Followers, int Shares, double? CompletionRate);

/// <summary>Where views came from.</summary>
/// <param name="Source">The place.</param>
/// <param name="Views">Views that counted.</param>
/// <param name="Watches">Stretches of watching, however short.</param>
public sealed record AnalyticsSource(WatchSource Source, int Views, int Watches);

/// <summary>A post in an overview.</summary>
/// <param name="Post">The post.</param>
/// <param name="Views">Views in the days asked for.</param>
/// <param name="CompletionRate">Share of the stretches of watching that reached the end, 0 to 1; null where nobody watched.</param>
public sealed record PostSummary(PostView Post, int Views, double? CompletionRate);

/// <summary>How one post fares, for its author alone.</summary>
/// <param name="Post">The post.</param>
/// <param name="Days">One for each of the days asked for, oldest first.</param>
/// <param name="Totals">Sums of the days.</param>
/// <param name="Sources">Where views came from, most first.</param>
/// <param name="Retention">For each second of the film, the share of the stretches of watching that reached it, from 1 down; empty where nobody watched.</param>
/// <param name="Loops">Times that it started again.</param>
/// <param name="DirectRemixes">Published remixes made directly from it.</param>
/// <param name="FamilyRemixes">Published posts of its family below it: remixes, remixes of remixes, and so on.</param>
public sealed record PostAnalytics(
    PostView Post, IReadOnlyList<AnalyticsDay> Days, AnalyticsTotals Totals, IReadOnlyList<AnalyticsSource> Sources, IReadOnlyList<double> Retention,
    int Loops, int DirectRemixes, int FamilyRemixes);
