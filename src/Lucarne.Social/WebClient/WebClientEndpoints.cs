using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.WebClient;

/// <summary>The doors of the web client: its files, and its page for every path that it routes itself.</summary>
internal static class WebClientEndpoints
{
    private static readonly Problem NotBuilt = new(404, "web_client_missing", "The web client is not built", "Run ./lucarne build, or set LUCARNE_WEB_ROOT to the folder that holds index.html.");

    private const string WorkerPath = "/sw.js";

    /// <summary>First segments that belong to the server: an unknown path under them is an error, never the client's page.</summary>
    private static readonly PathString[] ServerPaths = ["/api", "/media", "/v1", "/p", "/healthz", "/readyz", "/metrics"];

    public static void AddWebClient(this IServiceCollection services) => services.AddSingleton<WebClientAssets>();

    /// <summary>Answers what no route has matched; after routing, so that wrong methods and content types of real routes stay errors of those.</summary>
    public static void UseWebClient(this IApplicationBuilder app)
    {
        WebClientAssets assets = app.ApplicationServices.GetRequiredService<WebClientAssets>();
        app.Use(next => context => context.GetEndpoint() is null && IsPage(context.Request) ? ServeAsync(context, assets) : next(context));
    }

    private static bool IsPage(HttpRequest request)
        => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && !Array.Exists(ServerPaths, path => request.Path.StartsWithSegments(path, StringComparison.Ordinal));

    private static Task ServeAsync(HttpContext context, WebClientAssets assets)
    {
        PathString path = context.Request.Path;
        if (path != WebClientAssets.IndexPath && assets.Find(path.Value ?? "/") is { } file)
        {
            return SendAsync(context, file, isFile: true);
        }

        if (Path.HasExtension(path.Value) && !path.Value!.StartsWith("/@", StringComparison.Ordinal) && path != WebClientAssets.IndexPath)
        {
            return new ProblemResult(HttpErrors.RouteNotFound).ExecuteAsync(context);
        }

        return assets.Find(WebClientAssets.IndexPath) is { } index
            ? SendAsync(context, index, isFile: false)
            : new ProblemResult(NotBuilt).ExecuteAsync(context);
    }

    private static async Task SendAsync(HttpContext context, WebAsset asset, bool isFile)
    {
        RequestHeaders request = context.Request.GetTypedHeaders();
        bool brotli = asset.Brotli is not null && request.AcceptEncoding.Any(e => e.Value == "br" && e.Quality is not 0);
        // Two encodings of one content are two representations, and a strong validator names one.
        EntityTagHeaderValue tag = new($"\"{asset.Hash}{(brotli ? "-br" : "")}\"");
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = asset.Immutable && isFile ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = tag.ToString();
        headers.Vary = HeaderNames.AcceptEncoding;
        if (!isFile)
        {
            headers.ContentSecurityPolicy = SecurityHeaders.WebClientPolicy;
        }
        else if (context.Request.Path == WorkerPath)
        {
            // A worker's own policy holds for all that it fetches.
            headers.ContentSecurityPolicy = SecurityHeaders.WorkerPolicy;
        }

        if (request.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        byte[] bytes = brotli ? asset.Brotli! : asset.Bytes;
        if (brotli)
        {
            headers.ContentEncoding = "br";
        }

        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
