using System.Diagnostics.CodeAnalysis;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Generations;

/// <summary>What <see cref="GenerationService.Create"/> is asked for.</summary>
public sealed record GenerationRequest
{
    /// <summary>Opaque id of whom the generation belongs to.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The prompt, as typed: 1 to <see cref="Generation.PromptMaxCharacters"/> UTF-16 code units.</summary>
    public required string Prompt { get; init; }

    /// <summary>Length; rounded to whole frames.</summary>
    public required double Seconds { get; init; }

    /// <summary>Picture size; null takes the engine's default.</summary>
    public VideoSize? Size { get; init; }

    /// <summary>Frames a second; null takes the engine's default.</summary>
    public int? Fps { get; init; }

    /// <summary>Seed; null draws one from the generation's id.</summary>
    public long? Seed { get; init; }

    /// <summary>Engine id; null takes the default engine.</summary>
    public string? Engine { get; init; }

    /// <summary>An edited screenplay as JSON; null has the engine read the prompt.</summary>
    public string? ScreenplayJson { get; init; }
}

/// <summary>The generation, or why there is none.</summary>
public sealed record CreateOutcome
{
    /// <summary>The row, added to the context and not yet saved; null when refused.</summary>
    public Generation? Generation { get; private init; }

    /// <summary>Why not; null when created.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>True when there is a generation.</summary>
    [MemberNotNullWhen(true, nameof(Generation))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Created => Generation is not null;

    internal static CreateOutcome Of(Generation generation) => new() { Generation = generation };

    internal static CreateOutcome Of(Refusal refusal) => new() { Refusal = refusal };
}
