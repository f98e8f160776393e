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
        services.AddScoped<ReadLatestFeed>();
        services.AddSingleton<FeedLedger>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedLedger>());
    }

    public static void MapFeed(this IEndpointRouteBuilder api)
        => api.MapGet("/feed", async Task<Results<Ok<Page<PostView>>, ProblemResult>> (
                [Description("Which feed: latest (the default).")] string? tab,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of posts, 1 to 100; 20 when absent.")] int? limit,
                ReadLatestFeed read, ClaimsPrincipal user, CancellationToken cancel)
                => tab is null or "latest"
                    ? (await read.RunAsync(user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok)
                    : new ProblemResult(FeedErrors.TabUnknown.For("tab")))
            .Named("readFeed", "Public posts, newest first.")
            .WithTags("Feed")
            .Refuses(FeedErrors.TabUnknown, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);
}
