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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ShadingContext context, ParticleLayer particles, bool mirrors, bool glass, in Lens lens, int tile)
    {
        FrameTargets targets = context.Targets;
        int tileX = tile % targets.TilesX * CameraRaster.TileWidth, tileY = tile / targets.TilesX * CameraRaster.TileHeight;
        bool falls = context.Rain > 0 || context.Snow > 0;
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

        if (falls)
        {
            for (int y = tileY; y < tileY + CameraRaster.TileHeight; y++)
            {
                for (int x = tileX; x < tileX + CameraRaster.TileWidth; x += VF.Count)
                {
                    int at = (y * targets.Stride) + x;
                    V3 c = Load(targets, at);
                    PrecipitationShader.Run(context, x, y, Vector.Load(targets.Depth.Pointer + at), ref c);
                    Store(targets, at, c);
                }
            }
        }

        Halve(context, lens, tile, tileX / 2, tileY / 2);
    }

    /// <summary>Adds the mirrored light, between the four nearest of its half-size samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mirror(FrameTargets targets, int x, int y, ref V3 c)
    {
        int half = targets.Stride / 2;
        int row0 = Math.Max(0, (y - 1) / 2), row1 = Math.Min((targets.Rows / 2) - 1, row0 + 1);
        VI column = Vector.ShiftRightArithmetic(VI.Indices + new VI(x - 1), 1);
        VI left = Vector.Max(column, VI.Zero), right = Vector.Min(column + VI.One, new VI(half - 1));
        VI odd = Vector.Equals((VI.Indices + new VI(x)) & VI.One, VI.One);
        VF tx = Select(odd, F(0.25f), F(0.75f)), ty = F((y & 1) == 1 ? 0.25f : 0.75f);
        c.X = Max(c.X + Bilinear(targets.MirrorRed.Pointer, row0 * half, row1 * half, left, right, tx, ty), VF.Zero);
        c.Y = Max(c.Y + Bilinear(targets.MirrorGreen.Pointer, row0 * half, row1 * half, left, right, tx, ty), VF.Zero);
        c.Z = Max(c.Z + Bilinear(targets.MirrorBlue.Pointer, row0 * half, row1 * half, left, right, tx, ty), VF.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Bilinear(float* plane, int row0, int row1, VI left, VI right, VF tx, VF ty) => Lerp(
        Lerp(Gather(plane + row0, left), Gather(plane + row0, right), tx),
        Lerp(Gather(plane + row1, left), Gather(plane + row1, right), tx), ty);

    /// <summary>Means of four pixels, and how far out of focus each is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halve(ShadingContext context, in Lens lens, int tile, int halfX, int halfY)
    {
        FrameTargets targets = context.Targets;
        int half = targets.Stride / 2;
        VI even = VI.Indices + VI.Indices;
        VF largest = VF.Zero;
        for (int y = halfY; y < halfY + (CameraRaster.TileHeight / 2); y++)
        {
            for (int x = halfX; x < halfX + (CameraRaster.TileWidth / 2); x += VF.Count)
            {
                int from = (2 * y * targets.Stride) + (2 * x), to = (y * half) + x;
                Quarter(targets.Red.Pointer + from, targets.Stride, even).Store(targets.HalfRed.Pointer + to);
                Quarter(targets.Green.Pointer + from, targets.Stride, even).Store(targets.HalfGreen.Pointer + to);
                Quarter(targets.Blue.Pointer + from, targets.Stride, even).Store(targets.HalfBlue.Pointer + to);
                if (lens.Any)
                {
                    VF depth = Vector.Load(targets.HalfDepth.Pointer + to);
                    VF blur = lens.Blur(depth);
                    blur.Store(targets.HalfBlur.Pointer + to);
                    largest = Max(largest, Vector.Abs(blur));
                }
            }
        }

        float tileBlur = 0;
        for (int lane = 0; lane < VF.Count; lane++)
        {
            tileBlur = MathF.Max(tileBlur, largest[lane]);
        }

        targets.TileBlur[tile] = tileBlur;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Quarter(float* from, int stride, VI even) =>
        (Gather(from, even) + Gather(from + 1, even) + Gather(from + stride, even) + Gather(from + stride + 1, even)) * F(0.25f);

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
