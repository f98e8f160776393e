namespace Lucarne.Diorama.Language;

/// <summary>Makes the inflected forms of French words, so that the lexicon holds every form with its features.</summary>
internal static class FrenchForms
{
    private static readonly string[] Linking = ["de", "d'", "à", "en", "du", "des", "au", "aux", "la", "le", "l'", "sur", "sans"];

    /// <summary>The plurals of a noun or noun phrase: on the first word ("boules de neige") and on all that agree ("petits pois").</summary>
    public static IEnumerable<string> Plurals(string noun)
    {
        var words = noun.Split(' ');
        if (words.Length == 1)
        {
            foreach (var plural in PluralsOfWord(noun))
            {
                yield return plural;
            }

            yield break;
        }

        var first = PluralOf(words[0]);
        yield return string.Join(' ', words.Skip(1).Prepend(first));
        var link = Array.FindIndex(words, word => Linking.Contains(word));
        var agreeing = link < 0 ? words.Length : link;
        if (agreeing > 1)
        {
            yield return string.Join(' ', words.Select((word, i) => i < agreeing ? PluralOf(word) : word));
        }
    }

    /// <summary>The forms of an adjective: both genders, both numbers. An irregular feminine follows a slash: "blanc/blanche".</summary>
    public static IEnumerable<string> Adjective(string adjective)
    {
        var slash = adjective.IndexOf('/', StringComparison.Ordinal);
        var masculine = slash < 0 ? adjective : adjective[..slash];
        var feminine = slash >= 0 ? adjective[(slash + 1)..] : Feminine(masculine);
        yield return masculine;
        yield return feminine;
        yield return PluralOf(masculine);
        yield return PluralOf(feminine);
    }

    /// <summary>The forms of a verb: infinitive, present, imperfect, future, both participles.</summary>
    /// <param name="verb">Infinitive, with what follows it in a set phrase ("faire tomber").</param>
    /// <param name="irregular">Third person singular, third plural, present participle, past participle, by infinitive.</param>
    public static IEnumerable<(string Form, WordForm Feature)> Verb(string verb, IReadOnlyDictionary<string, string[]> irregular)
    {
        var space = verb.IndexOf(' ', StringComparison.Ordinal);
        var (word, tail) = space < 0 ? (verb, "") : (verb[..space], verb[space..]);
        yield return (verb, WordForm.Base);
        foreach (var (form, feature) in Conjugate(word, irregular))
        {
            yield return (form + tail, feature);
        }
    }

    private static IEnumerable<(string Form, WordForm Feature)> Conjugate(string word, IReadOnlyDictionary<string, string[]> irregular)
    {
        string present, plural, gerund, past;
        if (irregular.TryGetValue(word, out var forms) && forms.Length == 4)
        {
            (present, plural, gerund, past) = (forms[0], forms[1], forms[2], forms[3]);
        }
        else if (word.EndsWith("er", StringComparison.Ordinal))
        {
            var stem = word[..^2];
            var soft = stem[^1] switch { 'g' => stem + "e", 'c' => stem[..^1] + "ç", _ => stem };
            (present, plural, gerund, past) = (stem + "e", stem + "ent", soft + "ant", stem + "é");
            foreach (var strong in StrongStems(stem))
            {
                yield return (strong + "e", WordForm.Finite);
                yield return (strong + "ent", WordForm.Finite | WordForm.Plural);
            }
        }
        else if (word.EndsWith("ir", StringComparison.Ordinal))
        {
            var stem = word[..^1];
            (present, plural, gerund, past) = (stem + "t", stem + "ssent", stem + "ssant", stem);
        }
        else if (word.EndsWith("re", StringComparison.Ordinal))
        {
            var stem = word[..^2];
            (present, plural, gerund, past) = (stem, stem + "ent", stem + "ant", stem + "u");
        }
        else
        {
            yield break;
        }

        yield return (present, WordForm.Finite);
        yield return (plural, WordForm.Finite | WordForm.Plural);
        yield return (gerund, WordForm.Gerund);
        var imperfect = gerund[..^3];
        yield return (imperfect + "ait", WordForm.Finite);
        yield return (imperfect + "aient", WordForm.Finite | WordForm.Plural);
        var future = word[^1] == 'e' ? word[..^1] : word;
        yield return (future + "a", WordForm.Finite);
        yield return (future + "ont", WordForm.Finite | WordForm.Plural);
        foreach (var form in Adjective(past).Distinct(StringComparer.Ordinal))
        {
            yield return (form, WordForm.Past);
        }
    }

    /// <summary>"lever" → "lèv", "répéter" → "répèt", "jeter" → "jett", "essuyer" → "essui".</summary>
    private static IEnumerable<string> StrongStems(string stem)
    {
        if (stem.Length < 3)
        {
            yield break;
        }

        if (stem[^1] == 'y')
        {
            yield return stem[..^1] + "i";
        }
        else if (stem[^2] is 'e' or 'é' && stem[^1] is not ('e' or 'é'))
        {
            yield return stem[..^2] + "è" + stem[^1];
            if (stem[^1] is 'l' or 't')
            {
                yield return stem + stem[^1];
            }
        }
    }

    private static string Feminine(string masculine) => masculine switch
    {
        [.., 'e'] => masculine,
        [.., 'e', 'u', 'x'] => masculine[..^1] + "se",
        [.., 'i', 'f'] => masculine[..^1] + "ve",
        [.., 'e', 'r'] => masculine[..^2] + "ère",
        [.., 'e', 'l'] or [.., 'e', 'i', 'l'] or [.., 'i', 'e', 'n'] or [.., 'o', 'n'] or [.., 'e', 't'] => masculine + masculine[^1] + "e",
        _ => masculine + "e",
    };

    private static string PluralOf(string word) => PluralsOfWord(word).First();

    private static IEnumerable<string> PluralsOfWord(string word)
    {
        switch (word)
        {
            case "œil":
                yield return "yeux";
                break;
            case "monsieur":
                yield return "messieurs";
                break;
            case [.., 's'] or [.., 'x'] or [.., 'z']:
                yield return word;
                break;
            case "bal" or "carnaval" or "festival" or "chacal" or "récital":
                yield return word + "s";
                break;
            case [.., 'a', 'l']:
                yield return word[..^1] + "ux";
                yield return word + "s";
                break;
            case [.., 'a', 'u'] or [.., 'e', 'u'] or "bijou" or "caillou" or "chou" or "genou" or "hibou" or "joujou":
                yield return word + "x";
                yield return word + "s";
                break;
            case "vitrail" or "travail" or "corail":
                yield return word[..^2] + "aux";
                break;
            default:
                yield return word + "s";
                break;
        }
    }
}
