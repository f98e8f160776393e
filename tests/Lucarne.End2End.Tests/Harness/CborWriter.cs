using System.Buffers.Binary;
using System.Text;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>Writes the few CBOR items (RFC 8949) that WebAuthn is made of.</summary>
internal sealed class CborWriter
{
    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public CborWriter Map(int pairs) => Head(5, (ulong)pairs);

    public CborWriter Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return Head(3, (ulong)utf8.Length).Append(utf8);
    }

    public CborWriter Bytes(byte[] bytes) => Head(2, (ulong)bytes.Length).Append(bytes);

    public CborWriter Number(long value) => value >= 0 ? Head(0, (ulong)value) : Head(1, (ulong)(-1 - value));

    private CborWriter Head(int major, ulong value)
    {
        Span<byte> head = stackalloc byte[5];
        switch (value)
        {
            case < 24:
                head[0] = (byte)((major << 5) | (int)value);
                return Append(head[..1]);
            case <= byte.MaxValue:
                (head[0], head[1]) = ((byte)((major << 5) | 24), (byte)value);
                return Append(head[..2]);
            case <= ushort.MaxValue:
                head[0] = (byte)((major << 5) | 25);
                BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)value);
                return Append(head[..3]);
            default:
                head[0] = (byte)((major << 5) | 26);
                BinaryPrimitives.WriteUInt32BigEndian(head[1..], checked((uint)value));
                return Append(head);
        }
    }

    private CborWriter Append(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }
}
