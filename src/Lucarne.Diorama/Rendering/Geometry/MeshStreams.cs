using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucarne.Diorama.Rendering.Simd;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>A mesh's vertices as one array a coordinate, checked once, and the sphere around them.</summary>
internal sealed unsafe class MeshStreams
{
    private readonly float[] _values;
    private readonly int[] _indices;

    public MeshStreams(Mesh mesh)
    {
        Vertices = Math.Min(mesh.Positions.Length, mesh.Normals.Length);
        Stride = (Vertices + Lanes.MaxWidth - 1) / Lanes.MaxWidth * Lanes.MaxWidth;
        _values = GC.AllocateArray<float>((6 * Stride) + Lanes.MaxWidth, pinned: true);
        Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
        for (int i = 0; i < Vertices; i++)
        {
            Vector3 p = mesh.Positions[i], n = mesh.Normals[i];
            for (int axis = 0; axis < 3; axis++)
            {
                _values[(axis * Stride) + i] = float.IsFinite(p[axis]) ? p[axis] : 0;
                _values[((axis + 3) * Stride) + i] = float.IsFinite(n[axis]) ? n[axis] : 0;
            }

            Vector3 kept = new(_values[i], _values[Stride + i], _values[(2 * Stride) + i]);
            (min, max) = (Vector3.Min(min, kept), Vector3.Max(max, kept));
        }

        Triangles = CopyIndices(mesh, out _indices, out byte[]? slots);
        Slots = slots;
        if (Vertices > 0)
        {
            Centre = (min + max) * 0.5f;
            Half = (max - min) * 0.5f;
        }
    }

    public int Vertices { get; }

    /// <summary>Floats between two coordinates' arrays.</summary>
    public int Stride { get; }

    public int Triangles { get; }

    public Vector3 Centre { get; }

    public Vector3 Half { get; }

    /// <summary>Mean normal of each triangle in three signed bytes, in object space: tells a crease from a smooth joint.</summary>
    public int[] NormalKeys { get; private set; } = [];

    /// <summary>Material slot of each triangle, or null for slot 0.</summary>
    public byte[]? Slots { get; }

    /// <summary>X, then Y, Z and the normals' X, Y, Z: six arrays of <see cref="Stride"/>.</summary>
    public float* Values => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_values));

    /// <summary>Three vertex indices a triangle, all within range.</summary>
    public int* Indices => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_indices));

    private static int NormalKey(Vector3 sum)
    {
        Vector3 n = View.Normalise(sum, Vector3.UnitY) * 127f;
        return ((int)n.X & 0xFF) | (((int)n.Y & 0xFF) << 8) | (((int)n.Z & 0xFF) << 16);
    }

    /// <summary>Triangles that name a vertex that does not exist are left out.</summary>
    private int CopyIndices(Mesh mesh, out int[] indices, out byte[]? slots)
    {
        int triangles = mesh.Indices.Length / 3, kept = 0;
        indices = GC.AllocateArray<int>((3 * triangles) + 1, pinned: true);
        NormalKeys = new int[triangles];
        slots = mesh.TriangleMaterials is null ? null : new byte[triangles];
        for (int t = 0; t < triangles; t++)
        {
            ReadOnlySpan<int> corners = mesh.Indices.AsSpan(3 * t, 3);
            if ((uint)corners[0] >= (uint)Vertices || (uint)corners[1] >= (uint)Vertices || (uint)corners[2] >= (uint)Vertices)
            {
                continue;
            }

            corners.CopyTo(indices.AsSpan(3 * kept));
            NormalKeys[kept] = NormalKey(mesh.Normals[corners[0]] + mesh.Normals[corners[1]] + mesh.Normals[corners[2]]);
            if (slots is not null)
            {
                slots[kept] = t < mesh.TriangleMaterials!.Length ? mesh.TriangleMaterials[t] : (byte)0;
            }

            kept++;
        }

        return kept;
    }
}
