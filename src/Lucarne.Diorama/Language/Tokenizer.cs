using System.Globalization;
using System.Text;

namespace Lucarne.Diorama.Language;

/// <summary>Cuts a prompt into tokens with their places, in time linear in its length.</summary>
internal static class Tokenizer
{
    private const int LongestTag = 200;
    private const int LongestQuote = 1_000;
    private const int LongestWord = 64;

    private static readonly HashSet<string> Elisions = new(StringComparer.Ordinal)
    {
        "l", "d", "j", "n", "s", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
    };

    private static readonly HashSet<string> EnglishClitics = new(StringComparer.Ordinal) { "s", "re", "ll", "ve", "d", "m", "" };

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 4 + 4);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            i += ReadShotMark(text, i, tokens) is var mark and > 0 ? mark
                : c == '\n' ? Add(tokens, TokenKind.Punctuation, i, 1, ".")
                : char.IsWhiteSpace(c) || IsHyphenInWord(text, i) ? 1
                : c == '&' && ReadEntity(text, i) == 0 ? Add(tokens, TokenKind.Word, i, 1, "&")
                : ReadTag(text, i) is var tag and > 0 ? Add(tokens, TokenKind.Markup, i, tag, "")
                : ReadQuote(text, i, tokens) is var quote and > 0 ? quote
                : c == '@' && ReadHandle(text, i, tokens) is var handle and > 0 ? handle
                : char.IsAsciiDigit(c) ? ReadNumber(text, i, tokens)
                : IsLetter(text, i) ? ReadWord(text, i, tokens)
                : Rune.TryGetRuneAt(text, i, out var rune) && Characters.IsPictograph(rune.Value) ? ReadPictograph(text, i, tokens)
                : Add(tokens, TokenKind.Punctuation, i, RuneLength(text, i), text.Substring(i, RuneLength(text, i)));
        }

        return tokens;
    }

    /// <summary>The keys of a lexicon entry: its words as the prompt's would be cut, joined by spaces.</summary>
    public static string Keys(string words)
    {
        var single = true;
        foreach (var c in words)
        {
            single &= char.IsLetter(c);
        }

        if (single || words[0] == '\'')
        {
            return Characters.Key(words);
        }

        var keys = new StringBuilder(words.Length);
        foreach (var token in Tokenize(words))
        {
            if (token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Pictograph)
            {
                keys.Append(keys.Length > 0 ? " " : "").Append(token.Key);
            }
        }

        return keys.ToString();
    }

    private static int Add(List<Token> tokens, TokenKind kind, int start, int length, string key)
    {
        tokens.Add(new(kind, start, length, key));
        return length;
    }

    /// <summary>"hot-air balloon" is found as "hot air balloon": the lexicon drops hyphens too.</summary>
    private static bool IsHyphenInWord(string text, int i) =>
        text[i] is '-' or '\u2010' or '\u2011' && i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetter(text[i + 1]);

    private static int RuneLength(string text, int i) => Rune.TryGetRuneAt(text, i, out var rune) ? rune.Utf16SequenceLength : 1;

    private static bool IsLetter(string text, int i) => Rune.TryGetRuneAt(text, i, out var rune) && Rune.IsLetter(rune);

    private static bool IsWordCharacter(string text, int i) =>
        IsLetter(text, i) || char.IsDigit(text[i]) || text[i] is >= '\u0300' and <= '\u036F' ||
        CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int ReadWord(string text, int start, List<Token> tokens)
    {
        var end = start;
        var apostrophe = -1;
        while (end < text.Length && end - start < LongestWord)
        {
            if (IsWordCharacter(text, end))
            {
                end += RuneLength(text, end);
            }
            else if (text[end] is '\'' or '’' or 'ʼ' && apostrophe < 0 && IsApostrophe(text, start, end))
            {
                apostrophe = end++;
            }
            else
            {
                break;
            }
        }

        if (apostrophe < 0)
        {
            return Add(tokens, TokenKind.Word, start, end - start, Characters.Key(text.AsSpan(start, end - start)));
        }

        var before = Characters.Key(text.AsSpan(start, apostrophe - start));
        var after = Characters.Key(text.AsSpan(apostrophe + 1, end - apostrophe - 1));
        if (Elisions.Contains(before) && (after.Length > 0 || end == text.Length))
        {
            // The rest is read as a word of its own, so that "jusqu'à l'aube" is cut at each apostrophe.
            return Add(tokens, TokenKind.Word, start, apostrophe + 1 - start, before + "'");
        }

        if (EnglishClitics.Contains(after))
        {
            Add(tokens, TokenKind.Word, start, apostrophe - start, before);
            tokens.Add(new(TokenKind.Word, apostrophe, end - apostrophe, "'s"));
            if (after is not ("" or "s"))
            {
                tokens[^1] = tokens[^1] with { Key = "'" + after };
            }

            return end - start;
        }

        return Add(tokens, TokenKind.Word, start, end - start, Characters.Key(text.AsSpan(start, end - start)));
    }

    /// <summary>Between letters, after a plural's "s" ("dogs' "), or an elision that ends a lexicon entry ("près d'").</summary>
    private static bool IsApostrophe(string text, int start, int at) =>
        at + 1 < text.Length ? IsLetter(text, at + 1) || text[at - 1] is 's' or 'S' : Elisions.Contains(Characters.Key(text.AsSpan(start, at - start)));

    private static int ReadNumber(string text, int start, List<Token> tokens)
    {
        var end = start;
        double value = 0;
        while (end < text.Length && end - start < LongestWord &&
               (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.' && end + 3 < text.Length && IsThousand(text, end)))
        {
            if (char.IsAsciiDigit(text[end]))
            {
                value = Math.Min(value * 10 + (text[end] - '0'), 1e12);
            }

            end++;
        }

        // "1970s", "4k", "35mm", "3d" are words.
        var tail = end;
        while (tail < text.Length && tail - end < 4 && IsLetter(text, tail))
        {
            tail += RuneLength(text, tail);
        }

        if (tail > end)
        {
            return Add(tokens, TokenKind.Word, start, tail - start, Characters.Key(text.AsSpan(start, tail - start)));
        }

        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && end - start < LongestWord && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }

        tokens.Add(new(TokenKind.Number, start, end - start, text[start..end], value));
        return end - start;
    }

    private static bool IsThousand(string text, int separator) =>
        char.IsAsciiDigit(text[separator + 1]) && char.IsAsciiDigit(text[separator + 2]) && char.IsAsciiDigit(text[separator + 3]) &&
        (separator + 4 >= text.Length || !char.IsAsciiDigit(text[separator + 4]));

    private static int ReadPictograph(string text, int start, List<Token> tokens)
    {
        Rune.TryGetRuneAt(text, start, out var first);
        var end = start + first.Utf16SequenceLength;
        var joined = false;
        while (end < text.Length && Rune.TryGetRuneAt(text, end, out var next) && end - start < LongestWord)
        {
            if (!Characters.ModifiesPictograph(next.Value) && !(joined && Characters.IsPictograph(next.Value)))
            {
                break;
            }

            joined = next.Value == 0x200D;
            end += next.Utf16SequenceLength;
        }

        return Add(tokens, TokenKind.Pictograph, start, end - start, first.ToString());
    }

    private static int ReadHandle(string text, int start, List<Token> tokens)
    {
        var end = start + 1;
        while (end < text.Length && end - start <= LongestWord && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' || text[end] is '.' or '-' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])))
        {
            end++;
        }

        return end == start + 1 ? 0 : Add(tokens, TokenKind.Handle, start, end - start, text[(start + 1)..end].ToLowerInvariant());
    }

    /// <summary>"&amp;nbsp;" and the like: the length, or 0.</summary>
    private static int ReadEntity(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && end - start < 10 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '#'))
        {
            end++;
        }

        return end > start + 1 && end < text.Length && text[end] == ';' ? end + 1 - start : 0;
    }

    private static int ReadTag(string text, int start)
    {
        if (text[start] == '&')
        {
            return ReadEntity(text, start);
        }

        if (text[start] != '<' || start + 1 >= text.Length || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '!'))
        {
            return 0;
        }

        var close = text.AsSpan(start, Math.Min(LongestTag, text.Length - start)).IndexOf('>');
        return close + 1;
    }

    private static int ReadQuote(string text, int start, List<Token> tokens)
    {
        var close = text[start] switch
        {
            '"' => '"',
            '“' or '„' => '”',
            '«' => '»',
            '‘' => '’',
            '\'' when IsOpeningApostrophe(text, start, tokens) => '\'',
            _ => '\0',
        };
        if (close == '\0')
        {
            return 0;
        }

        var window = text.AsSpan(start + 1, Math.Min(LongestQuote, text.Length - start - 1));
        var length = 0;
        while (true)
        {
            var next = window[length..].IndexOf(close);
            if (next < 0)
            {
                return 0;
            }

            length += next;
            var apostrophe = close is '\'' or '’' && length + 1 < window.Length && char.IsLetter(window[length + 1]);
            if (!apostrophe)
            {
                break;
            }

            length++;
        }

        var inner = text.Substring(start + 1, length).Trim();
        return inner.Length == 0 ? 0 : Add(tokens, TokenKind.Quote, start, length + 2, inner);
    }

    private static bool IsOpeningApostrophe(string text, int start, List<Token> tokens) =>
        tokens.Count > 0 && start + 1 < text.Length && char.IsLetter(text[start + 1]) && char.IsWhiteSpace(text[start - 1]) &&
        text[tokens[^1].End - 1] is ':' or ',' or 's' or 'y' or 't';

    private static int ReadShotMark(string text, int start, List<Token> tokens)
    {
        var open = text[start];
        if (open is not ('[' or '('))
        {
            return 0;
        }

        var i = start + 1;
        if (!ReadSeconds(text, ref i, out var from, out var unit))
        {
            return 0;
        }

        var to = double.NaN;
        SkipSpaces(text, ref i);
        if (i < text.Length && text[i] is '-' or '–' or '—' or 'à' || At(text, i, "to"))
        {
            i += At(text, i, "to") ? 2 : 1;
            if (!ReadSeconds(text, ref i, out to, out var secondUnit) || to <= from)
            {
                return 0;
            }

            unit |= secondUnit;
        }

        SkipSpaces(text, ref i);
        var close = open == '[' ? ']' : ')';
        if (i >= text.Length || text[i] != close || !unit && open == '(')
        {
            return 0;
        }

        tokens.Add(new(TokenKind.ShotMark, start, i + 1 - start, "", from, to));
        return i + 1 - start;
    }

    private static bool At(string text, int i, string word) => text.AsSpan(Math.Min(i, text.Length)).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static void SkipSpaces(string text, ref int i)
    {
        for (var steps = 0; i < text.Length && text[i] is ' ' or '\u00A0' && steps < 8; steps++)
        {
            i++;
        }
    }

    /// <summary>Reads "3", "3.5s", "3,5 s", "0:03", "5 sec".</summary>
    private static bool ReadSeconds(string text, ref int i, out double seconds, out bool unit)
    {
        SkipSpaces(text, ref i);
        seconds = 0;
        unit = false;
        var start = i;
        while (i < text.Length && i - start < 8 && (char.IsAsciiDigit(text[i]) || i > start && text[i] is '.' or ',' or ':'))
        {
            i++;
        }

        if (i == start)
        {
            return false;
        }

        var number = text[start..i].Replace(',', '.');
        var colon = number.IndexOf(':', StringComparison.Ordinal);
        double minutes = 0;
        if (colon >= 0 && !double.TryParse(number.AsSpan(0, colon), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out minutes) ||
            !double.TryParse(number.AsSpan(colon + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds))
        {
            return false;
        }

        seconds += minutes * 60;
        unit = colon >= 0;
        var beforeUnit = i;
        SkipSpaces(text, ref i);
        foreach (var name in (ReadOnlySpan<string>)["seconds", "secondes", "secs", "sec", "s"])
        {
            if (At(text, i, name))
            {
                i += name.Length;
                unit = true;
                return true;
            }
        }

        i = beforeUnit;
        return true;
    }
}
