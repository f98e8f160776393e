using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Create;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Edits;

/// <summary>The doors of edits and of the sounds put under them. All of them are their owner's alone.</summary>
internal static class EditsEndpoints
{
    public static void AddEdits(this IServiceCollection services)
    {
        services.AddScoped<CreateEdit>();
        services.AddScoped<Sounds>();
    }

    public static void MapEdits(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder edits = api.MapGroup("").WithTags("Edits").RequireAuthorization();

        edits.MapPost("/edits", async Task<Results<Accepted<GenerationView>, ProblemResult>> (CreateEditRequest body, CreateEdit create, ClaimsPrincipal user, CancellationToken cancel)
                => (await create.RunAsync(user.AccountId(), body, cancel)).Answer(generation => TypedResults.Accepted($"/api/generations/{generation.Id}", generation)))
            .Named("createEdit", "Queues an edit of one's own finished videos (trim, stitch, reorder, extend, sound), and makes the draft that it fills. Follow it as any generation.")
            .Refuses(
                EditsErrors.ClipsInvalid, EditsErrors.ClipNotFound, EditsErrors.ClipNotFinished, EditsErrors.ClipRangeInvalid, EditsErrors.CrossfadeInvalid,
                EditsErrors.ExtendInvalid, EditsErrors.ExtendNotSupported, EditsErrors.ExtendNotUnderstood, CreateErrors.PromptTooLong, CreateErrors.PromptNoWords, EditsErrors.EditLengthInvalid, CreateErrors.SizeNotSupported,
                EditsErrors.SoundInvalid, EditsErrors.SoundNotFound, PostsErrors.TitleTooLong, CreateErrors.TooManyActive)
            .Costs(20);

        edits.MapGet("/sounds", async Task<Ok<Page<SoundView>>> (Sounds sounds, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(new Page<SoundView>(await sounds.ListAsync(user.AccountId(), cancel), Next: null)))
            .Named("listSounds", "One's own uploaded sounds, newest first.");

        edits.MapPost("/sounds", async Task<Results<Created<SoundView>, ProblemResult>> (
                [Description("File name, for people.")] string? name, HttpRequest request, Sounds sounds, ClaimsPrincipal user, CancellationToken cancel)
                => (await sounds.UploadAsync(user.AccountId(), name, request.Body, cancel)).Answer(sound => TypedResults.Created(sound.Url, sound)))
            .Named("uploadSound", "Uploads a sound to put under videos: the bytes of an audio file of at most 20 MB and 3 minutes. It is brought to the usual loudness.")
            .Accepts<byte[]>("application/octet-stream", "audio/mpeg", "audio/mp4", "audio/wav", "audio/ogg", "audio/flac")
            .WithMetadata(new RequestSizeLimitAttribute(Sounds.MaxBytes + 1))
            .Refuses(EditsErrors.SoundUnreadable, EditsErrors.SoundTooLong, EditsErrors.SoundTooLarge, EditsErrors.TooManySounds)
            .Costs(20);

        edits.MapGet("/sounds/{id:guid}/file", async Task<Results<PhysicalFileHttpResult, ProblemResult>> (Guid id, Sounds sounds, ClaimsPrincipal user, CancellationToken cancel)
                => await sounds.FindAsync(user.AccountId(), id, cancel) is { } path
                    ? TypedResults.PhysicalFile(path, "audio/mp4", enableRangeProcessing: true)
                    : new ProblemResult(EditsErrors.SoundNotFound))
            .Named("readSound", "An own uploaded sound.")
            .Produces(StatusCodes.Status200OK, contentType: "audio/mp4")
            .Refuses(EditsErrors.SoundNotFound);

        edits.MapDelete("/sounds/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, Sounds sounds, ClaimsPrincipal user, CancellationToken cancel)
                => await sounds.DeleteAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteSound", "Deletes an own uploaded sound; videos that were made with it keep theirs.")
            .Refuses(EditsErrors.SoundNotFound)
            .Costs(2);
    }
}
