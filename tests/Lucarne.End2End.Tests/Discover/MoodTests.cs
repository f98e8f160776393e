using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Feed;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Discover;

public sealed class MoodTests
{
    [Theory]
    [InlineData("I'm in the mood for calm seas at night", "calm seas night", "")]
    [InlineData("something with horses, no spiders or big dogs", "horses", "spid|big dog")]
    [InlineData("Envie de mer, sans personnes ni voitures", "mer", "person|voitur")]
    [InlineData("no rain but snow please", "snow", "rain")]
    [InlineData("je voudrais voir des vidéos", "", "")]
    public void A_mood_is_read_as_words_to_see_and_words_not_to_see(string text, string wanted, string unwanted)
    {
        MoodWords mood = MoodWords.Read(text);
        string.Join(' ', mood.Wanted).ShouldBe(wanted);
        string.Join('|', mood.Unwanted.Select(group => string.Join(' ', group))).ShouldBe(unwanted);
    }

    [Fact]
    public async Task A_mood_brings_what_answers_it_to_the_very_next_page_says_so_and_goes_when_it_is_removed()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("nothing in particular", new { visibility = "unlisted" });
        Guid[] authors = await Crowd.AddAccountsAsync(app, [.. Enumerable.Range(0, 40).Select(i => $"author{i}")]);
        await Crowd.AddPostsAsync(app, film, authors.Take(5).Select(a => new Draught(a) { Prompt = "two horses on a quiet beach", Age = TimeSpan.FromDays(80) }));
        await Crowd.AddPostsAsync(app, film, authors.Take(2).Select(a => new Draught(a) { Title = "Un cheval", Prompt = "a beach", Age = TimeSpan.FromDays(80) }));
        // More than any other source of candidates holds, all newer and better received.
        await Crowd.AddPostsAsync(app, film, Enumerable.Range(0, 320).Select(i => new Draught(authors[i % 40]) { Prompt = "a city at night", Age = TimeSpan.FromMinutes(i) }));

        Answer first = (await ada.GetAsync("/api/feed?tab=for_you&limit=4")).ShouldBeFine();
        first.Find("items").EnumerateArray().ShouldAllBe(i => PromptOf(i) == "a city at night");
        first.Find("moods").GetArrayLength().ShouldBe(0);

        Answer mood = (await ada.PostAsync("/api/feed/steers", new { kind = "mood", words = "I'm in the mood for a horse by the beach" })).ShouldBeFine(HttpStatusCode.Created);
        Answer next = (await ada.GetAsync($"/api/feed?tab=for_you&limit=4&cursor={first["next"]}")).ShouldBeFine();

        JsonElement[] items = [.. next.Find("items").EnumerateArray()];
        items.Length.ShouldBe(4);
        items.Where(i => i.GetProperty("why")[0].GetProperty("code").GetString() != "exploration").ShouldAllBe(i => PromptOf(i) == "two horses on a quiet beach");
        items[0].GetProperty("why")[0].GetProperty("code").GetString().ShouldBe("mood");
        next["moods.0.words"].ShouldBe("I'm in the mood for a horse by the beach");
        TimeSpan lasts = DateTimeOffset.Parse(mood["expiresAt"]!, System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.Parse(mood["createdAt"]!, System.Globalization.CultureInfo.InvariantCulture);
        lasts.ShouldBe(TimeSpan.FromHours(24));

        (await ada.DeleteAsync($"/api/feed/steers/{next["moods.0.id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        Answer after = (await ada.GetAsync($"/api/feed?tab=for_you&limit=10&cursor={next["next"]}")).ShouldBeFine();
        after.Find("items").EnumerateArray().Where(i => i.GetProperty("why")[0].GetProperty("code").GetString() != "exploration").ShouldAllBe(i => PromptOf(i) == "a city at night");
    }

    [Fact]
    public async Task What_a_mood_says_no_to_comes_last_and_shows_nothing_that_the_viewer_may_not_find()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person model = await app.SignUpAsync("model");
        Answer film = await model.PublishAsync("nothing in particular");
        Guid[] people = await Crowd.AddAccountsAsync(app, "fine", "muted", "other");
        Guid me = await Crowd.IdOfAsync(app, "ada");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film,
            new Draught(people[0]) { Prompt = "the sea at dawn", Age = TimeSpan.FromDays(9) }, new Draught(people[1]) { Prompt = "the sea" },
            new Draught(people[2]) { Prompt = "the sea with a crowded ship" }, new Draught(people[2]) { Prompt = "the sea", Visibility = Lucarne.Social.Posts.Visibility.Private });
        await app.ReadAsync(async db =>
        {
            db.Mutes.Add(new Lucarne.Social.Follows.Mute { MuterId = me, MutedId = people[1], CreatedAt = TimeProvider.System.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        (await ada.PostAsync("/api/feed/steers", new { kind = "mood", words = "la mer ou sea, no crowds" })).ShouldBeFine(HttpStatusCode.Created);

        JsonElement[] items = [.. (await ada.GetAsync("/api/feed?tab=for_you&limit=10")).ShouldBeFine().Find("items").EnumerateArray()];

        items.Select(i => i.GetProperty("post").GetProperty("id").GetGuid()).ShouldBe([posts[0], Guid.Parse(film["id"]!), posts[2]]);
    }

    [Fact]
    public async Task Three_moods_are_the_most_and_words_that_say_nothing_are_refused()
    {
        using Person ada = await Shared.App.SignUpAsync("feed.moods");
        (await ada.PostAsync("/api/feed/steers", new { kind = "mood", words = "more films please" })).ShouldBeProblem("feed_steer_words_invalid");
        (await ada.PostAsync("/api/feed/steers", new { kind = "mood", words = new string('a', 101) })).ShouldBeProblem("feed_steer_words_invalid");
        foreach (string words in (string[])["calm seas", "rain", "snow", "rain"])
        {
            (await ada.PostAsync("/api/feed/steers", new { kind = "mood", words })).ShouldBeFine(HttpStatusCode.Created);
        }

        (await ada.PostAsync("/api/feed/steers", new { kind = "mood", words = "fire" })).ShouldBeProblem(HttpStatusCode.Conflict, "feed_moods_too_many");
        Answer wishes = (await ada.GetAsync("/api/feed/steers")).ShouldBeFine();
        wishes.Find("items").EnumerateArray().Select(i => i.GetProperty("words").GetString()).ShouldBe(["rain", "snow", "calm seas"]);
    }

    private static string PromptOf(JsonElement item) => item.GetProperty("post").GetProperty("prompt").GetString()!;
}
