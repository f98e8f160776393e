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
        VF v = F(((view.CentreY - y - 0.5f) / view.Focal) + pitch);
        V3 up = new() { X = VF.Zero, Y = VF.One, Z = VF.Zero };
        V3 light = V3.AddScaled(context.Sky.Ambient(up), context.Sky.SunColour, F(0.16f));
        float wind = Math.Clamp(Vector3.Dot(new Vector3(context.Wind.X, 0, context.Wind.Y), view.Right), -15f, 15f);
        for (int x = 0; x < count; x += VF.Count)
        {
            VF u = Fma(Ramp + F(x + 0.5f - view.CentreX), F(1f / view.Focal), F(heading));
            V3 colour = new() { X = Vector.Load(red + x), Y = Vector.Load(green + x), Z = Vector.Load(blue + x) };
            if (context.Rain > 0)
            {
                Rain(context, u, v, Vector.Load(depth + x), wind, light, ref colour);
            }

            if (context.Snow > 0)
            {
                Snow(context, u, v, Vector.Load(depth + x), wind, light, ref colour);
            }

            colour.X.Store(red + x);
            colour.Y.Store(green + x);
            colour.Z.Store(blue + x);
        }
    }

    [MethodImpl(Kernel)]
    private static void Rain(ShadingContext context, VF u, VF v, VF depth, float wind, V3 light, ref V3 colour)
    {
        float pixel = 1f / context.View.Focal;
        VF total = VF.Zero;
        for (int layer = 0; layer < RainDistancesM.Length; layer++)
        {
            float distance = RainDistancesM[layer];
            float column = 0.05f / distance, fall = 8.5f / distance, lengthTurns = 0.55f / distance;
            VF slant = Fma(v, F(wind * -0.11f), u) * F(1f / column);
            VF cell = Vector.Floor(slant);
            VI hash = Hash(ToInt(cell), new VI(layer * 131), new VI(context.Seed & 0xFFFF));
            VF scroll = Fma(v + F(context.Seconds * fall), F(1f / (lengthTurns * 3f)), Unit(hash) * F(19f));
            VF drop = Vector.Floor(scroll);
            VI own = Hash(hash, ToInt(drop), VI.One);
            VF off = Vector.Abs(slant - cell - Fma(Unit(Vector.ShiftRightLogical(own, 7)), F(0.7f), F(0.15f))) * F(column);
            float width = MathF.Max(0.0016f / distance, pixel * 0.55f);
            float faint = MathF.Min(1f, 0.0016f / distance / width);
            VF line = Saturate(F(1.3f) - (off * F(1f / width))) * F(0.25f + (0.75f * faint));
            line = Select(Vector.LessThan(Unit(own), F(0.25f + (0.65f * context.Rain))), line, VF.Zero);
            if (Vector.EqualsAll(line, VF.Zero))
            {
                continue;
            }

            VF along = scroll - drop;
            VF streak = SmoothStep(0f, 0.08f, along) * SmoothStep(0.42f, 0.2f, along);
            VF before = Saturate((F(1f / distance) - depth) * F(distance * 6f));
            total += streak * line * before;
        }

        if (Vector.EqualsAll(total, VF.Zero))
        {
            return;
        }

        VF share = Min(total * F(0.16f + (0.14f * context.Rain)), F(0.6f));
        V3 shown = new() { X = light.X * F(1.5f) + F(0.015f), Y = light.Y * F(1.5f) + F(0.017f), Z = light.Z * F(1.55f) + F(0.02f) };
        colour = V3.Lerp(colour, shown, share);
        colour = V3.AddScaled(colour, colour, share * F(0.5f));
    }

    [MethodImpl(Kernel)]
    private static void Snow(ShadingContext context, VF u, VF v, VF depth, float wind, V3 light, ref V3 colour)
    {
        float pixel = 1f / context.View.Focal;
        VF cover = VF.Zero;
        for (int layer = 0; layer < SnowDistancesM.Length; layer++)
        {
            float distance = SnowDistancesM[layer];
            float size = 0.21f / distance, fall = (0.9f + (0.12f * layer)) / distance;
            float drift = context.Seconds * wind * 0.5f / distance;
            VF px = (u - F(drift)) * F(1f / size), py = Fma(v + F(context.Seconds * fall), F(1f / size), F(layer * 0.37f));
            VF cy = Vector.Floor(py);
            VF shift = Unit(Hash(ToInt(cy), new VI(layer), new VI(context.Seed & 0xFFFF)));
            px += shift;
            VF cx = Vector.Floor(px);
            VI hash = Hash(ToInt(cx), ToInt(cy), new VI((layer * 977) + (context.Seed & 0xFFFF)));
            VF present = Select(Vector.LessThan(Unit(hash), F(0.2f + (0.7f * context.Snow))), VF.One, VF.Zero);
            VF swing = SinTurns(Unit(Vector.ShiftRightLogical(hash, 3)) + F(context.Seconds * 0.45f)) * F(0.1f);
            VF ox = px - cx - Fma(Unit(Vector.ShiftRightLogical(hash, 5)), F(0.5f), F(0.25f)) - swing;
            VF oy = py - cy - Fma(Unit(Vector.ShiftRightLogical(hash, 8)), F(0.6f), F(0.2f));
            VF radius = Vector.SquareRoot(Fma(ox, ox, oy * oy)) * F(size);
            float flake = 0.0062f / distance;
            float blur = MathF.Max(pixel * 0.6f, MathF.Abs((1f / distance) - 0.25f) * 0.0035f);
            float shown = flake + blur;
            VF soft = Saturate((F(shown) - radius) * F(1f / (blur * 2f)));
            float strength = flake * flake / (shown * shown);
            VF before = Saturate((F(1f / distance) - depth) * F(distance * 6f));
            cover += soft * present * before * F(0.25f + (0.75f * strength));
        }

        V3 white = new() { X = light.X * F(1.1f) + F(0.02f), Y = light.Y * F(1.1f) + F(0.02f), Z = light.Z * F(1.12f) + F(0.025f) };
        colour = V3.Lerp(colour, white, Min(cover, F(0.92f)));
    }
}
