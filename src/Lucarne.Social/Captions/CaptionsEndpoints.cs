using System.ComponentModel;
using System.Security.Claims;
using System.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Captions;

/// <summary>The doors of captions.</summary>
internal static class CaptionsEndpoints
{
    public static void AddCaptions(this IServiceCollection services) => services.AddScoped<WriteCaptions>();

    public static void MapCaptions(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder captions = api.MapGroup("/posts/{id:guid}/captions/{language}").WithTags("Posts");

        captions.MapGet("", async Task<Results<ContentHttpResult, ProblemResult>> (Guid id, string language, WriteCaptions write, ClaimsPrincipal user, CancellationToken cancel)
                => await write.ReadAsync(user.FindAccountId(), id, language, cancel) is { } text
                    ? TypedResults.Text(text, "text/vtt; charset=utf-8")
                    : new ProblemResult(CaptionsErrors.NotFound))
            .Named("readCaptions", "Captions of a post in one language, as WebVTT.")
            .Produces<string>(StatusCodes.Status200OK, "text/vtt")
            .Refuses(CaptionsErrors.NotFound);

        captions.MapGet("/file", async Task<Results<FileContentHttpResult, ProblemResult>> (
                Guid id, string language, [Description("vtt (the default) or srt.")] string? format, WriteCaptions write, ClaimsPrincipal user, CancellationToken cancel)
                => format is not (null or "vtt" or "srt")
                    ? new ProblemResult(CaptionsErrors.FormatUnknown.For("format"))
                    : (await write.SaveAsync(user.FindAccountId(), id, language, format == "srt", cancel))
                        .Answer(file => TypedResults.File(Encoding.UTF8.GetBytes(file.Text), $"{file.ContentType}; charset=utf-8", file.FileName)))
            .Named("downloadCaptions", "Captions of a post as a file to keep, WebVTT or SubRip. The language spoken names those that the engine made of what the film says.")
            .Produces<string>(StatusCodes.Status200OK, "text/vtt", "application/x-subrip")
            .Refuses(CaptionsErrors.NotFound, CaptionsErrors.FormatUnknown);

        captions.MapPut("", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, string language, WriteCaptionsRequest body, WriteCaptions write, ClaimsPrincipal user, CancellationToken cancel)
                => (await write.SetAsync(user.AccountId(), id, language, body, cancel)).Answer(TypedResults.Ok))
            .Named("writeCaptions", "Writes the captions of one's own post in one language, in place of those that were.")
            .Refuses(CaptionsErrors.Invalid, CaptionsErrors.LanguageInvalid, CaptionsErrors.TooMany, PostsErrors.PostNotFound)
            .Costs(5)
            .RequireAuthorization();

        captions.MapDelete("", async Task<Results<NoContent, ProblemResult>> (Guid id, string language, WriteCaptions write, ClaimsPrincipal user, CancellationToken cancel)
                => await write.DeleteAsync(user.AccountId(), id, language, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteCaptions", "Takes the captions of one language away; those that the engine made are shown again once none is left.")
            .Refuses(CaptionsErrors.NotFound)
            .Costs(2)
            .RequireAuthorization();
    }
}
