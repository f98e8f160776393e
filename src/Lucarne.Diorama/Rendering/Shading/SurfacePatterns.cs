using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Procedural patterns, evaluated in object space: how much of the second colour shows, and the slope of the relief.</summary>
/// <remarks>Detail finer than the pixel fades to its mean, so patterns do not shimmer.</remarks>
internal static unsafe partial class SurfacePatterns
{
    /// <summary>Evaluates a surface's pattern for a vector of fragments and keeps it where the mask is set.</summary>
    public static void Apply(ShadingContext context, FragmentBlock f, int begin, int i, VI mask, in Surface s)
    {
        Locate(context, f, begin, i, s, out V3 p, out V3 n, out VF footprint);
        Sample sample = new() { Mix = VF.Zero, Slope = default, Gloss = VF.One, Glow = VF.One };
        switch (s.Pattern)
        {
            case SurfacePattern.Wood: Wood(p, footprint, s, ref sample); break;
            case SurfacePattern.Marble: Marble(p, footprint, s, ref sample); break;
            case SurfacePattern.Brick: Courses(p, n, footprint, s, new Vector2(1f, 0.4f), 0.5f, 0.045f, ref sample); break;
            case SurfacePattern.Tiles: Courses(p, n, footprint, s, Vector2.One, 0f, 0.025f, ref sample); break;
            case SurfacePattern.Checker: Checker(p, n, footprint, ref sample); break;
            case SurfacePattern.Grain: Speckle(p, footprint, s, ref sample); break;
            case SurfacePattern.Mottled: Mottled(p, footprint, s, ref sample); break;
            case SurfacePattern.Rock: Rock(p, footprint, s, ref sample); break;
            case SurfacePattern.Fabric: Fabric(p, n, footprint, ref sample); break;
            case SurfacePattern.Stripes: Stripes(p, footprint, ref sample); break;
            case SurfacePattern.Dots: Dots(p, n, footprint, ref sample); break;
            case SurfacePattern.Windows: Windows(p, n, footprint, s, ref sample); break;
            case SurfacePattern.Brushed: Brushed(p, footprint, s, ref sample); break;
            case SurfacePattern.Fur: Fur(p, footprint, s, ref sample); break;
            case SurfacePattern.Snow: Snow(p, footprint, s, ref sample); break;
            case SurfacePattern.None:
            default: return;
        }

        Put(f, i, mask, s, sample);
    }

    /// <summary>What a pattern says of a place.</summary>
    private ref struct Sample
    {
        /// <summary>Share of the second colour.</summary>
        public VF Mix;

        /// <summary>Gradient of the relief in object space, in units of the pattern's own length.</summary>
        public V3 Slope;

        /// <summary>Multiplies roughness.</summary>
        public VF Gloss;

        /// <summary>Multiplies emission.</summary>
        public VF Glow;
    }

    /// <summary>Place in pattern units, normal in object space, and the width of a pixel in pattern units.</summary>
    [MethodImpl(Kernel)]
    private static void Locate(ShadingContext context, FragmentBlock f, int begin, int i, in Surface s, out V3 p, out V3 n, out VF footprint)
    {
        View view = context.View;
        VF distance = VF.One / Max(Vector.Load(f.Depth + begin + i), F(1e-6f));
        V3 ray = SurfaceShader.Ray(f, i), w = ray * Vector.Load(f.Distance + i);
        Vector4 ax = s.ToObjectX * s.PatternFrequency, ay = s.ToObjectY * s.PatternFrequency, az = s.ToObjectZ * s.PatternFrequency;
        p = new V3
        {
            X = Fma(w.X, F(ax.X), Fma(w.Y, F(ax.Y), Fma(w.Z, F(ax.Z), F(ax.W)))),
            Y = Fma(w.X, F(ay.X), Fma(w.Y, F(ay.Y), Fma(w.Z, F(ay.Z), F(ay.W)))),
            Z = Fma(w.X, F(az.X), Fma(w.Y, F(az.Y), Fma(w.Z, F(az.Z), F(az.W)))),
        };
        VF nx = Vector.Load(f.NormalX + i), ny = Vector.Load(f.NormalY + i), nz = Vector.Load(f.NormalZ + i);
        n = new V3
        {
            X = Fma(nx, F(s.ToObjectX.X), Fma(ny, F(s.ToObjectX.Y), nz * F(s.ToObjectX.Z))),
            Y = Fma(nx, F(s.ToObjectY.X), Fma(ny, F(s.ToObjectY.Y), nz * F(s.ToObjectY.Z))),
            Z = Fma(nx, F(s.ToObjectZ.X), Fma(ny, F(s.ToObjectZ.Y), nz * F(s.ToObjectZ.Z))),
        };

        // A slanted surface crosses more of the pattern within a pixel
        VF facing = Max(Vector.Abs(V3.Dot(ray, new V3 { X = nx, Y = ny, Z = nz })), F(0.12f));
        footprint = distance * F(s.PatternFrequency / view.Focal) / Vector.SquareRoot(facing);
    }

