using System.Globalization;

namespace Lucarne.Media.Encoding;

/// <summary>Files made from a whole film.</summary>
/// <param name="VideoPath">mp4 for progressive playback: its index precedes its media.</param>
/// <param name="PreviewPath">Small mp4; the video itself when that is small already.</param>
/// <param name="ThumbnailPath">WebP of one frame.</param>
/// <param name="ContactSheetPath">WebP of up to twelve frames spread over the film, four a row.</param>
public sealed record FinishedFiles(string VideoPath, string PreviewPath, string ThumbnailPath, string ContactSheetPath);

/// <summary>Makes the final files from a fragmented mp4: the pictures and the sound are copied, not encoded again.</summary>
public static class Finisher
{
    /// <summary>Longest that a preview may be, in bytes.</summary>
    public const int PreviewMaxBytes = 1_000_000;

    private const int PreviewShortSide = 360;
    private const int SheetColumns = 4;
    private const int SheetFrames = 12;
    private const int SheetFrameShortSide = 180;
    private const int PreviewSoundKbps = 64;

    /// <summary>Runs ffmpeg once, or twice when the film needs a preview of its own.</summary>
    /// <param name="ffmpeg">Which one.</param>
    /// <param name="format">Shape of the film.</param>
    /// <param name="fragmentedPath">What <see cref="LiveEncoder.CompleteAsync"/> returned.</param>
    /// <param name="thumbnailFrame">Index of the frame to show.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <exception cref="EncoderException">ffmpeg failed.</exception>
    public static async Task<FinishedFiles> FinishAsync(
        Ffmpeg ffmpeg, VideoFormat format, string fragmentedPath, int thumbnailFrame, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        FinishedFiles files = new(
            Path.Combine(folder, "video.mp4"), Path.Combine(folder, "preview.mp4"), Path.Combine(folder, "thumbnail.webp"), Path.Combine(folder, "contact-sheet.webp"));
        bool ownPreview = Math.Min(format.Width, format.Height) > PreviewShortSide || new FileInfo(fragmentedPath).Length > PreviewMaxBytes;
        int[] sheet = [.. Enumerable.Range(0, Math.Min(SheetFrames, format.FrameCount)).Select(i => (int)((i + 0.5) * format.FrameCount / Math.Min(SheetFrames, format.FrameCount)))];
        int rows = (sheet.Length + SheetColumns - 1) / SheetColumns;

        // libwebp reads YUV as BT.601, whatever the frame says of itself.
        const string ToWebp = "out_color_matrix=bt601,format=yuv420p";
        string filter = Invariant($"[0:v]split={(ownPreview ? 3 : 2)}[t0][c0]{(ownPreview ? "[p0]" : "")};")
            + Invariant($"[t0]select=eq(n\\,{thumbnailFrame}),scale={ToWebp}[t];")
            + $"[c0]select={string.Join('+', sheet.Select(frame => Invariant($"eq(n\\,{frame})")))},"
            + Invariant($"scale={Scaled(format, SheetFrameShortSide)}:{ToWebp},tile={Math.Min(SheetColumns, sheet.Length)}x{rows}[c]")
            + (ownPreview ? Invariant($";[p0]scale={Scaled(format, PreviewShortSide)}[p]") : "");
        await using FfmpegProcess process = ffmpeg.Start(
        [
            "-copyts", "-i", fragmentedPath, "-filter_complex", filter,
            .. Copy(), files.VideoPath,
            "-map", "[t]", "-frames:v", "1", "-c:v", "libwebp", "-quality", "82", files.ThumbnailPath,
            "-map", "[c]", "-frames:v", "1", "-c:v", "libwebp", "-quality", "75", files.ContactSheetPath,
            .. ownPreview ? Preview(format, files.PreviewPath) : [],
        ]);
        await process.ThrowUnlessSucceededAsync(cancel);
        return ownPreview ? files : files with { PreviewPath = files.VideoPath };
    }

    /// <summary>Stream copy with the times of the source: the sound's encoder delay stays in the edit list, so that sound and picture both start at 0.</summary>
    private static string[] Copy() =>
        ["-map", "0:v", "-map", "0:a", "-c", "copy", "-avoid_negative_ts", "disabled", "-movflags", "+faststart"];

    private static string[] Preview(VideoFormat format, string path)
    {
        int budgetKbps = (int)(PreviewMaxBytes * 8 * 0.9 / format.Seconds / 1000);
        int soundKbps = Math.Clamp(budgetKbps / 4, 24, PreviewSoundKbps);
        int pictureKbps = Math.Clamp(budgetKbps - soundKbps, 40, 800);
        return
        [
            "-map", "[p]", "-map", "0:a", "-c:v", "libx264", "-preset", "veryfast", "-crf", "26", "-bf", "0",
            "-maxrate", Invariant($"{pictureKbps}k"), "-bufsize", Invariant($"{pictureKbps}k"),
            "-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
            "-c:a", "aac", "-b:a", Invariant($"{soundKbps}k"), "-avoid_negative_ts", "disabled", "-movflags", "+faststart", path,
        ];
    }

    private static string Scaled(VideoFormat format, int shortSide)
    {
        double scale = Math.Min(1, (double)shortSide / Math.Min(format.Width, format.Height));
        return Invariant($"{Even(format.Width * scale)}:{Even(format.Height * scale)}");
    }

    private static int Even(double length) => Math.Max(2, 2 * (int)Math.Round(length / 2));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
