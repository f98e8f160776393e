using System.Net;
using Lucarne.End2End.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Http;

/// <summary>People close pages and lose connections in the middle of anything.</summary>
public sealed class GivenUpRequestTests
{
    [Fact]
    public async Task Requests_that_are_given_up_at_any_moment_leave_nothing_half_done_and_fail_no_other()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        string post = (await ada.PublishAsync("a red ball"))["id"]!;
        Person[] crowd = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => app.SignUpAsync($"reader{i}")));
        int failures = 0;
        int givenUp = 0;

        await Task.WhenAll(crowd.SelectMany((person, i) => Enumerable.Range(0, 4).Select(lane => Task.Run(async () =>
        {
            Random draws = new((i * 4) + lane);
            for (int turn = 0; turn < 20; turn++)
            {
                using CancellationTokenSource patience = new(TimeSpan.FromMilliseconds(draws.Next(2) == 0 ? draws.Next(1, 25) : 60_000));
                try
                {
                    using HttpRequestMessage request = Draw(draws, post, turn);
                    using HttpResponseMessage answer = await person.Browser.SendAsync(request, patience.Token);
                    if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                    {
                        Interlocked.Increment(ref failures);
                    }
                }
                catch (OperationCanceledException)
                {
                    Interlocked.Increment(ref givenUp);
                }
            }
        }))));

        givenUp.ShouldBeGreaterThan(20);
        app.Complaints.ShouldBeEmpty();
        failures.ShouldBe(0);
        // What was given up happened whole or not at all.
        Guid id = Guid.Parse(post);
        Social.Posts.Post row = await app.ReadAsync(db => db.Posts.SingleAsync(p => p.Id == id));
        row.Likes.ShouldBe(await app.ReadAsync(db => db.Reactions.CountAsync(r => r.PostId == id)));
        row.Comments.ShouldBe(await app.ReadAsync(db => db.Comments.CountAsync(c => c.PostId == id)));
        row.Reposts.ShouldBe(await app.ReadAsync(db => db.Reposts.CountAsync(r => r.PostId == id)));
        foreach (Person person in crowd)
        {
            (await person.GetAsync($"/api/posts/{post}")).ShouldBeFine();
            person.Dispose();
        }
    }

    [Fact]
    public void The_library_of_the_database_lends_no_connection_twice()
        // Before, of openings at the same moment one in some thousands shared its connection: transactions began within transactions.
        => typeof(Microsoft.Data.Sqlite.SqliteConnection).Assembly.GetName().Version.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(new Version(10, 0, 15, 0));

    [Fact]
    public async Task A_request_with_a_key_that_is_given_up_and_repeated_is_done_once()
    {
        using Person ada = await Shared.App.SignUpAsync("impatient");
        string post = (await ada.PublishAsync("a red ball", new { visibility = "private" }))["id"]!;
        Random draws = new(7);
        for (int i = 0; i < 25; i++)
        {
            string key = $"comment-{i}";
            using CancellationTokenSource patience = new(TimeSpan.FromMilliseconds(draws.NextDouble() * 20));
            try
            {
                using HttpResponseMessage ignored = await ada.Browser.SendAsync(Comment(key), patience.Token);
            }
            catch (OperationCanceledException)
            {
                // Given up: nobody knows whether it was done.
            }

            Answer repeated;
            do
            {
                repeated = await ada.SendAsync(Comment(key));
            }
            while (repeated.Status == HttpStatusCode.Conflict);

            repeated.ShouldBeFine(HttpStatusCode.Created);
        }

        (await ada.GetAsync($"/api/posts/{post}")).Find("counts.comments").GetInt32().ShouldBe(25);

        HttpRequestMessage Comment(string key)
        {
            HttpRequestMessage request = new(HttpMethod.Post, $"/api/posts/{post}/comments") { Content = Person.Body($$"""{"text": "{{key}}"}""") };
            request.Headers.Add("X-Lucarne-Csrf", "1");
            request.Headers.Add("Idempotency-Key", key);
            return request;
        }
    }

    private static HttpRequestMessage Draw(Random draws, string post, int turn)
    {
        HttpRequestMessage request = draws.Next(8) switch
        {
            0 => new(HttpMethod.Put, $"/api/posts/{post}/reaction") { Content = Person.Body("""{"kind": "like"}""") },
            1 => new(HttpMethod.Delete, $"/api/posts/{post}/reaction"),
            2 => new(HttpMethod.Post, $"/api/posts/{post}/comments") { Content = Person.Body($$"""{"text": "turn {{turn}}"}""") },
            3 => new(HttpMethod.Put, $"/api/posts/{post}/repost"),
            4 => new(HttpMethod.Delete, $"/api/posts/{post}/repost"),
            5 => new(HttpMethod.Get, "/api/feed?limit=10"),
            6 => new(HttpMethod.Get, $"/api/posts/{post}/comments"),
            _ => new(HttpMethod.Get, "/api/search?q=ball"),
        };
        request.Headers.Add("X-Lucarne-Csrf", "1");
        return request;
    }
}
