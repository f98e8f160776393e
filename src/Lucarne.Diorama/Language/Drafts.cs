using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

/// <summary>One or more tokens that the lexicon knows as one entry, or a single token that it does not know.</summary>
internal sealed class Item
{
    public required Token Token { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required Sense[] Senses { get; init; }

    /// <summary>Kind of <see cref="UnderstoodSpan"/>, once it became something.</summary>
    public string? SpanKind { get; private set; }

    public string Concept { get; private set; } = "";

    /// <summary>A function word: neither understood nor not understood.</summary>
    public bool Ignored { get; set; }

    /// <summary>Understood, but nothing can show it.</summary>
    public bool NotShown { get; set; }

    public bool IsWord => Token.Kind is TokenKind.Word or TokenKind.Pictograph or TokenKind.Number;

    public bool Has(WordClass wordClass)
    {
        foreach (var sense in Senses)
        {
            if (sense.Class == wordClass)
            {
                return true;
            }
        }

        return false;
    }

    public Sense? As(WordClass wordClass)
    {
        foreach (var sense in Senses)
        {
            if (sense.Class == wordClass)
            {
                return sense;
            }
        }

        return null;
    }

    public bool Is(WordClass wordClass, string concept) => As(wordClass) is { } sense && sense.Concept == concept;

    public void Mark(string kind, string concept)
    {
        SpanKind ??= kind;
        Concept = Concept.Length == 0 ? concept : Concept;
    }

    /// <summary>Marks again what an earlier reading had marked otherwise.</summary>
    public void MarkAs(string kind, string concept) => (SpanKind, Concept) = (kind, concept);
}

/// <summary>Attributes while they are gathered.</summary>
internal sealed class AttributesDraft
{
    public List<string> Colours { get; } = [];

    public string? Material { get; set; }

    public float? SizeScale { get; set; }

    public List<string> Qualities { get; } = [];

    public bool IsEmpty => Colours.Count == 0 && Material is null && SizeScale is null && Qualities.Count == 0;

    public void Add(AttributesDraft other)
    {
        Colours.AddRange(other.Colours.Except(Colours, StringComparer.Ordinal).ToArray());
        Qualities.AddRange(other.Qualities.Except(Qualities, StringComparer.Ordinal).ToArray());
        Material = other.Material ?? Material;
        SizeScale = other.SizeScale ?? SizeScale;
    }

    /// <summary>The same without some colours.</summary>
    public AttributesDraft Without(IEnumerable<string> colours)
    {
        AttributesDraft rest = new();
        rest.Add(this);
        rest.Colours.Clear();
        rest.Colours.AddRange(Colours.Except(colours, StringComparer.Ordinal));
        return rest;
    }

    public void Clear()
    {
        Colours.Clear();
        Qualities.Clear();
        (Material, SizeScale) = (null, null);
    }

    public Attributes Build() => new()
    {
        Colours = [.. Colours.Distinct(StringComparer.Ordinal)],
        Material = Material,
        SizeScale = SizeScale ?? 1,
        Qualities = [.. Qualities.Distinct(StringComparer.Ordinal)],
    };
}

/// <summary>A subject while it is gathered; one instance over all shots.</summary>
internal sealed class SubjectDraft
{
    public required string Id { get; init; }

    public required string Concept { get; set; }

    public required string Words { get; set; }

    public int Count { get; set; } = 1;

    public AttributesDraft Attributes { get; init; } = new();

    public string? Handle { get; init; }

    /// <summary>Nothing can show it: it takes part in the grammar, and is left out of the screenplay.</summary>
    public bool Hidden { get; init; }

    /// <summary>Hidden as a subject, because the place shows it by itself.</summary>
    public bool OfPlace { get; set; }

    public Subject Build() => new() { Id = Id, Concept = Concept, Words = Words, Count = Count, Attributes = Attributes.Build(), Handle = Handle };
}

/// <summary>An action while it is gathered.</summary>
internal sealed class ActionDraft
{
    public required string Verb { get; set; }

