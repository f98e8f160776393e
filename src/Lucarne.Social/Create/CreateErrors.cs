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

    public static readonly Problem ScreenplaysNotOffered = new(409, "screenplays_not_offered", "No engine here reads prompts", "The engines of this installation take prompts as they are; create a generation instead.");

    public static readonly Problem SeedInvalid = new(400, "seed_invalid", "This seed can't be used", "Use a whole number from 0 to 9007199254740991, or leave it out.");

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
        ["seconds_out_of_range"] = (SecondsNotSupported, "seconds"),
        [GenerationNotFound.Code] = (GenerationNotFound, null),
        [GenerationAlreadyEnded.Code] = (GenerationAlreadyEnded, null),
    };

    /// <summary>The problem of a verdict on the prompt.</summary>
    public static Problem Of(Verdict verdict) => Of(verdict.RuleId, verdict.Change);

    /// <summary>The problem of a refusal by the studio.</summary>
    public static Problem Of(Refusal refusal) => Of(refusal.Code, refusal.Message);

    /// <summary>The problem of a length that the installation does not allow.</summary>
    public static Problem SecondsOutside(SocialOptions options)
        => (SecondsNotSupported with { Detail = FormattableString.Invariant($"Choose a length from {options.MinSeconds:0.##} to {options.MaxSeconds:0.##} seconds.") }).For("seconds");

    private static Problem Of(string code, string detail)
    {
        (Problem problem, string? member) = ByCode.TryGetValue(code, out var known)
            ? known
            : throw new InvalidOperationException($"CreateErrors: the code '{code}' is not documented here");
        Problem told = problem with { Detail = detail };
        return member is null ? told : told.For(member);
    }
}
