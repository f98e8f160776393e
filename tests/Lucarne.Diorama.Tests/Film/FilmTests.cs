using System.Numerics;
using System.Security.Cryptography;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Physics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging;

namespace Lucarne.Diorama.Tests.Films;

public sealed class FilmTests
{
    private const string Ball = "a red rubber ball bouncing down a wooden staircase";
    private const string Dominoes = "a row of dominoes toppling around a birthday cake";

    private static Film Make(string prompt, int width = 96, int height = 160, double seconds = 6, int threads = 2, ulong seed = 7) => Film.Stage(
        PromptReader.Read(prompt, seconds).Screenplay.ShouldNotBeNull(),
        new FilmOptions { Width = width, Height = height, FramesPerSecond = 24, FrameCount = (int)(seconds * 24), Seed = seed, Threads = threads });

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void The_ball_comes_to_the_bottom_of_the_stairs_within_the_film(ulong seed)
    {
        using Film film = Make(Ball, seconds: 8, seed: seed);
        StagedShot shot = film.Shots[0];
        Actor ball = shot.Actors.First(actor => actor.Subject?.Concept == "ball");

        float top = ball.CentreAt(0).Y, bottom = ball.CentreAt(8).Y;

        top.ShouldBeGreaterThan(1.5f);
        bottom.ShouldBeLessThan(0.3f);
    }

    [Fact]
    public void All_dominoes_have_fallen_at_the_end()
    {
        using Film film = Make(Dominoes, seconds: 8);
        Actor[] dominoes = [.. film.Shots[0].Actors.Where(actor => actor.Subject?.Concept == "domino")];

        dominoes.Length.ShouldBeGreaterThan(20);
        dominoes.ShouldAllBe(domino => MathF.Abs(Vector3.Transform(Vector3.UnitY, domino.Track.At(0).Rotation).Y) > 0.95f, "they stand at the start");
        dominoes.ShouldAllBe(domino => MathF.Abs(Vector3.Transform(Vector3.UnitY, domino.Track.At(8).Rotation).Y) < 0.75f);
    }

    [Theory]
    [InlineData(Ball, 90, 160)]
    [InlineData(Ball, 160, 90)]
    [InlineData("a vintage red car driving along a coastal road, tracking shot from the side", 90, 160)]
    [InlineData("a vintage red car driving along a coastal road, tracking shot from the side", 160, 90)]
    [InlineData("sunset over a calm ocean, a small sailing boat crossing slowly, drone shot", 90, 160)]
    [InlineData("sunset over a calm ocean, a small sailing boat crossing slowly, drone shot", 160, 90)]
    public void The_subject_stays_inside_the_frame(string prompt, int width, int height)
    {
        using Film film = Make(prompt, width, height);
        StagedShot shot = film.Shots[0];
        Actor subject = shot.Actors.First(actor => actor.Weight >= 1);
        int outside = 0;
        for (double t = 0; t < 6; t += 0.1)
        {
            Vector2 place = Project(shot.CameraAt(t), subject.CentreAt(shot.WorldSeconds(t)), width, height);
            outside += MathF.Abs(place.X) > 0.95f || MathF.Abs(place.Y) > 0.95f ? 1 : 0;
        }

        outside.ShouldBe(0, "tenths of a second in which the middle of the subject is out of the frame");
    }

    [Fact]
    public void The_camera_never_jumps_within_a_shot()
    {
        using Film film = Make("a vintage red car driving along a coastal road");
        StagedShot shot = film.Shots[0];
        for (double t = 0; t < 5.8; t += 1 / 24.0)
        {
            Vector3 a = shot.CameraAt(t).Position, b = shot.CameraAt(t + (1 / 24.0)).Position, c = shot.CameraAt(t + (2 / 24.0)).Position;
            Vector3.Distance(a + c, 2 * b).ShouldBeLessThan(0.12f, $"a kink of the camera's way at {t:0.00} s");
        }
    }

