using FsCheck;
using FsCheck.Fluent;
using Lucarne.Media.Encoding;

namespace Lucarne.Media.Tests;

public sealed class WebVttReaderTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        Caption[] captions = [new(0.5, 2, "Hello <there> & \"you\"", ""), new(3661.25, 3662, "much later", "")];

        WebVttReader.TryRead(WebVtt.Write(captions), out IReadOnlyList<Caption>? read, out _).ShouldBeTrue();

        read.ShouldBe(captions);
    }

    [Fact]
    public void Notes_styles_identifiers_settings_and_markup_do_no_harm()
    {
        const string File = """
            WEBVTT - a title

            STYLE
            ::cue { color: red }

            NOTE this is
            not shown

            intro
            00:01.000 --> 00:02.500 align:start position:10%
            <v Ada>First <b>line</b></v>
            second line

            00:00.000 --> 00:01.000
            Earlier
            """;

        WebVttReader.TryRead(File, out IReadOnlyList<Caption>? read, out _).ShouldBeTrue();

        read!.Select(c => (c.StartSeconds, c.EndSeconds, c.Text)).ShouldBe([(0, 1, "Earlier"), (1, 2.5, "First line\nsecond line")]);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("WEBVTTX\n", 1)]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nSubRip", 1)]
    [InlineData("WEBVTT\n\n00:01 --> 00:02\nno thousandths", 3)]
    [InlineData("WEBVTT\n\n00:02.000 --> 00:01.000\nbackwards", 3)]
    [InlineData("WEBVTT\n\n00:61.000 --> 00:62.000\nno such second", 3)]
    public void What_is_no_WebVTT_is_refused_with_its_line(string file, int line)
    {
        WebVttReader.TryRead(file, out _, out int at).ShouldBeFalse();

        at.ShouldBe(line);
    }

    [Fact]
    public void Files_beyond_the_bounds_are_refused()
    {
        WebVttReader.TryRead("WEBVTT\n" + new string('x', WebVttReader.MaxCharacters), out _, out _).ShouldBeFalse();
        WebVttReader.TryRead("WEBVTT\n\n00:01.000 --> 00:02.000\n" + new string('x', WebVttReader.MaxTextCharacters + 1), out _, out _).ShouldBeFalse();
        string many = "WEBVTT\n\n" + string.Concat(Enumerable.Repeat("00:01.000 --> 00:02.000\nx\n\n", WebVttReader.MaxCaptions + 1));
        WebVttReader.TryRead(many, out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Prop.ForAll<string>(text =>
        {
            WebVttReader.TryRead("WEBVTT\n\n" + text, out _, out _);
            WebVttReader.TryRead(text ?? "", out _, out _);
            WebVttReader.TryRead($"WEBVTT\n\n00:01.000 --> 00:02.000 {text}\n{text}", out _, out _);
        }).QuickCheckThrowOnFailure();
}
