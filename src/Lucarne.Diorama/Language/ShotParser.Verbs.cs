using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

internal sealed partial class ShotParser
{
    /// <summary>Whether the item is read as a verb here rather than as the start of a noun phrase.</summary>
    private bool ReadAsVerb(int index)
    {
        if (At(index) is not { } item || item.As(WordClass.Verb) is not { } verb)
        {
            return false;
        }

        var nominal = item.Has(WordClass.Noun) || ModifierOf(item) is not null || item.Has(WordClass.Collective);
        var otherwise = nominal || item.Has(WordClass.Preposition) || item.Has(WordClass.Auxiliary) || item.Has(WordClass.Function);
        if (!nominal && !otherwise)
        {
            // "falling leaves" starts a noun phrase; "running through a forest" does not.
            return !(verb.Form is WordForm.Gerund or WordForm.Past && !_french && _last is null && !_verbSeen && !_copula && HeadFollows(index + 1));
        }

        if (item.Has(WordClass.Preposition) || item.Has(WordClass.Auxiliary))
        {
            return false;
        }

        if (item.Has(WordClass.Function))
        {
            return index == _i && _last is { IsEmpty: false };
        }

        if (index == _i && _actor == Actor.Camera && HasAt(index - 1, WordClass.CameraNoun))
        {
            return true;
        }

        if (index == _i && (_relative || (verb.Form == WordForm.Gerund && _actor == Actor.Subjects && !HasAt(index, WordClass.Noun) && (IsPunctuation(index - 1, ",") || HasAt(index - 1, WordClass.And)) && !NounFollows(index + 1))))
        {
            return true;
        }

        if (At(index - 1) is { } before && (before.Has(WordClass.Pronoun) || before.Has(WordClass.Relative) || before.Is(WordClass.Anaphor, "one") || before.Is(WordClass.Anaphor, "other")) && !before.Has(WordClass.Determiner))
        {
            return true;
        }

        var afterActor = index == _i ? _last is { IsEmpty: false } && !_verbOpen : HasAt(index - 1, WordClass.Noun);
        if (!afterActor)
        {
            return false;
        }

        return verb.Form.HasFlag(WordForm.Finite) || verb.Form.HasFlag(WordForm.Gerund) || (item.Has(WordClass.Noun) ? PrefersVerb(index) : verb.Form != WordForm.Past || IsBoundary(index + 1) == false && ModifierOf(item) is null);
    }

    private bool HeadFollows(int index) =>
        At(index) is { IsWord: true } next && (next.Has(WordClass.Noun) || (ModifierOf(next) is not null && NounFollows(index))) && !next.Has(WordClass.Determiner) && !PrefersVerb(index);

    private void ReadVerb()
    {
        var at = _i;
        var item = _items[_i++];
        var verb = item.As(WordClass.Verb)!.Value;
        if (_negated)
        {
            _negated = false;
            item.Mark("exclusion", verb.Concept);
            return;
        }

        if (_actor == Actor.Camera && !_relative)
        {
            CameraVerb(item, verb.Concept);
            return;
        }

        var speech = Vocabulary.IsA(verb.Concept, "say");
        if (speech && _unspoken >= 0 && !IsBoundary(_i) && ReadInvertedSpeaker(item, verb))
        {
            return;
        }

        var (actors, place) = ActorsOf(item, verb);
        if (actors.Count == 0 && place is null)
        {
            if (WithoutActor(item, verb))
            {
                _i = at;
                ReadVerb();
            }

            return;
        }

        _verbSeen = true;
        _relative = false;
        _copula = false;
        _ownDirection = verb.Direction;
        var objectFollows = _objectAhead is not null || ObjectFollows();
        var concept = verb.Concept;
        if (_french && concept == "roll" && actors.Exists(actor => Vocabulary.IsA(actor.Concept, "vehicle")))
        {
            concept = "drive";
        }

        if (!objectFollows && Undergone(concept) is { } undergone && !(verb.Form == WordForm.Past && IsBy(_i)))
        {
            concept = undergone;
        }

        _passive = verb.Form == WordForm.Past && !objectFollows ? verb.Concept : null;
        _actions = [];
        foreach (var actor in actors.Take(MaxTogether))
        {
            _actions.Add(new ActionDraft { Verb = concept, Subject = actor, Item = item, Target = _objectAhead });
        }

        if (place is not null)
        {
            _actions.Add(new ActionDraft { Verb = concept, Place = place, Item = item });
        }

        _objectAhead = null;
        _actions.ForEach(_shot.Add);
        item.Mark("action", concept);
        foreach (var (adverb, speed) in _waitingAdverbs)
        {
            Apply(adverb, speed);
        }

        _waitingAdverbs.Clear();
        _actors = actors;
        _actor = place is null ? Actor.Subjects : Actor.Place;
        _speech = speech || Vocabulary.IsA(concept, "speak-act");
        _verbOpen = true;
        _last = null;
    }

