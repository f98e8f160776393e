using System.Text.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>A film laid out shot by shot.</summary>
public sealed class StoryboardTests(Stage stage)
{
    [Theory]
    [InlineData(Stage.Desktop)]
    [InlineData(Stage.Phone)]
    public async Task A_storyboard_is_drafted_retimed_by_keys_made_and_one_shot_made_again(string device)
    {
        await using Visit author = await stage.OpenAsync(device);
        await author.TellAsync(async () =>
        {
            await author.SignUpAsync("Agnes");
            IPage page = author.Page;
            await page.GetByLabel("Describe your film").FillAsync("a red fox runs through a snowy forest");
            await page.GetByText("Storyboard", new() { Exact = true }).ClickAsync();
            ILocator shots = page.GetByRole(AriaRole.List, new() { Name = "Shots in order of time" }).GetByRole(AriaRole.Button);
            await shots.Nth(2).WaitForAsync();
            (await shots.CountAsync()).ShouldBe(3);

            // The second shot, two seconds long, is made half a second longer and then brought to the front.
            await shots.Nth(1).FocusAsync();
            string before = await LabelAsync(shots.Nth(1));
            await page.Keyboard.PressAsync("ArrowRight");
            (await LabelAsync(shots.Nth(1))).ShouldNotBe(before);
            await page.Keyboard.PressAsync("Alt+ArrowLeft");
            (await LabelAsync(shots.Nth(0))).ShouldStartWith("Shot 1 of 3");
            (await LabelAsync(shots.Nth(0))).ShouldContain("Close-up");
            await page.Keyboard.PressAsync("Alt+ArrowRight");

            await page.GetByText("360p", new() { Exact = true }).ClickAsync();
            await author.ShouldBeAccessibleAsync("the storyboard");
            await page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
            await page.GetByText("Your film is ready").WaitForAsync(new() { Timeout = 120_000 });
            JsonElement film = await LatestAsync(author);

            await page.GetByRole(AriaRole.Button, new() { Name = "This shot again: Shot 2" }).ClickAsync();
            await page.GetByText("Shot 2 is being made again").WaitForAsync();
            JsonElement again = await LatestAsync(author);
            await page.GetByText("Your film is ready").WaitForAsync(new() { Timeout = 120_000 });

            again.GetProperty("id").GetString().ShouldNotBe(film.GetProperty("id").GetString());
            again.GetProperty("seed").GetInt64().ShouldBe(film.GetProperty("seed").GetInt64());
            JsonElement[] first = [.. Shots(film)], second = [.. Shots(again)];
            second[1].GetProperty("seed").ValueKind.ShouldBe(JsonValueKind.Number);
            second[0].ToString().ShouldBe(first[0].ToString());
            second[2].ToString().ShouldBe(first[2].ToString());
        });
    }

    private static IEnumerable<JsonElement> Shots(JsonElement film) => film.GetProperty("storyboard").GetProperty("shots").EnumerateArray();

    private static async Task<string> LabelAsync(ILocator shot) => (await shot.TextContentAsync() ?? "").Trim();

    private static async Task<JsonElement> LatestAsync(Visit author) => (await author.ApiAsync("/api/generations")).GetProperty("items").EnumerateArray().First();
}
