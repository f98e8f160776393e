using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>A deterministic world of rigid bodies: metres, kilograms, seconds, Y up.</summary>
/// <remarks>
/// The same calls in the same order give the same bits. Steps allocate nothing once the world's arrays have grown to its scene.
/// Not for use by several threads at once.
/// </remarks>
public sealed partial class PhysicsWorld
{
    private readonly PhysicsOptions _options;
    private readonly Broadphase _broadphase = new();
    private readonly Narrowphase _narrowphase = new();
    private readonly ContactBuffer _buffer = new();
    private Body[] _bodies = new Body[64];
    private Collider[] _colliders = new Collider[64];
    private Manifold[] _manifolds = new Manifold[128];
    private Manifold[] _previousManifolds = new Manifold[128];
    private ContactEvent[] _events = new ContactEvent[128];
    private int _bodyCount, _colliderCount, _manifoldCount, _previousManifoldCount, _eventCount;

    /// <summary>An empty world.</summary>
    /// <param name="options">Constants; null takes the defaults.</param>
    /// <exception cref="PhysicsException">An option is out of its range.</exception>
    public PhysicsWorld(PhysicsOptions? options = null)
    {
        _options = options ?? new PhysicsOptions();
        _options.Validate();
        Wind = _options.WindMps;
    }

    /// <summary>Constants of this world.</summary>
    public PhysicsOptions Options => _options;

    /// <summary>Velocity of the air, m/s; may change between steps.</summary>
    public Vector3 Wind { get; set; }

    /// <summary>Steps taken.</summary>
    public long StepCount { get; private set; }

    /// <summary>World time, seconds: <see cref="StepCount"/> times the step.</summary>
    public double Seconds => StepCount * (double)_options.StepSeconds;

    /// <summary>Bodies added, removed ones included: handles run from 0 to this.</summary>
    public int BodyCount => _bodyCount;

    /// <summary>Pairs that pushed on each other in the last step, in a fixed order. Valid until the next step.</summary>
    public ReadOnlySpan<ContactEvent> Contacts => _events.AsSpan(0, _eventCount);

    /// <summary>Puts a body into the world.</summary>
    /// <returns>Its handle.</returns>
    /// <exception cref="PhysicsException">A value is out of its range, or the world is full.</exception>
    public BodyHandle Add(BodyDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        description.Validate();
        if (_bodyCount >= _options.MaximumBodies)
        {
            throw new PhysicsException($"The world holds {_options.MaximumBodies} bodies and is full; raise PhysicsOptions.MaximumBodies.");
        }

        Grow(ref _bodies, _bodyCount + 1);
        int index = _bodyCount++;
        ref Body body = ref _bodies[index];
        MaterialProperties material = MaterialProperties.Of(description.Material);
        Shape shape = description.Shape;
        Quaternion orientation = Quaternion.Normalize(description.Orientation);
        body = new Body
        {
            Kind = description.Kind,
            Orientation = orientation,
            PreviousOrientation = orientation,
            Material = description.Material,
            Friction = description.Friction ?? material.Friction,
            Restitution = description.Restitution ?? material.Restitution,
            RollingFriction = description.RollingFriction ?? material.RollingFriction,
            DragAreaM2 = description.DragAreaM2,
            LinearDamping = description.LinearDamping,
            AngularDamping = description.AngularDamping,
            GravityScale = description.GravityScale,
            Layers = description.Layers,
            CollidesWith = description.CollidesWith,
            Tag = description.Tag,
            FirstCollider = _colliderCount,
        };
        if (description.Kind != BodyKind.Static)
        {
            body.LinearVelocity = description.LinearVelocity;
            body.AngularVelocity = description.AngularVelocity;
        }

        if (description.Kind == BodyKind.Dynamic)
        {
            float mass = description.MassKg ?? (shape.VolumeM3 * (description.DensityKgM3 ?? material.DensityKgM3));
            mass = Math.Clamp(mass, 1e-6f, 1e12f);
            body.MassKg = mass;
            body.InverseMass = 1f / mass;
            body.LocalCentre = shape.Centre;
            body.LocalInertia = shape.UnitInertia * mass;
            body.LocalInverseInertia = body.LocalInertia.Inverse();
            body.RoundInertia = shape.Kind == ShapeKind.Sphere;
        }

        body.Position = description.Position + Vector3.Transform(body.LocalCentre, orientation);
        body.PreviousPosition = body.Position;
        AddColliders(index, shape, ref body);
        return new BodyHandle(index);
    }

