using System.Threading.Channels;
using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;

namespace Lucarne.Studio.Encoding;

/// <summary>How far a production has come.</summary>
/// <param name="Progress">Share of the work that is done, 0 to 1; 1 only at its end.</param>
/// <param name="FramesDone">Frames made.</param>
/// <param name="ReadySeconds">Seconds of video that can be watched in the stream.</param>
public readonly record struct ProductionProgress(double Progress, int FramesDone, double ReadySeconds);

/// <summary>Files of a finished film.</summary>
/// <param name="StreamFolder">HLS playlist, init segment and segments.</param>
/// <param name="Files">Final video, preview, thumbnail, contact sheet.</param>
/// <param name="CaptionsPath">WebVTT; null when nobody speaks.</param>
public sealed record ProducedFilm(string StreamFolder, FinishedFiles Files, string? CaptionsPath);

/// <summary>Makes one film: an engine yields frames and sound, ffmpeg encodes them at the same time, then the final files are made. Needs no database.</summary>
/// <param name="ffmpeg">Which ffmpeg.</param>
public sealed class Production(Ffmpeg ffmpeg)
{
    /// <summary>Frames that wait between engine and encoder: enough to ride out the encoder's keyframes, few enough to bound memory.</summary>
    private const int BuffersInFlight = 4;

    /// <summary>Share of the work that making the final files is, out of the whole.</summary>
    private const double FinishingShare = 0.04;

    /// <summary>Makes a film into one file, as the command line does. The file appears whole or not at all.</summary>
    /// <param name="plan">A plan of <see cref="EngineRegistry.Plan"/> that is possible.</param>
    /// <param name="outputPath">Where the mp4 goes; replaced if it exists.</param>
    /// <param name="progress">Told about every frame, on the engine's thread.</param>
    /// <param name="cancel">Stops engine and ffmpeg within 200 ms; temporary files go.</param>
    /// <returns>Null, or why there is no film.</returns>
    public async Task<GenerationFailure?> MakeAsync(FilmPlan plan, string outputPath, Action<ProductionProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.Possible)
        {
            throw new ArgumentException($"Production.MakeAsync: the plan was refused with {plan.Refusal.Code}", nameof(plan));
        }

        string folder = Directory.CreateTempSubdirectory("lucarne-film-").FullName;
        string part = outputPath + ".part";
        try
        {
            ProducedFilm film = await RunAsync(() => plan.Engine.Start(plan.Request), folder, progress ?? (_ => { }), cancel);
            File.Copy(film.Files.VideoPath, part, overwrite: true);
            File.Move(part, outputPath, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return FailureOf(e);
        }
        finally
        {
            File.Delete(part);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What an exception of <see cref="RunAsync"/> means to the person who asked.</summary>
    public static GenerationFailure FailureOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        GenerationFailure failure = exception switch
        {
            EncoderException { Fault: EncoderFault.FfmpegMissing } => GenerationFailure.FfmpegMissing,
            EncoderException { Fault: EncoderFault.DiskFull } => GenerationFailure.DiskFull,
            EncoderException => GenerationFailure.EncoderDied,
            EngineException engine => new GenerationFailure(engine.Code, engine.Message, engine.Action),
            _ when EncoderException.IsDiskFull(exception) => GenerationFailure.DiskFull,
            _ => GenerationFailure.EngineFailed,
        };
        return failure with { Detail = exception.ToString() };
    }

    /// <summary>Makes a film in a folder.</summary>
    /// <param name="start">Starts the engine's run.</param>
    /// <param name="folder">An empty folder for everything; <c>stream/</c> in it can be watched while it grows.</param>
    /// <param name="progress">Told about every frame and every segment; must not block.</param>
    /// <param name="cancel">Stops engine and ffmpeg within 200 ms.</param>
    /// <exception cref="EncoderException">ffmpeg is missing or died, or the disk is full.</exception>
    /// <exception cref="EngineException">The engine cannot go on; any other exception is a fault of the engine's.</exception>
    internal async Task<ProducedFilm> RunAsync(Func<EngineRun> start, string folder, Action<ProductionProgress> progress, CancellationToken cancel)
    {
        await using EngineRun run = start();
        VideoFormat format = run.Format;
        Tally tally = new(format, progress);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);

        // ffmpeg takes a moment to start: it does so while the engine prepares.
        Task<LiveEncoder> starting = LiveEncoder.StartAsync(ffmpeg, format, folder, tally.SegmentsReady, stop.Token);
        string fragmentedPath;
        int thumbnailFrame;
        try
        {
            await FirstFaultAsync(stop, starting, Task.Run(async () => await run.PrepareAsync(tally.Preparing(run.PreparationShare), stop.Token), stop.Token));
            Channel<Frame> empty = Channel.CreateBounded<Frame>(BuffersInFlight);
            Channel<Frame> full = Channel.CreateBounded<Frame>(BuffersInFlight);
            for (int i = 0; i < BuffersInFlight; i++)
            {
                empty.Writer.TryWrite(new Frame(format));
            }

            Task<int> rendering = Task.Run(() => RenderAsync(run, empty.Reader, full.Writer, tally, stop.Token), stop.Token);
            await FirstFaultAsync(stop, rendering, EncodeAsync(await starting, full.Reader, empty.Writer, stop.Token));
            thumbnailFrame = await rendering;
            fragmentedPath = await (await starting).CompleteAsync(cancel);
        }
        finally
        {
            await stop.CancelAsync();
            if (await Settled(starting))
            {
                await (await starting).DisposeAsync();
            }
        }

        FinishedFiles files = await Finisher.FinishAsync(ffmpeg, format, fragmentedPath, thumbnailFrame, folder, cancel);
        File.Delete(fragmentedPath);
        string? captions = null;
        if (run.Captions.Count > 0)
        {
            captions = Path.Combine(folder, "captions.vtt");
            await File.WriteAllTextAsync(captions, WebVtt.Write(run.Captions), cancel);
        }

        tally.Finished();
        return new ProducedFilm(Path.Combine(folder, "stream"), files, captions);
    }

