using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Constants of a <see cref="PhysicsWorld"/>.</summary>
public sealed record PhysicsOptions
{
    /// <summary>Acceleration of free fall, m/s². The moon's is 1.62, space has none.</summary>
    public Vector3 Gravity { get; init; } = new(0, -9.81f, 0);

    /// <summary>Length of one step, seconds: 1/2000 … 1/30.</summary>
    public float StepSeconds { get; init; } = 1f / 240f;

    /// <summary>Solver substeps in a step, 1 … 16. More make tall stacks and heavy chains stiffer.</summary>
    public int Substeps { get; init; } = 2;

    /// <summary>Velocity of the air, m/s; acts on bodies with a drag area.</summary>
    public Vector3 WindMps { get; init; }

    /// <summary>Density of the air, kg/m³; 0 in space.</summary>
    public float AirDensityKgM3 { get; init; } = 1.225f;

    /// <summary>Approach speed below which contacts do not bounce, m/s.</summary>
    public float RestitutionThresholdMps { get; init; } = 0.1f;

    /// <summary>Whether bodies at rest stop being computed.</summary>
    public bool Sleeping { get; init; } = true;

    /// <summary>Most bodies that the world takes.</summary>
    public int MaximumBodies { get; init; } = 4096;

    internal void Validate()
    {
        if (!(StepSeconds >= 1f / 2000f && StepSeconds <= 1f / 30f))
        {
            throw new PhysicsException($"A step of {StepSeconds} s is refused; it must be between 1/2000 and 1/30 s.");
        }

        if (Substeps is < 1 or > 16)
        {
            throw new PhysicsException($"{Substeps} substeps are refused; take 1 to 16.");
        }

        if (!float.IsFinite(Gravity.LengthSquared()) || !float.IsFinite(WindMps.LengthSquared()) || !(AirDensityKgM3 >= 0 && AirDensityKgM3 < 1e4f))
        {
            throw new PhysicsException("Gravity, wind and air density must be finite, and the density not negative.");
        }
    }
}
