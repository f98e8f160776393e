using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Language;

public sealed class StoryboardTests
{
    private static Screenplay Read(params string[] prompts) => ReadIn("", prompts);

    private static Screenplay ReadIn(string world, params string[] prompts) => PromptReader.Read(
        new Storyboard { World = world, Shots = [.. prompts.Select(prompt => new StoryboardShot(prompt, 3))] },
        DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows, DioramaVocabulary.PlaceFor);

    [Theory]
    [InlineData("a red fox runs through a snowy forest", "it jumps over a log", "the fox looks around")]
    [InlineData("a red fox runs through a snowy forest", "a red fox jumps over a log", "a fox looks around")]
    [InlineData("un renard roux court dans la forêt", "il saute par-dessus un tronc", "le renard regarde autour de lui")]
    public void What_the_first_shot_names_is_the_same_being_in_the_others(params string[] prompts)
    {
        Screenplay film = Read(prompts);

        film.Shots.Length.ShouldBe(3);
        film.Shots.ShouldAllBe(shot => shot.Subjects.Any(subject => subject.Id == "fox"));
        film.Shots.SelectMany(shot => shot.Subjects).Where(subject => subject.Concept == "fox").Select(subject => subject.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_dogs_are_the_same_two_dogs_when_they_come_back()
    {
        Screenplay film = Read("two dogs run on a beach", "a boat sails", "two dogs swim");

        film.Shots[2].Subjects.Single(subject => subject.Concept == "dog").Id.ShouldBe("dog");
    }

    [Fact]
    public void A_white_cat_is_not_the_black_one()
    {
        Screenplay film = Read("a black cat sleeps", "a white cat runs");

        film.Shots[1].Subjects.Single(subject => subject.Concept == "cat").Id.ShouldBe("cat-2");
    }

    [Fact]
    public void A_shot_that_is_silent_on_place_and_hour_stays_in_the_one_before()
    {
        Screenplay film = Read("snow falling on a village at night, a fox walks", "close-up of the fox", "a rabbit hops");

        film.Shots.ShouldAllBe(shot => shot.Setting == "village" && shot.TimeOfDay == TimeOfDay.Night && shot.Weather == Weather.Snow);
    }

    [Fact]
    public void A_place_that_the_engine_chose_is_kept_as_well()
    {
        Screenplay film = Read("a fox runs", "a rabbit hops");

        film.Shots[0].Setting.ShouldNotBeNull();
        film.Shots[1].Setting.ShouldBe(film.Shots[0].Setting);
    }

    [Fact]
    public void The_world_holds_for_every_shot()
    {
        Screenplay film = ReadIn("watercolour, at dusk", "a fox runs", "the fox sleeps");

        film.Shots.ShouldAllBe(shot => shot.Styles.Contains("watercolour") && shot.TimeOfDay == TimeOfDay.Dusk);
    }

    [Fact]
    public void Shots_last_as_the_storyboard_says_and_keep_their_seeds()
    {
        Screenplay film = PromptReader.Read(new Storyboard { Shots = [new("a fox runs", 2.5), new("it sleeps", 4, 99), new("a rabbit hops", 1)] });

        film.Shots.Select(shot => (shot.StartSeconds, shot.EndSeconds)).ShouldBe([(0, 2.5), (2.5, 6.5), (6.5, 7.5)]);
        film.Shots.Select(shot => shot.Seed).ShouldBe([null, 99, null]);
        film.Seconds.ShouldBe(7.5);
    }

    [Fact]
    public void Marks_of_time_and_cuts_within_a_shot_cut_nothing()
    {
        Screenplay film = Read("[0-1s] a fox runs cut to [1-2s] a rabbit. Shot 2: a boat", "it sleeps");

        film.Shots.Length.ShouldBe(2);
    }

    [Fact]
    public void What_was_understood_points_at_the_words_of_the_whole_prompt()
    {
        Screenplay film = ReadIn("at dusk", "a fox runs", "a glorp, the fox");

        film.Prompt.ShouldBe("at dusk\n[3.0s] a fox runs\n[3.0s] a glorp, the fox");
        film.Understood.ShouldContain(span => span.Concept == "fox" && film.Prompt.Substring(span.Start, span.Length) == "fox");
        film.NotUnderstood.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            span => span.Text.ShouldBe("glorp"),
            span => film.Prompt.Substring(span.Start, span.Length).ShouldBe("glorp"));
    }

    [Fact]
    public void A_storyboard_out_of_its_bounds_is_a_bug_of_the_caller()
    {
        Should.Throw<ArgumentException>(() => PromptReader.Read(new Storyboard { Shots = [] }));
        Should.Throw<ArgumentException>(() => PromptReader.Read(new Storyboard { Shots = [new("a fox", double.NaN)] }));
        Should.Throw<ArgumentException>(() => PromptReader.Read(new Storyboard { Shots = [new(new string('a', Storyboard.MaxShotCharacters + 1), 3)] }));
    }
}
