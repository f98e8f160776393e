using System.Numerics;
using System.Runtime.InteropServices;
using Lucarne.Diorama.Rendering.Simd;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>What of the scene is drawn in this frame: instances kept, their surfaces, transformed vertices and triangles, all in flat arrays.</summary>
internal sealed unsafe class SceneGeometry : IDisposable
{
    private const int VerticesPerJob = 2048;

    private DrawnInstance[] _drawn = new DrawnInstance[256];
    private float[] _distances = new float[256];
    private (int Drawn, int Begin, int End)[] _vertexJobs = new (int, int, int)[256];

    public readonly NativeBuffer<Surface> Surfaces = new(256);

    /// <summary>Screen positions times distance: X·w, Y·w, w, for each vertex in view.</summary>
    public readonly NativeBuffer<float> ScreenX = new(1024), ScreenY = new(1024), ScreenW = new(1024);

    /// <summary>World normals, packed by <see cref="PackedNormal"/>.</summary>
    public readonly NativeBuffer<int> Normals = new(1024);

    /// <summary>Texel position and depth in the sun's view.</summary>
    public readonly NativeBuffer<float> SunX = new(1024), SunY = new(1024), SunZ = new(1024);

    /// <summary>Triangles that can be seen, by index within the frame.</summary>
    public readonly NativeBuffer<TriangleRecord> Triangles = new(1024);

    public int DrawnCount { get; private set; }

    public int TriangleCount { get; private set; }

    public int VertexJobs { get; private set; }

    /// <summary>Any surface lets light through.</summary>
    public bool HasGlass { get; private set; }

    public View View;
    public SunView Sun;
    public float Seconds;
    public Vector2 Wind;

    public ref readonly DrawnInstance Drawn(int index) => ref _drawn[index];

    /// <summary>Keeps what the camera sees or what may shade it, nearest first, and lays out the arrays.</summary>
    public void Prepare(SceneFrame scene, in View view, int sunMapSize)
    {
        View = view;
        Seconds = (float)(scene.Seconds % 3600);
        Wind = float.IsFinite(scene.WindMps.X) && float.IsFinite(scene.WindMps.Y) ? scene.WindMps : Vector2.Zero;
        HasGlass = false;
        DrawnCount = 0;
        Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
        float reach = 2f;
        for (int i = 0; i < scene.Instances.Count; i++)
        {
            Instance instance = scene.Instances[i];
            if (instance.Mesh is null || instance.Materials is null || instance.Materials.Length == 0 || !IsFinite(instance.World))
            {
                continue;
            }

            MeshStreams streams = instance.Mesh.Streams;
            if (streams.Triangles == 0)
            {
                continue;
            }

            Matrix4x4 world = instance.World;
            world.Translation -= view.Position;
            Vector3 centre = Vector3.Transform(streams.Centre, world);
            Vector3 half = Extent(streams.Half, world);
            float radius = half.Length();
            if (!float.IsFinite(radius) || radius <= 0)
            {
                continue;
            }

            bool inView = view.Sees(centre, radius);
            if (!inView && !instance.CastsShadow)
            {
                continue;
            }

            if (inView)
            {
                (min, max) = (Vector3.Min(min, centre - half), Vector3.Max(max, centre + half));
                float far = Vector3.Dot(centre, view.Forward) + radius;
                if (radius < 40f)
                {
                    reach = MathF.Max(reach, far);
                }
            }

            Keep(new DrawnInstance { Source = i, Streams = streams, World = world, InView = inView, CastsShadow = instance.CastsShadow, Centre = centre, Radius = radius });
        }

        reach = MathF.Min(reach, 140f);
        Sun = min.X <= max.X ? SunView.Fit(scene.Sky.SunDirection, view, min, max, reach, sunMapSize) : SunView.Fit(scene.Sky.SunDirection, view, -Vector3.One, Vector3.One, reach, sunMapSize);
        DropCastersOutsideMap();
        LayOut(scene);
    }

    /// <summary>Transforms the vertices of one job.</summary>
    public void TransformVertices(int job)
    {
        (int drawn, int begin, int end) = _vertexJobs[job];
        VertexTransform.Run(this, _drawn[drawn], begin, end);
    }

    public void Dispose()
    {
        Surfaces.Dispose();
        ScreenX.Dispose();
        ScreenY.Dispose();
        ScreenW.Dispose();
        Normals.Dispose();
        SunX.Dispose();
        SunY.Dispose();
        SunZ.Dispose();
        Triangles.Dispose();
    }

    private void Keep(in DrawnInstance drawn)
    {
        if (DrawnCount == _drawn.Length)
        {
            Array.Resize(ref _drawn, DrawnCount * 2);
            Array.Resize(ref _distances, DrawnCount * 2);
        }

        _distances[DrawnCount] = (drawn.Centre.Length() - drawn.Radius) + (drawn.InView ? 0f : 1e6f);
        _drawn[DrawnCount++] = drawn;
    }

