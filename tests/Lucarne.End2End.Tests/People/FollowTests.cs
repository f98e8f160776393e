using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.People;

public sealed class FollowTests
{
    [Fact]
    public async Task Following_back_makes_mutuals_and_each_is_told_once()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");

        (await FollowAsync(ada, "brook")).ShouldBeFine()["following"].ShouldBe("True");
        await ada.DeleteAsync("/api/accounts/brook/follow");
        await FollowAsync(ada, "brook");
        (await FollowAsync(ada, "@Brook")).ShouldBeFine();
        Answer back = (await FollowAsync(brook, "ada")).ShouldBeFine();

        (back["following"], back["followsYou"]).ShouldBe(("True", "True"));
        Answer profile = await ada.GetAsync("/api/accounts/brook");
        (profile["counts.followers"], profile["counts.following"], profile["relation.followsYou"]).ShouldBe(("1", "1", "True"));
        (await app.ReadAsync(db => db.Notifications.CountAsync(n => n.Kind == NotificationKind.Follow))).ShouldBe(2);
    }

    [Fact]
    public async Task Counters_stay_exact_when_many_follow_and_leave_at_the_same_moment()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person star = await app.SignUpAsync("star");
        Person[] crowd = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.SignUpAsync($"fan{i}")));

        await Task.WhenAll(crowd.SelectMany((fan, i) => new[]
        {
            FollowAsync(fan, "star"), FollowAsync(fan, "star"), fan.DeleteAsync("/api/accounts/star/follow"), FollowAsync(fan, "star"),
            FollowAsync(star, fan.Handle), FollowAsync(fan, $"fan{(i + 1) % crowd.Length}"),
            fan.SendAsync(HttpMethod.Put, $"/api/accounts/fan{(i + 3) % crowd.Length}/block"),
        }));

        await app.ReadAsync(async db =>
        {
            foreach (var account in await db.Accounts.ToListAsync())
            {
                account.Followers.ShouldBe(await db.Follows.CountAsync(f => f.FolloweeId == account.Id), account.Handle);
                account.Following.ShouldBe(await db.Follows.CountAsync(f => f.FollowerId == account.Id), account.Handle);
            }

            (await db.Follows.CountAsync(f => db.Blocks.Any(b => (b.BlockerId == f.FollowerId && b.BlockedId == f.FolloweeId) || (b.BlockerId == f.FolloweeId && b.BlockedId == f.FollowerId)))).ShouldBe(0);
            return 0;
        });
        Array.ForEach(crowd, fan => fan.Dispose());
    }

    [Fact]
    public async Task Followers_are_listed_latest_first_in_pages_that_miss_and_repeat_no_one()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person star = await app.SignUpAsync("star");
        List<string> fans = [];
        for (int i = 0; i < 7; i++)
        {
            using Person fan = await app.SignUpAsync($"fan{i}");
            await FollowAsync(fan, "star");
            fans.Insert(0, fan.Handle);
        }

        List<string> listed = [];
        string? cursor = "";
        while (cursor is not null)
        {
            Answer page = (await star.GetAsync($"/api/accounts/star/followers?limit=3&cursor={cursor}")).ShouldBeFine();
            listed.AddRange(page.Find("items").EnumerateArray().Select(p => p.GetProperty("author").GetProperty("handle").GetString()!));
            cursor = page["next"];
        }

        // Those who followed within the same millisecond may stand either way.
        listed.Order(StringComparer.Ordinal).ShouldBe(fans.Order(StringComparer.Ordinal));
        listed[0].ShouldBe("fan6");
        string next = (await star.GetAsync("/api/accounts/star/followers?limit=3"))["next"]!;
        (await star.GetAsync($"/api/accounts/star/following?cursor={next}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
        (await star.GetAsync($"/api/accounts/star/followers?cursor={next[..^1]}{(next[^1] == 'A' ? 'B' : 'A')}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
    }

    [Fact]
    public async Task A_block_ends_follows_both_ways_and_the_two_no_longer_meet()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person cleo = await app.SignUpAsync("cleo");
        await FollowAsync(ada, "brook");
        await FollowAsync(brook, "ada");
        await FollowAsync(ada, "cleo");
        await FollowAsync(brook, "cleo");

        (await ada.SendAsync(HttpMethod.Put, "/api/accounts/brook/block")).ShouldBeFine()["blocked"].ShouldBe("True");

        (await brook.GetAsync("/api/accounts/ada")).ShouldBeProblem(HttpStatusCode.NotFound, "account_not_found");
        (await FollowAsync(brook, "ada")).ShouldBeProblem(HttpStatusCode.NotFound, "account_not_found");
        (await FollowAsync(ada, "brook")).ShouldBeProblem(HttpStatusCode.Conflict, "account_blocked");
        Answer seen = (await ada.GetAsync("/api/accounts/brook")).ShouldBeFine();
        (seen["relation.blocked"], seen["bio"], seen["counts.followers"]).ShouldBe(("True", null, "0"));
        Handles(await brook.GetAsync("/api/accounts/cleo/followers")).ShouldBe(["brook"]);
        Handles(await ada.GetAsync("/api/accounts/cleo/followers")).ShouldBe(["ada"]);
        Handles(await cleo.GetAsync("/api/accounts/cleo/followers")).Length.ShouldBe(2);
        Handles(await ada.GetAsync("/api/me/blocks")).ShouldBe(["brook"]);
        (await app.ReadAsync(db => db.Notifications.CountAsync(n => n.Kind == NotificationKind.Follow))).ShouldBe(2);

        (await ada.DeleteAsync("/api/accounts/brook/block")).ShouldBeFine();
        Answer after = await brook.GetAsync("/api/accounts/ada");
        (after["relation.following"], after["relation.followsYou"]).ShouldBe(("False", "False"));
    }

    [Fact]
    public async Task A_mute_for_a_time_ends_by_itself_and_one_for_good_does_not()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person cleo = await app.SignUpAsync("cleo");

        (await ada.SendAsync(HttpMethod.Put, "/api/accounts/brook/mute", new { hours = 24 })).ShouldBeFine()["mutedUntil"].ShouldNotBeNull();
        (await ada.SendAsync(HttpMethod.Put, "/api/accounts/cleo/mute", new { })).ShouldBeFine()["mutedUntil"].ShouldBeNull();
        await FollowAsync(brook, "ada");
        (await app.ReadAsync(db => db.Notifications.CountAsync())).ShouldBe(0);
        Handles(await ada.GetAsync("/api/me/mutes")).Length.ShouldBe(2);

        await app.ReadAsync(db => db.Mutes.Where(m => m.Until != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.Until, DateTimeOffset.UnixEpoch)));
        Handles(await ada.GetAsync("/api/me/mutes")).ShouldBe(["cleo"]);
        (await ada.GetAsync("/api/accounts/brook"))["relation.muted"].ShouldBe("False");
        (await ada.DeleteAsync("/api/accounts/cleo/mute")).ShouldBeFine()["muted"].ShouldBe("False");
    }

    [Theory]
    [InlineData("follow")]
    [InlineData("block")]
    [InlineData("mute")]
    public async Task One_does_not_do_it_to_oneself_nor_to_nobody_nor_signed_out(string what)
    {
        using Person ada = await Shared.App.SignUpAsync($"selfish.{what}");
        using Person visitor = Shared.App.Visitor();
        object? body = what == "mute" ? new { } : null;

        (await ada.SendAsync(HttpMethod.Put, $"/api/accounts/{ada.Handle}/{what}", body)).ShouldBeProblem(HttpStatusCode.BadRequest, "not_yourself");
        (await ada.SendAsync(HttpMethod.Put, $"/api/accounts/no.such.person/{what}", body)).ShouldBeProblem(HttpStatusCode.NotFound, "account_not_found");
        (await ada.SendAsync(HttpMethod.Put, $"/api/accounts/{new string('x', 500)}/{what}", body)).ShouldBeProblem(HttpStatusCode.NotFound, "account_not_found");
        (await visitor.SendAsync(HttpMethod.Put, $"/api/accounts/{ada.Handle}/{what}", body)).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8761)]
    [InlineData(int.MaxValue)]
    public async Task A_mute_of_no_or_endless_hours_is_refused(int hours)
    {
        using Person ada = await Shared.App.SignUpAsync($"hours{Math.Abs((long)hours)}");
        using Person other = await Shared.App.SignUpAsync($"hours{Math.Abs((long)hours)}b");

        (await ada.SendAsync(HttpMethod.Put, $"/api/accounts/{other.Handle}/mute", new { hours })).ShouldBeProblem(HttpStatusCode.BadRequest, "mute_invalid");
        (await ada.PostAsync("/api/me/muted-words", new { text = "spider", hours })).ShouldBeProblem(HttpStatusCode.BadRequest, "mute_invalid");
    }

    private static Task<Answer> FollowAsync(Person person, string handle) => person.SendAsync(HttpMethod.Put, $"/api/accounts/{handle}/follow");

    private static string[] Handles(Answer page) => [.. page.ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("author").GetProperty("handle").GetString()!)];
}
