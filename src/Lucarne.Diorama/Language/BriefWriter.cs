using System.Globalization;
using System.Text;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

/// <summary>How much a brief says.</summary>
public enum BriefLength
{
    /// <summary>The prompt, with camera and light where it is silent.</summary>
    Short,

    /// <summary>The same, in named lines: camera, light, look, sound.</summary>
    Medium,

    /// <summary>The same, laid out in timed shots.</summary>
    Long,
}

/// <summary>Writes a screenplay out as a shot brief, in the language and the words of its prompt, for a person to edit.</summary>
/// <remarks>What the prompt says stays as it is; only what it is silent on is added. Read again, a brief gives the same film or a richer one.</remarks>
public static class BriefWriter
{
    private static readonly (string Concept, string English, string French)[] Places =
    [
        ("water-place", "waves, wind", "vagues, vent"), ("beach", "waves, gulls", "vagues, mouettes"), ("underwater", "deep water", "eau profonde"),
        ("forest", "birds, wind in the leaves", "oiseaux, vent dans les feuilles"), ("city", "distant traffic, footsteps", "circulation au loin, pas"),
        ("space", "silence, a low hum", "silence, un bourdonnement"), ("room", "a quiet room", "une pièce calme"), ("outdoors", "wind, birds", "vent, oiseaux"),
    ];

    /// <summary>Writes a brief.</summary>
    /// <param name="screenplay">What was understood of the prompt.</param>
    /// <param name="length">How much to say.</param>
    public static string Write(Screenplay screenplay, BriefLength length)
    {
        ArgumentNullException.ThrowIfNull(screenplay);
        bool french = screenplay.Language == "fr";
        string camera = Camera(screenplay, french), light = Light(screenplay, french), look = Look(screenplay, french);
        string prompt = screenplay.Prompt.TrimEnd(' ', '.', '\n');
        if (length == BriefLength.Short)
        {
            string added = string.Join(", ", new[] { camera, light }.Where(words => words.Length > 0));
            return added.Length == 0 ? screenplay.Prompt : $"{prompt}. {Capital(added)}.";
        }

        bool laid = length == BriefLength.Long && screenplay.Shots.Length == 1 && screenplay.Seconds >= 2 * Storyboard.MinShotSeconds;
        StringBuilder brief = new();
        if (!laid)
        {
            brief.Append(prompt).Append('.');
            Line(brief, french ? "Caméra" : "Camera", camera, french);
        }

        Line(brief, french ? "Lumière" : "Light", light, french);
        Line(brief, french ? "Style" : "Look", look, french);
        if (!HasLine(screenplay.Prompt, "sound") && !HasLine(screenplay.Prompt, "son"))
        {
            Line(brief, french ? "Son" : "Sound", Sound(screenplay, french), french);
        }

        if (laid)
        {
            Storyboard board = Storyboarder.Draft(screenplay);
            if (board.World.Length > 0)
            {
                brief.Insert(0, board.World + (brief.Length > 0 ? ".\n" : "."));
            }

            foreach (StoryboardShot shot in board.Shots)
            {
                brief.Append(brief.Length > 0 ? "\n" : "").Append(CultureInfo.InvariantCulture, $"[{shot.Seconds:0.0##}s] {shot.Prompt}");
            }
        }

        return brief.ToString();
    }

    private static void Line(StringBuilder brief, string label, string words, bool french)
    {
        if (words.Length > 0)
        {
            brief.Append(brief.Length > 0 ? "\n" : "").Append(label).Append(french ? " : " : ": ").Append(words).Append('.');
        }
    }

    private static bool HasLine(string prompt, string label) =>
        prompt.Split('\n').Any(line => line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line.Length > label.Length && line[label.Length] is ':' or ' ');

    private static string Camera(Screenplay screenplay, bool french)
    {
        if (screenplay.Shots.Any(shot => shot.Camera.Move is not null))
        {
            return "";
        }

        bool travels = screenplay.Shots.Any(shot => shot.Actions.Any(action => action.Direction is "along" or "through" or "across" or "past" or "toward"));
        return (travels, french) switch
        {
            (true, false) => "tracking shot",
            (true, true) => "travelling",
            (false, false) => "slow zoom",
            (false, true) => "zoom lent",
        };
    }

    private static string Light(Screenplay screenplay, bool french) =>
        screenplay.Shots.Any(shot => shot.TimeOfDay is not null) || screenplay.Shots.Any(shot => shot.Setting is { } place && (Vocabulary.IsA(place, "indoors") || Vocabulary.IsA(place, "space")))
            ? ""
            : french ? "matin" : "morning";

    private static string Look(Screenplay screenplay, bool french) =>
        screenplay.Shots.Any(shot => shot.Styles.Length > 0) ? "" : french ? "cinématographique" : "cinematic";

    private static string Sound(Screenplay screenplay, bool french)
    {
        Shot shot = screenplay.Shots[0];
        if (shot.Weather is Weather.Rain or Weather.Storm)
        {
            return shot.Weather == Weather.Storm ? french ? "tonnerre, pluie battante" : "thunder, hard rain" : french ? "pluie" : "rain";
        }

        foreach ((string concept, string english, string inFrench) in Places)
        {
            if (shot.Setting is { } place && Vocabulary.IsA(place, concept))
            {
                return french ? inFrench : english;
            }
        }

        return french ? "ce que l’on voit, de près" : "what is seen, up close";
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
