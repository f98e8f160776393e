using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Light on surfaces: sun, sky, lamps and what they give off, then the haze before them. Each step adds to the fragments' colours.</summary>
internal static unsafe class SurfaceLighting
{
    private const float InversePi = 1f / MathF.PI;

    /// <summary>Radiance of a block of fragments into their colours; sky fragments are left as they are.</summary>
    public static void Run(ShadingContext context, FragmentBlock f, int begin, int count, ReadOnlySpan<int> lights)
    {
        Sky(context, f, begin, count);
        Sun(context, f, begin, count);
        if (lights.Length > 0)
        {
            Lamps(context, f, begin, count, lights);
        }

        Finish(context, f, begin, count);
    }

    /// <summary>The sky's diffuse light and reflection by roughness; then lacquer and nap where there are any.</summary>
    [MethodImpl(Kernel)]
    private static void Sky(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        SkyModel sky = context.Sky;
        for (int i = 0; i < count; i += VF.Count)
        {
            VI surface = Vector.GreaterThan(Vector.Load(f.Triangle + begin + i), VI.Zero);
            if (Vector.EqualsAll(surface, VI.Zero))
            {
                continue;
            }

            V3 n = Normal(f, i);
            V3 ray = SurfaceShader.Ray(f, i);
            VF nv = Max(VF.Zero - V3.Dot(n, ray), F(0.02f));
            VF rough = Vector.Load(f.Roughness + i), metal = Vector.Load(f.Metallic + i);
            V3 albedo = Base(f, i);
            VF occlusion = Vector.Load(f.Occlusion + i);
            V3 ambient = sky.Ambient(n);
            VF matt = VF.One - metal;
            VF r = ambient.X * albedo.X * matt * MultiBounce(occlusion, albedo.X);
            VF g = ambient.Y * albedo.Y * matt * MultiBounce(occlusion, albedo.Y);
            VF b = ambient.Z * albedo.Z * matt * MultiBounce(occlusion, albedo.Z);

            // Share of the reflection by angle and roughness, after Karis's fit
            VF grazing = VF.One - nv;
            VF grazing2 = grazing * grazing;
            VF grazing5 = grazing2 * grazing2 * grazing;
            VF smooth = VF.One - rough;
            VF scale = Fma(grazing5 * smooth, F(-0.1f), Fma(rough, F(-0.28f), VF.One));
            VF offset = grazing5 * smooth * smooth;
            VF open = Saturate(Fma(occlusion, F(1.25f), F(-0.25f)) + (smooth * F(0.12f) * occlusion));
            V3 towards = V3.AddScaled(ray, n, F(2f) * nv);
            V3 mirrored = sky.Dome(towards, rough);
            VF f0 = F(0.04f) * matt;
            r = Fma(mirrored.X * open, Fma(Fma(albedo.X, metal, f0), scale, offset), r);
            g = Fma(mirrored.Y * open, Fma(Fma(albedo.Y, metal, f0), scale, offset), g);
            b = Fma(mirrored.Z * open, Fma(Fma(albedo.Z, metal, f0), scale, offset), b);

            VF clearcoat = Vector.Load(f.Clearcoat + i), sheen = Vector.Load(f.Sheen + i);
            if (Vector.GreaterThanAny(clearcoat, VF.Zero))
            {
                V3 clear = sky.Dome(towards, F(0.08f));
                VF coat = clearcoat * Fma(grazing5, F(0.96f), F(0.04f)) * open;
                r = Lerp(r, clear.X, coat);
                g = Lerp(g, clear.Y, coat);
                b = Lerp(b, clear.Z, coat);
            }

            if (Vector.GreaterThanAny(sheen, VF.Zero))
            {
                VF nap = sheen * grazing2 * grazing * occlusion * F(2.2f);
                r = Fma(ambient.X * albedo.X, nap, r);
                g = Fma(ambient.Y * albedo.Y, nap, g);
                b = Fma(ambient.Z * albedo.Z, nap, b);
            }

            SurfaceShader.Put(f.Red + begin + i, surface, r);
            SurfaceShader.Put(f.Green + begin + i, surface, g);
            SurfaceShader.Put(f.Blue + begin + i, surface, b);
        }
    }

