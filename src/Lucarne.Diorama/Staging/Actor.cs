using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>One prop that plays in a shot: what it is, where it goes and how it moves.</summary>
internal sealed class Actor
{
    private readonly PropPose _pose;
    private double _solvedAt = double.NaN;

    public Actor(Prop prop, Subject? subject, int index, ulong seed)
    {
        Prop = prop;
        Subject = subject;
        Index = index;
        Seed = seed;
        Variation = seed;
        Skeleton = new Skeleton(prop);
        _pose = new PropPose(prop);
        SizeM = prop.Parts.Any(part => !part.CastsShadow && part.Mesh is not null) ? SolidSize(prop) : prop.SizeM;
    }

    /// <summary>The thing.</summary>
    public Prop Prop { get; }

    /// <summary>Joints of the thing.</summary>
    public Skeleton Skeleton { get; }

    /// <summary>The subject that it plays; null for what belongs to the place or was added by an action.</summary>
    public Subject? Subject { get; }

    /// <summary>Which of several alike, from 0.</summary>
    public int Index { get; }

    /// <summary>Randomness of what it does.</summary>
    public ulong Seed { get; }

    /// <summary>Randomness of how its surfaces look.</summary>
    public ulong Variation { get; init; }

    /// <summary>Where it is over time.</summary>
    public Track Track { get; set; } = new StillTrack(Vector3.Zero, 0);

    /// <summary>How its joints move.</summary>
    public List<Articulation> Articulations { get; } = [];

    /// <summary>True once something has been decided about its motion.</summary>
    public bool Placed { get; set; }

    /// <summary>Carried by or driving another thing; the camera then follows that.</summary>
    public bool Attached { get; set; }

    /// <summary>Weight in the framing: 1 main subject, less for the others, 0 for scenery.</summary>
    public float Weight { get; set; } = 1;

    /// <summary>World time before which it is neither seen nor heard.</summary>
    public double EntersAt { get; init; } = double.NegativeInfinity;

    /// <summary>Gait, where it walks: footsteps are heard from it.</summary>
    public Gait? Gait { get; set; }

    /// <summary>Size on stage at rest, without the beams and glows that it may carry.</summary>
    public Vector3 SizeM { get; }

    /// <summary>Half of the diagonal: a ball that holds it.</summary>
    public float RadiusM => SizeM.Length() * 0.5f;

    /// <summary>Pose at a moment of world time; the same object each time.</summary>
    public PropPose PoseAt(double seconds)
    {
        if (_solvedAt != seconds)
        {
            _solvedAt = seconds;
            TrackState root = Track.At(seconds);
            _pose.Reset(root);
            foreach (Articulation articulation in Articulations)
            {
                articulation.Apply(_pose, seconds);
            }

            _pose.Solve();
        }

        return _pose;
    }

    /// <summary>World centre of its body at a moment, without solving its joints.</summary>
    public Vector3 CentreAt(double seconds)
    {
        TrackState root = Track.At(seconds);
        return root.Position + Vector3.Transform(MiddleM * root.Scale, root.Rotation);
    }

    /// <summary>Centre of the resting body relative to the origin.</summary>
    public Vector3 MiddleM => Prop.Rig is Rig.Swimmer or Rig.Planet ? Vector3.Zero : new Vector3(0, SizeM.Y * 0.5f, 0);

    /// <summary>Draws it into a frame, with its lamps.</summary>
    public void Draw(SceneFrame frame, double seconds, bool dark)
    {
        if (seconds < EntersAt)
        {
            return;
        }

        PropPose pose = PoseAt(seconds);
        pose.Draw(frame.Instances, (uint)Variation);
        foreach (PropLight light in Prop.Lights)
        {
            if (light.OnlyInTheDark && !dark)
            {
                continue;
            }

            float gain = Prop.Rig == Rig.Rocket ? pose.Thrust : 1;
            gain *= Flicker(light.Flicker, Seed, seconds);
            if (gain > 0.01f)
            {
                frame.Lights.Add(new PointLight(pose.Point(light.Part, light.OffsetM), light.Colour * gain, light.RangeM * pose.Root.Scale.X));
            }
        }
    }

