using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lucarne.Diorama.Physics;

/// <summary>One point of a contact manifold with its accumulated impulses.</summary>
internal struct ContactPoint
{
    /// <summary>From each centre of mass to the contact, world axes.</summary>
    public Vector3 ArmA, ArmB;

    /// <summary>Distance along the normal at the start of the step; negative when the bodies overlap.</summary>
    public float Separation;
    public uint Feature;

    public float NormalMass, NormalImpulse, ApproachVelocity, LargestNormalImpulse, StepImpulse;
    public float TangentMass, TangentImpulse1, TangentImpulse2;
}

[InlineArray(4)]
internal struct ContactPoints
{
    private ContactPoint _first;
}

/// <summary>The contacts of one pair of colliders, kept from step to step for warm starting.</summary>
internal struct Manifold
{
    public ulong Key;
    public int BodyA, BodyB;
    public int ColliderA, ColliderB;

    /// <summary>Unit normal from A to B, and two tangents.</summary>
    public Vector3 Normal, Tangent1, Tangent2;
    public ContactPoints Points;
    public int Count;
    public float Friction, Restitution, RollingReachM;

    /// <summary>Accumulated rolling-resistance impulse, N·m·s, and its 1 kg·m² effective mass.</summary>
    public Vector3 RollingImpulse;
    public float RollingMass;
    public float SlidingMps;

    /// <summary>Steps since the bodies last pushed on each other; large when they never did.</summary>
    public int StepsApart;
}

/// <summary>Where a collision routine leaves what it found: one normal and the candidate points.</summary>
internal sealed class ContactBuffer
{
    public const int Capacity = 64;
    public readonly Vector3[] Points = new Vector3[Capacity];
    public readonly float[] Separations = new float[Capacity];
    public readonly uint[] Features = new uint[Capacity];
    public Vector3 Normal;
    public int Count;

    /// <param name="point">World position midway between the two surfaces.</param>
    /// <param name="separation">Distance along the normal; negative in overlap.</param>
    /// <param name="feature">Names the point from one step to the next.</param>
    public void Add(Vector3 point, float separation, uint feature)
    {
        if (Count < Capacity)
        {
            Points[Count] = point;
            Separations[Count] = separation;
            Features[Count] = feature;
            Count++;
        }
    }

    /// <summary>Keeps the four points that carry the pair best: the deepest, the farthest from it, and the widest on either side.</summary>
    public void Reduce()
    {
        if (Count <= 4)
        {
            return;
        }

        int deepest = 0;
        for (int i = 1; i < Count; i++)
        {
            if (Separations[i] < Separations[deepest] - 1e-5f)
            {
                deepest = i;
            }
        }

        Swap(0, deepest);
        int farthest = 1;
        for (int i = 2; i < Count; i++)
        {
            if (Vector3.DistanceSquared(Points[i], Points[0]) > Vector3.DistanceSquared(Points[farthest], Points[0]))
            {
                farthest = i;
            }
        }

        Swap(1, farthest);
        Vector3 side = Vector3.Cross(Normal, Points[1] - Points[0]);
        int left = 2;
        for (int i = 3; i < Count; i++)
        {
            if (Vector3.Dot(Points[i] - Points[0], side) > Vector3.Dot(Points[left] - Points[0], side))
            {
                left = i;
            }
        }

        Swap(2, left);
        int right = 3;
        for (int i = 4; i < Count; i++)
        {
            if (Vector3.Dot(Points[i] - Points[0], side) < Vector3.Dot(Points[right] - Points[0], side))
            {
                right = i;
            }
        }

        Swap(3, right);
        Count = 4;
    }

    private void Swap(int i, int j)
    {
        (Points[i], Points[j]) = (Points[j], Points[i]);
        (Separations[i], Separations[j]) = (Separations[j], Separations[i]);
        (Features[i], Features[j]) = (Features[j], Features[i]);
    }
}
