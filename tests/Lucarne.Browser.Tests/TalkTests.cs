using System.Text.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>Writing to someone while the connection comes and goes.</summary>
public sealed class TalkTests(Stage stage)
{
    [Fact]
    public async Task What_is_written_without_a_connection_waits_and_is_sent_once()
    {
        await using Visit writer = await stage.OpenAsync();
        await using Visit reader = await stage.OpenAsync();
        await writer.TellAsync(async () =>
        {
            string handle = await reader.ArriveAsync("Reader");
            await writer.ArriveAsync("Writer");
            JsonElement room = await writer.SendAsync("/api/rooms", new { handles = new[] { handle } });
            IPage page = await writer.GoAsync($"/messages/{room.GetProperty("id").GetString()}");
            await page.GetByLabel("Write a message").WaitForAsync();

            await page.Context.SetOfflineAsync(true);
            await page.GetByLabel("Write a message").FillAsync("Is anybody there?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await page.GetByText("Not sent").WaitForAsync();
            await page.Context.SetOfflineAsync(false);
            await page.GetByText("Not sent").WaitForAsync(new() { State = WaitForSelectorState.Detached });

            await page.GetByText("Sending", new() { Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await page.GetByRole(AriaRole.Log).GetByText("Is anybody there?").WaitForAsync();
            (await writer.ApiAsync($"/api/rooms/{room.GetProperty("id").GetString()}/messages")).GetProperty("items").GetArrayLength().ShouldBe(1);
        });
    }
}
