using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>Forms drawn out from outlines: tubes, lofts, extrusions and sheets.</summary>
public static class Sweeps
{
    /// <summary>A round tube along a line, closed at both ends; its radius may change along the way.</summary>
    /// <param name="line">At least two points.</param>
    /// <param name="radius">Radius at 0…1 of the line, metres; 0 at an end makes a tip.</param>
    /// <param name="segments">Steps round the tube.</param>
    public static Form Tube(ReadOnlySpan<Vector3> line, Func<float, float> radius, int segments = 8)
    {
        int n = line.Length;
        var rings = new Vector3[n][];
        Vector3 side = Vector3.Zero;
        for (int i = 0; i < n; i++)
        {
            Vector3 along = Vector3.Normalize(line[Math.Min(i + 1, n - 1)] - line[Math.Max(i - 1, 0)]);
            if (i == 0)
            {
                side = Vector3.Cross(along, MathF.Abs(along.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX);
            }

            side = Vector3.Normalize(side - (along * Vector3.Dot(side, along)));
            Vector3 other = Vector3.Cross(along, side);
            float r = MathF.Max(radius(i / (float)(n - 1)), 1e-5f);
            var ring = new Vector3[segments];
            for (int s = 0; s < segments; s++)
            {
                (float sin, float cos) = MathF.SinCos(MathF.Tau * s / segments);
                ring[s] = line[i] + (((side * cos) + (other * sin)) * r);
            }

            rings[i] = ring;
        }

        return Loft(rings, 60);
    }

    /// <summary>A round tube of one radius along a line.</summary>
    public static Form Tube(ReadOnlySpan<Vector3> line, float radius, int segments = 8) => Tube(line, _ => radius, segments);

    /// <summary>A straight round bar between two points.</summary>
    public static Form Bar(Vector3 from, Vector3 to, float radius, int segments = 10) =>
        Shapes.Cylinder(radius, Vector3.Distance(from, to), segments).Along(to - from).Move(from);

    /// <summary>A straight tapering bar between two points.</summary>
    public static Form Bar(Vector3 from, Vector3 to, float fromRadius, float toRadius, int segments = 10) =>
        Shapes.Frustum(fromRadius, toRadius, Vector3.Distance(from, to), segments).Along(to - from).Move(from);

    /// <summary>A closed skin over outlines of equal point counts, capped at both ends.</summary>
    /// <param name="rings">Outlines in order; each counter-clockwise when seen from the end that the loft goes towards.</param>
    /// <param name="creaseDegrees">Edges sharper than this stay hard.</param>
    public static Form Loft(ReadOnlySpan<Vector3[]> rings, float creaseDegrees = 40f)
    {
        int n = rings[0].Length;
        List<Vector3> positions = [];
        List<int> indices = [];
        foreach (Vector3[] ring in rings)
        {
            positions.AddRange(ring);
        }

        for (int r = 0; r + 1 < rings.Length; r++)
        {
            for (int s = 0; s < n; s++)
            {
                int a = (r * n) + s, b = (r * n) + ((s + 1) % n), c = b + n, d = a + n;
                indices.AddRange([a, b, c, a, c, d]);
            }
        }

        int last = (rings.Length - 1) * n;
        foreach ((int i, int j, int k) in Polygons.TriangulateRing(rings[0]))
        {
            indices.AddRange([k, j, i]);
        }

        foreach ((int i, int j, int k) in Polygons.TriangulateRing(rings[^1]))
        {
            indices.AddRange([last + i, last + j, last + k]);
        }

        return new Form([.. positions], [.. indices], null, null, creaseDegrees);
    }

    /// <summary>A closed body along Z through cross-sections that range from ellipses to rounded boxes: car bodies, hulls, fuselages.</summary>
    /// <param name="sections">Cross-sections in order of growing Z.</param>
    /// <param name="segments">Points round a section.</param>
    /// <param name="steps">Smooth steps between two sections; 1 keeps straight lines.</param>
    public static Form Body(ReadOnlySpan<Section> sections, int segments = 20, int steps = 2)
    {
        int n = ((sections.Length - 1) * steps) + 1;
        Vector3[] places = [.. sections.ToArray().Select(s => new Vector3(s.Z, s.HalfWidth, s.Squareness))];
        Vector3[] heights = [.. sections.ToArray().Select(s => new Vector3(s.Bottom, s.Top, s.Z))];
        var rings = new Vector3[n][];
        for (int i = 0; i < n; i++)
        {
            float t = i / (float)steps;
            Vector3 place = Splines.At(places, t), height = Splines.At(heights, t);
            float middle = (height.X + height.Y) / 2, half = MathF.Max((height.Y - height.X) / 2, 1e-4f);
            float power = 2f / MathF.Max(place.Z, 1f);
            var ring = new Vector3[segments];
            for (int s = 0; s < segments; s++)
            {
                (float sin, float cos) = MathF.SinCos(MathF.Tau * (s + 0.5f) / segments);
                ring[s] = new Vector3(
                    MathF.Max(place.Y, 1e-4f) * MathF.CopySign(MathF.Pow(MathF.Abs(cos), power), cos),
                    middle + (half * MathF.CopySign(MathF.Pow(MathF.Abs(sin), power), sin)),
                    place.X);
            }

            rings[i] = ring;
        }

        return Loft(rings, 50);
    }

    /// <summary>A flat outline in the XY plane given thickness along Z, centred on Z = 0, with an optional bevel.</summary>
    /// <param name="outline">Counter-clockwise corners, metres.</param>
    /// <param name="depth">Thickness, metres.</param>
    /// <param name="bevel">Width of the chamfer on both rims, metres; the outline shrinks by it at the faces.</param>
    /// <param name="creaseDegrees">Edges sharper than this stay hard.</param>
    public static Form Extrude(ReadOnlySpan<Vector2> outline, float depth, float bevel = 0f, float creaseDegrees = 30f)
    {
        float h = depth / 2;
        Vector2[] full = outline.ToArray();
        if (bevel <= 0)
        {
            return Loft([At(full, -h), At(full, h)], creaseDegrees);
        }

        Vector2[] inner = Polygons.Inset(full, bevel);
        float b = MathF.Min(bevel, h * 0.9f);
        return Loft([At(inner, -h), At(full, -h + b), At(full, h - b), At(inner, h)], creaseDegrees);

        static Vector3[] At(Vector2[] points, float z) => Array.ConvertAll(points, p => new Vector3(p.X, p.Y, z));
    }

    /// <summary>An open sheet over the unit square: sails, petals, cloth. Use a two-sided material.</summary>
    /// <param name="at">Point for u, v in 0…1.</param>
    /// <param name="stepsU">Pieces along u.</param>
    /// <param name="stepsV">Pieces along v.</param>
    public static Form Sheet(Func<float, float, Vector3> at, int stepsU, int stepsV)
    {
        var positions = new Vector3[(stepsU + 1) * (stepsV + 1)];
        for (int v = 0; v <= stepsV; v++)
        {
            for (int u = 0; u <= stepsU; u++)
            {
                positions[(v * (stepsU + 1)) + u] = at(u / (float)stepsU, v / (float)stepsV);
            }
        }

        var quads = new int[stepsU * stepsV * 4];
        int q = 0;
        for (int v = 0; v < stepsV; v++)
        {
            for (int u = 0; u < stepsU; u++)
            {
                int a = (v * (stepsU + 1)) + u;
                ReadOnlySpan<int> quad = [a, a + 1, a + stepsU + 2, a + stepsU + 1];
                quad.CopyTo(quads.AsSpan(q));
                q += 4;
            }
        }

        return new Form(positions, Shapes.Quads(quads), null, null, 80);
    }
}

/// <summary>A cross-section of <see cref="Sweeps.Body"/>.</summary>
/// <param name="Z">Place along the body, metres.</param>
/// <param name="HalfWidth">Half its width, metres.</param>
/// <param name="Bottom">Lowest Y, metres.</param>
/// <param name="Top">Highest Y, metres.</param>
/// <param name="Squareness">2 an ellipse, 4 a soft box, 8 nearly a box.</param>
public readonly record struct Section(float Z, float HalfWidth, float Bottom, float Top, float Squareness = 3f);
