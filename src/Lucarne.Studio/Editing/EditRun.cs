using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Media.Storage;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Studio.Editing;

/// <summary>Starts the runs that make edits.</summary>
internal sealed class EditRunner(Ffmpeg ffmpeg, EngineRegistry engines, MediaStore media, OpenStudioContext open)
{
    /// <summary>The run of a generation that is an edit.</summary>
    public EngineRun Start(Generation generation) =>
        new EditRun(EditDocument.Read(generation.EditJson!), generation.Format, ffmpeg, engines, media, open);
}

/// <summary>Makes an edit as an engine makes a film, frame by frame with its sound, so that it is encoded, watched, stored, cancelled and taken up again in the same way.</summary>
internal sealed class EditRun(EditDocument document, VideoFormat format, Ffmpeg ffmpeg, EngineRegistry engines, MediaStore media, OpenStudioContext open) : EngineRun
{
    /// <summary>Fade at a cut within a sound, so that it does not click: 10 ms.</summary>
    private const int FadeSamples = VideoFormat.SampleRate / 100;

    private const double EndFadeSeconds = 0.4;

    private readonly Dictionary<int, ClipReader> _readers = [];
    private Dictionary<Guid, Source> _sources = [];
    private IReadOnlyList<PlacedClip> _clips = [];
    private List<Caption> _captions = [];
    private SoundDecoder? _replacement;
    private byte[] _second = [];
    private float[] _secondSound = [];

    private sealed record Source(Generation Generation, string VideoPath, IReadOnlyList<Caption> Captions);

    public override VideoFormat Format => format;

    public override IReadOnlyList<Caption> Captions => _captions;

    public override async ValueTask PrepareAsync(IProgress<double>? progress, CancellationToken cancel)
    {
        await FindSourcesAsync(cancel);
        _clips = EditTimeline.Place(document.Clips.Select(c => (c, c.Continuation is null ? _sources[c.SourceId].Generation.Fps : format.Fps)), format.Fps);
        if (_clips[^1].EndFrame != format.FrameCount)
        {
            throw Gone();
        }

        _second = new byte[format.FrameBytes];
        _secondSound = new float[((VideoFormat.SampleRate / format.Fps) + 1) * VideoFormat.Channels];
        _captions = [.. HeardCaptions()];
        if (document.Sound.Mode == EditSoundMode.Replace)
        {
            _replacement = SoundDecoder.Start(ffmpeg, ReplacementPath(), 0, normalise: true);
        }
    }

