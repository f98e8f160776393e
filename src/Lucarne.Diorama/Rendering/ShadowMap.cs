using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering;

/// <summary>Depth towards the sun, and for each block of it the nearest and farthest around: where no edge is near, a look at the block tells light from shade.</summary>
internal sealed unsafe class ShadowMap : IDisposable
{
    /// <summary>Texels along a block's side, and the widest filter's radius.</summary>
    public const int Block = 8;

    private const float Nothing = -1e9f;

    /// <summary>Tiles that hold nothing and say so.</summary>
    private readonly bool[] _empty;

    private readonly NativeBuffer<float> _nearest;
    private readonly NativeBuffer<float> _farthest;

    public ShadowMap(int size)
    {
        Size = size;
        SizeLog2 = int.Log2(size);
        Tiles = size / SunRaster.TileSize;
        Blocks = size / Block;
        _empty = new bool[Tiles * Tiles];
        Depth = new NativeBuffer<float>(size * size);
        _nearest = new NativeBuffer<float>(Blocks * Blocks);
        _farthest = new NativeBuffer<float>(Blocks * Blocks);
        Nearest = new NativeBuffer<float>(Blocks * Blocks);
        Farthest = new NativeBuffer<float>(Blocks * Blocks);
    }

    /// <summary>Texels along a side.</summary>
    public int Size { get; }

    /// <summary>Its logarithm; the size is a power of two.</summary>
    public int SizeLog2 { get; }

    /// <summary>Tiles along a side.</summary>
    public int Tiles { get; }

    /// <summary>Blocks along a side.</summary>
    public int Blocks { get; }

    /// <summary>Metres towards the sun of the surface nearest to it. [Size, Size].</summary>
    public NativeBuffer<float> Depth { get; }

    /// <summary>Greatest depth in a block and those around it. [Blocks, Blocks].</summary>
    public NativeBuffer<float> Nearest { get; }

    /// <summary>Least depth in a block and those around it. [Blocks, Blocks].</summary>
    public NativeBuffer<float> Farthest { get; }

    /// <summary>Draws one tile.</summary>
    [MethodImpl(Kernel)]
    public void DrawTile(RasterLayer layer, NativeBuffer<int> entries, int tile)
    {
        int tileX = tile % Tiles * SunRaster.TileSize, tileY = tile / Tiles * SunRaster.TileSize;
        int count = layer.Bins.Collect(tile, entries);
        if (count == 0 && _empty[tile])
        {
            return;
        }

        _empty[tile] = count == 0;
        for (int y = 0; y < SunRaster.TileSize; y++)
        {
            new Span<float>(Depth.Pointer + ((tileY + y) * Size) + tileX, SunRaster.TileSize).Fill(Nothing);
        }

        for (int i = 0; i < count; i++)
        {
            SunRaster.Draw(layer[entries[i]], tileX, tileY, Depth.Pointer, Size);
        }

        for (int by = 0; by < SunRaster.TileSize / Block; by++)
        {
            for (int bx = 0; bx < SunRaster.TileSize / Block; bx++)
            {
                VF high = F(Nothing), low = F(-Nothing);
                for (int y = 0; y < Block; y++)
                {
                    float* row = Depth.Pointer + ((tileY + (by * Block) + y) * Size) + tileX + (bx * Block);
                    for (int x = 0; x < Block; x += Math.Min(VF.Count, Block))
                    {
                        VF d = Vector.Load(row + x);
                        high = Max(high, d);
                        low = Min(low, d);
                    }
                }

                int at = (((tileY / Block) + by) * Blocks) + (tileX / Block) + bx;
                (_nearest[at], _farthest[at]) = (Nothing, -Nothing);
                for (int lane = 0; lane < Math.Min(VF.Count, Block); lane++)
                {
                    _nearest[at] = Max(_nearest[at], high[lane]);
                    _farthest[at] = Min(_farthest[at], low[lane]);
                }
            }
        }
    }

    /// <summary>Spreads one row of blocks over their neighbours.</summary>
    [MethodImpl(Kernel)]
    public void SpreadRow(int row)
    {
        for (int x = 0; x < Blocks; x++)
        {
            float nearest = Nothing, farthest = -Nothing;
            for (int y = Math.Max(0, row - 1); y <= Math.Min(Blocks - 1, row + 1); y++)
            {
                for (int nx = Math.Max(0, x - 1); nx <= Math.Min(Blocks - 1, x + 1); nx++)
                {
                    nearest = Max(nearest, _nearest[(y * Blocks) + nx]);
                    farthest = Min(farthest, _farthest[(y * Blocks) + nx]);
                }
            }

            Nearest[(row * Blocks) + x] = nearest;
            Farthest[(row * Blocks) + x] = farthest;
        }
    }

    public void Dispose()
    {
        Depth.Dispose();
        _nearest.Dispose();
        _farthest.Dispose();
        Nearest.Dispose();
        Farthest.Dispose();
    }
}
