using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Curves through points (centripetal-free uniform Catmull-Rom).</summary>
public static class Splines
{
    /// <summary>A smooth line through all points.</summary>
    /// <param name="points">At least two points.</param>
    /// <param name="steps">Pieces between two neighbours.</param>
    /// <param name="closed">The last point leads back to the first.</param>
    /// <returns>steps·(n−1)+1 points; steps·n when closed.</returns>
    public static Vector3[] Through(ReadOnlySpan<Vector3> points, int steps, bool closed = false)
    {
        int n = points.Length, pieces = closed ? n : n - 1;
        var line = new Vector3[(pieces * steps) + (closed ? 0 : 1)];
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = At(points, i / (float)steps, closed);
        }

        return line;
    }

    /// <summary>The point at a parameter: whole numbers are the given points.</summary>
    public static Vector3 At(ReadOnlySpan<Vector3> points, float t, bool closed = false)
    {
        int n = points.Length;
        int i = closed ? (int)MathF.Floor(t) : Math.Clamp((int)MathF.Floor(t), 0, n - 2);
        float u = t - i;
        Vector3 b = points[Wrap(i, n, closed)], c = points[Wrap(i + 1, n, closed)];
        Vector3 a = closed || i > 0 ? points[Wrap(i - 1, n, closed)] : (2 * b) - c;
        Vector3 d = closed || i + 2 < n ? points[Wrap(i + 2, n, closed)] : (2 * c) - b;
        return 0.5f * ((2 * b) + ((c - a) * u) + (((2 * a) - (5 * b) + (4 * c) - d) * (u * u)) + (((3 * b) - a - (3 * c) + d) * (u * u * u)));
    }

    private static int Wrap(int i, int n, bool closed) => closed ? ((i % n) + n) % n : Math.Clamp(i, 0, n - 1);
}
