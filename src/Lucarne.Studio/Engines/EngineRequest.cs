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

    /// <summary>The film that the run goes on with, beyond its end; null for a film of its own. Only for engines that declare <see cref="EngineCapabilities.ContinuesOwnFilms"/>.</summary>
    public FilmContinuation? Continuation { get; init; }

    /// <summary>Path of the image that the film starts from, if any: PNG, JPEG or WebP. Engines read it bounded, and refuse what cannot be read.</summary>
    public string? FirstImagePath { get; init; }

    /// <summary>Path of the image that the film ends with, if any.</summary>
    public string? LastImagePath { get; init; }

    /// <summary>Paths of pictures of what should appear in the film; often none.</summary>
    public IReadOnlyList<string> ReferencePaths { get; init; } = [];

    /// <summary>Path of the video that the film goes on from, if any: mp4, mov, webm or mkv. The film is the continuation alone.</summary>
    public string? ContinuesPath { get; init; }
}

/// <summary>Where a continuation starts.</summary>
/// <param name="FilmFrames">Number of frames of the film as it was made from the same screenplay and seed.</param>
/// <param name="FirstFrame">Frame that the run's first one is, counted from the film's start; <paramref name="FilmFrames"/> or later.</param>
public sealed record FilmContinuation(int FilmFrames, int FirstFrame);
