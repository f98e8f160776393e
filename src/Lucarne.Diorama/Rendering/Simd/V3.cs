using System.Numerics;
using System.Runtime.CompilerServices;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Simd;

/// <summary>As many three-component vectors as there are lanes.</summary>
internal struct V3
{
    public VF X;
    public VF Y;
    public VF Z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V3(VF x, VF y, VF z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V3(Vector3 v)
    {
        X = F(v.X);
        Y = F(v.Y);
        Z = F(v.Z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 operator +(V3 a, V3 b) => new() { X = a.X + b.X, Y = a.Y + b.Y, Z = a.Z + b.Z };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 operator -(V3 a, V3 b) => new() { X = a.X - b.X, Y = a.Y - b.Y, Z = a.Z - b.Z };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 operator *(V3 a, V3 b) => new() { X = a.X * b.X, Y = a.Y * b.Y, Z = a.Z * b.Z };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 operator *(V3 a, VF b) => new() { X = a.X * b, Y = a.Y * b, Z = a.Z * b };

    /// <summary>a + b·t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 AddScaled(V3 a, V3 b, VF t) => new() { X = Fma(b.X, t, a.X), Y = Fma(b.Y, t, a.Y), Z = Fma(b.Z, t, a.Z) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 AddScaled(V3 a, Vector3 b, VF t) => new() { X = Fma(F(b.X), t, a.X), Y = Fma(F(b.Y), t, a.Y), Z = Fma(F(b.Z), t, a.Z) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Dot(V3 a, V3 b) => Fma(a.X, b.X, Fma(a.Y, b.Y, a.Z * b.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF Dot(V3 a, Vector3 b) => Fma(a.X, F(b.X), Fma(a.Y, F(b.Y), a.Z * F(b.Z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 Normalise(V3 a) => a * InverseSqrt(Max(Dot(a, a), F(1e-20f)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 Lerp(V3 a, V3 b, VF t) => new() { X = Lanes.Lerp(a.X, b.X, t), Y = Lanes.Lerp(a.Y, b.Y, t), Z = Lanes.Lerp(a.Z, b.Z, t) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V3 Select(VI mask, V3 a, V3 b) => new() { X = Lanes.Select(mask, a.X, b.X), Y = Lanes.Select(mask, a.Y, b.Y), Z = Lanes.Select(mask, a.Z, b.Z) };
}
