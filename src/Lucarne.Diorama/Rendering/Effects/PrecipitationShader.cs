using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Rain and snow in layers at growing distances, each hidden by what is nearer.</summary>
/// <remarks>Layers lie on cylinders around the lens and are fixed to the world's directions, so they stay put when the camera turns.</remarks>
internal static unsafe class PrecipitationShader
{
    private static readonly float[] RainDistancesM = [1.1f, 2.2f, 4f, 8f];
    private static readonly float[] SnowDistancesM = [0.7f, 1.4f, 2.6f, 4.5f, 8f, 14f];

    /// <summary>Adds what falls before a row of the picture: <paramref name="count"/> pixels from the left, lanes padded.</summary>
    [MethodImpl(Kernel)]
    public static void Run(ShadingContext context, int y, int count, float* depth, float* red, float* green, float* blue)
    {
        View view = context.View;
        float heading = MathF.Atan2(view.Forward.X, -view.Forward.Z);
        float pitch = MathF.Asin(Math.Clamp(view.Forward.Y, -1, 1));
        float up = ((view.CentreY - y - 0.5f) / view.Focal) + pitch;
        float wind = Math.Clamp(Vector3.Dot(new Vector3(context.Wind.X, 0, context.Wind.Y), view.Right), -15f, 15f);
        V3 light = V3.AddScaled(context.Sky.Ambient(new V3 { X = VF.Zero, Y = VF.One, Z = VF.Zero }), context.Sky.SunColour, F(0.16f));
        float* cover = stackalloc float[count + MaxWidth];
        if (context.Rain > 0)
        {
            for (int layer = 0; layer < RainDistancesM.Length; layer++)
            {
                Rain(context, layer, heading, up, wind, count, depth, cover);
            }

            V3 shown = new() { X = light.X * F(1.5f) + F(0.015f), Y = light.Y * F(1.5f) + F(0.017f), Z = light.Z * F(1.55f) + F(0.02f) };
            for (int x = 0; x < count; x += VF.Count)
            {
                VF share = Min(Vector.Load(cover + x) * F(0.16f + (0.14f * context.Rain)), F(0.6f)), gain = Fma(share, F(0.5f), VF.One);
                (Lerp(Vector.Load(red + x), shown.X, share) * gain).Store(red + x);
                (Lerp(Vector.Load(green + x), shown.Y, share) * gain).Store(green + x);
                (Lerp(Vector.Load(blue + x), shown.Z, share) * gain).Store(blue + x);
                VF.Zero.Store(cover + x);
            }
        }

        if (context.Snow > 0)
        {
            for (int layer = 0; layer < SnowDistancesM.Length; layer++)
            {
                Snow(context, layer, heading, up, wind, count, depth, cover);
            }

            V3 white = new() { X = light.X * F(1.1f) + F(0.02f), Y = light.Y * F(1.1f) + F(0.02f), Z = light.Z * F(1.12f) + F(0.025f) };
            for (int x = 0; x < count; x += VF.Count)
            {
                VF share = Min(Vector.Load(cover + x), F(0.92f));
                Lerp(Vector.Load(red + x), white.X, share).Store(red + x);
                Lerp(Vector.Load(green + x), white.Y, share).Store(green + x);
                Lerp(Vector.Load(blue + x), white.Z, share).Store(blue + x);
            }
        }
    }

