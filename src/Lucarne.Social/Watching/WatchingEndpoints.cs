using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Watching;

/// <summary>The doors of watch telemetry.</summary>
internal static class WatchingEndpoints
{
    public static void AddWatching(this IServiceCollection services) => services.AddScoped<RecordWatches>();

    public static void MapWatching(this IEndpointRouteBuilder api)
        => api.MapPost("/watches", async Task<Results<Ok<WatchReceipt>, ProblemResult>> (
                RecordWatchesRequest body, RecordWatches record, ClaimsPrincipal user, HttpContext http, CancellationToken cancel)
                => (await record.RunAsync(body, user.FindAccountId(), http, cancel)).Answer(TypedResults.Ok))
            .Named("recordWatches", "Tells what was watched, for counters and recommendations. Signed out, only views are counted.")
            .WithTags("Feed")
            .Refuses(WatchingErrors.EventsInvalid)
            .Costs(2);
}
