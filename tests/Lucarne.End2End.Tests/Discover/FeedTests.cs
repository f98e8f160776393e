using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Follows;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Discover;

public sealed class FeedTests
{
    [Fact]
    public async Task For_you_shows_everything_once_keeps_to_two_of_one_and_says_when_all_is_seen()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Guid[] authors = await Crowd.AddAccountsAsync(app, [.. Enumerable.Range(0, 30).Select(i => $"author{i}")]);
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("a red ball");
        await Crowd.AddPostsAsync(app, film, Enumerable.Range(0, 120).Select(i => new Draught(authors[i * 7 % 30]) { Age = TimeSpan.FromMinutes(i * 40), Likes = i % 9, Views = 20 }));

        List<string> shown = [];
        string? end = null;
        for (int scroll = 0; scroll < 12 && end != "all_seen"; scroll++)
        {
            List<JsonElement> items = [];
            string? cursor = null;
            do
            {
                Answer page = (await ada.GetAsync($"/api/feed?tab=for_you&limit=10{(cursor is null ? "" : $"&cursor={cursor}")}")).ShouldBeFine();
                items.AddRange(page.Find("items").EnumerateArray());
                (cursor, end) = (page["next"], page["end"]);
            }
            while (cursor is not null);

            string[] by = [.. items.Select(i => i.GetProperty("post").GetProperty("author").GetProperty("handle").GetString()!)];
            for (int from = 0; from < by.Length; from++)
            {
                by.Skip(from).Take(20).CountBy(a => a).Max(a => a.Value).ShouldBeLessThanOrEqualTo(2);
            }

            items.ShouldAllBe(i => i.GetProperty("why").GetArrayLength() > 0);
            shown.AddRange(items.Select(i => i.GetProperty("post").GetProperty("id").GetString()!));
        }

        end.ShouldBe("all_seen");
        shown.Distinct().Count().ShouldBe(shown.Count);
        shown.Count.ShouldBe(121);
        Answer again = await ada.GetAsync("/api/feed?tab=for_you&again=true&limit=10");
        again.Find("items").GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public async Task What_was_served_or_watched_stays_away_for_thirty_days_and_then_may_come_back()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("a red ball");
        await WatchTests.SendAsync(ada, WatchTests.Event(film["id"]!, 3000, source: "post"));

        (await ForYouAsync(ada)).ShouldBeEmpty();

        long ago = TimeProvider.System.GetUtcNow().AddDays(-29).ToUnixTimeMilliseconds();
        await app.ReadAsync(db => db.Impressions.ExecuteUpdateAsync(set => set.SetProperty(i => i.SeenAt, DateTimeOffset.FromUnixTimeMilliseconds(ago))));
        app.ForgetRankings();
        (await ForYouAsync(ada)).ShouldBeEmpty();

