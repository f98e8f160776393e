using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>What stands by water and puddles, mirrored in them: the change to the picture, at half size, by marching the depth plane.</summary>
internal static unsafe class Reflections
{
    private const int Steps = 26;
    private const int TileWidth = CameraRaster.TileWidth / 2;
    private const int TileHeight = CameraRaster.TileHeight / 2;

    [MethodImpl(Kernel)]
    public static void Run(ShadingContext context, int tile)
    {
        FrameTargets targets = context.Targets;
        View view = context.View;
        int stride = targets.Stride / 2;
        int tileX = tile % targets.TilesX * TileWidth, tileY = tile / targets.TilesX * TileHeight;
        for (int y = 0; y < TileHeight; y++)
        {
            for (int x = 0; x < TileWidth; x += VF.Count)
            {
                int at = ((tileY + y) * stride) + tileX + x;
                VF sx = Fma(Ramp + F(tileX + x), F(2f), F(0.5f)), sy = F((2 * (tileY + y)) + 0.5f);
                V3 ray = SurfaceShader.Ray(view, sx, sy);
                VF squared = V3.Dot(ray, ray), shorten = InverseSqrt(squared);
                V3 d = ray * shorten;
                VF depth = Vector.Load(targets.HalfDepth.Pointer + at);
                VF behind = Select(Vector.Equals(depth, VF.Zero), F(1e7f), squared * shorten / Max(depth, F(1e-7f)));
                VF distance = VF.Zero, weight = VF.Zero;
                V3 n = new() { X = VF.Zero, Y = VF.One, Z = VF.Zero };
                if (context.Water is not null)
                {
                    WaterShader.Find(context, d, behind, out WaterShader.Hit hit);
                    VF nv = Max(VF.Zero - V3.Dot(hit.Normal, d), F(0.015f));
                    weight = Select(hit.Mask, WaterShader.Fresnel(nv), VF.Zero);
                    distance = hit.Distance;
                    n = V3.Select(hit.Mask, hit.Normal, n);
                }

                if (context.Wetness > 0)
                {
                    Puddles(context, targets, d, behind, tileX + x, tileY + y, sx, sy, depth, ref weight, ref distance, ref n);
                }

                V3 change = default;
                if (Vector.GreaterThanAny(weight, VF.Zero))
                {
                    change = March(context, d, d * distance, n, weight, (tileX + x, tileY + y));
                }

                change.X.Store(targets.MirrorRed.Pointer + at);
                change.Y.Store(targets.MirrorGreen.Pointer + at);
                change.Z.Store(targets.MirrorBlue.Pointer + at);
            }
        }
    }

    [MethodImpl(Kernel)]
    private static void Puddles(ShadingContext context, FrameTargets targets, V3 d, VF behind, int x, int y, VF sx, VF sy, VF depth, ref VF weight, ref VF distance, ref V3 n)
    {
        View view = context.View;
        VI triangle = Gather(targets.Ids.Pointer + (2 * y * targets.Stride) + (2 * x), VI.Indices + VI.Indices) & new VI(VisibilityTile.IdMask);
        VI solid = Vector.GreaterThan(triangle, VI.Zero) & Vector.Equals(weight, VF.Zero);
        if (Vector.EqualsAll(solid, VI.Zero))
        {
            return;
        }

        V3 face = SunVisibility.FaceNormal(context.Geometry, triangle, depth, sx, sy);
        VF px = Fma(d.X, behind, F(view.Position.X)), pz = Fma(d.Z, behind, F(view.Position.Z));
        VF puddle = Select(solid, Weathering.Puddle(context.Wetness, px, pz, face.Y), VF.Zero);

        // Wet ground between the puddles mirrors too, faintly
        VF film = Select(solid & Vector.GreaterThan(face.Y, F(0.9f)), F(0.35f * context.Wetness), VF.Zero);
        VF mirror = Max(puddle, film);
        if (Vector.EqualsAll(mirror, VF.Zero))
        {
            return;
        }

        Weathering.Rings(context, px, pz, behind * F(1f / view.Focal), out VF slopeX, out VF slopeZ);
        V3 grit = new() { X = px * F(19f), Y = VF.Zero, Z = pz * F(19f) };
        Noise.Value3(grit, 77, out V3 rough);
        VF dull = (VF.One - puddle) * F(0.02f);
        V3 normal = V3.Normalise(new V3 { X = Fma(rough.X, dull, VF.Zero - slopeX), Y = VF.One, Z = Fma(rough.Z, dull, VF.Zero - slopeZ) });
        VF nv = Max(VF.Zero - V3.Dot(normal, d), F(0.02f));
        VF share = mirror * Min(WaterShader.Fresnel(nv) * F(1.6f) + F(0.05f), VF.One);
        weight = Select(solid, share, weight);
        distance = Select(solid, behind, distance);
        n = V3.Select(solid, normal, n);
    }

