using Lucarne.Media.Cards;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Generations;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Sharing;

/// <summary>The files of a post that are made when someone first asks for them.</summary>
internal sealed class PostRenditions(Renditions renditions, IOptions<SocialOptions> options)
{
    private const string Unfurl = "unfurl";
    private const string EndCardKind = "end-card";
    private const int RetrySeconds = 10;

    /// <summary>Address of a post's picture in link previews, below the installation's; it changes with the words on it.</summary>
    public static string CardUrl(PostView post, string siteName) => $"{post.ShareUrl}/card.jpg?v={CardName(post, siteName)[(Unfurl.Length + 1)..^4]}";

    /// <summary>A post's picture in link previews, JPEG.</summary>
    public Task<Outcome<string>> CardAsync(PostView post, CancellationToken cancel)
    {
        string site = options.Value.Name;
        return MakeAsync(
            post, CardName(post, site),
            (source, stop) => UnfurlCard.DrawAsync(source.Ffmpeg, source.ThumbnailPath, source.Format, SharePage.TitleOf(post), Byline(post), site, source.Folder, stop),
            cancel);
    }

    /// <summary>The film with two seconds after it that say who made it and where it is, mp4.</summary>
    /// <param name="post">The post.</param>
    /// <param name="origin">This installation's origin.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<string>> EndCardAsync(PostView post, string origin, CancellationToken cancel)
    {
        string address = $"{origin}{post.ShareUrl}";
        string site = options.Value.Name;
        return MakeAsync(
            post, Renditions.NameOf(EndCardKind, ".mp4", Byline(post), site, address),
            (source, stop) => EndCard.AppendAsync(
                source.Ffmpeg, source.Format, source.VideoPath, source.ThumbnailPath, QrCode.Png(address), $"@{post.Author.Handle}", site, (new Uri(origin).Authority, post.ShareUrl), source.Folder, stop),
            cancel);
    }

    /// <summary>The start of the film as a GIF.</summary>
    public Task<Outcome<string>> AnimatedAsync(PostView post, CancellationToken cancel)
        => MakeAsync(post, "animated.gif", (source, stop) => AnimatedPreview.MakeAsync(source.Ffmpeg, source.Format, source.VideoPath, source.Folder, stop), cancel);

    private static string CardName(PostView post, string site) => Renditions.NameOf(Unfurl, ".jpg", SharePage.TitleOf(post), Byline(post), site);

    private static string Byline(PostView post)
        => string.Equals(post.Author.DisplayName, post.Author.Handle, StringComparison.Ordinal) ? $"@{post.Author.Handle}" : $"{post.Author.DisplayName} · @{post.Author.Handle}";

    private async Task<Outcome<string>> MakeAsync(PostView post, string name, Func<RenditionSource, CancellationToken, Task<string>> make, CancellationToken cancel)
    {
        RenditionOutcome made = await renditions.FindOrMakeAsync(post.Video.Id, name, make, cancel);
        return made switch
        {
            { Path: { } path } => path,
            { Fault: RenditionFault.NoFilm } => PostsErrors.PostNotFound,
            { Fault: RenditionFault.Busy } => SharingErrors.RenditionsBusy with { RetryAfterSeconds = RetrySeconds },
            _ => SharingErrors.RenditionFailed,
        };
    }
}
