using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Distance between two convex cores (Gilbert, Johnson and Keerthi), and depth where they overlap (expanding polytope).</summary>
/// <remarks>One instance serves one world; its buffers are reused.</remarks>
internal sealed class Gjk
{
    private const int MaximumVertices = 64;
    private const int MaximumFaces = 128;

    private readonly Vector3[] _w = new Vector3[MaximumVertices];
    private readonly Vector3[] _onA = new Vector3[MaximumVertices];
    private readonly float[] _weights = new float[4];
    private readonly (int A, int B, int C)[] _faces = new (int, int, int)[MaximumFaces];
    private readonly Vector3[] _normals = new Vector3[MaximumFaces];
    private readonly float[] _distances = new float[MaximumFaces];
    private readonly (int From, int To)[] _rim = new (int, int)[MaximumFaces];
    private int _count;

    /// <summary>Unit normal from A to B.</summary>
    public Vector3 Normal { get; private set; }

    /// <summary>Distance between the cores along the normal; negative when they overlap.</summary>
    public float Distance { get; private set; }

    /// <summary>Nearest (or deepest) point of A's core, in the world.</summary>
    public Vector3 PointOnA { get; private set; }

    public void Solve(in Collider a, in Collider b, float giveUpBeyond)
    {
        Vector3 offset = b.Position - a.Position;
        Vector3 v = offset == Vector3.Zero ? Vector3.UnitY : -offset;
        _count = 0;
        for (int iteration = 0; iteration < 32; iteration++)
        {
            Vector3 direction = -v;
            Vector3 onA = ConvexSupport.Farthest(a, direction);
            Vector3 w = onA - (ConvexSupport.Farthest(b, v) + offset);
            float squared = v.LengthSquared();
            float progress = squared - Vector3.Dot(v, w);
            if (_count > 0 && (progress <= 1e-6f * squared || Contains(w)))
            {
                Finish(a, v);
                return;
            }

            if (Vector3.Dot(v, w) > 0 && Vector3.Dot(v, w) > giveUpBeyond * MathF.Sqrt(squared))
            {
                Normal = -v / MathF.Sqrt(squared);
                Distance = float.PositiveInfinity;
                return;
            }

            _w[_count] = w;
            _onA[_count] = onA;
            _count++;
            Vector3 nearest = NearestOfSimplex();
            if (_count == 4 || nearest.LengthSquared() < 1e-12f)
            {
                Expand(a, b, offset);
                return;
            }

            if (nearest.LengthSquared() >= squared && iteration > 0 && _count > 1)
            {
                Finish(a, nearest);
                return;
            }

            v = nearest;
        }

        Finish(a, v);
    }

    private bool Contains(Vector3 w)
    {
        for (int i = 0; i < _count; i++)
        {
            if (Vector3.DistanceSquared(_w[i], w) < 1e-14f)
            {
                return true;
            }
        }

        return false;
    }

    private void Finish(in Collider a, Vector3 v)
    {
        float distance = v.Length();
        Vector3 onA = default;
        for (int i = 0; i < _count; i++)
        {
            onA += _onA[i] * _weights[i];
        }

        Normal = distance > 0 ? -v / distance : Vector3.UnitY;
        Distance = distance;
        PointOnA = a.Position + onA;
    }

    /// <summary>The point of the simplex nearest to the origin; keeps only the corners that make it up. Four corners left means that it is inside.</summary>
    private Vector3 NearestOfSimplex()
    {
        switch (_count)
        {
            case 1:
                _weights[0] = 1;
                return _w[0];
            case 2:
                return NearestOfSegment();
            case 3:
                return NearestOfTriangle(0, 1, 2, keep: true);
            default:
                return NearestOfTetrahedron();
        }
    }

    private Vector3 NearestOfSegment()
    {
        Vector3 d = _w[1] - _w[0];
        float squared = d.LengthSquared();
        float t = squared > 0 ? -Vector3.Dot(_w[0], d) / squared : 0;
        if (t <= 0)
        {
            Keep(0);
            return _w[0];
        }

        if (t >= 1)
        {
            Keep(1);
            return _w[0];
        }

        _weights[0] = 1 - t;
        _weights[1] = t;
        return _w[0] + (d * t);
    }

