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

namespace Lucarne.Social.Create;

/// <summary>The doors of generations and screenplays. All of them need an account, and a generation is its owner's alone.</summary>
internal static class CreateEndpoints
{
    public static void AddCreate(this IServiceCollection services)
    {
        services.AddScoped<StartGenerations>();
        services.AddScoped<CreateGeneration>();
        services.AddScoped<RetakeShot>();
        services.AddScoped<ReadGenerations>();
        services.AddScoped<CancelGeneration>();
        services.AddScoped<ReadLiveStream>();
        services.AddScoped<WriteScreenplay>();
    }

    public static void MapCreate(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder create = api.MapGroup("").WithTags("Create").RequireAuthorization();

        create.MapPost("/screenplays", Results<Ok<ScreenplayView>, ProblemResult> (ScreenplayRequest body, WriteScreenplay write)
                => write.Run(body).Answer(TypedResults.Ok))
            .Named("writeScreenplay", "Reads a prompt or a storyboard without making anything of it: what is understood, what is not, and how it would be laid out shot by shot.")
            .Refuses(CreateErrors.PromptEmpty, CreateErrors.PromptTooLong, CreateErrors.PromptNoWords, CreateErrors.SecondsNotSupported, CreateErrors.StoryboardShotsInvalid,
                CreateErrors.ShotPromptEmpty, CreateErrors.ShotPromptTooLong, CreateErrors.ShotSecondsInvalid, CreateErrors.ScreenplaysNotOffered)
            .Costs(2);

        create.MapPost("/generations", async Task<Results<Accepted<GenerationView>, ProblemResult>> (CreateGenerationRequest body, CreateGeneration generate, ClaimsPrincipal user, CancellationToken cancel)
                => (await generate.RunAsync(user.AccountId(), body, cancel)).Answer(generation => TypedResults.Accepted($"/api/generations/{generation.Id}", generation)))
            .Named("createGeneration", "Queues a generation, and makes the draft that it fills. Follow it by its events.")
            .Refuses(
                CreateErrors.PromptEmpty, CreateErrors.PromptTooLong, CreateErrors.PromptNoWords, CreateErrors.EngineUnknown, CreateErrors.SizeNotSupported,
                CreateErrors.FpsNotSupported, CreateErrors.SecondsNotSupported, CreateErrors.SeedInvalid, CreateErrors.StoryboardShotsInvalid, CreateErrors.ShotPromptEmpty,
                CreateErrors.ShotPromptTooLong, CreateErrors.ShotSecondsInvalid, CreateErrors.StoryboardNotSupported, CreateErrors.StyleUnknown, CreateErrors.VariantsInvalid,
                CreateErrors.TooManyActive, PostsErrors.PostNotFound, PostsErrors.RemixNotAllowed)
            .Costs(20);

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
                CreateErrors.ShotPromptTooLong, CreateErrors.SeedInvalid, CreateErrors.EngineUnknown, CreateErrors.TooManyActive)
            .Costs(20);

        create.MapGet("/generations/{id:guid}/stream/{file}", async Task<Results<PhysicalFileHttpResult, ProblemResult>> (Guid id, string file, ReadLiveStream read, ClaimsPrincipal user, HttpContext http, CancellationToken cancel)
                => await read.RunAsync(user.AccountId(), id, file, http, cancel))
            .Named("readGenerationStream", "The HLS playlist (index.m3u8) and its files while a generation is in progress and after, for its owner.")
            .Produces(StatusCodes.Status200OK, contentType: "application/vnd.apple.mpegurl")
            .Refuses(CreateErrors.GenerationNotFound, CreateErrors.StreamNotFound)
            .Costs(0);
    }
}
