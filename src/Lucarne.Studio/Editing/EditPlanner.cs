using System.Collections.Immutable;
using Lucarne.Media;
using Lucarne.Media.Storage;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Studio.Editing;

/// <summary>An edit that can be made, or why it can't.</summary>
/// <param name="Document">What to make; null when refused.</param>
/// <param name="Format">Exact shape of the result.</param>
/// <param name="Prompt">What the clips' authors asked for: the prompts of the sources, each once, a line each.</param>
/// <param name="Refusal">Why not; null when there is a plan.</param>
internal sealed record EditPlan(EditDocument? Document, VideoFormat Format, string Prompt, Refusal? Refusal)
{
    /// <summary>The picture that a film which the edit goes on with starts from; null for none.</summary>
    public FirstImage? FirstImage => Document?.Clips.Select(clip => clip.Continuation).FirstOrDefault(c => c?.FirstImageId is not null) is { FirstImageId: Guid id } continuation
        && MediaReference.TryParse(continuation.FirstImage, out MediaReference file) ? new FirstImage(id, file) : null;

    public static implicit operator EditPlan(Refusal refusal) => new(null, default, "", refusal);
}

/// <summary>Checks what an edit asks for against its sources, and lays it out to the frame.</summary>
internal sealed class EditPlanner(EngineRegistry engines)
{
    private sealed record Extension(Continuation Continuation, Guid SourceId, int StartFrame);

    /// <summary>Plans an edit.</summary>
    /// <returns>The plan, or <c>clips_invalid</c>, <c>clip_not_found</c>, <c>clip_not_finished</c>, <c>clip_range_invalid</c>, <c>crossfade_invalid</c>,
    /// <c>extend_not_supported</c>, <c>extend_not_understood</c>, <c>extend_invalid</c>, <c>edit_length_invalid</c>, <c>size_not_supported</c>, <c>sound_invalid</c>.</returns>
    public async Task<EditPlan> PlanAsync(StudioContext db, EditRequest request, CancellationToken cancel)
    {
        if (request.Clips.IsDefaultOrEmpty || request.Clips.Length > EditRules.MaxClips)
        {
            return new Refusal("clips_invalid", $"An edit takes 1 to {EditRules.MaxClips} clips.");
        }

        Guid[] ids = [.. request.Clips.Select(c => c.SourceId), .. request.Sound.SourceId is Guid heard ? (Guid[])[heard] : []];
        Dictionary<Guid, Generation> sources = await db.Generations.AsNoTracking().Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancel);
        if (ids.FirstOrDefault(id => !sources.ContainsKey(id)) is var missing && missing != Guid.Empty)
        {
            return new Refusal("clip_not_found", "One of the clips is gone.");
        }

        if (sources.Values.Any(g => g.Status != GenerationStatus.Completed))
        {
            return new Refusal("clip_not_finished", "Only finished videos can be edited; wait until each clip is completed.");
        }

        if (CheckSound(request.Sound) is { } badSound)
        {
            return badSound;
        }

        Generation first = sources[request.Clips[0].SourceId];
        VideoSize size = request.Size ?? new VideoSize(first.Width, first.Height);
        if (!engines.All.Any(e => e.Capabilities.Sizes.Contains(size)) && !sources.Values.Any(g => g.Width == size.Width && g.Height == size.Height))
        {
            return new Refusal("size_not_supported", "Choose a size that an engine of this installation makes, or one of the clips' own.");
        }

        List<(EditClip Clip, int Fps)> clips = [];
        for (int i = 0; i < request.Clips.Length; i++)
        {
            if (await AddAsync(db, request.Clips[i], sources[request.Clips[i].SourceId], size, first.Fps, clips, cancel) is { } refusal)
            {
                return refusal with { Message = $"Clip {i + 1}: {refusal.Message}" };
            }
        }

