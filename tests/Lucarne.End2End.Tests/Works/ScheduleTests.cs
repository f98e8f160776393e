using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Works;

/// <summary>Publications that are to come. The restart is tested with the program itself, in Video/CrashTests.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task A_scheduled_draft_is_published_at_its_time_as_it_was_asked_for()
    {
        using Person ada = await Shared.App.SignUpAsync("schedule.ada");
        Answer draft = await ada.CreateDraftAsync("a red ball");
        DateTimeOffset at = TimeProvider.System.GetUtcNow().AddSeconds(2);
        (await ada.SendAsync(HttpMethod.Put, $"/api/drafts/{draft["id"]}/schedule", new { publishAt = at, title = "Later", visibility = "unlisted", remixAudience = "nobody" })).ShouldBeFine();

        (await ada.GetAsync($"/api/drafts/{draft["id"]}"))["schedule.publishAt"].ShouldNotBeNull();
        (await ada.GetAsync("/api/schedule")).Find("items.0.schedule.title").GetString().ShouldBe("Later");
        string postId = await UntilPublishedAsync(ada, draft);

        Answer post = (await ada.GetAsync($"/api/posts/{postId}")).ShouldBeFine();
        (post["title"], post["visibility"], post["remixAudience"]).ShouldBe(("Later", "unlisted", "nobody"));
        DateTimeOffset.Parse(post["createdAt"]!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(at);
        (await ada.GetAsync("/api/schedule")).Find("items").GetArrayLength().ShouldBe(0);
        (await Shared.App.ReadAsync(db => db.Notifications.CountAsync(n => n.Kind == NotificationKind.PostPublished && n.PostId == Guid.Parse(postId)))).ShouldBe(1);
    }

    [Fact]
    public async Task A_schedule_can_be_changed_and_taken_away()
    {
        using Person ada = await Shared.App.SignUpAsync("reschedule.ada");
        using Person ben = await Shared.App.SignUpAsync("reschedule.ben");
        Answer draft = await ada.CreateDraftAsync("a red ball");
        string path = $"/api/drafts/{draft["id"]}/schedule";

        (await ada.SendAsync(HttpMethod.Put, path, new { publishAt = TimeProvider.System.GetUtcNow().AddSeconds(3) })).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, path, new { publishAt = TimeProvider.System.GetUtcNow().AddDays(3), caption = "changed" })).ShouldBeFine()["schedule.caption"].ShouldBe("changed");
        (await ben.SendAsync(HttpMethod.Put, path, new { publishAt = TimeProvider.System.GetUtcNow().AddDays(3) })).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await ben.DeleteAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "not_scheduled");
        (await ada.SendAsync(HttpMethod.Put, path, new { publishAt = TimeProvider.System.GetUtcNow().AddDays(-1) })).ShouldBeProblem("publish_at_invalid");
        (await ada.SendAsync(HttpMethod.Put, path, new { publishAt = TimeProvider.System.GetUtcNow().AddDays(800) })).ShouldBeProblem("publish_at_invalid");
        (await ada.DeleteAsync(path)).ShouldBeFine(HttpStatusCode.NoContent);

        (await ada.GetAsync($"/api/drafts/{draft["id"]}")).Find("schedule").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ada.DeleteAsync(path)).ShouldBeProblem("not_scheduled");
    }

    [Fact]
    public async Task A_scheduled_draft_tells_its_words_and_its_audience_so_that_a_new_time_keeps_them()
    {
        using Person ada = await Shared.App.SignUpAsync("schedule.words");
        Answer draft = await ada.CreateDraftAsync("a red ball");
        string path = $"/api/drafts/{draft["id"]}";
        var first = new
        {
            publishAt = TimeProvider.System.GetUtcNow().AddDays(3),
            title = "Red",
            caption = "for my followers",
            altText = "A ball",
            visibility = "followers",
            remixAudience = "nobody",
            commentAudience = "followers",
        };
        (await ada.SendAsync(HttpMethod.Put, $"{path}/schedule", first)).ShouldBeFine();

        Answer told = (await ada.GetAsync(path)).ShouldBeFine();

        (told["schedule.title"], told["schedule.caption"], told["schedule.altText"]).ShouldBe(("Red", "for my followers", "A ball"));
        (told["schedule.visibility"], told["schedule.remixAudience"], told["schedule.commentAudience"]).ShouldBe(("followers", "nobody", "followers"));
        told.Find("schedule.failureCode").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_schedule_whose_film_failed_tells_why_nothing_was_published()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        app.Engine.FrameDelay = TimeSpan.FromMilliseconds(200);
        Answer generation = await ada.CreateAsync("a red ball");
        string path = $"/api/drafts/{generation["draftId"]}";
        (await ada.SendAsync(HttpMethod.Put, $"{path}/schedule", new { publishAt = TimeProvider.System.GetUtcNow().AddSeconds(1) })).ShouldBeFine();
        (await ada.PostAsync($"/api/generations/{generation["id"]}/cancel")).ShouldBeFine();

        Stopwatch watch = Stopwatch.StartNew();
        Answer draft = (await ada.GetAsync(path)).ShouldBeFine();
        while (draft.Find("schedule.failureCode").ValueKind == JsonValueKind.Null && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(100);
            draft = (await ada.GetAsync(path)).ShouldBeFine();
        }

        draft["schedule.failureCode"].ShouldBe("draft_not_finished");
    }

    [Fact]
    public async Task A_draft_that_is_still_in_the_making_at_its_time_is_published_once_it_is_finished()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        app.Engine.FrameDelay = TimeSpan.FromMilliseconds(40);
        Answer generation = await ada.CreateAsync("a red ball");
        (await ada.SendAsync(HttpMethod.Put, $"/api/drafts/{generation["draftId"]}/schedule", new { publishAt = TimeProvider.System.GetUtcNow().AddSeconds(1) })).ShouldBeFine();

        Answer draft = (await ada.GetAsync($"/api/drafts/{generation["draftId"]}")).ShouldBeFine();

        (await UntilPublishedAsync(ada, draft)).ShouldNotBeNull();
    }

    private static async Task<string> UntilPublishedAsync(Person person, Answer draft)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(2))
        {
            if ((await person.GetAsync($"/api/generations/{draft["generation.id"]}")).ShouldBeFine()["postId"] is { } post)
            {
                return post;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The draft was not published");
    }
}
