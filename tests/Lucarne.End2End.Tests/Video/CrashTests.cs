using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lucarne.End2End.Tests.Create;
using Lucarne.End2End.Tests.Harness;
using Lucarne.End2End.Tests.People;
using Lucarne.Media.Images;
using Lucarne.Tests;

namespace Lucarne.End2End.Tests.Video;

/// <summary>The program as it is shipped, killed without warning.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_generation_completes_it_after_a_restart()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-crash-").FullName;
        using PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        try
        {
            string generationId;
            CookieContainer cookies = new();
            using (ServedProgram first = await ServedProgram.StartAsync(folder, cookies))
            {
                (await first.Browser.PostAsJsonAsync("/api/accounts", new { handle = "ada", password = "a rather long password" })).StatusCode.ShouldBe(HttpStatusCode.Created);
                string picture = await FirstImageTests.UploadAsync(first.Browser, await PictureTests.MakeAsync("png", "90x160", "color=0x20C040:s=90x160"));
                JsonElement generation = await ReadAsync(await first.Browser.PostAsJsonAsync("/api/generations",
                    new { prompt = "a red rubber ball bouncing down a wooden staircase", seconds = 4, size = "360x640", firstImageId = picture }));
                generationId = generation.GetProperty("id").GetString()!;
                await UntilAsync(first.Browser, generationId, g => g.GetProperty("progress").GetDouble() > 0.1);
                first.Kill();
            }

            using ServedProgram second = await ServedProgram.StartAsync(folder, cookies);
            JsonElement ended = await UntilAsync(second.Browser, generationId, g => g.GetProperty("status").GetString() is "completed" or "failed" or "cancelled");
            ended.GetProperty("status").GetString().ShouldBe("completed", ended.ToString());
            JsonElement draft = await ReadAsync(await second.Browser.GetAsync($"/api/drafts/{ended.GetProperty("draftId").GetString()}"));
            byte[] video = await second.Browser.GetByteArrayAsync(draft.GetProperty("video").GetProperty("mp4Url").GetString());
            video.Length.ShouldBe((int)draft.GetProperty("video").GetProperty("sizeBytes").GetInt64());
            Picture start = await FirstImageTests.FirstFrameAsync(video);
            start.Pixels.Chunk(3).Average(p => p[1] - p[0]).ShouldBeGreaterThan(100, "it still starts from the green picture");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_server_that_is_asked_to_stop_hands_its_work_back_at_once()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-stop-").FullName;
        using PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        try
        {
            CookieContainer cookies = new();
            string generationId;
            using (ServedProgram first = await ServedProgram.StartAsync(folder, cookies))
            {
                (await first.Browser.PostAsJsonAsync("/api/accounts", new { handle = "ada", password = "a rather long password" })).StatusCode.ShouldBe(HttpStatusCode.Created);
                generationId = (await ReadAsync(await first.Browser.PostAsJsonAsync("/api/generations",
                    new { prompt = "a lighthouse in a storm at night", seconds = 25, size = "360x640" }))).GetProperty("id").GetString()!;
                await UntilAsync(first.Browser, generationId, g => g.GetProperty("status").GetString() == "in_progress");
                (await first.StopAsync()).ShouldBe(0);
            }

            using ServedProgram second = await ServedProgram.StartAsync(folder, cookies, ("LUCARNE__CONCURRENCY", "0"));
            (await ReadAsync(await second.Browser.GetAsync($"/api/generations/{generationId}"))).GetProperty("status").GetString().ShouldBe("queued");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_an_edit_completes_it_and_publishes_what_came_due()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-crash-").FullName;
        using PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        try
        {
            CookieContainer cookies = new();
            string editId, draftId;
            using (ServedProgram first = await ServedProgram.StartAsync(folder, cookies))
            {
                (await first.Browser.PostAsJsonAsync("/api/accounts", new { handle = "ada", password = "a rather long password" })).StatusCode.ShouldBe(HttpStatusCode.Created);
                JsonElement clip = await ReadAsync(await first.Browser.PostAsJsonAsync("/api/generations",
                    new { prompt = "a red rubber ball bouncing down a wooden staircase", seconds = 4, size = "360x640" }));
                await UntilAsync(first.Browser, clip.GetProperty("id").GetString()!, g => g.GetProperty("status").GetString() is "completed" or "failed");
                draftId = clip.GetProperty("draftId").GetString()!;
                JsonElement edit = await ReadAsync(await first.Browser.PostAsJsonAsync("/api/edits", new { clips = new[] { new { draftId, extendSeconds = 3 } } }));
                editId = edit.GetProperty("id").GetString()!;
                await ReadAsync(await first.Browser.PutAsJsonAsync($"/api/drafts/{edit.GetProperty("draftId").GetString()}/schedule", new { publishAt = TimeProvider.System.GetUtcNow().AddSeconds(1) }));
                await UntilAsync(first.Browser, editId, g => g.GetProperty("progress").GetDouble() > 0.2);
                first.Kill();
            }

            using ServedProgram second = await ServedProgram.StartAsync(folder, cookies);
            JsonElement ended = await UntilAsync(second.Browser, editId, g => g.GetProperty("status").GetString() is "completed" or "failed" or "cancelled");
            ended.GetProperty("status").GetString().ShouldBe("completed", ended.ToString());
            ended.GetProperty("seconds").GetDouble().ShouldBe(7);
            JsonElement published = await UntilAsync(second.Browser, editId, g => g.GetProperty("postId").ValueKind != JsonValueKind.Null);
            JsonElement post = await ReadAsync(await second.Browser.GetAsync($"/api/posts/{published.GetProperty("postId").GetString()}"));
            byte[] video = await second.Browser.GetByteArrayAsync(post.GetProperty("video").GetProperty("mp4Url").GetString());
            video.Length.ShouldBe((int)post.GetProperty("video").GetProperty("sizeBytes").GetInt64());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonElement> UntilAsync(HttpClient browser, string id, Func<JsonElement, bool> reached)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            JsonElement generation = await ReadAsync(await browser.GetAsync($"/api/generations/{id}"));
            if (reached(generation))
            {
                return generation;
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(8), generation.ToString());
            await Task.Delay(50);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text);
    }
}
