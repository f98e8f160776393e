using System.Numerics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>A surface being modelled: shared vertices, triangles, and one material slot a triangle. Every operation returns a new form.</summary>
/// <remarks>
/// Metres, right-handed, Y up, front faces counter-clockwise. Angles are degrees. Triangles that share a vertex index are smoothed
/// over up to <see cref="CreaseDegrees"/>; forms joined by <see cref="Join(ReadOnlySpan{Form})"/> share no vertices, so each keeps its own edges.
/// </remarks>
public sealed class Form
{
    private readonly Vector3[]? _normals;

    /// <summary>Makes a form from its parts, which it keeps.</summary>
    /// <param name="positions">Vertices, [V].</param>
    /// <param name="indices">Three a triangle, [3·T].</param>
    /// <param name="slots">Material slot of each triangle, [T]; null for slot 0.</param>
    /// <param name="normals">Exact unit normals, [V]; null derives them from the faces.</param>
    /// <param name="creaseDegrees">Faces that meet at a sharper angle keep a hard edge; unused with exact normals.</param>
    public Form(Vector3[] positions, int[] indices, byte[]? slots = null, Vector3[]? normals = null, float creaseDegrees = 40f)
    {
        Positions = positions;
        Indices = indices;
        Slots = slots ?? new byte[indices.Length / 3];
        _normals = normals;
        CreaseDegrees = creaseDegrees;
    }

    /// <summary>Vertices, [V].</summary>
    public Vector3[] Positions { get; }

    /// <summary>Three vertex indices a triangle, [3·T].</summary>
    public int[] Indices { get; }

    /// <summary>Material slot of each triangle, [T].</summary>
    public byte[] Slots { get; }

    /// <summary>Angle between faces above which an edge stays hard.</summary>
    public float CreaseDegrees { get; }

    /// <summary>Number of triangles.</summary>
    public int TriangleCount => Indices.Length / 3;

    /// <summary>Corners of the axis-aligned box around the vertices.</summary>
    public (Vector3 Min, Vector3 Max) Bounds
    {
        get
        {
            Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
            foreach (Vector3 p in Positions)
            {
                min = Vector3.Min(min, p);
                max = Vector3.Max(max, p);
            }

            return (min, max);
        }
    }

    /// <summary>One form of several, each with its own smoothing.</summary>
    public static Form Join(params ReadOnlySpan<Form> forms)
    {
        int vertices = 0, indices = 0;
        var parts = new (Vector3[] P, Vector3[] N, int[] I)[forms.Length];
        for (int f = 0; f < forms.Length; f++)
        {
            parts[f] = forms[f].Shaded();
            vertices += parts[f].P.Length;
            indices += parts[f].I.Length;
        }

        var positions = new Vector3[vertices];
        var normals = new Vector3[vertices];
        var all = new int[indices];
        var slots = new byte[indices / 3];
        int v = 0, i = 0;
        for (int f = 0; f < forms.Length; f++)
        {
            parts[f].P.CopyTo(positions, v);
            parts[f].N.CopyTo(normals, v);
            forms[f].Slots.CopyTo(slots, i / 3);
            foreach (int index in parts[f].I)
            {
                all[i++] = index + v;
            }

            v += parts[f].P.Length;
        }

        return new Form(positions, all, slots, normals);
    }

    /// <summary>One form of several.</summary>
    public static Form Join(IEnumerable<Form> forms) => Join(forms.ToArray().AsSpan());

    /// <summary>This form and others.</summary>
    public Form With(params ReadOnlySpan<Form> others)
    {
        var all = new Form[others.Length + 1];
        all[0] = this;
        others.CopyTo(all.AsSpan(1));
        return Join(all.AsSpan());
    }

    /// <summary>Moves by an offset.</summary>
    public Form Move(float x, float y, float z) => Move(new Vector3(x, y, z));

    /// <summary>Moves by an offset.</summary>
    public Form Move(Vector3 offset) => new(Array.ConvertAll(Positions, p => p + offset), Indices, Slots, _normals, CreaseDegrees);

    /// <summary>Turns about the X axis.</summary>
    public Form RotateX(float degrees) => Transform(Matrix4x4.CreateRotationX(float.DegreesToRadians(degrees)));

