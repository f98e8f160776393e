using System.Buffers.Binary;
using System.Globalization;
using Lucarne.Media.Encoding;

namespace Lucarne.Media.Images;

/// <summary>A decoded picture.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Pixels">Red, green and blue bytes, gamma-encoded, [height, width, 3].</param>
public sealed record Picture(int Width, int Height, byte[] Pixels);

/// <summary>A picture or a video cannot be read.</summary>
/// <param name="message">What is wrong with it, for the person who gave it.</param>
/// <param name="inner">The cause, which may hold paths.</param>
public sealed class PictureException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads pictures and the ends of videos that people give, with ffmpeg. Files are taken as hostile: kind, size and time are bounded, and nothing but the file itself is opened.</summary>
/// <param name="ffmpeg">Which ffmpeg.</param>
public sealed class PictureReader(Ffmpeg ffmpeg)
{
    /// <summary>Longest side of a picture, in pixels.</summary>
    public const int MaxSide = 8192;

    /// <summary>Lays what is see-through on black.</summary>
    private const string Opaque = "format=gbrap,premultiply=inplace=1";

    private const int MaxPixels = 40_000_000;
    private const long MaxPictureBytes = 64L << 20, MaxVideoBytes = 4L << 30;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    /// <summary>Reads a PNG, JPEG or WebP picture; of an animated one the first frame.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <exception cref="PictureException">There is no such file, it is of another kind, too large or broken.</exception>
    /// <exception cref="EncoderException">ffmpeg is missing.</exception>
    public async Task<Picture> ReadAsync(string path, CancellationToken cancel = default)
    {
        return await RunAsync([.. Input(path, PictureKind(path)), "-frames:v", "1", "-c:v", "ppm", "-pix_fmt", "rgb24", "-f", "image2pipe", "-"], ReadPortableAsync, cancel);
    }

    /// <summary>Reads a PNG, JPEG or WebP picture at the wanted size: resized to fill it, cut to it around the middle, upright; what is see-through turns black.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Pixels of the result.</param>
    /// <param name="height">Pixels of the result.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <exception cref="PictureException">There is no such file, it is of another kind, too large or broken.</exception>
    /// <exception cref="EncoderException">ffmpeg is missing.</exception>
    public Task<Picture> ReadAsync(string path, int width, int height, CancellationToken cancel = default)
    {
        string filter = string.Create(CultureInfo.InvariantCulture, $"{Opaque},scale={width}:{height}:force_original_aspect_ratio=increase:flags=lanczos+accurate_rnd+bitexact,crop={width}:{height}");
        return RunAsync(
            [.. Input(path, PictureKind(path)), "-frames:v", "1", "-vf", filter, "-c:v", "rawvideo", "-pix_fmt", "rgb24", "-f", "rawvideo", "-"],
            async (output, token) =>
            {
                byte[] pixels = new byte[width * height * 3];
                await output.ReadExactlyAsync(pixels, token);
                return new Picture(width, height, pixels);
            },
            cancel);
    }

    /// <summary>Writes a PNG, JPEG or WebP picture anew, as a WebP of its own shape: upright, without its metadata, what is see-through turned black.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxSide">Longest side of the result in pixels; smaller pictures keep their size.</param>
    /// <param name="webpPath">The file to write.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <returns>Pixels of the result.</returns>
    /// <exception cref="PictureException">There is no such file, it is of another kind, too large or broken.</exception>
    /// <exception cref="EncoderException">ffmpeg is missing.</exception>
    public Task<(int Width, int Height)> RewriteAsync(string path, int maxSide, string webpPath, CancellationToken cancel = default)
        => RewriteAsync(Input(path, PictureKind(path)), maxSide, webpPath, cancel);

    /// <summary>Writes a frame of an mp4, mov, webm or mkv video as a WebP, as <see cref="RewriteAsync(string, int, string, CancellationToken)"/> does a picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="atSeconds">The frame that is shown at this moment; one before the video's end.</param>
    /// <param name="maxSide">Longest side of the result in pixels.</param>
    /// <param name="webpPath">The file to write.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <returns>Pixels of the result.</returns>
    /// <exception cref="PictureException">There is no such file, it is of another kind, too large or broken, or has no frame then.</exception>
    /// <exception cref="EncoderException">ffmpeg is missing.</exception>
    public Task<(int Width, int Height)> RewriteFrameAsync(string path, double atSeconds, int maxSide, string webpPath, CancellationToken cancel = default)
    {
        string kind = KindOf(path, MaxVideoBytes) is string known and ("mov" or "matroska") ? known : throw new PictureException("It is no mp4, mov, webm or mkv video.");
        return RewriteAsync(["-ss", atSeconds.ToString("0.###", CultureInfo.InvariantCulture), .. Input(path, kind)], maxSide, webpPath, cancel);
    }

