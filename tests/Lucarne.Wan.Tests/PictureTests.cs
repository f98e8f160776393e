using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Images;
using Lucarne.Wan.Pipelines;

namespace Lucarne.Wan.Tests;

/// <summary>Videos that start from pictures, end with them, go on from a video or show references.</summary>
public sealed class PictureTests
{
    private const long Plenty = 4L << 30;
    private const int Width = 48, Height = 32;
    private static readonly LatentShape Shape = new(16, 3, Height / 8, Width / 8);

    [Fact]
    public void An_image_model_takes_a_mask_of_the_given_frames_and_their_latents_among_grey_ones()
    {
        using ComputeContext context = new(1L << 30, threads: 1);
        using WanAutoencoder autoencoder = WanAutoencoder.Load(Fixture.PathOf("vae", "wan21"), context);
        float[] first = Picture(1).Fill(Width, Height), last = Picture(2).Fill(Width, Height);
        ConditionEncoder encoder = new(autoencoder, Shape, 9);

        float[] one = encoder.BesideNoise(first, null), both = encoder.BesideNoise(first, last);

        // Channel c of latent frame f is frame 4f + c − 3: the first frame fills the whole of latent frame 0, the last one channel of latent frame 2.
        Masks(one).ShouldBe([[1, 0, 0], [1, 0, 0], [1, 0, 0], [1, 0, 0]]);
        Masks(both).ShouldBe([[1, 0, 0], [1, 0, 0], [1, 0, 0], [1, 0, 1]]);
        float[] grey = new float[first.Length];
        one.AsSpan(4 * 3 * Shape.Pixels).ToArray().ShouldBe(Encode(autoencoder, [first, .. Enumerable.Repeat(grey, 8)]));
        both.AsSpan(4 * 3 * Shape.Pixels).ToArray().ShouldBe(Encode(autoencoder, [first, .. Enumerable.Repeat(grey, 7), last]));

        float[][] Masks(float[] beside) => [.. Enumerable.Range(0, 4).Select(mask => (float[])[.. Enumerable.Range(0, 3).Select(frame => beside.AsSpan(((mask * 3) + frame) * Shape.Pixels, Shape.Pixels).ToArray().Distinct().Single())])];
    }

    [Fact]
    public void A_VACE_control_keeps_the_known_frames_and_puts_references_in_front_last_one_first()
    {
        using ComputeContext context = new(1L << 30, threads: 1);
        using WanAutoencoder autoencoder = WanAutoencoder.Load(Fixture.PathOf("vae", "wan21"), context);
        float[] known = Picture(1).Fill(Width, Height), one = Picture(2).FitOnWhite(Width, Height), two = Picture(3).FitOnWhite(Width, Height), grey = new float[known.Length];

        float[] control = new ConditionEncoder(autoencoder, Shape, 9).Control([known], null, [one, two]);

        LatentShape whole = Shape with { Channels = 96, Frames = 5 };
        control.Length.ShouldBe(whole.Length);
        Channels(0, 16, 0, 1).ShouldBe(Encode(autoencoder, [two]));
        Channels(0, 16, 1, 1).ShouldBe(Encode(autoencoder, [one]));
        Channels(0, 16, 2, 3).ShouldBe(Encode(autoencoder, [known, .. Enumerable.Repeat(grey, 8)]));
        Channels(16, 16, 0, 2).ShouldAllBe(n => n == 0);
        Channels(16, 16, 2, 3).ShouldBe(Encode(autoencoder, [.. Enumerable.Repeat(grey, 9)]));
        Channels(32, 64, 0, 2).ShouldAllBe(n => n == 0, "references are not made anew");

        // The middle of latent frame 0 is frame 1 of 9, so one known frame alone is not enough to keep it.
        Channels(32, 64, 2, 3).ShouldAllBe(n => n == 1);
        float[] kept = new ConditionEncoder(autoencoder, Shape, 9).Control([.. Enumerable.Repeat(known, 5)], null, []);
        Masks(kept).ShouldBe([0, 0, 1]);

        float[] Channels(int first, int count, int frame, int frames) =>
            [.. Enumerable.Range(first, count).SelectMany(channel => control.AsSpan(((channel * whole.Frames) + frame) * whole.Pixels, frames * whole.Pixels).ToArray())];

        float[] Masks(float[] numbers) => [.. Enumerable.Range(0, 3).Select(frame => numbers.AsSpan(((32 * 3) + frame) * whole.Pixels, whole.Pixels).ToArray().Distinct().Single())];
    }

