using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Names a joint of one <see cref="PhysicsWorld"/>.</summary>
/// <param name="Index">Order of addition, from 0.</param>
public readonly record struct JointHandle(int Index);

internal enum JointKind : byte { Ball, Hinge, Fixed, Distance }

/// <summary>A constraint between two bodies; the second may be a static one.</summary>
internal struct Joint
{
    public JointKind Kind;
    public bool Removed;
    public bool Collides;
    public int BodyA, BodyB;

    /// <summary>Anchors from the centres of mass and hinge axes, in the bodies' frames.</summary>
    public Vector3 LocalAnchorA, LocalAnchorB, LocalAxisA, LocalAxisB;

    /// <summary>Orientation of B in A's frame that a fixed joint holds.</summary>
    public Quaternion RelativeOrientation;
    public float ShortestM, LongestM;

    public Vector3 PointImpulse, TurnImpulse;
    public float StretchImpulse, SqueezeImpulse;
}

/// <summary>Solves joints as stiff damped springs, by the anchors' world positions at each substep.</summary>
internal static class JointSolver
{
    public static void WarmStart(ref Joint j, Body[] bodies)
    {
        ref Body a = ref bodies[j.BodyA];
        ref Body b = ref bodies[j.BodyB];
        Vector3 armA = Vector3.Transform(j.LocalAnchorA, a.Orientation), armB = Vector3.Transform(j.LocalAnchorB, b.Orientation);
        if (j.Kind == JointKind.Distance)
        {
            Vector3 apart = b.Position + armB - a.Position - armA;
            float length = apart.Length();
            Push(ref a, armA, ref b, armB, length > 1e-6f ? apart * ((j.SqueezeImpulse - j.StretchImpulse) / length) : default);
            return;
        }

        Push(ref a, armA, ref b, armB, j.PointImpulse);
        Turn(ref a, ref b, j.TurnImpulse);
    }

    public static void Solve(ref Joint j, Body[] bodies, in Softness softness, float inverseSubstep, bool useBias)
    {
        ref Body a = ref bodies[j.BodyA];
        ref Body b = ref bodies[j.BodyB];
        Vector3 armA = Vector3.Transform(j.LocalAnchorA, a.Orientation), armB = Vector3.Transform(j.LocalAnchorB, b.Orientation);
        switch (j.Kind)
        {
            case JointKind.Distance:
                SolveDistance(ref j, ref a, armA, ref b, armB, softness, inverseSubstep, useBias);
                return;
            case JointKind.Fixed:
                Quaternion error = b.Orientation * Quaternion.Conjugate(a.Orientation * j.RelativeOrientation);
                SolveTurn(ref j, ref a, ref b, 2f * MathF.CopySign(1, error.W) * new Vector3(error.X, error.Y, error.Z), default, softness, useBias);
                break;
            case JointKind.Hinge:
                Vector3 axisA = Vector3.Transform(j.LocalAxisA, a.Orientation), axisB = Vector3.Transform(j.LocalAxisB, b.Orientation);
                SolveTurn(ref j, ref a, ref b, Vector3.Cross(axisA, axisB), axisA, softness, useBias);
                break;
            case JointKind.Ball:
                break;
        }

        SolvePoint(ref j, ref a, armA, ref b, armB, softness, useBias);
    }

    private static void SolvePoint(ref Joint j, ref Body a, Vector3 armA, ref Body b, Vector3 armB, in Softness softness, bool useBias)
    {
        float inverseMass = a.InverseMass + b.InverseMass;
        Symmetric3 k = Symmetric3.Diagonal(new Vector3(inverseMass)) + a.InverseInertia.AtArm(armA) + b.InverseInertia.AtArm(armB);
        Vector3 velocity = ContactSolver.PointVelocity(b, armB) - ContactSolver.PointVelocity(a, armA);
        Vector3 impulse;
        if (useBias)
        {
            Vector3 apart = b.Position + armB - a.Position - armA;
            impulse = (k.Inverse() * (velocity + (apart * softness.BiasRate)) * -softness.MassScale) - (j.PointImpulse * softness.ImpulseScale);
        }
        else
        {
            impulse = -(k.Inverse() * velocity);
        }

        j.PointImpulse += impulse;
        Push(ref a, armA, ref b, armB, impulse);
    }