    /// <summary>Turns about the Y axis.</summary>
    public Form RotateY(float degrees) => Transform(Matrix4x4.CreateRotationY(float.DegreesToRadians(degrees)));

    /// <summary>Turns about the Z axis.</summary>
    public Form RotateZ(float degrees) => Transform(Matrix4x4.CreateRotationZ(float.DegreesToRadians(degrees)));

    /// <summary>Scales evenly.</summary>
    public Form Scale(float factor) => Transform(Matrix4x4.CreateScale(factor));

    /// <summary>Scales along each axis.</summary>
    public Form Scale(float x, float y, float z) => Transform(Matrix4x4.CreateScale(x, y, z));

    /// <summary>Mirrors in the plane X = 0.</summary>
    public Form MirrorX() => Transform(Matrix4x4.CreateScale(-1, 1, 1));

    /// <summary>Mirrors in the plane Z = 0.</summary>
    public Form MirrorZ() => Transform(Matrix4x4.CreateScale(1, 1, -1));

    /// <summary>This form together with its mirror image in the plane X = 0.</summary>
    public Form BothSidesX() => With(MirrorX());

    /// <summary>This form together with its mirror image in the plane Z = 0.</summary>
    public Form BothSidesZ() => With(MirrorZ());

    /// <summary>Turns +Y to point along a direction.</summary>
    public Form Along(Vector3 direction)
    {
        Vector3 y = Vector3.Normalize(direction);
        Vector3 z = Vector3.Normalize(Vector3.Cross(MathF.Abs(y.X) < 0.9f ? Vector3.UnitX : Vector3.UnitZ, y));
        Vector3 x = Vector3.Cross(y, z);
        return Transform(new Matrix4x4(x.X, x.Y, x.Z, 0, y.X, y.Y, y.Z, 0, z.X, z.Y, z.Z, 0, 0, 0, 0, 1));
    }

    /// <summary>Moves so that the lowest vertex lies on Y = 0.</summary>
    public Form OnGround() => Move(0, -Bounds.Min.Y, 0);

    /// <summary>Applies an affine transform (row vectors). A mirroring one turns the faces round, so that they still look outwards.</summary>
    public Form Transform(Matrix4x4 matrix)
    {
        Vector3[] positions = Array.ConvertAll(Positions, p => Vector3.Transform(p, matrix));
        Vector3[]? normals = null;
        if (_normals is not null && Matrix4x4.Invert(matrix, out Matrix4x4 inverse))
        {
            Matrix4x4 normalMatrix = Matrix4x4.Transpose(inverse);
            normals = Array.ConvertAll(_normals, n => Vector3.Normalize(Vector3.TransformNormal(n, normalMatrix)));
        }

        int[] indices = Indices;
        if (matrix.GetDeterminant() < 0)
        {
            indices = Flipped();
        }

        return new Form(positions, indices, Slots, normals, CreaseDegrees);
    }

    /// <summary>Moves every vertex by a function of its place; normals are derived anew from the faces.</summary>
    public Form Displace(Func<Vector3, Vector3> moved, float creaseDegrees = 60f) =>
        new(Array.ConvertAll(Positions, p => moved(p)), Indices, Slots, null, creaseDegrees);

    /// <summary>Pushes vertices along their normals by seeded noise.</summary>
    /// <param name="amountM">Largest push, metres.</param>
    /// <param name="featureM">Size of the bumps, metres.</param>
    /// <param name="seed">Seed of the noise.</param>
    /// <param name="creaseDegrees">Angle above which edges stay hard: small for a chipped rock.</param>
    public Form Roughen(float amountM, float featureM, uint seed, float creaseDegrees = 60f)
    {
        Vector3[] n = VertexNormals();
        var positions = new Vector3[Positions.Length];
        for (int v = 0; v < positions.Length; v++)
        {
            positions[v] = Positions[v] + (n[v] * (amountM * Noise.Fractal(Positions[v] / featureM, seed, 3)));
        }

        return new Form(positions, Indices, Slots, null, creaseDegrees);
    }

    /// <summary>Narrows or widens with height: X and Z are scaled from 1 at the foot to <paramref name="top"/> at the head.</summary>
    public Form Taper(float top)
    {
        (Vector3 min, Vector3 max) = Bounds;
        float height = MathF.Max(max.Y - min.Y, 1e-6f);
        return Displace(p =>
        {
            float s = float.Lerp(1, top, (p.Y - min.Y) / height);
            return new Vector3(p.X * s, p.Y, p.Z * s);
        }, CreaseDegrees);
    }

