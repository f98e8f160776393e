using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Places for many small things, seeded and evenly loose.</summary>
public static class Scatter
{
    /// <summary>One loose place for each cell of a square grid over a rectangle.</summary>
    /// <param name="min">Corner with the least X and Z.</param>
    /// <param name="max">Corner with the greatest X and Z.</param>
    /// <param name="spacingM">Edge of a cell, metres.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="density">Probability that a place is taken, by X, Z; null takes all.</param>
    public static List<Vector2> Loose(Vector2 min, Vector2 max, float spacingM, ulong seed, Func<float, float, float>? density = null)
    {
        SeededRandom random = new(seed);
        List<Vector2> places = [];
        for (float z = min.Y; z < max.Y; z += spacingM)
        {
            for (float x = min.X; x < max.X; x += spacingM)
            {
                Vector2 p = new(x + (spacingM * random.Next(0.1f, 0.9f)), z + (spacingM * random.Next(0.1f, 0.9f)));
                float chance = random.NextUnit();
                if (density is null || chance < density(p.X, p.Y))
                {
                    places.Add(p);
                }
            }
        }

        return places;
    }
}
