using Lucarne.Diorama.Screenplays;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Http;
using Lucarne.Studio.Engines;

namespace Lucarne.Social.Create;

/// <summary>A film shot by shot, in one world: what a shot names is the same being in the shots after it, and a shot that is silent on place, hour, weather or style takes those of the shot before.</summary>
/// <param name="Shots">In order of time: 1 to 12, together as long as the engine allows a video to be.</param>
public sealed record StoryboardRequest(IReadOnlyList<StoryboardShotRequest> Shots)
{
    /// <summary>The storyboard, cleaned; or a refusal that names the shot.</summary>
    /// <param name="world">What holds for every shot; null or empty for nothing.</param>
    internal Outcome<Storyboard> Read(string? world)
    {
        if (Shots is null || Shots.Count is 0 or > Storyboard.MaxShots)
        {
            return CreateErrors.StoryboardShotsInvalid.For("storyboard.shots");
        }

        (string setting, Verdict? verdict) = string.IsNullOrWhiteSpace(world) ? ("", null) : PromptRules.Judge(world);
        if (verdict is not null)
        {
            return CreateErrors.Of(verdict);
        }

        Storyboard storyboard = new()
        {
            World = setting,
            Shots = [.. Shots.Select(shot => new StoryboardShot(PromptRules.Judge(shot?.Prompt).Prompt, Math.Round(shot?.Seconds ?? 0, 3), shot?.Seed))],
        };
        if (StoryboardRules.Check(storyboard) is (var refusal, var at))
        {
            return CreateErrors.Of(refusal, at < 0 ? null : MemberOf(at, refusal.Code == CreateErrors.ShotSecondsInvalid.Code ? "seconds" : "prompt"));
        }

        for (int i = 0; i < storyboard.Shots.Length; i++)
        {
            if (PromptRules.Judge(storyboard.Shots[i].Prompt).Verdict is { } wrong)
            {
                return CreateErrors.Of(wrong, MemberOf(i, "prompt"));
            }

            if (storyboard.Shots[i].Seed is < 0 or > CreateGeneration.MaxSeed)
            {
                return CreateErrors.SeedInvalid.For(MemberOf(i, "seed"));
            }
        }

        return storyboard.ToPrompt().Length > PromptRules.MaxCharacters ? CreateErrors.PromptTooLong.For("storyboard") : storyboard;
    }

    private static string MemberOf(int shot, string member) => FormattableString.Invariant($"storyboard.shots[{shot}].{member}");
}

/// <summary>One shot of a storyboard.</summary>
/// <param name="Prompt">What is seen: 1 to 1,000 characters.</param>
/// <param name="Seconds">1 to 25.</param>
/// <param name="Seed">Seed of this shot alone (motion, physics, camera); the film's own when absent. Looks and places always come from the film's.</param>
public sealed record StoryboardShotRequest(string Prompt, double Seconds, long? Seed = null);

/// <summary>A storyboard as it was asked for.</summary>
/// <param name="World">What holds for every shot; empty for nothing.</param>
/// <param name="Shots">In order of time.</param>
public sealed record StoryboardView(string World, IReadOnlyList<StoryboardShotView> Shots)
{
    internal static StoryboardView? Of(Storyboard? storyboard) => storyboard is null ? null
        : new(storyboard.World, [.. storyboard.Shots.Select(shot => new StoryboardShotView(shot.Prompt, shot.Seconds, shot.Seed))]);
}

/// <summary>One shot of a storyboard as it was asked for.</summary>
/// <param name="Prompt">What is seen.</param>
/// <param name="Seconds">Length.</param>
/// <param name="Seed">Its own seed; null where it follows the film's.</param>
public sealed record StoryboardShotView(string Prompt, double Seconds, long? Seed);
