namespace Lucarne.App.Demo;

/// <summary>Someone of the demo.</summary>
/// <param name="Handle">Without the at sign.</param>
/// <param name="Name">Name for people; plainly of a story.</param>
/// <param name="Bio">What they say of themselves.</param>
/// <param name="Locale"><c>en</c> or <c>fr</c>.</param>
internal sealed record DemoPerson(string Handle, string Name, string Bio, string Locale);

/// <summary>A film of the demo.</summary>
/// <param name="Author">Index of its author.</param>
/// <param name="Prompt">What they ask for.</param>
/// <param name="Title">Its title.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="RemixOf">Index of the film that it remixes; null for an original.</param>
/// <param name="Wide">True for a landscape film.</param>
internal sealed record DemoFilm(int Author, string Prompt, string Title, string Caption, int? RemixOf = null, bool Wide = false);

/// <summary>A thread under a film: what the first says, then the answers.</summary>
/// <param name="Film">Index of the film.</param>
/// <param name="Lines">Author index and text of each line; the first opens the thread.</param>
internal sealed record DemoThread(int Film, params (int Author, string Text)[] Lines);

/// <summary>A collection of the demo, for everyone to open.</summary>
/// <param name="Owner">Index of its owner.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Films">Indices of its films in their order.</param>
internal sealed record DemoCollection(int Owner, string Name, string Description, int[] Films);

/// <summary>A conversation of the demo.</summary>
/// <param name="Name">Name of a group; empty for a room for two.</param>
/// <param name="Members">Indices of its people; the first one opens it.</param>
/// <param name="Lines">Author index, text, and the film that is shared, of each message.</param>
internal sealed record DemoTalk(string Name, int[] Members, params (int Author, string Text, int? Film)[] Lines);

/// <summary>The people and films that <c>seed --demo</c> brings to life. All of them are invented.</summary>
internal static class DemoStory
{
    public static readonly DemoPerson[] People =
    [
        new("fern.lighthouse", "Fern of the Lighthouse", "Keeper of an imaginary lamp. I film weather. An invented person.", "en"),
        new("capitaine.bulle", "Capitaine Bulle", "Marin de baignoire, collectionneur d’orages. Personnage inventé.", "fr"),
        new("mabel.marble", "Mabel Marble", "If it rolls, bounces or topples, I have filmed it twice. An invented person.", "en"),
        new("otto.cloud", "Otto Cloud", "Balloons, kites, everything that refuses to stay down. An invented person.", "en"),
        new("lune.papier", "Lune de Papier", "Petits bateaux, grandes nuits. Personnage inventé.", "fr"),
        new("pixel.baker", "The Pixel Baker", "Slow mornings, warm light, cats on sills. An invented person.", "en"),
        new("gare.minuit", "Gare de Minuit", "Je filme les trains que personne ne prend. Personnage inventé.", "fr"),
        new("juniper.static", "Juniper Static", "Robots with feelings. Rain on neon. An invented person.", "en"),
        new("tortue.rapide", "Tortue Rapide", "Tout au ralenti, surtout moi. Personnage inventé.", "fr"),
        new("nils.north", "Nils North", "Snow, aurora, reindeer if I am lucky. An invented person.", "en"),
        new("zelie.comete", "Zélie Comète", "Planètes, fusées, et un chat astronaute. Personnage inventé.", "fr"),
        new("domino.club", "The Domino Club", "We set them up. You know the rest. An invented club.", "en"),
    ];

