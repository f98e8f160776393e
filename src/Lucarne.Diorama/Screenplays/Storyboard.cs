using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lucarne.Diorama.Screenplays;

/// <summary>A film as a person lays it out: timed shots, each with its own prompt, in one world.</summary>
/// <remarks>
/// What a shot names stays the same being in the shots after it, whether they say "the fox", "it" or "a red fox" again. A shot that is silent on
/// place, hour, weather or style takes them from the shot before.
/// </remarks>
public sealed record Storyboard
{
    /// <summary>Most shots.</summary>
    public const int MaxShots = 12;

    /// <summary>Most UTF-16 code units of one shot's prompt.</summary>
    public const int MaxShotCharacters = 1_000;

    /// <summary>Shortest shot, in seconds.</summary>
    public const double MinShotSeconds = 1;

    /// <summary>Longest shot, in seconds.</summary>
    public const double MaxShotSeconds = 25;

    /// <summary>What holds for every shot ("watercolour, a snowy village at dusk"); empty for nothing.</summary>
    public string World { get; init; } = "";

    /// <summary>Shots in order of time: 1 to <see cref="MaxShots"/>.</summary>
    public required ImmutableArray<StoryboardShot> Shots { get; init; }

    /// <summary>Length of the film.</summary>
    public double Seconds => Shots.Sum(shot => shot.Seconds);

    /// <summary>The storyboard as one prompt: the world, then a line a shot, "[3.5s] the fox jumps".</summary>
    public string ToPrompt() => Lay().Text;

    /// <summary>The text of <see cref="ToPrompt"/>, and where in it the world and each shot's prompt start.</summary>
    internal (string Text, int[] Starts) Lay()
    {
        StringBuilder text = new(World);
        int[] starts = new int[Shots.Length];
        for (int i = 0; i < Shots.Length; i++)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(CultureInfo.InvariantCulture, $"[{Shots[i].Seconds:0.0##}s] ");
            starts[i] = text.Length;
            text.Append(Shots[i].Prompt);
        }

        return (text.ToString(), starts);
    }
}

/// <summary>One shot of a <see cref="Storyboard"/>.</summary>
/// <param name="Prompt">What is seen: 1 to <see cref="Storyboard.MaxShotCharacters"/> UTF-16 code units.</param>
/// <param name="Seconds">Length: <see cref="Storyboard.MinShotSeconds"/> to <see cref="Storyboard.MaxShotSeconds"/>.</param>
/// <param name="Seed">What varies in this shot alone: motion, physics, camera. The world's looks come from the film's seed. Null takes the film's for both.</param>
public sealed record StoryboardShot(string Prompt, double Seconds, long? Seed = null);
