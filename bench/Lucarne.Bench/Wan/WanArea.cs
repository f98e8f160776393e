using System.Globalization;
using System.Runtime.InteropServices;
using Lucarne.Tensors.Products;
using Lucarne.Wan;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.TextEncoder;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Bench.Wan;

/// <summary>The 1.3B transformer, the autoencoder's decoder, the tiny one and the text encoder, with random weights: seconds, arithmetic a second, share of the machine's peak, and memory against its plan.</summary>
/// <remarks>
/// The peak is a plain binary32 product timed in the same run. Shares compare processor time with processor time, so that another program's work on the machine changes them little;
/// seconds are of the clock and count on a quiet machine. Environment variables choose less: LUCARNE_BENCH_WAN_SIZES (<c>256x144x17,416x240x33</c>), LUCARNE_BENCH_WAN_PRECISIONS (<c>fp32,bf16</c>),
/// LUCARNE_BENCH_WAN_PARTS (<c>product,step,decode,tiny,text</c>); LUCARNE_BENCH_WAN_KEEP=1 leaves the weights for the next run.
/// </remarks>
internal static class WanArea
{
    private const int TextRows = 512, PromptTokens = 24, UsualLayersOfText = 24;
    private const string UsualSizes = "256x144x17,416x240x17,416x240x33", UsualPrecisions = "fp32,bf16,int8", UsualParts = "product,step,decode,tiny,text";

    // What stable-diffusion.cpp took on a machine of this kind: 24 s a step, 201 s a decode, 13 s with the tiny decoder, 85 s for the text.
    private static readonly Dictionary<string, double> Targets = new(StringComparer.Ordinal)
    {
        ["wan-step-256x144x17-fp32"] = 12,
        ["wan-step-416x240x33-fp32"] = 77,
        ["wan-step-256x144x17-bf16"] = 6,
        ["wan-step-416x240x33-bf16"] = 39,
        ["wan-decode-256x144x17"] = 50,
        ["wan-tiny-decode-256x144x17"] = 13,
        ["wan-text"] = 42,
    };

    /// <summary>A precision as people write it.</summary>
    public static string NameOf(ProductPrecision precision) => precision switch
    {
        ProductPrecision.BF16 => "bf16",
        ProductPrecision.I8 => "int8",
        _ => "fp32",
    };

    public static IEnumerable<Measurement> Run()
    {
        string[] sizes = Listed("SIZES", UsualSizes), parts = Listed("PARTS", UsualParts);
        ProductPrecision[] precisions = [.. Listed("PRECISIONS", UsualPrecisions).Select(name => Enum.GetValues<ProductPrecision>().Single(p => NameOf(p) == name))];
        string load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        Console.Error.WriteLine($"{Environment.ProcessorCount} processors ({RuntimeInformation.ProcessArchitecture}), load {load}; bf16 by {MatrixProduct.Describe(ProductPrecision.BF16)}, int8 by {MatrixProduct.Describe(ProductPrecision.I8)}");
        (double clock, double peak) = ProductRows.Peak();
        yield return Measurement.Of("wan-fp32-product-peak", clock / 1e9, "GFLOP/s");
        yield return Measurement.Of("wan-fp32-product-peak-processor", peak / 1e9, "GFLOP a processor-second");
        if (parts.Contains("product"))
        {
            foreach (Measurement measurement in ProductRows.Measure())
            {
                yield return measurement;
            }
        }

        using TemporaryFolder folder = new(Path.Combine(Repository(), "artifacts", "wan-bench"), Environment.GetEnvironmentVariable("LUCARNE_BENCH_WAN_KEEP") == "1");
        Console.Error.WriteLine($"random weights in {folder.Path} (4 GB)");
        RandomModel.Write(folder.Path);
        WanModel model = WanModel.Read(folder.Path);
        foreach (string size in sizes)
        {
            int[] lengths = [.. size.Split('x').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
            LatentShape shape = model.ShapeOf(lengths[0], lengths[1], lengths[2]);
            IEnumerable<Func<IEnumerable<Measurement>>> stages =
            [
                .. parts.Contains("step") ? precisions.Select(precision => (Func<IEnumerable<Measurement>>)(() => Step(model, shape, size, precision, peak))) : [],
                .. parts.Contains("decode") ? [() => Decode(model, shape, size, lengths[2], peak)] : (Func<IEnumerable<Measurement>>[])[],
                .. parts.Contains("tiny") ? [() => TinyDecode(folder.Path, shape, size, lengths[2])] : (Func<IEnumerable<Measurement>>[])[],
            ];
            foreach (Measurement measurement in stages.SelectMany(stage => stage()))
            {
                yield return measurement;
            }
        }

        if (parts.Contains("text"))
        {
            foreach (Measurement measurement in Text(folder.Path, peak))
            {
                yield return measurement;
            }
        }
    }

    private static List<Measurement> Step(WanModel model, LatentShape shape, string size, ProductPrecision precision, double peak)
    {
        MemoryPlan plan = MemoryPlan.Of(model, shape, TextRows, guided: false, Environment.ProcessorCount, precision);
        using ComputeContext context = new(plan.PeakBytes, precision: precision);
        WanTransformer? loaded = null;
        Timing loading = Timing.Of(() => loaded = WanTransformer.Load(model.Files.Part("transformer"), context));
        using WanTransformer transformer = loaded!;
        float[] text = new float[TextRows * model.Transformer.TextSize], latents = new float[shape.Length], flow = new float[shape.Length];
        GaussianNoise.Fill(1, 0, text);
        GaussianNoise.Fill(2, 0, latents);
        using Conditioning conditioning = transformer.Condition(text, TextRows, TextRows);

        // The first pass reads the weights from the disk and compiles the code; of a small one a second is cheap.
        Timing timing = Timing.Of(
            () => transformer.Forward(
                new TransformerInput { Latents = latents, Frames = shape.Frames, Height = shape.Height, Width = shape.Width, Timesteps = [500f], Conditioning = conditioning },
                flow),
            runs: shape.Frames * shape.TokensOfFrame < 1000 ? 3 : 1);
        if (!flow.All(float.IsFinite))
        {
            throw new InvalidOperationException($"The step at {size} gave numbers that are not finite.");
        }

        double operations = Arithmetic.OfStep(model.Transformer, shape, TextRows);
        string name = $"wan-step-{size}-{NameOf(precision)}";
        List<Measurement> measurements =
        [
            Seconds(name, timing.Seconds),
            Measurement.Of($"{name}-quiet", timing.ProcessorSeconds, "s, from processor time"),
            Measurement.Of($"{name}-speed", operations / timing.Seconds / 1e9, "GFLOP/s"),
            precision == ProductPrecision.F32
                ? Measurement.AtLeast($"{name}-share-of-peak", operations / timing.ProcessorSeconds / peak, "of the fp32 product", 0.6)
                : Measurement.Of($"{name}-share-of-peak", operations / timing.ProcessorSeconds / peak, "of the fp32 product"),
            Measurement.AtMost($"{name}-memory", context.Budget.PeakBytes / 1e6, "MB native", plan.PeakBytes / 1e6),
        ];
        if (precision != ProductPrecision.F32)
        {
            measurements.Add(Measurement.Of($"{name}-packing", loading.Seconds, "s, once a model"));
        }

        return measurements;
    }

    private static List<Measurement> Decode(WanModel model, LatentShape shape, string size, int wantedFrames, double peak)
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
        CheckFrames(frames, wantedFrames, size);
        double operations = Arithmetic.OfDecode(model.Autoencoder, shape);
        string name = $"wan-decode-{size}";
        return
        [
            Seconds(name, timing.Seconds),
            Measurement.Of($"{name}-quiet", timing.ProcessorSeconds, "s, from processor time"),
            Measurement.Of($"{name}-speed", operations / timing.Seconds / 1e9, "GFLOP/s"),
            Measurement.Of($"{name}-share-of-peak", operations / timing.ProcessorSeconds / peak, "of the fp32 product"),
            Measurement.AtMost($"{name}-memory", context.Budget.PeakBytes / 1e6, "MB native", plan.PeakBytes / 1e6),
        ];
    }

