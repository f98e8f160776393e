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

namespace Lucarne.Social.Collections;

/// <summary>The doors of bookmarks and collections.</summary>
internal static class CollectionsEndpoints
{
    public static void AddCollections(this IServiceCollection services)
    {
        services.AddScoped<KeepBookmarks>();
        services.AddScoped<ReadCollections>();
        services.AddScoped<ArrangeCollections>();
    }

    public static void MapCollections(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup("").WithTags("Collections");
        MapBookmarks(group);
        MapReading(group);
        MapArranging(group.MapGroup("/collections").RequireAuthorization());
    }

    private static void MapBookmarks(RouteGroupBuilder group)
    {
        group.MapGet("/bookmarks", async Task<Results<Ok<Page<PostView>>, ProblemResult>> (
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of posts, 1 to 100; 20 when absent.")] int? limit,
                KeepBookmarks bookmarks, ClaimsPrincipal user, CancellationToken cancel)
                => (await bookmarks.ListAsync(user.AccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listBookmarks", "Posts that one keeps, last kept first.")
            .Refuses(HttpErrors.CursorInvalid, HttpErrors.LimitInvalid)
            .RequireAuthorization();

        group.MapPut("/posts/{id:guid}/bookmark", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, KeepBookmarks bookmarks, ClaimsPrincipal user, CancellationToken cancel)
                => (await bookmarks.AddAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("bookmarkPost", "Keeps a post for later; nobody is told.")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(2)
            .RequireAuthorization();

        group.MapDelete("/posts/{id:guid}/bookmark", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, KeepBookmarks bookmarks, ClaimsPrincipal user, CancellationToken cancel)
                => (await bookmarks.RemoveAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("removeBookmark", "Keeps a post no longer.")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(2)
            .RequireAuthorization();
    }

    private static void MapReading(RouteGroupBuilder group)
    {
        group.MapGet("/collections", async Task<Ok<Page<CollectionView>>> (
                [Description("A post: each collection then says whether it holds it.")] Guid? post,
                ReadCollections read, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(new Page<CollectionView>(await read.MineAsync(user.AccountId(), post, cancel), Next: null)))
            .Named("listCollections", "One's own collections, newest first.")
            .RequireAuthorization();

        group.MapGet("/accounts/{handle}/collections", async Task<Ok<Page<CollectionView>>> (string handle, ReadCollections read, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(new Page<CollectionView>(await read.PublicOfAsync(handle, user.FindAccountId(), cancel), Next: null)))
            .Named("listPublicCollections", "The public collections of an account, newest first.");

        group.MapGet("/collections/{id:guid}", async Task<Results<Ok<CollectionContent>, ProblemResult>> (Guid id, ReadCollections read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FindAsync(id, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("readCollection", "A collection with its posts, in its order.")
            .Refuses(CollectionsErrors.NotFound)
            .Costs(3);
    }

    private static void MapArranging(RouteGroupBuilder collections)
    {
        collections.MapPost("", async Task<Results<Created<CollectionView>, ProblemResult>> (CollectionRequest body, ArrangeCollections arrange, ClaimsPrincipal user, CancellationToken cancel)
                => (await arrange.CreateAsync(user.AccountId(), body, cancel)).Answer(collection => TypedResults.Created($"/api/collections/{collection.Id}", collection)))
            .Named("createCollection", "Makes a collection.")
            .Refuses(CollectionsErrors.NameInvalid, CollectionsErrors.DescriptionTooLong, CollectionsErrors.TooMany)
            .Costs(5);

        collections.MapPut("/{id:guid}", async Task<Results<Ok<CollectionView>, ProblemResult>> (Guid id, CollectionRequest body, ArrangeCollections arrange, ClaimsPrincipal user, CancellationToken cancel)
                => (await arrange.ChangeAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("changeCollection", "Changes a collection's words, and who may open it.")
            .Refuses(CollectionsErrors.NameInvalid, CollectionsErrors.DescriptionTooLong, CollectionsErrors.NotFound)
            .Costs(2);

        collections.MapDelete("/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, ArrangeCollections arrange, ClaimsPrincipal user, CancellationToken cancel)
                => await arrange.DeleteAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteCollection", "Removes a collection; its posts stay.")
            .Refuses(CollectionsErrors.NotFound)
            .Costs(2);

        collections.MapPut("/{id:guid}/posts/{postId:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, Guid postId, ArrangeCollections arrange, ClaimsPrincipal user, CancellationToken cancel)
                => await arrange.AddAsync(user.AccountId(), id, postId, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("addToCollection", "Adds a post to one's own collection, at its end.")
            .Refuses(CollectionsErrors.NotFound, CollectionsErrors.Full, PostsErrors.PostNotFound)
            .Costs(2);

        collections.MapDelete("/{id:guid}/posts/{postId:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, Guid postId, ArrangeCollections arrange, ClaimsPrincipal user, CancellationToken cancel)
                => await arrange.RemoveAsync(user.AccountId(), id, postId, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("removeFromCollection", "Takes a post out of one's own collection.")
            .Refuses(CollectionsErrors.NotFound)
            .Costs(2);

        collections.MapPut("/{id:guid}/order", async Task<Results<Ok<CollectionContent>, ProblemResult>> (Guid id, CollectionOrderRequest body, ArrangeCollections arrange, ClaimsPrincipal user, CancellationToken cancel)
                => (await arrange.OrderAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("orderCollection", "Puts the posts of one's own collection in another order.")
            .Refuses(CollectionsErrors.NotFound, CollectionsErrors.Full)
            .Costs(2);
    }
}
