using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.People;

/// <summary>Who sees what: every visibility, for every way in which a viewer can stand to the author, and every standing of the author and the post.</summary>
public sealed class VisibilityMatrixTests
{
    private static readonly string[] Visibilities = ["public", "unlisted", "followers", "private"];

    public enum Viewer
    {
        SignedOut,
        Author,
        Administrator,
        Stranger,
        Follower,
        Followed,
        Mutual,
        Muting,
        MutingFollower,
        Blocking,
        Blocked,
        FormerFollowerBlocking,
        FormerFollowerBlocked,
    }

    public enum Standing
    {
        Good,
        PostRemoved,
        AuthorClosed,
        AuthorSuspended,
    }

    [Fact]
    public async Task Everyone_sees_what_they_should_and_nothing_else()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        // The first account is the administrator's: without a case it sees what a stranger sees.
        using Person keeper = await app.SignUpAsync("keeper");
        using Person author = await app.SignUpAsync("author");
        Dictionary<string, Answer> posts = [];
        foreach (string visibility in Visibilities)
        {
            posts[visibility] = await author.PublishAsync($"A quiet lake, {visibility}", new { visibility });
            (await author.SayAsync(posts[visibility]["id"], "Mine")).ShouldBeFine(HttpStatusCode.Created);
        }

        Dictionary<Viewer, Person> viewers = [];
        foreach (Viewer viewer in Enum.GetValues<Viewer>())
        {
            viewers[viewer] = viewer switch
            {
                Viewer.SignedOut => app.Visitor(),
                Viewer.Author => author,
                Viewer.Administrator => keeper,
                _ => await StandAsync(app, author, viewer),
            };
        }

        foreach (Standing standing in Enum.GetValues<Standing>())
        {
            await SetAsync(app, standing);
            foreach ((Viewer viewer, Person person) in viewers)
            {
                // A suspended account has no session; what its owner sees is what the signed out see.
                Viewer seenAs = standing == Standing.AuthorSuspended && viewer == Viewer.Author ? Viewer.SignedOut : viewer;
                await CheckAsync(person, posts, seenAs, standing);
            }
        }

        foreach (Person viewer in viewers.Values.Where(v => v != author && v != keeper))
        {
            viewer.Dispose();
        }
    }

    private static async Task CheckAsync(Person person, Dictionary<string, Answer> posts, Viewer viewer, Standing standing)
    {
        string[] feed = await person.FeedAsync();
        Answer page = await person.GetAsync("/api/accounts/author/posts");
        string[] tab = (int)page.Status == 200 ? [.. page.Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)] : [];
        string[] found = [.. (await person.GetAsync("/api/search/posts?q=quiet+lake")).ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
        foreach (string visibility in Visibilities)
        {
            string which = $"{visibility} post, {viewer}, {standing}";
            bool opens = Opens(visibility, viewer, standing);
            string id = posts[visibility]["id"]!;
            Answer post = await person.GetAsync($"/api/posts/{id}");
            ((int)post.Status).ShouldBe(opens ? 200 : 404, $"opened by its link: {which}");
            bool listed = opens && visibility is "public" or "followers" && opens && standing != Standing.PostRemoved;
            found.Contains(id).ShouldBe(listed && !IsMuting(viewer), $"found by search: {which}");
            ((int)(await person.GetAsync($"/api/posts/{id}/comments")).Status).ShouldBe(opens ? 200 : 404, $"its comments: {which}");
            ((int)(await person.GetAsync($"/api/posts/{id}/download")).Status).ShouldBe(opens ? 200 : 404, $"its download: {which}");
            ((int)(await person.GetAsync(posts[visibility]["video.mp4Url"]!)).Status).ShouldBe(opens || IsOpenToAll(visibility, standing) ? 200 : 404, $"its film: {which}");
            feed.Contains(id).ShouldBe(listed && !IsMuting(viewer), $"in the feed: {which}");
            tab.Contains(id).ShouldBe(viewer == Viewer.Author ? opens : listed, $"on the profile: {which}");
        }

        bool meets = viewer == Viewer.Author || (standing is Standing.Good or Standing.PostRemoved && viewer is not (Viewer.Blocked or Viewer.FormerFollowerBlocked));
        ((int)(await person.GetAsync("/api/accounts/author")).Status).ShouldBe(meets ? 200 : 404, $"the profile: {viewer}, {standing}");
    }

    /// <summary>What the documentation says, in other words than the query's.</summary>
    private static bool Opens(string visibility, Viewer viewer, Standing standing)
    {
        if (viewer == Viewer.Author)
        {
            return true;
        }

        bool follows = viewer is Viewer.Follower or Viewer.Mutual or Viewer.MutingFollower;
        bool blocks = viewer is Viewer.Blocking or Viewer.Blocked or Viewer.FormerFollowerBlocking or Viewer.FormerFollowerBlocked;
        return standing == Standing.Good && !blocks && visibility switch
        {
            "public" or "unlisted" => true,
            "followers" => follows,
            _ => false,
        };
    }

    /// <summary>The files of what the signed out may see are open to all: a block hides who and where, and anyone can sign out.</summary>
    private static bool IsOpenToAll(string visibility, Standing standing) => Opens(visibility, Viewer.SignedOut, standing);

    private static bool IsMuting(Viewer viewer) => viewer is Viewer.Muting or Viewer.MutingFollower;

    private static async Task<Person> StandAsync(LucarneApp app, Person author, Viewer viewer)
    {
        Person person = await app.SignUpAsync(viewer.ToString().ToLowerInvariant());
        if (viewer is Viewer.Follower or Viewer.Mutual or Viewer.MutingFollower or Viewer.FormerFollowerBlocking or Viewer.FormerFollowerBlocked)
        {
            (await person.SendAsync(HttpMethod.Put, "/api/accounts/author/follow")).ShouldBeFine();
        }

        if (viewer is Viewer.Followed or Viewer.Mutual)
        {
            (await author.SendAsync(HttpMethod.Put, $"/api/accounts/{person.Handle}/follow")).ShouldBeFine();
        }

        if (IsMuting(viewer))
        {
            (await person.SendAsync(HttpMethod.Put, "/api/accounts/author/mute", new { })).ShouldBeFine();
        }

        if (viewer is Viewer.Blocking or Viewer.FormerFollowerBlocking)
        {
            (await person.SendAsync(HttpMethod.Put, "/api/accounts/author/block")).ShouldBeFine();
        }

        if (viewer is Viewer.Blocked or Viewer.FormerFollowerBlocked)
        {
            (await author.SendAsync(HttpMethod.Put, $"/api/accounts/{person.Handle}/block")).ShouldBeFine();
        }

        return person;
    }

    private static Task<int> SetAsync(LucarneApp app, Standing standing) => app.ReadAsync(async db =>
    {
        DateTimeOffset then = DateTimeOffset.UnixEpoch;
        await db.Posts.ExecuteUpdateAsync(set => set.SetProperty(p => p.RemovedAt, standing == Standing.PostRemoved ? then : null));
        return await db.Accounts.Where(a => a.Handle == "author").ExecuteUpdateAsync(set => set
            .SetProperty(a => a.ClosedAt, standing == Standing.AuthorClosed ? then : null)
            .SetProperty(a => a.SuspendedAt, standing == Standing.AuthorSuspended ? then : null));
    });
}
