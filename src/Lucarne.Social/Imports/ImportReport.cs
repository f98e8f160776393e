namespace Lucarne.Social.Imports;

/// <summary>What an import did.</summary>
/// <param name="AccountId">The account that it went to.</param>
/// <param name="Handle">Its handle here.</param>
/// <param name="Password">Password of an account that was made for it, to be changed by its owner; null where the account was there before.</param>
/// <param name="Sections">What became of each kind of row, in the order of reading.</param>
/// <param name="Notes">What could not be carried, one sentence each.</param>
public sealed record ImportReport(Guid AccountId, string Handle, string? Password, IReadOnlyList<ImportedSection> Sections, IReadOnlyList<string> Notes);

/// <summary>What became of one kind of row.</summary>
/// <param name="Name">Section of the archive.</param>
/// <param name="Added">Rows that are new here.</param>
/// <param name="Present">Rows that were here before.</param>
/// <param name="Kept">Rows that have no place here, or not all of them has; they go along in the next export.</param>
/// <param name="Skipped">Rows that could not be carried.</param>
public sealed record ImportedSection(string Name, int Added, int Present, int Kept, int Skipped);

/// <summary>Counts while an import runs.</summary>
internal sealed class ImportTally
{
    private const int MaxNotes = 200;
    private readonly Dictionary<string, ImportedSection> _sections = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>What could not be carried, the first two hundred.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The counts of every section that was met.</summary>
    public IReadOnlyList<ImportedSection> Sections => _order.ConvertAll(name => _sections[name]);

    /// <summary>Counts a row.</summary>
    public void Count(string section, Fate fate)
    {
        if (!_sections.TryGetValue(section, out ImportedSection? counted))
        {
            _order.Add(section);
            counted = new ImportedSection(section, 0, 0, 0, 0);
        }

        _sections[section] = counted with
        {
            Added = counted.Added + (fate.HasFlag(Fate.Added) ? 1 : 0),
            Present = counted.Present + (fate.HasFlag(Fate.Present) ? 1 : 0),
            Kept = counted.Kept + (fate.HasFlag(Fate.Kept) ? 1 : 0),
            Skipped = counted.Skipped + (fate == Fate.Skipped ? 1 : 0),
        };
    }

    /// <summary>Says why a row can't be carried.</summary>
    public Fate Refuse(string section, string why)
    {
        Note($"{section}: {why}");
        return Fate.Skipped;
    }

    /// <summary>Adds a sentence, unless there are two hundred.</summary>
    public void Note(string sentence)
    {
        if (Notes.Count < MaxNotes)
        {
            Notes.Add(sentence);
        }
    }
}
