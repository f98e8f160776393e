namespace Lucarne.Media.Encoding;

/// <summary>Where a film is cut into segments: 0.5 s, 0.5 s, then 1 s each, so that a player can start after half a second of video.</summary>
public sealed class SegmentPlan
{
    /// <summary>The longest segment, in whole seconds, as the playlist declares it.</summary>
    public const int TargetSeconds = 1;

    private readonly VideoFormat _format;

    /// <param name="format">The film.</param>
    public SegmentPlan(VideoFormat format)
    {
        _format = format;
        List<int> starts = [0];
        int half = Math.Max(1, format.Fps / 2);
        for (int start = half; start < format.FrameCount; start = start < format.Fps ? format.Fps : start + format.Fps)
        {
            if (start > starts[^1])
            {
                starts.Add(start);
            }
        }

        FirstFrames = starts;
    }

    /// <summary>First frame of each segment; each is a keyframe.</summary>
    public IReadOnlyList<int> FirstFrames { get; }

    /// <summary>Frames before the end of segment <paramref name="segment"/>.</summary>
    public int EndFrame(int segment) => segment + 1 < FirstFrames.Count ? FirstFrames[segment + 1] : _format.FrameCount;

    /// <summary>Length of segment <paramref name="segment"/> in seconds.</summary>
    public double SecondsOf(int segment) => (double)(EndFrame(segment) - FirstFrames[segment]) / _format.Fps;
}
