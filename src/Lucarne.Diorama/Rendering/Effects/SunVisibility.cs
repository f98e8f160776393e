using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Share of the sun that reaches each place, at half size: shadows that soften with the distance from what casts them.</summary>
/// <remarks>Taps turn by a 4×4 pattern of pixels, which <see cref="AmbientOcclusion.Smooth"/> averages away.</remarks>
internal static unsafe class SunVisibility
{
    private const int SearchTaps = 6;
    private const int FilterTaps = 12;
    private const float LargestRadius = ShadowMap.Block - 1f;

    private static readonly Vector2[] Search = Spiral(SearchTaps);
    private static readonly Vector2[] Filter = Spiral(FilterTaps);
    private static readonly float[] TurnCos = Turns(MathF.Cos);
    private static readonly float[] TurnSin = Turns(MathF.Sin);

    [MethodImpl(Kernel)]
    public static void Run(ShadingContext context, ShadowMap map, int tile)
    {
        FrameTargets targets = context.Targets;
        View view = context.View;
        SunView sun = context.Geometry.Sun;
        const int TileWidth = CameraRaster.TileWidth / 2, TileHeight = CameraRaster.TileHeight / 2;
        int stride = targets.Stride / 2;
        int tileX = tile % targets.TilesX * TileWidth, tileY = tile / targets.TilesX * TileHeight;
        float texelM = 1f / sun.TexelsPerM;
        float penumbra = MathF.Tan(Math.Clamp(context.Sky.Sky.SunSoftnessDegrees, 0.2f, 25f) * MathF.PI / 180f) * sun.TexelsPerM;
        Vector2[] search = Search, filter = Filter;
        VF last = F(map.Size - ShadowMap.Block - 1f);
        for (int y = 0; y < TileHeight; y++)
        {
            for (int x = 0; x < TileWidth; x += VF.Count)
            {
                int at = ((tileY + y) * stride) + tileX + x;
                VF depth = Vector.Load(targets.HalfDepth.Pointer + at);
                Split((float*)targets.Ids.Pointer + (2 * (tileY + y) * targets.Stride) + (2 * (tileX + x)), out VF even, out _);
                VI triangle = Vector.AsVectorInt32(even) & new VI(VisibilityTile.IdMask);
                if (Vector.EqualsAll(triangle, VI.Zero))
                {
                    VF.One.Store(targets.HalfSun.Pointer + at);
                    continue;
                }

                VF sx = Fma(Ramp + F(tileX + x), F(2f), F(0.5f)), sy = F((2 * (tileY + y)) + 0.5f);
                V3 n = FaceNormal(context.Geometry, triangle, depth, sx, sy);
                V3 p = SurfaceShader.Ray(view, sx, sy) * (VF.One / Max(depth, F(1e-6f)));

                // A step off the surface keeps it from shading itself; the plane of the surface carries the depth to each tap
                VF towards = V3.Dot(n, sun.Towards);
                VF slope = VF.One - Saturate(towards);
                VF lift = F(texelM) * Fma(slope, F(1.4f), F(0.7f));
                p = V3.AddScaled(p, n, lift);
                VF u = Fma(V3.Dot(p, sun.Right), F(sun.TexelsPerM), F(sun.OffsetX));
                VF v = Fma(V3.Dot(p, sun.Up), F(sun.TexelsPerM), F(sun.OffsetY));
                VF z = V3.Dot(p, sun.Towards) + F(0.25f * texelM);
                VF steep = F(-texelM) / Max(towards, F(0.12f));
                VF gu = V3.Dot(n, sun.Right) * steep, gv = V3.Dot(n, sun.Up) * steep;
                VI inside = Vector.GreaterThan(u, F(ShadowMap.Block)) & Vector.GreaterThan(v, F(ShadowMap.Block)) & Vector.LessThan(u, last) & Vector.LessThan(v, last) & Vector.GreaterThan(triangle, VI.Zero);
                u = Min(Max(u, F(ShadowMap.Block)), last);
                v = Min(Max(v, F(ShadowMap.Block)), last);
                VI block = (ToInt(v * F(1f / ShadowMap.Block)) * new VI(map.Blocks)) + ToInt(u * F(1f / ShadowMap.Block));
                VF nearest = Gather(map.Nearest.Pointer, block), farthest = Gather(map.Farthest.Pointer, block);
                VF reach = (Vector.Abs(gu) + Vector.Abs(gv)) * F(LargestRadius);
                VI lit = Vector.GreaterThanOrEqual(z - reach, nearest) | Vector.OnesComplement(inside);
                VI dark = Vector.LessThan(z + reach, farthest);
                VF light = Select(lit, VF.One, VF.Zero);
                if (Vector.LessThanAny(Vector.OnesComplement(lit | dark), VI.Zero))
                {
                    int turn = ((tileY + y) & 3) * MaxWidth;
                    VF cos = Vector.LoadUnsafe(ref TurnCos[turn]), sin = Vector.LoadUnsafe(ref TurnSin[turn]);
                    VF hits = Blockers(map, search, u, v, z, gu, gv, cos, sin, penumbra, out VF radius);
                    VI edge = Vector.GreaterThan(hits, VF.Zero) & Vector.LessThan(hits, F(SearchTaps));
                    VF filtered = Select(Vector.Equals(hits, VF.Zero), VF.One, VF.Zero);
                    if (Vector.LessThanAny(edge, VI.Zero))
                    {
                        filtered = Select(edge, Filtered(map, filter, u, v, z, gu, gv, cos * radius, sin * radius), filtered);
                    }

                    light = Select(lit | dark, light, filtered);
                }

                light.Store(targets.HalfSun.Pointer + at);
            }
        }
    }

