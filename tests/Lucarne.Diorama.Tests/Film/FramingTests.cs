using System.Numerics;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging;

namespace Lucarne.Diorama.Tests.Films;

/// <summary>What a viewer finds in the frame, measured on the camera and the actors.</summary>
public sealed class FramingTests
{
    private const string Dominoes = "a row of dominoes toppling around a birthday cake";

    private static Film Make(string prompt, int width = 90, int height = 160, double seconds = 8) => Film.Stage(
        PromptReader.Read(prompt, seconds, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows).Screenplay.ShouldNotBeNull(),
        new FilmOptions { Width = width, Height = height, FramesPerSecond = 24, FrameCount = (int)(seconds * 24), Seed = 7, Threads = 2 });

    [Theory]
    [InlineData("a red rubber ball bouncing down a wooden staircase", "ball", 90, 160, 0.12f)]
    [InlineData("a red rubber ball bouncing down a wooden staircase", "ball", 160, 90, 0.06f)]
    [InlineData(Dominoes, "domino", 90, 160, 0.6f)]
    [InlineData("a vintage red car driving along a coastal road, tracking shot from the side", "car", 90, 160, 0.34f)]
    [InlineData("a vintage red car driving along a coastal road, tracking shot from the side", "car", 160, 90, 0.33f)]
    [InlineData("sunset over a calm ocean, a small sailing boat crossing slowly, drone shot", "sailing-boat", 90, 160, 0.25f)]
    public void The_subject_takes_its_share_of_the_frame(string prompt, string concept, int width, int height, float least)
    {
        using Film film = Make(prompt, width, height);
        foreach (double at in (ReadOnlySpan<double>)[1, 4, 7])
        {
            (Vector2 min, Vector2 max) = Extent(film.Shots[0], concept, at, width, height);

            ((max.X - min.X) / 2).ShouldBeGreaterThan(least, $"share of the frame's width at {at} s");
            ((min.X + max.X) / 2).ShouldBeInRange(-0.7f, 0.7f);
            ((min.Y + max.Y) / 2).ShouldBeInRange(-0.7f, 0.7f);
        }
    }

    [Fact]
    public void Dominoes_still_fall_in_the_second_half_of_the_film()
    {
        using Film film = Make(Dominoes);
        StagedShot shot = film.Shots[0];
        Actor[] dominoes = [.. shot.Actors.Where(actor => actor.Subject?.Concept == "domino")];
        int Down(double seconds) => dominoes.Count(domino => Vector3.Transform(Vector3.UnitY, domino.Track.At(shot.WorldSeconds(seconds)).Rotation).Y < 0.75f);

        Down(1).ShouldBe(0);
        Down(4).ShouldBeInRange(dominoes.Length / 5, dominoes.Length * 3 / 4);
        Down(7.9).ShouldBe(dominoes.Length);
    }

    [Fact]
    public void Children_who_fly_a_kite_have_it_in_the_frame()
    {
        using Film film = Make("children flying a kite");
        (Vector2 min, Vector2 max) = Extent(film.Shots[0], "kite", 4, 90, 160);

        min.X.ShouldBeGreaterThan(-1.1f);
        max.X.ShouldBeLessThan(1.1f);
        max.Y.ShouldBeLessThan(1.1f);
        film.Report.Shown.ShouldContain("kite");
    }

    [Fact]
    public void The_towers_of_a_castle_are_its_own()
    {
        using Film film = Make("a castle on a hill, a dragon flies over the towers");

        film.Report.Substituted.ShouldBeEmpty();
        film.Shots[0].Actors.ShouldNotContain(actor => actor.Subject != null && actor.Subject.Concept == "tower-building");
    }

    [Theory]
    [InlineData("heavy rain on a neon-lit city street at night, reflections in the puddles")]
    [InlineData("snow falling on a quiet village, warm windows, Christmas lights")]
    [InlineData("un phare dans la tempête, la nuit, éclairs et grosses vagues")]
    [InlineData("big waves on the ocean")]
    public void What_the_place_shows_by_itself_counts_as_understood(string prompt)
    {
        using Film film = Make(prompt, seconds: 2);

        film.Screenplay.NotUnderstood.Select(span => span.Text).ShouldBeEmpty();
        film.Report.NotShown.ShouldBeEmpty();
    }

    [Fact]
    public void Puddles_without_rain_in_the_desert_are_still_reported() =>
        PromptReader.Read("a desert at noon, puddles", 4, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows).Screenplay.ShouldNotBeNull().NotUnderstood.ShouldContain(span => span.Text == "puddles");

    [Fact]
    public void Big_waves_are_higher_than_calm_ones()
    {
        using Film big = Make("big waves on the ocean", seconds: 2), calm = Make("a calm ocean", seconds: 2);

        big.Shots[0].Stage.Water.ShouldNotBeNull().WaveHeightM.ShouldBeGreaterThan(3 * calm.Shots[0].Stage.Water.ShouldNotBeNull().WaveHeightM);
    }

    [Fact]
    public void An_octopus_and_a_top_hat_make_an_octopus_that_wears_one()
    {
        using Film film = Make("🐙🎩", seconds: 4);
        Actor octopus = film.Shots[0].Actors.First(actor => actor.Subject?.Concept == "octopus"), hat = film.Shots[0].Actors.First(actor => actor.Subject != null && actor.Subject.Concept != "octopus");
        Vector3 between = hat.Track.At(2).Position - octopus.CentreAt(2);

        between.Y.ShouldBeGreaterThan(0.2f * octopus.SizeM.Y);
        new Vector2(between.X, between.Z).Length().ShouldBeLessThan(0.5f * octopus.SizeM.X);
    }

    /// <summary>Box of every actor of a concept in the frame, −1…1 on both axes.</summary>
    private static (Vector2 Min, Vector2 Max) Extent(StagedShot shot, string concept, double seconds, int width, int height)
    {
        Camera camera = shot.CameraAt(seconds);
        Vector3 forward = Vector3.Normalize(camera.Target - camera.Position), right = Vector3.Normalize(Vector3.Cross(forward, camera.Up)), up = Vector3.Cross(right, forward);
        float tan = MathF.Tan(camera.FieldOfViewDegrees * MathF.PI / 360);
        (float tanX, float tanY) = width >= height ? (tan, tan * height / width) : (tan * width / height, tan);
        Vector2 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
        foreach (Actor actor in shot.Actors.Where(actor => actor.Weight > 0 && (actor.Subject?.Concept ?? actor.Prop.Concept) == concept))
        {
            TrackState root = actor.Track.At(shot.WorldSeconds(seconds));
            for (int i = 0; i < 8; i++)
            {
                Vector3 corner = actor.MiddleM + (actor.SizeM * new Vector3((i & 1) - 0.5f, ((i >> 1) & 1) - 0.5f, ((i >> 2) & 1) - 0.5f));
                Vector3 offset = root.Position + Vector3.Transform(corner * root.Scale, root.Rotation) - camera.Position;
                float depth = Vector3.Dot(offset, forward);
                Vector2 place = new(Vector3.Dot(offset, right) / (depth * tanX), Vector3.Dot(offset, up) / (depth * tanY));
                (min, max) = (Vector2.Min(min, place), Vector2.Max(max, place));
            }
        }

        return (min, max);
    }
}
