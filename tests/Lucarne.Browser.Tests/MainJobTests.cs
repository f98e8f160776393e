using System.Text.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>From a sentence to a video that someone else watches.</summary>
public sealed class MainJobTests(Stage stage)
{
    private const string Prompt = "a red rubber ball bouncing down a wooden staircase";

    [Fact]
    public async Task A_film_plays_while_it_is_made_is_published_and_seen_by_someone_else()
    {
        await using Visit author = await stage.OpenAsync(Stage.Phone);
        await using Visit viewer = await stage.OpenAsync();
        const string title = "Twenty-five seconds of stairs";
        string shareUrl = "";

        await author.TellAsync(async () =>
        {
            await author.SignUpAsync("Ada");
            await author.CreateAsync(Prompt, seconds: 25, quality: "360p");
            await author.WatchAsync();
            JsonElement active = await author.ApiAsync("/api/generations?active=true");
            active.GetProperty("items").EnumerateArray().Select(g => g.GetProperty("status").GetString())
                .ShouldBe(["in_progress"], "the film was finished before it was seen playing");

            await author.WaitUntilMadeAsync();
            await author.Page.GetByText("Your film is ready").WaitForAsync();
            await author.GoAsync("/drafts");
            await author.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).Filter(new() { HasText = Prompt }).ClickAsync();
            await author.Page.WaitForURLAsync("**/drafts/**");
            await author.WatchAsync();
            await author.PublishAsync(title);
            await author.WatchAsync();
            JsonElement post = await author.ApiAsync($"/api/posts/{author.Page.Url.Split('/')[^1]}");
            post.GetProperty("altText").GetString().ShouldBe(Prompt);
            shareUrl = post.GetProperty("shareUrl").GetString()!;
        });

        await viewer.TellAsync(async () =>
        {
            await viewer.ArriveAsync("Grace");
            await viewer.GoAsync("/feed");
            await viewer.Page.GetByRole(AriaRole.Heading, new() { Name = title }).WaitForAsync();
            await viewer.WatchAsync();
        });

        await using Visit friend = await stage.OpenAsync(Stage.Phone, script: false);
        await friend.TellAsync(async () =>
        {
            IPage page = await friend.GoAsync(new Uri(shareUrl).PathAndQuery);
            await page.GetByText(title).First.WaitForAsync();
            string video = await page.Locator("video source, video[src]").First.GetAttributeAsync("src") ?? "";
            IAPIResponse answer = await page.APIRequest.GetAsync(video);
            answer.Headers["content-type"].ShouldBe("video/mp4");
            (await answer.BodyAsync()).Length.ShouldBeGreaterThan(10_000);
        });
    }

    [Fact]
    public async Task What_was_understood_shows_while_typing()
    {
        await using Visit author = await stage.OpenAsync();
        await author.TellAsync(async () =>
        {
            await author.ArriveAsync("Lin");
            await author.GoAsync("/create");
            await author.Page.GetByLabel("Describe your film").FillAsync("a red rubber ball and a glorp");
            await author.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "red rubber ball" }).WaitForAsync();
            await author.Page.GetByLabel("Not understood").GetByText("glorp").WaitForAsync();
        });
    }

    [Fact]
    public async Task A_film_that_is_stopped_leaves_the_words_and_nothing_else()
    {
        await using Visit author = await stage.OpenAsync();
        await author.TellAsync(async () =>
        {
            await author.ArriveAsync("Max");
            await author.GoAsync("/create");
            await author.CreateAsync(Prompt, seconds: 25, quality: "720p");
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            await author.Page.GetByText("Nothing was kept.").WaitForAsync();
            (await author.Page.GetByLabel("Describe your film").InputValueAsync()).ShouldBe(Prompt);
            (await author.ApiAsync("/api/generations?active=true")).GetProperty("items").GetArrayLength().ShouldBe(0);
        });
    }
}
