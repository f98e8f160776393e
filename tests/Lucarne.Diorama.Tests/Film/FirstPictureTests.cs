using System.Numerics;
using System.Security.Cryptography;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Opening;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Films;

public sealed class FirstPictureTests
{
    private const int Width = 90, Height = 160, Fps = 24;
    private const string Boat = "a small sailing boat on the ocean";

    [Theory]
    [InlineData(Boat)]
    [InlineData("a red rubber ball bouncing down a wooden staircase")]
    [InlineData("[0-2s] a castle on a hill [2-4s] a cat in a kitchen")]
    public void The_first_frame_is_the_picture(string prompt)
    {
        byte[] sunset = Landscape(new(240, 150, 90), new(60, 50, 80));
        using Film film = Make(prompt, sunset);

        byte[] first = Frame(film, 0);

        MeanDifference(first, sunset).ShouldBeLessThan(3, "steps of 255 between the picture and the first frame");
    }

    [Fact]
    public void The_picture_lives_for_a_moment_and_has_given_way_before_a_second_and_a_half_is_over()
    {
        byte[] sunset = Landscape(new(240, 150, 90), new(60, 50, 80));
        using Film film = Make(Boat, sunset), mirrored = Make(Boat, Mirror(sunset));

        // What is left of the picture: how far the film differs from one that opens on its mirror image, which has the same colours and so the same world.
        double Left(double seconds) => MeanDifference(Frame(film, (int)(seconds * Fps)), Frame(mirrored, (int)(seconds * Fps)));
        double whole = Left(0);

        MeanDifference(Frame(film, 12), Frame(film, 0)).ShouldBeGreaterThan(1, "it moves");
        MeanDifference(Frame(film, 12), sunset).ShouldBeLessThan(14, "and is still the picture");
        Left(0.6).ShouldBeGreaterThan(0.8 * whole);
        Left(1.1).ShouldBeGreaterThan(0.1 * whole);
        Left(1.5).ShouldBeLessThan(0.1 * whole);
    }

    [Fact]
    public void The_camera_never_jumps_while_the_picture_gives_way()
    {
        byte[] sunset = Landscape(new(240, 150, 90), new(60, 50, 80));
        using Film film = Make(Boat, sunset);
        byte[] before = Frame(film, 0);
        for (int i = 1; i < 40; i++)
        {
            byte[] after = Frame(film, i);
            MeanDifference(before, after).ShouldBeLessThan(30, $"between frames {i - 1} and {i}");
            before = after;
        }
    }

    [Fact]
    public void The_same_picture_and_seed_give_the_same_bits_on_any_number_of_threads()
    {
        byte[] sunset = Landscape(new(240, 150, 90), new(60, 50, 80));

        Hash(1, 7).ShouldBe(Hash(3, 7));
        Hash(2, 7).ShouldNotBe(Hash(2, 8));

        string Hash(int threads, ulong seed)
        {
            using Film film = Make(Boat, sunset, threads: threads, seed: seed);
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            float[] sound = new float[film.SamplesPerFrame * 2];
            for (int i = 0; i < 48; i += 3)
            {
                hash.AppendData(Frame(film, i));
                film.ReadSound(sound);
                hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(sound));
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        }
    }

    [Fact]
    public void The_world_takes_the_hour_of_the_picture_unless_the_prompt_says_one()
    {
        byte[] sunset = Landscape(new(250, 150, 70), new(120, 70, 60)), night = Landscape(new(14, 18, 40), new(6, 8, 14));
        using Film warm = Make(Boat, sunset), dark = Make(Boat, night), told = Make("a small sailing boat on the ocean at noon", night);

        warm.Shots[0].Shot.TimeOfDay.ShouldBe(TimeOfDay.Sunset);
        dark.Shots[0].Shot.TimeOfDay.ShouldBe(TimeOfDay.Night);
        told.Shots[0].Shot.TimeOfDay.ShouldBe(TimeOfDay.Noon);
        Mean(Frame(warm, 72)).X.ShouldBeGreaterThan(Mean(Frame(dark, 72)).X + 30, "the evening is brighter and redder than the night");
    }

