using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Sequential impulses on contact manifolds: soft non-penetration, a friction cone a point, rolling resistance, restitution.</summary>
internal static class ContactSolver
{
    /// <summary>Overlap that is left alone, metres, so that resting contacts stay in touch.</summary>
    private const float SlopM = 0.0003f;

    /// <summary>Fastest that an overlap is pushed apart, m/s.</summary>
    private const float PushMps = 2f;

    public static void Prepare(ref Manifold m, Body[] bodies, Vector3 gravity)
    {
        ref Body a = ref bodies[m.BodyA];
        ref Body b = ref bodies[m.BodyB];
        (m.Tangent1, m.Tangent2) = Tangents(m.Normal);
        float inverseMass = a.InverseMass + b.InverseMass;
        float fall = Vector3.Dot((gravity * a.GravityScale * (a.IsDynamic ? 1 : 0)) - (gravity * b.GravityScale * (b.IsDynamic ? 1 : 0)), m.Normal);
        for (int i = 0; i < m.Count; i++)
        {
            ref ContactPoint p = ref m.Points[i];
            Vector3 ran = Vector3.Cross(p.ArmA, m.Normal), rbn = Vector3.Cross(p.ArmB, m.Normal);
            p.NormalMass = 1f / (inverseMass + Vector3.Dot(ran, a.InverseInertia * ran) + Vector3.Dot(rbn, b.InverseInertia * rbn));
            Vector3 ra1 = Vector3.Cross(p.ArmA, m.Tangent1), rb1 = Vector3.Cross(p.ArmB, m.Tangent1);
            Vector3 ra2 = Vector3.Cross(p.ArmA, m.Tangent2), rb2 = Vector3.Cross(p.ArmB, m.Tangent2);
            Vector3 ia1 = a.InverseInertia * ra1, ib1 = b.InverseInertia * rb1;
            float k11 = inverseMass + Vector3.Dot(ra1, ia1) + Vector3.Dot(rb1, ib1);
            float k12 = Vector3.Dot(ra2, ia1) + Vector3.Dot(rb2, ib1);
            float k22 = inverseMass + Vector3.Dot(ra2, a.InverseInertia * ra2) + Vector3.Dot(rb2, b.InverseInertia * rb2);

            // One mass for all directions (of the stiffest), so that friction at its limit points straight against the slip.
            float half = 0.5f * (k11 - k22);
            p.TangentMass = 1f / ((0.5f * (k11 + k22)) + MathF.Sqrt((half * half) + (k12 * k12)));

            // The speed at the moment of touch: gravity goes on through the gap that is left.
            float approach = Vector3.Dot(PointVelocity(b, p.ArmB) - PointVelocity(a, p.ArmA), m.Normal);
            float gained = approach < 0 ? MathF.Max(0, fall) * MathF.Max(0, p.Separation) * 2f : 0;
            p.ApproachVelocity = approach < 0 ? -MathF.Sqrt((approach * approach) + gained) : approach;
            p.LargestNormalImpulse = 0;
            p.StepImpulse = 0;
        }

        if (m.RollingReachM > 0)
        {
            Symmetric3 sum = a.InverseInertia + b.InverseInertia;
            m.RollingMass = 3f / MathF.Max(1e-12f, sum.XX + sum.YY + sum.ZZ);
        }
        else
        {
            m.RollingImpulse = default;
        }
    }

    public static void WarmStart(ref Manifold m, Body[] bodies)
    {
        ref Body a = ref bodies[m.BodyA];
        ref Body b = ref bodies[m.BodyB];
        for (int i = 0; i < m.Count; i++)
        {
            ref ContactPoint p = ref m.Points[i];
            Apply(ref a, ref b, p, (m.Normal * p.NormalImpulse) + (m.Tangent1 * p.TangentImpulse1) + (m.Tangent2 * p.TangentImpulse2));
        }

        if (m.RollingReachM > 0)
        {
            a.AngularVelocity -= a.InverseInertia * m.RollingImpulse;
            b.AngularVelocity += b.InverseInertia * m.RollingImpulse;
        }
    }

    /// <param name="m">Contacts of one pair.</param>
    /// <param name="bodies">All bodies.</param>
    /// <param name="softness">Spring of overlapping contacts.</param>
    /// <param name="inverseSubstep">1/s.</param>
    /// <param name="useBias">True pushes overlaps apart; false (relaxation) takes that velocity out again.</param>
    public static void Solve(ref Manifold m, Body[] bodies, in Softness softness, float inverseSubstep, bool useBias)
    {
        ref Body a = ref bodies[m.BodyA];
        ref Body b = ref bodies[m.BodyB];
        if (m.RollingReachM > 0)
        {
            SolveRolling(ref m, ref a, ref b);
        }

        Vector3 moved = b.DeltaPosition - a.DeltaPosition;
        for (int i = 0; i < m.Count; i++)
        {
            ref ContactPoint p = ref m.Points[i];
            Vector3 turned = Vector3.Cross(b.DeltaRotation, p.ArmB) - Vector3.Cross(a.DeltaRotation, p.ArmA);
            float separation = p.Separation + Vector3.Dot(moved + turned, m.Normal);
            float bias = 0, massScale = 1, impulseScale = 0;
            if (separation > 0)
            {
                if (!useBias && p.NormalImpulse == 0)
                {
                    // Not met in this substep: a gap that the next one may close is that one's affair.
                    continue;
                }

                bias = separation * inverseSubstep;
            }
            else if (useBias)
            {
                bias = MathF.Max(softness.BiasRate * MathF.Min(0, separation + SlopM), -PushMps);
                massScale = softness.MassScale;
                impulseScale = softness.ImpulseScale;
            }

            float velocity = Vector3.Dot(PointVelocity(b, p.ArmB) - PointVelocity(a, p.ArmA), m.Normal);
            float impulse = (-p.NormalMass * massScale * (velocity + bias)) - (impulseScale * p.NormalImpulse);
            float total = MathF.Max(p.NormalImpulse + impulse, 0);
            impulse = total - p.NormalImpulse;
            p.NormalImpulse = total;
            p.LargestNormalImpulse = MathF.Max(p.LargestNormalImpulse, total);
            Apply(ref a, ref b, p, m.Normal * impulse);
            if (total > 0)
            {
                a.Pushed = true;
                b.Pushed = true;
            }
        }

        SolveFriction(ref m, ref a, ref b);
    }

