using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Reactions;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.People;

public sealed class ProfileTests
{
    [Fact]
    public async Task A_profile_says_what_its_owner_wrote_cleaned_and_with_facets()
    {
        using Person ada = await Shared.App.SignUpAsync("writesbio");
        using Person visitor = Shared.App.Visitor();

        Answer changed = (await ada.SendAsync(HttpMethod.Put, "/api/me/profile", new
        {
            displayName = "  Ada   Lovelace ",
            bio = "Makes #rain.\u202E With @writesbio.\n\n\n\nhttps://example.org/x.",
            location = "Paris",
            links = new[] { "https://example.org", " https://example.org ", "", "http://example.com/é?a=1" },
        })).ShouldBeFine();

        Answer seen = (await visitor.GetAsync("/api/accounts/@writesbio")).ShouldBeFine();
        seen["displayName"].ShouldBe("Ada Lovelace");
        seen["bio"].ShouldBe("Makes #rain. With @writesbio.\n\nhttps://example.org/x.");
        seen.Find("bioFacets").EnumerateArray().Select(f => f.GetProperty("kind").GetString()).ShouldBe(["tag", "mention", "link"]);
        seen.Find("links").EnumerateArray().Select(l => l.GetString()).ShouldBe(["https://example.org/", "http://example.com/%C3%A9?a=1"]);
        (changed["mine"], seen["mine"], seen["relation"]).ShouldBe(("True", "False", null));
        (await ada.SendAsync(HttpMethod.Put, "/api/me/profile", new { })).ShouldBeFine();
        Answer emptied = await visitor.GetAsync("/api/accounts/writesbio");
        (emptied["displayName"], emptied["bio"], emptied["location"]).ShouldBe(("writesbio", null, null));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "link_invalid")]
    [InlineData("data:text/html,hello", "link_invalid")]
    [InlineData("//example.org", "link_invalid")]
    [InlineData("https://user:secret@example.org", "link_invalid")]
    [InlineData("ftp://example.org", "link_invalid")]
    [InlineData("example.org", "link_invalid")]
    public async Task A_link_that_is_no_web_address_is_refused(string link, string code)
    {
        using Person ada = await Shared.App.SignUpAsync($"badlink{(uint)link.Length}{(uint)link[0]}{(uint)link[^1]}");

        (await ada.SendAsync(HttpMethod.Put, "/api/me/profile", new { links = new[] { link } })).ShouldBeProblem(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_changes_nothing()
    {
        using Person ada = await Shared.App.SignUpAsync("overlong");
        async Task RefusesAsync(object body, string code) => (await ada.SendAsync(HttpMethod.Put, "/api/me/profile", body)).ShouldBeProblem(HttpStatusCode.BadRequest, code);

        await RefusesAsync(new { bio = new string('x', 301) }, "bio_too_long");
        await RefusesAsync(new { location = new string('x', 61) }, "location_too_long");
        await RefusesAsync(new { displayName = new string('x', 51) }, "display_name_invalid");
        await RefusesAsync(new { links = new[] { "https://example.org/" + new string('x', 200) } }, "link_invalid");
        await RefusesAsync(new { links = Enumerable.Range(0, 6).Select(i => $"https://example.org/{i}") }, "too_many_links");
        await RefusesAsync(new { links = new string?[] { null } }, "link_invalid");
        (await ada.GetAsync("/api/accounts/overlong"))["bio"].ShouldBeNull();
    }

    [Fact]
    public async Task An_old_handle_leads_to_its_owner_and_nobody_else_gets_it()
    {
        using Person ada = await Shared.App.SignUpAsync("oldname");
        using Person brook = await Shared.App.SignUpAsync("wantsname");

        (await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "@NewName" })).ShouldBeFine()["handle"].ShouldBe("newname");

        (await brook.GetAsync("/api/accounts/oldname")).ShouldBeFine()["handle"].ShouldBe("newname");
        (await brook.GetAsync("/api/handles/oldname"))["reason"].ShouldBe("handle_taken");
        (await brook.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "oldname" })).ShouldBeProblem(HttpStatusCode.Conflict, "handle_taken");
        (await brook.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "newname" })).ShouldBeProblem(HttpStatusCode.Conflict, "handle_taken");
        (await Shared.App.Visitor().PostAsync("/api/accounts", new { handle = "oldname", password = Person.Password })).ShouldBeProblem(HttpStatusCode.Conflict, "handle_taken");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "oldname" })).ShouldBeFine()["handle"].ShouldBe("oldname");
        (await ada.GetAsync("/api/accounts/newname")).ShouldBeFine()["handle"].ShouldBe("oldname");
    }

    [Fact]
    public async Task A_handle_is_free_again_after_its_reservation()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("first");
        using Person brook = await app.SignUpAsync("second");
        await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "third" });
        await app.ReadAsync(db => db.FormerHandles.ExecuteUpdateAsync(set => set.SetProperty(f => f.ReservedUntil, DateTimeOffset.UnixEpoch)));

        (await brook.GetAsync("/api/accounts/first")).ShouldBeProblem(HttpStatusCode.NotFound, "account_not_found");
        (await brook.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "first" })).ShouldBeFine();
    }

    [Fact]
    public async Task Handles_cannot_be_hoarded_by_changing_again_and_again()
    {
        using Person ada = await Shared.App.SignUpAsync("hoard0");
        for (int i = 1; i <= 3; i++)
        {
            (await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = $"hoard{i}" })).ShouldBeFine();
        }

        (await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "hoard4" })).ShouldBeProblem(HttpStatusCode.Conflict, "handle_changed_too_often");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "hoard1" })).ShouldBeFine();
        foreach (string handle in (string[])["a", "admin", "..", "x y z"])
        {
            ((int)(await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle })).Status).ShouldBeInRange(400, 409);
        }
    }

    [Fact]
    public async Task Of_many_who_want_one_handle_at_the_same_moment_one_gets_it()
    {
        Person[] people = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Shared.App.SignUpAsync($"racer{i}")));

        Answer[] answers = await Task.WhenAll(people.Select(p => p.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "prizename" })));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        foreach (Answer answer in answers.Where(a => a.Status != HttpStatusCode.OK))
        {
            answer.ShouldBeProblem(HttpStatusCode.Conflict, "handle_taken");
        }

        Array.ForEach(people, p => p.Dispose());
    }

    [Fact]
    public async Task Tabs_show_posts_remixes_likes_and_appearances_each_to_whom_they_concern()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        string first = (await ada.PublishAsync("A boat with @brook at dawn"))["id"]!;
        string second = (await ada.PublishAsync("A kite", new { caption = "Thanks @brook, and @ada, and @nobody.here" }))["id"]!;
        string hidden = (await ada.PublishAsync("A secret for @brook", new { visibility = "private" }))["id"]!;
        string brooks = (await brook.PublishAsync("A moon by @brook"))["id"]!;
        await app.ReadAsync(async db =>
        {
            Guid brookId = await db.Accounts.Where(a => a.Handle == "brook").Select(a => a.Id).SingleAsync();
            foreach ((string id, int minute) in (List<(string, int)>)[(second, 1), (first, 2), (hidden, 3)])
            {
                db.Reactions.Add(new Reaction { PostId = Guid.Parse(id), AccountId = brookId, Kind = ReactionKind.Like, CreatedAt = DateTimeOffset.UnixEpoch.AddMinutes(minute) });
                await db.Posts.Where(p => p.Id == Guid.Parse(id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Likes, p => p.Likes + 1).SetProperty(p => p.Remixes, p => p.Remixes + 2));
            }

            return await db.SaveChangesAsync();
        });

        Ids(await brook.GetAsync("/api/accounts/ada/posts")).ShouldBe([second, first]);
        Ids(await ada.GetAsync("/api/accounts/ada/posts")).ShouldBe([hidden, second, first]);
        Ids(await ada.GetAsync("/api/accounts/ada/remixes")).ShouldBeEmpty();
        Ids(await app.Visitor().GetAsync("/api/accounts/brook/appearances")).ShouldBe([second, first]);
        Ids(await brook.GetAsync("/api/accounts/brook/likes")).ShouldBe([first, second]);
        (await ada.GetAsync("/api/accounts/brook/likes")).ShouldBeProblem(HttpStatusCode.Forbidden, "likes_hidden");
        await app.ReadAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Settings.ShowLikes, true)));
        Answer page = await ada.GetAsync("/api/accounts/brook/likes?limit=1");
        Ids(page).ShouldBe([first]);
        Ids(await ada.GetAsync($"/api/accounts/brook/likes?limit=1&cursor={page["next"]}")).ShouldBe([second]);
        Answer counts = await brook.GetAsync("/api/accounts/ada");
        (counts["counts.posts"], counts["counts.likes"], counts["counts.remixes"]).ShouldBe(("2", "2", "4"));
        (await ada.GetAsync("/api/accounts/ada"))["counts.posts"].ShouldBe("3");
        brooks.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_profile_lists_the_posts_that_its_owner_reposts_to_those_who_may_find_them()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person cleo = await app.SignUpAsync("cleo");
        string first = (await ada.PublishAsync("a paper boat"))["id"]!;
        string second = (await ada.PublishAsync("a paper kite"))["id"]!;
        foreach (string id in (string[])[first, second])
        {
            (await brook.SendAsync(HttpMethod.Put, $"/api/posts/{id}/repost")).ShouldBeFine();
        }

        Ids(await app.Visitor().GetAsync("/api/accounts/brook/reposts")).ShouldBe([second, first]);
        Answer page = await cleo.GetAsync("/api/accounts/brook/reposts?limit=1");
        Ids(page).ShouldBe([second]);
        Ids(await cleo.GetAsync($"/api/accounts/brook/reposts?limit=1&cursor={page["next"]}")).ShouldBe([first]);

        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{second}", new { visibility = "private", remixAudience = "everyone", commentAudience = "everyone" })).ShouldBeFine();
        Ids(await cleo.GetAsync("/api/accounts/brook/reposts")).ShouldBe([first]);
        (await ada.SendAsync(HttpMethod.Put, "/api/accounts/cleo/block")).ShouldBeFine();
        Ids(await cleo.GetAsync("/api/accounts/brook/reposts")).ShouldBeEmpty();
        (await cleo.GetAsync("/api/accounts/nobody/reposts")).ShouldBeProblem(HttpStatusCode.NotFound, "account_not_found");
    }

    [Fact]
    public async Task An_administrator_sets_the_verified_mark_and_nobody_else_does()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person administrator = await app.SignUpAsync("runsit");
        using Person ada = await app.SignUpAsync("ada");

        (await ada.SendAsync(HttpMethod.Patch, "/api/admin/accounts/ada", new { verified = true })).ShouldBeProblem(HttpStatusCode.Forbidden, "forbidden");
        (await app.Visitor().SendAsync(HttpMethod.Patch, "/api/admin/accounts/ada", new { verified = true })).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await administrator.SendAsync(HttpMethod.Patch, "/api/admin/accounts/ada", new { verified = true, publicFigure = true })).ShouldBeFine();
        Answer marked = await ada.GetAsync("/api/accounts/ada");
        (marked["verified"], marked["publicFigure"]).ShouldBe(("True", "True"));
        (await administrator.SendAsync(HttpMethod.Patch, "/api/admin/accounts/ada", new { verified = false, publicFigure = false })).ShouldBeFine();
        (await ada.GetAsync("/api/me"))["verified"].ShouldBe("False");
        (await ada.GetAsync("/api/accounts/ada"))["publicFigure"].ShouldBe("False");
        Acts(await administrator.GetAsync("/api/admin/audit")).ShouldBe(
            ["public_figure_unmarked @ada", "account_unverified @ada", "public_figure_marked @ada", "account_verified @ada"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_verified_account_that_takes_another_handle_or_name_loses_its_mark_and_the_log_says_so()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person administrator = await app.SignUpAsync("runsit");
        using Person ada = await app.SignUpAsync("ada");
        object mark = new { verified = true };
        object named = new { displayName = "Ada of the Lamps", bio = "Lamps." };

        (await ada.SendAsync(HttpMethod.Put, "/api/me/profile", new { displayName = "Ada" })).ShouldBeFine();
        (await administrator.SendAsync(HttpMethod.Patch, "/api/admin/accounts/ada", mark)).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, "/api/me/profile", new { displayName = "Ada", bio = "Lamps." })).ShouldBeFine()["verified"].ShouldBe("True");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/profile", named)).ShouldBeFine()["verified"].ShouldBe("False");

        (await administrator.SendAsync(HttpMethod.Patch, "/api/admin/accounts/ada", mark)).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "ada" })).ShouldBeFine()["verified"].ShouldBe("True");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/handle", new { handle = "ada.lamps" })).ShouldBeFine()["verified"].ShouldBe("False");
        (await app.Visitor().GetAsync("/api/accounts/ada.lamps"))["verified"].ShouldBe("False");

        Answer log = await administrator.GetAsync("/api/admin/audit");
        Acts(log).ShouldBe(["verified_mark_lost @ada.lamps", "account_verified @ada", "verified_mark_lost @ada", "account_verified @ada"]);
        (log["items.0.actor"], log["items.0.detail"], log["items.2.detail"]).ShouldBe(("ada", "@ada → @ada.lamps", "Ada → Ada of the Lamps"));
    }

    private static string[] Acts(Answer log)
        => [.. log.ShouldBeFine().Find("items").EnumerateArray().Select(e => $"{e.GetProperty("action").GetString()} {e.GetProperty("target").GetString()}")];

    private static string[] Ids(Answer page) => [.. page.ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
}
