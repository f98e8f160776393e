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
            Attach(before);
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
        "flock" => "bird", "school" => "fish", "herd" => "cow", "swarm" => "bee", "bouquet" => "flower", _ => "thing",
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

        _shot.SettingAttributes.Qualities.AddRange(before.Attributes.Qualities);
        if (_last?.Place is not null || (_copula && _actor == Actor.Place))
        {
            _shot.SettingAttributes.Add(before.Attributes);
        }
        else if (_actors.LastOrDefault() is { } actor)
        {
            actor.Attributes.Colours.AddRange(before.Attributes.Colours);
            actor.Attributes.Material ??= before.Attributes.Material;
            actor.Attributes.SizeScale ??= before.Attributes.SizeScale;
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
        var subject = _registry.WithHandle(item.Token.Key) ?? _registry.Create("person", _text[item.Start..item.End], 1, item.Token.Key);
        subject.Attributes.Add(before.Attributes);
        item.Mark("cast", item.Token.Key);
        _shot.Add(subject);
        phrase.Subjects.Add(subject);
        return phrase;
    }

    /// <summary>The head is found: what follows it in the phrase, then what it stands for.</summary>
    private Phrase Complete(Item item, Sense head, Before before, string? preposition, int start)
    {
        ReadAfter(before);
        var concept = head.Concept;
        var phrase = new Phrase { Possessive = before.Possessive, AfterPreposition = preposition is not null };
        var known = Vocabulary.Find(concept)!;
        if (known.Kind == ConceptKind.Place && known.Implied.FirstOrDefault(pair => pair.Key == "above").Value is { Length: > 0 } seenAbove && preposition is not ("on" or "in" or "across" or "over" or "at" or "onto" or "toward" or "around"))
        {
            known = Vocabulary.Find(concept = seenAbove)!;
        }

        var ground = known.Implied.FirstOrDefault(pair => pair.Key == "ground").Value;
        if (ground is not null && preposition is "on" or "in" or "across" or "over" or "through" or "along" or "into" or "under" or "down" or "onto")
        {
            known = Vocabulary.Find(concept = ground!)!;
        }

        if (Vocabulary.IsA(concept, "body-part"))
        {
            item.Mark("quality", concept);
            phrase.BodyPart = concept;
            if (!before.Possessive)
            {
                phrase.Possessive = false;
            }

            return phrase;
        }

        if (known.Kind == ConceptKind.Place)
        {
            ReadPlace(item, concept, before, phrase);
        }
        else if (preposition is "on" or "across" or "along" or "over" or "onto" or "around" && Implies(known, "surface") && CanBeSurface())
        {
            ReadPlace(item, concept, before, phrase);
        }
        else
        {
            var subject = FindOrCreate(item, concept, before, head.Form.HasFlag(WordForm.Plural), start);
            phrase.Subjects.Add(subject);
        }

        foreach (var (modifier, modifierConcept) in before.NounModifiers)
        {
            NounModifier(modifier, modifierConcept, phrase);
        }

        foreach (var (participleItem, verb) in before.Participles)
        {
            Participle(participleItem, verb, phrase);
        }

        ReadComplements(phrase, known);
        return phrase;
    }

    private static bool Implies(Concept concept, string name) => concept.Implied.Any(pair => pair.Key == name);

    private bool CanBeSurface() =>
        _shot.Setting is null && _shot.Subjects.FirstOrDefault() is { } main && Vocabulary.Find(main.Concept)!.SizeMetres <= SurfaceOnlyBelowMetres;

    /// <summary>Adjectives and materials after the noun: "bleu foncé", "en bois", "of glass".</summary>
    private void ReadAfter(Before before)
    {
        for (var steps = 0; steps < LookAhead && At(_i) is { IsWord: true } next; steps++)
        {
            var material = (next.Has(WordClass.Of) || next.Is(WordClass.Preposition, "in")) && At(_i + 1) is { } stuff && (stuff.Has(WordClass.Material) || stuff.Has(WordClass.Colour) && next.Has(WordClass.Preposition))
                && !NounFollows(_i + 2) && !(stuff.Has(WordClass.Noun) && next.Has(WordClass.Preposition) && !_french);
            if (material)
            {
                next.Ignored = true;
                var sense = At(_i + 1)!.As(WordClass.Material) ?? At(_i + 1)!.As(WordClass.Colour)!.Value;
                Modify(At(_i + 1)!, sense, before.Attributes);
                _i += 2;
                continue;
            }

            if (next.Has(WordClass.And) && steps > 0 && At(_i + 1) is { } second && ModifierOf(second) is not null && !second.Has(WordClass.Verb) && !NounFollows(_i + 1))
            {
                next.Ignored = true;
                _i++;
                continue;
            }

            if (next.Is(WordClass.Function, "article") && At(_i + 1) is { } stressed && ModifierOf(stressed) is not null && _french)
            {
                next.Ignored = true;
                _i++;
                continue;
            }

            if (ModifierOf(next) is { } modifier && !next.Has(WordClass.Preposition) && !next.Has(WordClass.Manner) && !(next.Has(WordClass.Verb) && !_french) &&
                !(next.Has(WordClass.Verb) && next.As(WordClass.Verb)!.Value.Form.HasFlag(WordForm.Finite) && _actions.Count == 0 && !NounFollows(_i + 1) && modifier.Class != WordClass.Colour && IsBoundary(_i + 1) == false) &&
                (_french ? !FrenchNounNext(_i + 1) : !NounFollows(_i + 1)))
            {
                Modify(next, modifier, before.Attributes);
                _i++;
                continue;
            }

            if (_french && next.Has(WordClass.Weather) && ModifierOf(next) is null && At(_i - 1)?.Has(WordClass.Noun) == true && !next.Has(WordClass.Verb))
            {
                Effect(next, before);
                _i++;
                continue;
            }

            break;
        }
    }

    /// <summary>In French an adjective before a noun without an article is rare: only the noun itself may follow.</summary>
    private bool FrenchNounNext(int index) => At(index) is { IsWord: true } next && next.Has(WordClass.Noun) && ModifierOf(next) is null && !next.Has(WordClass.Verb);

    private void ReadPlace(Item item, string concept, Before before, Phrase phrase)
    {
        if (!_registry.CanShow(concept))
        {
            item.NotShown = true;
            item.Mark("setting", concept);
            return;
        }

        var weak = _shot.Setting is { } current && Implies(Vocabulary.Find(current)!, "weak");
        var narrower = _shot.Setting is { } known && (Vocabulary.IsA(concept, known) || Vocabulary.IsA(known, concept));
        if (_shot.Setting is null || narrower || (weak && !Implies(Vocabulary.Find(concept)!, "weak")))
        {
            _shot.Setting = narrower && Vocabulary.IsA(_shot.Setting!, concept) ? _shot.Setting : concept;
            _shot.SettingAttributes.Add(before.Attributes);
            phrase.Place = _shot.Setting;
            item.Mark("setting", concept);
            return;
        }

        var subject = FindOrCreate(item, concept, before, plural: false);
        item.MarkAs("setting", concept);
        phrase.Subjects.Add(subject);
    }

    private SubjectDraft FindOrCreate(Item item, string concept, Before before, bool plural, int start = -1)
    {
        if ((before.Definite || before.Possessive || !plural) && Known(concept, before) is { } earlier)
        {
            earlier.Attributes.Add(before.Attributes);
            _shot.Add(earlier);
            item.Mark("subject", concept);
            item.NotShown |= earlier.Hidden;
            return earlier;
        }

        var size = Vocabulary.Find(concept)!.SizeMetres;
        var many = size < 0.1f ? ManyBySmall : ManyByLarge;
        var count = before.Collective is { } collective && before.Count is null ? (int)collective.Value : before.Count ?? (plural || before.Plural ? many : 1);
        if (before.Collective is { } group)
        {
            before.Attributes.Qualities.Add(group.Concept);
            before.CollectiveItem!.Mark("count", group.Concept);
        }

        var from = start < 0 ? item.Start : _items[Math.Min(start, _items.Count - 1)].Start;
        var words = _text[from..Math.Max(item.End, from)];
        var subject = _registry.Create(concept, words.Length <= 120 ? words : _text[item.Start..item.End], count);
        foreach (var (name, value) in Vocabulary.Find(concept)!.Implied)
        {
            if (name == "material")
            {
                subject.Attributes.Material ??= value;
            }
            else if (name == "quality")
            {
                subject.Attributes.Qualities.Add(value);
            }
        }

        subject.Attributes.Add(before.Attributes);
        item.Mark("subject", concept);
        item.NotShown |= subject.Hidden;
        _shot.Add(subject);
        return subject;
    }

    /// <summary>The subject spoken of already: by "the", or the same kind again in a later shot.</summary>
    private SubjectDraft? Known(string concept, Before before)
    {
        var latest = _registry.Latest(concept, before.Attributes);
        if (latest is null || before.Definite)
        {
            return latest;
        }

        return latest.Concept == concept && !_shot.Subjects.Contains(latest) ? latest : null;
    }

    /// <summary>"forest fox", "robot dog", "tulip field": the first noun gives the place, the plants, or a quality.</summary>
    private void NounModifier(Item item, string concept, Phrase phrase)
    {
        if (Vocabulary.Find(concept)!.Kind == ConceptKind.Place && phrase.Place is null)
        {
            if (_shot.Setting is null && _registry.CanShow(concept))
            {
                _shot.Setting = concept;
            }

            item.Mark("setting", concept);
        }
        else if (phrase.Place is not null && Vocabulary.IsA(concept, "plant"))
        {
            phrase.Subjects.Add(FindOrCreate(item, concept, new Before { Count = ManyInPlace }, plural: true));
        }
        else
        {
            (phrase.Subjects.FirstOrDefault()?.Attributes ?? _shot.SettingAttributes).Qualities.Add(concept);
            item.Mark("quality", concept);
        }
    }

    /// <summary>"of" and "'s": what fills a place, what is in a container, whose it is.</summary>
    private void ReadComplements(Phrase phrase, Concept head)
    {
        if (At(_i) is { } owner && owner.Is(WordClass.Owner, "s") && phrase.Subjects.LastOrDefault() is { } possessor)
        {
            owner.Ignored = true;
            _i++;
            if (ReadNounPhrase() is { } owned)
            {
                if (owned.Subjects.FirstOrDefault() is { } thing && thing != possessor)
                {
                    Relate(thing, "with", possessor, null);
                    phrase.Subjects.Clear();
                    phrase.Subjects.Add(thing);
                }
            }

            return;
        }

        if (At(_i) is not { } of || !(of.Has(WordClass.Of) || of.Is(WordClass.Preposition, "covered")))
        {
            return;
        }

        var at = _i;
        of.Ignored = true;
        _i++;
        var content = ReadNounPhrase("of");
        if (content is null)
        {
            _i = Math.Max(_i, at + 1);
            return;
        }

        if (content.Subjects.FirstOrDefault() is not { } inner)
        {
            return;
        }

        if (phrase.Place is not null)
        {
            inner.Count = inner.Count is ManyBySmall or ManyByLarge or 1 ? ManyInPlace : inner.Count;
            phrase.Subjects.Add(inner);
        }
        else if (phrase.Subjects.FirstOrDefault() is { } outer && outer != inner)
        {
            Relate(Vocabulary.IsA(head.Name, "household") ? inner : outer, Vocabulary.IsA(head.Name, "household") ? "in" : "with", Vocabulary.IsA(head.Name, "household") ? outer : inner, null);
        }
    }
}
