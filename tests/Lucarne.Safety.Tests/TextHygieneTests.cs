using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lucarne.Safety.Text;

namespace Lucarne.Safety.Tests;

public sealed class TextHygieneTests
{
    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("  both ends  ", "both ends")]
    [InlineData("two   spaces\tand a tab", "two spaces and a tab")]
    [InlineData("bell\u0007 null\0 escape\u001b[31m", "bell null escape[31m")]
    [InlineData("line\nbreak", "line break")]
    [InlineData("\u202Etxt.exe\u202C", "txt.exe")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("\uE000private", "private")]
    [InlineData("l’été à Noël", "l’été à Noël")]
    [InlineData("日本語の文", "日本語の文")]
    [InlineData("مرحبا", "مرحبا")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("👩‍👩‍👧 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👩‍👩‍👧 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿")]
    public void A_line_keeps_what_people_write_and_loses_what_deceives(string typed, string kept)
        => TextHygiene.CleanLine(typed).ShouldBe(kept);

    [Fact]
    public void Paragraphs_keep_their_breaks_but_no_more_than_one_empty_line()
        => TextHygiene.CleanParagraphs("one\r\ntwo\n\n\n\n  three \u2028 four\n").ShouldBe("one\ntwo\n\nthree\nfour");

    [Fact]
    public void A_tower_of_accents_is_cut_down()
    {
        string tower = "Z" + new string('\u0301', 200) + "algo";

        TextHygiene.CleanLine(tower).ShouldBe("Z" + new string('\u0301', 4) + "algo");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_dropped()
        => TextHygiene.CleanLine("a\uD83Db").ShouldBe("ab");

    [Fact]
    public void Cutting_never_halves_a_character()
    {
        TextHygiene.Truncate("ab👩", 3).ShouldBe("ab");
        TextHygiene.Truncate("ab👩", 4).ShouldBe("ab👩");
    }

    [Fact]
    public void Cleaning_twice_is_cleaning_once()
        => Prop.ForAll<string>(text => text is null || TextHygiene.CleanLine(TextHygiene.CleanLine(text)) == TextHygiene.CleanLine(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Clean_text_holds_no_control_character_and_no_lone_surrogate()
        => Prop.ForAll<string>(text => text is null || TextHygiene.CleanParagraphs(text).EnumerateRunes()
            .All(rune => rune != Rune.ReplacementChar && (rune.Value == '\n' || !TextHygiene.IsRemoved(rune)))).QuickCheckThrowOnFailure();
}
