using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>A symmetric 3 × 3 matrix: inertia tensors (kg·m²) and their inverses.</summary>
internal readonly struct Symmetric3(float xx, float yy, float zz, float xy, float xz, float yz)
{
    public readonly float XX = xx, YY = yy, ZZ = zz, XY = xy, XZ = xz, YZ = yz;

    public static Symmetric3 Diagonal(Vector3 d) => new(d.X, d.Y, d.Z, 0, 0, 0);

    public static Symmetric3 operator +(in Symmetric3 a, in Symmetric3 b)
        => new(a.XX + b.XX, a.YY + b.YY, a.ZZ + b.ZZ, a.XY + b.XY, a.XZ + b.XZ, a.YZ + b.YZ);

    public static Symmetric3 operator *(in Symmetric3 a, float s)
        => new(a.XX * s, a.YY * s, a.ZZ * s, a.XY * s, a.XZ * s, a.YZ * s);

    public static Vector3 operator *(in Symmetric3 m, Vector3 v)
        => (new Vector3(m.XX, m.XY, m.XZ) * v.X) + (new Vector3(m.XY, m.YY, m.YZ) * v.Y) + (new Vector3(m.XZ, m.YZ, m.ZZ) * v.Z);

    /// <summary>Σ mᵢ(|r|²·1 − r rᵀ) of a point of mass <paramref name="mass"/> at <paramref name="r"/>: the parallel-axis term.</summary>
    public static Symmetric3 OfPoint(float mass, Vector3 r) => new(
        mass * ((r.Y * r.Y) + (r.Z * r.Z)), mass * ((r.X * r.X) + (r.Z * r.Z)), mass * ((r.X * r.X) + (r.Y * r.Y)),
        -mass * r.X * r.Y, -mass * r.X * r.Z, -mass * r.Y * r.Z);

    /// <summary>R·M·Rᵀ.</summary>
    public Symmetric3 Rotated(Quaternion q)
    {
        Vector3 x = Vector3.Transform(Vector3.UnitX, q), y = Vector3.Transform(Vector3.UnitY, q), z = Vector3.Transform(Vector3.UnitZ, q);
        // Columns of R·M, then each entry is their combination with the rows of Rᵀ.
        Vector3 cx = (x * XX) + (y * XY) + (z * XZ);
        Vector3 cy = (x * XY) + (y * YY) + (z * YZ);
        Vector3 cz = (x * XZ) + (y * YZ) + (z * ZZ);
        Vector3 row0 = (cx * x.X) + (cy * y.X) + (cz * z.X);
        Vector3 row1 = (cx * x.Y) + (cy * y.Y) + (cz * z.Y);
        Vector3 row2 = (cx * x.Z) + (cy * y.Z) + (cz * z.Z);
        return new(row0.X, row1.Y, row2.Z, row0.Y, row0.Z, row1.Z);
    }

    /// <summary>−[r]× M [r]×: how an impulse at an arm moves that arm's end by turning the body, for M its inverse inertia.</summary>
    public Symmetric3 AtArm(Vector3 r)
    {
        Vector3 x = Vector3.Cross(this * Vector3.Cross(r, Vector3.UnitX), r);
        Vector3 y = Vector3.Cross(this * Vector3.Cross(r, Vector3.UnitY), r);
        Vector3 z = Vector3.Cross(this * Vector3.Cross(r, Vector3.UnitZ), r);
        return new(x.X, y.Y, z.Z, x.Y, x.Z, y.Z);
    }

    public Symmetric3 Inverse()
    {
        float a = (YY * ZZ) - (YZ * YZ), b = (XZ * YZ) - (XY * ZZ), c = (XY * YZ) - (XZ * YY);
        float determinant = (XX * a) + (XY * b) + (XZ * c);
        if (determinant == 0)
        {
            return default;
        }

        float s = 1f / determinant;
        return new(a * s, ((XX * ZZ) - (XZ * XZ)) * s, ((XX * YY) - (XY * XY)) * s, b * s, c * s, ((XY * XZ) - (XX * YZ)) * s);
    }
}
