using System.Net;
using Lucarne.End2End.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Discover;

public sealed class WatchTests
{
    [Fact]
    public async Task A_view_counts_once_it_has_lasted_once_an_account_and_day_and_never_for_the_author()
    {
        using Person author = await Shared.App.SignUpAsync("watched.author");
        using Person fan = await Shared.App.SignUpAsync("watched.fan");
        using Person visitor = Shared.App.Visitor();
        string id = (await author.PublishAsync("a boat"))["id"]!;

        await SendAsync(fan, Event(id, watchMs: 1200));
        (await ViewsAsync(author, id)).ShouldBe(0);
        await SendAsync(fan, Event(id, watchMs: 3900, completion: 0.97));
        await SendAsync(fan, Event(id, watchMs: 8100, loops: 2, completion: 1));
        (await ViewsAsync(author, id)).ShouldBe(1);
        await SendAsync(author, Event(id, watchMs: 3900));
        (await ViewsAsync(author, id)).ShouldBe(1);
        await SendAsync(visitor, Event(id, watchMs: 3900));
        await SendAsync(visitor, Event(id, watchMs: 3900));
        (await ViewsAsync(author, id)).ShouldBe(2);

        Guid post = Guid.Parse(id);
        var days = await Shared.App.ReadAsync(db => db.WatchDays.Where(d => d.PostId == post).SingleAsync());
        (days.Watches, days.Views, days.Completions, days.Loops).ShouldBe((5, 2, 2, 2));
        var seconds = await Shared.App.ReadAsync(db => db.WatchSeconds.Where(s => s.PostId == post).SumAsync(s => s.Watches));
        seconds.ShouldBe(5);
    }

    [Fact]
    public async Task An_event_that_is_sent_again_counts_once_even_at_the_same_moment()
    {
        using Person author = await Shared.App.SignUpAsync("again.author");
        using Person fan = await Shared.App.SignUpAsync("again.fan");
        string id = (await author.PublishAsync("a train"))["id"]!;
        object batch = new { events = new[] { Event(id, watchMs: 4000, completion: 1), Event(id, watchMs: 2500, completion: 0.6) } };

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fan.PostAsync("/api/watches", batch)));

        answers.Sum(a => int.Parse(a.ShouldBeFine()["accepted"]!, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(2);
        answers.Sum(a => int.Parse(a["repeated"]!, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(10);
        (await ViewsAsync(author, id)).ShouldBe(1);
    }

    [Fact]
    public async Task Numbers_that_cannot_be_are_refused_one_by_one_and_the_rest_is_kept()
    {
        using Person author = await Shared.App.SignUpAsync("odd.author");
        using Person fan = await Shared.App.SignUpAsync("odd.fan");
        string id = (await author.PublishAsync("a fox"))["id"]!;
        string hidden = (await author.PublishAsync("a secret fox", new { visibility = "private" }))["id"]!;
        DateTimeOffset now = TimeProvider.System.GetUtcNow();

        Answer answer = await SendAsync(
            fan,
            Event(id, watchMs: 3000),
            Event(id, watchMs: -1),
            Event(id, watchMs: int.MaxValue),
            Event(id, watchMs: 3000, loops: 40),
            Event(id, watchMs: 3000, completion: 1.5),
            Event(id, watchMs: 3000, seenAt: now.AddHours(2)),
            Event(id, watchMs: 3000, seenAt: now.AddDays(-9)),
            Event(hidden, watchMs: 3000),
            Event(Guid.CreateVersion7(now).ToString(), watchMs: 3000));

        answer["accepted"].ShouldBe("1");
        answer.Find("refused").EnumerateArray().Select(r => r.GetProperty("reason").GetString()).Order(StringComparer.Ordinal)
            .ShouldBe(["impossible", "impossible", "impossible", "impossible", "impossible", "post_not_found", "post_not_found", "too_old"]);
    }

    [Theory]
    [InlineData("""{"events":[]}""")]
    [InlineData("""{"events":null}""")]
    [InlineData("""{}""")]
    [InlineData("""{"events":[{"id":"no"}]}""")]
    [InlineData("""{"events":[null]}""")]
    [InlineData("""{"events":[{"id":"01890000-0000-7000-8000-000000000000","postId":"01890000-0000-7000-8000-000000000000","position":0,"source":"moon","watchMs":1,"loops":0,"completion":0,"seenAt":"2026-01-01T00:00:00Z"}]}""")]
    public async Task A_batch_that_makes_no_sense_is_refused(string body)
    {
        using Person visitor = Shared.App.Visitor();
        Answer answer = await visitor.PostAsync("/api/watches", Person.Body(body));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
    }

    [Fact]
    public async Task More_than_a_hundred_events_are_refused()
    {
        using Person visitor = Shared.App.Visitor();
        string nobody = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        (await visitor.PostAsync("/api/watches", new { events = Enumerable.Range(0, 101).Select(_ => Event(nobody, 100)) }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "watch_events_invalid");
    }

    [Fact]
    public async Task A_page_that_closes_may_send_without_the_header_when_the_browser_vouches_for_it()
    {
        using Person author = await Shared.App.SignUpAsync("beacon.author");
        using Person fan = await Shared.App.SignUpAsync("beacon.fan");
        string id = (await author.PublishAsync("a bell"))["id"]!;
        HttpRequestMessage beacon = new(HttpMethod.Post, "/api/watches")
        {
            Content = Person.Body(System.Text.Json.JsonSerializer.Serialize(new { events = new[] { Event(id, watchMs: 2600) } })),
        };
        beacon.Headers.Add("Sec-Fetch-Site", "same-origin");

        (await fan.SendAsync(beacon)).ShouldBeFine()["accepted"].ShouldBe("1");
    }

    internal static object Event(string postId, int watchMs, int loops = 0, double completion = 0.5, DateTimeOffset? seenAt = null, string source = "for_you") => new
    {
        id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
        postId,
        position = 3,
        source,
        watchMs,
        loops,
        completion,
        seenAt = seenAt ?? TimeProvider.System.GetUtcNow().AddSeconds(-20),
    };

    internal static async Task<Answer> SendAsync(Person person, params object[] events) => (await person.PostAsync("/api/watches", new { events })).ShouldBeFine();

    private static async Task<int> ViewsAsync(Person person, string id) => (await person.GetAsync($"/api/posts/{id}")).Find("counts.views").GetInt32();
}
