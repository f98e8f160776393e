using System.Diagnostics.CodeAnalysis;
using Lucarne.Diorama.Screenplays;
using Lucarne.Safety.Text;

namespace Lucarne.Studio.Engines;

/// <summary>A film as a person asks for it: whatever is null is the engine's default.</summary>
public record FilmRequest
{
    /// <summary>Most UTF-16 code units of a prompt.</summary>
    public const int PromptMaxCharacters = PromptRules.MaxCharacters;

    /// <summary>The prompt, as typed: 1 to <see cref="PromptMaxCharacters"/> UTF-16 code units. With a storyboard, what <see cref="Diorama.Screenplays.Storyboard.ToPrompt"/> gives.</summary>
    public required string Prompt { get; init; }

    /// <summary>Length; rounded to whole frames. Null takes the engine's default.</summary>
    public double? Seconds { get; init; }

    /// <summary>The film shot by shot; null for a film of one prompt.</summary>
    public Storyboard? Storyboard { get; init; }

    /// <summary>Makes one shot of a film anew and keeps all others; null makes every shot.</summary>
    public ShotRetake? Retake { get; init; }

    /// <summary>Id of a <see cref="StylePreset"/>; null for none.</summary>
    public string? Style { get; init; }

    /// <summary>Picture size; null takes the engine's default.</summary>
    public VideoSize? Size { get; init; }

    /// <summary>Frames a second; null takes the engine's default.</summary>
    public int? Fps { get; init; }

    /// <summary>Seed; null takes the one that the caller draws.</summary>
    public long? Seed { get; init; }

    /// <summary>Engine id; null takes the default engine.</summary>
    public string? Engine { get; init; }

    /// <summary>Path of an image to start from; null for none.</summary>
    public string? FirstImagePath { get; init; }

    /// <summary>Path of an image to end with; null for none.</summary>
    public string? LastImagePath { get; init; }

    /// <summary>Paths of pictures of what should appear.</summary>
    public IReadOnlyList<string> ReferencePaths { get; init; } = [];

    /// <summary>Path of a video to go on from; null for none.</summary>
    public string? ContinuesPath { get; init; }
}

/// <summary>One shot of an earlier film to be made anew: the others come from its screenplay as they were, so that their frames are the same.</summary>
/// <param name="Film">The earlier film's screenplay, with as many shots as the storyboard.</param>
/// <param name="Shot">Index of the shot that the storyboard gives anew.</param>
public sealed record ShotRetake(Screenplay Film, int Shot);

/// <summary>Which engine makes a film, and what it is asked; or why none can.</summary>
public sealed record FilmPlan
{
    /// <summary>The engine; null when refused.</summary>
    public IEngine? Engine { get; private init; }

    /// <summary>What it is asked; null when refused.</summary>
    public EngineRequest? Request { get; private init; }

    /// <summary>Why not; null when there is a plan.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>True when an engine can make the film.</summary>
    [MemberNotNullWhen(true, nameof(Engine), nameof(Request))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Possible => Refusal is null;

    internal static FilmPlan Of(IEngine engine, EngineRequest request) => new() { Engine = engine, Request = request };

    internal static FilmPlan Of(Refusal refusal) => new() { Refusal = refusal };
}
