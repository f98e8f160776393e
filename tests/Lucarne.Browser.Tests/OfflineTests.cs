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
            await page.WaitForFunctionAsync("caches.open('watched').then(async (c) => (await c.keys()).filter((k) => k.url.endsWith('.m4s')).length > 1)");

            await viewer.GoOfflineAsync();
            await page.ReloadAsync();

            await page.GetByRole(AriaRole.Heading, new() { Name = "Kept", Exact = true }).WaitForAsync();
            await viewer.WatchAsync();
            await page.GetByText("No connection.", new() { Exact = false }).First.WaitForAsync();

            await viewer.GoOfflineAsync(false);
            await page.EvaluateAsync("fetch('/api/sessions/current', { method: 'DELETE', headers: { 'X-Lucarne-Csrf': '1' } }).then(() => null)");
            await page.ReloadAsync();
            await page.WaitForFunctionAsync("caches.open('answers').then(async (c) => !(await c.keys()).some((k) => k.url.endsWith('/api/me')))");
        });
    }

    [Fact]
    public async Task The_manifest_names_icons_that_exist_in_the_size_that_they_claim()
    {
        await using Visit visitor = await stage.OpenAsync();
        await visitor.TellAsync(async () =>
        {
            await visitor.GoAsync("/");
            JsonElement manifest = await visitor.ApiAsync("/manifest.webmanifest");
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
}
