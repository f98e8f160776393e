using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>A small stream of pseudo-random numbers (SplitMix64): the same seed gives the same numbers everywhere.</summary>
public struct SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for one purpose, so that adding a draw to one does not shift another.</summary>
    public readonly SeededRandom Branch(uint purpose) => new(Mix(_state ^ (0x9E3779B97F4A7C15UL * (purpose + 1UL))));

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public float NextUnit() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [from, to).</summary>
    public float Next(float from, float to) => from + ((to - from) * NextUnit());

    /// <summary>Uniform integer in [0, count).</summary>
    public int NextIndex(int count) => (int)((NextBits() >> 32) * (ulong)count >> 32);

    /// <summary>One of several.</summary>
    public T Pick<T>(ReadOnlySpan<T> choices) => choices[NextIndex(choices.Length)];

    /// <summary>True with a probability.</summary>
    public bool Chance(float probability) => NextUnit() < probability;

    /// <summary>A uniform direction on the unit sphere.</summary>
    public Vector3 NextDirection()
    {
        float y = Next(-1, 1), a = Next(0, MathF.Tau), r = MathF.Sqrt(MathF.Max(0, 1 - (y * y)));
        return new Vector3(r * MathF.Cos(a), y, r * MathF.Sin(a));
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
