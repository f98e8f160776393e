using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Lucarne.Diorama.Screenplays;
using Lucarne.Media;
using Lucarne.Studio.Engines;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>An engine that draws a drifting gradient with a hum: quick, deterministic by seed, and as slow or as broken as a test asks.</summary>
internal sealed class SketchEngine : IEngine
{
    /// <summary>The size that tests ask for.</summary>
    public const string Size = "180x320";

    /// <summary>Time that each frame takes besides the drawing.</summary>
    public TimeSpan FrameDelay { get; set; }

    /// <summary>Hashes of the pictures that runs were asked to start from, in order; null for a run that was asked for none.</summary>
    public ConcurrentQueue<string?> FirstImages { get; } = new();

    /// <summary>Frame at which runs fail; null for never.</summary>
    public int? FailAtFrame { get; set; }

    public string Id => "sketch";

    public string Name => "Sketch";

    public string Version => "3.1";

    public EngineCapabilities Capabilities { get; } = new()
    {
        Sizes = [new VideoSize(180, 320), new VideoSize(320, 180)],
        Fps = [24, 12],
        MinSeconds = 4,
        MaxSeconds = 25,
        Sound = true,
        Storyboards = true,
        FirstImage = true,
        MemoryBytes = 1 << 20,
    };

    public ScreenplayReading? ReadScreenplay(string prompt, double seconds) => new DioramaEngine().ReadScreenplay(prompt, seconds);

    public Screenplay ReadStoryboard(Storyboard storyboard) => new DioramaEngine().ReadStoryboard(storyboard);

    public EngineRun Start(EngineRequest request)
    {
        FirstImages.Enqueue(request.FirstImagePath is { } path && File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : request.FirstImagePath);
        return new Run(this, request);
    }

    private sealed class Run(SketchEngine engine, EngineRequest request) : EngineRun
    {
        public override VideoFormat Format => request.Format;

        public override ValueTask PrepareAsync(IProgress<double>? progress, CancellationToken cancel) => ValueTask.CompletedTask;

        public override async ValueTask RenderAsync(int frame, Memory<byte> picture, Memory<float> sound, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            if (frame == engine.FailAtFrame)
            {
                throw new EngineException("sketch_torn", "The sheet is torn.", "Take another sheet.");
            }

            if (engine.FrameDelay > TimeSpan.Zero)
            {
                await Task.Delay(engine.FrameDelay, cancel);
            }

            Draw(frame, picture.Span);
            for (int i = 0; i < sound.Length; i++)
            {
                sound.Span[i] = 0.2f * MathF.Sin((Format.FirstSampleOf(frame) + (i / 2)) * 2 * MathF.PI * 220 / VideoFormat.SampleRate);
            }
        }

        private void Draw(int frame, Span<byte> picture)
        {
            int luma = Format.Width * Format.Height;
            for (int y = 0; y < Format.Height; y++)
            {
                for (int x = 0; x < Format.Width; x++)
                {
                    picture[(y * Format.Width) + x] = (byte)(16 + ((x + y + (frame * 3) + (int)(request.Seed % 97)) % 219));
                }
            }

            picture[luma..].Fill((byte)(96 + (request.Seed % 64)));
        }
    }
}
