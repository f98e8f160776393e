using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>The water's surface before the fragments that lie behind it: what it lets through, its own colour, the sky and sun in it, foam.</summary>
internal static unsafe class WaterShader
{
    /// <summary>A place on the surface.</summary>
    public ref struct Hit
    {
        /// <summary>Set where the line of sight meets the water before anything else.</summary>
        public VI Mask;

        /// <summary>Metres along the line of sight.</summary>
        public VF Distance;

        public V3 Normal;

        /// <summary>Height above the level as a share of the wave height.</summary>
        public VF Crest;

        /// <summary>Width of a pixel on the surface, metres.</summary>
        public VF Footprint;

        public VF X;
        public VF Z;
    }

    /// <summary>Colours a block of fragments, whose own colours are what is under the water.</summary>
    [MethodImpl(Kernel)]
    public static void Run(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        View view = context.View;
        for (int i = begin; i < begin + count; i += VF.Count)
        {
            V3 ray = SurfaceShader.Ray(view, Vector.Load(f.X + i), Vector.Load(f.Y + i));
            VF squared = V3.Dot(ray, ray), shorten = InverseSqrt(squared);
            VF depth = Vector.Load(f.Depth + i);
            VF behind = Select(Vector.Equals(Vector.Load(f.Triangle + i), VI.Zero), F(1e7f), squared * shorten / Max(depth, F(1e-7f)));
            V3 d = ray * shorten;
            Find(context, d, behind, out Hit hit);
            if (Vector.EqualsAll(hit.Mask, VI.Zero))
            {
                continue;
            }

            V3 under = new() { X = Vector.Load(f.Red + i), Y = Vector.Load(f.Green + i), Z = Vector.Load(f.Blue + i) };
            V3 colour = Shade(context, d, hit, behind - hit.Distance, under);
            SurfaceShader.Put(f.Red + i, hit.Mask, colour.X);
            SurfaceShader.Put(f.Green + i, hit.Mask, colour.Y);
            SurfaceShader.Put(f.Blue + i, hit.Mask, colour.Z);
        }
    }

    /// <summary>Where unit directions from the lens meet the water nearer than <paramref name="behind"/> metres.</summary>
    [MethodImpl(Kernel)]
    public static void Find(ShadingContext context, V3 d, VF behind, out Hit hit)
    {
        View view = context.View;
        WaveField waves = context.Waves!;
        Water water = context.Water!;
        hit = default;
        float above = view.Position.Y - waves.LevelM;
        VI down = Vector.LessThan(d.Y, F(-1e-4f));
        VF t = F(above) / Max(VF.Zero - d.Y, F(1e-4f));
        hit.Mask = down & Vector.LessThan(t, behind) & Vector.GreaterThan(t, F(View.NearM));
        if (above <= 0 || Vector.EqualsAll(hit.Mask, VI.Zero))
        {
            hit.Mask = VI.Zero;
            return;
        }

        VF x = Fma(d.X, t, F(view.Position.X)), z = Fma(d.Z, t, F(view.Position.Z));
        VF footprint = t * F(1f / view.Focal) / Max(Vector.SquareRoot(VF.Zero - d.Y), F(0.08f));
        waves.SampleWide(x, z, context.SecondsExact, footprint, out _, out _, out VF height);

        // One step towards the waves' own height, not beyond what a grazing look would miss
        VF shift = Min(Max(height / Max(VF.Zero - d.Y, F(0.06f)), t * F(-0.3f)), t * F(0.3f));
        t -= shift;
        x = Fma(d.X, t, F(view.Position.X));
        z = Fma(d.Z, t, F(view.Position.Z));
        waves.SampleWide(x, z, context.SecondsExact, footprint, out VF slopeX, out VF slopeZ, out height);
        Ripples(context, water, x, z, footprint, ref slopeX, ref slopeZ);
        hit.Mask &= Vector.LessThan(t, behind);
        if (water.Extent is { } extent)
        {
            hit.Mask &= Vector.GreaterThan(x, F(extent.Min.X)) & Vector.LessThan(x, F(extent.Max.X)) & Vector.GreaterThan(z, F(extent.Min.Y)) & Vector.LessThan(z, F(extent.Max.Y));
        }

        hit.Distance = t;
        hit.Footprint = footprint;
        hit.Crest = height * F(1f / MathF.Max(0.01f, water.WaveHeightM));
        hit.X = x;
        hit.Z = z;
        hit.Normal = V3.Normalise(new V3 { X = VF.Zero - slopeX, Y = VF.One, Z = VF.Zero - slopeZ });
    }

    /// <summary>Small waves that carry no height: they break up the mirror and glitter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Ripples(ShadingContext context, Water water, VF x, VF z, VF footprint, ref VF slopeX, ref VF slopeZ)
    {
        float length = MathF.Max(0.02f, water.WaveLengthM);
        float steep = MathF.Min(0.14f, 0.02f + (water.WaveHeightM / length * 0.9f));
        for (int k = 0; k < 2; k++)
        {
            float cycles = (k == 0 ? 11f : 29f) / length;
            float speed = context.Seconds * (k == 0 ? 1.1f : 1.7f);
            V3 p = new() { X = Fma(x, F(cycles), F(speed * 0.6f)), Y = F(speed * 0.8f), Z = Fma(z, F(cycles), F(k * 17.3f - (speed * 0.3f))) };
            Noise.Value3(p, 501 + k, out V3 slope);
            VF visible = Saturate(F(1.5f) - (footprint * F(cycles * 1.3f))) * F(steep);
            slopeX = Fma(slope.X, visible, slopeX);
            slopeZ = Fma(slope.Z, visible, slopeZ);
        }
    }

