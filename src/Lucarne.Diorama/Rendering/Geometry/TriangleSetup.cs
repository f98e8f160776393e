using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>A triangle ready to be rasterised: corners in pixels on a grid of 1/256, clockwise on the screen (Y down), and the plane of its depth.</summary>
internal struct RasterTriangle
{
    public float X0;
    public float Y0;
    public float X1;
    public float Y1;
    public float X2;
    public float Y2;

    /// <summary>Depth at the first corner and its change a pixel: 1/w in the camera's view, metres towards the sun in the sun's.</summary>
    public float Z0;
    public float Zx;
    public float Zy;

    /// <summary>Index in <see cref="SceneGeometry.Triangles"/>; in the sun's view 1 marks a see-through caster.</summary>
    public int Id;
}

/// <summary>Triangles cut at the near plane, turned away ones dropped, sorted into tiles: one layer of a view.</summary>
internal sealed class RasterLayer(int tilesX, int tilesY) : IDisposable
{
    private const int PartitionShift = 26;

    public readonly TileBins Bins = new(tilesX, tilesY);
    private readonly NativeBuffer<RasterTriangle>[] _triangles = [.. Enumerable.Range(0, TileBins.Partitions).Select(_ => new NativeBuffer<RasterTriangle>(256))];
    private readonly int[] _counts = new int[TileBins.Partitions];

    public void Clear(int partition)
    {
        Bins.Clear(partition);
        _counts[partition] = 0;
    }

    /// <summary>Stores a triangle and returns its entry for the bins.</summary>
    public int Store(int partition, in RasterTriangle triangle)
    {
        int at = _counts[partition]++;
        _triangles[partition].Reserve(at + 1);
        _triangles[partition][at] = triangle;
        return (partition << PartitionShift) | at;
    }

    public ref readonly RasterTriangle this[int entry] => ref _triangles[(uint)entry >> PartitionShift][entry & ((1 << PartitionShift) - 1)];

    public void Dispose()
    {
        Bins.Dispose();
        foreach (NativeBuffer<RasterTriangle> triangles in _triangles)
        {
            triangles.Dispose();
        }
    }
}

/// <summary>Turns one partition of the frame's triangles into raster triangles of the camera's, the glass's and the sun's layers.</summary>
internal static unsafe class TriangleSetup
{
    private const float Snap = 256f;
    private const float FarthestPixel = 1e6f;

    [MethodImpl(Kernel)]
    public static void Run(SceneGeometry geometry, int partition, RasterLayer solid, RasterLayer glass, RasterLayer sun)
    {
        solid.Clear(partition);
        glass.Clear(partition);
        sun.Clear(partition);
        int begin = 1 + (int)((long)(geometry.TriangleCount - 1) * partition / TileBins.Partitions);
        int end = 1 + (int)((long)(geometry.TriangleCount - 1) * (partition + 1) / TileBins.Partitions);
        for (int d = 0; d < geometry.DrawnCount; d++)
        {
            ref readonly DrawnInstance drawn = ref geometry.Drawn(d);
            int first = Math.Max(begin, drawn.FirstTriangle), last = Math.Min(end, drawn.FirstTriangle + drawn.Streams.Triangles);
            if (first >= last)
            {
                continue;
            }

            int* indices = drawn.Streams.Indices;
            bool mirrored = drawn.World.GetDeterminant() < 0;
            for (int id = first; id < last; id++)
            {
                int t = id - drawn.FirstTriangle;
                int slot = drawn.Streams.Slots is { } slots ? Math.Min(slots[t], drawn.Slots - 1) : 0;
                int surface = drawn.FirstSurface + slot;
                int i0 = drawn.FirstVertex + indices[3 * t], i1 = drawn.FirstVertex + indices[(3 * t) + 1], i2 = drawn.FirstVertex + indices[(3 * t) + 2];
                bool clear = geometry.Surfaces[surface].Transmission > 0;
                if (drawn.InView)
                {
                    Camera(geometry, partition, clear ? glass : solid, id, surface, drawn.Streams.NormalKeys[t], mirrored, i0, i1, i2);
                }

                if (drawn.CastsShadow)
                {
                    Sun(geometry, partition, sun, clear ? 1 : 0, i0, i1, i2);
                }
            }
        }
    }

