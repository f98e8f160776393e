using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Lucarne.Media.Storage;

/// <summary>Name of a stored file: the hash of its bytes and an extension that tells its type.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Extension">With its dot, one of <see cref="MediaTypes"/>.</param>
public readonly partial record struct MediaReference(string Sha256, string Extension)
{
    /// <summary>Most characters of <see cref="ToString"/>.</summary>
    public const int MaxLength = 69;

    /// <summary>Reads <c>HASH.ext</c> from a URL; false for anything that is not exactly that, so that no path can be smuggled in.</summary>
    public static bool TryParse([NotNullWhen(true)] string? fileName, out MediaReference reference)
    {
        reference = default;
        if (fileName is null || !FileName().IsMatch(fileName))
        {
            return false;
        }

        reference = new MediaReference(fileName[..64], fileName[64..]);
        return MediaTypes.Of(reference.Extension) is not null;
    }

    /// <summary><c>HASH.ext</c>.</summary>
    public override string ToString() => Sha256 + Extension;

    [GeneratedRegex(@"\A[0-9a-f]{64}\.[a-z0-9]{3,4}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}

/// <summary>MIME types of the files that the product stores.</summary>
public static class MediaTypes
{
    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.Ordinal)
    {
        [".mp4"] = "video/mp4",
        [".m4s"] = "video/iso.segment",
        [".m4a"] = "audio/mp4",
        [".m3u8"] = "application/vnd.apple.mpegurl",
        [".webp"] = "image/webp",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".vtt"] = "text/vtt; charset=utf-8",
    };

    /// <summary>MIME type of an extension with its dot; null for an unknown one.</summary>
    public static string? Of(string extension) => ByExtension.GetValueOrDefault(extension);
}
