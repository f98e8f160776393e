using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>Moving through the feed.</summary>
public sealed class FeedTests(Stage stage)
{
    [Fact]
    public async Task Keys_and_wheel_move_one_film_at_a_time_and_Space_and_M_do_as_told()
    {
        await using Visit author = await stage.OpenAsync();
        await author.TellAsync(async () =>
        {
            await author.SignUpAsync("Feed");
            foreach (string title in new[] { "Third", "Second", "First" })
            {
                await author.GoAsync("/create");
                await author.CreateAsync("a red rubber ball bouncing down a wooden staircase", seconds: 4, quality: "360p");
                await author.WaitUntilMadeAsync();
                await author.PublishAsync(title);
            }

            IPage page = await author.GoAsync("/feed");
            await Shows(author, "First");
            await page.Keyboard.PressAsync("j");
            await Shows(author, "Second");
            await page.Keyboard.PressAsync("ArrowDown");
            await Shows(author, "Third");
            await page.Keyboard.PressAsync("k");
            await Shows(author, "Second");
            await page.Mouse.MoveAsync(700, 450);
            await page.Mouse.WheelAsync(0, -120);
            await Shows(author, "First");

            await page.Keyboard.PressAsync(" ");
            await page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).First.WaitForAsync();
            (await author.PlayingAtAsync()).ShouldBe(-1);
            await page.Keyboard.PressAsync(" ");
            await author.WatchAsync();

            bool muted = await Muted(page);
            await page.Keyboard.PressAsync("m");
            (await Muted(page)).ShouldBe(!muted);
        });
    }

    private static async Task Shows(Visit visit, string title)
    {
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }).WaitForAsync();
        await visit.WatchAsync();
    }

    private static Task<bool> Muted(IPage page) => page.EvaluateAsync<bool>("[...document.querySelectorAll('video')].find((v) => !v.paused)?.muted ?? null");
}
