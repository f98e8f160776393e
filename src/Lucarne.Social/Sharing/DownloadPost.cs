using System.Text;
using System.Text.Json.Serialization;
using Lucarne.Media.Storage;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;

namespace Lucarne.Social.Sharing;

/// <summary>What of a post is downloaded.</summary>
public enum DownloadKind
{
    /// <summary>The film as it is.</summary>
    [JsonStringEnumMemberName("film")]
    Film,

    /// <summary>The small rendition, at most a megabyte.</summary>
    [JsonStringEnumMemberName("small")]
    Small,

    /// <summary>The film, and after it two seconds that say who made it and where it is. Made when it is first asked for.</summary>
    [JsonStringEnumMemberName("end_card")]
    EndCard,

    /// <summary>Its start as a GIF, without sound. Made when it is first asked for.</summary>
    [JsonStringEnumMemberName("animated")]
    Animated,
}

/// <summary>What to prepare.</summary>
/// <param name="Kind">Which file.</param>
public sealed record PrepareDownloadRequest(DownloadKind Kind);

/// <summary>A file that is ready.</summary>
/// <param name="Url">Where to fetch it.</param>
/// <param name="FileName">Name that a person recognises: <c>fox-at-dusk-by-ada.mp4</c>.</param>
/// <param name="SizeBytes">Length.</param>
public sealed record PreparedDownload(string Url, string FileName, long SizeBytes);

/// <summary>A file to keep.</summary>
/// <param name="Path">The file.</param>
/// <param name="FileName">Name that a person recognises.</param>
/// <param name="ContentType">MIME type.</param>
internal sealed record Download(string Path, string FileName, string ContentType);

/// <summary>Finds the files of a post for whoever may download it.</summary>
internal sealed class DownloadPost(ReadPost read, PostRenditions renditions, MediaStore store)
{
    private const int WordsMaxLength = 60;

    private static readonly Dictionary<string, DownloadKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["film"] = DownloadKind.Film,
        ["small"] = DownloadKind.Small,
        ["end_card"] = DownloadKind.EndCard,
        ["animated"] = DownloadKind.Animated,
    };

    /// <summary>The file; made now where it is not there yet.</summary>
    /// <param name="viewerId">Who asks; null when signed out.</param>
    /// <param name="postId">The post.</param>
    /// <param name="kind">Name of a <see cref="DownloadKind"/>; null for the film.</param>
    /// <param name="origin">This installation's origin.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Outcome<Download>> FindAsync(Guid? viewerId, Guid postId, string? kind, string origin, CancellationToken cancel)
        => s_kinds.TryGetValue(kind ?? "film", out DownloadKind known) ? await FindAsync(viewerId, postId, known, origin, cancel) : SharingErrors.DownloadKindUnknown.For("kind");

    /// <summary>Makes the file where it is not there yet, and tells where it is.</summary>
    public async Task<Outcome<PreparedDownload>> PrepareAsync(Guid? viewerId, Guid postId, DownloadKind kind, string origin, CancellationToken cancel)
        => (await FindAsync(viewerId, postId, kind, origin, cancel)).TryGet(out Download? file, out Problem? problem)
            ? new PreparedDownload($"/api/posts/{postId}/download?kind={s_kinds.Single(k => k.Value == kind).Key}", file.FileName, new FileInfo(file.Path).Length)
            : problem;

    /// <summary>Letters and digits of a text, its words joined by hyphens: safe in a file name on any system.</summary>
    internal static string Words(string text)
    {
        StringBuilder words = new();
        foreach (Rune rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (words.Length >= WordsMaxLength)
            {
                break;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                words.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }

        string name = words.ToString().Trim('-');
        return name.Length == 0 ? "film" : name;
    }

    private async Task<Outcome<Download>> FindAsync(Guid? viewerId, Guid postId, DownloadKind kind, string origin, CancellationToken cancel)
    {
        if (!(await read.RunAsync(postId, viewerId, cancel)).TryGet(out PostView? post, out Problem? problem))
        {
            return problem;
        }

        if (!post.CanDownload)
        {
            return SharingErrors.DownloadNotAllowed;
        }

        string name = $"{Words(post.Title ?? post.Prompt)}-by-{post.Author.Handle}";
        Outcome<string> file = kind switch
        {
            DownloadKind.EndCard => await renditions.EndCardAsync(post, origin, cancel),
            DownloadKind.Animated => await renditions.AnimatedAsync(post, cancel),
            DownloadKind.Small => Stored(post.Video.PreviewUrl),
            _ => Stored(post.Video.Mp4Url),
        };
        return !file.TryGet(out string? path, out problem) ? problem : kind switch
        {
            DownloadKind.EndCard => new Download(path, $"{name}-end-card.mp4", "video/mp4"),
            DownloadKind.Animated => new Download(path, $"{name}.gif", "image/gif"),
            DownloadKind.Small => new Download(path, $"{name}-small.mp4", "video/mp4"),
            _ => new Download(path, $"{name}.mp4", "video/mp4"),
        };
    }

    private Outcome<string> Stored(string url)
        => MediaReference.TryParse(url[(url.LastIndexOf('/') + 1)..], out MediaReference reference) && store.Find(reference) is { } path ? path : PostsErrors.PostNotFound;
}
