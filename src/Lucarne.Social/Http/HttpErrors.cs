using Microsoft.AspNetCore.Http;

namespace Lucarne.Social.Http;

/// <summary>Refusals that no feature owns.</summary>
public static class HttpErrors
{
    public static readonly Problem RouteNotFound = new(404, "route_not_found", "There is nothing here", "No route answers this address. /api/openapi.json lists those that exist.");

    public static readonly Problem MethodNotAllowed = new(405, "method_not_allowed", "Wrong method", "This address exists, but not for this method. The Allow header lists the methods that it takes.");

    public static readonly Problem MediaTypeNotSupported = new(415, "media_type_not_supported", "Wrong content type", "Send the body with the Content-Type that this route takes: application/json, unless /api/openapi.json names another.");

    public static readonly Problem BodyInvalid = new(400, "body_invalid", "The body can't be read", "The body is not the JSON that this route expects; /api/openapi.json describes it.");

    public static readonly Problem RequestInvalid = new(400, "request_invalid", "The request can't be read", "A part of the request is missing or has the wrong form; /api/openapi.json describes it.");

    public static readonly Problem BodyTooLarge = new(413, "body_too_large", "The body is too large", "Send a smaller body; JSON bodies hold at most 256 KiB.");

    public static readonly Problem CursorInvalid = new(400, "cursor_invalid", "This cursor can't be used", "Cursors come from the next member of the same list; start again without one.");

    public static readonly Problem LimitInvalid = new(400, "limit_invalid", "This limit can't be used", "Ask for 1 to 100 items.");

    public static readonly Problem SignedOut = new(401, "signed_out", "You are signed out", "Sign in, then try again.");

    public static readonly Problem Forbidden = new(403, "forbidden", "This is not yours to do", "Your account may not do this.");

    public static readonly Problem CrossSiteRequest = new(403, "cross_site_request", "Another site sent this request", "Requests that change something must come from Lucarne's own pages, or carry the header X-Lucarne-Csrf: 1.");

    public static readonly Problem RateLimited = new(429, "rate_limited", "Too many requests", "Wait for the number of seconds in Retry-After, then go on more slowly.");

    public static readonly Problem IdempotencyKeyInvalid = new(400, "idempotency_key_invalid", "This Idempotency-Key can't be used", "Send 1 to 128 visible ASCII characters, such as a UUID.");

    public static readonly Problem IdempotencyKeyInUse = new(409, "idempotency_key_in_use", "The first request is still running", "A request with this Idempotency-Key has not finished; ask again in a moment.") { RetryAfterSeconds = 1 };

    public static readonly Problem IdempotencyKeyReused = new(422, "idempotency_key_reused", "This Idempotency-Key was used for another request", "Use a new key for a different body; repeat a key only to repeat the same request.");

    public static readonly Problem ServerFailed = new(500, "server_failed", "The server failed", "This is a fault of the server, not of your request. Try again; if it happens again, give the operator the traceId.");

    /// <summary>The problem for a bare status that some middleware has set.</summary>
    public static Problem ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => SignedOut,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => RouteNotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => MediaTypeNotSupported,
        >= 500 => ServerFailed with { Status = status },
        _ => RequestInvalid with { Status = status },
    };
}
