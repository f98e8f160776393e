using System.Collections.Immutable;
using Lucarne.Media;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Tests;

/// <summary>A small real engine: colour bars that move, a tone that rises; everything follows from the seed.</summary>
public sealed class ColourBarsEngine : IEngine
{
    public const string EngineId = "bars";

    /// <summary>Time that a frame takes at least.</summary>
    public TimeSpan FrameDelay { get; init; }

    /// <summary>The frame at which the engine gives up; none when negative.</summary>
    public int FailAtFrame { get; init; } = -1;

    public string Id => EngineId;

    public string Name => "Colour bars";

    public string Version => "1";

    public EngineCapabilities Capabilities { get; } = new()
    {
        Sizes = [new(128, 224), new(224, 128), new(360, 640)],
        Fps = [24, 30],
        MinSeconds = 0.5,
        MaxSeconds = 20,
        Sound = true,
        FirstImage = false,
        MemoryBytes = 1 << 20,
    };

    public ScreenplayReading? ReadScreenplay(string prompt, double seconds) => null;

    public EngineRun Start(EngineRequest request) => new Run(this, request);

    private sealed class Run(ColourBarsEngine engine, EngineRequest request) : EngineRun
    {
        private static readonly ImmutableArray<(byte Y, byte U, byte V)> Bars =
            [(235, 128, 128), (219, 16, 138), (188, 154, 16), (173, 42, 26), (78, 214, 230), (63, 102, 240), (32, 240, 118), (16, 128, 128)];

        public override VideoFormat Format => request.Format;

        public override ValueTask PrepareAsync(IProgress<double>? progress, CancellationToken cancel) => ValueTask.CompletedTask;

        public override async ValueTask RenderAsync(int frame, Memory<byte> picture, Memory<float> sound, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            if (frame == engine.FailAtFrame)
            {
                throw new InvalidOperationException("the lamp of the projector broke");
            }

            if (engine.FrameDelay > TimeSpan.Zero)
            {
                await Task.Delay(engine.FrameDelay, cancel);
            }

            Paint(frame, picture.Span);
            Sing(frame, sound.Span);
        }

        private void Paint(int frame, Span<byte> picture)
        {
            int width = Format.Width, height = Format.Height;
            Span<byte> y = picture[..(width * height)];
            Span<byte> u = picture.Slice(width * height, width * height / 4);
            Span<byte> v = picture[(width * height * 5 / 4)..];
            int shift = (int)(request.Seed % width) + (frame * 3);
            for (int row = 0; row < height; row++)
            {
                for (int x = 0; x < width; x++)
                {
                    (byte luma, byte blue, byte red) = Bars[(x + shift) * 8 / width % 8];
                    y[(row * width) + x] = luma;
                    u[(row / 2 * (width / 2)) + (x / 2)] = blue;
                    v[(row / 2 * (width / 2)) + (x / 2)] = red;
                }
            }
        }

        private void Sing(int frame, Span<float> sound)
        {
            long first = Format.FirstSampleOf(frame);
            for (int i = 0; i < sound.Length / 2; i++)
            {
                double t = (double)(first + i) / VideoFormat.SampleRate;
                sound[2 * i] = (float)(0.3 * Math.Sin(2 * Math.PI * 440 * t));
                sound[(2 * i) + 1] = (float)(0.3 * Math.Sin(2 * Math.PI * 660 * t));
            }
        }
    }
}
