using System.Collections.Frozen;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>The things and beings that can be shown, by concept.</summary>
public static class PropLibrary
{
    private static readonly FrozenDictionary<string, Func<PropRequest, Prop>> Recipes = new Dictionary<string, Func<PropRequest, Prop>>(StringComparer.Ordinal)
    {
        ["ball"] = Balls.Ball, ["beach-ball"] = Balls.BeachBall, ["basketball"] = Balls.Basketball, ["football"] = Balls.Football, ["soccer-ball"] = Balls.Football,
        ["tennis-ball"] = Balls.TennisBall, ["bowling-ball"] = Balls.BowlingBall, ["marble"] = Balls.Marble, ["snowball"] = Balls.Snowball, ["cannonball"] = Balls.IronBall,
        ["block"] = Blocks.Block, ["box"] = Blocks.Box, ["gift"] = Blocks.Gift, ["crate"] = Blocks.Crate, ["barrel"] = Blocks.Barrel, ["domino"] = Blocks.Domino, ["brick"] = Blocks.Brick,
        ["tree"] = Trees.Broadleaf, ["cherry-tree"] = Trees.CherryBlossom, ["pine"] = Trees.Pine, ["christmas-tree"] = Trees.ChristmasTree, ["palm"] = Trees.Palm, ["bonsai"] = Trees.Bonsai, ["bush"] = Trees.Bush,
        ["car"] = Cars.Car, ["vintage-car"] = Cars.Vintage, ["sports-car"] = Cars.Modern, ["taxi"] = Cars.Modern, ["police-car"] = Cars.Modern, ["truck"] = Cars.Truck, ["fire-truck"] = Cars.Truck, ["bus"] = Cars.Truck,
        ["sailing-boat"] = Boats.SailingBoat, ["rowing-boat"] = Boats.RowingBoat, ["paper-boat"] = Boats.PaperBoat, ["ship"] = Boats.Ship, ["submarine"] = Boats.Submarine,
        ["house"] = Buildings.House, ["cabin"] = Buildings.House, ["church"] = Buildings.Church, ["skyscraper"] = Buildings.Skyscraper, ["building"] = Buildings.Skyscraper, ["lighthouse"] = Buildings.Lighthouse, ["castle"] = Buildings.Castle,
        ["candle"] = Festive.Candle, ["birthday-cake"] = Festive.BirthdayCake, ["balloon"] = Festive.Balloon, ["hot-air-balloon"] = Festive.HotAirBalloon, ["campfire"] = Festive.Campfire, ["potted-plant"] = Plants.PottedPlant, ["snowman"] = Winter.Snowman,
        ["street-lamp"] = Street.StreetLamp, ["bench"] = Street.Bench, ["fence"] = Street.Fence, ["fire-hydrant"] = Street.Hydrant, ["traffic-light"] = Street.TrafficLight,
        ["vase"] = Household.Vase, ["bottle"] = Household.Bottle, ["cup"] = Household.Cup, ["basket"] = Household.Basket, ["book"] = Household.Book, ["bookshelf"] = Household.Bookshelf, ["table"] = Household.Table, ["chair"] = Household.Chair, ["lamp"] = Household.Lamp, ["bathtub"] = Household.Bathtub, ["pancake"] = Household.Pancake,
        ["apple"] = Household.Fruit, ["orange"] = Household.Fruit, ["pear"] = Household.Fruit, ["lemon"] = Household.Fruit, ["tomato"] = Household.Fruit, ["pumpkin"] = Household.Fruit, ["watermelon"] = Household.Fruit,
        ["chess-king"] = Household.Chess, ["chess-queen"] = Household.Chess, ["chess-bishop"] = Household.Chess, ["chess-knight"] = Household.Chess, ["chess-rook"] = Household.Chess, ["chess-pawn"] = Household.Chess,
        ["bicycle"] = Machines.Bicycle, ["toy-train"] = Machines.Train, ["train"] = Machines.Train, ["rocket"] = Machines.Rocket, ["spaceship"] = Machines.Spaceship, ["planet"] = Machines.Planet, ["ringed-planet"] = Machines.Planet, ["star"] = Machines.Planet, ["sun"] = Machines.Planet, ["moon"] = Machines.Planet, ["earth"] = Machines.Planet,
        ["aeroplane"] = Machines.Aeroplane, ["drone"] = Machines.Drone, ["helicopter"] = Machines.Drone, ["robot"] = Machines.Robot, ["anvil"] = Machines.Anvil, ["wrecking-ball"] = Machines.WreckingBall,
        ["flower"] = Plants.Flower, ["rose"] = Plants.Flower, ["tulip"] = Plants.Flower, ["daisy"] = Plants.Flower, ["poppy"] = Plants.Flower, ["sunflower"] = Plants.Sunflower, ["cactus"] = Plants.Cactus, ["mushroom"] = Plants.Mushroom, ["coral"] = Plants.Coral, ["seaweed"] = Plants.Seaweed,
        ["rock"] = Outdoors.Rock, ["feather"] = Outdoors.Feather, ["umbrella"] = Outdoors.Umbrella, ["kite"] = Outdoors.Kite, ["tent"] = Outdoors.Tent, ["haystack"] = Outdoors.Haystack, ["wall"] = Outdoors.Wall, ["bridge"] = Outdoors.Bridge, ["windmill"] = Outdoors.Windmill, ["slime"] = Outdoors.Slime, ["basketball-hoop"] = Outdoors.Hoop,
        ["penguin"] = Creatures.Penguin, ["bird"] = Creatures.Bird, ["seagull"] = Creatures.Bird, ["eagle"] = Creatures.Bird, ["dove"] = Creatures.Bird, ["parrot"] = Creatures.Bird, ["crow"] = Creatures.Bird, ["duck"] = Creatures.Bird, ["owl"] = Creatures.Bird, ["flamingo"] = Creatures.Bird,
        ["rubber-duck"] = Creatures.RubberDuck, ["fish"] = Creatures.Fish, ["shark"] = Creatures.Fish, ["dolphin"] = Creatures.Fish, ["whale"] = Creatures.Whale, ["orca"] = Creatures.Whale, ["octopus"] = Creatures.Octopus, ["butterfly"] = Creatures.Butterfly, ["dragon"] = Creatures.Dragon,
    }.Concat(Quadrupeds.Concepts.Select(concept => KeyValuePair.Create<string, Func<PropRequest, Prop>>(concept, Quadrupeds.Make)))
        .Concat(People.Concepts.Select(concept => KeyValuePair.Create<string, Func<PropRequest, Prop>>(concept, People.Make))).ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>Other concepts that a recipe serves well.</summary>
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["glass-marble"] = "marble", ["palm-tree"] = "palm", ["slime-monster"] = "slime", ["present"] = "gift",
        ["cake"] = "birthday-cake", ["toy-block"] = "block", ["wooden-block"] = "block", ["cube"] = "block", ["boat"] = "sailing-boat", ["sailboat"] = "sailing-boat",
        ["lamp-post"] = "street-lamp", ["pine-tree"] = "pine", ["fir"] = "pine", ["fir-tree"] = "pine", ["cherry-blossom"] = "cherry-tree", ["bonsai-tree"] = "bonsai", ["oak"] = "tree", ["fire"] = "campfire",
        ["backboard"] = "basketball-hoop", ["church-building"] = "church", ["fire-engine"] = "fire-truck", ["race-car"] = "sports-car", ["convertible"] = "vintage-car", ["earth-planet"] = "earth", ["orange-fruit"] = "orange", ["quadcopter"] = "drone", ["cottage"] = "cabin",
        ["athlete"] = "runner", ["hiker"] = "person", ["teenager"] = "boy", ["plant"] = "potted-plant", ["reindeer"] = "deer", ["stag"] = "deer", ["pony"] = "horse", ["calf"] = "cow", ["bull"] = "cow", ["lamb"] = "sheep", ["piglet"] = "pig",
        ["goldfish"] = "fish", ["polar-bear"] = "bear", ["donkey"] = "horse", ["swan"] = "duck", ["goose"] = "duck", ["pigeon"] = "dove", ["sparrow"] = "bird", ["robin"] = "bird", ["duckling"] = "duck", ["labrador"] = "dog", ["poodle"] = "dog", ["corgi"] = "dog",
        ["bathtub-duck"] = "rubber-duck", ["brick-wall"] = "wall", ["airplane"] = "aeroplane", ["plane"] = "aeroplane", ["ufo"] = "spaceship", ["flying-saucer"] = "spaceship", ["saturn"] = "ringed-planet", ["bike"] = "bicycle", ["stone"] = "rock", ["boulder"] = "rock", ["puppy"] = "dog", ["golden-retriever"] = "dog", ["kitten"] = "cat", ["blue-whale"] = "whale",
        ["adult"] = "person", ["human"] = "person", ["figure-skater"] = "skater", ["ballerina"] = "dancer", ["cook"] = "chef", ["cow-boy"] = "farmer", ["santa-claus"] = "santa", ["police-man"] = "police-officer", ["lorry"] = "truck", ["school-bus"] = "bus", ["locomotive"] = "train", ["steam-train"] = "train", ["desk"] = "table", ["hay-bale"] = "haystack", ["sports-ball"] = "ball", ["rubber-ball"] = "ball", ["wrecking-ball-and-chain"] = "wrecking-ball", ["chess-piece"] = "chess-king", ["tower"] = "castle",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Colour of a concept whose model usually has another.</summary>
    private static readonly FrozenDictionary<string, string> UsualColours = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["polar-bear"] = "white", ["goldfish"] = "orange", ["donkey"] = "grey", ["zebra"] = "white", ["swan"] = "white", ["goose"] = "white", ["duckling"] = "yellow", ["pigeon"] = "grey", ["sparrow"] = "brown", ["robin"] = "russet", ["unicorn"] = "white", ["pegasus"] = "white",
        ["lioness"] = "golden", ["labrador"] = "golden", ["poodle"] = "white", ["corgi"] = "ginger", ["panther"] = "black", ["polar-fox"] = "white", ["gorilla"] = "black", ["crow"] = "black",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A relative that is nearer to a concept than its parent; used, and reported, when the concept has no model.</summary>
    private static readonly FrozenDictionary<string, string> StandIns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["old-man"] = "king", ["soldier"] = "police-officer", ["lioness"] = "tiger", ["hawk"] = "eagle", ["cowboy"] = "farmer", ["husky"] = "wolf", ["coyote"] = "wolf",
        ["tower-building"] = "castle", ["van"] = "truck", ["ambulance"] = "truck", ["tractor"] = "truck", ["excavator"] = "truck", ["tram"] = "bus", ["motorcycle"] = "bicycle", ["scooter"] = "bicycle", ["airship"] = "hot-air-balloon", ["satellite"] = "spaceship", ["moon-rover"] = "car", ["vehicle"] = "car",
        ["mammal"] = "dog", ["animal"] = "dog", ["reptile"] = "dragon", ["insect"] = "butterfly", ["sea-animal"] = "fish", ["monster"] = "slime", ["jellyfish"] = "octopus", ["monkey"] = "bear", ["mouse"] = "rabbit", ["squirrel"] = "fox", ["goat"] = "sheep", ["giraffe"] = "deer", ["camel"] = "horse", ["llama"] = "sheep", ["kangaroo"] = "rabbit", ["hippopotamus"] = "elephant", ["rhinoceros"] = "elephant", ["raccoon"] = "fox", ["seal"] = "dolphin",
        ["food"] = "birthday-cake", ["fruit"] = "apple", ["vegetable"] = "tomato", ["pizza"] = "pancake", ["furniture"] = "chair", ["sofa"] = "chair", ["bed"] = "table", ["light-source"] = "lamp", ["lantern"] = "candle", ["celestial"] = "star", ["asteroid"] = "rock", ["landform"] = "rock", ["iceberg"] = "rock", ["statue"] = "king", ["bucket"] = "basket", ["glass-cup"] = "cup", ["treasure-chest"] = "crate", ["log"] = "barrel", ["toy"] = "block", ["household"] = "vase", ["sport-equipment"] = "ball", ["instrument"] = "box", ["appliance"] = "box", ["lily-pad"] = "bush",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every concept that has a model of its own, aliases included.</summary>
    public static IEnumerable<string> Concepts => Recipes.Keys.Concat(Aliases.Keys).Order(StringComparer.Ordinal);

