using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Where a body's own frame is in the world: metres, right-handed, Y up.</summary>
/// <param name="Position">World position of the shape's origin.</param>
/// <param name="Orientation">Unit rotation from the body's frame to the world's.</param>
public readonly record struct Pose(Vector3 Position, Quaternion Orientation)
{
    /// <summary>The origin, unturned.</summary>
    public static Pose Identity => new(Vector3.Zero, Quaternion.Identity);

    /// <summary>Body to world, row vectors as System.Numerics and <see cref="Rendering.Instance.World"/>.</summary>
    public Matrix4x4 ToMatrix()
    {
        Matrix4x4 matrix = Matrix4x4.CreateFromQuaternion(Orientation);
        matrix.Translation = Position;
        return matrix;
    }

    /// <summary>World position of a point given in the body's frame.</summary>
    public Vector3 Transform(Vector3 point) => Position + Vector3.Transform(point, Orientation);
}
