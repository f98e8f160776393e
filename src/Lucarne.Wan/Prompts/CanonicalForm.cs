using System.Text;

namespace Lucarne.Wan.Prompts;

/// <summary>Unicode normalization form C.</summary>
/// <remarks>Unicode Standard Annex 15, and chapter 3.12 of the standard for Hangul. <see cref="string.Normalize()"/> leaves all but ASCII alone under invariant globalization.</remarks>
internal static class CanonicalForm
{
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28, Syllables = Leads * Vowels * Tails;

    /// <summary>Composes text; lone surrogates become U+FFFD.</summary>
    public static string Compose(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        List<int> codes = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, codes);
        }

        Order(codes);
        Join(codes);
        StringBuilder result = new(codes.Count);
        foreach (int code in codes)
        {
            result.Append(char.ConvertFromUtf32(code));
        }

        return result.ToString();
    }

    // Below U+0300 nothing combines and everything is composed.
    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c >= 0x300)
            {
                return false;
            }
        }

        return true;
    }

    private static int ClassOf(int code) => TextTables.Classes.GetValueOrDefault(code);

    private static void Decompose(int code, List<int> codes)
    {
        int syllable = code - SyllableBase;
        if (syllable is >= 0 and < Syllables)
        {
            codes.Add(LeadBase + (syllable / (Vowels * Tails)));
            codes.Add(VowelBase + (syllable % (Vowels * Tails) / Tails));
            if (syllable % Tails != 0)
            {
                codes.Add(TailBase + (syllable % Tails));
            }
        }
        else if (TextTables.Decompositions.TryGetValue(code, out int[]? parts))
        {
            foreach (int part in parts)
            {
                Decompose(part, codes);
            }
        }
        else
        {
            codes.Add(code);
        }
    }

    // Marks of a run are in order of their class; equals keep their order.
    private static void Order(List<int> codes)
    {
        for (int i = 1; i < codes.Count; i++)
        {
            int code = codes[i], rank = ClassOf(code), place = i;
            while (rank != 0 && place > 0 && ClassOf(codes[place - 1]) > rank)
            {
                codes[place] = codes[place - 1];
                place--;
            }

            codes[place] = code;
        }
    }

    private static void Join(List<int> codes)
    {
        int starter = -1, lastClass = 0, kept = 0;
        for (int i = 0; i < codes.Count; i++)
        {
            int code = codes[i], rank = ClassOf(code);
            bool reaches = starter >= 0 && (kept - 1 == starter || (lastClass != 0 && lastClass < rank));
            if (reaches && Pair(codes[starter], code) is int joined)
            {
                codes[starter] = joined;
                continue;
            }

            if (rank == 0)
            {
                starter = kept;
            }

            lastClass = rank;
            codes[kept++] = code;
        }

        codes.RemoveRange(kept, codes.Count - kept);
    }

    private static int? Pair(int first, int second)
    {
        int lead = first - LeadBase, vowel = second - VowelBase, syllable = first - SyllableBase, tail = second - TailBase;
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            return SyllableBase + (((lead * Vowels) + vowel) * Tails);
        }

        if (syllable is >= 0 and < Syllables && syllable % Tails == 0 && tail is > 0 and < Tails)
        {
            return first + tail;
        }

        return TextTables.Compositions.TryGetValue((first, second), out int joined) ? joined : null;
    }
}