    private const int MaxTogether = 8;
    private string? _passive;
    private string? _ownDirection;
    private bool _speech;

    private bool IsBy(int index) => At(index) is { } item && (_text[item.Start..item.End].ToLowerInvariant() is "by" or "par");

    private (List<SubjectDraft> Actors, string? Place) ActorsOf(Item item, Sense verb)
    {
        var nonFinite = verb.Form is WordForm.Gerund or WordForm.Past;
        if (_last is { IsEmpty: false } last && (_relative || (nonFinite && !_joined)))
        {
            var movable = last.Subjects.Where(subject => !Vocabulary.IsA(subject.Concept, "clothing") && Vocabulary.Find(subject.Concept)!.Kind != ConceptKind.Place).ToList();
            if (movable.Count > 0)
            {
                // "an anvil and a feather dropped together": both.
                return (_actor == Actor.Subjects && last is { AfterPreposition: false } && _actors.Exists(movable.Contains) && !_relative ? [.. _actors] : movable, null);
            }

            if (last.Place is not null && _relative)
            {
                return ([], last.Place);
            }
        }

        return _actor switch
        {
            Actor.Subjects => ([.. _actors], null),
            Actor.Place => ([], _actingPlace),
            _ => ([], null),
        };
    }

    /// <summary>A verb of the weather, of somebody unknown, or of nobody: somebody is implied by what only people do.</summary>
    /// <returns>Whether somebody was found, so that the verb is read again.</returns>
    private bool WithoutActor(Item item, Sense verb)
    {
        _verbSeen = true;
        _relative = false;
        _last = null;
        if (_actor == Actor.Weather)
        {
            item.Mark("weather", verb.Concept);
            return false;
        }

        if (_actor == Actor.Unknown)
        {
            item.Mark("action", verb.Concept);
            item.NotShown = true;
            return false;
        }

        if (_shot.Subjects.Count > 0)
        {
            _actors = [_shot.Subjects[0]];
        }
        else if (!ObjectFollows() && _registry.CanShow("person"))
        {
            _actors = [_registry.Create("person", _text[item.Start..item.End], 1, _shot.IsFull)];
            _shot.Add(_actors[0]);
        }
        else
        {
            item.Mark("action", verb.Concept);
            item.NotShown = !ObjectFollows();
            return false;
        }

        _actor = Actor.Subjects;
        return true;
    }

    /// <summary>What the object does when nobody is said to act: "dropped" is a fall.</summary>
    private static string? Undergone(string verb) => Vocabulary.Find(verb)?.Implied.FirstOrDefault(pair => pair.Key == "undergone").Value;

