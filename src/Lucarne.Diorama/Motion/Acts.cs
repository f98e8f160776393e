using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>What a body does without going anywhere.</summary>
internal enum Act
{
    Idle, Dance, Wave, Bow, Cheer, Talk, Sit, Sleep, Fight, Toss, Play, LookAround, Ride, Balance, CastSpell, Hold, Eat, Spin, FlyKite, Steer,
}

/// <summary>Plays one <see cref="Act"/> on a biped, a quadruped or anything with a head.</summary>
/// <param name="skeleton">Joints.</param>
/// <param name="act">What is played.</param>
/// <param name="seed">Rhythm and differences of this one.</param>
/// <param name="rate">1 usual, 0.5 slowly, 2 fast.</param>
internal sealed class Acting(Skeleton skeleton, Act act, ulong seed, float rate) : Articulation
{
    private readonly float _phase = Chance.At(seed, 21);
    private readonly bool _biped = skeleton.ArmLeft.Upper >= 0 || skeleton.Prop.Rig == Staging.Rig.Biped;

    /// <summary>Moments between which somebody speaks; empty for always, when the act is <see cref="Act.Talk"/>.</summary>
    public (double From, double To)[] Spoken { get; init; } = [];

    public override void Apply(PropPose pose, double seconds)
    {
        float t = (float)seconds * rate;
        Breathe(pose, seconds);
        switch (act)
        {
            case Act.Dance: Dance(pose, t); break;
            case Act.Wave: WaveHand(pose, t); break;
            case Act.Bow: Bow(pose, t); break;
            case Act.Cheer: Cheer(pose, t); break;
            case Act.Talk: Talk(pose, seconds); break;
            case Act.Sit: Sit(pose); break;
            case Act.Sleep: Sleep(pose, seconds); break;
            case Act.Fight: Fight(pose, t); break;
            case Act.Toss: Toss(pose, t); break;
            case Act.Play: Play(pose, t); break;
            case Act.LookAround: LookAround(pose, seconds); break;
            case Act.Ride: Ride(pose, seconds); break;
            case Act.Balance: Balance(pose, t); break;
            case Act.CastSpell: CastSpell(pose, t); break;
            case Act.Hold: Arms(pose, -1.15f, 0.12f, -0.5f); break;
            case Act.Eat: Eat(pose, t); break;
            case Act.Spin: Spin(pose, t); break;
            case Act.FlyKite: FlyKite(pose, t); break;
            case Act.Steer: Arms(pose, -1.1f, 0.1f, -0.35f); break;
            default: LookAround(pose, seconds); break;
        }
    }

    private void Breathe(PropPose pose, double seconds)
    {
        float breath = MathF.Sin(MathF.Tau * ((float)(seconds * 0.28) + _phase));
        pose.Turn(skeleton.Torso, Ease.X(0.012f * breath));
        int chest = skeleton.Torso >= 0 ? skeleton.Torso : -1;
        if (chest >= 0)
        {
            pose.Scales[chest] *= new Vector3(1, 1, 1 + (0.012f * breath));
        }
    }

