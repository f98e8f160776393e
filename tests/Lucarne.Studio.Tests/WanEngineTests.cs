using Lucarne.Media.Encoding;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Lucarne.Wan.Weights;

namespace Lucarne.Studio.Tests;

public sealed class WanEngineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lucarne-wan-").FullName;

    private static string Model { get; } = Path.Combine(Repository(), "tests", "Lucarne.Wan.Tests", "Fixtures", "pipeline", "wan21_t2v");

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
