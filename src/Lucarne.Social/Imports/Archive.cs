using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lucarne.Media.Storage;
using Lucarne.Social.Exports;

namespace Lucarne.Social.Imports;

/// <summary>Reads an archive that anyone may have written: nothing in it names a path here, and sizes, counts and nesting are bounded.</summary>
/// <remarks>Entries are found by the exact names of the format and are only ever written where the caller says, so that <c>../</c> in a name leads nowhere.</remarks>
internal sealed partial class Archive : IDisposable
{
    /// <summary>Most entries of an archive.</summary>
    public const int MaxEntries = 200_000;

    /// <summary>Most bytes of one document, unpacked.</summary>
    public const long MaxDocumentBytes = 256L << 20;

    /// <summary>Most rows of one document.</summary>
    public const int MaxRows = 200_000;

    /// <summary>Most bytes of one media file.</summary>
    public const long MaxMediaBytes = 4L << 30;

    /// <summary>Most that a document may shrink when packed: text reaches a hundredth, bombs a thousandth.</summary>
    private const int MaxRatio = 400;

    private const string KeptSection = "kept";

    private static readonly JsonSerializerOptions s_options = new(ExportJson.Options) { DefaultBufferSize = 1 << 16 };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    private Archive(ZipArchive zip) => _zip = zip;

    /// <summary>What the archive says of itself.</summary>
    public ExportManifest Manifest { get; private set; } = null!;

