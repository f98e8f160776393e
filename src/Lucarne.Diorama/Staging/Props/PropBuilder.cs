using System.Collections.Immutable;
using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Gathers the parts of a prop at its usual size; <see cref="Build"/> applies the size that the prompt asks for.</summary>
internal sealed class PropBuilder(PropRequest request)
{
    private readonly List<Material> _materials = [];
    private readonly List<(string Name, Form? Form, int Parent, Vector3 Pivot, Quaternion Turn, float RadiusM, bool CastsShadow)> _parts = [];
    private readonly List<PropLight> _lights = [];
    private readonly List<PropEmitter> _emitters = [];
    private readonly List<PropAnchor> _anchors = [];

    /// <summary>What is wanted.</summary>
    public PropRequest Request { get; } = request;

    /// <summary>Gives a form a material.</summary>
    public Form Paint(Form form, Material material) => form.Slot(SlotOf(material));

    /// <summary>Slot of a material in the prop's palette, for forms that carry several.</summary>
    public int SlotOf(Material material)
    {
        int slot = _materials.IndexOf(material);
        if (slot < 0)
        {
            slot = _materials.Count;
            _materials.Add(material);
        }

        return slot;
    }

    /// <summary>Adds a part.</summary>
    /// <param name="name">Name that the rig looks for.</param>
    /// <param name="form">Shape in the part's own space; null for a bare joint.</param>
    /// <param name="parent">Index of the parent; -1 for the root.</param>
    /// <param name="pivot">Joint in the parent's space.</param>
    /// <param name="radiusM">Radius of a wheel or rotor.</param>
    /// <param name="castsShadow">False for flames and glows.</param>
    /// <param name="rest">Rotation at rest.</param>
    /// <returns>Its index.</returns>
    public int Part(string name, Form? form, int parent = -1, Vector3 pivot = default, float radiusM = 0, bool castsShadow = true, Quaternion? rest = null)
    {
        _parts.Add((name, form, parent, pivot, rest ?? Quaternion.Identity, radiusM, castsShadow));
        return _parts.Count - 1;
    }

    /// <summary>Adds a part and its mirror image in X: <paramref name="name"/> with <c>left</c> (+X) and <c>right</c>.</summary>
    public (int Left, int Right) Pair(string name, Form? form, int parentLeft, int parentRight, Vector3 pivot, Quaternion? rest = null)
    {
        Quaternion turn = rest ?? Quaternion.Identity;
        int left = Part(name + "-left", form, parentLeft, pivot, rest: turn);
        int right = Part(name + "-right", form?.MirrorX(), parentRight, new Vector3(-pivot.X, pivot.Y, pivot.Z), rest: new Quaternion(turn.X, -turn.Y, -turn.Z, turn.W));
        return (left, right);
    }

    /// <summary>Scales the shapes of some parts about their joints; their children's joints stay.</summary>
    public void ScaleForms(ReadOnlySpan<string> names, float factor)
    {
        for (int i = 0; i < _parts.Count && factor != 1; i++)
        {
            if (names.Contains(_parts[i].Name))
            {
                _parts[i] = _parts[i] with { Form = _parts[i].Form?.Scale(factor) };
            }
        }
    }

    /// <summary>Adds a lamp.</summary>
    public void Light(int part, Vector3 offset, Vector3 colour, float rangeM, float flicker = 0, bool onlyInTheDark = false) =>
        _lights.Add(new PropLight(part, offset, colour, rangeM, flicker, onlyInTheDark));

    /// <summary>Adds a source of particles.</summary>
    public void Emit(EmitterKind kind, int part, Vector3 offset, float strength, float sizeM, bool always = true) =>
        _emitters.Add(new PropEmitter(kind, part, offset, strength, sizeM, always));

    /// <summary>Adds a place where something can stand.</summary>
    public void Anchor(string name, int part, Vector3 offset, float halfWidth = 0, float halfDepth = 0) =>
        _anchors.Add(new PropAnchor(name, part, offset, new Vector2(halfWidth, halfDepth)));

