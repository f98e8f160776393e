using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Lucarne.App.Demo;

/// <summary>What the demo holds.</summary>
/// <param name="People">People.</param>
/// <param name="Films">Films made and published.</param>
/// <param name="Comments">Comments and answers.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Reposts">Reposts.</param>
/// <param name="Follows">Follows.</param>
/// <param name="Collections">Collections.</param>
/// <param name="Messages">Messages.</param>
internal sealed record DemoResult(int People, int Films, int Comments, int Likes, int Reposts, int Follows, int Collections, int Messages);

/// <summary>Brings <see cref="DemoStory"/> to life through the HTTP API of a running server, as its people would. Every step can be repeated.</summary>
/// <param name="address">The server.</param>
/// <param name="journal">How far it has come.</param>
/// <param name="films">How many films of the story; remixes of films beyond it are left out.</param>
/// <param name="time">Tells when films are watched.</param>
/// <param name="tell">Told what is being done, and the share that is done.</param>
internal sealed class DemoSeeder(Uri address, DemoJournal journal, int films, TimeProvider time, Action<string, double> tell) : IDisposable
{
    private const double Seconds = 4;

    /// <summary>Share of the work that the films are.</summary>
    private const double FilmsShare = 0.9;

    private const int KeyHeldSeconds = 75;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly List<HttpClient> _people = [];
    private readonly Dictionary<int, DemoPost> _posts = journal.Written.Posts;

