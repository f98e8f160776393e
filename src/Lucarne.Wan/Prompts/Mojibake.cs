using System.Text;
using System.Text.RegularExpressions;

namespace Lucarne.Wan.Prompts;

/// <summary>Restores text that was written in UTF-8 and read in an encoding of one byte a character.</summary>
/// <remarks>By the steps of ftfy 6.3 (Apache-2.0, Robyn Speer).</remarks>
internal static partial class Mojibake
{
    // Each step removes a layer; text with more layers than this is not text.
    private const int MostLayers = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Restores text layer by layer until it looks right.</summary>
    public static string Repair(string text)
    {
        for (int layer = 0; layer < MostLayers; layer++)
        {
            string before = text;
            text = Step(text);
            if (text == before)
            {
                break;
            }
        }

        return text;
    }

    /// <summary>C1 control characters become what Windows means by their bytes, as browsers do.</summary>
    public static string ReadControlsAsWindows(string text) =>
        Controls().Replace(text, match => CodePage.Windows1252.Decode([(byte)match.Value[0]]));

    private static string Step(string text)
    {
        if (Ascii.IsValid(text) || !MojibakeSigns.Has(text))
        {
            return text;
        }

        byte[]? latin = null;
        foreach (CodePage page in CodePage.All)
        {
            if (page.Encode(text) is not { } bytes)
            {
                continue;
            }

            latin ??= page == CodePage.Latin1 ? bytes : null;
            if (ReadAsUtf8(bytes, page) is { } restored)
            {
                return restored;
            }
        }

        string parts = MojibakeSigns.EmbeddedUtf8.Replace(text, match => match.Length < text.Length && MojibakeSigns.Has(match.Value) ? Repair(match.Value) : match.Value);
        if (parts != text)
        {
            return parts;
        }

        if (latin is not null && CodePage.Windows1252.Assigns(latin))
        {
            // Windows-1252 read as Latin-1; byte 0x1A is only itself here.
            string windows = CodePage.Windows1252.Decode(latin).Replace('\uFFFD', '\u001A');
            if (windows != text)
            {
                return windows;
            }
        }

        return ReadControlsAsWindows(text);
    }

    private static string? ReadAsUtf8(byte[] bytes, CodePage page)
    {
        string raw = Encoding.Latin1.GetString(bytes);
        if (page.Name != "macroman" && SpacedOut().IsMatch(raw))
        {
            // Byte 0xA0, a space in Latin-1, became a plain space.
            raw = GraveWord().Replace(raw, "\u00C3\u00A0 ");
            raw = SpacedOut().Replace(raw, match => match.Value.Replace(' ', '\u00A0'));
        }

        if (page.Lossy)
        {
            raw = Incomplete().Replace(raw, "\u00EF\u00BF\u00BD");
        }

        try
        {
            StringBuilder text = new(raw.Length);
            int done = 0;
            if (raw.Contains('\u00ED', StringComparison.Ordinal) || raw.Contains('\u00C0', StringComparison.Ordinal))
            {
                // UTF-8 over UTF-16 (CESU-8), and Java's two bytes for U+0000.
                foreach (Match match in Variants().Matches(raw))
                {
                    text.Append(Strict.GetString(Encoding.Latin1.GetBytes(raw[done..match.Index])));
                    text.Append(match.Length == 2 ? "\0" : Surrogates(match.Value));
                    done = match.Index + match.Length;
                }
            }

            return text.Append(Strict.GetString(Encoding.Latin1.GetBytes(raw[done..]))).ToString();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Surrogates(string six) =>
        char.ConvertFromUtf32(0x10000 + ((six[1] & 0x0F) << 16) + ((six[2] & 0x3F) << 10) + ((six[4] & 0x0F) << 6) + (six[5] & 0x3F));

    [GeneratedRegex("[\u0080-\u009F]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PromptCleaner.RegexTimeoutMs)]
    private static partial Regex Controls();

    [GeneratedRegex("[\u00C2\u00C3\u00C5\u00CE\u00D0\u00D9][ ]|[\u00E2\u00E3][ ][\u0080-\u0084\u0086-\u009F\u00A1-\u00BF]|[\u00E0-\u00E3][\u0080-\u0084\u0086-\u009F\u00A1-\u00BF][ ]|\u00F0[ ][\u0080-\u00BF]{2}|\u00F0[\u0080-\u00BF][ ][\u0080-\u00BF]|\u00F0[\u0080-\u00BF]{2}[ ]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PromptCleaner.RegexTimeoutMs)]
    private static partial Regex SpacedOut();

    // "à" alone keeps its space; Portuguese contractions do not.
    [GeneratedRegex("\u00C3 (?! |quele|quela|quilo|s )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PromptCleaner.RegexTimeoutMs)]
    private static partial Regex GraveWord();

    [GeneratedRegex("[\u00C2-\u00DF]\u001A|[\u00C2\u00C3][?]|\u00ED[\u00A0-\u00AF][\u001A?]\u00ED[\u00B0-\u00BF][\u001A?\u0080-\u00BF]|\u00ED[\u00A0-\u00AF][\u001A?\u0080-\u00BF]\u00ED[\u00B0-\u00BF][\u001A?]|[\u00E0-\u00EF][\u001A?][\u001A\u0080-\u00BF]|[\u00E0-\u00EF][\u001A\u0080-\u00BF][\u001A?]|[\u00F0-\u00F4][\u001A?][\u001A\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u001A\u0080-\u00BF][\u001A?][\u001A\u0080-\u00BF]|[\u00F0-\u00F4][\u001A\u0080-\u00BF]{2}[\u001A?]|\u001A", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PromptCleaner.RegexTimeoutMs)]
    private static partial Regex Incomplete();

    [GeneratedRegex("\u00C0\u0080|\u00ED[\u00A0-\u00AF][\u0080-\u00BF]\u00ED[\u00B0-\u00BF][\u0080-\u00BF]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PromptCleaner.RegexTimeoutMs)]
    private static partial Regex Variants();
}
