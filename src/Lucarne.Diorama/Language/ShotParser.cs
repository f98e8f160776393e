using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

/// <summary>Reads the items of one shot, left to right, into a <see cref="ShotDraft"/>.</summary>
/// <remarks>
/// A shallow parser: noun phrases (NounPhrases), clauses around verbs (Verbs), what sets the film (Film).
/// Every step consumes at least one item and looks a bounded number of items ahead, so that time is linear.
/// </remarks>
internal sealed partial class ShotParser
{
    /// <summary>Items that a look ahead may pass over.</summary>
    private const int LookAhead = 6;

    private readonly string _text;
    private readonly List<Item> _items;
    private readonly bool _french;
    private readonly SubjectRegistry _registry;
    private readonly ShotDraft _shot;
    private int _i;

    /// <summary>Who acts in the clause that is being read.</summary>
    private List<SubjectDraft> _actors = [];

    /// <summary>What acts when it is no subject of the film.</summary>
    private Actor _actor = Actor.None;

    /// <summary>The place that acts, for <see cref="Actor.Place"/>.</summary>
    private string? _actingPlace;

    /// <summary>Actions of the latest verb; prepositions and adverbs attach to them.</summary>
    private List<ActionDraft> _actions = [];

    /// <summary>The latest noun phrase of the clause.</summary>
    private Phrase? _last;

    /// <summary>The object that a French pronoun named before its verb.</summary>
    private SubjectDraft? _objectAhead;

    private bool _verbOpen;
    private bool _verbSeen;
    private bool _copula;
    private bool _relative;
    private bool _negated;
    private bool _joined;
    private readonly List<(Item Item, float Speed)> _waitingAdverbs = [];
    private List<SubjectDraft> _listed = [];

    private enum Actor { None, Subjects, Camera, Weather, Place, Unknown }

    private ShotParser(string text, List<Item> items, bool french, SubjectRegistry registry, ShotDraft shot)
    {
        (_text, _items, _french, _registry, _shot) = (text, items, french, registry, shot);
    }

    public static void Parse(string text, List<Item> items, bool french, SubjectRegistry registry, ShotDraft shot)
    {
        var parser = new ShotParser(text, items, french, registry, shot);
        while (parser._i < items.Count)
        {
            var before = parser._i;
            parser.Step();
            if (parser._i == before)
            {
                parser._i++;
            }
        }

        parser.Finish();
    }

    private Item? At(int index) => index >= 0 && index < _items.Count ? _items[index] : null;

    private bool HasAt(int index, WordClass wordClass) => At(index)?.Has(wordClass) == true;

    private bool IsPunctuation(int index, string marks) => At(index) is { Token.Kind: TokenKind.Punctuation } item && marks.Contains(item.Token.Key, StringComparison.Ordinal);

    /// <summary>Whether a clause or a part of one ends before that item.</summary>
    private bool IsBoundary(int index) => At(index) is not { } item || item.Token.Kind is TokenKind.Punctuation or TokenKind.Quote or TokenKind.ShotMark;

    private void Step()
    {
        var item = _items[_i];
        switch (item.Token.Kind)
        {
            case TokenKind.Punctuation:
                ReadPunctuation(item.Token.Key);
                return;
            case TokenKind.Markup or TokenKind.ShotMark:
                return;
            case TokenKind.Quote:
                ReadQuote(item);
                return;
        }

        if (item.Token.Kind != TokenKind.Handle && item.Senses.Length == 0 && item.Token.Kind != TokenKind.Number)
        {
            return;
        }

        if (item.Is(WordClass.Auxiliary, "there"))
        {
            item.Ignored = true;
            BeginClause(keepActors: false);
            return;
        }

        if (item.Has(WordClass.Negation))
        {
            ReadNegation(item);
            return;
        }

        if (ReadFilm(item))
        {
            return;
        }

        if (ReadAsVerb(_i))
        {
            ReadVerb();
            return;
        }

        if (ReadReference(item) || ReadLink(item))
        {
            return;
        }

        var at = _i;
        if (ReadNounPhrase() is { } phrase)
        {
            PlacePhrase(phrase);
            return;
        }

        if (_i > at)
        {
            return;
        }

        if (item.Has(WordClass.Verb))
        {
            ReadVerb();
            return;
        }

        if (item.Senses.Any(sense => sense.Class >= WordClass.Determiner))
        {
            item.Ignored = true;
        }
    }

    private void ReadPunctuation(string mark)
    {
        if (mark is "." or "!" or "?" or ";" or "…")
        {
            BeginClause(keepActors: true);
            _listed = [];
            _negated = false;
            return;
        }

        if (mark is "," or "-" or "–" or "—" or ":" or "(" or ")")
        {
            if (mark != "," || _verbSeen)
            {
                _listed = [];
            }
            else if (_actor == Actor.Subjects && _last is { AfterPreposition: false })
            {
                _listed = [.. _listed.Union(_actors).Take(MaxTogether)];
            }

            _verbOpen = false;
            _copula = false;
            _joined = false;
            _last = mark is ":" or "(" ? _last : null;
        }
    }

