using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Surfaces of revolution about the Y axis.</summary>
public static class Lathes
{
    /// <summary>Turns a profile about the Y axis.</summary>
    /// <param name="profile">Points (radius, height), metres, from the bottom up along the outside (and back down inside for a vessel). A radius of 0 closes the form there.</param>
    /// <param name="segments">Steps round the axis.</param>
    /// <param name="creaseDegrees">Profile corners sharper than this stay hard.</param>
    public static Form Turn(ReadOnlySpan<Vector2> profile, int segments = 24, float creaseDegrees = 40f)
    {
        List<Vector3> positions = [];
        var rings = new int[profile.Length];
        for (int r = 0; r < profile.Length; r++)
        {
            rings[r] = positions.Count;
            if (profile[r].X <= 0)
            {
                positions.Add(new Vector3(0, profile[r].Y, 0));
                continue;
            }

            for (int s = 0; s < segments; s++)
            {
                (float sin, float cos) = MathF.SinCos(MathF.Tau * s / segments);
                positions.Add(new Vector3(profile[r].X * cos, profile[r].Y, profile[r].X * sin));
            }
        }

        List<int> indices = [];
        for (int r = 0; r + 1 < profile.Length; r++)
        {
            bool lowPole = profile[r].X <= 0, highPole = profile[r + 1].X <= 0;
            for (int s = 0; s < segments; s++)
            {
                int next = (s + 1) % segments;
                int a = rings[r] + (lowPole ? 0 : s), b = rings[r] + (lowPole ? 0 : next);
                int c = rings[r + 1] + (highPole ? 0 : next), d = rings[r + 1] + (highPole ? 0 : s);
                if (!lowPole)
                {
                    indices.AddRange([a, c, b]);
                }

                if (!highPole)
                {
                    indices.AddRange([a, d, c]);
                }
            }
        }

        return new Form([.. positions], [.. indices], null, null, creaseDegrees);
    }

    /// <summary>Turns a smooth curve through the given points about the Y axis.</summary>
    /// <param name="points">Points (radius, height) that the curve passes through; the first and last close the form when their radius is 0.</param>
    /// <param name="steps">Curve steps between two points.</param>
    /// <param name="segments">Steps round the axis.</param>
    public static Form TurnCurve(ReadOnlySpan<Vector2> points, int steps = 4, int segments = 24)
    {
        Vector3[] curve = Splines.Through([.. points.ToArray().Select(p => new Vector3(p.X, p.Y, 0))], steps);
        return Turn([.. curve.Select((p, i) => new Vector2(i == 0 || i == curve.Length - 1 ? p.X : MathF.Max(p.X, 1e-4f), p.Y))], segments, 60);
    }
}
