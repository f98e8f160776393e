using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Meshes the zero surface of a signed field: one vertex in each cell that the surface crosses, one quad across each crossed edge.</summary>
internal static class SurfaceNets
{
    private const int MaxCells = 4_000_000;

    /// <summary>The closed skin of a field that is positive everywhere on the border of the box.</summary>
    /// <param name="field">Signed distance, negative inside.</param>
    /// <param name="min">Lower corner of the box.</param>
    /// <param name="max">Upper corner of the box.</param>
    /// <param name="cellM">Edge of a cell, metres.</param>
    /// <exception cref="ArgumentException">The box has more than four million cells.</exception>
    public static Form Skin(Func<Vector3, float> field, Vector3 min, Vector3 max, float cellM)
    {
        int nx = Samples(max.X - min.X), ny = Samples(max.Y - min.Y), nz = Samples(max.Z - min.Z);
        if ((long)nx * ny * nz > MaxCells)
        {
            throw new ArgumentException($"SurfaceNets.Skin: {nx}×{ny}×{nz} samples at {cellM} m exceed {MaxCells}.", nameof(cellM));
        }

        var values = new float[nx * ny * nz];
        for (int z = 0, i = 0; z < nz; z++)
        {
            for (int y = 0; y < ny; y++)
            {
                // Far from the surface the field tells how many samples cannot be crossed.
                for (int x = 0; x < nx;)
                {
                    float d = field(min + (new Vector3(x, y, z) * cellM));
                    int run = Math.Clamp((int)((MathF.Abs(d) / cellM * 0.5f) - 2), 1, nx - x);
                    for (int k = 0; k < run; k++)
                    {
                        values[i++] = d;
                    }

                    x += run;
                }
            }
        }

        var vertexOf = new int[values.Length];
        Array.Fill(vertexOf, -1);
        List<Vector3> positions = [];
        Span<int> offsets = [0, 1, nx, nx + 1, nx * ny, (nx * ny) + 1, (nx * ny) + nx, (nx * ny) + nx + 1];
        Span<float> corner = stackalloc float[8];
        for (int z = 0; z + 1 < nz; z++)
        {
            for (int y = 0; y + 1 < ny; y++)
            {
                for (int x = 0; x + 1 < nx; x++)
                {
                    int i = ((z * ny) + y) * nx + x;
                    int inside = 0;
                    for (int c = 0; c < 8; c++)
                    {
                        corner[c] = values[i + offsets[c]];
                        inside += corner[c] < 0 ? 1 : 0;
                    }

                    if (inside is 0 or 8)
                    {
                        continue;
                    }

                    vertexOf[i] = positions.Count;
                    positions.Add(min + ((new Vector3(x, y, z) + Crossing(corner)) * cellM));
                }
            }
        }

        List<int> indices = [];
        for (int z = 1; z + 1 < nz; z++)
        {
            for (int y = 1; y + 1 < ny; y++)
            {
                for (int x = 1; x + 1 < nx; x++)
                {
                    int i = ((z * ny) + y) * nx + x;
                    Quad(i, 1, nx, nx * ny);
                    Quad(i, nx, nx * ny, 1);
                    Quad(i, nx * ny, 1, nx);
                }
            }
        }

        Vector3[] settled = [.. positions];
        var normals = new Vector3[settled.Length];
        for (int v = 0; v < settled.Length; v++)
        {
            settled[v] = Settle(field, settled[v], cellM, out normals[v]);
        }

        return new Form(settled, [.. indices], null, normals);

        int Samples(float length) => (int)MathF.Ceiling(length / cellM) + 2;

        void Quad(int i, int along, int u, int v)
        {
            bool here = values[i] < 0, there = values[i + along] < 0;
            if (here == there)
            {
                return;
            }

            int a = vertexOf[i - u - v], b = vertexOf[i - v], c = vertexOf[i], d = vertexOf[i - u];
            indices.AddRange(here ? [a, b, c, a, c, d] : [a, c, b, a, d, c]);
        }
    }

    private static Vector3 Crossing(ReadOnlySpan<float> corner)
    {
        ReadOnlySpan<(int, int)> edges = [(0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7)];
        Vector3 sum = Vector3.Zero;
        int count = 0;
        foreach ((int a, int b) in edges)
        {
            if ((corner[a] < 0) == (corner[b] < 0))
            {
                continue;
            }

            float t = corner[a] / (corner[a] - corner[b]);
            sum += Vector3.Lerp(Place(a), Place(b), t);
            count++;
        }

        return sum / count;

        static Vector3 Place(int c) => new(c & 1, (c >> 1) & 1, c >> 2);
    }

    // Walks the vertex onto the true surface, so that coarse cells still give a smooth skin.
    private static Vector3 Settle(Func<Vector3, float> field, Vector3 p, float cellM, out Vector3 normal)
    {
        Vector3 start = p;
        normal = Gradient(field, p, cellM * 0.2f);
        for (int step = 0; step < 2; step++)
        {
            Vector3 moved = p - (normal * field(p));
            if (Vector3.Distance(moved, start) > cellM * 0.6f)
            {
                break;
            }

            p = moved;
            normal = Gradient(field, p, cellM * 0.2f);
        }

        return p;
    }

    private static Vector3 Gradient(Func<Vector3, float> field, Vector3 p, float h)
    {
        Vector3 g = new(
            field(p + new Vector3(h, 0, 0)) - field(p - new Vector3(h, 0, 0)),
            field(p + new Vector3(0, h, 0)) - field(p - new Vector3(0, h, 0)),
            field(p + new Vector3(0, 0, h)) - field(p - new Vector3(0, 0, h)));
        return g.LengthSquared() > 1e-24f ? Vector3.Normalize(g) : Vector3.UnitY;
    }
}
