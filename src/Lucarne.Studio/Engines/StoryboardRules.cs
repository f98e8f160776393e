using Lucarne.Diorama.Screenplays;

namespace Lucarne.Studio.Engines;

/// <summary>The bounds of a storyboard.</summary>
public static class StoryboardRules
{
    /// <summary>Checks a storyboard; null when it fits.</summary>
    /// <returns>
    /// The refusal, and the index of the shot that it is about, or -1: <c>storyboard_shots_invalid</c>, <c>shot_prompt_empty</c>,
    /// <c>shot_prompt_too_long</c> or <c>shot_seconds_invalid</c>.
    /// </returns>
    public static (Refusal Refusal, int Shot)? Check(Storyboard storyboard)
    {
        ArgumentNullException.ThrowIfNull(storyboard);
        if (storyboard.Shots.IsDefaultOrEmpty || storyboard.Shots.Length > Storyboard.MaxShots)
        {
            int count = storyboard.Shots.IsDefault ? 0 : storyboard.Shots.Length;
            return (new Refusal("storyboard_shots_invalid", $"A storyboard has 1 to {Storyboard.MaxShots} shots; this one has {count}."), -1);
        }

        for (int i = 0; i < storyboard.Shots.Length; i++)
        {
            StoryboardShot shot = storyboard.Shots[i];
            if (string.IsNullOrWhiteSpace(shot.Prompt))
            {
                return (new Refusal("shot_prompt_empty", $"Shot {i + 1} is empty. Say what it shows, or delete it."), i);
            }

            if (shot.Prompt.Length > Storyboard.MaxShotCharacters)
            {
                return (new Refusal("shot_prompt_too_long", $"Shot {i + 1} has {shot.Prompt.Length} characters; {Storyboard.MaxShotCharacters} is the most. Shorten it."), i);
            }

            if (!(shot.Seconds is >= Storyboard.MinShotSeconds and <= Storyboard.MaxShotSeconds))
            {
                return (new Refusal("shot_seconds_invalid", FormattableString.Invariant(
                    $"Shot {i + 1} lasts {shot.Seconds:0.##} seconds; choose {Storyboard.MinShotSeconds:0.##} to {Storyboard.MaxShotSeconds:0.##}.")), i);
            }
        }

        return null;
    }
}
