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
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Sharing;

/// <summary>The doors by which posts leave the installation: downloads, oEmbed, QR codes.</summary>
internal static class SharingEndpoints
{
    public static void AddSharing(this IServiceCollection services)
    {
        services.AddScoped<OEmbed>();
        services.AddScoped<DownloadPost>();
        services.AddSingleton<PostRenditions>();
        services.AddScoped<CountShare>();
    }

    public static void MapSharing(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder posts = api.MapGroup("/posts/{id:guid}").WithTags("Posts");

        posts.MapGet("/download", async Task<Results<PhysicalFileHttpResult, ProblemResult>> (
                Guid id, [Description("film (the default), small, end_card or animated.")] string? kind, DownloadPost download, IOptions<SocialOptions> options, HttpContext http, CancellationToken cancel)
                => (await download.FindAsync(http.User.FindAccountId(), id, kind, options.Value.OriginOf(http.Request), cancel))
                    .Answer(file => TypedResults.PhysicalFile(file.Path, file.ContentType, file.FileName, enableRangeProcessing: true)))
            .Named("downloadPost", "A file of a post whose name tells what it is: its film, the film made small, the film with a card at its end, or its start as a GIF. The last two are made when they are first asked for.")
            .Produces<Stream>(StatusCodes.Status200OK, "video/mp4", "image/gif")
            .Refuses(PostsErrors.PostNotFound, SharingErrors.DownloadNotAllowed, SharingErrors.DownloadKindUnknown, SharingErrors.RenditionsBusy, SharingErrors.RenditionFailed)
            .Costs(5);

        posts.MapPost("/downloads", async Task<Results<Ok<PreparedDownload>, ProblemResult>> (
                Guid id, PrepareDownloadRequest body, DownloadPost download, IOptions<SocialOptions> options, HttpContext http, CancellationToken cancel)
                => (await download.PrepareAsync(http.User.FindAccountId(), id, body.Kind, options.Value.OriginOf(http.Request), cancel)).Answer(TypedResults.Ok))
            .Named("prepareDownload", "Makes a file of a post where it is not there yet, answers once it is, and tells where to fetch it.")
            .Refuses(PostsErrors.PostNotFound, SharingErrors.DownloadNotAllowed, SharingErrors.RenditionsBusy, SharingErrors.RenditionFailed)
            .Costs(10);

        posts.MapPost("/share", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, CountShare count, ClaimsPrincipal user, CancellationToken cancel)
                => (await count.RunAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("sharePost", "Tells that the link of a post was copied or sent on. It counts once a day for each account, and not for the author's own posts.")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(2)
            .RequireAuthorization();
    }

    /// <summary>What lies outside <c>/api</c>.</summary>
    public static void MapSharingPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/oembed", async Task<Results<Ok<OEmbedAnswer>, ProblemResult>> (
                [Description("Absolute address of a post's page.")] string? url, [Description("Most pixels.")] int? maxwidth, [Description("Most pixels.")] int? maxheight, [Description("json, or absent.")] string? format, OEmbed embed, IOptions<SocialOptions> options, HttpContext http, CancellationToken cancel) =>
            {
                // Other sites' pages ask, too; the answer holds only what anyone may see.
                http.Response.Headers.AccessControlAllowOrigin = "*";
                http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
                return format is null or "json"
                    ? (await embed.RunAsync(url, maxwidth, maxheight, options.Value.OriginOf(http.Request), cancel)).Answer(TypedResults.Ok)
                    : new ProblemResult(SharingErrors.FormatNotSupported);
            })
            .Named("embedByAddress", "How to embed the post whose page has an address (oEmbed 1.0).")
            .WithTags("Sharing")
            .Refuses(SharingErrors.AddressUnknown, SharingErrors.SizeInvalid, SharingErrors.FormatNotSupported, PostsErrors.PostNotFound)
            .Costs(2);

        app.MapGet("/p/{id:guid}/card.jpg", ShowCardAsync)
            .Named("showCard", "The picture of a post in link previews, JPEG, 1200x630. It is made when it is first asked for; HEAD works, too.")
            .WithTags("Sharing")
            .Produces<Stream>(StatusCodes.Status200OK, "image/jpeg")
            .Refuses(PostsErrors.PostNotFound, SharingErrors.RenditionsBusy, SharingErrors.RenditionFailed)
            .Costs(3);
        app.MapMethods("/p/{id:guid}/card.jpg", [HttpMethods.Head], ShowCardAsync).ExcludeFromDescription().Costs(3);

        app.MapGet("/p/{id:guid}/qr.svg", async Task<Results<ContentHttpResult, ProblemResult>> (Guid id, ReadPost read, IOptions<SocialOptions> options, HttpContext http, CancellationToken cancel) =>
            {
                if (!(await read.RunAsync(id, viewerId: null, cancel)).TryGet(out PostView? post, out Problem? problem))
                {
                    return new ProblemResult(problem);
                }

                http.Response.Headers.CacheControl = "no-cache";
                return TypedResults.Text(QrCode.Svg($"{options.Value.OriginOf(http.Request)}{post.ShareUrl}"), "image/svg+xml");
            })
            .Named("showQrCode", "QR code of the address of a post's page, SVG.")
            .WithTags("Sharing")
            .Produces<string>(StatusCodes.Status200OK, "image/svg+xml")
            .Refuses(PostsErrors.PostNotFound)
            .Costs(2);
    }

    private static async Task<Results<PhysicalFileHttpResult, ProblemResult>> ShowCardAsync(
        Guid id, string? v, ReadPost read, PostRenditions renditions, IOptions<SocialOptions> options, HttpContext http, CancellationToken cancel)
    {
        if (!(await read.RunAsync(id, viewerId: null, cancel)).TryGet(out PostView? post, out Problem? problem) || !(await renditions.CardAsync(post, cancel)).TryGet(out string? path, out problem))
        {
            return new ProblemResult(problem);
        }

        // The address names the words on the card; without that, it may show others tomorrow.
        bool lasts = v is not null && PostRenditions.CardUrl(post, options.Value.Name).EndsWith($"v={v}", StringComparison.Ordinal);
        http.Response.Headers.CacheControl = lasts && post.Visibility == Visibility.Public ? "public, max-age=604800" : "no-cache";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.PhysicalFile(path, "image/jpeg");
    }
}
