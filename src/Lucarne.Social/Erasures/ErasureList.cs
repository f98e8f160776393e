using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Erasures;

/// <summary>One account that was erased: a line of <c>erasures.jsonl</c>.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="BegunAt">When erasing began.</param>
/// <param name="Media">Names of its files in the media store, <c>HASH.ext</c>.</param>
internal sealed record ErasureListEntry(Guid AccountId, DateTimeOffset BegunAt, IReadOnlyList<string> Media);

/// <summary>The backups' erasure list: what must be erased again when a backup from before is restored. It lies beside the database, not in it.</summary>
/// <remarks>Whole lines are never changed, and each is on the disk before anything of the account goes.</remarks>
internal sealed class ErasureList(IOptions<SocialOptions> options)
{
    private readonly string _path = Path.Combine(Path.GetFullPath(options.Value.DataFolder), "erasures.jsonl");

    /// <summary>Adds a line.</summary>
    public async Task AddAsync(ErasureListEntry entry, CancellationToken cancel)
    {
        byte[] line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, JsonSerializerOptions.Web) + "\n");
        await using FileStream file = new(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        CutOff(file);
        await file.WriteAsync(line, cancel);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads the lines. A last line that a crash cut off is left out: nothing of its account had gone yet.</summary>
    /// <exception cref="InvalidDataException">A line before the last can't be read.</exception>
    public async IAsyncEnumerable<ErasureListEntry> ReadAsync()
    {
        if (!File.Exists(_path))
        {
            yield break;
        }

        string? previous = null;
        int number = 0;
        await foreach (string line in File.ReadLinesAsync(_path))
        {
            if (previous is not null)
            {
                yield return Parse(previous) ?? throw new InvalidDataException($"{_path}, line {number}: not an erasure; restore the file from its newest copy");
            }

            (previous, number) = (line, number + 1);
        }

        if (previous is not null && Parse(previous) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Goes to the end of the last whole line, and drops what a crash left of the one after it.</summary>
    private static void CutOff(FileStream file)
    {
        long end = file.Length;
        for (; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }
        }

        file.SetLength(end);
        file.Position = end;
    }

    private static ErasureListEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ErasureListEntry>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
