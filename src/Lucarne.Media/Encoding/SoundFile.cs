using System.Globalization;

namespace Lucarne.Media.Encoding;

/// <summary>Makes a sound of unknown origin into one of ours.</summary>
public static class SoundFile
{
    /// <summary>Only what sound comes in: neither playlists nor protocols that could name other files or machines.</summary>
    private const string Formats = "aac,aiff,flac,matroska,webm,mp3,mov,mp4,m4a,3gp,ogg,wav,w64,caf,opus,amr";

    /// <summary>Converts the first sound of a file to AAC at the usual loudness (see <see cref="SoundDecoder"/>), without its tags and pictures.</summary>
    /// <param name="ffmpeg">Which one.</param>
    /// <param name="path">What was uploaded: any bytes.</param>
    /// <param name="target">Where the m4a goes; not written for a sound that is too long.</param>
    /// <param name="maxSeconds">Longest sound that is converted.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <returns>Length in seconds, more than <paramref name="maxSeconds"/> where it is too long; null where the file has no sound that can be read.</returns>
    /// <exception cref="EncoderException">ffmpeg is missing, or the disk is full.</exception>
    public static async Task<double?> ConvertAsync(Ffmpeg ffmpeg, string path, string target, double maxSeconds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        try
        {
            double seconds = await MeasureAsync(ffmpeg, path, maxSeconds, cancel);
            if (seconds > 0 && seconds <= maxSeconds)
            {
                await using FfmpegProcess process = ffmpeg.Start(
                [
                    .. Input(path, maxSeconds), "-map_metadata", "-1", "-vn",
                    "-af", $"{SoundDecoder.Loudness},aresample={VideoFormat.SampleRate}", "-ac", "2", "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart", target,
                ]);
                await process.ThrowUnlessSucceededAsync(cancel);
            }

            return seconds > 0 ? seconds : null;
        }
        catch (EncoderException e) when (e.Fault == EncoderFault.Died)
        {
            return null;
        }
    }

    /// <summary>The first sound of a file, up to a second beyond the longest.</summary>
    private static string[] Input(string path, double maxSeconds) =>
    [
        "-protocol_whitelist", "file,pipe", "-format_whitelist", Formats, "-t", string.Create(CultureInfo.InvariantCulture, $"{maxSeconds + 1:0.###}"),
        "-i", path, "-map", "0:a:0",
    ];

    /// <summary>Length in seconds, by decoding: cheap, and true whatever the file says of itself.</summary>
    private static async Task<double> MeasureAsync(Ffmpeg ffmpeg, string path, double maxSeconds, CancellationToken cancel)
    {
        const int Rate = 8000;
        await using FfmpegProcess process = ffmpeg.Start([.. Input(path, maxSeconds), "-ac", "1", "-ar", $"{Rate}", "-f", "u8", "pipe:1"]);
        byte[] buffer = new byte[1 << 16];
        long samples = 0;
        while (await process.Output.ReadAsync(buffer, cancel) is > 0 and int read)
        {
            samples += read;
        }

        await process.ThrowUnlessSucceededAsync(cancel);
        return (double)samples / Rate;
    }
}