    private bool ObjectFollows()
    {
        for (var steps = 0; steps < LookAhead; steps++)
        {
            if (At(_i + steps) is not { } next || next.Token.Kind is TokenKind.Punctuation or TokenKind.Quote or TokenKind.ShotMark)
            {
                return false;
            }

            if (next.Token.Kind is TokenKind.Handle or TokenKind.Number || next.Has(WordClass.Determiner) || next.Has(WordClass.Possessive) || next.Has(WordClass.Pronoun) || next.Has(WordClass.Quantifier) || next.Has(WordClass.Number))
            {
                return true;
            }

            if (next.Has(WordClass.Preposition) || next.Has(WordClass.And) || next.Has(WordClass.Clause) || next.Has(WordClass.Of))
            {
                return false;
            }

            if (next.Has(WordClass.Noun) || ModifierOf(next) is not null && NounFollows(_i + steps))
            {
                return true;
            }

            if (!(next.Has(WordClass.Manner) || next.Has(WordClass.Speed) || next.Has(WordClass.Function)))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>An action said by an adjective: "a flying car", "a melted clock".</summary>
    private void Participle(Item item, Sense verb, Phrase phrase)
    {
        if (verb.Form == WordForm.Past || phrase.Subjects.Count == 0)
        {
            (phrase.Subjects.FirstOrDefault()?.Attributes ?? _shot.SettingAttributes).Qualities.Add(verb.Concept);
            item.MarkAs("quality", verb.Concept);
            return;
        }

        phrase.Subjects.ForEach(subject => _shot.Add(new ActionDraft { Verb = verb.Concept, Subject = subject, Item = item }));
    }

    private void ReadAdverb(Item item)
    {
        var speed = item.As(WordClass.Speed)?.Value ?? 0;
        var cameraNext = HasAt(_i + 1, WordClass.Camera);
        if (cameraNext && speed > 0)
        {
            _shot.Camera = _shot.Camera with { Speed = speed };
            item.Mark("camera", "speed");
        }
        else if (_actions.Count > 0 && !(HasAt(_i + 1, WordClass.Verb) && _verbSeen && IsBoundary(_i - 1)))
        {
            Apply(item, speed);
        }
        else
        {
            _waitingAdverbs.Add((item, speed));
        }
    }

    private void Apply(Item item, float speed)
    {
        if (speed > 0)
        {
            _actions.ForEach(action => action.Speed = speed);
            item.Mark("action", item.As(WordClass.Speed)!.Value.Concept);
            return;
        }

        var manner = item.As(WordClass.Manner)!.Value.Concept;
        _actions.ForEach(action => action.Manner.Add(manner));
        item.Mark("action", manner);
    }

    private void ReadPreposition(Item item)
    {
        var preposition = item.As(WordClass.Preposition)!.Value.Concept;
        var by = IsBy(_i);
        item.Ignored = true;
        if (preposition == "without")
        {
            ReadNegation(item);
            return;
        }

        _i++;
        while (HasAt(_i, WordClass.Of) && !HasAt(_i, WordClass.Determiner))
        {
            _items[_i++].Ignored = true;
        }

        if (At(_i)?.Has(WordClass.Pronoun) == true && !HasAt(_i, WordClass.Determiner) && !HasAt(_i, WordClass.Possessive))
        {
            At(_i)!.Ignored = true;
            _i++;
            var other = _registry.LastOf(subject => !_actors.Contains(subject) && _shot.Subjects.Contains(subject)) ?? _actors.FirstOrDefault();
            if (other is not null)
            {
                var them = new Phrase();
                them.Subjects.Add(other);
                AttachPlaced(preposition, them, item);
            }

            return;
        }

        // "into each other"
        if (At(_i) is { } each && each.Token.Key is "each" && At(_i + 1)?.Token.Key is "other")
        {
            each.Ignored = _items[_i + 1].Ignored = true;
            _i += 2;
            _actions.ForEach(action => action.Direction ??= preposition);
            _actions.ForEach(action => action.Target ??= action.Subject);
            return;
        }

        if (_french && preposition is "in" && At(_i)?.As(WordClass.Verb) is { Form: WordForm.Gerund })
        {
            // "en souriant": the gerund of who acts already.
            _last = null;
            return;
        }

        if (_items.ElementAtOrDefault(_i) is { } next && (next.Has(WordClass.Camera) || next.Has(WordClass.CameraNoun)))
        {
            return;
        }

        var phrase = ReadNounPhrase(preposition);
        if (phrase is null)
        {
            if (_actions.Count > 0 && _verbSeen)
            {
                _actions.ForEach(action => action.Direction ??= preposition);
                _verbOpen = true;
            }
            else if (_last?.Subjects.FirstOrDefault() is { } placed && preposition is "in-front-of" or "behind" or "above" or "beside")
            {
                var other = _shot.Subjects.Find(subject => subject != _last!.Subjects[0]);
                Relate(_last!.Subjects[0], preposition, _shot.Setting is null ? other : null, _shot.Setting);
            }

            return;
        }

        if (by && _passive is { } active && _actions.Count > 0 && phrase.Subjects.Count > 0)
        {
            foreach (var action in _actions)
            {
                (action.Verb, action.Target, action.Subject) = (active, action.Subject, phrase.Subjects[0]);
            }

            _passive = null;
            return;
        }

        AttachPlaced(preposition, phrase, item);
    }

    /// <summary>Attaches a prepositional phrase: to the verb that still lacks a direction, else to the noun before it.</summary>
    private void AttachPlaced(string preposition, Phrase phrase, Item item)
    {
        phrase.AfterPreposition = true;
        var anchor = _last;
        var target = phrase.Subjects.FirstOrDefault();
        if (phrase.BodyPart is not null)
        {
            // "with a cat on her head": the part stands for its owner.
            target = _shot.Subjects.Find(subject => anchor?.Subjects.Contains(subject) != true && (Vocabulary.IsA(subject.Concept, "person") || Vocabulary.IsA(subject.Concept, "animal")));
            if (target is not null && anchor?.Subjects.FirstOrDefault() is { } load)
            {
                _shot.Relations.RemoveAll(relation => relation.Subject == target && relation.Target == load);
                Relate(load, RelationOf(preposition), target, null);
            }

            return;
        }

        if (target is null && phrase.Place is null)
        {
            return;
        }

        if (_french && preposition == "at" && target is not null && (Vocabulary.IsA(target.Concept, "vehicle") || Vocabulary.IsA(target.Concept, "horse")))
        {
            preposition = "on";
        }

        var standing = preposition is "with" or "wears" or "covered" or "of";
        var worn = target is not null && Vocabulary.IsA(target.Concept, "clothing") && preposition is "in" or "wears";
        var actor = _actors.FirstOrDefault();
        if (_actions.Count > 0 && !standing && !worn)
        {
            var open = _actions.Where(action => action.Direction is null && !action.HasTarget).ToList();
            if (open.Count > 0)
            {
                foreach (var action in open)
                {
                    (action.Direction, action.Target, action.TargetPlace) = (preposition, target == action.Subject ? null : target, phrase.Place);
                }

                item.Ignored = false;
                item.Mark("action", preposition);
                (_verbOpen, _last) = (false, phrase);
                return;
            }
        }

        // "a knight in a castle with a sword": the sword is the knight's.
        var carried = standing && anchor is { AfterPreposition: true } && actor is not null && !Vocabulary.IsA(actor.Concept, "thing");
        var subject = carried ? actor : anchor?.Subjects.FirstOrDefault() ?? actor;
        (_verbOpen, _last) = (false, phrase);
        if (subject is null || subject == target)
        {
            return;
        }

        foreach (var placed in !carried && anchor is { Subjects.Count: > 1 } ? anchor.Subjects : [subject])
        {
            if (placed != target)
            {
                Relate(placed, worn ? "wears" : RelationOf(preposition), target, target is null ? phrase.Place : null);
            }
        }
    }

    private static string RelationOf(string preposition) => preposition switch
    {
        "on" or "in" or "under" or "above" or "beside" or "behind" or "in-front-of" or "around" or "with" or "between" or "wears" => preposition,
        "onto" or "across" or "down" or "up" => "on",
        "into" or "through" => "in",
        "over" => "above",
        "covered" or "of" => "with",
        _ => "beside",
    };

    private void Relate(SubjectDraft subject, string kind, SubjectDraft? target, string? place)
    {
        var relation = new RelationDraft(subject, kind, target, place);
        if ((target is not null || place is not null) && _shot.Relations.Count < PromptReader.MaxPerShot && !_shot.Relations.Contains(relation))
        {
            _shot.Relations.Add(relation);
        }
    }
}