    private static Vector3 SolidSize(Prop prop)
    {
        Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
        PropPose rest = new(prop);
        rest.Reset(new TrackState());
        rest.Solve();
        for (int i = 0; i < prop.Parts.Length; i++)
        {
            if (prop.Parts[i] is { CastsShadow: true, Mesh: { } mesh })
            {
                (Vector3 low, Vector3 high) = mesh.Bounds;
                for (int k = 0; k < 8; k++)
                {
                    Vector3 corner = rest.Point(i, new Vector3((k & 1) == 0 ? low.X : high.X, (k & 2) == 0 ? low.Y : high.Y, (k & 4) == 0 ? low.Z : high.Z));
                    (min, max) = (Vector3.Min(min, corner), Vector3.Max(max, corner));
                }
            }
        }

        return max.X > min.X ? Vector3.Min(max - min, prop.SizeM) : prop.SizeM;
    }

    /// <summary>Brightness of a lamp that flickers: a fire when near 1, a slow twinkle below 0.3.</summary>
    public static float Flicker(float amount, ulong seed, double seconds)
    {
        if (amount <= 0)
        {
            return 1;
        }

        double rate = amount < 0.3f ? 0.9 : 7;
        float depth = amount < 0.3f ? 0.6f : 0.3f * amount;
        return MathF.Max(0.05f, 1 + (depth * Chance.Wander(seed ^ 0xF1, seconds * rate)));
    }
}

/// <summary>Rides on a part of another actor.</summary>
/// <param name="carrier">Who carries.</param>
/// <param name="part">Part that carries.</param>
/// <param name="offsetM">Place in that part's space.</param>
/// <param name="rotation">Rotation relative to that part.</param>
/// <param name="scale">Size.</param>
internal sealed class AttachedTrack(Actor carrier, int part, Vector3 offsetM, Quaternion rotation, float scale) : Track
{
    /// <summary>Stays upright whatever the carrier's part does.</summary>
    public bool Upright { get; init; }

    /// <summary>Added straight up in the world.</summary>
    public float AboveM { get; init; }

    public override TrackState At(double seconds)
    {
        PropPose pose = carrier.PoseAt(seconds);
        Matrix4x4 world = pose.World(part);
        Quaternion turn = Matrix4x4.Decompose(world, out Vector3 _, out Quaternion carried, out Vector3 _) ? carried : pose.Root.Rotation;
        if (Upright)
        {
            turn = Ease.Y(Ease.YawOf(Vector3.Transform(Vector3.UnitZ, turn)));
        }

        return pose.Root with
        {
            Position = Vector3.Transform(offsetM, world) + new Vector3(0, AboveM, 0),
            Rotation = Ease.Then(rotation, turn),
            Scale = new Vector3(scale),
        };
    }
}

/// <summary>Leaves a hand, turns in the air and comes back to it, once a <see cref="CycleSeconds"/>.</summary>
internal sealed class TossTrack(Actor thrower, PropAnchor hand, float phase, float heightM) : Track
{
    /// <summary>Length of one toss; <see cref="Acting"/> flicks the arm in the same rhythm.</summary>
    public const double CycleSeconds = 2.4;

    public override TrackState At(double seconds)
    {
        PropPose pose = thrower.PoseAt(seconds);
        Vector3 held = pose.Point(hand.Part, hand.OffsetM) + (pose.Root.Forward * 0.12f * thrower.SizeM.Y);
        double cycle = (seconds / CycleSeconds) + phase;
        float share = (float)((cycle - Math.Floor(cycle) - 0.2) / 0.5);
        if (share is <= 0 or >= 1)
        {
            return new TrackState { Position = held };
        }

        return new TrackState { Position = held + new Vector3(0, 4 * heightM * share * (1 - share), 0), Rotation = Ease.X(MathF.Tau * Ease.Smooth(0, 1, share)) };
    }
}

/// <summary>An arm that holds something up in front.</summary>
internal sealed class HandUp(Skeleton skeleton, bool left) : Articulation
{
    public override void Apply(PropPose pose, double seconds)
    {
        Limb arm = left ? skeleton.ArmLeft : skeleton.ArmRight;
        if (arm.Upper >= 0)
        {
            pose.Joints[arm.Upper] = Ease.Then(Ease.X(-0.5f), Ease.Z(left ? 0.12f : -0.12f));
        }

        if (arm.Lower >= 0)
        {
            pose.Joints[arm.Lower] = Ease.X(-1.25f);
        }
    }
}
