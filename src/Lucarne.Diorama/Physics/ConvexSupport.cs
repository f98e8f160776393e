using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>What the convex routines ask of a bounded shape: its farthest core point, its touching face, its probe points.</summary>
internal static class ConvexSupport
{
    public const int CapCorners = 12;
    public const int MaximumProbes = Shape.MaximumHullPoints;

    private static readonly Vector2[] Rim = MakeRim();

    /// <summary>Radius that surrounds the core of <paramref name="shape"/>.</summary>
    public static float CoreRadius(Shape shape) => shape.Kind switch
    {
        ShapeKind.Sphere or ShapeKind.Capsule => shape.Radius,
        _ => shape.CoreMargin,
    };

    /// <summary>The core's farthest point along a world direction, relative to the collider's position.</summary>
    public static Vector3 Farthest(in Collider c, Vector3 direction)
    {
        Shape shape = c.Shape;
        Vector3 d = Vector3.Transform(direction, Quaternion.Conjugate(c.Orientation));
        Vector3 local;
        switch (shape.Kind)
        {
            case ShapeKind.Sphere:
                return Vector3.Zero;
            case ShapeKind.Capsule:
                local = new(0, MathF.CopySign(shape.HalfLength, d.Y), 0);
                break;
            case ShapeKind.Box:
                local = Vector3.CopySign(shape.HalfExtents - new Vector3(shape.CoreMargin), d);
                break;
            case ShapeKind.Cylinder:
                float across = MathF.Sqrt((d.X * d.X) + (d.Z * d.Z));
                float reach = across > 1e-9f ? (shape.Radius - shape.CoreMargin) / across : 0;
                local = new(d.X * reach, MathF.CopySign(shape.HalfLength - shape.CoreMargin, d.Y), d.Z * reach);
                break;
            default:
                Vector3[] corners = shape.Corners;
                int best = 0;
                float most = Vector3.Dot(corners[0], d);
                for (int i = 1; i < corners.Length; i++)
                {
                    float along = Vector3.Dot(corners[i], d);
                    if (along > most)
                    {
                        most = along;
                        best = i;
                    }
                }

                local = corners[best];
                break;
        }

        return Vector3.Transform(local, c.Orientation);
    }

    /// <summary>The world corners of the face (3 or more), edge (2) or nothing (0) that looks along a world direction.</summary>
    public static int Face(in Collider c, Vector3 direction, Span<Vector3> face)
    {
        Shape shape = c.Shape;
        Vector3 axis = Vector3.Transform(Vector3.UnitY, c.Orientation);
        float along = Vector3.Dot(axis, direction);
        switch (shape.Kind)
        {
            case ShapeKind.Box:
                BoxBox.SupportFace(
                    c.Position, shape.HalfExtents,
                    [Vector3.Transform(Vector3.UnitX, c.Orientation), axis, Vector3.Transform(Vector3.UnitZ, c.Orientation)], direction, face);
                return 4;
            case ShapeKind.Cylinder when MathF.Abs(along) > 0.7f:
                float sign = along >= 0 ? 1 : -1;
                Vector3 x = Vector3.Transform(Vector3.UnitX, c.Orientation) * shape.Radius, z = Vector3.Transform(Vector3.UnitZ, c.Orientation) * shape.Radius;
                for (int i = 0; i < CapCorners; i++)
                {
                    // X × Z points down: the upper cap runs the other way round to stay counter-clockwise.
                    face[i] = c.Position + (axis * (sign * shape.HalfLength)) + (x * Rim[i].X) - (z * (Rim[i].Y * sign));
                }

                return CapCorners;
            case ShapeKind.Cylinder or ShapeKind.Capsule when MathF.Abs(along) <= 0.7f:
                Vector3 outward = Vector3.Normalize(direction - (axis * along)) * shape.Radius;
                face[0] = c.Position + outward - (axis * shape.HalfLength);
                face[1] = c.Position + outward + (axis * shape.HalfLength);
                return 2;
            case ShapeKind.Hull:
                Vector3 local = Vector3.Transform(direction, Quaternion.Conjugate(c.Orientation));
                int best = 0;
                for (int i = 1; i < shape.FaceNormals.Length; i++)
                {
                    if (Vector3.Dot(shape.FaceNormals[i], local) > Vector3.Dot(shape.FaceNormals[best], local) + 1e-6f)
                    {
                        best = i;
                    }
                }

                int[] loop = shape.Faces[best];
                for (int i = 0; i < loop.Length; i++)
                {
                    face[i] = c.Position + Vector3.Transform(shape.Corners[loop[i]], c.Orientation);
                }

                return loop.Length;
            default:
                return 0;
        }
    }

    /// <summary>World points of the shape that can touch ground whose normal is <paramref name="up"/>, each surrounded by the returned radius.</summary>
    public static int Probes(in Collider c, Vector3 up, Span<Vector3> probes, out float radius)
    {
        Shape shape = c.Shape;
        radius = 0;
        switch (shape.Kind)
        {
            case ShapeKind.Sphere:
                radius = shape.Radius;
                probes[0] = c.Position;
                return 1;
            case ShapeKind.Capsule:
                radius = shape.Radius;
                Vector3 half = Vector3.Transform(new Vector3(0, shape.HalfLength, 0), c.Orientation);
                probes[0] = c.Position - half;
                probes[1] = c.Position + half;
                return 2;
            case ShapeKind.Box:
                for (int corner = 0; corner < 8; corner++)
                {
                    Vector3 signs = new(((corner & 1) * 2) - 1, (corner & 2) - 1, ((corner & 4) >> 1) - 1);
                    probes[corner] = c.Position + Vector3.Transform(shape.HalfExtents * signs, c.Orientation);
                }

                return 8;
            case ShapeKind.Cylinder:
                Vector3 axis = Vector3.Transform(Vector3.UnitY, c.Orientation);
                Vector3 down = (axis * Vector3.Dot(axis, up)) - up;
                float length = down.Length();
                down = length > 0.02f ? down / length : Vector3.Transform(Vector3.UnitX, c.Orientation);
                Vector3 side = Vector3.Cross(axis, down);
                for (int end = 0; end < 2; end++)
                {
                    Vector3 cap = c.Position + (axis * (end == 0 ? -shape.HalfLength : shape.HalfLength));
                    probes[end * 4] = cap + (down * shape.Radius);
                    probes[(end * 4) + 1] = cap + (side * shape.Radius);
                    probes[(end * 4) + 2] = cap - (down * shape.Radius);
                    probes[(end * 4) + 3] = cap - (side * shape.Radius);
                }

                return 8;
            default:
                for (int i = 0; i < shape.Corners.Length; i++)
                {
                    probes[i] = c.Position + Vector3.Transform(shape.Corners[i], c.Orientation);
                }

                return shape.Corners.Length;
        }
    }

    private static Vector2[] MakeRim()
    {
        var rim = new Vector2[CapCorners];
        for (int i = 0; i < CapCorners; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / CapCorners);
            rim[i] = new((float)cosine, (float)sine);
        }

        return rim;
    }
}
