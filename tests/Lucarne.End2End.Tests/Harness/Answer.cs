using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>What the server answered, read whole.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Headers of the response.</param>
/// <param name="ContentHeaders">Headers of its content.</param>
/// <param name="Bytes">Body.</param>
internal sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    /// <summary>The body as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Bytes);

    /// <summary>MIME type without parameters.</summary>
    public string? MediaType => ContentHeaders.ContentType?.MediaType;

    /// <summary>The answer is a refusal with this code, in the one form that refusals have.</summary>
    public Answer ShouldBeProblem(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Text);
        return ShouldBeProblem(code);
    }

    /// <summary>The answer is a refusal with this code, whatever its 4xx status.</summary>
    public Answer ShouldBeProblem(string code)
    {
        ((int)Status).ShouldBeInRange(400, 499, Text);
        MediaType.ShouldBe("application/problem+json", Text);
        JsonElement problem = Json;
        problem.GetProperty("code").GetString().ShouldBe(code, Text);
        problem.GetProperty("status").GetInt32().ShouldBe((int)Status);
        problem.GetProperty("type").GetString().ShouldBe($"urn:lucarne:problem:{code}");
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        Text.ShouldNotContain("   at ", Case.Sensitive, "a stack trace leaked");
        return this;
    }

    /// <summary>The answer is a success.</summary>
    public Answer ShouldBeFine(HttpStatusCode status = HttpStatusCode.OK)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Text of a member of the JSON body, by its path.</summary>
    public string? this[string path] => Find(path) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    /// <summary>A member of the JSON body, by its path (<c>video.mp4Url</c>).</summary>
    public JsonElement Find(string path) => path.Split('.').Aggregate(Json, (element, name) => int.TryParse(name, out int index) ? element[index] : element.GetProperty(name));
}
