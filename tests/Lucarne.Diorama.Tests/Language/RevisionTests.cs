using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Language;

/// <summary>"Change:" lines take the place of what the rest of a prompt says on the same matter, and leave all else as it is.</summary>
public sealed class RevisionTests
{
    private const string Ball = "a red rubber ball bouncing down a wooden staircase in the morning";

    [Theory]
    [InlineData("at night")]
    [InlineData("make it night")]
    public void A_change_of_hour_leaves_the_ball_and_the_stairs(string change)
    {
        Shot shot = Changed(Ball, change);

        shot.TimeOfDay.ShouldBe(TimeOfDay.Night);
        shot.Setting.ShouldBe("staircase");
        shot.Subject("ball").Attributes.Colours.ShouldBe(["red"]);
        shot.Deeds().ShouldBe(Reading.Shot(Ball).Deeds());
    }

    [Theory]
    [InlineData("the ball is blue")]
    [InlineData("a blue ball")]
    [InlineData("make the ball blue")]
    [InlineData("make it blue")]
    [InlineData("make it foggy. A blue ball")]
    public void The_ball_turns_blue_and_no_second_ball_appears(string change)
    {
        Shot shot = Changed(Ball, change);

        shot.Subjects.Where(subject => subject.Concept == "ball").ShouldHaveSingleItem().Attributes.Colours.ShouldBe(["blue"]);
        shot.Subject("ball").Attributes.Material.ShouldBe("rubber");
        shot.Deeds().ShouldBe(Reading.Shot(Ball).Deeds());
    }

    [Theory]
    [InlineData("a cat instead of the fox")]
    [InlineData("replace the fox with a cat")]
    public void A_cat_takes_the_place_of_the_fox_and_does_what_it_did(string change)
    {
        Shot shot = Changed("a red fox runs through a snowy forest", change);

        shot.Subjects.Select(subject => subject.Concept).ShouldContain("cat");
        shot.Subjects.Select(subject => subject.Concept).ShouldNotContain("fox");
        Subject cat = shot.Subjects.Single(subject => subject.Concept == "cat");
        cat.Attributes.Colours.ShouldBeEmpty("the fox was red");
        shot.Actions.ShouldContain(action => action.Verb == "run" && action.SubjectId == cat.Id);
    }

    [Fact]
    public void Another_place_takes_what_was_done_along_with_it()
    {
        Shot shot = Changed(Ball, "on a beach");

        shot.Setting.ShouldBe("beach");
        shot.Actions.ShouldContain(action => action.SubjectId == "ball" && action.Verb == "bounce");
        shot.Actions.ShouldNotContain(action => action.TargetId == "staircase");
    }

    [Fact]
    public void Rain_another_style_and_another_thing_are_added()
    {
        Shot shot = Changed("a sailing boat on a calm sea, watercolour", "add rain and a lighthouse, pixel art");

        shot.Weather.ShouldBe(Weather.Rain);
        shot.Styles.ShouldBe(["pixel-art"]);
        shot.Subjects.Select(subject => subject.Concept).ShouldContain("lighthouse");
        shot.Subjects.Select(subject => subject.Concept).ShouldContain("sailing-boat");
    }

    [Fact]
    public void What_one_does_instead_replaces_what_that_one_did()
    {
        Shot shot = Changed("a red fox runs through a snowy forest", "the fox sleeps");

        shot.Actions.Where(action => action.SubjectId == "fox").Select(action => action.Verb).ShouldBe(["sleep"]);
    }

    [Fact]
    public void What_is_to_be_left_out_is_gone_with_what_it_did()
    {
        Shot shot = Changed("a dog and a cat run on a beach", "no cat");

        shot.Subjects.Select(subject => subject.Concept).ShouldBe(["dog"]);
        shot.Actions.ShouldAllBe(action => action.SubjectId == "dog");
    }

    [Fact]
    public void A_french_change_is_read_like_an_english_one()
    {
        Shot shot = Reading.Shot("un ballon rouge rebondit sur un escalier en bois\nChangement : de nuit, le ballon est bleu");

        shot.TimeOfDay.ShouldBe(TimeOfDay.Night);
        shot.Subjects.ShouldHaveSingleItem().Attributes.Colours.ShouldBe(["blue"]);
        shot.Setting.ShouldBe("staircase");
    }

    [Fact]
    public void A_later_change_counts_more_than_an_earlier_one()
    {
        Shot shot = Reading.Shot($"{Ball}\nChange: at night\nChange: at noon");

        shot.TimeOfDay.ShouldBe(TimeOfDay.Noon);
    }

    [Fact]
    public void A_change_in_the_world_of_a_storyboard_holds_for_shots_that_say_otherwise()
    {
        Screenplay film = PromptReader.Read(new Storyboard
        {
            World = "watercolour\nChange: Make it night. A blue fox.",
            Shots = [new StoryboardShot("a red fox runs through a forest in the morning", 2), new StoryboardShot("close-up of the fox", 2)],
        });

        film.Shots.ShouldAllBe(shot => shot.TimeOfDay == TimeOfDay.Night);
        film.Shots.ShouldAllBe(shot => shot.Styles.SequenceEqual(new[] { "watercolour" }));
        film.Shots.ShouldAllBe(shot => shot.Subjects.Count(subject => subject.Concept == "fox") == 1);
        film.Shots.ShouldAllBe(shot => shot.Subject("fox").Attributes.Colours.SequenceEqual(new[] { "blue" }));
    }

    [Fact]
    public void A_changed_prompt_laid_out_in_shots_keeps_its_change()
    {
        Screenplay film = Reading.Of($"{Ball}. Then a cat looks at it\nChange: at night. Add rain");

        Storyboard board = Storyboarder.Draft(film);
        Screenplay again = PromptReader.Read(board);

        board.World.ShouldBe("Change: at night. Add rain");
        board.Shots.ShouldAllBe(shot => !shot.Prompt.Contains("Change", StringComparison.Ordinal));
        again.Shots.ShouldAllBe(shot => shot.TimeOfDay == TimeOfDay.Night && shot.Weather == Weather.Rain);
        Reading.Of(board.ToPrompt(), film.Seconds).Shots.ShouldAllBe(shot => shot.TimeOfDay == TimeOfDay.Night && shot.Weather == Weather.Rain);
    }

    [Fact]
    public void What_was_understood_of_a_change_is_told_with_its_place()
    {
        string prompt = $"{Ball}\nChange: at night, a glorp";
        Screenplay film = Reading.Of(prompt);

        UnderstoodSpan night = film.Understood.Single(span => span.Kind == "time" && span.Concept == "night");
        prompt.Substring(night.Start, night.Length).ShouldBe("at night");
        film.Missed().ShouldBe(["glorp"]);
    }

    private static Shot Changed(string prompt, string change) => Reading.Shot($"{prompt}\nChange: {change}");
}
