using System.Collections.Immutable;

namespace Lucarne.Studio.Engines;

/// <summary>What an engine declares that it can make. A request within these bounds is taken; any other is refused with a code.</summary>
public sealed record EngineCapabilities
{
    private const double UsualSeconds = 10;

    /// <summary>Picture sizes, the default one first.</summary>
    public required ImmutableArray<VideoSize> Sizes { get; init; }

    /// <summary>Frame rates, the default one first.</summary>
    public required ImmutableArray<int> Fps { get; init; }

    /// <summary>Shortest film in seconds.</summary>
    public required double MinSeconds { get; init; }

    /// <summary>Longest film in seconds.</summary>
    public required double MaxSeconds { get; init; }

    /// <summary>Length of a film whose request names none: 10 seconds, or as near to them as the engine goes.</summary>
    public double DefaultSeconds => Math.Clamp(UsualSeconds, MinSeconds, MaxSeconds);

    /// <summary>True when the engine makes sound; otherwise its films are silent.</summary>
    public required bool Sound { get; init; }

    /// <summary>True when a film can be asked for as a storyboard: shot by shot, in one world.</summary>
    public bool Storyboards { get; init; }

    /// <summary>True when the engine can go on with a film of its own from its screenplay and seed, as if it had been longer (<see cref="EngineRequest.Continuation"/>).</summary>
    public bool ContinuesOwnFilms { get; init; }

    /// <summary>True when a film can start from an image.</summary>
    public required bool FirstImage { get; init; }

    /// <summary>True when a film cannot be made without an image to start from, or a video to go on from.</summary>
    public bool FirstImageNeeded { get; init; }

    /// <summary>True when a film can end with an image.</summary>
    public bool LastImage { get; init; }

    /// <summary>True when a film cannot be made without an image to end with.</summary>
    public bool LastImageNeeded { get; init; }

    /// <summary>Pictures of what should appear that a film can follow; 0 when it follows none.</summary>
    public int MaxReferences { get; init; }

    /// <summary>True when a film can go on from the end of a video.</summary>
    public bool Continues { get; init; }

    /// <summary>Bytes of memory that one run needs at most, at the largest size.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Checks a request against the bounds; null when it fits.</summary>
    /// <returns>
    /// <c>size_not_supported</c>, <c>fps_not_supported</c>, <c>seconds_not_supported</c>, <c>first_image_not_supported</c>, <c>first_image_needed</c>,
    /// <c>last_image_not_supported</c>, <c>last_image_needed</c>, <c>references_not_supported</c> or <c>continuing_not_supported</c>, saying what is.
    /// </returns>
    public Refusal? Check(EngineRequest request)
    {
        VideoSize size = new(request.Format.Width, request.Format.Height);
        if (!Sizes.Contains(size))
        {
            return new Refusal("size_not_supported", $"This engine does not make {size}. Choose one of {string.Join(", ", Sizes)}.");
        }

        if (!Fps.Contains(request.Format.Fps))
        {
            return new Refusal("fps_not_supported", $"This engine does not make {request.Format.Fps} frames a second. Choose one of {string.Join(", ", Fps)}.");
        }

        if (request.Format.Seconds < MinSeconds || request.Format.Seconds > MaxSeconds)
        {
            return new Refusal("seconds_not_supported", FormattableString.Invariant($"This engine makes {MinSeconds:0.##} to {MaxSeconds:0.##} seconds, not {request.Format.Seconds:0.##}. Choose a length in between."));
        }

        return CheckPictures(request);
    }

    private Refusal? CheckPictures(EngineRequest request)
    {
        if (request.FirstImagePath is not null && (!FirstImage || request.ContinuesPath is not null))
        {
            return new Refusal("first_image_not_supported", FirstImage
                ? "A film either starts from an image or goes on from a video. Remove one of the two."
                : "This engine cannot start from an image. Remove the image, or choose another engine.");
        }

        if (FirstImageNeeded && request.FirstImagePath is null && (request.ContinuesPath is null || !Continues))
        {
            return new Refusal("first_image_needed", "This engine starts from an image. Give a first image, or choose another engine.");
        }

        if (request.LastImagePath is not null && !LastImage)
        {
            return new Refusal("last_image_not_supported", "This engine cannot end with an image. Remove the last image, or choose another engine.");
        }

        if (LastImageNeeded && request.LastImagePath is null)
        {
            return new Refusal("last_image_needed", "This engine goes from a first image to a last one. Give a last image too, or choose another engine.");
        }

        if (request.ReferencePaths.Count > MaxReferences)
        {
            return new Refusal("references_not_supported", MaxReferences == 0
                ? "This engine takes no reference pictures. Remove them, or choose another engine."
                : $"This engine takes at most {MaxReferences} reference pictures, not {request.ReferencePaths.Count}. Remove some.");
        }

        return request.ContinuesPath is not null && !Continues
            ? new Refusal("continuing_not_supported", "This engine cannot go on from a video. Remove the video, or choose another engine.")
            : null;
    }
}
