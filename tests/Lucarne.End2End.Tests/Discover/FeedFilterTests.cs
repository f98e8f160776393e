using System.Net;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Feed;
using Lucarne.Social.Follows;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Discover;

public sealed class FeedFilterTests
{
    private static readonly string[] Tabs = ["for_you&again=true", "following", "latest", "top&window=all"];

    [Fact]
    public async Task Every_tab_leaves_out_remixes_and_films_that_are_too_old_where_somebody_asks_for_it()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        (Guid[] posts, Guid remix) = await FillAsync(app, ada);
        string[] Of(params Guid[] ids) => [.. ids.Select(id => id.ToString())];

        foreach (string tab in Tabs)
        {
            (await IdsAsync(ada, tab)).ShouldBe(Of([.. posts, remix]), ignoreOrder: true, tab);
            (await IdsAsync(ada, $"{tab}&since=any")).ShouldBe(Of([.. posts, remix]), ignoreOrder: true, tab);
            (await IdsAsync(ada, $"{tab}&originals=true")).ShouldBe(Of(posts), ignoreOrder: true, tab);
            (await IdsAsync(ada, $"{tab}&since=day")).ShouldBe(Of(posts[0], remix), ignoreOrder: true, tab);
            (await IdsAsync(ada, $"{tab}&since=week")).ShouldBe(Of(posts[0], posts[1], remix), ignoreOrder: true, tab);
            (await IdsAsync(ada, $"{tab}&since=month&originals=true")).ShouldBe(Of(posts[0], posts[1], posts[2]), ignoreOrder: true, tab);
        }

        using Person visitor = app.Visitor();
        (await IdsAsync(visitor, "for_you&since=day&originals=true&unseen=true")).ShouldBe(Of(posts[0]));
        (await ada.GetAsync("/api/feed?tab=latest&since=year")).ShouldBeProblem("feed_tab_unknown");
        string next = (await ada.GetAsync("/api/feed?tab=latest&limit=1&originals=true")).ShouldBeFine()["next"]!;
        (await ada.GetAsync($"/api/feed?tab=latest&limit=1&originals=true&cursor={next}")).ShouldBeFine()["items.0.post.id"].ShouldBe(posts[1].ToString());
        (await ada.GetAsync($"/api/feed?tab=latest&limit=1&cursor={next}")).ShouldBeProblem("cursor_invalid");
    }

    [Fact]
    public async Task The_lists_that_hide_nothing_leave_out_what_was_seen_within_thirty_days_where_somebody_asks_for_it()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        (Guid[] posts, Guid remix) = await FillAsync(app, ada);
        Guid me = await Crowd.IdOfAsync(app, "ada");
        await app.ReadAsync(async db =>
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            db.Impressions.Add(new Impression { AccountId = me, PostId = posts[0], SeenAt = now.AddDays(-29), Position = 0, Propensity = 1 });
            db.Impressions.Add(new Impression { AccountId = me, PostId = posts[1], SeenAt = now.AddDays(-31), Position = 0, Propensity = 1 });
            return await db.SaveChangesAsync();
        });

        foreach (string tab in Tabs.Skip(1))
        {
            (await IdsAsync(ada, tab)).Length.ShouldBe(5, tab);
            string[] unseen = await IdsAsync(ada, $"{tab}&unseen=true");
            unseen.ShouldBe([.. new[] { posts[1], posts[2], posts[3], remix }.Select(id => id.ToString())], ignoreOrder: true, tab);
        }

        using Person visitor = app.Visitor();
        (await IdsAsync(visitor, "latest&unseen=true")).Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_choice_finds_old_films_that_pass_behind_many_that_do_not()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("nothing in particular", new { visibility = "unlisted" });
        Guid[] people = await Crowd.AddAccountsAsync(app, [.. Enumerable.Range(0, 30).Select(i => $"author{i}")]);
        Guid[] originals = await Crowd.AddPostsAsync(app, film, people.Take(3).Select(p => new Draught(p) { Age = TimeSpan.FromDays(200) }));
        Guid[] remixes = await Crowd.AddPostsAsync(app, film, Enumerable.Range(0, 300).Select(i => new Draught(people[i % 30]) { RootId = originals[0] }));
        await app.ReadAsync(db => db.Posts.Where(p => remixes.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.ParentId, originals[0])));

        (await IdsAsync(ada, "for_you&originals=true", 3)).ShouldBe(originals.Select(id => id.ToString()), ignoreOrder: true);
    }

    [Fact]
    public async Task What_one_leaves_out_is_kept_with_the_account()
    {
        using Person ada = await Shared.App.SignUpAsync("feed.filters");
        Answer before = (await ada.GetAsync("/api/feed/preferences")).ShouldBeFine();
        (before["originals"], before["since"], before["unseen"]).ShouldBe(("False", "any", "False"));
        (await ada.SendAsync(HttpMethod.Put, "/api/feed/preferences", new { defaultTab = "top", originals = true, since = "week", unseen = true })).ShouldBeFine();
        Answer after = await ada.GetAsync("/api/feed/preferences");
        (after["defaultTab"], after["originals"], after["since"], after["unseen"]).ShouldBe(("top", "True", "week", "True"));
        (await ada.SendAsync(HttpMethod.Put, "/api/feed/preferences", new { defaultTab = "top", since = "year" })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Originals of today, of 5, 20 and 60 days ago, and a remix of today, all by people whom ada follows, all with likes.</summary>
    private static async Task<(Guid[] Posts, Guid Remix)> FillAsync(LucarneApp app, Person ada)
    {
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("nothing in particular", new { visibility = "unlisted" });
        Guid[] people = await Crowd.AddAccountsAsync(app, "ann", "bob", "cal", "dan", "eve");
        Guid me = await Crowd.IdOfAsync(app, ada.Handle);
        int[] ages = [0, 5, 20, 60];
        Guid[] posts = await Crowd.AddPostsAsync(app, film, ages.Select((days, i) => new Draught(people[i]) { Age = TimeSpan.FromDays(days) + TimeSpan.FromHours(1), Likes = 3 }));
        Guid remix = (await Crowd.AddPostsAsync(app, film, new Draught(people[4]) { RootId = posts[3], Likes = 3, Age = TimeSpan.FromHours(2) }))[0];
        await app.ReadAsync(async db =>
        {
            await db.Posts.Where(p => p.Id == remix).ExecuteUpdateAsync(set => set.SetProperty(p => p.ParentId, posts[3]));
            await db.PostStats.ExecuteUpdateAsync(set => set.SetProperty(s => s.Top, 3));
            db.Follows.AddRange(people.Select(p => new Follow { FollowerId = me, FolloweeId = p, CreatedAt = TimeProvider.System.GetUtcNow() }));
            return await db.SaveChangesAsync();
        });
        return (posts, remix);
    }

    private static async Task<string[]> IdsAsync(Person person, string query, int limit = 100)
        => [.. (await person.GetAsync($"/api/feed?tab={query}&limit={limit}")).ShouldBeFine().Find("items").EnumerateArray().Select(i => i.GetProperty("post").GetProperty("id").GetString()!)];
}
