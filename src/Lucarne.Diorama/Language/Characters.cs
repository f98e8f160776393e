using System.Text;

namespace Lucarne.Diorama.Language;

/// <summary>Character work that the lexicon and the tokeniser share: cleaning, composing, folding.</summary>
/// <remarks>
/// The runtime runs with invariant globalization, where <see cref="string.Normalize()"/> leaves non-ASCII text as it is;
/// the composition of the Latin letters of English and French is therefore done here.
/// </remarks>
internal static class Characters
{
    private const string Bases = "aeiouyncAEIOUYNC";

    /// <summary>Removes what must not reach a page or a log: control characters except line feeds, bidirectional overrides, lone surrogates. Tabs become spaces; the ends are trimmed.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c))
            {
                if (i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    clean.Append(c).Append(text[++i]);
                }
            }
            else if (c is '\t' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                clean.Append(' ');
            }
            else if (c == '\n' || !(char.IsLowSurrogate(c) || char.IsControl(c) || IsInvisible(c)))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Lower case, with base letter + combining mark composed ("e" + U+0301 becomes "é") and the typographic apostrophe made plain.</summary>
    public static string Key(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (c is >= '\u0300' and <= '\u036F' && length > 0)
            {
                var composed = Compose(buffer[length - 1], c);
                if (composed != '\0')
                {
                    buffer[length - 1] = char.ToLowerInvariant(composed);
                }
            }
            else
            {
                buffer[length++] = c is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);
            }
        }

        return new string(buffer[..length]);
    }

    /// <summary>A key without its accents, so that "foret" finds "forêt".</summary>
    public static string Fold(string key)
    {
        var plain = true;
        foreach (var c in key)
        {
            plain &= c < 0x80;
        }

        if (plain)
        {
            return key;
        }

        var folded = new StringBuilder(key.Length + 2);
        foreach (var c in key)
        {
            _ = c switch
            {
                'à' or 'â' or 'ä' or 'á' or 'ã' => folded.Append('a'),
                'é' or 'è' or 'ê' or 'ë' => folded.Append('e'),
                'î' or 'ï' or 'í' => folded.Append('i'),
                'ô' or 'ö' or 'ó' => folded.Append('o'),
                'ù' or 'û' or 'ü' or 'ú' => folded.Append('u'),
                'ÿ' => folded.Append('y'),
                'ç' => folded.Append('c'),
                'ñ' => folded.Append('n'),
                'œ' => folded.Append("oe"),
                'æ' => folded.Append("ae"),
                _ => folded.Append(c),
            };
        }

        return folded.ToString();
    }

    /// <summary>Symbols that stand for a word: emoji and pictographs, by code point.</summary>
    public static bool IsPictograph(int codePoint) =>
        codePoint is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF) or (>= 0x2300 and <= 0x23FF);

    /// <summary>Code points that only modify the pictograph before them: variation selectors, joiners, skin tones, gender signs after a joiner.</summary>
    public static bool ModifiesPictograph(int codePoint) =>
        codePoint is 0xFE0E or 0xFE0F or 0x200D or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F);

    private static bool IsInvisible(char c) =>
        c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u00AD' or '\uFFFE' or '\uFFFF';

    private static char Compose(char letter, char mark)
    {
        var row = mark switch
        {
            '\u0300' => "àèìòù\0\0\0ÀÈÌÒÙ\0\0\0",
            '\u0301' => "áéíóúý\0\0ÁÉÍÓÚÝ\0\0",
            '\u0302' => "âêîôû\0\0\0ÂÊÎÔÛ\0\0\0",
            '\u0303' => "ã\0\0õ\0\0ñ\0Ã\0\0Õ\0\0Ñ\0",
            '\u0308' => "äëïöüÿ\0\0ÄËÏÖÜŸ\0\0",
            '\u0327' => "\0\0\0\0\0\0\0ç\0\0\0\0\0\0\0Ç",
            _ => null,
        };
        var column = Bases.IndexOf(letter, StringComparison.Ordinal);
        return row is null || column < 0 ? '\0' : row[column];
    }
}
