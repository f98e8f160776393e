using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Explore;

/// <summary>The door of the explore page.</summary>
internal static class ExploreEndpoints
{
    public static void AddExplore(this IServiceCollection services)
    {
        services.AddScoped<ReadExplore>();
        services.AddSingleton<ExploreBoard>();
        services.AddHostedService(provider => provider.GetRequiredService<ExploreBoard>());
    }

    public static void MapExplore(this IEndpointRouteBuilder api)
        => api.MapGet("/explore", async Task<Ok<ExploreView>> (ReadExplore read, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await read.RunAsync(user.FindAccountId(), cancel)))
            .Named("readExplore", "What goes on: rising tags, the week's leaders by remixes and likes, new voices. Not personalised.")
            .WithTags("Explore")
            .Conditional()
            .Costs(3);
}
