using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Messages;

public sealed class RoomTests
{
    [Fact]
    public async Task Two_who_follow_each_other_write_and_hear_each_other_at_once()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        await BefriendAsync(app, "ada", "brook");
        Answer room = (await ada.PostAsync("/api/rooms", new { handles = new[] { "@Brook" } })).ShouldBeFine(HttpStatusCode.Created);
        room["kind"].ShouldBe("pair");
        (await brook.GetAsync("/api/rooms")).Find("items").GetArrayLength().ShouldBe(0, "an empty room shows to nobody");
        await using EventListener page = await brook.ListenAsync();
        await page.NextAsync("counts");

        Answer sent = await WriteAsync(ada, room["id"], "Have you seen #rain, @brook?");

        JsonElement heard = (await page.NextAsync("message")).Data.GetProperty("message");
        heard.GetProperty("id").GetString().ShouldBe(sent["id"]);
        heard.GetProperty("author").GetProperty("handle").GetString().ShouldBe("ada");
        heard.GetProperty("facets").GetArrayLength().ShouldBe(2);
        await page.NextAsync("counts", c => c.GetProperty("counts").GetProperty("rooms").GetInt32() == 1);
        Answer list = await brook.GetAsync("/api/rooms");
        list["items.0.unread"].ShouldBe("1");
        list["items.0.lastMessage.text"].ShouldBe("Have you seen #rain, @brook?");
        (await brook.PostAsync($"/api/rooms/{room["id"]}/read", new { upTo = sent["id"] })).ShouldBeFine()["unread"].ShouldBe("0");
        (await brook.GetAsync("/api/unread"))["rooms"].ShouldBe("0");
        (await ada.GetAsync($"/api/rooms/{room["id"]}")).Find("members").EnumerateArray().Single(m => !m.GetProperty("mine").GetBoolean())
            .GetProperty("readUpTo").GetString().ShouldBe(sent["id"]);
        Answer again = (await brook.PostAsync("/api/rooms", new { handles = new[] { "ada" } })).ShouldBeFine();
        again["id"].ShouldBe(room["id"]);
    }

    [Fact]
    public async Task Who_is_not_in_a_room_neither_reads_nor_learns_of_it()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person eve = await app.SignUpAsync("eve");
        await BefriendAsync(app, "ada", "brook");
        string room = await OpenAsync(ada, "brook");
        Answer message = await WriteAsync(ada, room, "between us");
        await using EventListener page = await eve.ListenAsync();
        await page.NextAsync("counts");
        await WriteAsync(brook, room, "yes");

        (HttpMethod Method, string Path, object? Body)[] attempts =
        [
            (HttpMethod.Get, $"/api/rooms/{room}", null),
            (HttpMethod.Get, $"/api/rooms/{room}/messages", null),
            (HttpMethod.Post, $"/api/rooms/{room}/messages", new { text = "let me in" }),
            (HttpMethod.Post, $"/api/rooms/{room}/accept", null),
            (HttpMethod.Post, $"/api/rooms/{room}/decline", null),
            (HttpMethod.Post, $"/api/rooms/{room}/read", new { upTo = message["id"] }),
            (HttpMethod.Put, $"/api/rooms/{room}/mute", new { muted = true }),
            (HttpMethod.Put, $"/api/rooms/{room}/name", new { name = "Eve's" }),
            (HttpMethod.Post, $"/api/rooms/{room}/members", new { handles = new[] { "eve" } }),
            (HttpMethod.Delete, $"/api/rooms/{room}/members/me", null),
        ];
        foreach ((HttpMethod method, string path, object? body) in attempts)
        {
            Answer refused = await eve.SendAsync(method, path, body);
            refused.ShouldBeProblem(HttpStatusCode.NotFound, "room_not_found");
            Answer nowhere = await eve.SendAsync(method, path.Replace(room, Guid.Empty.ToString(), StringComparison.Ordinal), body);
            nowhere["detail"].ShouldBe(refused["detail"], "a room of others looks like none");
        }

        (await eve.SendAsync(HttpMethod.Put, $"/api/messages/{message["id"]}", new { text = "mine" })).ShouldBeProblem(HttpStatusCode.NotFound, "message_not_found");
        (await eve.DeleteAsync($"/api/messages/{message["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "message_not_found");
        (await eve.GetAsync("/api/rooms")).Find("items").GetArrayLength().ShouldBe(0);
        (await page.ListenAsync(TimeSpan.FromSeconds(1))).ShouldBeEmpty();
        using Person visitor = app.Visitor();
        (await visitor.GetAsync($"/api/rooms/{room}")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Fact]
    public async Task A_stranger_asks_first_and_hears_nothing_of_a_no()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        string room = await OpenAsync(ada, "brook");
        await WriteAsync(ada, room, "Hello");

        (await brook.GetAsync("/api/rooms")).Find("items").GetArrayLength().ShouldBe(0);
        Answer requests = await brook.GetAsync("/api/rooms?folder=requests");
        requests["items.0.state"].ShouldBe("invited");
        requests["items.0.lastMessage.text"].ShouldBe("Hello");
        Answer unread = await brook.GetAsync("/api/unread");
        (unread["rooms"], unread["requests"]).ShouldBe(("0", "1"));
        (await brook.PostAsync($"/api/rooms/{room}/messages", new { text = "Who are you?" })).ShouldBeProblem(HttpStatusCode.Conflict, "request_unanswered");

        (await brook.PostAsync($"/api/rooms/{room}/decline")).ShouldBeFine();
        (await brook.PostAsync($"/api/rooms/{room}/accept")).ShouldBeProblem(HttpStatusCode.NotFound, "room_not_found");
        (await brook.GetAsync("/api/rooms?folder=requests")).Find("items").GetArrayLength().ShouldBe(0);
        Answer seen = await ada.GetAsync($"/api/rooms/{room}");
        seen.Find("members").EnumerateArray().Single(m => !m.GetProperty("mine").GetBoolean()).GetProperty("pending").GetBoolean().ShouldBeTrue();
        await WriteAsync(ada, room, "Two");
        await WriteAsync(ada, room, "Three");
        (await ada.PostAsync($"/api/rooms/{room}/messages", new { text = "Four" })).ShouldBeProblem(HttpStatusCode.Conflict, "request_pending");
        (await brook.GetAsync("/api/unread"))["requests"].ShouldBe("0");

        // Who writes of their own accord after a no takes part.
        (await OpenAsync(brook, "ada")).ShouldBe(room);
        await WriteAsync(brook, room, "Now I know you");
        await WriteAsync(ada, room, "Four");
    }

    [Fact]
    public async Task A_request_that_is_accepted_moves_to_the_inbox_of_both()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        string room = await OpenAsync(ada, "brook");
        await WriteAsync(ada, room, "Hello");
        await using EventListener page = await ada.ListenAsync();
        await page.NextAsync("counts");

        (await brook.PostAsync($"/api/rooms/{room}/accept")).ShouldBeFine()["state"].ShouldBe("member");

        await page.NextAsync("room", r => r.GetProperty("room").GetProperty("members").EnumerateArray().All(m => !m.GetProperty("pending").GetBoolean()));
        await WriteAsync(brook, room, "Hello yourself");
        (await brook.GetAsync("/api/rooms"))["items.0.id"].ShouldBe(room);
        (await brook.PostAsync($"/api/rooms/{room}/accept")).ShouldBeProblem(HttpStatusCode.Conflict, "request_not_open");
    }

    [Theory]
    [InlineData(MessageAudience.Everyone, false, false, "member")]
    [InlineData(MessageAudience.Followed, false, false, "invited")]
    [InlineData(MessageAudience.Followed, true, false, "member")]
    [InlineData(MessageAudience.Followed, false, true, "invited")]
    [InlineData(MessageAudience.Mutuals, true, false, "invited")]
    [InlineData(MessageAudience.Mutuals, true, true, "member")]
    [InlineData(MessageAudience.Nobody, true, true, "refused")]
    public async Task The_recipients_setting_decides_who_may_write(MessageAudience setting, bool recipientFollows, bool senderFollows, string outcome)
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person sender = await app.SignUpAsync("sender");
        using Person recipient = await app.SignUpAsync("recipient");
        await app.ReadAsync(db => db.Accounts.Where(a => a.Handle == "recipient").ExecuteUpdateAsync(set => set.SetProperty(a => a.Settings.MessagesFrom, setting)));
        if (recipientFollows)
        {
            await app.FollowAsync("recipient", "sender");
        }

        if (senderFollows)
        {
            await app.FollowAsync("sender", "recipient");
        }

        Answer opened = await sender.PostAsync("/api/rooms", new { handles = new[] { "recipient" } });

        JsonElement found = (await sender.GetAsync("/api/rooms/people?query=recip")).ShouldBeFine().Json[0];
        found.GetProperty("refuses").GetBoolean().ShouldBe(outcome == "refused");
        if (outcome == "refused")
        {
            opened.ShouldBeProblem(HttpStatusCode.Forbidden, "person_takes_no_messages");
            return;
        }

        found.GetProperty("asks").GetBoolean().ShouldBe(outcome == "invited");
        (await recipient.GetAsync($"/api/rooms/{opened.ShouldBeFine(HttpStatusCode.Created)["id"]}"))["state"].ShouldBe(outcome);
    }

    [Fact]
    public async Task A_block_closes_the_room_for_both_and_hides_words_in_groups()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person cleo = await app.SignUpAsync("cleo");
        await BefriendAsync(app, "ada", "brook");
        await BefriendAsync(app, "ada", "cleo");
        await BefriendAsync(app, "brook", "cleo");
        string pair = await OpenAsync(ada, "brook");
        await WriteAsync(brook, pair, "private words");
        string group = (await cleo.PostAsync("/api/rooms", new { handles = new[] { "ada", "brook" }, name = "Three" })).ShouldBeFine(HttpStatusCode.Created)["id"]!;
        await WriteAsync(brook, group, "words of brook");
        await WriteAsync(cleo, group, "words of cleo");

        await app.RelateAsync("ada", "brook", block: true);

        foreach (Person one in (Person[])[ada, brook])
        {
            (await one.GetAsync($"/api/rooms/{pair}/messages")).ShouldBeProblem(HttpStatusCode.NotFound, "room_not_found");
            (await one.PostAsync($"/api/rooms/{pair}/messages", new { text = "hey" })).ShouldBeProblem(HttpStatusCode.NotFound, "room_not_found");
            (await one.GetAsync("/api/rooms")).Text.ShouldNotContain("private words");
        }

        (await ada.PostAsync("/api/rooms", new { handles = new[] { "brook" } })).ShouldBeProblem(HttpStatusCode.NotFound, "person_not_found");
        (await brook.PostAsync("/api/rooms", new { handles = new[] { "ada" } })).ShouldBeProblem(HttpStatusCode.NotFound, "person_not_found");
        (await brook.GetAsync("/api/rooms/people?query=ada")).Json.GetArrayLength().ShouldBe(0);
        Answer read = await ada.GetAsync($"/api/rooms/{group}/messages");
        read.Text.ShouldContain("words of cleo");
        read.Text.ShouldNotContain("words of brook");
        (await ada.GetAsync($"/api/rooms/{group}"))["unread"].ShouldBe("1");
    }

    [Fact]
    public async Task A_group_is_named_grows_to_twelve_and_is_left()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        await app.ReadAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Settings.MessagesFrom, MessageAudience.Everyone)));
        string[] others = [.. Enumerable.Range(0, 11).Select(i => $"other{i}")];
        foreach (string other in others)
        {
            using Person person = await app.SignUpAsync(other);
        }

        await app.ReadAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Settings.MessagesFrom, MessageAudience.Everyone)));
        Answer group = (await ada.PostAsync("/api/rooms", new { handles = new[] { "brook" }, name = "Film night" })).ShouldBeFine(HttpStatusCode.Created);
        group["kind"].ShouldBe("group");
        string room = $"/api/rooms/{group["id"]}";
        await WriteAsync(ada, group["id"], "before");

        (await brook.PostAsync($"{room}/members", new { handles = others })).ShouldBeProblem(HttpStatusCode.Conflict, "room_full");
        (await brook.PostAsync($"{room}/members", new { handles = others[..10] })).ShouldBeFine().Find("members").GetArrayLength().ShouldBe(12);
        (await brook.PostAsync($"{room}/members", new { handles = others[10..] })).ShouldBeProblem(HttpStatusCode.Conflict, "room_full");
        (await brook.PostAsync($"{room}/members", new { handles = others[..1] })).ShouldBeFine().Find("members").GetArrayLength().ShouldBe(12);
        (await ada.PostAsync("/api/rooms", new { handles = Enumerable.Range(0, 12).Select(i => $"p{i}") })).ShouldBeProblem(HttpStatusCode.BadRequest, "room_size_invalid");
        (await ada.PostAsync("/api/rooms", new { handles = Array.Empty<string>() })).ShouldBeProblem(HttpStatusCode.BadRequest, "room_size_invalid");
        (await ada.PostAsync("/api/rooms", new { handles = new[] { "ada" } })).ShouldBeProblem(HttpStatusCode.NotFound, "person_not_found");

        using Person late = new(app, others[0]);
        (await late.PostAsync("/api/sessions", new { handle = others[0], password = Person.Password })).ShouldBeFine();
        (await late.GetAsync($"{room}/messages")).Text.ShouldNotContain("before");
        (await late.SendAsync(HttpMethod.Put, $"{room}/name", new { name = "Cinema" })).ShouldBeFine()["name"].ShouldBe("Cinema");
        (await ada.GetAsync($"{room}/messages"))["items.0.kind"].ShouldBe("renamed");
        (await late.DeleteAsync($"{room}/members/me")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await late.GetAsync(room)).ShouldBeProblem(HttpStatusCode.NotFound, "room_not_found");
        (await ada.GetAsync(room)).Find("members").GetArrayLength().ShouldBe(11);

        string pair = await OpenAsync(ada, "brook");
        (await ada.DeleteAsync($"/api/rooms/{pair}/members/me")).ShouldBeProblem(HttpStatusCode.Conflict, "room_is_pair");
        (await ada.SendAsync(HttpMethod.Put, $"/api/rooms/{pair}/name", new { name = "Us" })).ShouldBeProblem(HttpStatusCode.Conflict, "room_is_pair");
        (await ada.PostAsync($"/api/rooms/{pair}/members", new { handles = others[..1] })).ShouldBeProblem(HttpStatusCode.Conflict, "room_is_pair");
    }

    [Fact]
    public async Task A_pair_has_one_room_however_many_ask_at_once_and_words_keep_their_order()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        await BefriendAsync(app, "ada", "brook");

        string[] rooms = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? OpenAsync(ada, "brook") : OpenAsync(brook, "ada")));
        rooms.Distinct().Count().ShouldBe(1);
        (await app.ReadAsync(db => db.Rooms.CountAsync())).ShouldBe(1);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WriteAsync(i % 2 == 0 ? ada : brook, rooms[0], $"word {i}")));
        List<string> read = await ada.WalkAsync($"/api/rooms/{rooms[0]}/messages?limit=7", m => m.GetProperty("id").GetString()!);
        read.Count.ShouldBe(20);
        read.ShouldBe(read.OrderDescending(StringComparer.Ordinal));
        (await ada.GetAsync($"/api/rooms/{rooms[0]}"))["lastMessage.id"].ShouldBe(read[0]);
        app.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_is_sent_once_however_often_it_is_repeated()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        string room = await OpenAsync(ada, "brook");

        string?[] ids = [(await Send())["id"], (await Send())["id"]];

        ids.Distinct().Count().ShouldBe(1);
        (await ada.GetAsync($"/api/rooms/{room}/messages")).Find("items").GetArrayLength().ShouldBe(1);
        async Task<Answer> Send() => (await ada.PostAsync($"/api/rooms/{room}/messages", new { text = "once" }, ("Idempotency-Key", "a-key"))).ShouldBeFine(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Ones_own_message_is_changed_for_a_while_and_taken_back_at_any_time()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        await BefriendAsync(app, "ada", "brook");
        string room = await OpenAsync(ada, "brook");
        Answer message = await WriteAsync(ada, room, "Helo");
        await using EventListener page = await brook.ListenAsync();
        await page.NextAsync("counts");

        (await ada.SendAsync(HttpMethod.Put, $"/api/messages/{message["id"]}", new { text = "Hello" })).ShouldBeFine()["editedAt"].ShouldNotBeNull();
        (await page.NextAsync("message")).Data.GetProperty("message").GetProperty("text").GetString().ShouldBe("Hello");
        (await brook.SendAsync(HttpMethod.Put, $"/api/messages/{message["id"]}", new { text = "No" })).ShouldBeProblem(HttpStatusCode.NotFound, "message_not_found");
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Messages" SET "CreatedAt" = "CreatedAt" - 1000000"""));
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "RoomMembers" SET "JoinedAt" = "JoinedAt" - 2000000"""));
        (await ada.SendAsync(HttpMethod.Put, $"/api/messages/{message["id"]}", new { text = "Late" })).ShouldBeProblem(HttpStatusCode.Conflict, "message_edit_late");

        (await brook.DeleteAsync($"/api/messages/{message["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "message_not_found");
        (await ada.DeleteAsync($"/api/messages/{message["id"]}")).ShouldBeFine()["deleted"].ShouldBe("True");
        (await page.NextAsync("message")).Data.GetProperty("message").GetProperty("text").GetString().ShouldBe("");
        (await brook.GetAsync($"/api/rooms/{room}/messages")).Text.ShouldNotContain("Hello");
        (await brook.GetAsync($"/api/rooms/{room}"))["unread"].ShouldBe("0");
    }

    [Fact]
    public async Task A_shared_post_shows_its_card_only_to_those_who_may_open_it()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person cleo = await app.SignUpAsync("cleo");
        await BefriendAsync(app, "brook", "cleo");
        await app.FollowAsync("brook", "ada");
        Answer followers = await ada.PublishAsync("a secret garden", new { title = "Secret", visibility = "followers" });
        Answer mine = await ada.PublishAsync("a diary", new { visibility = "private" });
        string room = await OpenAsync(brook, "cleo");

        Answer shared = (await brook.PostAsync($"/api/rooms/{room}/messages", new { postId = followers["id"] })).ShouldBeFine(HttpStatusCode.Created);

        shared["post.title"].ShouldBe("Secret");
        Answer read = (await cleo.GetAsync($"/api/rooms/{room}/messages")).ShouldBeFine();
        read["items.0.postId"].ShouldBe(followers["id"]);
        read["items.0.post"].ShouldBeNull();
        read.Text.ShouldNotContain("Secret");
        (await brook.PostAsync($"/api/rooms/{room}/messages", new { postId = mine["id"] })).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
    }

    [Fact]
    public async Task A_muted_room_is_neither_counted_nor_forgotten()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        await BefriendAsync(app, "ada", "brook");
        string room = await OpenAsync(ada, "brook");
        (await brook.SendAsync(HttpMethod.Put, $"/api/rooms/{room}/mute", new { muted = true })).ShouldBeFine()["muted"].ShouldBe("True");

        await WriteAsync(ada, room, "psst");

        (await brook.GetAsync("/api/unread"))["rooms"].ShouldBe("0");
        (await brook.GetAsync($"/api/rooms/{room}"))["unread"].ShouldBe("1");
        (await app.ReadAsync(db => db.AccountEvents.CountAsync(e => e.Push))).ShouldBe(0);
    }

    [Fact]
    public async Task Strangers_are_asked_twenty_times_a_day_at_most()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        for (int i = 0; i < 21; i++)
        {
            using Person stranger = await app.SignUpAsync($"stranger{i}");
        }

        for (int i = 0; i < 20; i++)
        {
            await OpenAsync(ada, $"stranger{i}");
        }

        (await ada.PostAsync("/api/rooms", new { handles = new[] { "stranger20" } })).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too_many_invitations");
    }

    [Theory]
    [InlineData("""{"text": ""}""", "message_empty")]
    [InlineData("""{"text": "\u202e"}""", "message_empty")]
    [InlineData("""{"text": null}""", "body_invalid")]
    [InlineData("""{"text": "x", "postId": 7}""", "body_invalid")]
    [InlineData("""{"text": "x", "postId": "00000000-0000-0000-0000-000000000000"}""", "post_not_found")]
    public async Task Hostile_messages_are_refused(string body, string code)
    {
        string unique = $"{Math.Abs(string.GetHashCode(body, StringComparison.Ordinal))}";
        using Person ada = await Shared.App.SignUpAsync($"hostile{unique}");
        using Person brook = await Shared.App.SignUpAsync($"target{unique}");
        string room = await OpenAsync(ada, $"target{unique}");

        (await ada.PostAsync($"/api/rooms/{room}/messages", Person.Body(body))).ShouldBeProblem(code);
        (await ada.PostAsync($"/api/rooms/{room}/messages", new { text = new string('x', 2001) })).ShouldBeProblem(HttpStatusCode.BadRequest, "message_too_long");
        (await ada.PostAsync("/api/rooms", new { handles = new[] { "nobody_at_all" } })).ShouldBeProblem(HttpStatusCode.NotFound, "person_not_found");
        (await ada.PostAsync("/api/rooms", new { handles = new[] { $"target{unique}" }, name = new string('n', 61) })).ShouldBeProblem(HttpStatusCode.BadRequest, "room_name_invalid");
        (await ada.GetAsync("/api/rooms?folder=attic")).ShouldBeProblem(HttpStatusCode.BadRequest, "room_folder_unknown");
        (await ada.GetAsync("/api/rooms?cursor=AAAA")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
    }

    private static async Task BefriendAsync(LucarneApp app, string one, string other)
    {
        await app.FollowAsync(one, other);
        await app.FollowAsync(other, one);
    }

    private static async Task<string> OpenAsync(Person person, string handle)
    {
        Answer room = await person.PostAsync("/api/rooms", new { handles = new[] { handle } });
        room.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
        return room["id"]!;
    }

    private static async Task<Answer> WriteAsync(Person person, string? room, string text)
        => (await person.PostAsync($"/api/rooms/{room}/messages", new { text })).ShouldBeFine(HttpStatusCode.Created);
}
