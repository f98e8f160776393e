using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging;

namespace Lucarne.Diorama.Motion;

/// <summary>The joints of a prop by name, and the measures that gaits need. Made once a prop.</summary>
internal sealed class Skeleton
{
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);

    public Skeleton(Prop prop)
    {
        Prop = prop;
        for (int i = 0; i < prop.Parts.Length; i++)
        {
            _parts.TryAdd(prop.Parts[i].Name, i);
        }

        Root = 0;
        Torso = this["torso"];
        Neck = this["neck"];
        Head = this["head"];
        Jaw = this["jaw"];
        Tail = this["tail"];
        TailTip = this["tail-tip"];
        ArmLeft = new Limb(this["upper-arm-left"], this["lower-arm-left"], this["hand-left"]);
        ArmRight = new Limb(this["upper-arm-right"], this["lower-arm-right"], this["hand-right"]);
        Legs = prop.Rig == Rig.Quadruped
            ? [MakeLeg("back-left", 0, -1), MakeLeg("front-left", 0.25f, 1), MakeLeg("back-right", 0.5f, -1), MakeLeg("front-right", 0.75f, 1)]
            : [MakeLeg("left", 0, 1), MakeLeg("right", 0.5f, 1)];
        Legs = [.. Legs.Where(leg => leg.Upper >= 0 && leg.LengthM > 1e-3f)];
        LegLengthM = Legs.Length == 0 ? MathF.Max(prop.SizeM.Y * 0.4f, 0.02f) : Legs.Max(leg => leg.LengthM);
    }

    /// <summary>The prop measured.</summary>
    public Prop Prop { get; }

    public int Root { get; }

    public int Torso { get; }

    public int Neck { get; }

    public int Head { get; }

    public int Jaw { get; }

    public int Tail { get; }

    public int TailTip { get; }

    public Limb ArmLeft { get; }

    public Limb ArmRight { get; }

    /// <summary>Legs: back left, front left, back right, front right; or left, right.</summary>
    public Leg[] Legs { get; }

    /// <summary>Hip to sole of the longest leg.</summary>
    public float LegLengthM { get; }

    /// <summary>From the ground to the underside of the root's own mesh: how far the body can lie down.</summary>
    public float BellyM => MathF.Max(0, Prop.Parts[0].Pivot.Y + (Prop.Parts[0].Mesh?.Bounds.Min.Y ?? 0));

    /// <summary>Index of a part by name; −1 where the prop has none.</summary>
    public int this[string name] => _parts.TryGetValue(name, out int index) ? index : -1;

    /// <summary>Parts whose name starts with a word.</summary>
    public int[] Starting(string word) => [.. Enumerable.Range(0, Prop.Parts.Length).Where(i => Prop.Parts[i].Name.StartsWith(word, StringComparison.Ordinal))];

    private Leg MakeLeg(string side, float phase, int knee)
    {
        int upper = this[$"upper-leg-{side}"];
        if (upper < 0)
        {
            upper = this[$"leg-{side}"];
        }

        if (upper < 0)
        {
            return new Leg(-1, -1, -1, 0, 0, 0, phase, knee, 0);
        }

        int lower = this[$"lower-leg-{side}"], foot = this[$"foot-{side}"];
        float upperM = lower >= 0 ? Prop.Parts[lower].Pivot.Length() : BelowM(upper);
        float lowerM = 0, footM = 0;
        if (lower >= 0)
        {
            lowerM = foot >= 0 ? Prop.Parts[foot].Pivot.Length() : BelowM(lower);
            footM = foot >= 0 ? BelowM(foot) : 0;
        }

        return new Leg(upper, lower, foot, upperM, lowerM, footM, phase, knee, HipHeight(upper));
    }

    private float HipHeight(int part)
    {
        float height = 0;
        for (int i = part; i >= 0; i = Prop.Parts[i].Parent)
        {
            height += Prop.Parts[i].Pivot.Y;
        }

        return height;
    }

    private float BelowM(int part) => Prop.Parts[part].Mesh is { } mesh ? MathF.Max(0, -mesh.Bounds.Min.Y) : 0;
}

/// <summary>An arm: shoulder, elbow and wrist; −1 where missing.</summary>
internal readonly record struct Limb(int Upper, int Lower, int Hand);

/// <summary>A leg: joints, lengths, place in the gait and the way its knee points (1 ahead, −1 back).</summary>
internal readonly record struct Leg(int Upper, int Lower, int Foot, float UpperM, float LowerM, float FootM, float Phase, int Knee, float HipM)
{
    /// <summary>Hip to sole, stretched.</summary>
    public float LengthM => UpperM + LowerM + FootM;

    /// <summary>Bends the leg so that the ankle comes to a point given from the hip: ahead and up (negative is below), metres.</summary>
    public void Reach(PropPose pose, float aheadM, float upM, float footPitch)
    {
        if (Lower < 0 || LowerM <= 0)
        {
            pose.Turn(Upper, Ease.X(-MathF.Atan2(aheadM, -upM)));
            return;
        }

        float far = UpperM + LowerM;
        float distance = Math.Clamp(MathF.Sqrt((aheadM * aheadM) + (upM * upM)), MathF.Abs(UpperM - LowerM) + (0.02f * far), far * 0.999f);
        float direction = MathF.Atan2(aheadM, -upM);
        float atHip = MathF.Acos(Math.Clamp(((UpperM * UpperM) + (distance * distance) - (LowerM * LowerM)) / (2 * UpperM * distance), -1, 1));
        float atKnee = MathF.PI - MathF.Acos(Math.Clamp(((UpperM * UpperM) + (LowerM * LowerM) - (distance * distance)) / (2 * UpperM * LowerM), -1, 1));
        float thigh = direction + (Knee * atHip), shin = -Knee * atKnee;
        pose.Turn(Upper, Ease.X(-thigh));
        pose.Turn(Lower, Ease.X(-shin));
        pose.Turn(Foot, Ease.X(thigh + shin + footPitch));
    }
}
