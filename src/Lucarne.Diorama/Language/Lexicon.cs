namespace Lucarne.Diorama.Language;

/// <summary>Every form of every word in one language, with its readings.</summary>
/// <remarks>
/// Forms are made from the dictionary forms when the lexicon is loaded, so that looking a word up is one dictionary access
/// and a form carries its features. Words of several tokens are found longest first.
/// </remarks>
internal sealed class Lexicon
{
    private readonly Dictionary<string, Sense[]> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sense[]> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);

    public static Lexicon English { get; } = new("en");

    public static Lexicon French { get; } = new("fr");

    public string Language { get; }

    private Lexicon(string language)
    {
        Language = language;
        var french = language == "fr";
        var irregular = LexiconFile.Read($"irregular-verbs-{language}", 2).ToDictionary(line => line.Cells[0], line => line.Words(1), StringComparer.Ordinal);
        foreach (var concept in Vocabulary.Concepts)
        {
            foreach (var word in concept.Words[language])
            {
                if (concept.Kind == ConceptKind.Action)
                {
                    AddVerb(word, concept.Name, irregular);
                    continue;
                }

                Add(word, new(WordClass.Noun, concept.Name));
                foreach (var plural in french ? FrenchForms.Plurals(word) : [EnglishForms.Plural(word)])
                {
                    if (plural != word)
                    {
                        Add(plural, new(WordClass.Noun, concept.Name, 0, WordForm.Plural));
                    }
                }
            }

            foreach (var symbol in concept.Words["en"].Where(IsPictograph))
            {
                Add(symbol, new(WordClass.Noun, concept.Name));
            }
        }

        foreach (var prefix in (ReadOnlySpan<string>)["modifiers", "film", "grammar"])
        {
            foreach (var line in LexiconFile.Read(prefix, 3))
            {
                AddClassLine(line, french);
            }
        }

        foreach (var (key, senses) in _exact)
        {
            var folded = Characters.Fold(key);
            if (folded != key && !_exact.ContainsKey(folded))
            {
                _folded.TryAdd(folded, senses);
            }

            if (key.IndexOf(' ', StringComparison.Ordinal) is var space and > 0)
            {
                var first = Characters.Fold(key[..space]);
                _longest[first] = Math.Max(_longest.GetValueOrDefault(first, 1), key.AsSpan().Count(' ') + 1);
            }
        }
    }

    /// <summary>The readings of one word or phrase of tokens joined by spaces; an accent left out is forgiven.</summary>
    public Sense[]? Find(string key) =>
        _exact.TryGetValue(key, out var senses) || _folded.TryGetValue(Characters.Fold(key), out senses) ? senses : null;

    /// <summary>The number of tokens of the longest entry that starts with that token.</summary>
    public int LongestFrom(string firstKey) => _longest.GetValueOrDefault(Characters.Fold(firstKey), 1);

    private static bool IsPictograph(string word) => Tokenizer.Tokenize(word) is [{ Kind: TokenKind.Pictograph }, ..];

    private void AddClassLine(LexiconFile.Line line, bool french)
    {
        var head = line.Cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!Enum.TryParse<WordClass>(head[0], ignoreCase: true, out var wordClass))
        {
            throw new InvalidDataException($"{line.File}, line {line.Number}: there is no word class \"{head[0]}\"");
        }

        var concept = head.Length > 1 ? head[1] : "";
        var value = head.Length > 2 ? line.NumberAt(head[2]) : 0;
        var agrees = french && wordClass is WordClass.Colour or WordClass.Size or WordClass.Quality or WordClass.Material or WordClass.Weather;
        foreach (var word in line.Words(french ? 2 : 1))
        {
            var plural = word.StartsWith('+');
            var bare = plural ? word[1..] : word;
            foreach (var form in agrees ? Agreements(bare) : [bare])
            {
                Add(form, new(wordClass, concept, value, plural ? WordForm.Plural : WordForm.None));
            }

            if (wordClass == WordClass.Collective)
            {
                foreach (var many in french ? FrenchForms.Plurals(bare) : [EnglishForms.Plural(bare)])
                {
                    Add(many, new(wordClass, concept, value * 2, WordForm.Plural));
                }
            }
        }
    }

    private static IEnumerable<string> Agreements(string adjective)
    {
        var space = adjective.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return FrenchForms.Adjective(adjective).Distinct(StringComparer.Ordinal);
        }

        return adjective.Contains('/', StringComparison.Ordinal)
            ? throw new InvalidDataException($"\"{adjective}\": a phrase takes no irregular feminine; list its forms")
            : FrenchForms.Adjective(adjective[..space]).Select(form => form + adjective[space..]).Append(adjective).Distinct(StringComparer.Ordinal);
    }

    private void AddVerb(string verb, string concept, Dictionary<string, string[]> irregular)
    {
        var own = verb.IndexOf('>', StringComparison.Ordinal);
        var (word, direction) = own < 0 ? (verb, null) : (verb[..own], verb[(own + 1)..]);
        if (Language == "fr")
        {
            // The reflexive pronoun stands apart in a sentence, where it is a function word.
            word = word.StartsWith("se ", StringComparison.Ordinal) ? word[3..] : word.StartsWith("s'", StringComparison.Ordinal) ? word[2..] : word;
        }

        foreach (var (form, feature) in Language == "fr" ? FrenchForms.Verb(word, irregular) : EnglishForms.Verb(word, irregular))
        {
            Add(form, new(WordClass.Verb, concept, 0, feature, direction));
        }
    }

    private void Add(string word, Sense sense)
    {
        var key = Tokenizer.Keys(word);
        if (key.Length == 0)
        {
            throw new InvalidDataException($"\"{word}\" holds no word");
        }

        if (!_exact.TryGetValue(key, out var senses))
        {
            _exact.Add(key, [sense]);
        }
        else if (!senses.Contains(sense))
        {
            _exact[key] = [.. senses, sense];
        }
    }
}
