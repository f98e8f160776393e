using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Video;

public sealed class FromPromptToFeedTests
{
    [Fact]
    public async Task A_prompt_becomes_a_video_that_is_watched_while_made_published_and_seen_by_another()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        app.Engine.FrameDelay = TimeSpan.FromMilliseconds(15);
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");

        Answer generation = await ada.CreateAsync("a red rubber ball bouncing down a wooden staircase", seconds: 6);
        generation["status"].ShouldBe("queued");
        List<int> segmentsSeen = [];
        IReadOnlyList<JsonElement> told = await ada.WatchAsync(generation["id"], async snapshot =>
        {
            if (snapshot.GetProperty("status").GetString() == "in_progress" && snapshot.GetProperty("stream") is { ValueKind: JsonValueKind.Object } stream)
            {
                Answer playlist = (await ada.GetAsync(stream.GetProperty("playlistUrl").GetString()!)).ShouldBeFine();
                playlist.MediaType.ShouldBe("application/vnd.apple.mpegurl");
                segmentsSeen.Add(playlist.Text.Split("#EXTINF").Length - 1);
            }
        });

        double[] progress = [.. told.Select(s => s.GetProperty("progress").GetDouble())];
        progress.ShouldBe(progress.Order());
        segmentsSeen.ShouldNotBeEmpty("nothing could be watched before the end");
        segmentsSeen.Distinct().Count().ShouldBeGreaterThan(1, "the playlist did not grow");
        told[^1].GetProperty("status").GetString().ShouldBe("completed");
        (await ada.GetAsync($"/api/generations/{generation["id"]}/stream/index.m3u8")).ShouldBeFine().Text.ShouldContain("#EXT-X-ENDLIST");

        Answer draft = (await ada.GetAsync($"/api/drafts/{generation["draftId"]}")).ShouldBeFine();
        draft["read"].ShouldBe("False");
        draft.Find("video.seconds").GetDouble().ShouldBe(6);
        (await ada.GetAsync("/api/me"))["unreadDrafts"].ShouldBe("1");
        (await ada.PostAsync($"/api/drafts/{draft["id"]}/read")).ShouldBeFine()["read"].ShouldBe("True");
        (await ada.GetAsync("/api/me"))["unreadDrafts"].ShouldBe("0");
        (await brook.FeedAsync()).ShouldBeEmpty();

