using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

internal sealed partial class ShotParser
{
    private const float RealTime = 1;

    /// <summary>Index in the shot's dialogue of a line whose speaker may still be named: "« Bonjour », dit le chat".</summary>
    private int _unspoken = -1;

    private bool _cameraClause;

    /// <summary>Words that set the camera, the tempo, the style; hour and weather when they stand alone.</summary>
    private bool ReadFilm(Item item)
    {
        if (item.As(WordClass.Camera) is { } camera && IsCameraHere(item))
        {
            ApplyCamera(camera.Concept);
            item.Mark("camera", camera.Concept);
            _cameraClause = true;
            ApplyCameraAdverbs();
            if (_last is null && !_verbSeen)
            {
                _actor = _actors.Count > 0 ? Actor.Subjects : Actor.Camera;
            }

            return true;
        }

        if (item.As(WordClass.CameraNoun) is { } noun && (!item.Has(WordClass.Verb) || HasAt(_i - 1, WordClass.Determiner)))
        {
            item.Mark("camera", noun.Concept);
            _cameraClause = true;
            if (noun.Concept == "camera" && !_verbOpen && !(_verbSeen && !IsBoundary(_i - 1) && !HasAt(_i - 1, WordClass.Determiner)))
            {
                (_actor, _actors, _last, _actions, _verbSeen) = (Actor.Camera, [], null, [], false);
            }

            _verbOpen = false;
            return true;
        }

        if (item.As(WordClass.Timing) is { } timing)
        {
            _shot.TimeScale = timing.Value;
            item.Mark("timing", timing.Concept);
            return true;
        }

        if (item.As(WordClass.Style) is { } style && ModifierOf(item) is null && !(item.Concept == "black-and-white" && NounFollows(_i + 1)) &&
            !(style.Concept == "black-and-white" && NounFollows(_i + 1)) && !item.Has(WordClass.Noun))
        {
            AddStyle(style.Concept);
            item.Mark("style", style.Concept);
            return true;
        }

        return false;
    }

    /// <summary>A camera word that is a common word too counts beside another camera word, or alone in its clause.</summary>
    private bool IsCameraHere(Item item)
    {
        var common = item.Has(WordClass.Noun) || item.Has(WordClass.Verb) || item.Has(WordClass.Manner) || item.Has(WordClass.Function) || item.Has(WordClass.Preposition) || ModifierOf(item) is not null;
        var placed = _text.AsSpan(item.Start, item.End - item.Start).StartsWith("from ", StringComparison.OrdinalIgnoreCase);
        if (placed && _verbSeen && !_cameraClause)
        {
            return false;
        }

        if (!common)
        {
            return true;
        }

        return HasAt(_i + 1, WordClass.CameraNoun) || HasAt(_i - 1, WordClass.CameraNoun) || HasAt(_i + 1, WordClass.Camera) || (At(_i - 1)?.SpanKind == "camera" && _actor == Actor.Camera) ||
            (IsBoundary(_i - 1) && (IsBoundary(_i + 1) || HasAt(_i + 1, WordClass.Of) || (HasAt(_i + 1, WordClass.Preposition) && !item.Has(WordClass.Noun) && _shot.Subjects.Count == 0)));
    }

    private void ApplyCamera(string concept)
    {
        foreach (var part in concept.Split(','))
        {
            var pair = part.Split('=');
            _shot.Camera = pair[0] switch
            {
                "move" => _shot.Camera with { Move = Enum.Parse<CameraMove>(pair[1]) },
                "size" => _shot.Camera with { Size = Enum.Parse<ShotSize>(pair[1]) },
                "angle" => _shot.Camera with { Angle = Enum.Parse<CameraAngle>(pair[1]) },
                "focus" => _shot.Camera with { ShallowFocus = true },
                _ => _shot.Camera with { Shake = true },
            };
        }
    }

