using System.Collections.Frozen;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>The places that can be shown, by concept.</summary>
public static class SettingLibrary
{
    private static readonly FrozenDictionary<string, Func<SettingRequest, SettingStage>> Recipes = new Dictionary<string, Func<SettingRequest, SettingStage>>(StringComparer.Ordinal)
    {
        ["staircase"] = Interiors.Staircase,
        ["studio"] = Interiors.Studio,
        ["ocean"] = Seas.Ocean,
        ["city-street"] = Towns.CityStreet,
        ["village"] = Towns.Village,
        ["coastal-road"] = Roads.CoastalRoad,
        ["meadow"] = Nature.Meadow,
        ["wheat-field"] = Nature.Meadow,
        ["sunflower-field"] = Nature.Meadow,
        ["park"] = Nature.Meadow,
        ["garden"] = Nature.Meadow,
        ["forest"] = Nature.Forest,
        ["mountains"] = Nature.Mountains,
        ["hill"] = Nature.Mountains,
        ["desert"] = Nature.Desert,
        ["beach"] = Nature.Beach,
        ["lake"] = Nature.Lake,
        ["ice"] = Nature.Ice,
        ["ice-rink"] = Nature.Ice,
        ["under-water"] = Worlds.UnderWater,
        ["moon-surface"] = Worlds.Moon,
        ["space"] = Worlds.SpaceOrbit,
        ["launch-pad"] = Worlds.LaunchPad,
        ["stadium"] = Worlds.Arena,
        ["basketball-court"] = Worlds.Arena,
        ["circus"] = Worlds.Arena,
        ["gymnasium"] = Worlds.Arena,
        ["castle-hill"] = Worlds.CastleHill,
        ["dungeon"] = Worlds.Dungeon,
        ["table-top"] = Rooms.TableTop,
        ["living-room"] = Rooms.Room,
        ["kitchen"] = Rooms.Room,
        ["bathroom"] = Rooms.Room,
        ["news-studio"] = Rooms.NewsStudio,
        ["toy-track"] = Rooms.ToyTrack,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Other concepts that a recipe serves well.</summary>
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["tabletop"] = "table-top",
        ["ice-field"] = "ice",
        ["glacier"] = "ice",
        ["court"] = "basketball-court",
        ["office"] = "news-studio",
        ["ski-slope"] = "mountains",
        ["cliff"] = "coastal-road",
        ["farm"] = "meadow",
        ["savanna"] = "meadow",
        ["playground"] = "park",
        ["battlefield"] = "meadow",
        ["attic"] = "living-room",
        ["bedroom"] = "living-room",
        ["sky"] = "mountains",
        ["mars"] = "desert",
        ["stairs"] = "staircase",
        ["sea"] = "ocean",
        ["street"] = "city-street",
        ["city"] = "city-street",
        ["town"] = "village",
        ["road"] = "coastal-road",
        ["field"] = "meadow",
        ["grass"] = "meadow",
        ["countryside"] = "meadow",
        ["woods"] = "forest",
        ["jungle"] = "forest",
        ["mountain"] = "mountains",
        ["valley"] = "mountains",
        ["snow-field"] = "ice",
        ["dunes"] = "desert",
        ["shore"] = "beach",
        ["coast"] = "beach",
        ["pond"] = "lake",
        ["river"] = "lake",
        ["frozen-lake"] = "lake",
        ["reef"] = "under-water",
        ["underwater"] = "under-water",
        ["sea-bed"] = "under-water",
        ["moon"] = "moon-surface",
        ["orbit"] = "space",
        ["arena"] = "stadium",
        ["gym"] = "gymnasium",
        ["castle"] = "castle-hill",
        ["cave"] = "dungeon",
        ["table"] = "table-top",
        ["room"] = "living-room",
        ["house-interior"] = "living-room",
        ["library"] = "living-room",
        ["balcony"] = "city-street",
        ["railway"] = "toy-track",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A relative that is nearer to a concept than its parent; used, and reported, when the concept has no place.</summary>
    private static readonly FrozenDictionary<string, string> StandIns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["indoors"] = "living-room",
        ["outdoors"] = "meadow",
        ["water-place"] = "lake",
        ["snowfield"] = "ice",
        ["hallway"] = "staircase",
        ["restaurant"] = "kitchen",
        ["theatre"] = "circus",
        ["cinema-place"] = "circus",
        ["tunnel"] = "dungeon",
        ["ruins"] = "castle-hill",
        ["spaceship-interior"] = "studio",
        ["gutter"] = "city-street",
        ["square-place"] = "village",
        ["race-track"] = "coastal-road",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every concept that has a place of its own, aliases included.</summary>
    public static IEnumerable<string> Concepts => Recipes.Keys.Concat(Aliases.Keys).Order(StringComparer.Ordinal);

    /// <summary>The places themselves, each under one name.</summary>
    public static IEnumerable<string> Places => Recipes.Keys.Order(StringComparer.Ordinal);

    /// <summary>True when the concept has a place of its own.</summary>
    public static bool Knows(string concept) => Recipes.ContainsKey(concept) || Aliases.ContainsKey(concept);

    /// <summary>The place that serves a concept, by its one name; null where nothing is related.</summary>
    internal static string? RecipeFor(string concept)
    {
        foreach (string name in Language.Vocabulary.Lineage(concept).Prepend(concept))
        {
            string own = Aliases.GetValueOrDefault(name, name);
            if (Recipes.ContainsKey(own))
            {
                return own;
            }
        }

        return null;
    }

    /// <summary>Makes a place. The same request gives the same place, bit for bit.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="parentOf">Parent of a concept in the vocabulary; null at its root. The nearest ancestor with a place stands in for a concept without one, and <see cref="SettingStage.InsteadOf"/> says so.</param>
    /// <returns>The place; the studio where nothing is related.</returns>
    public static SettingStage Make(SettingRequest request, Func<string, string?>? parentOf = null)
    {
        string? concept = request.Concept;
        for (int depth = 0; concept is not null && depth < 16; depth++)
        {
            string name = Aliases.GetValueOrDefault(concept, concept);
            if (Recipes.TryGetValue(name, out Func<SettingRequest, SettingStage>? recipe))
            {
                return Named(recipe(Timed(request, name)), concept == request.Concept ? request.Concept : name, concept == request.Concept ? null : request.Concept);
            }

            concept = StandIns.GetValueOrDefault(concept) ?? parentOf?.Invoke(concept);
        }

        return Named(Interiors.Studio(Timed(request, "studio")), "studio", request.Concept);
    }

    // The recipes ask for the hour to light lamps: a silent prompt takes the usual one of the place.
    private static SettingRequest Timed(SettingRequest request, string concept) => request with
    {
        Concept = concept,
        TimeOfDay = request.TimeOfDay ?? (concept is "city-street" or "toy-track" ? TimeOfDay.Dusk : concept == "village" && request.Snowy ? TimeOfDay.Dusk : null),
    };

    private static SettingStage Named(SettingStage stage, string concept, string? insteadOf) => stage.Concept == concept && insteadOf is null ? stage : new SettingStage
    {
        Concept = concept,
        InsteadOf = insteadOf,
        Instances = stage.Instances,
        Dressing = stage.Dressing,
        GroundHeightM = stage.GroundHeightM,
        FlatGround = stage.FlatGround,
        Ground = stage.Ground,
        Colliders = stage.Colliders,
        Paths = stage.Paths,
        Anchors = stage.Anchors,
        PlayArea = stage.PlayArea,
        Water = stage.Water,
        Lights = stage.Lights,
        Emitters = stage.Emitters,
        Indoors = stage.Indoors,
        Airless = stage.Airless,
        GravityMps2 = stage.GravityMps2,
        UsualTime = stage.UsualTime,
        UsualWeather = stage.UsualWeather,
        SnowCover = stage.SnowCover,
        SkyAt = stage.SkyAt,
        Fog = stage.Fog,
        Sounds = stage.Sounds,
        CameraHints = stage.CameraHints,
    };
}
