using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>State of one body; <see cref="Position"/> is its centre of mass.</summary>
internal struct Body
{
    public Vector3 Position;
    public Vector3 LinearVelocity;
    public Vector3 AngularVelocity;
    public float InverseMass;

    /// <summary>Motion since the start of the step: metres, and radians as a rotation vector.</summary>
    public Vector3 DeltaPosition;
    public Vector3 DeltaRotation;

    /// <summary>World inverse inertia at the start of the step.</summary>
    public Symmetric3 InverseInertia;
    public Quaternion Orientation;

    public bool Pushed;
    public bool Asleep;
    public bool Removed;
    public BodyKind Kind;
    public SurfaceMaterial Material;
    public float SleepSeconds;

    public Symmetric3 LocalInertia;
    public Symmetric3 LocalInverseInertia;
    public bool RoundInertia;
    public Vector3 LocalCentre;
    public Vector3 PreviousPosition;
    public Quaternion PreviousOrientation;
    public Vector3 Force;
    public Vector3 Torque;
    public float MassKg, Friction, Restitution, RollingFriction, DragAreaM2, LinearDamping, AngularDamping, GravityScale;
    public float LargestReachM, SizeM;
    public uint Layers, CollidesWith;
    public int Tag;
    public int FirstCollider, ColliderCount;

    public Vector3 TargetPosition;
    public Quaternion TargetOrientation;
    public int TargetSteps;
    public float Submerged;

    public readonly bool IsDynamic => Kind == BodyKind.Dynamic;
    public readonly bool Moves => Kind != BodyKind.Static && !Asleep && !Removed;
}

/// <summary>One convex or unbounded part of a body.</summary>
internal struct Collider
{
    public Shape Shape;
    public int Body;
    public Vector3 LocalPosition;
    public Quaternion LocalOrientation;
    public Vector3 Position;
    public Quaternion Orientation;
    public Vector3 Min, Max;
}
