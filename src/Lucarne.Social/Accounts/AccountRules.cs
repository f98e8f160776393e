using Lucarne.Safety.Text;
using Lucarne.Social.Http;

namespace Lucarne.Social.Accounts;

/// <summary>What an account's other members may hold.</summary>
internal static class AccountRules
{
    /// <summary>Most characters of a display name.</summary>
    public const int DisplayNameMaxLength = 50;

    /// <summary>Languages of the interface, the default first.</summary>
    public static readonly string[] Locales = ["en", "fr"];

    /// <summary>The name to show: what was typed, cleaned, or the handle when nothing was.</summary>
    public static Outcome<string> ReadDisplayName(string? typed, string handle)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return handle;
        }

        string name = TextHygiene.CleanLine(typed);
        return name.Length is >= 1 and <= DisplayNameMaxLength ? name : AccountsErrors.DisplayNameInvalid.For("displayName");
    }

    /// <summary>The language, or the default when none was given.</summary>
    public static Outcome<string> ReadLocale(string? typed)
        => typed is null ? Locales[0] : Locales.Contains(typed, StringComparer.Ordinal) ? typed : AccountsErrors.LocaleInvalid.For("locale");
}
