using System.Collections.Immutable;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Editing;

/// <summary>An edit as a person asks for it. The caller has checked that every source is theirs to use.</summary>
public sealed record EditRequest
{
    /// <summary>Opaque id of whom the result belongs to.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Clips in order, 1 to <see cref="EditRules.MaxClips"/>.</summary>
    public required ImmutableArray<ClipRequest> Clips { get; init; }

    /// <summary>Picture size of the result; null takes the first clip's.</summary>
    public VideoSize? Size { get; init; }

    /// <summary>What is heard.</summary>
    public EditSound Sound { get; init; } = new() { Mode = EditSoundMode.Keep };
}

/// <summary>One clip as asked for.</summary>
public sealed record ClipRequest
{
    /// <summary>A completed generation.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>First frame, counted in the source's; null starts with it.</summary>
    public int? StartFrame { get; init; }

    /// <summary>Frame after the last one; null ends with the source.</summary>
    public int? EndFrame { get; init; }

    /// <summary>Seconds that the engine adds after the source's end; 0 adds none. Only for a clip that runs to its source's end.</summary>
    public double ExtendSeconds { get; init; }

    /// <summary>What happens in the seconds that the engine adds; null goes on as it was. Only where <see cref="ExtendSeconds"/> are added.</summary>
    public string? ExtendPrompt { get; init; }

    /// <summary>Seconds over which the clip before dissolves into this one; 0 is a cut.</summary>
    public double CrossfadeSeconds { get; init; }
}

/// <summary>Bounds of edits.</summary>
public static class EditRules
{
    /// <summary>Most clips.</summary>
    public const int MaxClips = 20;

    /// <summary>Shortest result in seconds.</summary>
    public const double MinSeconds = 0.5;

    /// <summary>Longest result in seconds.</summary>
    public const double MaxSeconds = 180;

    /// <summary>Most seconds that one edit adds to a film.</summary>
    public const double MaxExtendSeconds = 25;

    /// <summary>Most characters of what happens in an extension.</summary>
    public const int MaxExtendCharacters = 1000;

    /// <summary>How often a film is told what happens next.</summary>
    public const int MaxSequels = 12;

    /// <summary>Longest dissolve in seconds.</summary>
    public const double MaxCrossfadeSeconds = 3;

    /// <summary>Loudest volume.</summary>
    public const double MaxVolume = 2;
}