        return Lay(request, clips, size, first.Fps, string.Join('\n', request.Clips.SelectMany(c => c.ExtendPrompt is { } next ? (string[])[sources[c.SourceId].Prompt, next] : [sources[c.SourceId].Prompt]).Distinct(StringComparer.Ordinal)));
    }

    private static EditPlan Lay(EditRequest request, List<(EditClip Clip, int Fps)> clips, VideoSize size, int fps, string prompt)
    {
        IReadOnlyList<PlacedClip> placed = EditTimeline.Place(clips, fps);
        for (int i = 0; i < placed.Count; i++)
        {
            // No frame belongs to three clips: what dissolves in has gone before what follows dissolves in.
            int next = i + 1 < placed.Count ? placed[i + 1].CrossfadeFrames : 0;
            if ((i == 0 && placed[i].CrossfadeFrames > 0) || placed[i].CrossfadeFrames + next > placed[i].FrameCount)
            {
                return new Refusal("crossfade_invalid", $"Clip {i + 1}: dissolves are longer than the clip, or there is nothing before it to dissolve from. Shorten them.");
            }
        }

        int frames = placed[^1].EndFrame;
        double seconds = (double)frames / fps;
        if (seconds is < EditRules.MinSeconds or > EditRules.MaxSeconds)
        {
            return new Refusal("edit_length_invalid", FormattableString.Invariant($"An edit lasts {EditRules.MinSeconds:0.#} to {EditRules.MaxSeconds:0} seconds; this one would last {seconds:0.##}."));
        }

        EditDocument document = new() { Clips = [.. clips.Select(c => c.Clip)], Sound = request.Sound };
        return new EditPlan(document, new VideoFormat(size.Width, size.Height, fps, frames), Safety.Text.TextHygiene.Truncate(prompt, FilmRequest.PromptMaxCharacters), null);
    }

    /// <summary>Adds a clip, and what the engine makes after it.</summary>
    private async Task<Refusal?> AddAsync(
        StudioContext db, ClipRequest clip, Generation source, VideoSize size, int fps, List<(EditClip Clip, int Fps)> clips, CancellationToken cancel)
    {
        int start = clip.StartFrame ?? 0, end = clip.EndFrame ?? source.FrameCount;
        if (start < 0 || end <= start || end > source.FrameCount)
        {
            return new Refusal("clip_range_invalid", $"its first frame comes before its last, between 0 and {source.FrameCount}.");
        }

        if (!(clip.CrossfadeSeconds is >= 0 and <= EditRules.MaxCrossfadeSeconds))
        {
            return new Refusal("crossfade_invalid", FormattableString.Invariant($"a dissolve lasts 0 to {EditRules.MaxCrossfadeSeconds:0} seconds."));
        }

        clips.Add((new EditClip { SourceId = source.Id, StartFrame = start, EndFrame = end, CrossfadeFrames = (int)Math.Round(clip.CrossfadeSeconds * fps) }, source.Fps));
        if (clip.ExtendSeconds == 0)
        {
            return clip.ExtendPrompt is null ? null : new Refusal("extend_invalid", "what happens next needs seconds to happen in.");
        }

        if (clip.ExtendPrompt?.Length > EditRules.MaxExtendCharacters)
        {
            return new Refusal("extend_invalid", $"what happens next is told in at most {EditRules.MaxExtendCharacters} characters.");
        }

        if (!(clip.ExtendSeconds is >= 1 and <= EditRules.MaxExtendSeconds))
        {
            return new Refusal("extend_invalid", FormattableString.Invariant($"a film is extended by 1 to {EditRules.MaxExtendSeconds:0} seconds at a time."));
        }

        if (end != source.FrameCount)
        {
            return new Refusal("extend_invalid", "only a clip that runs to its film's end can be extended.");
        }

        if (source.Fps != fps || source.Width != size.Width || source.Height != size.Height)
        {
            return new Refusal("extend_invalid", "a film is extended in its own size and frame rate; extend it by itself, then put it together with the others.");
        }

        if (await ExtensionAsync(db, source, cancel) is not { } extension)
        {
            return new Refusal("extend_not_supported", "what made this film can't go on from its end. Make another take, and put the two together.");
        }

        int added = (int)Math.Round(clip.ExtendSeconds * fps);
        if (clip.ExtendPrompt is { } next)
        {
            (Continuation? told, Refusal? unread) = Tell(extension, next, (double)extension.StartFrame / fps, (double)(extension.StartFrame + added) / fps);
            if (told is null)
            {
                return unread;
            }

            extension = extension with { Continuation = told };
        }

        if (extension.Continuation.ScreenplayJson is null && engines.TryGet(extension.Continuation.Engine, out IEngine? engine)
            && engine.Capabilities.Check(new EngineRequest
            {
                Prompt = extension.Continuation.Prompt,
                Format = new VideoFormat(size.Width, size.Height, fps, added),
                Seed = extension.Continuation.Seed,
                ContinuesPath = source.Id.ToString(),
            }) is { } beyond)
        {
            return new Refusal("extend_invalid", beyond.Message);
        }

        clips.Add((new EditClip { SourceId = extension.SourceId, StartFrame = extension.StartFrame, EndFrame = extension.StartFrame + added, Continuation = extension.Continuation }, fps));
        return null;
    }

    /// <summary>How to go on from a film's end: by its engine, or, for an edit, by whatever made the film that its last clip runs out of.</summary>
    private async Task<Extension?> ExtensionAsync(StudioContext db, Generation source, CancellationToken cancel)
    {
        for (int depth = 0; depth < EditRules.MaxClips; depth++)
        {
            if (source.EditJson is null)
            {
                return Extend(source);
            }

            EditClip last = EditDocument.Read(source.EditJson).Clips[^1];
            if (last.Continuation is { ScreenplayJson: not null } continuation)
            {
                return new Extension(continuation, last.SourceId, last.EndFrame);
            }

            Generation edited = source;
            if (await db.Generations.AsNoTracking().SingleOrDefaultAsync(g => g.Id == last.SourceId, cancel) is not { } before
                || last.EndFrame != before.FrameCount || before.Width != edited.Width || before.Height != edited.Height || before.Fps != edited.Fps)
            {
                return null;
            }

            source = before;
        }

        return null;
    }

    private Extension? Extend(Generation source)
    {
        if (!engines.TryGet(source.Engine, out IEngine? engine))
        {
            return null;
        }

        string? screenplay = engine.Capabilities.ContinuesOwnFilms ? source.ScreenplayJson : null;
        bool own = screenplay is not null;
        return own || engine.Capabilities.Continues
            ? new Extension(new Continuation(source.Engine, source.Prompt, screenplay, source.Seed, source.FrameCount, own ? source.FirstImage : null, own ? source.FirstImageId : null), source.Id, source.FrameCount)
            : null;
    }

    /// <summary>A continuation in which something happens; an engine that goes on from the video is told it below the film's own words.</summary>
    private (Continuation? Told, Refusal? Refusal) Tell(Extension extension, string words, double startSeconds, double endSeconds)
    {
        Continuation continuation = extension.Continuation;
        if (continuation.ScreenplayJson is not { } json)
        {
            return (continuation with { Prompt = $"{continuation.Prompt}\n{words}" }, null);
        }

        if (ScreenplayJson.Read(json) is not { } film || !engines.TryGet(continuation.Engine, out IEngine? engine))
        {
            return (null, new Refusal("extend_not_supported", "what made this film can't be told what happens next any more. Extend it without words, or make another take."));
        }

        if (film.Sequels.Length >= EditRules.MaxSequels)
        {
            return (null, new Refusal("extend_invalid", $"a film is told what happens next {EditRules.MaxSequels} times at most."));
        }

        return engine.ReadSequel(film, words, startSeconds, endSeconds) is { } longer
            ? (continuation with { ScreenplayJson = ScreenplayJson.Write(longer) }, null)
            : (null, new Refusal("extend_not_understood", "none of these words says something that could happen. Say who does what, what the weather does, or how the camera moves."));
    }

    private static Refusal? CheckSound(EditSound sound)
    {
        bool named = sound.SourceId is not null || sound.File is not null;
        bool both = sound.SourceId is not null && sound.File is not null;
        return !(sound.Volume is >= 0 and <= EditRules.MaxVolume) || both || named != (sound.Mode == EditSoundMode.Replace)
            ? new Refusal("sound_invalid", FormattableString.Invariant($"The volume lies between 0 and {EditRules.MaxVolume:0}; a sound that replaces is one video's or one upload's."))
            : null;
    }
}
