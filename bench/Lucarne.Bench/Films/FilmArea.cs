using System.Diagnostics;
using Lucarne.Diorama;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;

namespace Lucarne.Bench.Films;

/// <summary>The built-in engine as a person meets it: from the prompt to the finished mp4 with sound, against the time that the film plays.</summary>
internal static class FilmArea
{
    private const int Fps = 24;
    private const double FilmSeconds = 6;
    private const long Seed = 1;

    /// <summary>An interior with physics, open water, and a city with rain, reflections and many lamps: a light, a middling and a heavy film.</summary>
    private static readonly string[] Prompts =
    [
        "a red rubber ball bouncing down a wooden staircase",
        "sunset over a calm ocean, a small sailing boat crossing slowly, drone shot",
        "heavy rain on a neon-lit city street at night, reflections in the puddles",
    ];

    public static IReadOnlyList<Measurement> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Measurement>> RunAsync()
    {
        EngineRegistry engines = new([new DioramaEngine()]);
        Production production = new(new Ffmpeg());
        await MakeAsync(engines, production, new VideoSize(360, 640), Prompts[0], seconds: 2);
        List<Measurement> measurements = [];
        foreach ((VideoSize size, double target) in new[] { (new VideoSize(360, 640), 3.0), (new VideoSize(720, 1280), 1.0) })
        {
            measurements.AddRange(await MeasureAsync(engines, production, size, target));
        }

        using Process self = Process.GetCurrentProcess();
        measurements.Add(Measurement.Of("diorama-peak-memory-without-ffmpeg", self.PeakWorkingSet64 / 1e6, "MB"));
        return measurements;
    }

    private static async Task<List<Measurement>> MeasureAsync(EngineRegistry engines, Production production, VideoSize size, double target)
    {
        double whole = 0, worstFirst = 0, renderer = 0;
        foreach (string prompt in Prompts)
        {
            (double seconds, double first) = await MakeAsync(engines, production, size, prompt, FilmSeconds);
            whole += seconds;
            worstFirst = Math.Max(worstFirst, first);
            renderer += RenderAlone(size, prompt);
        }

        double played = Prompts.Length * FilmSeconds;
        return
        [
            Measurement.AtLeast($"diorama-{size}-whole-path", played / whole, "x real time", target),
            Measurement.Of($"diorama-{size}-renderer-alone", played / renderer, "x real time"),
            Measurement.AtMost($"diorama-{size}-first-watchable-second", worstFirst, "s", 1),
        ];
    }

    /// <summary>Seconds that a film takes from prompt to file, and seconds until one second of it can be watched.</summary>
    private static async Task<(double Whole, double FirstSecond)> MakeAsync(EngineRegistry engines, Production production, VideoSize size, string prompt, double seconds)
    {
        string file = Path.Combine(Path.GetTempPath(), $"lucarne-bench-{Environment.ProcessId}.mp4");
        Stopwatch watch = Stopwatch.StartNew();
        double first = 0;
        FilmPlan plan = engines.Plan(new FilmRequest { Prompt = prompt, Size = size, Fps = Fps, Seconds = seconds }, Seed);
        try
        {
            GenerationFailure? failure = await production.MakeAsync(
                plan,
                file,
                progress =>
                {
                    if (first == 0 && progress.ReadySeconds >= 1)
                    {
                        first = watch.Elapsed.TotalSeconds;
                    }
                },
                CancellationToken.None);
            return failure is null ? (watch.Elapsed.TotalSeconds, first) : throw new InvalidOperationException($"{failure.Code}: {failure.Message}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Seconds that staging and drawing all frames take, without sound, encoder or files.</summary>
    private static double RenderAlone(VideoSize size, string prompt)
    {
        Screenplay screenplay = PromptReader.Read(prompt, FilmSeconds, DioramaVocabulary.CanShow).Screenplay!;
        int frames = (int)(FilmSeconds * Fps);
        FrameBuffer buffer = new(size.Width, size.Height);
        Stopwatch watch = Stopwatch.StartNew();
        using Film film = Film.Stage(screenplay, new FilmOptions { Width = size.Width, Height = size.Height, FramesPerSecond = Fps, FrameCount = frames, Seed = Seed });
        for (int frame = 0; frame < frames; frame++)
        {
            film.RenderFrame(frame, buffer);
        }

        return watch.Elapsed.TotalSeconds;
    }
}
