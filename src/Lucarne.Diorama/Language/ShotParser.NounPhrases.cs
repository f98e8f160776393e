namespace Lucarne.Diorama.Language;

internal sealed partial class ShotParser
{
    private const int ManyBySmall = 8;
    private const int ManyByLarge = 4;
    private const int ManyInPlace = 40;
    private const float SurfaceOnlyBelowMetres = 0.35f;

    /// <summary>What is read before the head of a noun phrase.</summary>
    private sealed class Before
    {
        public bool Determined;
        public bool Definite;
        public bool Possessive;
        public bool Plural;
        public int? Count;
        public Sense? Collective;
        public Item? CollectiveItem;
        public AttributesDraft Attributes { get; } = new();
        public List<Item> Modifiers { get; } = [];
        public List<(Item Item, Sense Verb)> Participles { get; } = [];
        public List<(Item Item, string Concept)> NounModifiers { get; } = [];
        public bool Effect;
        public bool Any => Determined || Possessive || Count is not null || Collective is not null || Modifiers.Count > 0 || Participles.Count > 0 || Effect || NounModifiers.Count > 0;
    }

    private static readonly WordClass[] ModifierClasses = [WordClass.Colour, WordClass.Material, WordClass.Size, WordClass.Quality];

    private static Sense? ModifierOf(Item item)
    {
        foreach (var sense in item.Senses)
        {
            if (ModifierClasses.Contains(sense.Class))
            {
                return sense;
            }
        }

        return null;
    }

    private static bool IsEffect(Item item) => item.Has(WordClass.Time) || item.Has(WordClass.Weather) || item.Has(WordClass.Style);

