using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Staging;

/// <summary>One camera position among those that a path runs through.</summary>
internal readonly record struct CameraKey(Vector3 Position, Vector3 Target, float FocusM, float Roll);

/// <summary>A camera over one shot: evenly spaced keys, smoothed, read between with cubic curves, so that it never jumps.</summary>
internal sealed class CameraPath
{
    /// <summary>Time over which one path passes into the next.</summary>
    private const double HandOverSeconds = 1.6;

    /// <summary>Keys a second of film.</summary>
    public const double KeysPerSecond = 12;

    private readonly CameraKey[] _keys;
    private readonly float _fieldOfView;
    private readonly float _apertureM;
    private readonly float _shake;
    private readonly float _handheld;
    private readonly ulong _seed;
    private double _startsAt;
    private CameraPath? _next;
    private double _handOverAt;

    /// <param name="keys">At least one.</param>
    /// <param name="fieldOfViewDegrees">Over the longer side of the frame.</param>
    /// <param name="apertureM">Aperture diameter.</param>
    /// <param name="handheld">0 tripod … 1 a running operator.</param>
    /// <param name="shake">0 none … 1 the ground trembles.</param>
    /// <param name="seed">Seed of the shaking.</param>
    public CameraPath(CameraKey[] keys, float fieldOfViewDegrees, float apertureM, float handheld, float shake, ulong seed)
    {
        _keys = keys;
        _fieldOfView = fieldOfViewDegrees;
        _apertureM = apertureM;
        _handheld = handheld;
        _shake = shake;
        _seed = seed;
    }

    /// <summary>The same path, begun at a later moment of the shot.</summary>
    public CameraPath StartingAt(double seconds) => new(_keys, _fieldOfView, _apertureM, _handheld, _shake, _seed) { _startsAt = seconds };

    /// <summary>This path up to a moment, then a smooth change into another one of the same shot.</summary>
    /// <param name="next">The path of the shot as it goes on.</param>
    /// <param name="seconds">End of this path, and of those that already follow it.</param>
    public CameraPath Then(CameraPath next, double seconds) => new(_keys, _fieldOfView, _apertureM, _handheld, _shake, _seed)
    {
        _startsAt = _startsAt,
        _next = _next?.Then(next, seconds) ?? next,
        _handOverAt = _next is null ? seconds : _handOverAt,
    };

    /// <summary>The camera at a moment of the shot, in seconds of film.</summary>
    public Camera At(double seconds)
    {
        if (_next is null || seconds <= _handOverAt)
        {
            return Along(seconds, 0);
        }

        float share = Ease.Smooth(0, 1, (float)((seconds - _handOverAt) / HandOverSeconds));
        Camera to = _next.At(seconds);
        if (share >= 1)
        {
            return to;
        }

        Camera from = Along(seconds, HandOverSeconds * KeysPerSecond);
        return to with
        {
            Position = Vector3.Lerp(from.Position, to.Position, share),
            Target = Vector3.Lerp(from.Target, to.Target, share),
            Up = Vector3.Normalize(Vector3.Lerp(from.Up, to.Up, share)),
            FieldOfViewDegrees = from.FieldOfViewDegrees + ((to.FieldOfViewDegrees - from.FieldOfViewDegrees) * share),
            FocusDistanceM = from.FocusDistanceM + ((to.FocusDistanceM - from.FocusDistanceM) * share),
            ApertureM = from.ApertureM + ((to.ApertureM - from.ApertureM) * share),
        };
    }

    /// <summary>This path alone, straight on for some keys beyond its end.</summary>
    private Camera Along(double seconds, double keysBeyond)
    {
        double x = Math.Clamp((seconds - _startsAt) * KeysPerSecond, 0, _keys.Length - 1 + keysBeyond);
        int i = Math.Min((int)x, Math.Max(_keys.Length - 2 + (int)Math.Ceiling(keysBeyond), 0));
        float t = (float)(x - i);
        CameraKey a = Key(i - 1), b = Key(i), c = Key(i + 1), d = Key(i + 2);
        Vector3 position = Cubic(a.Position, b.Position, c.Position, d.Position, t);
        Vector3 target = Cubic(a.Target, b.Target, c.Target, d.Target, t);
        float focus = b.FocusM + ((c.FocusM - b.FocusM) * t);
        float roll = b.Roll + ((c.Roll - b.Roll) * t);
        Vector3 look = target - position;
        float distance = MathF.Max(look.Length(), 1e-3f);
        Vector3 forward = look / distance;
        Vector3 right = Vector3.Cross(forward, Vector3.UnitY);
        right = right.LengthSquared() > 1e-6f ? Vector3.Normalize(right) : Vector3.UnitX;
        Vector3 up = Vector3.Cross(right, forward);

        float sway = _handheld * 0.028f * distance, tremble = _shake * 0.014f * distance;
        float Noise(int channel, double rate) => Chance.Wander(_seed ^ (ulong)channel, seconds * rate);
        Vector3 drift = (right * ((Noise(1, 0.55) * sway) + (Noise(2, 11) * tremble))) + (up * ((Noise(3, 0.7) * sway * 0.8f) + (Noise(4, 13) * tremble)));
        target += drift;
        position += ((right * Noise(5, 0.35)) + (up * Noise(6, 0.45))) * (sway * 0.6f);
        roll += (Noise(7, 0.4) * _handheld * 0.02f) + (Noise(8, 9) * _shake * 0.012f);
        return new Camera
        {
            Position = position,
            Target = target,
            Up = Vector3.Transform(Vector3.UnitY, Quaternion.CreateFromAxisAngle(forward, roll)),
            FieldOfViewDegrees = _fieldOfView,
            FocusDistanceM = MathF.Max(focus, 0.01f),
            ApertureM = _apertureM,
        };
    }

    /// <summary>A key; beyond the ends the way goes straight on, so that a moving camera starts and ends moving.</summary>
    private CameraKey Key(int i)
    {
        int last = _keys.Length - 1;
        if (i >= 0 && i <= last)
        {
            return _keys[i];
        }

        (CameraKey end, CameraKey inner, int beyond) = i < 0 ? (_keys[0], _keys[Math.Min(1, last)], -i) : (_keys[last], _keys[Math.Max(0, last - 1)], i - last);
        return end with { Position = end.Position + (beyond * (end.Position - inner.Position)), Target = end.Target + (beyond * (end.Target - inner.Target)) };
    }

    private static Vector3 Cubic(Vector3 a, Vector3 b, Vector3 c, Vector3 d, float t)
    {
        // Uniform B-spline: passes near its keys with continuous acceleration.
        float t2 = t * t, t3 = t2 * t, u = 1 - t;
        return ((u * u * u * a) + (((3 * t3) - (6 * t2) + 4) * b) + (((-3 * t3) + (3 * t2) + (3 * t) + 1) * c) + (t3 * d)) / 6;
    }
}
