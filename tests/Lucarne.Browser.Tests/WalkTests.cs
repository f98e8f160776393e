using System.IO.Compression;
using System.Text.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>One long visit of two people: from signing up to being erased.</summary>
public sealed class WalkTests(Stage stage)
{
    [Fact]
    public async Task Ada_makes_a_film_shot_by_shot_Grace_remixes_it_they_talk_and_Ada_leaves_with_everything()
    {
        await using Visit ada = await stage.OpenAsync(Stage.Desktop, still: true);
        await using Visit grace = await stage.OpenAsync(Stage.Phone, still: true);
        string adas = "", graces = "", film = "", link = "";

        await ada.TellAsync(async () =>
        {
            adas = await ada.SignUpAsync("Ada");
            await LayOutAndMakeAsync(ada);
            film = await PublishAsync(ada, $"Made by @{adas} #fox");
            await ada.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = $"@{adas}" }).First.WaitForAsync();
            await ada.GoAsync("/notifications");
            await ada.Page.GetByText("Nothing yet").WaitForAsync();
        });

        await grace.TellAsync(async () =>
        {
            graces = await grace.ArriveAsync("Grace");
            IPage page = await grace.GoAsync($"/post/{film}");
            await RemixAsync(page, adas, "Make it night. A blue fox.");
            JsonElement remix = await grace.AskAsync($"/api/posts/{Last(page)}");
            remix.GetProperty("prompt").GetString()!.ShouldStartWith("Change: Make it night. A blue fox.\n[2.0s]");
            remix.GetProperty("remixOf").GetProperty("id").GetString().ShouldBe(film);

            await page.GetByRole(AriaRole.Link, new() { Name = $"Remix of @{adas}" }).ClickAsync();
            await page.GetByText("Nobody has said anything yet").WaitForAsync();
            await page.GetByLabel("Say something about it").FillAsync($"What a jump, @{adas}!");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await page.GetByRole(AriaRole.Article).GetByText("What a jump").WaitForAsync();
        });

        await ada.TellAsync(async () =>
        {
            // Nothing was loaded again: the open page heard of both.
            IPage page = ada.Page;
            await page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Grace remixed your film" }).WaitForAsync();
            await page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Grace commented on your film" }).ClickAsync();
            await page.WaitForURLAsync("**/post/**");
            await page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
            await page.GetByLabel("Your answer to Grace").FillAsync("It took two takes.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await page.GetByRole(AriaRole.Article).GetByText("It took two takes.").WaitForAsync();
            await ShareAsync(page, graces);
        });

        await grace.TellAsync(async () =>
        {
            IPage page = await grace.GoAsync("/messages");
            await page.GetByRole(AriaRole.Button, new() { Name = "See the requests" }).ClickAsync();
            await page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Ada" }).Filter(new() { HasText = "shared a film" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
            await page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Fox over a log" }).WaitForAsync();
            await page.GetByLabel("Write a message").FillAsync("Watching it again.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await page.GetByRole(AriaRole.Log).GetByText("Watching it again.").WaitForAsync();
        });

        await ada.TellAsync(async () =>
        {
            IPage page = await ada.GoAsync($"/messages?to={graces}");
            await page.GetByRole(AriaRole.Log).GetByText("Watching it again.").WaitForAsync();
            await page.GotoAsync("/settings/data");
            await ExportAsync(page);
            link = await CloseAsync(page);
            await page.GotoAsync(link);
            await page.GetByText("The account is closed. It is erased on").WaitForAsync();
        });

        await grace.TellAsync(async () =>
        {
            IPage page = await grace.GoAsync($"/@{adas}");
            await page.GetByText("There is no such account").WaitForAsync();
            await page.GotoAsync($"/post/{film}");
            await page.GetByText("This film is not here").WaitForAsync();
        });
    }

    /// <summary>Two shots of two seconds; then the second one once more, which leaves the first as it was.</summary>
    private static async Task LayOutAndMakeAsync(Visit ada)
    {
        IPage page = ada.Page;
        await page.GetByLabel("Describe your film").FillAsync("A red fox runs through a snowy forest. It jumps over a log.");
        await page.GetByLabel("Length").FillAsync("4");
        await page.GetByText("360p", new() { Exact = true }).ClickAsync();
        await page.GetByText("Storyboard", new() { Exact = true }).ClickAsync();
        ILocator shots = page.GetByRole(AriaRole.List, new() { Name = "Shots in order of time" }).GetByRole(AriaRole.Button);
        await shots.Nth(1).WaitForAsync();
        (await shots.CountAsync()).ShouldBe(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
        await ada.WaitUntilMadeAsync();
        JsonElement first = await LatestAsync(ada);

        await page.GetByRole(AriaRole.Button, new() { Name = "This shot again: Shot 2" }).ClickAsync();
        await page.GetByText("Shot 2 is being made again").WaitForAsync();
        await ada.WaitUntilMadeAsync();
        JsonElement second = await LatestAsync(ada);
        second.GetProperty("id").GetString().ShouldNotBe(first.GetProperty("id").GetString());
        second.GetProperty("seed").GetInt64().ShouldBe(first.GetProperty("seed").GetInt64(), "the world is kept");
        Shot(second, 0).ToString().ShouldBe(Shot(first, 0).ToString());
        Shot(second, 1).GetProperty("seed").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    private static async Task<string> PublishAsync(Visit ada, string caption)
    {
        IPage page = ada.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Title", new() { Exact = false }).FillAsync("Fox over a log");
        await dialog.GetByLabel("Caption", new() { Exact = false }).FillAsync(caption);
        await dialog.GetByLabel("Description for people who cannot see it").FillAsync("A fox runs through snow and jumps over a log.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/post/**");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Fox over a log" }).WaitForAsync();
        return Last(page);
    }

    private static async Task RemixAsync(IPage page, string author, string change)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Remix", Exact = true }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog, new() { Name = $"Remix @{author}" });
        await dialog.GetByText("It jumps over a log").WaitForAsync();
        await dialog.GetByLabel("What should change?").FillAsync(change);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remix" }).ClickAsync();
        await page.WaitForURLAsync("**/drafts/**");
        ILocator publish = page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true });
        await publish.ClickAsync(new() { Timeout = 200_000 });
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Description for people who cannot see it").FillAsync("A blue fox by night.");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/post/**");
    }

    private static async Task ShareAsync(IPage page, string handle)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send in a message" }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("To", new() { Exact = true }).FillAsync(handle);
        await dialog.GetByRole(AriaRole.Button).Filter(new() { HasText = $"@{handle}" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await page.GetByText("Sent.", new() { Exact = true }).WaitForAsync();
    }

    /// <summary>The downloaded archive opens, and holds the post and a film.</summary>
    private static async Task ExportAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Make an export" }).ClickAsync();
        ILocator download = page.GetByRole(AriaRole.Link, new() { Name = "Download", Exact = true });
        await download.WaitForAsync(new() { Timeout = 60_000 });
        IDownload file = await page.RunAndWaitForDownloadAsync(() => download.ClickAsync());
        file.SuggestedFilename.ShouldEndWith(".zip");
        await using Stream stream = await file.CreateReadStreamAsync();
        await using ZipArchive zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null);
        await using Stream posts = await zip.GetEntry("posts.json").ShouldNotBeNull().OpenAsync();
        using JsonDocument read = await JsonDocument.ParseAsync(posts);
        read.RootElement.EnumerateArray().ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("Fox over a log");
        zip.Entries.ShouldContain(entry => entry.FullName.StartsWith("media/", StringComparison.Ordinal) && entry.FullName.EndsWith(".mp4", StringComparison.Ordinal) && entry.Length > 10_000);
    }

    /// <returns>The secret link that tells where the erasure stands.</returns>
    private static async Task<string> CloseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete my account…" }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync(Visit.Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete my account" }).ClickAsync();
        ILocator link = page.GetByRole(AriaRole.Dialog, new() { Name = "Your account is closed" }).GetByRole(AriaRole.Link);
        return await link.GetAttributeAsync("href") ?? "";
    }

    private static string Last(IPage page) => new Uri(page.Url).Segments[^1];

    private static JsonElement Shot(JsonElement film, int index) => film.GetProperty("storyboard").GetProperty("shots")[index];

    private static async Task<JsonElement> LatestAsync(Visit visit) => (await visit.AskAsync("/api/generations")).GetProperty("items")[0];
}
