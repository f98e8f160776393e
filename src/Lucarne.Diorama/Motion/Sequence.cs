using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>One motion up to a moment, then another one that begins where the first has come to rest: nothing jumps on the way.</summary>
/// <param name="before">The motion until then; afterwards it brakes to rest over half the way that it would have run.</param>
/// <param name="after">The motion from then on, by a clock of its own that starts at that moment.</param>
/// <param name="startSeconds">That moment.</param>
/// <param name="overSeconds">How long the change takes, above 0.</param>
internal sealed class SequenceTrack(Track before, Track after, double startSeconds, float overSeconds) : Track
{
    public override TrackState At(double seconds)
    {
        if (seconds <= startSeconds)
        {
            return before.At(seconds);
        }

        float since = (float)(seconds - startSeconds);
        float share = Ease.Smooth(0, 1, since / overSeconds);
        TrackState from = before.At(startSeconds + Braked(since, overSeconds)), to = after.At(since);
        return to with
        {
            Position = Vector3.Lerp(from.Position, to.Position, share),
            Rotation = Quaternion.Slerp(from.Rotation, to.Rotation, share),
            Scale = Vector3.Lerp(from.Scale, to.Scale, share),
            DistanceM = from.DistanceM + to.DistanceM,
            SpeedMps = (from.SpeedMps * MathF.Max(0, 1 - (since / overSeconds))) + to.SpeedMps,
            TurnRate = Ease.Lerp(from.TurnRate, to.TurnRate, share),
            AirborneM = Ease.Lerp(from.AirborneM, to.AirborneM, share),
            Thrust = Ease.Lerp(from.Thrust, to.Thrust, share),
        };
    }

    /// <summary>Time that a motion still runs on while its pace falls evenly to nothing.</summary>
    public static float Braked(float since, float overSeconds) =>
        since >= overSeconds ? overSeconds / 2 : since - (since * since / (2 * overSeconds));
}

/// <summary>What joints do up to a moment, then what they do from then on, one passing into the other.</summary>
/// <param name="before">By the shot's clock.</param>
/// <param name="after">By a clock of its own that starts at that moment.</param>
/// <param name="startSeconds">That moment.</param>
/// <param name="overSeconds">How long the change takes, above 0.</param>
internal sealed class SequenceArticulation(Articulation[] before, Articulation[] after, double startSeconds, float overSeconds) : Articulation
{
    private Quaternion[] _joints = [];
    private Vector3[] _offsets = [];
    private Vector3[] _scales = [];

    public override void Apply(PropPose pose, double seconds)
    {
        double since = seconds - startSeconds;
        if (since <= 0)
        {
            All(before, pose, seconds);
            return;
        }

        if (since >= overSeconds)
        {
            All(after, pose, since);
            return;
        }

        All(before, pose, seconds);
        float thrust = pose.Thrust;
        Keep(pose.Joints, ref _joints);
        Keep(pose.Offsets, ref _offsets);
        Keep(pose.Scales, ref _scales);
        pose.Reset(pose.Root);
        All(after, pose, since);
        float share = Ease.Smooth(0, 1, (float)since / overSeconds);
        pose.Thrust = Ease.Lerp(thrust, pose.Thrust, share);
        for (int i = 0; i < _joints.Length; i++)
        {
            pose.Joints[i] = Quaternion.Slerp(_joints[i], pose.Joints[i], share);
            pose.Offsets[i] = Vector3.Lerp(_offsets[i], pose.Offsets[i], share);
            pose.Scales[i] = Vector3.Lerp(_scales[i], pose.Scales[i], share);
        }
    }

    private static void All(Articulation[] articulations, PropPose pose, double seconds)
    {
        foreach (Articulation articulation in articulations)
        {
            articulation.Apply(pose, seconds);
        }
    }

    private static void Keep<T>(T[] values, ref T[] kept)
    {
        if (kept.Length != values.Length)
        {
            kept = new T[values.Length];
        }

        values.CopyTo(kept, 0);
    }
}

/// <summary>Goes on by an earlier clock within a list that has a later one.</summary>
/// <param name="articulations">By the earlier clock.</param>
/// <param name="startSeconds">Moment of the earlier clock at which the later one starts.</param>
internal sealed class LaterArticulation(Articulation[] articulations, double startSeconds) : Articulation
{
    public override void Apply(PropPose pose, double seconds)
    {
        foreach (Articulation articulation in articulations)
        {
            articulation.Apply(pose, startSeconds + seconds);
        }
    }
}

/// <summary>A way that ends at rest. Until it has been rehearsed, only its end is there.</summary>
/// <param name="way">The way.</param>
/// <param name="arrived">Its end.</param>
internal sealed class ArrivalTrack(Track way, TrackState arrived) : Track
{
    /// <summary>True once the way itself is played.</summary>
    public bool Rehearsed { get; set; }

    public override TrackState At(double seconds) => Rehearsed ? way.At(seconds) : arrived with { SpeedMps = 0 };
}

/// <summary>Falls from above and bounces until it lies still; turned by the way that it drifts.</summary>
/// <param name="land">Where it first meets the ground.</param>
/// <param name="heightM">From how high it falls, above 0.</param>
/// <param name="driftMps">Its way over the ground; it fades as the bounces do.</param>
/// <param name="gravityMps2">Above 0.</param>
/// <param name="restitution">Share of its speed that a bounce keeps, 0…0.9.</param>
internal sealed class DropTrack(Vector3 land, float heightM, Vector3 driftMps, float gravityMps2, float restitution) : Track
{
    /// <summary>Time from its release to the first meeting with the ground.</summary>
    public float FallSeconds { get; } = MathF.Sqrt(2 * heightM / gravityMps2);

    public override TrackState At(double seconds)
    {
        float t = MathF.Max(0, (float)seconds);
        float run = t - FallSeconds, height;
        if (run < 0)
        {
            height = heightM - (gravityMps2 * t * t / 2);
        }
        else
        {
            float speed = gravityMps2 * FallSeconds * restitution, left = run;
            while (speed > 0.15f && left > 2 * speed / gravityMps2)
            {
                left -= 2 * speed / gravityMps2;
                speed *= restitution;
            }

            height = speed > 0.15f ? (speed * left) - (gravityMps2 * left * left / 2) : 0;
        }

        // The drift dies away within a second or so of the first bounce.
        float way = run < 0 ? run : 0.9f * (1 - MathF.Exp(-run / 0.9f));
        return new TrackState { Position = land + (driftMps * way) + new Vector3(0, MathF.Max(0, height), 0), AirborneM = MathF.Max(0, height) };
    }
}
