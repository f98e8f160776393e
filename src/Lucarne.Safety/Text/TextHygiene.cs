using System.Globalization;
using System.Text;

namespace Lucarne.Safety.Text;

/// <summary>Makes text from outside safe to keep and to show: no control characters, no invisible direction marks, no broken surrogates, bounded stacks of accents.</summary>
public static class TextHygiene
{
    /// <summary>Most combining marks that one letter keeps; more is decoration that spills over its neighbours.</summary>
    private const int MarksPerLetter = 4;

    /// <summary>Cleans text of one line: line breaks and runs of spaces become one space; both ends are trimmed.</summary>
    /// <param name="text">Any text.</param>
    public static string CleanLine(string text) => Clean(text, keepLineBreaks: false);

    /// <summary>Cleans text of several lines: line breaks become <c>\n</c>, at most two in a row; both ends are trimmed.</summary>
    /// <param name="text">Any text.</param>
    public static string CleanParagraphs(string text) => Clean(text, keepLineBreaks: true);

    /// <summary>The first <paramref name="maxCharacters"/> UTF-16 code units, without cutting a surrogate pair in two.</summary>
    /// <param name="text">Clean text.</param>
    /// <param name="maxCharacters">At least 1.</param>
    public static string Truncate(string text, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCharacters);
        if (text.Length <= maxCharacters)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[maxCharacters - 1]) ? maxCharacters - 1 : maxCharacters;
        return text[..end];
    }

    /// <summary>True for a character that is removed wherever it stands: controls, direction overrides, invisible separators, unassigned and private-use ones.</summary>
    /// <param name="rune">A Unicode scalar value.</param>
    public static bool IsRemoved(Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        return category switch
        {
            UnicodeCategory.Control => rune.Value is not ('\n' or '\r' or '\t'),
            // Zero-width joiner and non-joiner are part of emoji and of several scripts' spelling.
            UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D) && !IsTag(rune),
            UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => true,
            _ => false,
        };
    }

    private static string Clean(string text, bool keepLineBreaks)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder clean = new(text.Length);
        int marks = 0;
        int breaks = 0;
        bool space = false;
        foreach (Rune rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsRemoved(rune))
            {
                continue;
            }

            bool isBreak = rune.Value is '\n' or '\r' or 0x2028 or 0x2029;
            if (isBreak || Rune.IsWhiteSpace(rune))
            {
                space = true;
                breaks += isBreak ? 1 : 0;
                continue;
            }

            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MarksPerLetter)
            {
                continue;
            }

            if (space && clean.Length > 0)
            {
                clean.Append(keepLineBreaks && breaks > 0 ? (breaks > 1 ? "\n\n" : "\n") : " ");
            }

            (space, breaks) = (false, 0);
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Tag characters spell the flags of England, Scotland and Wales.</summary>
    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;
}
