using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>Moves the joints of a prop over time. Pure: it depends on its arguments alone, and several can be laid one over another.</summary>
internal abstract class Articulation
{
    /// <summary>Adds to a pose that was reset to its root's state.</summary>
    public abstract void Apply(PropPose pose, double seconds);
}

/// <summary>Wheels roll by the way run, the front ones steer, and the body breathes on its springs.</summary>
internal sealed class WheelSpin(Skeleton skeleton, ulong seed) : Articulation
{
    private readonly int[] _wheels = skeleton.Starting("wheel");
    private readonly int[] _pedals = skeleton.Starting("pedal");
    private readonly int _body = skeleton["body"];
    private readonly int[] _steering = skeleton.Starting("handlebar");

    public override void Apply(PropPose pose, double seconds)
    {
        TrackState root = pose.Root;
        float scale = MathF.Max(root.Scale.X, 1e-4f);
        float steer = root.SpeedMps > 0.05f ? Math.Clamp(root.TurnRate / root.SpeedMps * skeleton.Prop.SizeM.Z * scale * 0.7f, -0.5f, 0.5f) : 0;
        float wheelRadius = 0.3f;
        foreach (int wheel in _wheels)
        {
            wheelRadius = MathF.Max(skeleton.Prop.Parts[wheel].RadiusM, 0.01f);
            Quaternion spin = Ease.X(root.DistanceM / (wheelRadius * scale));
            bool steers = skeleton.Prop.Parts[wheel].Name.Contains("front", StringComparison.Ordinal) && _steering.Length == 0;
            pose.Turn(wheel, steers ? Ease.Then(spin, Ease.Y(steer)) : spin);
        }

        foreach (int pedal in _pedals)
        {
            pose.Turn(pedal, Ease.X(root.DistanceM / (wheelRadius * scale * 2.2f)));
        }

        foreach (int bar in _steering)
        {
            pose.Turn(bar, Ease.Y(steer));
        }

        // The root carries the wheels in most props, so the springs only move a body that hangs from it.
        if (_body > 0 && root.SpeedMps > 0)
        {
            float rough = MathF.Min(root.SpeedMps * 0.1f, 1) * skeleton.Prop.SizeM.Y;
            pose.Offsets[_body] += new Vector3(0, Chance.Wander(seed, root.DistanceM * 0.9 / scale) * 0.008f * rough, 0);
            pose.Turn(_body, Ease.Then(Ease.Z(Math.Clamp(root.TurnRate * root.SpeedMps * 0.006f, -0.05f, 0.05f)), Ease.X(Chance.Wander(seed ^ 9, root.DistanceM * 0.5 / scale) * 0.006f)));
        }
    }
}

/// <summary>Parts that turn in place: rotors, propellers, sails of a mill, rings, carousels.</summary>
internal sealed class Turning(Skeleton skeleton, float speed) : Articulation
{
    private readonly (int Part, Vector3 Axis, float Rate)[] _parts = [.. Find(skeleton)];

    public override void Apply(PropPose pose, double seconds)
    {
        foreach ((int part, Vector3 axis, float rate) in _parts)
        {
            pose.Turn(part, Quaternion.CreateFromAxisAngle(axis, (float)Math.IEEERemainder(seconds * rate * speed, Math.Tau)));
        }
    }

    private static IEnumerable<(int Part, Vector3 Axis, float Rate)> Find(Skeleton skeleton)
    {
        for (int i = 0; i < skeleton.Prop.Parts.Length; i++)
        {
            string name = skeleton.Prop.Parts[i].Name;
            if (name.StartsWith("rotor", StringComparison.Ordinal))
            {
                yield return (i, Vector3.UnitY, 23f);
            }
            else if (name.StartsWith("propeller", StringComparison.Ordinal))
            {
                yield return (i, Vector3.UnitZ, 21f);
            }
            else if (name is "ring" || name.StartsWith("moon", StringComparison.Ordinal))
            {
                yield return (i, Vector3.UnitY, 0.25f);
            }
            else if (name is "body" && skeleton.Prop.Rig == Staging.Rig.Planet)
            {
                yield return (i, Vector3.UnitY, 0.2f);
            }
            else if (name.StartsWith("turn-", StringComparison.Ordinal) && name.Length > 6)
            {
                yield return (i, name[5] switch { 'x' => Vector3.UnitX, 'y' => Vector3.UnitY, _ => Vector3.UnitZ }, 0.8f);
            }
        }
    }
}

/// <summary>Fire: tongues stretch, shrink and lean with the wind.</summary>
internal sealed class FlameFlicker(Skeleton skeleton, ulong seed, float wind) : Articulation
{
    private readonly int[] _flames = skeleton.Starting("flame");

