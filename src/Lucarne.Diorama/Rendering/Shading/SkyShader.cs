using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>The dome as the lens sees it: gradient, stars, sun or moon, northern lights, clouds, lightning, haze.</summary>
internal static unsafe class SkyShader
{
    private const float StarCells = 85f;

    /// <summary>Colours the sky fragments of a block; surface fragments are left as they are.</summary>
    [MethodImpl(Kernel)]
    public static void Run(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        View view = context.View;
        Sky sky = context.Sky.Sky;
        for (int i = begin; i < begin + count; i += VF.Count)
        {
            VI visible = Vector.Equals(Vector.Load(f.Triangle + i), VI.Zero);
            if (Vector.EqualsAll(visible, VI.Zero))
            {
                continue;
            }

            V3 direction = V3.Normalise(SurfaceShader.Ray(view, Vector.Load(f.X + i), Vector.Load(f.Y + i)));
            V3 colour = context.Sky.Dome(direction, VF.Zero);
            if (!sky.Studio)
            {
                if (sky.Stars > 0)
                {
                    Stars(context, direction, ref colour);
                }

                if (sky.Aurora > 0)
                {
                    Aurora(context, direction, ref colour);
                }

                Disc(context, direction, ref colour);
                if (sky.CloudCover > 0)
                {
                    Clouds(context, direction, ref colour);
                }

                if (sky.Lightning > 0.05f)
                {
                    Bolt(context, direction, ref colour);
                }
            }

            if (context.Fog.Any)
            {
                colour = V3.Lerp(context.Fog.InScatter(direction), colour, context.Fog.Transmittance(direction, F(FogModel.SkyDistanceM)));
            }

            SurfaceShader.Put(f.Red + i, visible, colour.X);
            SurfaceShader.Put(f.Green + i, visible, colour.Y);
            SurfaceShader.Put(f.Blue + i, visible, colour.Z);
        }
    }

    /// <summary>One star in some cells of a lattice around the lens, twinkling.</summary>
    [MethodImpl(Kernel)]
    private static void Stars(ShadingContext context, V3 d, ref V3 colour)
    {
        V3 p = d * F(StarCells);
        VF fx = Vector.Floor(p.X), fy = Vector.Floor(p.Y), fz = Vector.Floor(p.Z);
        VI hash = Hash(ToInt(fx), ToInt(fy), ToInt(fz) + new VI(context.Seed & 0xFFFF));
        VF dx = p.X - fx - Fma(Unit(hash), F(0.5f), F(0.25f));
        VF dy = p.Y - fy - Fma(Unit(Vector.ShiftRightLogical(hash, 4)), F(0.5f), F(0.25f));
        VF dz = p.Z - fz - Fma(Unit(Vector.ShiftRightLogical(hash, 8)), F(0.5f), F(0.25f));

        // Distance from the line of sight, so that every star is round
        VF along = Fma(dx, d.X, Fma(dy, d.Y, dz * d.Z));
        VF squared = Fma(dx, dx, Fma(dy, dy, dz * dz)) - (along * along);
        float pixel = StarCells / context.View.Focal;
        VF luck = Unit(hash * new VI(0x2545F491));
        VF magnitude = luck * luck * luck * luck;
        VF size = F(MathF.Max(0.035f, pixel * 0.75f)) * Fma(magnitude, F(1.1f), F(0.75f));
        VF glow = Exp2(squared / (size * size) * F(-1.6f));
        VF twinkle = Fma(SinTurns(Unit(hash) * F(9f) + F(context.Seconds * 0.7f)), F(0.22f), F(0.78f));
        VF power = glow * twinkle * Fma(magnitude, F(2.4f), F(0.10f)) * F(context.Sky.Sky.Stars);
        power *= SmoothStep(0.02f, 0.25f, d.Y);
        VF warm = Unit(Vector.ShiftRightLogical(hash, 3));
        colour = new V3 { X = Fma(power, Fma(warm, F(0.3f), F(0.75f)), colour.X), Y = Fma(power, F(0.88f), colour.Y), Z = Fma(power, Fma(warm, F(-0.3f), F(1.1f)), colour.Z) };
    }

