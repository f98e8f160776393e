using Lucarne.Diorama.Screenplays;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Http;
using Lucarne.Studio;

namespace Lucarne.Social.Create;

/// <summary>Refusals of generations and screenplays.</summary>
public static class CreateErrors
{
    public static readonly Problem PromptEmpty = new(400, PromptRules.Empty, "The prompt is empty", "Describe what you want to see.");

    public static readonly Problem PromptTooLong = new(400, PromptRules.TooLong, "The prompt is too long", $"Shorten it to at most {PromptRules.MaxCharacters} characters.");

    public static readonly Problem PromptNoWords = new(400, PromptRules.NoWords, "The prompt has no words", "Use words: who or what is seen, where, and what happens.");

    public static readonly Problem EngineUnknown = new(400, "engine_unknown", "There is no such engine", "Choose one of those that /api/instance lists.");

    public static readonly Problem SizeNotSupported = new(400, "size_not_supported", "This size is not offered", "Choose one of the engine's sizes, written as 720x1280.");

    public static readonly Problem FpsNotSupported = new(400, "fps_not_supported", "This frame rate is not offered", "Choose one of the engine's frame rates.");

    public static readonly Problem SecondsNotSupported = new(400, "seconds_not_supported", "This length is not offered", "Choose a length between the engine's shortest and longest.");

    public static readonly Problem FirstImageNeeded = new(400, "first_image_needed", "This engine starts from a picture", "Add a picture to start from, or choose an engine that makes a film from words alone.");

    public static readonly Problem FirstImageNotSupported = new(400, "first_image_not_supported", "This engine cannot start from a picture", "Remove the picture, or choose another engine.");

    public static readonly Problem LastImageNotSupported = new(400, "last_image_not_supported", "This engine cannot end with a picture", "Remove the last picture, or choose another engine.");

    public static readonly Problem ReferencesNotSupported = new(400, "references_not_supported", "This engine takes no such reference pictures", "Remove them, or choose another engine.");

    public static readonly Problem ContinuingNotSupported = new(400, "continuing_not_supported", "This engine cannot go on from a video", "Choose another engine.");

    public static readonly Problem EngineRefused = new(409, "engine_refused", "This engine cannot make that", "Choose other settings, or another engine.");

    public static readonly Problem LastImageNeeded = new(400, "last_image_needed", "This engine goes from one image to another", "Choose an engine that makes a film from words alone.");

    public static readonly Problem ScreenplaysNotOffered = new(409, "screenplays_not_offered", "No engine here reads prompts", "The engines of this installation take prompts as they are; create a generation instead.");

    public static readonly Problem SeedInvalid = new(400, "seed_invalid", "This seed can't be used", "Use a whole number from 0 to 9007199254740991, or leave it out.");

    public static readonly Problem StoryboardShotsInvalid = new(400, "storyboard_shots_invalid", "The storyboard has no shots, or too many", $"A storyboard has 1 to {Storyboard.MaxShots} shots.");

    public static readonly Problem ShotPromptEmpty = new(400, "shot_prompt_empty", "A shot is empty", "Say what the shot shows, or delete it.");

    public static readonly Problem ShotPromptTooLong = new(400, "shot_prompt_too_long", "A shot has too many words", $"Shorten it to at most {Storyboard.MaxShotCharacters} characters.");

    public static readonly Problem ShotSecondsInvalid = new(400, "shot_seconds_invalid", "A shot is too short or too long", "A shot lasts 1 to 25 seconds.");

    public static readonly Problem StoryboardNotSupported = new(409, "storyboard_not_supported", "This engine takes no storyboards", "Choose another engine, or write one prompt.");

    public static readonly Problem StoryboardMissing = new(409, "storyboard_missing", "This film has no storyboard", "Only films made from a storyboard can have one shot made again. Make another take of the whole.");

    public static readonly Problem ShotNotFound = new(404, "shot_not_found", "There is no such shot", "Shots are numbered from 1.");

    public static readonly Problem StyleUnknown = new(400, "style_unknown", "There is no such style", "Choose one of those that /api/styles lists.");

    public static readonly Problem StyleNotFound = new(404, "style_not_found", "There is no such style", "Choose one of those that /api/styles lists.");

    public static readonly Problem VariantsInvalid = new(400, "variants_invalid", "That many variants are not made at once", $"Ask for 1 to {CreateGeneration.MaxVariants}.");

