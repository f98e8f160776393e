namespace Lucarne.Tensors.Memory;

/// <summary>The native memory that one owner may hold: every <see cref="NativeBuffer{T}"/> is taken from a budget and given back to it.</summary>
/// <remarks>Thread-safe. An owner states the limit before it starts, so that a model that does not fit is refused instead of being killed by the system.</remarks>
public sealed class MemoryBudget
{
    private long _usedBytes;
    private long _peakBytes;

    /// <summary>Makes a budget.</summary>
    /// <param name="owner">Who holds the memory, in words for an error message.</param>
    /// <param name="limitBytes">Most that may be held at one time; at least 0.</param>
    public MemoryBudget(string owner, long limitBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfNegative(limitBytes);
        Owner = owner;
        LimitBytes = limitBytes;
    }

    /// <summary>Who holds the memory.</summary>
    public string Owner { get; }

    /// <summary>Most bytes that may be held at one time.</summary>
    public long LimitBytes { get; }

    /// <summary>Bytes held at this moment.</summary>
    public long UsedBytes => Interlocked.Read(ref _usedBytes);

    /// <summary>Most bytes that were ever held at one time.</summary>
    public long PeakBytes => Interlocked.Read(ref _peakBytes);

    internal void Take(long bytes)
    {
        long used = Interlocked.Add(ref _usedBytes, bytes);
        if (used > LimitBytes)
        {
            Interlocked.Add(ref _usedBytes, -bytes);
            throw new MemoryBudgetExceededException(Owner, bytes, used - bytes, LimitBytes);
        }

        long peak;
        while (used > (peak = Interlocked.Read(ref _peakBytes)) && Interlocked.CompareExchange(ref _peakBytes, used, peak) != peak)
        {
        }
    }

    internal void Give(long bytes) => Interlocked.Add(ref _usedBytes, -bytes);
}

/// <summary>An owner asked for more native memory than its budget allows.</summary>
public sealed class MemoryBudgetExceededException : Exception
{
    /// <summary>Makes the exception.</summary>
    public MemoryBudgetExceededException(string owner, long wantedBytes, long usedBytes, long limitBytes)
        : base($"{owner} wants {wantedBytes:N0} bytes more while it holds {usedBytes:N0} of {limitBytes:N0}; raise its memory limit or ask for a smaller size.")
    {
        WantedBytes = wantedBytes;
        LimitBytes = limitBytes;
    }

    /// <summary>Bytes that were asked for.</summary>
    public long WantedBytes { get; }

    /// <summary>The owner's limit.</summary>
    public long LimitBytes { get; }
}
