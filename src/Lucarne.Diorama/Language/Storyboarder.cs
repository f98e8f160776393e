using System.Collections.Immutable;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

/// <summary>Drafts a storyboard from a screenplay, in the words of its prompt, for a person to edit.</summary>
/// <remarks>
/// Shots that the prompt marks stay; else every sentence that shows something is a shot, and what speaks of the whole film (its style, its hour)
/// becomes the world; a single sentence is seen from far, from near and from along the way.
/// </remarks>
public static class Storyboarder
{
    private const double UsualSeconds = 2;
    private const double Step = 0.5;
    private static readonly string[] Shows = ["subject", "action", "setting", "weather", "dialogue", "cast"];

    /// <summary>Drafts.</summary>
    /// <param name="screenplay">What was understood; at least as long as <see cref="Storyboard.MinShotSeconds"/>.</param>
    /// <returns>A storyboard within its bounds that lasts as long as the film.</returns>
    public static Storyboard Draft(Screenplay screenplay)
    {
        ArgumentNullException.ThrowIfNull(screenplay);
        int most = Math.Clamp((int)(screenplay.Seconds / Storyboard.MinShotSeconds), 1, Storyboard.MaxShots);
        if (screenplay.Shots.Length > 1)
        {
            return Lay(screenplay.World, [.. screenplay.Shots.Select(shot => (TextOf(screenplay, shot), shot.EndSeconds - shot.StartSeconds))], screenplay.Seconds, most);
        }

        (string words, string changes) = Revision.Split(screenplay.Prompt);
        List<(string Text, bool Shown)> sentences = Sentences(screenplay);
        List<string> shown = [.. sentences.Where(sentence => sentence.Shown).Select(sentence => sentence.Text)];
        string world = $"{string.Join(". ", sentences.Where(sentence => !sentence.Shown).Select(sentence => sentence.Text))}\n{changes}".Trim();
        if (shown.Count > 1)
        {
            return Lay(world, [.. shown.Select(text => (text, 1.0))], screenplay.Seconds, Math.Min(most, Math.Max(1, (int)(screenplay.Seconds / UsualSeconds))));
        }

        return Lay(world, Views(screenplay, shown.Count == 1 ? shown[0] : words), screenplay.Seconds, most);
    }

    /// <summary>One sentence as an editor would cover it.</summary>
    private static List<(string Text, double Weight)> Views(Screenplay screenplay, string sentence)
    {
        Shot shot = screenplay.Shots[0];
        bool french = screenplay.Language == "fr", filmed = shot.Camera != new CameraDirection();
        string wide = filmed ? sentence : $"{(french ? "Plan large : " : "Wide shot: ")}{sentence}";
        List<(string, double)> views = [(wide, 0.4)];
        if (shot.Subjects.FirstOrDefault() is { } main)
        {
            string name = Definite(main.Words, french);
            views.Add(($"{(french ? "Gros plan : " : "Close-up: ")}{name}", 0.25));
            if (screenplay.Seconds >= 6)
            {
                string rest = sentence.StartsWith(main.Words, StringComparison.OrdinalIgnoreCase) ? name + sentence[main.Words.Length..] : sentence;
                views.Add(($"{(french ? "Travelling : " : "Tracking shot: ")}{rest}", 0.35));
            }
        }
        else
        {
            views.Add(($"{(french ? "Panoramique lent : " : "Slow pan: ")}{sentence}", 0.3));
            if (screenplay.Seconds >= 6)
            {
                views.Add(($"{(french ? "Vue aérienne : " : "Aerial shot: ")}{sentence}", 0.3));
            }
        }

        return views;
    }

    /// <summary>"a red fox" becomes "the red fox", "un renard" becomes "le renard": the one that has been seen.</summary>
    private static string Definite(string words, bool french)
    {
        int space = words.IndexOf(' ', StringComparison.Ordinal);
        (string first, string rest) = space < 0 ? ("", words) : (words[..space].ToLowerInvariant(), words[(space + 1)..]);
        bool elided = rest.Length > 0 && "aeiouyhéèêâîôû".Contains(char.ToLowerInvariant(rest[0]), StringComparison.Ordinal);
        return (french, first) switch
        {
            (false, "a" or "an" or "the" or "some") => $"the {rest}",
            (true, "un" or "une") when elided => $"l’{rest}",
            (true, "un") => $"le {rest}",
            (true, "une") => $"la {rest}",
            (true, "des") => $"les {rest}",
            (true, "le" or "la" or "les") => words,
            (_, "two" or "three" or "four" or "five" or "six" or "several") => $"the {words}",
            (true, "deux" or "trois" or "quatre" or "cinq" or "plusieurs") => $"les {words}",
            _ => words,
        };
    }

