using Microsoft.AspNetCore.Http;

namespace Lucarne.Social.Http;

/// <summary>Headers that every answer carries, and the policies of pages.</summary>
internal static class SecurityHeaders
{
    /// <summary>What the web client's page may load: its own files, and <c>blob:</c> where hls.js needs it.</summary>
    public const string WebClientPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; "
        + "connect-src 'self'; worker-src 'self' blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>What the service worker may reach: the server itself.</summary>
    public const string WorkerPolicy = "default-src 'none'; connect-src 'self'";

    /// <summary>For answers that are no pages.</summary>
    public const string NothingPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>The middleware: sets what an endpoint has not set itself.</summary>
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            HttpContext context = (HttpContext)state;
            IHeaderDictionary headers = context.Response.Headers;
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                headers.TryAdd("Cache-Control", "private, no-cache");
            }

            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Content-Security-Policy", NothingPolicy);
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
