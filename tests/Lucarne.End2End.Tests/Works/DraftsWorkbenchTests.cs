using System.Diagnostics;
using System.Net;
using Lucarne.End2End.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Works;

/// <summary>Finding, naming and ordering drafts.</summary>
public sealed class DraftsWorkbenchTests : IAsyncLifetime
{
    private LucarneApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await LucarneApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Drafts_are_found_by_words_status_shape_and_whether_they_were_opened()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer ball = await ada.CreateDraftAsync("a Red ball on a beach");
        Answer boat = await ada.CreateDraftAsync("a blue boat at sea");
        (await ada.SendAsync(HttpMethod.Put, $"/api/drafts/{boat["id"]}/title", new { title = "  Holiday\nfilm " })).ShouldBeFine()["title"].ShouldBe("Holiday film");
        (await ada.PostAsync($"/api/drafts/{ball["id"]}/read")).ShouldBeFine();
        Answer wide = (await ada.PostAsync("/api/generations", new { prompt = "a wide field", seconds = 4, size = "320x180" })).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(wide["id"]);
        _app.Engine.FailAtFrame = 3;
        Answer failed = await ada.CreateAsync("a storm that fails");
        await ada.WatchAsync(failed["id"]);

        (await IdsAsync(ada, "q=red%20BALL")).ShouldBe([ball["id"]]);
        (await IdsAsync(ada, "q=holiday")).ShouldBe([boat["id"]]);
        (await IdsAsync(ada, "q=100%25")).ShouldBeEmpty("a percent sign is no wildcard");
        (await IdsAsync(ada, "status=failed")).ShouldBe([failed["draftId"]]);
        (await IdsAsync(ada, "orientation=landscape")).ShouldBe([wide["draftId"]]);
        (await IdsAsync(ada, "unread=true&orientation=portrait")).ShouldBe([boat["id"]]);
        (await ada.GetAsync("/api/drafts?status=dreaming")).ShouldBeProblem("filter_invalid");
        (await ada.GetAsync("/api/drafts?orientation=7")).ShouldBeProblem("filter_invalid");
        (await ada.GetAsync($"/api/drafts?q={new string('x', 201)}")).ShouldBeProblem("filter_invalid");
    }

    [Fact]
    public async Task Drafts_are_found_whatever_their_letters_case_and_accents()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer summer = await ada.CreateDraftAsync("Un ballon sur la plage, l’ÉTÉ à Étretat");
        await ada.CreateDraftAsync("a blue boat at sea");

        (await IdsAsync(ada, "q=%C3%A9t%C3%A9")).ShouldBe([summer["id"]]);
        (await IdsAsync(ada, "q=ete%20ETRETAT")).ShouldBe([summer["id"]]);
        (await IdsAsync(ada, "q=ball%20pl%C3%A2ge")).ShouldBe([summer["id"]], "part of a word is enough");
        (await IdsAsync(ada, "q=ete%20boat")).ShouldBeEmpty("all words are in one draft");
        (await IdsAsync(ada, "q=%25%25")).ShouldBeEmpty("there is no word to look for");
    }

    [Fact]
    public async Task Drafts_that_are_marked_as_watched_take_their_notifications_with_them()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer draft = await ada.CreateDraftAsync("a red ball");
        Stopwatch watch = Stopwatch.StartNew();
        while (await UnreadAsync() == 0 && watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(100);
        }

        (await ada.PostAsync("/api/drafts/arrange", new { ids = new[] { draft["id"] }, action = "mark_read" })).ShouldBeFine();

        (await UnreadAsync()).ShouldBe(0);

        Task<int> UnreadAsync() => _app.ReadAsync(db => db.Notifications.CountAsync(n => n.DraftId == Guid.Parse(draft["id"]!) && n.ReadAt == null));
    }

    [Fact]
    public async Task A_page_of_one_filter_does_not_go_on_in_another()
    {
        using Person ada = await _app.SignUpAsync("ada");
        for (int i = 0; i < 3; i++)
        {
            await ada.CreateDraftAsync("a red ball");
        }

        Answer page = (await ada.GetAsync("/api/drafts?q=red&limit=2")).ShouldBeFine();

        (await ada.GetAsync($"/api/drafts?q=red&limit=2&cursor={page["next"]}")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(1);
        (await ada.GetAsync($"/api/drafts?q=blue&limit=2&cursor={page["next"]}")).ShouldBeProblem("cursor_invalid");
    }

    [Fact]
    public async Task Folders_hold_drafts_until_they_are_removed_and_are_nobody_elses()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer draft = await ada.CreateDraftAsync("a red ball");
        Answer folder = (await ada.PostAsync("/api/drafts/folders", new { name = "Balls" })).ShouldBeFine(HttpStatusCode.Created);

        (await ada.PostAsync("/api/drafts/folders", new { name = "Balls" })).ShouldBeProblem(HttpStatusCode.Conflict, "folder_name_taken");
        (await ada.PostAsync("/api/drafts/folders", new { name = " \u200e " })).ShouldBeProblem("folder_name_invalid");
        (await ada.PostAsync("/api/drafts/arrange", new { ids = new[] { draft["id"] }, action = "move", folderId = folder["id"] })).ShouldBeFine();
        (await IdsAsync(ada, $"folder={folder["id"]}")).ShouldBe([draft["id"]]);
        (await ada.GetAsync("/api/drafts/folders")).Find("items.0.drafts").GetInt32().ShouldBe(1);
        (await ben.SendAsync(HttpMethod.Put, $"/api/drafts/folders/{folder["id"]}", new { name = "Mine" })).ShouldBeProblem("folder_not_found");
        (await ben.DeleteAsync($"/api/drafts/folders/{folder["id"]}")).ShouldBeProblem("folder_not_found");
        Answer bensDraft = await ben.CreateDraftAsync("a boat");
        (await ben.PostAsync("/api/drafts/arrange", new { ids = new[] { bensDraft["id"] }, action = "move", folderId = folder["id"] })).ShouldBeProblem("folder_not_found");
        (await ada.SendAsync(HttpMethod.Put, $"/api/drafts/folders/{folder["id"]}", new { name = "Spheres" })).ShouldBeFine()["name"].ShouldBe("Spheres");
        (await ada.DeleteAsync($"/api/drafts/folders/{folder["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync($"/api/drafts/{draft["id"]}"))["folderId"].ShouldBeNull();
    }

    [Fact]
    public async Task Several_drafts_are_marked_and_deleted_at_once_and_those_of_others_are_passed_over()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer first = await ada.CreateDraftAsync("a red ball");
        Answer second = await ada.CreateDraftAsync("a red ball");
        Answer foreign = await ben.CreateDraftAsync("a boat");
        string?[] ids = [first["id"], second["id"], foreign["id"]];

        (await ada.PostAsync("/api/drafts/arrange", new { ids, action = "mark_read" })).ShouldBeFine().Find("ids").GetArrayLength().ShouldBe(2);
        (await IdsAsync(ada, "unread=true")).ShouldBeEmpty();
        (await ada.PostAsync("/api/drafts/arrange", new { ids, action = "mark_unread" })).ShouldBeFine();
        (await IdsAsync(ada, "unread=true")).Length.ShouldBe(2);
        (await ada.PostAsync("/api/drafts/arrange", new { ids, action = "delete" })).ShouldBeFine();

        (await IdsAsync(ada, "")).ShouldBeEmpty();
        (await IdsAsync(ben, "")).ShouldBe([foreign["id"]]);
        (await ada.PostAsync("/api/drafts/arrange", new { ids = Array.Empty<string>(), action = "delete" })).ShouldBeProblem("selection_invalid");
    }

    [Fact]
    public async Task Another_take_has_another_seed_and_a_failed_one_is_tried_again_as_it_was()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer draft = await ada.CreateDraftAsync("a red ball");
        (await ada.PostAsync($"/api/drafts/{draft["id"]}/retry")).ShouldBeProblem(HttpStatusCode.Conflict, "nothing_to_retry");
        (await ben.PostAsync($"/api/drafts/{draft["id"]}/reroll")).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");

        Answer take = (await ada.PostAsync($"/api/drafts/{draft["id"]}/reroll")).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(take["id"]);
        _app.Engine.FailAtFrame = 3;
        Answer failed = await ada.CreateAsync("a storm");
        await ada.WatchAsync(failed["id"]);
        _app.Engine.FailAtFrame = null;
        Answer retried = (await ada.PostAsync($"/api/drafts/{failed["draftId"]}/retry")).ShouldBeFine(HttpStatusCode.Accepted);

        take["prompt"].ShouldBe("a red ball");
        take.Find("seed").GetInt64().ShouldNotBe(draft.Find("generation.seed").GetInt64());
        retried.Find("seed").GetInt64().ShouldBe(failed.Find("seed").GetInt64());
        (await ada.WatchAsync(retried["id"]))[^1].GetProperty("status").GetString().ShouldBe("completed");
        (await ada.GetAsync($"/api/drafts/{failed["draftId"]}"))["generation.failure.code"].ShouldBe("sketch_torn");
    }

    private static async Task<string?[]> IdsAsync(Person person, string query)
        => [.. (await person.GetAsync($"/api/drafts?{query}")).ShouldBeFine().Find("items").EnumerateArray().Select(d => d.GetProperty("id").GetString())];
}