    /// <summary>Normal of the triangle's plane towards the lens, from the gradient of 1/w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 FaceNormal(SceneGeometry geometry, VI triangle, VF depth, VF x, VF y)
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

        VF right = zx * F(-view.Focal), up = zy * F(view.Focal);
        VF forward = Fma(zx, x - F(view.CentreX), zy * (y - F(view.CentreY))) - depth;
        return V3.Normalise(V3.AddScaled(V3.AddScaled(new V3(view.Right) * right, view.Up, up), view.Forward, forward));
    }

    /// <summary>How many of the search taps are blocked, and the filter's radius in texels from the mean height of what blocks them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Blockers(ShadowMap map, Vector2[] search, VF u, VF v, VF z, VF gu, VF gv, VF cos, VF sin, float penumbra, out VF radius)
    {
        VF sum = VF.Zero, hits = VF.Zero;
        float reach = MathF.Min(LargestRadius, MathF.Max(2.5f, penumbra * 0.8f));
        VF c = cos * F(reach), s = sin * F(reach);
        for (int i = 0; i < SearchTaps; i++)
        {
            VF ox = F(search[i].X), oy = F(search[i].Y);
            VF du = (c * ox) - (s * oy), dv = (s * ox) + (c * oy);
            VF above = Tap(map, u + du, v + dv) - Fma(gu, du, Fma(gv, dv, z));
            VI blocked = Vector.GreaterThan(above, VF.Zero);
            sum += Select(blocked, above, VF.Zero);
            hits += Select(blocked, VF.One, VF.Zero);
        }

        radius = Min(Max(sum / Max(hits, VF.One) * F(penumbra), F(1.5f)), F(LargestRadius));
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Filtered(ShadowMap map, Vector2[] filter, VF u, VF v, VF z, VF gu, VF gv, VF cos, VF sin)
    {
        VF light = VF.Zero;
        for (int i = 0; i < FilterTaps; i++)
        {
            float ox = filter[i].X, oy = filter[i].Y;
            VF du = (cos * F(ox)) - (sin * F(oy)), dv = (sin * F(ox)) + (cos * F(oy));
            VF here = Fma(gu, du, Fma(gv, dv, z));
            light += Select(Vector.GreaterThan(Tap(map, u + du, v + dv), here), VF.Zero, VF.One);
        }

        return light * F(1f / FilterTaps);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Tap(ShadowMap map, VF u, VF v)
    {
        VI at = Vector.ShiftLeft(ToInt(v), map.SizeLog2) + ToInt(u);
        return Gather(map.Depth.Pointer, at);
    }

    private static Vector2[] Spiral(int taps)
    {
        Vector2[] points = new Vector2[taps];
        for (int i = 0; i < taps; i++)
        {
            float radius = MathF.Sqrt((i + 0.5f) / taps), angle = i * 2.3999632f;
            points[i] = new Vector2(radius * MathF.Cos(angle), radius * MathF.Sin(angle));
        }

        return points;
    }

    /// <summary>A turn for each of 4×4 pixels, in an order that spreads neighbours apart; [4, MaxWidth].</summary>
    private static float[] Turns(Func<float, float> part)
    {
        ReadOnlySpan<int> order = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
        float[] values = new float[4 * MaxWidth];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = part(order[((i / MaxWidth) * 4) + (i & 3)] * (2 * MathF.PI / 16));
        }

        return values;
    }
}
