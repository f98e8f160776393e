using System.Net;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Follows;
using Lucarne.Social.Posts;
using Lucarne.Social.Search;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Discover;

public sealed class SearchTests
{
    [Theory]
    [InlineData("horse", "horses", "Horses")]
    [InlineData("dancing", "danced", "dance", "dances")]
    [InlineData("city", "cities")]
    [InlineData("cheval", "chevaux")]
    [InlineData("bateau", "bateaux")]
    [InlineData("danseur", "danseurs")]
    [InlineData("running", "run", "runs")]
    [InlineData("élève", "eleves", "élèves")]
    [InlineData("petite", "petites", "petit")]
    public void Forms_of_a_word_have_one_stem(string word, params string[] others)
    {
        string[] stem = SearchText.Stems(word);
        stem.ShouldHaveSingleItem();
        others.ShouldAllBe(other => SearchText.Stems(other).SequenceEqual(stem));
    }

    [Theory]
    [InlineData("lighthouse", "lighthouse", 0)]
    [InlineData("lighthuose", "lighthouse", 1)]
    [InlineData("lighthous", "lighthouse", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("elephnat", "elephant", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_of_words_counts_letters_to_change(string a, string b, int distance)
    {
        Typos.Distance(a, b).ShouldBe(distance);
        Typos.Distance(b, a).ShouldBe(distance);
    }

    [Fact]
    public async Task Posts_that_are_found_can_be_kept_to_a_shape_and_a_time_and_put_in_order()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer film = await ada.PublishAsync("nothing in particular");
        Guid me = await Crowd.IdOfAsync(app, "ada");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film,
            new Draught(me) { Title = "A kite", Prompt = "a kite", Caption = "#kites", Age = TimeSpan.FromDays(40) },
            new Draught(me) { Prompt = "a kite over the sea", Caption = "#kites", Age = TimeSpan.FromDays(3) },
            new Draught(me) { Prompt = "a kite in a tree", Caption = "#kites" });
        await app.ReadAsync(db => db.Generations.Where(g => db.Posts.Any(p => p.GenerationId == g.Id && p.Id == posts[1])).ExecuteUpdateAsync(set => set.SetProperty(g => g.Width, 640).SetProperty(g => g.Height, 360)));
        await app.ReadAsync(db => db.Generations.Where(g => db.Posts.Any(p => p.GenerationId == g.Id && p.Id != posts[1])).ExecuteUpdateAsync(set => set.SetProperty(g => g.Width, 360).SetProperty(g => g.Height, 640)));

        async Task<Guid[]> FindAsync(string filter, string q = "kite")
            => [.. (await ada.GetAsync($"/api/search/posts?q={Uri.EscapeDataString(q)}{filter}")).ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetGuid())];

        (await FindAsync(""))[0].ShouldBe(posts[0]);
        (await FindAsync("&order=newest")).ShouldBe([posts[2], posts[1], posts[0]]);
        (await FindAsync("&shape=landscape")).ShouldBe([posts[1]]);
        (await FindAsync("&shape=portrait&order=newest")).ShouldBe([posts[2], posts[0]]);
        (await FindAsync("&shape=square")).ShouldBeEmpty();
        (await FindAsync("&window=week&order=newest")).ShouldBe([posts[2], posts[1]]);
        (await FindAsync("&window=day")).ShouldBe([posts[2]]);
        (await FindAsync("&shape=landscape&window=week", "#kites")).ShouldBe([posts[1]]);

        Answer page = (await ada.GetAsync("/api/search/posts?q=kite&order=newest&limit=1")).ShouldBeFine();
        (await FindAsync($"&order=newest&limit=1&cursor={page["next"]}")).ShouldBe([posts[1]]);
        (await ada.GetAsync($"/api/search/posts?q=kite&order=best&limit=1&cursor={page["next"]}")).ShouldBeProblem("cursor_invalid");
        foreach (string wrong in (string[])["shape=round", "window=hour", "order=worst"])
        {
            (await ada.GetAsync($"/api/search/posts?q=kite&{wrong}")).ShouldBeProblem("search_filter_invalid");
        }
    }

