using System.Net;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Reposts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Works;

/// <summary>Reposts and the texts of posts.</summary>
public sealed class RepostTests
{
    [Fact]
    public async Task A_repost_counts_once_however_often_it_is_sent_and_can_be_taken_back()
    {
        using Person ada = await Shared.App.SignUpAsync("reposted.ada");
        using Person ben = await Shared.App.SignUpAsync("reposting.ben");
        Answer post = await ada.PublishAsync("a paper plane");
        string path = $"/api/posts/{post["id"]}/repost";

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ben.SendAsync(HttpMethod.Put, path)));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        Answer seen = await ben.GetAsync($"/api/posts/{post["id"]}");
        seen.Find("counts.reposts").GetInt32().ShouldBe(1);
        seen.Find("reposted").GetBoolean().ShouldBeTrue();
        (await ada.GetAsync($"/api/posts/{post["id"]}")).Find("reposted").GetBoolean().ShouldBeFalse();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ben.DeleteAsync(path)));
        (await ben.GetAsync($"/api/posts/{post["id"]}")).Find("counts.reposts").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Only_public_posts_can_be_reposted()
    {
        using Person ada = await Shared.App.SignUpAsync("unlisted.ada");
        using Person ben = await Shared.App.SignUpAsync("unlisted.ben");
        Answer unlisted = await ada.PublishAsync("a paper plane", new { visibility = "unlisted" });
        Answer secret = await ada.PublishAsync("a paper plane", new { visibility = "private" });

        (await ben.SendAsync(HttpMethod.Put, $"/api/posts/{unlisted["id"]}/repost")).ShouldBeProblem(HttpStatusCode.Conflict, "repost_not_public");
        (await ben.SendAsync(HttpMethod.Put, $"/api/posts/{secret["id"]}/repost")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await Shared.App.Visitor().SendAsync(HttpMethod.Put, $"/api/posts/{unlisted["id"]}/repost")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Fact]
    public async Task Followers_find_who_reposted_what_they_may_see()
    {
        using Person ada = await Shared.App.SignUpAsync("query.ada");
        using Person ben = await Shared.App.SignUpAsync("query.ben");
        using Person cleo = await Shared.App.SignUpAsync("query.cleo");
        Answer post = await ada.PublishAsync("a paper plane");
        Guid postId = Guid.Parse(post["id"]!);
        (await ben.SendAsync(HttpMethod.Put, $"/api/posts/{postId}/repost")).ShouldBeFine();

        (Dictionary<Guid, Lucarne.Social.Accounts.AuthorView> before, Dictionary<Guid, Lucarne.Social.Accounts.AuthorView> after) = await Shared.App.ReadAsync(async db =>
        {
            Guid cleoId = await db.Accounts.Where(a => a.Handle == "query.cleo").Select(a => a.Id).SingleAsync();
            Guid benId = await db.Accounts.Where(a => a.Handle == "query.ben").Select(a => a.Id).SingleAsync();
            var nobody = await RepostQueries.LastFollowedRepostersAsync(db, cleoId, [postId], default);
            db.Follows.Add(new Lucarne.Social.Follows.Follow { FollowerId = cleoId, FolloweeId = benId, CreatedAt = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync();
            return (nobody, await RepostQueries.LastFollowedRepostersAsync(db, cleoId, [postId], default));
        });

        before.ShouldBeEmpty();
        after[postId].Handle.ShouldBe("query.ben");
    }

    [Fact]
    public async Task An_edited_text_keeps_its_history_and_tells_those_newly_named()
    {
        using Person ada = await Shared.App.SignUpAsync("history.ada");
        using Person ben = await Shared.App.SignUpAsync("history.ben");
        using Person cleo = await Shared.App.SignUpAsync("history.cleo");
        Answer post = await ada.PublishAsync("a red ball", new { title = "First", caption = "with @history.ben" });
        string path = $"/api/posts/{post["id"]}";

        Answer edited = (await ada.SendAsync(HttpMethod.Put, path, new { title = "Second", caption = "with @history.ben and @history.cleo", altText = "a ball", visibility = "unlisted", remixAudience = "nobody", commentAudience = "followers" })).ShouldBeFine();
        Answer again = (await ada.SendAsync(HttpMethod.Put, path, new { title = "Second", caption = "with @history.ben and @history.cleo", altText = "a ball", visibility = "public", remixAudience = "nobody", commentAudience = "followers" })).ShouldBeFine();

        edited["title"].ShouldBe("Second");
        edited["editedAt"].ShouldNotBeNull();
        edited["commentAudience"].ShouldBe("followers");
        again["editedAt"].ShouldBe(edited["editedAt"], "a change of audience is no edit of the text");
        Answer revisions = (await ben.GetAsync($"{path}/revisions")).ShouldBeFine();
        revisions.Find("items").EnumerateArray().Select(r => r.GetProperty("title").GetString()).ShouldBe(["Second", "First"]);
        string[] told = await Shared.App.ReadAsync(db => db.Notifications.Where(n => n.PostId == Guid.Parse(post["id"]!))
            .Join(db.Accounts, n => n.RecipientId, a => a.Id, (n, a) => a.Handle).OrderBy(h => h).ToArrayAsync());
        told.ShouldBe(["history.ben", "history.cleo"]);
    }

    [Fact]
    public async Task Nobody_edits_or_reads_the_history_of_what_is_not_theirs()
    {
        using Person ada = await Shared.App.SignUpAsync("foreign.ada");
        using Person ben = await Shared.App.SignUpAsync("foreign.ben");
        Answer post = await ada.PublishAsync("a red ball", new { visibility = "private" });
        object text = new { visibility = "public", remixAudience = "everyone", commentAudience = "everyone" };

        (await ben.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}", text)).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await ben.GetAsync($"/api/posts/{post["id"]}/revisions")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}", new { visibility = "everywhere", remixAudience = "everyone", commentAudience = "everyone" })).ShouldBeProblem("body_invalid");
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}", new { visibility = "public", remixAudience = "everyone", commentAudience = "everyone", title = new string('x', 101) })).ShouldBeProblem("title_too_long");
    }
}
