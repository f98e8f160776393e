using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>Steps of two or four legs, driven by the way run so that planted feet stay where they are.</summary>
internal sealed class Gait : Articulation
{
    private readonly Skeleton _skeleton;
    private readonly bool _biped;
    private readonly bool _waddles;
    private readonly ulong _seed;
    private readonly float _strideM;
    private readonly float _duty;
    private readonly float[] _phases;
    private readonly float _effort;

    /// <param name="skeleton">Joints.</param>
    /// <param name="speedMps">Usual speed of this walk in the prop's own metres; it chooses between walk, trot, run and gallop.</param>
    /// <param name="seed">Seed of small differences.</param>
    public Gait(Skeleton skeleton, float speedMps, ulong seed)
    {
        _skeleton = skeleton;
        _seed = seed;
        _biped = skeleton.Prop.Rig != Staging.Rig.Quadruped;
        float leg = skeleton.LegLengthM;
        _waddles = _biped && leg < skeleton.Prop.SizeM.Y * 0.3f;

        // Froude number v²/(g·leg): animals of every size change gait at like values (Alexander 1989).
        float froude = speedMps * speedMps / (9.81f * leg);
        _effort = Ease.Smooth(0.2f, 2.5f, froude);
        if (_biped)
        {
            bool runs = froude > 0.6f && !_waddles;
            _strideM = leg * (_waddles ? 0.9f : runs ? Math.Clamp(1.9f * MathF.Pow(froude, 0.3f), 1.7f, 3.4f) : Math.Clamp(1.5f * MathF.Pow(froude / 0.25f, 0.25f), 0.8f, 1.7f));
            _duty = runs ? 0.36f : 0.6f;
            _phases = [0, 0.5f];
        }
        else
        {
            bool gallops = froude > 2.2f, trots = froude > 0.5f;
            _strideM = leg * Math.Clamp(2.1f * MathF.Pow(froude, 0.3f), 1.1f, 4.6f);
            _duty = gallops ? 0.28f : trots ? 0.45f : 0.64f;
            _phases = gallops ? [0, 0.52f, 0.12f, 0.64f] : trots ? [0, 0.5f, 0.5f, 0] : [0, 0.25f, 0.5f, 0.75f];
            Gallops = gallops;
        }
    }

    /// <summary>The fastest gait of four legs.</summary>
    public bool Gallops { get; }

    /// <summary>Way between two landings of one foot, in the prop's own metres.</summary>
    public float StrideM => _strideM;

    /// <summary>Number of feet.</summary>
    public int Feet => _skeleton.Legs.Length == 0 ? 2 : _skeleton.Legs.Length;

    /// <summary>Way run, in the prop's own metres, at which foot <paramref name="foot"/> lands for the <paramref name="step"/>th time.</summary>
    public float LandingDistanceM(int foot, int step) => (step - _phases[foot % _phases.Length]) * _strideM;

    public override void Apply(PropPose pose, double seconds)
    {
        TrackState root = pose.Root;
        float distance = root.DistanceM / MathF.Max(root.Scale.Z, 1e-4f);
        float speed = root.SpeedMps / MathF.Max(root.Scale.Z, 1e-4f);
        float moving = root.AirborneM > 0 ? 0 : Ease.Smooth(0.02f, 0.35f * _strideM, speed);
        float cycle = distance / _strideM;
        float leg = _skeleton.LegLengthM;
        float bounce = _biped
            ? MathF.Abs(MathF.Sin(MathF.Tau * cycle)) * Ease.Lerp(0.025f, 0.09f, _effort)
            : Gallops ? (0.5f + (0.5f * MathF.Sin(MathF.Tau * (cycle + 0.1f)))) * 0.13f : MathF.Abs(MathF.Sin(MathF.Tau * cycle)) * 0.035f;
        float lift = (bounce - (_biped ? 0.05f + (0.03f * _effort) : 0.07f)) * leg * moving;
        float pitch = Gallops ? 0.1f * MathF.Sin(MathF.Tau * (cycle + 0.35f)) * moving : 0;
        pose.Offsets[_skeleton.Root] += new Vector3(0, lift, 0);
        pose.Turn(_skeleton.Root, Ease.X(pitch + (_biped ? _effort * 0.16f * moving : 0)));
        if (_waddles)
        {
            float roll = MathF.Sin(MathF.Tau * cycle);
            pose.Turn(_skeleton.Root, Ease.Then(Ease.Z(0.16f * roll * moving), Ease.Y(0.14f * MathF.Cos(MathF.Tau * cycle) * moving)));
        }

        for (int i = 0; i < _skeleton.Legs.Length; i++)
        {
            Step(pose, _skeleton.Legs[i], _phases[i % _phases.Length], cycle, moving, lift, pitch);
        }

        if (root.AirborneM > 0)
        {
            Tuck(pose);
        }

        if (_biped)
        {
            SwingArms(pose, cycle, moving);
        }
        else
        {
            SwingSpine(pose, cycle, moving, seconds);
        }
    }

