using System.Numerics;
using System.Runtime.CompilerServices;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>Depth towards the sun at one sample a texel, drawn straight into a tile of the shadow map.</summary>
internal static unsafe class SunRaster
{
    public const int TileSize = 64;

    /// <summary>Draws a triangle into the tile at (tileX, tileY) of a map with <paramref name="stride"/> floats a row.</summary>
    [MethodImpl(Kernel)]
    public static void Draw(in RasterTriangle t, int tileX, int tileY, float* map, int stride)
    {
        float x0 = t.X0 - tileX, y0 = t.Y0 - tileY, x1 = t.X1 - tileX, y1 = t.Y1 - tileY, x2 = t.X2 - tileX, y2 = t.Y2 - tileY;
        int left = Up(Max(Min(x0, Min(x1, x2)) - 0.5f, 0));
        int right = Down(Min(Max(x0, Max(x1, x2)) - 0.5f, TileSize - 1));
        int top = Up(Max(Min(y0, Min(y1, y2)) - 0.5f, 0));
        int bottom = Down(Min(Max(y0, Max(y1, y2)) - 0.5f, TileSize - 1));
        VF a0 = F(y0 - y1), a1 = F(y1 - y2), a2 = F(y2 - y0), zx = F(t.Zx);
        float b0 = x1 - x0, c0 = (x0 * y1) - (x1 * y0);
        float b1 = x2 - x1, c1 = (x1 * y2) - (x2 * y1);
        float b2 = x0 - x2, c2 = (x2 * y0) - (x0 * y2);
        left = left / VF.Count * VF.Count;
        bool seeThrough = t.Id != 0;
        VF ramp = Ramp + F(0.5f);
        for (int y = top; y <= bottom; y++)
        {
            float row = y + 0.5f;
            VF e0 = F(Fma(b0, row, c0)), e1 = F(Fma(b1, row, c1)), e2 = F(Fma(b2, row, c2));
            VF z0 = F(t.Z0 - (t.Zx * x0) + (t.Zy * (row - y0)));
            float* line = map + ((long)(tileY + y) * stride) + tileX;

            // Glass shades every other texel: half a shadow once filtered
            VI screen = seeThrough ? Vector.Equals((VI.Indices + new VI(y)) & VI.One, VI.Zero) : VI.AllBitsSet;
            for (int x = left; x <= right; x += VF.Count)
            {
                VF p = ramp + F(x);
                VI outside = Vector.AsVectorInt32(Fma(a0, p, e0)) | Vector.AsVectorInt32(Fma(a1, p, e1)) | Vector.AsVectorInt32(Fma(a2, p, e2));
                VF z = Fma(zx, p, z0), old = Vector.Load(line + x);
                VI draw = Vector.GreaterThanOrEqual(outside, VI.Zero) & Vector.GreaterThan(z, old) & screen;
                Select(draw, z, old).Store(line + x);
            }
        }
    }
}