    /// <summary>Null when the place itself acts.</summary>
    public SubjectDraft? Subject { get; set; }

    public string? Place { get; init; }

    public required Item Item { get; init; }

    public string? Direction { get; set; }

    public SubjectDraft? Target { get; set; }

    public string? TargetPlace { get; set; }

    public float Speed { get; set; } = 1;

    public List<string> Manner { get; init; } = [];

    public bool HasTarget => Target is not null || TargetPlace is not null;
}

/// <summary>A relation while it is gathered; the target is a subject or the setting.</summary>
internal sealed record RelationDraft(SubjectDraft Subject, string Kind, SubjectDraft? Target, string? Place);

/// <summary>A shot while it is gathered.</summary>
internal sealed class ShotDraft
{
    public double Start { get; set; }

    public double End { get; set; }

    public string? Setting { get; set; }

    public AttributesDraft SettingAttributes { get; set; } = new();

    public TimeOfDay? TimeOfDay { get; set; }

    public Weather? Weather { get; set; }

    public float? WeatherStrength { get; set; }

    public float? Wind { get; set; }

    public List<SubjectDraft> Subjects { get; } = [];

    public List<ActionDraft> Actions { get; } = [];

    public List<RelationDraft> Relations { get; } = [];

    public List<(SubjectDraft? Speaker, string Text)> Dialogue { get; } = [];

    public CameraDirection Camera { get; set; } = new();

    public List<string> Styles { get; } = [];

    public float? TimeScale { get; set; }

    public List<string> Excluded { get; } = [];

    /// <summary>Whether it holds as many subjects as a shot keeps: what is named after that is not shown.</summary>
    public bool IsFull => Subjects.Count >= PromptReader.MaxPerShot;

    public void Add(ActionDraft action)
    {
        if (Actions.Count < PromptReader.MaxPerShot)
        {
            Actions.Add(action);
        }
        else
        {
            action.Item.NotShown = true;
        }
    }

    public void Add(SubjectDraft subject)
    {
        if (!IsFull && !Subjects.Contains(subject))
        {
            Subjects.Add(subject);
        }
    }

    /// <summary>Takes from an earlier shot what this one is silent about: the place, the hour, the weather, and what stands there.</summary>
    public void Inherit(ShotDraft earlier)
    {
        if (Setting is null && earlier.Setting is not null)
        {
            Setting = earlier.Setting;
            SettingAttributes = earlier.SettingAttributes;
            foreach (var subject in earlier.Subjects.Where(subject => Vocabulary.IsA(subject.Concept, "building") || Vocabulary.Find(subject.Concept)?.Kind == ConceptKind.Place))
            {
                Add(subject);
            }
        }

        TimeOfDay ??= earlier.TimeOfDay;
        Wind ??= earlier.Wind;
        if (Weather is null)
        {
            Weather = earlier.Weather;
            WeatherStrength ??= earlier.WeatherStrength;
        }

        Styles.AddRange(earlier.Styles.Except(Styles, StringComparer.Ordinal).ToArray());
        Excluded.AddRange(earlier.Excluded.Except(Excluded, StringComparer.Ordinal).ToArray());
    }
}

/// <summary>What a noun phrase stands for.</summary>
internal sealed class Phrase
{
    public List<SubjectDraft> Subjects { get; } = [];

    /// <summary>The setting's concept, when the phrase names the place.</summary>
    public string? Place { get; set; }

    /// <summary>It set the weather, the hour or the style and names nothing more.</summary>
    public bool Effect { get; set; }

    public bool Camera { get; set; }

    /// <summary>Its head is a word that the lexicon does not know.</summary>
    public bool Unknown { get; set; }

    public string? BodyPart { get; set; }

    public bool AfterPreposition { get; set; }

    public bool IsEmpty => Subjects.Count == 0 && Place is null;
}
