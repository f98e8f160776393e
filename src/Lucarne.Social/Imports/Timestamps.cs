namespace Lucarne.Social.Imports;

/// <summary>Times that an archive states, which may be anything.</summary>
internal static class Timestamps
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>True for a UUIDv7 of about the time that its row states, not in the future: lists are ordered by id, and no archive may put a row where it does not belong.</summary>
    public static bool Plausible(Guid id, DateTimeOffset stated, DateTimeOffset now)
        => id.Version == 7 && stated <= now + Tolerance && Math.Abs(TimeOf(id) - stated.ToUnixTimeMilliseconds()) <= Tolerance.TotalMilliseconds;

    /// <summary>True for a UUIDv7 made between two times, give or take five minutes.</summary>
    public static bool MadeBetween(Guid id, DateTimeOffset first, DateTimeOffset last)
        => id.Version == 7 && TimeOf(id) >= (first - Tolerance).ToUnixTimeMilliseconds() && TimeOf(id) <= (last + Tolerance).ToUnixTimeMilliseconds();

    /// <summary>The stated time, brought within two others.</summary>
    public static DateTimeOffset Between(DateTimeOffset stated, DateTimeOffset first, DateTimeOffset last) => stated < first ? first : stated > last ? last : stated;

    /// <summary>The stated time, not before 1970 and not in the future.</summary>
    public static DateTimeOffset Past(DateTimeOffset stated, DateTimeOffset now) => Between(stated, DateTimeOffset.UnixEpoch, now);

    /// <summary>Unix milliseconds of a UUIDv7.</summary>
    private static long TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return ((long)bytes[0] << 40) | ((long)bytes[1] << 32) | ((long)bytes[2] << 24) | ((long)bytes[3] << 16) | ((long)bytes[4] << 8) | bytes[5];
    }
}
