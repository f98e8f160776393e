using Lucarne.Media;

namespace Lucarne.Studio.Editing;

/// <summary>Where one clip lies in the result.</summary>
/// <param name="Clip">The clip.</param>
/// <param name="SourceFps">Frames a second of its source.</param>
/// <param name="FirstFrame">Frame of the result at which it begins, under the end of the clip before where they dissolve.</param>
/// <param name="FrameCount">Frames of the result that it lasts.</param>
public readonly record struct PlacedClip(EditClip Clip, int SourceFps, int FirstFrame, int FrameCount)
{
    /// <summary>Frame of the result after its last one.</summary>
    public int EndFrame => FirstFrame + FrameCount;

    /// <summary>Frames over which the clip before dissolves into it.</summary>
    public int CrossfadeFrames => Clip.CrossfadeFrames;
}

/// <summary>Clips laid end to end at one frame rate, overlapping where they dissolve. Pure arithmetic.</summary>
public static class EditTimeline
{
    /// <summary>Frames of the result that a stretch lasts: its frames, at another rate where the rates differ.</summary>
    public static int FramesOf(int sourceFrames, int sourceFps, int fps) =>
        sourceFps == fps ? sourceFrames : Math.Max(1, (int)Math.Round((double)sourceFrames * fps / sourceFps, MidpointRounding.AwayFromZero));

    /// <summary>Lays clips out.</summary>
    /// <param name="clips">Clips in order, each with its source's frame rate.</param>
    /// <param name="fps">Frames a second of the result.</param>
    public static IReadOnlyList<PlacedClip> Place(IEnumerable<(EditClip Clip, int SourceFps)> clips, int fps)
    {
        List<PlacedClip> placed = [];
        int end = 0;
        foreach ((EditClip clip, int sourceFps) in clips)
        {
            int frames = FramesOf(clip.EndFrame - clip.StartFrame, sourceFps, fps);
            placed.Add(new PlacedClip(clip, sourceFps, end - clip.CrossfadeFrames, frames));
            end += frames - clip.CrossfadeFrames;
        }

        return placed;
    }

    /// <summary>A clip's captions at their times in the result: those of the stretch, cut at its ends; less than a tenth of a second is left out.</summary>
    /// <param name="captions">Captions of the source.</param>
    /// <param name="startSeconds">Start of the stretch within the source.</param>
    /// <param name="endSeconds">End of the stretch within the source.</param>
    /// <param name="atSeconds">When the stretch begins in the result.</param>
    public static IEnumerable<Caption> Shift(IEnumerable<Caption> captions, double startSeconds, double endSeconds, double atSeconds) => captions
        .Select(c => c with
        {
            StartSeconds = Math.Max(c.StartSeconds, startSeconds) - startSeconds + atSeconds,
            EndSeconds = Math.Min(c.EndSeconds, endSeconds) - startSeconds + atSeconds,
        })
        .Where(c => c.EndSeconds - c.StartSeconds >= 0.1);
}