    [MethodImpl(Kernel)]
    private static V3 Shade(ShadingContext context, V3 d, in Hit hit, VF thickness, V3 under)
    {
        Water water = context.Water!;
        SkyModel sky = context.Sky;
        V3 n = hit.Normal;
        VF nv = Max(VF.Zero - V3.Dot(n, d), F(0.015f));
        VF fresnel = Fresnel(nv);

        // Its own colour: light scattered back from the depth, more in crests that the sun shines through
        V3 up = new() { X = VF.Zero, Y = VF.One, Z = VF.Zero };
        V3 ambient = sky.Ambient(up);
        V3 light = V3.AddScaled(ambient, sky.SunColour, F(0.3f * Math.Clamp(sky.SunDirection.Y, 0, 1)));
        VF backlit = Saturate(V3.Dot(d, sky.SunDirection)) * F(0.9f) + F(0.25f);
        VF crest = Saturate(hit.Crest + F(0.25f)) * backlit;
        V3 body = new V3(water.DeepColour) * light * F(1.6f);
        body += new V3(water.ShallowColour) * light * (crest * F(0.55f));

        float murk = 1.1f / MathF.Max(0.3f, MathF.Sqrt(MathF.Max(0.02f, water.WaveLengthM)));
        VF path = Max(thickness, VF.Zero) * F(murk);
        V3 through = new()
        {
            X = Exp2(path * F(-1.5f)),
            Y = Exp2(path * F(-0.75f)),
            Z = Exp2(path * F(-0.6f)),
        };
        V3 shallow = new V3(water.ShallowColour) * light * F(1.1f);
        body = V3.Lerp(body, shallow, Exp2(path * F(-0.8f)) * F(0.7f));
        body += (under - body) * through;

        V3 r = V3.AddScaled(d, n, F(2f) * nv);
        r.Y = Max(Vector.Abs(r.Y), F(0.01f));
        VF spread = Saturate(hit.Footprint * F(1.2f / MathF.Max(0.05f, water.WaveLengthM)) + F(0.04f));
        V3 mirrored = sky.Dome(r, spread * F(0.5f));
        V3 colour = V3.Lerp(body, mirrored, fresnel);

        // Sun: broad where waves are finer than pixels, glitter where they are not
        V3 h = V3.Normalise(new V3(sky.SunDirection) - d);
        VF nh = Saturate(V3.Dot(n, h)), alpha = Fma(spread, F(0.16f), F(0.035f));
        VF a2 = alpha * alpha;
        VF lobe = Fma(nh * nh, a2 - VF.One, VF.One);
        VF glint = Min(a2 / Max(lobe * lobe, F(1e-6f)) * F(0.08f), F(22f)) * Fma(fresnel, F(0.9f), F(0.02f));
        colour = V3.AddScaled(colour, sky.SunColour, glint * F(sky.Studio ? 0f : Math.Clamp((sky.SunDirection.Y + 0.05f) * 20f, 0f, 1f)));
        if (water.Foam > 0)
        {
            VF foam = Foam(context, water, hit, thickness);
            VF nl = Saturate(V3.Dot(n, sky.SunDirection));
            V3 white = V3.AddScaled(ambient * F(0.75f), sky.SunColour, nl * F(0.24f));
            colour = V3.Lerp(colour, white, foam);
        }

        if (context.Fog.Any)
        {
            colour = V3.Lerp(context.Fog.InScatter(d), colour, context.Fog.Transmittance(d, hit.Distance));
        }

        return colour;
    }

    /// <summary>Share of light that water mirrors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Fresnel(VF nv)
    {
        VF grazing = VF.One - nv;
        VF squared = grazing * grazing;
        return Fma(squared * squared * grazing, F(0.98f), F(0.02f));
    }

    /// <summary>On the crests of steep waves and along what rises out of the water.</summary>
    [MethodImpl(Kernel)]
    private static VF Foam(ShadingContext context, Water water, in Hit hit, VF thickness)
    {
        float length = MathF.Max(0.05f, water.WaveLengthM), steep = Math.Clamp(water.WaveHeightM / length * 9f, 0f, 1f);
        V3 p = new() { X = hit.X * F(5f / length), Y = F(context.Seconds * 0.25f), Z = hit.Z * F(5f / length) };
        VF clumps = Noise.Value3(p, 601), lace = Noise.Value3(p * F(3.7f), 603);
        VF pattern = Fma(clumps, F(0.6f), lace * F(0.4f));
        VF crest = SmoothStep(0.20f, 0.5f, hit.Crest) * F(steep) * SmoothStep(0.42f, 0.7f, pattern);
        float reach = MathF.Min(0.5f, 0.05f + (water.WaveHeightM * 0.6f));
        VF shore = Saturate(VF.One - (thickness * F(1f / reach))) * SmoothStep(0.3f, 0.62f, pattern + (Saturate(VF.One - (thickness * F(3f / reach))) * F(0.35f)));
        return Saturate((crest + (shore * F(0.8f))) * F(MathF.Min(1f, water.Foam * 1.8f)));
    }
}
