using System.Text;
using System.Text.RegularExpressions;

namespace Lucarne.Wan.Prompts;

/// <summary>Tells text that was read in a wrong encoding by characters that stand side by side in it and hardly ever do elsewhere.</summary>
/// <remarks>The rules and character classes are those of ftfy 6.3 (badness.py and chardata.py; Apache-2.0, Robyn Speer).</remarks>
internal static class MojibakeSigns
{
    // Python's \s and \w for text, which .NET's differ from at information separators, marks and numbers.
    private const string Space = @"[\s\x1c-\x1f]", Word = @"[\p{L}\p{N}_]";

    private const string Common = "\u00A0\u00AD\u00B7\u00B4\u2013\u2014\u2015\u2026\u2019";
    private const string Controls = "\u0080-\u009F";
    private const string Bad = "\u00A6\u00A4\u00A8\u00AC\u00AF\u00B8\u0192\u02C6\u02C7\u02D8\u02DB\u02DC\u2020\u2021\u2030\u2310\u25CA\uFFFD\u00AA\u00BA";
    private const string Law = "¶§";
    private const string Currency = "¢£¥₧€";
    private const string Opening = "¡«¿©\u0384\u0385‘‚“„•‹\uF8FF";
    private const string Closing = "®»˝”›™";
    private const string Numeric = "²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№";
    private const string Kaomoji = "Ò-ÖÙ-Üò-öø-üŐŌŪŲ°";
    private const string Upper = "À-ÑØÜÝĂĀĄĆČĎĐĘĚĒĖĞĢİĪĶĹĽŁĻŃŇŅŒŘŚŞŠŢŤŮŰŸŹŻŽҐ";
    private const string Lower = "ßà-ñăąāćčďđęěēėğģįīķĺľłļœŕśşšťüźżžґﬁﬂ";
    private const string UpperCommon = "ÞΑ-ΩΆΈΉΊΌΎΏΪΫЁ-Я";
    private const string LowerCommon = "α-ωάέήίΰа-џ";
    private const string Box = "│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓";

    private static readonly Regex Signs = new(
        string.Join('|', Rules()),
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(PromptCleaner.RegexTimeoutMs));

    /// <summary>Runs of characters that UTF-8 sequences become in Latin-like encodings; one that is within a longer garble is left out.</summary>
    public static Regex EmbeddedUtf8 { get; } = BuildDetector();

    /// <summary>True when the text looks as if it was read in a wrong encoding.</summary>
    public static bool Has(string text) => Signs.IsMatch(text);

    private static string[] Rules() =>
    [
        $"[{Controls}]",
        $"[{Bad}{Lower}{Upper}{Box}{Opening}{Closing}{Currency}{Numeric}{Law}][{Bad}]",
        $"[a-zA-Z][{LowerCommon}{UpperCommon}][{Bad}]",
        $"[{Bad}][{Lower}{Upper}{Box}{Opening}{Closing}{Currency}{Numeric}{Law}]",
        $"[{Lower}{LowerCommon}{Box}{Closing}{Currency}{Numeric}][{Upper}]",
        $"[{Box}{Closing}{Currency}{Numeric}][{Lower}]",
        $"[{Lower}{Box}{Closing}][{Currency}]",
        $"{Space}[{Upper}][{Currency}]",
        $"[{Upper}{Box}][{Numeric}{Law}]",
        $"[{Lower}{Upper}{Box}{Currency}{Closing}][{Opening}][{Numeric}]",
        $"[{Lower}{Upper}{Currency}{Numeric}{Box}{Law}][{Closing}][{Opening}]",
        $"[{Currency}{Numeric}{Box}][{Opening}]",
        $"[a-z][{Upper}][{Opening}{Currency}]",
        $"[{Box}][{Kaomoji}]",
        $"[{Lower}{Upper}{Currency}{Numeric}{Opening}{Closing}{Law}][{Box}]",
        $"[{Box}][{Closing}]",
        $"[{Lower}{Upper}][{Opening}{Closing}]{Word}",
        "[Œœ][^A-Za-z]",
        $"[{Upper}]°",
        $"[ÂÃÎÐ][€œŠš¢£Ÿž\u00A0\u00AD®©°·»{Opening}{Closing}–—´]",
        "×[²³]",
        $"[ØÙ][{Common}{Currency}{Bad}{Numeric}{Opening}ŸŠ®°µ»][ØÙ][{Common}{Currency}{Bad}{Numeric}{Opening}ŸŠ®°µ»]",
        "à[²µ¹¼½¾]",
        "√[±∂†≠®™´≤≥¥µø]",
        "≈[°¢]",
        "‚Ä[ìîïòôúùû†°¢π]",
        "‚[âó][àä°ê]",
        "вЂ",
        $"[ВГРС][{Controls}{Bad}{Opening}{Closing}{Currency}°µ][ВГРС]",
        "ГўВЂВ.[A-Za-z ]",
        "Ã[\u00A0¡]",
        $"[a-z]{Space}?[ÃÂ][ ]",
        "^[ÃÂ][ ]",
        $"[a-z.,?!{Closing}]Â[ {Opening}{Closing}]",
        "β€[™\u00A0Ά\u00AD®°]",
        $"[ΒΓΞΟ][{Controls}{Bad}{Opening}{Closing}{Currency}°][ΒΓΞΟ]",
        "ā€",
    ];

    private static Regex BuildDetector()
    {
        const string AmbiguousContinuations = " –—―‘’‚“”„•…";
        string two = Class(0xC2, 0xDF), three = Class(0xE0, 0xEF), four = Class(0xF0, 0xF0) + Class(0xF3, 0xF3), continuation = $"{Controls}\u00A0-\u00BF " + Class(0x80, 0xBF);
        string strict = string.Concat(continuation.Where(c => !AmbiguousContinuations.Contains(c, StringComparison.Ordinal)));
        return new Regex($"(?<![{strict}])(?:[{two}][{continuation}]|[{three}][{continuation}]{{2}}|[{four}][{continuation}]{{3}})+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(PromptCleaner.RegexTimeoutMs));
    }

    // What a range of bytes is in Latin-1 and the Windows pages.
    private static string Class(int first, int last)
    {
        SortedSet<char> characters = [];
        foreach (CodePage page in CodePage.All.Where(p => p.Lossy || p.Name == "latin-1"))
        {
            for (int b = first; b <= last; b++)
            {
                if (page.Assigns([(byte)b]))
                {
                    characters.Add(page.Decode([(byte)b])[0]);
                }
            }
        }

        StringBuilder text = new();
        foreach (char c in characters)
        {
            text.Append(c);
        }

        return text.ToString();
    }
}