    [Fact]
    public void A_TI2V_video_begins_with_its_picture()
    {
        string model = Fixture.PathOf("pipeline", "wan22_ti2v");
        RgbImage picture = Picture(4, 64, 32);
        using ComputeContext context = new(1L << 30, threads: 1);
        using WanAutoencoder autoencoder = WanAutoencoder.Load(Path.Combine(model, "vae"), context);
        (float[] latents, List<float[]> frames) = Make(model, new GivenPictures { First = picture }, 64, 32, 9);
        (float[] without, _) = Make(model, GivenPictures.None, 64, 32, 9);

        LatentShape shape = new(8, 3, 2, 4);
        shape.TakeFrames(latents, 0, 1).ShouldBe(Encode(autoencoder, [picture.Fill(64, 32)]));
        shape.TakeFrames(latents, 2, 1).ShouldNotBe(shape.TakeFrames(without, 2, 1), "later frames follow from the picture");
        frames.Count.ShouldBe(9);
    }

    [Fact]
    public void An_image_model_looks_at_its_picture_and_a_first_and_last_frame_model_at_both()
    {
        using ModelFolder i2v = ModelFolder.Image("i2v"), flf2v = ModelFolder.Image("flf2v");

        float[] one = Make(i2v.Path, new GivenPictures { First = Picture(1) }).Latents;
        float[] again = Make(i2v.Path, new GivenPictures { First = Picture(1) }).Latents;
        float[] other = Make(i2v.Path, new GivenPictures { First = Picture(2) }).Latents;
        float[] toOne = Make(flf2v.Path, new GivenPictures { First = Picture(1), Last = Picture(2) }).Latents;
        float[] toOther = Make(flf2v.Path, new GivenPictures { First = Picture(1), Last = Picture(3) }).Latents;

        one.ShouldAllBe(n => float.IsFinite(n));
        again.ShouldBe(one);
        other.ShouldNotBe(one);
        toOther.ShouldNotBe(toOne);
    }

    [Fact]
    public void A_VACE_video_follows_its_references()
    {
        using ModelFolder vace = ModelFolder.Vace();

        (float[] without, List<float[]> frames) = Make(vace.Path, GivenPictures.None);
        (float[] with, List<float[]> shown) = Make(vace.Path, new GivenPictures { References = [Picture(1), Picture(2, 20, 60)] });

        with.Length.ShouldBe(without.Length, "the references' own frames are dropped");
        with.ShouldNotBe(without);
        frames.Count.ShouldBe(9);
        shown.Count.ShouldBe(9);
    }

    [Theory]
    [InlineData("causal", 1, 7)]
    [InlineData("causal", 40, 24)]
    [InlineData("vace", 1, 9)]
    [InlineData("vace", 30, 10)]
    [InlineData("i2v", 3, 8)]
    [InlineData("ti2v", 2, 4)]
    public void A_video_goes_on_from_the_end_of_another_for_as_many_frames_as_asked(string kind, int before, int frames)
    {
        using ModelFolder folder = kind switch { "causal" => ModelFolder.Causal(), "vace" => ModelFolder.Vace(), _ => ModelFolder.Image("i2v") };
        string model = kind == "ti2v" ? Fixture.PathOf("pipeline", "wan22_ti2v") : folder.Path;
        (int width, int height) = kind is "causal" or "ti2v" ? (64, 32) : (Width, Height);

        List<float[]> one = Make(model, Before(10), width, height, frames).Frames, other = Make(model, Before(70), width, height, frames).Frames;

        one.Count.ShouldBe(frames);
        other.Count.ShouldBe(frames);
        one[0].ShouldNotBe(other[0], "what comes depends on what was");

        GivenPictures Before(int seed) => new() { Before = [.. Enumerable.Range(seed, before).Select(i => Picture(i, width, height))] };
    }

