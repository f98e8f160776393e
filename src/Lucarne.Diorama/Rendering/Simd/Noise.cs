using System.Numerics;
using System.Runtime.CompilerServices;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Simd;

/// <summary>Smooth lattice noise. Values are 0…1, with mean ½; the lattice has unit spacing.</summary>
internal static class Noise
{
    /// <summary>Value noise in the plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Value2(VF x, VF y, int seed)
    {
        VF fx = Vector.Floor(x), fy = Vector.Floor(y);
        VI ix = ToInt(fx), iy = ToInt(fy), iz = new(seed);
        VF tx = x - fx, ty = y - fy;
        tx = tx * tx * (F(3f) - (tx + tx));
        ty = ty * ty * (F(3f) - (ty + ty));
        VF a = Unit(Hash(ix, iy, iz)), b = Unit(Hash(ix + VI.One, iy, iz));
        VF c = Unit(Hash(ix, iy + VI.One, iz)), d = Unit(Hash(ix + VI.One, iy + VI.One, iz));
        return Lerp(Lerp(a, b, tx), Lerp(c, d, tx), ty);
    }

    /// <summary>Value noise in space, with its gradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Value3(V3 p, int seed, out V3 gradient)
    {
        VF fx = Vector.Floor(p.X), fy = Vector.Floor(p.Y), fz = Vector.Floor(p.Z);
        VI ix = ToInt(fx), iy = ToInt(fy), iz = ToInt(fz) + new VI(seed);
        VF x = p.X - fx, y = p.Y - fy, z = p.Z - fz;
        VF tx = x * x * (F(3f) - (x + x)), ty = y * y * (F(3f) - (y + y)), tz = z * z * (F(3f) - (z + z));
        VF dx = F(6f) * x * (VF.One - x), dy = F(6f) * y * (VF.One - y), dz = F(6f) * z * (VF.One - z);
        VI x1 = ix + VI.One, y1 = iy + VI.One, z1 = iz + VI.One;
        VF a = Unit(Hash(ix, iy, iz)), b = Unit(Hash(x1, iy, iz)), c = Unit(Hash(ix, y1, iz)), d = Unit(Hash(x1, y1, iz));
        VF e = Unit(Hash(ix, iy, z1)), f = Unit(Hash(x1, iy, z1)), g = Unit(Hash(ix, y1, z1)), h = Unit(Hash(x1, y1, z1));
        VF k1 = b - a, k2 = c - a, k3 = e - a, k4 = a - b - c + d, k5 = a - c - e + g, k6 = a - b - e + f, k7 = b + c + e - a - d - f - g + h;
        gradient = new V3(
            dx * Fma(ty * tz, k7, Fma(k4, ty, Fma(k6, tz, k1))),
            dy * Fma(tx * tz, k7, Fma(k5, tz, Fma(k4, tx, k2))),
            dz * Fma(tx * ty, k7, Fma(k6, tx, Fma(k5, ty, k3))));
        VF xy = Fma(tx, Fma(k4, ty, k1), Fma(k2, ty, a));
        return Fma(tz, Fma(k7 * tx, ty, Fma(k6, tx, Fma(k5, ty, k3))), xy);
    }

    /// <summary>Value noise in space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Value3(V3 p, int seed) => Value3(p, seed, out _);
}
