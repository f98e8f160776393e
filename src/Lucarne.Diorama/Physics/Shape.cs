using System.Numerics;

namespace Lucarne.Diorama.Physics;

internal enum ShapeKind : byte { Sphere, Capsule, Box, Cylinder, Hull, HalfSpace, HeightField, Compound }

/// <summary>The solid form of a body in its own frame: metres, Y up. Immutable; one shape may serve many bodies.</summary>
public sealed partial class Shape
{
    /// <summary>Smallest length that a shape may have, metres.</summary>
    public const float MinimumSizeM = 0.001f;

    /// <summary>Largest length that a bounded shape may have, metres.</summary>
    public const float MaximumSizeM = 10_000f;

    private Shape(ShapeKind kind) => Kind = kind;

    internal ShapeKind Kind { get; }

    /// <summary>Half of the size along each axis of the bounding box about the origin, for bounded shapes.</summary>
    internal Vector3 HalfExtents { get; private init; }

    internal float Radius { get; private init; }

    /// <summary>Half of the distance between a capsule's two centres, or half of a cylinder's height.</summary>
    internal float HalfLength { get; private init; }

    /// <summary>A ball about the origin.</summary>
    /// <param name="radiusM">Radius, metres.</param>
    /// <exception cref="PhysicsException">A size is not finite or out of <see cref="MinimumSizeM"/>…<see cref="MaximumSizeM"/>.</exception>
    public static Shape Sphere(float radiusM)
    {
        CheckSize(radiusM, "A sphere's radius");
        return new Shape(ShapeKind.Sphere) { Radius = radiusM, HalfExtents = new(radiusM) };
    }

    /// <summary>A box about the origin.</summary>
    /// <param name="sizeM">Full width (X), height (Y) and depth (Z), metres.</param>
    /// <exception cref="PhysicsException">A size is not finite or out of <see cref="MinimumSizeM"/>…<see cref="MaximumSizeM"/>.</exception>
    public static Shape Box(Vector3 sizeM)
    {
        CheckSize(sizeM.X, "A box's width");
        CheckSize(sizeM.Y, "A box's height");
        CheckSize(sizeM.Z, "A box's depth");
        return new Shape(ShapeKind.Box) { HalfExtents = sizeM * 0.5f };
    }

    /// <summary>Everything below the local XZ plane; the outward normal is +Y, turned by the body's orientation. Static only.</summary>
    public static Shape HalfSpace() => new(ShapeKind.HalfSpace);

    /// <summary>Whether a dynamic body may have it: a half-space and a height field have no finite mass.</summary>
    public bool IsBounded => Kind is not (ShapeKind.HalfSpace or ShapeKind.HeightField);

    /// <summary>Volume in m³; 0 for unbounded shapes.</summary>
    public float VolumeM3 => Kind switch
    {
        ShapeKind.Sphere => 4f / 3f * MathF.PI * Radius * Radius * Radius,
        ShapeKind.Box => 8f * HalfExtents.X * HalfExtents.Y * HalfExtents.Z,
        _ => 0,
    };

    /// <summary>Centre of mass in the shape's frame for uniform density.</summary>
    internal Vector3 Centre { get; private init; }

    /// <summary>Inertia tensor about the centre of mass for a total mass of 1 kg and uniform density, kg·m².</summary>
    internal Symmetric3 UnitInertia()
    {
        Vector3 h = HalfExtents;
        return Kind switch
        {
            ShapeKind.Sphere => Symmetric3.Diagonal(new Vector3(0.4f * Radius * Radius)),
            ShapeKind.Box => Symmetric3.Diagonal(new Vector3((h.Y * h.Y) + (h.Z * h.Z), (h.X * h.X) + (h.Z * h.Z), (h.X * h.X) + (h.Y * h.Y)) / 3f),
            _ => Symmetric3.Diagonal(Vector3.One),
        };
    }

    /// <summary>Radius by which a round shape rolls; 0 for others.</summary>
    internal float RollingRadius => Kind is ShapeKind.Sphere or ShapeKind.Capsule or ShapeKind.Cylinder ? Radius : 0;

    /// <summary>Half of the size along the world's axes of the bounding box of the turned shape.</summary>
    internal Vector3 WorldHalfExtents(Quaternion orientation)
    {
        if (Kind == ShapeKind.Sphere)
        {
            return HalfExtents;
        }

        return Vector3.Abs(Vector3.Transform(Vector3.UnitX, orientation) * HalfExtents.X)
            + Vector3.Abs(Vector3.Transform(Vector3.UnitY, orientation) * HalfExtents.Y)
            + Vector3.Abs(Vector3.Transform(Vector3.UnitZ, orientation) * HalfExtents.Z);
    }

    private static void CheckSize(float size, string what)
    {
        if (!float.IsFinite(size) || size < MinimumSizeM || size > MaximumSizeM)
        {
            throw new PhysicsException($"{what} is {size} m; it must be between {MinimumSizeM} and {MaximumSizeM} m.");
        }
    }
}
