using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>Wings beat and glide by turns.</summary>
/// <param name="skeleton">Joints.</param>
/// <param name="beatsPerSecond">Rate of the wings.</param>
/// <param name="seed">Phase and rhythm of this bird.</param>
/// <param name="glide">0 beats all the time … 0.7 mostly glides.</param>
internal sealed class WingBeat(Skeleton skeleton, float beatsPerSecond, ulong seed, float glide) : Articulation
{
    private readonly int _left = skeleton["wing-left"];
    private readonly int _right = skeleton["wing-right"];
    private readonly int _tipLeft = skeleton["wing-tip-left"];
    private readonly int _tipRight = skeleton["wing-tip-right"];

    public override void Apply(PropPose pose, double seconds)
    {
        float phase = (float)(seconds * beatsPerSecond) + Chance.At(seed, 1);
        float effort = 1 - (glide * Ease.Smooth(-0.2f, 0.4f, Chance.Wander(seed ^ 11, seconds * 0.45)));
        float beat = MathF.Sin(MathF.Tau * phase) * effort;
        float late = MathF.Sin((MathF.Tau * phase) - 1.1f) * effort;
        float angle = (0.72f * beat) + (0.14f * (1 - effort)) + 0.08f;
        pose.Turn(_left, Ease.Z(angle));
        pose.Turn(_right, Ease.Z(-angle));
        pose.Turn(_tipLeft, Ease.Z(0.55f * late));
        pose.Turn(_tipRight, Ease.Z(-0.55f * late));
        pose.Offsets[0] += new Vector3(0, -0.05f * beat * skeleton.Prop.SizeM.Y, 0);
        pose.Turn(skeleton.Head, Ease.X(0.05f * beat));
        foreach (string leg in (ReadOnlySpan<string>)["leg-left", "leg-right", "upper-leg-left", "upper-leg-right", "upper-leg-back-left", "upper-leg-back-right", "upper-leg-front-left", "upper-leg-front-right"])
        {
            pose.Turn(skeleton[leg], Ease.X(1.1f));
        }

        pose.Turn(skeleton.Tail, Ease.Then(Ease.X(0.08f * late), Ease.Y(0.15f * MathF.Sin((float)seconds * 1.7f))));
        pose.Turn(skeleton.TailTip, Ease.Y(0.25f * MathF.Sin(((float)seconds * 1.7f) - 0.9f)));
    }
}

/// <summary>Wings folded along the body.</summary>
internal sealed class WingsFolded(Skeleton skeleton, ulong seed) : Articulation
{
    public override void Apply(PropPose pose, double seconds)
    {
        float flutter = MathF.Max(0, Chance.Noise(seed, seconds * 0.8) - 0.75f) * MathF.Sin((float)seconds * 40);
        pose.Turn(skeleton["wing-left"], Ease.Then(Ease.Y(1.15f), Ease.Z(-0.9f + flutter)));
        pose.Turn(skeleton["wing-right"], Ease.Then(Ease.Y(-1.15f), Ease.Z(0.9f - flutter)));
        pose.Turn(skeleton.Head, Ease.Then(Ease.Y(0.5f * Chance.Wander(seed ^ 2, seconds * 0.7)), Ease.X(0.2f * Chance.Wander(seed ^ 3, seconds * 0.5))));
    }
}

/// <summary>A body that swims: a wave runs down to the tail.</summary>
/// <param name="skeleton">Joints.</param>
/// <param name="beatsPerSecond">Rate of the tail.</param>
/// <param name="seed">Phase of this swimmer.</param>
internal sealed class SwimBeat(Skeleton skeleton, float beatsPerSecond, ulong seed) : Articulation
{
    private readonly int _fluke = skeleton["fluke"];
    private readonly int _tailFin = skeleton["tail-fin"];
    private readonly int[] _arms = [.. skeleton.Starting("arm"), .. skeleton.Starting("tentacle")];

    public override void Apply(PropPose pose, double seconds)
    {
        float phase = MathF.Tau * ((float)(seconds * beatsPerSecond) + Chance.At(seed, 1));
        bool whale = _fluke >= 0;
        Quaternion Bend(float angle) => whale ? Ease.X(angle) : Ease.Y(angle);
        pose.Turn(0, Bend(0.07f * MathF.Sin(phase + 0.9f)));
        pose.Turn(skeleton.Head, Bend(-0.06f * MathF.Sin(phase + 0.4f)));
        pose.Turn(skeleton.Tail, Bend(0.34f * MathF.Sin(phase)));
        pose.Turn(skeleton.TailTip, Bend(0.3f * MathF.Sin(phase - 0.8f)));
        pose.Turn(_tailFin, Bend(0.42f * MathF.Sin(phase - 1.0f)));
        pose.Turn(_fluke, Bend(0.5f * MathF.Sin(phase - 1.0f)));
        float paddle = 0.3f * MathF.Sin(phase * 0.5f);
        pose.Turn(skeleton["fin-left"], Ease.Z(paddle - 0.1f));
        pose.Turn(skeleton["fin-right"], Ease.Z(0.1f - paddle));
        for (int i = 0; i < _arms.Length; i++)
        {
            float own = phase - (i * 0.7f);
            pose.Turn(_arms[i], Ease.Then(Ease.X(0.25f * MathF.Sin(own)), Ease.Z(0.2f * MathF.Cos(own))));
        }
    }
}
