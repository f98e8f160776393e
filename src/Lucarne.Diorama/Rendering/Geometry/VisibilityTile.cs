using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>Rasterises a tile and reduces its samples to fragments: one a pixel, and more where surfaces meet within it.</summary>
internal sealed unsafe class VisibilityTile : IDisposable
{
    public const int IdMask = 0x0FFFFFFF;
    public const int SamplesShift = 28;
    public const int AllSamples = 15;

    private readonly NativeBuffer<float> _depth = new(CameraRaster.Samples * CameraRaster.TilePixels);
    private readonly NativeBuffer<int> _ids = new(CameraRaster.Samples * CameraRaster.TilePixels);
    private readonly NativeBuffer<int> _entries = new(256);

    /// <summary>Mean position of a set of samples from the pixel's centre, by the set's bits.</summary>
    public static readonly Vector2[] Centroids = MakeCentroids();

    [MethodImpl(Kernel)]
    public void Run(SceneGeometry geometry, RasterLayer layer, FrameTargets targets, int tile)
    {
        int tileX = tile % targets.TilesX * CameraRaster.TileWidth, tileY = tile / targets.TilesX * CameraRaster.TileHeight;
        int count = layer.Bins.Collect(tile, _entries);
        _depth.Span.Clear();
        _ids.Span.Clear();
        for (int i = 0; i < count; i++)
        {
            CameraRaster.Draw(layer[_entries[i]], tileX, tileY, _depth.Pointer, _ids.Pointer);
        }

        Reduce(geometry, targets, tile, tileX, tileY);
    }

    public void Dispose()
    {
        _depth.Dispose();
        _ids.Dispose();
        _entries.Dispose();
    }

    [MethodImpl(Kernel)]
    private void Reduce(SceneGeometry geometry, FrameTargets targets, int tile, int tileX, int tileY)
    {
        const int Plane = CameraRaster.TilePixels;
        float* depth = _depth.Pointer;
        int* ids = _ids.Pointer;
        int extras = 0;
        for (int y = 0; y < CameraRaster.TileHeight; y++)
        {
            for (int x = 0; x < CameraRaster.TileWidth; x += VF.Count)
            {
                int at = (y * CameraRaster.TileWidth) + x;
                int target = ((tileY + y) * targets.Stride) + tileX + x;
                VI id0 = Vector.Load(ids + at);
                VI same = Vector.Equals(id0, Vector.Load(ids + Plane + at)) & Vector.Equals(id0, Vector.Load(ids + (2 * Plane) + at)) & Vector.Equals(id0, Vector.Load(ids + (3 * Plane) + at));
                VF sum = Vector.Load(depth + at) + Vector.Load(depth + Plane + at) + Vector.Load(depth + (2 * Plane) + at) + Vector.Load(depth + (3 * Plane) + at);
                (sum * F(0.25f)).Store(targets.Depth.Pointer + target);
                (id0 | new VI(AllSamples << SamplesShift)).Store(targets.Ids.Pointer + target);
                if (Vector.EqualsAll(same, VI.AllBitsSet))
                {
                    continue;
                }

                for (uint mixed = Bits(Vector.OnesComplement(same)); mixed != 0; mixed &= mixed - 1)
                {
                    int lane = BitOperations.TrailingZeroCount(mixed);
                    extras = Split(geometry, targets, tile, at + lane, target + lane, extras);
                }
            }
        }

        targets.ExtraCounts[tile] = extras;
        int half = targets.Stride / 2;
        for (int y = 0; y < CameraRaster.TileHeight; y += 2)
        {
            float* from = targets.Depth.Pointer + ((tileY + y) * targets.Stride) + tileX;
            float* to = targets.HalfDepth.Pointer + ((tileY + y) / 2 * half) + (tileX / 2);
            float* distance = targets.HalfDistance.Pointer + ((tileY + y) / 2 * half) + (tileX / 2);
            for (int x = 0; x < CameraRaster.TileWidth / 2; x += VF.Count)
            {
                Lanes.Split(from + (2 * x), out VF even, out _);
                even.Store(to + x);
                (VF.One / Max(even, F(1e-6f))).Store(distance + x);
            }
        }
    }

    /// <summary>Groups a pixel's samples by surface; the first group is the pixel's own fragment, the others become further ones.</summary>
    [MethodImpl(Kernel)]
    private int Split(SceneGeometry geometry, FrameTargets targets, int tile, int at, int target, int extras)
    {
        const int Plane = CameraRaster.TilePixels;
        float* depth = _depth.Pointer + at;
        int* ids = _ids.Pointer + at;
        int left = AllSamples, first = tile * FrameTargets.ExtrasPerTile;
        bool own = true;
        while (left != 0)
        {
            int lead = BitOperations.TrailingZeroCount(left), group = 0, id = ids[lead * Plane];
            float sum = 0;
            for (int s = lead; s < CameraRaster.Samples; s++)
            {
                if ((left & (1 << s)) != 0 && SameSurface(geometry, id, ids[s * Plane], depth[lead * Plane], depth[s * Plane]))
                {
                    group |= 1 << s;
                    sum += depth[s * Plane];
                }
            }

            left &= ~group;
            float mean = sum / BitOperations.PopCount((uint)group);
            if (own)
            {
                targets.Depth[target] = mean;
                targets.Ids[target] = id | (group << SamplesShift);
                own = false;
            }
            else if (extras < FrameTargets.ExtrasPerTile)
            {
                targets.ExtraPixels[first + extras] = at | (group << 16);
                targets.ExtraIds[first + extras] = id;
                targets.ExtraDepths[first + extras] = mean;
                extras++;
            }
        }

        return extras;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SameSurface(SceneGeometry geometry, int a, int b, float depthA, float depthB)
    {
        if (a == b)
        {
            return true;
        }

        if (a == 0 || b == 0 || MathF.Abs(depthA - depthB) > 0.02f * depthA)
        {
            return false;
        }

        ref readonly TriangleRecord ra = ref geometry.Triangles[a];
        ref readonly TriangleRecord rb = ref geometry.Triangles[b];
        if (ra.Surface != rb.Surface)
        {
            return false;
        }

        int dot = ((sbyte)ra.NormalKey * (sbyte)rb.NormalKey)
            + ((sbyte)(ra.NormalKey >> 8) * (sbyte)(rb.NormalKey >> 8))
            + ((sbyte)(ra.NormalKey >> 16) * (sbyte)(rb.NormalKey >> 16));
        return dot > 0.93f * 127 * 127;
    }

    private static Vector2[] MakeCentroids()
    {
        Vector2[] centroids = new Vector2[16];
        for (int set = 1; set < 16; set++)
        {
            for (int s = 0; s < CameraRaster.Samples; s++)
            {
                if ((set & (1 << s)) != 0)
                {
                    centroids[set] += new Vector2(CameraRaster.SampleX[s], CameraRaster.SampleY[s]) / BitOperations.PopCount((uint)set);
                }
            }
        }

        return centroids;
    }
}
