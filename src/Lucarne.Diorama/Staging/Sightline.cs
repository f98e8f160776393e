using System.Numerics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Staging;

/// <summary>Tells whether a place's own geometry stands between two points.</summary>
/// <remarks>Ground and other pieces as large as the place count by the ground's height, the rest by their triangles.</remarks>
internal sealed class Sightline
{
    private readonly SettingStage _stage;
    /// <summary>Widest footprint of a piece of set that can be taken away for a shot: trees, bushes, posts, rocks; not houses.</summary>
    private const float StrikableM = 7;

    private readonly List<(Mesh Mesh, Matrix4x4 Inverse, Vector3 Min, Vector3 Max, int Owner)> _pieces = [];

    /// <param name="stage">The place.</param>
    /// <param name="scenery">Still props that belong to it.</param>
    public Sightline(SettingStage stage, IEnumerable<Actor> scenery)
    {
        _stage = stage;
        Vector3 area = stage.PlayArea.Max - stage.PlayArea.Min;
        for (int i = 0; i < stage.Instances.Length; i++)
        {
            Add(stage.Instances[i], area, i);
        }

        List<Instance> parts = [];
        int owner = stage.Instances.Length;
        foreach (Actor actor in scenery)
        {
            parts.Clear();
            actor.PoseAt(0).Draw(parts, 0);
            foreach (Instance part in parts)
            {
                Add(part, area, owner);
            }

            owner++;
        }
    }

    private void Add(in Instance instance, Vector3 area, int owner)
    {
        (Vector3 min, Vector3 max) = instance.Mesh.Bounds;
        Vector3 low = new(float.PositiveInfinity), high = new(float.NegativeInfinity);
        for (int i = 0; i < 8; i++)
        {
            Vector3 corner = Vector3.Transform(new Vector3((i & 1) == 0 ? min.X : max.X, (i & 2) == 0 ? min.Y : max.Y, (i & 4) == 0 ? min.Z : max.Z), instance.World);
            low = Vector3.Min(low, corner);
            high = Vector3.Max(high, corner);
        }

        Vector3 size = high - low;
        bool ground = size.X > area.X * 0.6f && size.Z > area.Z * 0.6f && !_stage.Indoors;
        if (!ground && instance.Mesh.Indices.Length < 60_000 && Matrix4x4.Invert(instance.World, out Matrix4x4 inverse))
        {
            _pieces.Add((instance.Mesh, inverse, low, high, owner));
        }
    }

    /// <summary>Collects the small pieces between an eye and a target, and those that the lens itself would touch. Rooms keep theirs.</summary>
    /// <param name="eye">Where the lens is.</param>
    /// <param name="target">What it must see.</param>
    /// <param name="slackM">Pieces nearer than this to the target stay.</param>
    /// <param name="clearM">Room about the lens.</param>
    /// <param name="struck">Gets the pieces: indices into the place's instances, then its still scenery.</param>
    public void Strike(Vector3 eye, Vector3 target, float slackM, float clearM, HashSet<int> struck)
    {
        if (_stage.Indoors)
        {
            return;
        }

        Vector3 way = target - eye;
        float limit = 1 - (slackM / MathF.Max(way.Length(), 1e-3f));
        foreach ((Mesh mesh, Matrix4x4 inverse, Vector3 min, Vector3 max, int owner) in _pieces)
        {
            if (!IsSmall(min, max) || struck.Contains(owner))
            {
                continue;
            }

            bool touches = Vector3.Distance(Vector3.Clamp(eye, min, max), eye) < clearM;
            if (touches || (Crosses(eye, way, min, max) && Nearest(mesh, inverse, eye, way) < limit))
            {
                struck.Add(owner);
            }
        }
    }

    private static bool IsSmall(Vector3 min, Vector3 max) => max.X - min.X < StrikableM && max.Z - min.Z < StrikableM;

