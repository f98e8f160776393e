using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Drafts;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Posts;

/// <summary>The doors of posts.</summary>
internal static class PostsEndpoints
{
    public static void AddPosts(this IServiceCollection services)
    {
        services.AddScoped<PublishDraft>();
        services.AddScoped<ReadPost>();
        services.AddScoped<DeletePost>();
        services.AddScoped<EditPost>();
        services.AddScoped<ReadRevisions>();
        services.AddScoped<PostAnnouncer>();
        services.AddSingleton<SharePage>();
        services.AddSingleton<Films>();
        services.AddSingleton<PostReads>();
    }

    public static void MapPosts(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder posts = api.MapGroup("").WithTags("Posts");

        posts.MapPost("/drafts/{id:guid}/publish", async Task<Results<Created<PostView>, ProblemResult>> (Guid id, PublishDraftRequest body, PublishDraft publish, ClaimsPrincipal user, CancellationToken cancel)
                => (await publish.RunAsync(user.AccountId(), id, body, cancel)).Answer(post => TypedResults.Created($"/api/posts/{post.Id}", post)))
            .Named("publishDraft", "Turns a finished draft into a post.")
            .Refuses(PostsErrors.TitleTooLong, PostsErrors.CaptionTooLong, PostsErrors.AltTextTooLong, DraftsErrors.DraftNotFound, DraftsErrors.DraftNotFinished, DraftsErrors.DraftAlreadyPublished)
            .Costs(5)
            .RequireAuthorization();

        posts.MapGet("/posts/{id:guid}", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, ReadPost read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.RunAsync(id, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("readPost", "One post, with its author and video.")
            .Refuses(PostsErrors.PostNotFound)
            .Conditional();

        posts.MapPut("/posts/{id:guid}", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, EditPostRequest body, EditPost edit, ClaimsPrincipal user, CancellationToken cancel)
                => (await edit.RunAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("editPost", "Rewrites the text of one's own post and changes who finds, remixes and comments on it. The text that was stays in its history.")
            .Refuses(PostsErrors.TitleTooLong, PostsErrors.CaptionTooLong, PostsErrors.AltTextTooLong, PostsErrors.PostNotFound)
            .Costs(5)
            .RequireAuthorization();

        posts.MapGet("/posts/{id:guid}/revisions", async Task<Results<Ok<Page<PostRevisionView>>, ProblemResult>> (Guid id, ReadRevisions read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.RunAsync(id, user.FindAccountId(), cancel)).Answer(items => TypedResults.Ok(new Page<PostRevisionView>(items, Next: null))))
            .Named("listPostRevisions", "Every text that a post has had, the present one first; whoever may open the post may read them.")
            .Refuses(PostsErrors.PostNotFound);

        posts.MapDelete("/posts/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, DeletePost delete, ClaimsPrincipal user, CancellationToken cancel)
                => await delete.RunAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deletePost", "Deletes one's own post with its video, for good.")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(5)
            .RequireAuthorization();
    }

    /// <summary>The pages that are meant to be shared; they lie outside <c>/api</c>.</summary>
    public static void MapSharePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/p/{id:guid}", (Guid id, SharePage page, ReadPost read, HttpContext http, CancellationToken cancel) => page.ShowAsync(id, read, embedded: false, http, cancel))
            .Named("showPost", "The page behind a share link: it plays without script, and tells link previews what it holds. English or French by Accept-Language.")
            .WithTags("Sharing")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .Produces<string>(StatusCodes.Status404NotFound, "text/html")
            .Costs(1);
        app.MapGet("/p/{id:guid}/embed", (Guid id, SharePage page, ReadPost read, HttpContext http, CancellationToken cancel) => page.ShowAsync(id, read, embedded: true, http, cancel))
            .Named("embedPost", "The player alone, for frames on other sites.")
            .WithTags("Sharing")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .Produces<string>(StatusCodes.Status404NotFound, "text/html")
            .Costs(1);
    }
}
