using System.Buffers;
using System.Buffers.Binary;

namespace Lucarne.Media.Encoding;

/// <summary>Reads the top-level boxes of an ISO base media file (ISO/IEC 14496-12, 4.2) from a stream as they arrive.</summary>
internal sealed class BoxReader(Stream stream)
{
    private const int HeaderBytes = 8;
    private const int MaxBoxBytes = 256 << 20;

    /// <summary>Appends the next box, header included, to <paramref name="buffer"/>.</summary>
    /// <returns>Its four-character type; null at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The stream ends within a box, or a box is larger than 256 MiB.</exception>
    public async ValueTask<string?> ReadAsync(ArrayBufferWriter<byte> buffer, CancellationToken cancel)
    {
        Memory<byte> header = buffer.GetMemory(HeaderBytes)[..HeaderBytes];
        int read = await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancel);
        if (read == 0)
        {
            return null;
        }

        if (read < HeaderBytes)
        {
            throw new InvalidDataException("BoxReader: the stream ends within a box header");
        }

        uint size = BinaryPrimitives.ReadUInt32BigEndian(header.Span);
        string type = System.Text.Encoding.ASCII.GetString(header.Span[4..]);
        if (size is < HeaderBytes or > MaxBoxBytes)
        {
            throw new InvalidDataException($"BoxReader: box '{type}' has {size} bytes; 8 to {MaxBoxBytes} are expected");
        }

        buffer.Advance(HeaderBytes);
        for (int left = (int)size - HeaderBytes; left > 0;)
        {
            Memory<byte> chunk = buffer.GetMemory(Math.Min(left, 1 << 16));
            int got = await stream.ReadAsync(chunk[..Math.Min(left, chunk.Length)], cancel);
            if (got == 0)
            {
                throw new InvalidDataException($"BoxReader: the stream ends within box '{type}'");
            }

            buffer.Advance(got);
            left -= got;
        }

        return type;
    }
}
