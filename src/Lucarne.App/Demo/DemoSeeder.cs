using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Lucarne.App.Demo;

/// <summary>What the demo has become.</summary>
/// <param name="Accounts">Accounts made.</param>
/// <param name="Films">Films made and published.</param>
/// <param name="Comments">Comments written.</param>
/// <param name="Likes">Likes given.</param>
/// <param name="Follows">Follows.</param>
internal sealed record DemoResult(int Accounts, int Films, int Comments, int Likes, int Follows);

/// <summary>Brings <see cref="DemoStory"/> to life through the HTTP API of a running server, as its people would.</summary>
/// <param name="address">The server.</param>
/// <param name="password">Everyone's password.</param>
/// <param name="seed">Seed of who likes and follows whom, and of the films.</param>
/// <param name="films">How many films of the story; remixes of films beyond it are left out.</param>
/// <param name="tell">Told what is being done, and the share that is done.</param>
internal sealed class DemoSeeder(Uri address, string password, int seed, int films, Action<string, double> tell) : IDisposable
{
    private const double Seconds = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly List<HttpClient> _people = [];
    private readonly Dictionary<int, Guid> _posts = [];
    private readonly List<Guid> _videos = [];
    private ulong _state = (ulong)seed + 0x9E3779B97F4A7C15;

    /// <summary>Does all of it.</summary>
    public async Task<DemoResult> RunAsync(CancellationToken cancel)
    {
        foreach (DemoPerson person in DemoStory.People)
        {
            await SignUpAsync(person, cancel);
        }

        int follows = await FollowAsync(cancel);
        DemoFilm[] story = [.. DemoStory.Films.Take(films)];
        for (int i = 0; i < story.Length; i++)
        {
            if (story[i].RemixOf is not int parent || _posts.ContainsKey(parent))
            {
                await MakeAsync(i, story, cancel);
            }
        }

        tell("Pictures, likes and talk", 1);
        await PicturesAsync(story, cancel);
        return new DemoResult(_people.Count, _posts.Count, await TalkAsync(cancel), await LikeAsync(cancel), follows);
    }

    /// <inheritdoc/>
    public void Dispose() => _people.ForEach(person => person.Dispose());

    private async Task SignUpAsync(DemoPerson person, CancellationToken cancel)
    {
        HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("X-Lucarne-Csrf", "1");
        _people.Add(client);
        await SendAsync(client, HttpMethod.Post, "/api/accounts", new { handle = person.Handle, password, displayName = person.Name, locale = person.Locale }, cancel);
        await SendAsync(client, HttpMethod.Put, "/api/me/profile", new { displayName = person.Name, bio = person.Bio }, cancel);
    }

    private async Task<int> FollowAsync(CancellationToken cancel)
    {
        int count = 0;
        for (int i = 0; i < _people.Count; i++)
        {
            for (int j = 0; j < _people.Count; j++)
            {
                if (i != j && Draw(100) < 45)
                {
                    await SendAsync(_people[i], HttpMethod.Put, $"/api/accounts/{DemoStory.People[j].Handle}/follow", null, cancel);
                    count++;
                }
            }
        }

        return count;
    }

    private async Task MakeAsync(int number, DemoFilm[] story, CancellationToken cancel)
    {
        DemoFilm film = story[number];
        HttpClient author = _people[film.Author];
        JsonElement generation = await SendAsync(author, HttpMethod.Post, "/api/generations", new
        {
            prompt = film.Prompt,
            seconds = Seconds,
            size = film.Wide ? "640x360" : "360x640",
            seed = seed + number,
            remixOf = film.RemixOf is int parent ? _posts[parent] : (Guid?)null,
        }, cancel);
        string id = generation.GetProperty("id").GetString()!;
        while (true)
        {
            generation = await SendAsync(author, HttpMethod.Get, $"/api/generations/{id}", null, cancel);
            tell($"Filming “{film.Title}”, {number + 1} of {story.Length}", (number + generation.GetProperty("progress").GetDouble()) / story.Length);
            switch (generation.GetProperty("status").GetString())
            {
                case "completed":
                    JsonElement post = await SendAsync(author, HttpMethod.Post, $"/api/drafts/{generation.GetProperty("draftId").GetString()}/publish", new { title = film.Title, caption = film.Caption }, cancel);
                    _posts[number] = post.GetProperty("id").GetGuid();
                    _videos.Add(Guid.Parse(id));
                    return;
                case "failed" or "cancelled":
                    throw new HttpRequestException($"the film “{film.Title}” failed: {generation.GetProperty("failure")}");
                default:
                    await Task.Delay(Poll, cancel);
                    break;
            }
        }
    }

    /// <summary>Everyone's picture is a frame of a film of their own.</summary>
    private async Task PicturesAsync(DemoFilm[] story, CancellationToken cancel)
    {
        for (int i = 0; i < _people.Count; i++)
        {
            int own = Array.FindIndex(story, film => film.Author == i);
            if (own >= 0 && own < _videos.Count)
            {
                await SendAsync(_people[i], HttpMethod.Put, "/api/me/picture/frame", new { videoId = _videos[own], atSeconds = Seconds / 2 }, cancel);
            }
        }
    }

    private async Task<int> TalkAsync(CancellationToken cancel)
    {
        int count = 0;
        foreach (DemoThread thread in DemoStory.Threads)
        {
            if (!_posts.TryGetValue(thread.Film, out Guid post))
            {
                continue;
            }

            string? opened = null;
            foreach ((int author, string text) in thread.Lines)
            {
                JsonElement comment = await SendAsync(_people[author], HttpMethod.Post, $"/api/posts/{post}/comments", new { text, answerTo = opened }, cancel);
                opened ??= comment.GetProperty("id").GetString();
                count++;
            }

            await SendAsync(_people[(thread.Lines[0].Author + 3) % _people.Count], HttpMethod.Put, $"/api/comments/{opened}/like", null, cancel);
        }

        return count;
    }

    private async Task<int> LikeAsync(CancellationToken cancel)
    {
        int count = 0;
        foreach ((int number, Guid post) in _posts)
        {
            int charm = 20 + Draw(70);
            for (int i = 0; i < _people.Count; i++)
            {
                if (i != DemoStory.Films[number].Author && Draw(100) < charm)
                {
                    await SendAsync(_people[i], HttpMethod.Put, $"/api/posts/{post}/reaction", new { kind = "like" }, cancel);
                    count++;
                    if (Draw(100) < 8)
                    {
                        await SendAsync(_people[i], HttpMethod.Put, $"/api/posts/{post}/repost", null, cancel);
                    }
                }
            }
        }

        return count;
    }

    private static async Task<JsonElement> SendAsync(HttpClient person, HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using HttpResponseMessage response = await person.SendAsync(request, cancel);
        string text = await response.Content.ReadAsStringAsync(cancel);
        return response.IsSuccessStatusCode
            ? text.Length == 0 ? default : JsonElement.Parse(text)
            : throw new HttpRequestException($"{method} {path}: {(int)response.StatusCode} {text}");
    }

    /// <summary>0 to <paramref name="bound"/> - 1; the same row for the same seed (SplitMix64).</summary>
    private int Draw(int bound)
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }
}
