using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lucarne.Social.Http;

/// <summary>Writes and reads list cursors: an id and its signature, so that no one can forge one or carry it to another list.</summary>
/// <param name="key">The installation's secret, 32 bytes.</param>
public sealed class CursorCodec(byte[] key)
{
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

    private void Sign(string list, ReadOnlySpan<byte> id, Span<byte> signature)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes($"cursor:{list}:"), .. id];
        HMACSHA256.HashData(key, message).AsSpan(0, SignatureBytes).CopyTo(signature);
    }
}
