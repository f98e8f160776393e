using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Lucarne.Diorama.Language;

/// <summary>The families of concepts.</summary>
public enum ConceptKind
{
    /// <summary>What can be a subject: things, animals, people, vehicles, plants, buildings.</summary>
    Thing,

    /// <summary>What can be a setting.</summary>
    Place,

    /// <summary>What a verb means.</summary>
    Action,
}

/// <summary>A concept of the vocabulary.</summary>
/// <param name="Name">Lower-case English identifier (<c>sailing-boat</c>).</param>
/// <param name="Kind">Family; a concept has the kind of its parent.</param>
/// <param name="Parent">The more general concept; null for a root.</param>
/// <param name="SizeMetres">Usual largest dimension in metres; 0 for actions.</param>
/// <param name="Words">Dictionary forms, by two-letter language.</param>
/// <param name="Implied">What the word says besides its concept, as name and value (<c>material</c>, <c>rubber</c>).</param>
public sealed record Concept(
    string Name,
    ConceptKind Kind,
    string? Parent,
    float SizeMetres,
    ImmutableDictionary<string, ImmutableArray<string>> Words,
    ImmutableArray<KeyValuePair<string, string>> Implied);

/// <summary>The tree of concepts that prompts are read into, from the data files beside this class.</summary>
/// <remarks>Every name is unique over all kinds, so that a name alone identifies a concept.</remarks>
public static class Vocabulary
{
    private static readonly FrozenDictionary<string, Concept> ByName = Load();

    /// <summary>Every concept, in alphabetical order of name.</summary>
    public static ImmutableArray<Concept> Concepts { get; } = [.. ByName.Values.OrderBy(concept => concept.Name, StringComparer.Ordinal)];

    /// <summary>The concept of that name, or null.</summary>
    public static Concept? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The name of the more general concept; null for a root and for a name outside the vocabulary.</summary>
    public static string? Parent(string concept) => Find(concept)?.Parent;

    /// <summary>Whether a concept is the ancestor or one of its descendants.</summary>
    public static bool IsA(string concept, string ancestor)
    {
        for (var at = concept; at is not null; at = Parent(at))
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The concept, then each more general one, down to its root.</summary>
    public static IEnumerable<string> Lineage(string concept)
    {
        for (var at = concept; at is not null; at = Parent(at))
        {
            yield return at;
        }
    }

    private static FrozenDictionary<string, Concept> Load()
    {
        var concepts = new Dictionary<string, Concept>(StringComparer.Ordinal);
        foreach (var (prefix, kind) in (ReadOnlySpan<(string, ConceptKind)>)[("nouns", ConceptKind.Thing), ("places", ConceptKind.Place), ("verbs", ConceptKind.Action)])
        {
            foreach (var line in LexiconFile.Read(prefix, 5))
            {
                var cells = line.Cells;
                var words = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("en", [.. line.Words(3)]).Add("fr", [.. line.Words(4)]);
                var implied = cells.Length > 5 ? cells[5].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
                if (kind == ConceptKind.Action && cells[2] != "-")
                {
                    implied = [.. implied, "undergone=" + cells[2]];
                }

                var concept = new Concept(
                    cells[0],
                    kind,
                    cells[1] == "-" ? null : cells[1],
                    kind == ConceptKind.Action ? 0 : line.NumberAt(cells[2]),
                    words,
                    [.. implied.Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair.Length > 1 ? pair[1] : ""))]);
                if (!concepts.TryAdd(concept.Name, concept))
                {
                    throw new InvalidDataException($"{line.File}, line {line.Number}: the concept \"{concept.Name}\" is there twice");
                }
            }
        }

        return concepts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
