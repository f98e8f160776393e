using System.Text.Json.Serialization;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Editing;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Edits;

/// <summary>An edit of one's own finished videos: trimmed, put in order, joined, extended, with the sound of one's choice.</summary>
/// <param name="Clips">1 to 20 clips in order. The first one gives the result its frame rate, and its size unless <paramref name="Size"/> does.</param>
/// <param name="Title">Name of the new draft; null for none.</param>
/// <param name="Size">Picture size of the result, width first; clips of another shape are shown whole over a blurred copy of themselves.</param>
/// <param name="Sound">What is heard; the clips' own sound when absent.</param>
public sealed record CreateEditRequest(IReadOnlyList<EditClipRequest> Clips, string? Title = null, string? Size = null, EditSoundRequest? Sound = null);

/// <summary>One clip: a stretch of an own draft or an own post, exact to the frame.</summary>
/// <param name="DraftId">The draft; or else <paramref name="PostId"/>.</param>
/// <param name="PostId">The post; or else <paramref name="DraftId"/>.</param>
/// <param name="StartFrame">First frame, counted from 0 in the clip's own video; its start when absent.</param>
/// <param name="EndFrame">Frame after the last one; its end when absent.</param>
/// <param name="CrossfadeSeconds">Seconds over which the clip before dissolves into this one, at most 3; a cut when absent.</param>
/// <param name="ExtendSeconds">Seconds, 1 to 25, that the engine adds after the video's end, in the same world; none when absent. The clip has to run to its video's end.</param>
/// <param name="ExtendPrompt">What happens in those seconds, in English or French: 1 to 1,000 characters; the film goes on as it was when absent. Nothing is cut: whoever is there goes on from where it is, others come in, rain comes little by little.</param>
public sealed record EditClipRequest(
    Guid? DraftId = null, Guid? PostId = null, int? StartFrame = null, int? EndFrame = null, double? CrossfadeSeconds = null, double? ExtendSeconds = null,
    string? ExtendPrompt = null);

/// <summary>What is heard under an edit.</summary>
/// <param name="Mode">Where the sound comes from.</param>
/// <param name="Volume">0 silent, 1 as it is, 2 twice as loud; 1 when absent.</param>
/// <param name="DraftId">To replace the sound by that of an own draft.</param>
/// <param name="PostId">To replace the sound by that of an own post.</param>
/// <param name="SoundId">To replace the sound by an uploaded one.</param>
public sealed record EditSoundRequest(SoundMode Mode, double? Volume = null, Guid? DraftId = null, Guid? PostId = null, Guid? SoundId = null);

/// <summary>Where the sound of an edit comes from; the same names and order as the studio's own.</summary>
public enum SoundMode
{
    /// <summary>From the clips.</summary>
    [JsonStringEnumMemberName("keep")]
    Keep = EditSoundMode.Keep,

    /// <summary>Silence.</summary>
    [JsonStringEnumMemberName("mute")]
    Mute = EditSoundMode.Mute,

    /// <summary>From another video or an uploaded sound.</summary>
    [JsonStringEnumMemberName("replace")]
    Replace = EditSoundMode.Replace,
}

/// <summary>Queues an edit, and makes the draft that it fills.</summary>
internal sealed class CreateEdit(LucarneContext db, GenerationService studio, StartGenerations start)
{
    private sealed record Source(Guid GenerationId, Guid? RemixOfId);

