using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Language;

public class EnglishPromptTests
{
    [Fact]
    public void A_subject_has_its_colour_and_material_and_the_place_its_own()
    {
        var shot = Reading.Shot("a red rubber ball bouncing down a wooden staircase");
        shot.Setting.ShouldBe("staircase");
        shot.SettingAttributes.Material.ShouldBe("wood");
        shot.Subject("ball").Attributes.Colours.ShouldBe(["red"]);
        shot.Subject("ball").Attributes.Material.ShouldBe("rubber");
        shot.Deeds().ShouldBe(["ball bounce down staircase"]);
    }

    [Theory]
    [InlineData("three glass marbles rolling into each other on a marble table, slow motion, close-up", "glass-marble", 3)]
    [InlineData("100 red balloons rising past a skyscraper", "balloon", 100)]
    [InlineData("1,000 balloons", "balloon", 200)]
    [InlineData("twenty-five red cubes", "block", 25)]
    [InlineData("a dozen white sheep grazing on a hill", "sheep", 12)]
    [InlineData("a row of dominoes toppling around a birthday cake", "domino", 8)]
    [InlineData("a pair of wolves", "wolf", 2)]
    [InlineData("a crowd cheering in a stadium at night", "person", 40)]
    public void Numbers_in_words_digits_and_groups_are_counts(string prompt, string subject, int count) =>
        Reading.Shot(prompt).Subject(subject).Count.ShouldBe(count);

    [Fact]
    public void A_small_thing_on_a_table_is_filmed_on_the_table()
    {
        var shot = Reading.Shot("three glass marbles rolling into each other on a marble table, slow motion, close-up");
        shot.Setting.ShouldBe("table");
        shot.SettingAttributes.Material.ShouldBe("marble");
        shot.TimeScale.ShouldBe(0.25f);
        shot.Camera.Size.ShouldBe(ShotSize.CloseUp);
        shot.Deeds().ShouldBe(["glass-marble roll into glass-marble"]);
    }

    [Theory]
    [InlineData("a tower of colourful wooden blocks collapses when a bowling ball hits it", "block collapse", "bowling-ball hit block")]
    [InlineData("a basketball player misses the shot and the ball rebounds off the backboard", "basketball-player miss", "ball bounce off backboard")]
    [InlineData("a heavy anvil and a feather dropped together from a balcony", "anvil fall from balcony", "feather fall from balcony")]
    [InlineData("a wrecking ball on a chain swings into a brick wall", "wrecking-ball swing into brick-wall")]
    [InlineData("a rubber duck floating in a bathtub, bobbing on small waves", "rubber-duck float in bathtub", "rubber-duck float on wave")]
    [InlineData("a black cat jumps onto a bookshelf and knocks over a vase", "cat jump onto bookshelf", "cat knock-over vase")]
    [InlineData("a chef tosses a pancake and catches it, smiling at the camera", "chef throw pancake", "chef catch pancake", "chef smile")]
    [InlineData("a wizard raises his staff and sparks fly", "wizard raise staff", "spark fly")]
    [InlineData("a toy train goes round a snowy track under a Christmas tree", "toy-train circle around road")]
    [InlineData("a yellow submarine descends past coral and fish", "submarine descend past coral")]
    [InlineData("a bicycle rolling alone down a hill, crashes into a haystack", "bicycle roll down hill", "bicycle crash into hay-bale")]
    [InlineData("a rocket lifts off from a launch pad, camera shakes, smoke everywhere", "rocket lift-off from launch-pad")]
    [InlineData("the vase is knocked over by the cat", "cat knock-over vase")]
    [InlineData("a brass key sliding across a frozen pond", "key slide across pond")]
    [InlineData("falling leaves in an autumn park", "leaf fall")]
    [InlineData("a gymnast does a backflip on a balance beam", "gymnast flip on balance-beam")]
    [InlineData("a pumpkin rolls off a table and smashes on the floor", "pumpkin roll off table", "pumpkin break on floor")]
    [InlineData("an elephant balancing on a ball in a circus", "elephant balance on ball")]
    [InlineData("a big red ball and a small blue ball roll down a ramp, the blue ball wins", "ball roll down ramp", "ball-2 roll down ramp", "ball-2 win")]
    public void Who_does_what_and_where_to(string prompt, params string[] deeds) => Reading.Shot(prompt).Deeds().ShouldBe(deeds);

