using System.Diagnostics;
using System.Globalization;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using Lucarne.Diorama.Tests.Rendering;
using Lucarne.Diorama.Tests.Support;

namespace Lucarne.Bench.Renderer;

/// <summary>The renderer alone: frames a second on the sample scenes.</summary>
internal static class RendererArea
{
    private static readonly (int Width, int Height, double Target)[] Sizes = [(360, 640, 130), (720, 1280, 40)];

    public static IReadOnlyList<Measurement> Run()
    {
        List<Measurement> measurements = [Measurement.Of("vector-width", System.Numerics.Vector<float>.Count * 32, "bits"), Measurement.Of("rasteriser-vector-against-scalar", RasterRatio(), "times")];
        foreach ((int width, int height, double target) in Sizes)
        {
            foreach ((string name, Func<double, SceneFrame> make) in SampleScenes.All)
            {
                measurements.Add(Measurement.AtLeast($"{name}-{width}x{height}", FramesPerSecond(make, width, height), "frames/s", target));
            }
        }

        // Two cores draw 40 pictures a second when one takes 50 ms of processor time: this figure holds on a busy machine too
        measurements.AddRange(SampleScenes.All.Select(s => Measurement.AtMost($"{s.Key}-720x1280-processor-time", Passes(s.Value, 720, 1280).Sum(p => p.Milliseconds), "ms", 50)));
        return measurements;
    }

    /// <summary>Writes a PNG of each scene; with a scene's name, only of that one.</summary>
    public static void WriteFrames(string folder, string[] options)
    {
        (int width, int height) = Size(options);
        using Diorama.Rendering.Renderer renderer = new(width, height);
        FrameBuffer frame = new(width, height);
        foreach ((string name, Func<double, SceneFrame> make) in Chosen(options))
        {
            renderer.Render(make(1.3), frame);
            PngWriter.Write(Path.Combine(folder, name + ".png"), frame);
        }
    }

    /// <summary>The least time of each pass on one thread, over several pictures.</summary>
    private static List<(string Pass, double Milliseconds)> Passes(Func<double, SceneFrame> make, int width, int height)
    {
        using Diorama.Rendering.Renderer renderer = new(width, height, threads: 1);
        FrameBuffer frame = new(width, height);
        SceneFrame scene = make(1.3);
        if (ThreadClock.Available)
        {
            renderer.Clock.Use(ThreadClock.Nanoseconds, 1e6);
        }

        for (int i = 0; i < 16; i++)
        {
            renderer.Render(scene, frame);
            if (i == 3)
            {
                renderer.Clock.Reset();
            }
        }

        return [.. renderer.Clock.Least];
    }

    private static IEnumerable<KeyValuePair<string, Func<double, SceneFrame>>> Chosen(string[] options) =>
        SampleScenes.All.Where(s => !options.Any(SampleScenes.All.ContainsKey) || options.Contains(s.Key));

    private static (int Width, int Height) Size(string[] options)
    {
        string[]? sides = options.FirstOrDefault(o => char.IsAsciiDigit(o[0]))?.Split('x');
        return sides is null ? (720, 1280) : (int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Prints what each pass of a scene costs on one thread.</summary>
    public static void WritePasses(TextWriter output, string[] options)
    {
        (int width, int height) = Size(options);
        foreach ((string name, Func<double, SceneFrame> make) in Chosen(options))
        {
            List<(string Pass, double Milliseconds)> passes = Passes(make, width, height);
            output.WriteLine($"{name} at {width}x{height}, one thread{(ThreadClock.Available ? " (processor time)" : string.Empty)}: {passes.Sum(p => p.Milliseconds):0.00} ms");
            foreach ((string pass, double milliseconds) in passes)
            {
                output.WriteLine($"  {pass,-24} {milliseconds,8:0.00} ms");
            }
        }
    }

    /// <summary>Time of the scalar rasteriser over that of the vector one, on the same triangles; least of several runs each.</summary>
    private static unsafe double RasterRatio()
    {
        Random random = new(3);
        RasterTriangle[] triangles = [.. Enumerable.Range(1, 200).Select(id =>
        {
            float x = random.NextSingle() * 64, y = random.NextSingle() * 32;
            return ScalarRaster.Triangle(x, y, x + (random.NextSingle() * 24), y + (random.NextSingle() * 8), x + (random.NextSingle() * 8), y + (random.NextSingle() * 24), random.NextSingle(), 0, 0, id);
        })];
        using NativeBuffer<float> depth = new(CameraRaster.Samples * CameraRaster.TilePixels);
        using NativeBuffer<int> ids = new(CameraRaster.Samples * CameraRaster.TilePixels);
        double vector = double.MaxValue, scalar = double.MaxValue;
        for (int run = 0; run < 20; run++)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (RasterTriangle t in triangles)
            {
                CameraRaster.Draw(t, 0, 0, depth.Pointer, ids.Pointer);
            }

            vector = Math.Min(vector, Stopwatch.GetElapsedTime(start).TotalSeconds);
            start = Stopwatch.GetTimestamp();
            foreach (RasterTriangle t in triangles)
            {
                ScalarRaster.Draw(t, 0, 0, depth.Span, ids.Span);
            }

            scalar = Math.Min(scalar, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return scalar / vector;
    }

    /// <summary>The best of several short runs, so that what else the machine does counts least.</summary>
    private static double FramesPerSecond(Func<double, SceneFrame> make, int width, int height)
    {
        using Diorama.Rendering.Renderer renderer = new(width, height);
        FrameBuffer frame = new(width, height);
        SceneFrame[] scenes = [.. Enumerable.Range(0, 8).Select(i => make(i / 24.0))];
        for (int i = 0; i < 8; i++)
        {
            renderer.Render(scenes[i], frame);
        }

        double best = 0;
        for (int run = 0; run < 6; run++)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (SceneFrame scene in scenes)
            {
                renderer.Render(scene, frame);
            }

            best = Math.Max(best, scenes.Length / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }
}