    /// <summary>Follows the mirrored rays across the picture until something is in front of them.</summary>
    [MethodImpl(Kernel)]
    private static V3 March(ShadingContext context, V3 d, V3 start, V3 n, VF weight, (int X, int Y) pixel)
    {
        FrameTargets targets = context.Targets;
        View view = context.View;
        VF turn = V3.Dot(d, n) * F(-2f);
        V3 r = V3.AddScaled(d, n, turn);
        r.Y = Max(r.Y, F(0.004f));
        start = V3.AddScaled(start, n, F(0.004f));

        // 1/w changes evenly along the ray's picture, so places and depths are simply interpolated
        VF w0 = V3.Dot(start, view.Forward), wr = V3.Dot(r, view.Forward);
        VF length = Min(Fma(w0, F(2.5f), F(6f)), F(90f));
        VF towardsLens = (w0 - F(View.NearM * 2)) / Max(VF.Zero - wr, F(1e-4f));
        length = Select(Vector.LessThan(wr, VF.Zero), Min(length, towardsLens * F(0.95f)), length);
        V3 end = V3.AddScaled(start, r, length);
        VF d0 = VF.One / Max(w0, F(1e-4f)), d1 = VF.One / Max(V3.Dot(end, view.Forward), F(1e-4f));
        VF x0 = Fma(V3.Dot(start, view.Right) * d0, F(view.Focal), F(view.CentreX)), y0 = F(view.CentreY) - (V3.Dot(start, view.Up) * d0 * F(view.Focal));
        VF x1 = Fma(V3.Dot(end, view.Right) * d1, F(view.Focal), F(view.CentreX)), y1 = F(view.CentreY) - (V3.Dot(end, view.Up) * d1 * F(view.Focal));
        VF jitter = Fract(Fma(Ramp + F(pixel.X), F(0.7548777f), F(pixel.Y * 0.5698403f)));
        VI active = Vector.GreaterThan(weight, F(0.004f)) & Vector.GreaterThan(w0, F(View.NearM));
        VI found = VI.Zero;
        VF hitX = VF.Zero, hitY = VF.Zero;
        int half = targets.Stride / 2;
        for (int k = 0; k < Steps; k++)
        {
            VF u = (F(k + 0.3f) + jitter) * F(1f / Steps);
            u *= Fma(u, F(0.6f), F(0.4f));
            VF x = Lerp(x0, x1, u), y = Lerp(y0, y1, u), depth = Lerp(d0, d1, u);
            VI inside = Vector.GreaterThan(x, VF.One) & Vector.GreaterThan(y, VF.One) & Vector.LessThan(x, F(targets.Width - 2)) & Vector.LessThan(y, F(targets.Height - 2));
            active &= inside;
            if (Vector.EqualsAll(active, VI.Zero))
            {
                break;
            }

            VI at = (ToInt(Select(active, y, VF.Zero) * F(0.5f)) * new VI(half)) + ToInt(Select(active, x, VF.Zero) * F(0.5f));
            VF scene = Gather(targets.HalfDepth.Pointer, at);
            VF thickness = Fma(Vector.Abs(F(1f / Steps) * (d1 - d0)), F(2.5f), depth * F(0.10f));
            VI hit = active & Vector.GreaterThan(scene, depth * F(1.002f)) & Vector.LessThan(scene, depth + thickness);
            hitX = Select(hit, x, hitX);
            hitY = Select(hit, y, hitY);
            found |= hit;
            active = Vector.AndNot(active, hit);
        }

        if (Vector.EqualsAll(found, VI.Zero))
        {
            return default;
        }

        VI pixelAt = (ToInt(hitY) * new VI(targets.Stride)) + ToInt(hitX);
        VF edge = Min(Min(hitX, F(targets.Width) - hitX) * F(8f / targets.Width), Min(hitY, F(targets.Height) - hitY) * F(12f / targets.Height));
        VF share = Select(found, weight * Saturate(edge), VF.Zero);
        V3 dome = context.Sky.Dome(r, F(0.06f));
        return new V3
        {
            X = (Gather(targets.Red.Pointer, pixelAt) - dome.X) * share,
            Y = (Gather(targets.Green.Pointer, pixelAt) - dome.Y) * share,
            Z = (Gather(targets.Blue.Pointer, pixelAt) - dome.Z) * share,
        };
    }
}
