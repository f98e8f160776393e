using System.Collections.Immutable;

namespace Lucarne.Diorama.Screenplays;

/// <summary>A prompt as understood: the film laid out in timed shots, and the words that were not understood.</summary>
/// <remarks>
/// Language writes it, Staging reads it. Concepts are lower-case English identifiers from the vocabulary
/// (<c>ball</c>, <c>sailing-boat</c>, <c>lighthouse</c>), whatever the language of the prompt.
/// </remarks>
public sealed record Screenplay
{
    /// <summary>The prompt as typed, after trimming and removal of control characters.</summary>
    public required string Prompt { get; init; }

    /// <summary>Two-letter language that the prompt was read in: <c>en</c> or <c>fr</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Length of the whole film in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>What the prompt says of the whole film, before its first shot begins; empty for a film of one shot.</summary>
    public string World { get; init; } = "";

    /// <summary>Shots in order of time; at least one; together they cover the film without gap or overlap.</summary>
    public required ImmutableArray<Shot> Shots { get; init; }

    /// <summary>What happens after the film's end, where it goes on beyond that; in order of time. A film that ends at its end shows nothing of them.</summary>
    public ImmutableArray<Sequel> Sequels { get; init; } = [];

    /// <summary>What each understood stretch of the prompt became, in order of position: the client shows these as chips.</summary>
    public ImmutableArray<UnderstoodSpan> Understood { get; init; } = [];

    /// <summary>Content words of the prompt that gave nothing, in order of position.</summary>
    public ImmutableArray<NotUnderstoodSpan> NotUnderstood { get; init; } = [];
}

/// <summary>What happens from a moment on, in the last shot of a film that goes on: nothing is cut, whoever is there goes on from where it is.</summary>
/// <param name="StartSeconds">That moment, in seconds of the film as it was made; its end or later.</param>
/// <param name="Words">The words that say so.</param>
/// <param name="Shot">What is said: subjects of the film under their own ids, others under new ones. What it leaves open stays as it was.</param>
public sealed record Sequel(double StartSeconds, string Words, Shot Shot);

/// <summary>One continuous view of one place.</summary>
public sealed record Shot
{
    /// <summary>Start within the film, in seconds.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>End within the film, in seconds; the next shot's start.</summary>
    public required double EndSeconds { get; init; }

    /// <summary>Where the shot's own words are in <see cref="Screenplay.Prompt"/>: first character, UTF-16 code units.</summary>
    public int TextStart { get; init; }

    /// <summary>Number of UTF-16 code units of the shot's own words.</summary>
    public int TextLength { get; init; }

    /// <summary>What varies in this shot alone: motion, physics, camera; looks and places come from the film's seed. Null takes the film's for both.</summary>
    public long? Seed { get; init; }

    /// <summary>Concept of the place (<c>staircase</c>, <c>ocean</c>, <c>city-street</c>, <c>village</c>); null lets Staging choose one that suits the subjects.</summary>
    public string? Setting { get; init; }

    /// <summary>Colour or material asked for the setting ("wooden staircase", "marble table"), if any.</summary>
    public Attributes SettingAttributes { get; init; } = new();

    /// <summary>Time of day; null lets Staging choose.</summary>
    public TimeOfDay? TimeOfDay { get; init; }

    /// <summary>Weather; null lets Staging choose what suits the place.</summary>
    public Weather? Weather { get; init; }

    /// <summary>0 none … 1 as strong as it gets ("heavy rain" 0.9, "light snow" 0.3).</summary>
    public float WeatherStrength { get; init; } = 0.6f;

    /// <summary>0 still air … 1 gale.</summary>
    public float Wind { get; init; } = 0.2f;

    /// <summary>Things and beings, main subject first. Subjects that return in later shots keep their <see cref="Subject.Id"/>.</summary>
    public ImmutableArray<Subject> Subjects { get; init; } = [];

    /// <summary>What happens, in order of mention.</summary>
    public ImmutableArray<ActionClause> Actions { get; init; } = [];

    /// <summary>Where subjects are relative to one another ("a candle on a cake").</summary>
    public ImmutableArray<Relation> Relations { get; init; } = [];