    /// <summary>Does all of it.</summary>
    public async Task<DemoResult> RunAsync(CancellationToken cancel)
    {
        tell("People", 0);
        foreach (DemoPerson person in DemoStory.People)
        {
            await EnterAsync(person, cancel);
        }

        int follows = await FollowAsync(cancel);
        DemoFilm[] story = [.. DemoStory.Films.Take(films)];
        for (int i = 0; i < story.Length; i++)
        {
            if (!_posts.ContainsKey(i) && (story[i].RemixOf is not int parent || _posts.ContainsKey(parent)))
            {
                await MakeAsync(i, story, cancel);
            }
        }

        tell("Pictures", 0.91);
        await PicturesAsync(cancel);
        tell("Watching and likes", 0.93);
        await WatchAsync(cancel);
        (int likes, int reposts) = await LikeAsync(cancel);
        tell("Talk", 0.96);
        int comments = await TalkAsync(cancel);
        tell("Collections and messages", 0.98);
        DemoResult result = new(_people.Count, _posts.Count, comments, likes, reposts, follows, await CollectAsync(cancel), await WriteAsync(cancel));
        tell("Done", 1);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _people.ForEach(person => person.Dispose());

    /// <summary>Signs in whom an earlier run has signed up.</summary>
    private async Task EnterAsync(DemoPerson person, CancellationToken cancel)
    {
        HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("X-Lucarne-Csrf", "1");
        _people.Add(client);
        string password = journal.Written.Password;
        string key = $"person {person.Handle}";
        if (journal.Written.Done.Contains(key) || !await TrySendAsync(client, HttpMethod.Post, "/api/accounts", new { handle = person.Handle, password, displayName = person.Name, locale = person.Locale }, cancel))
        {
            await SendAsync(client, HttpMethod.Post, "/api/sessions", new { handle = person.Handle, password }, cancel);
        }

        await SendAsync(client, HttpMethod.Put, "/api/me/profile", new { displayName = person.Name, bio = person.Bio }, cancel);
        Note(key);
    }

    private async Task<int> FollowAsync(CancellationToken cancel)
    {
        int count = 0;
        for (int i = 0; i < _people.Count; i++)
        {
            for (int j = 0; j < _people.Count; j++)
            {
                if (i != j && Draw(100, 1, i, j) < 45)
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
        // The key makes a film that a stopped run has asked for be the same one.
        JsonElement generation = await SendAsync(author, HttpMethod.Post, "/api/generations", new
        {
            prompt = film.Prompt,
            seconds = Seconds,
            size = film.Wide ? "640x360" : "360x640",
            seed = journal.Written.Seed + number,
            remixOf = film.RemixOf is int parent ? _posts[parent].PostId : (Guid?)null,
        }, cancel, key: $"demo-film-{number}");
        string id = generation.GetProperty("id").GetString()!;
        while (true)
        {
            generation = await SendAsync(author, HttpMethod.Get, $"/api/generations/{id}", null, cancel);
            tell($"Filming “{film.Title}”, {number + 1} of {story.Length}", FilmsShare * (number + generation.GetProperty("progress").GetDouble()) / story.Length);
            switch (generation.GetProperty("status").GetString())
            {
                case "completed":
                    JsonElement post = await SendAsync(
                        author, HttpMethod.Post, $"/api/drafts/{generation.GetProperty("draftId").GetString()}/publish", new { title = film.Title, caption = film.Caption }, cancel, key: $"demo-post-{number}");
                    _posts[number] = new DemoPost(post.GetProperty("id").GetGuid(), Guid.Parse(id));
                    journal.Save();
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
    private async Task PicturesAsync(CancellationToken cancel)
    {
        for (int i = 0; i < _people.Count; i++)
        {
            int own = Array.FindIndex(DemoStory.Films, film => film.Author == i);
            if (_posts.TryGetValue(own, out DemoPost? post) && !journal.Written.Done.Contains($"picture {i}"))
            {
                await SendAsync(_people[i], HttpMethod.Put, "/api/me/picture/frame", new { videoId = post.VideoId, atSeconds = Seconds / 2 }, cancel);
                Note($"picture {i}");
            }
        }
    }

    /// <summary>Everyone watches most films, some of them twice.</summary>
    private async Task WatchAsync(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        for (int i = 0; i < _people.Count; i++)
        {
            if (journal.Written.Done.Contains($"watched {i}"))
            {
                continue;
            }

            int viewer = i;
            var events = _posts.Where(post => Draw(100, 5, viewer, post.Key) < 80).Select(post =>
            {
                int loops = Draw(3, 6, viewer, post.Key);
                double completion = loops > 0 ? 1 : 0.3 + (Draw(70, 7, viewer, post.Key) / 100.0);
                return new
                {
                    id = Guid.CreateVersion7(now),
                    postId = post.Value.PostId,
                    position = post.Key,
                    source = Draw(2, 8, viewer, post.Key) == 0 ? "latest" : "profile",
                    watchMs = (int)(Seconds * 1000 * (loops + completion)),
                    loops,
                    completion,
                    seenAt = now.AddMinutes(-1 - post.Key),
                };
            }).ToList();
            if (events.Count > 0)
            {
                await SendAsync(_people[i], HttpMethod.Post, "/api/watches", new { events }, cancel);
            }

            Note($"watched {i}");
        }
    }

    private async Task<(int Likes, int Reposts)> LikeAsync(CancellationToken cancel)
    {
        int likes = 0;
        int reposts = 0;
        foreach ((int number, DemoPost post) in _posts)
        {
            int charm = 20 + Draw(70, 2, number, 0);
            for (int i = 0; i < _people.Count; i++)
            {
                if (i == DemoStory.Films[number].Author || Draw(100, 3, number, i) >= charm)
                {
                    continue;
                }

                await SendAsync(_people[i], HttpMethod.Put, $"/api/posts/{post.PostId}/reaction", new { kind = "like" }, cancel);
                likes++;
                if (Draw(100, 4, number, i) < 12)
                {
                    await SendAsync(_people[i], HttpMethod.Put, $"/api/posts/{post.PostId}/repost", null, cancel);
                    reposts++;
                }
            }
        }

        return (likes, reposts);
    }

    private async Task<int> TalkAsync(CancellationToken cancel)
    {
        int count = 0;
        foreach (DemoThread thread in DemoStory.Threads)
        {
            if (!_posts.TryGetValue(thread.Film, out DemoPost? post))
            {
                continue;
            }

            count += thread.Lines.Length;
            if (journal.Written.Done.Contains($"thread {thread.Film}"))
            {
                continue;
            }

            string? opened = null;
            for (int line = 0; line < thread.Lines.Length; line++)
            {
                (int author, string text) = thread.Lines[line];
                JsonElement comment = await SendAsync(
                    _people[author], HttpMethod.Post, $"/api/posts/{post.PostId}/comments", new { text, answerTo = opened }, cancel, key: $"demo-line-{thread.Film}-{line}");
                opened ??= comment.GetProperty("id").GetString();
            }

            await SendAsync(_people[(thread.Lines[0].Author + 3) % _people.Count], HttpMethod.Put, $"/api/comments/{opened}/like", null, cancel);
            Note($"thread {thread.Film}");
        }

        return count;
    }

    private async Task<int> CollectAsync(CancellationToken cancel)
    {
        int count = 0;
        foreach (DemoCollection collection in DemoStory.Collections)
        {
            Guid[] posts = [.. collection.Films.Where(_posts.ContainsKey).Select(number => _posts[number].PostId)];
            if (posts.Length == 0)
            {
                continue;
            }

            count++;
            if (journal.Written.Done.Contains($"collection {collection.Name}"))
            {
                continue;
            }

            HttpClient owner = _people[collection.Owner];
            JsonElement made = await SendAsync(
                owner, HttpMethod.Post, "/api/collections", new { name = collection.Name, description = collection.Description, isPublic = true }, cancel, key: $"demo-collection-{collection.Films[0]}");
            foreach (Guid post in posts)
            {
                await SendAsync(owner, HttpMethod.Put, $"/api/collections/{made.GetProperty("id").GetString()}/posts/{post}", null, cancel);
                await SendAsync(owner, HttpMethod.Put, $"/api/posts/{post}/bookmark", null, cancel);
            }

            Note($"collection {collection.Name}");
        }

        return count;
    }

    private async Task<int> WriteAsync(CancellationToken cancel)
    {
        int count = 0;
        for (int number = 0; number < DemoStory.Talks.Length; number++)
        {
            DemoTalk talk = DemoStory.Talks[number];
            count += talk.Lines.Length;
            if (journal.Written.Done.Contains($"talk {number}"))
            {
                continue;
            }

            string[] others = [.. talk.Members.Skip(1).Select(member => DemoStory.People[member].Handle)];
            JsonElement room = await SendAsync(_people[talk.Members[0]], HttpMethod.Post, "/api/rooms", new { handles = others, name = talk.Name }, cancel, key: $"demo-room-{number}");
            string path = $"/api/rooms/{room.GetProperty("id").GetString()}";
            foreach (int member in talk.Members.Skip(1))
            {
                // Nothing to accept where one may be written to unasked.
                await TrySendAsync(_people[member], HttpMethod.Post, $"{path}/accept", null, cancel);
            }

            for (int line = 0; line < talk.Lines.Length; line++)
            {
                (int author, string text, int? film) = talk.Lines[line];
                Guid? postId = film is int shared && _posts.TryGetValue(shared, out DemoPost? post) ? post.PostId : null;
                await SendAsync(_people[author], HttpMethod.Post, $"{path}/messages", new { text, postId }, cancel, key: $"demo-message-{number}-{line}");
            }

            Note($"talk {number}");
        }

        return count;
    }

    private void Note(string key)
    {
        if (journal.Written.Done.Add(key))
        {
            journal.Save();
        }
    }

    private static async Task<bool> TrySendAsync(HttpClient person, HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using HttpResponseMessage response = await person.SendAsync(request, cancel);
        return response.IsSuccessStatusCode;
    }

    private static async Task<JsonElement> SendAsync(HttpClient person, HttpMethod method, string path, object? body, CancellationToken cancel, string? key = null)
    {
        for (int attempt = 1; ; attempt++)
        {
            using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            using HttpResponseMessage response = await person.SendAsync(request, cancel);
            string text = await response.Content.ReadAsStringAsync(cancel);
            if (response.IsSuccessStatusCode)
            {
                return text.Length == 0 ? default : JsonElement.Parse(text);
            }

            // A run that was killed within this request holds its key for a minute.
            if (attempt > KeyHeldSeconds || !text.Contains("idempotency_key_in_use", StringComparison.Ordinal))
            {
                throw new HttpRequestException($"{method} {path}: {(int)response.StatusCode} {text}");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    /// <summary>0 to <paramref name="bound"/> - 1, drawn for a purpose and two numbers: the same for the same seed, whatever was drawn before (SplitMix64).</summary>
    private int Draw(int bound, int purpose, int one, int other)
    {
        ulong z = (ulong)journal.Written.Seed + (0x9E3779B97F4A7C15 * (ulong)((((purpose * 1000) + one) * 1000) + other + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }
}
