namespace Lucarne.Social.Create;

/// <summary>A prompt as understood: the film laid out in timed shots, and the words that were not understood.</summary>
/// <param name="Prompt">The prompt, cleaned; positions of spans are in it.</param>
/// <param name="Language">Language that it was read in: <c>en</c> or <c>fr</c>.</param>
/// <param name="Seconds">Length of the whole film.</param>
/// <param name="Shots">In order of time.</param>
/// <param name="Understood">What each understood stretch of the prompt became, in order of position.</param>
/// <param name="NotUnderstood">Words that gave nothing, in order of position.</param>
/// <param name="Storyboard">The storyboard that was read; for a prompt, a draft of one in its words, to be edited and sent to /api/generations.</param>
/// <param name="Mentions">Handles that the prompt names, and whether anyone has them.</param>
public sealed record ScreenplayView(
    string Prompt, string Language, double Seconds,
    IReadOnlyList<ShotView> Shots, IReadOnlyList<UnderstoodSpanView> Understood, IReadOnlyList<NotUnderstoodSpanView> NotUnderstood,
    StoryboardView Storyboard, IReadOnlyList<MentionedHandle> Mentions);

/// <summary>One continuous view of one place.</summary>
/// <param name="StartSeconds">Start within the film.</param>
/// <param name="EndSeconds">End within the film.</param>
/// <param name="Setting">Concept of the place; null where the prompt is silent.</param>
/// <param name="TimeOfDay">Time of day; null where the prompt is silent.</param>
/// <param name="Weather">Weather; null where the prompt is silent.</param>
/// <param name="Subjects">Things and beings, main one first.</param>
/// <param name="Actions">What happens, in order of mention.</param>
/// <param name="Camera">How it is filmed; null members are the engine's choice.</param>
/// <param name="Styles">Looks asked for.</param>
/// <param name="Dialogue">Spoken lines.</param>
/// <param name="Prompt">Its own words.</param>
/// <param name="Understood">What was understood of them; positions are in <c>prompt</c> of the shot.</param>
/// <param name="NotUnderstood">What of them gave nothing; positions are in <c>prompt</c> of the shot.</param>
public sealed record ShotView(
    double StartSeconds, double EndSeconds, string? Setting, string? TimeOfDay, string? Weather,
    IReadOnlyList<SubjectView> Subjects, IReadOnlyList<ActionView> Actions, CameraView Camera, IReadOnlyList<string> Styles, IReadOnlyList<DialogueLineView> Dialogue,
    string Prompt, IReadOnlyList<UnderstoodSpanView> Understood, IReadOnlyList<NotUnderstoodSpanView> NotUnderstood);

/// <summary>A thing or being that the prompt names.</summary>
/// <param name="Id">Identifier within the screenplay.</param>
/// <param name="Concept">What it is, from the vocabulary.</param>
/// <param name="Words">The words that name it.</param>
/// <param name="Count">How many.</param>
/// <param name="Colours">Colours asked for.</param>
/// <param name="Material">Material asked for.</param>
/// <param name="SizeScale">1 is the usual size.</param>
public sealed record SubjectView(string Id, string Concept, string Words, int Count, IReadOnlyList<string> Colours, string? Material, double SizeScale);

/// <summary>Who does what, and relative to what.</summary>
/// <param name="Verb">Verb concept.</param>
/// <param name="SubjectId">Who acts.</param>
/// <param name="Direction">Direction or relation to the target.</param>
/// <param name="TargetId">The target: a subject, or the setting's concept.</param>
public sealed record ActionView(string Verb, string SubjectId, string? Direction, string? TargetId);

/// <summary>How a shot is filmed.</summary>
/// <param name="Move">Movement of the camera.</param>
/// <param name="Size">Size of the subject in the frame.</param>
/// <param name="Angle">Height and tilt.</param>
public sealed record CameraView(string? Move, string? Size, string? Angle);

/// <summary>A spoken line.</summary>
/// <param name="SpeakerId">Who speaks; null when nobody is named.</param>
/// <param name="Text">What is said.</param>
public sealed record DialogueLineView(string? SpeakerId, string Text);

/// <summary>A stretch of the prompt that became something.</summary>
/// <param name="Start">First character, UTF-16 code units.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
/// <param name="Kind"><c>subject</c>, <c>action</c>, <c>setting</c>, <c>time</c>, <c>weather</c>, <c>camera</c>, <c>style</c>, <c>colour</c>, <c>material</c>, <c>size</c>, <c>count</c>, <c>quality</c>, <c>dialogue</c>, <c>exclusion</c>, <c>timing</c> or <c>cast</c>.</param>
/// <param name="Concept">What it became.</param>
public sealed record UnderstoodSpanView(int Start, int Length, string Kind, string Concept);

/// <summary>A stretch of the prompt that gave nothing.</summary>
/// <param name="Start">First character, UTF-16 code units.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
/// <param name="Text">The words.</param>
/// <param name="Reason"><c>unknown</c> (not in the vocabulary) or <c>not-shown</c> (understood, but there is no way to show it).</param>
public sealed record NotUnderstoodSpanView(int Start, int Length, string Text, string Reason);
