using System.Numerics;

namespace Lucarne.Diorama.Physics;

public sealed partial class PhysicsWorld
{
    private const float LargestSpeedMps = 2000f;
    private const float LargestSpinRadps = 500f;
    private const float ContactMarginM = 0.004f;
    private const int StepsApartToEnd = 6;
    private const int NeverTouched = 1000;

    /// <summary>Advances the world by <see cref="PhysicsOptions.StepSeconds"/>.</summary>
    public void Step()
    {
        float step = _options.StepSeconds;
        BeginStep(step);
        Float(step);
        _broadphase.FindPairs(_colliders.AsSpan(0, _colliderCount), _bodies.AsSpan(0, _bodyCount));
        FindContacts(step);
        UpdateIslands(step);
        Solve(step);
        StepCount++;
        ReportContacts();
    }

    private void BeginStep(float step)
    {
        for (int i = 0; i < _bodyCount; i++)
        {
            ref Body body = ref _bodies[i];
            if (!body.Moves)
            {
                body.PreviousPosition = body.Position;
                body.PreviousOrientation = body.Orientation;
                continue;
            }

            if (body.Kind == BodyKind.Kinematic)
            {
                AimKinematic(ref body, step);
            }

            body.PreviousPosition = body.Position;
            body.PreviousOrientation = body.Orientation;
            body.InverseInertia = body.LocalInverseInertia.Rotated(body.Orientation);
            body.DeltaPosition = default;
            body.DeltaRotation = default;
            for (int c = 0; c < body.ColliderCount; c++)
            {
                UpdateCollider(ref _colliders[body.FirstCollider + c], body);
            }
        }
    }

    private static void AimKinematic(ref Body body, float step)
    {
        if (body.TargetSteps <= 0)
        {
            if (body.TargetSteps == 0 && body.TargetOrientation != default)
            {
                body.LinearVelocity = default;
                body.AngularVelocity = default;
                body.TargetOrientation = default;
            }

            return;
        }

        float inverse = 1f / (body.TargetSteps * step);
        body.LinearVelocity = (body.TargetPosition - body.Position) * inverse;
        Quaternion turn = body.TargetOrientation * Quaternion.Conjugate(body.Orientation);
        body.AngularVelocity = RotationVector(turn) * inverse;
        body.TargetSteps--;
    }

    private void UpdateCollider(ref Collider collider, in Body body)
    {
        collider.Position = body.Position + Vector3.Transform(collider.LocalPosition, body.Orientation);
        collider.Orientation = body.Orientation * collider.LocalOrientation;
        Vector3 half = collider.Shape.WorldHalfExtents(collider.Orientation);
        Vector3 sweep = body.LinearVelocity * _options.StepSeconds * 1.1f;
        float turn = MathF.Min(body.AngularVelocity.Length() * _options.StepSeconds, 2f) * body.LargestReachM;
        Vector3 grow = new(ContactMarginM + turn);
        collider.Min = collider.Position - half - grow + Vector3.Min(sweep, Vector3.Zero);
        collider.Max = collider.Position + half + grow + Vector3.Max(sweep, Vector3.Zero);
    }

