using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>A Catmull-Rom curve through points, measured by arc length.</summary>
internal sealed class Spline
{
    private const int SamplesPerSpan = 16;
    private readonly Vector3[] _samples;
    private readonly float[] _distances;

    /// <param name="points">At least two points, metres.</param>
    /// <param name="closed">The last joins the first.</param>
    public Spline(ReadOnlySpan<Vector3> points, bool closed)
    {
        if (points.Length < 2)
        {
            throw new ArgumentException("A curve takes at least two points.", nameof(points));
        }

        Closed = closed;
        int spans = closed ? points.Length : points.Length - 1;
        _samples = new Vector3[(spans * SamplesPerSpan) + 1];
        _distances = new float[_samples.Length];
        for (int span = 0; span < spans; span++)
        {
            Vector3 a = At(points, span - 1, closed), b = At(points, span, closed), c = At(points, span + 1, closed), d = At(points, span + 2, closed);
            for (int i = 0; i < SamplesPerSpan; i++)
            {
                _samples[(span * SamplesPerSpan) + i] = CatmullRom(a, b, c, d, i / (float)SamplesPerSpan);
            }
        }

        _samples[^1] = closed ? points[0] : points[^1];
        for (int i = 1; i < _samples.Length; i++)
        {
            _distances[i] = _distances[i - 1] + Vector3.Distance(_samples[i - 1], _samples[i]);
        }
    }

    /// <summary>The end joins the start.</summary>
    public bool Closed { get; }

    /// <summary>Length in metres.</summary>
    public float LengthM => _distances[^1];

    /// <summary>Position at <paramref name="distanceM"/> from the start; beyond the ends of an open curve it goes straight on.</summary>
    public Vector3 Position(float distanceM)
    {
        float length = LengthM;
        if (length <= 0)
        {
            return _samples[0];
        }

        if (Closed)
        {
            distanceM -= MathF.Floor(distanceM / length) * length;
        }
        else if (distanceM < 0)
        {
            return _samples[0] + (Vector3.Normalize(_samples[1] - _samples[0]) * distanceM);
        }
        else if (distanceM > length)
        {
            return _samples[^1] + (Vector3.Normalize(_samples[^1] - _samples[^2]) * (distanceM - length));
        }

        int index = Array.BinarySearch(_distances, distanceM);
        index = index >= 0 ? index : ~index - 1;
        index = Math.Clamp(index, 0, _samples.Length - 2);
        float span = _distances[index + 1] - _distances[index];
        float t = span > 0 ? (distanceM - _distances[index]) / span : 0;
        return Vector3.Lerp(_samples[index], _samples[index + 1], t);
    }

    /// <summary>Unit direction of travel, averaged over <paramref name="reachM"/> so that it turns smoothly.</summary>
    public Vector3 Direction(float distanceM, float reachM = 0.25f)
    {
        Vector3 ahead = Position(distanceM + reachM) - Position(distanceM - reachM);
        return ahead.LengthSquared() > 1e-12f ? Vector3.Normalize(ahead) : Vector3.UnitZ;
    }

    /// <summary>Distance from the start of the sample nearest to <paramref name="point"/>.</summary>
    public float NearestDistance(Vector3 point)
    {
        int best = 0;
        for (int i = 1; i < _samples.Length; i++)
        {
            if (Vector3.DistanceSquared(_samples[i], point) < Vector3.DistanceSquared(_samples[best], point))
            {
                best = i;
            }
        }

        return _distances[best];
    }

    private static Vector3 At(ReadOnlySpan<Vector3> points, int index, bool closed)
    {
        if (closed)
        {
            return points[((index % points.Length) + points.Length) % points.Length];
        }

        if (index < 0)
        {
            return (2 * points[0]) - points[1];
        }

        return index >= points.Length ? (2 * points[^1]) - points[^2] : points[index];
    }

    /// <summary>Centripetal Catmull-Rom, which never loops or overshoots between unevenly spaced points (Yuksel, Schaefer and Keyser 2011).</summary>
    private static Vector3 CatmullRom(Vector3 a, Vector3 b, Vector3 c, Vector3 d, float t)
    {
        float ab = Knot(a, b), bc = Knot(b, c), cd = Knot(c, d);
        Vector3 leaving = ((b - a) / ab) - ((c - a) / (ab + bc)) + ((c - b) / bc);
        Vector3 arriving = ((c - b) / bc) - ((d - b) / (bc + cd)) + ((d - c) / cd);
        (leaving, arriving) = (leaving * bc, arriving * bc);
        float t2 = t * t, t3 = t2 * t;
        return (((2 * t3) - (3 * t2) + 1) * b) + ((t3 - (2 * t2) + t) * leaving) + (((-2 * t3) + (3 * t2)) * c) + ((t3 - t2) * arriving);
    }

    private static float Knot(Vector3 from, Vector3 to) => MathF.Max(MathF.Sqrt(Vector3.Distance(from, to)), 1e-4f);
}
