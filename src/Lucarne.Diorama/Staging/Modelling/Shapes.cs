using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Basic closed forms. Boxes, spheres and tori are centred on the origin; cylinders, cones and capsules stand on Y = 0.</summary>
public static class Shapes
{
    /// <summary>A box with sharp edges.</summary>
    public static Form Box(float x, float y, float z)
    {
        Vector3 h = new(x / 2, y / 2, z / 2);
        var p = new Vector3[8];
        for (int i = 0; i < 8; i++)
        {
            p[i] = new Vector3((i & 1) == 0 ? -h.X : h.X, (i & 2) == 0 ? -h.Y : h.Y, (i & 4) == 0 ? -h.Z : h.Z);
        }

        int[] quads = [0, 2, 3, 1, 4, 5, 7, 6, 0, 1, 5, 4, 2, 6, 7, 3, 0, 4, 6, 2, 1, 3, 7, 5];
        return new Form(p, Quads(quads), creaseDegrees: 20);
    }

    /// <summary>A box whose edges and corners are rounded.</summary>
    /// <param name="x">Width, metres.</param>
    /// <param name="y">Height, metres.</param>
    /// <param name="z">Depth, metres.</param>
    /// <param name="radius">Radius of the edges, metres; held to half the smallest side.</param>
    /// <param name="segments">Steps over half an edge: 1 gives 108 triangles, 2 gives 300.</param>
    public static Form RoundedBox(float x, float y, float z, float radius, int segments = 1)
    {
        Vector3 half = new Vector3(x, y, z) / 2;
        radius = MathF.Min(radius, MathF.Min(half.X, MathF.Min(half.Y, half.Z)) * 0.999f);
        Vector3 inner = half - new Vector3(radius);

        // Along one side of a face: the slope of the normal, and which end of the inner box it belongs to.
        int side = 2 * (segments + 1);
        var slope = new float[side];
        for (int i = 0; i <= segments; i++)
        {
            float t = i == 0 ? 1 : i == segments ? 0 : MathF.Tan(MathF.PI / 4 * (segments - i) / segments);
            slope[i] = -t;
            slope[side - 1 - i] = t;
        }

        Dictionary<(int, int, int), int> found = [];
        List<Vector3> positions = [], normals = [];
        List<int> indices = [];
        for (int axis = 0; axis < 3; axis++)
        {
            for (int sign = -1; sign <= 1; sign += 2)
            {
                for (int a = 0; a + 1 < side; a++)
                {
                    for (int b = 0; b + 1 < side; b++)
                    {
                        int v00 = Vertex(axis, sign, a, b), v10 = Vertex(axis, sign, a + 1, b);
                        int v11 = Vertex(axis, sign, a + 1, b + 1), v01 = Vertex(axis, sign, a, b + 1);
                        if (sign > 0)
                        {
                            indices.AddRange([v00, v10, v11, v00, v11, v01]);
                        }
                        else
                        {
                            indices.AddRange([v00, v11, v10, v00, v01, v11]);
                        }
                    }
                }
            }
        }

        return new Form([.. positions], [.. indices], null, [.. normals]);

        int Vertex(int axis, int sign, int a, int b)
        {
            Span<int> at = stackalloc int[3];
            at[axis] = sign > 0 ? side - 1 : 0;
            at[(axis + 1) % 3] = a;
            at[(axis + 2) % 3] = b;
            (int, int, int) key = (at[0], at[1], at[2]);
            if (found.TryGetValue(key, out int index))
            {
                return index;
            }

            Span<float> direction = stackalloc float[3];
            direction[axis] = sign;
            direction[(axis + 1) % 3] = slope[a];
            direction[(axis + 2) % 3] = slope[b];
            Vector3 normal = Vector3.Normalize(new Vector3(direction[0], direction[1], direction[2]));
            Vector3 corner = new(at[0] * 2 < side ? -inner.X : inner.X, at[1] * 2 < side ? -inner.Y : inner.Y, at[2] * 2 < side ? -inner.Z : inner.Z);
            positions.Add(corner + (normal * radius));
            normals.Add(normal);
            found.Add(key, positions.Count - 1);
            return positions.Count - 1;
        }
    }

    /// <summary>A sphere of even triangles: 20·4^<paramref name="level"/> of them.</summary>
    public static Form Sphere(float radius, int level = 3)
    {
        float g = (1 + MathF.Sqrt(5)) / 2;
        Form form = new(
            [new(-1, g, 0), new(1, g, 0), new(-1, -g, 0), new(1, -g, 0), new(0, -1, g), new(0, 1, g), new(0, -1, -g), new(0, 1, -g), new(g, 0, -1), new(g, 0, 1), new(-g, 0, -1), new(-g, 0, 1)],
            [0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8, 3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1]);
        for (int l = 0; l < level; l++)
        {
            form = form.Subdivide();
        }

        Vector3[] normals = Array.ConvertAll(form.Positions, Vector3.Normalize);
        return new Form(Array.ConvertAll(normals, n => n * radius), form.Indices, null, normals);
    }

