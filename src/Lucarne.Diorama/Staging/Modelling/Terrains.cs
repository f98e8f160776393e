using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Ground as an open sheet over a rectangle, with normals from the height function.</summary>
public static class Terrains
{
    /// <summary>A regular grid of the height function.</summary>
    /// <param name="min">Corner with the least X and Z, metres.</param>
    /// <param name="max">Corner with the greatest X and Z, metres.</param>
    /// <param name="stepsX">Cells along X.</param>
    /// <param name="stepsZ">Cells along Z.</param>
    /// <param name="height">Height Y at X, Z, metres.</param>
    /// <param name="focus">0 spaces the lines evenly; towards 1 they crowd around the centre, where the camera looks.</param>
    public static Form Grid(Vector2 min, Vector2 max, int stepsX, int stepsZ, Func<float, float, float> height, float focus = 0f)
    {
        var positions = new Vector3[(stepsX + 1) * (stepsZ + 1)];
        var normals = new Vector3[positions.Length];
        for (int j = 0; j <= stepsZ; j++)
        {
            for (int i = 0; i <= stepsX; i++)
            {
                float x = float.Lerp(min.X, max.X, Crowd(i / (float)stepsX, focus)), z = float.Lerp(min.Y, max.Y, Crowd(j / (float)stepsZ, focus));
                int v = (j * (stepsX + 1)) + i;
                positions[v] = new Vector3(x, height(x, z), z);
                float e = MathF.Max((max.X - min.X) / stepsX, (max.Y - min.Y) / stepsZ) * 0.25f;
                normals[v] = Vector3.Normalize(new Vector3(height(x - e, z) - height(x + e, z), 2 * e, height(x, z - e) - height(x, z + e)));
            }
        }

        var quads = new int[stepsX * stepsZ * 4];
        int q = 0;
        for (int j = 0; j < stepsZ; j++)
        {
            for (int i = 0; i < stepsX; i++)
            {
                int a = (j * (stepsX + 1)) + i;
                ReadOnlySpan<int> quad = [a, a + stepsX + 1, a + stepsX + 2, a + 1];
                quad.CopyTo(quads.AsSpan(q));
                q += 4;
            }
        }

        return new Form(positions, Shapes.Quads(quads), null, normals);
    }

    /// <summary>A ribbon of ground along a line: roads, tracks, streams.</summary>
    /// <param name="line">Middle of the ribbon, in order.</param>
    /// <param name="widthM">Full width, metres.</param>
    /// <param name="liftM">Height above the line, metres.</param>
    /// <param name="camberM">How much the middle is higher than the edges, metres.</param>
    public static Form Ribbon(ReadOnlySpan<Vector3> line, float widthM, float liftM = 0.02f, float camberM = 0f)
    {
        int n = line.Length;
        Vector3[] points = line.ToArray();
        const int Across = 4;
        return Sweeps.Sheet((u, v) =>
        {
            int i = Math.Clamp((int)MathF.Round(v * (n - 1)), 0, n - 1);
            Vector3 along = points[Math.Min(i + 1, n - 1)] - points[Math.Max(i - 1, 0)];
            Vector3 side = Vector3.Normalize(new Vector3(-along.Z, 0, along.X));
            float s = (2 * u) - 1;
            return points[i] + (side * (s * widthM / 2)) + new Vector3(0, liftM + (camberM * (1 - (s * s))), 0);
        }, Across, n - 1);
    }

    private static float Crowd(float t, float focus)
    {
        float s = (2 * t) - 1;
        return 0.5f + (0.5f * float.Lerp(s, s * s * s, focus));
    }
}
