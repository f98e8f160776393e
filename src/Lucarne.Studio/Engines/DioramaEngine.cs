using System.Reflection;
using Lucarne.Diorama;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Opening;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Media.Images;
using Lucarne.Media.Speech;

namespace Lucarne.Studio.Engines;

/// <summary>The built-in engine: a lit miniature world, staged from the screenplay, rendered on the processor, with the sound of what happens.</summary>
/// <remarks>A film that starts from an image opens on it and passes into that world within a second and a half; the world takes its light and colours.</remarks>
/// <param name="ffmpeg">Reads first images; null for the one on the path.</param>
public sealed class DioramaEngine(Ffmpeg? ffmpeg = null) : IEngine
{
    /// <summary>Its id.</summary>
    public const string EngineId = "diorama";

    /// <inheritdoc/>
    public string Id => EngineId;

    /// <inheritdoc/>
    public string Name => "Diorama";

    /// <inheritdoc/>
    public string Version { get; } = typeof(Film).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <inheritdoc/>
    public EngineCapabilities Capabilities { get; } = new()
    {
        Sizes =
        [
            new(720, 1280), new(1280, 720), new(360, 640), new(640, 360), new(480, 854), new(854, 480), new(480, 480), new(720, 720),
            new(1024, 1792), new(1792, 1024), new(1080, 1920), new(1920, 1080), new(1080, 1080),
        ],
        Fps = [24, 25, 30, 60],
        MinSeconds = 1,
        MaxSeconds = 60,
        Sound = true,
        Storyboards = true,
        ContinuesOwnFilms = true,
        FirstImage = true,
        MemoryBytes = 1L << 30,
    };

    /// <inheritdoc/>
    public ScreenplayReading ReadScreenplay(string prompt, double seconds)
    {
        PromptReading reading = PromptReader.Read(prompt, seconds, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows);
        return reading.Screenplay is { } screenplay
            ? ScreenplayReading.Of(screenplay)
            : ScreenplayReading.Of(new Refusal(reading.Refusal!.Code, reading.Refusal.Message));
    }

    /// <inheritdoc/>
    public Screenplay ReadStoryboard(Storyboard storyboard) =>
        PromptReader.Read(storyboard, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows, DioramaVocabulary.PlaceFor);

    /// <inheritdoc/>
    public Screenplay? ReadSequel(Screenplay film, string words, double startSeconds, double endSeconds)
    {
        ArgumentNullException.ThrowIfNull(film);
        return PromptReader.ReadSequel(film, words, startSeconds, endSeconds, DioramaVocabulary.CanShow) is { } sequel ? film with { Sequels = film.Sequels.Add(sequel) } : null;
    }

    /// <inheritdoc/>
    public EngineRun Start(EngineRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Screenplay? screenplay = request.Screenplay ?? ReadScreenplay(request.Prompt, request.Format.Seconds).Screenplay;
        return new Run(ffmpeg ?? new Ffmpeg(), request, screenplay ?? throw new ArgumentException("DioramaEngine.Start: the prompt was never readable", nameof(request)));
    }

    private sealed class Run(Ffmpeg ffmpeg, EngineRequest request, Screenplay screenplay) : EngineRun
    {
        private readonly FrameBuffer _buffer = new(request.Format.Width, request.Format.Height);
        private Film? _film;

        public override VideoFormat Format => request.Format;

        /// <summary>Lines that are heard in the run; of a continuation, those that are spoken within it.</summary>
        public override IReadOnlyList<Caption> Captions => _film is null ? [] :
            [.. _film.SpokenLines.Select(line => new Caption(line.StartSeconds - StartSeconds, line.EndSeconds - StartSeconds, line.Text, line.Language)).Where(line => line.StartSeconds >= 0)];

        public override async ValueTask PrepareAsync(IProgress<double>? progress, CancellationToken cancel)
        {
            FirstPicture? first = request.FirstImagePath is { } path ? await ReadAsync(path, cancel) : null;
            _film = Film.Stage(
                screenplay,
                new FilmOptions
                {
                    Width = Format.Width,
                    Height = Format.Height,
                    FramesPerSecond = Format.Fps,
                    FrameCount = request.Continuation?.FilmFrames ?? Format.FrameCount,
                    ContinuationFrames = request.Continuation is { } film ? film.FirstFrame - film.FilmFrames + Format.FrameCount : 0,
                    Seed = unchecked((ulong)request.Seed),
                    FirstPicture = first,
                },
                cancel);
            SpeechSynthesizer voices = new();
            List<string> speakers = [];
            foreach (SpokenLine line in _film.SpokenLines)
            {
                int speaker = speakers.IndexOf(line.SpeakerId);
                if (speaker < 0)
                {
                    speaker = speakers.Count;
                    speakers.Add(line.SpeakerId);
                }

                _film.AddVoice(await SpeakAsync(voices, line, speaker, cancel), line.StartSeconds);
            }

            PassOverSound(cancel);
        }

        public override ValueTask RenderAsync(int frame, Memory<byte> picture, Memory<float> sound, CancellationToken cancel)
        {
            if (_film is null)
            {
                throw new InvalidOperationException("DioramaEngine: PrepareAsync comes before RenderAsync");
            }

            cancel.ThrowIfCancellationRequested();
            _film.RenderFrame(FirstFrame + frame, _buffer, cancel);
            _buffer.Data.CopyTo(picture.Span);
            _film.ReadSound(sound.Span);
            return ValueTask.CompletedTask;
        }

        private int FirstFrame => request.Continuation?.FirstFrame ?? 0;

        private double StartSeconds => FirstFrame / (double)Format.Fps;

        /// <summary>Sound is heard in order: a continuation passes over all that came before, so that what rings rings on.</summary>
        private void PassOverSound(CancellationToken cancel)
        {
            float[] passed = new float[2 * _film!.SamplesPerFrame];
            for (int i = 0; i < FirstFrame; i++)
            {
                cancel.ThrowIfCancellationRequested();
                _film.ReadSound(passed);
            }
        }

        private async Task<FirstPicture> ReadAsync(string path, CancellationToken cancel)
        {
            try
            {
                Picture picture = await new PictureReader(ffmpeg).ReadAsync(path, Format.Width, Format.Height, cancel);
                return new FirstPicture(picture.Width, picture.Height, picture.Pixels);
            }
            catch (PictureException e)
            {
                throw new EngineException("picture_unreadable", $"The first image cannot be read. {e.Message}", "Give a picture as PNG, JPEG or WebP.", e);
            }
        }

        // Once at an easy pace; again, faster, when the line would run past its end.
        private static async Task<float[]> SpeakAsync(SpeechSynthesizer voices, SpokenLine line, int speaker, CancellationToken cancel)
        {
            SpeechStyle style = new(line.Language, speaker);
            float[] voice = await voices.SpeakAsync(line.Text, style, cancel);
            double excess = voice.Length / (double)SpeechSynthesizer.SampleRate / Math.Max(0.5, line.EndSeconds - line.StartSeconds);
            return excess > 1 ? await voices.SpeakAsync(line.Text, style with { WordsPerMinute = (int)(style.WordsPerMinute * excess) }, cancel) : voice;
        }

        public override ValueTask DisposeAsync()
        {
            _film?.Dispose();
            return base.DisposeAsync();
        }
    }
}