    [Fact]
    public async Task Posts_are_found_in_both_languages_in_any_form_with_typing_errors_and_while_typing()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer film = await ada.PublishAsync("nothing in particular");
        Guid me = await Crowd.IdOfAsync(app, "ada");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film,
            new Draught(me) { Prompt = "Two horses galloping along a beach at dusk" },
            new Draught(me) { Prompt = "Un cheval blanc qui danse sous la neige", Caption = "Pour #hiver et #neige" },
            new Draught(me) { Title = "The old lighthouse", Prompt = "waves and a storm" },
            new Draught(me) { Prompt = "an elephant in a library", Caption = "for #winter" });

        async Task<Guid[]> FindAsync(string q)
            => [.. (await ada.GetAsync($"/api/search/posts?q={Uri.EscapeDataString(q)}")).ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetGuid())];

        (await FindAsync("horse ")).ShouldBe([posts[0], posts[1]]);
        (await FindAsync("gallop beaches")).ShouldBe([posts[0]]);
        (await FindAsync("chevaux ")).ShouldBe([posts[1], posts[0]]);
        (await FindAsync("danser neige ")).ShouldBe([posts[1]]);
        (await FindAsync("lightho")).ShouldBe([posts[2]]);
        (await FindAsync("the lighthouses")).ShouldBe([posts[2]]);
        (await FindAsync("Éléphants ")).ShouldBe([posts[3]]);
        (await FindAsync("#hiver")).ShouldBe([posts[1]]);
        (await FindAsync("horse library")).ShouldBeEmpty();

        Answer mended = (await ada.GetAsync("/api/search/posts?q=elefant%20librery%20")).ShouldBeFine();
        mended["items.0.id"].ShouldBe(posts[3].ToString());
        (mended["mended.0.typed"], mended["mended.0.meant"]).ShouldBe(("elefant", "elephant"));
        (await FindAsync("lighthuose ")).ShouldBe([posts[2]]);

        (await ada.GetAsync("/api/search/tags?q=wi")).ShouldBeFine()["items.0.tag"].ShouldBe("winter");
        (await ada.GetAsync("/api/search/tags?q=%23")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(0);
        await app.ReadAsync(db => db.Posts.Where(p => p.Id == posts[2]).ExecuteUpdateAsync(set => set.SetProperty(p => p.Title, "The new windmill")));
        (await FindAsync("lighthouse ")).ShouldBeEmpty();
        (await FindAsync("windmills ")).ShouldBe([posts[2]]);
        await app.ReadAsync(db => db.Posts.Where(p => p.Id == posts[2]).ExecuteDeleteAsync());
        (await FindAsync("windmills ")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_shows_only_what_the_viewer_may_find_and_who_wants_to_be_found()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer film = await ada.PublishAsync("nothing in particular");
        Guid me = await Crowd.IdOfAsync(app, "ada");
        Guid[] people = await Crowd.AddAccountsAsync(app, "zebra.fine", "zebra.shy", "zebra.blocker", "zebra.gone");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film,
            new Draught(people[0]) { Prompt = "a zebra" }, new Draught(people[0]) { Prompt = "a zebra", Visibility = Visibility.Private }, new Draught(people[0]) { Prompt = "a zebra", Visibility = Visibility.Unlisted },
            new Draught(people[0]) { Prompt = "a zebra", Visibility = Visibility.Followers }, new Draught(people[1]) { Prompt = "a zebra" }, new Draught(people[2]) { Prompt = "a zebra" }, new Draught(people[3]) { Prompt = "a zebra" });
        await app.ReadAsync(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == people[1])).Settings.Discoverable = false;
            (await db.Accounts.SingleAsync(a => a.Id == people[3])).SuspendedAt = TimeProvider.System.GetUtcNow();
            db.Blocks.Add(new Block { BlockerId = people[2], BlockedId = me, CreatedAt = TimeProvider.System.GetUtcNow() });
            return await db.SaveChangesAsync();
        });

        (await ada.GetAsync("/api/search/posts?q=zebras")).ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetGuid()).ShouldBe([posts[0]]);
        (await ada.GetAsync("/api/search/people?q=zebra")).ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("author").GetProperty("handle").GetString()).ShouldBe(["zebra.fine"]);
        (await ada.GetAsync("/api/search/people?q=%40zebra.fi")).ShouldBeFine()["items.0.author.handle"].ShouldBe("zebra.fine");
        (await ada.GetAsync("/api/search/people?q=zerba%20fine%20")).ShouldBeFine()["items.0.author.handle"].ShouldBe("zebra.fine");
        using Person visitor = app.Visitor();
        (await visitor.GetAsync("/api/search/people?q=zebra")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("a AND b OR NOT c NEAR(d)")]
    [InlineData("post : x*")]
    [InlineData("🐎🐎🐎")]
    [InlineData("(((((((((")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z")]
    [InlineData("%00%ED%A0%80")]
    [InlineData("ﷺ ﬁ İ ß œ Æ ǅ")]
    [InlineData("*")]
    [InlineData("#")]
    [InlineData("@")]
    [InlineData("日本語 中文")]
    public async Task Strange_questions_find_something_or_nothing_and_break_nothing(string q)
    {
        using Person visitor = Shared.App.Visitor();
        foreach (string kind in (string[])["posts", "people", "tags"])
        {
            (await visitor.GetAsync($"/api/search/{kind}?q={(q.StartsWith('%') ? q : Uri.EscapeDataString(q))}")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        }

        Shared.App.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Questions_that_are_empty_or_too_long_are_refused_and_pages_go_on()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer film = await ada.PublishAsync("nothing in particular");
        Guid me = await Crowd.IdOfAsync(app, "ada");
        await Crowd.AddPostsAsync(app, film, Enumerable.Range(0, 25).Select(i => new Draught(me) { Prompt = $"a penguin number {i}" }));
        (await ada.GetAsync("/api/search/posts")).ShouldBeProblem(HttpStatusCode.BadRequest, "search_query_invalid");
        (await ada.GetAsync("/api/search/posts?q=%20")).ShouldBeProblem(HttpStatusCode.BadRequest, "search_query_invalid");
        (await ada.GetAsync($"/api/search/posts?q={new string('x', 201)}")).ShouldBeProblem(HttpStatusCode.BadRequest, "search_query_invalid");
        Answer first = (await ada.GetAsync("/api/search/posts?q=penguin&limit=10")).ShouldBeFine();
        Answer second = (await ada.GetAsync($"/api/search/posts?q=penguin&limit=10&cursor={first["next"]}")).ShouldBeFine();
        Answer third = (await ada.GetAsync($"/api/search/posts?q=penguin&limit=10&cursor={second["next"]}")).ShouldBeFine();
        new[] { first, second, third }.SelectMany(a => a.Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetString())).Distinct().Count().ShouldBe(25);
        third["next"].ShouldBeNull();
        (await ada.GetAsync($"/api/search/posts?q=other&cursor={first["next"]}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
    }

    [Fact]
    public async Task The_index_can_be_made_anew()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        await ada.PublishAsync("a walrus on ice");
        (await ada.GetAsync("/api/search/posts?q=walrus")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(1);

        (await app.RebuildSearchAsync()).ShouldBe(2);

        (await ada.GetAsync("/api/search/posts?q=walrus")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(1);
        (await ada.GetAsync("/api/search/posts?q=walrsu%20")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(1);
    }
}
