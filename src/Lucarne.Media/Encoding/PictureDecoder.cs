using System.Globalization;

namespace Lucarne.Media.Encoding;

/// <summary>A stretch of a video file to decode.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its shape.</param>
/// <param name="StartFrame">First frame.</param>
/// <param name="EndFrame">Frame after the last one.</param>
public sealed record VideoStretch(string Path, VideoFormat Format, int StartFrame, int EndFrame);

/// <summary>Decodes a stretch of a video, frame by frame, in the size and at the rate of another film.</summary>
/// <remarks>
/// Seeking is exact to the frame. A picture of another shape is shown whole over a blurred copy of itself. Disposing kills ffmpeg.
/// </remarks>
public sealed class PictureDecoder : IAsyncDisposable
{
    private readonly FfmpegProcess _process;
    private bool _ended;
    private bool _any;

    private PictureDecoder(FfmpegProcess process) => _process = process;

    /// <summary>Starts ffmpeg.</summary>
    /// <param name="ffmpeg">Which one.</param>
    /// <param name="stretch">What to decode.</param>
    /// <param name="target">Size and rate of the frames that come out.</param>
    /// <exception cref="EncoderException"><see cref="EncoderFault.FfmpegMissing"/>.</exception>
    public static PictureDecoder Start(Ffmpeg ffmpeg, VideoStretch stretch, VideoFormat target)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        ArgumentNullException.ThrowIfNull(stretch);

        // Half a frame early: the first frame whose time is not before that is the one asked for.
        double seek = Math.Max(0, (stretch.StartFrame - 0.5) / stretch.Format.Fps);
        return new PictureDecoder(ffmpeg.Start(
        [
            "-ss", Invariant($"{seek:0.000000}"), "-i", stretch.Path, "-an", "-filter_complex", "[0:v]" + Filter(stretch, target) + "[v]", "-map", "[v]",
            "-pix_fmt", "yuv420p", "-f", "rawvideo", "pipe:1",
        ]));
    }

    /// <summary>Reads the next frame: <see cref="VideoFormat.FrameBytes"/> bytes of planar YUV 4:2:0. After the last one the buffer keeps what it held.</summary>
    /// <param name="picture">Filled whole, or left as it is.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>True for a new frame; false after the last one.</returns>
    /// <exception cref="EncoderException">The file gave no frame at all.</exception>
    public async ValueTask<bool> ReadAsync(Memory<byte> picture, CancellationToken cancel)
    {
        if (_ended)
        {
            return false;
        }

        if (await _process.Output.ReadAtLeastAsync(picture, picture.Length, throwOnEndOfStream: false, cancel) == picture.Length)
        {
            return _any = true;
        }

        _ended = true;
        if (!_any)
        {
            await _process.ThrowUnlessSucceededAsync(cancel);
            throw new EncoderException(EncoderFault.Died, "the stretch has no frame");
        }

        return false;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Filter(VideoStretch stretch, VideoFormat target)
    {
        string frames = Invariant($"trim=end_frame={stretch.EndFrame - stretch.StartFrame},setpts=PTS-STARTPTS");
        string rate = stretch.Format.Fps == target.Fps ? "" : Invariant($",fps={target.Fps}:start_time=0");
        if (stretch.Format.Width == target.Width && stretch.Format.Height == target.Height)
        {
            return frames + rate;
        }

        string size = Invariant($"{target.Width}:{target.Height}");
        if ((long)stretch.Format.Width * target.Height == (long)stretch.Format.Height * target.Width)
        {
            return frames + rate + $",scale={size}:flags=bicubic";
        }

        double blur = Math.Max(target.Width, target.Height) / 40.0;
        return frames + rate + ",split[back][front];"
            + Invariant($"[back]scale={size}:force_original_aspect_ratio=increase,crop={size},gblur=sigma={blur:0.0},eq=brightness=-0.12:saturation=0.8[ground];")
            + $"[front]scale={size}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=bicubic[whole];"
            + "[ground][whole]overlay=(W-w)/2:(H-h)/2";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
