using System.Numerics;
using System.Runtime.CompilerServices;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>A unit vector in 32 bits: 16 bits each of its octahedral coordinates.</summary>
internal static class PackedNormal
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VI Pack(VF x, VF y, VF z)
    {
        VF scale = VF.One / Max(Vector.Abs(x) + Vector.Abs(y) + Vector.Abs(z), F(1e-12f));
        VF u = x * scale, v = y * scale;
        VI below = Vector.LessThan(z, VF.Zero);
        VF foldedU = Vector.CopySign(VF.One - Vector.Abs(v), u), foldedV = Vector.CopySign(VF.One - Vector.Abs(u), v);
        u = Select(below, foldedU, u);
        v = Select(below, foldedV, v);
        VI iu = ToInt(Vector.Round(u * F(32767f))), iv = ToInt(Vector.Round(v * F(32767f)));
        return Vector.ShiftLeft(iv, 16) | (iu & new VI(0xFFFF));
    }

    /// <summary>The vector, on the octahedron: its length is 0.57…1, alike for neighbours; normalise after interpolation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unpack(VI packed, out VF x, out VF y, out VF z)
    {
        x = Vector.ConvertToSingle(Vector.ShiftRightArithmetic(Vector.ShiftLeft(packed, 16), 16)) * F(1f / 32767f);
        y = Vector.ConvertToSingle(Vector.ShiftRightArithmetic(packed, 16)) * F(1f / 32767f);
        z = VF.One - Vector.Abs(x) - Vector.Abs(y);
        VF fold = Max(-z, VF.Zero);
        x -= Vector.CopySign(fold, x);
        y -= Vector.CopySign(fold, y);
    }
}