    /// <summary>Spoken lines, in order.</summary>
    public ImmutableArray<DialogueLine> Dialogue { get; init; } = [];

    /// <summary>How the shot is filmed.</summary>
    public CameraDirection Camera { get; init; } = new();

    /// <summary>Style identifiers in order of mention: <c>film-noir</c>, <c>anime</c>, <c>watercolour</c>, <c>pixel-art</c>, <c>home-movie</c>, <c>neon</c>, <c>macro</c>…</summary>
    public ImmutableArray<string> Styles { get; init; } = [];

    /// <summary>Playback speed of what happens: 1 is real time, 0.25 slow motion, 30 time-lapse.</summary>
    public float TimeScale { get; init; } = 1f;

    /// <summary>Concepts that the prompt asks to leave out ("no cats", "aucune personne").</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];
}

/// <summary>A thing or being that the prompt names.</summary>
public sealed record Subject
{
    /// <summary>Identifier within the screenplay: the concept, with a number from the second one on (<c>ball</c>, <c>ball-2</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Concept of the vocabulary (<c>ball</c>). Each concept has a parent there, down to <c>thing</c>, <c>animal</c>, <c>person</c>, <c>vehicle</c>, <c>plant</c>, <c>building</c>.</summary>
    public required string Concept { get; init; }

    /// <summary>The words of the prompt that name it.</summary>
    public required string Words { get; init; }

    /// <summary>How many; 1 to 200. "A row of", "a crowd", "some" give a number that reads well.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Colour, material, size and other qualities.</summary>
    public Attributes Attributes { get; init; } = new();

    /// <summary>The <c>@handle</c> cast for it, without the at sign.</summary>
    public string? Handle { get; init; }
}

/// <summary>Qualities of a subject or a setting. Null where the prompt is silent.</summary>
public sealed record Attributes
{
    /// <summary>Colour identifiers (<c>red</c>, <c>golden</c>, <c>dark-blue</c>, <c>colourful</c>), in order of mention.</summary>
    public ImmutableArray<string> Colours { get; init; } = [];

    /// <summary>Material identifier: <c>rubber</c>, <c>wood</c>, <c>metal</c>, <c>glass</c>, <c>stone</c>, <c>marble</c>, <c>brick</c>, <c>fabric</c>, <c>paper</c>, <c>plastic</c>, <c>ice</c>, <c>snow</c>, <c>gold</c>…</summary>
    public string? Material { get; init; }

    /// <summary>Length relative to the concept's usual one: 0.25 tiny, 0.5 small, 1 usual, 1.8 big, 3 giant.</summary>
    public float SizeScale { get; init; } = 1f;

    /// <summary>Other qualities as concepts: <c>vintage</c>, <c>lonely</c>, <c>old</c>, <c>frozen</c>, <c>lit</c>, <c>heavy</c>, <c>light</c>…</summary>
    public ImmutableArray<string> Qualities { get; init; } = [];
}

/// <summary>One action: who does what, to or relative to what, and how.</summary>
public sealed record ActionClause
{
    /// <summary>Verb concept: <c>bounce</c>, <c>roll</c>, <c>fall</c>, <c>topple</c>, <c>hit</c>, <c>drive</c>, <c>sail</c>, <c>float</c>, <c>walk</c>, <c>run</c>, <c>fly</c>, <c>spin</c>, <c>dance</c>, <c>grow</c>, <c>drift</c>…</summary>
    public required string Verb { get; init; }

    /// <summary><see cref="Subject.Id"/> of who acts; the setting's concept when the place itself acts ("a river flows").</summary>
    public required string SubjectId { get; init; }

    /// <summary>Direction or relation to the target: <c>down</c>, <c>up</c>, <c>along</c>, <c>across</c>, <c>into</c>, <c>onto</c>, <c>off</c>, <c>over</c>, <c>under</c>, <c>around</c>, <c>through</c>, <c>from</c>, <c>past</c>, <c>toward</c>, and the static <c>on</c>, <c>in</c>, <c>at</c>, <c>above</c>, <c>beside</c>, <c>behind</c>, <c>in-front-of</c>, <c>between</c>; null for none.</summary>
    public string? Direction { get; init; }

