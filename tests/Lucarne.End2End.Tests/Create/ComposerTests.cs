using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Create;

public sealed class ComposerTests
{
    [Fact]
    public async Task A_finished_film_tells_which_version_of_its_engine_made_it()
    {
        using Person ada = await Shared.App.SignUpAsync("engine_version");
        Answer asked = await ada.CreateAsync("a red ball");
        asked.Find("engineVersion").ValueKind.ShouldBe(JsonValueKind.Null);

        (await ada.WatchAsync(asked["id"]))[^1].GetProperty("engineVersion").GetString().ShouldBe("3.1");
        Answer draft = (await ada.GetAsync($"/api/drafts/{asked["draftId"]}")).ShouldBeFine();
        (draft["generation.engine"], draft["generation.engineVersion"]).ShouldBe(("sketch", "3.1"));
    }

    [Fact]
    public async Task Styles_have_names_in_two_languages_and_a_picture_each_of_its_own()
    {
        using Person ada = await Shared.App.SignUpAsync("styles_seen");
        JsonElement[] styles = [.. (await ada.GetAsync("/api/styles")).ShouldBeFine().Find("items").EnumerateArray()];

        styles.Length.ShouldBeGreaterThanOrEqualTo(8);
        List<string> pictures = [];
        foreach (JsonElement style in styles)
        {
            style.GetProperty("name").GetProperty("fr").GetString().ShouldNotBeNullOrWhiteSpace();
            Answer picture = (await ada.GetAsync(style.GetProperty("thumbnailUrl").GetString()!)).ShouldBeFine();
            picture.Bytes.AsSpan(8, 4).ToArray().ShouldBe("WEBP"u8.ToArray());
            pictures.Add(Convert.ToHexString(picture.Bytes));
        }

        pictures.ShouldBeUnique();
        (await ada.GetAsync("/api/styles/cubism/thumbnail.webp")).ShouldBeProblem(HttpStatusCode.NotFound, "style_not_found");
    }

    [Fact]
    public async Task Handles_are_completed_those_one_follows_first()
    {
        using Person ada = await Shared.App.SignUpAsync("completes");
        using Person anna = await Shared.App.SignUpAsync("zanna_quill");
        using Person zara = await Shared.App.SignUpAsync("zara_quill");

        Handles(await ada.GetAsync("/api/handles?prefix=@ZA")).ShouldBe(["zanna_quill", "zara_quill"]);
        Handles(await ada.GetAsync("/api/handles?prefix=zara")).ShouldBe(["zara_quill"]);
        Handles(await ada.GetAsync("/api/handles?prefix=%25")).ShouldBeEmpty();
        Handles(await ada.GetAsync("/api/handles?prefix=")).ShouldBeEmpty();

        static string[] Handles(Answer answer) => [.. answer.ShouldBeFine().Find("items").EnumerateArray().Select(a => a.GetProperty("handle").GetString()!)];
    }

    [Theory]
    [InlineData("short", "a fox runs through a forest. Tracking shot, morning.")]
    [InlineData("medium", "a fox runs through a forest.\nCamera: tracking shot.\nLight: morning.\nLook: cinematic.\nSound: birds, wind in the leaves.")]
    public async Task A_prompt_is_written_out_as_a_brief(string length, string brief)
    {
        using Person ada = await Shared.App.SignUpAsync($"briefs_{length}");

        (await ada.PostAsync("/api/screenplays/brief", new { prompt = "a fox runs through a forest", length, seconds = 8 })).ShouldBeFine()["prompt"].ShouldBe(brief);
        (await ada.PostAsync("/api/screenplays/brief", new { prompt = " ", length })).ShouldBeProblem(HttpStatusCode.BadRequest, "prompt_empty");
        (await ada.PostAsync("/api/screenplays/brief", new { prompt = "a fox", length, seconds = 99 })).ShouldBeProblem(HttpStatusCode.BadRequest, "seconds_not_supported");
        (await ada.PostAsync("/api/screenplays/brief", new { prompt = "a fox", length = "endless" })).ShouldBeProblem(HttpStatusCode.BadRequest, "body_invalid");
    }

    [Fact]
    public async Task A_prompt_that_names_nobody_is_told_so()
    {
        using Person ada = await Shared.App.SignUpAsync("mentions_ada");

        Answer read = (await ada.PostAsync("/api/screenplays", new { prompt = "@mentions_ada and @nobody_at_all dance on a beach" })).ShouldBeFine();

        read["mentions.0.handle"].ShouldBe("mentions_ada");
        read["mentions.0.known"].ShouldBe("True");
        read["mentions.1.handle"].ShouldBe("nobody_at_all");
        read["mentions.1.known"].ShouldBe("False");
    }

    [Fact]
    public async Task The_owner_is_told_once_of_every_film_that_ends_and_not_of_those_they_stopped()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("told_ada");
        Answer done = await ada.CreateDraftAsync("a fox");
        app.Engine.FailAtFrame = 3;
        Answer failing = await ada.CreateAsync("a broken fox");
        await ada.WatchAsync(failing["id"]);
        app.Engine.FailAtFrame = null;
        app.Engine.FrameDelay = TimeSpan.FromMilliseconds(50);
        Answer stopped = await ada.CreateAsync("a fox that is stopped");
        (await ada.PostAsync($"/api/generations/{stopped["id"]}/cancel")).ShouldBeFine();

        JsonElement[] told = await ToldAsync(ada, 2);

        told.Select(n => (n.GetProperty("kind").GetString(), n.GetProperty("draftId").GetString())).ShouldBe(
            [("generation_completed", done["id"]), ("generation_failed", failing["draftId"])], ignoreOrder: true);
    }

    private static async Task<JsonElement[]> ToldAsync(Person person, int atLeast)
    {
        for (int i = 0; ; i++)
        {
            JsonElement[] told = [.. (await person.GetAsync("/api/notifications")).ShouldBeFine().Find("items").EnumerateArray()];
            if (told.Length >= atLeast || i == 100)
            {
                await Task.Delay(1500);
                return [.. (await person.GetAsync("/api/notifications")).ShouldBeFine().Find("items").EnumerateArray()];
            }

            await Task.Delay(100);
        }
    }
}