    public async Task<Outcome<GenerationView>> RunAsync(Guid accountId, CreateEditRequest request, CancellationToken cancel)
    {
        if (!PostText.Read(request.Title, null, null).TryGet(out PostText? text, out Problem? problem))
        {
            return problem;
        }

        VideoSize size = default;
        if (request.Size is not null && !VideoSize.TryParse(request.Size, out size))
        {
            return CreateErrors.SizeNotSupported.For("size");
        }

        if (request.Clips is not { Count: >= 1 and <= EditRules.MaxClips })
        {
            return EditsErrors.ClipsInvalid.For("clips");
        }

        List<Source> sources = [];
        foreach (EditClipRequest clip in request.Clips)
        {
            if (await FindAsync(accountId, clip.DraftId, clip.PostId, cancel) is not { } source)
            {
                return EditsErrors.ClipNotFound.For("clips");
            }

            sources.Add(source);
        }

        List<string?> next = [];
        foreach (EditClipRequest clip in request.Clips)
        {
            (string words, Verdict? verdict) = string.IsNullOrWhiteSpace(clip.ExtendPrompt) ? ("", null) : PromptRules.Judge(clip.ExtendPrompt);
            if (verdict is not null)
            {
                return CreateErrors.Of(verdict, "clips");
            }

            next.Add(words.Length == 0 ? null : words);
        }

        if (!(await ReadSoundAsync(accountId, request.Sound, cancel)).TryGet(out EditSound? sound, out problem))
        {
            return problem;
        }

        EditRequest wanted = new()
        {
            OwnerId = accountId,
            Clips = [.. request.Clips.Zip(sources, next).Select(asked =>
            {
                (EditClipRequest clip, Source source, string? words) = asked;
                return new ClipRequest
                {
                    SourceId = source.GenerationId,
                    StartFrame = clip.StartFrame,
                    EndFrame = clip.EndFrame,
                    CrossfadeSeconds = clip.CrossfadeSeconds ?? 0,
                    ExtendSeconds = clip.ExtendSeconds ?? 0,
                    ExtendPrompt = words,
                };
            })],
            Size = request.Size is null ? null : size,
            Sound = sound,
        };
        return await start.RunAsync(
            accountId,
            async () =>
            {
                CreateOutcome outcome = await studio.CreateEditAsync(db, wanted, cancel);
                return outcome.Created ? outcome.Generation : EditsErrors.Of(outcome.Refusal);
            },
            generation => new Draft
            {
                Id = Guid.CreateVersion7(generation.CreatedAt),
                OwnerId = accountId,
                GenerationId = generation.Id,
                Title = text.Title,
                RemixOfId = sources.Select(s => s.RemixOfId).FirstOrDefault(id => id is not null),
                CreatedAt = generation.CreatedAt,
            },
            cancel);
    }

    /// <summary>An own draft or post; null for anything else.</summary>
    private async Task<Source?> FindAsync(Guid accountId, Guid? draftId, Guid? postId, CancellationToken cancel)
    {
        if (draftId is null == postId is null)
        {
            return null;
        }

        return draftId is Guid draft
            ? await db.Drafts.Where(d => d.Id == draft && d.OwnerId == accountId).Select(d => new Source(d.GenerationId, d.RemixOfId)).SingleOrDefaultAsync(cancel)
            : await db.Posts.Where(p => p.Id == postId && p.AuthorId == accountId && p.RemovedAt == null).Select(p => new Source(p.GenerationId, p.ParentId)).SingleOrDefaultAsync(cancel);
    }

    private async Task<Outcome<EditSound>> ReadSoundAsync(Guid accountId, EditSoundRequest? request, CancellationToken cancel)
    {
        if (request is null)
        {
            return new EditSound { Mode = EditSoundMode.Keep };
        }

        EditSound sound = new() { Mode = (EditSoundMode)request.Mode, Volume = request.Volume ?? 1 };
        if (request.SoundId is Guid id)
        {
            UploadedSound? uploaded = await db.UploadedSounds.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.OwnerId == accountId, cancel);
            return uploaded is null ? EditsErrors.SoundNotFound.For("sound") : sound with { File = uploaded.Reference.ToString() };
        }

        if (request.DraftId is null && request.PostId is null)
        {
            return sound;
        }

        return await FindAsync(accountId, request.DraftId, request.PostId, cancel) is { } source
            ? sound with { SourceId = source.GenerationId }
            : EditsErrors.SoundNotFound.For("sound");
    }
}