    /// <summary><see cref="Subject.Id"/> of the object or target; the setting's concept when the target is the place ("down a staircase").</summary>
    public string? TargetId { get; init; }

    /// <summary>1 usual, 0.5 slowly, 2 fast.</summary>
    public float Speed { get; init; } = 1f;

    /// <summary>Adverbs that are not a speed: <c>gently</c>, <c>together</c>, <c>alone</c>.</summary>
    public ImmutableArray<string> Manner { get; init; } = [];
}

/// <summary>A lasting spatial relation between two subjects.</summary>
/// <param name="SubjectId">The one that is placed.</param>
/// <param name="Kind"><c>on</c>, <c>in</c>, <c>under</c>, <c>above</c>, <c>beside</c>, <c>behind</c>, <c>in-front-of</c>, <c>around</c>, <c>with</c>, <c>wears</c>, <c>between</c>.</param>
/// <param name="TargetId">The one that it is placed by: a <see cref="Subject.Id"/>, or the setting's concept.</param>
public sealed record Relation(string SubjectId, string Kind, string TargetId);

/// <summary>A spoken line.</summary>
/// <param name="SpeakerId"><see cref="Subject.Id"/> of the speaker; null when nobody is named.</param>
/// <param name="Text">What is said, without quotation marks.</param>
/// <param name="Language">Two-letter language of the line.</param>
public sealed record DialogueLine(string? SpeakerId, string Text, string Language);

/// <summary>How a shot is filmed; null members are Staging's choice.</summary>
public sealed record CameraDirection
{
    /// <summary>Movement asked for.</summary>
    public CameraMove? Move { get; init; }

    /// <summary>Size of the subject in the frame.</summary>
    public ShotSize? Size { get; init; }

    /// <summary>Height and tilt.</summary>
    public CameraAngle? Angle { get; init; }

    /// <summary>1 usual, 0.5 slow, 2 fast.</summary>
    public float Speed { get; init; } = 1f;

    /// <summary>Shallow depth of field asked for ("macro", "bokeh", "shallow depth of field").</summary>
    public bool ShallowFocus { get; init; }

    /// <summary>The camera shakes ("camera shakes").</summary>
    public bool Shake { get; init; }
}

/// <summary>Camera movements.</summary>
public enum CameraMove { Static, Pan, Tilt, DollyIn, DollyOut, Orbit, Tracking, Crane, Handheld, Aerial, FlyThrough }

/// <summary>Shot sizes, from far to near.</summary>
public enum ShotSize { ExtremeWide, Wide, Full, Medium, CloseUp, ExtremeCloseUp }

/// <summary>Camera angles.</summary>
public enum CameraAngle { EyeLevel, Low, High, Overhead, Side, Front, Behind }

/// <summary>Times of day, in order of the day.</summary>
public enum TimeOfDay { Dawn, Morning, Noon, Afternoon, Sunset, Dusk, Night }

/// <summary>Kinds of weather.</summary>
public enum Weather { Clear, Cloudy, Overcast, Mist, Rain, Storm, Snow, Wind, Dust, Aurora }

/// <summary>A stretch of the prompt that became something.</summary>
/// <param name="Start">First character in <see cref="Screenplay.Prompt"/>, UTF-16 code units.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
/// <param name="Kind"><c>subject</c>, <c>action</c>, <c>setting</c>, <c>time</c>, <c>weather</c>, <c>camera</c>, <c>style</c>, <c>colour</c>, <c>material</c>, <c>size</c>, <c>count</c>, <c>quality</c>, <c>dialogue</c>, <c>exclusion</c>, <c>timing</c>, <c>cast</c>.</param>
/// <param name="Concept">What it became.</param>
public sealed record UnderstoodSpan(int Start, int Length, string Kind, string Concept);

/// <summary>A stretch of the prompt that gave nothing.</summary>
/// <param name="Start">First character in <see cref="Screenplay.Prompt"/>, UTF-16 code units.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
/// <param name="Text">The words.</param>
/// <param name="Reason"><c>unknown</c> (not in the vocabulary) or <c>not-shown</c> (understood, but this version has no way to show it).</param>
public sealed record NotUnderstoodSpan(int Start, int Length, string Text, string Reason);