    public static readonly DemoFilm[] Films =
    [
        new(0, "A lighthouse in a storm at night, waves crash against the rocks, wide shot", "Night shift", "Nobody relieved me. #storm"),
        new(2, "A red rubber ball bounces down a wooden staircase", "Eleven steps", "Count them with the sound on. #physics"),
        new(11, "A row of dominoes falls on a wooden table", "Line of thought", "Two hours to set up, seconds to regret. #dominoes"),
        new(4, "Two paper boats drift on a quiet pond at dawn", "Régate", "Départ sans vent. #bateaux"),
        new(3, "Hot air balloons rise over a misty valley at sunrise", "Up is a direction", "First light, last rope. #balloons"),
        new(5, "A grey cat sits in a window and watches the rain", "Supervisor", "She approves of the weather. #cats"),
        new(6, "A steam train crosses a stone bridge in a green valley", "Dernier départ", "Voie 9, sans arrêt. #trains"),
        new(7, "A small robot walks through a neon city street in the rain", "Rust weather", "He forgot his umbrella again. #robots"),
        new(9, "A reindeer walks through a snowy forest under the aurora", "Green quiet", "Minus thirty, worth it. #north"),
        new(10, "A rocket launches from the desert at night", "Trois, deux…", "Le sable s’en souvient. #fusée"),
        new(1, "A sailing ship on a stormy sea, lightning in the distance", "Coup de tabac", "Tout le monde à la baignoire ! #orage"),
        new(8, "A yellow kite flies over a beach at sunset", "Presque immobile", "En temps réel, je le jure. #plage"),
        new(3, "A kite flies over a green meadow on a windy day", "One string attached", "It pulled first. #kite"),
        new(2, "A glass marble rolls along a wooden track", "Small planet", "Ends where it must. #marbles"),
        new(5, "A kettle steams on a stove in a sunny kitchen", "Seven a.m.", "Nothing happens, beautifully. #slow"),
        new(0, "A lighthouse on a calm sea", "Day off", "Counted forty waves, kept one. #sea"),
        new(9, "Snow falls on a small village at night", "First snow", "You can hear it not making a sound. #snow"),
        new(10, "A red rocket rises over a snowy forest at night", "Miaou, Houston", "Le chat est aux commandes. #espace"),
        new(11, "A tower of wooden blocks collapses in slow motion", "Structural doubts", "It was fine until it was not. #physics"),
        new(6, "A tram passes through a rainy street at night", "Ligne 3", "Terminus : demain. #pluie"),
        new(7, "A robot waters flowers in a garden", "Second career", "The tulips do not mind the noise. #robots"),
        new(4, "Autumn leaves float on a river", "Courrier", "Chaque feuille a un destinataire. #automne"),
        new(1, "A sailing ship on a calm sea at sunset", "Bonsoir", "Il salue toujours. #mer", Wide: true),
        new(8, "A red ball rolls across a green meadow", "Grand prix", "Dépassement au troisième virage. #course"),

        new(1, "A lighthouse in a storm at night, lightning strikes, a small boat on the waves", "Night shift, seen from the bathtub", "Je passais par là. #storm", RemixOf: 0),
        new(9, "A lighthouse in a snowstorm at night", "Night shift, up here", "Same job, colder hands. #snow", RemixOf: 0),
        new(0, "A lighthouse on a calm evening, the sea is quiet", "After the shift", "Thank you both. #calm", RemixOf: 25),
        new(11, "A red rubber ball bounces down a staircase and knocks over dominoes", "Eleven steps and a consequence", "Collaboration, involuntary. #dominoes", RemixOf: 1),
        new(8, "A red rubber ball bounces down a wooden staircase in slow motion", "Onze marches, très lentement", "J’ai compté aussi. #ralenti", RemixOf: 1),
        new(2, "Five paper boats drift on a quiet pond at dawn", "Regatta, with rivals", "I brought the wind. #boats", RemixOf: 3),
        new(7, "A robot stands in a snowy village at night", "He wanted to see the train", "So we waited. #robots", RemixOf: 6),
        new(10, "A reindeer walks through a snowy forest, a rocket rises behind the trees", "Livraison express", "En avance cette année. #north", RemixOf: 8),
        new(3, "Colourful hot air balloons over a lake at sunset", "Supervisor, promoted", "She now runs the airfield. #cats", RemixOf: 5),
    ];

