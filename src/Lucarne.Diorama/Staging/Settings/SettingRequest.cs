using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>What is wanted of the setting library.</summary>
/// <param name="Concept">Concept of the place.</param>
public sealed record SettingRequest(string Concept)
{
    /// <summary>Colour, material and qualities that the prompt gives the place ("wooden staircase", "frozen lake").</summary>
    public Attributes Attributes { get; init; } = new();

    /// <summary>Time of day; null for the usual one of the place.</summary>
    public TimeOfDay? TimeOfDay { get; init; }

    /// <summary>Weather; null for the usual one of the place.</summary>
    public Weather? Weather { get; init; }

    /// <summary>Strength of the weather, 0…1.</summary>
    public float WeatherStrength { get; init; } = 0.6f;

    /// <summary>0 still air … 1 gale: raises the waves.</summary>
    public float Wind { get; init; } = 0.2f;

    /// <summary>Seed of the film.</summary>
    public ulong Seed { get; init; }

    /// <summary>Other concepts that the shot mentions: a village with <c>christmas-lights</c> hangs them.</summary>
    public IReadOnlyCollection<string> Mentions { get; init; } = [];

    /// <summary>True when the prompt gives the quality or mentions the concept.</summary>
    public bool Has(string quality) => Attributes.Qualities.Contains(quality) || Mentions.Contains(quality, StringComparer.Ordinal);

    /// <summary>True when lamps are lit.</summary>
    public bool Dark => TimeOfDay is Screenplays.TimeOfDay.Night or Screenplays.TimeOfDay.Dusk
        || (Weather == Screenplays.Weather.Storm && TimeOfDay is Screenplays.TimeOfDay.Dawn or Screenplays.TimeOfDay.Sunset);

    /// <summary>True when snow lies.</summary>
    public bool Snowy => Weather == Screenplays.Weather.Snow || Has("snowy") || Has("winter") || Has("frozen") || Attributes.Material == "snow";

    /// <summary>Random numbers of this place alone.</summary>
    public SeededRandom Random()
    {
        ulong hash = 1099511628211UL;
        foreach (char c in Concept)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return new SeededRandom(Seed ^ hash);
    }

    /// <summary>A prop of this place: lit when the place is dark.</summary>
    public Prop Prop(string concept, Detail detail = Detail.Many, int index = 0, string[]? colours = null, string? material = null, float size = 1, string[]? qualities = null) =>
        PropLibrary.Make(new PropRequest(concept)
        {
            Dark = Dark,
            Detail = detail,
            Index = index,
            Seed = Seed,
            Attributes = new Attributes { Colours = [.. colours ?? []], Material = material, SizeScale = size, Qualities = [.. qualities ?? []] },
        });
}
