using System.Net;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Follows;

namespace Lucarne.End2End.Tests.People;

public sealed class MutedWordTests
{
    [Theory]
    [InlineData("spider", "A Spider on the wall", true)]
    [InlineData("spider", "spiders everywhere", false)]
    [InlineData("spider", "#spider!", true)]
    [InlineData("araignee", "L’Araignée du plafond", true)]
    [InlineData("ARAIGNÉE", "une araignee", true)]
    [InlineData("red carpet", "on the red  carpet, at night", true)]
    [InlineData("red carpet", "a red rug and a carpet", false)]
    [InlineData("red carpet", "red", false)]
    [InlineData("red red carpet", "red red red carpet", true)]
    [InlineData("猫", "黒猫がいる", true)]
    [InlineData("🕷️", "look: 🕷", true)]
    [InlineData("spider", null, false)]
    public void A_muted_word_is_found_whole_whatever_its_case_and_accents(string word, string? text, bool hidden)
        => new MutedWordFilter([word, "never used"]).Hides(null, text).ShouldBe(hidden);

    [Fact]
    public void A_hostile_text_against_a_hundred_words_is_read_once()
    {
        MutedWordFilter filter = new(Enumerable.Range(0, MutedWord.MaxPerAccount).Select(i => string.Join(' ', Enumerable.Repeat("a", 20)) + $" {i}"));

        filter.Hides(string.Join(' ', Enumerable.Repeat("a", 20_000))).ShouldBeFalse();
    }

    [Fact]
    public async Task Words_are_kept_once_listed_and_removed()
    {
        using Person ada = await Shared.App.SignUpAsync("mutes.words");
        Answer first = (await ada.PostAsync("/api/me/muted-words", new { text = "  spider " })).ShouldBeFine();
        Answer again = (await ada.PostAsync("/api/me/muted-words", new { text = "spider", hours = 2 })).ShouldBeFine();

        first["text"].ShouldBe("spider");
        again["id"].ShouldBe(first["id"]);
        again["until"].ShouldNotBeNull();
        (await ada.GetAsync("/api/me/muted-words")).Json.GetArrayLength().ShouldBe(1);
        using Person other = await Shared.App.SignUpAsync("mutes.nothing");
        (await other.DeleteAsync($"/api/me/muted-words/{first["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "muted_word_not_found");
        (await ada.DeleteAsync($"/api/me/muted-words/{first["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync("/api/me/muted-words")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Empty_overlong_and_too_many_words_are_refused()
    {
        using Person ada = await Shared.App.SignUpAsync("mutes.toomuch");
        foreach (string text in (string[])["", "   ", "\u200B", new string('x', 51), new string('x', 100_000)])
        {
            (await ada.PostAsync("/api/me/muted-words", new { text })).ShouldBeProblem(HttpStatusCode.BadRequest, "muted_word_invalid");
        }

        for (int i = 0; i < MutedWord.MaxPerAccount; i++)
        {
            (await ada.PostAsync("/api/me/muted-words", new { text = $"word {i}" })).ShouldBeFine();
        }

        (await ada.PostAsync("/api/me/muted-words", new { text = "one more" })).ShouldBeProblem(HttpStatusCode.Conflict, "too_many_muted_words");
        (await ada.PostAsync("/api/me/muted-words", new { text = "word 7" })).ShouldBeFine();
    }
}
