using System.Globalization;
using Lucarne.Media.Encoding;

namespace Lucarne.Media.Cards;

/// <summary>A film with two seconds after it that say who made it and where it is: for places that it is taken to.</summary>
public static class EndCard
{
    /// <summary>Length of the card in seconds.</summary>
    public const double Seconds = 2;

    /// <summary>Encodes the film anew with its card.</summary>
    /// <param name="ffmpeg">Which one; it needs libass.</param>
    /// <param name="format">Shape of the film.</param>
    /// <param name="videoPath">The film.</param>
    /// <param name="picturePath">One frame of it, whose colours the card has.</param>
    /// <param name="codePng">QR code of the address, PNG.</param>
    /// <param name="author">Who made it.</param>
    /// <param name="site">Name of the installation.</param>
    /// <param name="address">Where it is: the host, and the path there.</param>
    /// <param name="folder">An empty folder, which holds the result afterwards.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <returns>Path of the mp4.</returns>
    /// <exception cref="EncoderException">ffmpeg is missing or failed.</exception>
    public static async Task<string> AppendAsync(
        Ffmpeg ffmpeg, VideoFormat format, string videoPath, string picturePath, ReadOnlyMemory<byte> codePng, string author, string site, (string Host, string Path) address, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        string code = Path.Combine(folder, "code.png");
        await File.WriteAllBytesAsync(code, codePng, cancel);
        string card = Path.Combine(folder, "card.png");
        await DrawAsync(ffmpeg, format, picturePath, code, author, site, address, folder, card, cancel);

        string path = Path.Combine(folder, "end-card.mp4");
        string rate = format.Fps.ToString(CultureInfo.InvariantCulture);
        string seconds = Seconds.ToString(CultureInfo.InvariantCulture);
        await using FfmpegProcess process = ffmpeg.Start(
        [
            "-i", videoPath, "-loop", "1", "-framerate", rate, "-t", seconds, "-i", card, "-f", "lavfi", "-t", seconds, "-i", "anullsrc=r=48000:cl=stereo",
            "-filter_complex",
            $"[0:v]fps={rate},setsar=1,format=yuv420p[film];[1:v]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1,fade=t=in:d=0.25[card];"
            + "[0:a]aresample=48000,aformat=channel_layouts=stereo[sound];[film][sound][card][2:a]concat=n=2:v=1:a=1[v][a]",
            "-map", "[v]", "-map", "[a]", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "0",
            "-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
            "-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", path,
        ]);
        await process.ThrowUnlessSucceededAsync(cancel);
        return path;
    }

    private static async Task DrawAsync(
        Ffmpeg ffmpeg, VideoFormat format, string picturePath, string codePath, string author, string site, (string Host, string Path) address, string folder, string cardPath, CancellationToken cancel)
    {
        (int width, int height) = (format.Width, format.Height);
        int side = Math.Min(width, height);
        int code = side * 2 / 5;
        int codeTop = (height / 2) - (code * 3 / 4);
        int margin = width / 16;
        string words = await CardScript.WriteAsync(
            folder, width, height,
            [
                new CardLine(author, side / 9, 8, margin, margin, codeTop + code + (side / 24)) { Under = (site, side / 22) },
                new CardLine(address.Host, side / 22, 2, margin, margin, side / 16) { Under = (address.Path, side / 24) },
            ],
            cancel);
        await using FfmpegProcess process = ffmpeg.Start(
        [
            "-i", picturePath, "-i", codePath,
            "-filter_complex",
            string.Create(
                CultureInfo.InvariantCulture,
                $"[0:v]scale=in_color_matrix=bt601,format=rgb24,scale={Math.Max(2, width / 4)}:{Math.Max(2, height / 4)},gblur=sigma={Math.Max(2, side / 48)},scale={width}:{height}:flags=bicubic,drawbox=color=black@0.5:t=fill[ground];")
            + string.Create(CultureInfo.InvariantCulture, $"[1:v]scale={code}:{code}:flags=neighbor,format=rgb24[code];[ground][code]overlay={(width - code) / 2}:{codeTop}:format=rgb,{words}[card]"),
            "-map", "[card]", "-frames:v", "1", cardPath,
        ]);
        await process.ThrowUnlessSucceededAsync(cancel);
    }
}
