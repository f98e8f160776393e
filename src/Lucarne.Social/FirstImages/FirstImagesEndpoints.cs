using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.FirstImages;

/// <summary>The doors of pictures that films start from. All of them are their owner's alone.</summary>
internal static class FirstImagesEndpoints
{
    private static readonly string[] PictureTypes = ["image/png", "image/jpeg", "image/webp"];

    public static void AddFirstImages(this IServiceCollection services) => services.AddScoped<KeepFirstImages>();

    public static void MapFirstImages(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder images = api.MapGroup("/first-images").WithTags("Create").RequireAuthorization();

        images.MapGet("", async Task<Ok<Page<FirstImageView>>> (KeepFirstImages keep, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(new Page<FirstImageView>(await keep.ListAsync(user.AccountId(), cancel), Next: null)))
            .Named("listFirstImages", "One's own pictures that films can start from again, newest first, 60 at most: those of one's films, and those that wait for one for 24 hours.");

        images.MapPost("", async Task<Results<Created<FirstImageView>, ProblemResult>> (
                [Description("File name, for people.")] string? name,
                [Description("True: the account holds the rights to the picture, and the people in it consent. It is refused otherwise.")] bool? rightsConfirmed,
                HttpRequest request, KeepFirstImages keep, ClaimsPrincipal user, CancellationToken cancel)
                => (await keep.UploadAsync(user.AccountId(), name, rightsConfirmed == true, request.Body, cancel)).Answer(image => TypedResults.Created(image.Url, image)))
            .Named("uploadFirstImage", "Uploads a picture for films to start from: a PNG, JPEG or WebP file of at most 20 MB. Its metadata is removed; it goes after 24 hours unless a film is made from it.")
            .WithMetadata(new RequestSizeLimitAttribute(KeepFirstImages.MaxBytes + 1))
            .WithMetadata(new AcceptsMetadata(PictureTypes, typeof(byte[])))
            .Refuses(
                FirstImagesErrors.FirstImageRightsNeeded, FirstImagesErrors.FirstImageInvalid, FirstImagesErrors.FirstImageTooSmall, FirstImagesErrors.FirstImageTooLarge,
                HttpErrors.MediaTypeNotSupported, HttpErrors.BodyTooLarge)
            .Costs(20);

        images.MapPost("/frame", async Task<Results<Created<FirstImageView>, ProblemResult>> (FirstImageFrameRequest body, KeepFirstImages keep, ClaimsPrincipal user, CancellationToken cancel)
                => (await keep.TakeFrameAsync(user.AccountId(), body, cancel)).Answer(image => TypedResults.Created(image.Url, image)))
            .Named("takeFirstImageFromVideo", "Takes a frame of one's own video for films to start from.")
            .Refuses(FirstImagesErrors.FirstImageRightsNeeded, ProfilesErrors.VideoNotFound, ProfilesErrors.MomentInvalid, FirstImagesErrors.FirstImageInvalid, FirstImagesErrors.FirstImageTooSmall)
            .Costs(20);

        images.MapGet("/{id:guid}/file", async Task<Results<PhysicalFileHttpResult, ProblemResult>> (Guid id, KeepFirstImages keep, ClaimsPrincipal user, HttpContext http, CancellationToken cancel) =>
            {
                if (await keep.FindAsync(user.AccountId(), id, cancel) is not { } path)
                {
                    return new ProblemResult(FirstImagesErrors.FirstImageNotFound);
                }

                http.Response.Headers.CacheControl = "private, max-age=3600";
                http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
                return TypedResults.PhysicalFile(path, "image/webp");
            })
            .Named("readFirstImage", "An own picture that films start from.")
            .Produces(StatusCodes.Status200OK, contentType: "image/webp")
            .Refuses(FirstImagesErrors.FirstImageNotFound)
            .Costs(0);

        images.MapDelete("/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, KeepFirstImages keep, ClaimsPrincipal user, CancellationToken cancel)
                => await keep.GiveUpAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteFirstImage", "Deletes an own picture that films start from; one that a film was made from goes with the last such film.")
            .Refuses(FirstImagesErrors.FirstImageNotFound)
            .Costs(2);
    }
}
