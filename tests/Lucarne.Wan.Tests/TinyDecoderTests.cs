using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

/// <summary>The tiny decoder against a plain composition of loops in binary64, on random weights in the published layout.</summary>
public sealed class TinyDecoderTests : IDisposable
{
    private const int Channels = 16, First = 8, Second = 6, Third = 4;
    private static readonly int[] Blocks = [3, 4, 5, 9, 10, 11, 15, 16, 17];
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("lucarne-wan-").FullName, "taew2_1.safetensors");
    private readonly Dictionary<string, (int[] Shape, float[] Numbers)> _weights = new(StringComparer.Ordinal);

    public TinyDecoderTests()
    {
        Add("decoder.1", First, Channels, 3, bias: true);
        foreach (int block in Blocks)
        {
            int size = block < 6 ? First : block < 12 ? Second : Third;
            Add($"decoder.{block}.conv.0", size, 2 * size, 3, bias: true);
            Add($"decoder.{block}.conv.2", size, size, 3, bias: true);
            Add($"decoder.{block}.conv.4", size, size, 3, bias: true);
        }

        Add("decoder.7.conv", First, First, 1, bias: false);
        Add("decoder.8", Second, First, 3, bias: false);
        Add("decoder.13.conv", 2 * Second, Second, 1, bias: false);
        Add("decoder.14", Third, Second, 3, bias: false);
        Add("decoder.19.conv", 2 * Third, Third, 1, bias: false);
        Add("decoder.20", Third, Third, 3, bias: false);
        Add("decoder.22", 3, Third, 3, bias: true);
        Save();
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public void Frame_by_frame_it_gives_what_its_layers_give_one_after_the_other_over_all_frames()
    {
        const int Frames = 3, Height = 2, Width = 3;
        float[][] latents = [.. Enumerable.Range(0, Frames).Select(i => Noise(100 + i, Channels * Height * Width))];
        using ComputeContext context = new(256 << 20, threads: 2);
        using TinyDecoder decoder = TinyDecoder.Load(_file, context);

        List<int> counts = [];
        List<float[]> images = [];
        foreach (float[] latent in latents)
        {
            IReadOnlyList<float[]> made = decoder.Push(latent, Height, Width);
            counts.Add(made.Count);
            images.AddRange(made);
        }

        counts.ShouldBe([1, 4, 4]);
        List<Plane> expected = Reference([.. latents.Select(latent => new Plane(Channels, Height, Width, [.. latent.Select(v => Math.Tanh(v / 3.0) * 3)]))]);
        expected.Count.ShouldBe(4 * Frames);
        for (int i = 0; i < images.Count; i++)
        {
            Plane plane = expected[i + 3];
            float[] wanted = [.. Enumerable.Range(0, images[i].Length).Select(p => (float)Math.Clamp(plane.Numbers[(p % 3 * plane.Height * plane.Width) + (p / 3)], 0, 1))];
            images[i].ShouldMatch(wanted, 1e-4, $"frame {i}");
            wanted.Distinct().Count().ShouldBeGreaterThan(10, "the numbers are not all at the bounds");
        }

        decoder.Reset();
        decoder.Push(latents[0], Height, Width)[0].ShouldBe(images[0]);
    }

    [Fact]
    public void A_generation_decodes_with_it_when_asked_to()
    {
        using Generation generation = new(
            WanModel.Read(Fixture.PathOf("pipeline", "wan21_t2v")),
            new GenerationRequest { Prompt = "a cat", Width = 48, Height = 32, Frames = 9, Steps = 1, TextLength = 16, TinyDecoderPath = _file },
            1L << 30,
            threads: 2);
        generation.Prepare(cancellation: TestContext.Current.CancellationToken);

        float[][] frames = [.. generation.Frames(TestContext.Current.CancellationToken)];

        frames.Length.ShouldBe(9);
        frames.ShouldAllBe(frame => frame.Length == 48 * 32 * 3 && frame.All(v => v >= 0 && v <= 1));
    }

    [Fact]
    public void A_missing_tensor_is_named()
    {
        _weights.Remove("decoder.10.conv.2.bias");
        Save();
        using ComputeContext context = new(64 << 20, threads: 1);

        Should.Throw<WeightFileException>(() => TinyDecoder.Load(_file, context)).Message.ShouldContain("decoder.10.conv.2.bias [6]");
    }

    // The layers in order over all frames, as the reference runs them in parallel over time: a block's memory is its input one frame earlier.
    private List<Plane> Reference(List<Plane> frames)
    {
        frames = [.. frames.Select(f => Relu(Convolve(f, "decoder.1")))];
        (int[] Blocks, int Grow, int Project)[] levels = [([3, 4, 5], 7, 8), ([9, 10, 11], 13, 14), ([15, 16, 17], 19, 20)];
        foreach ((int[] blocks, int grow, int project) in levels)
        {
            foreach (int block in blocks)
            {
                List<Plane> inputs = frames;
                frames = [.. inputs.Select((x, t) =>
                {
                    double[] before = t == 0 ? new double[x.Numbers.Length] : inputs[t - 1].Numbers;
                    Plane y = Relu(Convolve(x with { Channels = 2 * x.Channels, Numbers = [.. x.Numbers, .. before] }, $"decoder.{block}.conv.0"));
                    y = Convolve(Relu(Convolve(y, $"decoder.{block}.conv.2")), $"decoder.{block}.conv.4");
                    return Relu(y with { Numbers = [.. y.Numbers.Zip(x.Numbers, (a, b) => a + b)] });
                })];
            }

            frames = [.. frames.Select(Double).SelectMany(f =>
            {
                Plane grown = Convolve(f, $"decoder.{grow}.conv");
                return grown.Numbers.Chunk(f.Numbers.Length).Select(part => f with { Numbers = part });
            }).Select(f => Convolve(f, $"decoder.{project}"))];
        }

        return [.. frames.Select(f => Convolve(Relu(f), "decoder.22"))];
    }

    private Plane Convolve(Plane input, string name)
    {
        (int[] shape, float[] weight) = _weights[name + ".weight"];
        float[]? bias = _weights.TryGetValue(name + ".bias", out (int[], float[] Numbers) b) ? b.Numbers : null;
        int outputs = shape[0], side = shape[2], pad = side / 2, area = input.Height * input.Width;
        double[] result = new double[outputs * area];
        for (int o = 0; o < outputs; o++)
        {
            for (int p = 0; p < area; p++)
            {
                double sum = bias?[o] ?? 0;
                for (int k = 0; k < shape[1] * side * side; k++)
                {
                    int y = (p / input.Width) + (k / side % side) - pad, x = (p % input.Width) + (k % side) - pad;
                    if (y >= 0 && y < input.Height && x >= 0 && x < input.Width)
                    {
                        sum += weight[(o * shape[1] * side * side) + k] * input.Numbers[(k / (side * side) * area) + (y * input.Width) + x];
                    }
                }

                result[(o * area) + p] = sum;
            }
        }

        return input with { Channels = outputs, Numbers = result };
    }

    private static Plane Relu(Plane plane) => plane with { Numbers = [.. plane.Numbers.Select(v => Math.Max(0, v))] };

    private static Plane Double(Plane plane)
    {
        int height = 2 * plane.Height, width = 2 * plane.Width;
        return new Plane(plane.Channels, height, width, [.. Enumerable.Range(0, plane.Channels * height * width).Select(i =>
            plane.Numbers[(i / (height * width) * plane.Height * plane.Width) + (i / width % height / 2 * plane.Width) + (i % width / 2)])]);
    }

    private void Add(string name, int outputs, int inputs, int side, bool bias)
    {
        float scale = 1.4f / MathF.Sqrt(inputs * side * side);
        _weights.Add(name + ".weight", ([outputs, inputs, side, side], [.. Noise(_weights.Count, outputs * inputs * side * side).Select(v => v * scale)]));
        if (bias)
        {
            _weights.Add(name + ".bias", ([outputs], [.. Noise(_weights.Count, outputs).Select(v => (0.2f * v) + 0.1f)]));
        }
    }

    private void Save() => Safetensors.Write(_file, [.. _weights.Select(w => (w.Key, w.Value.Shape, w.Value.Numbers))]);

    private static float[] Noise(int seed, int count)
    {
        float[] numbers = new float[count];
        GaussianNoise.Fill((ulong)seed, 0, numbers);
        return numbers;
    }

    private sealed record Plane(int Channels, int Height, int Width, double[] Numbers);
}
