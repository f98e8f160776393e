using System.Numerics;
using System.Runtime.CompilerServices;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Simd;

/// <summary>Smooth lattice noise. Values are 0…1, with mean ½; the lattice has unit spacing.</summary>
internal static class Noise
{
    private const int PrimeX = unchecked((int)0x8DA6B343), PrimeY = unchecked((int)0xD8163841), PrimeZ = unchecked((int)0xCB1AB31F);
    private const float Scale = 1f / 0x00FFFFFF;

    /// <summary>Value noise in the plane.</summary>
    [MethodImpl(Kernel)]
    public static VF Value2(VF x, VF y, int seed)
    {
        VF fx = Vector.Floor(x), fy = Vector.Floor(y);
        VI x0 = ToInt(fx) * new VI(PrimeX), y0 = (ToInt(fy) * new VI(PrimeY)) ^ new VI(seed * PrimeZ), y1 = ((ToInt(fy) + VI.One) * new VI(PrimeY)) ^ new VI(seed * PrimeZ);
        VI x1 = x0 + new VI(PrimeX);
        VF tx = x - fx, ty = y - fy;
        tx = tx * tx * (F(3f) - (tx + tx));
        ty = ty * ty * (F(3f) - (ty + ty));
        return Lerp(Lerp(Corner(x0 ^ y0), Corner(x1 ^ y0), tx), Lerp(Corner(x0 ^ y1), Corner(x1 ^ y1), tx), ty) * F(Scale);
    }

    /// <summary>Value noise in space, with its gradient.</summary>
    [MethodImpl(Kernel)]
    public static VF Value3(V3 p, int seed, out V3 gradient)
    {
        VF fx = Vector.Floor(p.X), fy = Vector.Floor(p.Y), fz = Vector.Floor(p.Z);
        VF x = p.X - fx, y = p.Y - fy, z = p.Z - fz;
        VI x0 = ToInt(fx) * new VI(PrimeX), y0 = ToInt(fy) * new VI(PrimeY), z0 = (ToInt(fz) + new VI(seed)) * new VI(PrimeZ);
        VI x1 = x0 + new VI(PrimeX), y1 = y0 + new VI(PrimeY), z1 = z0 + new VI(PrimeZ);
        VI y0z0 = y0 ^ z0, y1z0 = y1 ^ z0, y0z1 = y0 ^ z1, y1z1 = y1 ^ z1;
        VF a = Corner(x0 ^ y0z0), b = Corner(x1 ^ y0z0), c = Corner(x0 ^ y1z0), d = Corner(x1 ^ y1z0);
        VF e = Corner(x0 ^ y0z1), f = Corner(x1 ^ y0z1), g = Corner(x0 ^ y1z1), h = Corner(x1 ^ y1z1);
        VF tx = x * x * (F(3f) - (x + x)), ty = y * y * (F(3f) - (y + y)), tz = z * z * (F(3f) - (z + z));
        VF k1 = b - a, k2 = c - a, k3 = e - a, k4 = d - c - k1, k5 = g - e - k2, k6 = f - e - k1, k7 = h - g - (f - e) - k4;
        VF xSlope = Fma(ty, Fma(tz, k7, k4), Fma(tz, k6, k1)), ySlope = Fma(tx, Fma(tz, k7, k4), Fma(tz, k5, k2)), zSlope = Fma(tx, Fma(ty, k7, k6), Fma(ty, k5, k3));
        gradient = new V3(
            F(6f * Scale) * (x - (x * x)) * xSlope,
            F(6f * Scale) * (y - (y * y)) * ySlope,
            F(6f * Scale) * (z - (z * z)) * zSlope);
        return Fma(tz, zSlope, Fma(tx, Fma(k4, ty, k1), Fma(k2, ty, a))) * F(Scale);
    }

    /// <summary>Value noise in space.</summary>
    [MethodImpl(Kernel)]
    public static VF Value3(V3 p, int seed)
    {
        VF fx = Vector.Floor(p.X), fy = Vector.Floor(p.Y), fz = Vector.Floor(p.Z);
        VF x = p.X - fx, y = p.Y - fy, z = p.Z - fz;
        VI x0 = ToInt(fx) * new VI(PrimeX), y0 = ToInt(fy) * new VI(PrimeY), z0 = (ToInt(fz) + new VI(seed)) * new VI(PrimeZ);
        VI x1 = x0 + new VI(PrimeX), y1 = y0 + new VI(PrimeY), z1 = z0 + new VI(PrimeZ);
        VI y0z0 = y0 ^ z0, y1z0 = y1 ^ z0, y0z1 = y0 ^ z1, y1z1 = y1 ^ z1;
        VF tx = x * x * (F(3f) - (x + x)), ty = y * y * (F(3f) - (y + y)), tz = z * z * (F(3f) - (z + z));
        VF near = Lerp(Lerp(Corner(x0 ^ y0z0), Corner(x1 ^ y0z0), tx), Lerp(Corner(x0 ^ y1z0), Corner(x1 ^ y1z0), tx), ty);
        VF far = Lerp(Lerp(Corner(x0 ^ y0z1), Corner(x1 ^ y0z1), tx), Lerp(Corner(x0 ^ y1z1), Corner(x1 ^ y1z1), tx), ty);
        return Lerp(near, far, tz) * F(Scale);
    }

    /// <summary>Value 0…2²⁴ − 1 of a lattice point whose coordinates are multiplied by their primes and joined: see <see cref="Hash"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Corner(VI h)
    {
        h ^= Vector.ShiftRightLogical(h, 15);
        h *= new VI(unchecked((int)0x846CA68B));
        return Vector.ConvertToSingle((h ^ Vector.ShiftRightLogical(h, 13)) & new VI(0x00FFFFFF));
    }
}
