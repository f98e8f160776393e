using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lucarne.Media.Encoding;

/// <summary>Captions as SubRip (<c>.srt</c>), the form that editors and players take beside WebVTT.</summary>
public static partial class SubRip
{
    /// <summary>The file's text.</summary>
    /// <param name="captions">What is said, in any order.</param>
    public static string Write(IEnumerable<Caption> captions)
    {
        ArgumentNullException.ThrowIfNull(captions);
        StringBuilder text = new();
        int number = 0;
        foreach (Caption caption in captions.OrderBy(c => c.StartSeconds))
        {
            string lines = string.Join('\n', caption.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            text.Append(CultureInfo.InvariantCulture, $"{++number}\n{Time(caption.StartSeconds)} --> {Time(caption.EndSeconds)}\n{lines}\n\n");
        }

        return text.ToString();
    }

    /// <summary>True for a text that begins as SubRip does: with a caption's times, after its number or without one.</summary>
    public static bool Is(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Start().IsMatch(file[..Math.Min(file.Length, 200)]);
    }

    /// <summary>The same file as WebVTT, line for line below the new header, so that a line that can't be read keeps its place: its number is greater by one.</summary>
    /// <param name="file">SubRip, at most <see cref="WebVttReader.MaxCharacters"/> characters.</param>
    public static string ToWebVtt(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string[] lines = file.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        return "WEBVTT\n" + string.Join('\n', lines.Select(line => line.Contains("-->", StringComparison.Ordinal) ? Comma().Replace(line, "${whole}.${part}") : line));
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(Math.Max(0, seconds)).ToString(@"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\uFEFF?\s*([0-9]{1,6}[ \t]*\r?\n)?[ \t]*[0-9]{1,4}:[0-9]{2}:[0-9]{2}[,.][0-9]{1,3}[ \t]*-->", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Start();

    [GeneratedRegex("(?<whole>[0-9]{2}),(?<part>[0-9]{3})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Comma();
}
