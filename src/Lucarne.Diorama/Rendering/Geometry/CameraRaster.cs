using System.Numerics;
using System.Runtime.CompilerServices;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>Depth and triangle at four samples a pixel, for one tile.</summary>
/// <remarks>
/// An edge shared by two triangles gives both exactly opposite values (same corners, same operations), so no sample between
/// them is missed. Depth is 1/w: linear on the screen, larger is nearer, 0 is nothing.
/// </remarks>
internal static unsafe class CameraRaster
{
    public const int TileWidth = 64;
    public const int TileHeight = 32;
    public const int TilePixels = TileWidth * TileHeight;
    public const int Samples = 4;

    /// <summary>Sample positions from the pixel's centre: a rotated grid.</summary>
    public static ReadOnlySpan<float> SampleX => [-0.125f, 0.375f, 0.125f, -0.375f];

    /// <inheritdoc cref="SampleX"/>
    public static ReadOnlySpan<float> SampleY => [-0.375f, -0.125f, 0.375f, 0.125f];

    /// <summary>Draws a triangle. Buffers are [<see cref="Samples"/>, <see cref="TileHeight"/>, <see cref="TileWidth"/>].</summary>
    [MethodImpl(Kernel)]
    public static void Draw(in RasterTriangle t, int tileX, int tileY, float* depth, int* ids)
    {
        float x0 = t.X0 - tileX, y0 = t.Y0 - tileY, x1 = t.X1 - tileX, y1 = t.Y1 - tileY, x2 = t.X2 - tileX, y2 = t.Y2 - tileY;
        int left = Up(Max(Min(x0, Min(x1, x2)) - 0.875f, 0));
        int right = Down(Min(Max(x0, Max(x1, x2)) - 0.125f, TileWidth - 1));
        int top = Up(Max(Min(y0, Min(y1, y2)) - 0.875f, 0));
        int bottom = Down(Min(Max(y0, Max(y1, y2)) - 0.125f, TileHeight - 1));
        float a0 = y0 - y1, b0 = x1 - x0, c0 = (x0 * y1) - (x1 * y0);
        float a1 = y1 - y2, b1 = x2 - x1, c1 = (x1 * y2) - (x2 * y1);
        float a2 = y2 - y0, b2 = x0 - x2, c2 = (x2 * y0) - (x0 * y2);
        VF va0 = F(a0), va1 = F(a1), va2 = F(a2), vzx = F(t.Zx);
        VF vb0 = F(b0), vb1 = F(b1), vb2 = F(b2), vc0 = F(c0), vc1 = F(c1), vc2 = F(c2);
        VI id = new(t.Id);
        left = left / VF.Count * VF.Count;
        VF s0 = Ramp + F(0.5f - 0.125f), s1 = Ramp + F(0.5f + 0.375f), s2 = Ramp + F(0.5f + 0.125f), s3 = Ramp + F(0.5f - 0.375f);
        for (int y = top; y <= bottom; y++)
        {
            VF r0 = F(y + 0.5f - 0.375f), r1 = F(y + 0.5f - 0.125f), r2 = F(y + 0.5f + 0.375f), r3 = F(y + 0.5f + 0.125f);
            VF e00 = Fma(vb0, r0, vc0), e01 = Fma(vb0, r1, vc0), e02 = Fma(vb0, r2, vc0), e03 = Fma(vb0, r3, vc0);
            VF e10 = Fma(vb1, r0, vc1), e11 = Fma(vb1, r1, vc1), e12 = Fma(vb1, r2, vc1), e13 = Fma(vb1, r3, vc1);
            VF e20 = Fma(vb2, r0, vc2), e21 = Fma(vb2, r1, vc2), e22 = Fma(vb2, r2, vc2), e23 = Fma(vb2, r3, vc2);
            float zr = t.Z0 - (t.Zx * x0) + (t.Zy * (y + 0.5f - y0));
            VF z0 = F(zr - (0.375f * t.Zy)), z1 = F(zr - (0.125f * t.Zy)), z2 = F(zr + (0.375f * t.Zy)), z3 = F(zr + (0.125f * t.Zy));
            for (int x = left; x <= right; x += VF.Count)
            {
                VF px = F(x);
                VF p0 = s0 + px, p1 = s1 + px, p2 = s2 + px, p3 = s3 + px;
                VI in0 = Outside(va0, va1, va2, e00, e10, e20, p0), in1 = Outside(va0, va1, va2, e01, e11, e21, p1);
                VI in2 = Outside(va0, va1, va2, e02, e12, e22, p2), in3 = Outside(va0, va1, va2, e03, e13, e23, p3);
                if (Vector.LessThanAll(in0 & in1 & in2 & in3, VI.Zero))
                {
                    continue;
                }

                int at = (y * TileWidth) + x;
                Write(in0, Fma(vzx, p0, z0), depth + at, ids + at, id);
                Write(in1, Fma(vzx, p1, z1), depth + TilePixels + at, ids + TilePixels + at, id);
                Write(in2, Fma(vzx, p2, z2), depth + (2 * TilePixels) + at, ids + (2 * TilePixels) + at, id);
                Write(in3, Fma(vzx, p3, z3), depth + (3 * TilePixels) + at, ids + (3 * TilePixels) + at, id);
            }
        }
    }

    /// <summary>Negative where the sample is outside any edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VI Outside(VF a0, VF a1, VF a2, VF e0, VF e1, VF e2, VF x) =>
        Vector.AsVectorInt32(Fma(a0, x, e0)) | Vector.AsVectorInt32(Fma(a1, x, e1)) | Vector.AsVectorInt32(Fma(a2, x, e2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(VI outside, VF z, float* depth, int* ids, VI id)
    {
        VF old = Vector.Load(depth);
        VI draw = Vector.GreaterThanOrEqual(outside, VI.Zero) & Vector.GreaterThan(z, old);
        Select(draw, z, old).Store(depth);
        Vector.ConditionalSelect(draw, id, Vector.Load(ids)).Store(ids);
    }
}
