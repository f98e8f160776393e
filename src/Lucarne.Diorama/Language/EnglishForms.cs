namespace Lucarne.Diorama.Language;

/// <summary>Makes the inflected forms of English words, so that the lexicon holds every form with its features.</summary>
internal static class EnglishForms
{
    private static readonly Dictionary<string, string> IrregularPlurals = new(StringComparer.Ordinal)
    {
        ["man"] = "men",
        ["woman"] = "women",
        ["child"] = "children",
        ["person"] = "people",
        ["foot"] = "feet",
        ["tooth"] = "teeth",
        ["goose"] = "geese",
        ["mouse"] = "mice",
        ["ox"] = "oxen",
        ["sheep"] = "sheep",
        ["deer"] = "deer",
        ["fish"] = "fish",
        ["die"] = "dice",
        ["leaf"] = "leaves",
        ["wolf"] = "wolves",
        ["knife"] = "knives",
        ["calf"] = "calves",
        ["elf"] = "elves",
        ["shelf"] = "shelves",
        ["bookshelf"] = "bookshelves",
        ["thief"] = "thieves",
        ["loaf"] = "loaves",
        ["wife"] = "wives",
        ["dwarf"] = "dwarves",
        ["hoof"] = "hooves",
        ["spacecraft"] = "spacecraft",
        ["aircraft"] = "aircraft",
        ["cactus"] = "cacti",
        ["octopus"] = "octopuses",
        ["jellyfish"] = "jellyfish",
        ["starfish"] = "starfish",
        ["goldfish"] = "goldfish",
        ["bison"] = "bison",
        ["reindeer"] = "reindeer",
        ["snowman"] = "snowmen",
        ["fisherman"] = "fishermen",
        ["fireman"] = "firemen",
        ["policeman"] = "policemen",
        ["potato"] = "potatoes",
        ["tomato"] = "tomatoes",
        ["piano"] = "pianos",
        ["domino"] = "dominoes",
        ["volcano"] = "volcanoes",
        ["hero"] = "heroes",
        ["mango"] = "mangoes",
        ["tornado"] = "tornadoes",
        ["torpedo"] = "torpedoes",
        ["buffalo"] = "buffaloes",
        ["mosquito"] = "mosquitoes",
        ["echo"] = "echoes",
    };

    /// <summary>The plural of a noun or noun phrase: the last word carries it.</summary>
    public static string Plural(string noun)
    {
        var space = noun.LastIndexOf(' ') + 1;
        var (head, word) = (noun[..space], noun[space..]);
        if (IrregularPlurals.TryGetValue(word, out var irregular))
        {
            return head + irregular;
        }

        return head + (word switch
        {
            [.., 'y'] when word.Length > 1 && !IsVowel(word[^2]) => word[..^1] + "ies",
            [.., 's'] or [.., 'x'] or [.., 'z'] or [.., 'c', 'h'] or [.., 's', 'h'] => word + "es",
            _ => word + "s",
        });
    }

    /// <summary>The forms of a verb or phrasal verb ("knock over"): the first word carries them.</summary>
    /// <param name="verb">Base form.</param>
    /// <param name="irregular">Past and past participle where they are irregular, by base form.</param>
    public static IEnumerable<(string Form, WordForm Feature)> Verb(string verb, IReadOnlyDictionary<string, string[]> irregular)
    {
        var space = verb.IndexOf(' ', StringComparison.Ordinal);
        var (word, tail) = space < 0 ? (verb, "") : (verb[..space], verb[space..]);
        yield return (word + tail, WordForm.Base);
        yield return (word switch
        {
            "do" => "does",
            "go" => "goes",
            "have" => "has",
            _ => Plural(word) is var plural && IrregularPlurals.ContainsKey(word) ? word + (word is "fish" ? "es" : "s") : plural,
        } + tail, WordForm.Finite);
        var stem = word switch
        {
            [.., 'i', 'e'] => word[..^2] + "y",
            [.., 'e'] when word.Length > 2 && word[^2] is not ('e' or 'o' or 'y') => word[..^1],
            _ => word,
        };
        yield return (stem + "ing" + tail, WordForm.Gerund);
        var doubled = word + word[^1];
        if (Doubles(word) || word[^1] == 'l')
        {
            yield return (doubled + "ing" + tail, WordForm.Gerund);
        }

        if (irregular.TryGetValue(word, out var forms))
        {
            foreach (var form in forms)
            {
                yield return (form + tail, WordForm.Past);
            }

            yield break;
        }

        yield return (word switch
        {
            [.., 'e'] => word + "d",
            [.., 'y'] when word.Length > 1 && !IsVowel(word[^2]) => word[..^1] + "ied",
            _ => Doubles(word) ? doubled + "ed" : word + "ed",
        } + tail, WordForm.Past);
        if (word[^1] == 'l')
        {
            yield return (doubled + "ed" + tail, WordForm.Past);
        }
    }

    /// <summary>One syllable that ends consonant, vowel, consonant: "slip", "hop".</summary>
    private static bool Doubles(string word)
    {
        if (word.Length < 3 || IsVowel(word[^1]) || word[^1] is 'w' or 'x' or 'y' or 'h' || !IsVowel(word[^2]) || IsVowel(word[^3]) && !(word.Length > 3 && word[^3] == 'u' && word[^4] == 'q'))
        {
            return false;
        }

        var syllables = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1])))
            {
                syllables++;
            }
        }

        return syllables == 1 || word[..^3] is "be" or "eq" || word is "begin" or "upset" or "forget";
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
