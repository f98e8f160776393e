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
    [MethodImpl(Kernel)]
    private static void Fetch(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        TriangleRecord* records = context.Geometry.Triangles.Pointer;
        int* triangles = f.Triangle + begin;
        for (int i = 0; i < count; i += VF.Count)
        {
            VI triangle = Vector.Load(triangles + i);
            TriangleRecord* r = records + triangles[i];
            if (Vector.EqualsAll(triangle, new VI(triangles[i])))
            {
                F(r->X0).Store(f.CornerX + i);
                F(r->Y0).Store(f.CornerY + i);
                F(r->Px).Store(f.WeightPx + i);
                F(r->Py).Store(f.WeightPy + i);
                F(r->Qx).Store(f.WeightQx + i);
                F(r->Qy).Store(f.WeightQy + i);
                new VI(r->Normal0).Store(f.CornerNormal0 + i);
                new VI(r->Normal1).Store(f.CornerNormal1 + i);
                new VI(r->Normal2).Store(f.CornerNormal2 + i);
                new VI(r->Surface).Store(f.Surface + i);
                continue;
            }

            for (int k = i; k < i + VF.Count; k++)
            {
                r = records + triangles[k];
                f.CornerX[k] = r->X0;
                f.CornerY[k] = r->Y0;
                f.WeightPx[k] = r->Px;
                f.WeightPy[k] = r->Py;
                f.WeightQx[k] = r->Qx;
                f.WeightQy[k] = r->Qy;
                f.CornerNormal0[k] = r->Normal0;
                f.CornerNormal1[k] = r->Normal1;
                f.CornerNormal2[k] = r->Normal2;
                f.Surface[k] = r->Surface;
            }
        }
    }

    [MethodImpl(Kernel)]
    private static void Interpolate(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        View view = context.View;
        for (int i = 0; i < count; i += VF.Count)
        {
            VF w = VF.One / Max(Vector.Load(f.Depth + begin + i), F(1e-6f));
            VF x = Vector.Load(f.X + begin + i), y = Vector.Load(f.Y + begin + i);
            VI normal0 = Vector.Load(f.CornerNormal0 + i), normal1 = Vector.Load(f.CornerNormal1 + i), normal2 = Vector.Load(f.CornerNormal2 + i);
            PackedNormal.Unpack(normal0, out VF nx, out VF ny, out VF nz);
            if (!Vector.EqualsAll((normal0 ^ normal1) | (normal0 ^ normal2), VI.Zero))
            {
                VF dx = x - Vector.Load(f.CornerX + i), dy = y - Vector.Load(f.CornerY + i);
                VF b1 = Saturate(w * Fma(dx, Vector.Load(f.WeightPx + i), dy * Vector.Load(f.WeightPy + i)));
                VF b2 = Min(Saturate(w * Fma(dx, Vector.Load(f.WeightQx + i), dy * Vector.Load(f.WeightQy + i))), VF.One - b1);
                VF b0 = VF.One - b1 - b2;
                nx *= b0;
                ny *= b0;
                nz *= b0;
                PackedNormal.Unpack(normal1, out VF ax, out VF ay, out VF az);
                nx = Fma(ax, b1, nx);
                ny = Fma(ay, b1, ny);
                nz = Fma(az, b1, nz);
                PackedNormal.Unpack(normal2, out ax, out ay, out az);
                nx = Fma(ax, b2, nx);
                ny = Fma(ay, b2, ny);
                nz = Fma(az, b2, nz);
            }

            VF scale = InverseSqrt(Max(Fma(nx, nx, Fma(ny, ny, nz * nz)), F(1e-20f)));

            // Seen from behind: two-sided surfaces turn round, others bend to the silhouette
            V3 ray = Ray(view, x, y);
            VF squared = V3.Dot(ray, ray), shorten = InverseSqrt(squared);
            ray *= shorten;
            ray.X.Store(f.RayX + i);
            ray.Y.Store(f.RayY + i);
            ray.Z.Store(f.RayZ + i);
            (w * squared * shorten).Store(f.Distance + i);
            VF facing = Fma(nx, ray.X, Fma(ny, ray.Y, nz * ray.Z)) * scale;
            VI behind = Vector.GreaterThan(facing, F(0.25f));
            VF flip = Select(behind, VF.Zero - scale, scale);
            VF bend = Max(F(0.02f) + Select(behind, VF.Zero - facing, facing), VF.Zero);
            nx = Fma(nx, flip, VF.Zero - (ray.X * bend));
            ny = Fma(ny, flip, VF.Zero - (ray.Y * bend));
            nz = Fma(nz, flip, VF.Zero - (ray.Z * bend));
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

    /// <summary>Unit directions from the lens to the fragments, as <see cref="Normals"/> left them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 Ray(FragmentBlock f, int i) => new() { X = Vector.Load(f.RayX + i), Y = Vector.Load(f.RayY + i), Z = Vector.Load(f.RayZ + i) };

    /// <summary>Material attributes of a block of fragments: each surface present in a vector is evaluated for all of it and kept where it belongs.</summary>
    [MethodImpl(Kernel)]
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
                int id = f.Surface[i + BitOperations.TrailingZeroCount(Bits(left))];
                VI mask = Vector.Equals(surface, new VI(id)) & left;
                left = Vector.AndNot(left, mask);
                Constants(f, i, mask, surfaces + id);
                if (surfaces[id].Pattern != SurfacePattern.None)
                {
                    SurfacePatterns.Apply(context, f, begin, i, mask, surfaces[id]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Constants(FragmentBlock f, int i, VI mask, Surface* s)
    {
        Put(f.BaseRed + i, mask, F(s->BaseColour.X));
        Put(f.BaseGreen + i, mask, F(s->BaseColour.Y));
        Put(f.BaseBlue + i, mask, F(s->BaseColour.Z));
        Put(f.Roughness + i, mask, F(s->Roughness));
        Put(f.Metallic + i, mask, F(s->Metallic));
        Put(f.EmissionRed + i, mask, F(s->Emission.X));
        Put(f.EmissionGreen + i, mask, F(s->Emission.Y));
        Put(f.EmissionBlue + i, mask, F(s->Emission.Z));
        Put(f.Subsurface + i, mask, F(s->Subsurface));
        Put(f.Sheen + i, mask, F(s->Sheen));
        Put(f.Clearcoat + i, mask, F(s->Clearcoat));
        Put(f.Occlusion + i, mask, F(s->RadiusM));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(float* at, VI mask, VF value) => Select(mask, value, Vector.Load(at)).Store(at);
}