    private static void Camera(SceneGeometry geometry, int partition, RasterLayer layer, int id, int surface, int normalKey, bool mirrored, int i0, int i1, int i2)
    {
        float* sx = geometry.ScreenX.Pointer, sy = geometry.ScreenY.Pointer, sw = geometry.ScreenW.Pointer;
        int inFront = (sw[i0] > View.NearM ? 1 : 0) + (sw[i1] > View.NearM ? 1 : 0) + (sw[i2] > View.NearM ? 1 : 0);
        if (inFront == 0)
        {
            return;
        }

        // The first corner is one in front of the lens
        while (!(sw[i0] > View.NearM))
        {
            (i0, i1, i2) = (i1, i2, i0);
        }

        float w0 = sw[i0], x0 = sx[i0] / w0, y0 = sy[i0] / w0;
        float x1 = sx[i1] - (x0 * sw[i1]), y1 = sy[i1] - (y0 * sw[i1]);
        float x2 = sx[i2] - (x0 * sw[i2]), y2 = sy[i2] - (y0 * sw[i2]);
        float area = (x1 * y2) - (x2 * y1);
        bool front = mirrored ? area > 0 : area < 0;
        if ((!front && !geometry.Surfaces[surface].TwoSided) || !(MathF.Abs(area) > 1e-12f))
        {
            return;
        }

        float inverse = 1f / area, dw1 = sw[i1] - w0, dw2 = sw[i2] - w0;
        TriangleRecord record = new()
        {
            X0 = x0,
            Y0 = y0,
            Px = y2 * inverse,
            Py = -x2 * inverse,
            Qx = -y1 * inverse,
            Qy = x1 * inverse,
            Normal0 = geometry.Normals[i0],
            Normal1 = geometry.Normals[i1],
            Normal2 = geometry.Normals[i2],
            Surface = surface,
            NormalKey = normalKey,
        };
        record.Zx = -((record.Px * dw1) + (record.Qx * dw2)) / w0;
        record.Zy = -((record.Py * dw1) + (record.Qy * dw2)) / w0;
        if (!float.IsFinite(record.Zx + record.Zy + record.Px + record.Py + record.Qx + record.Qy))
        {
            return;
        }

        bool kept = false;
        if (inFront == 3)
        {
            kept = Emit(partition, layer, id, record, (x0, y0, w0), (sx[i1] / sw[i1], sy[i1] / sw[i1], sw[i1]), (sx[i2] / sw[i2], sy[i2] / sw[i2], sw[i2]), geometry.View);
        }
        else
        {
            // One corner behind leaves a quad, two leave a triangle; cuts run from front to back so that neighbours cut alike
            (float, float, float) p0 = (x0, y0, w0);
            if (inFront == 1)
            {
                kept = Emit(partition, layer, id, record, p0, Cut(geometry, i0, i1), Cut(geometry, i0, i2), geometry.View);
            }
            else if (sw[i1] > View.NearM)
            {
                (float, float, float) p1 = (sx[i1] / sw[i1], sy[i1] / sw[i1], sw[i1]), p12 = Cut(geometry, i1, i2), p02 = Cut(geometry, i0, i2);
                kept = Emit(partition, layer, id, record, p0, p1, p12, geometry.View);
                kept |= Emit(partition, layer, id, record, p0, p12, p02, geometry.View);
            }
            else
            {
                (float, float, float) p2 = (sx[i2] / sw[i2], sy[i2] / sw[i2], sw[i2]), p01 = Cut(geometry, i0, i1), p21 = Cut(geometry, i2, i1);
                kept = Emit(partition, layer, id, record, p0, p01, p21, geometry.View);
                kept |= Emit(partition, layer, id, record, p0, p21, p2, geometry.View);
            }
        }

        if (kept)
        {
            geometry.Triangles[id] = record;
        }
    }

    private static (float X, float Y, float W) Cut(SceneGeometry geometry, int front, int back)
    {
        float wf = geometry.ScreenW[front], wb = geometry.ScreenW[back];
        float t = (wf - View.NearM) / (wf - wb);
        float x = geometry.ScreenX[front] + (t * (geometry.ScreenX[back] - geometry.ScreenX[front]));
        float y = geometry.ScreenY[front] + (t * (geometry.ScreenY[back] - geometry.ScreenY[front]));
        return (x / View.NearM, y / View.NearM, View.NearM);
    }

    private static bool Emit(int partition, RasterLayer layer, int id, in TriangleRecord record, (float X, float Y, float W) a, (float X, float Y, float W) b, (float X, float Y, float W) c, in View view)
    {
        RasterTriangle triangle = new()
        {
            X0 = Snapped(a.X),
            Y0 = Snapped(a.Y),
            X1 = Snapped(b.X),
            Y1 = Snapped(b.Y),
            X2 = Snapped(c.X),
            Y2 = Snapped(c.Y),
            Z0 = 1f / a.W,
            Zx = record.Zx,
            Zy = record.Zy,
            Id = id,
        };

        // The four samples of a pixel lie within 1/8…7/8 of it
        return Bin(partition, layer, ref triangle, CameraRaster.TileWidth, CameraRaster.TileHeight, view.Width, view.Height, 0.875f, 0.125f);
    }

