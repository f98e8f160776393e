using System.Buffers;

namespace Lucarne.Social.Search;

/// <summary>Brings the forms of an English or French word to one stem: <c>horses</c> and <c>horse</c>, <c>chevaux</c> and <c>cheval</c>, <c>dancing</c> and <c>danced</c>.</summary>
/// <remarks>Texts and queries mix both languages and do not say which is which, so one stemmer serves both, at indexing and at asking, on every database.
/// English inflections after step 1 of M. F. Porter, "An algorithm for suffix stripping" (1980); French endings after the light stemmer of J. Savoy (1999), for words without accents.</remarks>
public static class Stemmer
{
    private const int ShortestFrench = 5;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>French endings, longest first, and what takes their place.</summary>
    private static readonly (string Ending, string Instead)[] FrenchEndings =
    [
        ("issements", "i"), ("issement", "i"), ("atrices", "at"), ("atrice", "at"), ("ateurs", "at"), ("ateur", "at"), ("euses", "eu"), ("euse", "eu"),
        ("ements", ""), ("ement", ""), ("eaux", "eau"), ("aux", "al"), ("ieres", "i"), ("iere", "i"), ("iers", "i"), ("ier", "i"), ("ives", "iv"), ("ive", "iv"), ("ifs", "iv"), ("if", "iv"),
        ("antes", ""), ("ante", ""), ("ants", ""), ("ant", ""), ("ees", ""), ("ee", ""), ("ez", ""), ("er", ""), ("es", ""), ("e", ""),
    ];

    /// <summary>The stem of one word of <see cref="SearchText.Words"/>.</summary>
    public static string Stem(string word) => word.Length < 3 || word.Any(c => c is < 'a' or > 'z') ? word : French(English(word));

    private static string English(string word)
    {
        string w = word;
        if (w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("shes", StringComparison.Ordinal) || w.EndsWith("ches", StringComparison.Ordinal) || w.EndsWith("xes", StringComparison.Ordinal))
        {
            w = w[..^2];
        }
        else if (w.EndsWith("ies", StringComparison.Ordinal) && w.Length > 4)
        {
            w = w[..^2];
        }
        else if (w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) && w.Length > 3)
        {
            w = w[..^1];
        }

        if (w.EndsWith("ied", StringComparison.Ordinal) && w.Length > 4)
        {
            w = w[..^2];
        }
        else if (w.EndsWith("ed", StringComparison.Ordinal) && HasVowel(w.AsSpan(0, w.Length - 2)) && w.Length > 4)
        {
            w = Restore(w[..^2]);
        }
        else if (w.EndsWith("ing", StringComparison.Ordinal) && HasVowel(w.AsSpan(0, w.Length - 3)) && w.Length > 5)
        {
            w = Restore(w[..^3]);
        }

        if (w.EndsWith("ly", StringComparison.Ordinal) && w.Length > 5)
        {
            w = w[..^2];
        }

        return w.Length > 3 && w[^1] == 'y' && !IsVowel(w[^2]) ? w[..^1] + 'i' : w;
    }

    /// <summary>What is left of a word without -ed or -ing, as it was: <c>hopp</c> is <c>hop</c>.</summary>
    private static string Restore(string w)
        => w.Length > 2 && w[^1] == w[^2] && !IsVowel(w[^1]) && w[^1] is not ('l' or 's' or 'z') ? w[..^1] : w;

    private static string French(string word)
    {
        string w = word.EndsWith('x') && !word.EndsWith("aux", StringComparison.Ordinal) && word.Length >= ShortestFrench ? word[..^1] : word;
        foreach ((string ending, string instead) in FrenchEndings)
        {
            if (w.Length - ending.Length >= 3 && w.EndsWith(ending, StringComparison.Ordinal))
            {
                w = w[..^ending.Length] + instead;
                break;
            }
        }

        if (w.Length > 3 && w[^1] == w[^2])
        {
            w = w[..^1];
        }

        return w;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
