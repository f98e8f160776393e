using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Http;

/// <summary>Refuses state-changing API requests that another site made a browser send.</summary>
/// <remarks>
/// A request passes with the header <c>X-Lucarne-Csrf</c> (another origin would need a CORS preflight, which is never granted), or when the browser
/// itself says that it is of the same origin. A request without any of these signs passes only without a session cookie: tools that are no browser.
/// </remarks>
internal static class CrossSiteGuard
{
    /// <summary>Header that Lucarne's own client sends with every request.</summary>
    public const string Header = "X-Lucarne-Csrf";

    /// <summary>The middleware.</summary>
    public static Task InvokeAsync(HttpContext context, SocialOptions options, RequestDelegate next)
        => Passes(context.Request, options) ? next(context) : new ProblemResult(HttpErrors.CrossSiteRequest).ExecuteAsync(context);

    private static bool Passes(HttpRequest request, SocialOptions options)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
            || request.Headers.ContainsKey(Header))
        {
            return true;
        }

        string? site = request.Headers["Sec-Fetch-Site"];
        if (!string.IsNullOrEmpty(site))
        {
            return site is "same-origin" or "none";
        }

        string? origin = request.Headers[HeaderNames.Origin];
        if (!string.IsNullOrEmpty(origin))
        {
            return string.Equals(origin, options.OriginOf(request), StringComparison.OrdinalIgnoreCase);
        }

        return !request.Cookies.ContainsKey(Accounts.SessionCookie.Name);
    }
}