    /// <summary>Takes a body out for good; its handle stays unused.</summary>
    public void Remove(BodyHandle handle)
    {
        ref Body body = ref Get(handle);
        if (body.Removed)
        {
            return;
        }

        body.Removed = true;
        body.InverseMass = 0;
        body.LocalInverseInertia = default;
        for (int i = 0; i < body.ColliderCount; i++)
        {
            _broadphase.Remove(body.FirstCollider + i);
        }

        WakeTouching(handle.Index);
    }

    /// <summary>Where the body is at <see cref="Seconds"/>.</summary>
    public Pose PoseOf(BodyHandle handle)
    {
        ref readonly Body body = ref Get(handle);
        return new Pose(body.Position - Vector3.Transform(body.LocalCentre, body.Orientation), body.Orientation);
    }

    /// <summary>Where the body was at a time within the last step; times outside it take the nearer end.</summary>
    /// <param name="handle">Body.</param>
    /// <param name="seconds">World time.</param>
    public Pose PoseAt(BodyHandle handle, double seconds)
    {
        ref readonly Body body = ref Get(handle);
        float t = StepCount == 0 ? 1 : (float)Math.Clamp(1 - ((Seconds - seconds) / _options.StepSeconds), 0, 1);
        Quaternion orientation = Quaternion.Slerp(body.PreviousOrientation, body.Orientation, t);
        Vector3 centre = Vector3.Lerp(body.PreviousPosition, body.Position, t);
        return new Pose(centre - Vector3.Transform(body.LocalCentre, orientation), orientation);
    }

    /// <summary>Velocity of the centre of mass, m/s.</summary>
    public Vector3 LinearVelocityOf(BodyHandle handle) => Get(handle).LinearVelocity;

    /// <summary>Angular velocity about the world's axes, rad/s.</summary>
    public Vector3 AngularVelocityOf(BodyHandle handle) => Get(handle).AngularVelocity;

    /// <summary>Mass in kg; 0 for bodies that are not dynamic.</summary>
    public float MassOf(BodyHandle handle) => Get(handle).MassKg;

    /// <summary>Mean of the three edge lengths of the box that holds the body, metres; 0 for unbounded shapes.</summary>
    public float SizeOf(BodyHandle handle) => Get(handle).SizeM;

    /// <summary>Whether the body rests and is not computed.</summary>
    public bool IsAsleep(BodyHandle handle) => Get(handle).Asleep;

    /// <summary>Kinetic and gravitational energy of the dynamic bodies, joules; height counts from the world's origin.</summary>
    public double EnergyJ()
    {
        double sum = 0;
        for (int i = 0; i < _bodyCount; i++)
        {
            ref readonly Body body = ref _bodies[i];
            if (body.IsDynamic && !body.Removed)
            {
                Vector3 spin = body.LocalInertia.Rotated(body.Orientation) * body.AngularVelocity;
                sum += 0.5 * body.MassKg * body.LinearVelocity.LengthSquared();
                sum += 0.5 * Vector3.Dot(spin, body.AngularVelocity);
                sum -= body.MassKg * (double)body.GravityScale * Vector3.Dot(_options.Gravity, body.Position);
            }
        }

        return sum;
    }

    /// <summary>Sets a body's velocities and wakes it.</summary>
    public void SetVelocity(BodyHandle handle, Vector3 linearMps, Vector3 angularRadps)
    {
        ref Body body = ref Get(handle);
        CheckFinite(linearMps);
        CheckFinite(angularRadps);
        if (body.Kind != BodyKind.Static)
        {
            body.LinearVelocity = linearMps;
            body.AngularVelocity = angularRadps;
            body.TargetSteps = 0;
            Wake(handle);
        }
    }

    /// <summary>Pushes a dynamic body at a world point, N·s.</summary>
    public void ApplyImpulse(BodyHandle handle, Vector3 impulseNs, Vector3 point)
    {
        ref Body body = ref Get(handle);
        CheckFinite(impulseNs);
        CheckFinite(point);
        if (body.IsDynamic)
        {
            Wake(handle);
            body.LinearVelocity += impulseNs * body.InverseMass;
            body.AngularVelocity += body.LocalInverseInertia.Rotated(body.Orientation) * Vector3.Cross(point - body.Position, impulseNs);
        }
    }

    /// <summary>Adds a force through the centre of mass for the next step, N.</summary>
    public void ApplyForce(BodyHandle handle, Vector3 forceN)
    {
        CheckFinite(forceN);
        Wake(handle);
        Get(handle).Force += forceN;
    }

