using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Flat outlines: common shapes, insetting, and triangles that fill them.</summary>
public static class Polygons
{
    /// <summary>A rectangle with round corners, counter-clockwise, centred on the origin.</summary>
    public static Vector2[] RoundedRectangle(float width, float height, float radius, int segments = 4)
    {
        List<Vector2> points = [];
        Vector2 inner = new((width / 2) - radius, (height / 2) - radius);
        ReadOnlySpan<Vector2> corners = [new(1, 1), new(-1, 1), new(-1, -1), new(1, -1)];
        for (int c = 0; c < 4; c++)
        {
            for (int s = 0; s <= segments; s++)
            {
                (float sin, float cos) = MathF.SinCos((MathF.PI / 2 * c) + (MathF.PI / 2 * s / segments));
                points.Add((corners[c] * inner) + (new Vector2(cos, sin) * radius));
            }
        }

        return [.. points];
    }

    /// <summary>A circle or ellipse, counter-clockwise.</summary>
    public static Vector2[] Ellipse(float radiusX, float radiusY, int segments)
    {
        var points = new Vector2[segments];
        for (int s = 0; s < segments; s++)
        {
            (float sin, float cos) = MathF.SinCos(MathF.Tau * s / segments);
            points[s] = new Vector2(radiusX * cos, radiusY * sin);
        }

        return points;
    }

    /// <summary>A star, counter-clockwise, with one point up.</summary>
    public static Vector2[] Star(int spikes, float outerRadius, float innerRadius)
    {
        var points = new Vector2[spikes * 2];
        for (int s = 0; s < points.Length; s++)
        {
            (float sin, float cos) = MathF.SinCos((MathF.PI / 2) + (MathF.PI * s / spikes));
            points[s] = new Vector2(cos, sin) * (s % 2 == 0 ? outerRadius : innerRadius);
        }

        return points;
    }

    /// <summary>Moves every side of a counter-clockwise outline inwards by a distance.</summary>
    public static Vector2[] Inset(ReadOnlySpan<Vector2> outline, float distance)
    {
        int n = outline.Length;
        var inset = new Vector2[n];
        for (int i = 0; i < n; i++)
        {
            Vector2 before = Vector2.Normalize(outline[i] - outline[(i + n - 1) % n]);
            Vector2 after = Vector2.Normalize(outline[(i + 1) % n] - outline[i]);
            Vector2 inward = new Vector2(-before.Y, before.X) + new Vector2(-after.Y, after.X);
            float scale = 2f / MathF.Max(inward.LengthSquared(), 0.5f);
            inset[i] = outline[i] + (inward * (distance * scale));
        }

        return inset;
    }

    /// <summary>Triangles that fill a simple outline in space, wound as the outline is.</summary>
    public static List<(int A, int B, int C)> TriangulateRing(ReadOnlySpan<Vector3> ring)
    {
        Vector3 normal = Vector3.Zero;
        for (int i = 0; i < ring.Length; i++)
        {
            normal += Vector3.Cross(ring[i] - ring[0], ring[(i + 1) % ring.Length] - ring[0]);
        }

        normal = normal.LengthSquared() > 1e-30f ? Vector3.Normalize(normal) : Vector3.UnitZ;
        Vector3 x = Vector3.Normalize(Vector3.Cross(MathF.Abs(normal.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX, normal));
        Vector3 y = Vector3.Cross(normal, x);
        var flat = new Vector2[ring.Length];
        for (int i = 0; i < ring.Length; i++)
        {
            flat[i] = new Vector2(Vector3.Dot(ring[i], x), Vector3.Dot(ring[i], y));
        }

        return Triangulate(flat);
    }

    /// <summary>Cuts ears off a simple counter-clockwise outline.</summary>
    public static List<(int A, int B, int C)> Triangulate(ReadOnlySpan<Vector2> outline)
    {
        List<int> left = [.. Enumerable.Range(0, outline.Length)];
        List<(int, int, int)> triangles = [];
        while (left.Count > 3)
        {
            int best = -1;
            float bestQuality = float.NegativeInfinity;
            for (int i = 0; i < left.Count; i++)
            {
                Vector2 a = outline[left[(i + left.Count - 1) % left.Count]], b = outline[left[i]], c = outline[left[(i + 1) % left.Count]];
                float area = Cross(b - a, c - b);
                float longest = MathF.Max((b - a).LengthSquared(), MathF.Max((c - b).LengthSquared(), (a - c).LengthSquared()));
                float quality = area / MathF.Max(longest, 1e-20f);
                if (area > -1e-12f && quality > bestQuality && !AnyInside(outline, left, i, a, b, c))
                {
                    best = i;
                    bestQuality = quality;
                }
            }

            // A self-touching outline has no clean ear: take the next corner rather than leave a hole.
            best = best < 0 ? 0 : best;
            triangles.Add((left[(best + left.Count - 1) % left.Count], left[best], left[(best + 1) % left.Count]));
            left.RemoveAt(best);
        }

        triangles.Add((left[0], left[1], left[2]));
        return triangles;
    }

    private static bool AnyInside(ReadOnlySpan<Vector2> outline, List<int> left, int ear, Vector2 a, Vector2 b, Vector2 c)
    {
        for (int k = 2; k < left.Count - 1; k++)
        {
            Vector2 p = outline[left[(ear + k) % left.Count]];
            if (Cross(b - a, p - a) > 1e-9f && Cross(c - b, p - b) > 1e-9f && Cross(a - c, p - c) > 1e-9f)
            {
                return true;
            }
        }

        return false;
    }

    private static float Cross(Vector2 a, Vector2 b) => (a.X * b.Y) - (a.Y * b.X);
}
