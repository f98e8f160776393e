using System.Diagnostics;
using System.Runtime.InteropServices;
using Lucarne.Media.Encoding;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Lucarne.Wan.Weights;

namespace Lucarne.Studio.Tests;

public sealed class WanEngineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lucarne-wan-").FullName;

    private static string Model { get; } = PathOf("wan21_t2v");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_model_folder_makes_an_mp4_with_sound_and_true_progress()
    {
        string output = Path.Combine(_folder, "film.mp4");
        List<double> progress = [];
        EngineRegistry registry = new([new WanEngine(new WanEngineOptions { ModelFolder = Model })]);
        FilmPlan plan = registry.Plan(new FilmRequest { Prompt = "a cat walks in the rain", Seconds = 0.5, Size = new VideoSize(96, 64), Seed = 5 }, 0);

        GenerationFailure? failure = await new Production(new Ffmpeg()).MakeAsync(plan, output, p => progress.Add(p.Progress), TestContext.Current.CancellationToken);

        failure.ShouldBeNull(failure?.Detail);
        new FileInfo(output).Length.ShouldBeGreaterThan(1000);
        progress.Where(p => p is > 0.01 and < 0.8).Distinct().Count().ShouldBeGreaterThan(10, "each denoising step is told");
    }

    [Fact]
    public async Task The_mp4_has_a_sound_track_with_level()
    {
        string output = Path.Combine(_folder, "film.mp4"), sound = Path.Combine(_folder, "film.f32");
        FilmPlan plan = new EngineRegistry([new WanEngine(new WanEngineOptions { ModelFolder = Model })])
            .Plan(new FilmRequest { Prompt = "a dog barks on a beach", Seconds = 1, Size = new VideoSize(32, 32), Seed = 5 }, 0);

        (await new Production(new Ffmpeg()).MakeAsync(plan, output, progress: null, TestContext.Current.CancellationToken)).ShouldBeNull();

        using Process ffmpeg = Process.Start("ffmpeg", ["-loglevel", "error", "-i", output, "-map", "0:a:0", "-f", "f32le", sound]);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        ffmpeg.ExitCode.ShouldBe(0, "there is a sound track");
        float[] samples = MemoryMarshal.Cast<byte, float>(await File.ReadAllBytesAsync(sound, TestContext.Current.CancellationToken)).ToArray();
        (samples.Length / 2.0 / 48_000).ShouldBeInRange(0.97, 1.03, "it is as long as the picture");
        Math.Sqrt(samples.Average(s => (double)s * s)).ShouldBeGreaterThan(1e-3, "it can be heard");
    }

    [Fact]
    public void A_model_without_its_text_encoder_is_refused_before_anybody_can_choose_it()
    {
        foreach (string part in (string[])["transformer", "vae", "scheduler"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, part));
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Model, part)))
            {
                File.Copy(file, Path.Combine(_folder, part, Path.GetFileName(file)));
            }
        }

        File.Copy(Path.Combine(Model, "model_index.json"), Path.Combine(_folder, "model_index.json"));

        Should.Throw<WeightFileException>(() => new WanEngine(new WanEngineOptions { ModelFolder = _folder })).Message.ShouldContain("no text_encoder");
    }

    [Theory]
    [InlineData("wan22_ti2v", true, true)]
    [InlineData("wan21_t2v", false, false)]
    public void What_it_does_with_pictures_follows_from_the_model(string model, bool firstImage, bool continues)
    {
        EngineCapabilities can = new WanEngine(new WanEngineOptions { ModelFolder = PathOf(model) }).Capabilities;

        (can.FirstImage, can.FirstImageNeeded, can.LastImage, can.MaxReferences, can.Continues).ShouldBe((firstImage, false, false, 0, continues));
    }

    [Fact]
    public async Task A_film_starts_from_its_image_and_another_goes_on_from_its_end()
    {
        EngineRegistry registry = new([new WanEngine(new WanEngineOptions { ModelFolder = PathOf("wan22_ti2v") })]);
        string red = Path.Combine(_folder, "red.png"), first = Path.Combine(_folder, "first.mp4"), second = Path.Combine(_folder, "second.mp4");
        using (Process ffmpeg = Process.Start("ffmpeg", ["-loglevel", "error", "-f", "lavfi", "-i", "color=c=red:s=50x50", "-frames:v", "1", red]))
        {
            await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await MakeAsync(new FilmRequest { Prompt = "a cat", Seconds = 9 / 24.0, Size = new VideoSize(64, 64), Seed = 1, FirstImagePath = red }, first);
        await MakeAsync(new FilmRequest { Prompt = "a cat", Seconds = 9 / 24.0, Size = new VideoSize(64, 64), Seed = 1, ContinuesPath = first }, second);
        byte[] plain = await FrameAsync(new FilmRequest { Prompt = "a cat", Seconds = 9 / 24.0, Size = new VideoSize(64, 64), Seed = 1 });

        (await FrameAsync(new FilmRequest { Prompt = "a cat", Seconds = 9 / 24.0, Size = new VideoSize(64, 64), Seed = 1, FirstImagePath = red })).ShouldNotBe(plain);
        (await FrameAsync(new FilmRequest { Prompt = "a cat", Seconds = 9 / 24.0, Size = new VideoSize(64, 64), Seed = 1, ContinuesPath = first })).ShouldNotBe(plain);

        async Task MakeAsync(FilmRequest film, string output) =>
            (await new Production(new Ffmpeg()).MakeAsync(registry.Plan(film, 0), output, progress: null, TestContext.Current.CancellationToken)).ShouldBeNull();

        async Task<byte[]> FrameAsync(FilmRequest film)
        {
            EngineRequest request = registry.Plan(film, 0).Request.ShouldNotBeNull();
            await using EngineRun run = registry.Default.Start(request);
            await run.PrepareAsync(progress: null, TestContext.Current.CancellationToken);
            byte[] picture = new byte[run.Format.FrameBytes];
            await run.RenderAsync(0, picture, new float[run.Format.SamplesOf(0) * 2], TestContext.Current.CancellationToken);
            return picture;
        }
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_fails_the_film_with_what_it_was_for()
    {
        string path = Path.Combine(_folder, "picture.png");
        await File.WriteAllTextAsync(path, "#EXTM3U\n/etc/hostname\n", TestContext.Current.CancellationToken);
        FilmPlan plan = new EngineRegistry([new WanEngine(new WanEngineOptions { ModelFolder = PathOf("wan22_ti2v") })])
            .Plan(new FilmRequest { Prompt = "a cat", Seconds = 0.2, Size = new VideoSize(64, 64), FirstImagePath = path }, 0);

        GenerationFailure failure = (await new Production(new Ffmpeg()).MakeAsync(plan, Path.Combine(_folder, "film.mp4"), progress: null, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        failure.Code.ShouldBe("picture_unreadable");
        failure.Message.ShouldContain("The first image");
    }

    [Fact]
    public void Pictures_that_an_engine_does_not_take_are_refused_with_a_code()
    {
        EngineRegistry registry = new([new DioramaEngine()]);
        FilmRequest film = new() { Prompt = "a ball" };

        EngineRequest plain = registry.Plan(film, 0).Request.ShouldNotBeNull();
        (registry.Default.Capabilities with { FirstImage = false }).Check(plain with { FirstImagePath = "a.png" }).ShouldNotBeNull().Code.ShouldBe("first_image_not_supported");
        registry.Plan(film with { LastImagePath = "a.png" }, 0).Refusal.ShouldNotBeNull().Code.ShouldBe("last_image_not_supported");
        registry.Plan(film with { ReferencePaths = ["a.png"] }, 0).Refusal.ShouldNotBeNull().Code.ShouldBe("references_not_supported");
        registry.Plan(film with { ContinuesPath = "a.mp4" }, 0).Refusal.ShouldNotBeNull().Code.ShouldBe("continuing_not_supported");
        EngineCapabilities needs = registry.Default.Capabilities with { FirstImage = true, FirstImageNeeded = true, LastImage = true, LastImageNeeded = true, Continues = false };
        EngineRequest asked = registry.Plan(film, 0).Request.ShouldNotBeNull();
        needs.Check(asked).ShouldNotBeNull().Code.ShouldBe("first_image_needed");
        needs.Check(asked with { FirstImagePath = "a.png" }).ShouldNotBeNull().Code.ShouldBe("last_image_needed");
        needs.Check(asked with { FirstImagePath = "a.png", LastImagePath = "b.png" }).ShouldBeNull();
    }

    [Fact]
    public async Task Its_films_are_not_silent_even_when_Diorama_knows_none_of_the_words()
    {
        foreach (string prompt in (string[])["a dog barks on a beach", "xyzzy plugh"])
        {
            await using EngineRun run = Start(prompt, new WanEngine(new WanEngineOptions { ModelFolder = Model }));
            await run.PrepareAsync(progress: null, TestContext.Current.CancellationToken);
            float loudest = 0;
            byte[] picture = new byte[run.Format.FrameBytes];
            for (int frame = 0; frame < run.Format.FrameCount; frame++)
            {
                float[] sound = new float[run.Format.SamplesOf(frame) * 2];
                await run.RenderAsync(frame, picture, sound, TestContext.Current.CancellationToken);
                loudest = Math.Max(loudest, sound.Max(Math.Abs));
            }

            loudest.ShouldBeGreaterThan(1e-4f, prompt);
        }
    }

    [Fact]
    public async Task A_video_that_does_not_fit_the_memory_is_refused_with_the_figures()
    {
        WanEngine engine = new(new WanEngineOptions { ModelFolder = Model, MemoryLimitBytes = 1 << 20 });
        await using EngineRun run = Start("a cat", engine);

        EngineException refusal = await Should.ThrowAsync<EngineException>(async () => await run.PrepareAsync(progress: null, TestContext.Current.CancellationToken));

        refusal.Code.ShouldBe("memory_too_small");
        refusal.Message.ShouldContain("GB");
    }

    [Fact]
    public void What_it_can_do_follows_from_the_model()
    {
        EngineCapabilities capabilities = new WanEngine(new WanEngineOptions { ModelFolder = Model }).Capabilities;

        capabilities.Fps.ShouldHaveSingleItem().ShouldBe(16);
        capabilities.Sizes.ShouldAllBe(size => size.Width % 16 == 0 && size.Height % 16 == 0);
        capabilities.MaxSeconds.ShouldBe(81 / 16.0);
        capabilities.Sound.ShouldBeTrue();
    }

    [Fact]
    public void A_film_without_a_length_is_as_long_as_the_model_goes_and_a_longer_one_is_refused_with_the_range()
    {
        EngineRegistry registry = new([new WanEngine(new WanEngineOptions { ModelFolder = Model })]);

        registry.Plan(new FilmRequest { Prompt = "a cat" }, 0).Request.ShouldNotBeNull().Format.FrameCount.ShouldBe(81);
        Refusal refusal = registry.Plan(new FilmRequest { Prompt = "a cat", Seconds = 10 }, 0).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("seconds_not_supported");
        refusal.Message.ShouldContain("0.06 to 5.06 seconds, not 10");
    }

    [Fact]
    public void A_folder_that_is_no_model_is_refused_by_name() =>
        Should.Throw<WeightFileException>(() => new WanEngine(new WanEngineOptions { ModelFolder = _folder })).Message.ShouldContain("model_index.json");

    [Theory]
    [InlineData(1, 1, 1, 235, 128, 128)]
    [InlineData(0, 0, 0, 16, 128, 128)]
    [InlineData(1, 0, 0, 63, 102, 240)]
    [InlineData(0, 0, 1, 32, 240, 118)]
    [InlineData(7, -3, 0, 63, 102, 240)]
    public void Colours_become_those_of_BT709(float r, float g, float b, byte y, byte u, byte v)
    {
        float[] rgb = [r, g, b, r, g, b, r, g, b, r, g, b];
        byte[] planes = new byte[6];
        PictureConversion.ToYuv(rgb, 2, 2, planes);

        planes.ShouldBe([y, y, y, y, u, v]);
    }

    private static string PathOf(string model) => Path.Combine(Repository(), "tests", "Lucarne.Wan.Tests", "Fixtures", "pipeline", model);

    private static EngineRun Start(string prompt, WanEngine engine) =>
        engine.Start(new EngineRequest { Prompt = prompt, Format = new Media.VideoFormat(32, 32, 16, 5), Seed = 1 });

    private static string Repository()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Lucarne.slnx")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new DirectoryNotFoundException($"No Lucarne.slnx above {AppContext.BaseDirectory}");
    }
}
