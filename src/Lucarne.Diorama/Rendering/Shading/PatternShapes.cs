using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <content>The patterns themselves. Places come in pattern units: one repeat is one unit.</content>
internal static unsafe partial class SurfacePatterns
{
    /// <summary>Boards one unit wide with grain along X, each with its own tone.</summary>
    [MethodImpl(Kernel)]
    private static void Wood(V3 p, VF footprint, in Surface s, ref Sample o)
    {
        VI boardY = FloorToInt(p.Y + F(0.5f)), boardZ = FloorToInt(p.Z);
        VI hash = Hash(boardY, boardZ, new VI((int)(s.VariationBits & 0xFFFF)));
        VF tone = Unit(hash);
        VF z = Fract(p.Z);
        V3 q = new() { X = Fma(p.X, F(0.22f), tone * F(37f)), Y = p.Y * F(2.2f), Z = p.Z * F(2.2f) };
        VF warp = Noise.Value3(q, 11);
        VF rings = Fract(Fma(warp, F(4.5f), p.Y * F(0.6f)) + (p.Z * F(0.9f)) + tone);
        rings = Vector.Abs(rings - F(0.5f)) * F(2f);
        V3 fine = new() { X = p.X * F(1.5f), Y = p.Y * F(38f), Z = p.Z * F(38f) };
        VF seeRings = Visible(footprint, 6f), seeFibre = Visible(footprint, 38f);
        VF fibre = Detail(seeFibre, fine, 23, out V3 gradient);
        rings = Lerp(F(0.5f), rings * rings, seeRings);
        fibre = Lerp(F(0.5f), fibre, seeFibre);
        o.Mix = Fma(rings, F(0.5f), Fma(fibre, F(0.4f), (tone * F(0.45f)) - F(0.22f)));
        VF gap = Min(z, VF.One - z);
        VF joint = Saturate(VF.One - (gap * F(60f))) * Visible(footprint, 16f);
        o.Mix = Max(o.Mix, joint * F(1.3f));
        o.Slope = gradient * (F(0.25f) * seeFibre);
        o.Slope.Z += Select(Vector.LessThan(z, F(0.5f)), F(-1f), VF.One) * joint * F(-1.5f);
        o.Gloss = Fma(fibre, F(0.5f), F(0.75f));
    }

    [MethodImpl(Kernel)]
    private static void Marble(V3 p, VF footprint, in Surface s, ref Sample o)
    {
        VF shift = F(s.Variation * 31f);
        V3 q = new() { X = p.X + shift, Y = p.Y, Z = p.Z };
        VF a = Noise.Value3(q * F(2f), 3), b = Noise.Value3(q * F(4.7f), 5), c = Noise.Value3(q * F(11f), 7);
        VF bend = Fma(a, F(1.1f), Fma(b, F(0.5f), c * F(0.22f)));
        VF vein = VF.One - Vector.Abs(SinTurns((q.X * F(0.55f)) + (q.Z * F(0.4f)) + (q.Y * F(0.3f)) + bend));
        vein *= vein;
        vein *= vein;
        VF cloud = Noise.Value3(q * F(1.3f), 9);
        o.Mix = Lerp(F(0.2f), Fma(vein * vein, F(0.75f), cloud * F(0.2f)), Visible(footprint, 3f));
    }