    [Theory]
    [InlineData("sunset over a calm ocean, a small sailing boat crossing slowly, drone shot", "ocean", TimeOfDay.Sunset, null)]
    [InlineData("heavy rain on a neon-lit city street at night, reflections in the puddles", "city-street", TimeOfDay.Night, Weather.Rain)]
    [InlineData("snow falling on a quiet village, warm windows, Christmas lights", "village", null, Weather.Snow)]
    [InlineData("the northern lights above a frozen lake with a campfire in front", "lake", null, Weather.Aurora)]
    [InlineData("a desert at noon, a hot wind, a lonely cactus, dust", "desert", TimeOfDay.Noon, Weather.Dust)]
    [InlineData("hot-air balloons drifting over misty mountains at dawn", "mountain", TimeOfDay.Dawn, Weather.Mist)]
    [InlineData("two penguins waddling across the ice, one slips", "ice-field", null, null)]
    [InlineData("a figure skater spins on the ice with a cat on her head", "ice-rink", null, null)]
    [InlineData("an astronaut dancing on the moon", "moon-surface", null, null)]
    [InlineData("a spaceship lands in a wheat field at night, lights blinking", "wheat-field", TimeOfDay.Night, null)]
    [InlineData("birds in the sky over a city", "city", null, null)]
    public void Place_hour_and_weather(string prompt, string setting, TimeOfDay? time, Weather? weather)
    {
        var shot = Reading.Shot(prompt);
        shot.Setting.ShouldBe(setting);
        shot.TimeOfDay.ShouldBe(time);
        shot.Weather.ShouldBe(weather);
    }

    [Fact]
    public void The_moon_is_a_place_to_stand_on_and_a_thing_to_see()
    {
        Reading.Shot("an astronaut dancing on the moon").Setting.ShouldBe("moon-surface");
        Reading.Shot("a full moon over the ocean").Subject("moon").Concept.ShouldBe("moon");
    }

    [Fact]
    public void Heavy_rain_is_stronger_than_rain() =>
        Reading.Shot("heavy rain on a city street").WeatherStrength.ShouldBeGreaterThan(Reading.Shot("rain on a city street").WeatherStrength);

    [Fact]
    public void A_person_wears_what_they_are_in()
    {
        var shot = Reading.Shot("a woman in a yellow raincoat walks through the rain with an umbrella");
        shot.Places().ShouldBe(["woman wears raincoat", "woman with umbrella"]);
        shot.Subject("raincoat").Attributes.Colours.ShouldBe(["yellow"]);
        Reading.Shot("a figure skater spins on the ice with a cat on her head").Places().ShouldBe(["cat on figure-skater"]);
    }

    [Fact]
    public void One_of_two_acts_alone()
    {
        var shot = Reading.Shot("two penguins waddling across the ice, one slips");
        shot.Subjects.Select(subject => subject.Count).ShouldBe([1, 1]);
        shot.Deeds().ShouldBe(["penguin waddle across ice-field", "penguin-2 waddle across ice-field", "penguin slip"]);
    }

    [Fact]
    public void Each_line_has_its_speaker()
    {
        var shot = Reading.Shot("two robots play chess; one says: \"Checkmate.\" The other replies: \"Again?\"");
        shot.Dialogue.ShouldBe([new DialogueLine("robot", "Checkmate.", "en"), new DialogueLine("robot-2", "Again?", "en")]);
        shot.Deeds().ShouldContain("robot play-chess");
        Reading.Shot("a news anchor at a desk says “Good evening, tonight the sky is green.”").Dialogue
            .ShouldBe([new DialogueLine("news-anchor", "Good evening, tonight the sky is green.", "en")]);
        Reading.Shot("\"Where are we?\" asks the astronaut. \"On Mars,\" replies the robot.").Dialogue.Select(line => line.SpeakerId).ShouldBe(["astronaut", "robot"]);
    }

    [Fact]
    public void What_is_said_is_not_shown() => Reading.Shot("a cat says \"a dog on a bus\"").Subjects.Select(subject => subject.Id).ShouldBe(["cat"]);

    [Theory]
    [InlineData("a vintage red car driving along a coastal road, tracking shot from the side", CameraMove.Tracking, null, CameraAngle.Side)]
    [InlineData("sunset over a calm ocean, drone shot", CameraMove.Aerial, null, null)]
    [InlineData("orbit around a chess king on a board, dramatic light, dust in the air", CameraMove.Orbit, null, null)]
    [InlineData("planets orbiting a bright star, the camera flies past a ringed planet", CameraMove.FlyThrough, null, null)]
    [InlineData("handheld camera running through a forest at night with a flashlight", CameraMove.Handheld, null, null)]
    [InlineData("a bonsai tree growing through the four seasons, time-lapse, locked camera", CameraMove.Static, null, null)]
    [InlineData("low angle shot of a skyscraper, the camera slowly tilts up", CameraMove.Tilt, null, CameraAngle.Low)]
    [InlineData("close-up of a bee on a flower", null, ShotSize.CloseUp, null)]
    [InlineData("the camera follows a dog on a beach", CameraMove.Tracking, null, null)]
    public void How_it_is_filmed(string prompt, CameraMove? move, ShotSize? size, CameraAngle? angle)
    {
        var camera = Reading.Shot(prompt).Camera;
        camera.Move.ShouldBe(move);
        camera.Size.ShouldBe(size);
        camera.Angle.ShouldBe(angle);
    }

