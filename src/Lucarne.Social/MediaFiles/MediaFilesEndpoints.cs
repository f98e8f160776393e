using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.MediaFiles;

/// <summary>The doors of media files: addresses that never change what they hold, with byte ranges.</summary>
internal static class MediaFilesEndpoints
{
    public static void AddMediaFiles(this IServiceCollection services) => services.AddScoped<ReadMedia>();

    public static void MapMediaFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/media/{file}", ReadAsync)
            .Named("readMedia", "A stored file by its name: the hash of its bytes and an extension. Byte ranges, If-Range and ETags work; HEAD does, too.")
            .WithTags("Media")
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream")
            .Refuses(MediaErrors.MediaNotFound);
        app.MapMethods("/media/{file}", [HttpMethods.Head], ReadAsync).ExcludeFromDescription();
    }

    private static Task<Results<PhysicalFileHttpResult, ProblemResult>> ReadAsync(string file, ReadMedia read, HttpContext http, CancellationToken cancel)
        => read.RunAsync(file, http, cancel);
}
