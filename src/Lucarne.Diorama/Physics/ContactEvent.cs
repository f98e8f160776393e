using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Whether a contact is new.</summary>
public enum ContactPhase : byte
{
    /// <summary>The bodies met in this step.</summary>
    Start,
    /// <summary>They touched before.</summary>
    Persist,
}

/// <summary>Two bodies that push on each other during a step.</summary>
/// <param name="Seconds">World time at the end of the step.</param>
/// <param name="Phase">New or lasting. A contact that lets go for less than 25 ms lasts.</param>
/// <param name="BodyA">One body.</param>
/// <param name="BodyB">The other.</param>
/// <param name="TagA">Tag of <paramref name="BodyA"/>.</param>
/// <param name="TagB">Tag of <paramref name="BodyB"/>.</param>
/// <param name="MaterialA">Surface of <paramref name="BodyA"/>.</param>
/// <param name="MaterialB">Surface of <paramref name="BodyB"/>.</param>
/// <param name="Point">World position, the mean of the contact points weighted by impulse.</param>
/// <param name="Normal">Unit normal from A to B.</param>
/// <param name="NormalImpulseNs">Impulse along the normal in this step, N·s. Weight alone gives m·g·StepSeconds.</param>
/// <param name="ApproachMps">Speed at which the surfaces met before the step, m/s; 0 for lasting contacts at rest.</param>
/// <param name="SlidingMps">Speed of one surface across the other, m/s.</param>
/// <param name="RollingMps">Speed at which the contact point travels over the surfaces without sliding, m/s.</param>
public readonly record struct ContactEvent(
    double Seconds, ContactPhase Phase, BodyHandle BodyA, BodyHandle BodyB, int TagA, int TagB,
    SurfaceMaterial MaterialA, SurfaceMaterial MaterialB, Vector3 Point, Vector3 Normal,
    float NormalImpulseNs, float ApproachMps, float SlidingMps, float RollingMps);