    private void FindContacts(float step)
    {
        (_manifolds, _previousManifolds) = (_previousManifolds, _manifolds);
        _previousManifoldCount = _manifoldCount;
        _manifoldCount = 0;
        int old = 0;
        foreach (ulong key in _broadphase.Pairs)
        {
            while (old < _previousManifoldCount && _previousManifolds[old].Key < key)
            {
                old++;
            }

            bool known = old < _previousManifoldCount && _previousManifolds[old].Key == key;
            int ca = (int)(key >> 32), cb = (int)(key & uint.MaxValue);
            if (_colliders[ca].Shape.Kind > _colliders[cb].Shape.Kind)
            {
                (ca, cb) = (cb, ca);
            }

            ref readonly Collider a = ref _colliders[ca];
            ref readonly Collider b = ref _colliders[cb];
            ref readonly Body bodyA = ref _bodies[a.Body];
            ref readonly Body bodyB = ref _bodies[b.Body];
            if (AreJoined(a.Body, b.Body))
            {
                continue;
            }

            Grow(ref _manifolds, _manifoldCount + 1);
            ref Manifold m = ref _manifolds[_manifoldCount];
            if (!bodyA.Moves && !bodyB.Moves)
            {
                if (known)
                {
                    m = _previousManifolds[old];
                    _manifoldCount++;
                }

                continue;
            }

            float spin = (bodyA.AngularVelocity.Length() * bodyA.LargestReachM) + (bodyB.AngularVelocity.Length() * bodyB.LargestReachM);
            float margin = ContactMarginM + (step * MathF.Min((bodyA.LinearVelocity - bodyB.LinearVelocity).Length() + spin, LargestSpeedMps));
            _narrowphase.Collide(a, b, margin, _buffer);
            int stepsApart = known ? _previousManifolds[old].StepsApart + 1 : NeverTouched;
            if (_buffer.Count == 0 && stepsApart > StepsApartToEnd)
            {
                continue;
            }

            m = new Manifold { Key = key, BodyA = a.Body, BodyB = b.Body, ColliderA = ca, ColliderB = cb, StepsApart = stepsApart };
            FillManifold(ref m, bodyA, bodyB, a.Shape, b.Shape);
            if (known)
            {
                CarryImpulses(ref m, _previousManifolds[old]);
            }

            _manifoldCount++;
        }
    }

    private void FillManifold(ref Manifold m, in Body a, in Body b, Shape shapeA, Shape shapeB)
    {
        m.Normal = _buffer.Normal;
        m.Count = _buffer.Count;
        for (int i = 0; i < m.Count; i++)
        {
            m.Points[i] = new ContactPoint
            {
                ArmA = _buffer.Points[i] - a.Position,
                ArmB = _buffer.Points[i] - b.Position,
                Separation = _buffer.Separations[i],
                Feature = _buffer.Features[i],
            };
        }

        m.Friction = MathF.Sqrt(a.Friction * b.Friction);
        m.Restitution = MathF.Sqrt(a.Restitution * b.Restitution);
        float radius = MathF.Max(shapeA.RollingRadius, shapeB.RollingRadius);
        m.RollingReachM = radius * MathF.Max(a.RollingFriction, b.RollingFriction);
    }

    private static void CarryImpulses(ref Manifold m, in Manifold before)
    {
        m.RollingImpulse = before.RollingImpulse;
        int taken = 0;
        for (int i = 0; i < m.Count; i++)
        {
            ref ContactPoint p = ref m.Points[i];
            int match = m.Count == 1 && before.Count == 1 ? 0 : -1;
            float nearest = 0.03f * 0.03f;
            for (int j = 0; match < 0 && j < before.Count; j++)
            {
                if ((taken & (1 << j)) == 0 && before.Points[j].Feature == p.Feature)
                {
                    match = j;
                }
            }

            for (int j = 0; match < 0 && j < before.Count; j++)
            {
                float distance = Vector3.DistanceSquared(before.Points[j].ArmA, p.ArmA);
                if ((taken & (1 << j)) == 0 && distance < nearest)
                {
                    nearest = distance;
                    match = j;
                }
            }

            if (match < 0)
            {
                continue;
            }

            taken |= 1 << match;
            ref readonly ContactPoint o = ref before.Points[match];
            p.NormalImpulse = o.NormalImpulse;

            // Friction is carried in world axes: the tangents turn with the normal.
            Vector3 friction = (before.Tangent1 * o.TangentImpulse1) + (before.Tangent2 * o.TangentImpulse2);
            (Vector3 t1, Vector3 t2) = ContactSolver.Tangents(m.Normal);
            p.TangentImpulse1 = Vector3.Dot(friction, t1);
            p.TangentImpulse2 = Vector3.Dot(friction, t2);
        }
    }

