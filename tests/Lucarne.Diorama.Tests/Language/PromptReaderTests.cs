using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Language;

public class PromptReaderTests
{
    private static readonly string[] Fragments =
    [
        "a red ball", "two cats", "une voiture bleue", "qui dort", "and", "et", ",", ".", "\"hello\"", "« bonjour »", "[0-3s]", "[5.0s]", "(", "<b>", "&amp;", "@bob", "no", "sans", "one", "the other",
        "it", "l'un", "says", "dit :", "on a table", "under the sea", "heavy rain", "the camera", "slow", "dolly in", "of", "de", "d'", "'s", "with", "avec", "🐙", "🎩", "👩‍🚀", "e\u0301clair", "100", "1,000",
        "glorp", "is", "like a", "falling", "dropped", "by", "en", "marbre", "\u202E", "\u0000", "\uD800", "cut to", "Shot 2:", "\n", "«", "\"", "'", "—", "black and white", "a", "the", "les", "d'une", "her head",
    ];

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u0000\u0001\u202E")]
    public void An_empty_prompt_is_refused(string prompt) => PromptReader.Read(prompt, 10).Refusal!.Code.ShouldBe("prompt_empty");

    [Fact]
    public void A_prompt_of_forty_thousand_characters_is_refused() =>
        PromptReader.Read(new string('a', 40_000), 10).Refusal!.Code.ShouldBe("prompt_too_long");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_film_without_a_length_is_refused(double seconds) => PromptReader.Read("a cat", seconds).Refusal!.Code.ShouldBe("seconds_out_of_range");

    [Fact]
    public void Unknown_words_are_reported_each_at_its_place()
    {
        var screenplay = Reading.Of("a glorp zibbling in the frumious bandersnatch");
        screenplay.Missed().ShouldBe(["glorp", "zibbling", "frumious", "bandersnatch"]);
        screenplay.NotUnderstood.ShouldAllBe(span => span.Reason == "unknown" && screenplay.Prompt.Substring(span.Start, span.Length) == span.Text);
    }

    [Fact]
    public void A_noun_that_nothing_can_show_is_reported_and_left_out()
    {
        var screenplay = Reading.Of("a cat and an accordion on a beach", canShow: concept => concept is "animal" or "beach");
        screenplay.Shots[0].Subjects.Select(subject => subject.Id).ShouldBe(["cat"]);
        screenplay.NotUnderstood.ShouldHaveSingleItem().ShouldBe(new NotUnderstoodSpan(13, 9, "accordion", "not-shown"));
    }

    [Fact]
    public void Markup_and_control_characters_are_skipped()
    {
        var screenplay = Reading.Of("<b>a red\u0007 ball</b> &amp; a <i class=\"x\">dog</i>\u202E");
        screenplay.Shots[0].Subjects.Select(subject => subject.Id).ShouldBe(["ball", "dog"]);
        screenplay.Prompt.ShouldNotContain('\u202E');
        screenplay.Missed().ShouldBeEmpty();
    }

    [Fact]
    public void Decomposed_accents_are_the_same_letters() =>
        Reading.Of("un éléphant gris".Replace("é", "e\u0301", StringComparison.Ordinal)).Shots[0].Subject("elephant").Attributes.Colours.ShouldBe(["grey"]);

    [Theory]
    [InlineData("a small house by the sea", "en")]
    [InlineData("une petite maison au bord de la mer", "fr")]
    [InlineData("🐙", "en")]
    [InlineData("nuage orange, table, lion", "fr")]
    public void The_language_is_found(string prompt, string language) => Reading.Of(prompt).Language.ShouldBe(language);

    [Fact]
    public void Two_thousand_words_are_read_and_subjects_stay_bounded()
    {
        var prompt = string.Concat(Enumerable.Repeat("a red ball and two cats run along a wooden fence near a small house, ", 130));
        var shot = Reading.Of(prompt).Shots.ShouldHaveSingleItem();
        shot.Subjects.Length.ShouldBeLessThanOrEqualTo(PromptReader.MaxPerShot);
        shot.Actions.Length.ShouldBeLessThanOrEqualTo(PromptReader.MaxPerShot);
    }

    [Fact]
    public void Any_text_gives_a_sound_reading() =>
        Prop.ForAll<string>(text => CheckSound(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mix_of_words_gives_a_sound_reading() =>
        Prop.ForAll(Gen.Elements(Fragments).ListOf().Select(words => string.Join(' ', words)).ToArbitrary(), CheckSound)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Any_code_points_give_a_sound_reading() =>
        Prop.ForAll(
            Gen.Choose(0, 0x10FFFF).Where(Rune.IsValid).ListOf().Select(points => string.Concat(points.Select(point => new Rune(point).ToString()))).ToArbitrary(),
            CheckSound).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void CheckSound(string text)
    {
        foreach (var seconds in (ReadOnlySpan<double>)[0.5, 10])
        {
            var reading = PromptReader.Read(text, seconds);
            if (reading.Screenplay is not { } screenplay)
            {
                reading.Refusal!.Code.ShouldBe("prompt_empty");
                continue;
            }

            var spans = screenplay.Understood.Select(span => (span.Start, span.Length)).Concat(screenplay.NotUnderstood.Select(span => (span.Start, span.Length))).Order().ToList();
            var at = 0;
            foreach (var (start, length) in spans)
            {
                start.ShouldBeGreaterThanOrEqualTo(at);
                length.ShouldBeGreaterThan(0);
                at = start + length;
            }

            at.ShouldBeLessThanOrEqualTo(screenplay.Prompt.Length);
            CheckShots(screenplay, seconds);
            Fingerprint(PromptReader.Read(text, seconds).Screenplay!).ShouldBe(Fingerprint(screenplay));
        }
    }

    private static void CheckShots(Screenplay screenplay, double seconds)
    {
        double end = 0;
        foreach (var shot in screenplay.Shots)
        {
            shot.StartSeconds.ShouldBe(end);
            shot.EndSeconds.ShouldBeGreaterThan(shot.StartSeconds);
            end = shot.EndSeconds;
            var ids = shot.Subjects.Select(subject => subject.Id).ToHashSet();
            ids.Count.ShouldBe(shot.Subjects.Length);
            shot.Subjects.ShouldAllBe(subject => subject.Count >= 1 && subject.Count <= PromptReader.MaxCount && Vocabulary.Find(subject.Concept) != null);
            shot.Actions.ShouldAllBe(action => ids.Contains(action.SubjectId) || Vocabulary.Find(action.SubjectId)!.Kind == ConceptKind.Place);
            shot.Relations.ShouldAllBe(relation => ids.Contains(relation.SubjectId));
        }

        end.ShouldBe(seconds);
    }

    private static string Fingerprint(Screenplay screenplay) => System.Text.Json.JsonSerializer.Serialize(screenplay);
}
