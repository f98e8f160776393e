using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Language;

public sealed class BriefWriterTests
{
    private static Screenplay Read(string prompt) => PromptReader.Read(prompt, 10, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows).Screenplay.ShouldNotBeNull();

    public static TheoryData<string> Prompts =>
    [
        "a red fox runs through a snowy forest",
        "a red rubber ball bouncing down a wooden staircase",
        "heavy rain on a neon-lit city street at night",
        "two dogs play on a beach, film noir, close-up",
        "a zorblatt dances in a meadow",
        "un renard roux court dans la forêt",
        "une voiture rouge roule sur une route côtière au coucher du soleil",
        "trois billes de verre roulent sur une table, gros plan",
    ];

    [Theory]
    [MemberData(nameof(Prompts))]
    public void Read_again_a_brief_shows_the_same_things_in_the_same_place(string prompt)
    {
        Screenplay first = Read(prompt);
        foreach (BriefLength length in Enum.GetValues<BriefLength>())
        {
            string brief = BriefWriter.Write(first, length);
            Screenplay again = Read(brief);

            again.Language.ShouldBe(first.Language, brief);
            Ids(again).ShouldBe(Ids(first), brief);
            again.Shots[0].Setting.ShouldBe(first.Shots[0].Setting, brief);
            again.NotUnderstood.Select(span => span.Text).Distinct().ShouldBe(first.NotUnderstood.Select(span => span.Text).Distinct(), brief);
            first.Shots[0].Styles.ShouldBeSubsetOf(again.Shots[0].Styles, brief);
            (first.Shots[0].TimeOfDay ?? again.Shots[0].TimeOfDay).ShouldBe(again.Shots[0].TimeOfDay, brief);
        }

        static string[] Ids(Screenplay film) => [.. film.Shots.SelectMany(shot => shot.Subjects).Select(subject => subject.Id).Distinct().Order()];
    }

    [Fact]
    public void Each_length_says_more_than_the_one_before()
    {
        Screenplay film = Read("a red fox runs through a snowy forest");
        string[] briefs = [.. Enum.GetValues<BriefLength>().Select(length => BriefWriter.Write(film, length))];

        briefs[0].ShouldBe("a red fox runs through a snowy forest. Tracking shot, morning.");
        briefs[1].ShouldBe("a red fox runs through a snowy forest.\nCamera: tracking shot.\nLight: morning.\nLook: cinematic.\nSound: birds, wind in the leaves.");
        briefs[2].ShouldBe("Light: morning.\nLook: cinematic.\nSound: birds, wind in the leaves.\n[4.0s] Wide shot: a red fox runs through a snowy forest\n[2.5s] Close-up: the red fox\n[3.5s] Tracking shot: the red fox runs through a snowy forest");
    }

    [Fact]
    public void A_long_brief_is_a_film_of_several_shots() => Read(BriefWriter.Write(Read("un renard roux court dans la forêt"), BriefLength.Long)).Shots.Length.ShouldBe(3);

    [Fact]
    public void What_the_prompt_says_is_not_said_again()
    {
        string brief = BriefWriter.Write(Read("anime, a fox at night, tracking shot"), BriefLength.Short);

        brief.ShouldBe("anime, a fox at night, tracking shot");
    }

    [Fact]
    public void The_sound_of_a_brief_puts_nothing_on_stage() => Read("a fox sleeps.\nSound: dogs, a car").Shots[0].Subjects.Select(subject => subject.Id).ShouldBe(["fox"]);
}
