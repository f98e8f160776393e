using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Contact points where two supporting faces overlap.</summary>
internal static class FaceClipping
{
    /// <summary>Most corners that a face may have.</summary>
    public const int MaximumCorners = 16;

    /// <summary>Clips the face that is less aligned with the normal against the sides of the other.</summary>
    /// <param name="faceA">Corners of A's face, counter-clockwise from outside; at least 3 for the reference face, 2 make an edge.</param>
    /// <param name="faceB">Corners of B's face.</param>
    /// <param name="normal">Unit normal from A to B.</param>
    /// <param name="margin">Points farther apart are dropped, metres.</param>
    /// <param name="contacts">Takes the points.</param>
    public static void Clip(ReadOnlySpan<Vector3> faceA, ReadOnlySpan<Vector3> faceB, Vector3 normal, float margin, ContactBuffer contacts)
    {
        Vector3 normalA = FaceNormal(faceA), normalB = FaceNormal(faceB);
        float alignedA = faceA.Length < 3 ? -1 : Vector3.Dot(normalA, normal);
        float alignedB = faceB.Length < 3 ? -1 : -Vector3.Dot(normalB, normal);
        bool referenceIsA = alignedA >= alignedB - 1e-3f;
        ReadOnlySpan<Vector3> reference = referenceIsA ? faceA : faceB;
        ReadOnlySpan<Vector3> incident = referenceIsA ? faceB : faceA;
        Vector3 outward = referenceIsA ? normalA : normalB;

        Span<Vector3> current = stackalloc Vector3[MaximumCorners * 2];
        Span<Vector3> next = stackalloc Vector3[MaximumCorners * 2];
        Span<uint> currentFeatures = stackalloc uint[MaximumCorners * 2];
        Span<uint> nextFeatures = stackalloc uint[MaximumCorners * 2];
        int count = incident.Length;
        for (int i = 0; i < count; i++)
        {
            current[i] = incident[i];
            currentFeatures[i] = (uint)i + 1;
        }

        for (int e = 0; e < reference.Length && count > 0; e++)
        {
            Vector3 from = reference[e], to = reference[(e + 1) % reference.Length];
            Vector3 inward = Vector3.Cross(outward, to - from);
            int written = 0;
            int edges = count == 2 ? 1 : count;
            for (int i = 0; i < edges; i++)
            {
                int j = (i + 1) % count;
                float di = Vector3.Dot(current[i] - from, inward), dj = Vector3.Dot(current[j] - from, inward);
                if (di >= 0 && written < next.Length)
                {
                    nextFeatures[written] = currentFeatures[i];
                    next[written++] = current[i];
                }

                if ((di < 0) != (dj < 0) && written < next.Length)
                {
                    nextFeatures[written] = (currentFeatures[i] * 64) + ((uint)e * 2) + (di < 0 ? 1u : 0u) + 17;
                    next[written++] = Vector3.Lerp(current[i], current[j], di / (di - dj));
                }

                if (count == 2 && dj >= 0 && written < next.Length)
                {
                    nextFeatures[written] = currentFeatures[j];
                    next[written++] = current[j];
                }
            }

            Span<Vector3> swap = current;
            current = next;
            next = swap;
            Span<uint> swapFeatures = currentFeatures;
            currentFeatures = nextFeatures;
            nextFeatures = swapFeatures;
            count = written;
        }

        // The separation is measured along the contact normal between the incident point and the reference plane.
        float along = Vector3.Dot(outward, normal);
        float slope = MathF.Abs(along) > 0.1f ? 1f / MathF.Abs(along) : 1f;
        for (int i = 0; i < count; i++)
        {
            float separation = Vector3.Dot(current[i] - reference[0], outward) * slope;
            if (separation <= margin)
            {
                Vector3 toMiddle = normal * (referenceIsA ? -0.5f * separation : 0.5f * separation);
                contacts.Add(current[i] + toMiddle, separation, currentFeatures[i]);
            }
        }
    }

    /// <summary>Unit normal of a face seen counter-clockwise from outside; zero for an edge.</summary>
    public static Vector3 FaceNormal(ReadOnlySpan<Vector3> face)
    {
        if (face.Length < 3)
        {
            return default;
        }

        Vector3 sum = default;
        for (int i = 2; i < face.Length; i++)
        {
            sum += Vector3.Cross(face[i - 1] - face[0], face[i] - face[0]);
        }

        float length = sum.Length();
        return length > 0 ? sum / length : Vector3.UnitY;
    }
}
