using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Works;

/// <summary>Remixes: who may make them, what they keep of the parent, and how the lineage is told.</summary>
public sealed class RemixTests : IAsyncLifetime
{
    private LucarneApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await LucarneApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_remix_keeps_the_world_of_its_parent_and_credits_it()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer parent = await ada.PublishAsync("a red ball on a beach");

        Answer remix = (await ben.PostAsync("/api/generations", new { prompt = "a red ball on a beach at night", remixOf = parent["id"] })).ShouldBeFine(HttpStatusCode.Accepted);

        (await ReadSeedAsync(parent["video.id"])).ShouldBe(remix.Find("seed").GetInt64());
        remix.Find("width").GetInt32().ShouldBe(parent.Find("video.width").GetInt32());
        remix.Find("seconds").GetDouble().ShouldBe(parent.Find("video.seconds").GetDouble());
        Answer post = await FinishAsync(ben, remix);
        post["remixOf.id"].ShouldBe(parent["id"]);
        post["remixOf.author.handle"].ShouldBe("ada");
        (await ada.GetAsync($"/api/posts/{parent["id"]}")).Find("counts.remixes").GetInt32().ShouldBe(1);
        (await _app.ReadAsync(db => db.Notifications.SingleAsync(n => n.Kind == NotificationKind.Remix))).PostId.ShouldBe(Guid.Parse(post["id"]!));
    }

    [Fact]
    public async Task A_change_is_written_below_the_words_of_the_parent()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer parent = await ada.PublishAsync("a red ball on a beach");

        Answer remix = (await ben.PostAsync("/api/generations", new { remixOf = parent["id"], change = "at night,\n the ball is blue " })).ShouldBeFine(HttpStatusCode.Accepted);

        remix["prompt"].ShouldBe("a red ball on a beach\nChange: at night, the ball is blue");
        (await ben.GetAsync($"/api/posts/{parent["id"]}/recipe")).ShouldBeFine()["prompt"].ShouldBe("a red ball on a beach");
    }

    [Fact]
    public async Task Ones_own_draft_is_remixed_in_its_world_without_being_published()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer draft = await ada.CreateDraftAsync("a red ball on a beach");

        Answer changed = (await ada.PostAsync("/api/generations", new { remixOfDraft = draft["id"], change = "at night" })).ShouldBeFine(HttpStatusCode.Accepted);

        changed["prompt"].ShouldBe("a red ball on a beach\nChange: at night");
        (changed["seed"], changed["width"], changed["seconds"]).ShouldBe((draft["generation.seed"], draft["generation.width"], draft["generation.seconds"]));
        (await ada.GetAsync($"/api/drafts/{changed["draftId"]}")).Find("remixOf").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ben.PostAsync("/api/generations", new { remixOfDraft = draft["id"], change = "at night" })).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
    }

    [Fact]
    public async Task A_draft_made_from_a_draft_credits_the_post_that_this_one_remixes()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer parent = await ada.PublishAsync("a red ball on a beach");
        Answer first = (await ben.PostAsync("/api/generations", new { remixOf = parent["id"], change = "at night" })).ShouldBeFine(HttpStatusCode.Accepted);

        Answer second = (await ben.PostAsync("/api/generations", new { remixOfDraft = first["draftId"], change = "in the rain" })).ShouldBeFine(HttpStatusCode.Accepted);

        second["prompt"].ShouldBe("a red ball on a beach\nChange: at night\nChange: in the rain");
        (await ben.GetAsync($"/api/drafts/{second["draftId"]}"))["remixOf.id"].ShouldBe(parent["id"]);
        (await ben.PostAsync("/api/generations", new { remixOf = parent["id"], remixOfDraft = first["draftId"] })).ShouldBeProblem("remix_source_invalid");
    }

    [Fact]
    public async Task A_remix_of_a_storyboard_is_a_storyboard_with_the_change_for_every_shot()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        var shots = new[] { new { prompt = "a red fox runs", seconds = 2.5 }, new { prompt = "the fox sleeps", seconds = 2.0 } };
        Answer film = (await ada.PostAsync("/api/generations", new { prompt = "at noon", storyboard = new { shots } })).ShouldBeFine(HttpStatusCode.Accepted);
        Answer parent = await FinishAsync(ada, film);

        Answer recipe = (await ben.GetAsync($"/api/posts/{parent["id"]}/recipe")).ShouldBeFine();
        Answer remix = (await ben.PostAsync("/api/generations", new { remixOf = parent["id"], change = "at night" })).ShouldBeFine(HttpStatusCode.Accepted);

        recipe.Find("storyboard.shots").GetArrayLength().ShouldBe(2);
        recipe.Find("seed").GetInt64().ShouldBe(remix.Find("seed").GetInt64());
        remix["storyboard.world"].ShouldBe("at noon\nChange: at night");
        remix.Find("storyboard.shots").EnumerateArray().Select(shot => shot.GetProperty("prompt").GetString()).ShouldBe(["a red fox runs", "the fox sleeps"]);
        remix.Find("seconds").GetDouble().ShouldBe(4.5);
    }

    [Fact]
    public async Task Who_may_not_remix_is_told_so_and_who_may_not_see_learns_nothing()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer closed = await ada.PublishAsync("a lighthouse", new { remixAudience = "nobody" });
        Answer followers = await ada.PublishAsync("a lighthouse at night", new { remixAudience = "followers" });
        Answer secret = await ada.PublishAsync("a lighthouse at dawn", new { visibility = "private" });

        closed.Find("canRemix").GetBoolean().ShouldBeTrue("its author always may");
        (await ben.GetAsync($"/api/posts/{closed["id"]}")).Find("canRemix").GetBoolean().ShouldBeFalse();
        (await RemixAsync(ben, closed["id"])).ShouldBeProblem(HttpStatusCode.Forbidden, "remix_not_allowed");
        (await RemixAsync(ben, followers["id"])).ShouldBeProblem(HttpStatusCode.Forbidden, "remix_not_allowed");
        (await ben.GetAsync($"/api/posts/{closed["id"]}/recipe")).ShouldBeProblem(HttpStatusCode.Forbidden, "remix_not_allowed");
        (await ben.GetAsync($"/api/posts/{secret["id"]}/recipe")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await RemixAsync(ben, secret["id"])).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await RemixAsync(ben, "0190a8c0-0000-7000-8000-000000000000")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await RemixAsync(ada, closed["id"])).ShouldBeFine(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task The_family_tree_credits_every_ancestor_even_those_that_are_gone()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        using Person cleo = await _app.SignUpAsync("cleo");
        Answer original = await ada.PublishAsync("a kite over dunes");
        Answer first = await FinishAsync(ben, await RemixAsync(ben, original["id"]));
        Answer second = await FinishAsync(cleo, await RemixAsync(cleo, first["id"]));
        (await ben.DeleteAsync($"/api/posts/{first["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);

        Answer family = (await _app.Visitor().GetAsync($"/api/posts/{second["id"]}/family")).ShouldBeFine();

        JsonElement[] ancestors = [.. family.Find("ancestors").EnumerateArray()];
        ancestors.Select(a => a.GetProperty("id").GetString()).ShouldBe([original["id"], first["id"]]);
        ancestors[0].GetProperty("film").GetProperty("author").GetProperty("handle").GetString().ShouldBe("ada");
        ancestors[1].GetProperty("film").ValueKind.ShouldBe(JsonValueKind.Null, "a deleted film keeps its place, not its name");
        family.Find("nodes").GetArrayLength().ShouldBe(3);
        (await ada.GetAsync($"/api/posts/{original["id"]}")).Find("counts.remixes").GetInt32().ShouldBe(0, "its only remix is gone");
        Answer children = (await ada.GetAsync($"/api/posts/{original["id"]}/remixes")).ShouldBeFine();
        children.Find("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_remix_of_a_remix_that_is_private_shows_nothing_of_it_to_others()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer original = await ada.PublishAsync("a train in snow");
        Answer secret = await FinishAsync(ben, await RemixAsync(ben, original["id"]), new { visibility = "private", title = "only mine" });

        Answer seenByAda = (await ada.GetAsync($"/api/posts/{original["id"]}/family")).ShouldBeFine();

        seenByAda.Text.ShouldNotContain("only mine");
        seenByAda.Find("nodes").GetArrayLength().ShouldBe(1);
        (await ada.GetAsync($"/api/posts/{original["id"]}/remixes")).Find("items").GetArrayLength().ShouldBe(0);
        (await ben.GetAsync($"/api/posts/{secret["id"]}/family")).Find("nodes").GetArrayLength().ShouldBe(2);
        (await _app.ReadAsync(db => db.Notifications.CountAsync(n => n.Kind == NotificationKind.Remix))).ShouldBe(0, "nobody is told of what they can't open");
    }

    [Fact]
    public async Task Remixes_published_at_once_are_all_counted_once()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer original = await ada.PublishAsync("a sailing boat");
        Guid parent = Guid.Parse(original["id"]!);
        List<string> drafts = [];
        for (int i = 0; i < 6; i++)
        {
            Answer remix = (await RemixAsync(ada, original["id"])).ShouldBeFine(HttpStatusCode.Accepted);
            await ada.WatchAsync(remix["id"]);
            drafts.Add(remix["draftId"]!);
        }

        // Every draft is published four times at once: one of the four wins.
        Answer[] answers = await Task.WhenAll(drafts.SelectMany(draft => Enumerable.Range(0, 4).Select(_ => ada.PostAsync($"/api/drafts/{draft}/publish", new { }))));

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(6);
        answers.Where(a => a.Status != HttpStatusCode.Created).ShouldAllBe(a => a.Status == HttpStatusCode.Conflict);
        (await _app.ReadAsync(db => db.Posts.Where(p => p.Id == parent).Select(p => p.Remixes).SingleAsync())).ShouldBe(6);
    }

    private async Task<long> ReadSeedAsync(string? generationId)
    {
        Guid id = Guid.Parse(generationId!);
        return await _app.ReadAsync(db => db.Generations.Where(g => g.Id == id).Select(g => g.Seed).SingleAsync());
    }

    private static Task<Answer> RemixAsync(Person person, string? postId, string prompt = "a red ball at night")
        => person.PostAsync("/api/generations", new { prompt, remixOf = postId });

    private static async Task<Answer> FinishAsync(Person person, Answer generation, object? how = null)
    {
        generation.ShouldBeFine(HttpStatusCode.Accepted);
        await person.WatchAsync(generation["id"]);
        return (await person.PostAsync($"/api/drafts/{generation["draftId"]}/publish", how ?? new { })).ShouldBeFine(HttpStatusCode.Created);
    }
}
