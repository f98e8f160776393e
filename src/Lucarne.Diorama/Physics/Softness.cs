namespace Lucarne.Diorama.Physics;

/// <summary>A constraint as a damped spring, after Catto's soft step: stiffness by frequency, so it is stable at any mass ratio.</summary>
internal readonly struct Softness
{
    public readonly float BiasRate, MassScale, ImpulseScale;

    public Softness(float hertz, float dampingRatio, float substepSeconds)
    {
        float omega = 2f * MathF.PI * hertz;
        float a1 = (2f * dampingRatio) + (substepSeconds * omega);
        float a2 = substepSeconds * omega * a1;
        float a3 = 1f / (1f + a2);
        BiasRate = omega / a1;
        MassScale = a2 * a3;
        ImpulseScale = a3;
    }
}