    private void BeginClause(bool keepActors)
    {
        if (!keepActors)
        {
            (_actors, _actor) = ([], Actor.None);
        }

        (_verbOpen, _verbSeen, _copula, _relative, _joined) = (false, false, false, false, false);
        (_actions, _last) = ([], null);
    }

    /// <summary>Conjunctions, relative pronouns, prepositions, auxiliaries, adverbs.</summary>
    private bool ReadLink(Item item)
    {
        if (item.Has(WordClass.Preposition) && !(item.Has(WordClass.Auxiliary) && At(_i + 1)?.As(WordClass.Verb) is { } verb && verb.Form.HasFlag(WordForm.Base) && !HasAt(_i + 1, WordClass.Noun)))
        {
            ReadPreposition(item);
            return true;
        }

        if (item.Has(WordClass.Of))
        {
            item.Ignored = true;
            _i++;
            if (item.Is(WordClass.Of, "of-the") && _last is null && ReadNounPhrase() is { } partitive)
            {
                PlacePhrase(partitive);
            }
            else if (_actions.Count > 0 && _verbOpen && ReadNounPhrase() is { } source)
            {
                AttachPlaced("from", source, item);
            }

            return true;
        }

        if (item.Has(WordClass.And))
        {
            item.Ignored = true;
            _joined = true;
            _verbOpen = false;
            _copula = false;
            return true;
        }

        if (item.Has(WordClass.Like) && !(HasAt(_i + 1, WordClass.Noun) && ReadAsVerb(_i + 2)))
        {
            ReadComparison(item);
            return true;
        }

        if (item.Has(WordClass.Manner) || item.Has(WordClass.Speed))
        {
            ReadAdverb(item);
            return true;
        }

        if (item.Has(WordClass.Clause) || item.Has(WordClass.Like))
        {
            item.Ignored = true;
            BeginClause(keepActors: true);
            return true;
        }

        if (item.Has(WordClass.Relative))
        {
            item.Ignored = true;
            _relative = item.Is(WordClass.Relative, "who");
            return true;
        }

        if (item.Has(WordClass.Auxiliary))
        {
            item.Ignored = true;
            _copula |= item.Is(WordClass.Auxiliary, "be");
            _verbOpen = false;
            return true;
        }

        return false;
    }

    /// <summary>A noun phrase outside a preposition: the object of an open verb, or who acts next.</summary>
    private void PlacePhrase(Phrase phrase)
    {
        var previous = _last;
        _last = phrase;
        if (phrase.BodyPart is { } part)
        {
            if (_verbOpen)
            {
                _actions.ForEach(action => action.Manner.Add(part));
                _verbOpen = false;
            }

            _last = previous;
            return;
        }

        if (_verbOpen && _actions.Count > 0 && !phrase.Effect && !phrase.Camera)
        {
            _verbOpen = false;
            foreach (var action in _actions.Where(action => !action.HasTarget))
            {
                (action.Target, action.TargetPlace) = (phrase.Subjects.FirstOrDefault(), phrase.Place);
                action.Direction ??= _ownDirection;
            }

            return;
        }

        if (_joined && !phrase.IsEmpty && !ReadAsVerb(_i))
        {
            _joined = false;
            if (_verbSeen || previous is { AfterPreposition: true })
            {
                phrase.AfterPreposition = previous?.AfterPreposition ?? false;
                return;
            }

            _actors = [.. _listed.Union(_actors).Union(phrase.Subjects).Take(PromptReader.MaxPerShot)];
            _actor = _actors.Count > 0 ? Actor.Subjects : _actor;
            return;
        }

        if (_joined && !_verbSeen && previous is { AfterPreposition: true } && phrase.Subjects.FirstOrDefault() is { } sibling && Vocabulary.IsA(sibling.Concept, "thing") && _actors.Count > 0)
        {
            // "a man with a red hat and a long scarf reads": the scarf is the man's.
            _joined = false;
            phrase.AfterPreposition = true;
            if (_shot.Relations.FindLast(relation => previous.Subjects.Contains(relation.Target!)) is { } relation)
            {
                Relate(relation.Subject, relation.Kind, sibling, null);
            }

            return;
        }

        var together = _joined && !_verbSeen && !phrase.IsEmpty;
        _joined = false;
        _verbSeen = false;
        _actions = [];
        _verbOpen = false;
        _relative = false;
        if (phrase.Subjects.Count > 0)
        {
            _actors = together ? [.. _listed.Union(_actors).Union(phrase.Subjects).Take(PromptReader.MaxPerShot)] : [.. phrase.Subjects];
            _actor = Actor.Subjects;
        }
        else if (phrase.Place is not null)
        {
            (_actor, _actingPlace) = (Actor.Place, phrase.Place);
            _actors = [];
        }
        else
        {
            _actor = phrase.Camera ? Actor.Camera : phrase.Effect ? Actor.Weather : phrase.Unknown ? Actor.Unknown : _actor;
            if (_actor is not Actor.Subjects)
            {
                _actors = [];
            }
        }
    }
}
