using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Comments;

public sealed class CommentTests
{
    [Fact]
    public async Task A_comment_stands_under_the_post_is_answered_and_counted()
    {
        using Person ada = await Shared.App.SignUpAsync("talkada");
        using Person brook = await Shared.App.SignUpAsync("talkbrook");
        using Person visitor = Shared.App.Visitor();
        Answer post = await ada.PublishAsync("a lighthouse in the rain");

        Answer comment = await brook.SayAsync(post["id"], "Look, @talkada: #rain at https://example.org/sea.");
        Answer answer = await ada.SayAsync(post["id"], "Thank you", comment["id"]);
        Answer deeper = await brook.SayAsync(post["id"], "You are welcome", answer["id"]);

        comment["state"].ShouldBe("standing");
        comment["author.handle"].ShouldBe("talkbrook");
        comment.Find("facets").EnumerateArray().Select(f => $"{f.GetProperty("kind")} {f.GetProperty("value")}")
            .ShouldBe(["mention talkada", "tag rain", "link https://example.org/sea"]);
        answer["threadId"].ShouldBe(comment["id"]);
        answer["byAuthor"].ShouldBe("True");
        answer["answering"].ShouldBeNull();
        deeper["parentId"].ShouldBe(answer["id"]);
        deeper["answering.handle"].ShouldBe("talkada");
        Answer list = (await visitor.GetAsync($"/api/posts/{post["id"]}/comments")).ShouldBeFine();
        list.Find("items").GetArrayLength().ShouldBe(1);
        list["items.0.comment.answers"].ShouldBe("2");
        list["items.0.answers.1.id"].ShouldBe(deeper["id"]);
        list["items.0.next"].ShouldBeNull();
        (await visitor.GetAsync($"/api/posts/{post["id"]}"))["counts.comments"].ShouldBe("3");
    }

