using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Lucarne.Media.Encoding;

/// <summary>Reads captions from WebVTT (W3C), with bounds: what comes from outside may be anything.</summary>
public static partial class WebVttReader
{
    /// <summary>Most characters of a file.</summary>
    public const int MaxCharacters = 200_000;

    /// <summary>Most captions of a file.</summary>
    public const int MaxCaptions = 2000;

    /// <summary>Most characters of one caption's text.</summary>
    public const int MaxTextCharacters = 500;

    /// <summary>Reads a file. Cue settings, styles, regions and notes are left out; markup is taken off the text.</summary>
    /// <param name="file">The file's text.</param>
    /// <param name="captions">Its captions, in order of their start.</param>
    /// <param name="line">Number of the line that can't be read, from 1; 0 where the file as a whole is too large. Only when false is returned.</param>
    /// <returns>False where it is not WebVTT, or beyond the bounds.</returns>
    public static bool TryRead(string file, [NotNullWhen(true)] out IReadOnlyList<Caption>? captions, out int line)
    {
        ArgumentNullException.ThrowIfNull(file);
        captions = null;
        line = 0;
        if (file.Length > MaxCharacters)
        {
            return false;
        }

        string[] lines = file.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        line = 1;
        if (!lines[0].StartsWith("WEBVTT", StringComparison.Ordinal) || (lines[0].Length > 6 && lines[0][6] is not (' ' or '\t')))
        {
            return false;
        }

        List<Caption> read = [];
        for (int i = 1; i < lines.Length; i++)
        {
            line = i + 1;
            if (!lines[i].Contains("-->", StringComparison.Ordinal))
            {
                continue;
            }

            if (!TryReadTimes(lines[i], out double start, out double end))
            {
                return false;
            }

            List<string> text = [];
            while (i + 1 < lines.Length && lines[i + 1].Length > 0 && !lines[i + 1].Contains("-->", StringComparison.Ordinal))
            {
                text.Add(lines[++i]);
            }

            string plain = Plain(string.Join('\n', text));
            if (plain.Length > MaxTextCharacters || read.Count == MaxCaptions)
            {
                return false;
            }

            if (plain.Length > 0)
            {
                read.Add(new Caption(start, end, plain, ""));
            }
        }

        captions = [.. read.OrderBy(c => c.StartSeconds)];
        line = 0;
        return true;
    }

    private static bool TryReadTimes(string text, out double start, out double end)
    {
        (start, end) = (0, 0);
        Match match = Times().Match(text);
        if (!match.Success)
        {
            return false;
        }

        start = Seconds(match, "from");
        end = Seconds(match, "to");
        return end > start;
    }

    private static double Seconds(Match match, string name)
    {
        int Part(string part) => match.Groups[name + part] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (Part("h") * 3600) + (Part("m") * 60) + Part("s") + (Part("f") / 1000.0);
    }

    private static string Plain(string text) => WebUtility.HtmlDecode(Tags().Replace(text, "")).Trim();

    [GeneratedRegex(
        @"\A\s*(?:(?<fromh>[0-9]{2,4}):)?(?<fromm>[0-5][0-9]):(?<froms>[0-5][0-9])\.(?<fromf>[0-9]{3})\s+-->\s+(?:(?<toh>[0-9]{2,4}):)?(?<tom>[0-5][0-9]):(?<tos>[0-5][0-9])\.(?<tof>[0-9]{3})(?:\s.*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Times();

    [GeneratedRegex("<[^<>]{0,200}>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Tags();
}
