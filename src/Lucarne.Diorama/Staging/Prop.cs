using System.Collections.Immutable;
using System.Numerics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Staging;

/// <summary>A thing or being ready to be placed: its jointed parts, its weight and what it gives off.</summary>
/// <remarks>
/// <para>Space: metres at true size, right-handed, Y up. The origin is the middle of the base, at the height on which it stands
/// (or, for a <see cref="Rig.Boat"/>, the waterline; for a <see cref="Rig.Swimmer"/>, a ball, a planet or anything flying, see
/// <see cref="RestOffsetM"/>). It faces +Z, so its left is +X.</para>
/// <para>Immutable; shared between frames and threads.</para>
/// </remarks>
public sealed class Prop
{
    /// <summary>Concept of the vocabulary that was made.</summary>
    public required string Concept { get; init; }

    /// <summary>Concept that was asked for when the library has no model of it and made a relative instead; null otherwise.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>Parts, each after its parent; the first is the root. At least one.</summary>
    public required ImmutableArray<PropPart> Parts { get; init; }

    /// <summary>How it moves; names the parts that animation expects (see <see cref="Staging.Rig"/>).</summary>
    public Rig Rig { get; init; } = Rig.Rigid;

    /// <summary>Width (X), height (Y) and length (Z) at rest.</summary>
    public required Vector3 SizeM { get; init; }

    /// <summary>Centre of the collision shape (and of mass) relative to the origin; <c>(0, radius, 0)</c> for a ball that stands on its origin.</summary>
    public Vector3 RestOffsetM { get; init; }

    /// <summary>What physics takes it for, centred on <see cref="RestOffsetM"/>.</summary>
    public required CollisionShape Collision { get; init; }

    /// <summary>Mass in kilograms.</summary>
    public required float MassKg { get; init; }

    /// <summary>What it is mostly made of: friction, bounce and sound.</summary>
    public required Substance Substance { get; init; }

    /// <summary>Coulomb friction coefficient; null takes the substance's.</summary>
    public float? Friction { get; init; }

    /// <summary>Bounce, 0…1; null takes the substance's.</summary>
    public float? Restitution { get; init; }

    /// <summary>How deep its origin sinks when it floats at rest, metres; null for what sinks. Boats, whose origin is their waterline, give 0.</summary>
    public float? FloatDraughtM { get; init; }

    /// <summary>Usual speed of the concept's own way of moving (walk, drive, sail, fly, swim), metres a second; 0 for what does not move by itself.</summary>
    public float CruiseSpeedMps { get; init; }

    /// <summary>Lamps, flames and glows that it carries.</summary>
    public ImmutableArray<PropLight> Lights { get; init; } = [];

    /// <summary>Smoke, sparks, dust, bubbles and the like that it gives off.</summary>
    public ImmutableArray<PropEmitter> Emitters { get; init; } = [];

    /// <summary>Places on it where something else can stand, sit or be held: <c>top</c>, <c>seat</c>, <c>inside</c>, <c>head</c>, <c>hand-left</c>, <c>hand-right</c>, <c>edge</c>.</summary>
    public ImmutableArray<PropAnchor> Anchors { get; init; } = [];
}

/// <summary>One rigid part of a prop.</summary>
/// <remarks>Its mesh is in the part's own space, whose origin is the joint. World = animation · rest · pivot · parent (row vectors).</remarks>
public sealed record PropPart
{
    /// <summary>Name that animation looks for; see <see cref="Rig"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Shape; null for a joint without one.</summary>
    public Mesh? Mesh { get; init; }

    /// <summary>Materials by slot; at least one where there is a mesh.</summary>
    public Material[] Materials { get; init; } = [];

    /// <summary>Index of the parent in <see cref="Prop.Parts"/>; -1 for the root.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>Position of the joint in the parent's space; in the prop's for the root.</summary>
    public Vector3 Pivot { get; init; }

    /// <summary>Rotation at rest relative to the parent.</summary>
    public Quaternion Rest { get; init; } = Quaternion.Identity;

    /// <summary>Radius of a wheel or rotor, metres: its spin follows the distance rolled. 0 otherwise.</summary>
    public float RadiusM { get; init; }

    /// <summary>False for what must not darken others (flames, glows, glass).</summary>
    public bool CastsShadow { get; init; } = true;
}

/// <summary>How a prop moves. Each names the parts that animation drives; missing ones are skipped, others ride along.</summary>
public enum Rig
{
    /// <summary>One solid piece: ball, block, vase.</summary>
    Rigid,

    /// <summary><c>body</c>; <c>wheel-…</c> spin about X by distance rolled (names with <c>front</c> also steer about Y).</summary>
    Wheeled,

