using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Round blur discs, gathered at half size: each neighbour counts if its own disc reaches here.</summary>
internal static unsafe class DepthOfField
{
    private const int TileWidth = CameraRaster.TileWidth / 2;
    private const int TileHeight = CameraRaster.TileHeight / 2;

    /// <summary>Three rings of 6, 12 and 18 points in a unit disc.</summary>
    private static readonly Vector2[] Disc = [.. Ring(6, 0.36f), .. Ring(12, 0.68f), .. Ring(18, 1f)];

    [MethodImpl(Kernel)]
    public static void Run(FrameTargets targets, int tile)
    {
        int half = targets.Stride / 2, rows = targets.Rows / 2;
        int tileX = tile % targets.TilesX * TileWidth, tileY = tile / targets.TilesX * TileHeight;
        float reach = 0;
        bool before = false;
        for (int ty = Math.Max(0, (tile / targets.TilesX) - 1); ty <= Math.Min(targets.TilesY - 1, (tile / targets.TilesX) + 1); ty++)
        {
            for (int tx = Math.Max(0, (tile % targets.TilesX) - 1); tx <= Math.Min(targets.TilesX - 1, (tile % targets.TilesX) + 1); tx++)
            {
                reach = MathF.Max(reach, targets.TileBlur[(ty * targets.TilesX) + tx]);
                before |= targets.TileBefore[(ty * targets.TilesX) + tx];
            }
        }

        int last = (half * rows) - MaxWidth;
        int taps = Disc.Length;
        int* acrossTaps = stackalloc int[taps], downTaps = stackalloc int[taps];
        float* away = stackalloc float[taps];
        for (int k = 0; k < taps; k++)
        {
            acrossTaps[k] = (int)MathF.Round(Disc[k].X * reach);
            downTaps[k] = (int)MathF.Round(Disc[k].Y * reach);
            away[k] = MathF.Sqrt((acrossTaps[k] * acrossTaps[k]) + (downTaps[k] * downTaps[k])) - 1f;
        }

        for (int y = tileY; y < tileY + TileHeight; y++)
        {
            for (int x = tileX; x < tileX + TileWidth; x += VF.Count)
            {
                int at = (y * half) + x;
                VF r = Vector.Load(targets.HalfRed.Pointer + at), g = Vector.Load(targets.HalfGreen.Pointer + at), b = Vector.Load(targets.HalfBlue.Pointer + at);
                VF share = VF.Zero;
                VF own = Vector.Load(targets.HalfBlur.Pointer + at), size = Vector.Abs(own);

                // Sharp places need nothing unless something before the focus may spread over them
                if (reach > 0.4f && (before || Vector.GreaterThanAny(size, F(0.35f))))
                {
                    VF weight = VF.One, covering = VF.Zero;
                    for (int k = 0; k < taps; k++)
                    {
                        int column = x + acrossTaps[k], from = Math.Clamp((Math.Clamp(y + downTaps[k], 0, rows - 1) * half) + column, 0, last);
                        VF blur = Vector.Load(targets.HalfBlur.Pointer + from);

                        // What lies behind does not spread over what is sharp before it
                        VF disc = Select(Vector.GreaterThan(blur, own), Min(Vector.Abs(blur), size), Vector.Abs(blur));
                        VF w = Saturate(disc - F(away[k]));
                        if ((uint)column > (uint)(half - VF.Count))
                        {
                            w = Select(Within(column, half), w, VF.Zero);
                        }

                        covering += Select(Vector.LessThan(blur, F(-0.5f)), w, VF.Zero);
                        r = Fma(Vector.Load(targets.HalfRed.Pointer + from), w, r);
                        g = Fma(Vector.Load(targets.HalfGreen.Pointer + from), w, g);
                        b = Fma(Vector.Load(targets.HalfBlue.Pointer + from), w, b);
                        weight += w;
                    }

                    VF inverse = VF.One / weight;
                    r *= inverse;
                    g *= inverse;
                    b *= inverse;
                    share = Max(SmoothStep(0.35f, 1.1f, size), Saturate(covering * F(2.5f / 36f)));
                }

                r.Store(targets.LensRed.Pointer + at);
                g.Store(targets.LensGreen.Pointer + at);
                b.Store(targets.LensBlue.Pointer + at);
                share.Store(targets.LensShare.Pointer + at);
            }
        }
    }

    private static IEnumerable<Vector2> Ring(int points, float radius) =>
        Enumerable.Range(0, points).Select(i => (i + 0.5f) * 2 * MathF.PI / points).Select(a => new Vector2(MathF.Cos(a), MathF.Sin(a)) * radius);
}