    private void DropCastersOutsideMap()
    {
        int kept = 0;
        for (int i = 0; i < DrawnCount; i++)
        {
            if (_drawn[i].CastsShadow)
            {
                Vector3 p = Sun.Project(_drawn[i].Centre);
                float r = (_drawn[i].Radius * Sun.TexelsPerM) + 2;
                _drawn[i].CastsShadow = p.X > -r && p.Y > -r && p.X < Sun.Size + r && p.Y < Sun.Size + r;
            }

            if (_drawn[i].InView || _drawn[i].CastsShadow)
            {
                _drawn[kept] = _drawn[i];
                _distances[kept++] = _distances[i];
            }
        }

        // What the last frame held must not be kept alive
        Array.Clear(_drawn, kept, _drawn.Length - kept);
        DrawnCount = kept;
        _distances.AsSpan(0, kept).Sort(_drawn.AsSpan(0, kept));
    }

    private void LayOut(SceneFrame scene)
    {
        int vertices = 0, triangles = 1, surfaces = 1;
        VertexJobs = 0;
        for (int i = 0; i < DrawnCount; i++)
        {
            ref DrawnInstance drawn = ref _drawn[i];
            Instance instance = scene.Instances[drawn.Source];
            drawn.FirstVertex = vertices;
            drawn.FirstTriangle = triangles;
            drawn.FirstSurface = surfaces;
            drawn.Slots = Math.Min(instance.Materials.Length, 256);
            vertices += drawn.Streams.Stride;
            triangles += drawn.Streams.Triangles;
            Surfaces.Reserve(surfaces + drawn.Slots);
            drawn.Sway = 0;
            for (int slot = 0; slot < drawn.Slots; slot++)
            {
                Material material = instance.Materials[slot] ?? MissingMaterial;
                Surfaces[surfaces] = Surface.From(material, instance, drawn.World, drawn.Radius / MathF.Sqrt(3));
                HasGlass |= drawn.InView && Surfaces[surfaces].Transmission > 0;
                drawn.Sway = MathF.Max(drawn.Sway, float.IsFinite(material.Sway) ? Math.Clamp(material.Sway, 0, 1) : 0);
                surfaces++;
            }

            for (int begin = 0; begin < drawn.Streams.Stride; begin += VerticesPerJob)
            {
                if (VertexJobs == _vertexJobs.Length)
                {
                    Array.Resize(ref _vertexJobs, VertexJobs * 2);
                }

                _vertexJobs[VertexJobs++] = (i, begin, Math.Min(begin + VerticesPerJob, drawn.Streams.Stride));
            }
        }

        TriangleCount = triangles;
        Triangles.Reserve(triangles);
        ScreenX.Reserve(vertices);
        ScreenY.Reserve(vertices);
        ScreenW.Reserve(vertices);
        Normals.Reserve(vertices);
        SunX.Reserve(vertices);
        SunY.Reserve(vertices);
        SunZ.Reserve(vertices);
    }

    private static readonly Material MissingMaterial = new();

    private static Vector3 Extent(Vector3 half, in Matrix4x4 m) => new(
        (MathF.Abs(m.M11) * half.X) + (MathF.Abs(m.M21) * half.Y) + (MathF.Abs(m.M31) * half.Z),
        (MathF.Abs(m.M12) * half.X) + (MathF.Abs(m.M22) * half.Y) + (MathF.Abs(m.M32) * half.Z),
        (MathF.Abs(m.M13) * half.X) + (MathF.Abs(m.M23) * half.Y) + (MathF.Abs(m.M33) * half.Z));

    private static bool IsFinite(in Matrix4x4 m) =>
        float.IsFinite(m.M11 + m.M12 + m.M13 + m.M21 + m.M22 + m.M23 + m.M31 + m.M32 + m.M33 + m.M41 + m.M42 + m.M43);
}

/// <summary>An instance that is drawn in this frame.</summary>
internal struct DrawnInstance
{
    public int Source;
    public MeshStreams Streams;

    /// <summary>Object to lens-relative world.</summary>
    public Matrix4x4 World;

    public Vector3 Centre;
    public float Radius;
    public bool InView;
    public bool CastsShadow;
    public float Sway;
    public int FirstVertex;
    public int FirstTriangle;
    public int FirstSurface;
    public int Slots;
}

/// <summary>What shading needs of a triangle in view: one cache line.</summary>
/// <remarks>
/// With (x, y) the position from the first corner in pixels and w the distance, the weights of the second and third corner
/// are w·(Px·x + Py·y) and w·(Qx·x + Qy·y): perspective-correct, and right for triangles that cross the near plane.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct TriangleRecord
{
    /// <summary>Size in words.</summary>
    public const int Words = 16;

    public float X0;
    public float Y0;
    public float Px;
    public float Py;
    public float Qx;
    public float Qy;
    public int Normal0;
    public int Normal1;
    public int Normal2;
    public int Surface;

    /// <summary>Gradient of 1/w a pixel.</summary>
    public float Zx;
    public float Zy;

    /// <summary>See <see cref="MeshStreams.NormalKeys"/>.</summary>
    public int NormalKey;
}
