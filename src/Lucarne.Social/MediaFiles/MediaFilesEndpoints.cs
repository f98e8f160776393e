using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.MediaFiles;

/// <summary>The doors of media files: addresses that never change what they hold, with byte ranges.</summary>
internal static class MediaFilesEndpoints
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void AddMediaFiles(this IServiceCollection services) => services.AddScoped<ReadMedia>();

    public static void MapMediaFiles(this IEndpointRouteBuilder app)
        => app.MapMethods("/media/{file}", Reads, (string file, ReadMedia read, HttpContext http, CancellationToken cancel) => read.RunAsync(file, http, cancel))
            .ExcludeFromDescription();
}
