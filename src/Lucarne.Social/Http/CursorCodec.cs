using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lucarne.Social.Http;

/// <summary>Writes and reads list cursors: an id and its signature, so that no one can forge one or carry it to another list.</summary>
/// <param name="key">The installation's secret, 32 bytes.</param>
public sealed class CursorCodec(byte[] key)
{
    private const int TimeBytes = 8;
    private const int IdBytes = 16;
    private const int SignatureBytes = 16;

    /// <summary>Writes 43 characters of base64url.</summary>
    /// <param name="list">The list that the cursor belongs to.</param>
    /// <param name="id">Id of the last item that was served.</param>
    public string Write(string list, Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SignatureBytes];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        Sign(list, bytes[..IdBytes], bytes[IdBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor; false for one that this installation did not write for <paramref name="list"/>.</summary>
    public bool TryRead(string list, string cursor, out Guid id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[IdBytes + SignatureBytes];
        if (cursor.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.IsValid(cursor)
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out int written)
            || written != bytes.Length)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SignatureBytes];
        Sign(list, bytes[..IdBytes], expected);
        id = new Guid(bytes[..IdBytes], bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[IdBytes..]);
    }

    /// <summary>Writes the cursor of a list that is ordered by time and then by id: 54 characters of base64url.</summary>
    /// <param name="list">The list that the cursor belongs to.</param>
    /// <param name="time">Time of the last item that was served, to the millisecond.</param>
    /// <param name="id">Its id.</param>
    public string WriteTimed(string list, DateTimeOffset time, Guid id)
    {
        Span<byte> bytes = stackalloc byte[TimeBytes + IdBytes + SignatureBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.ToUnixTimeMilliseconds());
        id.TryWriteBytes(bytes[TimeBytes..], bigEndian: true, out _);
        Sign(list, bytes[..^SignatureBytes], bytes[^SignatureBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor of <see cref="WriteTimed"/>; false for one that this installation did not write for <paramref name="list"/>.</summary>
    public bool TryReadTimed(string list, string cursor, out DateTimeOffset time, out Guid id)
    {
        (time, id) = (default, default);
        Span<byte> bytes = stackalloc byte[TimeBytes + IdBytes + SignatureBytes];
        if (cursor.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.IsValid(cursor)
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out int written)
            || written != bytes.Length)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SignatureBytes];
        Sign(list, bytes[..^SignatureBytes], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[^SignatureBytes..]))
        {
            return false;
        }

        time = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes));
        id = new Guid(bytes.Slice(TimeBytes, IdBytes), bigEndian: true);
        return true;
    }

    /// <summary>Writes a cursor that carries more than an id: base64url of the payload and its signature.</summary>
    /// <param name="list">The list that the cursor belongs to.</param>
    /// <param name="payload">What to carry.</param>
    public string WriteBytes(string list, ReadOnlySpan<byte> payload)
    {
        byte[] bytes = new byte[payload.Length + SignatureBytes];
        payload.CopyTo(bytes);
        Sign(list, payload, bytes.AsSpan(payload.Length));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="WriteBytes"/> wrote; false for anything else.</summary>
    /// <param name="list">The list that the cursor must belong to.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="maxBytes">Most bytes of a payload; longer ones are not even decoded.</param>
    /// <param name="payload">What it carries.</param>
    public bool TryReadBytes(string list, string cursor, int maxBytes, out byte[] payload)
    {
        payload = [];
        if (cursor.Length > Base64Url.GetEncodedLength(maxBytes + SignatureBytes) || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        byte[] bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < SignatureBytes)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SignatureBytes];
        Sign(list, bytes.AsSpan(0, bytes.Length - SignatureBytes), expected);
        payload = bytes[..^SignatureBytes];
        return CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(bytes.Length - SignatureBytes));
    }

    private void Sign(string list, ReadOnlySpan<byte> position, Span<byte> signature)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes($"cursor:{list}:"), .. position];
        HMACSHA256.HashData(key, message).AsSpan(0, SignatureBytes).CopyTo(signature);
    }
}
