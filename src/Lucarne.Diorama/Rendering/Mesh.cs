using System.Numerics;
using Lucarne.Diorama.Rendering.Geometry;

namespace Lucarne.Diorama.Rendering;

/// <summary>An indexed triangle mesh in its own space: metres, right-handed, Y up, front faces counter-clockwise.</summary>
/// <remarks>Immutable after construction and shared between instances and threads.</remarks>
public sealed class Mesh
{
    /// <summary>Vertex positions, [V].</summary>
    public required Vector3[] Positions { get; init; }

    /// <summary>Unit vertex normals, [V]; two vertices at one position make a hard edge.</summary>
    public required Vector3[] Normals { get; init; }

    /// <summary>Three vertex indices a triangle, [3·T].</summary>
    public required int[] Indices { get; init; }

    /// <summary>Slot of the instance's material list for each triangle, [T]; null means slot 0 everywhere.</summary>
    public byte[]? TriangleMaterials { get; init; }

    /// <summary>Axis-aligned bounds of <see cref="Positions"/>.</summary>
    public (Vector3 Min, Vector3 Max) Bounds => _bounds ??= ComputeBounds();

    /// <summary>The same vertices laid out for the renderer, made at first use.</summary>
    internal MeshStreams Streams => Volatile.Read(ref _streams) ?? MakeStreams();

    private (Vector3, Vector3)? _bounds;
    private MeshStreams? _streams;

    private MeshStreams MakeStreams()
    {
        Interlocked.CompareExchange(ref _streams, new MeshStreams(this), null);
        return _streams;
    }

    private (Vector3, Vector3) ComputeBounds()
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
