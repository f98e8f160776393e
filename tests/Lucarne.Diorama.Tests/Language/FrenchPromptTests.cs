using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Language;

public class FrenchPromptTests
{
    [Theory]
    [InlineData("une boule de neige dévale la montagne et grossit", "snowball roll down mountain", "snowball grow")]
    [InlineData("cinq pommes vertes tombent d'un panier et roulent dans l'herbe", "apple fall from basket", "apple roll in meadow")]
    [InlineData("un champ de tournesols qui ondulent dans le vent, fin d'après-midi", "sunflower sway")]
    [InlineData("un petit renard roux qui dort près d'un feu de camp", "fox sleep beside campfire")]
    [InlineData("une tour de cubes colorés s'effondre quand une boule de bowling la percute", "block collapse", "bowling-ball crash block")]
    [InlineData("un joueur de basket rate son tir et le ballon rebondit sur le panneau", "basketball-player miss throw-shot", "football bounce on backboard")]
    [InlineData("cent ballons rouges s'élèvent devant un gratte-ciel", "balloon rise in-front-of skyscraper")]
    [InlineData("deux pirates se battent sur un bateau en bois", "pirate fight on boat")]
    [InlineData("un chat noir saute sur une étagère et renverse un vase", "cat jump on bookshelf", "cat knock-over vase")]
    [InlineData("caméra à l'épaule, une fille court dans la forêt en riant", "girl run in forest", "girl laugh")]
    [InlineData("un homme et une femme marchent main dans la main sur la plage", "man walk on beach", "woman walk on beach")]
    [InlineData("une voiture rouge roule sur une route côtière, travelling latéral", "car drive on road")]
    public void Who_does_what_and_where_to(string prompt, params string[] deeds)
    {
        var screenplay = Reading.Of(prompt);
        screenplay.Language.ShouldBe("fr");
        screenplay.Shots[0].Deeds().ShouldBe(deeds);
        screenplay.Missed().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("une vieille voiture bleu foncé", "car", "dark-blue", null)]
    [InlineData("une balle en caoutchouc rouge", "ball", "red", "rubber")]
    [InlineData("des pommes vertes", "apple", "green", null)]
    [InlineData("un petit renard roux", "fox", "ginger", null)]
    [InlineData("un robot en métal", "robot", null, "metal")]
    [InlineData("un bateau de bois rouge et blanc", "boat", "red,white", "wood")]
    [InlineData("une foret blanche et un LAPIN blanc", "rabbit", "white", null)]
    public void Adjectives_after_the_noun_agree_with_it(string prompt, string subject, string? colours, string? material)
    {
        var attributes = Reading.Shot(prompt).Subject(subject).Attributes;
        attributes.Colours.ShouldBe(colours?.Split(',') ?? []);
        attributes.Material.ShouldBe(material);
    }

    [Theory]
    [InlineData("un phare dans la tempête, la nuit, éclairs et grosses vagues", null, TimeOfDay.Night, Weather.Storm)]
    [InlineData("un champ de tournesols qui ondulent dans le vent, fin d'après-midi", "field", TimeOfDay.Sunset, Weather.Wind)]
    [InlineData("aucune personne, aucun texte, juste une forêt sous la pluie", "forest", null, Weather.Rain)]
    [InlineData("coucher de soleil sur un océan calme, un petit voilier traverse lentement, vue de drone", "ocean", TimeOfDay.Sunset, null)]
    [InlineData("forte pluie dans une rue éclairée aux néons la nuit, reflets dans les flaques", "city-street", TimeOfDay.Night, Weather.Rain)]
    [InlineData("de la neige tombe sur un village tranquille, fenêtres éclairées, lumières de Noël", "village", null, Weather.Snow)]
    [InlineData("des montgolfières dérivent au-dessus de montagnes brumeuses à l'aube", "mountain", TimeOfDay.Dawn, Weather.Mist)]
    public void Place_hour_and_weather(string prompt, string? setting, TimeOfDay? time, Weather? weather)
    {
        var shot = Reading.Shot(prompt);
        shot.Setting.ShouldBe(setting);
        shot.TimeOfDay.ShouldBe(time);
        shot.Weather.ShouldBe(weather);
    }

    [Fact]
    public void A_knight_greets_the_crowd_and_speaks()
    {
        var shot = Reading.Shot("un chevalier salue la foule et dit : « Bonjour à tous ! »");
        shot.Dialogue.ShouldBe([new DialogueLine("knight", "Bonjour à tous !", "fr")]);
        shot.Subject("person").Count.ShouldBe(40);
        shot.Deeds().ShouldContain("knight wave-hand person");
    }

    [Fact]
    public void The_speaker_may_come_after_the_line() =>
        Reading.Shot("« Bonsoir », dit le chat.").Dialogue.ShouldBe([new DialogueLine("cat", "Bonsoir", "fr")]);

    [Fact]
    public void One_and_the_other_speak() =>
        Reading.Shot("deux robots jouent aux échecs ; l'un dit : « Échec et mat. » L'autre répond : « Encore ? »").Dialogue.Select(line => line.SpeakerId).ShouldBe(["robot", "robot-2"]);

    [Theory]
    [InlineData("aucune personne, aucun texte, juste une forêt sous la pluie", "person,text")]
    [InlineData("pas de chats, seulement des chiens", "cat")]
    [InlineData("une rue sans voitures ni piétons", "car,person")]
    public void What_is_ruled_out_is_left_out(string prompt, string excluded) => Reading.Shot(prompt).Excluded.ShouldBe(excluded.Split(','));

    [Theory]
    [InlineData("un chat, gros plan", null, ShotSize.CloseUp)]
    [InlineData("un chat, plan large, caméra à l'épaule", CameraMove.Handheld, ShotSize.Wide)]
    [InlineData("travelling avant lent vers un château", CameraMove.DollyIn, null)]
    [InlineData("un lac, vue aérienne", CameraMove.Aerial, null)]
    public void How_it_is_filmed(string prompt, CameraMove? move, ShotSize? size)
    {
        var camera = Reading.Shot(prompt).Camera;
        camera.Move.ShouldBe(move);
        camera.Size.ShouldBe(size);
    }

    [Fact]
    public void Slow_motion_and_a_table_of_marble()
    {
        var shot = Reading.Shot("six dominos tombent l'un après l'autre sur une table en marbre, au ralenti");
        shot.TimeScale.ShouldBe(0.25f);
        shot.Setting.ShouldBe("table");
        shot.SettingAttributes.Material.ShouldBe("marble");
        shot.Subject("domino").Count.ShouldBe(6);
    }
}
