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
            await author.ArriveAsync("Feed");
            string[] titles = ["Third", "Second", "First"];
            string[] films = await author.MakeFilmsAsync("a red rubber ball bouncing down a wooden staircase", titles.Length);
            for (int i = 0; i < titles.Length; i++)
            {
                await author.PublishDraftAsync(films[i], titles[i]);
            }

            IPage page = await author.GoAsync("/feed");
            await page.GetByRole(AriaRole.Button, new() { Name = "Latest", Exact = true }).ClickAsync();
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

            // A button that has the focus takes the space bar for itself.
            await page.EvaluateAsync("document.activeElement.blur()");
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

    [Fact]
    public async Task A_fan_swipes_likes_asks_why_and_what_they_watch_is_counted()
    {
        await using Visit author = await stage.OpenAsync();
        await using Visit fan = await stage.OpenAsync(Stage.Phone);
        string address = "";
        await author.TellAsync(async () =>
        {
            await author.SignUpAsync("Filmer");
            foreach (string title in new[] { "Kite two", "Kite one" })
            {
                await author.GoAsync("/create");
                await author.CreateAsync("a kite over the sea", seconds: 4, quality: "360p");
                await author.WaitUntilMadeAsync();
                await author.PublishAsync(title);
                address = new Uri(author.Page.Url).AbsolutePath.Replace("/post/", "/api/posts/", StringComparison.Ordinal);
            }
        });
        await fan.TellAsync(async () =>
        {
            await fan.SignUpAsync("Fan");
            IPage page = await fan.GoAsync("/feed");
            await page.GetByRole(AriaRole.Button, new() { Name = "Latest", Exact = true }).ClickAsync();
            await Shows(fan, "Kite one");
            await page.Touchscreen.TapAsync(190, 400);
            await page.Touchscreen.TapAsync(190, 400);
            await UntilAsync(async () => (await fan.ApiAsync(address)).GetProperty("myReaction").GetString() == "like");

            await page.EvaluateAsync("() => document.querySelector('.reel').scrollBy({ top: innerHeight, behavior: 'smooth' })");
            await Shows(fan, "Kite two");
            await page.Keyboard.PressAsync("w");
            await page.GetByText("It is its turn by time").WaitForAsync();
            await fan.ShouldBeAccessibleAsync("the reasons of a film");
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("?");
            await page.GetByRole(AriaRole.Dialog).GetByText("Next, previous film").WaitForAsync();
            await page.Keyboard.PressAsync("Escape");

            await Task.Delay(3500);
            await page.Keyboard.PressAsync("k");
            await UntilAsync(async () => (await fan.ApiAsync("/api/feed?tab=latest&limit=2")).GetProperty("items").EnumerateArray().Any(i => i.GetProperty("post").GetProperty("counts").GetProperty("views").GetInt32() >= 1));
            await page.GotoAsync("/explore");
            await page.GetByRole(AriaRole.Heading, new() { Name = "Explore" }).WaitForAsync();
            await fan.ShouldBeAccessibleAsync("the explore page");
            await page.GotoAsync("/search?q=kites");
            await page.GetByRole(AriaRole.Link, new() { Name = "Kite one, by Filmer" }).WaitForAsync();
            await fan.ShouldBeAccessibleAsync("the search page");

            // What is under way when the page closes is told as it goes.
            await page.GotoAsync(address.Replace("/api/posts/", "/post/", StringComparison.Ordinal));
            await fan.WatchAsync();
            await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0.8");
            await page.GotoAsync("about:blank");
        });
        await author.TellAsync(async () =>
        {
            IPage page = await author.GoAsync("/analytics");
            await page.GetByRole(AriaRole.Heading, new() { Name = "Your films" }).WaitForAsync();
            await author.ShouldBeAccessibleAsync("the analytics page");
            string film = address.Replace("/api/posts/", "/api/analytics/posts/", StringComparison.Ordinal);
            await UntilAsync(async () => (await author.ApiAsync(film)).GetProperty("sources").EnumerateArray().Any(s => s.GetProperty("source").GetString() == "post"));
        });
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (int i = 0; i < 100; i++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("What was waited for did not come");
    }

    private static async Task Shows(Visit visit, string title)
    {
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }).WaitForAsync();
        await visit.WatchAsync();
    }

    private static Task<bool> Muted(IPage page) => page.EvaluateAsync<bool>("[...document.querySelectorAll('video')].find((v) => !v.paused)?.muted ?? null");
}
