using Lucarne.Diorama.Rendering.Geometry;

namespace Lucarne.Diorama.Tests.Rendering;

/// <summary>The camera's rasteriser one sample at a time: what the vector code must agree with.</summary>
internal static class ScalarRaster
{
    /// <summary>Draws a triangle into a tile. Buffers are [samples, rows, columns], as in <see cref="CameraRaster"/>.</summary>
    public static void Draw(in RasterTriangle t, int tileX, int tileY, Span<float> depth, Span<int> ids)
    {
        (float X, float Y)[] c = [(t.X0 - tileX, t.Y0 - tileY), (t.X1 - tileX, t.Y1 - tileY), (t.X2 - tileX, t.Y2 - tileY)];
        int left = Math.Max(0, (int)MathF.Floor(c.Min(p => p.X)) - 1), right = Math.Min(CameraRaster.TileWidth - 1, (int)MathF.Ceiling(c.Max(p => p.X)) + 1);
        int top = Math.Max(0, (int)MathF.Floor(c.Min(p => p.Y)) - 1), bottom = Math.Min(CameraRaster.TileHeight - 1, (int)MathF.Ceiling(c.Max(p => p.Y)) + 1);
        for (int s = 0; s < CameraRaster.Samples; s++)
        {
            for (int y = top; y <= bottom; y++)
            {
                for (int x = left; x <= right; x++)
                {
                    float px = 0.5f + CameraRaster.SampleX[s] + x, py = y + 0.5f + CameraRaster.SampleY[s];
                    bool inside = true;
                    for (int e = 0; e < 3; e++)
                    {
                        (float ax, float ay) = c[e];
                        (float bx, float by) = c[(e + 1) % 3];
                        float edge = MathF.FusedMultiplyAdd(ay - by, px, MathF.FusedMultiplyAdd(bx - ax, py, (ax * by) - (bx * ay)));
                        inside &= edge >= 0;
                    }

                    float z = t.Z0 + (t.Zx * (px - c[0].X)) + (t.Zy * (py - c[0].Y));
                    int at = (s * CameraRaster.TilePixels) + (y * CameraRaster.TileWidth) + x;
                    if (inside && z > depth[at])
                    {
                        (depth[at], ids[at]) = (z, t.Id);
                    }
                }
            }
        }
    }

    /// <summary>A triangle as the set-up makes them: corners on the grid, clockwise on the screen.</summary>
    public static RasterTriangle Triangle(float x0, float y0, float x1, float y1, float x2, float y2, float z0, float zx, float zy, int id)
    {
        static float Snap(float v) => MathF.Round(v * 256) / 256;
        RasterTriangle t = new() { X0 = Snap(x0), Y0 = Snap(y0), X1 = Snap(x1), Y1 = Snap(y1), X2 = Snap(x2), Y2 = Snap(y2), Z0 = z0, Zx = zx, Zy = zy, Id = id };
        if (((t.X1 - t.X0) * (t.Y2 - t.Y0)) - ((t.X2 - t.X0) * (t.Y1 - t.Y0)) < 0)
        {
            (t.X1, t.Y1, t.X2, t.Y2) = (t.X2, t.Y2, t.X1, t.Y1);
        }

        return t;
    }
}