    /// <summary>Adds one layer of streaks to a row's cover.</summary>
    [MethodImpl(Kernel)]
    private static void Rain(ShadingContext context, int layer, float heading, float up, float wind, int count, float* depth, float* cover)
    {
        float pixel = 1f / context.View.Focal, distance = RainDistancesM[layer];
        float column = 0.05f / distance, fall = 8.5f / distance, lengthTurns = 0.55f / distance;
        float width = MathF.Max(0.0016f / distance, pixel * 0.55f);
        float faint = MathF.Min(1f, 0.0016f / distance / width);
        float lean = (up * wind * -0.11f) + heading, present = 0.25f + (0.65f * context.Rain), scrolled = (up + (context.Seconds * fall)) / (lengthTurns * 3f);
        VI layerBits = new(layer * 131), seed = new(context.Seed & 0xFFFF);
        for (int x = 0; x < count; x += VF.Count)
        {
            VF slant = Fma(Ramp + F(x + 0.5f - context.View.CentreX), F(pixel), F(lean)) * F(1f / column);
            VF cell = Vector.Floor(slant);
            VI hash = Hash(ToInt(cell), layerBits, seed);
            VF scroll = Fma(Unit(hash), F(19f), F(scrolled));
            VF drop = Vector.Floor(scroll);
            VI own = Hash(hash, ToInt(drop), VI.One);
            VF off = Vector.Abs(slant - cell - Fma(Unit(Vector.ShiftRightLogical(own, 7)), F(0.7f), F(0.15f))) * F(column);
            VF line = Saturate(F(1.3f) - (off * F(1f / width)));
            line = Select(Vector.LessThan(Unit(own), F(present)), line, VF.Zero);
            if (Vector.EqualsAll(line, VF.Zero))
            {
                continue;
            }

            VF along = scroll - drop;
            VF streak = SmoothStep(0f, 0.08f, along) * SmoothStep(0.42f, 0.2f, along);
            VF before = Saturate((F(1f / distance) - Vector.Load(depth + x)) * F(distance * 6f));
            Fma(streak * line, before * F(0.25f + (0.75f * faint)), Vector.Load(cover + x)).Store(cover + x);
        }
    }

    /// <summary>Adds one layer of flakes to a row's cover.</summary>
    [MethodImpl(Kernel)]
    private static void Snow(ShadingContext context, int layer, float heading, float up, float wind, int count, float* depth, float* cover)
    {
        float pixel = 1f / context.View.Focal, distance = SnowDistancesM[layer];
        float size = 0.21f / distance, fall = (0.9f + (0.12f * layer)) / distance;
        float drift = context.Seconds * wind * 0.5f / distance;
        float flake = 0.0062f / distance;
        float blur = MathF.Max(pixel * 0.6f, MathF.Abs((1f / distance) - 0.25f) * 0.0035f);
        float shown = flake + blur, strength = flake * flake / (shown * shown);
        float present = 0.2f + (0.7f * context.Snow), swingTurns = context.Seconds * 0.45f;
        VF py = F(((up + (context.Seconds * fall)) / size) + (layer * 0.37f));
        VF cy = Vector.Floor(py);
        VI row = ToInt(cy), seed = new((layer * 977) + (context.Seed & 0xFFFF));
        VF shift = Unit(Hash(row, new VI(layer), new VI(context.Seed & 0xFFFF)));
        for (int x = 0; x < count; x += VF.Count)
        {
            VF u = Fma(Ramp + F(x + 0.5f - context.View.CentreX), F(pixel), F(heading - drift));
            VF px = Fma(u, F(1f / size), shift);
            VF cx = Vector.Floor(px);
            VI hash = Hash(ToInt(cx), row, seed);
            VF oy = py - cy - Fma(Unit(Vector.ShiftRightLogical(hash, 8)), F(0.6f), F(0.2f));
            VI near = Vector.LessThan(Unit(hash), F(present)) & Vector.LessThan(Vector.Abs(oy), F(shown / size));
            if (Vector.EqualsAll(near, VI.Zero))
            {
                continue;
            }

            VF swing = SinTurns(Unit(Vector.ShiftRightLogical(hash, 3)) + F(swingTurns)) * F(0.1f);
            VF ox = px - cx - Fma(Unit(Vector.ShiftRightLogical(hash, 5)), F(0.5f), F(0.25f)) - swing;
            VF radius = Vector.SquareRoot(Fma(ox, ox, oy * oy)) * F(size);
            VF soft = Select(near, Saturate((F(shown) - radius) * F(1f / (blur * 2f))), VF.Zero);
            VF before = Saturate((F(1f / distance) - Vector.Load(depth + x)) * F(distance * 6f));
            Fma(soft, before * F(0.25f + (0.75f * strength)), Vector.Load(cover + x)).Store(cover + x);
        }
    }
}
