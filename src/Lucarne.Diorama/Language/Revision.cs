using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

/// <summary>Lines of a prompt that change what its other lines say: "Change: at night, the ball is blue".</summary>
/// <remarks>
/// A change holds for every shot. The place, the hour, the weather, the style and the camera that it names take the place of those that were
/// there; what it says of a subject of the film replaces what was said of that one, and what that one does where it says so; anything else that
/// it names is added. Several changes apply in order.
/// </remarks>
internal static class Revision
{
    private static readonly string[] Labels = ["change", "changes", "changement", "changements"];
    private static readonly string[] Requests =
    [
        "make", "turn", "let", "have", "add", "put", "give", "replace", "swap",
        "fais", "faites", "rends", "rendez", "mets", "mettez", "ajoute", "ajoutez", "remplace", "remplacez",
    ];

    private static readonly string[] Instead = ["instead of ", "rather than ", "au lieu d", "à la place d", "plutôt qu"];
    private static readonly string[] Replaced = [" with ", " by ", " par "];

    /// <summary>Whether a line of text is a change.</summary>
    public static bool IsChange(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        ReadOnlySpan<char> label = colon < 0 ? [] : line[..colon].Trim();
        foreach (string known in Labels)
        {
            if (label.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text without its lines of changes, and those lines.</summary>
    public static (string Words, string Changes) Split(string text)
    {
        string[] lines = text.Split('\n');
        return (string.Join('\n', lines.Where(line => !IsChange(line))).Trim(), string.Join('\n', lines.Where(line => IsChange(line)).Select(line => line.Trim())));
    }

    /// <summary>Takes the changes out of the items of a text; their labels are ignored.</summary>
    public static (List<Item> Kept, List<List<Item>> Changes) Take(List<Item> items, string text)
    {
        List<Item> rest = new(items.Count);
        List<List<Item>> changes = [];
        for (var i = 0; i < items.Count; i++)
        {
            if (!(Labels.Contains(items[i].Token.Key) && BriefLabels.Begins(text, items[i].Start) && i + 1 < items.Count && items[i + 1].Token is { Kind: TokenKind.Punctuation, Key: ":" }))
            {
                rest.Add(items[i]);
                continue;
            }

            items[i].Ignored = true;
            items[++i].Ignored = true;
            List<Item> change = [];
            while (i + 1 < items.Count && items[i + 1].Token.Kind != TokenKind.ShotMark && text[items[i + 1].Start] != '\n')
            {
                change.Add(items[++i]);
            }

            changes.Add(change);
        }

        return (rest, changes);
    }

    /// <summary>Changes a film's shots.</summary>
    /// <param name="text">The text that the items are of.</param>
    /// <param name="change">Items of the change, without its label.</param>
    /// <param name="french">Whether it is French.</param>
    /// <param name="registry">The film's subjects.</param>
    /// <param name="shots">In order of time, at least one.</param>
    public static void Apply(string text, List<Item> change, bool french, SubjectRegistry registry, IReadOnlyList<ShotDraft> shots)
    {
        var (words, gone) = Divide(text, change, shots);
        ShotDraft said = new();
        var (fork, originals) = registry.Fork(shots[0].Subjects.FirstOrDefault(subject => !subject.Hidden));
        ShotParser.Parse(text, words, french, fork, said);
        var who = SubjectsOf(said, originals, gone, registry, shots);
        foreach (ShotDraft shot in shots)
        {
            Exclude(shot, said.Excluded);
            SetPlace(shot, said);
            SetFilm(shot, said);
            SetDeeds(shot, said, who);
        }
    }

    /// <summary>"A cat instead of the fox", "replace the fox with a cat": the words that remain, and the subject that goes.</summary>
    private static (List<Item> Words, SubjectDraft? Gone) Divide(string text, List<Item> change, IReadOnlyList<ShotDraft> shots)
    {
        List<Item> words = [];
        for (var i = 0; i < change.Count; i++)
        {
            var opens = i == 0 || change[i - 1].Token.Kind == TokenKind.Punctuation || change[i - 1].Has(WordClass.And);
            if (opens && Requests.Contains(change[i].Token.Key))
            {
                change[i].Ignored = true;
            }
            else
            {
                words.Add(change[i]);
            }
        }

        if (words.Count == 0)
        {
            return (words, null);
        }

        var (from, to) = (change[0].Start, change[^1].End);
        string line = text[from..to];
        if (change[0].Ignored && change[0].Token.Key is "replace" or "swap" or "remplace" or "remplacez" && FirstOf(line, Replaced) is (var with, var length) && with > 0)
        {
            return (words.FindAll(item => item.Start >= from + with + length), Named(words.FindAll(item => item.Start < from + with), shots));
        }

        return FirstOf(line, Instead) is (var at, _) && at >= 0
            ? (words.FindAll(item => item.Start < from + at), Named(words.FindAll(item => item.Start >= from + at), shots))
            : (words, null);
    }

    private static (int At, int Length) FirstOf(string line, string[] words)
    {
        foreach (string word in words)
        {
            if (line.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            {
                return (at, word.Length);
            }
        }

        return (-1, 0);
    }

    /// <summary>The subject of the film that some words name.</summary>
    private static SubjectDraft? Named(List<Item> words, IReadOnlyList<ShotDraft> shots)
    {
        SubjectDraft? named = null;
        foreach (Item item in words)
        {
            item.Ignored = true;
            if (named is null && item.As(WordClass.Noun) is { } noun)
            {
                named = shots.SelectMany(shot => shot.Subjects).FirstOrDefault(subject => Vocabulary.IsA(subject.Concept, noun.Concept));
                item.Mark("exclusion", noun.Concept);
            }
        }

        return named;
    }

    /// <summary>Who of the film each subject of the change is; those that were not there are added to every shot.</summary>
    private static Dictionary<SubjectDraft, SubjectDraft> SubjectsOf(
        ShotDraft said, Dictionary<SubjectDraft, SubjectDraft> originals, SubjectDraft? gone, SubjectRegistry registry, IReadOnlyList<ShotDraft> shots)
    {
        Dictionary<SubjectDraft, SubjectDraft> who = [];
        HashSet<SubjectDraft> taken = [];
        foreach (SubjectDraft subject in said.Subjects.Where(subject => !subject.Hidden))
        {
            if (originals.TryGetValue(subject, out SubjectDraft? same))
            {
                // The "it" of "make it night" speaks of nobody.
                if (Restate(same, subject) || said.Actions.Exists(action => action.Subject == subject))
                {
                    taken.Add(same);
                }
            }
            else if ((gone ?? KinOf(subject, shots, taken)) is { } other)
            {
                Become(other, subject);
                taken.Add(other);
                (same, gone) = (other, null);
            }
            else
            {
                same = registry.Create(subject.Concept, subject.Words, subject.Count, full: false, subject.Handle);
                same.Attributes.Add(subject.Attributes);
                foreach (ShotDraft shot in shots)
                {
                    shot.Add(same);
                }
            }

            who[subject] = same;
        }

        return who;
    }

    /// <summary>The film's own of that kind: "a blue ball" where there is a red one.</summary>
    private static SubjectDraft? KinOf(SubjectDraft subject, IReadOnlyList<ShotDraft> shots, HashSet<SubjectDraft> taken) =>
        shots.SelectMany(shot => shot.Subjects).FirstOrDefault(other => !other.Hidden && Vocabulary.IsA(subject.Concept, other.Concept) && !taken.Contains(other));

    /// <summary>What is said anew of a colour replaces the colours that were there; false where nothing is said anew.</summary>
    private static bool Restate(SubjectDraft subject, SubjectDraft anew)
    {
        (string? material, float? size, int qualities, int count) = (subject.Attributes.Material, subject.Attributes.SizeScale, subject.Attributes.Qualities.Count, subject.Count);
        List<string> colours = anew.Attributes.Colours[subject.Attributes.Colours.Count..];
        if (colours.Count > 0)
        {
            subject.Attributes.Colours.Clear();
        }

        subject.Attributes.Add(anew.Attributes.Without(anew.Attributes.Colours.Except(colours, StringComparer.Ordinal)));
        subject.Count = anew.Count;
        return colours.Count > 0 || subject.Attributes.Material != material || subject.Attributes.SizeScale != size || subject.Attributes.Qualities.Count != qualities || subject.Count != count;
    }

    private static void Become(SubjectDraft subject, SubjectDraft anew)
    {
        if (subject.Concept != anew.Concept)
        {
            subject.Attributes.Clear();
        }
        else if (anew.Attributes.Colours.Count > 0)
        {
            subject.Attributes.Colours.Clear();
        }

        (subject.Concept, subject.Words, subject.Count) = (anew.Concept, anew.Words, anew.Count);
        subject.Attributes.Add(anew.Attributes);
    }

    private static void Exclude(ShotDraft shot, List<string> concepts)
    {
        foreach (string concept in concepts)
        {
            shot.Subjects.RemoveAll(subject => Vocabulary.IsA(subject.Concept, concept));
            if (!shot.Excluded.Contains(concept))
            {
                shot.Excluded.Add(concept);
            }
        }

        if (concepts.Count > 0)
        {
            shot.Actions.RemoveAll(action => action.Subject is { } doer && !shot.Subjects.Contains(doer));
            shot.Relations.RemoveAll(relation => !shot.Subjects.Contains(relation.Subject) || (relation.Target is { } target && !shot.Subjects.Contains(target)));
            foreach (ActionDraft action in shot.Actions.Where(action => action.Target is { } target && !shot.Subjects.Contains(target)))
            {
                (action.Target, action.Direction) = (null, null);
            }
        }
    }

    private static void SetPlace(ShotDraft shot, ShotDraft said)
    {
        if (said.Setting is null || said.Setting == shot.Setting)
        {
            shot.SettingAttributes.Add(said.SettingAttributes);
            return;
        }

        // What was done down the stairs is done here too, where there are none.
        string? left = shot.Setting;
        shot.Actions.RemoveAll(action => action.Subject is null && action.Place == left);
        foreach (ActionDraft action in shot.Actions.Where(action => action.TargetPlace is not null && action.TargetPlace == left))
        {
            (action.TargetPlace, action.Direction) = (null, null);
        }

        shot.Relations.RemoveAll(relation => relation.Place is not null && relation.Place == left);
        shot.Subjects.RemoveAll(subject => Vocabulary.Find(subject.Concept)?.Kind == ConceptKind.Place);
        shot.Setting = said.Setting;
        shot.SettingAttributes = new AttributesDraft();
        shot.SettingAttributes.Add(said.SettingAttributes);
    }

    private static void SetFilm(ShotDraft shot, ShotDraft said)
    {
        shot.TimeOfDay = said.TimeOfDay ?? shot.TimeOfDay;
        if (said.Weather is not null)
        {
            (shot.Weather, shot.WeatherStrength) = (said.Weather, said.WeatherStrength);
        }

        shot.Wind = said.Wind ?? shot.Wind;
        shot.TimeScale = said.TimeScale ?? shot.TimeScale;
        CameraDirection was = shot.Camera, camera = said.Camera;
        shot.Camera = was with
        {
            Move = camera.Move ?? was.Move,
            Size = camera.Size ?? was.Size,
            Angle = camera.Angle ?? was.Angle,
            Speed = camera.Move is not null ? camera.Speed : was.Speed,
            ShallowFocus = camera.ShallowFocus || was.ShallowFocus,
            Shake = camera.Shake || was.Shake,
        };
        if (said.Styles.Count > 0)
        {
            shot.Styles.Clear();
            shot.Styles.AddRange(said.Styles);
        }
    }

    private static void SetDeeds(ShotDraft shot, ShotDraft said, Dictionary<SubjectDraft, SubjectDraft> who)
    {
        List<ActionDraft> deeds = said.Actions.FindAll(action => action.Subject is { } doer ? Here(doer) is not null : action.Place == shot.Setting);
        foreach (SubjectDraft doer in deeds.Select(deed => deed.Subject).OfType<SubjectDraft>())
        {
            shot.Actions.RemoveAll(action => action.Subject == Here(doer));
        }

        foreach (ActionDraft deed in deeds)
        {
            shot.Add(new ActionDraft
            {
                Verb = deed.Verb,
                Subject = deed.Subject is { } doer ? Here(doer) : null,
                Place = deed.Place,
                Item = deed.Item,
                Direction = deed.Direction,
                Target = deed.Target is { } target ? Here(target) : null,
                TargetPlace = deed.TargetPlace,
                Speed = deed.Speed,
                Manner = [.. deed.Manner],
            });
        }

        foreach (RelationDraft relation in said.Relations)
        {
            if (Here(relation.Subject) is { } placed && (relation.Target is null || Here(relation.Target) is not null))
            {
                shot.Relations.RemoveAll(earlier => earlier.Subject == placed && earlier.Kind == relation.Kind);
                shot.Relations.Add(relation with { Subject = placed, Target = relation.Target is { } by ? Here(by) : null });
            }
        }

        if (said.Dialogue.Count > 0)
        {
            shot.Dialogue.Clear();
            shot.Dialogue.AddRange(said.Dialogue.Select(line => (line.Speaker is { } speaker ? Here(speaker) : null, line.Text)));
        }

        SubjectDraft? Here(SubjectDraft subject) => who.TryGetValue(subject, out SubjectDraft? same) && shot.Subjects.Contains(same) ? same : null;
    }
}
