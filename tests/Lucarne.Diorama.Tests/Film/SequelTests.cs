using System.Numerics;
using System.Security.Cryptography;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging;

namespace Lucarne.Diorama.Tests.Films;

/// <summary>Films that go on after their end with what a person says happens next.</summary>
public sealed class SequelTests
{
    private const int Fps = 24;
    private const double Seconds = 4;
    private const double After = 5;

    private static Screenplay Read(string prompt) => PromptReader.Read(prompt, Seconds, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows).Screenplay.ShouldNotBeNull();

    private static Screenplay GoesOn(string prompt, string words)
    {
        Screenplay film = Read(prompt);
        return film with { Sequels = [PromptReader.ReadSequel(film, words, Seconds, Seconds + After, DioramaVocabulary.CanShow).ShouldNotBeNull()] };
    }

    private static Film Stage(Screenplay screenplay, int width = 96, int height = 160) => Film.Stage(
        screenplay,
        new FilmOptions { Width = width, Height = height, FramesPerSecond = Fps, FrameCount = (int)(Seconds * Fps), ContinuationFrames = (int)(After * Fps), Seed = 7, Threads = 2 });

    private static string HashOf(Film film, int frame)
    {
        FrameBuffer buffer = new(96, 160);
        film.RenderFrame(frame, buffer);
        return Convert.ToHexString(SHA256.HashData(buffer.Data));
    }

    [Theory]
    [InlineData("a red fox walks through a snowy forest", "the fox sits down")]
    [InlineData("a red fox walks through a snowy forest", "it stops and a dog comes in")]
    [InlineData("a red ball bounces down a wooden staircase", "the ball bounces up again")]
    [InlineData("a robot stands in a village", "the robot waves, then it walks away")]
    [InlineData("a cat sits on a beach", "it starts to rain and the cat runs away")]
    [InlineData("a sailing boat on a calm ocean at noon", "night falls, a seagull flies past")]
    [InlineData("un renard marche dans une forêt", "le renard s’assoit et la nuit tombe")]
    public void Nothing_jumps_where_a_film_goes_on(string prompt, string words)
    {
        using Film film = Stage(GoesOn(prompt, words));
        StagedShot shot = film.Shots[0];
        for (double t = Seconds - 0.5; t < Seconds + 2.5; t += 1.0 / Fps)
        {
            foreach (Actor actor in shot.Actors.Where(actor => actor.Subject is not null && actor.EntersAt < Seconds - 0.5))
            {
                (Vector3 from, Vector3 to) = (actor.CentreAt(shot.WorldSeconds(t)), actor.CentreAt(shot.WorldSeconds(t + (1.0 / Fps))));
                float usual = MathF.Max(actor.RadiusM * 0.35f, actor.Track.At(shot.WorldSeconds(t)).SpeedMps * 1.6f / Fps);
                Vector3.Distance(from, to).ShouldBeLessThan(MathF.Max(usual, 0.25f), $"{actor.Prop.Concept} at {t:0.00}");
            }

            Camera camera = shot.CameraAt(t), next = shot.CameraAt(t + (1.0 / Fps));
            Vector3.Distance(camera.Position, next.Position).ShouldBeLessThan(0.14f * MathF.Max(1, camera.FocusDistanceM), $"the camera at {t:0.00}");
        }
    }

    [Fact]
    public void What_was_before_stays_the_same_bits()
    {
        using Film plain = Stage(Read("a red fox walks through a snowy forest"));
        using Film told = Stage(GoesOn("a red fox walks through a snowy forest", "the fox sits down, a dog comes in and night falls"));
        int last = (int)(Seconds * Fps) - 1;

        HashOf(told, last).ShouldBe(HashOf(plain, last));
        HashOf(told, last + (int)(After * Fps)).ShouldNotBe(HashOf(plain, last + (int)(After * Fps)));
    }

    [Fact]
    public void Who_walked_sits_down_where_it_has_come_to_rest()
    {
        using Film film = Stage(GoesOn("a red fox walks through a snowy forest", "the fox sits down"));
        Actor fox = film.Shots[0].Actors.First(actor => actor.Subject?.Concept == "fox");

        fox.Track.At(Seconds - 0.1).SpeedMps.ShouldBeGreaterThan(0.1f);
        fox.Track.At(Seconds + 3).SpeedMps.ShouldBe(0);
        Vector3.Distance(fox.Track.At(Seconds).Position, fox.Track.At(Seconds + 3).Position).ShouldBeLessThan(2);
    }

    [Fact]
    public void Who_comes_in_is_not_there_before_and_stands_beside_who_was()
    {
        using Film film = Stage(GoesOn("a red fox sits in a snowy forest", "a dog comes in"));
        Actor fox = film.Shots[0].Actors.First(actor => actor.Subject?.Concept == "fox"), dog = film.Shots[0].Actors.First(actor => actor.Subject?.Concept == "dog");
        SceneFrame before = new(), after = new();
        dog.Draw(before, Seconds - 0.1, dark: false);
        dog.Draw(after, Seconds + 1, dark: false);

        before.Instances.Count.ShouldBe(0);
        after.Instances.Count.ShouldBeGreaterThan(0);
        float near = Vector3.Distance(fox.CentreAt(Seconds + After), dog.CentreAt(Seconds + After));
        near.ShouldBeLessThan(Vector3.Distance(fox.CentreAt(Seconds + 0.1), dog.CentreAt(Seconds + 0.1)));
        near.ShouldBeLessThan(4 * (fox.RadiusM + dog.RadiusM));
    }

    [Fact]
    public void A_ball_that_lies_still_bounces_again_when_it_is_told_to()
    {
        using Film film = Stage(GoesOn("a red ball bounces down a wooden staircase", "the ball bounces up again"));
        Actor ball = film.Shots[0].Actors.First(actor => actor.Subject?.Concept == "ball");
        float rest = ball.CentreAt(Seconds).Y;

        Enumerable.Range(1, 30).Max(i => ball.CentreAt(Seconds + (i * 0.05)).Y).ShouldBeGreaterThan(rest + ball.RadiusM);
    }

    [Fact]
    public void Rain_comes_little_by_little()
    {
        using Film film = Stage(GoesOn("a cat sits on a beach at noon", "it starts to rain"));
        SceneFrame frame = new();
        List<float> rain = [];
        for (double t = Seconds - 0.5; t < Seconds + 4; t += 0.25)
        {
            film.Shots[0].Compose(frame, t);
            rain.Add(frame.Precipitation.Rain);
        }

        rain[0].ShouldBe(0);
        rain[^1].ShouldBeGreaterThan(0.3f);
        rain.Zip(rain.Skip(1), (a, b) => b - a).ShouldAllBe(step => step >= 0 && step < 0.2f);
    }

    [Fact]
    public void A_sequel_of_a_sequel_knows_whom_the_first_one_brought_in()
    {
        Screenplay film = GoesOn("a red fox sits in a snowy forest", "a dog comes in");

        Sequel second = PromptReader.ReadSequel(film, "the dog lies down and sleeps", Seconds + After, Seconds + After + 4, DioramaVocabulary.CanShow).ShouldNotBeNull();

        second.Shot.Actions.ShouldContain(action => action.SubjectId == film.Sequels[0].Shot.Subjects[0].Id && action.Verb == "sleep");
    }

    [Fact]
    public void Words_that_say_nothing_that_could_happen_are_told_so()
        => PromptReader.ReadSequel(Read("a red fox sits in a snowy forest"), "xyzzy qwrt", Seconds, Seconds + 4, DioramaVocabulary.CanShow).ShouldBeNull();
}
