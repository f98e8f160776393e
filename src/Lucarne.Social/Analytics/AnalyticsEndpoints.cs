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

namespace Lucarne.Social.Analytics;

/// <summary>The doors of analytics; each opens to the owner alone.</summary>
internal static class AnalyticsEndpoints
{
    public static void AddAnalytics(this IServiceCollection services) => services.AddScoped<ReadAnalytics>();

    public static void MapAnalytics(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder analytics = api.MapGroup("/analytics").WithTags("Analytics").Costs(3);
        analytics.RequireAuthorization();

        analytics.MapGet("", async Task<Results<Ok<AccountAnalytics>, ProblemResult>> (
                [Description("Days up to today, 1 to 365; 28 when absent.")] int? days, ReadAnalytics read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.AccountAsync(user.AccountId(), days, cancel)).Answer(TypedResults.Ok))
            .Named("readAnalytics", "How one's posts fare, day by day.")
            .Refuses(AnalyticsErrors.DaysInvalid);

        analytics.MapGet("/days.csv", async Task<Results<FileContentHttpResult, ProblemResult>> (
                [Description("Days up to today, 1 to 365; 28 when absent.")] int? days, ReadAnalytics read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.AccountAsync(user.AccountId(), days, cancel)).Answer(found => AnalyticsCsv.Of("lucarne", found.Days)))
            .Named("downloadAnalytics", "The same days as a CSV file.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Refuses(AnalyticsErrors.DaysInvalid);

        analytics.MapGet("/posts/{id:guid}", async Task<Results<Ok<PostAnalytics>, ProblemResult>> (
                Guid id, [Description("Days up to today, 1 to 365; 28 when absent.")] int? days, ReadAnalytics read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.PostAsync(user.AccountId(), id, days, cancel)).Answer(TypedResults.Ok))
            .Named("readPostAnalytics", "How one of one's posts fares: days, sources, how far people watch, remixes.")
            .Refuses(AnalyticsErrors.DaysInvalid, PostsErrors.PostNotFound);

        analytics.MapGet("/posts/{id:guid}/days.csv", async Task<Results<FileContentHttpResult, ProblemResult>> (
                Guid id, [Description("Days up to today, 1 to 365; 28 when absent.")] int? days, ReadAnalytics read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.PostAsync(user.AccountId(), id, days, cancel)).Answer(found => AnalyticsCsv.Of($"lucarne-{id}", found.Days)))
            .Named("downloadPostAnalytics", "The same days as a CSV file.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Refuses(AnalyticsErrors.DaysInvalid, PostsErrors.PostNotFound);
    }
}
