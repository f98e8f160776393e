using System.Numerics;
using System.Runtime.InteropServices;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Tests.Modelling;

/// <summary>What is true of every sound mesh.</summary>
internal static class MeshChecks
{
    /// <summary>Number of half-edges, by position, that no opposite half-edge answers: 0 for a closed surface.</summary>
    public static int OpenEdges(Mesh mesh)
    {
        Dictionary<((int, int, int), (int, int, int)), int> balance = [];
        for (int i = 0; i < mesh.Indices.Length; i += 3)
        {
            for (int k = 0; k < 3; k++)
            {
                (int, int, int) a = Key(mesh.Positions[mesh.Indices[i + k]]), b = Key(mesh.Positions[mesh.Indices[i + ((k + 1) % 3)]]);
                if (a == b)
                {
                    continue;
                }

                CollectionsMarshal.GetValueRefOrAddDefault(balance, (a, b), out _)++;
                CollectionsMarshal.GetValueRefOrAddDefault(balance, (b, a), out _)--;
            }
        }

        return balance.Values.Count(v => v > 0);

        static (int, int, int) Key(Vector3 p) => ((int)MathF.Round(p.X * 2e5f), (int)MathF.Round(p.Y * 2e5f), (int)MathF.Round(p.Z * 2e5f));
    }

    /// <summary>Volume that a closed mesh encloses; positive when its faces look outwards.</summary>
    public static float Volume(Mesh mesh)
    {
        double volume = 0;
        for (int i = 0; i < mesh.Indices.Length; i += 3)
        {
            volume += Vector3.Dot(mesh.Positions[mesh.Indices[i]], Vector3.Cross(mesh.Positions[mesh.Indices[i + 1]], mesh.Positions[mesh.Indices[i + 2]])) / 6.0;
        }

        return (float)volume;
    }

    /// <summary>The first thing wrong with a mesh; null for nothing.</summary>
    public static string? Fault(Mesh mesh, int materials)
    {
        if (mesh.Positions.Length != mesh.Normals.Length || mesh.Indices.Length % 3 != 0 || mesh.Indices.Length == 0)
        {
            return $"{mesh.Positions.Length} positions, {mesh.Normals.Length} normals, {mesh.Indices.Length} indices";
        }

        if (mesh.Indices.Any(i => i < 0 || i >= mesh.Positions.Length))
        {
            return "an index out of range";
        }

        if (mesh.Positions.FirstOrDefault(p => !float.IsFinite(p.LengthSquared())) is { } bad && !float.IsFinite(bad.LengthSquared()))
        {
            return "a position that is not finite";
        }

        if (mesh.Normals.Any(n => MathF.Abs(n.Length() - 1) > 1e-3f))
        {
            return "a normal that is not of unit length";
        }

        return mesh.TriangleMaterials is { } slots && (slots.Length * 3 != mesh.Indices.Length || slots.Any(s => s >= materials)) ? "a material slot out of range" : null;
    }
}
