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

namespace Lucarne.Social.Lineage;

/// <summary>The doors of lineage: what came of which post.</summary>
internal static class LineageEndpoints
{
    public static void AddLineage(this IServiceCollection services) => services.AddScoped<ReadRemixes>();

    public static void MapLineage(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder posts = api.MapGroup("/posts/{id:guid}").WithTags("Posts");

        posts.MapGet("/family", async Task<Results<Ok<RemixFamily>, ProblemResult>> (Guid id, ReadRemixes read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FamilyAsync(id, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("readRemixFamily", "The remix tree that a post belongs to; films that are gone keep their place, without a name.")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(3);

        posts.MapGet("/remixes", async Task<Results<Ok<Page<PostView>>, ProblemResult>> (
                Guid id,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of posts, 1 to 100; 20 when absent.")] int? limit,
                ReadRemixes read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ChildrenAsync(id, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listRemixes", "Remixes made directly from a post, newest first.")
            .Refuses(PostsErrors.PostNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);
    }
}
