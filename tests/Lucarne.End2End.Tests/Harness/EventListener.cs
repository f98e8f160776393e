using System.Net;
using System.Text.Json;
using System.Threading.Channels;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>An open page that listens to the account's events.</summary>
internal sealed class EventListener : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Channel<Heard> _heard = Channel.CreateUnbounded<Heard>();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _reading;

    private EventListener(HttpResponseMessage response)
    {
        _response = response;
        _reading = ReadAsync();
    }

    /// <summary>Name, id and data of an event.</summary>
    internal sealed record Heard(string Name, string? Id, JsonElement Data);

    /// <summary>The last id that was read from the stream.</summary>
    public string? LastId { get; private set; }

    /// <summary>Opens the stream.</summary>
    public static async Task<EventListener> OpenAsync(HttpClient browser, string? lastEventId = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        HttpResponseMessage response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new EventListener(response);
    }

    /// <summary>The next event that fits; the others on the way are passed over.</summary>
    public async Task<Heard> NextAsync(string name, Func<JsonElement, bool>? fits = null)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (true)
        {
            Heard heard = await _heard.Reader.ReadAsync(patience.Token);
            if (heard.Name == name && fits?.Invoke(heard.Data) != false)
            {
                return heard;
            }
        }
    }

    /// <summary>Everything that is heard within a time.</summary>
    public async Task<List<Heard>> ListenAsync(TimeSpan time)
    {
        await Task.Delay(time);
        List<Heard> all = [];
        while (_heard.Reader.TryRead(out Heard? heard))
        {
            all.Add(heard);
        }

        return all;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _response.Dispose();
        await _reading;
        _over.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using StreamReader reader = new(await _response.Content.ReadAsStreamAsync(_over.Token));
            (string name, string? id, string data) = ("message", null, "");
            while (await reader.ReadLineAsync(_over.Token) is { } line)
            {
                switch (line.Split(": ", 2))
                {
                    case ["event", string value]:
                        name = value;
                        break;
                    case ["id", string value]:
                        id = LastId = value;
                        break;
                    case ["data", string value]:
                        data = value;
                        break;
                    case [""]:
                        _heard.Writer.TryWrite(new Heard(name, id, JsonElement.Parse(data.Length == 0 ? "{}" : data)));
                        (name, id, data) = ("message", null, "");
                        break;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException or HttpRequestException)
        {
            // The page was closed, or the server was.
        }

        _heard.Writer.TryComplete();
    }
}