    /// <summary>True when something hides <paramref name="target"/>, nearer to the eye than <paramref name="slackM"/> before it.</summary>
    public bool Blocked(Vector3 eye, Vector3 target, float slackM) => Hit(eye, target, skipSmall: true) is float share && share < 1 - (slackM / MathF.Max(Vector3.Distance(eye, target), 1e-3f));

    /// <summary>The eye, or where it must come to so that no wall is between it and its target.</summary>
    public Vector3 PullIn(Vector3 eye, Vector3 target, float clearM)
    {
        // Looked at from the target, walls behind the lens do not count.
        if (Hit(target, eye, skipSmall: false) is not float share)
        {
            return eye;
        }

        float distance = Vector3.Distance(eye, target);
        float kept = MathF.Max(0.45f, share - (clearM / distance));
        return Vector3.Lerp(target, eye, kept);
    }

    private float? Hit(Vector3 from, Vector3 to, bool skipSmall)
    {
        float nearest = float.PositiveInfinity;
        if (!_stage.Indoors)
        {
            for (int i = 1; i < 24; i++)
            {
                float share = i / 24f;
                Vector3 point = Vector3.Lerp(from, to, share);
                if (point.Y < _stage.GroundHeightM(point.X, point.Z) - 0.02f)
                {
                    nearest = share;
                    break;
                }
            }
        }

        Vector3 way = to - from;
        foreach ((Mesh mesh, Matrix4x4 inverse, Vector3 min, Vector3 max, int _) in _pieces)
        {
            if (!(skipSmall && !_stage.Indoors && IsSmall(min, max)) && Crosses(from, way, min, max))
            {
                nearest = MathF.Min(nearest, Nearest(mesh, inverse, from, way));
            }
        }

        return nearest < 1 ? nearest : null;
    }

    private static float Nearest(Mesh mesh, in Matrix4x4 inverse, Vector3 from, Vector3 way)
    {
        Vector3 origin = Vector3.Transform(from, inverse), direction = Vector3.TransformNormal(way, inverse);
        int[] indices = mesh.Indices;
        Vector3[] positions = mesh.Positions;
        float nearest = float.PositiveInfinity;
        for (int i = 0; i < indices.Length; i += 3)
        {
            nearest = MathF.Min(nearest, Triangle(origin, direction, positions[indices[i]], positions[indices[i + 1]], positions[indices[i + 2]]));
        }

        return nearest;
    }

    private static bool Crosses(Vector3 from, Vector3 way, Vector3 min, Vector3 max)
    {
        Vector3 inverse = new(1 / Safe(way.X), 1 / Safe(way.Y), 1 / Safe(way.Z));
        Vector3 a = (min - from) * inverse, b = (max - from) * inverse;
        Vector3 near = Vector3.Min(a, b), far = Vector3.Max(a, b);
        float enter = MathF.Max(MathF.Max(near.X, near.Y), MathF.Max(near.Z, 0));
        float leave = MathF.Min(MathF.Min(far.X, far.Y), MathF.Min(far.Z, 1));
        return enter <= leave;
    }

    private static float Safe(float x) => MathF.Abs(x) < 1e-9f ? 1e-9f : x;

    /// <summary>Share of the way at which a triangle is crossed (Möller and Trumbore 1997); infinity for none.</summary>
    private static float Triangle(Vector3 origin, Vector3 direction, Vector3 a, Vector3 b, Vector3 c)
    {
        Vector3 ab = b - a, ac = c - a;
        Vector3 p = Vector3.Cross(direction, ac);
        float det = Vector3.Dot(ab, p);
        if (MathF.Abs(det) < 1e-12f)
        {
            return float.PositiveInfinity;
        }

        float inverse = 1 / det;
        Vector3 s = origin - a;
        float u = Vector3.Dot(s, p) * inverse;
        Vector3 q = Vector3.Cross(s, ab);
        float v = Vector3.Dot(direction, q) * inverse;
        float t = Vector3.Dot(ac, q) * inverse;
        return u >= 0 && v >= 0 && u + v <= 1 && t is > 1e-4f and < 1 ? t : float.PositiveInfinity;
    }
}
