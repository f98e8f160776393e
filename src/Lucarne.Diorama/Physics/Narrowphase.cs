using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Contact points of two colliders. The first collider's shape kind is never above the second's.</summary>
internal static class Narrowphase
{
    /// <summary>Fills <paramref name="contacts"/> with the points nearer than <paramref name="margin"/> metres; the normal points from A to B.</summary>
    public static void Collide(in Collider a, in Collider b, float margin, ContactBuffer contacts)
    {
        contacts.Count = 0;
        switch (a.Shape.Kind, b.Shape.Kind)
        {
            case (ShapeKind.Sphere, ShapeKind.Sphere):
                PointPoint(a.Position, a.Shape.Radius, b.Position, b.Shape.Radius, margin, contacts);
                break;
            case (ShapeKind.Sphere, ShapeKind.Box):
                SphereBox(a, b, margin, contacts);
                break;
            case (ShapeKind.Sphere, ShapeKind.HalfSpace):
                SphereHalfSpace(a, b, margin, contacts);
                break;
            case (ShapeKind.Box, ShapeKind.Box):
                BoxBox.Collide(a, b, margin, contacts);
                break;
            case (ShapeKind.Box, ShapeKind.HalfSpace):
                BoxHalfSpace(a, b, margin, contacts);
                break;
            default:
                throw new InvalidOperationException($"No collision of {a.Shape.Kind} with {b.Shape.Kind}.");
        }

        contacts.Reduce();
    }

    private static void PointPoint(Vector3 a, float radiusA, Vector3 b, float radiusB, float margin, ContactBuffer contacts)
    {
        Vector3 d = b - a;
        float distance = d.Length();
        float separation = distance - radiusA - radiusB;
        if (separation > margin)
        {
            return;
        }

        contacts.Normal = distance > 1e-7f ? d / distance : Vector3.UnitY;
        contacts.Add(a + (contacts.Normal * (radiusA + (0.5f * separation))), separation, 0);
    }

    private static void SphereBox(in Collider a, in Collider b, float margin, ContactBuffer contacts)
    {
        Quaternion toBox = Quaternion.Conjugate(b.Orientation);
        Vector3 centre = Vector3.Transform(a.Position - b.Position, toBox);
        Vector3 half = b.Shape.HalfExtents;
        Vector3 nearest = Vector3.Clamp(centre, -half, half);
        Vector3 d = nearest - centre;
        float distance = d.Length();
        Vector3 normal;
        if (distance > 1e-6f)
        {
            if (distance - a.Shape.Radius > margin)
            {
                return;
            }

            normal = d / distance;
        }
        else
        {
            // The centre is inside: leave by the nearest face.
            Vector3 depth = half - Vector3.Abs(centre);
            int axis = depth.X <= depth.Y ? (depth.X <= depth.Z ? 0 : 2) : (depth.Y <= depth.Z ? 1 : 2);
            normal = default;
            normal[axis] = centre[axis] >= 0 ? -1 : 1;
            distance = -depth[axis];
        }

        float separation = distance - a.Shape.Radius;
        contacts.Normal = Vector3.Transform(normal, b.Orientation);
        contacts.Add(a.Position + (contacts.Normal * (a.Shape.Radius + (0.5f * separation))), separation, 0);
    }

    private static void SphereHalfSpace(in Collider a, in Collider b, float margin, ContactBuffer contacts)
    {
        Vector3 up = Vector3.Transform(Vector3.UnitY, b.Orientation);
        float separation = Vector3.Dot(a.Position - b.Position, up) - a.Shape.Radius;
        if (separation <= margin)
        {
            contacts.Normal = -up;
            contacts.Add(a.Position - (up * (a.Shape.Radius + (0.5f * separation))), separation, 0);
        }
    }

    private static void BoxHalfSpace(in Collider a, in Collider b, float margin, ContactBuffer contacts)
    {
        Vector3 up = Vector3.Transform(Vector3.UnitY, b.Orientation);
        float height = Vector3.Dot(a.Position - b.Position, up);
        Vector3 half = a.Shape.HalfExtents;
        Vector3 x = Vector3.Transform(Vector3.UnitX * half.X, a.Orientation);
        Vector3 y = Vector3.Transform(Vector3.UnitY * half.Y, a.Orientation);
        Vector3 z = Vector3.Transform(Vector3.UnitZ * half.Z, a.Orientation);
        float reach = MathF.Abs(Vector3.Dot(x, up)) + MathF.Abs(Vector3.Dot(y, up)) + MathF.Abs(Vector3.Dot(z, up));
        if (height - reach > margin)
        {
            return;
        }

        contacts.Normal = -up;
        for (uint corner = 0; corner < 8; corner++)
        {
            Vector3 arm = ((corner & 1) != 0 ? x : -x) + ((corner & 2) != 0 ? y : -y) + ((corner & 4) != 0 ? z : -z);
            float separation = height + Vector3.Dot(arm, up);
            if (separation <= margin)
            {
                contacts.Add(a.Position + arm - (up * (0.5f * separation)), separation, corner);
            }
        }
    }
}
