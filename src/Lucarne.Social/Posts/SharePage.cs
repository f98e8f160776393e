using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Lucarne.Media.Cards;
using Lucarne.Safety.Text;
using Lucarne.Social.Http;
using Lucarne.Social.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Posts;

/// <summary>The page behind a share link: it plays without script, tells link previews what it holds, and loads nothing from elsewhere.</summary>
internal sealed class SharePage(IOptions<SocialOptions> options)
{
    /// <summary>Most characters of <c>twitter:image:alt</c>.</summary>
    private const int TwitterAltMaxLength = 420;

    private static readonly string Policy = PolicyOf("frame-ancestors 'none'");
    private static readonly string EmbedPolicy = PolicyOf("frame-ancestors *");

    /// <summary>Answers with the post's page, or with a page that says that it is gone.</summary>
    /// <param name="id">The post.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="embedded">True for the bare player that other sites may frame.</param>
    /// <param name="http">The request and its answer.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task ShowAsync(Guid id, ReadPost read, bool embedded, HttpContext http, CancellationToken cancel)
    {
        SharePageText text = SharePageText.For(http.Request);
        bool found = (await read.RunAsync(id, viewerId: null, cancel)).TryGet(out PostView? post, out _);
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = embedded ? EmbedPolicy : Policy;
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.AcceptLanguage;
        if (embedded)
        {
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }

        http.Response.StatusCode = found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/html; charset=utf-8";
        string html = !found ? Gone(text) : embedded ? Embed(post!, text) : Page(post!, text, options.Value.OriginOf(http.Request));
        await http.Response.WriteAsync(html, cancel);
    }

