using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Video;

public sealed class ScreenplayTests
{
    [Theory]
    [InlineData("a red rubber ball bouncing down a wooden staircase", "en", "ball")]
    [InlineData("une balle rouge en caoutchouc rebondit dans un escalier en bois", "fr", "ball")]
    public async Task A_prompt_is_read_back_with_the_places_of_its_words(string prompt, string language, string subject)
    {
        using Person ada = await Shared.App.SignUpAsync($"reads_{language}");

        Answer screenplay = (await ada.PostAsync("/api/screenplays", new { prompt, seconds = 6 })).ShouldBeFine();

        screenplay["language"].ShouldBe(language);
        screenplay["shots.0.subjects.0.concept"].ShouldBe(subject);
        screenplay["shots.0.endSeconds"].ShouldBe("6");
        foreach (var span in screenplay.Find("understood").EnumerateArray())
        {
            (span.GetProperty("start").GetInt32() + span.GetProperty("length").GetInt32()).ShouldBeLessThanOrEqualTo(screenplay["prompt"]!.Length);
        }
    }

    [Fact]
    public async Task Words_that_gave_nothing_are_told()
    {
        using Person ada = await Shared.App.SignUpAsync("reads_nothing");

        Answer screenplay = (await ada.PostAsync("/api/screenplays", new { prompt = "a ball and a zorblatt" })).ShouldBeFine();

        screenplay["notUnderstood.0.text"].ShouldNotBeNull().ShouldContain("zorblatt");
    }

    [Theory]
    [InlineData("", 10, "prompt_empty")]
    [InlineData("a ball", 3, "seconds_not_supported")]
    [InlineData("a ball", 26, "seconds_not_supported")]
    public async Task What_no_generation_takes_no_screenplay_takes(string prompt, double seconds, string code)
    {
        using Person ada = await Shared.App.SignUpAsync($"refused_{seconds}_{prompt.Length}");

        (await ada.PostAsync("/api/screenplays", new { prompt, seconds })).ShouldBeProblem(HttpStatusCode.BadRequest, code);
    }
}