    [Fact]
    public async Task Threads_and_answers_come_in_pages_that_hold_each_once()
    {
        using Person ada = await Shared.App.SignUpAsync("talkpages");
        Answer post = await ada.PublishAsync("a long shelf of books");
        List<string> threads = [];
        for (int i = 0; i < 7; i++)
        {
            threads.Add((await ada.SayAsync(post["id"], $"thread {i}"))["id"]!);
        }

        List<string> answers = [];
        for (int i = 0; i < 6; i++)
        {
            answers.Add((await ada.SayAsync(post["id"], $"answer {i}", threads[2]))["id"]!);
        }

        await ada.SendAsync(HttpMethod.Put, $"/api/comments/{threads[4]}/like");
        string comments = $"/api/posts/{post["id"]}/comments";

        (await ada.WalkAsync($"{comments}?order=newest&limit=2", t => t.GetProperty("comment").GetProperty("id").GetString()!)).ShouldBe(Enumerable.Reverse(threads));
        string[] best = [.. await ada.WalkAsync($"{comments}?limit=3", t => t.GetProperty("comment").GetProperty("id").GetString()!)];
        best[..2].ShouldBe([threads[2], threads[4]]);
        best.ShouldBe(threads, ignoreOrder: true);
        Answer page = await ada.GetAsync($"{comments}?limit=1");
        page.Find("items.0.answers").GetArrayLength().ShouldBe(2);
        string rest = $"/api/comments/{threads[2]}/answers?limit=3&cursor={page["items.0.next"]}";
        (await ada.WalkAsync(rest, a => a.GetProperty("id").GetString()!)).ShouldBe(answers[2..]);
        (await ada.GetAsync($"/api/comments/{answers[5]}/thread")).ShouldBeFine()["answers.2.id"].ShouldBe(answers[5]);
        (await ada.GetAsync($"{comments}?order=newest&cursor={page["next"]}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
        (await ada.GetAsync($"{comments}?cursor=9{page["next"]}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
        (await ada.GetAsync($"{comments}?order=loudest")).ShouldBeProblem(HttpStatusCode.BadRequest, "comment_order_unknown");
    }

    [Fact]
    public async Task An_edited_comment_says_so_and_shows_what_it_said()
    {
        using Person ada = await Shared.App.SignUpAsync("talkedit");
        using Person brook = await Shared.App.SignUpAsync("talkeditor");
        using Person visitor = Shared.App.Visitor();
        Answer post = await ada.PublishAsync("a kettle");
        Answer comment = await brook.SayAsync(post["id"], "Frist");

        Answer edited = (await brook.SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}", new { text = "First" })).ShouldBeFine();

        edited["text"].ShouldBe("First");
        edited["editedAt"].ShouldNotBeNull();
        (await visitor.GetAsync($"/api/comments/{comment["id"]}/edits")).ShouldBeFine()["0.text"].ShouldBe("Frist");
        (await ada.SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}", new { text = "Mine" })).ShouldBeProblem(HttpStatusCode.NotFound, "comment_not_found");
        (await brook.SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}", new { text = " \u200b " })).ShouldBeProblem(HttpStatusCode.BadRequest, "comment_empty");
    }

    [Fact]
    public async Task A_deleted_comment_leaves_a_tombstone_only_where_answers_stand_below_it()
    {
        using Person ada = await Shared.App.SignUpAsync("talktomb");
        using Person brook = await Shared.App.SignUpAsync("talktomber");
        Answer post = await ada.PublishAsync("a bell");
        Answer answered = await brook.SayAsync(post["id"], "to be answered");
        Answer answer = await ada.SayAsync(post["id"], "an answer", answered["id"]);
        Answer lonely = await brook.SayAsync(post["id"], "lonely");

        (await ada.DeleteAsync($"/api/comments/{lonely["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "comment_not_found");
        (await brook.DeleteAsync($"/api/comments/{lonely["id"]}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await brook.DeleteAsync($"/api/comments/{answered["id"]}")).Status.ShouldBe(HttpStatusCode.NoContent);

        Answer list = await ada.GetAsync($"/api/posts/{post["id"]}/comments");
        list.Find("items").GetArrayLength().ShouldBe(1);
        list["items.0.comment.state"].ShouldBe("deleted");
        list["items.0.comment.author"].ShouldBeNull();
        list["items.0.comment.text"].ShouldBe("");
        list["items.0.answers.0.text"].ShouldBe("an answer");
        (await ada.GetAsync($"/api/posts/{post["id"]}"))["counts.comments"].ShouldBe("1");
        (await ada.PostAsync($"/api/posts/{post["id"]}/comments", new { text = "late", answerTo = answered["id"] })).ShouldBeProblem(HttpStatusCode.NotFound, "comment_not_found");

        (await ada.DeleteAsync($"/api/comments/{answer["id"]}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await ada.GetAsync($"/api/posts/{post["id"]}/comments")).Find("items").GetArrayLength().ShouldBe(0);
        (await ada.GetAsync($"/api/posts/{post["id"]}"))["counts.comments"].ShouldBe("0");
    }

    [Fact]
    public async Task The_posts_author_hides_and_pins_and_nobody_else_does()
    {
        using Person ada = await Shared.App.SignUpAsync("talkhide");
        using Person brook = await Shared.App.SignUpAsync("talkhidden");
        using Person visitor = Shared.App.Visitor();
        Answer post = await ada.PublishAsync("a stage");
        Answer rude = await brook.SayAsync(post["id"], "rude");
        Answer kind = await brook.SayAsync(post["id"], "kind");
        Answer kinder = await brook.SayAsync(post["id"], "kinder");

        (await brook.SendAsync(HttpMethod.Put, $"/api/comments/{rude["id"]}/hidden")).ShouldBeProblem(HttpStatusCode.NotFound, "comment_not_found");
        (await ada.SendAsync(HttpMethod.Put, $"/api/comments/{rude["id"]}/hidden")).ShouldBeFine()["state"].ShouldBe("hidden");
        (await ada.SendAsync(HttpMethod.Put, $"/api/comments/{rude["id"]}/hidden")).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, $"/api/comments/{kinder["id"]}/pin")).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, $"/api/comments/{kind["id"]}/pin")).ShouldBeFine()["pinned"].ShouldBe("True");
        (await ada.SendAsync(HttpMethod.Put, $"/api/comments/{rude["id"]}/pin")).ShouldBeProblem(HttpStatusCode.Conflict, "comment_not_pinnable");

        string comments = $"/api/posts/{post["id"]}/comments?order=newest";
        Ids(await visitor.GetAsync(comments)).ShouldBe([kind["id"]!, kinder["id"]!]);
        (await visitor.GetAsync(comments)).Text.ShouldNotContain("rude");
        Ids(await ada.GetAsync(comments)).ShouldBe([kind["id"]!, kinder["id"]!, rude["id"]!]);
        (await brook.GetAsync(comments))["items.2.comment.text"].ShouldBe("rude");
        (await visitor.GetAsync($"/api/comments/{rude["id"]}/thread")).ShouldBeProblem(HttpStatusCode.NotFound, "comment_not_found");
        (await visitor.GetAsync($"/api/posts/{post["id"]}"))["counts.comments"].ShouldBe("2");
        (await ada.SendAsync(HttpMethod.Delete, $"/api/comments/{rude["id"]}/hidden")).ShouldBeFine()["state"].ShouldBe("standing");
        (await ada.SendAsync(HttpMethod.Delete, $"/api/comments/{kind["id"]}/pin")).ShouldBeFine()["pinned"].ShouldBe("False");
        (await visitor.GetAsync($"/api/posts/{post["id"]}"))["counts.comments"].ShouldBe("3");
    }

    [Fact]
    public async Task The_author_slows_comments_down_and_closes_them()
    {
        using Person ada = await Shared.App.SignUpAsync("talkslow");
        using Person brook = await Shared.App.SignUpAsync("talkfast");
        Answer post = await ada.PublishAsync("a snail");
        string rules = $"/api/posts/{post["id"]}/comment-rules";
        string comments = $"/api/posts/{post["id"]}/comments";

        (await brook.SendAsync(HttpMethod.Put, rules, new { audience = "nobody", slowSeconds = 0 })).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await ada.SendAsync(HttpMethod.Put, rules, new { audience = "everyone", slowSeconds = 4000 })).ShouldBeProblem(HttpStatusCode.BadRequest, "slow_seconds_invalid");
        (await ada.SendAsync(HttpMethod.Put, rules, new { audience = "everyone", slowSeconds = 600 })).ShouldBeFine();
        await brook.SayAsync(post["id"], "once");
        Answer slowed = (await brook.PostAsync(comments, new { text = "twice" })).ShouldBeProblem(HttpStatusCode.TooManyRequests, "comments_slowed");
        slowed.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(590, 600);
        await ada.SayAsync(post["id"], "mine");
        await ada.SayAsync(post["id"], "mine again");

        (await ada.SendAsync(HttpMethod.Put, rules, new { audience = "followers", slowSeconds = 0 })).ShouldBeFine();
        (await brook.PostAsync(comments, new { text = "a stranger's" })).ShouldBeProblem(HttpStatusCode.Forbidden, "comments_for_followers");
        (await ada.SendAsync(HttpMethod.Put, rules, new { audience = "nobody", slowSeconds = 0 })).ShouldBeFine();
        (await brook.PostAsync(comments, new { text = "too late" })).ShouldBeProblem(HttpStatusCode.Forbidden, "comments_closed");
        (await brook.GetAsync(rules)).ShouldBeFine()["audience"].ShouldBe("nobody");
        (await brook.GetAsync($"/api/posts/{post["id"]}"))["counts.comments"].ShouldBe("3");
    }

    [Fact]
    public async Task Who_blocks_or_is_blocked_or_muted_is_not_met()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person cleo = await app.SignUpAsync("cleo");
        Answer post = await ada.PublishAsync("a garden");
        Answer comment = await brook.SayAsync(post["id"], "brook was here");
        string comments = $"/api/posts/{post["id"]}/comments";
        await app.RelateAsync("cleo", "brook", block: true);

        (await cleo.GetAsync(comments)).Text.ShouldNotContain("brook");
        (await cleo.PostAsync(comments, new { text = "hi", answerTo = comment["id"] })).ShouldBeProblem(HttpStatusCode.NotFound, "comment_not_found");
        (await cleo.SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}/like")).ShouldBeProblem(HttpStatusCode.NotFound, "comment_not_found");
        await cleo.SayAsync(post["id"], "cleo was here, @brook");
        (await brook.GetAsync(comments)).Text.ShouldNotContain("cleo");
        (await app.NotificationsAsync("brook")).ShouldBeEmpty();

        await app.RelateAsync("ada", "brook", block: false);
        (await ada.GetAsync(comments)).Text.ShouldNotContain("brook was here");
        (await brook.GetAsync(comments)).ShouldBeFine().Text.ShouldContain("brook was here");
        await app.RelateAsync("ada", "cleo", block: true);
        (await cleo.GetAsync(comments)).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await cleo.PostAsync(comments, new { text = "hello?" })).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
    }

    [Fact]
    public async Task Muted_words_are_neither_read_nor_told_of()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        Answer post = await ada.PublishAsync("a cinema");
        (await ada.PostAsync("/api/me/muted-words", new { text = "spoiler" })).ShouldBeFine();

        await brook.SayAsync(post["id"], "Spoiler! The ball falls.");
        Answer open = await brook.SayAsync(post["id"], "Lovely light.");
        await brook.SayAsync(post["id"], "A spóiler again", open["id"]);
        await ada.SayAsync(post["id"], "No spoiler from me.");

        (await ada.GetAsync($"/api/posts/{post["id"]}/comments?order=newest")).Find("items").EnumerateArray().Select(t => t.GetProperty("comment").GetProperty("text").GetString())
            .ShouldBe(["No spoiler from me.", "Lovely light."]);
        (await ada.GetAsync($"/api/comments/{open["id"]}/answers")).Find("items").GetArrayLength().ShouldBe(0);
        (await brook.GetAsync($"/api/posts/{post["id"]}/comments")).Find("items").GetArrayLength().ShouldBe(3);
        (await app.NotificationsAsync("ada")).ShouldBe(["Comment by brook"]);
    }

    [Fact]
    public async Task Those_whom_a_comment_concerns_are_told_once_each()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person cleo = await app.SignUpAsync("cleo");
        Answer post = await ada.PublishAsync("a bridge");

        Answer comment = await brook.SayAsync(post["id"], "Good, @ada and @cleo and @nobody_here and @brook");
        await cleo.SayAsync(post["id"], "Yes, @brook", comment["id"]);
        await ada.SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}/like");
        await ada.SendAsync(HttpMethod.Put, $"/api/comments/{comment["id"]}/like");

