using System.Diagnostics;
using Lucarne.Tensors.Memory;
using Lucarne.Wan;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Transformer;

namespace Lucarne.Bench.Wan;

/// <summary>One pass of the 1.3B transformer and one decode, with random weights: seconds, arithmetic a second, share of the machine's peak, memory.</summary>
/// <remarks>
/// The peak is a plain binary32 product timed in the same run. Shares compare processor time with processor time, so that another program's work on the machine changes them little;
/// seconds are of the clock and count on a quiet machine. LUCARNE_BENCH_WAN_SIZES names other sizes: <c>256x144x17,416x240x33</c>.
/// </remarks>
internal static class WanArea
{
    private const int TextRows = 512;
    private const string UsualSizes = "256x144x17,416x240x33";

    public static IReadOnlyList<Measurement> Run()
    {
        string folder = Path.Combine(Repository(), "artifacts", "wan-bench", "t2v-1.3b-f16");
        Console.Error.WriteLine($"random weights in {folder} (3 GB, written once)");
        RandomModel.Write(folder);
        WanModel model = WanModel.Read(folder);
        List<Measurement> measurements = [];
        double peak = MeasurePeak(measurements);
        foreach (string size in (Environment.GetEnvironmentVariable("LUCARNE_BENCH_WAN_SIZES") ?? UsualSizes).Split(','))
        {
            int[] lengths = [.. size.Split('x').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
            LatentShape shape = model.ShapeOf(lengths[0], lengths[1], lengths[2]);
            MeasureStep(model, shape, size, peak, measurements);
            MeasureDecode(model, shape, size, peak, lengths, measurements);
        }

        return measurements;
    }

    // Arithmetic a second of processor time, of all threads together.
    private static unsafe double MeasurePeak(List<Measurement> measurements)
    {
        const int Side = 2048;
        using ComputeContext context = new(1L << 30);
        using NativeBuffer<float> a = Filled(context, Side * Side), b = Filled(context, Side * Side), c = new(context.Budget, Side * Side);
        double best = 0;
        for (int run = 0; run < 6; run++)
        {
            Timing timing = Timing.Of(() => context.Product.Multiply(a.Pointer, Side, b.Pointer, Side, c.Pointer, Side, Side, Side, Side));
            best = Math.Max(best, 2.0 * Side * Side * Side / timing.ProcessorSeconds);
        }

        measurements.Add(Measurement.Of("wan-fp32-product-peak", best / 1e9, "GFLOP per processor-second"));
        return best;
    }

    private static void MeasureStep(WanModel model, LatentShape shape, string size, double peak, List<Measurement> measurements)
    {
        MemoryPlan plan = MemoryPlan.Of(model, shape, TextRows, guided: false, Environment.ProcessorCount);
        using ComputeContext context = new(plan.PeakBytes);
        using WanTransformer transformer = WanTransformer.Load(model.Files.Part("transformer"), context);
        float[] text = new float[TextRows * model.Transformer.TextSize], latents = new float[shape.Length], flow = new float[shape.Length];
        GaussianNoise.Fill(1, 0, text);
        GaussianNoise.Fill(2, 0, latents);
        using Conditioning conditioning = transformer.Condition(text, TextRows, TextRows);
        Timing timing = Timing.Of(() => transformer.Forward(
            new TransformerInput { Latents = latents, Frames = shape.Frames, Height = shape.Height, Width = shape.Width, Timesteps = [500f], Conditioning = conditioning },
            flow));
        if (!flow.All(float.IsFinite))
        {
            throw new InvalidOperationException($"The step at {size} gave numbers that are not finite.");
        }

        double operations = StepOperations(model.Transformer, shape);
        measurements.Add(Measurement.Of($"wan-step-{size}", timing.Seconds, "s"));
        measurements.Add(Measurement.Of($"wan-step-{size}-arithmetic", operations / 1e12, "TFLOP"));
        measurements.Add(Measurement.Of($"wan-step-{size}-speed", operations / timing.ProcessorSeconds / 1e9, "GFLOP per processor-second"));
        measurements.Add(Measurement.AtLeast($"wan-step-{size}-share-of-peak", operations / timing.ProcessorSeconds / peak, "of the product", 0.6));
        measurements.Add(Measurement.AtMost($"wan-step-{size}-memory", context.Budget.PeakBytes / 1e6, "MB native", plan.PeakBytes / 1e6));
    }

    private static void MeasureDecode(WanModel model, LatentShape shape, string size, double peak, int[] lengths, List<Measurement> measurements)
    {
        MemoryPlan plan = MemoryPlan.Of(model, shape, TextRows, guided: false, Environment.ProcessorCount);
        using ComputeContext context = new(plan.PeakBytes);
        using WanAutoencoder autoencoder = WanAutoencoder.Load(model.Files.Part("vae"), context);
        float[] latents = new float[shape.Length];
        GaussianNoise.Fill(3, 0, latents);
        int frames = 0;
        Timing timing = Timing.Of(() =>
        {
            FrameDecoder decoder = autoencoder.BeginDecoding();
            for (int frame = 0; frame < shape.Frames; frame++)
            {
                frames += decoder.Push(shape.TakeFrames(latents, frame, 1), shape.Height, shape.Width).Count;
            }
        });
        if (frames != lengths[2])
        {
            throw new InvalidOperationException($"The decode at {size} gave {frames} frames.");
        }

        double operations = DecodeOperations(model.Autoencoder, shape);
        measurements.Add(Measurement.Of($"wan-decode-{size}", timing.Seconds, "s"));
        measurements.Add(Measurement.Of($"wan-decode-{size}-arithmetic", operations / 1e12, "TFLOP"));
        measurements.Add(Measurement.Of($"wan-decode-{size}-share-of-peak", operations / timing.ProcessorSeconds / peak, "of the product"));
        measurements.Add(Measurement.AtMost($"wan-decode-{size}-memory", context.Budget.PeakBytes / 1e6, "MB native", plan.PeakBytes / 1e6));
    }

    // Two operations a multiply-add: the linear layers and both attentions. Keys and values of the text are made once a prompt and left out.
    private static double StepOperations(WanTransformerConfig config, LatentShape shape)
    {
        double tokens = (double)shape.Frames * shape.TokensOfFrame, size = config.Size;
        double linear = 2 * tokens * ((6 * size * size) + (2 * size * config.FeedForwardSize));
        double attention = 4 * tokens * size * (tokens + TextRows);
        return config.Layers * (linear + attention);
    }

    // Each convolution at the size and the frame rate of its level.
    private static double DecodeOperations(AutoencoderConfig config, LatentShape shape)
    {
        double pixels = shape.Pixels, frames = shape.Frames, sum = 0;
        int last = config.LevelFactors.Length - 1, top = config.LevelFactors[^1] * config.DecoderBaseSize, input = top;
        sum += 27.0 * config.LatentChannels * top * pixels * frames;
        sum += ((4 * 27.0) + 4) * top * top * pixels * frames;
        sum += 2.0 * top * pixels * pixels * frames;
        for (int i = 0; i <= last; i++)
        {
            int output = config.LevelFactors[last - i] * config.DecoderBaseSize;
            sum += 27.0 * output * (input + (((2 * config.ResidualBlocks) + 1) * output)) * pixels * frames;
            sum += input == output ? 0 : (double)input * output * pixels * frames;
            input = output;
            if (i < last)
            {
                if (config.HalvesTime[last - 1 - i])
                {
                    sum += 3.0 * output * 2 * output * pixels * (frames - 1);
                    frames = (2 * frames) - 1;
                }

                pixels *= 4;
                input = output / 2;
                sum += 9.0 * output * input * pixels * frames;
            }
        }

        return 2 * (sum + (27.0 * input * config.PixelChannels * pixels * frames));
    }

    private static unsafe NativeBuffer<float> Filled(ComputeContext context, int length)
    {
        NativeBuffer<float> buffer = new(context.Budget, length);
        GaussianNoise.Fill(9, 0, new Span<float>(buffer.Pointer, length));
        return buffer;
    }

    private static string Repository()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Lucarne.slnx")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new DirectoryNotFoundException($"No Lucarne.slnx above {AppContext.BaseDirectory}");
    }

    /// <summary>Seconds of the clock, and of the processors together divided by their number.</summary>
    private readonly record struct Timing(double Seconds, double ProcessorSeconds)
    {
        public static Timing Of(Action work)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Stopwatch watch = Stopwatch.StartNew();
            work();
            return new Timing(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds / Environment.ProcessorCount);
        }
    }
}