    /// <summary>Courses of bricks or tiles with joints in the second colour.</summary>
    [MethodImpl(Kernel)]
    private static void Courses(V3 p, V3 n, VF footprint, in Surface s, Vector2 size, float shift, float joint, ref Sample o)
    {
        Unfold(p, n, out VF across, out VF up, out VI side, out VI flat);
        VF y = up * F(1f / size.Y), row = Vector.Floor(y);
        VF x = (across * F(1f / size.X)) + (row * F(shift)), column = Vector.Floor(x);
        VF fx = x - column, fy = y - row;
        VF dx = (F(0.5f) - Vector.Abs(fx - F(0.5f))) * F(size.X), dy = (F(0.5f) - Vector.Abs(fy - F(0.5f))) * F(size.Y);
        VF soft = Max(footprint * F(0.7f), F(joint * 0.35f));
        VF edge = Min(dx, dy);
        VF mortar = Saturate(Fma(F(joint) - edge, F(0.5f) / soft, F(0.5f)));
        VF mean = F(Math.Min(0.9f, 2 * joint * (1 / size.X + 1 / size.Y)));
        VF visible = Visible(footprint, 1f / size.Y);
        VF tone = Unit(Hash(ToInt(column), ToInt(row), new VI((int)(s.VariationBits & 0xFFFF)))) - F(0.5f);
        VF seeGrit = Visible(footprint, 23f);
        VF grit = Detail(seeGrit, p * F(23f), 31, out V3 gradient) - F(0.5f);
        o.Mix = Lerp(mean, Max(mortar, (tone * F(0.38f)) + F(0.14f) + (grit * seeGrit * F(0.25f))), visible);
        VF bevel = Saturate(VF.One - (Vector.Abs(edge - F(joint)) / (F(joint * 0.7f) + footprint))) * visible;
        VF alongX = Select(Vector.LessThan(dx, dy), bevel, VF.Zero), alongY = bevel - alongX;
        V3 lean = Fold(Vector.CopySign(alongX, F(0.5f) - fx), Vector.CopySign(alongY, F(0.5f) - fy), side, flat);
        o.Slope = V3.AddScaled(lean * F(1.6f), gradient, F(0.3f) * seeGrit);
        o.Gloss = Fma(mortar, F(0.6f), VF.One);
    }

    [MethodImpl(Kernel)]
    private static void Checker(V3 p, V3 n, VF footprint, ref Sample o)
    {
        Unfold(p, n, out VF across, out VF up, out _, out _);
        VF x = (Vector.Abs(Fract(across * F(0.5f)) - F(0.5f)) - F(0.25f)) * F(2f), y = (Vector.Abs(Fract(up * F(0.5f)) - F(0.5f)) - F(0.25f)) * F(2f);
        VF sharp = F(0.7f) / Max(footprint, F(1e-4f));
        x = Min(Max(x * sharp, F(-0.5f)), F(0.5f));
        y = Min(Max(y * sharp, F(-0.5f)), F(0.5f));
        o.Mix = Lerp(F(0.5f), F(0.5f) - (x * y * F(2f)), Visible(footprint, 0.8f));
    }

    [MethodImpl(Kernel)]
    private static void Speckle(V3 p, VF footprint, in Surface s, ref Sample o)
    {
        V3 q = new() { X = p.X + F(s.Variation * 17f), Y = p.Y, Z = p.Z };
        VF seeFine = Visible(footprint, 43f), seeMedium = Visible(footprint, 13f);
        VF fine = Detail(seeFine, q * F(43f), 3, out V3 gradient), medium = Detail(seeMedium, q * F(13f), 5), wide = Noise.Value3(q * F(1.1f), 7);
        o.Mix = F(0.32f) + ((fine - F(0.5f)) * seeFine * F(0.75f)) + ((medium - F(0.5f)) * seeMedium * F(0.4f)) + ((wide - F(0.5f)) * F(0.55f));
        o.Slope = gradient * (F(0.7f) * seeFine);
        o.Gloss = Fma(fine - F(0.5f), seeFine * F(0.4f), VF.One);
    }

    [MethodImpl(Kernel)]
    private static void Mottled(V3 p, VF footprint, in Surface s, ref Sample o)
    {
        V3 q = new() { X = p.X + F(s.Variation * 23f), Y = p.Y, Z = p.Z };
        VF see = Visible(footprint, 9f);
        VF a = Noise.Value3(q, 3), b = Noise.Value3(q * F(2.7f), 5), c = Detail(see, q * F(9f), 7, out V3 gradient);
        VF mix = Fma(a, F(0.55f), Fma(b, F(0.35f), (c - F(0.5f)) * see * F(0.45f) + F(0.05f)));
        o.Mix = Saturate((mix - F(0.22f)) * F(1.8f));
        o.Slope = gradient * (F(0.8f) * see);
    }