    private Vector3 NearestOfTriangle(int ia, int ib, int ic, bool keep)
    {
        Vector3 a = _w[ia], b = _w[ib], c = _w[ic];
        Vector3 ab = b - a, ac = c - a;
        float d1 = -Vector3.Dot(ab, a), d2 = -Vector3.Dot(ac, a);
        float d3 = -Vector3.Dot(ab, b), d4 = -Vector3.Dot(ac, b);
        float d5 = -Vector3.Dot(ab, c), d6 = -Vector3.Dot(ac, c);
        float va = (d3 * d6) - (d5 * d4), vb = (d5 * d2) - (d1 * d6), vc = (d1 * d4) - (d3 * d2);
        float u, v, w;
        if (d1 <= 0 && d2 <= 0)
        {
            (u, v, w) = (1, 0, 0);
        }
        else if (d3 >= 0 && d4 <= d3)
        {
            (u, v, w) = (0, 1, 0);
        }
        else if (d6 >= 0 && d5 <= d6)
        {
            (u, v, w) = (0, 0, 1);
        }
        else if (vc <= 0 && d1 >= 0 && d3 <= 0)
        {
            float t = d1 / (d1 - d3);
            (u, v, w) = (1 - t, t, 0);
        }
        else if (vb <= 0 && d2 >= 0 && d6 <= 0)
        {
            float t = d2 / (d2 - d6);
            (u, v, w) = (1 - t, 0, t);
        }
        else if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        {
            float t = (d4 - d3) / (d4 - d3 + (d5 - d6));
            (u, v, w) = (0, 1 - t, t);
        }
        else
        {
            float inverse = 1f / (va + vb + vc);
            (u, v, w) = (va * inverse, vb * inverse, vc * inverse);
        }

        Vector3 point = (a * u) + (b * v) + (c * w);
        if (keep)
        {
            KeepWeighted(ia, u, ib, v, ic, w);
        }

        return point;
    }

    private Vector3 NearestOfTetrahedron()
    {
        float nearest = float.MaxValue;
        (int A, int B, int C) face = default;
        bool outside = false;
        ReadOnlySpan<(int A, int B, int C, int Opposite)> sides = [(0, 1, 2, 3), (0, 1, 3, 2), (0, 2, 3, 1), (1, 2, 3, 0)];
        foreach ((int ia, int ib, int ic, int io) in sides)
        {
            Vector3 normal = Vector3.Cross(_w[ib] - _w[ia], _w[ic] - _w[ia]);
            float originSide = -Vector3.Dot(normal, _w[ia]), innerSide = Vector3.Dot(normal, _w[io] - _w[ia]);
            if (originSide * innerSide > 0 && MathF.Abs(innerSide) > 1e-12f)
            {
                continue;
            }

            outside = true;
            float squared = NearestOfTriangle(ia, ib, ic, keep: false).LengthSquared();
            if (squared < nearest)
            {
                nearest = squared;
                face = (ia, ib, ic);
            }
        }

        return outside ? NearestOfTriangle(face.A, face.B, face.C, keep: true) : default;
    }

    private void Keep(int i)
    {
        (_w[0], _onA[0]) = (_w[i], _onA[i]);
        _weights[0] = 1;
        _count = 1;
    }

    private void KeepWeighted(int ia, float u, int ib, float v, int ic, float w)
    {
        Span<int> from = [ia, ib, ic];
        Span<float> weights = [u, v, w];
        Span<Vector3> kept = stackalloc Vector3[3];
        Span<Vector3> keptA = stackalloc Vector3[3];
        int count = 0;
        for (int i = 0; i < 3; i++)
        {
            if (weights[i] > 0)
            {
                kept[count] = _w[from[i]];
                keptA[count] = _onA[from[i]];
                _weights[count++] = weights[i];
            }
        }

        kept[..count].CopyTo(_w);
        keptA[..count].CopyTo(_onA);
        _count = count;
    }

    /// <summary>The cores overlap: grows a polytope inside their difference until its face nearest to the origin is on the boundary.</summary>
    private void Expand(in Collider a, in Collider b, Vector3 offset)
    {
        if (!MakeTetrahedron(a, b, offset))
        {
            // The difference is flat (two crossing segments, a point on a plane): leave by its normal.
            Vector3 flat = _count >= 3 ? Vector3.Cross(_w[1] - _w[0], _w[2] - _w[0]) : -offset;
            float length = flat.Length();
            Normal = length > 1e-12f ? flat / length : Vector3.UnitY;
            Normal = Vector3.Dot(Normal, offset) < 0 ? -Normal : Normal;
            Distance = 0;
            PointOnA = a.Position + _onA[0];
            return;
        }

        int faces = 0;
        faces = AddFace(faces, 0, 1, 2);
        faces = AddFace(faces, 0, 3, 1);
        faces = AddFace(faces, 0, 2, 3);
        faces = AddFace(faces, 1, 3, 2);
        int nearest = 0;
        for (int iteration = 0; iteration < 40; iteration++)
        {
            nearest = 0;
            for (int f = 1; f < faces; f++)
            {
                if (_distances[f] < _distances[nearest])
                {
                    nearest = f;
                }
            }

            Vector3 normal = _normals[nearest];
            Vector3 onA = ConvexSupport.Farthest(a, normal);
            Vector3 w = onA - (ConvexSupport.Farthest(b, -normal) + offset);
            if (Vector3.Dot(w, normal) - _distances[nearest] < 1e-5f + (1e-3f * _distances[nearest]) || _count == MaximumVertices)
            {
                break;
            }

            int rim = 0;
            for (int f = faces - 1; f >= 0; f--)
            {
                if (Vector3.Dot(_normals[f], w - _w[_faces[f].A]) > 1e-7f)
                {
                    (int fa, int fb, int fc) = _faces[f];
                    rim = AddRim(rim, fa, fb);
                    rim = AddRim(rim, fb, fc);
                    rim = AddRim(rim, fc, fa);
                    faces--;
                    _faces[f] = _faces[faces];
                    _normals[f] = _normals[faces];
                    _distances[f] = _distances[faces];
                }
            }

            if (faces + rim > MaximumFaces || rim == 0)
            {
                break;
            }

            _w[_count] = w;
            _onA[_count] = onA;
            for (int e = 0; e < rim; e++)
            {
                faces = AddFace(faces, _rim[e].From, _rim[e].To, _count);
            }

            _count++;
            nearest = 0;
        }

        // The polytope is A − B: its boundary along n is how far A must go back along n, so n points from A to B.
        (int na, int nb, int nc) = _faces[nearest];
        Normal = _normals[nearest];
        Distance = -MathF.Max(0, _distances[nearest]);
        PointOnA = a.Position + Interpolate(na, nb, nc, Normal * _distances[nearest]);
    }

