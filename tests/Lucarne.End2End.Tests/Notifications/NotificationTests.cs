using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Notifications;

public sealed class NotificationTests
{
    [Fact]
    public async Task Likes_of_the_same_comment_come_as_one_until_they_are_read()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer post = await ada.PublishQuietlyAsync("a violin");
        Answer comment = await ada.SayAsync(post["id"], "Who plays?");
        Person[] fans = [.. await Task.WhenAll(Enumerable.Range(0, 5).Select(i => app.SignUpAsync($"fan{i}")))];
        foreach (Person fan in fans[..4])
        {
            (await fan.SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}/like")).ShouldBeFine();
        }

        Answer mailbox = (await ada.GetAsync("/api/notifications")).ShouldBeFine();
        mailbox.Find("items").GetArrayLength().ShouldBe(1);
        mailbox["items.0.kind"].ShouldBe("comment_like");
        mailbox["items.0.actorCount"].ShouldBe("4");
        mailbox.Find("items.0.actors").EnumerateArray().Select(a => a.GetProperty("handle").GetString()).ShouldBe(["fan3", "fan2", "fan1"]);
        mailbox["items.0.excerpt"].ShouldBe("Who plays?");
        mailbox["items.0.post.id"].ShouldBe(post["id"]);
        mailbox["items.0.read"].ShouldBe("False");
        (await ada.GetAsync("/api/notifications/counts"))["unread"].ShouldBe("1");

