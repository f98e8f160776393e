using FsCheck;
using FsCheck.Fluent;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Language;

public sealed class StoryboarderTests
{
    private static Storyboard Draft(string prompt, double seconds = 10) => Storyboarder.Draft(PromptReader.Read(prompt, seconds, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows).Screenplay.ShouldNotBeNull());

    [Fact]
    public void One_sentence_is_seen_from_far_from_near_and_along_the_way()
    {
        Storyboard board = Draft("a red fox runs through a snowy forest");

        board.Shots.Select(shot => shot.Prompt).ShouldBe(["Wide shot: a red fox runs through a snowy forest", "Close-up: the red fox", "Tracking shot: the red fox runs through a snowy forest"]);
        board.Seconds.ShouldBe(10);
    }

    [Fact]
    public void A_French_sentence_is_covered_in_French()
    {
        Storyboard board = Draft("une voiture rouge roule sur une route côtière");

        board.Shots.Select(shot => shot.Prompt).ShouldBe(["Plan large : une voiture rouge roule sur une route côtière", "Gros plan : la voiture", "Travelling : la voiture rouge roule sur une route côtière"]);
    }

    [Fact]
    public void Sentences_become_shots_and_what_holds_for_all_becomes_the_world()
    {
        Storyboard board = Draft("A fox runs on a beach. It jumps into the sea, then it swims. Watercolour style.", 9);

        board.World.ShouldBe("Watercolour style");
        board.Shots.Select(shot => (shot.Prompt, shot.Seconds)).ShouldBe([("A fox runs on a beach", 3), ("It jumps into the sea", 3), ("it swims", 3)]);
    }

    [Fact]
    public void Shots_that_the_prompt_marks_stay_as_they_are()
    {
        Storyboard board = Draft("At dusk. [0-3s] wide shot: a castle. [3-8s] a dragon flies", 8);

        board.World.ShouldBe("At dusk.");
        board.Shots.Select(shot => (shot.Prompt, shot.Seconds)).ShouldBe([("wide shot: a castle.", 3), ("a dragon flies", 5)]);
    }

    [Fact]
    public void A_short_film_has_fewer_views() => Draft("a fox runs", 4).Shots.Length.ShouldBe(2);

    [Theory]
    [InlineData("a red fox runs through a snowy forest")]
    [InlineData("trois billes de verre roulent sur une table, gros plan")]
    [InlineData("two dogs play on a beach. A boat passes. The dogs bark at it")]
    public void The_draft_shows_nothing_that_the_prompt_does_not_name(string prompt)
    {
        Screenplay read = PromptReader.Read(prompt, 10, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows).Screenplay!;
        Screenplay drafted = PromptReader.Read(Storyboarder.Draft(read), DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows);

        drafted.Language.ShouldBe(read.Language);
        drafted.Shots.SelectMany(shot => shot.Subjects).Select(subject => subject.Id).Distinct().Order()
            .ShouldBe(read.Shots.SelectMany(shot => shot.Subjects).Select(subject => subject.Id).Distinct().Order());
    }

    [Fact]
    public void Any_prompt_of_any_length_drafts_within_the_bounds()
    {
        string[] pieces = ["a fox", ". ", "runs", "[2s]", " then ", "\n", "\"", "cut to", "Shot 2:", ", ", "film noir", "🦊", "x"];
        Prop.ForAll(Gen.Elements(pieces).ArrayOf().ToArbitrary(), Gen.Choose(4, 25).ToArbitrary(), (parts, seconds) =>
        {
            if (PromptReader.Read(string.Concat(parts), seconds).Screenplay is { } screenplay)
            {
                Storyboard board = Storyboarder.Draft(screenplay);
                board.Shots.Length.ShouldBeInRange(1, Storyboard.MaxShots);
                board.Shots.ShouldAllBe(shot => shot.Seconds >= Storyboard.MinShotSeconds && shot.Seconds <= Storyboard.MaxShotSeconds && shot.Prompt.Length > 0);
                board.Seconds.ShouldBe(seconds, 0.01);
            }
        }).QuickCheckThrowOnFailure();
    }
}
