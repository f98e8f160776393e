using System.Numerics;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Sound;

/// <summary>Kinds of sounds that happen once.</summary>
public enum SoundEventKind : byte
{
    /// <summary>Two things meet: modes of both materials, by impulse and size.</summary>
    Contact,
    /// <summary>A short drag of one surface over another.</summary>
    Scrape,
    /// <summary>A foot or hoof on a surface (<see cref="SoundEvent.MaterialB"/>).</summary>
    Step,
    /// <summary>Something falls into water or a wave breaks.</summary>
    Splash,
    /// <summary>Fast air: a thrown thing, a wing, a sword.</summary>
    Whoosh,
    /// <summary>Thunder; <see cref="SoundEvent.SizeM"/> is the distance of the stroke over 100.</summary>
    Thunder,
    /// <summary>Something breaks: shards of the material.</summary>
    Crack,
    /// <summary>An electric or magic spark.</summary>
    Spark,
    /// <summary>A bell of <see cref="SoundEvent.SizeM"/> metres.</summary>
    Bell,
    /// <summary>A burst with a deep boom.</summary>
    Explosion,
    /// <summary>A bubble or a drop.</summary>
    Drop,
    /// <summary>A dog's bark.</summary>
    Bark,
    /// <summary>A cat's meow.</summary>
    Meow,
    /// <summary>A bird's chirp.</summary>
    Chirp,
    /// <summary>A gull's cry.</summary>
    Gull,
    /// <summary>A horn: ship, car or train by size.</summary>
    Horn,
    /// <summary>An electronic beep: robots, machines.</summary>
    Beep,
}

/// <summary>A sound that happens at a moment and a place.</summary>
public readonly record struct SoundEvent
{
    /// <summary>An event with unit size and a middling impulse.</summary>
    public SoundEvent()
    {
    }

    /// <summary>Time within the film.</summary>
    public double Seconds { get; init; }

    /// <summary>What it is.</summary>
    public SoundEventKind Kind { get; init; }

    /// <summary>What sounds.</summary>
    public SurfaceMaterial MaterialA { get; init; } = SurfaceMaterial.Wood;

    /// <summary>What it touches.</summary>
    public SurfaceMaterial MaterialB { get; init; } = SurfaceMaterial.Wood;

    /// <summary>Impulse in N·s, 0…; the loudness of kinds without contact follows it too, 1 being usual.</summary>
    public float ImpulseNs { get; init; } = 1f;

    /// <summary>Length of what sounds, metres: larger is deeper.</summary>
    public float SizeM { get; init; } = 0.2f;

    /// <summary>World position.</summary>
    public Vector3 Position { get; init; }
}

/// <summary>Kinds of sounds that go on.</summary>
public enum SourceKind : byte
{
    /// <summary>A piston engine; <see cref="SourceState.Rate"/> is revolutions a minute.</summary>
    Engine,
    /// <summary>A whirring electric motor; <see cref="SourceState.Rate"/> is hertz.</summary>
    Motor,
    /// <summary>A rocket or jet.</summary>
    Rocket,
    /// <summary>Fire: roar and crackle.</summary>
    Fire,
    /// <summary>Wind; <see cref="SourceState.Rate"/> 0…1 is its strength.</summary>
    Wind,
    /// <summary>Rain on the ground; <see cref="SourceState.Rate"/> 0…1 is its strength.</summary>
    Rain,
    /// <summary>Sea waves.</summary>
    Sea,
    /// <summary>Lapping at a lake's shore or a hull.</summary>
    Lapping,
    /// <summary>A running stream.</summary>
    Stream,
    /// <summary>A thing that rolls; <see cref="SourceState.Rate"/> is its speed in m/s, size and material give the voice.</summary>
    Rolling,
    /// <summary>A thing that slides; <see cref="SourceState.Rate"/> is its speed in m/s.</summary>
    Sliding,
    /// <summary>Wings or cloth; <see cref="SourceState.Rate"/> is beats a second.</summary>
    Flapping,
    /// <summary>A murmuring crowd; level near 1 cheers.</summary>
    Crowd,
    /// <summary>A city far and near.</summary>
    City,
    /// <summary>Crickets at night.</summary>
    Crickets,
    /// <summary>Songbirds.</summary>
    Birds,
    /// <summary>Seagulls.</summary>
    Gulls,
    /// <summary>Leaves.</summary>
    Leaves,
    /// <summary>Soft bells, by the season.</summary>
    Chimes,
    /// <summary>A quiet room.</summary>
    Room,
    /// <summary>Drops and a deep breath of air in a cave.</summary>
    Cave,
    /// <summary>Under water: rumble and bubbles.</summary>
    UnderWater,
    /// <summary>The hum of a vessel in space.</summary>
    Space,
    /// <summary>A slow soft chord.</summary>
    Pad,
}

/// <summary>Names a continuous source of one <see cref="SoundTrack"/>.</summary>
/// <param name="Index">Order of addition, from 0.</param>
public readonly record struct SourceHandle(int Index);

/// <summary>What a continuous source does from a moment on.</summary>
/// <param name="Level">0 silent … 1 as loud as its kind gets; up to 4.</param>
/// <param name="Rate">By kind: rpm, hertz, m/s, beats a second, strength.</param>
/// <param name="Position">World position; null surrounds the listener.</param>
/// <param name="SizeM">Length of what sounds, metres.</param>
/// <param name="Material">Surface, for rolling and sliding.</param>
public readonly record struct SourceState(
    float Level, float Rate, Vector3? Position = null, float SizeM = 0.3f, SurfaceMaterial Material = SurfaceMaterial.Wood);

/// <summary>Where the film is heard from: usually the camera.</summary>
/// <param name="Position">World position.</param>
/// <param name="Right">Unit direction to the right of the picture.</param>
public readonly record struct Listener(Vector3 Position, Vector3 Right);

/// <summary>A sound of a place.</summary>
/// <param name="Kind">What.</param>
/// <param name="Level">0…1.</param>
/// <param name="Rate">As <see cref="SourceState.Rate"/>.</param>
public readonly record struct AmbienceLayer(SourceKind Kind, float Level, float Rate = 0.4f);
