using System.Numerics;

namespace Lucarne.Diorama.Physics;

internal enum ShapeKind : byte { Sphere, Capsule, Box, Cylinder, Hull, HalfSpace, HeightField, Compound }

/// <summary>The solid form of a body in its own frame: metres, Y up. Immutable; one shape may serve many bodies.</summary>
/// <remarks>Every factory throws <see cref="PhysicsException"/> for sizes that are not finite or not in <see cref="MinimumSizeM"/>…<see cref="MaximumSizeM"/>.</remarks>
public sealed partial class Shape
{
    /// <summary>Smallest length that a shape may have, metres.</summary>
    public const float MinimumSizeM = 0.001f;

    /// <summary>Largest length that a bounded shape may have, metres.</summary>
    public const float MaximumSizeM = 10_000f;

    private Shape(ShapeKind kind) => Kind = kind;

    /// <summary>Volume in m³; 0 for unbounded shapes.</summary>
    public float VolumeM3 { get; private init; }

    /// <summary>Whether a dynamic body may have it: a half-space and a height field have no finite mass.</summary>
    public bool IsBounded => Kind is not (ShapeKind.HalfSpace or ShapeKind.HeightField);

    internal ShapeKind Kind { get; }

    /// <summary>Half of the size along each axis of a box about the origin that holds the shape, for bounded shapes.</summary>
    internal Vector3 HalfExtents { get; private init; }

    internal float Radius { get; private init; }

    /// <summary>Half of the distance between a capsule's two centres, or half of a cylinder's height.</summary>
    internal float HalfLength { get; private init; }

    /// <summary>Centre of mass in the shape's frame for uniform density.</summary>
    internal Vector3 Centre { get; private init; }

    /// <summary>Inertia tensor about the centre of mass for a total mass of 1 kg and uniform density, kg·m².</summary>
    internal Symmetric3 UnitInertia { get; private init; } = Symmetric3.Diagonal(Vector3.One);

    /// <summary>How much of a box or cylinder is rounded off in the search for the contact normal, metres.</summary>
    internal float CoreMargin { get; private init; }

    /// <summary>Radius by which a round shape rolls; 0 for others.</summary>
    internal float RollingRadius => Kind is ShapeKind.Sphere or ShapeKind.Capsule or ShapeKind.Cylinder ? Radius : 0;

    /// <summary>A ball about the origin.</summary>
    /// <param name="radiusM">Radius, metres.</param>
    public static Shape Sphere(float radiusM)
    {
        CheckSize(radiusM, "A sphere's radius");
        return new Shape(ShapeKind.Sphere)
        {
            Radius = radiusM,
            HalfExtents = new(radiusM),
            VolumeM3 = 4f / 3f * MathF.PI * radiusM * radiusM * radiusM,
            UnitInertia = Symmetric3.Diagonal(new Vector3(0.4f * radiusM * radiusM)),
        };
    }

    /// <summary>A box about the origin.</summary>
    /// <param name="sizeM">Full width (X), height (Y) and depth (Z), metres.</param>
    public static Shape Box(Vector3 sizeM)
    {
        CheckSize(sizeM.X, "A box's width");
        CheckSize(sizeM.Y, "A box's height");
        CheckSize(sizeM.Z, "A box's depth");
        Vector3 s = sizeM * sizeM;
        return new Shape(ShapeKind.Box)
        {
            HalfExtents = sizeM * 0.5f,
            VolumeM3 = sizeM.X * sizeM.Y * sizeM.Z,
            UnitInertia = Symmetric3.Diagonal(new Vector3(s.Y + s.Z, s.X + s.Z, s.X + s.Y) / 12f),
            CoreMargin = MathF.Min(0.02f, 0.1f * MathF.Min(sizeM.X, MathF.Min(sizeM.Y, sizeM.Z))),
        };
    }

    /// <summary>A cylinder with half-balls on its ends, standing along Y about the origin.</summary>
    /// <param name="radiusM">Radius, metres.</param>
    /// <param name="heightM">Height from tip to tip, metres; at least twice the radius.</param>
    public static Shape Capsule(float radiusM, float heightM)
    {
        CheckSize(radiusM, "A capsule's radius");
        CheckSize(heightM, "A capsule's height");
        if (heightM < 2f * radiusM)
        {
            throw new PhysicsException($"A capsule's height {heightM} m is less than twice its radius {radiusM} m; make it longer or use a sphere.");
        }

        float r = radiusM, h = heightM - (2f * radiusM);
        float barrel = MathF.PI * r * r * h, ball = 4f / 3f * MathF.PI * r * r * r, volume = barrel + ball;
        float along = ((barrel * 0.5f * r * r) + (ball * 0.4f * r * r)) / volume;
        float across = ((barrel * (((h * h) / 12f) + (0.25f * r * r))) + (ball * ((0.4f * r * r) + (0.25f * h * h) + (0.375f * h * r)))) / volume;
        return new Shape(ShapeKind.Capsule)
        {
            Radius = r,
            HalfLength = 0.5f * h,
            HalfExtents = new(r, 0.5f * heightM, r),
            VolumeM3 = volume,
            UnitInertia = Symmetric3.Diagonal(new Vector3(across, along, across)),
        };
    }

    /// <summary>A cylinder standing along Y about the origin.</summary>
    /// <param name="radiusM">Radius, metres.</param>
    /// <param name="heightM">Height, metres.</param>
    public static Shape Cylinder(float radiusM, float heightM)
    {
        CheckSize(radiusM, "A cylinder's radius");
        CheckSize(heightM, "A cylinder's height");
        float across = ((3f * radiusM * radiusM) + (heightM * heightM)) / 12f;
        return new Shape(ShapeKind.Cylinder)
        {
            Radius = radiusM,
            HalfLength = 0.5f * heightM,
            HalfExtents = new(radiusM, 0.5f * heightM, radiusM),
            VolumeM3 = MathF.PI * radiusM * radiusM * heightM,
            UnitInertia = Symmetric3.Diagonal(new Vector3(across, 0.5f * radiusM * radiusM, across)),
            CoreMargin = MathF.Min(0.02f, 0.1f * MathF.Min(2f * radiusM, heightM)),
        };
    }

    /// <summary>Everything below the local XZ plane; the outward normal is +Y, turned by the body's orientation. Static only.</summary>
    public static Shape HalfSpace() => new(ShapeKind.HalfSpace);

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