    /// <summary>Cuts a prompt at the ends of its sentences and at "then"; each with whether something in it is seen.</summary>
    private static List<(string Text, bool Shown)> Sentences(Screenplay screenplay)
    {
        string text = screenplay.Prompt;
        List<(string, bool)> sentences = [];
        int start = 0;
        bool quoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            quoted ^= i < text.Length && text[i] == '"';
            if (i == start && Revision.IsChange(LineAt(text, i)))
            {
                i += LineAt(text, i).Length;
                start = i + 1;
                continue;
            }

            if (i < text.Length && (quoted || !Ends(text, i)))
            {
                continue;
            }

            string piece = Trim(text[start..i]);
            if (piece.Length > 0)
            {
                (int from, int to) = (start, i);
                sentences.Add((piece, screenplay.Understood.Any(span => span.Start >= from && span.Start < to && Shows.Contains(span.Kind))));
            }

            start = i + 1;
        }

        return sentences;
    }

    /// <summary>The line that begins there; empty in the midst of one.</summary>
    private static ReadOnlySpan<char> LineAt(string text, int at)
    {
        if (at >= text.Length || (at > 0 && text[at - 1] != '\n'))
        {
            return [];
        }

        int end = text.IndexOf('\n', at);
        return text.AsSpan(at, (end < 0 ? text.Length : end) - at);
    }

    private static bool Ends(string text, int i) => text[i] switch
    {
        '\n' or ';' or '!' or '?' => true,
        '.' => i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]),
        ',' => Begins(text, i + 1, "then ", "and then ", "puis ", "et puis ", "ensuite "),
        _ => false,
    };

    private static bool Begins(string text, int at, params ReadOnlySpan<string> words)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        foreach (string word in words)
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string Trim(string piece)
    {
        piece = piece.Trim(' ', ',', '.', ':', '-', '\t', '\r');
        foreach (string word in (ReadOnlySpan<string>)["and then ", "then ", "et puis ", "puis ", "ensuite "])
        {
            if (piece.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return piece[word.Length..].Trim();
            }
        }

        return piece;
    }

    private static string TextOf(Screenplay screenplay, Shot shot)
    {
        string text = screenplay.Prompt.Substring(shot.TextStart, shot.TextLength).Trim();
        return text.Length > 0 ? text : screenplay.Prompt;
    }

    /// <summary>Shares the film's length out by weight, in steps of half a second; shots beyond the most are joined to the last.</summary>
    private static Storyboard Lay(string world, List<(string Text, double Weight)> shots, double seconds, int most)
    {
        while (shots.Count > most)
        {
            (string last, double weight) = shots[^1];
            shots.RemoveAt(shots.Count - 1);
            shots[^1] = ($"{shots[^1].Text}. {last}", shots[^1].Weight + weight);
        }

        double whole = shots.Sum(shot => shot.Weight), left = seconds;
        ImmutableArray<StoryboardShot>.Builder laid = ImmutableArray.CreateBuilder<StoryboardShot>(shots.Count);
        for (int i = 0; i < shots.Count; i++)
        {
            int after = shots.Count - 1 - i;
            double share = Math.Round(seconds * shots[i].Weight / whole / Step) * Step;
            double length = after == 0 ? left : Math.Clamp(share, Storyboard.MinShotSeconds, Math.Max(Storyboard.MinShotSeconds, left - (after * Storyboard.MinShotSeconds)));
            length = Math.Clamp(Math.Round(length, 3), Storyboard.MinShotSeconds, Storyboard.MaxShotSeconds);
            laid.Add(new StoryboardShot(Cut(shots[i].Text), length));
            left -= length;
        }

        return new Storyboard { World = world, Shots = laid.ToImmutable() };
    }

    private static string Cut(string text) => text.Length <= Storyboard.MaxShotCharacters ? text : text[..Storyboard.MaxShotCharacters];
}