    private void Step(PropPose pose, Leg leg, float phase, float cycle, float moving, float lift, float pitch)
    {
        float own = cycle + phase;
        own -= MathF.Floor(own);
        float reach = _strideM * _duty;
        float ahead, up;
        float foot = 0;
        if (own < _duty)
        {
            // Planted: it moves back under the body exactly as fast as the body goes ahead.
            ahead = reach * (0.5f - (own / _duty));
            up = 0;
            foot = Ease.Smooth(0.75f, 1, own / _duty) * 0.5f * moving;
        }
        else
        {
            float swing = (own - _duty) / (1 - _duty);
            float eased = swing * swing * (3 - (2 * swing));
            ahead = reach * (eased - 0.5f);
            up = MathF.Sin(MathF.PI * swing) * leg.LengthM * Ease.Lerp(0.12f, 0.32f, _effort);
            foot = (0.5f * (1 - swing)) - (0.2f * swing * _effort);
        }

        // The sole stays on the ground whatever the root does: undo its lift, and turn the target into the pitched body.
        float hip = leg.HipM - leg.FootM;
        Vector2 target = new(ahead * moving, (up * moving) - hip - lift);
        (float sin, float cos) = MathF.SinCos(pitch + (_biped ? _effort * 0.16f * moving : 0));
        leg.Reach(pose, (target.X * cos) + (target.Y * sin), (target.Y * cos) - (target.X * sin), foot * moving);
    }

    private void Tuck(PropPose pose)
    {
        foreach (Leg leg in _skeleton.Legs)
        {
            pose.Turn(leg.Upper, Ease.X(_biped ? -0.7f : leg.Knee > 0 ? -0.8f : 0.6f));
            pose.Turn(leg.Lower, Ease.X(_biped ? 1.0f : 0.5f * leg.Knee));
        }
    }

    private void SwingArms(PropPose pose, float cycle, float moving)
    {
        float swing = MathF.Cos(MathF.Tau * cycle) * Ease.Lerp(0.4f, 0.95f, _effort) * moving;
        float bend = Ease.Lerp(0.25f, 1.5f, _effort) * moving;
        pose.Turn(_skeleton.ArmLeft.Upper, Ease.X(swing));
        pose.Turn(_skeleton.ArmRight.Upper, Ease.X(-swing));
        pose.Turn(_skeleton.ArmLeft.Lower, Ease.X(-bend - (0.2f * MathF.Max(0, -swing))));
        pose.Turn(_skeleton.ArmRight.Lower, Ease.X(-bend - (0.2f * MathF.Max(0, swing))));
        pose.Turn(_skeleton.Torso, Ease.Y(-0.12f * MathF.Cos(MathF.Tau * cycle) * moving));
        pose.Turn(_skeleton.Head, Ease.Then(Ease.Y(0.1f * MathF.Cos(MathF.Tau * cycle) * moving), Ease.X(-_effort * 0.12f * moving)));
    }

    private void SwingSpine(PropPose pose, float cycle, float moving, double seconds)
    {
        float nod = MathF.Sin(MathF.Tau * (cycle * (Gallops ? 1 : 2)) + 0.6f) * (Gallops ? 0.16f : 0.06f) * moving;
        pose.Turn(_skeleton.Neck >= 0 ? _skeleton.Neck : _skeleton.Head, Ease.X(nod + (Gallops ? 0.15f * moving : 0)));
        pose.Turn(_skeleton.Tail, Ease.Then(Ease.Y(0.35f * MathF.Sin((float)(seconds * 6) + Chance.At(_seed, 3))), Ease.X(0.25f * _effort * moving * MathF.Sin(MathF.Tau * cycle))));
        pose.Turn(_skeleton.TailTip, Ease.Y(0.3f * MathF.Sin((float)(seconds * 6) - 0.9f)));
        float flap = MathF.Sin(MathF.Tau * cycle * 2) * 0.25f * moving * _effort;
        pose.Turn(_skeleton["ear-left"], Ease.Z(flap));
        pose.Turn(_skeleton["ear-right"], Ease.Z(-flap));
    }
}
