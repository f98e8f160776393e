using System.Collections.Immutable;
using System.Numerics;

namespace Lucarne.Diorama.Staging;

/// <summary>What physics takes a prop or a piece of a setting for. Lengths in metres; every shape is centred on its own origin.</summary>
public abstract record CollisionShape
{
    /// <summary>A ball.</summary>
    public sealed record Sphere(float RadiusM) : CollisionShape;

    /// <summary>A box with the given half edge lengths along X, Y and Z.</summary>
    public sealed record Box(Vector3 HalfExtentsM) : CollisionShape;

    /// <summary>An upright cylinder along Y.</summary>
    public sealed record Cylinder(float RadiusM, float HeightM) : CollisionShape;

    /// <summary>An upright capsule along Y; the height includes both caps.</summary>
    public sealed record Capsule(float RadiusM, float HeightM) : CollisionShape;

    /// <summary>Several shapes that move as one.</summary>
    public sealed record Compound(ImmutableArray<CompoundPart> Parts) : CollisionShape;
}

/// <summary>One piece of a <see cref="CollisionShape.Compound"/>.</summary>
/// <param name="Shape">Its shape, not itself a compound.</param>
/// <param name="OffsetM">Its centre relative to the compound's origin.</param>
/// <param name="Rotation">Its rotation relative to the compound's.</param>
public sealed record CompoundPart(CollisionShape Shape, Vector3 OffsetM, Quaternion Rotation);

/// <summary>What a thing is made of, as far as touching, weighing and hearing it goes.</summary>
public enum Substance
{
    Wood, Rubber, Metal, Glass, Stone, Ceramic, Plastic, Cloth, Paper, Flesh, Earth, Grass, Sand, Snow, Ice, Water, Food, Foam, Hay,
}

/// <summary>Handbook values of each <see cref="Substance"/>.</summary>
public static class Substances
{
    /// <summary>Density of the solid in kilograms a cubic metre. Hollow props give their own mass.</summary>
    public static float DensityKgM3(Substance substance) => substance switch
    {
        Substance.Wood => 650,
        Substance.Rubber => 1100,
        Substance.Metal => 7800,
        Substance.Glass => 2500,
        Substance.Stone => 2600,
        Substance.Ceramic => 2300,
        Substance.Plastic => 950,
        Substance.Cloth => 300,
        Substance.Paper => 700,
        Substance.Flesh => 1000,
        Substance.Earth => 1500,
        Substance.Grass => 400,
        Substance.Sand => 1600,
        Substance.Snow => 350,
        Substance.Ice => 917,
        Substance.Water => 1000,
        Substance.Food => 800,
        Substance.Foam => 40,
        Substance.Hay => 120,
        _ => 1000,
    };

    /// <summary>Coulomb friction coefficient against a like surface.</summary>
    public static float Friction(Substance substance) => substance switch
    {
        Substance.Rubber => 0.9f,
        Substance.Ice => 0.03f,
        Substance.Snow => 0.25f,
        Substance.Glass => 0.2f,
        Substance.Metal => 0.35f,
        Substance.Plastic => 0.35f,
        Substance.Ceramic => 0.3f,
        Substance.Stone => 0.6f,
        Substance.Sand or Substance.Grass or Substance.Earth or Substance.Hay => 0.75f,
        _ => 0.5f,
    };

    /// <summary>Ratio of the speed after a bounce to the speed before, 0…1.</summary>
    public static float Restitution(Substance substance) => substance switch
    {
        Substance.Rubber => 0.78f,
        Substance.Glass => 0.6f,
        Substance.Metal => 0.45f,
        Substance.Stone => 0.4f,
        Substance.Ceramic => 0.45f,
        Substance.Plastic => 0.5f,
        Substance.Wood => 0.4f,
        Substance.Ice => 0.35f,
        Substance.Food => 0.25f,
        Substance.Foam => 0.5f,
        _ => 0.1f,
    };
}
