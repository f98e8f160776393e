using System.Collections.Immutable;
using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>A place ready to be played in: what stands there for good, where things can go, and how it is lit and heard.</summary>
/// <remarks>World space: metres, right-handed, Y up, the middle of the action near the origin, the usual camera on the +Z side looking towards −Z. Immutable.</remarks>
public sealed class SettingStage
{
    /// <summary>Concept that was made.</summary>
    public required string Concept { get; init; }

    /// <summary>Concept that was asked for when the library has no such place and made a relative instead; null otherwise.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>Everything that never moves, ground included.</summary>
    public required ImmutableArray<Instance> Instances { get; init; }

    /// <summary>Props that belong to the place and live by their rig (lamp posts, a campfire, moored boats, trees that sway). They are not subjects.</summary>
    public ImmutableArray<SetDressing> Dressing { get; init; } = [];

    /// <summary>Height Y of the solid ground at world X, Z, for any X, Z (a sea bed where there is water). Pure and thread-safe.</summary>
    public required Func<float, float, float> GroundHeightM { get; init; }

    /// <summary>The ground is level everywhere in the play area: physics takes a plane instead of a height field.</summary>
    public bool FlatGround { get; init; }

    /// <summary>What the ground is made of.</summary>
    public Substance Ground { get; init; } = Substance.Earth;

    /// <summary>Solid pieces above the ground: steps, table tops, walls, furniture.</summary>
    public ImmutableArray<StageCollider> Colliders { get; init; } = [];

    /// <summary>Ways along which subjects move.</summary>
    public ImmutableArray<StagePath> Paths { get; init; } = [];

    /// <summary>Places at which subjects stand or are put.</summary>
    public ImmutableArray<StageAnchor> Anchors { get; init; } = [];

    /// <summary>Box in which the action should stay, air included.</summary>
    public required (Vector3 Min, Vector3 Max) PlayArea { get; init; }

    /// <summary>Body of water, if any.</summary>
    public Water? Water { get; init; }

    /// <summary>Lamps of the place.</summary>
    public ImmutableArray<StageLight> Lights { get; init; } = [];

    /// <summary>Particles of the place; <see cref="PropEmitter.OffsetM"/> is in the world.</summary>
    public ImmutableArray<PropEmitter> Emitters { get; init; } = [];

    /// <summary>A room, a studio, a cave: no weather falls, and the sky is a backdrop.</summary>
    public bool Indoors { get; init; }

    /// <summary>Airless (moon, space): no wind, no weather, no fog, black sky by day.</summary>
    public bool Airless { get; init; }

    /// <summary>Gravity in metres a second squared, downwards; 1.62 on the moon, 0 in space.</summary>
    public float GravityMps2 { get; init; } = 9.81f;

    /// <summary>Time of day that suits it when the prompt is silent.</summary>
    public TimeOfDay UsualTime { get; init; } = TimeOfDay.Afternoon;

    /// <summary>Weather that suits it when the prompt is silent.</summary>
    public Weather UsualWeather { get; init; } = Weather.Clear;

    /// <summary>Snow that lies there whatever the weather, 0…1.</summary>
    public float SnowCover { get; init; }

    /// <summary>Sky that replaces the usual one of the hour (a studio backdrop, space, under water); null takes the usual.</summary>
    public Func<TimeOfDay, Weather, Sky>? SkyAt { get; init; }

    /// <summary>Fog of the place in clear weather; null for the usual haze.</summary>
    public Fog? Fog { get; init; }

    /// <summary>Sounds of the place, loudest first.</summary>
    public ImmutableArray<PlaceSound> Sounds { get; init; } = [];

    /// <summary>Good views, best first: where a camera finds the place at its most telling. The director starts from them.</summary>
    public ImmutableArray<CameraHint> CameraHints { get; init; } = [];
}

/// <summary>A prop that belongs to a place.</summary>
/// <param name="Prop">What.</param>
/// <param name="Position">World position of its origin.</param>
/// <param name="YawRadians">Turn about Y; 0 faces +Z.</param>
/// <param name="Scale">1 is true size.</param>
public sealed record SetDressing(Prop Prop, Vector3 Position, float YawRadians = 0, float Scale = 1);

/// <summary>A solid piece of a place.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="Position">World position of its centre.</param>
/// <param name="Rotation">World rotation.</param>
/// <param name="Substance">What it is made of.</param>
public sealed record StageCollider(CollisionShape Shape, Vector3 Position, Quaternion Rotation, Substance Substance);

/// <summary>A way along which subjects move: a smooth curve through <paramref name="Points"/>.</summary>
/// <param name="Name">
/// <c>road</c>, <c>track</c> (rails), <c>walk</c> (people and animals), <c>water</c> (on the surface), <c>under-water</c>, <c>sky</c>,
/// <c>down</c> (from a high place to a low one: stairs, slope; physics rolls along it), <c>shore</c>, <c>run</c>, <c>stream</c>.
/// </param>
/// <param name="Points">World positions in the usual direction of travel, at least two, on the surface that carries the mover.</param>
/// <param name="WidthM">Free width.</param>
/// <param name="Closed">The last point joins the first.</param>
public sealed record StagePath(string Name, ImmutableArray<Vector3> Points, float WidthM, bool Closed = false);

/// <summary>A place at which subjects stand or are put.</summary>
/// <param name="Name"><c>centre</c> (every setting has one), <c>top</c>, <c>bottom</c>, <c>table</c>, <c>shelf</c>, <c>bench</c>, <c>door</c>, <c>balcony</c>, <c>hilltop</c>, <c>background</c> (where a large thing stands behind the action), <c>left</c>, <c>right</c>, <c>fire</c>, <c>wall</c>, <c>beam</c>, <c>shore</c>, <c>water</c>, <c>sky</c>, <c>pad</c>…</param>
/// <param name="Position">World position on the surface.</param>
/// <param name="YawRadians">Direction that a subject there faces; 0 is +Z, towards the usual camera.</param>
/// <param name="ExtentM">Half width (X) and half depth (Y of the vector, along Z, before the yaw) of the free surface.</param>
public sealed record StageAnchor(string Name, Vector3 Position, float YawRadians, Vector2 ExtentM);

/// <summary>A lamp of a place.</summary>
/// <param name="Light">Position, colour and range.</param>
/// <param name="OnlyInTheDark">Off by day.</param>
/// <param name="Flicker">0 steady … 1 a fire; twinkles slowly below 0.3.</param>
public sealed record StageLight(PointLight Light, bool OnlyInTheDark = true, float Flicker = 0);

/// <summary>A good view of a place.</summary>
/// <param name="Position">Where the lens is.</param>
/// <param name="Target">What it looks at.</param>
/// <param name="FieldOfViewDegrees">Field of view over the longer side of the frame.</param>
public sealed record CameraHint(Vector3 Position, Vector3 Target, float FieldOfViewDegrees = 40f);

/// <summary>Sounds that a place makes by itself.</summary>
public enum PlaceSound { Room, Wind, Sea, Lake, Stream, City, Forest, Birds, Crickets, Crowd, Cave, UnderWater, Space, Fire, Children, Traffic, Arena }
