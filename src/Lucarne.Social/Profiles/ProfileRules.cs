using Lucarne.Safety.Text;
using Lucarne.Social.Http;

namespace Lucarne.Social.Profiles;

/// <summary>What a profile may hold.</summary>
internal static class ProfileRules
{
    /// <summary>Most characters of a biography.</summary>
    public const int BioMaxLength = 300;

    /// <summary>Most characters of a place.</summary>
    public const int LocationMaxLength = 60;

    /// <summary>Most links.</summary>
    public const int MaxLinks = 5;

    /// <summary>Most characters of a link.</summary>
    public const int LinkMaxLength = 200;

    /// <summary>The text, cleaned; empty when there is none.</summary>
    public static Outcome<string> ReadBio(string? typed)
    {
        string bio = TextHygiene.CleanParagraphs(typed ?? "");
        return bio.Length <= BioMaxLength ? bio : ProfilesErrors.BioTooLong.For("bio");
    }

    /// <summary>The place, cleaned; empty when there is none.</summary>
    public static Outcome<string> ReadLocation(string? typed)
    {
        string location = TextHygiene.CleanLine(typed ?? "");
        return location.Length <= LocationMaxLength ? location : ProfilesErrors.LocationTooLong.For("location");
    }

    /// <summary>The addresses as kept, one a line; each once, empty ones left out.</summary>
    public static Outcome<string> ReadLinks(IReadOnlyList<string?>? typed)
    {
        List<string> links = [];
        foreach (string? text in typed ?? [])
        {
            if (text is null)
            {
                return ProfilesErrors.LinkInvalid.For("links");
            }

            string link = text.Length > LinkMaxLength ? text : TextHygiene.CleanLine(text);
            if (link.Length == 0)
            {
                continue;
            }

            if (link.Length > LinkMaxLength
                || !Uri.TryCreate(link, UriKind.Absolute, out Uri? address)
                || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
                || address.Host.Length == 0 || address.UserInfo.Length > 0
                || address.AbsoluteUri.Length > LinkMaxLength)
            {
                return ProfilesErrors.LinkInvalid.For("links");
            }

            links.Add(address.AbsoluteUri);
        }

        string[] distinct = [.. links.Distinct(StringComparer.Ordinal)];
        return distinct.Length <= MaxLinks ? string.Join('\n', distinct) : ProfilesErrors.TooManyLinks.For("links");
    }
}
