using Lucarne.Social.Create;
using Lucarne.Social.Http;
using Lucarne.Studio;

namespace Lucarne.Social.Edits;

/// <summary>Refusals of edits and uploaded sounds.</summary>
public static class EditsErrors
{
    public static readonly Problem ClipsInvalid = new(400, "clips_invalid", "The number of clips can't be used", "Put 1 to 20 clips together.");

    public static readonly Problem ClipNotFound = new(404, "clip_not_found", "One of the clips is not there", "Use drafts and posts of your own, each named by its draftId or its postId; this one may have been deleted.");

    public static readonly Problem ClipNotFinished = new(409, "clip_not_finished", "One of the clips is not finished", "Wait until each clip's video is completed.");

    public static readonly Problem ClipRangeInvalid = new(400, "clip_range_invalid", "A clip's frames can't be used", "Its first frame comes before its last one, both within its video.");

    public static readonly Problem CrossfadeInvalid = new(400, "crossfade_invalid", "A dissolve can't be used", "A dissolve lasts up to 3 seconds and no longer than the clips that it joins.");

    public static readonly Problem ExtendInvalid = new(400, "extend_invalid", "This can't be extended so", "Extend a clip that runs to its video's end by 1 to 25 seconds, in its own size.");

    public static readonly Problem ExtendNotSupported = new(409, "extend_not_supported", "This film can't be extended", "What made it can't go on from its end. Make another take, and put the two together.");

    public static readonly Problem ExtendNotUnderstood = new(400, "extend_not_understood", "None of these words could be followed", "Say who does what next, what the weather does, or how the camera moves; or extend without words.");

    public static readonly Problem EditLengthInvalid = new(400, "edit_length_invalid", "This length can't be made", "An edit lasts from half a second to 180 seconds.");

    public static readonly Problem SoundInvalid = new(400, "sound_invalid", "This sound can't be used", "The volume lies between 0 and 2; a sound that replaces is one video's or one upload's.");

    public static readonly Problem SoundNotFound = new(404, "sound_not_found", "There is no such sound", "It may have been deleted, or be someone else's.");

    public static readonly Problem SoundUnreadable = new(400, "sound_unreadable", "This file has no sound that can be read", "Upload an audio file, such as MP3, M4A, WAV, OGG or FLAC.");

    public static readonly Problem SoundTooLong = new(400, "sound_too_long", "This sound is too long", "Upload at most 3 minutes.");

    public static readonly Problem SoundTooLarge = new(413, "sound_too_large", "This file is too large", "Upload at most 20 MB.");

    public static readonly Problem TooManySounds = new(409, "too_many_sounds", "You have enough sounds", "Delete one that you don't need, then upload again.");

    private static readonly Dictionary<string, (Problem Problem, string Member)> ByCode = new(StringComparer.Ordinal)
    {
        [ClipsInvalid.Code] = (ClipsInvalid, "clips"),
        [ClipNotFound.Code] = (ClipNotFound, "clips"),
        [ClipNotFinished.Code] = (ClipNotFinished, "clips"),
        [ClipRangeInvalid.Code] = (ClipRangeInvalid, "clips"),
        [CrossfadeInvalid.Code] = (CrossfadeInvalid, "clips"),
        [ExtendInvalid.Code] = (ExtendInvalid, "clips"),
        [ExtendNotSupported.Code] = (ExtendNotSupported, "clips"),
        [ExtendNotUnderstood.Code] = (ExtendNotUnderstood, "clips"),
        [EditLengthInvalid.Code] = (EditLengthInvalid, "clips"),
        [CreateErrors.SizeNotSupported.Code] = (CreateErrors.SizeNotSupported, "size"),
        [SoundInvalid.Code] = (SoundInvalid, "sound"),
    };

    /// <summary>The problem of a refusal by the studio.</summary>
    internal static Problem Of(Refusal refusal)
    {
        (Problem problem, string member) = ByCode.TryGetValue(refusal.Code, out var known)
            ? known
            : throw new InvalidOperationException($"EditsErrors: the code '{refusal.Code}' is not documented here");
        return (problem with { Detail = refusal.Message }).For(member);
    }
}
