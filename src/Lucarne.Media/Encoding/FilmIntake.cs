using System.Globalization;
using System.Text.Json;

namespace Lucarne.Media.Encoding;

/// <summary>Takes in a film that another installation made: its stream and its final files are made again from its mp4, so that nothing else of it need be trusted.</summary>
public static class FilmIntake
{
    private const int MaxProbeBytes = 8 << 20;
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(60);

    /// <summary>Only a local mp4 is opened, whatever the file names inside.</summary>
    private static readonly string[] LocalMp4 = ["-protocol_whitelist", "file", "-f", "mp4"];

    /// <summary>Makes the files. Pictures and sound are copied where they are as this program encodes them, else encoded again to the same shape.</summary>
    /// <param name="ffmpeg">Which one.</param>
    /// <param name="format">What the film must be: size, rate and number of frames.</param>
    /// <param name="source">The mp4; hostile.</param>
    /// <param name="folder">An empty folder for everything; <c>stream/</c> in it holds the stream afterwards.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <exception cref="EncoderException">It is no film with picture and sound of that shape, or ffmpeg failed.</exception>
    public static async Task<FinishedFiles> RunAsync(Ffmpeg ffmpeg, VideoFormat format, string source, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        format.ThrowIfInvalid(nameof(format));
        SegmentPlan plan = new(format);
        Probe probe = await ProbeAsync(ffmpeg, source, cancel);
        if (probe.Frames < format.FrameCount || !probe.HasSound || probe.Width != format.Width || probe.Height != format.Height)
        {
            throw new EncoderException(EncoderFault.Died, $"FilmIntake: the film is {probe}, not {format}", null);
        }

        bool asIs = probe.IsOurs && probe.Frames == format.FrameCount && probe.KeyFrames.SequenceEqual(plan.FirstFrames);
        string fragmented = await StreamAsync(ffmpeg, format, plan, source, folder, asIs, cancel);
        FinishedFiles files = await Finisher.FinishAsync(ffmpeg, format, fragmented, format.FrameCount / 3, folder, cancel);
        File.Delete(fragmented);
        return files;
    }

    private static async Task<string> StreamAsync(Ffmpeg ffmpeg, VideoFormat format, SegmentPlan plan, string source, string folder, bool asIs, CancellationToken cancel)
    {
        string[] encoding = asIs
            ? ["-c", "copy", "-copyts", "-avoid_negative_ts", "disabled"]
            :
            [
                "-vf", Invariant($"fps={format.Fps},format=yuv420p"), "-frames:v", Invariant($"{format.FrameCount}"), "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-bf", "0",
                "-g", "9999", "-sc_threshold", "0", "-forced-idr", "1",
                "-force_key_frames", string.Join(',', plan.FirstFrames.Select(frame => Invariant($"{(double)frame / format.Fps:0.000000}"))),
                "-c:a", "aac", "-b:a", "160k", "-ar", Invariant($"{VideoFormat.SampleRate}"), "-ac", Invariant($"{VideoFormat.Channels}"), "-t", Invariant($"{format.Seconds:0.000000}"),
            ];
        await using FfmpegProcess process = ffmpeg.Start(
        [
            .. LocalMp4, "-i", source, "-map", "0:v:0", "-map", "0:a:0", .. encoding,
            "-movflags", "+frag_keyframe+delay_moov+default_base_moof", "-f", "mp4", "pipe:1",
        ]);
        HlsWriter hls = new(folder, plan);
        try
        {
            await hls.WriteAsync(process.Output, _ => { }, cancel);
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentOutOfRangeException)
        {
            throw process.Failure(error);
        }

        await process.ThrowUnlessSucceededAsync(cancel);
        if (hls.SegmentCount != plan.FirstFrames.Count)
        {
            throw process.Failure(null);
        }

        await hls.EndAsync(cancel);
        return hls.FragmentedPath;
    }

    private static async Task<Probe> ProbeAsync(Ffmpeg ffmpeg, string source, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(ProbeLimit);
        await using FfmpegProcess process = ffmpeg.StartProbe(
        [
            .. LocalMp4, "-show_entries", "stream=codec_type,codec_name,pix_fmt,width,height,sample_rate,channels:packet=codec_type,flags", "-of", "json", source,
        ]);
        try
        {
            byte[] json = await ReadAsync(process.Output, limit.Token);
            await process.ThrowUnlessSucceededAsync(limit.Token);
            return Read(JsonElement.Parse(json));
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw new EncoderException(EncoderFault.Died, "FilmIntake: the file can't be read as a film", error);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken cancel)
    {
        using MemoryStream whole = new();
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = await output.ReadAsync(buffer, cancel)) > 0)
        {
            if (whole.Length + read > MaxProbeBytes)
            {
                throw new InvalidDataException("more packets than a film of this program has");
            }

            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    private static Probe Read(JsonElement answer)
    {
        Probe probe = new();
        foreach (JsonElement stream in answer.GetProperty("streams").EnumerateArray())
        {
            string? codec = stream.GetProperty("codec_name").GetString();
            switch (stream.GetProperty("codec_type").GetString())
            {
                case "video" when probe.Width == 0:
                    probe.Width = stream.GetProperty("width").GetInt32();
                    probe.Height = stream.GetProperty("height").GetInt32();
                    probe.IsOurs &= codec == "h264" && stream.GetProperty("pix_fmt").GetString() == "yuv420p";
                    break;
                case "audio" when !probe.HasSound:
                    probe.HasSound = true;
                    probe.IsOurs &= codec == "aac" && stream.GetProperty("sample_rate").GetString() == Invariant($"{VideoFormat.SampleRate}")
                        && stream.GetProperty("channels").GetInt32() == VideoFormat.Channels;
                    break;
                default:
                    probe.IsOurs = false;
                    break;
            }
        }

        foreach (JsonElement packet in answer.GetProperty("packets").EnumerateArray())
        {
            if (packet.GetProperty("codec_type").GetString() == "video")
            {
                if (packet.GetProperty("flags").GetString()!.StartsWith('K'))
                {
                    probe.KeyFrames.Add(probe.Frames);
                }

                probe.Frames++;
            }
        }

        return probe;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Probe
    {
        public int Width { get; set; }

        public int Height { get; set; }

        public int Frames { get; set; }

        public bool HasSound { get; set; }

        /// <summary>Encoded as this program does.</summary>
        public bool IsOurs { get; set; } = true;

        public List<int> KeyFrames { get; } = [];
    }
}
