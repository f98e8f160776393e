using System.Collections.Immutable;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Opening;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Sound;
using Lucarne.Diorama.Staging;
using Lucarne.Diorama.Staging.Settings;

namespace Lucarne.Diorama;

/// <summary>Size, length and seed of a film.</summary>
public sealed record FilmOptions
{
    /// <summary>Pixels, 16…4096.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels, 16…4096.</summary>
    public required int Height { get; init; }

    /// <summary>Frames a second, 1…120; divides 48,000, so that every frame has the same number of samples.</summary>
    public required int FramesPerSecond { get; init; }

    /// <summary>Number of frames, at least 1.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Frames for which the last shot goes on after <see cref="FrameCount"/>; 0 ends there. What comes before is the same whatever this is.</summary>
    public int ContinuationFrames { get; init; }

    /// <summary>All randomness of the film comes from it.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads that render; 0 for one a core. The bits do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Picture of the film's size that it opens on, and whose light and colours its world takes; null for none.</summary>
    public FirstPicture? FirstPicture { get; init; }
}

/// <summary>A line that is spoken in a film.</summary>
/// <param name="SpeakerId">Subject that speaks; empty when nobody on stage does.</param>
/// <param name="Text">What is said.</param>
/// <param name="Language">Two-letter language.</param>
/// <param name="StartSeconds">Start within the film.</param>
/// <param name="EndSeconds">End within the film.</param>
public sealed record SpokenLine(string SpeakerId, string Text, string Language, double StartSeconds, double EndSeconds);

/// <summary>A screenplay that is being filmed: frames in order, each with its sound.</summary>
/// <remarks>
/// The same screenplay, size and seed give the same bits, whatever the number of threads. Calls come from one thread at a time.
/// </remarks>
public sealed class Film : IDisposable
{
    /// <summary>For how long a first picture stands alone and then gives way; in short shots for these shares of them.</summary>
    private const double HoldSeconds = 0.65, TurnSeconds = 0.85, HoldShare = 0.2, TurnShare = 0.25;

    private readonly FilmOptions _options;
    private readonly List<StagedShot> _shots;
    private readonly Renderer _renderer;
    private readonly SceneFrame _frame = new();
    private readonly double _stretch;
    private readonly SoundTrack _sound;
    private readonly SoundStage[] _stages;
    private readonly PictureOpening? _opening;
    private readonly Action<int, int> _drawOpening;
    private FrameBuffer _output = null!;
    private double _openingSeconds;
    private long _framesHeard;
    private int _shotHeard;
    private int _airsHeard;

    private Film(FilmOptions options, Screenplay screenplay, List<StagedShot> shots, double stretch, PictureOpening? opening, FilmReport report)
    {
        _options = options;
        _opening = opening;
        _drawOpening = (_, pair) => _opening!.DrawRows(_output, _openingSeconds, pair);
        _shots = shots;
        Report = report;
        Screenplay = screenplay;
        _renderer = new Renderer(options.Width, options.Height, options.Threads);
        _stretch = stretch;
        SpokenLines = [.. shots.SelectMany(Lines)];
        _sound = new SoundTrack(new SoundOptions { Seed = options.Seed, Ambience = SoundStage.AmbienceOf(shots[0]) });
        _stages = [.. shots.Select(shot => new SoundStage(_sound, shot, shot.Shot.StartSeconds / _stretch, shot.WorldSeconds(1) * _stretch))];
    }

    /// <summary>What is filmed.</summary>
    public Screenplay Screenplay { get; }

    /// <summary>What is shown, what a relative stands in for, and what is not shown.</summary>
    public FilmReport Report { get; }

    /// <summary>Spoken lines with their times.</summary>
    public ImmutableArray<SpokenLine> SpokenLines { get; }

    /// <summary>Number of frames, those of the continuation included.</summary>
    public int FrameCount => _options.FrameCount + _options.ContinuationFrames;

    /// <summary>Samples of each channel that go with one frame at 48 kHz.</summary>
    public int SamplesPerFrame => 48_000 / _options.FramesPerSecond;