    /// <returns>Index of the frame that makes the best thumbnail.</returns>
    private static async Task<int> RenderAsync(EngineRun run, ChannelReader<Frame> empty, ChannelWriter<Frame> full, Tally tally, CancellationToken cancel)
    {
        (int Frame, double Score) best = (0, double.NegativeInfinity);
        for (int i = 0; i < run.Format.FrameCount; i++)
        {
            Frame frame = await empty.ReadAsync(cancel);
            frame.SoundFloats = run.Format.SamplesOf(i) * VideoFormat.Channels;
            await run.RenderAsync(i, frame.Picture, frame.Sound.AsMemory(0, frame.SoundFloats), cancel);
            double score = FrameScore.Of(frame.Picture, run.Format, i);
            if (score > best.Score)
            {
                best = (i, score);
            }

            await full.WriteAsync(frame, cancel);
            tally.FrameDone();
        }

        full.Complete();
        return best.Frame;
    }

    private static async Task EncodeAsync(LiveEncoder encoder, ChannelReader<Frame> full, ChannelWriter<Frame> empty, CancellationToken cancel)
    {
        await foreach (Frame frame in full.ReadAllAsync(cancel))
        {
            await encoder.WriteAsync(frame.Picture, frame.Sound.AsMemory(0, frame.SoundFloats), cancel);
            await empty.WriteAsync(frame, cancel);
        }
    }

    /// <summary>Waits for both; when one fails, stops the other, and throws the first one's exception.</summary>
    private static async Task FirstFaultAsync(CancellationTokenSource stop, Task a, Task b)
    {
        Task first = await Task.WhenAny(a, b);
        if (!first.IsCompletedSuccessfully)
        {
            await stop.CancelAsync();
        }

        Task second = first == a ? b : a;
        await Settled(second);
        await first;
        await second;
    }

    private static async Task<bool> Settled(Task task)
    {
        await Task.WhenAny(task);
        return task.IsCompletedSuccessfully;
    }

    private sealed class Frame(VideoFormat format)
    {
        public byte[] Picture { get; } = new byte[format.FrameBytes];

        public float[] Sound { get; } = new float[((VideoFormat.SampleRate / format.Fps) + 1) * VideoFormat.Channels];

        public int SoundFloats { get; set; }
    }

    /// <summary>Adds up what preparing, rendering and encoding have done.</summary>
    private sealed class Tally(VideoFormat format, Action<ProductionProgress> tell) : IProgress<double>
    {
        private double _preparationShare;
        private double _prepared;
        private int _frames;
        private int _readyFrames;

        public Tally Preparing(double share)
        {
            _preparationShare = share;
            return this;
        }

        public void Report(double value)
        {
            _prepared = Math.Clamp(value, 0, 1);
            Tell();
        }

        public void FrameDone()
        {
            _prepared = 1;
            Interlocked.Increment(ref _frames);
            Tell();
        }

        public void SegmentsReady(int frames)
        {
            Volatile.Write(ref _readyFrames, frames);
            Tell();
        }

        public void Finished() => tell(new ProductionProgress(1, format.FrameCount, format.Seconds));

        private void Tell()
        {
            int frames = Volatile.Read(ref _frames);
            double made = (_preparationShare * _prepared) + ((1 - _preparationShare) * frames / format.FrameCount);
            tell(new ProductionProgress((1 - FinishingShare) * made, frames, (double)Volatile.Read(ref _readyFrames) / format.Fps));
        }
    }
}
