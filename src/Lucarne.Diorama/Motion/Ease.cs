using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>Easing and small rotations shared by the motions.</summary>
internal static class Ease
{
    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, smooth between.</summary>
    public static float Smooth(float from, float to, float x)
    {
        float t = Math.Clamp((x - from) / MathF.Max(to - from, 1e-6f), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>Smooth both ways: rises between a and b, falls between c and d.</summary>
    public static float Window(float a, float b, float c, float d, float x) => Smooth(a, b, x) * (1 - Smooth(c, d, x));

    /// <summary>Linear blend.</summary>
    public static float Lerp(float a, float b, float t) => a + ((b - a) * t);

    /// <summary>Distance run at <paramref name="seconds"/> when speed grows evenly from rest to <paramref name="speed"/> over <paramref name="rampSeconds"/>.</summary>
    public static float RampDistance(float seconds, float speed, float rampSeconds)
    {
        if (seconds <= 0)
        {
            return 0;
        }

        return seconds < rampSeconds
            ? speed * seconds * seconds / (2 * rampSeconds)
            : speed * (seconds - (rampSeconds / 2));
    }

    /// <summary>Rotation about X; positive swings a hanging limb backwards.</summary>
    public static Quaternion X(float radians) => Quaternion.CreateFromAxisAngle(Vector3.UnitX, radians);

    /// <summary>Rotation about Y; positive turns from +Z (ahead) towards +X (left).</summary>
    public static Quaternion Y(float radians) => Quaternion.CreateFromAxisAngle(Vector3.UnitY, radians);

    /// <summary>Rotation about Z; positive leans towards −X (right).</summary>
    public static Quaternion Z(float radians) => Quaternion.CreateFromAxisAngle(Vector3.UnitZ, radians);

    /// <summary>First <paramref name="first"/>, then <paramref name="second"/>.</summary>
    public static Quaternion Then(Quaternion first, Quaternion second) => second * first;

    /// <summary>Yaw that faces along a horizontal direction.</summary>
    public static float YawOf(Vector3 direction) => MathF.Atan2(direction.X, direction.Z);

    /// <summary>Rotation that faces +Z along <paramref name="forward"/> with +Y near <paramref name="up"/>.</summary>
    public static Quaternion Facing(Vector3 forward, Vector3 up)
    {
        Vector3 z = Vector3.Normalize(forward);
        Vector3 x = Vector3.Cross(up, z);
        if (x.LengthSquared() < 1e-8f)
        {
            x = Vector3.Cross(Vector3.UnitX, z);
        }

        x = Vector3.Normalize(x);
        Vector3 y = Vector3.Cross(z, x);
        return Quaternion.CreateFromRotationMatrix(new Matrix4x4(x.X, x.Y, x.Z, 0, y.X, y.Y, y.Z, 0, z.X, z.Y, z.Z, 0, 0, 0, 0, 1));
    }
}
