using System.Numerics;
using System.Runtime.CompilerServices;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>Takes vertices from their mesh to the screen and to the sun's view, with the wind's sway.</summary>
internal static unsafe class VertexTransform
{
    [MethodImpl(Kernel)]
    public static void Run(SceneGeometry geometry, in DrawnInstance drawn, int begin, int end)
    {
        MeshStreams mesh = drawn.Streams;
        Matrix4x4 m = drawn.World;
        View view = geometry.View;
        SunView sun = geometry.Sun;
        float* px = mesh.Values, py = px + mesh.Stride, pz = py + mesh.Stride;
        Vector3 screenX = (view.Forward * view.CentreX) + (view.Right * view.Focal);
        Vector3 screenY = (view.Forward * view.CentreY) - (view.Up * view.Focal);
        bool sways = drawn.Sway > 0 && geometry.Wind.LengthSquared() > 1e-6f;
        int at = drawn.FirstVertex;
        for (int i = begin; i < end; i += VF.Count)
        {
            VF x = Vector.Load(px + i), y = Vector.Load(py + i), z = Vector.Load(pz + i);
            VF wx = Fma(x, F(m.M11), Fma(y, F(m.M21), Fma(z, F(m.M31), F(m.M41))));
            VF wy = Fma(x, F(m.M12), Fma(y, F(m.M22), Fma(z, F(m.M32), F(m.M42))));
            VF wz = Fma(x, F(m.M13), Fma(y, F(m.M23), Fma(z, F(m.M33), F(m.M43))));
            if (sways)
            {
                Sway(geometry, drawn, ref wx, ref wy, ref wz);
            }

            if (drawn.InView)
            {
                Dot(wx, wy, wz, screenX).Store(geometry.ScreenX.Pointer + at + i);
                Dot(wx, wy, wz, screenY).Store(geometry.ScreenY.Pointer + at + i);
                Dot(wx, wy, wz, view.Forward).Store(geometry.ScreenW.Pointer + at + i);
            }

            if (drawn.CastsShadow)
            {
                Fma(Dot(wx, wy, wz, sun.Right), F(sun.TexelsPerM), F(sun.OffsetX)).Store(geometry.SunX.Pointer + at + i);
                Fma(Dot(wx, wy, wz, sun.Up), F(sun.TexelsPerM), F(sun.OffsetY)).Store(geometry.SunY.Pointer + at + i);
                Dot(wx, wy, wz, sun.Towards).Store(geometry.SunZ.Pointer + at + i);
            }
        }

        if (drawn.InView)
        {
            Normals(geometry, drawn, begin, end);
        }
    }

    /// <summary>Normals turn with the cofactor matrix, which also holds under uneven scale; mirrored instances keep normals outward.</summary>
    [MethodImpl(Kernel)]
    private static void Normals(SceneGeometry geometry, in DrawnInstance drawn, int begin, int end)
    {
        MeshStreams mesh = drawn.Streams;
        Matrix4x4 m = drawn.World;
        Vector3 r0 = new(m.M11, m.M12, m.M13), r1 = new(m.M21, m.M22, m.M23), r2 = new(m.M31, m.M32, m.M33);
        Vector3 c0 = Vector3.Cross(r1, r2), c1 = Vector3.Cross(r2, r0), c2 = Vector3.Cross(r0, r1);
        float scale = 1f / MathF.Max(1e-20f, MathF.Sqrt(c0.LengthSquared() + c1.LengthSquared() + c2.LengthSquared()));
        if (Vector3.Dot(r0, c0) < 0)
        {
            scale = -scale;
        }

        (c0, c1, c2) = (c0 * scale, c1 * scale, c2 * scale);
        float* nx = mesh.Values + (3 * mesh.Stride), ny = nx + mesh.Stride, nz = ny + mesh.Stride;
        int* packed = geometry.Normals.Pointer + drawn.FirstVertex;
        for (int i = begin; i < end; i += VF.Count)
        {
            VF x = Vector.Load(nx + i), y = Vector.Load(ny + i), z = Vector.Load(nz + i);
            VF wx = Fma(x, F(c0.X), Fma(y, F(c1.X), z * F(c2.X)));
            VF wy = Fma(x, F(c0.Y), Fma(y, F(c1.Y), z * F(c2.Y)));
            VF wz = Fma(x, F(c0.Z), Fma(y, F(c1.Z), z * F(c2.Z)));
            PackedNormal.Pack(wx, wy, wz).Store(packed + i);
        }
    }

    /// <summary>Leans with the wind by the height above the instance's origin, with gusts that travel across the scene.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sway(SceneGeometry geometry, in DrawnInstance drawn, ref VF x, ref VF y, ref VF z)
    {
        Vector3 lens = geometry.View.Position;
        VF height = Max(y - F(drawn.World.M42), VF.Zero);
        VF worldX = x + F(lens.X), worldZ = z + F(lens.Z);
        float speed = MathF.Min(geometry.Wind.Length(), 30f);
        Vector2 heading = geometry.Wind / MathF.Max(1e-3f, geometry.Wind.Length());
        VF along = (worldX * F(heading.X)) + (worldZ * F(heading.Y));
        VF gust = SinTurns((along * F(0.11f)) - F(geometry.Seconds * 0.27f % 1f));
        VF flutter = SinTurns((worldX * F(0.83f)) + (worldZ * F(0.71f)) + F(geometry.Seconds * 1.3f % 1f));
        VF lean = height * F(drawn.Sway * MathF.Min(0.55f, 0.035f * speed));
        lean *= F(0.55f) + (gust * F(0.35f)) + (flutter * F(0.16f));
        x = Fma(lean, F(heading.X), x);
        z = Fma(lean, F(heading.Y), z);
        VF across = flutter * height * F(drawn.Sway * 0.004f * speed);
        x = Fma(across, F(-heading.Y), x);
        z = Fma(across, F(heading.X), z);
        y -= lean * lean / Max(height, F(0.05f)) * F(0.5f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Dot(VF x, VF y, VF z, Vector3 v) => Fma(x, F(v.X), Fma(y, F(v.Y), z * F(v.Z)));
}
