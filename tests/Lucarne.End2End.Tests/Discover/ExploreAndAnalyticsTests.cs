using System.Net;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Follows;
using Lucarne.Social.Reactions;

namespace Lucarne.End2End.Tests.Discover;

public sealed class ExploreAndAnalyticsTests
{
    [Fact]
    public async Task Explore_tells_what_rises_who_leads_and_who_is_new()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer film = await ada.PublishAsync("nothing in particular", new { visibility = "unlisted" });
        Guid[] people = await Crowd.AddAccountsAsync(app, "ann", "bob", "cal");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film,
            new Draught(people[0]) { Caption = "#old", Age = TimeSpan.FromDays(20) }, new Draught(people[0]) { Caption = "#old", Age = TimeSpan.FromDays(19) },
            new Draught(people[0]) { Caption = "#old #kites" }, new Draught(people[1]) { Caption = "#kites" }, new Draught(people[2]) { Caption = "#kites" });
        await app.ReadAsync(async db =>
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            db.Reactions.AddRange(people.Select(p => new Reaction { PostId = posts[3], AccountId = p, Kind = ReactionKind.Like, CreatedAt = now }));
            db.Reactions.Add(new Reaction { PostId = posts[4], AccountId = people[0], Kind = ReactionKind.Like, CreatedAt = now });
            return await db.SaveChangesAsync();
        });
        (await ada.GetAsync("/api/search/tags?q=kites")).ShouldBeFine();

        Answer explore = (await ada.GetAsync("/api/explore")).ShouldBeFine();

        (explore["tags.0.tag"], explore["tags.0.posts"]).ShouldBe(("kites", "3"));
        (explore["likeLeaders.0.author.handle"], explore["likeLeaders.0.count"]).ShouldBe(("bob", "2"));
        explore["liked.0.id"].ShouldBe(posts[3].ToString());
        explore.Find("newVoices").EnumerateArray().Select(p => p.GetProperty("author").GetProperty("handle").GetString()).ShouldBe(["bob", "cal"], ignoreOrder: true);
    }

    [Fact]
    public async Task Explore_shows_neither_the_accounts_that_one_mutes_nor_the_words()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer film = await ada.PublishAsync("nothing in particular", new { visibility = "unlisted" });
        Guid[] people = await Crowd.AddAccountsAsync(app, "ann", "bob", "cal");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film, new Draught(people[0]) { Caption = "#spiders", Title = "Spiders" }, new Draught(people[1]) { Caption = "#kites" }, new Draught(people[2]) { Caption = "#kites" });
        Guid me = await Crowd.IdOfAsync(app, "ada");
        await app.ReadAsync(async db =>
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            db.Reactions.AddRange(posts.Select(p => new Reaction { PostId = p, AccountId = me, Kind = ReactionKind.Like, CreatedAt = now }));
            db.Mutes.Add(new Mute { MuterId = me, MutedId = people[1], CreatedAt = now });
            db.MutedWords.Add(new MutedWord { Id = Guid.CreateVersion7(now), AccountId = me, Text = "spider", CreatedAt = now });
            return await db.SaveChangesAsync();
        });
        (await ada.GetAsync("/api/search/tags?q=kites")).ShouldBeFine();

        Answer explore = (await ada.GetAsync("/api/explore")).ShouldBeFine();

        explore.Find("liked").EnumerateArray().Select(p => p.GetProperty("id").GetGuid()).ShouldBe([posts[2]]);
        explore.Find("likeLeaders").EnumerateArray().Select(l => l.GetProperty("author").GetProperty("handle").GetString()).ShouldBe(["ann", "cal"], ignoreOrder: true);
        explore.Find("tags").EnumerateArray().Select(t => t.GetProperty("tag").GetString()).ShouldBe(["kites"]);
        using Person visitor = app.Visitor();
        (await visitor.GetAsync("/api/explore")).Find("likeLeaders").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task What_an_administrator_features_is_marked_leads_Explore_and_is_written_to_the_audit_log()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person admin = await app.SignUpAsync("keeper");
        using Person ada = await app.SignUpAsync("ada");
        string id = (await ada.PublishAsync("a kite over the sea"))["id"]!;
        string hidden = (await ada.PublishAsync("a boat", new { visibility = "unlisted" }))["id"]!;

        (await ada.SendAsync(HttpMethod.Put, $"/api/admin/posts/{id}/featured")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await admin.SendAsync(HttpMethod.Put, $"/api/admin/posts/{hidden}/featured")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        for (int twice = 0; twice < 2; twice++)
        {
            (await admin.SendAsync(HttpMethod.Put, $"/api/admin/posts/{id}/featured")).ShouldBeFine()["featured"].ShouldBe("True");
        }

        using Person visitor = app.Visitor();
        (await visitor.GetAsync($"/api/posts/{id}"))["featured"].ShouldBe("True");
        await app.CountExploreAsync();
        (await visitor.GetAsync("/api/explore"))["featured.0.id"].ShouldBe(id);
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{id}", new { visibility = "private", remixAudience = "everyone", commentAudience = "everyone" })).ShouldBeFine();
        (await visitor.GetAsync("/api/explore")).Find("featured").GetArrayLength().ShouldBe(0);
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{id}", new { visibility = "public", remixAudience = "everyone", commentAudience = "everyone" })).ShouldBeFine();

        (await admin.DeleteAsync($"/api/admin/posts/{id}/featured")).ShouldBeFine()["featured"].ShouldBe("False");
        (await admin.GetAsync("/api/admin/audit")).ShouldBeFine().Find("items").EnumerateArray()
            .Select(e => (e.GetProperty("action").GetString(), e.GetProperty("target").GetString())).Take(2)
            .ShouldBe([("post_unfeatured", $"post:{id}"), ("post_featured", $"post:{id}")]);
    }

    [Fact]
    public async Task Analytics_add_up_what_was_watched_for_the_owner_alone()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person fan = await app.SignUpAsync("fan");
        using Person other = await app.SignUpAsync("other");
        string id = (await ada.PublishAsync("a boat"))["id"]!;
        await WatchTests.SendAsync(fan, WatchTests.Event(id, 4000, completion: 1, source: "search"));
        await WatchTests.SendAsync(other, WatchTests.Event(id, 2100, completion: 0.5), WatchTests.Event(id, 900, completion: 0.2));
        await fan.SendAsync(HttpMethod.Put, $"/api/posts/{id}/reaction", new { kind = "like" });
        (await fan.PostAsync($"/api/posts/{id}/share")).ShouldBeFine();
        Guid adaId = await Crowd.IdOfAsync(app, "ada");
        Guid fanId = await Crowd.IdOfAsync(app, "fan");
        await app.ReadAsync(async db =>
        {
            db.Follows.Add(new Follow { FollowerId = fanId, FolloweeId = adaId, CreatedAt = TimeProvider.System.GetUtcNow() });
            return await db.SaveChangesAsync();
        });

        Answer account = (await ada.GetAsync("/api/analytics?days=7")).ShouldBeFine();
        account.Find("days").GetArrayLength().ShouldBe(7);
        (account["totals.views"], account["totals.likes"], account["totals.followers"], account["totals.shares"], account["totals.completionRate"]).ShouldBe(("2", "1", "1", "1", "0.333"));
        (account["days.6.views"], account["posts.0.post.id"], account["posts.0.views"]).ShouldBe(("2", id, "2"));

        Answer post = (await ada.GetAsync($"/api/analytics/posts/{id}")).ShouldBeFine();
        post.Find("retention").EnumerateArray().Select(r => r.GetDouble()).ShouldBe([1, 0.667, 0.667, 0.333, 0.333]);
        post.Find("sources").EnumerateArray().Select(s => s.GetProperty("source").GetString()).ShouldBe(["for_you", "search"], ignoreOrder: true);

        (post["days.27.shares"], post["totals.shares"]).ShouldBe(("1", "1"));

        Answer csv = (await ada.GetAsync($"/api/analytics/posts/{id}/days.csv?days=2")).ShouldBeFine();
        csv.MediaType.ShouldBe("text/csv");
        csv.Text.Split("\r\n").Length.ShouldBe(4);
        csv.Text.ShouldStartWith("date,views,watch_seconds,likes,followers_gained,shares\r\n");
        (await fan.GetAsync($"/api/analytics/posts/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await ada.GetAsync("/api/analytics?days=0")).ShouldBeProblem("analytics_days_invalid");
        using Person visitor = app.Visitor();
        (await visitor.GetAsync("/api/analytics")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }
}
