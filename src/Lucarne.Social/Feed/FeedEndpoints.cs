using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Feed;

/// <summary>The doors of feeds.</summary>
internal static class FeedEndpoints
{
    public static void AddFeed(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddScoped<ReadTimeline>();
        services.AddScoped<ReadForYou>();
        services.AddScoped<ReadTop>();
        services.AddSingleton<FeedRanking>();
        services.AddScoped<FurtherCandidates>();
        services.AddScoped<SteerFeed>();
        services.AddScoped<FeedPreferences>();
        services.AddSingleton<WishReads>();
        services.AddSingleton<FeedSlates>();
        services.AddSingleton<FeedLedger>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedLedger>());
    }

    public static void MapFeed(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder feed = api.MapGroup("/feed").WithTags("Feed");

        feed.MapGet("", async Task<Results<Ok<FeedPage>, ProblemResult>> (
                [Description("Which feed: latest (the default), for_you, following (signed in only) or top.")] string? tab,
                [Description("Of top: day, week (the default) or all.")] string? window,
                [Description("Of for_you: true shows again what has been seen.")] bool? again,
                [Description("True leaves out remixes.")] bool? originals,
                [Description("How old films may be: any (the default), day, week or month.")] string? since,
                [Description("Of following, latest and top: true leaves out what the viewer has seen within 30 days. Without effect when signed out.")] bool? unseen,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of posts, 1 to 100; 20 when absent.")] int? limit,
                ReadTimeline timeline, ReadForYou forYou, ReadTop top, ClaimsPrincipal user, CancellationToken cancel) =>
            {
                Guid? viewer = user.FindAccountId();
                if (limit is < 1 or > PageRequest.MaxLimit)
                {
                    return new ProblemResult(HttpErrors.LimitInvalid.For("limit"));
                }

                int count = limit ?? PageRequest.DefaultLimit;
                TopWindow? span = window switch { null or "week" => TopWindow.Week, "day" => TopWindow.Day, "all" => TopWindow.All, _ => null };
                FeedAge? age = since switch { null or "any" => FeedAge.Any, "day" => FeedAge.Day, "week" => FeedAge.Week, "month" => FeedAge.Month, _ => null };
                FeedFilter filter = new(originals == true, age ?? FeedAge.Any, unseen == true && viewer is not null);
                return (tab, span) switch
                {
                    (_, null) => new ProblemResult(FeedErrors.TabUnknown.For("window")),
                    _ when age is null => new ProblemResult(FeedErrors.TabUnknown.For("since")),
                    (null or "latest", _) => (await timeline.LatestAsync(viewer, filter, cursor, limit, cancel)).Answer(TypedResults.Ok),
                    ("for_you", _) => (await forYou.RunAsync(viewer, filter, cursor, count, again == true, cancel)).Answer(TypedResults.Ok),
                    ("top", _) => (await top.RunAsync(viewer, span.Value, filter, cursor, count, cancel)).Answer(TypedResults.Ok),
                    ("following", _) => viewer is Guid account
                        ? (await timeline.FollowingAsync(account, filter, cursor, limit, cancel)).Answer(TypedResults.Ok)
                        : new ProblemResult(HttpErrors.SignedOut),
                    _ => new ProblemResult(FeedErrors.TabUnknown.For("tab")),
                };
            })
            .Named("readFeed", "A feed: Latest and Top are the same for everyone, Following and For you are the viewer's own.")
            .Refuses(FeedErrors.TabUnknown, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid, HttpErrors.SignedOut);

        feed.MapGet("/steers", async Task<Ok<SteerList>> (SteerFeed steers, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await steers.ListAsync(user.AccountId(), cancel)))
            .Named("listFeedSteers", "What one wants to see less of, and what one is in the mood for, newest first.")
            .RequireAuthorization();

        feed.MapPost("/steers", async Task<Results<Created<SteerView>, ProblemResult>> (SteerFeedRequest body, SteerFeed steers, ClaimsPrincipal user, CancellationToken cancel)
                => (await steers.AddAsync(user.AccountId(), body, cancel)).Answer(steer => TypedResults.Created($"/api/feed/steers/{steer.Id}", steer)))
            .Named("addFeedSteer", "Steers For you, from its next page on: less of a post and its family, of an author, or of words, for 30 days; or a mood in words, for 24 hours.")
            .Refuses(PostsErrors.PostNotFound, FeedErrors.SteerPostMissing, FeedErrors.SteerWordsInvalid, FeedErrors.SteersTooMany, FeedErrors.MoodsTooMany)
            .Costs(2)
            .RequireAuthorization();

        feed.MapDelete("/steers/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, SteerFeed steers, ClaimsPrincipal user, CancellationToken cancel)
                => await steers.RemoveAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteFeedSteer", "Takes a wish for less back.")
            .Refuses(FeedErrors.SteerNotFound)
            .Costs(2)
            .RequireAuthorization();

        feed.MapGet("/preferences", async Task<Ok<FeedPreferencesView>> (FeedPreferences preferences, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await preferences.ReadAsync(user.AccountId(), cancel)))
            .Named("readFeedPreferences", "Which feed opens first.")
            .RequireAuthorization();

        feed.MapPut("/preferences", async Task<Ok<FeedPreferencesView>> (FeedPreferencesView body, FeedPreferences preferences, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await preferences.WriteAsync(user.AccountId(), body, cancel)))
            .Named("changeFeedPreferences", "Sets which feed opens first, and what the client leaves out of every feed.")
            .Costs(2)
            .RequireAuthorization();
    }
}
