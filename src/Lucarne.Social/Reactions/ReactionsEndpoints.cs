using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Reactions;

/// <summary>The doors of likes and dislikes.</summary>
internal static class ReactionsEndpoints
{
    public static void AddReactions(this IServiceCollection services) => services.AddScoped<SetReaction>();

    public static void MapReactions(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder reactions = api.MapGroup("/posts/{id:guid}/reaction").WithTags("Reactions");

        reactions.MapPut("", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, SetReactionRequest body, SetReaction set, ClaimsPrincipal user, CancellationToken cancel)
                => (await set.RunAsync(user.AccountId(), id, body.Kind, cancel)).Answer(TypedResults.Ok))
            .Named("setReaction", "Likes or dislikes a post, in place of what was said before. Saying the same again changes nothing.")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(2)
            .RequireAuthorization();

        reactions.MapDelete("", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, SetReaction set, ClaimsPrincipal user, CancellationToken cancel)
                => (await set.RunAsync(user.AccountId(), id, null, cancel)).Answer(TypedResults.Ok))
            .Named("deleteReaction", "Takes one's like or dislike of a post back.")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(2)
            .RequireAuthorization();
    }
}