    [Theory]
    [InlineData("wan21_t2v", "first", "cannot start from an image")]
    [InlineData("wan21_t2v", "last", "cannot end with an image")]
    [InlineData("wan21_t2v", "reference", "takes no reference pictures")]
    [InlineData("wan21_t2v", "before", "cannot go on from a video")]
    [InlineData("i2v", "nothing", "starts from an image")]
    [InlineData("i2v", "first+last", "cannot end with an image")]
    [InlineData("flf2v", "first", "Give a last image too")]
    [InlineData("flf2v", "before", "starts from an image")]
    [InlineData("vace", "references", "at most 4 reference pictures, not 5")]
    [InlineData("vace", "first+before", "Give one of the two")]
    public void Pictures_that_a_model_cannot_take_are_refused_with_the_reason(string kind, string given, string reason)
    {
        using ModelFolder folder = kind == "vace" ? ModelFolder.Vace() : ModelFolder.Image(kind == "flf2v" ? "flf2v" : "i2v");
        string model = kind == "wan21_t2v" ? Fixture.PathOf("pipeline", kind) : folder.Path;
        GivenPictures pictures = new()
        {
            First = given.Contains("first", StringComparison.Ordinal) ? Picture(1) : null,
            Last = given.Contains("last", StringComparison.Ordinal) ? Picture(2) : null,
            References = given switch { "reference" => [Picture(3)], "references" => [.. Enumerable.Range(0, 5).Select(i => Picture(i))], _ => [] },
            Before = given.Contains("before", StringComparison.Ordinal) ? [Picture(4)] : [],
        };

        Should.Throw<ArgumentException>(() => Make(model, pictures)).Message.ShouldContain(reason);
    }

    [Fact]
    public void An_image_model_without_its_image_encoder_is_refused_by_what_to_add()
    {
        using ModelFolder i2v = ModelFolder.Image("i2v");
        Directory.Delete(Path.Combine(i2v.Path, "image_encoder"), recursive: true);

        Should.Throw<ArgumentException>(() => Make(i2v.Path, new GivenPictures { First = Picture(1) })).Message.ShouldContain("has no image_encoder");
    }

    // Within the plan, because the plan is the limit.
    private static (float[] Latents, List<float[]> Frames) Make(string model, GivenPictures pictures, int width = Width, int height = Height, int frames = 9)
    {
        WanModel read = WanModel.Read(model);
        using Generation generation = new(
            read,
            new GenerationRequest { Prompt = "a cat", PromptRows = new float[8 * read.Transformer.TextSize], NegativeRows = new float[8 * read.Transformer.TextSize], Width = width, Height = height, Frames = frames, Steps = 2, Seed = 3, Pictures = pictures },
            Plenty,
            threads: 1);
        List<double> progress = [];
        generation.Prepare(progress.Add, TestContext.Current.CancellationToken);
        List<float[]> made = [.. generation.Frames(TestContext.Current.CancellationToken)];
        progress.ShouldBe([.. progress.Order()], "progress only grows");
        progress[^1].ShouldBe(1);
        generation.PeakBytes.ShouldBeGreaterThan(generation.Plan.PeakBytes / 3, "a plan far above the need would refuse what fits");
        return (generation.Latents.ToArray(), made);
    }

    private static float[] Encode(WanAutoencoder autoencoder, IReadOnlyList<float[]> pictures)
    {
        bool large = autoencoder.Config.SpatialFactor == 16;
        (int width, int height) = large ? (64, 32) : (Width, Height);
        LatentShape shape = new(autoencoder.Config.LatentChannels, autoencoder.Config.LatentFrames(pictures.Count), height / autoencoder.Config.SpatialFactor, width / autoencoder.Config.SpatialFactor);
        float[] latents = new float[shape.Length];
        FrameEncoder encoder = autoencoder.BeginEncoding();
        int frame = 0;
        foreach (float[] distribution in pictures.SelectMany(picture => encoder.Push(picture, height, width)))
        {
            float[] mean = distribution[..(distribution.Length / 2)];
            LatentScale.Normalise(mean, autoencoder.Config);
            shape.PutFrames(mean, frame++, 1, latents);
        }

        return latents;
    }

    private static RgbImage Picture(int seed, int width = Width, int height = Height)
    {
        float[] noise = new float[width * height * 3];
        GaussianNoise.Fill((ulong)seed, 7, noise);
        return new RgbImage(width, height, [.. noise.Select(n => (byte)Math.Clamp(128 + (50 * n), 0, 255))]);
    }
}