    private static List<Measurement> TinyDecode(string folder, LatentShape shape, string size, int wantedFrames)
    {
        using ComputeContext context = new(8L << 30);
        using TinyDecoder decoder = TinyDecoder.Load(Path.Combine(folder, RandomModel.TinyDecoderFile), context);
        float[] latents = new float[shape.Length];
        GaussianNoise.Fill(3, 0, latents);
        int frames = 0;
        Timing timing = Timing.Of(() =>
        {
            for (int frame = 0; frame < shape.Frames; frame++)
            {
                frames += decoder.Push(shape.TakeFrames(latents, frame, 1), shape.Height, shape.Width).Count;
            }
        });
        CheckFrames(frames, wantedFrames, size);
        return [Seconds($"wan-tiny-decode-{size}", timing.Seconds), Measurement.Of($"wan-tiny-decode-{size}-quiet", timing.ProcessorSeconds, "s, from processor time")];
    }

    // The encoder's layers are alike, so a few of them stand for all: the published ones take 9 GB.
    private static List<Measurement> Text(string folder, double peak)
    {
        string path = Path.Combine(folder, RandomModel.TextLayersFolder);
        using ComputeContext context = new(4L << 30);
        using UmT5Encoder encoder = UmT5Encoder.Load(path, context);
        int[] ids = [.. Enumerable.Range(1, PromptTokens)];
        encoder.Encode(ids, ids.Length);
        Timing timing = Timing.Of(() => encoder.Encode(ids, ids.Length), runs: 2);
        double times = (double)UsualLayersOfText / encoder.Config.Layers, operations = Arithmetic.OfText(encoder.Config, ids.Length);
        return
        [
            Seconds("wan-text", timing.Seconds * times, $"s, {PromptTokens} tokens, from {encoder.Config.Layers} of {UsualLayersOfText} layers"),
            Measurement.Of("wan-text-quiet", timing.ProcessorSeconds * times, "s, from processor time"),
            Measurement.Of("wan-text-share-of-peak", operations / timing.ProcessorSeconds / peak, "of the fp32 product"),
        ];
    }

    private static Measurement Seconds(string name, double seconds, string unit = "s") =>
        Targets.TryGetValue(name, out double most) ? Measurement.AtMost(name, seconds, unit, most) : Measurement.Of(name, seconds, unit);

    private static void CheckFrames(int frames, int wanted, string size)
    {
        if (frames != wanted)
        {
            throw new InvalidOperationException($"The decode at {size} gave {frames} frames.");
        }
    }

    private static string[] Listed(string variable, string usual) => (Environment.GetEnvironmentVariable($"LUCARNE_BENCH_WAN_{variable}") ?? usual).Split(',', StringSplitOptions.RemoveEmptyEntries);

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