    private void Solve(float step)
    {
        int substeps = _options.Substeps;
        float h = step / substeps, inverse = substeps / step;
        float hertz = MathF.Min(60f, 0.125f * inverse);
        var soft = new Softness(hertz, 5f, h);
        var stiff = new Softness(2f * hertz, 5f, h);
        var jointed = new Softness(0.25f * inverse, 2f, h);
        Span<Manifold> manifolds = _manifolds.AsSpan(0, _manifoldCount);
        foreach (ref Manifold m in manifolds)
        {
            if (IsActive(m))
            {
                ContactSolver.Prepare(ref m, _bodies, _options.Gravity);
            }
        }

        for (int s = 0; s < substeps; s++)
        {
            IntegrateVelocities(h);
            WarmStartJoints();
            foreach (ref Manifold m in manifolds)
            {
                if (IsActive(m))
                {
                    ContactSolver.WarmStart(ref m, _bodies);
                }
            }

            SolveJoints(jointed, inverse, useBias: true);
            foreach (ref Manifold m in manifolds)
            {
                if (IsActive(m))
                {
                    ContactSolver.Solve(ref m, _bodies, _bodies[m.BodyA].IsDynamic && _bodies[m.BodyB].IsDynamic ? soft : stiff, inverse, useBias: true);
                }
            }

            IntegratePositions(h);
            SolveJoints(jointed, inverse, useBias: false);
            foreach (ref Manifold m in manifolds)
            {
                if (IsActive(m))
                {
                    ContactSolver.Solve(ref m, _bodies, soft, inverse, useBias: false);
                    ContactSolver.Accumulate(ref m);
                }
            }
        }

        foreach (ref Manifold m in manifolds)
        {
            if (IsActive(m))
            {
                ContactSolver.Restitute(ref m, _bodies, _options.RestitutionThresholdMps);
            }
        }

        for (int i = 0; i < _bodyCount; i++)
        {
            _bodies[i].Force = default;
            _bodies[i].Torque = default;
        }
    }

    private bool IsActive(in Manifold m) => m.Count > 0 && (_bodies[m.BodyA].Moves || _bodies[m.BodyB].Moves);

    private void IntegrateVelocities(float h)
    {
        Vector3 gravity = _options.Gravity;
        float halfAir = 0.5f * _options.AirDensityKgM3;
        for (int i = 0; i < _bodyCount; i++)
        {
            ref Body body = ref _bodies[i];
            if (!body.IsDynamic || !body.Moves)
            {
                continue;
            }

            body.Pushed = false;
            body.LinearVelocity += h * ((gravity * body.GravityScale) + (body.Force * body.InverseMass));
            body.AngularVelocity += h * (body.InverseInertia * body.Torque);
            if (!body.RoundInertia)
            {
                body.AngularVelocity = Gyrate(body, h);
            }

            body.LinearVelocity *= 1f / (1f + (h * body.LinearDamping));
            body.AngularVelocity *= 1f / (1f + (h * body.AngularDamping));
            if (body.DragAreaM2 > 0)
            {
                Vector3 through = body.LinearVelocity - Wind;
                float rate = halfAir * body.DragAreaM2 * through.Length() * body.InverseMass;
                body.LinearVelocity = Wind + (through / (1f + (h * rate)));
            }

            body.LinearVelocity = Limit(body.LinearVelocity, LargestSpeedMps);
            body.AngularVelocity = Limit(body.AngularVelocity, LargestSpinRadps);
        }
    }

    /// <summary>One Newton step of the implicit gyroscopic torque ω × Iω: it may lose spin energy, never gain it.</summary>
    private static Vector3 Gyrate(in Body body, float h)
    {
        Quaternion toBody = Quaternion.Conjugate(body.Orientation);
        Vector3 w = Vector3.Transform(body.AngularVelocity, toBody);
        Symmetric3 inertia = body.LocalInertia;
        Vector3 iw = inertia * w;
        Vector3 f = h * Vector3.Cross(w, iw);

        // Jacobian: I + h (skew(ω) I − skew(I ω)), by columns.
        Vector3 c0 = Column(inertia, Vector3.UnitX, w, iw, h), c1 = Column(inertia, Vector3.UnitY, w, iw, h), c2 = Column(inertia, Vector3.UnitZ, w, iw, h);
        float determinant = Vector3.Dot(c0, Vector3.Cross(c1, c2));
        if (determinant == 0)
        {
            return body.AngularVelocity;
        }

        Vector3 delta = new(Vector3.Dot(f, Vector3.Cross(c1, c2)), Vector3.Dot(c0, Vector3.Cross(f, c2)), Vector3.Dot(c0, Vector3.Cross(c1, f)));
        return Vector3.Transform(w - (delta / determinant), body.Orientation);
    }

