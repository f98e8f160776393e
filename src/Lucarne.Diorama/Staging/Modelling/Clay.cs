using System.Numerics;

namespace Lucarne.Diorama.Staging.Modelling;

/// <summary>A soft body pressed together from simple lumps that melt into one another: animals, people, clouds.</summary>
/// <remarks>Lumps are signed distances (negative inside), joined by a polynomial smooth minimum and meshed by surface nets.</remarks>
public sealed class Clay
{
    private readonly List<Lump> _lumps = [];
    private float _blendM;

    private enum LumpKind { Ellipsoid, Bone, Block }

    private readonly record struct Lump(LumpKind Kind, Vector3 A, Vector3 B, float RadiusA, float RadiusB, Quaternion Turn, float BlendM, bool Cut);

    /// <summary>Starts a body.</summary>
    /// <param name="blendM">How far lumps melt into one another, metres.</param>
    public Clay(float blendM) => _blendM = blendM;

    /// <summary>Sets how far the lumps that follow melt into those before.</summary>
    public Clay Blend(float metres)
    {
        _blendM = metres;
        return this;
    }

    /// <summary>Adds a ball.</summary>
    public Clay Ball(float x, float y, float z, float radius) => Ellipsoid(x, y, z, radius, radius, radius);

    /// <summary>Adds an ellipsoid by its half widths, turned about X, then Y, then Z in degrees.</summary>
    public Clay Ellipsoid(float x, float y, float z, float rx, float ry, float rz, float turnX = 0, float turnY = 0, float turnZ = 0)
    {
        _lumps.Add(new Lump(LumpKind.Ellipsoid, new Vector3(x, y, z), new Vector3(rx, ry, rz), 0, 0, Turn(turnX, turnY, turnZ), _blendM, false));
        return this;
    }

    /// <summary>Adds a tapering rod with round ends.</summary>
    public Clay Bone(Vector3 from, Vector3 to, float fromRadius, float toRadius)
    {
        _lumps.Add(new Lump(LumpKind.Bone, from, to, fromRadius, toRadius, Quaternion.Identity, _blendM, false));
        return this;
    }

    /// <summary>Adds tapering rods along a curve through points.</summary>
    public Clay Limb(ReadOnlySpan<Vector3> points, ReadOnlySpan<float> radii)
    {
        for (int i = 0; i + 1 < points.Length; i++)
        {
            Bone(points[i], points[i + 1], radii[i], radii[i + 1]);
        }

        return this;
    }

    /// <summary>Adds a box by its half widths and the radius of its edges.</summary>
    public Clay Block(Vector3 centre, Vector3 half, float radius, float turnX = 0, float turnY = 0, float turnZ = 0)
    {
        _lumps.Add(new Lump(LumpKind.Block, centre, half, radius, 0, Turn(turnX, turnY, turnZ), _blendM, false));
        return this;
    }

    /// <summary>Cuts an ellipsoid out of what was added before: eye sockets, mouths, the hollow of a boat.</summary>
    public Clay CutEllipsoid(float x, float y, float z, float rx, float ry, float rz)
    {
        _lumps.Add(new Lump(LumpKind.Ellipsoid, new Vector3(x, y, z), new Vector3(rx, ry, rz), 0, 0, Quaternion.Identity, _blendM, true));
        return this;
    }

    /// <summary>Cuts a box out of what was added before.</summary>
    public Clay CutBlock(Vector3 centre, Vector3 half, float radius)
    {
        _lumps.Add(new Lump(LumpKind.Block, centre, half, radius, 0, Quaternion.Identity, _blendM, true));
        return this;
    }

    /// <summary>Approximate signed distance to the body, metres; negative inside.</summary>
    public float Distance(Vector3 p)
    {
        float d = float.MaxValue;
        foreach (Lump lump in _lumps)
        {
            float e = lump.Kind switch
            {
                LumpKind.Ellipsoid => EllipsoidDistance(Vector3.Transform(p - lump.A, lump.Turn), lump.B),
                LumpKind.Bone => BoneDistance(p, lump),
                _ => BlockDistance(Vector3.Transform(p - lump.A, lump.Turn), lump.B, lump.RadiusA),
            };
            d = lump.Cut ? -SmoothMinimum(-d, e, lump.BlendM) : SmoothMinimum(d, e, lump.BlendM);
        }

        return d;
    }

    /// <summary>The skin of the body.</summary>
    /// <param name="cellM">Size of a facet, metres: about two triangles for each cell of the surface.</param>
    public Form ToForm(float cellM)
    {
        Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
        foreach (Lump lump in _lumps)
        {
            if (lump.Cut)
            {
                continue;
            }

            (Vector3 a, Vector3 b, float r) = lump.Kind switch
            {
                LumpKind.Bone => (lump.A, lump.B, MathF.Max(lump.RadiusA, lump.RadiusB)),
                LumpKind.Ellipsoid => (lump.A, lump.A, MathF.Max(lump.B.X, MathF.Max(lump.B.Y, lump.B.Z))),
                _ => (lump.A, lump.A, lump.B.Length()),
            };
            min = Vector3.Min(min, Vector3.Min(a, b) - new Vector3(r));
            max = Vector3.Max(max, Vector3.Max(a, b) + new Vector3(r));
        }

        float margin = (cellM * 1.5f) + (_lumps.Max(l => l.BlendM) * 0.3f);
        return SurfaceNets.Skin(Distance, min - new Vector3(margin), max + new Vector3(margin), cellM);
    }

    private static Quaternion Turn(float x, float y, float z) =>
        x == 0 && y == 0 && z == 0
            ? Quaternion.Identity
            : Quaternion.Inverse(Quaternion.CreateFromRotationMatrix(
                Matrix4x4.CreateRotationX(float.DegreesToRadians(x)) * Matrix4x4.CreateRotationY(float.DegreesToRadians(y)) * Matrix4x4.CreateRotationZ(float.DegreesToRadians(z))));

    private static float SmoothMinimum(float a, float b, float k)
    {
        if (k <= 0 || a == float.MaxValue)
        {
            return MathF.Min(a, b);
        }

        float h = MathF.Max(k - MathF.Abs(a - b), 0) / k;
        return MathF.Min(a, b) - (h * h * k * 0.25f);
    }

    private static float EllipsoidDistance(Vector3 p, Vector3 radii)
    {
        float k0 = (p / radii).Length(), k1 = (p / (radii * radii)).Length();
        return k1 < 1e-9f ? -MathF.Min(radii.X, MathF.Min(radii.Y, radii.Z)) : k0 * (k0 - 1) / k1;
    }

    private static float BoneDistance(Vector3 p, in Lump bone)
    {
        Vector3 axis = bone.B - bone.A, at = p - bone.A;
        float t = Math.Clamp(Vector3.Dot(at, axis) / MathF.Max(axis.LengthSquared(), 1e-12f), 0, 1);
        return (at - (axis * t)).Length() - float.Lerp(bone.RadiusA, bone.RadiusB, t);
    }

    private static float BlockDistance(Vector3 p, Vector3 half, float radius)
    {
        Vector3 q = Vector3.Abs(p) - half + new Vector3(radius);
        return Vector3.Max(q, Vector3.Zero).Length() + MathF.Min(MathF.Max(q.X, MathF.Max(q.Y, q.Z)), 0) - radius;
    }
}