    private static void Sun(SceneGeometry geometry, int partition, RasterLayer layer, int id, int i0, int i1, int i2)
    {
        float x0 = geometry.SunX[i0], y0 = geometry.SunY[i0], z0 = geometry.SunZ[i0];
        float x1 = geometry.SunX[i1] - x0, y1 = geometry.SunY[i1] - y0, z1 = geometry.SunZ[i1] - z0;
        float x2 = geometry.SunX[i2] - x0, y2 = geometry.SunY[i2] - y0, z2 = geometry.SunZ[i2] - z0;
        float area = (x1 * y2) - (x2 * y1);
        if (!(MathF.Abs(area) > 1e-9f))
        {
            return;
        }

        RasterTriangle triangle = new()
        {
            X0 = Snapped(x0),
            Y0 = Snapped(y0),
            X1 = Snapped(x0 + x1),
            Y1 = Snapped(y0 + y1),
            X2 = Snapped(x0 + x2),
            Y2 = Snapped(y0 + y2),
            Z0 = z0,
            Zx = ((z1 * y2) - (z2 * y1)) / area,
            Zy = ((z2 * x1) - (z1 * x2)) / area,
            Id = id,
        };
        int size = geometry.Sun.Size;
        Bin(partition, layer, ref triangle, SunRaster.TileSize, SunRaster.TileSize, size, size, 0.5f, 0.5f);
    }

    private static float Snapped(float pixels) => MathF.Round(Min(Max(pixels, -FarthestPixel), FarthestPixel) * Snap) * (1f / Snap);

    private static bool Bin(int partition, RasterLayer layer, ref RasterTriangle t, int tileWidth, int tileHeight, int width, int height, float lastSample, float firstSample)
    {
        float area = ((t.X1 - t.X0) * (t.Y2 - t.Y0)) - ((t.X2 - t.X0) * (t.Y1 - t.Y0));
        if (!(MathF.Abs(area) > 0))
        {
            return false;
        }

        if (area < 0)
        {
            (t.X1, t.Y1, t.X2, t.Y2) = (t.X2, t.Y2, t.X1, t.Y1);
        }

        float minX = Min(t.X0, Min(t.X1, t.X2)), maxX = Max(t.X0, Max(t.X1, t.X2));
        float minY = Min(t.Y0, Min(t.Y1, t.Y2)), maxY = Max(t.Y0, Max(t.Y1, t.Y2));
        int left = Up(Max(minX - lastSample, 0)), right = Down(Min(maxX - firstSample, width - 1));
        int top = Up(Max(minY - lastSample, 0)), bottom = Down(Min(maxY - firstSample, height - 1));
        if (left > right || top > bottom)
        {
            return false;
        }

        int entry = layer.Store(partition, t);
        int tx0 = left / tileWidth, tx1 = right / tileWidth, ty0 = top / tileHeight, ty1 = bottom / tileHeight;
        bool large = tx1 - tx0 + (ty1 - ty0) > 2;
        for (int ty = ty0; ty <= ty1; ty++)
        {
            for (int tx = tx0; tx <= tx1; tx++)
            {
                if (!large || Touches(t, tx * tileWidth, ty * tileHeight, tileWidth, tileHeight))
                {
                    layer.Bins.Add(partition, (ty * layer.Bins.TilesX) + tx, entry);
                }
            }
        }

        return true;
    }

    /// <summary>Whether the corner of the rectangle that is farthest inside each edge is inside it.</summary>
    private static bool Touches(in RasterTriangle t, float x, float y, float width, float height) =>
        Inside(t.X0, t.Y0, t.X1, t.Y1, x, y, width, height)
        && Inside(t.X1, t.Y1, t.X2, t.Y2, x, y, width, height)
        && Inside(t.X2, t.Y2, t.X0, t.Y0, x, y, width, height);

    private static bool Inside(float ax, float ay, float bx, float by, float x, float y, float width, float height)
    {
        float ex = ay - by, ey = bx - ax;
        float cornerX = ex > 0 ? x + width : x, cornerY = ey > 0 ? y + height : y;
        return (ex * (cornerX - ax)) + (ey * (cornerY - ay)) >= -(MathF.Abs(ex) + MathF.Abs(ey));
    }
}