    /// <summary>True when the concept has a model of its own.</summary>
    public static bool Knows(string concept) => Recipes.ContainsKey(concept) || Aliases.ContainsKey(concept);

    /// <summary>Makes a prop. The same request gives the same prop, bit for bit.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="parentOf">Parent of a concept in the vocabulary; null at its root. The nearest ancestor with a model stands in for a concept without one, and <see cref="Prop.InsteadOf"/> says so.</param>
    /// <returns>The prop; where nothing is related, a painted block.</returns>
    public static Prop Make(PropRequest request, Func<string, string?>? parentOf = null)
    {
        if (request.Attributes.Colours.Length == 0 && UsualColours.TryGetValue(request.Concept, out string? usual))
        {
            request = request with { Attributes = request.Attributes with { Colours = [usual] } };
        }

        string? concept = request.Concept;
        for (int depth = 0; concept is not null && depth < 16; depth++)
        {
            string name = Aliases.GetValueOrDefault(concept, concept);
            if (Recipes.TryGetValue(name, out Func<PropRequest, Prop>? recipe))
            {
                Prop prop = recipe(name == request.Concept ? request : request with { Concept = name });
                return concept == request.Concept ? Named(prop, request.Concept, null) : Named(prop, name, request.Concept);
            }

            concept = StandIns.GetValueOrDefault(concept) ?? parentOf?.Invoke(concept);
        }

        return Named(Blocks.Block(request with { Concept = "block" }), "block", request.Concept);
    }

    private static Prop Named(Prop prop, string concept, string? insteadOf) => prop.Concept == concept && insteadOf is null ? prop : new Prop
    {
        Concept = concept, InsteadOf = insteadOf, Parts = prop.Parts, Rig = prop.Rig, SizeM = prop.SizeM, RestOffsetM = prop.RestOffsetM, Collision = prop.Collision,
        MassKg = prop.MassKg, Substance = prop.Substance, Friction = prop.Friction, Restitution = prop.Restitution, FloatDraughtM = prop.FloatDraughtM,
        CruiseSpeedMps = prop.CruiseSpeedMps, Lights = prop.Lights, Emitters = prop.Emitters, Anchors = prop.Anchors,
    };
}
