using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Http;
using Lucarne.Studio.Engines;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Create;

/// <summary>The doors of generations and screenplays. All of them need an account, and a generation is its owner's alone.</summary>
internal static class CreateEndpoints
{
    public static void AddCreate(this IServiceCollection services)
    {
        services.AddScoped<StartGenerations>();
        services.AddScoped<CreateGeneration>();
        services.AddScoped<RetakeShot>();
        services.AddScoped<CompleteHandle>();
        services.AddHostedService<TellEnded>();
        services.AddScoped<ReadGenerations>();
        services.AddScoped<CancelGeneration>();
        services.AddScoped<ReadLiveStream>();
        services.AddScoped<WriteScreenplay>();
        services.AddScoped<WriteBrief>();
    }

    public static void MapCreate(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder create = api.MapGroup("").WithTags("Create").RequireAuthorization();

        api.MapGet("/styles", (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=3600";
                return TypedResults.Ok(new StylesView(StyleView.All));
            })
            .Named("listStyles", "Looks that a generation can be made in.").WithTags("Create").Conditional();

        api.MapGet("/styles/{id}/thumbnail.webp", async Task<Results<FileContentHttpResult, ProblemResult>> (string id, StyleThumbnails thumbnails, HttpContext http, CancellationToken cancel) =>
            {
                if (await thumbnails.FindAsync(id, cancel) is not { } still)
                {
                    return new ProblemResult(CreateErrors.StyleNotFound);
                }

                http.Response.Headers.CacheControl = "public, max-age=86400";
                return TypedResults.File(still, "image/webp");
            })
            .Named("readStyleThumbnail", "A still of the same scene in a style.").WithTags("Create")
            .Produces(StatusCodes.Status200OK, contentType: "image/webp")
            .Refuses(CreateErrors.StyleNotFound)
            .Costs(0);

        create.MapGet("/handles", async Task<Ok<HandleCompletions>> (
                [Description("How the handle starts, with or without the at sign.")] string prefix, CompleteHandle complete, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await complete.RunAsync(user.AccountId(), prefix, cancel)))
            .Named("completeHandle", "Accounts whose handles start as somebody types.");

        create.MapPost("/screenplays", async Task<Results<Ok<ScreenplayView>, ProblemResult>> (ScreenplayRequest body, WriteScreenplay write, CompleteHandle handles, ClaimsPrincipal user, CancellationToken cancel)
                => write.Run(body).TryGet(out ScreenplayView? screenplay, out Problem? problem)
                    ? TypedResults.Ok(screenplay with { Mentions = await handles.FindAsync(user.AccountId(), screenplay.Prompt, cancel) })
                    : new ProblemResult(problem))
            .Named("writeScreenplay", "Reads a prompt or a storyboard without making anything of it: what is understood, what is not, and how it would be laid out shot by shot.")
            .Refuses(CreateErrors.PromptEmpty, CreateErrors.PromptTooLong, CreateErrors.PromptNoWords, CreateErrors.SecondsNotSupported, CreateErrors.StoryboardShotsInvalid,
                CreateErrors.ShotPromptEmpty, CreateErrors.ShotPromptTooLong, CreateErrors.ShotSecondsInvalid, CreateErrors.ScreenplaysNotOffered)
            .Costs(2);

        create.MapPost("/screenplays/brief", Results<Ok<BriefView>, ProblemResult> (BriefRequest body, WriteBrief write) => write.Run(body).Answer(TypedResults.Ok))
            .Named("writeBrief", "Writes a prompt out as a shot brief, in its own language and words, to be edited and used in its place.")
            .Refuses(CreateErrors.PromptEmpty, CreateErrors.PromptTooLong, CreateErrors.PromptNoWords, CreateErrors.SecondsNotSupported, CreateErrors.ScreenplaysNotOffered)
            .Costs(2);

        create.MapPost("/generations", async Task<Results<Accepted<GenerationView>, ProblemResult>> (CreateGenerationRequest body, CreateGeneration generate, ClaimsPrincipal user, CancellationToken cancel)
                => (await generate.RunAsync(user.AccountId(), body, cancel)).Answer(generation => TypedResults.Accepted($"/api/generations/{generation.Id}", generation)))
            .Named("createGeneration", "Queues a generation, and makes the draft that it fills. Follow it by its events.")
            .Refuses(
                CreateErrors.PromptEmpty, CreateErrors.PromptTooLong, CreateErrors.PromptNoWords, CreateErrors.EngineUnknown, CreateErrors.SizeNotSupported,
                CreateErrors.FpsNotSupported, CreateErrors.SecondsNotSupported, CreateErrors.FirstImageNeeded, CreateErrors.FirstImageNotSupported, FirstImagesErrors.FirstImageNotFound, CreateErrors.LastImageNeeded, CreateErrors.EngineRefused, CreateErrors.SeedInvalid, CreateErrors.StoryboardShotsInvalid, CreateErrors.ShotPromptEmpty,
                CreateErrors.ShotPromptTooLong, CreateErrors.ShotSecondsInvalid, CreateErrors.StoryboardNotSupported, CreateErrors.StyleUnknown, CreateErrors.VariantsInvalid,
                CreateErrors.TooManyActive, PostsErrors.PostNotFound, PostsErrors.RemixNotAllowed, CreateErrors.RemixSourceInvalid, DraftsErrors.DraftNotFound)
            .Costs(20);

        create.MapGet("/posts/{id:guid}/recipe", async Task<Results<Ok<RecipeView>, ProblemResult>> (Guid id, LucarneContext db, ClaimsPrincipal user, CancellationToken cancel)
                => (await RemixSource.FindAsync(db, user.AccountId(), id, cancel)).Answer(source => TypedResults.Ok(RecipeView.Of(source, user.AccountId()))))
            .Named("readRecipe", "What a post that one may remix was asked for: its words or shots, style, size and seed.")
            .Refuses(PostsErrors.PostNotFound, PostsErrors.RemixNotAllowed);

        create.MapGet("/generations", async Task<Ok<Page<GenerationView>>> (
                [Description("True lists only those that are queued or in progress.")] bool? active,
                [Description("Only the variants that were asked for together: batchId of one of them.")] Guid? batch,
                ReadGenerations read, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(new Page<GenerationView>(await read.ListAsync(user.AccountId(), active == true, batch, cancel), Next: null)))
            .Named("listGenerations", "One's own latest generations, newest first, 50 at most.");

        create.MapGet("/generations/{id:guid}", async Task<Results<Ok<GenerationView>, ProblemResult>> (Guid id, ReadGenerations read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FindAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("readGeneration", "One of one's own generations.")
            .Refuses(CreateErrors.GenerationNotFound);

        create.MapGet("/generations/{id:guid}/events", async Task<Results<ServerSentEventsResult<GenerationView>, ProblemResult>> (Guid id, ReadGenerations read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FindAsync(user.AccountId(), id, cancel)).Answer(first => TypedResults.ServerSentEvents(read.WatchAsync(first, cancel))))
            .Named("watchGeneration", "Follows a generation by server-sent events (event: generation, data: Generation) until it has ended.")
            .Refuses(CreateErrors.GenerationNotFound);

        create.MapPost("/generations/{id:guid}/cancel", async Task<Results<Ok<GenerationView>, ProblemResult>> (Guid id, CancelGeneration cancelGeneration, ClaimsPrincipal user, CancellationToken cancel)
                => (await cancelGeneration.RunAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("cancelGeneration", "Stops a generation at whatever point it is.")
            .Refuses(CreateErrors.GenerationNotFound, CreateErrors.GenerationAlreadyEnded)
            .Costs(2);

        create.MapPost("/generations/{id:guid}/shots/{number:int}/retake", async Task<Results<Accepted<GenerationView>, ProblemResult>> (
                Guid id, [Description("Which shot, from 1.")] int number, RetakeShotRequest body, RetakeShot retake, ClaimsPrincipal user, CancellationToken cancel)
                => (await retake.RunAsync(user.AccountId(), id, number, body, cancel)).Answer(generation => TypedResults.Accepted($"/api/generations/{generation.Id}", generation)))
            .Named("retakeShot", "Makes one shot of a storyboarded film again, as a new generation with a draft of its own; every other shot keeps its frames.")
            .Refuses(
                CreateErrors.GenerationNotFound, CreateErrors.StoryboardMissing, CreateErrors.ShotNotFound, CreateErrors.PromptEmpty, CreateErrors.PromptTooLong, CreateErrors.PromptNoWords,
                CreateErrors.ShotPromptTooLong, CreateErrors.SeedInvalid, CreateErrors.EngineUnknown, CreateErrors.EngineRefused, FirstImagesErrors.FirstImageNotFound, CreateErrors.TooManyActive)
            .Costs(20);

        create.MapGet("/generations/{id:guid}/stream/{file}", async Task<Results<PhysicalFileHttpResult, ProblemResult>> (Guid id, string file, ReadLiveStream read, ClaimsPrincipal user, HttpContext http, CancellationToken cancel)
                => await read.RunAsync(user.AccountId(), id, file, http, cancel))
            .Named("readGenerationStream", "The HLS playlist (index.m3u8) and its files while a generation is in progress and after, for its owner.")
            .Produces(StatusCodes.Status200OK, contentType: "application/vnd.apple.mpegurl")
            .Refuses(CreateErrors.GenerationNotFound, CreateErrors.StreamNotFound)
            .Costs(0);
    }
}
