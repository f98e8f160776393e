using System.Globalization;
using System.Text;

namespace Lucarne.Media.Cards;

/// <summary>Where a line of text stands on a card.</summary>
/// <param name="Text">The words; what no font is expected to have, emoji above all, is left out.</param>
/// <param name="Size">Height of the font in pixels.</param>
/// <param name="Anchor">Corner or middle of the card that it stands at, as on a numeric keypad: 1 bottom left, 4 middle left, 5 middle, 9 top right.</param>
/// <param name="Left">Pixels kept free on the left.</param>
/// <param name="Right">Pixels kept free on the right.</param>
/// <param name="Vertical">Pixels kept free above or below, by the anchor.</param>
internal sealed record CardLine(string Text, int Size, int Anchor, int Left, int Right, int Vertical)
{
    /// <summary>A second, smaller line under it; null for none.</summary>
    public (string Text, int Size)? Under { get; init; }
}

/// <summary>Words on a picture, as a subtitle script (ASS) that ffmpeg draws: it breaks lines and takes what the card's font lacks from another.</summary>
internal static class CardScript
{
    private static readonly string[] s_fonts = ["instrument-serif-latin.woff", "instrument-serif-latin-ext.woff"];

    /// <summary>Writes the script and the fonts into a folder.</summary>
    /// <param name="folder">A folder whose path needs no escaping in a filter, such as one of the media store's.</param>
    /// <param name="width">Pixels of the picture.</param>
    /// <param name="height">Pixels of the picture.</param>
    /// <param name="lines">What stands on it.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <returns>The filter that draws it.</returns>
    public static async Task<string> WriteAsync(string folder, int width, int height, IEnumerable<CardLine> lines, CancellationToken cancel)
    {
        string fonts = Directory.CreateDirectory(Path.Combine(folder, "fonts")).FullName;
        foreach (string font in s_fonts)
        {
            await using Stream source = typeof(CardScript).Assembly.GetManifestResourceStream(font) ?? throw new InvalidOperationException($"CardScript: the assembly lacks {font}");
            await using FileStream target = File.Create(Path.Combine(fonts, font));
            await source.CopyToAsync(target, cancel);
        }

        string script = Path.Combine(folder, "card.ass");
        await File.WriteAllTextAsync(script, Write(width, height, lines), cancel);
        return $"ass=filename={Quote(script)}:fontsdir={Quote(fonts)}";
    }

    /// <summary>The script's text.</summary>
    internal static string Write(int width, int height, IEnumerable<CardLine> lines)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {width}
            PlayResY: {height}
            WrapStyle: 0

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: card,Instrument Serif,40,&H00FFFFFF,&H00FFFFFF,&H80000000,&HA0000000,0,0,0,0,100,100,0,0,1,0,2,5,0,0,0,1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """);
        foreach (CardLine line in lines)
        {
            string under = line.Under is { } small ? string.Create(CultureInfo.InvariantCulture, $"\\N{{\\fs{small.Size}\\1c&HD0DCE4&}}{Escape(small.Text)}") : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"Dialogue: 0,0:00:00.00,0:10:00.00,card,,{line.Left},{line.Right},{line.Vertical},,{{\\an{line.Anchor}\\fs{line.Size}}}{Escape(line.Text)}{under}\n");
        }

        return text.ToString();
    }

    /// <summary>Words as a script holds them: one line, no commands, no pictograms.</summary>
    internal static string Escape(string text)
    {
        StringBuilder plain = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            string? kept = rune.Value switch
            {
                '\\' => "/",
                '{' => "\\{",
                '}' => "\\}",
                _ when Rune.IsWhiteSpace(rune) => " ",
                _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                    || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0x1F3FB and <= 0x1F3FF ? null : rune.ToString(),
            };
            plain.Append(kept);
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A path within a filter's argument.</summary>
    private static string Quote(string path) => path.Replace("\\", "/", StringComparison.Ordinal).Replace(":", "\\\\:", StringComparison.Ordinal).Replace("'", "\\\\\\'", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
}
