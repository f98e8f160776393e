using System.Globalization;
using Lucarne.Media.Encoding;

namespace Lucarne.Media.Cards;

/// <summary>The start of a film as a GIF: moving pictures for places that take no video. It has no sound.</summary>
public static class AnimatedPreview
{
    private const int ShortSide = 270;
    private const int Fps = 10;
    private const double MaxSeconds = 5;

    /// <summary>Makes the preview: at most five seconds, ten pictures a second, 270 pixels on the shorter side, without end.</summary>
    /// <param name="ffmpeg">Which one.</param>
    /// <param name="format">Shape of the film.</param>
    /// <param name="videoPath">The film.</param>
    /// <param name="folder">An empty folder, which holds the result afterwards.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <returns>Path of the GIF.</returns>
    /// <exception cref="EncoderException">ffmpeg is missing or failed.</exception>
    public static async Task<string> MakeAsync(Ffmpeg ffmpeg, VideoFormat format, string videoPath, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        double scale = Math.Min(1, (double)ShortSide / Math.Min(format.Width, format.Height));
        (int width, int height) = ((int)Math.Round(format.Width * scale), (int)Math.Round(format.Height * scale));
        string path = Path.Combine(folder, "animated.gif");
        await using FfmpegProcess process = ffmpeg.Start(
        [
            "-t", MaxSeconds.ToString(CultureInfo.InvariantCulture), "-i", videoPath, "-an",
            "-filter_complex",
            string.Create(CultureInfo.InvariantCulture, $"[0:v]fps={Fps},scale={width}:{height}:flags=lanczos,split[a][b];[a]palettegen=max_colors=128:stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle"),
            "-loop", "0", path,
        ]);
        await process.ThrowUnlessSucceededAsync(cancel);
        return path;
    }
}
