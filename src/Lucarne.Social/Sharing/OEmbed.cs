using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Lucarne.Media.Cards;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Sharing;

/// <summary>A post for other sites to embed (oEmbed 1.0, type <c>video</c>). Names are those of the standard.</summary>
/// <param name="Type"><c>video</c>.</param>
/// <param name="Version"><c>1.0</c>.</param>
/// <param name="Title">Title, or the start of the prompt.</param>
/// <param name="AuthorName">Name of its author.</param>
/// <param name="AuthorUrl">Page of its author.</param>
/// <param name="ProviderName">Name of this installation.</param>
/// <param name="ProviderUrl">Its address.</param>
/// <param name="CacheAge">Seconds that the answer may be kept.</param>
/// <param name="ThumbnailUrl">The card of link previews, JPEG.</param>
/// <param name="ThumbnailWidth">Pixels.</param>
/// <param name="ThumbnailHeight">Pixels.</param>
/// <param name="Html">The player, as an <c>iframe</c>.</param>
/// <param name="Width">Pixels of the player.</param>
/// <param name="Height">Pixels of the player.</param>
public sealed record OEmbedAnswer(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("author_name")] string AuthorName,
    [property: JsonPropertyName("author_url")] string AuthorUrl,
    [property: JsonPropertyName("provider_name")] string ProviderName,
    [property: JsonPropertyName("provider_url")] string ProviderUrl,
    [property: JsonPropertyName("cache_age")] int CacheAge,
    [property: JsonPropertyName("thumbnail_url")] string ThumbnailUrl,
    [property: JsonPropertyName("thumbnail_width")] int ThumbnailWidth,
    [property: JsonPropertyName("thumbnail_height")] int ThumbnailHeight,
    [property: JsonPropertyName("html")] string Html,
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height);

/// <summary>Tells other sites how to embed a post, from the address of its page.</summary>
internal sealed class OEmbed(ReadPost read, IOptions<SocialOptions> options)
{
    /// <summary>Longest side of the player when the other site names no bounds, in pixels.</summary>
    private const int UsualSide = 640;

    private const int SmallestSide = 100;
    private const int CacheSeconds = 3600;

    /// <summary>Answers for the page at <paramref name="url"/>, as anyone sees it.</summary>
    /// <param name="url">Absolute address of <c>/p/ID</c>, <c>/p/ID/embed</c> or <c>/post/ID</c> on this installation.</param>
    /// <param name="maxWidth">Most pixels of the player's width; null for the usual.</param>
    /// <param name="maxHeight">Most pixels of the player's height; null for the usual.</param>
    /// <param name="origin">This installation's origin.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<OEmbedAnswer>> RunAsync(string? url, int? maxWidth, int? maxHeight, string origin, CancellationToken cancel)
    {
        if (maxWidth is < SmallestSide || maxHeight is < SmallestSide)
        {
            return SharingErrors.SizeInvalid;
        }

        if (!TryReadId(url, origin, out Guid id))
        {
            return SharingErrors.AddressUnknown.For("url");
        }

        if (!(await read.RunAsync(id, viewerId: null, cancel)).TryGet(out PostView? post, out Problem? problem))
        {
            return problem;
        }

        (int width, int height) = Fit(post.Video.Width, post.Video.Height, maxWidth ?? UsualSide, maxHeight ?? UsualSide);
        string title = SharePage.TitleOf(post);
        string html = string.Create(
            CultureInfo.InvariantCulture,
            $"<iframe src=\"{HtmlEncoder.Default.Encode($"{origin}{post.ShareUrl}/embed")}\" width=\"{width}\" height=\"{height}\" title=\"{HtmlEncoder.Default.Encode(title)}\" style=\"border:0;border-radius:12px\" allow=\"fullscreen\" allowfullscreen loading=\"lazy\"></iframe>");
        return new OEmbedAnswer(
            "video", "1.0", title, post.Author.DisplayName, $"{origin}/@{post.Author.Handle}", options.Value.Name, origin, CacheSeconds,
            $"{origin}{PostRenditions.CardUrl(post, options.Value.Name)}", UnfurlCard.Width, UnfurlCard.Height, html, width, height);
    }

    private static bool TryReadId(string? url, string origin, out Guid id)
    {
        id = default;
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || !Uri.TryCreate(origin, UriKind.Absolute, out Uri? own)
            || !string.Equals(address.Authority, own.Authority, StringComparison.OrdinalIgnoreCase) || address.Scheme is not ("http" or "https"))
        {
            return false;
        }

        string[] parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["p" or "post", _] or ["p", _, "embed"] && Guid.TryParseExact(parts[1], "D", out id);
    }

    private static (int Width, int Height) Fit(int width, int height, int maxWidth, int maxHeight)
    {
        double scale = Math.Min((double)maxWidth / width, (double)maxHeight / height);
        return ((int)Math.Max(1, Math.Round(width * scale)), (int)Math.Max(1, Math.Round(height * scale)));
    }
}