    private static string PolicyOf(string frameAncestors)
    {
        string style = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(SharePageStyle.Css)));
        return $"default-src 'none'; style-src 'sha256-{style}'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; {frameAncestors}";
    }

    private string Page(PostView post, SharePageText text, string origin)
    {
        string title = Encode(TitleOf(post));
        string by = Encode(string.Format(CultureInfo.InvariantCulture, text.By, post.Author.DisplayName, post.Author.Handle));
        string description = Encode(post.Caption ?? post.Prompt);
        string site = Encode(options.Value.Name);
        string url = Encode($"{origin}{post.ShareUrl}");
        string video = Encode($"{origin}{post.Video.Mp4Url}");
        string image = Encode($"{origin}{PostRenditions.CardUrl(post, options.Value.Name)}");
        string caption = post.Caption is null ? "" : $"<p class=\"caption\">{Encode(post.Caption)}</p>";
        string robots = post.Visibility == Visibility.Public ? "index, follow" : "noindex";
        return $"""
            <!doctype html>
            <html lang="{text.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <meta name="color-scheme" content="dark">
            <meta name="theme-color" content="#0c0d10">
            <title>{title} · {by}</title>
            <meta name="description" content="{description}">
            <meta name="robots" content="{robots}">
            <link rel="canonical" href="{url}">
            <link rel="alternate" type="application/json+oembed" href="{Encode($"{origin}/oembed?format=json&url={Uri.EscapeDataString(origin + post.ShareUrl)}")}" title="{title}">
            <meta property="og:type" content="video.other">
            <meta property="og:site_name" content="{site}">
            <meta property="og:title" content="{title}">
            <meta property="og:description" content="{description}">
            <meta property="og:url" content="{url}">
            <meta property="og:locale" content="{text.Locale}">
            <meta property="og:image" content="{image}">
            <meta property="og:image:type" content="image/jpeg">
            <meta property="og:image:width" content="{UnfurlCard.Width}">
            <meta property="og:image:height" content="{UnfurlCard.Height}">
            <meta property="og:image:alt" content="{Encode(post.AltText ?? post.Prompt)}">
            <meta property="og:video" content="{video}">
            <meta property="og:video:secure_url" content="{video}">
            <meta property="og:video:type" content="video/mp4">
            <meta property="og:video:width" content="{post.Video.Width}">
            <meta property="og:video:height" content="{post.Video.Height}">
            <meta property="og:video:duration" content="{(int)Math.Ceiling(post.Video.Seconds)}">
            <meta property="video:release_date" content="{post.CreatedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}">
            <meta name="twitter:card" content="player">
            <meta name="twitter:title" content="{title}">
            <meta name="twitter:description" content="{description}">
            <meta name="twitter:image" content="{image}">
            <meta name="twitter:image:alt" content="{Encode(TextHygiene.Truncate(post.AltText ?? post.Prompt, TwitterAltMaxLength))}">
            <meta name="twitter:player" content="{url}/embed">
            <meta name="twitter:player:width" content="{post.Video.Width}">
            <meta name="twitter:player:height" content="{post.Video.Height}">
            <meta name="twitter:player:stream" content="{video}">
            <meta name="twitter:player:stream:content_type" content="video/mp4">
            <style>{SharePageStyle.Css}</style>
            </head>
            <body class="page">
            <main>
            {Player(post)}
            <article>
            <p class="author"><strong>{Encode(post.Author.DisplayName)}</strong>{Mark(post, text)} <span>@{Encode(post.Author.Handle)}</span></p>
            <h1>{title}</h1>
            {Credit(post, text)}
            {caption}
            <p class="prompt"><span>{text.Prompt}</span> {Encode(post.Prompt)}</p>
            <p class="meta"><time datetime="{post.CreatedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}">{text.Date(post.CreatedAt)}</time> · {text.MadeBy}</p>
            <p class="actions"><a class="primary" href="/post/{post.Id}">{string.Format(CultureInfo.InvariantCulture, text.Open, site)}</a>{(post.CanDownload ? $" <a href=\"/api/posts/{post.Id}/download\" download>{text.Download}</a>" : "")}</p>
            </article>
            </main>
            </body>
            </html>

            """;
    }

    /// <summary>The mark beside the name of an author whose identity is confirmed.</summary>
    private static string Mark(PostView post, SharePageText text) => post.Author.Verified
        ? $" <svg class=\"mark\" role=\"img\" aria-label=\"{text.Verified}\" viewBox=\"0 0 24 24\"><title>{text.Verified}</title><circle cx=\"12\" cy=\"12\" r=\"11\"/><path d=\"m7 12.5 3.4 3.4L17 9\"/></svg>"
        : "";

    /// <summary>Whom a remix starts from.</summary>
    private static string Credit(PostView post, SharePageText text) => post.RemixOf switch
    {
        null => "",
        { Author: { } author } parent => $"<p class=\"meta\"><a href=\"/p/{parent.Id}\">{Encode(string.Format(CultureInfo.InvariantCulture, text.RemixOf, author.Handle))}</a></p>",
        _ => $"<p class=\"meta\">{Encode(text.RemixOfGone)}</p>",
    };

    private static string Embed(PostView post, SharePageText text) => $"""
        <!doctype html>
        <html lang="{text.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="dark">
        <meta name="robots" content="noindex">
        <title>{Encode(TitleOf(post))}</title>
        <style>{SharePageStyle.Css}</style>
        </head>
        <body class="embed">
        {Player(post)}
        </body>
        </html>

        """;

    private static string Gone(SharePageText text) => $"""
        <!doctype html>
        <html lang="{text.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="dark">
        <meta name="robots" content="noindex">
        <title>{text.GoneTitle}</title>
        <style>{SharePageStyle.Css}</style>
        </head>
        <body class="page gone">
        <main><article><h1>{text.GoneTitle}</h1><p class="caption">{text.GoneDetail}</p><p class="actions"><a class="primary" href="/">{text.Home}</a></p></article></main>
        </body>
        </html>

        """;

    private static string Player(PostView post)
    {
        string captions = post.CaptionTracks.Count > 0
            ? string.Concat(post.CaptionTracks.Select(track => $"<track kind=\"captions\" srclang=\"{Encode(track.Language)}\" label=\"{Encode(track.Language)}\" src=\"{Encode(track.Url)}\">"))
            : post.Video.CaptionsUrl is null ? "" : $"<track kind=\"captions\" src=\"{Encode(post.Video.CaptionsUrl)}\" default>";
        return $"<video controls loop playsinline preload=\"metadata\" width=\"{post.Video.Width}\" height=\"{post.Video.Height}\" "
            + $"poster=\"{Encode(post.Video.ThumbnailUrl)}\" aria-label=\"{Encode(post.AltText ?? post.Prompt)}\">"
            + $"<source src=\"{Encode(post.Video.Mp4Url)}\" type=\"video/mp4\">{captions}</video>";
    }

    /// <summary>The title, or the start of the prompt.</summary>
    public static string TitleOf(PostView post)
    {
        string title = post.Title ?? post.Prompt.Split('\n')[0];
        return title.Length <= Post.TitleMaxLength ? title : TextHygiene.Truncate(title, Post.TitleMaxLength - 1).TrimEnd() + "…";
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
