using System.Collections.Frozen;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Settings;

namespace Lucarne.Diorama.Staging;

/// <summary>Finds a place that suits what is asked, where the prompt names none.</summary>
internal static class SettingChoice
{
    /// <summary>The plinth before a soft backdrop: where anything looks well.</summary>
    public const string Studio = "studio";

    private static readonly FrozenDictionary<string, string> HomeOf = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["whale"] = "ocean",
        ["dolphin"] = "ocean",
        ["shark"] = "underwater",
        ["fish"] = "underwater",
        ["octopus"] = "underwater",
        ["jellyfish"] = "underwater",
        ["turtle"] = "underwater",
        ["coral"] = "underwater",
        ["submarine"] = "underwater",
        ["seahorse"] = "underwater",
        ["mermaid"] = "underwater",
        ["diver"] = "underwater",
        ["boat"] = "ocean",
        ["ship"] = "ocean",
        ["lighthouse"] = "ocean",
        ["paper-boat"] = "pond",
        ["rubber-duck"] = "bathtub",
        ["penguin"] = "ice-field",
        ["polar-bear"] = "ice-field",
        ["seal"] = "ice-field",
        ["igloo"] = "ice-field",
        ["train"] = "railway",
        ["toy-train"] = "living-room",
        ["christmas-tree"] = "living-room",
        ["bookshelf"] = "living-room",
        ["sofa"] = "living-room",
        ["car"] = "road",
        ["truck"] = "road",
        ["bus"] = "city-street",
        ["motorbike"] = "road",
        ["bicycle"] = "road",
        ["race-car"] = "race-track",
        ["tractor"] = "field",
        ["planet"] = "space",
        ["star"] = "space",
        ["comet"] = "space",
        ["asteroid"] = "space",
        ["satellite"] = "space",
        ["spaceship"] = "space",
        ["ufo"] = "field",
        ["rocket"] = "launch-pad",
        ["astronaut"] = "moon-surface",
        ["plane"] = "sky",
        ["helicopter"] = "sky",
        ["hot-air-balloon"] = "mountain",
        ["bird"] = "lake",
        ["duck"] = "pond",
        ["swan"] = "lake",
        ["gull"] = "beach",
        ["owl"] = "forest",
        ["eagle"] = "mountain",
        ["chicken"] = "farm",
        ["horse"] = "meadow",
        ["cow"] = "meadow",
        ["sheep"] = "meadow",
        ["pig"] = "farm",
        ["deer"] = "forest",
        ["fox"] = "forest",
        ["wolf"] = "forest",
        ["bear"] = "forest",
        ["rabbit"] = "meadow",
        ["elephant"] = "savanna",
        ["lion"] = "savanna",
        ["giraffe"] = "savanna",
        ["zebra"] = "savanna",
        ["camel"] = "desert",
        ["cactus"] = "desert",
        ["monkey"] = "jungle",
        ["tiger"] = "jungle",
        ["panda"] = "bamboo-forest",
        ["butterfly"] = "flower-field",
        ["bee"] = "flower-field",
        ["crab"] = "beach",
        ["dog"] = "park",
        ["cat"] = "living-room",
        ["dinosaur"] = "jungle",
        ["dragon"] = "mountain",
        ["unicorn"] = "meadow",
        ["chess-piece"] = "tabletop",
        ["chessboard"] = "tabletop",
        ["domino"] = "tabletop",
        ["marble-ball"] = "tabletop",
        ["die"] = "tabletop",
        ["coin"] = "tabletop",
        ["cake"] = "tabletop",
        ["candle"] = "tabletop",
        ["cup"] = "tabletop",
        ["teapot"] = "tabletop",
        ["fruit"] = "tabletop",
        ["food"] = "tabletop",
        ["vase"] = "tabletop",
        ["book"] = "tabletop",
        ["chef"] = "kitchen",
        ["knight"] = "meadow",
        ["wizard"] = "forest",
        ["king"] = "hallway",
        ["princess"] = "garden",
        ["clown"] = "circus",
        ["gymnast"] = "gym",
        ["skater"] = "ice-rink",
        ["figure-skater"] = "ice-rink",
        ["surfer"] = "beach",
        ["sailor"] = "ocean",
        ["pirate"] = "beach",
        ["farmer"] = "field",
        ["cowboy"] = "desert",
        ["detective"] = "city-street",
        ["news-anchor"] = "office",
        ["scientist"] = "laboratory",
        ["teacher"] = "school-place",
        ["doctor"] = "hospital",
        ["crowd"] = "square-place",
        ["basketball-player"] = "court",
        ["basketball"] = "court",
        ["football-player"] = "stadium",
        ["child"] = "park",
        ["skyscraper"] = "city",
        ["castle"] = "hill",
        ["windmill"] = "field",
        ["barn"] = "farm",
        ["house"] = "village",
        ["tent"] = "campsite",
        ["campfire"] = "campsite",
        ["snowman"] = "village",
        ["tree"] = "meadow",
        ["flower"] = "garden",
        ["sunflower"] = "sunflower-field",
        ["bonsai"] = "tabletop",
        ["mushroom"] = "forest",
        ["statue"] = "square-place",
        ["kite"] = "meadow",
        ["balloon"] = "meadow",
        ["street-lamp"] = "city-street",
        ["umbrella"] = "park",
        ["haystack"] = "field",
        ["snowball"] = "mountain",
        ["person"] = "park",
        ["animal"] = "meadow",
        ["vehicle"] = "road",
        ["plant"] = "garden",
        ["building"] = "hill",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Concept of the place in which the shot is staged.</summary>
    public static string Choose(Shot shot)
    {
        if (shot.Setting is { } asked)
        {
            if (asked is "field" or "meadow" && shot.Subjects.Any(subject => subject.Concept == "sunflower" && subject.Count > 12))
            {
                return "sunflower-field";
            }

            return asked;
        }

        foreach (Behaviour behaviour in shot.Actions.Select(action => Behaviours.Of(action.Verb) ?? Behaviour.Idle))
        {
            switch (behaviour)
            {
                case Behaviour.Sail:
                    return "ocean";
                case Behaviour.Swim when shot.Subjects.Any(s => Vocabulary.IsA(s.Concept, "animal")):
                    return shot.Subjects.Any(s => Vocabulary.IsA(s.Concept, "boat")) ? "ocean" : "underwater";
                case Behaviour.Orbit when shot.Subjects.Any(s => Vocabulary.IsA(s.Concept, "planet")):
                    return "space";
                default:
                    break;
            }
        }

        if (shot.Weather == Weather.Aurora)
        {
            return "lake";
        }

        foreach (Subject subject in shot.Subjects)
        {
            foreach (string name in Vocabulary.Lineage(subject.Concept).DefaultIfEmpty(subject.Concept))
            {
                if (HomeOf.TryGetValue(name, out string? home))
                {
                    return home;
                }
            }
        }

        if (shot.Subjects.Length == 0)
        {
            return shot.Weather switch
            {
                Weather.Rain or Weather.Storm => "city-street",
                Weather.Snow => "village",
                Weather.Dust => "desert",
                null => shot.TimeOfDay is null ? Studio : "ocean",
                _ => "meadow",
            };
        }

        return Studio;
    }

    /// <summary>The place itself or a more general one where the library has it, else the nearest in kind: water for water, open land for open land.</summary>
    public static string Available(string concept)
    {
        if (Vocabulary.Lineage(concept).DefaultIfEmpty(concept).Any(SettingLibrary.Knows))
        {
            return concept;
        }

        string[] relatives = Vocabulary.IsA(concept, "water-place") || Vocabulary.IsA(concept, "underwater") ? ["lake", "ocean"]
            : Vocabulary.IsA(concept, "city") ? ["city-street"]
            : concept is "ice-field" or "ski-slope" or "glacier" ? ["mountain", "village"]
            : Vocabulary.IsA(concept, "outdoors") ? ["meadow", "beach", "coastal-road", "village"]
            : [];
        return relatives.FirstOrDefault(SettingLibrary.Knows) ?? concept;
    }
}
