using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Search;

/// <summary>Finds the words that a mistyped one may have meant.</summary>
internal static class Typos
{
    private const int MostCandidates = 60;

    /// <summary>Groups of three letters, with the word's ends marked.</summary>
    public static IEnumerable<string> Grams(string word)
    {
        string marked = $"^{word}$";
        return Enumerable.Range(0, marked.Length - 2).Select(i => marked.Substring(i, 3)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Letters that may be wrong in a word: one, in words of 7 and more two.</summary>
    public static int Allowed(string word) => word.Length >= 7 ? 2 : 1;

    /// <summary>Up to three known words that are near, nearest and most used first; none for words under 4 letters.</summary>
    public static async Task<IReadOnlyList<string>> MendAsync(LucarneContext db, string word, CancellationToken cancel)
    {
        if (word.Length < 4 || !word.All(char.IsLetter))
        {
            return [];
        }

        int allowed = Allowed(word);
        string[] grams = [.. Grams(word)];
        (int from, int to) = (word.Length - allowed, word.Length + allowed);
        var candidates = await db.SearchGrams.Where(g => grams.Contains(g.Gram) && g.Length >= from && g.Length <= to)
            .GroupBy(g => g.Word).Select(g => new { Word = g.Key, Shared = g.Count() })
            .OrderByDescending(g => g.Shared).ThenBy(g => g.Word).Take(MostCandidates)
            .Join(db.SearchWords, g => g.Word, w => w.Word, (g, w) => new { g.Word, w.Uses })
            .ToListAsync(cancel);
        return [.. candidates.Select(c => (c.Word, c.Uses, Distance: Distance(word, c.Word)))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance).ThenByDescending(c => c.Uses).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Take(3).Select(c => c.Word)];
    }

    /// <summary>Letters to add, drop, replace or swap with their neighbour to get from one word to the other (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        int[] older = new int[b.Length + 1];
        int[] before = [.. Enumerable.Range(0, b.Length + 1)];
        int[] row = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, before[j] + 1), before[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], older[j - 2] + 1);
                }
            }

            (older, before, row) = (before, row, older);
        }

        return before[b.Length];
    }
}
