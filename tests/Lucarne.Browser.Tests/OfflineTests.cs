using System.Text.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>The client as an installed app.</summary>
public sealed class OfflineTests(Stage stage)
{
    [Fact]
    public async Task What_was_watched_plays_again_without_a_connection_and_nothing_private_is_left_after_signing_out()
    {
        await using Visit viewer = await stage.OpenAsync();
        await viewer.TellAsync(async () =>
        {
            await viewer.ArriveAsync("Off");
            await viewer.PublishDraftAsync((await viewer.MakeFilmsAsync("a red rubber ball bouncing down a wooden staircase"))[0], "Kept");
            IPage page = await viewer.GoAsync("/feed?tab=latest");
            await viewer.WatchAsync();
            await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => null)");
            // The first page came before the worker; this one goes through it.
            await page.ReloadAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "Kept", Exact = true }).WaitForAsync();
            await viewer.WatchAsync();
            string film = new Uri(await page.EvaluateAsync<string>("[...document.querySelectorAll('video')].find((v) => !v.paused).currentSrc")).AbsolutePath;
            await UntilKeptAsync(viewer, "films", film);

            // The browser's own cache may hold the film, too: what plays from here on is the worker's.
            await viewer.ForgetBrowserCacheAsync();
            await viewer.GoOfflineAsync();
            await page.ReloadAsync();

            await page.GetByRole(AriaRole.Heading, new() { Name = "Kept", Exact = true }).WaitForAsync();
            await viewer.WatchAsync();
            await page.GetByText("No connection.", new() { Exact = false }).First.WaitForAsync();
            (await RangeAsync(page, film, "bytes=-4")).ShouldBe("206 4");
            (await RangeAsync(page, film, "bytes=2-3")).ShouldBe("206 2");
            (await RangeAsync(page, film, "bytes=999999999-")).ShouldBe("416 0");

            await viewer.GoOfflineAsync(false);
            await page.EvaluateAsync("fetch('/api/sessions/current', { method: 'DELETE', headers: { 'X-Lucarne-Csrf': '1' } }).then(() => null)");
            await page.ReloadAsync();
            await UntilKeptAsync(viewer, "answers", "/api/me", kept: false);
        });
    }

    [Fact]
    public async Task A_long_evening_does_not_fill_the_device()
    {
        await using Visit viewer = await stage.OpenAsync();
        await viewer.TellAsync(async () =>
        {
            IPage page = await viewer.GoAsync("/sign-in");
            await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => null)");
            await page.ReloadAsync();
            await page.EvaluateAsync("(async () => { await fetch('/api/instance'); for (let i = 0; i < 70; i++) await fetch(`/api/feed?tab=latest&limit=${1 + (i % 50)}&evening=${i}`); })()");

            string[] kept = await KeptAsync(page, "answers");
            kept.Count(path => path == "/api/feed").ShouldBeInRange(1, 60);
            kept.ShouldContain("/api/instance");
        });
    }

    [Theory]
    [InlineData("en-GB", "Create")]
    [InlineData("fr-FR", "Créer")]
    public async Task The_manifest_speaks_the_readers_language_and_names_icons_in_the_size_that_they_claim(string locale, string create)
    {
        await using Visit visitor = await stage.OpenAsync(locale: locale);
        await visitor.TellAsync(async () =>
        {
            await visitor.GoAsync("/");
            string address = (await visitor.Page.GetAttributeAsync("link[rel=manifest]", "href"))!;
            JsonElement manifest = await visitor.ApiAsync(address);
            manifest.GetProperty("lang").GetString().ShouldBe(locale[..2]);
            manifest.GetProperty("shortcuts")[0].GetProperty("name").GetString().ShouldBe(create);
            manifest.GetProperty("display").GetString().ShouldBe("standalone");
            foreach (JsonElement icon in manifest.GetProperty("icons").EnumerateArray().Where(i => i.GetProperty("type").GetString() == "image/png"))
            {
                string sizes = await visitor.Page.EvaluateAsync<string>(
                    "(src) => new Promise((resolve, reject) => { const i = new Image(); i.onload = () => resolve(`${i.naturalWidth}x${i.naturalHeight}`); i.onerror = reject; i.src = src; })",
                    icon.GetProperty("src").GetString());
                sizes.ShouldBe(icon.GetProperty("sizes").GetString());
            }
        });
    }

    /// <summary>Paths of what the worker keeps in one of its stores.</summary>
    private static Task<string[]> KeptAsync(IPage page, string store)
        => page.EvaluateAsync<string[]>("(name) => caches.open(name).then((c) => c.keys()).then((keys) => keys.map((k) => new URL(k.url).pathname))", store);

    private static async Task UntilKeptAsync(Visit viewer, string store, string path, bool kept = true)
    {
        string[] paths = [];
        for (int attempt = 0; attempt < 150; attempt++)
        {
            paths = await KeptAsync(viewer.Page, store);
            if (paths.Contains(path) == kept)
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"After 15 s the store '{store}' {(kept ? "lacks" : "still has")} {path}. It holds: {string.Join(", ", paths)}");
    }

    private static Task<string> RangeAsync(IPage page, string path, string range)
        => page.EvaluateAsync<string>("([path, range]) => fetch(path, { headers: { Range: range } }).then(async (a) => `${a.status} ${(await a.arrayBuffer()).byteLength}`)", new[] { path, range });
}