        await app.ReadAsync(db => db.Impressions.ExecuteUpdateAsync(set => set.SetProperty(i => i.SeenAt, DateTimeOffset.FromUnixTimeMilliseconds(ago - (2L * 86_400_000)))));
        app.ForgetRankings();
        (await ForYouAsync(ada)).ShouldBe([film["id"]!]);
    }

    [Fact]
    public async Task Less_like_this_changes_the_very_next_page()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Guid[] authors = await Crowd.AddAccountsAsync(app, [.. Enumerable.Range(0, 20).Select(i => $"author{i}")]);
        Answer film = await model.PublishAsync("nothing in particular");
        Guid family = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await Crowd.AddPostsAsync(app, film, Enumerable.Range(0, 60).Select(i => new Draught(authors[i % 20])
        {
            Prompt = i % 4 == 0 ? "two horses galloping on a beach" : "a city at night",
            RootId = i % 5 == 1 ? family : null,
            Age = TimeSpan.FromHours(i),
        }));

        Answer first = (await ada.GetAsync("/api/feed?tab=for_you&limit=5")).ShouldBeFine();
        JsonElement[] items = [.. first.Find("items").EnumerateArray()];
        string author = items.Select(i => i.GetProperty("post").GetProperty("author").GetProperty("handle").GetString()!).First(h => h != "model");
        string postOfAuthor = items.First(i => i.GetProperty("post").GetProperty("author").GetProperty("handle").GetString() == author).GetProperty("post").GetProperty("id").GetString()!;
        (await ada.PostAsync("/api/feed/steers", new { kind = "author", postId = postOfAuthor })).ShouldBeFine(HttpStatusCode.Created)["author.handle"].ShouldBe(author);
        (await ada.PostAsync("/api/feed/steers", new { kind = "topic", words = "Horse" })).ShouldBeFine(HttpStatusCode.Created);
        Guid ofFamily = await app.ReadAsync(db => db.Posts.Where(p => p.RootId == family).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());
        (await ada.PostAsync("/api/feed/steers", new { kind = "post", postId = ofFamily })).ShouldBeFine(HttpStatusCode.Created);

        Answer next = (await ada.GetAsync($"/api/feed?tab=for_you&limit=10&cursor={first["next"]}")).ShouldBeFine();
        JsonElement[] posts = [.. next.Find("items").EnumerateArray().Select(i => i.GetProperty("post"))];
        posts.Length.ShouldBe(10);
        posts.ShouldAllBe(p => p.GetProperty("author").GetProperty("handle").GetString() != author);
        posts.ShouldAllBe(p => !p.GetProperty("prompt").GetString()!.Contains("horses"));
        Guid[] members = await app.ReadAsync(db => db.Posts.Where(p => p.RootId == family).Select(p => p.Id).ToArrayAsync());
        posts.ShouldAllBe(p => !members.Contains(p.GetProperty("id").GetGuid()));

        Answer wishes = (await ada.GetAsync("/api/feed/steers")).ShouldBeFine();
        wishes.Find("items").GetArrayLength().ShouldBe(3);
        (await ada.DeleteAsync($"/api/feed/steers/{wishes["items.0.id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.DeleteAsync($"/api/feed/steers/{wishes["items.0.id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "feed_steer_not_found");
        (await ada.PostAsync("/api/feed/steers", new { kind = "topic", words = " ,. " })).ShouldBeProblem("feed_steer_words_invalid");
        (await ada.PostAsync("/api/feed/steers", new { kind = "author" })).ShouldBeProblem("feed_steer_post_missing");
    }

    [Fact]
    public async Task For_you_puts_forward_whom_one_follows_and_what_they_like_and_says_so()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("nothing in particular");
        Guid[] people = await Crowd.AddAccountsAsync(app, [.. Enumerable.Range(0, 12).Select(i => $"author{i}")]);
        Guid me = await Crowd.IdOfAsync(app, "ada");
        Guid[] posts = await Crowd.AddPostsAsync(app, film, people.Select(p => new Draught(p) { Age = TimeSpan.FromDays(3) }));
        await app.ReadAsync(async db =>
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            db.Follows.Add(new Follow { FollowerId = me, FolloweeId = people[4], CreatedAt = now });
            db.Reactions.Add(new Reaction { PostId = posts[7], AccountId = people[4], Kind = ReactionKind.Like, CreatedAt = now });
            return await db.SaveChangesAsync();
        });

        JsonElement[] items = [.. (await ada.GetAsync("/api/feed?tab=for_you&limit=5")).ShouldBeFine().Find("items").EnumerateArray()];

        JsonElement followed = items.Single(i => i.GetProperty("post").GetProperty("id").GetGuid() == posts[4]);
        followed.GetProperty("position").GetInt32().ShouldBe(0);
        followed.GetProperty("why")[0].GetProperty("code").GetString().ShouldBe("follows_author");
        JsonElement liked = items.Single(i => i.GetProperty("post").GetProperty("id").GetGuid() == posts[7]);
        liked.GetProperty("position").GetInt32().ShouldBeLessThanOrEqualTo(2);
        liked.GetProperty("why").EnumerateArray().Single(w => w.GetProperty("code").GetString() == "liked_by_followed").GetProperty("count").GetInt32().ShouldBe(1);

        (await ada.GetAsync("/api/feed?tab=following")).Find("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("post").GetProperty("id").GetGuid().ShouldBe(posts[4]);
    }

    [Fact]
    public async Task No_feed_shows_what_is_hidden_blocked_muted_disliked_or_holds_a_muted_word()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("nothing in particular", new { visibility = "unlisted" });
        Guid[] people = await Crowd.AddAccountsAsync(app, "fine", "blocked", "blocker", "muted", "closed");
        Guid me = await Crowd.IdOfAsync(app, "ada");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film,
            new Draught(people[0]) { Likes = 5 }, new Draught(people[1]), new Draught(people[2]), new Draught(people[3]), new Draught(people[4]),
            new Draught(people[0]) { Visibility = Visibility.Private }, new Draught(people[0]) { Visibility = Visibility.Followers }, new Draught(people[0]) { Visibility = Visibility.Unlisted },
            new Draught(people[0]) { Prompt = "Spiders in the cellar" });
        await app.ReadAsync(async db =>
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            db.Blocks.Add(new Block { BlockerId = me, BlockedId = people[1], CreatedAt = now });
            db.Blocks.Add(new Block { BlockerId = people[2], BlockedId = me, CreatedAt = now });
            db.Mutes.Add(new Mute { MuterId = me, MutedId = people[3], CreatedAt = now });
            db.MutedWords.Add(new MutedWord { Id = Guid.CreateVersion7(now), AccountId = me, Text = "spider", CreatedAt = now });
            (await db.Accounts.SingleAsync(a => a.Id == people[4])).ClosedAt = now;
            return await db.SaveChangesAsync();
        });

        foreach (string tab in (string[])["for_you&again=true", "latest", "for_you"])
        {
            (await ForYouAsync(ada, tab)).ShouldBe([posts[0].ToString()], tab);
        }

        using Person visitor = app.Visitor();
        (await ForYouAsync(visitor)).ShouldBe([.. new[] { posts[0], posts[1], posts[2], posts[3], posts[8] }.Select(id => id.ToString())], ignoreOrder: true);
        (await visitor.GetAsync("/api/feed?tab=following")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Fact]
    public async Task Top_orders_by_what_was_gathered_within_its_time()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person model = await app.SignUpAsync("model");
        using Person fan = await app.SignUpAsync("fan");
        Answer film = await model.PublishAsync("nothing in particular");
        Guid[] people = await Crowd.AddAccountsAsync(app, "ann", "bob", "cal");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film, new Draught(people[0]) { Likes = 50, Age = TimeSpan.FromDays(40) }, new Draught(people[1]) { Likes = 20, Age = TimeSpan.FromDays(3) }, new Draught(people[2]) { Likes = 3 });
        foreach (Guid post in posts)
        {
            await fan.SendAsync(HttpMethod.Put, $"/api/posts/{post}/reaction", new { kind = "like" });
        }

        await Task.Delay(700);

        (await ForYouAsync(fan, "top&window=day")).ShouldBe([posts[2].ToString()]);
        (await ForYouAsync(fan, "top&window=week")).ShouldBe([posts[1].ToString(), posts[2].ToString()]);
        (await ForYouAsync(fan, "top&window=all")).ShouldBe([posts[0].ToString(), posts[1].ToString(), posts[2].ToString()]);
        (await fan.GetAsync("/api/feed?tab=top&window=year")).ShouldBeProblem("feed_tab_unknown");
    }

    [Fact]
    public async Task Ranking_stays_in_step_with_comments_reposts_and_remixes_as_they_come_and_go()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person author = await app.SignUpAsync("author");
        using Person fan = await app.SignUpAsync("fan");
        Answer film = await author.PublishAsync("a kite over the sea");
        Guid id = Guid.Parse(film["id"]!);

        Answer comment = (await fan.PostAsync($"/api/posts/{id}/comments", new { text = "lovely" })).ShouldBeFine(HttpStatusCode.Created);
        await TopBecomesAsync(2);
        (await fan.SendAsync(HttpMethod.Put, $"/api/posts/{id}/repost")).ShouldBeFine();
        await TopBecomesAsync(4);
        await app.ReadAsync(db => db.Posts.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes + 1)));
        await TopBecomesAsync(7);
        (await fan.DeleteAsync($"/api/comments/{comment["id"]}")).Status.ShouldBe(HttpStatusCode.NoContent);
        await TopBecomesAsync(5);

        async Task TopBecomesAsync(int top)
        {
            int found = -1;
            for (int i = 0; i < 100 && found != top; i++)
            {
                await Task.Delay(100);
                found = await app.ReadAsync(db => db.PostStats.Where(s => s.PostId == id).Select(s => s.Top).SingleAsync());
            }

            found.ShouldBe(top);
        }
    }

    [Fact]
    public async Task What_is_hidden_or_ended_holds_for_the_very_next_request()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person visitor = app.Visitor();
        Answer film = await ada.PublishAsync("a kite over the sea");
        string id = film["id"]!;
        Guid postId = Guid.Parse(id);
        string[] lists = ["/api/feed?tab=latest", "/api/feed?tab=for_you", "/api/feed?tab=top&window=all", "/api/search/posts?q=kite", "/api/explore"];
        await app.ReadAsync(db => db.PostStats.Where(s => s.PostId == postId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Top, 5)));
        foreach (string list in lists)
        {
            (await visitor.GetAsync(list)).ShouldBeFine().Text.ShouldContain(id, customMessage: list);
        }

        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{id}", new { visibility = "private", remixAudience = "everyone", commentAudience = "everyone" })).ShouldBeFine();

        foreach (string list in lists)
        {
            (await visitor.GetAsync(list)).ShouldBeFine().Text.ShouldNotContain(id, customMessage: list);
        }

        (await ada.GetAsync("/api/me")).ShouldBeFine();
        await app.ReadAsync(db => db.Accounts.Where(a => a.Handle == "ada").ExecuteUpdateAsync(set => set.SetProperty(a => a.SuspendedAt, DateTimeOffset.UnixEpoch)));
        (await ada.GetAsync("/api/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Many_posts_by_one_hide_nobody_else()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("nothing in particular");
        Guid[] people = await Crowd.AddAccountsAsync(app, ["flood", .. Enumerable.Range(0, 8).Select(i => $"author{i}")]);
        await Crowd.AddPostsAsync(app, film, people.Skip(1).Select(p => new Draught(p) { Age = TimeSpan.FromDays(5) }));
        await Crowd.AddPostsAsync(app, film, Enumerable.Range(0, 400).Select(_ => new Draught(people[0])));

        JsonElement[] items = [.. (await ada.GetAsync("/api/feed?tab=for_you&limit=10")).ShouldBeFine().Find("items").EnumerateArray()];

        items.Length.ShouldBe(10);
        items.CountBy(i => i.GetProperty("post").GetProperty("author").GetProperty("handle").GetString()!).Max(c => c.Value).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_scroll_past_several_rankings_shows_every_film_once()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("nothing in particular");
        Guid[] people = await Crowd.AddAccountsAsync(app, [.. Enumerable.Range(0, 80).Select(i => $"author{i}")]);
        await Crowd.AddPostsAsync(app, film, Enumerable.Range(0, 480).Select(i => new Draught(people[i % people.Length])));

        const string Start = "/api/feed?tab=for_you&limit=20";
        List<string> seen = [];
        string? end = null;
        for (string next = Start; end != "all_seen";)
        {
            Answer page = (await ada.GetAsync(next)).ShouldBeFine();
            seen.AddRange(page.Find("items").EnumerateArray().Select(i => i.GetProperty("post").GetProperty("id").GetString()!));
            end = page["end"];
            // The last films may be by people of whom the scroll has just shown two; a new scroll brings them.
            next = page["next"] is { } cursor ? $"{Start}&cursor={cursor}" : Start;
        }

        seen.ShouldBeUnique();
        seen.Count.ShouldBe(481);
    }

    [Fact]
    public async Task The_feed_that_opens_first_is_kept()
    {
        using Person ada = await Shared.App.SignUpAsync("feed.preference");
        (await ada.GetAsync("/api/feed/preferences")).ShouldBeFine()["defaultTab"].ShouldBe("for_you");
        (await ada.SendAsync(HttpMethod.Put, "/api/feed/preferences", new { defaultTab = "latest" })).ShouldBeFine();
        (await ada.GetAsync("/api/feed/preferences"))["defaultTab"].ShouldBe("latest");
    }

    private static async Task<string[]> ForYouAsync(Person person, string tab = "for_you")
        => [.. (await person.GetAsync($"/api/feed?tab={tab}&limit=100")).ShouldBeFine().Find("items").EnumerateArray().Select(i => i.GetProperty("post").GetProperty("id").GetString()!)];
}
