using System.Collections.Immutable;

namespace Lucarne.Diorama.Sound;

/// <summary>Places with a sound of their own.</summary>
public enum AmbiencePlace : byte
{
    /// <summary>A quiet room.</summary>
    Room,
    /// <summary>A large hall.</summary>
    Hall,
    /// <summary>The open sea.</summary>
    Ocean,
    /// <summary>A beach or rocky coast.</summary>
    Shore,
    /// <summary>A lake.</summary>
    Lake,
    /// <summary>A city street.</summary>
    Street,
    /// <summary>A village.</summary>
    Village,
    /// <summary>A forest.</summary>
    Forest,
    /// <summary>Open fields.</summary>
    Field,
    /// <summary>High mountains.</summary>
    Mountain,
    /// <summary>A desert.</summary>
    Desert,
    /// <summary>A stadium with its crowd.</summary>
    Stadium,
    /// <summary>Under water.</summary>
    UnderWater,
    /// <summary>A cave or dungeon.</summary>
    Cave,
    /// <summary>Space: a far hum, no air.</summary>
    Space,
    /// <summary>Nothing at all: digital silence until something happens.</summary>
    Silence,
}

/// <summary>How reverberant a place is.</summary>
/// <param name="DecaySeconds">Time to fall by 60 dB.</param>
/// <param name="Wet">Level of the reverberation, 0…1.</param>
/// <param name="Damping">0 bright … 1 dull.</param>
public readonly record struct Reverberation(float DecaySeconds, float Wet, float Damping);

/// <summary>The bed of sound of a place and its weather.</summary>
public sealed record Ambience
{
    /// <summary>What sounds, all around the listener.</summary>
    public ImmutableArray<AmbienceLayer> Layers { get; init; } = [];

    /// <summary>Reverberation of the place.</summary>
    public Reverberation Reverberation { get; init; } = new(0.5f, 0.1f, 0.5f);

    /// <summary>A place in a weather.</summary>
    /// <param name="place">Place.</param>
    /// <param name="night">Crickets instead of birds.</param>
    /// <param name="wind">0 still … 1 gale.</param>
    /// <param name="rain">0 none … 1 downpour.</param>
    public static Ambience Of(AmbiencePlace place, bool night = false, float wind = 0.2f, float rain = 0)
    {
        var layers = new List<AmbienceLayer>();
        AmbienceLayer life = night ? new(SourceKind.Crickets, 0.35f) : new(SourceKind.Birds, 0.4f);
        bool open = true;
        switch (place)
        {
            case AmbiencePlace.Room:
                layers.Add(new(SourceKind.Room, 0.6f));
                open = false;
                break;
            case AmbiencePlace.Hall:
                layers.Add(new(SourceKind.Room, 0.8f));
                open = false;
                break;
            case AmbiencePlace.Ocean:
                layers.AddRange([new(SourceKind.Sea, 0.55f), new(SourceKind.Lapping, 0.3f)]);
                break;
            case AmbiencePlace.Shore:
                layers.Add(new(SourceKind.Sea, 0.8f));
                if (!night)
                {
                    layers.Add(new(SourceKind.Gulls, 0.35f));
                }

                break;
            case AmbiencePlace.Lake:
                layers.AddRange([new(SourceKind.Lapping, 0.5f), life]);
                break;
            case AmbiencePlace.Street:
                layers.Add(new(SourceKind.City, 0.7f));
                break;
            case AmbiencePlace.Village:
                layers.AddRange([life with { Level = life.Level * 0.6f }, new(SourceKind.Leaves, 0.2f)]);
                break;
            case AmbiencePlace.Forest:
                layers.AddRange([new(SourceKind.Leaves, 0.5f), life]);
                break;
            case AmbiencePlace.Field:
                layers.AddRange([new(SourceKind.Leaves, 0.3f), life]);
                break;
            case AmbiencePlace.Stadium:
                layers.Add(new(SourceKind.Crowd, 0.6f));
                break;
            case AmbiencePlace.UnderWater:
                layers.Add(new(SourceKind.UnderWater, 0.7f));
                open = false;
                break;
            case AmbiencePlace.Cave:
                layers.Add(new(SourceKind.Cave, 0.6f));
                open = false;
                break;
            case AmbiencePlace.Space:
                layers.Add(new(SourceKind.Space, 0.5f));
                open = false;
                break;
            case AmbiencePlace.Silence:
                open = false;
                break;
            case AmbiencePlace.Mountain or AmbiencePlace.Desert:
                wind = MathF.Max(wind, 0.3f);
                break;
        }

        if (open)
        {
            layers.Add(new(SourceKind.Wind, 0.35f + (0.65f * wind), wind));
        }

        if (rain > 0 && place is not (AmbiencePlace.UnderWater or AmbiencePlace.Space or AmbiencePlace.Cave or AmbiencePlace.Silence))
        {
            // Indoors the rain is heard through the roof.
            layers.Add(new(SourceKind.Rain, open ? 0.4f + (0.6f * rain) : 0.25f * rain, rain));
        }

        return new Ambience { Layers = [.. layers], Reverberation = ReverberationOf(place) };
    }

    private static Reverberation ReverberationOf(AmbiencePlace place) => place switch
    {
        AmbiencePlace.Room => new(0.45f, 0.22f, 0.5f),
        AmbiencePlace.Hall => new(2.2f, 0.3f, 0.4f),
        AmbiencePlace.Cave => new(3.2f, 0.45f, 0.45f),
        AmbiencePlace.Stadium => new(2.6f, 0.3f, 0.55f),
        AmbiencePlace.Street => new(1.1f, 0.16f, 0.5f),
        AmbiencePlace.Village => new(0.8f, 0.1f, 0.6f),
        AmbiencePlace.Forest => new(1.0f, 0.12f, 0.8f),
        AmbiencePlace.Mountain => new(2.4f, 0.12f, 0.75f),
        AmbiencePlace.UnderWater => new(1.8f, 0.4f, 0.9f),
        AmbiencePlace.Space => new(3.5f, 0.3f, 0.6f),
        _ => new(0.5f, 0.06f, 0.7f),
    };
}
