using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Looks that are not photographic: pixel blocks, flat bands with ink lines, brush strokes. They redraw the whole picture.</summary>
internal static unsafe class Styliser
{
    private const int BrushRadius = 4;

    /// <summary>Bands of light within a doubling.</summary>
    private const float BandsPerStop = 0.85f;

    /// <summary>Any look is asked for.</summary>
    public static bool Wanted(Grade grade) => grade.PixelBlock > 1 || grade.Toon > 0 || grade.Paint > 0;

    /// <summary>Redraws a tile from the picture's planes into the glass planes, which are free by then.</summary>
    public static void Redraw(FrameTargets targets, Grade grade, int tile)
    {
        float paint = Share(grade.Paint), toon = Share(grade.Toon);
        if (grade.PixelBlock > 1)
        {
            Blocks(targets, Math.Clamp(grade.PixelBlock, 2, 256), tile);
        }
        else if (paint > 0)
        {
            Brush(targets, paint, tile);
        }
        else
        {
            Bands(targets, toon, tile);
        }
    }

    /// <summary>Takes the redrawn tile back.</summary>
    public static void Keep(FrameTargets targets, int tile)
    {
        (int tileX, int tileY) = Corner(targets, tile);
        for (int y = 0; y < CameraRaster.TileHeight; y++)
        {
            int at = ((tileY + y) * targets.Stride) + tileX;
            Copy(targets.GlassRed.Pointer + at, targets.Red.Pointer + at);
            Copy(targets.GlassGreen.Pointer + at, targets.Green.Pointer + at);
            Copy(targets.GlassBlue.Pointer + at, targets.Blue.Pointer + at);
        }
    }

    private static float Share(float value) => float.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0;

    private static (int X, int Y) Corner(FrameTargets targets, int tile) =>
        (tile % targets.TilesX * CameraRaster.TileWidth, tile / targets.TilesX * CameraRaster.TileHeight);

    private static void Copy(float* from, float* to) => new ReadOnlySpan<float>(from, CameraRaster.TileWidth).CopyTo(new Span<float>(to, CameraRaster.TileWidth));

    /// <summary>Every pixel shows the mean of a few points of its block.</summary>
    private static void Blocks(FrameTargets targets, int block, int tile)
    {
        (int tileX, int tileY) = Corner(targets, tile);
        for (int y = tileY; y < tileY + CameraRaster.TileHeight; y++)
        {
            int top = y / block * block;
            for (int x = tileX; x < tileX + CameraRaster.TileWidth; x++)
            {
                int left = x / block * block, at = (y * targets.Stride) + x;
                Vector3 sum = default;
                for (int k = 0; k < 9; k++)
                {
                    int sx = Math.Min(left + (block * ((2 * (k % 3)) + 1) / 6), targets.Width - 1), sy = Math.Min(top + (block * ((2 * (k / 3)) + 1) / 6), targets.Height - 1);
                    int from = (sy * targets.Stride) + sx;
                    sum += new Vector3(targets.Red[from], targets.Green[from], targets.Blue[from]);
                }

                sum /= 9;
                (targets.GlassRed[at], targets.GlassGreen[at], targets.GlassBlue[at]) = (sum.X, sum.Y, sum.Z);
            }
        }
    }