    [MethodImpl(Kernel)]
    private static void Rock(V3 p, VF footprint, in Surface s, ref Sample o)
    {
        V3 q = new() { X = p.X + F(s.Variation * 29f), Y = p.Y, Z = p.Z };
        VF a = Noise.Value3(q * F(1.4f), 3, out V3 ga), b = Noise.Value3(q * F(4.1f), 5, out V3 gb);
        VF seeB = Visible(footprint, 4f), seeC = Visible(footprint, 15f);
        VF c = Detail(seeC, q * F(15f), 7, out V3 gc);
        VF ridge = a + ((b - F(0.5f)) * F(0.5f)) - F(0.5f);
        VF crack = Saturate(VF.One - (Vector.Abs(ridge) * F(14f))) * seeB;
        o.Mix = Fma(b, F(0.45f), Fma(c - F(0.5f), seeC * F(0.5f), crack * F(0.55f)));
        o.Slope = V3.AddScaled(V3.AddScaled(ga * F(0.9f), gb, F(0.9f) * seeB), gc, F(0.7f) * seeC);
        o.Slope = V3.AddScaled(o.Slope, ga, Vector.CopySign(crack, ridge) * F(1.6f));
    }

    [MethodImpl(Kernel)]
    private static void Fabric(V3 p, V3 n, VF footprint, ref Sample o)
    {
        Unfold(p, n, out VF across, out VF up, out VI side, out VI flat);
        VF x = across * F(12f), y = up * F(12f);
        VF warp = SinTurns(x), weft = SinTurns(y);
        VF over = Vector.AsVectorSingle(Vector.Equals((FloorToInt(x * F(2f)) + FloorToInt(y * F(2f))) & VI.One, VI.Zero));
        VI mask = Vector.AsVectorInt32(over);
        VF visible = Visible(footprint, 24f);
        VF thread = Select(mask, warp * warp, weft * weft);
        o.Mix = Lerp(F(0.5f), F(0.85f) - (thread * F(0.7f)), visible);
        VF slopeX = Select(mask, SinTurns(x + F(0.25f)) * warp, VF.Zero) * visible, slopeY = Select(mask, VF.Zero, SinTurns(y + F(0.25f)) * weft) * visible;
        o.Slope = Fold(slopeX, slopeY, side, flat) * F(-1.2f);
    }

    [MethodImpl(Kernel)]
    private static void Stripes(V3 p, VF footprint, ref Sample o)
    {
        VF wave = (Vector.Abs(Fract(p.Y) - F(0.5f)) - F(0.25f)) / Max(footprint, F(1e-4f));
        o.Mix = Lerp(F(0.5f), Saturate(wave + F(0.5f)), Visible(footprint, 1f));
    }

    [MethodImpl(Kernel)]
    private static void Dots(V3 p, V3 n, VF footprint, ref Sample o)
    {
        Unfold(p, n, out VF across, out VF up, out _, out _);
        VF row = Vector.Floor(up), x = Fract(across + (row * F(0.5f))) - F(0.5f), y = up - row - F(0.5f);
        VF inside = (F(0.28f) - Vector.SquareRoot(Fma(x, x, y * y))) / Max(footprint, F(1e-4f));
        o.Mix = Lerp(F(0.246f), Saturate(inside + F(0.5f)), Visible(footprint, 1f));
    }

    /// <summary>One window a unit square; two in three are lit, each in its own strength.</summary>
    [MethodImpl(Kernel)]
    private static void Windows(V3 p, V3 n, VF footprint, in Surface s, ref Sample o)
    {
        Unfold(p, n, out VF across, out VF up, out VI side, out VI flat);
        VF column = Vector.Floor(across), row = Vector.Floor(up);
        VF x = Vector.Abs(across - column - F(0.5f)), y = Vector.Abs(up - row - F(0.52f));
        VF soft = F(1f) / Max(footprint, F(0.01f));
        VF pane = Saturate(((F(0.26f) - x) * soft) + F(0.5f)) * Saturate(((F(0.34f) - y) * soft) + F(0.5f));
        VF bar = Saturate(((F(0.022f) - Min(x, Vector.Abs(y - F(0.08f)))) * soft) + F(0.5f)) * Visible(footprint, 8f);
        VF glass = Select(flat, VF.Zero, pane * (VF.One - bar));
        VI face = Select32(side, new VI(71), new VI(3));
        VI hash = Hash(ToInt(column), ToInt(row), face + new VI((int)(s.VariationBits & 0xFFFF)));
        VF chance = Unit(hash), strength = Unit(Vector.ShiftRightLogical(hash, 5));
        VF lit = Select(Vector.LessThan(chance, F(0.62f)), Fma(strength, F(0.75f), F(0.35f)), F(0.02f));
        VF glow = Fma(Saturate(F(0.45f) - y), F(0.9f), F(0.6f));
        VF visible = Visible(footprint, 1f);
        o.Mix = Lerp(F(0.3f), glass, visible);
        o.Glow = Lerp(F(0.14f), glass * lit * glow, visible);
        o.Gloss = Lerp(VF.One, F(0.15f), glass * visible);
    }