    private async Task<(int Width, int Height)> RewriteAsync(IEnumerable<string> input, int maxSide, string webpPath, CancellationToken cancel)
    {
        string filter = string.Create(CultureInfo.InvariantCulture, $"{Opaque},scale=w='min(iw,{maxSide})':h='min(ih,{maxSide})':force_original_aspect_ratio=decrease:flags=lanczos,setsar=1");
        await RunAsync(
            [.. input, "-map_metadata", "-1", "-frames:v", "1", "-vf", filter, "-c:v", "libwebp", "-pix_fmt", "yuv420p", "-quality", "92", "-f", "webp", "file:" + Path.GetFullPath(webpPath)],
            (_, _) => Task.FromResult(true),
            cancel);
        return await SizeOfAsync(webpPath, cancel);
    }

    // A lossy WebP without further chunks: the frame's header holds its size in 14 bits each.
    private static async Task<(int Width, int Height)> SizeOfAsync(string webpPath, CancellationToken cancel)
    {
        const int HeaderBytes = 30;
        byte[] header = new byte[HeaderBytes];
        if (!File.Exists(webpPath))
        {
            throw new PictureException("It has no picture that can be read.");
        }

        await using FileStream file = File.OpenRead(webpPath);
        await file.ReadExactlyAsync(header, cancel);
        return header.AsSpan(12).StartsWith("VP8 "u8)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)) & 0x3FFF)
            : throw new PictureException("It cannot be written anew.");
    }

    /// <summary>Reads the last frames of an mp4, mov, webm or mkv video, each resized to fill the wanted size and cut to it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="count">Most frames to keep.</param>
    /// <param name="fps">Frames a second that the video is read at.</param>
    /// <param name="width">Pixels of the result.</param>
    /// <param name="height">Pixels of the result.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <returns>At least one frame, oldest first.</returns>
    /// <exception cref="PictureException">There is no such file, it is of another kind, too large, broken, or has no pictures.</exception>
    /// <exception cref="EncoderException">ffmpeg is missing.</exception>
    public async Task<IReadOnlyList<Picture>> ReadEndAsync(string path, int count, int fps, int width, int height, CancellationToken cancel = default)
    {
        string kind = KindOf(path, MaxVideoBytes) is string known and ("mov" or "matroska") ? known : throw new PictureException("It is no mp4, mov, webm or mkv video.");

        // A second more than needed: the seek lands on a keyframe, and the last frames may last longer than others.
        string end = (-(((double)count / fps) + 1)).ToString("0.###", CultureInfo.InvariantCulture);
        string filter = string.Create(CultureInfo.InvariantCulture, $"fps={fps},scale={width}:{height}:force_original_aspect_ratio=increase:flags=lanczos,crop={width}:{height}");
        return await RunAsync(
            ["-sseof", end, .. Input(path, kind), "-an", "-sn", "-dn", "-vf", filter, "-c:v", "rawvideo", "-pix_fmt", "rgb24", "-f", "rawvideo", "-"],
            (output, token) => ReadLastAsync(output, count, width, height, token),
            cancel);
    }

    /// <summary>Writes a PNG, JPEG or WebP picture as a WebP of the wanted size: resized to fill it, cut to it around the middle, upright, without its metadata.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Pixels of the result.</param>
    /// <param name="height">Pixels of the result.</param>
    /// <param name="webpPath">The file to write.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <exception cref="PictureException">There is no such file, it is of another kind, too large or broken.</exception>
    /// <exception cref="EncoderException">ffmpeg is missing.</exception>
    public Task FitAsync(string path, int width, int height, string webpPath, CancellationToken cancel = default)
        => FitAsync(path, kind => kind is "png_pipe" or "jpeg_pipe" or "webp_pipe", MaxPictureBytes, [], width, height, webpPath, cancel);

    /// <summary>Writes a frame of an mp4, mov, webm or mkv video as a WebP of the wanted size, as <see cref="FitAsync(string, int, int, string, CancellationToken)"/> does a picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="atSeconds">The frame that is shown at this moment; one before the video's end.</param>
    /// <param name="width">Pixels of the result.</param>
    /// <param name="height">Pixels of the result.</param>
    /// <param name="webpPath">The file to write.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <exception cref="PictureException">There is no such file, it is of another kind, too large or broken, or has no frame then.</exception>
    /// <exception cref="EncoderException">ffmpeg is missing.</exception>
    public Task FitFrameAsync(string path, double atSeconds, int width, int height, string webpPath, CancellationToken cancel = default)
        => FitAsync(path, kind => kind is "mov" or "matroska", MaxVideoBytes, ["-ss", atSeconds.ToString("0.###", CultureInfo.InvariantCulture)], width, height, webpPath, cancel);

    private async Task FitAsync(string path, Func<string, bool> takes, long maxBytes, string[] seek, int width, int height, string webpPath, CancellationToken cancel)
    {
        string kind = KindOf(path, maxBytes) is string known && takes(known) ? known : throw new PictureException("It is of another kind.");
        string filter = string.Create(CultureInfo.InvariantCulture, $"scale={width}:{height}:force_original_aspect_ratio=increase:flags=lanczos,crop={width}:{height},setsar=1");
        await RunAsync(
            [.. seek, .. Input(path, kind), "-map_metadata", "-1", "-frames:v", "1", "-vf", filter, "-c:v", "libwebp", "-quality", "84", "-f", "webp", "file:" + Path.GetFullPath(webpPath)],
            (_, _) => Task.FromResult(true),
            cancel);
        if (!File.Exists(webpPath))
        {
            throw new PictureException("It has no frame that can be read.");
        }
    }

    private static string PictureKind(string path) =>
        KindOf(path, MaxPictureBytes) is string known and ("png_pipe" or "jpeg_pipe" or "webp_pipe") ? known : throw new PictureException("It is no PNG, JPEG or WebP picture.");

    private static string[] Input(string path, string kind) =>
        ["-protocol_whitelist", "file", "-max_pixels", MaxPixels.ToString(CultureInfo.InvariantCulture), "-f", kind, "-i", "file:" + Path.GetFullPath(path)];

    // The reader of ffmpeg that the file's first bytes ask for: a file does not choose one by its content any further.
    private static string? KindOf(string path, long maxBytes)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > maxBytes)
            {
                throw new PictureException(string.Create(CultureInfo.InvariantCulture, $"It has {file.Length >> 20} MiB; at most {maxBytes >> 20} MiB are read."));
            }

            Span<byte> start = stackalloc byte[12];
            start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            return start.Length < 12 ? null
                : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "png_pipe"
                : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpeg_pipe"
                : start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) ? "webp_pipe"
                : start[4..].StartsWith("ftyp"u8) ? "mov"
                : BinaryPrimitives.ReadUInt32BigEndian(start) == 0x1A45DFA3 ? "matroska"
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new PictureException("It cannot be opened.", e);
        }
    }

    private async Task<T> RunAsync<T>(IEnumerable<string> arguments, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeLimit);
        await using FfmpegProcess process = ffmpeg.Start(arguments);
        try
        {
            T result = await read(process.Output, limit.Token);
            await process.ThrowUnlessSucceededAsync(limit.Token);
            return result;
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new PictureException("It takes too long to read.", e);
        }
        catch (Exception e) when (e is EncoderException { Fault: EncoderFault.Died } or EndOfStreamException or InvalidDataException)
        {
            throw new PictureException("It is broken, too large, or of a form that is not read.", e);
        }
    }

    // A binary portable pixmap: P6, width, height and 255 as text, then the pixels.
    private static async Task<Picture> ReadPortableAsync(Stream output, CancellationToken cancel)
    {
        const int FieldMaxCharacters = 5;
        byte[] one = new byte[1];
        if (await FieldAsync() != "P6" || !int.TryParse(await FieldAsync(), NumberStyles.None, CultureInfo.InvariantCulture, out int width) || !int.TryParse(await FieldAsync(), NumberStyles.None, CultureInfo.InvariantCulture, out int height)
            || width is < 1 or > MaxSide || height is < 1 or > MaxSide || (long)width * height > MaxPixels || await FieldAsync() != "255")
        {
            throw new InvalidDataException("The picture's header is not the expected one.");
        }

        byte[] pixels = new byte[width * height * 3];
        await output.ReadExactlyAsync(pixels, cancel);
        return new Picture(width, height, pixels);

        async Task<string> FieldAsync()
        {
            string field = string.Empty;
            while (field.Length <= FieldMaxCharacters)
            {
                await output.ReadExactlyAsync(one, cancel);
                if (char.IsWhiteSpace((char)one[0]))
                {
                    return field;
                }

                field += (char)one[0];
            }

            throw new InvalidDataException("A field of the picture's header is too long.");
        }
    }

    private static async Task<IReadOnlyList<Picture>> ReadLastAsync(Stream output, int count, int width, int height, CancellationToken cancel)
    {
        Queue<byte[]> last = new();
        byte[] frame = new byte[width * height * 3];
        while (await output.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, cancel) == frame.Length)
        {
            last.Enqueue(frame);
            frame = last.Count > count ? last.Dequeue() : new byte[frame.Length];
        }

        return last.Count > 0 ? [.. last.Select(pixels => new Picture(width, height, pixels))] : throw new PictureException("It has no pictures that can be read.");
    }
}
