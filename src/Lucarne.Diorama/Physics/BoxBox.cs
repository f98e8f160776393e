using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Boxes against boxes: separating axes, then face clipping or the nearest points of two edges.</summary>
internal static class BoxBox
{
    public static void Collide(in Collider a, in Collider b, float margin, ContactBuffer contacts)
    {
        Vector3 halfA = a.Shape.HalfExtents, halfB = b.Shape.HalfExtents;
        Span<Vector3> axesA = [Vector3.Transform(Vector3.UnitX, a.Orientation), Vector3.Transform(Vector3.UnitY, a.Orientation), Vector3.Transform(Vector3.UnitZ, a.Orientation)];
        Span<Vector3> axesB = [Vector3.Transform(Vector3.UnitX, b.Orientation), Vector3.Transform(Vector3.UnitY, b.Orientation), Vector3.Transform(Vector3.UnitZ, b.Orientation)];
        Vector3 offset = b.Position - a.Position;

        float best = float.NegativeInfinity;
        Vector3 normal = default;
        int edgeA = -1, edgeB = -1;
        for (int i = 0; i < 6; i++)
        {
            Vector3 axis = i < 3 ? axesA[i] : axesB[i - 3];
            float separation = Separation(axis, offset, halfA, axesA, halfB, axesB);
            if (separation > margin)
            {
                return;
            }

            // Later axes must be clearly better, so that the choice does not flicker between steps.
            if (separation > best + 1e-5f + (i >= 3 ? 0.02f * MathF.Abs(best) : 0))
            {
                best = separation;
                normal = axis;
            }
        }

        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Vector3 axis = Vector3.Cross(axesA[i], axesB[j]);
                float length = axis.Length();
                if (length < 1e-3f)
                {
                    continue;
                }

                axis /= length;
                float separation = Separation(axis, offset, halfA, axesA, halfB, axesB);
                if (separation > margin)
                {
                    return;
                }

                if (separation > best + 1e-4f + (0.05f * MathF.Abs(best)))
                {
                    best = separation;
                    normal = axis;
                    edgeA = i;
                    edgeB = j;
                }
            }
        }

        if (Vector3.Dot(normal, offset) < 0)
        {
            normal = -normal;
        }

        contacts.Normal = normal;
        if (edgeA >= 0)
        {
            EdgeEdge(a.Position, halfA, axesA, edgeA, b.Position, halfB, axesB, edgeB, normal, contacts);
            return;
        }

        Span<Vector3> faceA = stackalloc Vector3[4];
        Span<Vector3> faceB = stackalloc Vector3[4];
        SupportFace(a.Position, halfA, axesA, normal, faceA);
        SupportFace(b.Position, halfB, axesB, -normal, faceB);
        FaceClipping.Clip(faceA, faceB, normal, margin, contacts);
    }

    /// <summary>The face of a box that looks most along <paramref name="direction"/>, counter-clockwise from outside.</summary>
    internal static void SupportFace(Vector3 centre, Vector3 half, ReadOnlySpan<Vector3> axes, Vector3 direction, Span<Vector3> face)
    {
        int best = 0;
        float most = -1;
        for (int i = 0; i < 3; i++)
        {
            float along = MathF.Abs(Vector3.Dot(axes[i], direction));
            if (along > most + 1e-6f)
            {
                most = along;
                best = i;
            }
        }

        int u = (best + 1) % 3, v = (best + 2) % 3;
        float sign = Vector3.Dot(axes[best], direction) >= 0 ? 1 : -1;
        Vector3 middle = centre + (axes[best] * (half[best] * sign));
        Vector3 du = axes[u] * (half[u] * sign), dv = axes[v] * half[v];
        face[0] = middle - du - dv;
        face[1] = middle + du - dv;
        face[2] = middle + du + dv;
        face[3] = middle - du + dv;
    }

    private static float Separation(Vector3 axis, Vector3 offset, Vector3 halfA, ReadOnlySpan<Vector3> axesA, Vector3 halfB, ReadOnlySpan<Vector3> axesB)
    {
        float reach = (halfA.X * MathF.Abs(Vector3.Dot(axis, axesA[0]))) + (halfA.Y * MathF.Abs(Vector3.Dot(axis, axesA[1]))) + (halfA.Z * MathF.Abs(Vector3.Dot(axis, axesA[2])))
            + (halfB.X * MathF.Abs(Vector3.Dot(axis, axesB[0]))) + (halfB.Y * MathF.Abs(Vector3.Dot(axis, axesB[1]))) + (halfB.Z * MathF.Abs(Vector3.Dot(axis, axesB[2])));
        return MathF.Abs(Vector3.Dot(axis, offset)) - reach;
    }

    private static void EdgeEdge(
        Vector3 centreA, Vector3 halfA, ReadOnlySpan<Vector3> axesA, int edgeA,
        Vector3 centreB, Vector3 halfB, ReadOnlySpan<Vector3> axesB, int edgeB, Vector3 normal, ContactBuffer contacts)
    {
        Vector3 middleA = centreA, middleB = centreB;
        for (int i = 0; i < 3; i++)
        {
            if (i != edgeA)
            {
                middleA += axesA[i] * (Vector3.Dot(axesA[i], normal) >= 0 ? halfA[i] : -halfA[i]);
            }

            if (i != edgeB)
            {
                middleB += axesB[i] * (Vector3.Dot(axesB[i], normal) >= 0 ? -halfB[i] : halfB[i]);
            }
        }

        Vector3 u = axesA[edgeA], v = axesB[edgeB], w = middleB - middleA;
        float uv = Vector3.Dot(u, v), uw = Vector3.Dot(u, w), vw = Vector3.Dot(v, w);
        float denominator = MathF.Max(1e-6f, 1 - (uv * uv));
        float s = Math.Clamp((uw - (uv * vw)) / denominator, -halfA[edgeA], halfA[edgeA]);
        float t = Math.Clamp(((uv * uw) - vw) / denominator, -halfB[edgeB], halfB[edgeB]);
        Vector3 onA = middleA + (u * s), onB = middleB + (v * t);
        contacts.Add((onA + onB) * 0.5f, Vector3.Dot(onB - onA, normal), 1000u + (uint)((edgeA * 3) + edgeB));
    }
}