    public static readonly Problem RemixSourceInvalid = new(400, "remix_source_invalid", "A remix starts from one film", "Name a post or one of your drafts, not both.");

    public static readonly Problem TooManyActive = new(429, "too_many_active_generations", "You have enough in the works", "Wait until one of your generations has ended, or cancel one.");

    public static readonly Problem GenerationNotFound = new(404, "generation_not_found", "There is no such generation", "It may have been deleted, or be someone else's.");

    public static readonly Problem GenerationAlreadyEnded = new(409, "generation_already_ended", "This generation has already ended", "There is nothing left to cancel.");

    public static readonly Problem StreamNotFound = new(404, "stream_not_found", "There is nothing to watch here", "This part is not made yet, or does not exist.");

    private static readonly Dictionary<string, (Problem Problem, string? Member)> ByCode = new(StringComparer.Ordinal)
    {
        [PromptEmpty.Code] = (PromptEmpty, "prompt"),
        [PromptTooLong.Code] = (PromptTooLong, "prompt"),
        [PromptNoWords.Code] = (PromptNoWords, "prompt"),
        [EngineUnknown.Code] = (EngineUnknown, "engine"),
        [SizeNotSupported.Code] = (SizeNotSupported, "size"),
        [FpsNotSupported.Code] = (FpsNotSupported, "fps"),
        [SecondsNotSupported.Code] = (SecondsNotSupported, "seconds"),
        [StoryboardShotsInvalid.Code] = (StoryboardShotsInvalid, "storyboard.shots"),
        [ShotPromptEmpty.Code] = (ShotPromptEmpty, null),
        [ShotPromptTooLong.Code] = (ShotPromptTooLong, null),
        [ShotSecondsInvalid.Code] = (ShotSecondsInvalid, null),
        [StoryboardNotSupported.Code] = (StoryboardNotSupported, "storyboard"),
        [StyleUnknown.Code] = (StyleUnknown, "style"),
        [FirstImageNeeded.Code] = (FirstImageNeeded, "firstImageId"),
        [FirstImageNotSupported.Code] = (FirstImageNotSupported, "firstImageId"),
        [LastImageNotSupported.Code] = (LastImageNotSupported, "engine"),
        [ReferencesNotSupported.Code] = (ReferencesNotSupported, "engine"),
        [ContinuingNotSupported.Code] = (ContinuingNotSupported, "engine"),
        [LastImageNeeded.Code] = (LastImageNeeded, "engine"),
        ["seconds_out_of_range"] = (SecondsNotSupported, "seconds"),
        [GenerationNotFound.Code] = (GenerationNotFound, null),
        [GenerationAlreadyEnded.Code] = (GenerationAlreadyEnded, null),
    };

    /// <summary>The problem of a verdict on the prompt.</summary>
    /// <param name="verdict">Why it stops.</param>
    /// <param name="member">Where the text is, when it is not the request's prompt.</param>
    public static Problem Of(Verdict verdict, string? member = null) => Of(verdict.RuleId, verdict.Change, member);

    /// <summary>The problem of a refusal by the studio.</summary>
    /// <param name="refusal">Why it refuses.</param>
    /// <param name="member">What it refuses, when it is not the member that the code names.</param>
    public static Problem Of(Refusal refusal, string? member = null) => Of(refusal.Code, refusal.Message, member);

    /// <summary>The problem of an account that has too much in the works: how much, and what would fit.</summary>
    /// <param name="active">Generations that it has queued or in progress.</param>
    /// <param name="most">Generations that it may have.</param>
    public static Problem TooMany(int active, int most) => TooManyActive with
    {
        Detail = active >= most
            ? $"You have {active} in the works, and {most} is the most. Wait until one has ended, or cancel one."
            : $"You have {active} in the works, and {most} is the most. Ask for at most {most - active} at once, or cancel one that you have.",
    };

    /// <summary>The problem of a length that the installation does not allow.</summary>
    public static Problem SecondsOutside(SocialOptions options)
        => (SecondsNotSupported with { Detail = FormattableString.Invariant($"Choose a length from {options.MinSeconds:0.##} to {options.MaxSeconds:0.##} seconds.") }).For("seconds");

    private static Problem Of(string code, string detail, string? where)
    {
        // An engine may have reasons of its own: its sentence is told under a code that clients know.
        (Problem problem, string? usual) = ByCode.GetValueOrDefault(code, (EngineRefused, null));
        Problem told = problem with { Detail = detail };
        return (where ?? usual) is { } member ? told.For(member) : told;
    }
}