    /// <summary>
    /// <c>pelvis</c> (root, at hip height) → <c>torso</c> → <c>head</c> (→ <c>jaw</c>, <c>eyes</c>), <c>upper-arm-left/right</c> →
    /// <c>lower-arm-left/right</c> → <c>hand-left/right</c>; <c>upper-leg-left/right</c> → <c>lower-leg-left/right</c> →
    /// <c>foot-left/right</c>. Arms and legs hang along −Y at rest.
    /// </summary>
    Biped,

    /// <summary>
    /// <c>body</c> (root, at shoulder height) → <c>neck</c> → <c>head</c> (→ <c>jaw</c>, <c>ear-left/right</c>, <c>trunk</c>), <c>tail</c> (→ <c>tail-tip</c>),
    /// <c>upper-leg-front-left/…-front-right/…-back-left/…-back-right</c> → <c>lower-leg-…</c> (→ <c>foot-…</c>). Legs hang along −Y at rest.
    /// </summary>
    Quadruped,

    /// <summary><c>body</c> → <c>head</c>, <c>tail</c>, <c>wing-left/right</c> (spread along ±X) → <c>wing-tip-left/right</c>, <c>leg-left/right</c>. A bird that only walks is a <see cref="Biped"/> with short legs.</summary>
    Bird,

    /// <summary><c>body</c> → <c>tail</c> (→ <c>tail-fin</c>), <c>fin-left/right</c>, <c>head</c>. Fish beat the tail about Y, whales (name of the tail: <c>fluke</c>) about X. The origin is the middle of the body.</summary>
    Swimmer,

    /// <summary><c>hull</c> → <c>sail…</c> (swing about Y), <c>oar-left/right</c>, <c>flag</c>, <c>propeller</c> (spin about Z). The origin is at the waterline.</summary>
    Boat,

    /// <summary>A rooted plant; its materials sway by themselves. It grows by scaling from its origin; parts named <c>stage-…</c> appear one after another.</summary>
    Plant,

    /// <summary>Anything that hangs in the air: <c>envelope</c>, <c>basket</c>, <c>string</c>. The origin is the bottom.</summary>
    Balloon,

    /// <summary>Fire: parts <c>flame-…</c> flicker, stretch and lean by wind.</summary>
    Flame,

    /// <summary>Flying machine: <c>body</c>; <c>rotor-…</c> spin about Y, <c>propeller-…</c> about Z.</summary>
    Rotor,

    /// <summary>Upright machine: <c>body</c>; <c>flame…</c> shown only under thrust; <c>leg-…</c> fold.</summary>
    Rocket,

    /// <summary>Round body in space: <c>body</c> spins about Y, <c>ring</c> and <c>moon-…</c> turn about Y. The origin is its centre.</summary>
    Planet,

    /// <summary>Machine with parts that turn in place: <c>body</c>; <c>turn-x-…</c>, <c>turn-y-…</c>, <c>turn-z-…</c> spin about that axis (windmill, carousel, clock hands).</summary>
    Machine,
}

/// <summary>A light on a prop.</summary>
/// <param name="Part">Index of the part that carries it.</param>
/// <param name="OffsetM">Position in the part's space.</param>
/// <param name="Colour">Linear RGB irradiance on a facing surface at 1 m.</param>
/// <param name="RangeM">Distance at which it no longer counts.</param>
/// <param name="Flicker">0 steady … 1 a fire.</param>
/// <param name="OnlyInTheDark">Off by day: headlamps, windows.</param>
public sealed record PropLight(int Part, Vector3 OffsetM, Vector3 Colour, float RangeM, float Flicker = 0, bool OnlyInTheDark = false);

/// <summary>A source of particles on a prop or a setting.</summary>
/// <param name="Kind">What comes out.</param>
/// <param name="Part">Index of the part that carries it (0 for settings).</param>
/// <param name="OffsetM">Position in the part's space, or in the world for settings.</param>
/// <param name="Strength">0…1: how much.</param>
/// <param name="SizeM">Size of the mouth: radius of the smallest puff or of the flame's base.</param>
/// <param name="Always">True for what never stops (a campfire's sparks, a chimney); false for what comes with movement or thrust (exhaust, rocket).</param>
public sealed record PropEmitter(EmitterKind Kind, int Part, Vector3 OffsetM, float Strength, float SizeM, bool Always = true);

/// <summary>What an emitter gives off.</summary>
public enum EmitterKind { Smoke, Steam, Sparks, Embers, Dust, Bubbles, Petals, Leaves, Snowdust, Exhaust, Thrust, Spray, Fireflies, Glitter, Fire, Foam }

/// <summary>A place on a prop.</summary>
/// <param name="Name">See <see cref="Prop.Anchors"/>.</param>
/// <param name="Part">Index of the part that it follows.</param>
/// <param name="OffsetM">Position in the part's space.</param>
/// <param name="ExtentM">Half width (X) and half depth (Y of the vector, along Z) of the free surface; zero for a point.</param>
public sealed record PropAnchor(string Name, int Part, Vector3 OffsetM, Vector2 ExtentM);
