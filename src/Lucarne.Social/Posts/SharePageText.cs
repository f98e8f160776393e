using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lucarne.Social.Posts;

/// <summary>Words of the share page in one language.</summary>
internal sealed record SharePageText
{
    private static readonly SharePageText English = new()
    {
        Language = "en",
        Locale = "en_GB",
        By = "by {0} (@{1})",
        Verified = "Verified",
        RemixOf = "Remix of @{0}",
        RemixOfGone = "Remix of a deleted film",
        Prompt = "Prompt",
        MadeBy = "Made by AI",
        Open = "Open {0}",
        Download = "Download",
        GoneTitle = "This video is not here",
        GoneDetail = "Its author may have deleted it, or the link is incomplete.",
        Home = "To the home page",
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    };

    private static readonly SharePageText French = new()
    {
        Language = "fr",
        Locale = "fr_FR",
        By = "par {0} (@{1})",
        Verified = "Compte vérifié",
        RemixOf = "Remix de @{0}",
        RemixOfGone = "Remix d’un film supprimé",
        Prompt = "Invite",
        MadeBy = "Réalisé par une IA",
        Open = "Ouvrir {0}",
        Download = "Télécharger",
        GoneTitle = "Cette vidéo n’est pas ici",
        GoneDetail = "Son auteur l’a peut-être supprimée, ou le lien est incomplet.",
        Home = "Vers l’accueil",
        Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    };

    public required string Language { get; init; }

    public required string Locale { get; init; }

    public required string By { get; init; }

    public required string Verified { get; init; }

    public required string RemixOf { get; init; }

    public required string RemixOfGone { get; init; }

    public required string Prompt { get; init; }

    public required string MadeBy { get; init; }

    public required string Open { get; init; }

    public required string Download { get; init; }

    public required string GoneTitle { get; init; }

    public required string GoneDetail { get; init; }

    public required string Home { get; init; }

    public required string[] Months { get; init; }

    /// <summary>The language that the browser prefers of those we have; English otherwise.</summary>
    public static SharePageText For(HttpRequest request)
    {
        foreach (var language in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            ReadOnlySpan<char> tag = language.Value.AsSpan();
            if (tag.StartsWith("fr", StringComparison.OrdinalIgnoreCase))
            {
                return French;
            }

            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return English;
            }
        }

        return English;
    }

    /// <summary>A day, in words.</summary>
    public string Date(DateTimeOffset time)
        => string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime.Day} {Months[time.UtcDateTime.Month - 1]} {time.UtcDateTime.Year}");
}
