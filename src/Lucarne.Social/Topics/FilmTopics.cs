using System.Text.RegularExpressions;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;
using Lucarne.Social.Search;
using Lucarne.Studio.Engines;

namespace Lucarne.Social.Topics;

/// <summary>What a film is about, found out from its screenplay and prompt alone: the same film gives the same topics.</summary>
/// <param name="Topics">At most <see cref="Most"/>, the most telling first; empty where nothing is known of it.</param>
/// <param name="Phrase">A few words of its prompt, to find it and its like by; empty where the prompt holds no words.</param>
internal sealed partial record FilmTopics(IReadOnlyList<TopicView> Topics, string Phrase)
{
    /// <summary>Most topics of a film.</summary>
    public const int Most = 3;

    /// <summary>Most words of a phrase.</summary>
    public const int MostWords = 7;

    private const int LongestPhrase = 60;

    /// <summary>A prompt that no screenplay was made of is read by the built-in engine's vocabulary, up to this length.</summary>
    private const int LongestRead = 2000;

    private static readonly HashSet<string> Articles = new(["a", "an", "the", "un", "une", "le", "la", "les", "des", "l", "some", "du"], StringComparer.Ordinal);

    /// <summary>Reads a film.</summary>
    /// <param name="prompt">What its author asked for.</param>
    /// <param name="screenplayJson">How the engine understood it; null where the engine reads prompts itself.</param>
    public static FilmTopics Of(string prompt, string? screenplayJson)
    {
        Screenplay? screenplay = (screenplayJson is null ? null : ScreenplayJson.Read(screenplayJson))
            ?? PromptReader.Read(prompt.Length > LongestRead ? prompt[..LongestRead] : prompt, 10).Screenplay;
        IEnumerable<int> places = screenplay is null ? [] : Concepts(screenplay).Select(TopicTable.Place).OfType<int>().Distinct().Order();
        return new FilmTopics([.. places.Take(Most).Select(place => TopicTable.View(TopicTable.At(place)))], PhraseOf(prompt));
    }

    /// <summary>A picture for the film: that of its first topic, or of films.</summary>
    public string Emoji => Topics.Count > 0 ? Topics[0].Emoji : "🎬";

    /// <summary>Words under which the film is found besides its own: the names of its topics.</summary>
    public string SearchWords => string.Join(' ', Topics.SelectMany(t => (string[])[t.Name.En, t.Name.Fr]));

    private static IEnumerable<string> Concepts(Screenplay screenplay)
    {
        foreach (Shot shot in screenplay.Shots)
        {
            foreach (Subject subject in shot.Subjects)
            {
                yield return subject.Concept;
            }

            foreach (ActionClause action in shot.Actions)
            {
                yield return action.Verb;
            }

            if (shot.Setting is { } setting)
            {
                yield return setting;
            }

            if (shot.Weather is { } weather)
            {
                yield return $"weather:{weather.ToString().ToLowerInvariant()}";
            }

            if (shot.TimeOfDay is { } hour)
            {
                yield return $"time:{hour.ToString().ToLowerInvariant()}";
            }

            foreach (string style in shot.Styles)
            {
                yield return $"style:{style}";
            }
        }
    }

    /// <summary>The beginning of the first clause that says something, without its article and without words that lead on to what is cut off.</summary>
    private static string PhraseOf(string prompt)
    {
        foreach (string clause in Clause().Split(ShotMark().Replace(prompt, "")))
        {
            List<string> words = [.. clause.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
            while (words.Count > 1 && Articles.Contains(words[0].ToLowerInvariant()))
            {
                words.RemoveAt(0);
            }

            words = [.. words.Take(MostWords)];
            while (words.Count > 1 && (string.Join(' ', words).Length > LongestPhrase || SearchText.Stems(words[^1]).Length == 0))
            {
                words.RemoveAt(words.Count - 1);
            }

            string phrase = string.Join(' ', words);
            if (phrase.Length <= LongestPhrase && SearchText.Stems(phrase).Length > 0)
            {
                return phrase;
            }
        }

        return "";
    }

    [GeneratedRegex(@"^\[\d+(?:\.\d+)?s\]\s*", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ShotMark();

    [GeneratedRegex(@"[,.;:!?()""«»\n\r—]+", RegexOptions.NonBacktracking)]
    private static partial Regex Clause();
}
