using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>A film laid out shot by shot.</summary>
public sealed class StoryboardTests(Stage stage)
{
    [Theory]
    [InlineData(Stage.Desktop)]
    [InlineData(Stage.Phone)]
    public async Task A_storyboard_is_drafted_and_retimed_by_keys(string device)
    {
        await using Visit author = await stage.OpenAsync(device);
        await author.TellAsync(async () =>
        {
            await author.ArriveAsync("Agnes");
            IPage page = await author.GoAsync("/create");
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

            await author.ShouldBeAccessibleAsync("the storyboard");
        });
    }

    private static async Task<string> LabelAsync(ILocator shot) => (await shot.TextContentAsync() ?? "").Trim();
}