    /// <summary>An ellipsoid with the given full widths.</summary>
    public static Form Ellipsoid(float x, float y, float z, int level = 3) => Sphere(0.5f, level).Scale(x, y, z);

    /// <summary>A round column from Y = 0 to <paramref name="height"/>, with a rounded rim.</summary>
    public static Form Cylinder(float radius, float height, int segments = 24, float bevel = 0f) =>
        Frustum(radius, radius, height, segments, bevel);

    /// <summary>A cone from Y = 0 to its tip.</summary>
    public static Form Cone(float radius, float height, int segments = 24) =>
        Lathes.Turn([new(0, 0), new(radius, 0), new(0, height)], segments, 50);

    /// <summary>A cut cone from Y = 0 to <paramref name="height"/>.</summary>
    public static Form Frustum(float bottomRadius, float topRadius, float height, int segments = 24, float bevel = 0f)
    {
        if (bevel <= 0)
        {
            return Lathes.Turn([new(0, 0), new(bottomRadius, 0), new(topRadius, height), new(0, height)], segments, 40);
        }

        float b = MathF.Min(bevel, MathF.Min(height, 2 * MathF.Min(bottomRadius, topRadius)) * 0.49f);
        return Lathes.Turn(
            [new(0, 0), new(bottomRadius - b, 0), new(bottomRadius - (b * 0.3f), b * 0.3f), new(bottomRadius, b), new(topRadius, height - b), new(topRadius - (b * 0.3f), height - (b * 0.3f)), new(topRadius - b, height), new(0, height)],
            segments, 50);
    }

    /// <summary>A column with round ends, from Y = 0 to <paramref name="height"/> over all.</summary>
    public static Form Capsule(float radius, float height, int segments = 16, int rings = 4)
    {
        var profile = new Vector2[2 * (rings + 1)];
        float straight = MathF.Max(0, height - (2 * radius));
        for (int i = 0; i <= rings; i++)
        {
            (float s, float c) = MathF.SinCos(MathF.PI / 2 * i / rings);
            profile[i] = new Vector2(i == 0 ? 0 : radius * s, radius - (radius * c));
            profile[^(i + 1)] = new Vector2(i == 0 ? 0 : radius * s, radius + straight + (radius * c));
        }

        return Lathes.Turn(profile, segments, 180);
    }

    /// <summary>A ring in the plane Y = 0.</summary>
    /// <param name="ringRadius">From the centre to the middle of the tube.</param>
    /// <param name="tubeRadius">Radius of the tube.</param>
    /// <param name="ringSegments">Steps round the ring.</param>
    /// <param name="tubeSegments">Steps round the tube.</param>
    public static Form Torus(float ringRadius, float tubeRadius, int ringSegments = 32, int tubeSegments = 12)
    {
        var positions = new Vector3[ringSegments * tubeSegments];
        var normals = new Vector3[positions.Length];
        var quads = new int[4 * positions.Length];
        for (int i = 0; i < ringSegments; i++)
        {
            (float si, float ci) = MathF.SinCos(MathF.Tau * i / ringSegments);
            for (int j = 0; j < tubeSegments; j++)
            {
                (float sj, float cj) = MathF.SinCos(MathF.Tau * j / tubeSegments);
                int v = (i * tubeSegments) + j;
                normals[v] = new Vector3(ci * cj, sj, si * cj);
                positions[v] = (new Vector3(ci, 0, si) * ringRadius) + (normals[v] * tubeRadius);
                int i1 = (i + 1) % ringSegments * tubeSegments, j1 = (j + 1) % tubeSegments;
                ReadOnlySpan<int> quad = [v, (i * tubeSegments) + j1, i1 + j1, i1 + j];
                quad.CopyTo(quads.AsSpan(4 * v));
            }
        }

        return new Form(positions, Quads(quads), null, normals);
    }

    /// <summary>Two triangles for each four indices.</summary>
    internal static int[] Quads(ReadOnlySpan<int> quads)
    {
        var indices = new int[quads.Length / 4 * 6];
        for (int q = 0, i = 0; q < quads.Length; q += 4, i += 6)
        {
            indices[i] = quads[q];
            indices[i + 1] = quads[q + 1];
            indices[i + 2] = quads[q + 2];
            indices[i + 3] = quads[q];
            indices[i + 4] = quads[q + 2];
            indices[i + 5] = quads[q + 3];
        }

        return indices;
    }
}