    /// <param name="j">Hinge or fixed joint.</param>
    /// <param name="a">First body.</param>
    /// <param name="b">Second body.</param>
    /// <param name="error">Rotation vector by which B is off.</param>
    /// <param name="free">Unit axis about which it may turn; zero for none.</param>
    /// <param name="softness">Spring.</param>
    /// <param name="useBias">Whether the error is corrected.</param>
    private static void SolveTurn(ref Joint j, ref Body a, ref Body b, Vector3 error, Vector3 free, in Softness softness, bool useBias)
    {
        Symmetric3 k = a.InverseInertia + b.InverseInertia;
        Vector3 spin = b.AngularVelocity - a.AngularVelocity;
        spin -= free * Vector3.Dot(spin, free);
        error -= free * Vector3.Dot(error, free);
        Vector3 wanted = useBias ? (spin + (error * softness.BiasRate)) * -softness.MassScale : -spin;
        Vector3 impulse = free == default ? k.Inverse() * wanted : AcrossAxis(k, free, wanted);
        if (useBias)
        {
            impulse -= j.TurnImpulse * softness.ImpulseScale;
        }

        j.TurnImpulse += impulse;
        Turn(ref a, ref b, impulse);
    }

    /// <summary>The impulse across <paramref name="axis"/> that gives the wanted change of spin across it.</summary>
    private static Vector3 AcrossAxis(in Symmetric3 k, Vector3 axis, Vector3 wanted)
    {
        (Vector3 u, Vector3 v) = ContactSolver.Tangents(axis);
        Vector3 ku = k * u, kv = k * v;
        float uu = Vector3.Dot(u, ku), uv = Vector3.Dot(u, kv), vv = Vector3.Dot(v, kv);
        float du = Vector3.Dot(wanted, u), dv = Vector3.Dot(wanted, v), determinant = (uu * vv) - (uv * uv);
        return determinant > 0 ? (u * (((vv * du) - (uv * dv)) / determinant)) + (v * (((uu * dv) - (uv * du)) / determinant)) : default;
    }

    private static void SolveDistance(
        ref Joint j, ref Body a, Vector3 armA, ref Body b, Vector3 armB, in Softness softness, float inverseSubstep, bool useBias)
    {
        Vector3 apart = b.Position + armB - a.Position - armA;
        float length = apart.Length();
        if (length < 1e-6f)
        {
            return;
        }

        Vector3 n = apart / length;
        Vector3 ra = Vector3.Cross(armA, n), rb = Vector3.Cross(armB, n);
        float mass = 1f / (a.InverseMass + b.InverseMass + Vector3.Dot(ra, a.InverseInertia * ra) + Vector3.Dot(rb, b.InverseInertia * rb));
        float before = j.StretchImpulse;
        j.StretchImpulse = Limit(j.LongestM - length, -NormalSpeed(a, armA, b, armB, n), before, mass, softness, inverseSubstep, useBias);
        Push(ref a, armA, ref b, armB, n * (before - j.StretchImpulse));
        before = j.SqueezeImpulse;
        j.SqueezeImpulse = Limit(length - j.ShortestM, NormalSpeed(a, armA, b, armB, n), before, mass, softness, inverseSubstep, useBias);
        Push(ref a, armA, ref b, armB, n * (j.SqueezeImpulse - before));
    }

    /// <summary>Accumulated impulse that keeps <paramref name="room"/> from going below zero while it changes at <paramref name="speed"/>.</summary>
    private static float Limit(float room, float speed, float accumulated, float mass, in Softness softness, float inverseSubstep, bool useBias)
    {
        float bias = 0, massScale = 1, impulseScale = 0;
        if (room > 0)
        {
            if (!useBias && accumulated == 0)
            {
                return 0;
            }

            bias = room * inverseSubstep;
        }
        else if (useBias)
        {
            bias = softness.BiasRate * room;
            massScale = softness.MassScale;
            impulseScale = softness.ImpulseScale;
        }

        return MathF.Max(0, accumulated - (mass * massScale * (speed + bias)) - (impulseScale * accumulated));
    }

    private static float NormalSpeed(in Body a, Vector3 armA, in Body b, Vector3 armB, Vector3 n)
        => Vector3.Dot(ContactSolver.PointVelocity(b, armB) - ContactSolver.PointVelocity(a, armA), n);

    private static void Push(ref Body a, Vector3 armA, ref Body b, Vector3 armB, Vector3 impulse)
    {
        a.LinearVelocity -= impulse * a.InverseMass;
        a.AngularVelocity -= a.InverseInertia * Vector3.Cross(armA, impulse);
        b.LinearVelocity += impulse * b.InverseMass;
        b.AngularVelocity += b.InverseInertia * Vector3.Cross(armB, impulse);
        if (impulse != default)
        {
            a.Pushed = true;
            b.Pushed = true;
        }
    }

    private static void Turn(ref Body a, ref Body b, Vector3 impulse)
    {
        a.AngularVelocity -= a.InverseInertia * impulse;
        b.AngularVelocity += b.InverseInertia * impulse;
    }
}
