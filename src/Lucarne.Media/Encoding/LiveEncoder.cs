using System.Globalization;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Lucarne.Media.Encoding;

/// <summary>Encodes a film while it is made: H.264 and AAC in an HLS stream that grows segment by segment.</summary>
/// <remarks>
/// ffmpeg reads raw frames and raw sound from two local sockets. Frames press back on the caller; sound, a hundred times smaller, waits in memory,
/// so that neither input can starve the other. Disposing kills ffmpeg at once, which makes cancelling quick.
/// </remarks>
public sealed class LiveEncoder : IAsyncDisposable
{
    private const int AacFrameSamples = 1024;
    private const string PictureDoor = "picture";
    private const string SoundDoor = "sound";
    private const int SocketBufferBytes = 1 << 20;

    /// <summary>The options tell all there is to know of raw input: reading ahead to guess would wait for sound that comes with later frames.</summary>
    private static readonly string[] NoAnalysis = ["-probesize", "32", "-analyzeduration", "0"];

    private readonly VideoFormat _format;
    private readonly FfmpegProcess _process;
    private readonly HlsWriter _hls;
    private readonly Pipe _sound = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _written;
    private Socket? _picture;
    private Task _soundSent = Task.CompletedTask;
    private long _samplesLeft;
    private int _frames;

    private LiveEncoder(VideoFormat format, FfmpegProcess process, HlsWriter hls, Action<int> onSegment)
    {
        _format = format;
        _process = process;
        _hls = hls;

        // AAC comes in packets of 1024 samples; a last, partly empty one would make the file longer than its picture.
        _samplesLeft = Math.Max(AacFrameSamples, format.SampleCount / AacFrameSamples * AacFrameSamples);
        _written = WriteStreamAsync(onSegment);
    }

    /// <summary>Process id of ffmpeg.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts ffmpeg.</summary>
    /// <param name="ffmpeg">Which one.</param>
    /// <param name="format">Exact shape of the film.</param>
    /// <param name="folder">Where the files go: <c>stream/index.m3u8</c> and its segments, and <c>fragmented.mp4</c>.</param>
    /// <param name="onSegment">Told the frames that can be watched, each time a segment is there. Called on a pool thread; must not block.</param>
    /// <param name="cancel">Stops the start.</param>
    /// <exception cref="EncoderException">ffmpeg is missing, or ends at once.</exception>
    public static async Task<LiveEncoder> StartAsync(Ffmpeg ffmpeg, VideoFormat format, string folder, Action<int> onSegment, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        format.ThrowIfInvalid(nameof(format));
        SegmentPlan plan = new(format);
        string doors = Directory.CreateTempSubdirectory("lucarne-").FullName;
        LiveEncoder? encoder = null;
        try
        {
            using Socket pictureDoor = Listen(Path.Combine(doors, PictureDoor));
            Socket soundDoor = Listen(Path.Combine(doors, SoundDoor));
            FfmpegProcess process = ffmpeg.Start(Arguments(format, plan, doors));
            encoder = new LiveEncoder(format, process, new HlsWriter(folder, plan), onSegment);
            encoder._soundSent = encoder.SendSoundAsync(soundDoor, doors);
            encoder._picture = await encoder.AcceptAsync(pictureDoor, cancel);
            return encoder;
        }
        catch
        {
            if (encoder is not null)
            {
                await encoder.DisposeAsync();
            }
            else
            {
                Directory.Delete(doors, recursive: true);
            }

            throw;
        }
    }

    /// <summary>Adds the next frame and the sound that is heard with it. Returns once ffmpeg has taken the frame: both buffers may be reused.</summary>
    /// <param name="picture">One frame, <see cref="VideoFormat.FrameBytes"/> bytes.</param>
    /// <param name="sound"><see cref="VideoFormat.SamplesOf"/> × 2 floats.</param>
    /// <param name="cancel">Stops at once, even while ffmpeg is busy.</param>
    /// <exception cref="EncoderException">ffmpeg has ended, or the disk is full.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> picture, ReadOnlyMemory<float> sound, CancellationToken cancel)
    {
        if (picture.Length != _format.FrameBytes || sound.Length != _format.SamplesOf(_frames) * VideoFormat.Channels)
        {
            throw new ArgumentException(
                $"LiveEncoder.WriteAsync: frame {_frames} needs {_format.FrameBytes} bytes and {_format.SamplesOf(_frames) * VideoFormat.Channels} floats, got {picture.Length} and {sound.Length}",
                nameof(picture));
        }

        _frames++;
        int samples = (int)Math.Min(sound.Length / VideoFormat.Channels, _samplesLeft);
        _samplesLeft -= samples;
        await SoundAsync(sound[..(samples * VideoFormat.Channels)], cancel);
        try
        {
            for (ReadOnlyMemory<byte> rest = picture; rest.Length > 0;)
            {
                rest = rest[await _picture!.SendAsync(rest, SocketFlags.None, cancel)..];
            }
        }
        catch (SocketException e)
        {
            throw await FailureAsync(e, cancel);
        }
    }

