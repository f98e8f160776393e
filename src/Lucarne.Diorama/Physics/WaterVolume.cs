using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Height of a water surface.</summary>
/// <param name="x">World X, metres.</param>
/// <param name="z">World Z, metres.</param>
/// <param name="seconds">World time.</param>
/// <returns>World Y of the surface, metres; finite.</returns>
public delegate float WaterSurface(float x, float z, double seconds);

/// <summary>Water in which bodies float, drift and are slowed.</summary>
public sealed record WaterVolume
{
    /// <summary>Its surface; called a few times a step for each body near it.</summary>
    public required WaterSurface Surface { get; init; }

    /// <summary>Density, kg/m³.</summary>
    public float DensityKgM3 { get; init; } = 1000f;

    /// <summary>Velocity of the water, m/s: a stream carries what floats.</summary>
    public Vector3 FlowMps { get; init; }

    /// <summary>Decay of a floating body's linear velocity against the flow, 1/s, beside the drag of its size; in proportion to the mass of water that it displaces over its own.</summary>
    public float LinearDamping { get; init; } = 0.8f;

    /// <summary>Decay of a floating body's spin, 1/s, in the same proportion.</summary>
    public float AngularDamping { get; init; } = 1.5f;

    /// <summary>Horizontal rectangle that it fills, world X and Z; null has no shore.</summary>
    public (Vector2 Min, Vector2 Max)? Extent { get; init; }

    internal bool Holds(Vector3 p)
        => Extent is not { } e || (p.X >= e.Min.X && p.X <= e.Max.X && p.Z >= e.Min.Y && p.Z <= e.Max.Y);
}

/// <summary>A body that went into or out of the water in a step.</summary>
/// <param name="Seconds">World time at the end of the step.</param>
/// <param name="Body">Body.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Material">Its surface.</param>
/// <param name="Point">World position on the surface.</param>
/// <param name="SpeedMps">Speed against the surface, m/s.</param>
/// <param name="MassKg">Mass of the body.</param>
/// <param name="SizeM">Radius of a ball of the body's volume, metres.</param>
/// <param name="Enters">True when it goes in.</param>
public readonly record struct SplashEvent(
    double Seconds, BodyHandle Body, int Tag, SurfaceMaterial Material, Vector3 Point, float SpeedMps, float MassKg, float SizeM, bool Enters);
