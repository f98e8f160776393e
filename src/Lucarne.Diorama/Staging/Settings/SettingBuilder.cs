using System.Collections.Immutable;
using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>Gathers what stands in a place.</summary>
internal sealed class SettingBuilder(SettingRequest request)
{
    private readonly List<Instance> _instances = [];
    private readonly List<SetDressing> _dressing = [];
    private readonly List<StageCollider> _colliders = [];
    private readonly List<StagePath> _paths = [];
    private readonly List<StageAnchor> _anchors = [];
    private readonly List<StageLight> _lights = [];
    private readonly List<PropEmitter> _emitters = [];
    private readonly List<CameraHint> _hints = [];

    /// <summary>What is wanted.</summary>
    public SettingRequest Request { get; } = request;

    /// <summary>Instances so far.</summary>
    public ImmutableArray<Instance> Instances => [.. _instances];

    /// <summary>Props so far that belong to the place.</summary>
    public ImmutableArray<SetDressing> Dressing => [.. _dressing];

    /// <summary>Colliders so far.</summary>
    public ImmutableArray<StageCollider> Colliders => [.. _colliders];

    /// <summary>Paths so far.</summary>
    public ImmutableArray<StagePath> Paths => [.. _paths];

    /// <summary>Anchors so far.</summary>
    public ImmutableArray<StageAnchor> Anchors => [.. _anchors];

    /// <summary>Lamps so far.</summary>
    public ImmutableArray<StageLight> Lights => [.. _lights];

    /// <summary>Sources of particles so far.</summary>
    public ImmutableArray<PropEmitter> Emitters => [.. _emitters];

    /// <summary>Views so far.</summary>
    public ImmutableArray<CameraHint> CameraHints => [.. _hints];

    /// <summary>Puts a form of one material into the world.</summary>
    public void Add(Form form, Material material, bool castsShadow = true, uint variation = 0) => AddMesh(form.ToMesh(), [material], Matrix4x4.Identity, castsShadow, variation);

    /// <summary>Puts a form of several materials, by slot, into the world.</summary>
    public void Add(Form form, Material[] materials, bool castsShadow = true) => AddMesh(form.ToMesh(), materials, Matrix4x4.Identity, castsShadow, 0);

    /// <summary>Puts one mesh at many places.</summary>
    public void AddMany(Form form, Material[] materials, IEnumerable<Matrix4x4> worlds, bool castsShadow = true)
    {
        Mesh mesh = form.ToMesh();
        uint variation = 1;
        foreach (Matrix4x4 world in worlds)
        {
            AddMesh(mesh, materials, world, castsShadow, variation++);
        }
    }

    /// <summary>Sets a prop in place for good; its lamps and, if asked, its solid shape come with it.</summary>
    public void Place(Prop prop, Vector3 position, float yawDegrees = 0, float scale = 1, bool solid = false, bool lights = true, uint variation = 0)
    {
        float yaw = float.DegreesToRadians(yawDegrees);
        Matrix4x4 root = Matrix4x4.CreateScale(scale) * Matrix4x4.CreateRotationY(yaw) * Matrix4x4.CreateTranslation(position);
        var worlds = new Matrix4x4[prop.Parts.Length];
        for (int i = 0; i < worlds.Length; i++)
        {
            PropPart part = prop.Parts[i];
            worlds[i] = Matrix4x4.CreateFromQuaternion(part.Rest) * Matrix4x4.CreateTranslation(part.Pivot) * (part.Parent < 0 ? root : worlds[part.Parent]);
            if (part.Mesh is not null)
            {
                AddMesh(part.Mesh, part.Materials, worlds[i], part.CastsShadow, variation);
            }
        }

        foreach (PropLight light in lights ? prop.Lights : [])
        {
            Light(Vector3.Transform(light.OffsetM, worlds[light.Part]), light.Colour * scale * scale, light.RangeM * scale, light.OnlyInTheDark, light.Flicker);
        }

        foreach (PropEmitter emitter in prop.Emitters)
        {
            if (emitter.Always)
            {
                _emitters.Add(emitter with { Part = 0, OffsetM = Vector3.Transform(emitter.OffsetM, worlds[emitter.Part]), SizeM = emitter.SizeM * scale });
            }
        }

        if (solid)
        {
            Solid(prop.Collision, Vector3.Transform(prop.RestOffsetM, root), prop.Substance, Quaternion.CreateFromAxisAngle(Vector3.UnitY, yaw), scale);
        }
    }

    /// <summary>Leaves a prop in place that lives by its rig.</summary>
    public void Dress(Prop prop, Vector3 position, float yawDegrees = 0, float scale = 1) =>
        _dressing.Add(new SetDressing(prop, position, float.DegreesToRadians(yawDegrees), scale));

    /// <summary>Adds a solid box by its full sizes, turned about Y.</summary>
    public void SolidBox(Vector3 centre, Vector3 size, Substance substance, float yawDegrees = 0) =>
        _colliders.Add(new StageCollider(new CollisionShape.Box(size / 2), centre, Quaternion.CreateFromAxisAngle(Vector3.UnitY, float.DegreesToRadians(yawDegrees)), substance));

    /// <summary>Adds a solid shape.</summary>
    public void Solid(CollisionShape shape, Vector3 centre, Substance substance, Quaternion rotation, float scale = 1)
    {
        CollisionShape sized = scale == 1 ? shape : shape switch
        {
            CollisionShape.Sphere s => new CollisionShape.Sphere(s.RadiusM * scale),
            CollisionShape.Box box => new CollisionShape.Box(box.HalfExtentsM * scale),
            CollisionShape.Cylinder c => new CollisionShape.Cylinder(c.RadiusM * scale, c.HeightM * scale),
            CollisionShape.Capsule c => new CollisionShape.Capsule(c.RadiusM * scale, c.HeightM * scale),
            _ => shape,
        };
        _colliders.Add(new StageCollider(sized, centre, rotation, substance));
    }

    /// <summary>Adds a way.</summary>
    public void Path(string name, float widthM, ReadOnlySpan<Vector3> points, bool closed = false) => _paths.Add(new StagePath(name, [.. points], widthM, closed));

    /// <summary>Adds a place to stand.</summary>
    public void Anchor(string name, Vector3 position, float halfWidth = 0, float halfDepth = 0, float yawDegrees = 0) =>
        _anchors.Add(new StageAnchor(name, position, float.DegreesToRadians(yawDegrees), new Vector2(halfWidth, halfDepth)));

    /// <summary>Adds a lamp.</summary>
    public void Light(Vector3 position, Vector3 colour, float rangeM, bool onlyInTheDark = true, float flicker = 0) =>
        _lights.Add(new StageLight(new PointLight(position, colour, rangeM), onlyInTheDark, flicker));

    /// <summary>Adds a source of particles in the world.</summary>
    public void Emit(EmitterKind kind, Vector3 position, float strength, float sizeM) => _emitters.Add(new PropEmitter(kind, 0, position, strength, sizeM));

    /// <summary>Adds a view.</summary>
    public void Hint(Vector3 position, Vector3 target, float fieldOfViewDegrees = 40f) => _hints.Add(new CameraHint(position, target, fieldOfViewDegrees));

    private void AddMesh(Mesh mesh, Material[] materials, Matrix4x4 world, bool castsShadow, uint variation) =>
        _instances.Add(new Instance { Mesh = mesh, Materials = materials, World = world, CastsShadow = castsShadow, Variation = variation });
}
