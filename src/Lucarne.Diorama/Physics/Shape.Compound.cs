using System.Numerics;

namespace Lucarne.Diorama.Physics;

public sealed partial class Shape
{
    /// <summary>Most parts of a compound.</summary>
    public const int MaximumParts = 64;

    internal (Shape Shape, Pose Pose)[] Parts { get; private init; } = [];

    /// <summary>Several solids fixed together: a table, a car, a hammer. Mass is spread by volume.</summary>
    /// <param name="parts">1 to <see cref="MaximumParts"/> bounded shapes with their poses in the compound's frame; they may not be compounds.</param>
    public static Shape Compound(params ReadOnlySpan<(Shape Shape, Pose Pose)> parts)
    {
        if (parts.Length is < 1 or > MaximumParts)
        {
            throw new PhysicsException($"A compound of {parts.Length} parts is refused; give 1 to {MaximumParts}.");
        }

        float volume = 0;
        Vector3 moment = default, extent = default;
        foreach ((Shape shape, Pose pose) in parts)
        {
            if (shape is null || !shape.IsBounded || shape.Kind == ShapeKind.Compound)
            {
                throw new PhysicsException("A compound's parts must be spheres, boxes, capsules, cylinders or convex hulls.");
            }

            if (!float.IsFinite(pose.Position.LengthSquared()) || !(MathF.Abs(pose.Orientation.Length() - 1) < 1e-3f))
            {
                throw new PhysicsException($"A compound part's pose {pose} must be finite with a unit orientation.");
            }

            volume += shape.VolumeM3;
            moment += pose.Transform(shape.Centre) * shape.VolumeM3;
            extent = Vector3.Max(extent, Vector3.Abs(pose.Position) + shape.WorldHalfExtents(pose.Orientation));
        }

        Vector3 centre = moment / volume;
        Symmetric3 inertia = default;
        foreach ((Shape shape, Pose pose) in parts)
        {
            float share = shape.VolumeM3 / volume;
            inertia += (shape.UnitInertia.Rotated(pose.Orientation) * share) + Symmetric3.OfPoint(share, pose.Transform(shape.Centre) - centre);
        }

        return new Shape(ShapeKind.Compound)
        {
            HalfExtents = extent,
            VolumeM3 = volume,
            Centre = centre,
            UnitInertia = inertia,
            Parts = parts.ToArray(),
        };
    }
}