    /// <summary>Gives all triangles one material slot.</summary>
    public Form Slot(int slot)
    {
        var slots = new byte[TriangleCount];
        Array.Fill(slots, (byte)slot);
        return new Form(Positions, Indices, slots, _normals, CreaseDegrees);
    }

    /// <summary>Gives a material slot to the triangles whose centre satisfies a condition.</summary>
    public Form SlotWhere(int slot, Func<Vector3, bool> centre)
    {
        var slots = (byte[])Slots.Clone();
        for (int t = 0; t < slots.Length; t++)
        {
            Vector3 c = (Positions[Indices[3 * t]] + Positions[Indices[(3 * t) + 1]] + Positions[Indices[(3 * t) + 2]]) / 3f;
            if (centre(c))
            {
                slots[t] = (byte)slot;
            }
        }

        return new Form(Positions, Indices, slots, _normals, CreaseDegrees);
    }

    /// <summary>Derives the normals from the faces, with hard edges above an angle: 0 facets everything, 180 smooths everything.</summary>
    public Form Crease(float degrees) => new(Positions, Indices, Slots, null, degrees);

    /// <summary>Turns the faces round, for the inside of a room.</summary>
    public Form InsideOut() => new(Positions, Flipped(), Slots, _normals is null ? null : Array.ConvertAll(_normals, n => -n), CreaseDegrees);

    /// <summary>Splits each triangle in four.</summary>
    public Form Subdivide()
    {
        List<Vector3> positions = [.. Positions];
        Dictionary<(int, int), int> middles = [];
        var indices = new int[Indices.Length * 4];
        var slots = new byte[Slots.Length * 4];
        int o = 0;
        for (int t = 0; t < Slots.Length; t++)
        {
            int a = Indices[3 * t], b = Indices[(3 * t) + 1], c = Indices[(3 * t) + 2];
            int ab = Middle(a, b), bc = Middle(b, c), ca = Middle(c, a);
            ReadOnlySpan<int> four = [a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca];
            slots.AsSpan(o / 3, 4).Fill(Slots[t]);
            four.CopyTo(indices.AsSpan(o));
            o += 12;
        }

        return new Form([.. positions], indices, slots, null, CreaseDegrees);

        int Middle(int a, int b)
        {
            (int, int) key = a < b ? (a, b) : (b, a);
            if (!middles.TryGetValue(key, out int m))
            {
                m = positions.Count;
                positions.Add((positions[a] + positions[b]) * 0.5f);
                middles.Add(key, m);
            }

            return m;
        }
    }

    /// <summary>The finished mesh, with degenerate triangles left out.</summary>
    public Mesh ToMesh()
    {
        (Vector3[] positions, Vector3[] normals, int[] indices) = Shaded();
        List<int> kept = new(indices.Length);
        List<byte> slots = new(Slots.Length);
        bool many = false;
        for (int t = 0; t < Slots.Length; t++)
        {
            Vector3 a = positions[indices[3 * t]], b = positions[indices[(3 * t) + 1]], c = positions[indices[(3 * t) + 2]];
            if (a == b || b == c || c == a)
            {
                continue;
            }

            kept.Add(indices[3 * t]);
            kept.Add(indices[(3 * t) + 1]);
            kept.Add(indices[(3 * t) + 2]);
            slots.Add(Slots[t]);
            many |= Slots[t] != 0;
        }

        return new Mesh { Positions = positions, Normals = normals, Indices = [.. kept], TriangleMaterials = many ? [.. slots] : null };
    }

    private Vector3[] VertexNormals() => _normals ?? CreaseNormals.Smooth(Positions, Indices);

    private (Vector3[] Positions, Vector3[] Normals, int[] Indices) Shaded() =>
        _normals is not null ? (Positions, _normals, Indices) : CreaseNormals.Split(Positions, Indices, CreaseDegrees);

    private int[] Flipped()
    {
        var flipped = (int[])Indices.Clone();
        for (int i = 0; i < flipped.Length; i += 3)
        {
            (flipped[i + 1], flipped[i + 2]) = (flipped[i + 2], flipped[i + 1]);
        }

        return flipped;
    }
}
