namespace Lucarne.Diorama.Language;

internal sealed partial class ShotParser
{
    /// <summary>The head is found: what follows it in the phrase, then what it stands for.</summary>
    private Phrase Complete(Item item, Sense head, Before before, string? preposition, int start)
    {
        ReadAfter(before);
        var concept = Likeliest(item, head).Concept;
        var phrase = new Phrase { AfterPreposition = preposition is not null };
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

    /// <summary>Of two meanings of a noun ("ballon"), the one that floats if the next verb says that it rises.</summary>
    private Sense Likeliest(Item item, Sense head)
    {
        if (item.Senses.Count(sense => sense.Class == WordClass.Noun && sense.Form == head.Form) < 2)
        {
            return head;
        }

        Sense? verb = null;
        for (var steps = 0; steps < LookAhead && verb is null && At(_i + steps) is { IsWord: true } next; steps++)
        {
            verb = next.As(WordClass.Verb);
        }

        var rises = verb is { } motion && (Vocabulary.IsA(motion.Concept, "rise") || Vocabulary.IsA(motion.Concept, "fly") || Vocabulary.IsA(motion.Concept, "float"));
        foreach (var sense in item.Senses)
        {
            if (sense.Class == WordClass.Noun && Implies(Vocabulary.Find(sense.Concept)!, "floats") == rises)
            {
                return sense;
            }
        }

        return head;
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
            SetPlace(narrower && Vocabulary.IsA(_shot.Setting!, concept) ? _shot.Setting! : concept);
            _shot.SettingAttributes.Add(before.Attributes);
            phrase.Place = _shot.Setting;
            item.Mark("setting", concept);
            return;
        }

        var subject = FindOrCreate(item, concept, before, plural: false);
        item.MarkAs("setting", concept);
        phrase.Subjects.Add(subject);
    }

    /// <summary>Sets the place; what pointed at a vaguer one ("the sky") points at it.</summary>
    private void SetPlace(string place)
    {
        var vaguer = _shot.Setting;
        _shot.Setting = place;
        if (vaguer is null || vaguer == place)
        {
            return;
        }

        foreach (var action in _shot.Actions.Where(action => action.TargetPlace == vaguer))
        {
            action.TargetPlace = place;
        }

        for (var i = 0; i < _shot.Relations.Count; i++)
        {
            if (_shot.Relations[i].Place == vaguer)
            {
                _shot.Relations[i] = _shot.Relations[i] with { Place = place };
            }
        }
    }

    private SubjectDraft FindOrCreate(Item item, string concept, Before before, bool plural, int start = -1)
    {
        if (Known(concept, before, plural) is { } earlier && (before.Collective is null || earlier.Concept == concept))
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
        var subject = _registry.Create(concept, words.Length <= 120 ? words : _text[item.Start..item.End], count, _shot.IsFull);
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
    private SubjectDraft? Known(string concept, Before before, bool plural)
    {
        var latest = _registry.Latest(concept, before.Attributes);
        if (latest is null || before.Definite)
        {
            return latest;
        }

        var again = latest.Concept == concept && !_shot.Subjects.Contains(latest);
        return again && (before.Possessive || !plural || (latest.Count > 1 && (before.Count ?? latest.Count) == latest.Count)) ? latest : null;
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