    /// <summary>Adds a torque for the next step, N·m.</summary>
    public void ApplyTorque(BodyHandle handle, Vector3 torqueNm)
    {
        CheckFinite(torqueNm);
        Wake(handle);
        Get(handle).Torque += torqueNm;
    }

    /// <summary>Moves a kinematic body so that it arrives at a pose after some time; it pushes what is in its way, then stops.</summary>
    /// <param name="handle">A kinematic body.</param>
    /// <param name="pose">Pose to arrive at.</param>
    /// <param name="seconds">Time to take; at least a step.</param>
    /// <exception cref="PhysicsException">The body is not kinematic or a value is not finite.</exception>
    public void MoveKinematic(BodyHandle handle, Pose pose, double seconds)
    {
        ref Body body = ref Get(handle);
        CheckFinite(pose.Position);
        if (body.Kind != BodyKind.Kinematic)
        {
            throw new PhysicsException("Only kinematic bodies are moved to a pose; push dynamic ones by forces and impulses.");
        }

        body.TargetSteps = (int)Math.Clamp(Math.Round(seconds / _options.StepSeconds), 1, 1e9);
        body.TargetPosition = pose.Position;
        body.TargetOrientation = Quaternion.Normalize(pose.Orientation);
        body.Asleep = false;
    }

    /// <summary>Puts a body elsewhere at once, without pushing what lies between.</summary>
    public void Teleport(BodyHandle handle, Pose pose)
    {
        ref Body body = ref Get(handle);
        CheckFinite(pose.Position);
        WakeTouching(handle.Index);
        body.Orientation = Quaternion.Normalize(pose.Orientation);
        body.Position = pose.Position + Vector3.Transform(body.LocalCentre, body.Orientation);
        body.PreviousOrientation = body.Orientation;
        body.PreviousPosition = body.Position;
        Wake(handle);
    }

    /// <summary>Lets a sleeping body be computed again.</summary>
    public void Wake(BodyHandle handle)
    {
        ref Body body = ref Get(handle);
        body.Asleep = false;
        body.SleepSeconds = 0;
    }

    /// <summary>Steps until <see cref="Seconds"/> reaches the given time.</summary>
    public void StepTo(double seconds)
    {
        while (Seconds < seconds - 1e-9)
        {
            Step();
        }
    }

    private void AddColliders(int index, Shape shape, ref Body body)
    {
        ReadOnlySpan<(Shape Shape, Pose Pose)> parts = shape.Kind == ShapeKind.Compound ? shape.Parts : [(shape, Pose.Identity)];
        Grow(ref _colliders, _colliderCount + parts.Length);
        body.LargestReachM = shape.IsBounded ? shape.HalfExtents.Length() + body.LocalCentre.Length() : 0;
        body.SizeM = shape.IsBounded ? (shape.HalfExtents.X + shape.HalfExtents.Y + shape.HalfExtents.Z) * 2f / 3f : 0;
        body.ColliderCount = parts.Length;
        foreach ((Shape part, Pose pose) in parts)
        {
            ref Collider collider = ref _colliders[_colliderCount];
            collider = new Collider { Shape = part, Body = index, LocalPosition = pose.Position - body.LocalCentre, LocalOrientation = pose.Orientation };
            UpdateCollider(ref collider, body);
            _broadphase.Add(_colliderCount++, part.IsBounded);
        }
    }

    private void WakeTouching(int index)
    {
        foreach (ref readonly Manifold m in _manifolds.AsSpan(0, _manifoldCount))
        {
            if (m.BodyA == index || m.BodyB == index)
            {
                Wake(new BodyHandle(m.BodyA));
                Wake(new BodyHandle(m.BodyB));
            }
        }
    }

    private ref Body Get(BodyHandle handle)
    {
        if ((uint)handle.Index >= (uint)_bodyCount)
        {
            throw new PhysicsException($"Body {handle.Index} is not of this world, which has {_bodyCount}.");
        }

        return ref _bodies[handle.Index];
    }

    private static void CheckFinite(Vector3 v)
    {
        if (!float.IsFinite(v.X) || !float.IsFinite(v.Y) || !float.IsFinite(v.Z))
        {
            throw new PhysicsException($"{v} is refused; it must be finite.");
        }
    }

    private static void Grow<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            Array.Resize(ref array, Math.Max(count, array.Length * 2));
        }
    }
}
