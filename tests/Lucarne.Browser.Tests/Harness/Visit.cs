using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests.Harness;

/// <summary>Someone at a browser, and what people do there.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>Everyone's password.</summary>
    public const string Password = "a rather long password";

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js")));
    private static int _people;

    private readonly IBrowserContext _context;
    private readonly Stage _stage;
    private readonly List<string> _complaints = [];
    private IPage? _page;

    internal Visit(IBrowserContext context, Stage stage)
    {
        (_context, _stage) = (context, stage);
        _context.SetDefaultTimeout(30_000);
    }

    /// <summary>The page that is open.</summary>
    public IPage Page => _page ?? throw new InvalidOperationException("Go somewhere first");

    /// <summary>Errors of the page's scripts, and what its content security policy has blocked.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens an address of the app.</summary>
    public async Task<IPage> GoAsync(string address)
    {
        if (_page is null)
        {
            _page = await _context.NewPageAsync();
            _page.PageError += (_, error) => _complaints.Add(error);
            _page.Console += (_, message) =>
            {
                // A refused request is logged by the browser itself; the pages tell about those.
                if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                {
                    _complaints.Add(message.Text);
                }
            };
        }

        await _page.GotoAsync(address);
        return _page;
    }

    /// <summary>Signs up without the page: for tests that are about something else.</summary>
    /// <param name="name">How they are called; lower-cased, with a number, their handle.</param>
    /// <param name="language">What the pages speak to them: <c>en</c> or <c>fr</c>.</param>
    /// <returns>The handle.</returns>
    public async Task<string> ArriveAsync(string name, string language = "en")
    {
        string handle = $"{name.ToLowerInvariant()}{Interlocked.Increment(ref _people)}";
        await SendAsync("/api/accounts", new { handle, password = Password, displayName = name, locale = language });
        return handle;
    }

    /// <summary>Makes films of 4 seconds at 360p without the page, in a queue, and waits for them.</summary>
    /// <param name="prompt">What they show.</param>
    /// <param name="count">How many, 1 to 4.</param>
    /// <returns>Their drafts.</returns>
    public async Task<string[]> MakeFilmsAsync(string prompt, int count = 1)
    {
        JsonElement first = await SendAsync("/api/generations", new { prompt, seconds = 4, size = "360x640", variants = count });
        string films = count == 1 ? $"/api/generations/{first.GetProperty("id").GetString()}" : $"/api/generations?batch={first.GetProperty("batchId").GetString()}";
        for (int attempt = 0; attempt < 1_000; attempt++)
        {
            JsonElement answer = await AskAsync(films);
            JsonElement[] made = count == 1 ? [answer] : [.. answer.GetProperty("items").EnumerateArray()];
            if (made.All(film => film.GetProperty("status").GetString() == "completed"))
            {
                return [.. made.Select(film => film.GetProperty("draftId").GetString()!)];
            }

            made.Select(film => film.GetProperty("status").GetString()).ShouldAllBe(status => status == "queued" || status == "in_progress" || status == "completed");
            await Task.Delay(200);
        }

        throw new TimeoutException($"{count} films of 4 s were not made in 200 s");
    }

    /// <summary>Publishes a draft without the page.</summary>
    /// <returns>The post's id.</returns>
    public async Task<string> PublishDraftAsync(string draft, string title, string? caption = null)
        => (await SendAsync($"/api/drafts/{draft}/publish", new { title, caption, altText = title })).GetProperty("id").GetString()!;

    /// <summary>Asks the API with this browser's session, whatever page is open.</summary>
    public async Task<JsonElement> AskAsync(string path)
    {
        IAPIResponse answer = await _context.APIRequest.GetAsync(path);
        answer.Ok.ShouldBeTrue($"{path}: {await answer.TextAsync()}");
        return (await answer.JsonAsync())!.Value;
    }

    /// <summary>Sends to the API with this browser's session, whatever page is open.</summary>
    /// <param name="path">Address.</param>
    /// <param name="body">What becomes the JSON of the request.</param>
    /// <param name="method">HTTP method.</param>
    public async Task<JsonElement> SendAsync(string path, object body, string method = "POST")
    {
        IAPIResponse answer = await _context.APIRequest.FetchAsync(path, new()
        {
            Method = method,
            DataObject = body,
            Headers = new Dictionary<string, string> { ["X-Lucarne-Csrf"] = "1" },
        });
        answer.Ok.ShouldBeTrue($"{path}: {await answer.TextAsync()}");
        return answer.Status == 204 ? default : (await answer.JsonAsync()).GetValueOrDefault();
    }

    /// <summary>Signs up with a new handle and a password, which leads to the Create page.</summary>
    /// <returns>The handle.</returns>
    public async Task<string> SignUpAsync(string name)
    {
        string handle = $"{name.ToLowerInvariant()}{Interlocked.Increment(ref _people)}";
        IPage page = await GoAsync("/sign-up");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a password instead" }).ClickAsync();
        await page.GetByLabel("Handle").FillAsync(handle);
        await page.GetByLabel("Name", new() { Exact = false }).FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByText($"@{handle} is free.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await page.WaitForURLAsync("**/create");
        return handle;
    }

    /// <summary>Types a prompt on the Create page, sets length and quality, and presses Create.</summary>
    public async Task CreateAsync(string prompt, int seconds, string quality)
    {
        await Page.GetByLabel("Describe your film").FillAsync(prompt);
        await Page.GetByLabel("Length").FillAsync(seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Page.GetByText(quality, new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
    }

    /// <summary>Waits until the film on the Create page is finished.</summary>
    public Task WaitUntilMadeAsync() => Page.Locator("[data-status=completed]").WaitForAsync(new() { Timeout = 400_000 });

    /// <summary>Publishes from the page that shows Publish, without a description for those who cannot see.</summary>
    public async Task PublishAsync(string title)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        ILocator dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Title", new() { Exact = false }).FillAsync(title);
        ILocator publish = dialog.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true });
        await publish.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Use my words" }).ClickAsync();
        await publish.ClickAsync();
        await Page.WaitForURLAsync("**/post/**");
    }

    /// <summary>Cuts the connection of this browser, or brings it back.</summary>
    public Task GoOfflineAsync(bool offline = true) => _context.SetOfflineAsync(offline);

    /// <summary>Empties the browser's own HTTP cache; what a service worker keeps stays.</summary>
    public async Task ForgetBrowserCacheAsync()
    {
        ICDPSession session = await _context.NewCDPSessionAsync(Page);
        await session.SendAsync("Network.clearBrowserCache");
        await session.DetachAsync();
    }

    /// <summary>Position of the playing video that is in view, in seconds; -1 while none plays.</summary>
    public Task<double> PlayingAtAsync()
        => Page.EvaluateAsync<double>("""
            () => {
              const inView = (video) => {
                const { top, bottom } = video.getBoundingClientRect();
                return top < innerHeight / 2 && bottom > innerHeight / 2;
              };
              const video = [...document.querySelectorAll("video")].find((v) => !v.paused && v.readyState > 2 && inView(v));
              return video ? video.currentTime : -1;
            }
            """);

    /// <summary>Waits until the video in view plays, and its time has moved on by half a second.</summary>
    public async Task WatchAsync()
    {
        double from = await UntilAsync(PlayingAtAsync, at => at >= 0, "no video plays");
        await UntilAsync(PlayingAtAsync, at => at > from + 0.5 || (at >= 0 && at < from), $"the video stays at {from} s");
    }

    /// <summary>Asks the API as the page would.</summary>
    public async Task<JsonElement> ApiAsync(string path)
        => (await Page.EvaluateAsync<JsonElement?>("path => fetch(path).then((answer) => answer.json())", path)).GetValueOrDefault();

    /// <summary>Loudest sample of a video's sound, as this browser decodes it: 0 is silence, 1 full scale.</summary>
    /// <param name="url">Address of an mp4.</param>
    public Task<double> LoudnessAsync(string url)
        => Page.EvaluateAsync<double>("""
            async (url) => {
              const bytes = await (await fetch(url)).arrayBuffer();
              const sound = await new OfflineAudioContext(2, 1, 48000).decodeAudioData(bytes);
              return sound.getChannelData(0).reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
            }
            """, url);

    /// <summary>Opens an address and waits until the page holds what it will hold.</summary>
    public async Task<IPage> SettleAsync(string address)
    {
        IPage page = await GoAsync(address);
        await page.WaitForFunctionAsync("""
            () => document.querySelector("h1") &&
              !document.querySelector("main [aria-busy=true]") &&
              ![...document.querySelectorAll("main [role=status]")].some((e) => /^(Loading|Chargement)/.test(e.textContent.trim()))
            """);
        return page;
    }

    /// <summary>axe-core finds nothing to say about the page as it is.</summary>
    public async Task ShouldBeAccessibleAsync(string what) => (await FindViolationsAsync()).ShouldBeEmpty($"axe on {what}");

    /// <summary>What axe-core has to say about the page as it is.</summary>
    public async Task<string[]> FindViolationsAsync()
    {
        await Page.EvaluateAsync(Axe.Value + "; null");
        return await Page.EvaluateAsync<string[]>("""
            async () => {
              // What fades in is judged once it is there.
              await Promise.all(document.getAnimations().filter((a) => a.effect.getTiming().iterations !== Infinity).map((a) => a.finished.catch(() => undefined)));
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const { violations } = await axe.run(document, { runOnly: tags });
              return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(" ")).slice(0, 4).join(", ")})`);
            }
            """);
    }

    /// <summary>Runs a story; if it fails, keeps a picture of the page and says where it is and what the server said.</summary>
    public async Task TellAsync(Func<Task> story, [CallerMemberName] string name = "")
    {
        try
        {
            await story();
            Complaints.ShouldBeEmpty("complaints of the page");
        }
        catch (Exception failure) when (_page is not null)
        {
            Directory.CreateDirectory(Repository.Pictures);
            string picture = Path.Combine(Repository.Pictures, $"{name}-{_page.ViewportSize?.Width}.png");
            await _page.ScreenshotAsync(new() { Path = picture });
            throw new InvalidOperationException($"{failure.Message}\nAt {_page.Url}, pictured in {picture}.\nThe page said: {string.Join("\n", _complaints)}\nThe server said:\n{_stage.ServerLog}", failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static async Task<double> UntilAsync(Func<Task<double>> read, Func<double, bool> good, string otherwise)
    {
        for (int attempt = 0; attempt < 300; attempt++)
        {
            double value = await read();
            if (good(value))
            {
                return value;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"After 30 s {otherwise}");
    }
}