    /// <summary>Whether a noun comes next, past adjectives, so that the word before it belongs to its phrase.</summary>
    private bool NounFollows(int index)
    {
        for (var steps = 0; steps < LookAhead && At(index) is { IsWord: true } item; steps++, index++)
        {
            if (item.Has(WordClass.Preposition) && ModifierOf(item) is null)
            {
                return false;
            }

            if (item.Has(WordClass.Noun) || item.Has(WordClass.Collective))
            {
                return !PrefersVerb(index);
            }

            var passes = ModifierOf(item) is not null || item.Has(WordClass.Weather) || item.Has(WordClass.Time) || item.Has(WordClass.Style) ||
                (item.Has(WordClass.And) && steps > 0) || item.Is(WordClass.Function, "article") || (!_french && item.As(WordClass.Verb) is { Form: WordForm.Gerund or WordForm.Past });
            if (!passes || item.Has(WordClass.Preposition))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A word that is a noun and a verb, right after a noun: "a woman waves", "two dogs race".</summary>
    private bool PrefersVerb(int index)
    {
        if (At(index)?.As(WordClass.Verb) is not { } verb || At(index - 1) is not { } before)
        {
            return false;
        }

        if (before.Has(WordClass.Determiner) || before.Has(WordClass.Possessive) || before.Has(WordClass.Number) || before.Has(WordClass.Preposition) || before.Has(WordClass.Of) ||
            before.Token.Kind == TokenKind.Number || (ModifierOf(before) is not null && !before.Has(WordClass.Noun)))
        {
            return false;
        }

        if (before.As(WordClass.Noun) is { } noun)
        {
            return Vocabulary.Find(noun.Concept)?.Kind != ConceptKind.Place &&
                (verb.Form.HasFlag(WordForm.Finite) || (verb.Form.HasFlag(WordForm.Base) && noun.Form.HasFlag(WordForm.Plural)) || verb.Form.HasFlag(WordForm.Gerund));
        }

        return before.Has(WordClass.Relative) || before.Has(WordClass.Pronoun) || before.Has(WordClass.Auxiliary) || before.Has(WordClass.Anaphor);
    }

    /// <summary>Reads a noun phrase at the current item; null, with nothing consumed, when there is none.</summary>
    /// <param name="preposition">The preposition before it; null for none.</param>
    private Phrase? ReadNounPhrase(string? preposition = null)
    {
        var start = _i;
        var before = new Before();
        for (; At(_i) is { } item; _i++)
        {
            if (item.Token.Kind == TokenKind.Handle)
            {
                _i++;
                return CastPhrase(item, before);
            }

            if (item.Token.Kind == TokenKind.Punctuation)
            {
                if (item.Token.Key == "," && before.Modifiers.Count > 0 && At(_i + 1) is { } next && ModifierOf(next) is not null && !next.Has(WordClass.Determiner) && NounFollows(_i + 2))
                {
                    continue;
                }

                break;
            }

            if (item.Token.Kind == TokenKind.Number)
            {
                if (HasAt(_i + 1, WordClass.Measure))
                {
                    item.Ignored = true;
                    _items[++_i].Ignored = true;
                    continue;
                }

                before.Count = (int)Math.Clamp(item.Token.From, 1, PromptReader.MaxCount);
                item.Mark("count", item.Token.Key);
                continue;
            }

            if (!item.IsWord)
            {
                break;
            }

            if (item.Senses.Length == 0)
            {
                if (before.Any && NounFollows(_i + 1))
                {
                    continue;
                }

                if (before.Any)
                {
                    _i++;
                    return UnknownPhrase(before);
                }

                break;
            }

            if (HeadAt(_i) is { } head)
            {
                _i++;
                return Complete(item, head, before, preposition, start);
            }

            if (!ReadBefore(item, before))
            {
                break;
            }
        }

        return Headless(start, before);
    }

    /// <summary>Reads one word before the head; false when it does not belong to the phrase.</summary>
    private bool ReadBefore(Item item, Before before)
    {
        if (item.As(WordClass.Collective) is { } collective)
        {
            before.Collective = collective;
            before.CollectiveItem = item;
            return true;
        }

        if (item.As(WordClass.Quantifier) is { } quantifier && (NounFollows(_i + 1) || HasAt(_i + 1, WordClass.Determiner)))
        {
            before.Count = (int)quantifier.Value;
            item.Mark("count", quantifier.Concept);
            return true;
        }

        if (item.As(WordClass.Number) is { } number && (NounFollows(_i + 1) || HasAt(_i + 1, WordClass.Number) || At(_i + 1) is { IsWord: true, Senses.Length: 0 }))
        {
            before.Count = before.Count is { } tens && tens > number.Value ? tens + (int)number.Value : before.Count is { } units && number.Value >= 100 ? (int)(units * number.Value) : (int)number.Value;
            item.Mark("count", number.Concept);
            return true;
        }

        if (item.As(WordClass.Determiner) is { } determiner && before is { Modifiers.Count: 0, Participles.Count: 0 })
        {
            item.Ignored = true;
            before.Determined = true;
            before.Definite |= determiner.Concept == "definite";
            before.Plural |= determiner.Form.HasFlag(WordForm.Plural);
            return true;
        }

        if (item.As(WordClass.Possessive) is { } possessive && !before.Any)
        {
            item.Ignored = true;
            before.Possessive = true;
            before.Plural |= possessive.Form.HasFlag(WordForm.Plural);
            return true;
        }

        if (item.Is(WordClass.Function, "article") && before.Any)
        {
            item.Ignored = true;
            return true;
        }

        if (item.Has(WordClass.And) && before.Modifiers.Count > 0 && At(_i + 1) is { } other && ModifierOf(other) is not null && NounFollows(_i + 1))
        {
            item.Ignored = true;
            return true;
        }

        if (item.Is(WordClass.Style, "black-and-white") && NounFollows(_i + 1))
        {
            before.Attributes.Colours.AddRange(["black", "white"]);
            item.Mark("colour", "black");
            before.Modifiers.Add(item);
            return true;
        }

        if (IsEffect(item) && ModifierOf(item) is null)
        {
            Effect(item, before);
            before.Effect = true;
            return true;
        }

        if (ModifierOf(item) is { } modifier)
        {
            Modify(item, modifier, before.Attributes);
            before.Modifiers.Add(item);
            return true;
        }

        if (item.As(WordClass.Verb) is { Form: WordForm.Gerund or WordForm.Past } participle && NounFollows(_i + 1) && (before.Any || !_verbSeen && _last is null))
        {
            before.Participles.Add((item, participle));
            item.Mark("action", participle.Concept);
            return true;
        }

        if (item.As(WordClass.Noun) is { } noun)
        {
            before.NounModifiers.Add((item, noun.Concept));
            return true;
        }

        return false;
    }

    /// <summary>The noun reading of an item that is the head of its phrase; null when it only modifies the noun after it.</summary>
    private Sense? HeadAt(int index)
    {
        var item = _items[index];
        if (item.As(WordClass.Noun) is not { } noun)
        {
            return null;
        }

        var next = At(index + 1);
        if (item.Has(WordClass.Preposition) && !(HasAt(index - 1, WordClass.Determiner) || HasAt(index - 1, WordClass.Number) || HasAt(index - 1, WordClass.Possessive)))
        {
            return null;
        }

        if ((item.Has(WordClass.Possessive) || item.Has(WordClass.Determiner)) && next is { IsWord: true } && (next.Senses.Length == 0 || NounFollows(index + 1)))
        {
            return null;
        }

        if (next is null || !next.IsWord)
        {
            return noun;
        }

        if (ModifierOf(item) is not null)
        {
            return NounFollows(index + 1) ? null : noun;
        }

        if (_french || noun.Form.HasFlag(WordForm.Plural) || item.Token.Kind == TokenKind.Pictograph)
        {
            return noun;
        }

        return next.Has(WordClass.Noun) && !PrefersVerb(index + 1) && !next.Has(WordClass.Preposition) && next.Token.Kind != TokenKind.Pictograph &&
            ModifierOf(next) is not { Class: WordClass.Colour } ? null : noun;
    }

    private static void Modify(Item item, Sense modifier, AttributesDraft attributes)
    {
        switch (modifier.Class)
        {
            case WordClass.Colour:
                attributes.Colours.Add(modifier.Concept);
                break;
            case WordClass.Material:
                attributes.Material ??= modifier.Concept;
                break;
            case WordClass.Size:
                attributes.SizeScale = Math.Clamp((attributes.SizeScale ?? 1) * modifier.Value, 0.1f, 4f);
                break;
            default:
                attributes.Qualities.Add(modifier.Concept);
                break;
        }

        item.Mark(KindOf(modifier.Class), modifier.Concept);
    }

    private static string KindOf(WordClass wordClass) => wordClass switch
    {
        WordClass.Colour => "colour",
        WordClass.Material => "material",
        WordClass.Size => "size",
        _ => "quality",
    };

    private static Phrase UnknownPhrase(Before before)
    {
        before.Modifiers.ForEach(item => item.NotShown = true);
        return new Phrase { Unknown = true };
    }

    /// <summary>A phrase that ends without a noun: an effect ("heavy rain"), a lone collective ("a crowd"), stray adjectives.</summary>
    private Phrase? Headless(int start, Before before)
    {
        if (before.Collective is { } collective && Vocabulary.Find(collective.Concept == "crowd" || collective.Concept == "family" ? "person" : CollectiveMember(collective)) is { } member)
        {
            before.Count ??= (int)collective.Value;
            before.Attributes.Qualities.Add(collective.Concept);
            var subject = FindOrCreate(before.CollectiveItem!, member.Name, before, plural: true);
            var phrase = new Phrase();
            phrase.Subjects.Add(subject);
            before.CollectiveItem!.Mark("subject", member.Name);
            return phrase;
        }

        if (before.Effect)
        {
            before.Modifiers.ForEach(item => item.MarkAs("weather", item.Concept));
            return new Phrase { Effect = true };
        }

        if (HasAt(_i, WordClass.Camera) || HasAt(_i, WordClass.CameraNoun))
        {
            if (before.Modifiers.Count > 0)
            {
                CameraSpeed(before);
            }

            return null;
        }

        if (before.Modifiers.Count > 0)
        {
            if (At(start - 1)?.SpanKind == "camera")
            {
                CameraSpeed(before);
            }
            else
            {
                Attach(before);
            }

            return null;
        }

        if (!before.Any)
        {
            _i = start;
        }

        return null;
    }

    private static string CollectiveMember(Sense collective) => collective.Concept switch
    {
        "flock" => "bird",
        "school" => "fish",
        "herd" => "cow",
        "swarm" => "bee",
        "bouquet" => "flower",
        _ => "thing",
    };

    /// <summary>Adjectives after a verb of being, after their noun, or alone.</summary>
    private void Attach(Before before)
    {
        var target = _copula ? _actors.LastOrDefault() : _last?.Subjects.LastOrDefault();
        if (target is not null)
        {
            foreach (var subject in _copula ? _actors : _last!.Subjects)
            {
                subject.Attributes.Add(before.Attributes);
            }

            return;
        }

        foreach (var style in before.Modifiers.Select(item => item.As(WordClass.Style)).OfType<Sense>())
        {
            AddStyle(style.Concept);
        }

        if (_shot.Setting is null && _actors.Count == 0)
        {
            before.Modifiers.ForEach(item => item.NotShown |= !item.Has(WordClass.Style));
            return;
        }

        if (_actors.LastOrDefault() is null || _last?.Place is not null)
        {
            _shot.SettingAttributes.Qualities.AddRange(before.Attributes.Qualities);
        }

        if (_last?.Place is not null || (_copula && _actor == Actor.Place))
        {
            _shot.SettingAttributes.Add(before.Attributes);
        }
        else if (_actors.LastOrDefault() is { } actor)
        {
            actor.Attributes.Add(before.Attributes);
        }
        else
        {
            foreach (var item in before.Modifiers.Where(item => item.SpanKind is "colour" or "material" or "size"))
            {
                item.NotShown = true;
            }
        }
    }

    private Phrase CastPhrase(Item item, Before before)
    {
        var phrase = new Phrase();
        var subject = _registry.WithHandle(item.Token.Key) ?? _registry.Create("person", _text[item.Start..item.End], 1, _shot.IsFull, item.Token.Key);
        subject.Attributes.Add(before.Attributes);
        item.Mark("cast", item.Token.Key);
        _shot.Add(subject);
        phrase.Subjects.Add(subject);
        return phrase;
    }
}