    public static readonly DemoThread[] Threads =
    [
        new(0, (1, "Je sens l’embrun jusqu’ici. Bravo !"), (0, "@capitaine.bulle towel on its way"), (9, "The light sweeping the foam at the end. How did you word that?"), (0, "“waves crash against the rocks”, nothing more")),
        new(1, (11, "The eleventh bounce is ours, we are calling it."), (2, "You cannot call a bounce."), (8, "Vous pouvez le refaire plus lentement ?"), (2, "@tortue.rapide remix it, it is open")),
        new(2, (2, "The sound!"), (11, "We kept the kitchen quiet for a week."), (5, "My cat left the room.")),
        new(3, (10, "Qui a gagné ?"), (4, "Le courant."), (2, "Want rivals?")),
        new(4, (0, "The mist is doing half of the work and it is lovely."), (3, "I pay it in sunrise.")),
        new(5, (7, "She looks at the rain as if she had ordered it."), (5, "She had."), (3, "May I promote her?"), (5, "Please.")),
        new(6, (7, "My robot asks when it stops."), (6, "Jamais. C’est tout l’intérêt."), (10, "On dirait une maquette, en mieux.")),
        new(7, (5, "Someone give him an umbrella."), (7, "He has nine. He likes the sound.")),
        new(8, (0, "Is that real green?"), (9, "As real as the reindeer."), (10, "Je peux y ajouter quelque chose qui brûle un peu ?"), (9, "At a distance.")),
        new(10, (0, "Hold on to something."), (1, "Je tiens le savon.")),
        new(11, (6, "J’ai eu le temps de prendre un train."), (8, "Et il était en retard.")),
        new(17, (9, "Houston, we have a purr."), (10, "Confirmé.")),
        new(24, (0, "You were out there in THAT?"), (1, "La baignoire est insubmersible.")),
        new(27, (2, "We are even."), (11, "We are aligned. It is different.")),
        new(32, (5, "She has seen it and demands a window seat."), (3, "Granted.")),
    ];

    public static readonly DemoCollection[] Collections =
    [
        new(2, "Things that roll", "Marbles, balls, consequences.", [1, 13, 27, 2]),
        new(4, "Petites nuits", "À regarder avant de dormir.", [15, 16, 19, 0]),
        new(5, "Slow mornings", "Nothing happens, beautifully.", [14, 5, 21]),
        new(9, "Cold, please", "Snow, more snow, and what lives in it.", [8, 16, 25, 31]),
        new(10, "Ce qui monte", "Fusées, ballons, cerfs-volants.", [9, 4, 12, 17]),
        new(7, "Robots with feelings", "They would rather not talk about it.", [7, 20, 30]),
    ];

    public static readonly DemoTalk[] Talks =
    [
        new("", [1, 0],
            (1, "Votre phare m’a tenu éveillé. C’est un compliment.", null), (0, "Then it did its work. Have you seen what Nils made of it?", 25), (1, "Oui. J’ai sorti une deuxième couverture.", null)),
        new("", [2, 11],
            (2, "Next time we start from YOUR dominoes and end on MY stairs.", null), (11, "Deal. Eleven steps, no cats.", 2), (2, "No cats.", null)),
        new("Gare et ciel", [6, 3, 10],
            (6, "Idée : un train qui croise un ballon qui croise une fusée.", null), (3, "I can bring the balloon. First light only.", 4), (10, "La fusée est prête depuis hier.", 9), (6, "Voie 9, à l’aube.", null)),
        new("", [5, 3],
            (5, "She watched your remix four times.", 32), (3, "Tell her the airfield is hers.", null)),
        new("", [8, 4],
            (8, "Ta régate est trop rapide pour moi.", 3), (4, "Je l’ai filmée au ralenti, pourtant.", null), (8, "Justement.", null)),
    ];
}
