using System.Collections.Frozen;

namespace Lucarne.Social.Topics;

/// <summary>Which concepts of a screenplay belong to which topic. Subjects stand before places, places before weather and light: of more topics than a post carries, the first count.</summary>
/// <remarks>A concept that is not listed belongs to the topic of its last part: a <c>sports-car</c> is a car. docs/feed.md explains it.</remarks>
internal static class TopicTable
{
    private static readonly (TopicCode Topic, string Emoji, string English, string French, string Concepts)[] Rows =
    [
        (TopicCode.Cats, "🐱", "Cats", "Chats", "cat kitten meow"),
        (TopicCode.Dogs, "🐶", "Dogs", "Chiens", "dog puppy golden-retriever labrador corgi dalmatian husky poodle dachshund bulldog german-shepherd bark"),
        (TopicCode.Horses, "🐴", "Horses", "Chevaux", "horse pony donkey zebra pegasus unicorn gallop"),
        (TopicCode.Birds, "🐦", "Birds", "Oiseaux",
            "bird sparrow robin swallow-bird pigeon dove crow seagull eagle hawk owl parrot hummingbird woodpecker duck duckling goose swan peacock ostrich flamingo stork penguin"),
        (TopicCode.SeaLife, "🐠", "Sea life", "Vie marine",
            "sea-animal fish goldfish shark manta-ray swordfish seahorse octopus jellyfish crab lobster starfish coral turtle dolphin whale orca seal reef underwater"),
        (TopicCode.WildAnimals, "🦊", "Wild animals", "Animaux sauvages",
            "wolf fox coyote lion lioness tiger leopard panther bear panda koala deer stag reindeer antelope elephant mammoth giraffe rhinoceros hippopotamus camel llama kangaroo monkey gorilla "
            + "chimpanzee sloth squirrel hedgehog beaver raccoon bat snake lizard chameleon crocodile frog boar buffalo savanna zoo"),
        (TopicCode.FarmAnimals, "🐑", "Farm animals", "Animaux de la ferme", "cow bull calf sheep lamb goat pig piglet chicken rooster chick turkey rabbit"),
        (TopicCode.Insects, "🦋", "Insects", "Insectes", "insect butterfly bee housefly dragonfly firefly ladybug beetle ant grasshopper caterpillar spider scorpion snail"),
        (TopicCode.Dinosaurs, "🦕", "Dinosaurs", "Dinosaures", "dinosaur tyrannosaurus pterodactyl"),
        (TopicCode.Fantasy, "🐉", "Fantasy", "Fantastique",
            "dragon phoenix kraken monster slime-monster knight king queen wizard witch fairy elf giant-person mermaid angel devil ghost zombie vampire skeleton werewolf castle cast-spell breathe-fire"),
        (TopicCode.Robots, "🤖", "Robots", "Robots", "robot"),
        (TopicCode.Space, "🚀", "Space", "Espace",
            "astronaut alien rocket space-shuttle spaceship flying-saucer satellite moon-rover space launch-pad planet saturn earth-planet asteroid nebula orbit lift-off"),
        (TopicCode.Music, "🎵", "Music", "Musique", "musician singer instrument guitar piano violin cello drum trumpet saxophone flute accordion microphone play-music sing"),
        (TopicCode.Dance, "💃", "Dance", "Danse", "dancer ballerina figure-skater dance"),
        (TopicCode.Sport, "⚽", "Sport", "Sport",
            "athlete acrobat gymnast skateboarder skier surfer swimmer cyclist runner basketball-player footballer tennis-player boxer basketball football tennis-ball golf-ball baseball sport-equipment surfboard "
            + "skateboard skis stadium court gym race-track ski-slope ice-rink skate ski surf score exercise"),
        (TopicCode.Toys, "🧸", "Toys and games", "Jeux et jouets",
            "toy ball bouncy-ball beach-ball bowling-ball billiard-ball glass-marble yo-yo balloon domino dice chess-piece chess-king chess-knight chessboard playing-card puzzle teddy-bear doll rubber-duck toy-soldier "
            + "toy-car toy-train toy-boat rocking-horse kite spinning-top frisbee bubble slinky carousel ferris-wheel roller-coaster playground amusement-park paper-boat paper-plane play-chess juggle kite-fly"),
        (TopicCode.Cars, "🚗", "Cars and roads", "Voitures et routes",
            "car convertible taxi jeep limousine van truck fire-engine ambulance bus motorcycle scooter bicycle tractor excavator road highway parking-lot tunnel drive"),
        (TopicCode.Trains, "🚂", "Trains", "Trains", "train tram railway train-station wagon"),
        (TopicCode.Boats, "⛵", "Boats", "Bateaux", "boat motorboat ferry ship submarine sailor pirate harbour sail"),
        (TopicCode.Flight, "✈️", "Flight", "Vol", "airplane fighter-jet biplane glider helicopter quadcopter hot-air-balloon airship pilot airport"),
        (TopicCode.Food, "🍰", "Food", "Cuisine",
            "food fruit apple pear orange-fruit lemon banana strawberry cherry grape peach plum watermelon pineapple coconut kiwi-fruit vegetable tomato carrot potato onion pumpkin cabbage corn pepper cucumber bean mushroom "
            + "bread croissant pancake cake birthday-cake cupcake cookie donut ice-cream sweet pizza burger pasta sushi soup cheese meat honey chef waiter restaurant market eat cook drink"),
        (TopicCode.Flowers, "🌸", "Flowers and gardens", "Fleurs et jardins",
            "flower rose tulip daisy sunflower poppy dandelion lavender-plant petal lily-pad cherry-tree flower-field garden orchard plant-seed"),
        (TopicCode.Fire, "🔥", "Fire", "Feu", "fire campfire explosion lava firework candle volcano fireplace burn explode"),
        (TopicCode.Sea, "🌊", "The sea", "La mer", "ocean beach island wave cliff water-place lighthouse wave-roll sandcastle seashell"),
        (TopicCode.Rivers, "🏞️", "Lakes and rivers", "Lacs et rivières", "lake pond river waterfall swamp bridge-place"),
        (TopicCode.Mountains, "⛰️", "Mountains", "Montagnes", "mountain hill valley"),
        (TopicCode.Forest, "🌲", "Forest", "Forêt", "forest jungle bamboo-forest tree pine-tree treehouse cave"),
        (TopicCode.Desert, "🏜️", "Desert", "Désert", "desert cactus tumbleweed pyramid"),
        (TopicCode.Countryside, "🌾", "Countryside", "Campagne", "meadow field wheat-field vineyard farm village windmill barn farmer hay-bale scarecrow"),
        (TopicCode.City, "🏙️", "The city", "La ville", "city city-street square-place rooftop skyscraper street-lamp traffic-light park"),
        (TopicCode.Home, "🏠", "At home", "À la maison", "kitchen living-room bedroom sofa indoors"),
        (TopicCode.Rain, "🌧️", "Rain and storms", "Pluie et orages", "weather:rain weather:storm umbrella puddle tornado"),
        (TopicCode.Snow, "❄️", "Snow and ice", "Neige et glace", "weather:snow snowman snowball iceberg glacier ice-field sled snow-sculpture avalanche"),
        (TopicCode.Night, "🌙", "Night", "Nuit", "time:night weather:aurora"),
        (TopicCode.Sunset, "🌅", "Sunrise and sunset", "Aube et couchant", "time:dawn time:sunset time:dusk"),
        (TopicCode.Animation, "🎨", "Animation", "Animation", "style:anime style:cartoon style:comic style:watercolour style:oil-painting style:pixel-art style:sketch style:claymation style:papercraft style:lego style:3d-animation"),
        (TopicCode.BlackAndWhite, "🎞️", "Black and white", "Noir et blanc", "style:black-and-white style:film-noir style:sepia style:silent-film"),
    ];

