using System.Collections.Frozen;
using Lucarne.Social.Search;

namespace Lucarne.Social.Feed;

/// <summary>A mood as it is understood: words to see, and groups of words not to see.</summary>
/// <param name="Wanted">Words that are looked for, as <see cref="SearchText.Words"/> gives them, each once; at most <see cref="SearchQuery.MaxWords"/>.</param>
/// <param name="Unwanted">Stems that must not stand together in a post's words, a group each.</param>
internal sealed record MoodWords(IReadOnlyList<string> Wanted, IReadOnlyList<string[]> Unwanted)
{
    /// <summary>Words that only introduce a wish or say that it is about films, in English and French, without accents.</summary>
    private static readonly FrozenSet<string> Fillers = (
        "am anything bit clip clips feel feeling film films give just kind like lot lots maybe mood more movie movies please show something stuff thing things very video videos want watch "
        + "aimer aimerais beaucoup chose choses clip envie humeur juste montre montrer peu plutot quelque quelques regarder svp tres truc trucs veux voir voudrais").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words after which something is not wanted, up to the next comma, full stop or <em>but</em>.</summary>
    private static readonly FrozenSet<string> Negations = "aucun aucune don jamais less moins neither never no nor not ni pas sans without".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Contrasts = "but mais".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Conjunctions = "and or et ou nor ni".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems of <see cref="Wanted"/>.</summary>
    public string[] WantedStems { get; } = [.. Wanted.Select(Stemmer.Stem).Distinct(StringComparer.Ordinal)];

    /// <summary>True where no word says anything.</summary>
    public bool Empty => Wanted.Count + Unwanted.Count == 0;

    /// <summary>Reads a mood.</summary>
    /// <param name="text">As typed: <c>calm seas at night, no people</c> or <c>la mer, sans personne</c>.</param>
    public static MoodWords Read(string? text)
    {
        List<string> wanted = [];
        List<string[]> unwanted = [];
        foreach (string clause in (text ?? "").Split([',', ';', '.', '!', '?', ':', '(', ')']))
        {
            List<string>? group = null;
            foreach (string word in SearchText.Words(clause))
            {
                if (Contrasts.Contains(word))
                {
                    End(ref group);
                }
                else if (Negations.Contains(word))
                {
                    End(ref group);
                    group = [];
                }
                else if (Conjunctions.Contains(word) && group is not null)
                {
                    End(ref group);
                    group = [];
                }
                else if (!Fillers.Contains(word) && !Stopwords.Contains(word))
                {
                    (group ?? wanted).Add(word);
                }
            }

            End(ref group);
        }

        return new MoodWords([.. wanted.Distinct(StringComparer.Ordinal).Take(SearchQuery.MaxWords)], unwanted);

        void End(ref List<string>? group)
        {
            if (group is { Count: > 0 })
            {
                unwanted.Add([.. group.Select(Stemmer.Stem).Distinct(StringComparer.Ordinal)]);
            }

            group = null;
        }
    }

    /// <summary>How much of the mood a post answers, 0 to 1: the share of the wanted words that it holds in any form.</summary>
    /// <param name="stems">Stems of the post's words (<see cref="SearchText.Stems"/>).</param>
    /// <param name="topics">Stems of the names of its topics.</param>
    public double Fit(IReadOnlySet<string> stems, IReadOnlySet<string>? topics = null)
        => WantedStems.Length == 0 ? 0 : (double)WantedStems.Count(stem => stems.Contains(stem) || topics?.Contains(stem) == true) / WantedStems.Length;
}