    /// <summary>"the camera flies past a planet".</summary>
    private void CameraVerb(Item item, string verb)
    {
        var move = Vocabulary.Lineage(verb).Select(concept => concept switch
        {
            "follow" or "chase" => CameraMove.Tracking,
            "orbit" or "circle" => CameraMove.Orbit,
            "spin" => CameraMove.Orbit,
            "rise" => CameraMove.Crane,
            "descend" => CameraMove.Crane,
            "fly" => CameraMove.FlyThrough,
            "run" or "walk" => CameraMove.Handheld,
            "float" or "slide" => CameraMove.Tracking,
            "swing" => CameraMove.Pan,
            "be-still" => CameraMove.Static,
            "move" => CameraMove.DollyIn,
            _ => (CameraMove?)null,
        }).FirstOrDefault(found => found is not null);
        if (verb == "shake")
        {
            _shot.Camera = _shot.Camera with { Shake = true };
        }
        else if (move is not null && (_shot.Camera.Move is null || move != CameraMove.Handheld))
        {
            _shot.Camera = _shot.Camera with { Move = _shot.Camera.Move == CameraMove.Handheld ? CameraMove.Handheld : move };
        }

        ApplyCameraAdverbs();
        item.Mark("camera", verb);
        (_last, _actions, _verbOpen) = (null, [], false);
    }

    /// <summary>"the camera slowly tilts up".</summary>
    private void ApplyCameraAdverbs()
    {
        foreach (var (adverb, speed) in _waitingAdverbs.Where(waiting => waiting.Speed > 0))
        {
            _shot.Camera = _shot.Camera with { Speed = speed };
            adverb.Mark("camera", "speed");
        }

        _waitingAdverbs.Clear();
    }

    /// <summary>"slow dolly in".</summary>
    private void CameraSpeed(Before before)
    {
        foreach (var item in before.Modifiers)
        {
            var speed = item.As(WordClass.Quality)?.Concept switch { "slow-looking" => 0.5f, "fast-looking" => 2, _ => 0 };
            if (speed > 0)
            {
                _shot.Camera = _shot.Camera with { Speed = speed };
            }

            item.MarkAs("camera", item.Concept);
        }
    }

    private void AddStyle(string style)
    {
        if (!_shot.Styles.Contains(style))
        {
            _shot.Styles.Add(style);
        }
    }

    /// <summary>The hour, the weather or a style, within a noun phrase or as one.</summary>
    private void Effect(Item item, Before before)
    {
        if (item.As(WordClass.Time) is { } time)
        {
            _shot.TimeOfDay ??= Enum.Parse<TimeOfDay>(time.Concept);
            item.Mark("time", time.Concept.ToLowerInvariant());
        }
        else if (item.As(WordClass.Weather) is { } weather)
        {
            SetWeather(Enum.Parse<Weather>(weather.Concept), weather.Value * Emphasis(before));
            item.Mark("weather", weather.Concept.ToLowerInvariant());
        }
        else if (item.As(WordClass.Style) is { } style)
        {
            AddStyle(style.Concept);
            item.Mark("style", style.Concept);
        }
    }

    private static float Emphasis(Before before)
    {
        var emphasis = before.Attributes.SizeScale is { } size ? MathF.Sqrt(size) : 1;
        foreach (var quality in before.Attributes.Qualities)
        {
            emphasis *= quality switch { "heavy" or "strong" or "rough" or "hard" => 1.5f, "light-weight" or "soft" or "calm" => 0.5f, _ => 1 };
        }

        return emphasis;
    }

    private void SetWeather(Weather weather, float strength)
    {
        strength = Math.Clamp(strength, 0.1f, 1);
        var weak = _shot.Weather is null or Weather.Wind or Weather.Clear or Weather.Cloudy or Weather.Dust or Weather.Mist;
        if (_shot.Weather is null || (_shot.Weather == Weather.Wind && weather != Weather.Wind) || (weak && weather is Weather.Rain or Weather.Snow or Weather.Storm or Weather.Aurora) || (weather == Weather.Storm && _shot.Weather == Weather.Rain))
        {
            (_shot.Weather, _shot.WeatherStrength) = (weather, strength);
        }

        if (weather is Weather.Wind or Weather.Storm)
        {
            _shot.Wind = Math.Max(_shot.Wind ?? 0, strength);
        }
    }