    /// <summary>The sun or moon: wrapped diffuse, GGX highlight and lacquer.</summary>
    [MethodImpl(Kernel)]
    private static void Sun(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        Vector3 sun = context.Sky.SunDirection, colour = context.Sky.SunColour;
        float width = Math.Clamp(context.Sky.Sky.SunSoftnessDegrees, 0.1f, 20f) * MathF.PI / 180f * 0.7f;
        for (int i = 0; i < count; i += VF.Count)
        {
            VI surface = Vector.GreaterThan(Vector.Load(f.Triangle + begin + i), VI.Zero);
            VF light = Vector.Load(f.Sun + i);
            V3 n = Normal(f, i);
            VF nl = V3.Dot(n, sun);
            VF subsurface = Vector.Load(f.Subsurface + i);
            VF wrapped = Max(Fma(subsurface, F(0.5f), nl), VF.Zero) / Fma(subsurface, F(0.5f), VF.One);
            VF through = subsurface * F(0.3f) * Saturate(F(0.35f) - nl);
            VF reaching = Max(light, through) * (wrapped + through);
            if (Vector.EqualsAll(Select(surface, reaching, VF.Zero), VF.Zero))
            {
                continue;
            }

            V3 ray = SurfaceShader.Ray(f, i);
            VF nv = Max(VF.Zero - V3.Dot(n, ray), F(0.02f));
            VF hx = F(sun.X) - ray.X, hy = F(sun.Y) - ray.Y, hz = F(sun.Z) - ray.Z;
            VF halfScale = InverseSqrt(Max(Fma(hx, hx, Fma(hy, hy, hz * hz)), F(1e-8f)));
            VF nh = Saturate(Fma(n.X, hx, Fma(n.Y, hy, n.Z * hz)) * halfScale);
            VF vh = Saturate(V3.Dot(ray, sun) * F(-0.5f) + F(0.5f));
            vh = Vector.SquareRoot(vh);
            VF fresnel = VF.One - vh;
            VF fresnel2 = fresnel * fresnel;
            fresnel = fresnel2 * fresnel2 * fresnel;
            VF rough = Vector.Load(f.Roughness + i), metal = Vector.Load(f.Metallic + i), clearcoat = Vector.Load(f.Clearcoat + i);
            V3 albedo = Base(f, i);
            VF lit = Saturate(nl);
            VF shine = Min(Highlight(nh, nv, lit, Max(rough * rough, F(width))), F(60f)) * lit * light;
            VF coat = VF.Zero;
            if (Vector.GreaterThanAny(clearcoat, VF.Zero))
            {
                coat = Min(Highlight(nh, nv, lit, F(MathF.Max(0.012f, width))), F(400f)) * lit * light * clearcoat * Fma(fresnel, F(0.96f), F(0.04f));
            }

            VF matt = (VF.One - metal) * reaching * F(InversePi);
            matt = Fma(Vector.Load(f.Sheen + i) * light * Saturate(nl + F(0.4f)), F(0.5f) * (VF.One - nv) * (VF.One - nv), matt);
            VF f0 = F(0.04f) * (VF.One - metal);
            Add(f.Red + begin + i, surface, F(colour.X) * Fma(albedo.X, matt, Fma(Reflectance(albedo.X, metal, f0, fresnel), shine, coat)));
            Add(f.Green + begin + i, surface, F(colour.Y) * Fma(albedo.Y, matt, Fma(Reflectance(albedo.Y, metal, f0, fresnel), shine, coat)));
            Add(f.Blue + begin + i, surface, F(colour.Z) * Fma(albedo.Z, matt, Fma(Reflectance(albedo.Z, metal, f0, fresnel), shine, coat)));
        }
    }

