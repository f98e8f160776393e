using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>From a fragment's triangle to its normal and material.</summary>
internal static unsafe class SurfaceShader
{
    /// <summary>Shading normals of a block of fragments, turned towards the lens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normals(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        View view = context.View;
        float* records = (float*)context.Geometry.Triangles.Pointer;
        for (int i = 0; i < count; i += VF.Count)
        {
            VI triangle = Vector.Load(f.Triangle + begin + i);
            VI at = triangle * new VI(TriangleRecord.Words);
            VF w = VF.One / Max(Vector.Load(f.Depth + begin + i), F(1e-6f));
            VF x = Vector.Load(f.X + begin + i), y = Vector.Load(f.Y + begin + i);
            VF dx, dy, b1, b2;
            VI n0, n1, n2;
            if (Vector.EqualsAll(triangle, new VI(triangle[0])))
            {
                TriangleRecord* r = context.Geometry.Triangles.Pointer + triangle[0];
                dx = x - F(r->X0);
                dy = y - F(r->Y0);
                b1 = w * Fma(dx, F(r->Px), dy * F(r->Py));
                b2 = w * Fma(dx, F(r->Qx), dy * F(r->Qy));
                (n0, n1, n2) = (new VI(r->Normal0), new VI(r->Normal1), new VI(r->Normal2));
            }
            else
            {
                dx = x - Gather(records, at);
                dy = y - Gather(records + 1, at);
                b1 = w * Fma(dx, Gather(records + 2, at), dy * Gather(records + 3, at));
                b2 = w * Fma(dx, Gather(records + 4, at), dy * Gather(records + 5, at));
                n0 = Gather((int*)records + 6, at);
                n1 = Gather((int*)records + 7, at);
                n2 = Gather((int*)records + 8, at);
            }

            b1 = Saturate(b1);
            b2 = Min(Saturate(b2), VF.One - b1);
            PackedNormal.Unpack(n0, out VF ax, out VF ay, out VF az);
            PackedNormal.Unpack(n1, out VF bx, out VF by, out VF bz);
            PackedNormal.Unpack(n2, out VF cx, out VF cy, out VF cz);
            VF b0 = VF.One - b1 - b2;
            V3 n = new(Fma(ax, b0, Fma(bx, b1, cx * b2)), Fma(ay, b0, Fma(by, b1, cy * b2)), Fma(az, b0, Fma(bz, b1, cz * b2)));
            n = V3.Normalise(n);

            // Seen from behind: two-sided surfaces turn round, others bend to the silhouette
            V3 toLens = V3.Normalise(Ray(view, x, y)) * F(-1f);
            VF facing = V3.Dot(n, toLens);
            VF flip = Select(Vector.LessThan(facing, F(-0.25f)), F(-1f), VF.One);
            n *= flip;
            n = V3.Normalise(V3.AddScaled(n, toLens, Max(F(0.02f) - (facing * flip), VF.Zero)));
            n.X.Store(f.NormalX + i);
            n.Y.Store(f.NormalY + i);
            n.Z.Store(f.NormalZ + i);
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
        int* records = (int*)context.Geometry.Triangles.Pointer;
        Surface* surfaces = context.Geometry.Surfaces.Pointer;
        for (int i = 0; i < count; i += VF.Count)
        {
            VI triangle = Vector.Load(f.Triangle + begin + i);
            VI surface = Vector.EqualsAll(triangle, new VI(triangle[0]))
                ? new VI(records[(triangle[0] * TriangleRecord.Words) + 9])
                : Gather(records + 9, triangle * new VI(TriangleRecord.Words));
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