    /// <summary>Finishes the prop.</summary>
    /// <param name="substance">What it is made of where the prompt names no material.</param>
    /// <param name="massKg">Mass at the usual size.</param>
    /// <param name="rig">How it moves.</param>
    /// <param name="collision">Shape at the usual size; null takes the box around all parts.</param>
    /// <param name="restOffset">Centre of the collision shape; null takes the centre of that box.</param>
    /// <param name="cruiseMps">Usual speed.</param>
    /// <param name="floatDraught">How deep it sinks afloat, metres.</param>
    /// <param name="friction">Friction that differs from the substance's.</param>
    /// <param name="restitution">Bounce that differs from the substance's.</param>
    /// <param name="concept">Concept that was made, when it is not the one asked for.</param>
    public Prop Build(
        Substance substance, float massKg, Rig rig = Rig.Rigid, CollisionShape? collision = null, Vector3? restOffset = null,
        float cruiseMps = 0, float? floatDraught = null, float? friction = null, float? restitution = null, string? concept = null)
    {
        float scale = Request.Attributes.SizeScale;
        Material[] materials = [.. _materials.Select(m => scale == 1 ? m : m with { PatternScaleM = m.PatternScaleM * scale })];
        ImmutableArray<PropPart>.Builder parts = ImmutableArray.CreateBuilder<PropPart>(_parts.Count);
        var world = new Matrix4x4[_parts.Count];
        Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
        for (int i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];
            world[i] = Matrix4x4.CreateFromQuaternion(part.Turn) * Matrix4x4.CreateTranslation(part.Pivot * scale) * (part.Parent < 0 ? Matrix4x4.Identity : world[part.Parent]);
            Mesh? mesh = (scale == 1 ? part.Form : part.Form?.Scale(scale))?.ToMesh();
            foreach (Vector3 p in mesh?.Positions ?? [])
            {
                Vector3 at = Vector3.Transform(p, world[i]);
                min = Vector3.Min(min, at);
                max = Vector3.Max(max, at);
            }

            parts.Add(new PropPart
            {
                Name = part.Name,
                Mesh = mesh,
                Materials = mesh is null ? [] : materials,
                Parent = part.Parent,
                Pivot = part.Pivot * scale,
                Rest = part.Turn,
                RadiusM = part.RadiusM * scale,
                CastsShadow = part.CastsShadow,
            });
        }

        Vector3 size = max - min;
        if (collision is not null)
        {
            collision = Scaled(collision, scale);
        }

        if (Request.Attributes.Material is string material && Finishes.OfMaterial(material) is var (_, _, asked) && asked != substance)
        {
            massKg *= MathF.Sqrt(Substances.DensityKgM3(asked) / Substances.DensityKgM3(substance));
            substance = asked;
            (friction, restitution) = (null, null);
        }

        return new Prop
        {
            Concept = concept ?? Request.Concept,
            Parts = parts.MoveToImmutable(),
            Rig = rig,
            SizeM = size,
            RestOffsetM = restOffset is Vector3 offset ? offset * scale : (min + max) / 2,
            Collision = collision ?? new CollisionShape.Box(size / 2),
            MassKg = massKg * scale * scale * scale,
            Substance = substance,
            Friction = friction,
            Restitution = restitution,
            FloatDraughtM = floatDraught * scale,
            CruiseSpeedMps = cruiseMps * MathF.Sqrt(scale),
            Lights = [.. _lights.Select(l => l with { OffsetM = l.OffsetM * scale, Colour = l.Colour * scale * scale, RangeM = l.RangeM * scale })],
            Emitters = [.. _emitters.Select(e => e with { OffsetM = e.OffsetM * scale, SizeM = e.SizeM * scale })],
            Anchors = [.. _anchors.Select(a => a with { OffsetM = a.OffsetM * scale, ExtentM = a.ExtentM * scale })],
        };
    }

    private static CollisionShape Scaled(CollisionShape shape, float s) => shape switch
    {
        CollisionShape.Sphere sphere => new CollisionShape.Sphere(sphere.RadiusM * s),
        CollisionShape.Box box => new CollisionShape.Box(box.HalfExtentsM * s),
        CollisionShape.Cylinder c => new CollisionShape.Cylinder(c.RadiusM * s, c.HeightM * s),
        CollisionShape.Capsule c => new CollisionShape.Capsule(c.RadiusM * s, c.HeightM * s),
        CollisionShape.Compound c => new CollisionShape.Compound([.. c.Parts.Select(p => p with { Shape = Scaled(p.Shape, s), OffsetM = p.OffsetM * s })]),
        _ => shape,
    };
}
