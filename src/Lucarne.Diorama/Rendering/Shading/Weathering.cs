using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Rain that soaks surfaces and stands in puddles, snow that settles on them.</summary>
internal static unsafe class Weathering
{
    /// <summary>Changes the attributes of a block of fragments.</summary>
    [MethodImpl(Kernel)]
    public static void Run(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        View view = context.View;
        for (int i = 0; i < count; i += VF.Count)
        {
            VF distance = VF.One / Max(Vector.Load(f.Depth + begin + i), F(1e-6f));
            V3 p = SurfaceShader.Ray(f, i) * Vector.Load(f.Distance + i);
            VF x = p.X + F(view.Position.X), z = p.Z + F(view.Position.Z);
            VF up = Vector.Load(f.NormalY + i);
            if (context.Wetness > 0)
            {
                Soak(context, f, i, x, z, up, distance * F(1f / view.Focal));
            }

            if (context.SnowCover > 0)
            {
                Settle(context, f, i, x, p.Y + F(view.Position.Y), z, up);
            }
        }
    }

    /// <summary>0 dry … 1 standing water, at a place on level ground.</summary>
    [MethodImpl(Kernel)]
    public static VF Puddle(float wetness, VF x, VF z, VF up)
    {
        VF wide = Noise.Value2(x * F(0.42f), z * F(0.42f), 301), fine = Noise.Value2(x * F(1.9f), z * F(1.9f), 303);
        VF level = Fma(wide, F(0.75f), fine * F(0.25f));
        float edge = 0.92f - (0.62f * wetness);
        return SmoothStep(edge, edge + 0.09f, level) * SmoothStep(0.93f, 0.985f, up);
    }

    /// <summary>Slope of the rings that drops make in standing water.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rings(ShadingContext context, VF x, VF z, VF footprint, out VF slopeX, out VF slopeZ)
    {
        const float CellsPerM = 5.5f;
        VF cx = Vector.Floor(x * F(CellsPerM)), cz = Vector.Floor(z * F(CellsPerM));
        VI hash = Hash(ToInt(cx), ToInt(cz), new VI(context.Seed & 0xFFF));
        VF clock = Fma(Unit(hash), F(7f), F(context.Seconds * 1.6f));
        VF age = Fract(clock);
        VI strike = Hash(hash, ToInt(Vector.Floor(clock)), VI.One);
        VF ox = Fma(x, F(CellsPerM), VF.Zero - cx) - Fma(Unit(strike), F(0.4f), F(0.3f)), oz = Fma(z, F(CellsPerM), VF.Zero - cz) - Fma(Unit(Vector.ShiftRightLogical(strike, 6)), F(0.4f), F(0.3f));
        VF radius = Vector.SquareRoot(Fma(ox, ox, Fma(oz, oz, F(1e-6f))));
        VF ring = (radius - (age * F(0.42f))) * F(9f);
        VF wave = SinTurns(ring) * Max(VF.One - Vector.Abs(ring), VF.Zero) * (VF.One - age) * Saturate(F(1.5f) - (footprint * F(CellsPerM * 7f)));
        wave *= F(0.35f * context.Rain) / radius;
        slopeX = wave * ox;
        slopeZ = wave * oz;
    }

    [MethodImpl(Kernel)]
    private static void Soak(ShadingContext context, FragmentBlock f, int i, VF x, VF z, VF up, VF footprint)
    {
        float wet = context.Wetness;
        VF exposed = F(wet) * SmoothStep(-0.2f, 0.6f, up);
        VF puddle = Puddle(wet, x, z, up);
        VF dark = VF.One - (exposed * F(0.42f)) - (puddle * F(0.25f));
        (Vector.Load(f.BaseRed + i) * dark).Store(f.BaseRed + i);
        (Vector.Load(f.BaseGreen + i) * dark).Store(f.BaseGreen + i);
        (Vector.Load(f.BaseBlue + i) * dark).Store(f.BaseBlue + i);
        VF rough = Vector.Load(f.Roughness + i);
        rough = Lerp(rough, Max(rough * F(0.42f), F(0.16f)), exposed);
        Lerp(rough, F(0.03f), puddle).Store(f.Roughness + i);
        Max(Vector.Load(f.Clearcoat + i), exposed * F(0.55f)).Store(f.Clearcoat + i);
        if (Vector.EqualsAll(puddle, VF.Zero))
        {
            return;
        }

        Rings(context, x, z, footprint, out VF slopeX, out VF slopeZ);
        VF nx = Lerp(Vector.Load(f.NormalX + i), VF.Zero - slopeX, puddle), nz = Lerp(Vector.Load(f.NormalZ + i), VF.Zero - slopeZ, puddle), ny = Lerp(up, VF.One, puddle);
        VF scale = InverseSqrt(Fma(nx, nx, Fma(ny, ny, nz * nz)));
        (nx * scale).Store(f.NormalX + i);
        (ny * scale).Store(f.NormalY + i);
        (nz * scale).Store(f.NormalZ + i);
    }

    [MethodImpl(Kernel)]
    private static void Settle(ShadingContext context, FragmentBlock f, int i, VF x, VF y, VF z, VF up)
    {
        V3 p = new() { X = x * F(3.1f), Y = y * F(3.1f), Z = z * F(3.1f) };
        VF ragged = Noise.Value3(p, 401) - F(0.5f);
        float edge = 0.95f - (0.75f * context.SnowCover);
        VF snow = SmoothStep(0f, 0.22f, up + (ragged * F(0.3f)) - F(edge)) * F(MathF.Min(1f, context.SnowCover * 3f));
        Lerp(Vector.Load(f.BaseRed + i), F(0.86f), snow).Store(f.BaseRed + i);
        Lerp(Vector.Load(f.BaseGreen + i), F(0.89f), snow).Store(f.BaseGreen + i);
        Lerp(Vector.Load(f.BaseBlue + i), F(0.94f), snow).Store(f.BaseBlue + i);
        Lerp(Vector.Load(f.Roughness + i), F(0.8f), snow).Store(f.Roughness + i);
        VF bare = VF.One - snow;
        (Vector.Load(f.Metallic + i) * bare).Store(f.Metallic + i);
        (Vector.Load(f.Clearcoat + i) * bare).Store(f.Clearcoat + i);
        (Vector.Load(f.EmissionRed + i) * bare).Store(f.EmissionRed + i);
        (Vector.Load(f.EmissionGreen + i) * bare).Store(f.EmissionGreen + i);
        (Vector.Load(f.EmissionBlue + i) * bare).Store(f.EmissionBlue + i);
        Max(Vector.Load(f.Subsurface + i), snow * F(0.45f)).Store(f.Subsurface + i);
    }
}
