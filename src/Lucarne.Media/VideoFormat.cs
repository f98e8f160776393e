namespace Lucarne.Media;

/// <summary>Exact shape of a film: picture size, rate and length, and where its sound falls.</summary>
/// <remarks>
/// Frames are planar YUV 4:2:0, 8 bits, BT.709 limited range, without row padding: Y [H, W], then U [H/2, W/2], then V [H/2, W/2],
/// each chroma sample sited in the middle of its four pixels.
/// Sound is interleaved stereo 32-bit float at <see cref="SampleRate"/>; "samples" counts one per channel pair.
/// </remarks>
/// <param name="Width">Pixels; even, 16 to 4096.</param>
/// <param name="Height">Pixels; even, 16 to 4096.</param>
/// <param name="Fps">Frames a second; 1 to 120.</param>
/// <param name="FrameCount">Number of frames; at least 1.</param>
public readonly record struct VideoFormat(int Width, int Height, int Fps, int FrameCount)
{
    /// <summary>Sound samples a second.</summary>
    public const int SampleRate = 48_000;

    /// <summary>Sound channels.</summary>
    public const int Channels = 2;

    /// <summary>Bytes of one frame.</summary>
    public int FrameBytes => Width * Height * 3 / 2;

    /// <summary>Length in seconds.</summary>
    public double Seconds => (double)FrameCount / Fps;

    /// <summary>Samples of the whole film.</summary>
    public long SampleCount => FirstSampleOf(FrameCount);

    /// <summary>The first sample that sounds with frame <paramref name="frame"/>: frame × 48000 / fps, rounded down, so that sound never drifts.</summary>
    public long FirstSampleOf(int frame) => (long)frame * SampleRate / Fps;

    /// <summary>Samples that sound while frame <paramref name="frame"/> is shown.</summary>
    public int SamplesOf(int frame) => (int)(FirstSampleOf(frame + 1) - FirstSampleOf(frame));

    /// <summary>Throws when the shape breaks the bounds above: a caller's bug, since requests are checked at the door.</summary>
    /// <param name="parameterName">Name of the caller's parameter.</param>
    public void ThrowIfInvalid(string parameterName)
    {
        if (Width is < 16 or > 4096 || Height is < 16 or > 4096 || ((Width | Height) & 1) != 0 || Fps is < 1 or > 120 || FrameCount < 1)
        {
            throw new ArgumentException($"VideoFormat: {this} is outside even 16..4096 pixels, 1..120 fps, 1 frame or more", parameterName);
        }
    }
}