    /// <summary>Light in flat bands, and ink where depth bends: 1/w is even across any plane, so only folds and outlines show.</summary>
    [MethodImpl(Kernel)]
    private static void Bands(FrameTargets targets, float toon, int tile)
    {
        (int tileX, int tileY) = Corner(targets, tile);
        int reach = Math.Max(1, Math.Max(targets.Width, targets.Height) / 900);
        for (int y = tileY; y < tileY + CameraRaster.TileHeight; y++)
        {
            int up = Math.Max(y - reach, 0) * targets.Stride, down = Math.Min(y + reach, targets.Rows - 1) * targets.Stride;
            for (int x = tileX; x < tileX + CameraRaster.TileWidth; x += VF.Count)
            {
                int at = (y * targets.Stride) + x;
                VF depth = Vector.Load(targets.Depth.Pointer + at);
                int left = Math.Max(at - reach, 0), right = Math.Min(at + reach, (targets.Rows * targets.Stride) - VF.Count);
                VF bend = Vector.Abs(Vector.Load(targets.Depth.Pointer + left) + Vector.Load(targets.Depth.Pointer + right) - (depth + depth))
                    + Vector.Abs(Vector.Load(targets.Depth.Pointer + up + x) + Vector.Load(targets.Depth.Pointer + down + x) - (depth + depth));
                VF ink = SmoothStep(0.03f, 0.09f, bend / Max(depth, F(0.004f))) * F(0.85f * toon);
                VF r = Vector.Load(targets.Red.Pointer + at), g = Vector.Load(targets.Green.Pointer + at), b = Vector.Load(targets.Blue.Pointer + at);
                VF light = Max(Max(r, Max(g, b)), F(1e-4f));
                VF level = Log2(light) * F(BandsPerStop);
                VF band = Vector.Floor(level);
                VF flat = band + SmoothStep(0.42f, 0.58f, level - band) + F(0.05f);
                VF gain = Lerp(VF.One, Exp2((flat - level) * F(1f / BandsPerStop)), F(toon)) * (VF.One - ink);
                VF grey = Fma(r, F(0.2126f), Fma(g, F(0.7152f), b * F(0.0722f)));
                VF vivid = F(1f + (0.3f * toon));
                (Max(Lerp(grey, r, vivid), VF.Zero) * gain).Store(targets.GlassRed.Pointer + at);
                (Max(Lerp(grey, g, vivid), VF.Zero) * gain).Store(targets.GlassGreen.Pointer + at);
                (Max(Lerp(grey, b, vivid), VF.Zero) * gain).Store(targets.GlassBlue.Pointer + at);
            }
        }
    }

    /// <summary>Kuwahara's filter: of the four corners around a pixel, the calmest gives the colour; then the grain of paper.</summary>
    [MethodImpl(Kernel)]
    private static void Brush(FrameTargets targets, float paint, int tile)
    {
        (int tileX, int tileY) = Corner(targets, tile);
        int last = (targets.Rows * targets.Stride) - MaxWidth;
        for (int y = tileY; y < tileY + CameraRaster.TileHeight; y++)
        {
            for (int x = tileX; x < tileX + CameraRaster.TileWidth; x += VF.Count)
            {
                int at = (y * targets.Stride) + x;
                VF r = VF.Zero, g = VF.Zero, b = VF.Zero, calmest = F(float.MaxValue);
                for (int corner = 0; corner < 4; corner++)
                {
                    int sideX = (corner & 1) == 0 ? -1 : 1, sideY = (corner & 2) == 0 ? -1 : 1;
                    VF sumR = VF.Zero, sumG = VF.Zero, sumB = VF.Zero, squares = VF.Zero;
                    for (int dy = 0; dy <= BrushRadius; dy++)
                    {
                        int row = Math.Clamp(y + (dy * sideY), 0, targets.Height - 1) * targets.Stride;
                        for (int dx = 0; dx <= BrushRadius; dx++)
                        {
                            int from = Math.Clamp(row + x + (dx * sideX), 0, last);
                            VF cr = Min(Vector.Load(targets.Red.Pointer + from), F(4f)), cg = Min(Vector.Load(targets.Green.Pointer + from), F(4f)), cb = Min(Vector.Load(targets.Blue.Pointer + from), F(4f));
                            sumR += cr;
                            sumG += cg;
                            sumB += cb;
                            squares = Fma(cr, cr, Fma(cg, cg, Fma(cb, cb, squares)));
                        }
                    }

                    VF scale = F(1f / ((BrushRadius + 1) * (BrushRadius + 1)));
                    sumR *= scale;
                    sumG *= scale;
                    sumB *= scale;
                    VF spread = (squares * scale) - Fma(sumR, sumR, Fma(sumG, sumG, sumB * sumB));
                    VI calmer = Vector.LessThan(spread, calmest);
                    calmest = Select(calmer, spread, calmest);
                    r = Select(calmer, sumR, r);
                    g = Select(calmer, sumG, g);
                    b = Select(calmer, sumB, b);
                }

                VF px = Ramp + F(x), py = F(y);
                VF paper = Simd.Noise.Value2(px * F(0.35f), py * F(0.35f), 7) + Simd.Noise.Value2(px * F(0.11f), py * F(0.11f), 9) - VF.One;
                VF tooth = Fma(paper, F(0.16f * paint), VF.One);
                Store(targets.Red.Pointer + at, targets.GlassRed.Pointer + at, r * tooth, paint);
                Store(targets.Green.Pointer + at, targets.GlassGreen.Pointer + at, g * tooth, paint);
                Store(targets.Blue.Pointer + at, targets.GlassBlue.Pointer + at, b * tooth, paint);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* was, float* to, VF value, float share) => Lerp(Vector.Load(was), value, F(share)).Store(to);
}
