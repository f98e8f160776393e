using System.Globalization;
using System.Text;

namespace Lucarne.Social.Text;

/// <summary>Makes texts comparable whatever their case and accents: <c>Araignée</c> and <c>araignee</c> become the same.</summary>
/// <remarks>The runtime has no Unicode normalisation here (invariant globalization), so the accented letters of Latin scripts are listed.</remarks>
internal static class TextFolding
{
    /// <summary>Bases of U+00E0 to U+00FF.</summary>
    private const string Latin1 = "aaaaaaæceeeeiiiidnooooo÷ouuuuyþy";

    /// <summary>Bases of U+0100 to U+017F.</summary>
    private const string LatinExtended =
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkkllllllllll" + "nnnnnnnnnooooooœœrrrrrrsssssssstttttt" + "uuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Lower case, without combining marks, invisible joiners and the accents of Latin letters.</summary>
    /// <param name="text">Any text.</param>
    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            Rune lower = Rune.ToLowerInvariant(rune);
            _ = lower.Value switch
            {
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ß' => folded.Append("ss"),
                >= 0xE0 and <= 0xFF => folded.Append(Latin1[lower.Value - 0xE0]),
                >= 0x100 and <= 0x17F => folded.Append(LatinExtended[lower.Value - 0x100]),
                _ => folded.Append(lower.ToString()),
            };
        }

        return folded.ToString();
    }
}