    private void ReadQuote(Item item)
    {
        var before = At(_i - 1);
        var written = before is not null && _text[Math.Max(0, before.Start)..before.End].ToLowerInvariant() is "reading" or "reads" or "titled" or "called" or "named" or "labelled" or "labeled" or "written" or "saying" && _last is null && !_speech;
        if (written)
        {
            item.Mark("dialogue", "text");
            item.NotShown = true;
            return;
        }

        var speaker = _speech || IsPunctuation(_i - 1, ":") ? _actors.FirstOrDefault() ?? _last?.Subjects.FirstOrDefault() : null;
        speaker ??= IsPunctuation(_i - 1, ":") ? _shot.Subjects.LastOrDefault() : null;
        if (_shot.Dialogue.Count >= PromptReader.MaxPerShot)
        {
            item.NotShown = true;
            return;
        }

        _shot.Dialogue.Add((speaker, item.Token.Key));
        _unspoken = speaker is null ? _shot.Dialogue.Count - 1 : -1;
        item.Mark("dialogue", item.Token.Key.Length <= 40 ? item.Token.Key : item.Token.Key[..40]);
        BeginClause(keepActors: true);
        _speech = false;
    }

    /// <summary>"« Bonjour », dit le chevalier": who speaks comes after the verb.</summary>
    private bool ReadInvertedSpeaker(Item item, Sense verb)
    {
        if (_last is { IsEmpty: false } || !(HasAt(_i, WordClass.Determiner) || HasAt(_i, WordClass.Possessive) || NounFollows(_i)) || ReadNounPhrase() is not { Subjects.Count: > 0 } phrase)
        {
            return false;
        }

        var speaker = phrase.Subjects[0];
        _shot.Dialogue[_unspoken] = (speaker, _shot.Dialogue[_unspoken].Text);
        _unspoken = -1;
        _actions = [new ActionDraft { Verb = verb.Concept, Subject = speaker, Item = item }];
        _actions.ForEach(_shot.Add);
        item.Mark("action", verb.Concept);
        (_actors, _actor, _last, _verbOpen, _verbSeen) = ([speaker], Actor.Subjects, null, false, true);
        return true;
    }

    /// <summary>What the whole shot decides: a line without a speaker, a place that its subjects ask for, clothes beside their wearer.</summary>
    private void Finish()
    {
        for (var i = 0; i < _shot.Dialogue.Count; i++)
        {
            if (_shot.Dialogue[i].Speaker is null)
            {
                var speaker = _shot.Subjects.Find(subject => !subject.Hidden && (Vocabulary.IsA(subject.Concept, "person") || Vocabulary.IsA(subject.Concept, "animal")));
                _shot.Dialogue[i] = (speaker, _shot.Dialogue[i].Text);
            }
        }

        foreach (var subject in _shot.Subjects)
        {
            var asked = Vocabulary.Find(subject.Concept)!.Implied.FirstOrDefault(pair => pair.Key == "setting").Value;
            if (asked is not null && _shot.Setting is "ice-field" && _registry.CanShow(asked))
            {
                SetPlace(asked);
            }
        }

        foreach (var (adverb, _) in _waitingAdverbs)
        {
            adverb.Mark("action", adverb.Senses[0].Concept);
        }

        foreach (var clothing in _shot.Subjects.Where(subject => Vocabulary.IsA(subject.Concept, "clothing")).ToArray())
        {
            var index = _shot.Subjects.IndexOf(clothing);
            var related = _shot.Relations.Any(relation => relation.Target == clothing || relation.Subject == clothing) || _shot.Actions.Any(action => action.Subject == clothing || action.Target == clothing);
            if (!related && index > 0 && _items.Exists(item => item.Token.Kind == TokenKind.Pictograph))
            {
                Relate(_shot.Subjects[index - 1], "wears", clothing, null);
            }
        }

        _shot.TimeScale ??= RealTime;
    }
}