    [Fact]
    public void A_slow_camera_a_shaking_one_and_a_shallow_focus()
    {
        Reading.Shot("Style: film noir. A detective walks. Slow dolly in.").Camera.ShouldBe(new CameraDirection { Move = CameraMove.DollyIn, Speed = 0.5f });
        Reading.Shot("a rocket lifts off, camera shakes").Camera.Shake.ShouldBeTrue();
        Reading.Shot("a paper boat in a gutter stream, macro, shallow depth of field").Camera.ShallowFocus.ShouldBeTrue();
        Reading.Shot("a frying pan on a stove").Camera.Move.ShouldBeNull();
    }

    [Theory]
    [InlineData("Style: film noir, black and white. A detective in a trench coat walks under a street lamp. Rain.", "film-noir", "black-and-white")]
    [InlineData("anime style, a girl on a bicycle under cherry blossoms, petals falling", "anime")]
    [InlineData("watercolour painting of a lighthouse, gentle waves", "watercolour")]
    [InlineData("pixel art knight fighting a slime in a dungeon", "pixel-art")]
    [InlineData("1970s home movie of children flying a kite", "home-movie")]
    public void Styles(string prompt, params string[] styles) => Reading.Shot(prompt).Styles.ShouldBe(styles);

    [Fact]
    public void Black_and_white_of_a_cat_is_its_colours()
    {
        var shot = Reading.Shot("a black and white cat chases a mouse under the bed");
        shot.Styles.ShouldBeEmpty();
        shot.Subject("cat").Attributes.Colours.ShouldBe(["black", "white"]);
    }

    [Fact]
    public void Timed_shots_keep_the_subject_and_the_place()
    {
        var screenplay = Reading.Of("[0-3s] wide shot: a castle on a hill at dawn. [3-6s] close-up: a dragon opens its eye. [6-10s] aerial: the dragon flies over the towers");
        screenplay.Shots.Select(shot => (shot.StartSeconds, shot.EndSeconds)).ShouldBe([(0, 3), (3, 6), (6, 10)]);
        screenplay.Shots.Select(shot => shot.Camera.Size ?? (object?)shot.Camera.Move).ShouldBe([ShotSize.Wide, ShotSize.CloseUp, CameraMove.Aerial]);
        screenplay.Shots.ShouldAllBe(shot => shot.Setting == "hill" && shot.TimeOfDay == TimeOfDay.Dawn);
        screenplay.Shots[1].Subject("dragon").Id.ShouldBe(screenplay.Shots[2].Subject("dragon").Id);
        screenplay.Shots[2].Deeds().ShouldBe(["dragon fly over tower-building"]);
    }

    [Theory]
    [InlineData("[0:00-0:04] a fox runs. [0:04-0:10] the fox sleeps", 4, 2)]
    [InlineData("[5.0s] a boat on a lake [5.0s] the boat sinks", 5, 2)]
    [InlineData("Shot 1: a cat on a roof. Shot 2: the cat jumps down.", 5, 2)]
    [InlineData("a cat on a roof. Cut to: a dog in a park.", 5, 2)]
    [InlineData("[0-8s] a cat [8-16s] a dog", 5, 2)]
    public void Other_ways_to_cut(string prompt, double cutSeconds, int shots)
    {
        var screenplay = Reading.Of(prompt);
        screenplay.Shots.Length.ShouldBe(shots);
        screenplay.Shots[0].EndSeconds.ShouldBe(cutSeconds);
        screenplay.Shots[^1].EndSeconds.ShouldBe(10);
    }

    [Theory]
    [InlineData("no cats, only dogs, playing in a park", "cat", "dog")]
    [InlineData("a street without cars or people, a lonely dog", "car,person", "dog")]
    public void What_is_ruled_out_is_left_out(string prompt, string excluded, string shown)
    {
        var shot = Reading.Shot(prompt);
        shot.Excluded.ShouldBe(excluded.Split(','));
        shot.Subjects.Select(subject => subject.Concept).ShouldBe([shown]);
    }

    [Fact]
    public void A_remix_says_only_what_changes()
    {
        var shot = Reading.Shot("the same shot but the ball is blue and it is raining");
        shot.Subject("ball").Attributes.Colours.ShouldBe(["blue"]);
        shot.Weather.ShouldBe(Weather.Rain);
    }

    [Fact]
    public void Handles_are_cast()
    {
        var shot = Reading.Shot("@alice and @bob dance on a rooftop");
        shot.Subjects.Select(subject => subject.Handle).ShouldBe(["alice", "bob"]);
        shot.Deeds().ShouldBe(["person dance on rooftop", "person-2 dance on rooftop"]);
    }

    [Fact]
    public void Emoji_are_words() => Reading.Shot("🐙🎩").Places().ShouldBe(["octopus wears top-hat"]);
}
