using System.Globalization;

namespace Lucarne.Diorama.Language;

/// <summary>Reads the vocabulary's data files: one entry a line, columns between bars, "#" starts a comment.</summary>
internal static class LexiconFile
{
    /// <summary>The entries of every embedded file whose name starts with <paramref name="prefix"/>, in order of file name.</summary>
    /// <exception cref="InvalidDataException">A line has another number of columns; the message names the file and the line.</exception>
    public static IEnumerable<Line> Read(string prefix, int columns)
    {
        var assembly = typeof(LexiconFile).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Lucarne.Language." + prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            for (var number = 1; reader.ReadLine() is { } text; number++)
            {
                var comment = text.IndexOf('#', StringComparison.Ordinal);
                var content = (comment < 0 ? text : text[..comment]).Trim();
                if (content.Length == 0)
                {
                    continue;
                }

                var cells = content.Split('|', StringSplitOptions.TrimEntries);
                if (cells.Length < columns)
                {
                    throw new InvalidDataException($"{name}, line {number}: {columns} columns are needed, {cells.Length} found: {text}");
                }

                yield return new Line(name, number, cells);
            }
        }
    }

    /// <summary>One entry.</summary>
    internal readonly record struct Line(string File, int Number, string[] Cells)
    {
        public string[] Words(int column) =>
            column < Cells.Length ? Cells[column].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

        /// <exception cref="InvalidDataException">The cell is no number.</exception>
        public float NumberAt(string cell) =>
            float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new InvalidDataException($"{File}, line {Number}: \"{cell}\" should be a number");
    }
}
