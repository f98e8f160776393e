using System.Globalization;

namespace Lucarne.Media.Encoding;

/// <summary>Single pictures, in and out of ffmpeg.</summary>
public static class Stills
{
    /// <summary>Encodes one frame as WebP.</summary>
    /// <param name="ffmpeg">Which one.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <param name="picture">Planar YUV 4:2:0, BT.709 limited range: <c>width · height · 3 / 2</c> bytes.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <exception cref="EncoderException">ffmpeg is missing or failed.</exception>
    public static async Task<byte[]> EncodeWebpAsync(Ffmpeg ffmpeg, int width, int height, ReadOnlyMemory<byte> picture, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        string folder = Directory.CreateTempSubdirectory("lucarne-still-").FullName;
        try
        {
            string raw = Path.Combine(folder, "picture.yuv"), webp = Path.Combine(folder, "picture.webp");
            await File.WriteAllBytesAsync(raw, picture, cancel);

            // libwebp reads YUV as BT.601, whatever the frame says of itself.
            await using FfmpegProcess process = ffmpeg.Start(
            [
                "-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}"), "-i", raw,
                "-vf", "scale=in_color_matrix=bt709:out_color_matrix=bt601,format=yuv420p", "-frames:v", "1", "-c:v", "libwebp", "-quality", "80", webp,
            ]);
            await process.ThrowUnlessSucceededAsync(cancel);
            return await File.ReadAllBytesAsync(webp, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
