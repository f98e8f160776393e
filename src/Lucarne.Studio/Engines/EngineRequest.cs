using Lucarne.Diorama.Screenplays;
using Lucarne.Media;

namespace Lucarne.Studio.Engines;

/// <summary>What an engine is asked to make. It says nothing of who asks.</summary>
public sealed record EngineRequest
{
    /// <summary>The prompt, as typed.</summary>
    public required string Prompt { get; init; }

    /// <summary>The prompt as <see cref="IEngine.ReadScreenplay"/> understood it; null for an engine that takes the prompt as it is.</summary>
    public Screenplay? Screenplay { get; init; }

    /// <summary>Exact size, rate and number of frames.</summary>
    public required VideoFormat Format { get; init; }

    /// <summary>All randomness of the film comes from it: same request, same seed, same bits.</summary>
    public required long Seed { get; init; }

    /// <summary>Path of the image that the film starts from, if any.</summary>
    public string? FirstImagePath { get; init; }
}
