using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Reposts;

/// <summary>The doors of reposts.</summary>
internal static class RepostsEndpoints
{
    public static void AddReposts(this IServiceCollection services) => services.AddScoped<RepostPost>();

    public static void MapReposts(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder posts = api.MapGroup("/posts/{id:guid}/repost").WithTags("Posts").RequireAuthorization();

        posts.MapPut("", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, RepostPost repost, ClaimsPrincipal user, CancellationToken cancel)
                => (await repost.RunAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("repostPost", "Shows a public post to one's followers.")
            .Refuses(PostsErrors.PostNotFound, RepostsErrors.NotPublic)
            .Costs(2);

        posts.MapDelete("", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, RepostPost repost, ClaimsPrincipal user, CancellationToken cancel)
                => (await repost.UndoAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("undoRepost", "Takes a repost back.")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(2);
    }
}