    /// <summary>Ends the film: waits for the last segment, and turns the playlist into a VOD one.</summary>
    /// <returns>Path of the whole film as a fragmented mp4.</returns>
    /// <exception cref="EncoderException">ffmpeg failed, or the disk is full.</exception>
    public async Task<string> CompleteAsync(CancellationToken cancel)
    {
        if (_frames != _format.FrameCount)
        {
            throw new InvalidOperationException($"LiveEncoder.CompleteAsync: {_frames} of {_format.FrameCount} frames were written");
        }

        if (_samplesLeft > 0)
        {
            await SoundAsync(new float[_samplesLeft * VideoFormat.Channels], cancel);
        }

        try
        {
            await _sound.Writer.CompleteAsync();
            _picture!.Shutdown(SocketShutdown.Send);
            await _soundSent.WaitAsync(cancel);
            await _written.WaitAsync(cancel);
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidDataException)
        {
            throw await FailureAsync(e, cancel);
        }

        await _process.ThrowUnlessSucceededAsync(cancel);
        if (_hls.SegmentCount != new SegmentPlan(_format).FirstFrames.Count)
        {
            throw _process.Failure(null);
        }

        await _hls.EndAsync(cancel);
        return _hls.FragmentedPath;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _process.Kill();
        await Task.WhenAny(Task.WhenAll(_written, _soundSent));
        await _process.DisposeAsync();
        _picture?.Dispose();
        await _sound.Writer.CompleteAsync();
        await _sound.Reader.CompleteAsync();
        _stop.Dispose();
    }

    private static string[] Arguments(VideoFormat format, SegmentPlan plan, string doors) =>
    [
        .. NoAnalysis, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", Invariant($"{format.Width}x{format.Height}"), "-framerate", Invariant($"{format.Fps}"),
        "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-i", "unix:" + Path.Combine(doors, PictureDoor),
        .. NoAnalysis, "-f", "f32le", "-ar", Invariant($"{VideoFormat.SampleRate}"), "-ac", Invariant($"{VideoFormat.Channels}"), "-i", "unix:" + Path.Combine(doors, SoundDoor),
        "-map", "0:v", "-map", "1:a",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "0", "-rc-lookahead", "10", "-pix_fmt", "yuv420p", "-chroma_sample_location", "center",
        "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
        "-g", "9999", "-sc_threshold", "0", "-forced-idr", "1",
        "-force_key_frames", string.Join(',', plan.FirstFrames.Select(frame => Invariant($"{(double)frame / format.Fps:0.000000}"))),
        "-c:a", "aac", "-b:a", "160k",
        "-movflags", "+frag_keyframe+delay_moov+default_base_moof", "-flush_packets", "1", "-f", "mp4", "pipe:1",
    ];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Socket Listen(string path)
    {
        Socket door = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { SendBufferSize = SocketBufferBytes };
        door.Bind(new UnixDomainSocketEndPoint(path));
        door.Listen(1);
        return door;
    }

    private async Task<Socket> AcceptAsync(Socket door, CancellationToken cancel)
    {
        using CancellationTokenSource giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task<Socket> accepted = door.AcceptAsync(giveUp.Token).AsTask();
        if (await Task.WhenAny(accepted, _process.Exited) != accepted)
        {
            await giveUp.CancelAsync();
            throw _process.Failure(null);
        }

        return await accepted;
    }

    private async Task WriteStreamAsync(Action<int> onSegment)
    {
        try
        {
            await _hls.WriteAsync(_process.Output, onSegment, _stop.Token);
        }
        catch
        {
            // Nobody reads what ffmpeg writes any more: end it, so that the frames waiting to be sent fail instead of waiting for ever.
            _process.Kill();
            throw;
        }
    }

    private async ValueTask SoundAsync(ReadOnlyMemory<float> sound, CancellationToken cancel)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(sound.Span);
        bytes.CopyTo(_sound.Writer.GetSpan(bytes.Length));
        _sound.Writer.Advance(bytes.Length);
        await _sound.Writer.FlushAsync(cancel);
    }

    /// <summary>ffmpeg opens its second input only once it has read the start of the first one: the sound's door stays open until then.</summary>
    private async Task SendSoundAsync(Socket door, string doors)
    {
        Socket socket;
        try
        {
            using (door)
            {
                socket = await AcceptAsync(door, _stop.Token);
            }
        }
        finally
        {
            Directory.Delete(doors, recursive: true);
        }

        using (socket)
        {
            while (true)
            {
                ReadResult read = await _sound.Reader.ReadAsync(_stop.Token);
                foreach (ReadOnlyMemory<byte> chunk in read.Buffer)
                {
                    for (ReadOnlyMemory<byte> rest = chunk; rest.Length > 0;)
                    {
                        rest = rest[await socket.SendAsync(rest, SocketFlags.None, _stop.Token)..];
                    }
                }

                _sound.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Why writing failed: our own side first (a full disk), then ffmpeg's.</summary>
    private async Task<EncoderException> FailureAsync(Exception cause, CancellationToken cancel)
    {
        if (_written.Exception?.InnerException is { } ours && EncoderException.IsDiskFull(ours))
        {
            return new EncoderException(EncoderFault.DiskFull, ours.Message, ours);
        }

        if (EncoderException.IsDiskFull(cause))
        {
            return new EncoderException(EncoderFault.DiskFull, cause.Message, cause);
        }

        await Task.WhenAny(_process.Exited, Task.Delay(TimeSpan.FromSeconds(1), cancel));
        return _process.Failure(cause);
    }
}
