using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lucarne.Social.Data;
using Lucarne.Social.Exports;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Imports;

/// <summary>What becomes of one row.</summary>
[Flags]
internal enum Fate
{
    /// <summary>It can't be carried: it lies, or is more than an account may have.</summary>
    Skipped = 0,

    /// <summary>It is new here.</summary>
    Added = 1,

    /// <summary>It was here before.</summary>
    Present = 2,

    /// <summary>It has no place here, or not all of it has: it is kept for the next export.</summary>
    Kept = 4,
}

/// <summary>Reads one section of an archive after the other, and keeps the rows that have no place here.</summary>
internal sealed class CarryRows(LucarneContext db, TimeProvider time)
{
    /// <summary>Most bytes of a kept row.</summary>
    public const int MaxRowBytes = 256 << 10;

    /// <summary>Most kept rows of an account.</summary>
    public const int MaxRows = 200_000;

    /// <summary>Most characters of all kept rows of an account.</summary>
    public const long MaxCharacters = 64L << 20;

    private const int RowsAtOnce = 500;

    private readonly List<KeptRow> _waiting = [];
    private int _rows = -1;
    private long _characters;

    /// <summary>Reads a section.</summary>
    /// <typeparam name="T">Its rows.</typeparam>
    /// <param name="archive">The archive.</param>
    /// <param name="accountId">Whose.</param>
    /// <param name="section">Its name.</param>
    /// <param name="tally">Counts what becomes of the rows.</param>
    /// <param name="placeAsync">Puts a row where it belongs, in a transaction of its own: a crash leaves it whole or not at all.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task RunAsync<T>(Archive archive, Guid accountId, string section, ImportTally tally, Func<T, Task<Fate>> placeAsync, CancellationToken cancel)
        where T : class
    {
        HashSet<string> kept = (await db.KeptRows.Where(r => r.AccountId == accountId && r.Section == section).Select(r => r.Hash).ToListAsync(cancel)).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        await foreach ((T row, string origin) in archive.RowsAsync<T>(section, cancel))
        {
            Fate fate = await placeAsync(row);
            db.ChangeTracker.Clear();
            if (fate.HasFlag(Fate.Kept))
            {
                fate = await TryKeepAsync(accountId, section, row, origin, kept, cancel) ? fate : fate & ~Fate.Kept;
            }
            else if (fate != Fate.Skipped && kept.Count > 0)
            {
                await ForgetAsync(accountId, section, row, kept, cancel);
            }

            tally.Count(section, fate);
        }

        await FlushAsync(cancel);
    }

    private async Task<bool> TryKeepAsync<T>(Guid accountId, string section, T row, string origin, HashSet<string> kept, CancellationToken cancel)
    {
        if (_rows < 0)
        {
            _rows = await db.KeptRows.CountAsync(r => r.AccountId == accountId, cancel);
            _characters = await db.KeptRows.Where(r => r.AccountId == accountId).SumAsync(r => (long)r.Json.Length, cancel);
        }

        (string json, byte[] hash) = Write(row);
        if (kept.Contains(Convert.ToHexString(hash)))
        {
            return true;
        }

        if (json.Length > MaxRowBytes || _rows >= MaxRows || _characters + json.Length > MaxCharacters)
        {
            return false;
        }

        (_rows, _characters) = (_rows + 1, _characters + json.Length);
        kept.Add(Convert.ToHexString(hash));
        _waiting.Add(new KeptRow { Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = accountId, Section = section, Origin = origin, Json = json, Hash = hash });
        if (_waiting.Count >= RowsAtOnce)
        {
            await FlushAsync(cancel);
        }

        return true;
    }

    /// <summary>A row that has found its place is kept no longer.</summary>
    private async Task ForgetAsync<T>(Guid accountId, string section, T row, HashSet<string> kept, CancellationToken cancel)
    {
        byte[] hash = Write(row).Hash;
        if (kept.Remove(Convert.ToHexString(hash)))
        {
            await FlushAsync(cancel);
            await db.KeptRows.Where(r => r.AccountId == accountId && r.Section == section && r.Hash == hash).ExecuteDeleteAsync(cancel);
        }
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        db.KeptRows.AddRange(_waiting);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        _waiting.Clear();
    }

    private static (string Json, byte[] Hash) Write<T>(T row)
    {
        string json = JsonSerializer.Serialize(row, ExportJson.Line);
        return (json, SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }
}