    /// <summary>Opens an archive and reads its manifest.</summary>
    /// <exception cref="ArchiveException">It is no archive, too large, or of another version.</exception>
    public static async Task<Archive> OpenAsync(string path, CancellationToken cancel)
    {
        Archive? archive = null;
        try
        {
            archive = new Archive(await ZipFile.OpenReadAsync(path, cancel));
            archive.Index();
            archive.Manifest = await archive.ReadManifestAsync(cancel);
            return archive;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException or ArchiveException or JsonException)
        {
            archive?.Dispose();
            throw error as ArchiveException ?? new ArchiveException($"{path} can't be read as an export: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    /// <summary>The rows of a section, one at a time, each with the address of the installation where it holds: those of the section's document, then those that the installation kept for others.</summary>
    /// <exception cref="ArchiveException">A document is broken, too large, or has too many rows.</exception>
    public async IAsyncEnumerable<(T Row, string Origin)> RowsAsync<T>(string section, [EnumeratorCancellation] CancellationToken cancel)
        where T : class
    {
        await foreach (T row in DocumentAsync<T>(section, cancel))
        {
            yield return (row, OriginOf(Manifest.Origin));
        }

        await foreach (KeptRecord kept in DocumentAsync<KeptRecord>(KeptSection, cancel))
        {
            if (kept.Section == section)
            {
                yield return (Read<T>(kept), OriginOf(kept.Origin));
            }
        }
    }

    /// <summary>The first row of a section; null where it has none.</summary>
    /// <exception cref="ArchiveException">The document is broken, too large, or has too many rows.</exception>
    public async Task<T?> FirstAsync<T>(string section, CancellationToken cancel)
        where T : class
    {
        await foreach (T row in DocumentAsync<T>(section, cancel))
        {
            return row;
        }

        return null;
    }

    /// <summary>The rows of one document; none where the archive has no such document.</summary>
    private async IAsyncEnumerable<T> DocumentAsync<T>(string section, [EnumeratorCancellation] CancellationToken cancel)
        where T : class
    {
        if (!_entries.TryGetValue($"{section}.json", out ZipArchiveEntry? entry))
        {
            yield break;
        }

        await using Stream document = await OpenDocumentAsync(entry, cancel);
        await using IAsyncEnumerator<T?> rows = JsonSerializer.DeserializeAsyncEnumerable<T>(document, s_options, cancel).GetAsyncEnumerator(cancel);
        int count = 0;
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception error) when (error is JsonException or InvalidDataException)
            {
                throw new ArchiveException($"{entry.FullName} in the archive is broken near row {count + 1}: {error.Message}", error);
            }

            if (++count > MaxRows)
            {
                throw new ArchiveException($"{entry.FullName} in the archive has more than {MaxRows} rows");
            }

            if (rows.Current is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>Writes a media file to a path, and checks its hash.</summary>
    /// <param name="name">As rows name it: <c>media/SHA256.ext</c>.</param>
    /// <param name="path">Where to.</param>
    /// <param name="maxBytes">Most bytes that are written.</param>
    /// <param name="cancel">Stops copying.</param>
    /// <exception cref="ArchiveException">There is no such file, it is too large, or its bytes are not those that its name promises.</exception>
    public async Task CopyMediaAsync(string name, string path, long maxBytes, CancellationToken cancel)
    {
        if (!name.StartsWith("media/", StringComparison.Ordinal) || !MediaReference.TryParse(name["media/".Length..], out MediaReference reference)
            || !_entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            throw new ArchiveException($"the archive does not hold {Shown(name)}");
        }

        if (entry.Length > maxBytes)
        {
            throw new ArchiveException($"{name} is larger than {maxBytes} bytes");
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using Stream packed = await entry.OpenAsync(cancel);
        await using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        byte[] buffer = new byte[1 << 16];
        long written = 0;
        int read;
        try
        {
            while ((read = await packed.ReadAsync(buffer, cancel)) > 0)
            {
                // The length that the archive states is its own word only.
                written += read;
                if (written > maxBytes)
                {
                    throw new ArchiveException($"{name} is larger than it says");
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        catch (InvalidDataException error)
        {
            throw new ArchiveException($"{name} is broken: {error.Message}", error);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != reference.Sha256)
        {
            throw new ArchiveException($"{name} holds other bytes than its name says");
        }
    }

    /// <summary>Text of the archive, safe to print.</summary>
    public static string Shown(string text) => Safety.Text.TextHygiene.Truncate(Safety.Text.TextHygiene.CleanLine(text), 100);

    [GeneratedRegex(@"\A[a-z_]{1,40}\.json\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentName();

    private void Index()
    {
        if (_zip.Entries.Count > MaxEntries)
        {
            throw new ArchiveException($"the archive has more than {MaxEntries} entries");
        }

        foreach (ZipArchiveEntry entry in _zip.Entries)
        {
            bool known = entry.FullName == ExportManifest.FileName || DocumentName().IsMatch(entry.FullName)
                || (entry.FullName.StartsWith("media/", StringComparison.Ordinal) && MediaReference.TryParse(entry.FullName["media/".Length..], out _));
            if (known && !_entries.TryAdd(entry.FullName, entry))
            {
                throw new ArchiveException($"the archive holds {entry.FullName} twice");
            }
        }
    }

    private async Task<ExportManifest> ReadManifestAsync(CancellationToken cancel)
    {
        if (!_entries.TryGetValue(ExportManifest.FileName, out ZipArchiveEntry? entry))
        {
            throw new ArchiveException($"this zip is not an export: it holds no {ExportManifest.FileName}");
        }

        await using Stream document = await OpenDocumentAsync(entry, cancel);
        ExportManifest manifest = await JsonSerializer.DeserializeAsync<ExportManifest>(document, s_options, cancel) ?? throw new ArchiveException($"{ExportManifest.FileName} is empty");
        if (manifest.Format != ExportManifest.FormatName)
        {
            throw new ArchiveException("this zip is not an export of Lucarne");
        }

        return manifest.Version <= ExportManifest.CurrentVersion
            ? manifest
            : throw new ArchiveException($"the archive is of version {manifest.Version}; this program reads up to {ExportManifest.CurrentVersion}. Update it, then try again");
    }

    private static string OriginOf(string stated) => Safety.Text.TextHygiene.Truncate(Safety.Text.TextHygiene.CleanLine(stated), Import.OriginMaxLength);

    private static T Read<T>(KeptRecord kept)
        where T : class
    {
        try
        {
            return kept.Row.Deserialize<T>(s_options) ?? throw new JsonException("it is empty");
        }
        catch (JsonException error)
        {
            throw new ArchiveException($"{KeptSection}.json in the archive holds a row that is none of {kept.Section}: {error.Message}", error);
        }
    }

    private static async Task<Stream> OpenDocumentAsync(ZipArchiveEntry entry, CancellationToken cancel)
        => entry.Length <= MaxDocumentBytes && entry.Length <= Math.Max(1 << 20, entry.CompressedLength * MaxRatio)
            ? new BoundedStream(await entry.OpenAsync(cancel), entry.Length)
            : throw new ArchiveException($"{entry.FullName} in the archive is too large to be a document of an export");
}
