using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>A small deterministic generator (SplitMix64): the same seed gives the same numbers on every machine.</summary>
internal struct Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Seed made from a seed and a label, so that each use has numbers of its own.</summary>
    public static ulong Derive(ulong seed, string label)
    {
        ulong hash = seed ^ 0xcbf29ce484222325UL;
        foreach (char c in label)
        {
            hash = (hash ^ c) * 0x100000001b3UL;
        }

        return Mix(hash);
    }

    /// <summary>Seed made from a seed and a number.</summary>
    public static ulong Derive(ulong seed, ulong number) => Mix(seed + (0x9e3779b97f4a7c15UL * (number + 1)));

    /// <summary>Uniform 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9e3779b97f4a7c15UL;
        return Mix(_state);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [<paramref name="min"/>, <paramref name="max"/>).</summary>
    public float Between(float min, float max) => min + ((max - min) * Unit());

    /// <summary>Uniform in 0 … <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Uniform within the unit ball.</summary>
    public Vector3 InBall()
    {
        float z = Between(-1, 1), angle = Between(0, MathF.Tau), radius = MathF.Cbrt(Unit());
        float flat = MathF.Sqrt(MathF.Max(0, 1 - (z * z)));
        return new Vector3(flat * MathF.Cos(angle), z, flat * MathF.Sin(angle)) * radius;
    }

    /// <summary>Uniform in [0, 1) from two numbers, without state.</summary>
    public static float At(ulong seed, long index) => (Mix(seed ^ ((ulong)index * 0xd1342543de82ef95UL)) >> 40) * (1f / (1 << 24));

    /// <summary>Smooth noise in −1…1 along one dimension: twice differentiable, one feature a unit.</summary>
    public static float Noise(ulong seed, double x)
    {
        double floor = Math.Floor(x);
        long i = (long)floor;
        float f = (float)(x - floor);
        float u = f * f * f * ((f * ((f * 6) - 15)) + 10);
        float a = (At(seed, i) * 2) - 1, b = (At(seed, i + 1) * 2) - 1;
        return a + ((b - a) * u);
    }

    /// <summary>Two octaves of <see cref="Noise"/>, −1…1.</summary>
    public static float Wander(ulong seed, double x) => (Noise(seed, x) * 0.7f) + (Noise(seed ^ 0x5bd1e995, x * 2.3) * 0.3f);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9UL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebUL;
        return z ^ (z >> 31);
    }
}
