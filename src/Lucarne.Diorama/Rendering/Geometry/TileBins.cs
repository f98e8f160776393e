using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>For each tile, the triangles that may touch it, in order of work; filled by several writers at once.</summary>
/// <remarks>
/// Each partition of the work has its own lists, and a tile reads partitions in their order: what a tile sees does not
/// depend on which thread did what.
/// </remarks>
internal sealed unsafe class TileBins : IDisposable
{
    /// <summary>Parts that the geometry is cut into, whatever the number of threads.</summary>
    public const int Partitions = 24;

    /// <summary>First word of a block is the previous block's place (−1: none), then come the entries.</summary>
    public const int BlockWords = 32;

    private readonly NativeBuffer<int>[] _blocks = new NativeBuffer<int>[Partitions];
    private readonly NativeBuffer<int> _last;
    private readonly NativeBuffer<int> _counts;
    private readonly int[] _used = new int[Partitions];

    public TileBins(int tilesX, int tilesY)
    {
        TilesX = tilesX;
        TilesY = tilesY;
        _last = new NativeBuffer<int>(Partitions * Tiles);
        _counts = new NativeBuffer<int>(Partitions * Tiles);
        for (int p = 0; p < Partitions; p++)
        {
            _blocks[p] = new NativeBuffer<int>(64 * BlockWords);
        }
    }

    public int TilesX { get; }

    public int TilesY { get; }

    public int Tiles => TilesX * TilesY;

    public void Clear(int partition)
    {
        new Span<int>(_last.Pointer + (partition * Tiles), Tiles).Fill(-1);
        new Span<int>(_counts.Pointer + (partition * Tiles), Tiles).Clear();
        _used[partition] = 0;
    }

    public void Add(int partition, int tile, int entry)
    {
        int at = (partition * Tiles) + tile;
        int within = _counts[at]++ % (BlockWords - 1);
        if (within == 0)
        {
            int block = _used[partition];
            _used[partition] = block + BlockWords;
            _blocks[partition].Reserve(block + BlockWords);
            _blocks[partition][block] = _last[at];
            _last[at] = block;
        }

        _blocks[partition][_last[at] + 1 + within] = entry;
    }

    public int Count(int partition, int tile) => _counts[(partition * Tiles) + tile];

    /// <summary>Copies a tile's entries, all partitions in order, and returns how many.</summary>
    [MethodImpl(Kernel)]
    public int Collect(int tile, NativeBuffer<int> entries)
    {
        int total = 0;
        for (int p = 0; p < Partitions; p++)
        {
            int count = _counts[(p * Tiles) + tile];
            if (count == 0)
            {
                continue;
            }

            entries.Reserve(total + count);
            int* blocks = _blocks[p].Pointer;
            int block = _last[(p * Tiles) + tile], end = total + count;
            int inLast = ((count - 1) % (BlockWords - 1)) + 1;
            while (block >= 0)
            {
                end -= inLast;
                new ReadOnlySpan<int>(blocks + block + 1, inLast).CopyTo(new Span<int>(entries.Pointer + end, inLast));
                block = blocks[block];
                inLast = BlockWords - 1;
            }

            total += count;
        }

        return total;
    }

    public void Dispose()
    {
        _last.Dispose();
        _counts.Dispose();
        foreach (NativeBuffer<int> blocks in _blocks)
        {
            blocks.Dispose();
        }
    }
}