        (await ada.PostAsync($"/api/notifications/{mailbox["items.0.id"]}/read")).ShouldBeFine()["unread"].ShouldBe("0");
        await fans[4].SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}/like");
        await fans[0].SendAsync(HttpMethod.Delete, $"/api/comments/{comment["id"]}/like");
        await fans[0].SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}/like");

        mailbox = await ada.GetAsync("/api/notifications");
        mailbox.Find("items").EnumerateArray().Select(n => n.GetProperty("actorCount").GetInt32()).ShouldBe([1, 4]);
        (await fans[0].PostAsync($"/api/notifications/{mailbox["items.0.id"]}/read")).ShouldBeProblem(HttpStatusCode.NotFound, "notification_not_found");
    }

    [Fact]
    public async Task A_caption_tells_the_first_ten_whom_it_names_of_those_who_may_open_the_post_and_want_to_hear()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Person[] named = [.. await Task.WhenAll(Enumerable.Range(0, 12).Select(i => app.SignUpAsync($"named{i}")))];
        (await named[0].SendAsync(HttpMethod.Put, "/api/accounts/ada/mute", new { })).ShouldBeFine();
        (await named[1].SendAsync(HttpMethod.Put, "/api/accounts/ada/block")).ShouldBeFine();
        string caption = string.Join(' ', named.Select(n => $"@{n.Handle}"));

        Answer draft = await ada.CreateDraftAsync("a crowd");
        Answer post = (await ada.PostAsync($"/api/drafts/{draft["id"]}/publish", new { caption = $"@ada @nobody.there {caption}" })).ShouldBeFine(HttpStatusCode.Created);

        string[] told = [.. (await Task.WhenAll(named.Select(async n => (n.Handle, Kinds: await n.WalkAsync("/api/notifications", x => x.GetProperty("kind").GetString()!)))))
            .Where(n => n.Kinds.SequenceEqual(["mention"])).Select(n => n.Handle)];
        // Ada is the first of the ten, and tells herself nothing.
        told.ShouldBe([.. named[2..9].Select(n => n.Handle)]);

        // Only those who follow may open it: whoever is named anew and does not is told nothing.
        (await named[10].SendAsync(HttpMethod.Put, "/api/accounts/ada/follow")).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}", new { visibility = "followers", remixAudience = "everyone", commentAudience = "everyone", caption = "" })).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}", new { visibility = "followers", remixAudience = "everyone", commentAudience = "everyone", caption = "@named10 @named11" })).ShouldBeFine();
        (await named[10].WalkAsync("/api/notifications?kind=mention", n => n.GetProperty("post").GetProperty("id").GetString()!)).ShouldBe([post["id"]!]);
        (await named[11].WalkAsync("/api/notifications?kind=mention", n => n.GetProperty("id").GetString()!)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_mailbox_is_filtered_by_kind_paged_counted_and_marked()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        Answer post = await ada.PublishQuietlyAsync("a cello");
        for (int i = 0; i < 5; i++)
        {
            await brook.SayAsync(post["id"], $"comment {i}");
        }

        Answer own = await ada.SayAsync(post["id"], "mine");
        await brook.SayAsync(post["id"], "answer", own["id"]);

        List<string> all = await ada.WalkAsync("/api/notifications?limit=2", n => n.GetProperty("id").GetString()!);
        all.Count.ShouldBe(6);
        all.Distinct().Count().ShouldBe(6);
        (await ada.WalkAsync("/api/notifications?kind=reply,mention", n => n.GetProperty("excerpt").GetString()!)).ShouldBe(["answer"]);
        Answer counts = await ada.GetAsync("/api/notifications/counts");
        counts["unread"].ShouldBe("6");
        counts.Find("byKind").EnumerateArray().Select(k => $"{k.GetProperty("kind")} {k.GetProperty("unread")}").ShouldBe(["comment 5", "reply 1"]);

        (await ada.PostAsync("/api/notifications/read", new { kind = "comment", upTo = all[3] })).ShouldBeFine()["unread"].ShouldBe("3");
        (await ada.PostAsync("/api/notifications/read", new { })).ShouldBeFine()["unread"].ShouldBe("0");
        (await ada.GetAsync("/api/notifications?kind=gossip")).ShouldBeProblem(HttpStatusCode.BadRequest, "notification_kind_unknown");
        string next = (await ada.GetAsync("/api/notifications?limit=2"))["next"]!;
        (await brook.GetAsync($"/api/notifications?cursor={next}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
        (await ada.GetAsync($"/api/notifications?kind=comment&cursor={next}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
    }

    [Fact]
    public async Task What_is_switched_off_is_not_told_and_what_was_deleted_is_gone()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        Answer post = await ada.PublishQuietlyAsync("a drum");
        Answer first = await brook.SayAsync(post["id"], "heard");

        (await ada.GetAsync("/api/notifications/settings")).ShouldBeFine().Json.EnumerateArray().Select(s => s.GetProperty("kind").GetString()).ShouldContain("comment");
        (await ada.SendAsync(HttpMethod.Put, "/api/notifications/settings", new { kind = "comment", onPage = false, push = true })).ShouldBeFine();
        await brook.SayAsync(post["id"], "not heard");
        (await app.NotificationsAsync("ada")).ShouldBe(["Comment by brook"]);
        (await ada.SendAsync(HttpMethod.Put, "/api/notifications/settings", new { kind = "comment", onPage = true, push = false })).ShouldBeFine()
            .Json.EnumerateArray().Single(s => s.GetProperty("kind").GetString() == "comment").GetProperty("push").GetBoolean().ShouldBeFalse();
        (await ada.SendAsync(HttpMethod.Put, "/api/notifications/settings", new { kind = "gossip", onPage = true, push = false })).ShouldBeProblem(HttpStatusCode.BadRequest, "body_invalid");

        await brook.DeleteAsync($"/api/comments/{first["id"]}");
        (await app.NotificationsAsync("ada")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_open_page_hears_of_a_comment_and_of_what_is_unread()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        Answer post = await ada.PublishQuietlyAsync("a harp");
        await using EventListener page = await ada.ListenAsync();
        (await page.NextAsync("counts")).Data.GetProperty("counts").GetProperty("notifications").GetInt32().ShouldBe(0);

        await brook.SayAsync(post["id"], "lovely");

        JsonElement told = (await page.NextAsync("notification")).Data.GetProperty("notification");
        told.GetProperty("kind").GetString().ShouldBe("comment");
        told.GetProperty("excerpt").GetString().ShouldBe("lovely");
        (await page.NextAsync("counts")).Data.GetProperty("counts").GetProperty("notifications").GetInt32().ShouldBe(1);
        await using EventListener other = await brook.ListenAsync();
        (await ada.PostAsync("/api/notifications/read", new { })).ShouldBeFine();
        (await page.NextAsync("counts")).Data.GetProperty("counts").GetProperty("notifications").GetInt32().ShouldBe(0);
        (await other.ListenAsync(TimeSpan.FromSeconds(1))).Select(e => e.Name).ShouldBe(["counts"]);
    }

    [Fact]
    public async Task A_page_that_reconnects_hears_what_it_missed_and_one_from_another_day_starts_anew()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        Answer post = await ada.PublishQuietlyAsync("a flute");
        string? heard;
        await using (EventListener page = await ada.ListenAsync())
        {
            await brook.SayAsync(post["id"], "before");
            await page.NextAsync("notification", n => Excerpt(n) == "before");
            heard = page.LastId;
        }

        for (int i = 0; i < 3; i++)
        {
            await brook.SayAsync(post["id"], $"missed {i}");
        }

        await using EventListener again = await ada.ListenAsync(heard);
        for (int i = 0; i < 3; i++)
        {
            await again.NextAsync("notification", n => Excerpt(n) == $"missed {i}");
        }

        await brook.SayAsync(post["id"], "after");
        await again.NextAsync("notification", n => Excerpt(n) == "after");
        (await again.ListenAsync(TimeSpan.FromSeconds(1))).ShouldAllBe(e => e.Name == "counts" || e.Name == "heartbeat");

        await using EventListener stale = await ada.ListenAsync(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddYears(50)).ToString("N"));
        await stale.NextAsync("reset");
        await using EventListener confused = await ada.ListenAsync("'; DROP TABLE");
        await confused.NextAsync("reset");
        app.Complaints.ShouldBeEmpty();

        static string? Excerpt(JsonElement heard) => heard.GetProperty("notification").GetProperty("excerpt").GetString();
    }

    [Fact]
    public async Task Streams_of_an_account_are_bounded_and_strangers_get_none()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person visitor = app.Visitor();
        List<EventListener> pages = [];
        for (int i = 0; i < 10; i++)
        {
            pages.Add(await ada.ListenAsync());
        }

        (await ada.GetAsync("/api/events")).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too_many_streams");
        (await visitor.GetAsync("/api/events")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        foreach (EventListener page in pages)
        {
            await page.DisposeAsync();
        }

        for (int attempt = 0; ; attempt++)
        {
            // The server notices a closed page a moment later.
            try
            {
                await using EventListener last = await ada.ListenAsync();
                await last.NextAsync("counts");
                break;
            }
            catch (ShouldAssertException) when (attempt < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    [Fact]
    public async Task Notifications_written_at_the_same_moment_are_all_kept_and_heard()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer post = await ada.PublishQuietlyAsync("an orchestra");
        Person[] crowd = [.. await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.SignUpAsync($"voice{i}")))];
        await using EventListener page = await ada.ListenAsync();
        await page.NextAsync("counts");

        await Task.WhenAll(crowd.Select(async person =>
        {
            await person.SayAsync(post["id"], "one");
            await person.SayAsync(post["id"], "two");
        }));

        HashSet<string> heard = [];
        while (heard.Count < 16)
        {
            heard.Add((await page.NextAsync("notification")).Data.GetProperty("notification").GetProperty("id").GetString()!);
        }

        (await app.ReadAsync(db => db.Notifications.CountAsync(n => n.Kind == NotificationKind.Comment))).ShouldBe(16);
        await page.NextAsync("counts", c => c.GetProperty("counts").GetProperty("notifications").GetInt32() == 16);
    }
}
