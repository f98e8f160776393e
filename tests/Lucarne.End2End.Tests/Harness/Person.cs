using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>Someone at a browser: a cookie jar, and what people do.</summary>
internal sealed class Person(LucarneApp app, string handle) : IDisposable
{
    /// <summary>Everyone's password.</summary>
    public const string Password = "a rather long password";

    private readonly HttpClient _browser = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
    {
        BaseAddress = app.Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>What they send with; for requests that are cut off.</summary>
    public HttpClient Browser => _browser;

    /// <summary>Their handle.</summary>
    public string Handle => handle;

    /// <summary>Sends anything.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await _browser.SendAsync(request);
        return new Answer(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends a request as the web client does.</summary>
    public Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        request.Headers.Add("X-Lucarne-Csrf", "1");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    /// <summary>Text sent as a body of a content type.</summary>
    public static StringContent Body(string text, string contentType = "application/json") => new(text, Encoding.UTF8, contentType);

    /// <summary>Types a prompt and presses Create.</summary>
    /// <returns>The generation.</returns>
    public async Task<Answer> CreateAsync(string prompt, double seconds = 4)
        => (await PostAsync("/api/generations", new { prompt, seconds, size = SketchEngine.Size })).ShouldBeFine(HttpStatusCode.Accepted);

    /// <summary>Follows a generation by its events until it has ended.</summary>
    /// <returns>Every snapshot that was told.</returns>
    public async Task<IReadOnlyList<JsonElement>> WatchAsync(string? generationId, Func<JsonElement, Task>? onEach = null)
    {
        using HttpResponseMessage response = await _browser.GetAsync($"/api/generations/{generationId}/events", HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync());
        List<JsonElement> snapshots = [];
        string? name = null;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                name.ShouldBe("generation");
                snapshots.Add(JsonElement.Parse(line["data: ".Length..]));
                await (onEach?.Invoke(snapshots[^1]) ?? Task.CompletedTask);
            }
        }

        return snapshots;
    }

    /// <summary>Creates a video and waits until its draft is finished.</summary>
    /// <returns>The draft.</returns>
    public async Task<Answer> CreateDraftAsync(string prompt, double seconds = 4)
    {
        Answer generation = await CreateAsync(prompt, seconds);
        IReadOnlyList<JsonElement> snapshots = await WatchAsync(generation["id"]);
        snapshots[^1].GetProperty("status").GetString().ShouldBe("completed", snapshots[^1].ToString());
        return (await GetAsync($"/api/drafts/{generation["draftId"]}")).ShouldBeFine();
    }

    /// <summary>Creates a video and publishes it.</summary>
    /// <returns>The post.</returns>
    public async Task<Answer> PublishAsync(string prompt, object? how = null)
    {
        Answer draft = await CreateDraftAsync(prompt);
        return (await PostAsync($"/api/drafts/{draft["id"]}/publish", how ?? new { })).ShouldBeFine(HttpStatusCode.Created);
    }

    /// <summary>Opens a page that listens to the account's events.</summary>
    public Task<EventListener> ListenAsync(string? lastEventId = null) => EventListener.OpenAsync(_browser, lastEventId);

    /// <summary>Ids of the posts in the latest feed.</summary>
    public async Task<string[]> FeedAsync()
        => [.. (await GetAsync("/api/feed?limit=100")).ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("post").GetProperty("id").GetString()!)];

    /// <inheritdoc/>
    public void Dispose() => _browser.Dispose();
}