    [MethodImpl(Kernel)]
    private static void Lamps(ShadingContext context, FragmentBlock f, int begin, int count, ReadOnlySpan<int> lights)
    {
        for (int i = 0; i < count; i += VF.Count)
        {
            VI surface = Vector.GreaterThan(Vector.Load(f.Triangle + begin + i), VI.Zero);
            V3 n = Normal(f, i), albedo = Base(f, i);
            V3 ray = SurfaceShader.Ray(f, i);
            VF distance = Vector.Load(f.Distance + i);
            VF px = ray.X * distance, py = ray.Y * distance, pz = ray.Z * distance;
            V3 v = ray * F(-1f);
            VF nv = Max(V3.Dot(n, v), F(0.02f));
            VF rough = Vector.Load(f.Roughness + i), metal = Vector.Load(f.Metallic + i);
            VF subsurface = Vector.Load(f.Subsurface + i) * F(0.5f), clearcoat = Vector.Load(f.Clearcoat + i) * F(0.05f);
            VF matt = (VF.One - metal) * F(InversePi) * Fma(Vector.Load(f.Occlusion + i), F(0.7f), F(0.3f));
            VF alpha = Max(rough * rough, F(0.02f)), f0 = F(0.04f) * (VF.One - metal);
            VF r = VF.Zero, g = VF.Zero, b = VF.Zero;
            foreach (int index in lights)
            {
                PointLight lamp = context.Lights[index];
                VF lx = F(lamp.Position.X) - px, ly = F(lamp.Position.Y) - py, lz = F(lamp.Position.Z) - pz;
                VF squared = Max(Fma(lx, lx, Fma(ly, ly, lz * lz)), F(1e-4f));
                VF window = squared * F(1f / (lamp.RangeM * lamp.RangeM));
                window = Max(VF.One - (window * window), VF.Zero);
                if (Vector.EqualsAll(window, VF.Zero))
                {
                    continue;
                }

                VF inverse = InverseSqrt(squared);
                lx *= inverse;
                ly *= inverse;
                lz *= inverse;
                VF falloff = window * window / (squared + F(0.01f));
                VF nl = Fma(n.X, lx, Fma(n.Y, ly, n.Z * lz));
                VF wrapped = Max(nl + subsurface, VF.Zero) / (VF.One + subsurface) * matt;
                VF hx = lx + v.X, hy = ly + v.Y, hz = lz + v.Z;
                VF halfScale = InverseSqrt(Max(Fma(hx, hx, Fma(hy, hy, hz * hz)), F(1e-8f)));
                VF nh = Saturate(Fma(n.X, hx, Fma(n.Y, hy, n.Z * hz)) * halfScale), lit = Saturate(nl);
                VF shine = Min(Highlight(nh, nv, lit, alpha), F(60f)) * lit;
                VF coat = clearcoat * Min(Highlight(nh, nv, lit, F(0.02f)), F(400f)) * lit;
                r = Fma(falloff * F(lamp.Colour.X), Fma(albedo.X, wrapped, Fma(Fma(albedo.X, metal, f0), shine, coat)), r);
                g = Fma(falloff * F(lamp.Colour.Y), Fma(albedo.Y, wrapped, Fma(Fma(albedo.Y, metal, f0), shine, coat)), g);
                b = Fma(falloff * F(lamp.Colour.Z), Fma(albedo.Z, wrapped, Fma(Fma(albedo.Z, metal, f0), shine, coat)), b);
            }

            Add(f.Red + begin + i, surface, r);
            Add(f.Green + begin + i, surface, g);
            Add(f.Blue + begin + i, surface, b);
        }
    }

    /// <summary>What surfaces give off, and the haze before them.</summary>
    [MethodImpl(Kernel)]
    private static void Finish(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        for (int i = 0; i < count; i += VF.Count)
        {
            VI surface = Vector.GreaterThan(Vector.Load(f.Triangle + begin + i), VI.Zero);
            VF r = Vector.Load(f.Red + begin + i) + Vector.Load(f.EmissionRed + i);
            VF g = Vector.Load(f.Green + begin + i) + Vector.Load(f.EmissionGreen + i);
            VF b = Vector.Load(f.Blue + begin + i) + Vector.Load(f.EmissionBlue + i);
            if (context.Fog.Any)
            {
                V3 ray = SurfaceShader.Ray(f, i);
                VF clear = context.Fog.Transmittance(ray, Vector.Load(f.Distance + i));
                V3 haze = context.Fog.InScatter(ray);
                r = Lerp(haze.X, r, clear);
                g = Lerp(haze.Y, g, clear);
                b = Lerp(haze.Z, b, clear);
            }

            SurfaceShader.Put(f.Red + begin + i, surface, r);
            SurfaceShader.Put(f.Green + begin + i, surface, g);
            SurfaceShader.Put(f.Blue + begin + i, surface, b);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V3 Normal(FragmentBlock f, int i) => new() { X = Vector.Load(f.NormalX + i), Y = Vector.Load(f.NormalY + i), Z = Vector.Load(f.NormalZ + i) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V3 Base(FragmentBlock f, int i) => new() { X = Vector.Load(f.BaseRed + i), Y = Vector.Load(f.BaseGreen + i), Z = Vector.Load(f.BaseBlue + i) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* to, VI mask, VF value) => (Vector.Load(to) + Select(mask, value, VF.Zero)).Store(to);

    /// <summary>Schlick's Fresnel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Reflectance(VF albedo, VF metal, VF f0, VF fresnel)
    {
        VF facing = Fma(albedo, metal, f0);
        return Fma(VF.One - facing, fresnel, facing);
    }

    /// <summary>GGX distribution and visibility together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Highlight(VF nh, VF nv, VF nl, VF alpha)
    {
        VF a2 = alpha * alpha;
        VF d = Fma(nh * nh, a2 - VF.One, VF.One);
        VF visibility = Lerp(F(2f) * nl * nv, nl + nv, alpha);
        return a2 * F(0.5f * InversePi) / Max(d * d * visibility, F(1e-7f));
    }

    /// <summary>Light that bounces between bright walls fills their corners (Jiménez's fit).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF MultiBounce(VF occlusion, VF albedo)
    {
        VF a = Fma(albedo, F(2.0404f), F(-0.3324f));
        VF b = Fma(albedo, F(-4.7951f), F(0.6417f));
        VF c = Fma(albedo, F(2.7552f), F(0.6903f));
        return Max(occlusion, Fma(Fma(occlusion, a, b), occlusion, c) * occlusion);
    }
}
