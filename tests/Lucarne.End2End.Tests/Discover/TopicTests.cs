using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Posts;
using Lucarne.Social.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Discover;

public sealed class TopicTests
{
    [Theory]
    [InlineData("Un chat orange danse sous la pluie à Paris la nuit", "Cats Dance City", "chat orange danse sous la pluie")]
    [InlineData("An orange cat dancing in the rain in Paris at night", "Cats Dance City", "orange cat dancing in the rain")]
    [InlineData("A red sports car races along a desert road at sunset.", "Cars Sunset", "red sports car races along a desert")]
    [InlineData("[2s] a robot waters a sunflower\n[2s] it rains", "Robots Flowers Rain", "robot waters a sunflower")]
    [InlineData("zzz qqq", "", "zzz qqq")]
    public void A_film_has_the_topics_of_its_screenplay_whatever_its_language_and_a_phrase_of_its_own_words(string prompt, string topics, string phrase)
    {
        FilmTopics film = FilmTopics.Of(prompt, null);
        string.Join(' ', film.Topics.Select(t => t.Code)).ShouldBe(topics);
        film.Phrase.ShouldBe(phrase);
        film.Emoji.ShouldBe(film.Topics.Count == 0 ? "🎬" : film.Topics[0].Emoji);
    }

    [Fact]
    public void Every_topic_has_a_name_a_picture_and_a_search_that_finds_it()
    {
        foreach (TopicCode topic in Enum.GetValues<TopicCode>())
        {
            TopicView view = TopicTable.View(topic);
            (view.Name.En.Length > 0 && view.Name.Fr.Length > 0 && view.Emoji.Length > 0).ShouldBeTrue();
            Social.Search.SearchText.Stems(view.Name.En).ShouldNotBeEmpty();
            Social.Search.SearchText.Stems(view.Name.Fr).ShouldNotBeEmpty();
        }

        Enum.GetValues<TopicCode>().Select(t => TopicTable.View(t).Emoji).ShouldBeUnique();
    }

    [Fact]
    public async Task A_topic_is_on_the_post_found_by_its_name_in_either_language_and_counted_for_the_week()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer film = await ada.PublishAsync("a kitten on a beach", new { visibility = "unlisted" });
        Guid[] people = await Crowd.AddAccountsAsync(app, "ann", "bob");
        Guid[] posts = await Crowd.AddPostsAsync(
            app, film, new Draught(people[0]) { Prompt = "a kitten on a beach" }, new Draught(people[1]) { Prompt = "un chaton qui dort" },
            new Draught(people[1]) { Prompt = "a kitten", Age = TimeSpan.FromDays(9) }, new Draught(people[1]) { Prompt = "a kitten", Visibility = Visibility.Private });
        await app.ReadAsync(db => db.Posts.Where(p => p.Id == posts[3]).CountAsync());

        Answer post = (await ada.GetAsync($"/api/posts/{posts[0]}")).ShouldBeFine();
        (post["topics.0.code"], post["topics.0.emoji"], post["topics.0.name.fr"], post["topics.1.code"], post["emoji"], post["phrase"])
            .ShouldBe(("cats", "🐱", "Chats", "sea", "🐱", "kitten on a beach"));
        foreach (string name in (string[])["Cats", "Chats"])
        {
            (await ada.GetAsync($"/api/search/posts?q={name}%20")).ShouldBeFine().Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetGuid())
                .ShouldBe([posts[0], posts[1], posts[2]], ignoreOrder: true, name);
        }

        JsonElement[] topics = [.. (await ada.GetAsync("/api/explore")).ShouldBeFine().Find("topics").EnumerateArray()];
        topics.Select(t => (t.GetProperty("topic").GetProperty("code").GetString(), t.GetProperty("posts").GetInt32())).ShouldBe([("cats", 2), ("sea", 1)]);
    }

    [Fact]
    public async Task A_mood_in_one_language_finds_films_of_its_topic_in_the_other()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer film = await ada.PublishAsync("nothing in particular", new { visibility = "unlisted" });
        Guid[] people = await Crowd.AddAccountsAsync(app, "ann", "bob");
        Guid[] posts = await Crowd.AddPostsAsync(app, film, new Draught(people[0]) { Prompt = "a wave on the beach", Age = TimeSpan.FromDays(30) }, new Draught(people[1]) { Prompt = "a robot" });
        await ada.PostAsync("/api/feed/steers", new { kind = "mood", words = "envie de mer" });

        JsonElement[] items = [.. (await ada.GetAsync("/api/feed?tab=for_you&limit=5")).ShouldBeFine().Find("items").EnumerateArray()];

        items[0].GetProperty("post").GetProperty("id").GetGuid().ShouldBe(posts[0]);
        items[0].GetProperty("why")[0].GetProperty("code").GetString().ShouldBe("mood");
    }
}