        Answer post = (await ada.PostAsync($"/api/drafts/{draft["id"]}/publish", new { title = "Down the stairs", caption = "It has\nsound.", altText = "A ball on stairs" })).ShouldBeFine(HttpStatusCode.Created);
        post.Headers.Location!.ToString().ShouldBe($"/api/posts/{post["id"]}");
        Answer feed = await brook.GetAsync("/api/feed");
        feed["items.0.post.id"].ShouldBe(post["id"]);
        feed["items.0.post.author.handle"].ShouldBe("ada");
        feed["items.0.post.mine"].ShouldBe("False");
        (await brook.GetAsync(feed["items.0.post.video.mp4Url"]!)).ShouldBeFine().MediaType.ShouldBe("video/mp4");
        (await ada.GetAsync($"/api/drafts/{draft["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await ada.GetAsync($"/api/generations/{generation["id"]}"))["postId"].ShouldBe(post["id"]);
        app.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_segment_that_the_playlists_name_can_be_fetched()
    {
        using Person ada = await Shared.App.SignUpAsync("segments");
        Answer post = await ada.PublishAsync("a lighthouse in a storm");
        string generation = post["video.id"]!;
        using Person visitor = Shared.App.Visitor();

        await FetchAllAsync(visitor, post["video.hlsUrl"]!);
        await FetchAllAsync(ada, $"/api/generations/{generation}/stream/index.m3u8");

        static async Task FetchAllAsync(Person person, string playlistUrl)
        {
            string playlist = (await person.GetAsync(playlistUrl)).ShouldBeFine().Text;
            string folder = playlistUrl[..(playlistUrl.LastIndexOf('/') + 1)];
            string[] files = [.. playlist.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')), playlist.Split("URI=\"")[1].Split('"')[0]];
            files.Length.ShouldBeGreaterThan(2);
            foreach (string file in files)
            {
                Answer part = (await person.GetAsync(folder + file)).ShouldBeFine();
                part.MediaType.ShouldBeOneOf("video/mp4", "video/iso.segment");
                part.Bytes.Length.ShouldBeGreaterThan(100);
            }
        }
    }

    [Fact]
    public async Task A_draft_and_its_files_are_nobody_elses()
    {
        using Person ada = await Shared.App.SignUpAsync("private_ada");
        using Person brook = await Shared.App.SignUpAsync("private_brook");
        using Person visitor = Shared.App.Visitor();
        Answer draft = await ada.CreateDraftAsync("a secret garden");
        string generation = draft["generation.id"]!;

        foreach (Person other in new[] { brook, visitor })
        {
            foreach (string file in new[] { "mp4Url", "hlsUrl", "previewUrl", "thumbnailUrl", "contactSheetUrl" })
            {
                (await ada.GetAsync(draft[$"video.{file}"]!)).ShouldBeFine().Headers.CacheControl!.Private.ShouldBeTrue();
                (await other.GetAsync(draft[$"video.{file}"]!)).ShouldBeProblem(HttpStatusCode.NotFound, "media_not_found");
            }
        }

        (await brook.GetAsync($"/api/drafts/{draft["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await brook.DeleteAsync($"/api/drafts/{draft["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await brook.PostAsync($"/api/drafts/{draft["id"]}/publish", new { })).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await brook.PostAsync($"/api/drafts/{draft["id"]}/read")).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await brook.GetAsync($"/api/generations/{generation}")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        (await brook.GetAsync($"/api/generations/{generation}/events")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        (await brook.PostAsync($"/api/generations/{generation}/cancel")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        (await brook.GetAsync($"/api/generations/{generation}/stream/index.m3u8")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
    }

    [Fact]
    public async Task A_cancelled_generation_stops_and_its_draft_can_be_deleted()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        app.Engine.FrameDelay = TimeSpan.FromMilliseconds(50);
        using Person ada = await app.SignUpAsync("ada");
        Answer generation = await ada.CreateAsync("a long film", seconds: 25);

        (await ada.PostAsync($"/api/drafts/{generation["draftId"]}/publish", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "draft_not_finished");
        (await ada.PostAsync($"/api/generations/{generation["id"]}/cancel")).ShouldBeFine()["status"].ShouldBe("cancelled");
        (await ada.PostAsync($"/api/generations/{generation["id"]}/cancel")).ShouldBeProblem(HttpStatusCode.Conflict, "generation_already_ended");
        (await ada.DeleteAsync($"/api/drafts/{generation["draftId"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync($"/api/generations/{generation["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        app.CountMediaFiles().ShouldBe(0);
    }

    [Fact]
    public async Task A_generation_that_fails_says_what_happened_and_what_to_do()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        app.Engine.FailAtFrame = 20;
        using Person ada = await app.SignUpAsync("ada");

        JsonElement last = (await ada.WatchAsync((await ada.CreateAsync("a torn sheet"))["id"]))[^1];

        last.GetProperty("status").GetString().ShouldBe("failed");
        last.GetProperty("failure").GetProperty("code").GetString().ShouldBe("sketch_torn");
        last.GetProperty("failure").GetProperty("action").GetString().ShouldBe("Take another sheet.");
    }

    [Fact]
    public async Task An_account_has_four_generations_in_the_works_and_no_more()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        app.Engine.FrameDelay = TimeSpan.FromMilliseconds(50);
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ada.PostAsync("/api/generations", new { prompt = $"film {i}", seconds = 25, size = SketchEngine.Size })));

        answers.Count(a => a.Status == HttpStatusCode.Accepted).ShouldBe(4);
        foreach (Answer refused in answers.Where(a => a.Status != HttpStatusCode.Accepted))
        {
            refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "too_many_active_generations");
        }

        (await ada.GetAsync("/api/generations?active=true")).Find("items").GetArrayLength().ShouldBe(4);
        await brook.CreateAsync("a film of mine");
    }

    [Fact]
    public async Task Deleting_a_post_takes_its_video_away_from_everyone()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        Answer post = await ada.PublishAsync("a short life");
        app.CountMediaFiles().ShouldBeGreaterThan(0);

        (await brook.DeleteAsync($"/api/posts/{post["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await ada.DeleteAsync($"/api/posts/{post["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);

        (await brook.FeedAsync()).ShouldBeEmpty();
        (await brook.GetAsync(post["video.mp4Url"]!)).ShouldBeProblem(HttpStatusCode.NotFound, "media_not_found");
        (await brook.GetAsync($"/p/{post["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        app.CountMediaFiles().ShouldBe(0);
    }

    [Fact]
    public async Task Files_that_two_drafts_share_go_with_the_last_of_them()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        object same = new { prompt = "twins", seconds = 4, size = SketchEngine.Size, seed = 7 };
        Answer first = (await ada.PostAsync("/api/generations", same)).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(first["id"]);
        Answer second = (await ada.PostAsync("/api/generations", same)).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(second["id"]);
        string url = (await ada.GetAsync($"/api/drafts/{first["draftId"]}"))["video.mp4Url"]!;
        (await ada.GetAsync($"/api/drafts/{second["draftId"]}"))["video.mp4Url"].ShouldBe(url, "the same request and seed make the same bytes");

        await ada.DeleteAsync($"/api/drafts/{first["draftId"]}");
        (await ada.GetAsync(url)).ShouldBeFine();
        await ada.DeleteAsync($"/api/drafts/{second["draftId"]}");
        (await ada.GetAsync(url)).ShouldBeProblem(HttpStatusCode.NotFound, "media_not_found");
        app.CountMediaFiles().ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_is_published_once_however_often_the_button_is_pressed()
    {
        using Person ada = await Shared.App.SignUpAsync("pressestwice");
        Answer draft = await ada.CreateDraftAsync("pressed twice");

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ada.PostAsync($"/api/drafts/{draft["id"]}/publish", new { })));

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
        foreach (Answer refused in answers.Where(a => a.Status != HttpStatusCode.Created))
        {
            refused.ShouldBeProblem(HttpStatusCode.Conflict, "draft_already_published");
        }
    }

    [Theory]
    [InlineData("title", 101, "title_too_long")]
    [InlineData("caption", 2001, "caption_too_long")]
    [InlineData("altText", 1001, "alt_text_too_long")]
    public async Task Texts_of_a_post_have_their_limits(string member, int length, string code)
    {
        using Person ada = await Shared.App.SignUpAsync($"texts_{length}");
        Answer draft = await ada.CreateDraftAsync("limits");

        (await ada.PostAsync($"/api/drafts/{draft["id"]}/publish", new Dictionary<string, string> { [member] = new('x', length) })).ShouldBeProblem(HttpStatusCode.BadRequest, code);
        (await ada.PostAsync($"/api/drafts/{draft["id"]}/publish", new { visibility = "everyone" })).ShouldBeProblem(HttpStatusCode.BadRequest, "body_invalid");
        (await ada.PostAsync($"/api/drafts/{draft["id"]}/publish", new { visibility = 0 })).ShouldBeProblem(HttpStatusCode.BadRequest, "body_invalid");
    }

    [Fact]
    public async Task An_unlisted_post_is_in_no_feed_but_opens_by_its_link()
    {
        using Person ada = await Shared.App.SignUpAsync("unlisted");
        using Person visitor = Shared.App.Visitor();

        Answer post = await ada.PublishAsync("for those who have the link", new { visibility = "unlisted" });

        (await visitor.FeedAsync()).ShouldNotContain(post["id"]);
        (await visitor.GetAsync($"/api/posts/{post["id"]}")).ShouldBeFine();
        (await visitor.GetAsync(post["video.mp4Url"]!)).ShouldBeFine();
        (await visitor.GetAsync(post["shareUrl"]!)).Text.ShouldContain("noindex");
    }
}
