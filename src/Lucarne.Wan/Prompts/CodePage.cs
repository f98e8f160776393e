using System.Text;

namespace Lucarne.Wan.Prompts;

/// <summary>An old encoding of one byte a character. Windows' pages are read as browsers do: bytes that they leave out stand for themselves.</summary>
internal sealed class CodePage
{
    private const byte Lost = 0x1A;
    private readonly char[] _decoded = new char[256];
    private readonly Dictionary<char, byte> _encoded = [];
    private readonly bool[] _assigned = new bool[256];

    private CodePage(string name, int[] high)
    {
        Name = name;
        Lossy = name.StartsWith("windows", StringComparison.Ordinal);
        for (int b = 0; b < 256; b++)
        {
            int code = b < 0x80 ? b : high[b - 0x80];
            _assigned[b] = code >= 0;
            _decoded[b] = (char)(code < 0 ? b : code);
        }

        if (Lossy)
        {
            // A character that was lost on the way is U+FFFD in the text and byte 0x1A among the bytes.
            _decoded[Lost] = '\uFFFD';
        }

        for (int b = 0; b < 256; b++)
        {
            _encoded[_decoded[b]] = (byte)b;
        }
    }

    /// <summary>All pages, in the order in which they are tried.</summary>
    public static IReadOnlyList<CodePage> All { get; } = [.. TextTables.Pages.Select(page => new CodePage(page.Name, page.High))];

    /// <summary>Latin-1: the first 256 characters of Unicode.</summary>
    public static CodePage Latin1 { get; } = All.First(page => page.Name == "latin-1");

    /// <summary>The page of Western Windows.</summary>
    public static CodePage Windows1252 { get; } = All.First(page => page.Name == "windows-1252");

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>True when U+FFFD has a byte.</summary>
    public bool Lossy { get; }

    /// <summary>The bytes of a text; null when a character has none.</summary>
    public byte[]? Encode(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!_encoded.TryGetValue(text[i], out bytes[i]))
            {
                return null;
            }
        }

        return bytes;
    }

    /// <summary>The text of bytes.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        foreach (byte b in bytes)
        {
            text.Append(_decoded[b]);
        }

        return text.ToString();
    }

    /// <summary>True when the page itself gives every byte a character.</summary>
    public bool Assigns(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (!_assigned[b])
            {
                return false;
            }
        }

        return true;
    }
}
