using System.Text.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>What holds for every page: axe has nothing to say, nothing is wider than the screen, no script complains.</summary>
public sealed class AccessibilityTests(Stage stage)
{
    /// <summary>Dark and English on a laptop, light and French on the narrowest phone; the first account sees the administration, too.</summary>
    [Theory]
    [InlineData(Stage.Desktop, "en")]
    [InlineData(Stage.Phone, "fr")]
    public async Task Every_page_passes_axe_and_fits_its_screen(string device, string language)
    {
        await using RunningServer fresh = await RunningServer.StartAsync();
        await using Visit ada = await stage.OpenAsync(device, language, light: device == Stage.Phone, still: true, address: fresh.Address);
        await using Visit ben = await stage.OpenAsync(address: fresh.Address);
        await ada.TellAsync(async () =>
        {
            await ada.GoAsync("/");
            if (device == Stage.Phone)
            {
                await ada.Page.SetViewportSizeAsync(360, 740);
            }

            await LookAsync(ada, "/", "/sign-in", "/sign-up", "/recover", "/nowhere", "/erasure/gone", "/receipt");
            await (await ada.GoAsync("/")).GetByText(language == "en" ? "You will be the administrator." : "Vous en serez l’administrateur.").WaitForAsync();

            string handle = await ada.ArriveAsync("Eve", language);
            string[] films = await ada.MakeFilmsAsync("three glass marbles rolling into each other with a glorp", 2);
            string post = await ada.PublishDraftAsync(films[0], "Marbles", $"With #glass by @{handle}");
            string collection = (await ada.SendAsync("/api/collections", new { name = "Round things", isPublic = true })).GetProperty("id").GetString()!;
            await ada.SendAsync($"/api/collections/{collection}/posts/{post}", new { }, "PUT");
            string other = await ben.ArriveAsync("Ben");
            await ben.SendAsync($"/api/posts/{post}/comments", new { text = $"How they ring, @{handle}!" });
            await ben.SendAsync($"/api/accounts/{handle}/follow", new { }, "PUT");
            await ben.SendAsync($"/api/posts/{post}/reaction", new { kind = "like" }, "PUT");
            await ben.SendAsync("/api/reports", new { kind = "post", target = post, reason = "spam" });
            string room = (await ada.SendAsync("/api/rooms", new { handles = new[] { other } })).GetProperty("id").GetString()!;
            await ada.SendAsync($"/api/rooms/{room}/messages", new { text = "Look at this", postId = post });

            await LookAsync(
                ada,
                "/create", "/drafts", $"/drafts/{films[1]}", $"/drafts/edit?clips={films[1]}", $"/post/{post}", $"/post/{post}/remixes", "/explore", "/search?q=marbles",
                "/notifications", "/messages", $"/messages/{room}", "/collections", $"/collections/{collection}", "/analytics", $"/analytics/{post}", $"/@{handle}", $"/@{other}",
                "/settings", "/settings/security", "/settings/privacy", "/settings/playback", "/settings/appearance", "/settings/data", "/admin", "/decisions");
            await LookAsync(ada, "/feed", "/feed?tab=latest");
            await ada.WatchAsync();
            await ada.ShouldBeAccessibleAsync("the feed as it plays");
        });
    }

    /// <summary>The dialogs of a film: each takes the focus, keeps it, passes axe, and gives it back.</summary>
    [Fact]
    public async Task Every_dialog_of_a_film_passes_axe_and_gives_the_focus_back()
    {
        await using Visit ada = await stage.OpenAsync(still: true);
        await ada.TellAsync(async () =>
        {
            await ada.ArriveAsync("Dia");
            string[] films = await ada.MakeFilmsAsync("a red rubber ball bouncing down a wooden staircase", 2);
            string post = await ada.PublishDraftAsync(films[0], "Down the stairs");
            IPage page = await ada.SettleAsync($"/drafts/{films[1]}");
            foreach (string opener in new[] { "Publish", "Make it longer", "Name", "Delete" })
            {
                await VisitDialogAsync(ada, page.GetByRole(AriaRole.Button, new() { Name = opener, Exact = true }), opener);
            }

            await ada.SettleAsync($"/post/{post}");
            foreach (string opener in new[] { "Remix", "Add to a collection", "Share", "Who may comment" })
            {
                await VisitDialogAsync(ada, page.GetByRole(AriaRole.Button, new() { Name = opener, Exact = true }), opener);
            }
        });
    }

    private static async Task LookAsync(Visit visit, params string[] addresses)
    {
        List<string> wrong = [];
        foreach (string address in addresses)
        {
            IPage page = await visit.SettleAsync(address);
            wrong.AddRange((await visit.FindViolationsAsync()).Select(violation => $"{address}: {violation}"));
            int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (overflow > 0)
            {
                wrong.Add($"{address} is {overflow} pixels wider than the screen");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static async Task VisitDialogAsync(Visit visit, ILocator opener, string name)
    {
        IPage page = visit.Page;
        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await visit.ShouldBeAccessibleAsync($"the dialog “{name}”");
        for (int i = 0; i < 30; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            // Between the last and the first of its controls the focus may be the browser's own, never the page's.
            (await page.EvaluateAsync<bool>("document.activeElement === document.body || document.activeElement.closest('dialog') !== null")).ShouldBeTrue($"the focus leaves the dialog “{name}”");
        }

        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(opener).ToBeFocusedAsync();
    }
}