        (await app.NotificationsAsync("ada")).ShouldBe(["Comment by brook", "Comment by cleo"]);
        (await app.NotificationsAsync("cleo")).ShouldBe(["Mention by brook"]);
        (await app.NotificationsAsync("brook")).ShouldBe(["Reply by cleo", "CommentLike by ada"]);
        (await cleo.GetAsync($"/api/comments/{comment["id"]}/thread"))["comment.likedByAuthor"].ShouldBe("True");
    }

    [Fact]
    public async Task Counters_are_exact_when_everyone_speaks_likes_and_deletes_at_once()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer post = await ada.PublishAsync("a market");
        Answer thread = await ada.SayAsync(post["id"], "Speak, all of you");
        Person[] crowd = [.. await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.SignUpAsync($"voice{i}")))];

        await Task.WhenAll(crowd.Select(async (person, i) =>
        {
            Answer first = await person.SayAsync(post["id"], "one", thread["id"]);
            await person.SayAsync(post["id"], "two", thread["id"]);
            await Task.WhenAll(person.SendAsync(HttpMethod.Put, $"/api/comments/{thread["id"]}/like"), person.SendAsync(HttpMethod.Put, $"/api/comments/{thread["id"]}/like"));
            if (i % 2 == 0)
            {
                await Task.WhenAll(person.DeleteAsync($"/api/comments/{first["id"]}"), person.DeleteAsync($"/api/comments/{first["id"]}"), person.DeleteAsync($"/api/comments/{thread["id"]}/like"));
            }
        }));

        (await ada.GetAsync($"/api/posts/{post["id"]}"))["counts.comments"].ShouldBe("13");
        Answer shown = (await ada.GetAsync($"/api/comments/{thread["id"]}/thread")).ShouldBeFine();
        shown["comment.answers"].ShouldBe("12");
        shown["comment.likes"].ShouldBe("4");
        (await app.ReadAsync(db => db.Comments.Where(c => c.ParentId == null).Select(c => c.Rank).SingleAsync())).ShouldBe((2 * 4) + 12);
        app.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"text": null}""", "body_invalid")]
    [InlineData("""{"text": 5}""", "body_invalid")]
    [InlineData("""{}""", "body_invalid")]
    [InlineData("""{"text": ""}""", "comment_empty")]
    [InlineData("""{"text": "\u0007\u202e\n "}""", "comment_empty")]
    [InlineData("""{"text": "x", "answerTo": "not-an-id"}""", "body_invalid")]
    [InlineData("""{"text": "x", "answerTo": "00000000-0000-0000-0000-000000000000"}""", "comment_not_found")]
    public async Task Hostile_comments_are_refused(string body, string code)
    {
        using Person ada = await Shared.App.SignUpAsync($"talkhostile{Math.Abs(string.GetHashCode(body, StringComparison.Ordinal))}");
        Answer post = await ada.PublishAsync("a wall");

        (await ada.PostAsync($"/api/posts/{post["id"]}/comments", Person.Body(body))).ShouldBeProblem(code);
        (await ada.PostAsync($"/api/posts/{post["id"]}/comments", new { text = new string('x', 1001) })).ShouldBeProblem(HttpStatusCode.BadRequest, "comment_too_long");
        (await ada.PostAsync($"/api/posts/{Guid.Empty}/comments", new { text = "x" })).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        using Person visitor = Shared.App.Visitor();
        (await visitor.PostAsync($"/api/posts/{post["id"]}/comments", new { text = "x" })).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    private static string[] Ids(Answer list) => [.. list.ShouldBeFine().Find("items").EnumerateArray().Select(t => t.GetProperty("comment").GetProperty("id").GetString()!)];
}
