using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Lucarne.Wan.Prompts;

/// <summary>Tables of Unicode, HTML and old code pages, read once from <c>text-tables.txt</c>, which <c>tools/make-text-tables.py</c> writes.</summary>
internal static class TextTables
{
    static TextTables()
    {
        Dictionary<int, int[]> decompositions = [];
        Dictionary<(int, int), int> compositions = [];
        Dictionary<int, int> classes = [];
        Dictionary<char, string> widths = [];
        Dictionary<string, string> entities = new(StringComparer.Ordinal), capitals = new(StringComparer.Ordinal);
        List<(string, int[])> pages = [];
        using StreamReader reader = new(typeof(TextTables).Assembly.GetManifestResourceStream("text-tables.txt")!);
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(' ');
            switch (fields[0])
            {
                case "composes":
                    decompositions.Add(Code(fields[1]), [Code(fields[2]), Code(fields[3])]);
                    compositions.Add((Code(fields[2]), Code(fields[3])), Code(fields[1]));
                    break;
                case "decomposes":
                    decompositions.Add(Code(fields[1]), [.. fields.Skip(2).Select(Code)]);
                    break;
                case "class":
                    classes.Add(Code(fields[1]), int.Parse(fields[2], CultureInfo.InvariantCulture));
                    break;
                case "width":
                    widths.Add((char)Code(fields[1]), Text(fields, 2));
                    break;
                case "entity":
                    entities.Add(fields[1], Text(fields, 2));
                    break;
                case "capitals":
                    capitals.Add(fields[1], Text(fields, 2));
                    break;
                case "page":
                    pages.Add((fields[1], [.. fields.Skip(2).Select(f => f == "-" ? -1 : Code(f))]));
                    break;
                default:
                    break;
            }
        }

        Decompositions = decompositions.ToFrozenDictionary();
        Compositions = compositions.ToFrozenDictionary();
        Classes = classes.ToFrozenDictionary();
        Widths = widths.ToFrozenDictionary();
        Entities = entities.ToFrozenDictionary(StringComparer.Ordinal);
        CapitalEntities = capitals.ToFrozenDictionary(StringComparer.Ordinal);
        Pages = pages;
    }

    /// <summary>Canonical decompositions by one step, but for Hangul's, which are arithmetic.</summary>
    public static FrozenDictionary<int, int[]> Decompositions { get; }

    /// <summary>Primary composites of two code points.</summary>
    public static FrozenDictionary<(int First, int Second), int> Compositions { get; }

    /// <summary>Canonical combining classes that are not 0.</summary>
    public static FrozenDictionary<int, int> Classes { get; }

    /// <summary>Half-width and full-width forms, and what they are forms of.</summary>
    public static FrozenDictionary<char, string> Widths { get; }

    /// <summary>HTML 5's named characters without the ampersand: <c>amp;</c>, and <c>amp</c> where the semicolon may be left out.</summary>
    public static FrozenDictionary<string, string> Entities { get; }

    /// <summary>Names in capitals that stand for the capital of the character: <c>EACUTE;</c>.</summary>
    public static FrozenDictionary<string, string> CapitalEntities { get; }

    /// <summary>Code pages with the characters of bytes 0x80 to 0xFF, −1 where there is none, in the order in which they are tried.</summary>
    public static IReadOnlyList<(string Name, int[] High)> Pages { get; }

    private static int Code(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Text(string[] fields, int first)
    {
        StringBuilder text = new();
        foreach (string field in fields.AsSpan(first))
        {
            text.Append(char.ConvertFromUtf32(Code(field)));
        }

        return text.ToString();
    }
}
