using System.Buffers.Binary;
using Lucarne.Social.Http;

namespace Lucarne.Social.Feed;

/// <summary>Where a scroll through a composed feed stands: all that the next page has to respect, so that any server of a fleet can make it.</summary>
internal sealed class FeedCursor
{
    /// <summary>Most items of a scroll that signed-out people and Top remember; what an account was served is in its impressions besides.</summary>
    public const int MaxServed = 400;

    private const int FingerprintBytes = 6;
    private const int HeadBytes = 8 + 4 + 1;

    private readonly HashSet<ulong> _served = [];
    private readonly List<ulong> _servedInOrder = [];

    /// <summary>Starts a scroll.</summary>
    /// <param name="startedAt">The snapshot: posts that are newer stay out of the scroll where order depends on it.</param>
    public FeedCursor(DateTimeOffset startedAt) => StartedAt = startedAt;

    /// <summary>When the scroll began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Place of the next item, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Authors and families of the last items.</summary>
    public FeedWindow Window { get; } = new();

    /// <summary>Items that the cursor remembers.</summary>
    public int ServedCount => _served.Count;

    /// <summary>Reads a cursor; false for one that was not written for this list.</summary>
    public static bool TryRead(CursorCodec codec, string list, string text, out FeedCursor cursor)
    {
        cursor = new FeedCursor(default);
        if (!codec.TryReadBytes(list, text, HeadBytes + (FeedWindow.Length * 16) + (MaxServed * FingerprintBytes), out byte[] bytes) || bytes.Length < HeadBytes)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = bytes;
        cursor = new FeedCursor(DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(rest)))
        {
            Position = BinaryPrimitives.ReadInt32BigEndian(rest[8..]),
        };
        int inWindow = rest[12];
        rest = rest[HeadBytes..];
        for (int i = 0; i < inWindow; i++)
        {
            cursor.Window.Add(BinaryPrimitives.ReadUInt64BigEndian(rest), BinaryPrimitives.ReadUInt64BigEndian(rest[8..]));
            rest = rest[16..];
        }

        for (; rest.Length >= FingerprintBytes; rest = rest[FingerprintBytes..])
        {
            cursor.Remember(((ulong)BinaryPrimitives.ReadUInt16BigEndian(rest) << 32) | BinaryPrimitives.ReadUInt32BigEndian(rest[2..]));
        }

        return true;
    }

    /// <summary>True for a post that this scroll has shown.</summary>
    public bool HasServed(Guid postId) => _served.Contains(Fingerprint(postId));

    /// <summary>Goes on by one item.</summary>
    public void Add(Guid postId, Guid authorId, Guid rootId)
    {
        Position++;
        Window.Add(FeedWindow.KeyOf(authorId), FeedWindow.KeyOf(rootId));
        Remember(Fingerprint(postId));
    }

    /// <summary>The same place, to try what a page would take.</summary>
    public FeedCursor Clone()
    {
        FeedCursor copy = new(StartedAt) { Position = Position };
        foreach ((ulong author, ulong root) in Window.Items)
        {
            copy.Window.Add(author, root);
        }

        foreach (ulong print in _servedInOrder)
        {
            copy.Remember(print);
        }

        return copy;
    }

    /// <summary>Writes the cursor, with the last <see cref="MaxServed"/> items.</summary>
    public string Write(CursorCodec codec, string list)
    {
        ReadOnlySpan<ulong> served = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_servedInOrder);
        served = served[Math.Max(0, served.Length - MaxServed)..];
        byte[] bytes = new byte[HeadBytes + (Window.Count * 16) + (served.Length * FingerprintBytes)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, StartedAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), Position);
        bytes[12] = (byte)Window.Count;
        Span<byte> rest = bytes.AsSpan(HeadBytes);
        foreach ((ulong author, ulong root) in Window.Items)
        {
            BinaryPrimitives.WriteUInt64BigEndian(rest, author);
            BinaryPrimitives.WriteUInt64BigEndian(rest[8..], root);
            rest = rest[16..];
        }

        foreach (ulong print in served)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)(print >> 32));
            BinaryPrimitives.WriteUInt32BigEndian(rest[2..], (uint)print);
            rest = rest[FingerprintBytes..];
        }

        return codec.WriteBytes(list, bytes);
    }

    /// <summary>The last 48 bits, which are random in a UUIDv7: two of a scroll's 400 posts share them once in three billion scrolls.</summary>
    private static ulong Fingerprint(Guid id) => FeedWindow.KeyOf(id) & 0xFFFF_FFFF_FFFF;

    private void Remember(ulong print)
    {
        if (_served.Add(print))
        {
            _servedInOrder.Add(print);
        }
    }
}

/// <summary>Authors and families of the last 19 items: with the next one they are the 20 in which neither may come more than twice.</summary>
internal sealed class FeedWindow
{
    /// <summary>Items that are looked back on.</summary>
    public const int Length = 19;

    /// <summary>Most items of one author, and of one family, in any <see cref="Length"/> + 1.</summary>
    public const int MostOfOne = 2;

    private readonly Queue<(ulong Author, ulong Root)> _items = new(Length + 1);

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<(ulong Author, ulong Root)> Items => _items;

    /// <summary>At most <see cref="Length"/>.</summary>
    public int Count => _items.Count;

    /// <summary>Half of an id: its random bits.</summary>
    public static ulong KeyOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }

    /// <summary>Adds an item and forgets the oldest where there are too many.</summary>
    public void Add(ulong author, ulong root)
    {
        _items.Enqueue((author, root));
        if (_items.Count > Length)
        {
            _items.Dequeue();
        }
    }

    /// <summary>True where one more of this author and family keeps the promise.</summary>
    public bool Allows(Guid authorId, Guid rootId)
    {
        (ulong author, ulong root) = (KeyOf(authorId), KeyOf(rootId));
        int ofAuthor = 0;
        int ofRoot = 0;
        foreach ((ulong a, ulong r) in _items)
        {
            ofAuthor += a == author ? 1 : 0;
            ofRoot += r == root ? 1 : 0;
        }

        return ofAuthor < MostOfOne && ofRoot < MostOfOne;
    }
}
