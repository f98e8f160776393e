using System.Globalization;
using System.Text;

namespace Lucarne.Safety.Text;

/// <summary>The rules that every prompt passes before anything is made of it. Pure: the same text always gets the same verdict.</summary>
public static class PromptRules
{
    /// <summary>Most characters of a prompt, in UTF-16 code units, after cleaning.</summary>
    public const int MaxCharacters = 20_000;

    /// <summary>Rule id: nothing is left to show.</summary>
    public const string Empty = "prompt_empty";

    /// <summary>Rule id: longer than <see cref="MaxCharacters"/>.</summary>
    public const string TooLong = "prompt_too_long";

    /// <summary>Rule id: no letter of any script and no picture sign.</summary>
    public const string NoWords = "prompt_no_words";

    /// <summary>Cleans a prompt as typed and judges it.</summary>
    /// <param name="typed">Any text; null is empty.</param>
    /// <returns>The clean prompt, and null or the verdict that stops it. Positions of the verdict are in the clean prompt.</returns>
    public static (string Prompt, Verdict? Verdict) Judge(string? typed)
    {
        // Cleaning is linear, but there is no reason to clean a book.
        if (typed is { Length: > MaxCharacters * 4 })
        {
            return (typed, TooLongVerdict(typed.Length));
        }

        string prompt = TextHygiene.CleanParagraphs(typed ?? "");
        if (prompt.Length == 0)
        {
            return (prompt, new Verdict(Empty, 0, 0, "Describe what you want to see."));
        }

        if (prompt.Length > MaxCharacters)
        {
            return (prompt, TooLongVerdict(prompt.Length));
        }

        return prompt.EnumerateRunes().Any(rune => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
            ? (prompt, null)
            : (prompt, new Verdict(NoWords, 0, prompt.Length, "Use words: who or what is seen, where, and what happens."));
    }

    private static Verdict TooLongVerdict(int length) => new(
        TooLong, MaxCharacters, length - MaxCharacters,
        string.Create(CultureInfo.InvariantCulture, $"A prompt has at most {MaxCharacters} characters; this one has {length}. Shorten it."));
}