    [MethodImpl(Kernel)]
    private static void Brushed(V3 p, VF footprint, in Surface s, ref Sample o)
    {
        V3 q = new() { X = Fma(p.X, F(0.6f), F(s.Variation * 11f)), Y = p.Y * F(70f), Z = p.Z * F(70f) };
        VF see = Visible(footprint, 70f);
        VF line = Detail(see, q, 3, out V3 gradient);
        o.Mix = F(0.3f) + ((line - F(0.5f)) * see * F(0.6f));
        o.Slope = gradient * (F(0.16f) * see);
        o.Gloss = Fma(line - F(0.5f), see * F(0.6f), VF.One);
    }

    [MethodImpl(Kernel)]
    private static void Fur(V3 p, VF footprint, in Surface s, ref Sample o)
    {
        V3 q = new() { X = p.X + F(s.Variation * 19f), Y = p.Y, Z = p.Z };
        VF see = Visible(footprint, 55f), seeClump = Visible(footprint, 5f);
        VF clump = Detail(seeClump, q * F(5f), 3, out V3 broad);
        VF strand = Detail(see, new V3 { X = q.X * F(55f), Y = q.Y * F(17f), Z = q.Z * F(55f) }, 5, out V3 gradient);
        o.Mix = F(0.4f) + ((strand - F(0.5f)) * see * F(1.1f)) + ((clump - F(0.5f)) * seeClump * F(0.7f));
        o.Slope = V3.AddScaled(broad * (F(0.7f) * seeClump), gradient, F(0.7f) * see);
    }

    /// <summary>Soft drifts with grains that catch the light.</summary>
    [MethodImpl(Kernel)]
    private static void Snow(V3 p, VF footprint, in Surface s, ref Sample o)
    {
        V3 q = new() { X = p.X + F(s.Variation * 13f), Y = p.Y, Z = p.Z };
        VF see = Visible(footprint, 47f);
        VF drift = Noise.Value3(q * F(1.7f), 3, out V3 broad), grain = Detail(see, q * F(47f), 5, out V3 gradient);
        o.Mix = (F(0.5f) - drift) * F(0.5f) + ((grain - F(0.5f)) * see * F(0.2f));
        o.Slope = V3.AddScaled(broad * F(0.35f), gradient, F(0.5f) * see);
        VI cell = Hash(FloorToInt(q.X * F(90f)), FloorToInt(q.Y * F(90f)), FloorToInt(q.Z * F(90f)));
        o.Gloss = Select(Vector.GreaterThan(Unit(cell), F(0.985f)) & Vector.GreaterThan(see, F(0.3f)), F(0.25f), VF.One);
    }

    /// <summary>Noise where any of it is visible; its mean elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Detail(VF visible, V3 p, int seed, out V3 gradient)
    {
        if (Vector.GreaterThanAny(visible, VF.Zero))
        {
            return Noise.Value3(p, seed, out gradient);
        }

        gradient = default;
        return F(0.5f);
    }

    /// <inheritdoc cref="Detail(VF, V3, int, out V3)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Detail(VF visible, V3 p, int seed) => Vector.GreaterThanAny(visible, VF.Zero) ? Noise.Value3(p, seed) : F(0.5f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VI Select32(VI mask, VI a, VI b) => Vector.ConditionalSelect(mask, a, b);
}
