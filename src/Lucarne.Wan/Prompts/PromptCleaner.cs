using System.Text;
using System.Text.RegularExpressions;

namespace Lucarne.Wan.Prompts;

/// <summary>Cleans a prompt as the reference pipeline does before it is cut into tokens: repairs text, decodes HTML, tidies spaces.</summary>
/// <remarks>Source: diffusers, pipeline_wan.py (prompt_clean): ftfy's fix_text, html.unescape twice, runs of white space made one space.</remarks>
public static partial class PromptCleaner
{
    /// <summary>Bound for each expression; all are linear, so only a stalled machine meets it.</summary>
    internal const int RegexTimeoutMs = 30_000;

    private const int MostRounds = 32;

    /// <summary>Cleans a prompt.</summary>
    public static string Clean(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        string text = HtmlText.Decode(HtmlText.Decode(Repair(prompt)));
        return WhiteSpace().Replace(text, " ").Trim(' ');
    }

    /// <summary>Repairs text line by line, as ftfy's fix_text does.</summary>
    internal static string Repair(string text)
    {
        StringBuilder result = new(text.Length);
        bool decodesHtml = true;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            string line = text[start..end];

            // Text with tags means its references.
            decodesHtml &= !line.Contains('<', StringComparison.Ordinal);
            result.Append(RepairLine(line, decodesHtml));
            start = end;
        }

        return result.ToString();
    }

    private static string RepairLine(string line, bool decodesHtml)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            string before = line;
            line = decodesHtml ? HtmlText.DecodeSure(line) : line;
            line = Mojibake.ReadControlsAsWindows(Mojibake.Repair(line));
            line = Simplify(line);
            line = LineBreaks().Replace(line, "\n");
            line = ReplaceLoneSurrogates(line);
            line = TerminalEscapes().Replace(line, string.Empty);
            line = Unwanted().Replace(line, string.Empty);
            line = CanonicalForm.Compose(line);
            if (line == before)
            {
                break;
            }
        }

        return line;
    }

    // Latin ligatures and digraphs apart, full-width forms narrow, curly quotation marks straight.
    private static string Simplify(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text)
        {
            string? ligature = c switch
            {
                'Ĳ' => "IJ",
                'ĳ' => "ij",
                'ŉ' => "ʼn",
                'Ǳ' => "DZ",
                'ǲ' => "Dz",
                'ǳ' => "dz",
                'Ǆ' => "DŽ",
                'ǅ' => "Dž",
                'ǆ' => "dž",
                'Ǉ' => "LJ",
                'ǈ' => "Lj",
                'ǉ' => "lj",
                'Ǌ' => "NJ",
                'ǋ' => "Nj",
                'ǌ' => "nj",
                'ﬀ' => "ff",
                'ﬁ' => "fi",
                'ﬂ' => "fl",
                'ﬃ' => "ffi",
                'ﬄ' => "ffl",
                'ﬅ' => "ſt",
                'ﬆ' => "st",
                _ => null,
            };
            foreach (char part in ligature ?? TextTables.Widths.GetValueOrDefault(c) ?? c.ToString())
            {
                result.Append(part switch
                {
                    '\u02BC' or (>= '\u2018' and <= '\u201B') => '\'',
                    >= '\u201C' and <= '\u201F' => '"',
                    _ => part,
                });
            }
        }

        return result.ToString();
    }

    private static string ReplaceLoneSurrogates(string text)
    {
        StringBuilder? result = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                result ??= new StringBuilder(text);
                result[i] = '\uFFFD';
            }
        }

        return result?.ToString() ?? text;
    }

    // Python's white space: .NET's and the four information separators.
    [GeneratedRegex(@"[\s\x1c-\x1f]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("\r\n|[\r\u2028\u2029\u0085]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"\x1b\[[0-9;]*[a-zA-Z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex TerminalEscapes();

    [GeneratedRegex(@"[\x00-\x08\x0b\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex Unwanted();
}