    public override void Apply(PropPose pose, double seconds)
    {
        for (int i = 0; i < _flames.Length; i++)
        {
            ulong own = Chance.Derive(seed, (ulong)i);
            float tall = 1 + (0.28f * Chance.Wander(own, seconds * 7.3)) + (0.12f * Chance.Noise(own ^ 1, seconds * 17));
            float wide = 1 - ((tall - 1) * 0.35f);
            pose.Scales[_flames[i]] = new Vector3(wide, MathF.Max(tall, 0.3f), wide);
            pose.Turn(_flames[i], Ease.Then(Ease.Z((Chance.Wander(own ^ 2, seconds * 3.1) * 0.14f) - (wind * 0.35f)), Ease.X(Chance.Wander(own ^ 3, seconds * 2.7) * 0.14f)));
        }
    }
}

/// <summary>Jets that burn only under thrust, and legs that fold in flight.</summary>
internal sealed class RocketParts(Skeleton skeleton, ulong seed) : Articulation
{
    private readonly int[] _flames = skeleton.Starting("flame");
    private readonly int[] _legs = skeleton.Starting("leg");

    public override void Apply(PropPose pose, double seconds)
    {
        for (int i = 0; i < _flames.Length; i++)
        {
            float burn = pose.Thrust * (1 + (0.22f * Chance.Wander(Chance.Derive(seed, (ulong)i), seconds * 13)));
            pose.Scales[_flames[i]] = burn > 0.02f ? new Vector3(0.75f + (0.25f * burn), burn, 0.75f + (0.25f * burn)) : Vector3.Zero;
        }

        float folded = Ease.Smooth(2, 9, pose.Root.AirborneM);
        foreach (int leg in _legs)
        {
            Vector3 out2 = skeleton.Prop.Parts[leg].Pivot;
            Vector3 axis = new(out2.Z, 0, -out2.X);
            if (axis.LengthSquared() > 1e-6f)
            {
                pose.Turn(leg, Quaternion.CreateFromAxisAngle(Vector3.Normalize(axis), folded * 0.9f));
            }
        }
    }
}

/// <summary>Sails fill and swing, flags wave, oars row.</summary>
internal sealed class Rigging(Skeleton skeleton, float wind, ulong seed) : Articulation
{
    private readonly int[] _sails = skeleton.Starting("sail");
    private readonly int[] _flags = skeleton.Starting("flag");
    private readonly int _oarLeft = skeleton["oar-left"];
    private readonly int _oarRight = skeleton["oar-right"];

    public override void Apply(PropPose pose, double seconds)
    {
        foreach (int sail in _sails)
        {
            pose.Turn(sail, Ease.Y(0.28f + (0.05f * wind) + (0.05f * Chance.Wander(seed, seconds * 0.5))));
        }

        foreach (int flag in _flags)
        {
            pose.Turn(flag, Ease.Y((0.35f + (0.2f * wind)) * Chance.Wander(seed ^ 4, seconds * (1.2 + (2 * wind)))));
        }

        float stroke = (float)(seconds * 2.6);
        pose.Turn(_oarLeft, Ease.Then(Ease.Z(0.18f * MathF.Sin(stroke)), Ease.Y(0.5f * MathF.Cos(stroke))));
        pose.Turn(_oarRight, Ease.Then(Ease.Z(-0.18f * MathF.Sin(stroke)), Ease.Y(-0.5f * MathF.Cos(stroke))));
    }
}

/// <summary>Whole-body lean in the wind for trees, flowers and signs that have joints.</summary>
internal sealed class WindLean(float wind, ulong seed) : Articulation
{
    public override void Apply(PropPose pose, double seconds)
    {
        float gust = 0.4f + (0.6f * ((Chance.Wander(seed, seconds * 0.6) * 0.5f) + 0.5f));
        pose.Turn(0, Ease.Then(Ease.Z(-0.07f * wind * gust), Ease.X(0.03f * wind * Chance.Wander(seed ^ 8, seconds * 1.1))));
    }
}

/// <summary>Parts <c>stage-…</c> appear one after another while a plant grows.</summary>
internal sealed class Growth(Skeleton skeleton, double fullSeconds) : Articulation
{
    private readonly int[] _stages = skeleton.Starting("stage");

    public override void Apply(PropPose pose, double seconds)
    {
        for (int i = 0; i < _stages.Length; i++)
        {
            float share = (float)((seconds / fullSeconds * (_stages.Length + 1)) - i - 0.3);
            float grown = Ease.Smooth(0, 1, share);
            pose.Scales[_stages[i]] = new Vector3(MathF.Max(grown, 1e-5f));
        }
    }
}
