using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lucarne.Wan.Prompts;

/// <summary>Turns HTML's character references into characters.</summary>
internal static partial class HtmlText
{
    private const string Replacement = "\uFFFD";

    /// <summary>Decodes every reference as a browser does, those without a semicolon too.</summary>
    /// <remarks>HTML Living Standard, 13.2.5.72 and following, by the rules of Python's <c>html.unescape</c>.</remarks>
    public static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? AnyReference().Replace(text, match => Reference(match.Value)) : text;

    /// <summary>Decodes only what is surely meant as a reference: it ends in a semicolon. Names in capitals stand for capitals.</summary>
    public static string DecodeSure(string text) => text.Contains('&', StringComparison.Ordinal) ? SureReference().Replace(text, match => Sure(match.Value)) : text;

    private static string Sure(string reference)
    {
        if (reference[1] == '#')
        {
            string decoded = Decode(reference);
            return decoded.Contains(';', StringComparison.Ordinal) ? reference : decoded;
        }

        return TextTables.Entities.GetValueOrDefault(reference[1..]) ?? TextTables.CapitalEntities.GetValueOrDefault(reference[1..]) ?? reference;
    }

    private static string Reference(string reference)
    {
        string name = reference[1..];
        if (name[0] == '#')
        {
            return Numbered(name);
        }

        for (int length = name.Length; length >= 2; length--)
        {
            if (TextTables.Entities.TryGetValue(name[..length], out string? characters))
            {
                return characters + name[length..];
            }
        }

        return reference;
    }

    private static string Numbered(string name)
    {
        bool hexadecimal = name[1] is 'x' or 'X';
        ReadOnlySpan<char> digits = name.AsSpan(hexadecimal ? 2 : 1).TrimEnd(';').TrimStart('0');
        const int MostDigits = 7;
        int code = digits.Length == 0 ? 0
            : digits.Length > MostDigits ? int.MaxValue
            : int.Parse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
        return code switch
        {
            0 => Replacement,
            '\r' => "\r",
            >= 0x80 and <= 0x9F => CodePage.Windows1252.Decode([(byte)code]),
            (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF => Replacement,
            (>= 1 and <= 8) or 0xB or (>= 0xE and <= 0x1F) or 0x7F or (>= 0xFDD0 and <= 0xFDEF) => string.Empty,
            _ when (code & 0xFFFE) == 0xFFFE => string.Empty,
            _ => new Rune(code).ToString(),
        };
    }

    [GeneratedRegex("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PromptCleaner.RegexTimeoutMs)]
    private static partial Regex AnyReference();

    [GeneratedRegex("&#?[0-9A-Za-z]{1,24};", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PromptCleaner.RegexTimeoutMs)]
    private static partial Regex SureReference();
}