    /// <summary>Adds what the substep pushed to the step's impulse.</summary>
    public static void Accumulate(ref Manifold m)
    {
        for (int i = 0; i < m.Count; i++)
        {
            m.Points[i].StepImpulse += m.Points[i].NormalImpulse;
        }
    }

    /// <summary>Gives bouncing points the velocity −e·v of their approach.</summary>
    public static void Restitute(ref Manifold m, Body[] bodies, float thresholdMps)
    {
        if (m.Restitution <= 0)
        {
            return;
        }

        ref Body a = ref bodies[m.BodyA];
        ref Body b = ref bodies[m.BodyB];
        bool bounced = false;
        for (int i = 0; i < m.Count; i++)
        {
            ref ContactPoint p = ref m.Points[i];
            if (p.ApproachVelocity > -thresholdMps || p.LargestNormalImpulse <= 0)
            {
                continue;
            }

            float velocity = Vector3.Dot(PointVelocity(b, p.ArmB) - PointVelocity(a, p.ArmA), m.Normal);
            float impulse = -p.NormalMass * (velocity + (m.Restitution * p.ApproachVelocity));
            float total = MathF.Max(p.NormalImpulse + impulse, 0);
            impulse = total - p.NormalImpulse;
            p.NormalImpulse = total;
            p.StepImpulse += impulse;
            Apply(ref a, ref b, p, m.Normal * impulse);
            bounced = true;
        }

        if (!bounced)
        {
            return;
        }

        SolveFriction(ref m, ref a, ref b);

        // What threw the bodies apart is no guess for the next step.
        for (int i = 0; i < m.Count; i++)
        {
            ref ContactPoint p = ref m.Points[i];
            p.NormalImpulse = 0;
            p.TangentImpulse1 = 0;
            p.TangentImpulse2 = 0;
        }

        m.RollingImpulse = default;
    }

    /// <summary>Two unit vectors across the normal.</summary>
    public static (Vector3 First, Vector3 Second) Tangents(Vector3 normal)
    {
        Vector3 first = Vector3.Normalize(Vector3.Cross(normal, MathF.Abs(normal.X) < 0.6f ? Vector3.UnitX : Vector3.UnitY));
        return (first, Vector3.Cross(normal, first));
    }

    public static Vector3 PointVelocity(in Body body, Vector3 arm) => body.LinearVelocity + Vector3.Cross(body.AngularVelocity, arm);

    private static void SolveFriction(ref Manifold m, ref Body a, ref Body b)
    {
        for (int i = 0; i < m.Count; i++)
        {
            ref ContactPoint p = ref m.Points[i];
            Vector3 slip = PointVelocity(b, p.ArmB) - PointVelocity(a, p.ArmA);
            float v1 = Vector3.Dot(slip, m.Tangent1), v2 = Vector3.Dot(slip, m.Tangent2);
            float t1 = p.TangentImpulse1 - (p.TangentMass * v1);
            float t2 = p.TangentImpulse2 - (p.TangentMass * v2);
            float most = m.Friction * p.NormalImpulse;
            float squared = (t1 * t1) + (t2 * t2);
            if (squared > most * most)
            {
                float scale = most / MathF.Sqrt(squared);
                t1 *= scale;
                t2 *= scale;
            }

            Vector3 impulse = (m.Tangent1 * (t1 - p.TangentImpulse1)) + (m.Tangent2 * (t2 - p.TangentImpulse2));
            p.TangentImpulse1 = t1;
            p.TangentImpulse2 = t2;
            Apply(ref a, ref b, p, impulse);
        }
    }

    private static void SolveRolling(ref Manifold m, ref Body a, ref Body b)
    {
        float normalImpulse = 0;
        for (int i = 0; i < m.Count; i++)
        {
            normalImpulse += m.Points[i].NormalImpulse;
        }

        Vector3 wanted = m.RollingImpulse - (m.RollingMass * (b.AngularVelocity - a.AngularVelocity));
        float most = m.RollingReachM * normalImpulse;
        float length = wanted.Length();
        if (length > most)
        {
            wanted *= most / length;
        }

        Vector3 change = wanted - m.RollingImpulse;
        m.RollingImpulse = wanted;
        a.AngularVelocity -= a.InverseInertia * change;
        b.AngularVelocity += b.InverseInertia * change;
    }

    private static void Apply(ref Body a, ref Body b, in ContactPoint p, Vector3 impulse)
    {
        a.LinearVelocity -= impulse * a.InverseMass;
        a.AngularVelocity -= a.InverseInertia * Vector3.Cross(p.ArmA, impulse);
        b.LinearVelocity += impulse * b.InverseMass;
        b.AngularVelocity += b.InverseInertia * Vector3.Cross(p.ArmB, impulse);
    }
}
