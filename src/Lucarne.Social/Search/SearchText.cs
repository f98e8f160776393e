using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Lucarne.Social.Search;

/// <summary>Turns text into the words that search compares: lower case, without accents, split at everything that is neither letter nor digit.</summary>
public static class SearchText
{
    /// <summary>Most words of a text; the rest is not searched.</summary>
    public const int MaxWords = 1000;

    /// <summary>Most characters of a word; longer ones are cut.</summary>
    public const int MaxWordLength = 32;

    /// <summary>Lower-case Latin letters with marks, each above its plain letter. The runtime decomposes nothing where it runs without the data of ICU.</summary>
    private const string Marked = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưǎǐǒǔǖǘǚǜǟǡǧǩǫǭǰǵǹǻȁȃȅȇȉȋȍȏȑȓ"
        + "ȕȗșțȟȧȩȫȭȯȱȳḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘẙạảấầẩẫậắằẳẵặẹẻẽếềểễ"
        + "ệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹøđłħıŧ";

    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaiouuuuuaagkoojgnaaaeeiioorr"
        + "uusthaeooooyabbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzzhtwyaaaaaaaaaaaaeeeeeee"
        + "eiioooooooooooouuuuuuuyyyyodlhit";

    private static readonly FrozenDictionary<int, char> PlainOf = Marked.Zip(Plain).ToFrozenDictionary(pair => (int)pair.First, pair => pair.Second);

    /// <summary>The words of a text in its order.</summary>
    /// <param name="text">Any text; broken surrogates are passed over.</param>
    public static List<string> Words(string? text)
    {
        List<string> words = [];
        if (string.IsNullOrEmpty(text))
        {
            return words;
        }

        StringBuilder word = new(MaxWordLength);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark:
                    continue;
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber:
                    Append(word, rune);
                    continue;
                default:
                    End();
                    break;
            }

            if (words.Count == MaxWords)
            {
                return words;
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>Stems of the words that mean something, each once, in the text's order.</summary>
    public static string[] Stems(string? text) => [.. Words(text).Where(word => !Stopwords.Contains(word)).Select(Stemmer.Stem).Distinct(StringComparer.Ordinal)];

    private static void Append(StringBuilder word, Rune rune)
    {
        if (word.Length >= MaxWordLength)
        {
            return;
        }

        switch (rune.Value)
        {
            case 'ß':
                word.Append("ss");
                break;
            case 'æ' or 'Æ':
                word.Append("ae");
                break;
            case 'œ' or 'Œ':
                word.Append("oe");
                break;
            default:
                Rune lower = Rune.ToLowerInvariant(rune);
                word.Append(PlainOf.TryGetValue(lower.Value, out char plain) ? plain.ToString() : lower.ToString());
                break;
        }
    }
}