    /// <summary>Sun by day; by night a moon with seas.</summary>
    [MethodImpl(Kernel)]
    private static void Disc(ShadingContext context, V3 d, ref V3 colour)
    {
        Vector3 sun = context.Sky.SunDirection, light = context.Sky.SunColour;
        float strength = MathF.Max(light.X, MathF.Max(light.Y, light.Z));
        if (sun.Y < -0.08f || strength <= 0)
        {
            return;
        }

        bool moon = strength < 0.6f && context.Sky.Sky.Stars > 0;
        float radius = (moon ? 1.5f : 1.1f) * MathF.PI / 180f;
        VF ox = d.X - F(sun.X), oy = d.Y - F(sun.Y), oz = d.Z - F(sun.Z);
        VF squared = Fma(ox, ox, Fma(oy, oy, oz * oz));
        if (Vector.GreaterThanAll(squared, F(0.12f)))
        {
            return;
        }

        float edge = MathF.Max(0.04f, 1.2f / (context.View.Focal * radius));
        VF inside = Saturate((VF.One - (Vector.SquareRoot(squared) * F(1f / radius))) * F(1f / edge));
        VF facing = Saturate(V3.Dot(d, sun));
        if (moon)
        {
            V3 seas = new() { X = ox * F(2.2f / radius), Y = oy * F(2.2f / radius), Z = oz * F(2.2f / radius) };
            VF tone = Fma(SmoothStep(0.35f, 0.65f, Noise.Value3(seas, 17)), F(0.4f), F(0.6f));
            colour = V3.Lerp(colour, new V3(light * (1.5f / strength)) * tone, inside);
            VF halo = Exp2(squared * F(-220f)) * F(0.10f);
            colour = V3.AddScaled(colour, light * (1f / strength), halo);
            return;
        }

        float haze = 1f - (0.85f * Math.Clamp(context.Sky.Sky.CloudCover, 0, 1));
        VF corona = Exp2((VF.One - facing) * F(-900f)) * F(0.6f * haze);
        colour = V3.AddScaled(colour, light, Fma(inside, F(7f * haze * haze), corona));
    }

    /// <summary>A layer of cumulus that drifts with the wind, bright on its sunward side.</summary>
    [MethodImpl(Kernel)]
    private static void Clouds(ShadingContext context, V3 d, ref V3 colour)
    {
        float cover = Math.Clamp(context.Sky.Sky.CloudCover, 0, 1);
        VF height = Max(d.Y, VF.Zero) + F(0.14f);
        VF scale = F(0.95f) / height;
        float drift = context.Seconds * 0.006f;
        Vector2 wind = context.Wind.LengthSquared() > 0 ? Vector2.Normalize(context.Wind) : Vector2.UnitX;
        V3 p = new() { X = Fma(d.X, scale, F((drift * wind.X) + (context.Seed % 97))), Y = F(context.Seconds * 0.008f), Z = Fma(d.Z, scale, F(drift * wind.Y)) };
        VF a = Noise.Value3(p, 101, out V3 slope), b = Noise.Value3(p * F(2.3f), 103, out V3 finer);
        VF density = Fma(a, F(0.5f), b * F(0.28f));
        float threshold = 0.70f - (0.5f * cover);

        // The finer two add at most 0.22: too little for the clear sky, nothing to the thick of a cloud
        VI open = Vector.LessThan(density, F(threshold - 0.22f)) | Vector.LessThan(d.Y, F(-0.01f));
        if (Vector.EqualsAll(open, VI.AllBitsSet))
        {
            return;
        }

        if (!Vector.EqualsAll(open | Vector.GreaterThan(density, F(threshold + 0.34f)), VI.AllBitsSet))
        {
            density += Fma(Noise.Value3(p * F(5.1f), 107), F(0.15f), Noise.Value3(p * F(11.3f), 109) * F(0.07f));
        }

        VF body = SmoothStep(0f, 0.2f, density - F(threshold));
        body *= SmoothStep(-0.01f, 0.12f, d.Y) * F(MathF.Min(1f, 0.75f + (0.25f * cover)));
        Vector3 sun = context.Sky.SunDirection;
        VF towards = (F(sun.X) * (slope.X + (finer.X * F(0.6f)))) + (F(sun.Z) * (slope.Z + (finer.Z * F(0.6f))));
        VF thick = SmoothStep(0.02f, 0.34f, density - F(threshold));
        VF lit = Saturate(F(0.62f) - (towards * F(0.3f)) - (thick * F(0.38f)));
        VF behind = Exp2((VF.One - V3.Dot(d, sun)) * F(-9f)) * (VF.One - thick);
        V3 up = new() { X = VF.Zero, Y = VF.One, Z = VF.Zero };
        V3 ambient = context.Sky.Ambient(up);
        V3 dark = ambient * F(0.52f), bright = V3.AddScaled(ambient * F(0.8f), context.Sky.SunColour, Fma(behind, F(0.5f), F(0.2f * (1f - (0.75f * cover * cover)))));
        colour = V3.Lerp(colour, V3.Lerp(dark, bright, lit), body);
    }

