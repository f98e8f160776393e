using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

internal sealed partial class ShotParser
{
    /// <summary>"like a bird", "dressed as a pirate": a quality of whom it is said.</summary>
    private void ReadComparison(Item item)
    {
        item.Ignored = true;
        _i++;
        while (HasAt(_i, WordClass.Determiner))
        {
            _items[_i++].Ignored = true;
        }

        var subject = _last?.Subjects.LastOrDefault() ?? _actors.LastOrDefault();
        for (var steps = 0; steps < 3 && At(_i) is { } next && next.IsWord && next.Senses.Length > 0; steps++)
        {
            if (next.As(WordClass.Noun) is { } noun)
            {
                next.Mark("quality", noun.Concept);
                subject?.Attributes.Qualities.Add(noun.Concept);
                _i++;
                return;
            }

            if (ModifierOf(next) is null)
            {
                return;
            }

            next.Mark("quality", ModifierOf(next)!.Value.Concept);
            _i++;
        }
    }

    /// <summary>"no cats", "sans personne": what the shot leaves out. "is not moving": a verb that is not done.</summary>
    private void ReadNegation(Item item)
    {
        item.Ignored = true;
        if (item.Is(WordClass.Negation, "not") && !item.Is(WordClass.Negation, "no"))
        {
            _negated = At(_i - 1)?.SpanKind != "exclusion";
            if (!_negated)
            {
                return;
            }
        }

        _i++;
        var found = false;
        for (var steps = 0; steps < LookAhead * 2 && At(_i) is { } next; steps++)
        {
            if (next.As(WordClass.Noun) is { } noun && !(next.Has(WordClass.Verb) && _negated))
            {
                var more = ModifierOf(next) is not null && NounFollows(_i + 1);
                next.MarkAs("exclusion", noun.Concept);
                _i++;
                if (!more)
                {
                    found = true;
                    Exclude(noun.Concept);
                    if (!(HasAt(_i, WordClass.And) && CanStartExcluded(_i + 1) || IsPunctuation(_i, ",") && HasAt(_i + 1, WordClass.And)))
                    {
                        break;
                    }

                    while (HasAt(_i, WordClass.And) || IsPunctuation(_i, ","))
                    {
                        _items[_i++].Ignored = true;
                    }
                }
            }
            else if (next.As(WordClass.Weather) is { } weather && !found)
            {
                next.MarkAs("exclusion", weather.Concept);
                Exclude(weather.Concept.ToLowerInvariant());
                _shot.Weather ??= Weather.Clear;
                _i++;
                break;
            }
            else if (next.Has(WordClass.Determiner) || ModifierOf(next) is not null && NounFollows(_i + 1))
            {
                if (next.Has(WordClass.Determiner))
                {
                    next.Ignored = true;
                }
                else
                {
                    next.MarkAs("exclusion", ModifierOf(next)!.Value.Concept);
                }

                _i++;
            }
            else
            {
                break;
            }
        }

        _negated &= !found;
        _last = null;
        _verbOpen = false;
    }

    private bool CanStartExcluded(int index) => At(index) is { } item && (item.Has(WordClass.Noun) || item.Has(WordClass.Determiner) || item.Has(WordClass.Negation)) && !ReadAsVerb(index + 1);

    private void Exclude(string concept)
    {
        if (!_shot.Excluded.Contains(concept))
        {
            _shot.Excluded.Add(concept);
        }
    }

    /// <summary>"it", "il", "one slips", "the other replies".</summary>
    private bool ReadReference(Item item)
    {
        if (item.As(WordClass.Anaphor) is { } anaphor && !NounFollows(_i + 1))
        {
            item.Ignored = true;
            if (Resolve(anaphor.Concept) is { Count: > 0 } who)
            {
                PlaceReference(who);
            }

            return true;
        }

        if (_french && item.Token.Key is "le" or "la" or "l'" or "les" && At(_i + 1) is { } verb && verb.As(WordClass.Verb) is { } finite && finite.Form.HasFlag(WordForm.Finite) && _last is { IsEmpty: false } && !NounFollows(_i + 1))
        {
            // "la boule la percute": the pronoun is the object.
            item.Ignored = true;
            _objectAhead = _registry.LastOf(subject => !_actors.Contains(subject) && _shot.Subjects.Contains(subject));
            return true;
        }

        if (!item.Has(WordClass.Pronoun))
        {
            return false;
        }

        item.Ignored = true;
        if (_verbOpen && _actions.Count > 0)
        {
            var other = _registry.LastOf(subject => !_actors.Contains(subject) && _shot.Subjects.Contains(subject));
            if (other is not null)
            {
                _actions.ForEach(action => action.Target ??= other);
            }

            _verbOpen = false;
        }
        else if (_actors.Count == 0 || _actor != Actor.Subjects)
        {
            if (_shot.Subjects.LastOrDefault() is { } latest || _registry.LastOf(_ => true) is { } fromEarlier && (latest = fromEarlier) is not null)
            {
                PlaceReference([latest]);
            }
        }
        else
        {
            (_verbSeen, _copula, _joined) = (false, false, false);
            _actors.ForEach(_shot.Add);
        }

        return true;
    }

    private void PlaceReference(List<SubjectDraft> who)
    {
        who.ForEach(_shot.Add);
        if (_verbOpen)
        {
            _actions.ForEach(action => action.Target ??= who[0]);
            _verbOpen = false;
            return;
        }

        (_actors, _actor, _actions, _verbSeen, _copula, _joined) = (who, Actor.Subjects, [], false, false, false);
        _last = new Phrase();
        _last.Subjects.AddRange(who);
    }

    /// <summary>Splits one off a group, so that what is said of one is not shown of all.</summary>
    private List<SubjectDraft> Resolve(string anaphor)
    {
        if (anaphor == "both")
        {
            return _actors;
        }

        if (_split is var (one, other))
        {
            return anaphor == "other" ? [other] : [one];
        }

        var group = _shot.Subjects.FindLast(subject => subject.Count > 1 && !subject.Hidden && (Vocabulary.IsA(subject.Concept, "animal") || Vocabulary.IsA(subject.Concept, "person")))
            ?? _shot.Subjects.FindLast(subject => subject.Count > 1);
        if (group is null || _shot.IsFull)
        {
            return _shot.Subjects.Count == 2 && _actors.Count == 1 && anaphor == "other" ? [_shot.Subjects.First(subject => subject != _actors[0])] : [.. _actors];
        }

        var single = _registry.Create(group.Concept, group.Words, 1, _shot.IsFull);
        single.Attributes.Add(group.Attributes);
        group.Count--;
        _shot.Subjects.Insert(_shot.Subjects.IndexOf(group) + 1, single);
        foreach (var action in _shot.Actions.Where(action => action.Subject == group).ToArray())
        {
            _shot.Actions.Insert(_shot.Actions.IndexOf(action) + 1, CopyFor(action, single));
        }

        _split = group.Count == 1 ? (group, single) : (single, group);
        return anaphor == "other" ? [_split.Value.Other] : [_split.Value.One];
    }

    private (SubjectDraft One, SubjectDraft Other)? _split;

    private static ActionDraft CopyFor(ActionDraft action, SubjectDraft subject) => new()
    {
        Verb = action.Verb,
        Subject = subject,
        Item = action.Item,
        Direction = action.Direction,
        Target = action.Target,
        TargetPlace = action.TargetPlace,
        Speed = action.Speed,
        Manner = [.. action.Manner],
    };
}
