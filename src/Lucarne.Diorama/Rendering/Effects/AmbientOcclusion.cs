using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Share of the sky that near things leave open, at half size.</summary>
/// <remarks>
/// The reach is a share of the picture, not of the world, so that a marble and a mountain both sit on their ground.
/// All lanes look the same way (rows differ by fours), so each look is one plain load; the smoothing averages the rows.
/// </remarks>
internal static unsafe class AmbientOcclusion
{
    private const int Taps = 12;
    private const int TileWidth = CameraRaster.TileWidth / 2;
    private const int TileHeight = CameraRaster.TileHeight / 2;

    private static readonly Vector2[] Pattern = MakePattern();

    [MethodImpl(Kernel)]
    public static void Run(ShadingContext context, int tile)
    {
        FrameTargets targets = context.Targets;
        View view = context.View;
        int stride = targets.Stride / 2, rows = targets.Rows / 2;
        int tileX = tile % targets.TilesX * TileWidth, tileY = tile / targets.TilesX * TileHeight;
        float reach = MathF.Max(targets.Width, targets.Height) * 0.5f * 0.045f;
        float radius = 2f * reach / view.Focal;
        float inverseFocal = 1f / view.Focal;
        float* depths = targets.HalfDepth.Pointer, distances = targets.HalfDistance.Pointer;
        int last = (stride * rows) - MaxWidth;
        int* across = stackalloc int[Taps], down = stackalloc int[Taps];
        for (int y = 0; y < TileHeight; y++)
        {
            int turn = ((tileY + y) & 3) * Taps;
            for (int k = 0; k < Taps; k++)
            {
                across[k] = (int)MathF.Round(Pattern[turn + k].X * reach);
                down[k] = (int)MathF.Round(Pattern[turn + k].Y * reach);
            }

            for (int x = 0; x < TileWidth; x += VF.Count)
            {
                int at = ((tileY + y) * stride) + tileX + x;
                VF depth = Vector.Load(depths + at);
                if (Vector.EqualsAll(depth, VF.Zero))
                {
                    VF.One.Store(targets.Occlusion.Pointer + at);
                    continue;
                }

                VF sx = Fma(Ramp + F(tileX + x), F(2f), F(0.5f)), sy = F((2 * (tileY + y)) + 0.5f);
                VI triangle = EveryOther(targets.Ids.Pointer + (2 * (tileY + y) * targets.Stride) + (2 * (tileX + x))) & new VI(VisibilityTile.IdMask);

                // In the lens's axes: right, up, forward
                VF w = Vector.Load(distances + at);
                V3 n = ViewNormal(context.Geometry, triangle, depth, sx, sy);
                V3 p = new((sx - F(view.CentreX)) * F(inverseFocal) * w, (F(view.CentreY) - sy) * F(inverseFocal) * w, w);
                VF scale = w * F(radius);
                VF inverseSquare = VF.One / (scale * scale);
                VF bias = w * F(0.0015f), softest = scale * scale * F(1e-4f);
                VF blocked = VF.Zero;
                for (int k = 0; k < Taps; k++)
                {
                    int dx = across[k], dy = Math.Clamp(tileY + y + down[k], 0, rows - 1) - tileY - y, column = tileX + x + dx;
                    VF other = Vector.Load(distances + Math.Clamp(at + (dy * stride) + dx, 0, last));
                    VF qx = (sx + F((2 * dx) - view.CentreX)) * F(inverseFocal) * other;
                    VF qy = (F(view.CentreY - (2 * dy)) - sy) * F(inverseFocal) * other;
                    V3 to = new(qx - p.X, qy - p.Y, other - p.Z);
                    VF squared = V3.Dot(to, to);
                    VF rise = Max(V3.Dot(to, n) - bias, VF.Zero);
                    VF fade = Max(VF.One - (squared * inverseSquare), VF.Zero);
                    if ((uint)column > (uint)(stride - VF.Count))
                    {
                        fade = Select(Within(column, stride), fade, VF.Zero);
                    }

                    blocked = Fma(rise * RoughInverseSqrt(squared + softest), fade, blocked);
                }

                VF open = Saturate(VF.One - (blocked * F(2.5f / Taps)));
                Select(Vector.Equals(depth, VF.Zero), VF.One, open * Fma(open, F(0.4f), F(0.6f))).Store(targets.Occlusion.Pointer + at);
            }
        }
    }

    /// <summary>Averages four rows and columns of samples on the same surface, of the sky's light and of the sun's.</summary>
    [MethodImpl(Kernel)]
    public static void Smooth(FrameTargets targets, int tile)
    {
        int stride = targets.Stride / 2, rows = targets.Rows / 2;
        int tileX = tile % targets.TilesX * TileWidth, tileY = tile / targets.TilesX * TileHeight;
        int last = (stride * (rows - 3)) - MaxWidth - 4;
        for (int y = 0; y < TileHeight; y++)
        {
            for (int x = 0; x < TileWidth; x += VF.Count)
            {
                int at = ((tileY + y) * stride) + tileX + x;
                int corner = Math.Clamp(at - stride - 1, 0, Math.Max(0, last));
                VF depth = Vector.Load(targets.HalfDepth.Pointer + at);
                VF tolerance = F(-14f) / Max(depth, F(1e-6f));
                VF sum = Vector.Load(targets.Occlusion.Pointer + at) * F(0.01f), sun = Vector.Load(targets.HalfSun.Pointer + at) * F(0.01f), weight = F(0.01f);
                for (int k = 0; k < 16; k++)
                {
                    int offset = ((k >> 2) * stride) + (k & 3);
                    VF w = Max(Fma(Vector.Abs(Vector.Load(targets.HalfDepth.Pointer + corner + offset) - depth), tolerance, VF.One), VF.Zero);
                    sum = Fma(Vector.Load(targets.Occlusion.Pointer + corner + offset), w, sum);
                    sun = Fma(Vector.Load(targets.HalfSun.Pointer + corner + offset), w, sun);
                    weight += w;
                }

                VF scale = VF.One / weight;
                (sum * scale).Store(targets.SmoothOcclusion.Pointer + at);
                (sun * scale).Store(targets.SmoothSun.Pointer + at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VI EveryOther(int* from)
    {
        Split((float*)from, out VF even, out _);
        return Vector.AsVectorInt32(even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V3 ViewNormal(SceneGeometry geometry, VI triangle, VF depth, VF x, VF y)
    {
        View view = geometry.View;
        float* records = (float*)geometry.Triangles.Pointer;
        VF zx, zy;
        if (Vector.EqualsAll(triangle, new VI(triangle[0])))
        {
            TriangleRecord* r = geometry.Triangles.Pointer + triangle[0];
            (zx, zy) = (F(r->Zx), F(r->Zy));
        }
        else
        {
            VI at = triangle * new VI(TriangleRecord.Words);
            (zx, zy) = (Gather(records + 10, at), Gather(records + 11, at));
        }

        VF forward = Fma(zx, x - F(view.CentreX), zy * (y - F(view.CentreY))) - depth;
        return V3.Normalise(new V3(zx * F(-view.Focal), zy * F(view.Focal), forward));
    }

    /// <summary>Four spirals, each turned by an eighth; [4, Taps].</summary>
    private static Vector2[] MakePattern()
    {
        Vector2[] pattern = new Vector2[4 * Taps];
        for (int i = 0; i < pattern.Length; i++)
        {
            float step = ((i % Taps) + 0.6f) / Taps, angle = ((i % Taps) * 2.3999632f) + ((i / Taps) * MathF.PI / 4);
            pattern[i] = new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * MathF.Pow(step, 1.4f);
        }

        return pattern;
    }
}
