using System.Numerics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Tests.Rendering;

/// <summary>Plain shapes for the renderer's tests and benchmark. Metres, centred on the origin unless said.</summary>
internal static class SampleMeshes
{
    /// <summary>Axis-aligned box with sides (2·half).</summary>
    public static Mesh Box(Vector3 half)
    {
        List<Vector3> positions = [], normals = [];
        List<int> indices = [];
        for (int axis = 0; axis < 3; axis++)
        {
            for (int sign = -1; sign <= 1; sign += 2)
            {
                Vector3 n = Unit(axis) * sign, u = Unit((axis + 1) % 3), v = Vector3.Cross(n, u);
                int first = positions.Count;
                foreach ((float a, float b) in new[] { (-1f, -1f), (1f, -1f), (1f, 1f), (-1f, 1f) })
                {
                    positions.Add((n + (u * a) + (v * b)) * half);
                    normals.Add(n);
                }

                indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
            }
        }

        return new Mesh { Positions = [.. positions], Normals = [.. normals], Indices = [.. indices] };
    }

    /// <summary>Sphere of <paramref name="rings"/> × 2·rings quads.</summary>
    public static Mesh Sphere(float radius, int rings = 24) =>
        Revolve([.. Enumerable.Range(0, rings + 1).Select(i =>
        {
            (float sin, float cos) = MathF.SinCos(MathF.PI * i / rings);
            return (new Vector2(sin * radius, -cos * radius), new Vector2(sin, -cos));
        })], rings * 2);

    /// <summary>Closed cylinder or cone frustum along Y.</summary>
    public static Mesh Frustum(float bottomRadius, float topRadius, float height, int sides = 32)
    {
        Vector2 slope = Vector2.Normalize(new Vector2(height, bottomRadius - topRadius));
        return Revolve(
        [
            (new Vector2(0, -height / 2), -Vector2.UnitY), (new Vector2(bottomRadius, -height / 2), -Vector2.UnitY),
            (new Vector2(bottomRadius, -height / 2), slope), (new Vector2(topRadius, height / 2), slope),
            (new Vector2(topRadius, height / 2), Vector2.UnitY), (new Vector2(0, height / 2), Vector2.UnitY),
        ], sides);
    }

    /// <summary>Level square at Y = 0, of <paramref name="cells"/> × cells quads.</summary>
    public static Mesh Ground(float half, int cells = 1, Func<float, float, float>? height = null)
    {
        height ??= (_, _) => 0;
        Vector3[] positions = new Vector3[(cells + 1) * (cells + 1)], normals = new Vector3[positions.Length];
        List<int> indices = [];
        float step = 2 * half / cells;
        for (int z = 0; z <= cells; z++)
        {
            for (int x = 0; x <= cells; x++)
            {
                float px = (x * step) - half, pz = (z * step) - half, e = step * 0.5f;
                positions[(z * (cells + 1)) + x] = new Vector3(px, height(px, pz), pz);
                normals[(z * (cells + 1)) + x] = Vector3.Normalize(new Vector3(height(px - e, pz) - height(px + e, pz), 2 * e, height(px, pz - e) - height(px, pz + e)));
                if (x < cells && z < cells)
                {
                    int a = (z * (cells + 1)) + x, b = a + 1, c = a + cells + 1, d = c + 1;
                    indices.AddRange([a, c, b, b, c, d]);
                }
            }
        }

        return new Mesh { Positions = positions, Normals = normals, Indices = [.. indices] };
    }

    /// <summary>Turns a profile (radius, height) with its normals around Y.</summary>
    public static Mesh Revolve(IReadOnlyList<(Vector2 Point, Vector2 Normal)> profile, int sides)
    {
        List<Vector3> positions = [], normals = [];
        List<int> indices = [];
        for (int s = 0; s <= sides; s++)
        {
            (float sin, float cos) = MathF.SinCos(2 * MathF.PI * s / sides);
            foreach ((Vector2 p, Vector2 n) in profile)
            {
                positions.Add(new Vector3(p.X * cos, p.Y, -p.X * sin));
                normals.Add(new Vector3(n.X * cos, n.Y, -n.X * sin));
            }
        }

        for (int s = 0; s < sides; s++)
        {
            for (int i = 0; i + 1 < profile.Count; i++)
            {
                int a = (s * profile.Count) + i, b = a + profile.Count;
                indices.AddRange([a, b, b + 1, a, b + 1, a + 1]);
            }
        }

        return new Mesh { Positions = [.. positions], Normals = [.. normals], Indices = [.. indices] };
    }

    private static Vector3 Unit(int axis) => axis switch { 0 => Vector3.UnitX, 1 => Vector3.UnitY, _ => Vector3.UnitZ };
}
