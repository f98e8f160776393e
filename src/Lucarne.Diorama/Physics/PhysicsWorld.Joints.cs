using System.Numerics;

namespace Lucarne.Diorama.Physics;

public sealed partial class PhysicsWorld
{
    private Joint[] _joints = new Joint[16];
    private int _jointCount;

    /// <summary>Body pairs that joints keep from colliding, ascending.</summary>
    private ulong[] _joined = [];

    /// <summary>Joins two bodies at a point about which they turn freely: chain links, a wrecking ball.</summary>
    /// <param name="a">One body.</param>
    /// <param name="b">The other; one of the two must be dynamic.</param>
    /// <param name="point">World position of the joint.</param>
    /// <param name="collide">Whether the two may still collide.</param>
    public JointHandle AddBallJoint(BodyHandle a, BodyHandle b, Vector3 point, bool collide = false)
        => AddJoint(JointKind.Ball, a, b, point, point, default, collide, 0, 0);

    /// <summary>Joins two bodies at a point so that they turn about one axis only: doors, wheels, seesaws.</summary>
    /// <param name="a">One body.</param>
    /// <param name="b">The other; one of the two must be dynamic.</param>
    /// <param name="point">World position of the joint.</param>
    /// <param name="axis">World direction of the axis.</param>
    /// <param name="collide">Whether the two may still collide.</param>
    public JointHandle AddHinge(BodyHandle a, BodyHandle b, Vector3 point, Vector3 axis, bool collide = false)
    {
        CheckFinite(axis);
        return axis.Length() > 1e-6f
            ? AddJoint(JointKind.Hinge, a, b, point, point, Vector3.Normalize(axis), collide, 0, 0)
            : throw new PhysicsException("A hinge's axis must not be zero.");
    }

    /// <summary>Holds two bodies as they are to each other.</summary>
    public JointHandle AddFixedJoint(BodyHandle a, BodyHandle b)
        => AddJoint(JointKind.Fixed, a, b, PoseOf(a).Position, PoseOf(a).Position, default, collide: false, 0, 0);

    /// <summary>Keeps two points within a range of distances: a rod when both are equal, a rope when the shortest is 0.</summary>
    /// <param name="a">One body.</param>
    /// <param name="b">The other; one of the two must be dynamic.</param>
    /// <param name="pointA">World position of the end on <paramref name="a"/>.</param>
    /// <param name="pointB">World position of the end on <paramref name="b"/>.</param>
    /// <param name="shortestM">Least distance, metres.</param>
    /// <param name="longestM">Greatest distance, metres.</param>
    public JointHandle AddDistanceJoint(BodyHandle a, BodyHandle b, Vector3 pointA, Vector3 pointB, float shortestM, float longestM)
        => shortestM >= 0 && longestM >= shortestM && longestM >= Shape.MinimumSizeM && longestM <= Shape.MaximumSizeM
            ? AddJoint(JointKind.Distance, a, b, pointA, pointB, default, collide: true, shortestM, longestM)
            : throw new PhysicsException($"A distance joint from {shortestM} to {longestM} m is refused; it must go up, and end between {Shape.MinimumSizeM} and {Shape.MaximumSizeM} m.");

    /// <summary>Lets go of a joint.</summary>
    public void Remove(JointHandle handle)
    {
        if ((uint)handle.Index >= (uint)_jointCount)
        {
            throw new PhysicsException($"Joint {handle.Index} is not of this world, which has {_jointCount}.");
        }

        ref Joint j = ref _joints[handle.Index];
        j.Removed = true;
        Wake(new BodyHandle(j.BodyA));
        Wake(new BodyHandle(j.BodyB));
        ListJoinedPairs();
    }

    private JointHandle AddJoint(
        JointKind kind, BodyHandle a, BodyHandle b, Vector3 pointA, Vector3 pointB, Vector3 axis, bool collide, float shortestM, float longestM)
    {
        CheckFinite(pointA);
        CheckFinite(pointB);
        ref Body bodyA = ref Get(a);
        ref Body bodyB = ref Get(b);
        if (a == b || (!bodyA.IsDynamic && !bodyB.IsDynamic))
        {
            throw new PhysicsException("A joint needs two different bodies, one of them dynamic.");
        }

        Quaternion toA = Quaternion.Conjugate(bodyA.Orientation), toB = Quaternion.Conjugate(bodyB.Orientation);
        Grow(ref _joints, _jointCount + 1);
        _joints[_jointCount] = new Joint
        {
            Kind = kind,
            BodyA = a.Index,
            BodyB = b.Index,
            LocalAnchorA = Vector3.Transform(pointA - bodyA.Position, toA),
            LocalAnchorB = Vector3.Transform(pointB - bodyB.Position, toB),
            LocalAxisA = Vector3.Transform(axis, toA),
            LocalAxisB = Vector3.Transform(axis, toB),
            RelativeOrientation = toA * bodyB.Orientation,
            ShortestM = shortestM,
            LongestM = longestM,
            Collides = collide,
        };
        Wake(a);
        Wake(b);
        _jointCount++;
        ListJoinedPairs();
        return new JointHandle(_jointCount - 1);
    }

    private void ListJoinedPairs()
    {
        int count = 0;
        Array.Resize(ref _joined, _jointCount);
        for (int i = 0; i < _jointCount; i++)
        {
            ref readonly Joint j = ref _joints[i];
            if (!j.Removed && !j.Collides)
            {
                _joined[count++] = PairKey(j.BodyA, j.BodyB);
            }
        }

        Array.Resize(ref _joined, count);
        Array.Sort(_joined);
    }

    private static ulong PairKey(int a, int b) => ((ulong)(uint)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);

    private bool AreJoined(int a, int b) => _joined.Length > 0 && Array.BinarySearch(_joined, PairKey(a, b)) >= 0;

    private bool IsActive(in Joint j)
        => !j.Removed && !_bodies[j.BodyA].Removed && !_bodies[j.BodyB].Removed && (_bodies[j.BodyA].Moves || _bodies[j.BodyB].Moves);

    private void LinkJoints()
    {
        foreach (ref readonly Joint j in _joints.AsSpan(0, _jointCount))
        {
            if (!j.Removed && !_bodies[j.BodyA].Removed && !_bodies[j.BodyB].Removed)
            {
                Link(j.BodyA, j.BodyB);
            }
        }
    }

    private void WarmStartJoints()
    {
        foreach (ref Joint j in _joints.AsSpan(0, _jointCount))
        {
            if (IsActive(j))
            {
                JointSolver.WarmStart(ref j, _bodies);
            }
        }
    }

    private void SolveJoints(in Softness softness, float inverseSubstep, bool useBias)
    {
        foreach (ref Joint j in _joints.AsSpan(0, _jointCount))
        {
            if (IsActive(j))
            {
                JointSolver.Solve(ref j, _bodies, softness, inverseSubstep, useBias);
            }
        }
    }
}
