using System.Collections.Frozen;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>What a place, its weather and its hour show by themselves, without a prop of its own: windows of a village, waves of a sea, puddles in the rain.</summary>
public static class SettingFeatures
{
    private static readonly FrozenDictionary<string, string[]> OfPlace = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["village"] = ["window", "door", "christmas-lights", "light-source"],
        ["city-street"] = ["window", "door", "light-source", "sign", "shop-building"],
        ["staircase"] = ["window", "light-source"],
        ["living-room"] = ["window", "light-source"],
        ["kitchen"] = ["window"],
        ["ocean"] = ["wave", "foam-water", "reflection", "water"],
        ["coastal-road"] = ["wave", "foam-water", "water"],
        ["beach"] = ["wave", "foam-water", "sand-thing", "water"],
        ["lake"] = ["wave", "reflection", "water"],
        ["under-water"] = ["water", "seaweed"],
        ["bathroom"] = ["wave", "water"],
        ["meadow"] = ["tall-grass"],
        ["ice"] = ["ice-thing", "snow-thing"],
        ["ice-rink"] = ["ice-thing"],
        ["desert"] = ["sand-thing"],
        ["forest"] = ["leaf"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when the place shows that concept in that weather.</summary>
    /// <param name="place">Concept of the place, as asked; relatives and aliases count.</param>
    /// <param name="weather">Weather of the shot; null for the place's own.</param>
    /// <param name="concept">Concept of the vocabulary.</param>
    public static bool Shows(string place, Weather? weather, string concept)
    {
        bool wet = weather is Weather.Rain or Weather.Storm, outdoors = SettingLibrary.RecipeFor(place) is not ("studio" or "table-top" or "staircase" or "living-room" or "kitchen" or "bathroom" or "dungeon" or "space" or "moon-surface" or "under-water");
        bool ofWeather = outdoors && concept switch
        {
            "puddle" or "reflection" or "water" => wet,
            "snow-thing" or "ice-thing" => weather is Weather.Snow,
            "sand-thing" => weather is Weather.Dust,
            _ => false,
        };
        return ofWeather || (SettingLibrary.RecipeFor(place) is { } recipe && OfPlace.TryGetValue(recipe, out string[]? shown) && shown.Contains(concept));
    }
}
