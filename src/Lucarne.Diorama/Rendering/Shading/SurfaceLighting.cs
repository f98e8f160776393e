using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Light on surfaces: sun, sky, lamps and what they give off, then the haze before them.</summary>
internal static unsafe class SurfaceLighting
{
    private const float InversePi = 1f / MathF.PI;

    /// <summary>Radiance of a block of fragments into their colours; sky fragments are left as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ShadingContext context, FragmentBlock f, int begin, int count, ReadOnlySpan<int> lights)
    {
        View view = context.View;
        SkyModel sky = context.Sky;
        Vector3 sun = sky.SunDirection, sunColour = sky.SunColour;
        float sunRadius = Math.Clamp(sky.Sky.SunSoftnessDegrees, 0.1f, 20f) * MathF.PI / 180f;
        for (int i = 0; i < count; i += VF.Count)
        {
            VI surface = Vector.GreaterThan(Vector.Load(f.Triangle + begin + i), VI.Zero);
            if (Vector.EqualsAll(surface, VI.Zero))
            {
                continue;
            }

            V3 n = new(Vector.Load(f.NormalX + i), Vector.Load(f.NormalY + i), Vector.Load(f.NormalZ + i));
            V3 ray = SurfaceShader.Ray(view, Vector.Load(f.X + begin + i), Vector.Load(f.Y + begin + i));
            VF w = VF.One / Max(Vector.Load(f.Depth + begin + i), F(1e-6f));
            V3 v = V3.Normalise(ray) * F(-1f);
            VF nv = Max(V3.Dot(n, v), F(0.02f));
            VF rough = Vector.Load(f.Roughness + i);
            VF metal = Vector.Load(f.Metallic + i);
            V3 albedo = new(Vector.Load(f.BaseRed + i), Vector.Load(f.BaseGreen + i), Vector.Load(f.BaseBlue + i));
            VF dielectric = F(0.04f) * (VF.One - metal);
            V3 f0 = new(Fma(albedo.X, metal, dielectric), Fma(albedo.Y, metal, dielectric), Fma(albedo.Z, metal, dielectric));
            V3 diffuse = albedo * (VF.One - metal);
            VF subsurface = Vector.Load(f.Subsurface + i), clearcoat = Vector.Load(f.Clearcoat + i);
            VF occlusion = Vector.Load(f.Occlusion + i), sunLight = Vector.Load(f.Sun + i);

            // Sun: wrapped diffuse, GGX and lacquer
            VF nl = V3.Dot(n, sun);
            VF wrapped = Saturate(Fma(subsurface, F(0.5f), nl) / Fma(subsurface, F(0.5f), VF.One));
            VF through = subsurface * F(0.3f) * Saturate(F(0.35f) - nl);
            V3 half = V3.Normalise(V3.AddScaled(v, sun, VF.One));
            VF nh = Saturate(V3.Dot(n, half)), vh = Saturate(V3.Dot(v, half));
            VF fresnel = VF.One - vh;
            VF fresnel2 = fresnel * fresnel;
            fresnel = fresnel2 * fresnel2 * fresnel;
            VF alpha = Max(rough * rough, F(sunRadius * 0.7f));
            VF lit = Saturate(nl);
            VF specular = Highlight(nh, nv, lit, alpha) * lit;
            VF coat = Highlight(nh, nv, lit, F(MathF.Max(0.012f, sunRadius * 0.7f))) * lit * clearcoat * Fma(fresnel, F(0.96f), F(0.04f));
            VF diffuseSun = (wrapped + through) * F(InversePi) * sunLight;
            V3 sunIn = new V3(sunColour);
            V3 total = diffuse * sunIn * diffuseSun;
            VF shine = specular * sunLight;
            total += sunIn * (f0 + ((new V3(Vector3.One) - f0) * fresnel)) * shine;
            total += sunIn * (coat * sunLight);

            // Sky: diffuse, reflection by roughness, lacquer and nap
            V3 ambient = sky.Ambient(n);
            V3 bounce = new(MultiBounce(occlusion, albedo.X), MultiBounce(occlusion, albedo.Y), MultiBounce(occlusion, albedo.Z));
            total += diffuse * ambient * bounce;
            V3 r = V3.AddScaled(v * F(-1f), n, F(2f) * nv);
            VF grazing = VF.One - nv;
            VF grazing2 = grazing * grazing;
            VF grazing5 = grazing2 * grazing2 * grazing;
            VF smooth = VF.One - rough;
            VF a = Fma(grazing5 * smooth, F(-0.1f), VF.One - (rough * F(0.28f)));
            VF b = grazing5 * smooth * smooth;
            VF specularOcclusion = Saturate(Fma(occlusion, F(1.25f), F(-0.25f)) + (smooth * F(0.12f) * occlusion));
            V3 reflected = sky.Dome(r, rough);
            total += reflected * (f0 * a + new V3(b, b, b)) * specularOcclusion;
            VF coatSky = clearcoat * Fma(grazing5, F(0.96f), F(0.04f)) * specularOcclusion;
            V3 clear = sky.Dome(r, F(0.08f));
            total = V3.AddScaled(total * (VF.One - coatSky), clear, coatSky);
            VF nap = Vector.Load(f.Sheen + i) * grazing2 * grazing;
            total += (ambient + (sunIn * (sunLight * F(0.25f) * Saturate(nl + F(0.4f))))) * diffuse * (nap * F(2.2f) * occlusion);

            // Lamps
            V3 position = ray * w;
            foreach (int index in lights)
            {
                PointLight lamp = context.Lights[index];
                V3 to = new V3(lamp.Position) - position;
                VF squared = Max(V3.Dot(to, to), F(1e-4f));
                VF inverse = InverseSqrt(squared);
                V3 l = to * inverse;
                VF window = squared * F(1f / (lamp.RangeM * lamp.RangeM));
                window = Saturate(VF.One - (window * window));
                VF falloff = window * window / (squared + F(0.01f));
                VF lampNl = V3.Dot(n, l);
                VF lampLit = Saturate(lampNl);
                VF wrap = Saturate(Fma(subsurface, F(0.5f), lampNl) / Fma(subsurface, F(0.5f), VF.One));
                V3 h = V3.Normalise(l + v);
                VF lampSpecular = Highlight(Saturate(V3.Dot(n, h)), nv, lampLit, Max(rough * rough, F(0.02f))) * lampLit;
                lampSpecular += clearcoat * F(0.05f) * Highlight(Saturate(V3.Dot(n, h)), nv, lampLit, F(0.02f)) * lampLit;
                V3 response = V3.AddScaled(f0 * lampSpecular, diffuse, wrap * F(InversePi) * Fma(occlusion, F(0.7f), F(0.3f)));
                total += response * new V3(lamp.Colour) * falloff;
            }

            total += new V3(Vector.Load(f.EmissionRed + i), Vector.Load(f.EmissionGreen + i), Vector.Load(f.EmissionBlue + i));
            if (context.Fog.Any)
            {
                V3 direction = v * F(-1f);
                VF distance = w / Max(V3.Dot(direction, view.Forward), F(0.05f));
                total = V3.Lerp(context.Fog.InScatter(direction), total, context.Fog.Transmittance(direction, distance));
            }

            SurfaceShader.Put(f.Red + begin + i, surface, total.X);
            SurfaceShader.Put(f.Green + begin + i, surface, total.Y);
            SurfaceShader.Put(f.Blue + begin + i, surface, total.Z);
        }
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