    private void Arms(PropPose pose, float forward, float outward, float elbow)
    {
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Then(Ease.X(forward), Ease.Z(outward)));
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(forward), Ease.Z(-outward)));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.X(elbow));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X(elbow));
    }

    private void Crouch(PropPose pose, float depthM, float side = 0)
    {
        pose.Offsets[0] += new Vector3(side, -depthM, 0);
        foreach (Leg leg in skeleton.Legs)
        {
            leg.Reach(pose, 0, -(leg.HipM - leg.FootM) + depthM, 0);
        }
    }

    private void LookAround(PropPose pose, double seconds)
    {
        float yaw = 0.45f * Chance.Wander(seed ^ 6, seconds * 0.35), pitch = 0.12f * Chance.Wander(seed ^ 7, seconds * 0.4);
        pose.Turn(skeleton.Head, Ease.Then(Ease.X(pitch), Ease.Y(yaw)));
        pose.Turn(skeleton.Torso, Ease.Y(yaw * 0.15f));
        pose.Turn(skeleton.Tail, Ease.Y(0.3f * MathF.Sin((float)seconds * 2.2f)));
        pose.Turn(skeleton.TailTip, Ease.Y(0.3f * MathF.Sin(((float)seconds * 2.2f) - 0.9f)));
        if (_biped)
        {
            Arms(pose, 0.06f * Chance.Wander(seed ^ 9, seconds * 0.3), 0.1f, -0.18f);
            pose.Offsets[0] += new Vector3(0.01f * skeleton.LegLengthM * Chance.Wander(seed ^ 10, seconds * 0.3), 0, 0);
        }
    }

    private void Dance(PropPose pose, float t)
    {
        float beat = (t * 1.9f) + (_phase * 0.1f);
        float bar = beat / 8;
        int move = (int)(Chance.At(seed ^ 77, (long)MathF.Floor(bar)) * 4);
        float bounce = MathF.Abs(MathF.Sin(MathF.PI * beat));
        float side = MathF.Sin(MathF.PI * beat);
        float leg = skeleton.LegLengthM;
        pose.Turn(0, Ease.Y(0.35f * MathF.Sin(MathF.PI * beat / 4)));
        if (!_biped)
        {
            pose.Offsets[0] += new Vector3(0, bounce * leg * 0.14f, 0);
            pose.Turn(0, Ease.Z(0.12f * side));
            pose.Turn(skeleton.Head, Ease.Z(0.25f * side));
            return;
        }

        Crouch(pose, leg * (0.04f + (0.13f * (1 - bounce))), 0.08f * leg * side);
        pose.Turn(skeleton.Torso, Ease.Then(Ease.Z(0.16f * side), Ease.Y(0.25f * MathF.Sin(MathF.PI * beat / 2))));
        pose.Turn(skeleton.Head, Ease.Then(Ease.Z(-0.18f * side), Ease.X(0.16f * bounce)));
        (float left, float right, float elbow) = move switch
        {
            0 => (2.2f + (0.5f * side), 2.2f - (0.5f * side), -0.5f),
            1 => (1.5f + (1.1f * side), 1.5f - (1.1f * side), -0.3f),
            2 => (0.6f, 2.7f + (0.25f * bounce), -1.2f),
            _ => (1.1f + (0.3f * bounce), 1.1f + (0.3f * bounce), -1.9f),
        };
        float forward = move == 3 ? -0.9f : -0.2f * side;
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Then(Ease.X(forward), Ease.Z(left)));
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(forward), Ease.Z(-right)));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.X(elbow * (0.7f + (0.3f * bounce))));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X(elbow * (1 - (0.3f * bounce))));
    }

    private void WaveHand(PropPose pose, float t)
    {
        float up = Ease.Smooth(0.3f, 1.0f, t);
        float beat = MathF.Sin(t * 7.5f);
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(-0.25f * up), Ease.Z(-2.35f * up)));
        pose.Turn(skeleton.ArmRight.Lower, Ease.Z((-0.35f - (0.4f * beat)) * up));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Z(0.12f));
        pose.Turn(skeleton.Head, Ease.Then(Ease.Z(-0.1f * up), Ease.Y(0.12f * MathF.Sin(t * 0.9f))));
        pose.Turn(skeleton.Torso, Ease.Z(0.05f * up * beat));
        if (!_biped)
        {
            pose.Turn(skeleton["upper-leg-front-right"], Ease.X(-1.2f * up));
            pose.Turn(skeleton["lower-leg-front-right"], Ease.X(0.5f * up * beat));
        }
    }

    private void Bow(PropPose pose, float t)
    {
        float cycle = t % 5.5f;
        float bend = Ease.Window(0.5f, 1.2f, 1.9f, 2.8f, cycle);
        pose.Turn(skeleton.Torso, Ease.X(0.75f * bend));
        pose.Turn(skeleton.Head, Ease.X(0.3f * bend));
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(-0.9f * bend), Ease.Z(0.35f * bend)));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X(-1.5f * bend));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Z(0.5f * bend));
        float wave = Ease.Window(3.0f, 3.5f, 5.0f, 5.4f, cycle);
        pose.Turn(skeleton.ArmRight.Upper, Ease.Z(-2.3f * wave));
        pose.Turn(skeleton.ArmRight.Lower, Ease.Z((-0.35f - (0.4f * MathF.Sin(t * 8))) * wave));
    }

    private void Cheer(PropPose pose, float t)
    {
        float own = (t * (1.5f + (0.5f * _phase))) + (_phase * 7);
        float jump = MathF.Max(0, MathF.Sin(MathF.Tau * own * 0.7f));
        float excited = 0.5f + (0.5f * Chance.Wander(seed ^ 4, t * 0.4));
        pose.Offsets[0] += new Vector3(0, jump * jump * 0.22f * skeleton.LegLengthM * excited, 0);
        float raise = 2.3f + (0.45f * MathF.Sin(MathF.Tau * own));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Z(raise));
        pose.Turn(skeleton.ArmRight.Upper, Ease.Z(-raise + (0.4f * MathF.Sin(own * 5))));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.Z(0.3f * MathF.Sin(MathF.Tau * own)));
        pose.Turn(skeleton.Torso, Ease.Y(0.2f * MathF.Sin(own * 3)));
        pose.Turn(skeleton.Head, Ease.X(-0.15f - (0.1f * jump)));
    }

    private void Talk(PropPose pose, double seconds)
    {
        float speaking = 0;
        foreach ((double from, double to) in Spoken)
        {
            speaking = MathF.Max(speaking, Ease.Window((float)from - 0.15f, (float)from + 0.1f, (float)to - 0.1f, (float)to + 0.25f, (float)seconds));
        }

        LookAround(pose, seconds * 0.6);
        float syllable = MathF.Max(0, MathF.Sin((float)seconds * 24 * (0.9f + (0.2f * _phase)))) * (0.55f + (0.45f * Chance.Noise(seed ^ 5, seconds * 6)));
        pose.Turn(skeleton.Jaw, Ease.X(0.38f * syllable * speaking));
        pose.Turn(skeleton.Head, Ease.Then(Ease.X(((0.1f * Chance.Wander(seed ^ 6, seconds * 2.6)) + (0.05f * syllable)) * speaking), Ease.Z(0.07f * Chance.Wander(seed ^ 8, seconds * 1.3) * speaking)));
        float gesture = MathF.Max(0, Chance.Wander(seed ^ 12, seconds * 0.9) + 0.35f) * speaking;
        float other = MathF.Max(0, Chance.Wander(seed ^ 13, seconds * 0.8) + 0.1f) * speaking;
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(-0.75f * gesture), Ease.Z(-0.25f * gesture)));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X(-1.25f * gesture));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Then(Ease.X(-0.6f * other), Ease.Z(0.2f * other)));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.X(-1.2f * other));
    }

    private void Sit(PropPose pose)
    {
        if (_biped)
        {
            float thigh = skeleton.Legs.Length > 0 ? skeleton.Legs[0].LengthM - skeleton.Legs[0].UpperM : 0;
            pose.Offsets[0] += new Vector3(0, -(skeleton.LegLengthM - thigh) * 0.95f, 0);
            foreach (Leg leg in skeleton.Legs)
            {
                pose.Turn(leg.Upper, Ease.X(-1.5f));
                pose.Turn(leg.Lower, Ease.X(1.45f));
            }

            Arms(pose, -0.55f, 0.08f, -0.7f);
            return;
        }

        SitOnHaunches(pose);
    }

    private void SitOnHaunches(PropPose pose)
    {
        pose.Turn(0, Ease.X(-0.55f));
        pose.Offsets[0] += new Vector3(0, -0.12f * skeleton.LegLengthM, 0);
        foreach (Leg leg in skeleton.Legs)
        {
            if (leg.Knee < 0)
            {
                pose.Turn(leg.Upper, Ease.X(-0.75f));
                pose.Turn(leg.Lower, Ease.X(0.3f));
            }
            else
            {
                pose.Turn(leg.Upper, Ease.X(0.55f));
            }
        }

        pose.Turn(skeleton.Neck >= 0 ? skeleton.Neck : skeleton.Head, Ease.X(0.4f));
    }

    private void Sleep(PropPose pose, double seconds)
    {
        float breath = MathF.Sin(MathF.Tau * (float)(seconds * 0.22));
        if (_biped && skeleton.Prop.Rig == Staging.Rig.Biped)
        {
            pose.Turn(0, Ease.X(-1.45f));
            pose.Offsets[0] += new Vector3(0, -skeleton.LegLengthM * 0.86f, 0);
            pose.Scales[0] *= new Vector3(1, 1, 1 + (0.02f * breath));
            return;
        }

        pose.Offsets[0] += new Vector3(0, -skeleton.BellyM * 0.97f, 0);
        pose.Scales[0] *= new Vector3(1 + (0.018f * breath), 1 + (0.03f * breath), 1);
        foreach (Leg each in skeleton.Legs)
        {
            pose.Turn(each.Upper, Ease.X(each.Knee > 0 ? -1.35f : -1.1f));
            pose.Turn(each.Lower, Ease.X(each.Knee > 0 ? -0.15f : 0.9f));
        }

        int bend = skeleton.Neck >= 0 ? skeleton.Neck : skeleton.Head;
        pose.Turn(bend, Ease.Then(Ease.X(0.62f + (0.02f * breath)), Ease.Y(0.7f)));
        if (skeleton.Neck >= 0)
        {
            pose.Turn(skeleton.Head, Ease.X(0.15f));
        }

        pose.Turn(skeleton.Tail, Ease.Then(Ease.X(0.25f), Ease.Y(-1.25f)));
        pose.Turn(skeleton.TailTip, Ease.Y(-0.8f + (0.04f * breath)));
        float twitch = MathF.Max(0, Chance.Noise(seed ^ 3, seconds * 0.9) - 0.7f) * MathF.Sin((float)seconds * 30);
        pose.Turn(skeleton["ear-left"], Ease.Z(twitch));
    }

    private void Fight(PropPose pose, float t)
    {
        float cycle = (t * 0.8f) + _phase;
        float strike = Ease.Window(0.35f, 0.5f, 0.55f, 0.9f, cycle - MathF.Floor(cycle));
        float ready = Ease.Window(0.05f, 0.32f, 0.38f, 0.5f, cycle - MathF.Floor(cycle));
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X((-2.5f * ready) - (1.1f * strike) - 0.3f), Ease.Z(-0.2f)));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X((-1.0f * ready) - 0.25f));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.X(-0.9f));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.X(-1.1f));
        pose.Turn(skeleton.Torso, Ease.Then(Ease.X((0.28f * strike) - (0.12f * ready)), Ease.Y((0.4f * ready) - (0.3f * strike))));
        pose.Offsets[0] += new Vector3(0, -0.06f * skeleton.LegLengthM * strike, 0.22f * skeleton.LegLengthM * (strike - (0.5f * ready)));
        if (!_biped)
        {
            pose.Scales[0] *= new Vector3(1 + (0.12f * ready), 1 - (0.16f * ready) + (0.1f * strike), 1 + (0.12f * ready));
        }
    }

    private void Toss(PropPose pose, float t)
    {
        float cycle = (t / 2.4f) - MathF.Floor(t / 2.4f);
        float flick = Ease.Window(0.1f, 0.22f, 0.25f, 0.42f, cycle);
        float follow = Ease.Window(0.3f, 0.45f, 0.7f, 0.9f, cycle);
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(-0.75f - (0.6f * flick)), Ease.Z(-0.12f)));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X(-0.8f + (0.2f * flick)));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Then(Ease.X(-0.3f - (0.3f * flick)), Ease.Z(0.3f)));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.X(-0.7f));
        pose.Turn(skeleton.Head, Ease.X(0.1f - (0.45f * follow)));
        Crouch(pose, skeleton.LegLengthM * 0.05f * (1 - flick));
    }

    private void Play(PropPose pose, float t)
    {
        if (!_biped)
        {
            float hop = MathF.Abs(MathF.Sin(t * 4.4f));
            pose.Offsets[0] += new Vector3(0, hop * 0.16f * skeleton.LegLengthM, 0);
            pose.Turn(0, Ease.X(0.18f * MathF.Sin(t * 4.4f)));
            pose.Turn(skeleton.Tail, Ease.Y(0.6f * MathF.Sin(t * 11)));
            pose.Turn(skeleton.Head, Ease.Then(Ease.Z(0.2f * MathF.Sin(t * 2)), Ease.X(-0.1f)));
            return;
        }

        float cycle = ((t / 3.6f) + _phase) % 1f;
        float reach = Ease.Window(0.2f, 0.36f, 0.46f, 0.62f, cycle);
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(-0.55f - (0.6f * reach)), Ease.Z(0.15f * reach)));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X(-1.0f + (0.75f * reach)));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.X(-0.6f));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.X(-1.2f));
        pose.Turn(skeleton.Torso, Ease.X(0.06f + (0.1f * reach)));
        pose.Turn(skeleton.Head, Ease.Then(Ease.X(0.28f), Ease.Y(0.12f * MathF.Sin(t * 0.8f))));
    }

    private void Ride(PropPose pose, double seconds)
    {
        float pedal = pose.Root.DistanceM / MathF.Max(0.75f * pose.Root.Scale.X, 0.01f);
        for (int i = 0; i < skeleton.Legs.Length; i++)
        {
            float turn = pedal + (i * MathF.PI);
            float reach = skeleton.Legs[i].UpperM + skeleton.Legs[i].LowerM;
            skeleton.Legs[i].Reach(pose, reach * (0.28f + (0.17f * MathF.Sin(turn))), reach * (-0.74f + (0.17f * MathF.Cos(turn))), 0.1f);
        }

        pose.Turn(skeleton.Torso, Ease.X(0.22f));
        pose.Turn(skeleton.Head, Ease.Then(Ease.X(-0.15f), Ease.Y(0.25f * Chance.Wander(seed, seconds * 0.4))));
        Arms(pose, -1.05f, 0.1f, -0.25f);
    }

    private void Balance(PropPose pose, float t)
    {
        float tip = 0.09f * Chance.Wander(seed ^ 3, t * 1.1);
        pose.Turn(0, Ease.Z(tip));
        pose.Turn(skeleton.Head, Ease.Z(-tip));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Z(1.4f + (tip * 3)));
        pose.Turn(skeleton.ArmRight.Upper, Ease.Z(-1.4f + (tip * 3)));
        pose.Turn(skeleton["trunk"], Ease.X(-0.7f + (0.2f * MathF.Sin(t * 2))));
        pose.Turn(skeleton["ear-left"], Ease.Y(0.3f * MathF.Sin(t * 3)));
        pose.Turn(skeleton["ear-right"], Ease.Y(-0.3f * MathF.Sin(t * 3)));
        if (!_biped)
        {
            for (int i = 0; i < skeleton.Legs.Length; i++)
            {
                Leg leg = skeleton.Legs[i];
                float gather = leg.Knee > 0 ? -0.35f : 0.35f;
                float step = 0.06f * MathF.Max(0, MathF.Sin((t * 5) + (i * MathF.PI / 2)));
                leg.Reach(pose, gather * leg.LengthM, (-(leg.HipM - leg.FootM) * 0.95f) + (step * leg.LengthM), 0);
            }
        }
    }

    private void CastSpell(PropPose pose, float t)
    {
        float raise = Ease.Smooth(0.5f, 1.6f, t);
        float surge = raise * (0.5f + (0.5f * MathF.Sin(t * 2.1f)));
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(-2.2f * raise), Ease.Z(-0.35f * raise)));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X(-0.3f + (0.15f * surge)));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Then(Ease.X(-0.7f * raise), Ease.Z(0.8f * raise)));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.X(-0.6f * raise));
        pose.Turn(skeleton.Torso, Ease.X(-0.1f * surge));
        pose.Turn(skeleton.Head, Ease.X(-0.22f * raise));
    }

    private void Eat(PropPose pose, float t)
    {
        float chew = MathF.Sin(t * 9);
        float dip = Ease.Window(0.1f, 0.3f, 0.7f, 0.9f, ((t / 4) + _phase) % 1f);
        pose.Turn(skeleton.Neck >= 0 ? skeleton.Neck : skeleton.Head, Ease.X((_biped ? 0.2f : 0.95f) * dip));
        pose.Turn(skeleton.Jaw, Ease.X(0.12f + (0.12f * chew)));
        if (_biped)
        {
            pose.Turn(skeleton.ArmRight.Upper, Ease.X(-0.6f - (0.5f * dip)));
            pose.Turn(skeleton.ArmRight.Lower, Ease.X(-1.2f - (0.8f * dip)));
        }
    }

    private void Spin(PropPose pose, float t)
    {
        float tight = Ease.Smooth(0.6f, 2.2f, t) * (0.75f + (0.25f * MathF.Sin(t * 1.3f)));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.Then(Ease.X(-0.3f * tight), Ease.Z(Ease.Lerp(1.4f, 2.9f, tight))));
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(-0.3f * tight), Ease.Z(-Ease.Lerp(1.4f, 2.9f, tight))));
        pose.Turn(skeleton.Torso, Ease.X(-0.06f));
        if (skeleton.Legs.Length > 1)
        {
            pose.Turn(skeleton.Legs[1].Upper, Ease.Then(Ease.X(-0.5f), Ease.Z(-0.2f)));
            pose.Turn(skeleton.Legs[1].Lower, Ease.X(1.3f));
        }
    }

    private void FlyKite(PropPose pose, float t)
    {
        float pull = Chance.Wander(seed ^ 2, t * 0.8);
        pose.Turn(skeleton.ArmRight.Upper, Ease.Then(Ease.X(-2.0f + (0.25f * pull)), Ease.Z(-0.15f)));
        pose.Turn(skeleton.ArmRight.Lower, Ease.X(-0.4f - (0.3f * pull)));
        pose.Turn(skeleton.ArmLeft.Upper, Ease.X(-1.2f));
        pose.Turn(skeleton.ArmLeft.Lower, Ease.X(-0.9f + (0.3f * pull)));
        pose.Turn(skeleton.Head, Ease.X(-0.45f));
        pose.Turn(skeleton.Torso, Ease.X(-0.1f + (0.06f * pull)));
    }
}
