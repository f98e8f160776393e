using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Admin;

/// <summary>Size of all media. It takes a look at every file's row, so that it is counted at most every five minutes.</summary>
internal sealed class StorageMeter(IDbContextFactory<LucarneContext> contexts, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _one = new(1);
    private long _bytes;
    private DateTimeOffset _countedAt = DateTimeOffset.MinValue;

    /// <summary>Bytes.</summary>
    public async Task<long> ReadAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (time.GetUtcNow() - _countedAt > KeptFor)
            {
                await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
                _bytes = await db.Artefacts.SumAsync(a => a.SizeBytes, cancel);
                _countedAt = time.GetUtcNow();
            }

            return _bytes;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
