using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Http;

/// <summary>Writes a <see cref="Problem"/> as <c>application/problem+json</c>, whatever the Accept header says.</summary>
/// <param name="problem">The refusal.</param>
public sealed class ProblemResult(Problem problem) : IResult, IStatusCodeHttpResult
{
    /// <summary>Media type of every error.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>The refusal.</summary>
    public Problem Problem { get; } = problem;

    /// <inheritdoc/>
    public int? StatusCode => Problem.Status;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Problem.Status;
        if (Problem.RetryAfterSeconds is int seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        response.Headers[HeaderNames.CacheControl] = "no-store";
        ProblemBody body = new(Problem.Type, Problem.Title, Problem.Status, Problem.Detail, Problem.Code, Problem.Errors,
            Activity.Current?.TraceId.ToHexString() ?? httpContext.TraceIdentifier);
        return response.WriteAsJsonAsync(body, options: null, ContentType, httpContext.RequestAborted);
    }
}

/// <summary>The JSON of an error (RFC 9457).</summary>
/// <param name="Type">URI of the kind of problem: <c>urn:lucarne:problem:{code}</c>.</param>
/// <param name="Title">What is wrong, the same for every occurrence.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What to do about it.</param>
/// <param name="Code">Stable snake_case code to match on.</param>
/// <param name="Errors">Refused members of the request and why, where the problem concerns some.</param>
/// <param name="TraceId">Identifies the request in the server's logs.</param>
public sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors,
    string TraceId);
