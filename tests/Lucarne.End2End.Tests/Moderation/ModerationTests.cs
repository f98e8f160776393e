using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Moderation;

public sealed class ModerationTests : IAsyncLifetime
{
    private LucarneApp _app = null!;
    private Person _keeper = null!;
    private Person _author = null!;
    private Person _viewer = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await LucarneApp.StartAsync();
        _keeper = await _app.SignUpAsync("keeper");
        _author = await _app.SignUpAsync("author");
        _viewer = await _app.SignUpAsync("viewer");
    }

    public async ValueTask DisposeAsync()
    {
        _keeper.Dispose();
        _author.Dispose();
        _viewer.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_reported_post_is_removed_for_everyone_but_its_author_who_is_told_why_and_comes_back_when_the_decision_changes()
    {
        Answer post = await _author.PublishAsync("A red ball rolls down a hill.", new { caption = "Look at this" });
        string path = $"/api/posts/{post["id"]}";
        string media = post["video.mp4Url"]!;
        (await _viewer.PostAsync("/api/reports", new { kind = "post", target = post["id"], reason = "likeness", note = "This is my neighbour." })).ShouldBeFine(HttpStatusCode.Created);

        Answer queue = (await _keeper.GetAsync("/api/admin/cases")).ShouldBeFine();
        queue["items.0.excerpt"]!.ShouldContain("Look at this");
        queue["items.0.reports.0.reporter.handle"].ShouldBe("viewer");
        queue["items.0.reports.0.note"].ShouldBe("This is my neighbour.");
        queue["items.0.post.id"].ShouldBe(post["id"]);
        string caseId = queue["items.0.id"]!;

        (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "removed" })).ShouldBeProblem(HttpStatusCode.BadRequest, "case_rule_missing");
        Answer decided = (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "removed", rule = "likeness", note = "Ask them first." })).ShouldBeFine();

        decided["decidedBy"].ShouldBe("keeper");
        (await _viewer.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await _viewer.GetAsync(media)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _viewer.FeedAsync()).ShouldNotContain(post["id"]!);
        (await _author.GetAsync(path)).ShouldBeFine()["removed"].ShouldBe("True");
        (await _author.GetAsync(media)).Status.ShouldBe(HttpStatusCode.OK);
        (await _keeper.GetAsync(media)).Status.ShouldBe(HttpStatusCode.OK);
        JsonElement told = (await _author.GetAsync("/api/me/decisions")).ShouldBeFine().Json[0];
        told.GetProperty("rule").GetString().ShouldBe("likeness");
        told.GetProperty("note").GetString().ShouldBe("Ask them first.");
        (await _viewer.GetAsync("/api/reports")).ShouldBeFine()["items.0.decision"].ShouldBe("removed");

        (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "dismissed" })).ShouldBeFine();

        (await _viewer.GetAsync(path)).ShouldBeFine();
        (await _author.GetAsync("/api/me/decisions")).ShouldBeFine().Json.GetArrayLength().ShouldBe(0);
        (await _keeper.GetAsync("/api/admin/audit")).ShouldBeFine()["items.1.detail"]!.ShouldContain("Removed Likeness @author");
    }

    [Fact]
    public async Task Reports_of_the_same_thing_make_one_case_however_many_arrive_at_once()
    {
        Answer post = await _author.PublishAsync("A red ball rolls down a hill.");
        Person[] crowd = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => _app.SignUpAsync($"witness{i}")));

        Answer[] answers = await Task.WhenAll(crowd.Concat(crowd).Select(person => person.PostAsync("/api/reports", new { kind = "post", target = post["id"], reason = "spam" })));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Created);
        Answer queue = (await _keeper.GetAsync("/api/admin/cases")).ShouldBeFine();
        queue.Find("items").GetArrayLength().ShouldBe(1);
        queue["items.0.reportCount"].ShouldBe("6");
        foreach (Person person in crowd)
        {
            person.Dispose();
        }
    }

    [Fact]
    public async Task The_most_urgent_case_is_first_in_the_queue_and_pages_go_on_where_the_last_one_ended()
    {
        string[] reasons = ["spam", "child_safety", "violence"];
        foreach (string reason in reasons)
        {
            Answer post = await _author.PublishAsync("A red ball rolls down a hill.", new { title = reason });
            (await _viewer.PostAsync("/api/reports", new { kind = "post", target = post["id"], reason })).ShouldBeFine(HttpStatusCode.Created);
        }

        List<string> seen = [];
        string? cursor = null;
        do
        {
            Answer page = (await _keeper.GetAsync($"/api/admin/cases?limit=1&cursor={cursor}")).ShouldBeFine();
            seen.Add(page["items.0.reports.0.reason"]!);
            cursor = page["next"];
        }
        while (cursor is not null);

        seen.ShouldBe(["child_safety", "violence", "spam"]);
    }

    [Fact]
    public async Task A_suspended_account_disappears_with_its_posts_and_is_signed_out_until_it_is_reinstated()
    {
        Answer post = await _author.PublishAsync("A red ball rolls down a hill.");
        (await _viewer.PostAsync("/api/reports", new { kind = "account", target = "@author", reason = "impersonation" })).ShouldBeFine(HttpStatusCode.Created);
        string caseId = (await _keeper.GetAsync("/api/admin/cases?kind=account")).ShouldBeFine()["items.0.id"]!;
        (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "removed", rule = "impersonation" })).ShouldBeProblem(HttpStatusCode.Conflict, "case_decision_impossible");

        (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "suspended", rule = "impersonation" })).ShouldBeFine();

        (await _viewer.GetAsync($"/api/posts/{post["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await _author.GetAsync("/api/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await _keeper.SendAsync(HttpMethod.Patch, "/api/admin/accounts/author", new { suspended = false })).ShouldBeFine()["suspendedAt"].ShouldBeNull();
        (await _viewer.GetAsync($"/api/posts/{post["id"]}")).ShouldBeFine();
        (await _author.PostAsync("/api/sessions", new { handle = "author", password = Person.Password })).ShouldBeFine();
    }

    [Fact]
    public async Task The_last_administrator_keeps_the_role_and_no_administrator_is_suspended()
    {
        (await _keeper.SendAsync(HttpMethod.Patch, "/api/admin/accounts/keeper", new { administrator = false })).ShouldBeProblem(HttpStatusCode.Conflict, "last_administrator");
        (await _keeper.SendAsync(HttpMethod.Patch, "/api/admin/accounts/keeper", new { suspended = true })).ShouldBeProblem(HttpStatusCode.Conflict, "account_is_administrator");

        (await _keeper.SendAsync(HttpMethod.Patch, "/api/admin/accounts/viewer", new { administrator = true, verified = true })).ShouldBeFine()["author.verified"].ShouldBe("True");

        (await _viewer.GetAsync("/api/admin/overview")).ShouldBeFine()["accounts"].ShouldBe("3");
        (await _keeper.SendAsync(HttpMethod.Patch, "/api/admin/accounts/keeper", new { administrator = false })).ShouldBeFine();
        (await _keeper.GetAsync("/api/admin/overview")).ShouldBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("GET", "/api/admin/overview")]
    [InlineData("GET", "/api/admin/cases")]
    [InlineData("GET", "/api/admin/accounts")]
    [InlineData("GET", "/api/admin/audit")]
    [InlineData("PATCH", "/api/admin/accounts/author")]
    [InlineData("POST", "/api/admin/cases/00000000-0000-7000-8000-000000000000/decide")]
    public async Task Administration_is_closed_to_everyone_else(string method, string path)
    {
        object? body = method == "GET" ? null : new { decision = "dismissed" };

        (await _viewer.SendAsync(new HttpMethod(method), path, body)).ShouldBeProblem(HttpStatusCode.Forbidden, "forbidden");
        (await _app.Visitor().SendAsync(new HttpMethod(method), path, body)).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Theory]
    [InlineData("post", "not-a-uuid")]
    [InlineData("post", "00000000-0000-7000-8000-000000000000")]
    [InlineData("account", "nobody_here")]
    [InlineData("account", "")]
    public async Task What_is_not_there_cannot_be_reported(string kind, string target)
        => (await _viewer.PostAsync("/api/reports", new { kind, target, reason = "spam" })).ShouldBeProblem(HttpStatusCode.NotFound, "report_target_not_found");

    [Fact]
    public async Task What_one_may_not_see_and_what_is_ones_own_cannot_be_reported()
    {
        Answer hidden = await _author.PublishAsync("A red ball rolls down a hill.", new { visibility = "private" });

        (await _viewer.PostAsync("/api/reports", new { kind = "post", target = hidden["id"], reason = "spam" })).ShouldBeProblem(HttpStatusCode.NotFound, "report_target_not_found");
        (await _author.PostAsync("/api/reports", new { kind = "post", target = hidden["id"], reason = "spam" })).ShouldBeProblem(HttpStatusCode.Conflict, "report_target_yours");
        (await _viewer.PostAsync("/api/reports", new { kind = "account", target = "author", reason = "other", note = new string('x', 1001) })).ShouldBeProblem(HttpStatusCode.BadRequest, "report_note_too_long");
    }

    [Fact]
    public async Task A_comment_that_was_taken_away_is_not_brought_back_by_the_author_of_the_post()
    {
        Answer post = await _author.PublishAsync("A red ball rolls down a hill.");
        Answer comment = (await _viewer.PostAsync($"/api/posts/{post["id"]}/comments", new { text = "Something cruel" })).ShouldBeFine(HttpStatusCode.Created);
        (await _author.PostAsync("/api/reports", new { kind = "comment", target = comment["id"], reason = "harassment" })).ShouldBeFine(HttpStatusCode.Created);
        string caseId = (await _keeper.GetAsync("/api/admin/cases?kind=comment")).ShouldBeFine()["items.0.id"]!;

        (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "removed", rule = "harassment" })).ShouldBeFine()["excerpt"].ShouldBe("Something cruel");

        (await _app.Visitor().GetAsync($"/api/posts/{post["id"]}")).ShouldBeFine()["counts.comments"].ShouldBe("0");
        (await _author.DeleteAsync($"/api/comments/{comment["id"]}/hidden")).ShouldBeProblem(HttpStatusCode.Conflict, "comment_removed");
        (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "dismissed" })).ShouldBeFine();
        (await _app.Visitor().GetAsync($"/api/posts/{post["id"]}")).ShouldBeFine()["counts.comments"].ShouldBe("1");
    }

    [Fact]
    public async Task A_message_is_reported_by_those_who_read_it_alone_and_its_words_disappear_once_it_is_taken_away()
    {
        Answer room = (await _author.PostAsync("/api/rooms", new { handles = new[] { "viewer" } })).ShouldBeFine(HttpStatusCode.Created);
        Answer message = (await _author.PostAsync($"/api/rooms/{room["id"]}/messages", new { text = "Something cruel" })).ShouldBeFine(HttpStatusCode.Created);
        object report = new { kind = "message", target = message["id"], reason = "harassment" };
        (await _keeper.PostAsync("/api/reports", report)).ShouldBeProblem(HttpStatusCode.NotFound, "report_target_not_found");
        (await _viewer.PostAsync("/api/reports", report)).ShouldBeFine(HttpStatusCode.Created);
        string caseId = (await _keeper.GetAsync("/api/admin/cases?kind=message")).ShouldBeFine()["items.0.id"]!;

        (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "removed", rule = "harassment" })).ShouldBeFine()["excerpt"].ShouldBe("Something cruel");

        Answer seen = (await _viewer.GetAsync($"/api/rooms/{room["id"]}/messages")).ShouldBeFine();
        seen.Text.ShouldNotContain("cruel");
        seen["items.0.deleted"].ShouldBe("True");
        (await _keeper.PostAsync($"/api/admin/cases/{caseId}/decide", new { decision = "dismissed" })).ShouldBeFine();
        (await _viewer.GetAsync($"/api/rooms/{room["id"]}/messages")).ShouldBeFine()["items.0.text"].ShouldBe("Something cruel");
    }
}
