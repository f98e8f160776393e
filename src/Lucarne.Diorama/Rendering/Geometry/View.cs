using System.Numerics;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>The camera as the renderer uses it. Positions are relative to the lens, so precision does not depend on where it stands.</summary>
internal struct View
{
    /// <summary>Nearest distance along the view axis that is drawn, metres.</summary>
    public const float NearM = 0.02f;

    public Vector3 Position;
    public Vector3 Right;
    public Vector3 Up;
    public Vector3 Forward;

    /// <summary>Focal length in pixels.</summary>
    public float Focal;

    public float CentreX;
    public float CentreY;
    public int Width;
    public int Height;

    public static View From(Camera camera, int width, int height)
    {
        Vector3 forward = Normalise(camera.Target - camera.Position, -Vector3.UnitZ);
        Vector3 right = Vector3.Cross(forward, Normalise(camera.Up, Vector3.UnitY));
        if (right.LengthSquared() < 1e-8f)
        {
            right = Vector3.Cross(forward, MathF.Abs(forward.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX);
        }

        right = Vector3.Normalize(right);
        float degrees = float.IsFinite(camera.FieldOfViewDegrees) ? Math.Clamp(camera.FieldOfViewDegrees, 1f, 160f) : 45f;
        return new View
        {
            Position = IsFinite(camera.Position) ? camera.Position : Vector3.Zero,
            Forward = forward,
            Right = right,
            Up = Vector3.Cross(right, forward),
            Focal = 0.5f * Math.Max(width, height) / MathF.Tan(degrees * MathF.PI / 360f),
            CentreX = width * 0.5f,
            CentreY = height * 0.5f,
            Width = width,
            Height = height,
        };
    }

    /// <summary>The direction, not normalised and one metre long along the view axis, that passes through a pixel position.</summary>
    public readonly Vector3 Ray(float x, float y) => Forward + (Right * ((x - CentreX) / Focal)) + (Up * ((CentreY - y) / Focal));

    /// <summary>Whether a sphere (centre relative to the lens) may touch the picture.</summary>
    public readonly bool Sees(Vector3 centre, float radius)
    {
        float w = Vector3.Dot(centre, Forward);
        if (w < NearM - radius)
        {
            return false;
        }

        float x = MathF.Abs(Vector3.Dot(centre, Right)), y = MathF.Abs(Vector3.Dot(centre, Up));
        float slopeX = CentreX / Focal, slopeY = CentreY / Focal;
        return x - (w * slopeX) <= radius * MathF.Sqrt(1 + (slopeX * slopeX))
            && y - (w * slopeY) <= radius * MathF.Sqrt(1 + (slopeY * slopeY));
    }

    public static bool IsFinite(Vector3 v) => float.IsFinite(v.X) && float.IsFinite(v.Y) && float.IsFinite(v.Z);

    public static Vector3 Normalise(Vector3 v, Vector3 otherwise)
    {
        float length = v.Length();
        return float.IsFinite(length) && length > 1e-12f ? v / length : otherwise;
    }
}