    [Fact]
    public void The_world_takes_the_colours_of_the_picture()
    {
        using Film green = Make(Boat, Landscape(new(90, 200, 110), new(30, 90, 60))), violet = Make(Boat, Landscape(new(190, 120, 220), new(90, 50, 110)));

        Vector3 a = Mean(Frame(green, 72)), b = Mean(Frame(violet, 72));

        (a.Y - ((a.X + a.Z) / 2)).ShouldBeGreaterThan(b.Y - ((b.X + b.Z) / 2) + 12, "green against magenta");
    }

    [Fact]
    public void What_happens_begins_when_the_picture_gives_way_and_later_shots_keep_their_times()
    {
        byte[] sunset = Landscape(new(240, 150, 90), new(60, 50, 80));
        using Film film = Make("[0-2s] a castle on a hill [2-4s] a cat in a kitchen", sunset);

        film.Shots[0].Shot.StartSeconds.ShouldBe(0.4, 0.001);
        film.Shots[0].Shot.EndSeconds.ShouldBe(2, 0.001);
        film.Shots[1].Shot.StartSeconds.ShouldBe(2, 0.001);
        film.FrameCount.ShouldBe(96);
    }

    [Fact]
    public void A_picture_of_another_size_is_refused()
    {
        Screenplay screenplay = PromptReader.Read(Boat, 4).Screenplay.ShouldNotBeNull();

        Should.Throw<ArgumentException>(() => Film.Stage(
            screenplay, new FilmOptions { Width = 64, Height = 64, FramesPerSecond = Fps, FrameCount = 96, FirstPicture = new FirstPicture(32, 32, new byte[32 * 32 * 3]) })).Message.ShouldContain("32x32");
        Should.Throw<ArgumentException>(() => new FirstPicture(32, 32, new byte[5]));
    }

    private static Film Make(string prompt, byte[] picture, int threads = 2, ulong seed = 7) => Film.Stage(
        PromptReader.Read(prompt, 4).Screenplay.ShouldNotBeNull(),
        new FilmOptions { Width = Width, Height = Height, FramesPerSecond = Fps, FrameCount = 4 * Fps, Seed = seed, Threads = threads, FirstPicture = new FirstPicture(Width, Height, picture) });

    /// <summary>A sky that brightens downwards, a dark land with a bright house.</summary>
    private static byte[] Landscape(Vector3 sky, Vector3 land)
    {
        byte[] rgb = new byte[Width * Height * 3];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                bool house = x is > 8 and < 34 && y is > 90 and < 125;
                float horizon = 95 + (6 * MathF.Sin(x * 0.1f));
                Vector3 colour = house ? Vector3.Lerp(land, new Vector3(250, 230, 190), 0.8f) : y < horizon ? sky * (0.6f + (0.4f * y / horizon)) : land * (0.8f + (0.2f * MathF.Sin(x * 0.4f) * MathF.Sin(y * 0.3f)));
                for (int c = 0; c < 3; c++)
                {
                    rgb[(((y * Width) + x) * 3) + c] = (byte)Math.Clamp(colour[c], 0, 255);
                }
            }
        }

        return rgb;
    }

    private static byte[] Mirror(byte[] rgb)
    {
        byte[] mirrored = new byte[rgb.Length];
        for (int i = 0; i < Width * Height; i++)
        {
            rgb.AsSpan(3 * ((i / Width * Width) + Width - 1 - (i % Width)), 3).CopyTo(mirrored.AsSpan(3 * i));
        }

        return mirrored;
    }

    private static byte[] Frame(Film film, int index)
    {
        FrameBuffer frame = new(Width, Height);
        film.RenderFrame(index, frame);
        return frame.ToRgb();
    }

    private static double MeanDifference(byte[] a, byte[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Average();

    private static Vector3 Mean(byte[] rgb)
    {
        Vector3 sum = Vector3.Zero;
        for (int i = 0; i < rgb.Length; i += 3)
        {
            sum += new Vector3(rgb[i], rgb[i + 1], rgb[i + 2]);
        }

        return sum / (rgb.Length / 3);
    }
}
