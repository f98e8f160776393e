using System.Net;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Discover;

public sealed class ReactionTests
{
    [Fact]
    public async Task A_like_a_dislike_and_taking_it_back_each_answer_with_the_whole_post()
    {
        using Person author = await Shared.App.SignUpAsync("liked.author");
        using Person fan = await Shared.App.SignUpAsync("liked.fan");
        Answer post = await author.PublishAsync("a lighthouse at dusk");
        string address = $"/api/posts/{post["id"]}/reaction";

        Answer liked = (await fan.SendAsync(HttpMethod.Put, address, new { kind = "like" })).ShouldBeFine();
        (liked["counts.likes"], liked["myReaction"], liked["prompt"]).ShouldBe(("1", "like", "a lighthouse at dusk"));

        Answer again = (await fan.SendAsync(HttpMethod.Put, address, new { kind = "like" })).ShouldBeFine();
        again["counts.likes"].ShouldBe("1");

        Answer disliked = (await fan.SendAsync(HttpMethod.Put, address, new { kind = "dislike" })).ShouldBeFine();
        (disliked["counts.likes"], disliked["counts.dislikes"], disliked["myReaction"]).ShouldBe(("0", null, "dislike"));
        (await author.GetAsync($"/api/posts/{post["id"]}"))["counts.dislikes"].ShouldBe("1");

        Answer undone = (await fan.DeleteAsync(address)).ShouldBeFine();
        (undone["counts.likes"], undone["myReaction"]).ShouldBe(("0", null));
        (await author.GetAsync($"/api/posts/{post["id"]}"))["counts.dislikes"].ShouldBe("0");
    }

    [Fact]
    public async Task A_like_tells_the_author_once_however_often_it_is_taken_back()
    {
        using Person author = await Shared.App.SignUpAsync("told.author");
        using Person fan = await Shared.App.SignUpAsync("told.fan");
        Answer post = await author.PublishAsync("a kite over the beach");
        Guid id = Guid.Parse(post["id"]!);
        for (int i = 0; i < 5; i++)
        {
            await fan.SendAsync(HttpMethod.Put, $"/api/posts/{id}/reaction", new { kind = "like" });
            await fan.DeleteAsync($"/api/posts/{id}/reaction");
        }

        await fan.SendAsync(HttpMethod.Put, $"/api/posts/{id}/reaction", new { kind = "like" });
        await author.SendAsync(HttpMethod.Put, $"/api/posts/{id}/reaction", new { kind = "like" });

        (await Shared.App.ReadAsync(db => db.Notifications.CountAsync(n => n.PostId == id && n.Kind == NotificationKind.Like))).ShouldBe(1);
    }

    [Fact]
    public async Task What_one_may_not_see_one_cannot_like()
    {
        using Person author = await Shared.App.SignUpAsync("private.author");
        using Person other = await Shared.App.SignUpAsync("private.other");
        Answer post = await author.PublishAsync("a secret", new { visibility = "private" });

        (await other.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}/reaction", new { kind = "like" })).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await other.SendAsync(HttpMethod.Put, $"/api/posts/{Guid.Empty}/reaction", new { kind = "like" })).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        using Person visitor = Shared.App.Visitor();
        (await visitor.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}/reaction", new { kind = "like" })).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await other.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}/reaction", new { kind = "adore" })).ShouldBeProblem("body_invalid");
    }

    [Fact]
    public async Task Counters_stay_exact_while_many_like_at_once_and_one_cannot_make_up_their_mind()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person author = await app.SignUpAsync("ada");
        Answer post = await author.PublishAsync("a red ball");
        string address = $"/api/posts/{post["id"]}/reaction";
        Person[] fans = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => app.SignUpAsync($"fan{i}")));

        await Task.WhenAll(fans.Select(async (fan, i) =>
        {
            for (int turn = 0; turn < 6; turn++)
            {
                (await fan.SendAsync(HttpMethod.Put, address, new { kind = (turn + i) % 3 == 0 ? "dislike" : "like" })).ShouldBeFine();
                if ((turn * i) % 5 == 1)
                {
                    (await fan.DeleteAsync(address)).ShouldBeFine();
                }
            }
        }));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => (i % 3) switch
        {
            0 => fans[0].SendAsync(HttpMethod.Put, address, new { kind = "like" }),
            1 => fans[0].SendAsync(HttpMethod.Put, address, new { kind = "dislike" }),
            _ => fans[0].DeleteAsync(address),
        }));

        Guid id = Guid.Parse(post["id"]!);
        var (likes, dislikes) = await app.ReadAsync(async db => (
            await db.Reactions.CountAsync(r => r.PostId == id && r.Kind == Lucarne.Social.Reactions.ReactionKind.Like),
            await db.Reactions.CountAsync(r => r.PostId == id && r.Kind == Lucarne.Social.Reactions.ReactionKind.Dislike)));
        Answer counted = await author.GetAsync($"/api/posts/{id}");
        (counted["counts.likes"], counted["counts.dislikes"]).ShouldBe(($"{likes}", $"{dislikes}"));
        (likes + dislikes).ShouldBeGreaterThan(5);
        foreach (Person fan in fans)
        {
            fan.Dispose();
        }
    }
}
