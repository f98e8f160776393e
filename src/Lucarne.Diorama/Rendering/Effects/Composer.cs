using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Puts reflections, glass, specks and what falls over the shaded picture, and makes its half-size copy for lens effects.</summary>
internal static unsafe class Composer
{
    [MethodImpl(Kernel)]
    public static void Run(ShadingContext context, ParticleLayer particles, bool mirrors, bool glass, in Lens lens, int tile)
    {
        FrameTargets targets = context.Targets;
        int tileX = tile % targets.TilesX * CameraRaster.TileWidth, tileY = tile / targets.TilesX * CameraRaster.TileHeight;
        if (mirrors || glass)
        {
            for (int y = tileY; y < tileY + CameraRaster.TileHeight; y++)
            {
                for (int x = tileX; x < tileX + CameraRaster.TileWidth; x += VF.Count)
                {
                    int at = (y * targets.Stride) + x;
                    V3 c = Load(targets, at);
                    if (mirrors)
                    {
                        Mirror(targets, x, y, ref c);
                    }

                    if (glass)
                    {
                        VF share = Vector.Load(targets.GlassShare.Pointer + at);
                        c.X = Lerp(c.X, Vector.Load(targets.GlassRed.Pointer + at), share);
                        c.Y = Lerp(c.Y, Vector.Load(targets.GlassGreen.Pointer + at), share);
                        c.Z = Lerp(c.Z, Vector.Load(targets.GlassBlue.Pointer + at), share);
                    }

                    Store(targets, at, c);
                }
            }
        }

        if (particles.Any)
        {
            particles.Draw(targets, tile);
        }

        Halve(context, lens, tile, tileX / 2, tileY / 2);
    }

    /// <summary>Adds the mirrored light, averaged upright over five half-size rows: what breaks up a mirror stretches it towards the eye.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mirror(FrameTargets targets, int x, int y, ref V3 c)
    {
        int half = targets.Stride / 2, centre = y / 2, column = Math.Max(0, (x / 2) - 1), last = (targets.Rows / 2) - 1;
        VF r = VF.Zero, g = VF.Zero, b = VF.Zero;
        for (int k = -2; k <= 2; k++)
        {
            int row = (Math.Clamp(centre + k, 0, last) * half) + column;
            VF weight = F(k == 0 ? 0.34f : k is 1 or -1 ? 0.22f : 0.11f);
            r = Fma(Widen(targets.MirrorRed.Pointer + row), weight, r);
            g = Fma(Widen(targets.MirrorGreen.Pointer + row), weight, g);
            b = Fma(Widen(targets.MirrorBlue.Pointer + row), weight, b);
        }

        c.X = Max(c.X + r, VF.Zero);
        c.Y = Max(c.Y + g, VF.Zero);
        c.Z = Max(c.Z + b, VF.Zero);
    }

    /// <summary>Means of four pixels, and how far out of focus each is.</summary>
    [MethodImpl(Kernel)]
    private static void Halve(ShadingContext context, in Lens lens, int tile, int halfX, int halfY)
    {
        FrameTargets targets = context.Targets;
        int half = targets.Stride / 2;
        VF largest = VF.Zero, nearest = VF.Zero;
        for (int y = halfY; y < halfY + (CameraRaster.TileHeight / 2); y++)
        {
            for (int x = halfX; x < halfX + (CameraRaster.TileWidth / 2); x += VF.Count)
            {
                int from = (2 * y * targets.Stride) + (2 * x), to = (y * half) + x;
                Quarter(targets.Red.Pointer + from, targets.Stride).Store(targets.HalfRed.Pointer + to);
                Quarter(targets.Green.Pointer + from, targets.Stride).Store(targets.HalfGreen.Pointer + to);
                Quarter(targets.Blue.Pointer + from, targets.Stride).Store(targets.HalfBlue.Pointer + to);
                if (lens.Any)
                {
                    VF depth = Vector.Load(targets.HalfDepth.Pointer + to);
                    VF blur = lens.Blur(depth);
                    blur.Store(targets.HalfBlur.Pointer + to);
                    largest = Max(largest, Vector.Abs(blur));
                    nearest = Min(nearest, blur);
                }
            }
        }

        float tileBlur = 0;
        for (int lane = 0; lane < VF.Count; lane++)
        {
            tileBlur = MathF.Max(tileBlur, largest[lane]);
        }

        targets.TileBlur[tile] = tileBlur;
        targets.TileBefore[tile] = Vector.LessThanAny(nearest, F(-0.5f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Quarter(float* from, int stride)
    {
        float* below = from + stride;
        Split(Vector.Load(from) + Vector.Load(below), Vector.Load(from + VF.Count) + Vector.Load(below + VF.Count), out VF even, out VF odd);
        return (even + odd) * F(0.25f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V3 Load(FrameTargets t, int at) => new() { X = Vector.Load(t.Red.Pointer + at), Y = Vector.Load(t.Green.Pointer + at), Z = Vector.Load(t.Blue.Pointer + at) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(FrameTargets t, int at, V3 c)
    {
        c.X.Store(t.Red.Pointer + at);
        c.Y.Store(t.Green.Pointer + at);
        c.Z.Store(t.Blue.Pointer + at);
    }
}
