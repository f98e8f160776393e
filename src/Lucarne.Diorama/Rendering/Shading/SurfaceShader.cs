using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>From a fragment's triangle to its normal and material.</summary>
internal static unsafe class SurfaceShader
{
    /// <summary>Shading normals of a block of fragments, turned towards the lens, and each fragment's surface.</summary>
    public static void Normals(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        Fetch(context, f, begin, count);
        Interpolate(context, f, begin, count);
    }

    /// <summary>Lays out the records of the block's triangles field by field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fetch(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        TriangleRecord* records = context.Geometry.Triangles.Pointer;
        int* triangles = f.Triangle + begin;
        for (int i = 0; i < count; i++)
        {
            TriangleRecord* r = records + triangles[i];
            f.CornerX[i] = r->X0;
            f.CornerY[i] = r->Y0;
            f.WeightPx[i] = r->Px;
            f.WeightPy[i] = r->Py;
            f.WeightQx[i] = r->Qx;
            f.WeightQy[i] = r->Qy;
            f.CornerNormal0[i] = r->Normal0;
            f.CornerNormal1[i] = r->Normal1;
            f.CornerNormal2[i] = r->Normal2;
            f.Surface[i] = r->Surface;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Interpolate(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        View view = context.View;
        for (int i = 0; i < count; i += VF.Count)
        {
            VF w = VF.One / Max(Vector.Load(f.Depth + begin + i), F(1e-6f));
            VF x = Vector.Load(f.X + begin + i), y = Vector.Load(f.Y + begin + i);
            VF dx = x - Vector.Load(f.CornerX + i), dy = y - Vector.Load(f.CornerY + i);
            VF b1 = Saturate(w * Fma(dx, Vector.Load(f.WeightPx + i), dy * Vector.Load(f.WeightPy + i)));
            VF b2 = Min(Saturate(w * Fma(dx, Vector.Load(f.WeightQx + i), dy * Vector.Load(f.WeightQy + i))), VF.One - b1);
            VF b0 = VF.One - b1 - b2;
            PackedNormal.Unpack(Vector.Load(f.CornerNormal0 + i), out VF nx, out VF ny, out VF nz);
            nx *= b0;
            ny *= b0;
            nz *= b0;
            PackedNormal.Unpack(Vector.Load(f.CornerNormal1 + i), out VF ax, out VF ay, out VF az);
            nx = Fma(ax, b1, nx);
            ny = Fma(ay, b1, ny);
            nz = Fma(az, b1, nz);
            PackedNormal.Unpack(Vector.Load(f.CornerNormal2 + i), out ax, out ay, out az);
            nx = Fma(ax, b2, nx);
            ny = Fma(ay, b2, ny);
            nz = Fma(az, b2, nz);
            VF scale = InverseSqrt(Max(Fma(nx, nx, Fma(ny, ny, nz * nz)), F(1e-20f)));

            // Seen from behind: two-sided surfaces turn round, others bend to the silhouette
            V3 ray = Ray(view, x, y);
            VF lens = VF.Zero - InverseSqrt(V3.Dot(ray, ray));
            VF facing = Fma(nx, ray.X, Fma(ny, ray.Y, nz * ray.Z)) * scale * lens;
            VF flip = Select(Vector.LessThan(facing, F(-0.25f)), VF.Zero - scale, scale);
            VF bend = Max(F(0.02f) - Select(Vector.LessThan(facing, F(-0.25f)), VF.Zero - facing, facing), VF.Zero) * lens;
            nx = Fma(nx, flip, ray.X * bend);
            ny = Fma(ny, flip, ray.Y * bend);
            nz = Fma(nz, flip, ray.Z * bend);
            scale = InverseSqrt(Max(Fma(nx, nx, Fma(ny, ny, nz * nz)), F(1e-20f)));
            (nx * scale).Store(f.NormalX + i);
            (ny * scale).Store(f.NormalY + i);
            (nz * scale).Store(f.NormalZ + i);
        }
    }

    /// <summary>Direction through a pixel position, of length one along the view axis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 Ray(in View view, VF x, VF y)
    {
        VF right = (x - F(view.CentreX)) * F(1f / view.Focal), up = (F(view.CentreY) - y) * F(1f / view.Focal);
        return V3.AddScaled(V3.AddScaled(new V3(view.Forward), view.Right, right), view.Up, up);
    }

    /// <summary>Material attributes of a block of fragments: each surface present in a vector is evaluated for all of it and kept where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Materials(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        Surface* surfaces = context.Geometry.Surfaces.Pointer;
        for (int i = 0; i < count; i += VF.Count)
        {
            VI triangle = Vector.Load(f.Triangle + begin + i);
            VI surface = Vector.Load(f.Surface + i);
            VI left = Vector.GreaterThan(triangle, VI.Zero);
            while (Vector.LessThanAny(left, VI.Zero))
            {
                int lane = FirstSet(left);
                int id = surface[lane];
                VI mask = Vector.Equals(surface, new VI(id)) & left;
                left = Vector.AndNot(left, mask);
                Constants(f, i, mask, surfaces[id]);
                if (surfaces[id].Pattern != SurfacePattern.None)
                {
                    SurfacePatterns.Apply(context, f, begin, i, mask, surfaces[id]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstSet(VI mask)
    {
        for (int lane = 0; lane < VF.Count; lane++)
        {
            if (mask[lane] != 0)
            {
                return lane;
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Constants(FragmentBlock f, int i, VI mask, in Surface s)
    {
        Put(f.BaseRed + i, mask, F(s.BaseColour.X));
        Put(f.BaseGreen + i, mask, F(s.BaseColour.Y));
        Put(f.BaseBlue + i, mask, F(s.BaseColour.Z));
        Put(f.Roughness + i, mask, F(s.Roughness));
        Put(f.Metallic + i, mask, F(s.Metallic));
        Put(f.EmissionRed + i, mask, F(s.Emission.X));
        Put(f.EmissionGreen + i, mask, F(s.Emission.Y));
        Put(f.EmissionBlue + i, mask, F(s.Emission.Z));
        Put(f.Subsurface + i, mask, F(s.Subsurface));
        Put(f.Sheen + i, mask, F(s.Sheen));
        Put(f.Clearcoat + i, mask, F(s.Clearcoat));
        Put(f.Occlusion + i, mask, F(s.RadiusM));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(float* at, VI mask, VF value) => Select(mask, value, Vector.Load(at)).Store(at);
}
