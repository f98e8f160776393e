using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Contact points of two colliders. The first collider's shape kind is never above the second's.</summary>
internal sealed class Narrowphase
{
    /// <summary>Cosine above which a contact normal is taken for the face's own.</summary>
    private const float FaceCosine = 0.998f;

    private readonly Gjk _gjk = new();

    /// <summary>Fills <paramref name="contacts"/> with the points nearer than <paramref name="margin"/> metres; the normal points from A to B.</summary>
    public void Collide(in Collider a, in Collider b, float margin, ContactBuffer contacts)
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
            case (ShapeKind.Box, ShapeKind.Box):
                BoxBox.Collide(a, b, margin, contacts);
                break;
            case (_, ShapeKind.HalfSpace):
                OnHalfSpace(a, b, margin, contacts);
                break;
            case (_, ShapeKind.HeightField):
                OnHeightField(a, b, margin, contacts);
                break;
            default:
                ConvexConvex(a, b, margin, contacts);
                break;
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

    private static void OnHalfSpace(in Collider a, in Collider b, float margin, ContactBuffer contacts)
    {
        Vector3 up = Vector3.Transform(Vector3.UnitY, b.Orientation);
        float height = Vector3.Dot(a.Position - b.Position, up);
        if (height - a.Shape.HalfExtents.Length() > margin)
        {
            return;
        }

        Span<Vector3> probes = stackalloc Vector3[ConvexSupport.MaximumProbes];
        int count = ConvexSupport.Probes(a, up, probes, out float radius);
        contacts.Normal = -up;
        for (int i = 0; i < count; i++)
        {
            float separation = Vector3.Dot(probes[i] - b.Position, up) - radius;
            if (separation <= margin)
            {
                contacts.Add(probes[i] - (up * (radius + (0.5f * separation))), separation, (uint)i);
            }
        }
    }

    private static void OnHeightField(in Collider a, in Collider b, float margin, ContactBuffer contacts)
    {
        Shape field = b.Shape;
        Vector3 local = a.Position - b.Position;
        float height = local.Y - field.HeightAt(local.X, local.Z, out Vector3 normal);
        float reach = a.Shape.HalfExtents.Length();
        if (local.Y - reach > field.HighestM + margin || height * normal.Y > (4f * reach) + margin)
        {
            return;
        }

        Span<Vector3> probes = stackalloc Vector3[ConvexSupport.MaximumProbes];
        int count = ConvexSupport.Probes(a, normal, probes, out float radius);
        float deepest = float.MaxValue;
        for (int i = 0; i < count; i++)
        {
            Vector3 p = probes[i] - b.Position;
            float distance = (p.Y - field.HeightAt(p.X, p.Z, out Vector3 n)) * n.Y;

            // Once more from the foot of the perpendicular, where the ball really touches.
            Vector3 foot = p - (n * distance);
            foot.Y = field.HeightAt(foot.X, foot.Z, out n);
            float separation = Vector3.Dot(p - foot, n) - radius;
            if (separation <= margin)
            {
                contacts.Add(probes[i] - (n * (radius + (0.5f * separation))), separation, (uint)i);
                if (separation < deepest)
                {
                    deepest = separation;
                    contacts.Normal = -n;
                }
            }
        }
    }

    private void ConvexConvex(in Collider a, in Collider b, float margin, ContactBuffer contacts)
    {
        float around = ConvexSupport.CoreRadius(a.Shape) + ConvexSupport.CoreRadius(b.Shape);
        _gjk.Solve(a, b, margin + around);
        float separation = _gjk.Distance - around;
        if (separation > margin)
        {
            return;
        }

        Vector3 normal = _gjk.Normal;
        contacts.Normal = normal;
        Span<Vector3> faceA = stackalloc Vector3[FaceClipping.MaximumCorners];
        Span<Vector3> faceB = stackalloc Vector3[FaceClipping.MaximumCorners];
        faceA = faceA[..ConvexSupport.Face(a, normal, faceA)];
        faceB = faceB[..ConvexSupport.Face(b, -normal, faceB)];
        if (faceA.Length >= 2 && faceB.Length >= 2)
        {
            Vector3 normalA = FaceClipping.FaceNormal(faceA), normalB = FaceClipping.FaceNormal(faceB);
            float alongA = Vector3.Dot(normalA, normal), alongB = -Vector3.Dot(normalB, normal);
            if (MathF.Max(alongA, alongB) > FaceCosine)
            {
                contacts.Normal = alongA >= alongB - 1e-3f ? normalA : -normalB;
                FaceClipping.Clip(faceA, faceB, contacts.Normal, margin, contacts);
            }
            else if (faceA.Length == 2 && faceB.Length == 2)
            {
                ParallelEdges(faceA, faceB, normal, separation, contacts);
            }
        }

        if (contacts.Count == 0)
        {
            contacts.Normal = normal;
            contacts.Add(_gjk.PointOnA + (normal * (ConvexSupport.CoreRadius(a.Shape) + (0.5f * separation))), separation, 0);
        }
    }

    /// <summary>Two logs side by side touch along a line: its two ends carry them.</summary>
    private static void ParallelEdges(ReadOnlySpan<Vector3> edgeA, ReadOnlySpan<Vector3> edgeB, Vector3 normal, float separation, ContactBuffer contacts)
    {
        Vector3 along = edgeA[1] - edgeA[0], other = edgeB[1] - edgeB[0];
        float length = along.Length();
        if (length < Shape.MinimumSizeM || Vector3.Cross(along, other).Length() > 0.02f * length * other.Length())
        {
            return;
        }

        along /= length;
        float b0 = Vector3.Dot(edgeB[0] - edgeA[0], along), b1 = Vector3.Dot(edgeB[1] - edgeA[0], along);
        float from = MathF.Max(0, MathF.Min(b0, b1)), to = MathF.Min(length, MathF.Max(b0, b1));
        if (to - from > Shape.MinimumSizeM)
        {
            Vector3 middle = normal * (0.5f * separation);
            contacts.Add(edgeA[0] + (along * from) + middle, separation, 1);
            contacts.Add(edgeA[0] + (along * to) + middle, separation, 2);
        }
    }
}
