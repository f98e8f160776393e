using System.Text.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>Two people talk: under a film, through notifications, in a room.</summary>
public sealed class TalkTests(Stage stage)
{
    private const string Prompt = "a red rubber ball bouncing down a wooden staircase";

    [Theory]
    [InlineData(Stage.Desktop)]
    [InlineData(Stage.Phone)]
    public async Task A_comment_is_told_live_is_answered_and_leads_to_messages(string device)
    {
        await using Visit author = await stage.OpenAsync(device, still: true);
        await using Visit viewer = await stage.OpenAsync(device, still: true);
        string authorHandle = "";
        string post = "";

        await author.TellAsync(async () =>
        {
            authorHandle = await author.SignUpAsync("Ada");
            post = await PublishAsync(author.Page);
            await author.GoAsync("/notifications");
            await author.Page.GetByText("Nothing yet").WaitForAsync();
        });

        await viewer.TellAsync(async () =>
        {
            await viewer.SignUpAsync("Grace");
            IPage page = await viewer.GoAsync($"/post/{post}");
            await page.GetByText("Nobody has said anything yet").WaitForAsync();
            await page.GetByLabel("Say something about it").FillAsync($"What a bounce, @{authorHandle}!");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await page.GetByRole(AriaRole.Article).GetByText("What a bounce").WaitForAsync();
            await viewer.ShouldBeAccessibleAsync("a post with a comment");
        });

        await author.TellAsync(async () =>
        {
            // Nothing was loaded again: the open page heard of it.
            ILocator told = author.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Grace commented on your film" });
            await told.WaitForAsync();
            await author.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByText("1 unread notification").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await author.ShouldBeAccessibleAsync("the notifications");
            await told.ClickAsync();
            await author.Page.WaitForURLAsync("**/post/**");
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
            await author.Page.GetByLabel("Your answer to Grace").FillAsync("Eleven takes.");
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await author.Page.GetByRole(AriaRole.Article).GetByText("Eleven takes.").WaitForAsync();
        });

        string room = "";
        await viewer.TellAsync(async () =>
        {
            await viewer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByText("1 unread notification").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            IPage page = await viewer.GoAsync("/messages");
            await page.GetByText("No messages yet").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "New message" }).First.ClickAsync();
            ILocator dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("To", new() { Exact = true }).FillAsync(authorHandle);
            await dialog.GetByRole(AriaRole.Button).Filter(new() { HasText = $"@{authorHandle}" }).ClickAsync();
            await viewer.ShouldBeAccessibleAsync("a new message");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
            await page.WaitForURLAsync("**/messages/**");
            room = page.Url.Split('/')[^1];
            await page.GetByLabel("Write a message").FillAsync("May I remix it?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await page.GetByRole(AriaRole.Log).GetByText("May I remix it?").WaitForAsync();
            await viewer.ShouldBeAccessibleAsync("a room");
        });

        await author.TellAsync(async () =>
        {
            IPage page = await author.GoAsync("/messages");
            await page.GetByRole(AriaRole.Button, new() { Name = "Requests (1)" }).ClickAsync();
            await page.GetByRole(AriaRole.Link).Filter(new() { HasText = "May I remix it?" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
            await author.ShouldBeAccessibleAsync("a request that was accepted");
            await page.GetByLabel("Write a message").FillAsync("Please do.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        });

        await viewer.TellAsync(async () =>
        {
            await viewer.Page.GetByRole(AriaRole.Log).GetByText("Please do.").WaitForAsync();
            JsonElement read = await viewer.ApiAsync($"/api/rooms/{room}");
            read.GetProperty("lastMessage").GetProperty("text").GetString().ShouldBe("Please do.");
        });
    }

    [Fact]
    public async Task What_is_written_without_a_connection_waits_and_is_sent_once()
    {
        await using Visit writer = await stage.OpenAsync();
        await using Visit reader = await stage.OpenAsync();
        await writer.TellAsync(async () =>
        {
            await reader.SignUpAsync("Reader");
            string handle = (await reader.ApiAsync("/api/me")).GetProperty("handle").GetString()!;
            await writer.SignUpAsync("Writer");
            JsonElement room = await PostAsync(writer.Page, "/api/rooms", new { handles = new[] { handle } });
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

    private static async Task<string> PublishAsync(IPage page)
    {
        // What is told is to be what the other one does.
        IAPIResponse quiet = await page.APIRequest.PutAsync("/api/notifications/settings", new()
        {
            DataObject = new { kind = "generation_completed", onPage = false, push = false },
            Headers = new Dictionary<string, string> { ["X-Lucarne-Csrf"] = "1" },
        });
        quiet.Ok.ShouldBeTrue(await quiet.TextAsync());
        JsonElement generation = await PostAsync(page, "/api/generations", new { prompt = Prompt, seconds = 4, size = "360x640" });
        string draft = generation.GetProperty("draftId").GetString()!;
        string status = "";
        for (int i = 0; i < 400 && status != "completed"; i++)
        {
            await Task.Delay(500);
            IAPIResponse answer = await page.APIRequest.GetAsync($"/api/generations/{generation.GetProperty("id").GetString()}");
            status = (await answer.JsonAsync())!.Value.GetProperty("status").GetString()!;
            status.ShouldBeOneOf("queued", "in_progress", "completed");
        }

        return (await PostAsync(page, $"/api/drafts/{draft}/publish", new { title = "Down the stairs", altText = "A ball on stairs" })).GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> PostAsync(IPage page, string path, object body)
    {
        IAPIResponse answer = await page.APIRequest.PostAsync(path, new() { DataObject = body, Headers = new Dictionary<string, string> { ["X-Lucarne-Csrf"] = "1" } });
        answer.Ok.ShouldBeTrue(await answer.TextAsync());
        return (await answer.JsonAsync())!.Value;
    }
}