    private Vector3 Interpolate(int a, int b, int c, Vector3 p)
    {
        Vector3 ab = _w[b] - _w[a], ac = _w[c] - _w[a], ap = p - _w[a];
        float d00 = Vector3.Dot(ab, ab), d01 = Vector3.Dot(ab, ac), d11 = Vector3.Dot(ac, ac), d20 = Vector3.Dot(ap, ab), d21 = Vector3.Dot(ap, ac);
        float denominator = (d00 * d11) - (d01 * d01);
        if (MathF.Abs(denominator) < 1e-14f)
        {
            return _onA[a];
        }

        float v = ((d11 * d20) - (d01 * d21)) / denominator, w = ((d00 * d21) - (d01 * d20)) / denominator;
        return (_onA[a] * (1 - v - w)) + (_onA[b] * v) + (_onA[c] * w);
    }

    private bool MakeTetrahedron(in Collider a, in Collider b, Vector3 offset)
    {
        ReadOnlySpan<Vector3> directions = [Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ, -Vector3.UnitX, -Vector3.UnitY, -Vector3.UnitZ];
        for (int i = 0; i < directions.Length && _count < 2; i++)
        {
            AddSupport(a, b, offset, directions[i], 1);
        }

        for (int i = 0; i < directions.Length && _count == 2; i++)
        {
            Vector3 across = Vector3.Cross(_w[1] - _w[0], directions[i]);
            if (across.LengthSquared() > 1e-10f)
            {
                AddSupport(a, b, offset, across, 2);
            }
        }

        if (_count == 3)
        {
            Vector3 normal = Vector3.Cross(_w[1] - _w[0], _w[2] - _w[0]);
            AddSupport(a, b, offset, normal, 3);
            if (_count == 3)
            {
                AddSupport(a, b, offset, -normal, 3);
            }
        }

        if (_count < 4)
        {
            return false;
        }

        // Outward faces need the fourth corner behind the first three.
        if (Vector3.Dot(Vector3.Cross(_w[1] - _w[0], _w[2] - _w[0]), _w[3] - _w[0]) > 0)
        {
            (_w[1], _w[2]) = (_w[2], _w[1]);
            (_onA[1], _onA[2]) = (_onA[2], _onA[1]);
        }

        return true;
    }

    private void AddSupport(in Collider a, in Collider b, Vector3 offset, Vector3 direction, int dimension)
    {
        Vector3 onA = ConvexSupport.Farthest(a, direction);
        Vector3 w = onA - (ConvexSupport.Farthest(b, -direction) + offset);
        bool grows = dimension switch
        {
            1 => _count == 0 || Vector3.DistanceSquared(w, _w[0]) > 1e-10f,
            2 => Vector3.Cross(_w[1] - _w[0], w - _w[0]).LengthSquared() > 1e-14f,
            _ => MathF.Abs(Vector3.Dot(Vector3.Normalize(direction), w - _w[0])) > 1e-6f,
        };
        if (grows)
        {
            _w[_count] = w;
            _onA[_count] = onA;
            _count++;
        }
    }

    private int AddFace(int faces, int a, int b, int c)
    {
        Vector3 normal = Vector3.Cross(_w[b] - _w[a], _w[c] - _w[a]);
        float length = normal.Length();
        _faces[faces] = (a, b, c);
        _normals[faces] = length > 1e-12f ? normal / length : Vector3.UnitY;

        // A sliver must not be taken for the nearest face.
        _distances[faces] = length > 1e-12f ? Vector3.Dot(_normals[faces], _w[a]) : float.MaxValue;
        return faces + 1;
    }

    private int AddRim(int rim, int from, int to)
    {
        for (int i = 0; i < rim; i++)
        {
            if (_rim[i] == (to, from))
            {
                _rim[i] = _rim[rim - 1];
                return rim - 1;
            }
        }

        if (rim < _rim.Length)
        {
            _rim[rim++] = (from, to);
        }

        return rim;
    }
}
