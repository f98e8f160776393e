using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>How a body moves.</summary>
public enum BodyKind : byte
{
    /// <summary>Never moves.</summary>
    Static,
    /// <summary>Moves as told and pushes others; nothing pushes it.</summary>
    Kinematic,
    /// <summary>Moves by forces.</summary>
    Dynamic,
}

/// <summary>Names a body of one <see cref="PhysicsWorld"/>.</summary>
/// <param name="Index">Order of addition, from 0.</param>
public readonly record struct BodyHandle(int Index);

/// <summary>All that <see cref="PhysicsWorld.Add(BodyDescription)"/> needs. SI units.</summary>
public sealed record BodyDescription
{
    /// <summary>Its form.</summary>
    public required Shape Shape { get; init; }

    /// <summary>How it moves.</summary>
    public BodyKind Kind { get; init; } = BodyKind.Dynamic;

    /// <summary>World position of the shape's origin, metres.</summary>
    public Vector3 Position { get; init; }

    /// <summary>Rotation; normalised on addition.</summary>
    public Quaternion Orientation { get; init; } = Quaternion.Identity;

    /// <summary>Velocity of the centre of mass, m/s.</summary>
    public Vector3 LinearVelocity { get; init; }

    /// <summary>Angular velocity about the world's axes, rad/s.</summary>
    public Vector3 AngularVelocity { get; init; }

    /// <summary>Mass in kg; null takes <see cref="DensityKgM3"/> times the shape's volume.</summary>
    public float? MassKg { get; init; }

    /// <summary>Density in kg/m³; null takes the material's.</summary>
    public float? DensityKgM3 { get; init; }

    /// <summary>Surface: default density, friction and bounce, and the sound of its contacts.</summary>
    public SurfaceMaterial Material { get; init; } = SurfaceMaterial.Wood;

    /// <summary>Coulomb coefficient, 0…10; null takes the material's. A pair takes the geometric mean.</summary>
    public float? Friction { get; init; }

    /// <summary>Coefficient of restitution, 0…1; null takes the material's. A pair takes the geometric mean.</summary>
    public float? Restitution { get; init; }

    /// <summary>Rolling resistance coefficient of round shapes, 0…1; null takes the material's. A pair takes the larger.</summary>
    public float? RollingFriction { get; init; }

    /// <summary>Drag coefficient times frontal area in m², against the wind: a feather about 0.003, an anvil 0.05; 0 for none.</summary>
    public float DragAreaM2 { get; init; }

    /// <summary>Exponential decay of linear velocity, 1/s.</summary>
    public float LinearDamping { get; init; }

    /// <summary>Exponential decay of angular velocity, 1/s.</summary>
    public float AngularDamping { get; init; } = 0.02f;

    /// <summary>Factor on the world's gravity: 0 floats, −0.05 rises like a balloon.</summary>
    public float GravityScale { get; init; } = 1f;

    /// <summary>Bits of the layers that it is in.</summary>
    public uint Layers { get; init; } = 1;

    /// <summary>Bits of the layers that it collides with; both bodies must agree.</summary>
    public uint CollidesWith { get; init; } = uint.MaxValue;

    /// <summary>The caller's own mark, carried into contact events.</summary>
    public int Tag { get; init; }

    internal void Validate()
    {
        Check(Shape is not null, "A body needs a shape.");
        Check(IsFinite(Position) && Position.Length() <= 1e6f, $"A body's position {Position} must be finite and within 1,000 km of the origin.");
        float turn = Orientation.LengthSquared();
        Check(float.IsFinite(turn) && turn > 1e-6f, $"A body's orientation {Orientation} must be a finite, non-zero quaternion.");
        Check(IsFinite(LinearVelocity), $"A body's velocity {LinearVelocity} must be finite.");
        Check(IsFinite(AngularVelocity), $"A body's angular velocity {AngularVelocity} must be finite.");
        CheckRange(MassKg, 1e-6f, 1e9f, "mass", "kg");
        CheckRange(DensityKgM3, 0.01f, 1e5f, "density", "kg/m³");
        CheckRange(Friction, 0, 10, "friction", "");
        CheckRange(Restitution, 0, 1, "restitution", "");
        CheckRange(RollingFriction, 0, 1, "rolling friction", "");
        CheckRange(DragAreaM2, 0, 1e6f, "drag area", "m²");
        CheckRange(LinearDamping, 0, 1e3f, "linear damping", "1/s");
        CheckRange(AngularDamping, 0, 1e3f, "angular damping", "1/s");
        CheckRange(GravityScale, -100, 100, "gravity scale", "");
        Check(Enum.IsDefined(Material), $"Surface material {(int)Material} is not known.");
        Check(Kind == BodyKind.Static || Shape!.IsBounded, "A half-space or height field can only be static.");
        Check(Shape!.Kind != ShapeKind.HeightField || MathF.Abs(Quaternion.Normalize(Orientation).W) > 0.99999f, "A height field stands upright; leave its orientation at identity.");
    }

    private static void CheckRange(float? value, float min, float max, string what, string unit)
        => Check(value is null || (float.IsFinite(value.Value) && value >= min && value <= max), $"A body's {what} is {value} {unit}; it must be between {min} and {max} {unit}.");

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new PhysicsException(otherwise);
        }
    }

    private static bool IsFinite(Vector3 v) => float.IsFinite(v.X) && float.IsFinite(v.Y) && float.IsFinite(v.Z);
}
