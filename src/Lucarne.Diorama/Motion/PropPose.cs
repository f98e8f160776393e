using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging;

namespace Lucarne.Diorama.Motion;

/// <summary>A prop at one moment: where its root is and how each joint is turned. Reused from frame to frame.</summary>
internal sealed class PropPose
{
    private readonly Prop _prop;
    private readonly Matrix4x4[] _worlds;

    public PropPose(Prop prop)
    {
        _prop = prop;
        int parts = prop.Parts.Length;
        _worlds = new Matrix4x4[parts];
        Joints = new Quaternion[parts];
        Offsets = new Vector3[parts];
        Scales = new Vector3[parts];
    }

    /// <summary>Rotation added to each joint, in its own space.</summary>
    public Quaternion[] Joints { get; }

    /// <summary>Translation added to each joint, in its parent's space, metres of the prop.</summary>
    public Vector3[] Offsets { get; }

    /// <summary>Stretch of each part's mesh and children.</summary>
    public Vector3[] Scales { get; }

    /// <summary>Where the root is.</summary>
    public TrackState Root { get; set; }

    /// <summary>0 idle … 1: engines, jets and exhausts.</summary>
    public float Thrust { get; set; }

    /// <summary>Back to rest.</summary>
    public void Reset(in TrackState root)
    {
        Root = root;
        Thrust = root.Thrust;
        Array.Fill(Joints, Quaternion.Identity);
        Array.Clear(Offsets);
        Array.Fill(Scales, Vector3.One);
    }

    /// <summary>Turns a joint further.</summary>
    public void Turn(int part, Quaternion rotation)
    {
        if (part >= 0)
        {
            Joints[part] = Ease.Then(rotation, Joints[part]);
        }
    }

    /// <summary>Computes the world matrix of every part.</summary>
    public void Solve()
    {
        Matrix4x4 root = Matrix4x4.CreateScale(Root.Scale) * Matrix4x4.CreateFromQuaternion(Root.Rotation) * Matrix4x4.CreateTranslation(Root.Position);
        for (int i = 0; i < _worlds.Length; i++)
        {
            PropPart part = _prop.Parts[i];
            Matrix4x4 local = Matrix4x4.CreateFromQuaternion(part.Rest * Joints[i]);
            if (Scales[i] != Vector3.One)
            {
                local = Matrix4x4.CreateScale(Scales[i]) * local;
            }

            local.Translation = part.Pivot + Offsets[i];
            _worlds[i] = local * (part.Parent < 0 ? root : _worlds[part.Parent]);
        }
    }

    /// <summary>Object to world of a part, after <see cref="Solve"/>.</summary>
    public Matrix4x4 World(int part) => _worlds[part];

    /// <summary>World position of a point of a part, after <see cref="Solve"/>.</summary>
    public Vector3 Point(int part, Vector3 offsetM) => Vector3.Transform(offsetM, _worlds[part]);

    /// <summary>Adds the drawn parts to a frame.</summary>
    public void Draw(List<Instance> instances, uint variation)
    {
        if (Root.Scale.X <= 1e-4f)
        {
            return;
        }

        for (int i = 0; i < _worlds.Length; i++)
        {
            PropPart part = _prop.Parts[i];
            if (part.Mesh is not { } mesh || Scales[i].Y <= 1e-4f)
            {
                continue;
            }

            instances.Add(new Instance { Mesh = mesh, World = _worlds[i], Materials = part.Materials, CastsShadow = part.CastsShadow, Variation = variation });
        }
    }
}

/// <summary>Where the root of a prop is at one moment.</summary>
internal readonly record struct TrackState
{
    public TrackState()
    {
    }

    /// <summary>World position of the prop's origin.</summary>
    public Vector3 Position { get; init; }

    /// <summary>World rotation.</summary>
    public Quaternion Rotation { get; init; } = Quaternion.Identity;

    /// <summary>Size against the true one.</summary>
    public Vector3 Scale { get; init; } = Vector3.One;

    /// <summary>Way run so far over the ground or through the air, metres: wheels and legs follow it.</summary>
    public float DistanceM { get; init; }

    /// <summary>Speed, metres a second.</summary>
    public float SpeedMps { get; init; }

    /// <summary>Rate of turn about Y, radians a second.</summary>
    public float TurnRate { get; init; }

    /// <summary>Height above the support while jumping, metres.</summary>
    public float AirborneM { get; init; }

    /// <summary>0 idle … 1: engines.</summary>
    public float Thrust { get; init; }

    /// <summary>Direction ahead.</summary>
    public Vector3 Forward => Vector3.Transform(Vector3.UnitZ, Rotation);
}