    private static readonly FrozenDictionary<TopicCode, TopicView> Views = Rows.ToFrozenDictionary(r => r.Topic, r => new TopicView(r.Topic, r.Emoji, new TopicNameView(r.English, r.French)));

    private static readonly FrozenDictionary<string, int> PlaceOf = Rows
        .SelectMany((row, place) => row.Concepts.Split(' ').Select(concept => (concept, place)))
        .ToFrozenDictionary(pair => pair.concept, pair => pair.place, StringComparer.Ordinal);

    /// <summary>How a topic is shown.</summary>
    public static TopicView View(TopicCode topic) => Views[topic];

    /// <summary>Place in the table of the topic that a concept belongs to; null for none.</summary>
    /// <param name="concept">A concept of a screenplay; weather, time of day and style with their kind before it (<c>weather:rain</c>).</param>
    public static int? Place(string concept)
    {
        for (string part = concept; ; part = part[(part.IndexOf('-', StringComparison.Ordinal) + 1)..])
        {
            if (PlaceOf.TryGetValue(part, out int place))
            {
                return place;
            }

            if (!part.Contains('-', StringComparison.Ordinal))
            {
                return null;
            }
        }
    }

    /// <summary>The topic at a place.</summary>
    public static TopicCode At(int place) => Rows[place].Topic;
}