    internal IReadOnlyList<StagedShot> Shots => _shots;

    /// <summary>Lays the whole film out. Takes tens of milliseconds; physics is run ahead here.</summary>
    /// <exception cref="ArgumentException">An option is out of range, or the screenplay has no shot.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Film Stage(Screenplay screenplay, FilmOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(screenplay);
        ArgumentNullException.ThrowIfNull(options);
        if (screenplay.Shots.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A film takes at least one shot; the screenplay has none.", nameof(screenplay));
        }

        if (options.FramesPerSecond is < 1 or > 120 || 48_000 % options.FramesPerSecond != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.FramesPerSecond, "Frames a second are 1 to 120 and divide 48,000 (24, 25, 30, 60).");
        }

        if (options.FrameCount < 1 || options.ContinuationFrames < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.FrameCount, "A film has at least one frame, and no negative number after them.");
        }

        if (options.FirstPicture is { } given && (given.Width != options.Width || given.Height != options.Height))
        {
            throw new ArgumentException($"The first picture is {given.Width}x{given.Height}, the film {options.Width}x{options.Height}.", nameof(options));
        }

        double stretch = screenplay.Shots[^1].EndSeconds / (options.FrameCount / (double)options.FramesPerSecond);
        PictureLook? look = options.FirstPicture is { } picture ? PictureLook.Of(picture) : null;
        PictureOpening? opening = look is null ? null : Open(screenplay.Shots[0], options, look, stretch);

        ReportBuilder report = new();
        Dictionary<string, SettingStage> places = new(StringComparer.Ordinal);
        List<StagedShot> shots = [];
        for (int i = 0; i < screenplay.Shots.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Shot shot = screenplay.Shots[i];
            string asked = SettingChoice.Choose(shot), concept = SettingChoice.Available(asked);
            if (look is not null)
            {
                shot = shot with { TimeOfDay = shot.TimeOfDay ?? (KeepsItsHour(concept) ? null : look.Time) };
            }

            if (i == 0 && opening is not null)
            {
                // What happens begins when the picture gives way; the shot ends when it would have.
                shot = shot with { StartSeconds = shot.StartSeconds + (opening.HoldSeconds * stretch) };
            }

            SettingRequest request = new(concept)
            {
                Attributes = shot.SettingAttributes,
                TimeOfDay = shot.TimeOfDay,
                Weather = shot.Weather,
                WeatherStrength = shot.WeatherStrength,
                Wind = shot.Wind,
                Seed = options.Seed,
                Mentions = [.. shot.Subjects.Select(subject => subject.Concept)],
            };
            string key = $"{concept}|{request.TimeOfDay}|{request.Weather}|{request.Wind}|{string.Join(',', request.Mentions)}|{string.Join(',', shot.SettingAttributes.Colours)}|{shot.SettingAttributes.Material}|{string.Join(',', shot.SettingAttributes.Qualities)}";
            if (!places.TryGetValue(key, out SettingStage? stage))
            {
                stage = SettingLibrary.Make(request, Vocabulary.Parent);
                places.Add(key, stage);
            }

            if (stage.Concept == asked || shot.Setting is null)
            {
                report.Shows(stage.Concept);
            }
            else
            {
                report.Substitutes(asked, stage.Concept);
            }

            bool last = i == screenplay.Shots.Length - 1;
            double after = last ? options.ContinuationFrames / (double)options.FramesPerSecond * stretch : 0;
            Sequel[] sequels = last && after > 0 ? [.. screenplay.Sequels.Select(sequel => sequel with { StartSeconds = (sequel.StartSeconds * stretch) - shot.StartSeconds })] : [];
            shots.Add(StagedShot.Build(shot, stage, look, options.Width, options.Height, options.Seed, report, after, sequels, cancellation));
        }

        if (look is not null)
        {
            Match(shots, look, options, cancellation);
        }

        return new Film(options, screenplay, shots, stretch, opening, report.Build());
    }

    private static PictureOpening Open(Shot first, FilmOptions options, PictureLook look, double stretch)
    {
        double seconds = (first.EndSeconds - first.StartSeconds) / stretch;
        return new PictureOpening(options.FirstPicture!, look, options.Seed, Math.Min(HoldSeconds, HoldShare * seconds), Math.Min(TurnSeconds, TurnShare * seconds));
    }

    /// <summary>Develops every shot so that it comes near the picture, by a small frame out of its middle.</summary>
    private static void Match(List<StagedShot> shots, PictureLook look, FilmOptions options, CancellationToken cancellation)
    {
        const int LongSide = 128;
        float scale = Math.Min(1, LongSide / (float)Math.Max(options.Width, options.Height));
        int width = Math.Max(Renderer.MinSide, (int)(options.Width * scale)), height = Math.Max(Renderer.MinSide, (int)(options.Height * scale));
        using Renderer renderer = new(width, height, options.Threads);
        FrameBuffer buffer = new(width, height);
        SceneFrame frame = new();
        foreach (StagedShot shot in shots)
        {
            shot.Compose(frame, (shot.Shot.EndSeconds - shot.Shot.StartSeconds) / 2);
            renderer.Render(frame, buffer, cancellation);
            shot.Regrade(look.Match(shot.Air.Grade, new FirstPicture(width, height, buffer.ToRgb())));
        }
    }

    /// <summary>Rooms are lit by their lamps, and space by nothing that a picture shows.</summary>
    private static bool KeepsItsHour(string place) => Vocabulary.IsA(place, "indoors") || Vocabulary.IsA(place, "space");

    /// <summary>Draws a frame.</summary>
    /// <param name="index">0 … <see cref="FrameCount"/> − 1.</param>
    /// <param name="output">Buffer of the film's size.</param>
    /// <param name="cancellation">Stops within a fraction of a frame.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void RenderFrame(int index, FrameBuffer output, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, FrameCount);
        double seconds = index / (double)_options.FramesPerSecond;
        bool opens = seconds < _opening?.HoldSeconds + _opening?.TurnSeconds;
        if (!opens || seconds > _opening!.HoldSeconds)
        {
            StagedShot shot = ShotAt(seconds * _stretch);
            shot.Compose(_frame, (seconds * _stretch) - shot.Shot.StartSeconds);
            if (opens)
            {
                _frame.Camera = _frame.Camera with { FieldOfViewDegrees = _frame.Camera.FieldOfViewDegrees * _opening!.WorldWidening(seconds) };
            }

            _renderer.Render(_frame, output, cancellation);
        }

        if (opens)
        {
            (_output, _openingSeconds) = (output, seconds);
            _renderer.Share(_opening!.RowPairs, _drawOpening, cancellation);
        }
    }

    /// <summary>Puts a recorded voice on the track; before the frame in which it starts is heard.</summary>
    /// <param name="mono48k">Samples at 48 kHz, −1…1; kept, not copied.</param>
    /// <param name="seconds">Time of the first sample within the film.</param>
    public void AddVoice(float[] mono48k, double seconds) => _sound.AddClip(mono48k, seconds, null);

    /// <summary>Renders the sound of the next frame. Frames of sound come in order, with or without those of the picture.</summary>
    /// <param name="interleavedStereo">Exactly 2 · <see cref="SamplesPerFrame"/> floats, left and right in turn, −1…1.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public void ReadSound(Span<float> interleavedStereo)
    {
        if (interleavedStereo.Length != 2 * SamplesPerFrame)
        {
            throw new ArgumentException($"The sound of a frame is {2 * SamplesPerFrame} floats; the span has {interleavedStereo.Length}.", nameof(interleavedStereo));
        }

        if (_framesHeard == 0)
        {
            _stages[0].Score();

            // The track looks ahead: what it holds back at its start is left out, so that sound and picture meet.
            HearUntil(0.1);
            Span<float> ahead = stackalloc float[2 * SoundTrack.LatencySamples];
            _sound.Render(ahead);
        }

        _framesHeard++;
        HearUntil((_framesHeard / (double)_options.FramesPerSecond) + 0.1);
        _sound.Render(interleavedStereo);
    }

    /// <summary>Tells the track all that sounds before a moment: physics of the running shot, and the shots that begin.</summary>
    private void HearUntil(double seconds)
    {
        while (_shotHeard + 1 < _shots.Count && _shots[_shotHeard + 1].Shot.StartSeconds / _stretch <= seconds)
        {
            double cut = _shots[_shotHeard + 1].Shot.StartSeconds / _stretch;
            _stages[_shotHeard].HearUntil(cut);
            _stages[_shotHeard].Cut(cut);
            _shotHeard++;
            _sound.SetAmbience(cut, SoundStage.AmbienceOf(_shots[_shotHeard]));
            _stages[_shotHeard].Score();
        }

        foreach ((double at, Air air) in _shots[_shotHeard].AirChanges.Skip(_airsHeard))
        {
            double change = (_shots[_shotHeard].Shot.StartSeconds + at) / _stretch;
            if (change <= seconds)
            {
                _sound.SetAmbience(change, SoundStage.AmbienceOf(_shots[_shotHeard], air));
                _airsHeard++;
            }
        }

        _stages[_shotHeard].HearUntil(seconds);
    }

    /// <inheritdoc/>
    public void Dispose() => _renderer.Dispose();

    private StagedShot ShotAt(double seconds)
    {
        for (int i = _shots.Count - 1; i > 0; i--)
        {
            if (seconds >= _shots[i].Shot.StartSeconds - 1e-9)
            {
                return _shots[i];
            }
        }

        return _shots[0];
    }

    private IEnumerable<SpokenLine> Lines(StagedShot shot)
    {
        Dictionary<string, int> taken = new(StringComparer.Ordinal);
        foreach (DialogueLine line in shot.Shot.Dialogue)
        {
            foreach ((string speaker, (double From, double To)[] times) in shot.Speech)
            {
                int next = taken.GetValueOrDefault(speaker);
                if ((line.SpeakerId == speaker || line.SpeakerId is null || !shot.Speech.ContainsKey(line.SpeakerId)) && next < times.Length)
                {
                    taken[speaker] = next + 1;
                    double rate = shot.WorldSeconds(1);
                    yield return new SpokenLine(speaker, line.Text, line.Language, (shot.Shot.StartSeconds + (times[next].From / rate)) / _stretch, (shot.Shot.StartSeconds + (times[next].To / rate)) / _stretch);
                    break;
                }
            }
        }

        foreach ((string speaker, DialogueLine line, double from, double to) in shot.SequelLines)
        {
            double rate = shot.WorldSeconds(1);
            yield return new SpokenLine(speaker, line.Text, line.Language, (shot.Shot.StartSeconds + (from / rate)) / _stretch, (shot.Shot.StartSeconds + (to / rate)) / _stretch);
        }
    }
}

/// <summary>What the built-in engine can show.</summary>
public static class DioramaVocabulary
{
    /// <summary>True when there is a model, a place or a motion of that concept or of a more general one: a golden retriever is shown as a dog.</summary>
    public static bool CanShow(string concept)
    {
        foreach (string name in Vocabulary.Lineage(concept).DefaultIfEmpty(concept))
        {
            if (Staging.Props.PropLibrary.Knows(name) || SettingLibrary.Knows(name))
            {
                return true;
            }
        }

        return Behaviours.Of(concept) is not null;
    }

    /// <summary>The place that the engine chooses for a shot that names none; null where only a plain backdrop suits it.</summary>
    public static string? PlaceFor(Shot shot)
    {
        ArgumentNullException.ThrowIfNull(shot);
        return SettingChoice.Choose(shot) is var place and not SettingChoice.Studio ? place : null;
    }

    /// <summary>True when the place and the weather of a shot show that concept by themselves: windows of a village, waves of a sea, puddles in the rain.</summary>
    public static bool PlaceShows(Shot shot, string concept)
    {
        ArgumentNullException.ThrowIfNull(shot);
        return SettingFeatures.Shows(SettingChoice.Available(SettingChoice.Choose(shot)), shot.Weather, concept);
    }
}