    private static Vector3 Column(in Symmetric3 inertia, Vector3 unit, Vector3 w, Vector3 iw, float h)
    {
        Vector3 column = inertia * unit;
        return column + (h * (Vector3.Cross(w, column) - Vector3.Cross(iw, unit)));
    }

    private void IntegratePositions(float h)
    {
        for (int i = 0; i < _bodyCount; i++)
        {
            ref Body body = ref _bodies[i];
            if (!body.Moves)
            {
                continue;
            }

            Vector3 move = body.LinearVelocity * h;
            if (!body.Pushed && body.IsDynamic)
            {
                // Under constant force alone the mean of old and new velocity is exact; a push makes the new one the right one.
                move -= (0.5f * h * h) * ((_options.Gravity * body.GravityScale) + (body.Force * body.InverseMass));
            }

            body.Position += move;
            body.DeltaPosition += move;
            Vector3 turn = body.AngularVelocity * h;
            body.DeltaRotation += turn;
            body.Orientation = Turn(body.Orientation, turn);
        }
    }

    /// <summary>The orientation turned by a small rotation vector about the world's axes.</summary>
    private static Quaternion Turn(Quaternion q, Vector3 rotation)
    {
        // sin(x/2)/x and cos(x/2) by series: exact to 1e-7 up to half a radian, and the same on every machine.
        float x2 = rotation.LengthSquared() * 0.25f;
        float s = 0.5f * (1f - (x2 / 6f * (1f - (x2 / 20f))));
        float c = 1f - (x2 * 0.5f * (1f - (x2 / 12f)));
        return Quaternion.Normalize(new Quaternion(rotation * s, c) * q);
    }

    private static Vector3 RotationVector(Quaternion turn)
    {
        if (turn.W < 0)
        {
            turn = -turn;
        }

        Vector3 axis = new(turn.X, turn.Y, turn.Z);
        float sine = axis.Length();
        return sine < 1e-7f ? axis * 2f : axis * (2f * MathF.Atan2(sine, turn.W) / sine);
    }

    private static Vector3 Limit(Vector3 v, float most)
    {
        float squared = v.LengthSquared();
        return squared <= most * most ? v : v * (most / MathF.Sqrt(squared));
    }

    private void ReportContacts()
    {
        _eventCount = 0;
        foreach (ref Manifold m in _manifolds.AsSpan(0, _manifoldCount))
        {
            if (!IsActive(m))
            {
                continue;
            }

            float impulse = 0, approach = 0;
            Vector3 weighted = default;
            ref readonly Body a = ref _bodies[m.BodyA];
            ref readonly Body b = ref _bodies[m.BodyB];
            for (int i = 0; i < m.Count; i++)
            {
                ref readonly ContactPoint p = ref m.Points[i];
                impulse += p.StepImpulse;
                weighted += p.ArmA * p.StepImpulse;
                approach = MathF.Max(approach, -p.ApproachVelocity);
            }

            if (impulse <= 0)
            {
                continue;
            }

            ContactPhase phase = m.StepsApart > StepsApartToEnd ? ContactPhase.Start : ContactPhase.Persist;
            m.StepsApart = 0;
            Vector3 arm = weighted / impulse;
            Vector3 point = a.Position - a.DeltaPosition + arm;
            Vector3 slip = ContactSolver.PointVelocity(b, point - b.Position) - ContactSolver.PointVelocity(a, arm);
            slip -= m.Normal * Vector3.Dot(slip, m.Normal);
            Vector3 carried = (b.IsDynamic ? b.LinearVelocity : a.LinearVelocity) - (a.IsDynamic && b.IsDynamic ? a.LinearVelocity : default);
            carried -= m.Normal * Vector3.Dot(carried, m.Normal);
            float sliding = slip.Length();
            Grow(ref _events, _eventCount + 1);
            _events[_eventCount++] = new ContactEvent(
                Seconds, phase, new BodyHandle(m.BodyA), new BodyHandle(m.BodyB), a.Tag, b.Tag, a.Material, b.Material, point, m.Normal,
                impulse, approach, sliding, MathF.Max(0, carried.Length() - sliding));
        }
    }
}