    [Fact]
    public void A_film_has_the_same_bits_for_any_number_of_threads()
    {
        Hash(1).ShouldBe(Hash(3));

        static string Hash(int threads)
        {
            using Film film = Make(Ball, 64, 112, seconds: 1, threads: threads);
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            FrameBuffer frame = new(64, 112);
            float[] sound = new float[film.SamplesPerFrame * 2];
            for (int i = 0; i < film.FrameCount; i++)
            {
                film.RenderFrame(i, frame);
                film.ReadSound(sound);
                hash.AppendData(frame.Data);
                hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(sound));
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        }
    }

    [Fact]
    public void The_ball_is_heard_when_it_meets_a_step()
    {
        using Film film = Make(Ball, seconds: 4);
        double met = film.Shots[0].Take.ShouldNotBeNull().Contacts.First(contact => contact.Phase == ContactPhase.Start && contact.ApproachMps > 1).Seconds;
        float[] frame = new float[film.SamplesPerFrame * 2];
        List<float> mono = [];
        for (int i = 0; i < film.FrameCount; i++)
        {
            film.ReadSound(frame);
            for (int k = 0; k < frame.Length; k += 2)
            {
                mono.Add(MathF.Abs(frame[k]) + MathF.Abs(frame[k + 1]));
            }
        }

        int at = (int)(met * 48_000);
        float before = mono.Skip(at - 2400).Take(2000).Max(), after = mono.Skip(at - 48).Take(2400).Max();
        after.ShouldBeGreaterThan(3 * before, $"the first blow is at {met:0.000} s");
        int onset = Enumerable.Range(at - 1200, 3600).First(i => mono[i] > 0.5f * after);
        Math.Abs(onset - at).ShouldBeLessThan(48_000 / 24, "heard within the frame in which it is seen");
    }

    [Fact]
    public void Every_shot_of_a_storyboard_is_cut_in_at_its_time()
    {
        using Film film = Make("[0-2s] wide shot: a castle on a hill at dawn. [2-4s] a red ball bouncing down a wooden staircase", seconds: 4);

        film.Shots.Count.ShouldBe(2);
        film.Shots[0].Stage.Concept.ShouldNotBe(film.Shots[1].Stage.Concept);
        film.Shots[1].Shot.StartSeconds.ShouldBe(2, 0.05);
    }

    [Fact]
    public void Staging_can_be_cancelled()
    {
        using CancellationTokenSource cancel = new();
        cancel.Cancel();
        Screenplay screenplay = PromptReader.Read(Ball, 4).Screenplay.ShouldNotBeNull();

        Should.Throw<OperationCanceledException>(() => Film.Stage(screenplay, new FilmOptions { Width = 64, Height = 64, FramesPerSecond = 24, FrameCount = 24 }, cancel.Token));
    }

    [Fact]
    public void What_cannot_be_shown_is_reported()
    {
        using Film film = Make("a glorp zibbling in the frumious bandersnatch", seconds: 2);
        FrameBuffer frame = new(96, 160);

        film.RenderFrame(0, frame);

        frame.Luma.ToArray().Distinct().Count().ShouldBeGreaterThan(10, "something watchable is drawn all the same");
        film.Screenplay.NotUnderstood.ShouldNotBeEmpty();
    }

    private static Vector2 Project(Camera camera, Vector3 point, int width, int height)
    {
        Vector3 forward = Vector3.Normalize(camera.Target - camera.Position), right = Vector3.Normalize(Vector3.Cross(forward, camera.Up)), up = Vector3.Cross(right, forward);
        Vector3 offset = point - camera.Position;
        float depth = Vector3.Dot(offset, forward), tan = MathF.Tan(camera.FieldOfViewDegrees * MathF.PI / 360);
        (float tanX, float tanY) = width >= height ? (tan, tan * height / width) : (tan * width / height, tan);
        return new Vector2(Vector3.Dot(offset, right) / (depth * tanX), Vector3.Dot(offset, up) / (depth * tanY));
    }
}
