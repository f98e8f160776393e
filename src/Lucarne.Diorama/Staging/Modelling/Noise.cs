using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Seeded gradient noise for shapes and terrain.</summary>
public static class Noise
{
    /// <summary>Smooth noise with features about one unit long; about −1…1, zero on the integer lattice.</summary>
    public static float Gradient(Vector3 p, uint seed)
    {
        float fx = MathF.Floor(p.X), fy = MathF.Floor(p.Y), fz = MathF.Floor(p.Z);
        int x = (int)fx, y = (int)fy, z = (int)fz;
        float u = p.X - fx, v = p.Y - fy, w = p.Z - fz;
        float su = Fade(u), sv = Fade(v), sw = Fade(w);
        float bottom = float.Lerp(
            float.Lerp(Corner(x, y, z, u, v, w, seed), Corner(x + 1, y, z, u - 1, v, w, seed), su),
            float.Lerp(Corner(x, y + 1, z, u, v - 1, w, seed), Corner(x + 1, y + 1, z, u - 1, v - 1, w, seed), su), sv);
        float top = float.Lerp(
            float.Lerp(Corner(x, y, z + 1, u, v, w - 1, seed), Corner(x + 1, y, z + 1, u - 1, v, w - 1, seed), su),
            float.Lerp(Corner(x, y + 1, z + 1, u, v - 1, w - 1, seed), Corner(x + 1, y + 1, z + 1, u - 1, v - 1, w - 1, seed), su), sv);
        return float.Lerp(bottom, top, sw);
    }

    /// <summary>Octaves of <see cref="Gradient"/>, each half as high and twice as fine; about −1…1.</summary>
    public static float Fractal(Vector3 p, uint seed, int octaves)
    {
        float sum = 0, amplitude = 0.6f;
        for (int o = 0; o < octaves; o++)
        {
            sum += amplitude * Gradient(p, seed + (uint)o);
            amplitude *= 0.5f;
            p *= 2.03f;
        }

        return sum;
    }

    /// <summary>Fractal noise over the ground plane.</summary>
    public static float Fractal(float x, float z, uint seed, int octaves) => Fractal(new Vector3(x, 0.37f, z), seed, octaves);

    /// <summary>Sharp crests between rounded valleys, 0…1: mountains and dunes.</summary>
    public static float Ridged(float x, float z, uint seed, int octaves)
    {
        float sum = 0, amplitude = 0.55f, carry = 1;
        Vector3 p = new(x, 0.71f, z);
        for (int o = 0; o < octaves; o++)
        {
            float crest = 1 - MathF.Min(1, MathF.Abs(Gradient(p, seed + (uint)o)) * 1.6f);
            crest *= crest;
            sum += amplitude * crest * carry;
            carry = crest;
            amplitude *= 0.5f;
            p *= 2.07f;
        }

        return MathF.Min(sum, 1);
    }

    /// <summary>A uniform number in [0, 1) for an integer cell.</summary>
    public static float Cell(int x, int z, uint seed) => (Hash(x, z, 0, seed) >> 8) * (1f / (1 << 24));

    private static float Fade(float t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    private static float Corner(int x, int y, int z, float u, float v, float w, uint seed)
    {
        uint h = Hash(x, y, z, seed) & 15;
        float a = h < 8 ? u : v;
        float b = h < 4 ? v : h is 12 or 14 ? u : w;
        return ((h & 1) == 0 ? a : -a) + ((h & 2) == 0 ? b : -b);
    }

    private static uint Hash(int x, int y, int z, uint seed)
    {
        uint h = ((uint)x * 0x8DA6B343u) ^ ((uint)y * 0xD8163841u) ^ ((uint)z * 0xCB1AB31Fu) ^ (seed * 0x9E3779B9u);
        h = (h ^ (h >> 16)) * 0x7FEB352Du;
        h = (h ^ (h >> 15)) * 0x846CA68Bu;
        return h ^ (h >> 16);
    }
}
