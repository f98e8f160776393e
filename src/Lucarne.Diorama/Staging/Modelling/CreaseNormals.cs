using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Vertex normals from faces: each corner averages the faces around its vertex that meet within the crease angle.</summary>
/// <remarks>Faces weigh by area times corner angle, so that a small bevel takes the normals of the large faces beside it.</remarks>
internal static class CreaseNormals
{
    /// <summary>One smooth unit normal a vertex, [V].</summary>
    public static Vector3[] Smooth(Vector3[] positions, int[] indices)
    {
        var normals = new Vector3[positions.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            normals[indices[i]] += CornerWeight(positions, indices, i) * FaceNormal(positions, indices, i / 3);
        }

        for (int v = 0; v < normals.Length; v++)
        {
            normals[v] = UnitOrUp(normals[v]);
        }

        return normals;
    }

    /// <summary>Vertices split where faces meet at more than the crease angle.</summary>
    public static (Vector3[] Positions, Vector3[] Normals, int[] Indices) Split(Vector3[] positions, int[] indices, float creaseDegrees)
    {
        int triangles = indices.Length / 3;
        float cosine = MathF.Cos(float.DegreesToRadians(creaseDegrees)) - 1e-5f;
        var face = new Vector3[triangles];
        for (int t = 0; t < triangles; t++)
        {
            face[t] = UnitOrUp(FaceNormal(positions, indices, t));
        }

        // Corners of each vertex as one packed list: first[v] … first[v + 1].
        var first = new int[positions.Length + 1];
        foreach (int v in indices)
        {
            first[v + 1]++;
        }

        for (int v = 0; v < positions.Length; v++)
        {
            first[v + 1] += first[v];
        }

        var corners = new int[indices.Length];
        var weights = new Vector3[indices.Length];
        int[] next = first[..^1];
        for (int i = 0; i < indices.Length; i++)
        {
            corners[next[indices[i]]++] = i;
            weights[i] = CornerWeight(positions, indices, i) * FaceNormal(positions, indices, i / 3);
        }

        List<Vector3> outPositions = new(positions.Length), outNormals = new(positions.Length);
        var outIndices = new int[indices.Length];
        for (int v = 0; v < positions.Length; v++)
        {
            int start = outPositions.Count;
            for (int a = first[v]; a < first[v + 1]; a++)
            {
                Vector3 sum = Vector3.Zero;
                for (int b = first[v]; b < first[v + 1]; b++)
                {
                    if (Vector3.Dot(face[corners[a] / 3], face[corners[b] / 3]) >= cosine)
                    {
                        sum += weights[corners[b]];
                    }
                }

                Vector3 normal = sum.LengthSquared() > 1e-24f ? Vector3.Normalize(sum) : face[corners[a] / 3];
                int found = -1;
                for (int o = start; o < outPositions.Count; o++)
                {
                    if (Vector3.DistanceSquared(outNormals[o], normal) < 1e-6f)
                    {
                        found = o;
                        break;
                    }
                }

                if (found < 0)
                {
                    found = outPositions.Count;
                    outPositions.Add(positions[v]);
                    outNormals.Add(normal);
                }

                outIndices[corners[a]] = found;
            }
        }

        return ([.. outPositions], [.. outNormals], outIndices);
    }

    private static Vector3 FaceNormal(Vector3[] p, int[] i, int t) =>
        Vector3.Cross(p[i[(3 * t) + 1]] - p[i[3 * t]], p[i[(3 * t) + 2]] - p[i[3 * t]]);

    private static float CornerWeight(Vector3[] p, int[] i, int corner)
    {
        int t = corner / 3 * 3, k = corner - t;
        Vector3 at = p[i[corner]];
        Vector3 u = p[i[t + ((k + 1) % 3)]] - at, v = p[i[t + ((k + 2) % 3)]] - at;
        float lengths = u.Length() * v.Length();
        return lengths < 1e-20f ? 0 : MathF.Acos(Math.Clamp(Vector3.Dot(u, v) / lengths, -1f, 1f));
    }

    private static Vector3 UnitOrUp(Vector3 v) => v.LengthSquared() > 1e-24f ? Vector3.Normalize(v) : Vector3.UnitY;
}
