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
/// <param name="Present">Rows that an earlier import had added.</param>
/// <param name="Skipped">Rows that could not be carried.</param>
public sealed record ImportedSection(string Name, int Added, int Present, int Skipped);

/// <summary>Counts while an import runs.</summary>
internal sealed class ImportTally
{
    private const int MaxNotes = 200;
    private readonly Dictionary<string, (int Added, int Present, int Skipped)> _sections = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>What could not be carried, the first two hundred.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>A row that is new here.</summary>
    public void Added(string section) => Change(section, (1, 0, 0));

    /// <summary>A row that an earlier import had added.</summary>
    public void Present(string section) => Change(section, (0, 1, 0));

    /// <summary>A row that could not be carried, and why.</summary>
    public void Skipped(string section, string? why = null)
    {
        Change(section, (0, 0, 1));
        if (why is not null && Notes.Count < MaxNotes)
        {
            Notes.Add($"{section}: {why}");
        }
    }

    /// <summary>The counts of every section that was met.</summary>
    public IReadOnlyList<ImportedSection> Sections() => [.. _order.Select(name => new ImportedSection(name, _sections[name].Added, _sections[name].Present, _sections[name].Skipped))];

    private void Change(string section, (int Added, int Present, int Skipped) by)
    {
        if (!_sections.TryGetValue(section, out (int Added, int Present, int Skipped) now))
        {
            _order.Add(section);
        }

        _sections[section] = (now.Added + by.Added, now.Present + by.Present, now.Skipped + by.Skipped);
    }
}
