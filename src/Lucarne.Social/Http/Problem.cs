namespace Lucarne.Social.Http;

/// <summary>An expected refusal over HTTP (RFC 9457): a documented value, made once in a feature's <c>XErrors</c>, never an exception.</summary>
/// <param name="Status">HTTP status, 4xx or 503.</param>
/// <param name="Code">Stable snake_case code that clients match and translate by.</param>
/// <param name="Title">What is wrong, the same for every occurrence.</param>
/// <param name="Detail">What the person can do about this occurrence; one or two sentences.</param>
public sealed record Problem(int Status, string Code, string Title, string Detail)
{
    /// <summary>For each refused member of the request (camelCase), why; null when the problem concerns no single member.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Whole seconds after which the same request may pass; sent as <c>Retry-After</c>.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Stable URI of the kind of problem.</summary>
    public string Type => $"urn:lucarne:problem:{Code}";

    /// <summary>The same problem, tied to one member of the request.</summary>
    /// <param name="member">Name in camelCase.</param>
    public Problem For(string member) => this with { Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [member] = [Detail] } };
}
