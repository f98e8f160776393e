using System.Numerics;

namespace Lucarne.Diorama.Physics;

public sealed partial class Shape
{
    /// <summary>Most points that a convex hull is made from.</summary>
    public const int MaximumHullPoints = 48;

    /// <summary>Corners of a hull, [V].</summary>
    internal Vector3[] Corners { get; private init; } = [];

    /// <summary>Corner indices of each face of a hull, counter-clockwise from outside.</summary>
    internal int[][] Faces { get; private init; } = [];

    internal Vector3[] FaceNormals { get; private init; } = [];

    /// <summary>The smallest convex solid that holds some points.</summary>
    /// <param name="points">4 to <see cref="MaximumHullPoints"/> points, metres, not all in one plane.</param>
    public static Shape ConvexHull(ReadOnlySpan<Vector3> points)
    {
        if (points.Length is < 4 or > MaximumHullPoints)
        {
            throw new PhysicsException($"A convex hull of {points.Length} points is refused; give 4 to {MaximumHullPoints}.");
        }

        Vector3 middle = default, extent = default;
        foreach (Vector3 p in points)
        {
            if (!float.IsFinite(p.LengthSquared()) || p.Length() > MaximumSizeM)
            {
                throw new PhysicsException($"A convex hull's point {p} must be finite and within {MaximumSizeM} m.");
            }

            middle += p / points.Length;
            extent = Vector3.Max(extent, Vector3.Abs(p));
        }

        float tolerance = 1e-4f * MathF.Max(extent.X, MathF.Max(extent.Y, extent.Z));
        List<int[]> faces = FindFaces(points, middle, tolerance, out List<Vector3> normals);

        // Sum over tetrahedra from the middle to each face triangle.
        double volume = 0;
        Vector3 moment = default;
        Symmetric3 second = default;
        foreach (int[] face in faces)
        {
            for (int i = 2; i < face.Length; i++)
            {
                Vector3 a = points[face[0]] - middle, b = points[face[i - 1]] - middle, c = points[face[i]] - middle;
                float v = Vector3.Dot(a, Vector3.Cross(b, c)) / 6f;
                volume += v;
                moment += v * (a + b + c) / 4f;

                // A tetrahedron has the inertia of points: v/20 at each corner and 16v/20 at its centroid.
                second += Symmetric3.OfPoint(v / 20f, a) + Symmetric3.OfPoint(v / 20f, b) + Symmetric3.OfPoint(v / 20f, c)
                    + Symmetric3.OfPoint(0.8f * v, (a + b + c) / 4f);
            }
        }

        if (faces.Count < 4 || volume < 1e-9)
        {
            throw new PhysicsException("A convex hull's points lie in one plane; it needs a volume of at least a cubic millimetre.");
        }

        Vector3 offset = moment / (float)volume;
        Symmetric3 unit = (second * (1f / (float)volume)) + (Symmetric3.OfPoint(1, offset) * -1f);
        return new Shape(ShapeKind.Hull)
        {
            HalfExtents = extent,
            VolumeM3 = (float)volume,
            Centre = middle + offset,
            UnitInertia = unit,
            Corners = points.ToArray(),
            Faces = [.. faces],
            FaceNormals = [.. normals],
        };
    }

    private static List<int[]> FindFaces(ReadOnlySpan<Vector3> points, Vector3 middle, float tolerance, out List<Vector3> normals)
    {
        List<int[]> faces = [];
        normals = [];
        List<int> members = [];
        for (int i = 0; i < points.Length; i++)
        {
            for (int j = i + 1; j < points.Length; j++)
            {
                for (int k = j + 1; k < points.Length; k++)
                {
                    Vector3 normal = Vector3.Cross(points[j] - points[i], points[k] - points[i]);
                    float length = normal.Length();
                    if (length < tolerance * tolerance)
                    {
                        continue;
                    }

                    normal /= length;
                    if (Vector3.Dot(normal, points[i] - middle) < 0)
                    {
                        normal = -normal;
                    }

                    members.Clear();
                    bool outermost = true;
                    for (int p = 0; p < points.Length && outermost; p++)
                    {
                        float above = Vector3.Dot(points[p] - points[i], normal);
                        outermost = above <= tolerance;
                        if (above > -tolerance)
                        {
                            members.Add(p);
                        }
                    }

                    if (outermost && !IsKnown(normals, normal))
                    {
                        normals.Add(normal);
                        faces.Add(Loop(points, members, normal));
                    }
                }
            }
        }

        return faces;
    }

    private static bool IsKnown(List<Vector3> normals, Vector3 normal)
    {
        foreach (Vector3 known in normals)
        {
            if (Vector3.Dot(known, normal) > 0.9999f)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The members in counter-clockwise order about the normal, at most <see cref="FaceClipping.MaximumCorners"/> of them.</summary>
    private static int[] Loop(ReadOnlySpan<Vector3> points, List<int> members, Vector3 normal)
    {
        Vector3 centre = default;
        foreach (int m in members)
        {
            centre += points[m] / members.Count;
        }

        (Vector3 u, Vector3 v) = ContactSolver.Tangents(normal);
        var angles = new double[members.Count];
        int[] loop = [.. members];
        for (int i = 0; i < loop.Length; i++)
        {
            Vector3 arm = points[loop[i]] - centre;
            angles[i] = Math.Atan2(Vector3.Dot(arm, v), Vector3.Dot(arm, u));
        }

        Array.Sort(angles, loop);
        return loop.Length <= FaceClipping.MaximumCorners ? loop : loop[..FaceClipping.MaximumCorners];
    }
}