    public override async ValueTask RenderAsync(int frame, Memory<byte> picture, Memory<float> sound, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        int at = LastBegun(frame);
        PlacedClip clip = _clips[at];
        int into = frame - clip.FirstFrame;
        if (into < clip.CrossfadeFrames)
        {
            await ReadAsync(at - 1, frame, picture, sound, cancel);
            Memory<float> second = _secondSound.AsMemory(0, sound.Length);
            await ReadAsync(at, frame, _second, second, cancel);
            Dissolve(picture.Span, _second, (into + 1) / (float)(clip.CrossfadeFrames + 1));
            Crossfade(sound.Span, second.Span, into / (float)clip.CrossfadeFrames, (into + 1) / (float)clip.CrossfadeFrames);
        }
        else
        {
            await ReadAsync(at, frame, picture, sound, cancel);
        }

        await MixAsync(frame, sound, cancel);
        foreach (int done in _readers.Keys.Where(i => _clips[i].EndFrame <= frame + 1).ToList())
        {
            _readers.Remove(done, out ClipReader? reader);
            await reader!.DisposeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (ClipReader reader in _readers.Values)
        {
            await reader.DisposeAsync();
        }

        if (_replacement is not null)
        {
            await _replacement.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private static EngineException Gone() => new(
        "edit_source_missing", "One of the clips was deleted before the edit was made.", "Put the edit together again without it; a failed edit costs nothing.");

    private async Task FindSourcesAsync(CancellationToken cancel)
    {
        Guid[] ids = [.. document.Clips.Where(c => c.Continuation?.ScreenplayJson is null).Select(c => c.SourceId), .. document.Sound.SourceId is Guid sound ? (Guid[])[sound] : []];
        await using StudioContext db = open();
        List<Generation> rows = await db.Generations.AsNoTracking().Include(g => g.Artefacts.Where(a => a.Name == Artefact.Video || a.Name == Artefact.Captions))
            .Where(g => ids.Contains(g.Id) && g.Status == GenerationStatus.Completed).ToListAsync(cancel);
        foreach (Generation row in rows)
        {
            if (PathOf(row, Artefact.Video) is { } video)
            {
                _sources[row.Id] = new Source(row, video, await CaptionsOfAsync(row, cancel));
            }
        }

        if (ids.Any(id => !_sources.ContainsKey(id)))
        {
            throw Gone();
        }
    }

    private async Task<IReadOnlyList<Caption>> CaptionsOfAsync(Generation row, CancellationToken cancel) =>
        PathOf(row, Artefact.Captions) is { } path && WebVttReader.TryRead(await File.ReadAllTextAsync(path, cancel), out IReadOnlyList<Caption>? captions, out _) ? captions : [];

    private string? PathOf(Generation row, string name) =>
        row.Artefacts.Find(a => a.Name == name) is { } artefact ? media.Find(artefact.Reference) : null;

    private string ReplacementPath()
    {
        if (document.Sound.SourceId is Guid id)
        {
            return _sources[id].VideoPath;
        }

        return MediaReference.TryParse(document.Sound.File, out MediaReference file) && media.Find(file) is { } path ? path : throw new EngineException(
            "edit_source_missing", "The sound was deleted before the edit was made.", "Put the edit together again with another one; a failed edit costs nothing.");
    }

    /// <summary>Captions of what is heard: the clips' own, those of the sound that replaces them, or none.</summary>
    private IEnumerable<Caption> HeardCaptions() => document.Sound switch
    {
        { Mode: EditSoundMode.Keep, Volume: > 0 } => _clips.Where(c => c.Clip.Continuation is null).SelectMany(c => EditTimeline.Shift(
            _sources[c.Clip.SourceId].Captions, (double)c.Clip.StartFrame / c.SourceFps, (double)c.Clip.EndFrame / c.SourceFps, (double)c.FirstFrame / format.Fps)),
        { Mode: EditSoundMode.Replace, SourceId: Guid id, Volume: > 0 } => EditTimeline.Shift(_sources[id].Captions, 0, format.Seconds, 0),
        _ => [],
    };

    private int LastBegun(int frame)
    {
        int at = _clips.Count - 1;
        while (_clips[at].FirstFrame > frame)
        {
            at--;
        }

        return at;
    }

    private async ValueTask ReadAsync(int index, int frame, Memory<byte> picture, Memory<float> sound, CancellationToken cancel)
    {
        bool first = !_readers.TryGetValue(index, out ClipReader? reader);
        _readers[index] = reader ??= Open(_clips[index].Clip);
        await reader.ReadAsync(picture, sound, cancel);
        if (first && reader is ContinuedClip continued && document.Sound is { Mode: EditSoundMode.Keep, Volume: > 0 })
        {
            _captions.AddRange(EditTimeline.Shift(continued.Captions, 0, _clips[index].FrameCount / (double)format.Fps, _clips[index].FirstFrame / (double)format.Fps));
        }

        SoftenCuts(index, frame, sound.Span);
    }

    private ClipReader Open(EditClip clip)
    {
        if (clip.Continuation is not { } continuation)
        {
            Source source = _sources[clip.SourceId];
            return new StoredClip(ffmpeg, new VideoStretch(source.VideoPath, source.Generation.Format, clip.StartFrame, clip.EndFrame), format);
        }

        if (!engines.TryGet(continuation.Engine, out IEngine? engine))
        {
            throw new EngineException(GenerationFailure.EngineMissing.Code, GenerationFailure.EngineMissing.Message, GenerationFailure.EngineMissing.Action);
        }

        bool own = continuation.ScreenplayJson is not null;
        return new ContinuedClip(engine.Start(new EngineRequest
        {
            Prompt = continuation.Prompt,
            Screenplay = own ? ScreenplayJson.Read(continuation.ScreenplayJson!) : null,
            Format = format with { FrameCount = clip.EndFrame - clip.StartFrame },
            Seed = continuation.Seed,
            Continuation = own ? new FilmContinuation(continuation.FilmFrames, clip.StartFrame) : null,
            FirstImagePath = MediaReference.TryParse(continuation.FirstImage, out MediaReference first) ? media.Find(first) ?? continuation.FirstImage : null,
            ContinuesPath = own ? null : _sources[clip.SourceId].VideoPath,
        }));
    }

    /// <summary>A sound that is cut off in its middle fades over 10 ms instead of clicking. What runs on into its continuation is left alone.</summary>
    private void SoftenCuts(int index, int frame, Span<float> sound)
    {
        PlacedClip clip = _clips[index];
        bool joined = index + 1 < _clips.Count && _clips[index + 1].Clip.Continuation is not null;
        if (frame == clip.FirstFrame && clip.Clip.StartFrame > 0 && clip.Clip.Continuation is null)
        {
            for (int i = 0; i < Math.Min(sound.Length, FadeSamples * VideoFormat.Channels); i++)
            {
                sound[i] *= i / (float)(FadeSamples * VideoFormat.Channels);
            }
        }

        if (frame == clip.EndFrame - 1 && !joined)
        {
            for (int i = 0; i < Math.Min(sound.Length, FadeSamples * VideoFormat.Channels); i++)
            {
                sound[^(i + 1)] *= i / (float)(FadeSamples * VideoFormat.Channels);
            }
        }
    }

    private async ValueTask MixAsync(int frame, Memory<float> sound, CancellationToken cancel)
    {
        EditSound wanted = document.Sound;
        if (wanted.Mode == EditSoundMode.Mute)
        {
            sound.Span.Clear();
            return;
        }

        if (_replacement is not null)
        {
            await _replacement.ReadAsync(sound, cancel);
            float left = (float)((format.FrameCount - frame) / (format.Fps * EndFadeSeconds));
            float next = (float)((format.FrameCount - frame - 1) / (format.Fps * EndFadeSeconds));
            Ramp(sound.Span, MathF.Min(1, left), MathF.Min(1, next));
        }

        Amplify(sound.Span, (float)wanted.Volume);
    }

    private static void Dissolve(Span<byte> picture, ReadOnlySpan<byte> other, float share)
    {
        int weight = (int)MathF.Round(share * 256);
        for (int i = 0; i < picture.Length; i++)
        {
            picture[i] = (byte)(((picture[i] * (256 - weight)) + (other[i] * weight) + 128) >> 8);
        }
    }

    /// <summary>Equal power, so that two sounds that differ stay as loud together as each is alone.</summary>
    private static void Crossfade(Span<float> sound, ReadOnlySpan<float> other, float from, float to)
    {
        for (int i = 0; i < sound.Length; i++)
        {
            float t = (from + ((to - from) * i / sound.Length)) * MathF.PI / 2;
            sound[i] = (sound[i] * MathF.Cos(t)) + (other[i] * MathF.Sin(t));
        }
    }

    private static void Ramp(Span<float> sound, float from, float to)
    {
        if (from == 1 && to == 1)
        {
            return;
        }

        for (int i = 0; i < sound.Length; i++)
        {
            sound[i] *= from + ((to - from) * i / sound.Length);
        }
    }

    /// <summary>Scales; what would go beyond full level is bent back softly instead of being cut off.</summary>
    private static void Amplify(Span<float> sound, float volume)
    {
        const float Knee = 0.8f;
        if (volume == 1)
        {
            return;
        }

        for (int i = 0; i < sound.Length; i++)
        {
            float scaled = sound[i] * volume, loud = MathF.Abs(scaled);
            sound[i] = loud <= Knee ? scaled : MathF.CopySign(Knee + ((1 - Knee) * MathF.Tanh((loud - Knee) / (1 - Knee))), scaled);
        }
    }
}
