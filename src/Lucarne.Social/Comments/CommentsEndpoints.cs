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

namespace Lucarne.Social.Comments;

/// <summary>The doors of comments. Reading them needs no account.</summary>
internal static class CommentsEndpoints
{
    public static void AddComments(this IServiceCollection services)
    {
        services.AddScoped<ReadComments>();
        services.AddScoped<WriteComment>();
        services.AddScoped<EditComment>();
        services.AddScoped<DeleteComment>();
        services.AddScoped<LikeComment>();
        services.AddScoped<ModerateComments>();
    }

    public static void MapComments(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder comments = api.MapGroup("").WithTags("Comments");
        MapReading(comments);
        MapWriting(comments);
        MapModeration(comments);
    }

    private static void MapReading(RouteGroupBuilder comments)
    {
        comments.MapGet("/posts/{id:guid}/comments", async Task<Results<Ok<Page<CommentThreadView>>, ProblemResult>> (
                Guid id,
                [Description("best (most liked and answered, the default) or newest.")] string? order,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of threads, 1 to 100; 20 when absent.")] int? limit,
                ReadComments read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ListAsync(id, order, cursor, limit, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("listComments", "Threads under a post, each with its first answers; a pinned one stands first on the first page. By best, a thread whose rank changes between two pages may come twice or not.")
            .Refuses(PostsErrors.PostNotFound, CommentsErrors.OrderUnknown, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        comments.MapGet("/comments/{id:guid}/thread", async Task<Results<Ok<CommentThreadView>, ProblemResult>> (Guid id, ReadComments read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FindThreadAsync(id, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("readCommentThread", "The thread that a comment belongs to, with its first answers and the comment itself: for links to one comment.")
            .Refuses(CommentsErrors.CommentNotFound);

        comments.MapGet("/comments/{id:guid}/answers", async Task<Results<Ok<Page<CommentView>>, ProblemResult>> (
                Guid id,
                [Description("Where to go on: next of the thread or of the page before.")] string? cursor,
                [Description("Number of answers, 1 to 100; 20 when absent.")] int? limit,
                ReadComments read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ListAnswersAsync(id, cursor, limit, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("listAnswers", "All answers of a thread, however deep, oldest first.")
            .Refuses(CommentsErrors.CommentNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        comments.MapGet("/comments/{id:guid}/edits", async Task<Results<Ok<IReadOnlyList<CommentEditView>>, ProblemResult>> (Guid id, ReadComments read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ListEditsAsync(id, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("listCommentEdits", "What a comment said before, the latest first, 20 at most.")
            .Refuses(CommentsErrors.CommentNotFound);
    }

    private static void MapWriting(RouteGroupBuilder comments)
    {
        comments.MapPost("/posts/{id:guid}/comments", async Task<Results<Created<CommentView>, ProblemResult>> (Guid id, WriteCommentRequest body, WriteComment write, ClaimsPrincipal user, CancellationToken cancel)
                => (await write.RunAsync(user.AccountId(), id, body, cancel)).Answer(comment => TypedResults.Created($"/api/comments/{comment.Id}/thread", comment)))
            .Named("writeComment", "Comments on a post, or answers a comment under it.")
            .Refuses(PostsErrors.PostNotFound, CommentsErrors.CommentNotFound, CommentsErrors.CommentEmpty, CommentsErrors.CommentTooLong,
                CommentsErrors.CommentsClosed, CommentsErrors.CommentsForFollowers, CommentsErrors.CommentsSlowed)
            .Costs(10)
            .RequireAuthorization();

        comments.MapPut("/comments/{id:guid}", async Task<Results<Ok<CommentView>, ProblemResult>> (Guid id, EditCommentRequest body, EditComment edit, ClaimsPrincipal user, CancellationToken cancel)
                => (await edit.RunAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("editComment", "Changes the text of one's own comment; what it said before stays readable.")
            .Refuses(CommentsErrors.CommentNotFound, CommentsErrors.CommentEmpty, CommentsErrors.CommentTooLong)
            .Costs(5)
            .RequireAuthorization();

        comments.MapDelete("/comments/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, DeleteComment delete, ClaimsPrincipal user, CancellationToken cancel)
                => await delete.RunAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteComment", "Takes one's own comment back, for good; answers to it stay.")
            .Refuses(CommentsErrors.CommentNotFound)
            .Costs(5)
            .RequireAuthorization();

        comments.MapPut("/comments/{id:guid}/like", async Task<Results<Ok<CommentView>, ProblemResult>> (Guid id, LikeComment like, ClaimsPrincipal user, CancellationToken cancel)
                => (await like.RunAsync(user.AccountId(), id, liked: true, cancel)).Answer(TypedResults.Ok))
            .Named("likeComment", "Likes a comment. Liking twice counts once.")
            .Refuses(CommentsErrors.CommentNotFound)
            .Costs(2)
            .RequireAuthorization();

        comments.MapDelete("/comments/{id:guid}/like", async Task<Results<Ok<CommentView>, ProblemResult>> (Guid id, LikeComment like, ClaimsPrincipal user, CancellationToken cancel)
                => (await like.RunAsync(user.AccountId(), id, liked: false, cancel)).Answer(TypedResults.Ok))
            .Named("unlikeComment", "Takes one's like of a comment back.")
            .Refuses(CommentsErrors.CommentNotFound)
            .Costs(2)
            .RequireAuthorization();
    }

    private static void MapModeration(RouteGroupBuilder comments)
    {
        comments.MapPut("/comments/{id:guid}/hidden", async Task<Results<Ok<CommentView>, ProblemResult>> (Guid id, ModerateComments moderate, ClaimsPrincipal user, CancellationToken cancel)
                => (await moderate.HideAsync(user.AccountId(), id, hidden: true, cancel)).Answer(TypedResults.Ok))
            .Named("hideComment", "Hides a comment under one's own post; its author and oneself still read it.")
            .Refuses(CommentsErrors.CommentNotFound)
            .Costs(2)
            .RequireAuthorization();

        comments.MapDelete("/comments/{id:guid}/hidden", async Task<Results<Ok<CommentView>, ProblemResult>> (Guid id, ModerateComments moderate, ClaimsPrincipal user, CancellationToken cancel)
                => (await moderate.HideAsync(user.AccountId(), id, hidden: false, cancel)).Answer(TypedResults.Ok))
            .Named("showComment", "Shows a hidden comment again.")
            .Refuses(CommentsErrors.CommentNotFound, CommentsErrors.CommentRemoved)
            .Costs(2)
            .RequireAuthorization();

        comments.MapPut("/comments/{id:guid}/pin", async Task<Results<Ok<CommentView>, ProblemResult>> (Guid id, ModerateComments moderate, ClaimsPrincipal user, CancellationToken cancel)
                => (await moderate.PinAsync(user.AccountId(), id, pinned: true, cancel)).Answer(TypedResults.Ok))
            .Named("pinComment", "Pins a comment to the top of one's own post, in place of the one that was pinned.")
            .Refuses(CommentsErrors.CommentNotFound, CommentsErrors.CommentNotPinnable)
            .Costs(2)
            .RequireAuthorization();

        comments.MapDelete("/comments/{id:guid}/pin", async Task<Results<Ok<CommentView>, ProblemResult>> (Guid id, ModerateComments moderate, ClaimsPrincipal user, CancellationToken cancel)
                => (await moderate.PinAsync(user.AccountId(), id, pinned: false, cancel)).Answer(TypedResults.Ok))
            .Named("unpinComment", "Unpins a comment.")
            .Refuses(CommentsErrors.CommentNotFound)
            .Costs(2)
            .RequireAuthorization();

        comments.MapGet("/posts/{id:guid}/comment-rules", async Task<Results<Ok<CommentTermsView>, ProblemResult>> (Guid id, ModerateComments moderate, ClaimsPrincipal user, CancellationToken cancel)
                => (await moderate.ReadRulesAsync(user.FindAccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("readCommentRules", "Who may comment on a post, and how fast; whether the viewer may.")
            .Refuses(PostsErrors.PostNotFound);

        comments.MapPut("/posts/{id:guid}/comment-rules", async Task<Results<Ok<CommentRulesView>, ProblemResult>> (Guid id, CommentRulesView body, ModerateComments moderate, ClaimsPrincipal user, CancellationToken cancel)
                => (await moderate.SetRulesAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("setCommentRules", "Sets who may comment on one's own post, and how fast; an audience of nobody closes its comments.")
            .Refuses(PostsErrors.PostNotFound, CommentsErrors.SlowSecondsInvalid)
            .Costs(2)
            .RequireAuthorization();
    }
}