    [MethodImpl(Kernel)]
    private static void Put(FragmentBlock f, int i, VI mask, in Surface s, in Sample sample)
    {
        VF mix = Saturate(sample.Mix);
        SurfaceShader.Put(f.BaseRed + i, mask, Lerp(F(s.BaseColour.X), F(s.SecondColour.X), mix));
        SurfaceShader.Put(f.BaseGreen + i, mask, Lerp(F(s.BaseColour.Y), F(s.SecondColour.Y), mix));
        SurfaceShader.Put(f.BaseBlue + i, mask, Lerp(F(s.BaseColour.Z), F(s.SecondColour.Z), mix));
        SurfaceShader.Put(f.Roughness + i, mask, Min(Max(F(s.Roughness) * sample.Gloss, F(0.02f)), VF.One));
        SurfaceShader.Put(f.EmissionRed + i, mask, F(s.Emission.X) * sample.Glow);
        SurfaceShader.Put(f.EmissionGreen + i, mask, F(s.Emission.Y) * sample.Glow);
        SurfaceShader.Put(f.EmissionBlue + i, mask, F(s.Emission.Z) * sample.Glow);
        if (s.Relief <= 0)
        {
            return;
        }

        // Back to the world: the object's axes are the rows, unit because scale was undone
        V3 g = sample.Slope * F(s.Relief);
        VF gx = Fma(g.X, F(s.ToObjectX.X), Fma(g.Y, F(s.ToObjectY.X), g.Z * F(s.ToObjectZ.X)));
        VF gy = Fma(g.X, F(s.ToObjectX.Y), Fma(g.Y, F(s.ToObjectY.Y), g.Z * F(s.ToObjectZ.Y)));
        VF gz = Fma(g.X, F(s.ToObjectX.Z), Fma(g.Y, F(s.ToObjectY.Z), g.Z * F(s.ToObjectZ.Z)));
        VF nx = Vector.Load(f.NormalX + i), ny = Vector.Load(f.NormalY + i), nz = Vector.Load(f.NormalZ + i);
        VF along = Fma(gx, nx, Fma(gy, ny, gz * nz));
        VF bx = nx - gx + (along * nx), by = ny - gy + (along * ny), bz = nz - gz + (along * nz);
        VF scale = InverseSqrt(Max(Fma(bx, bx, Fma(by, by, bz * bz)), F(1e-12f)));
        SurfaceShader.Put(f.NormalX + i, mask, bx * scale);
        SurfaceShader.Put(f.NormalY + i, mask, by * scale);
        SurfaceShader.Put(f.NormalZ + i, mask, bz * scale);
    }

    /// <summary>1 while detail of this many cycles a unit is wider than two pixels, 0 once it is finer than one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Visible(VF footprint, float cycles) => Saturate(F(1.6f) - (footprint * F(1.6f * cycles)));

    /// <summary>The two coordinates that run along the surface: across and up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unfold(V3 p, V3 n, out VF across, out VF up, out VI side, out VI flat)
    {
        VF ax = Vector.Abs(n.X), ay = Vector.Abs(n.Y), az = Vector.Abs(n.Z);
        flat = Vector.GreaterThan(ay, Max(ax, az));
        side = Vector.GreaterThan(ax, az) & Vector.OnesComplement(flat);
        across = Select(side, p.Z, p.X);
        up = Select(flat, p.Z, p.Y);
    }

    /// <summary>A slope along the unfolded coordinates as a vector in object space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V3 Fold(VF across, VF up, VI side, VI flat) => new()
    {
        X = Select(side, VF.Zero, across),
        Y = Select(flat, VF.Zero, up),
        Z = Select(side, across, Select(flat, up, VF.Zero)),
    };
}