    /// <summary>Curtains of green with violet hems that wander.</summary>
    [MethodImpl(Kernel)]
    private static void Aurora(ShadingContext context, V3 d, ref V3 colour)
    {
        VF height = Max(d.Y, F(0.02f)) + F(0.12f);
        VF x = d.X / height, z = d.Z / height;
        VF wander = Noise.Value2(Fma(x, F(0.5f), F(context.Seconds * 0.05f)), z * F(0.35f), 211);
        VF fine = Noise.Value2(Fma(x, F(1.7f), F(context.Seconds * 0.11f)), z * F(0.6f), 213);
        VF band = Fract(Fma(z, F(0.28f), Fma(wander, F(1.5f), fine * F(0.3f))));
        VF curtain = Exp2(band * F(-4f)) * Saturate(band * F(14f));
        VF rays = Noise.Value2(Fma(x, F(8f), wander * F(11f)), F(context.Seconds * 0.35f), 217);
        curtain *= Fma(rays, F(0.9f), F(0.35f)) * SmoothStep(0.03f, 0.22f, d.Y) * SmoothStep(1.05f, 0.5f, d.Y);
        VF violet = Saturate((band * F(1.8f)) - F(0.25f)) * F(0.8f);
        VF power = curtain * F(3.4f * context.Sky.Sky.Aurora);
        V3 hue = V3.Lerp(new V3(new Vector3(0.10f, 0.95f, 0.42f)), new V3(new Vector3(0.42f, 0.16f, 0.72f)), violet);
        colour = V3.AddScaled(colour, hue, power);
    }

    /// <summary>A forked stroke from the clouds to the horizon, in the direction that the flash's second gives.</summary>
    [MethodImpl(Kernel)]
    private static void Bolt(ShadingContext context, V3 d, ref V3 colour)
    {
        View view = context.View;
        int flash = (int)(context.SecondsExact * 1.5);
        uint bits = (uint)(flash + 1) * 2654435761u;
        bits ^= (uint)context.Seed;
        bits = (bits ^ (bits >> 15)) * 2246822519u;
        float across = (((bits >> 8) & 0xFFFF) / 65535f * 0.7f) - 0.35f;
        VF forward = Max(V3.Dot(d, view.Forward), F(0.05f));
        VF x = V3.Dot(d, view.Right) / forward * F(view.Focal / view.Width);
        VF y = d.Y;
        VF bend = Noise.Value2(y * F(9f), VF.Zero, (int)(bits & 1023)) + (Noise.Value2(y * F(31f), VF.Zero, (int)(bits & 511) + 7) * F(0.35f)) + (Noise.Value2(y * F(90f), VF.Zero, 5) * F(0.12f));
        VF off = Vector.Abs(x - F(across) - (bend * F(0.16f)));
        VF fork = Vector.Abs(x - F(across) - (bend * F(0.16f)) - ((F(0.28f) - y) * (Noise.Value2(y * F(23f), VF.One, 9) + F(0.2f)) * F(0.55f)));
        fork = Select(Vector.LessThan(y, F(0.28f)), fork, VF.One);
        VF core = Exp2(off * F(-900f)) + (Exp2(fork * F(-1300f)) * F(0.5f));
        VF glow = Exp2(off * F(-40f)) * F(0.12f);
        VF power = (core * F(9f) + glow) * F(context.Sky.Sky.Lightning) * SmoothStep(-0.02f, 0.0f, y) * SmoothStep(0.6f, 0.35f, y);
        colour = V3.AddScaled(colour, new Vector3(0.8f, 0.85f, 1f), power);
    }
}
