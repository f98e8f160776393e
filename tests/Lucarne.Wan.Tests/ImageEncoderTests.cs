using Lucarne.Wan.ImageEncoder;
using Lucarne.Wan.Images;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

/// <summary>The CLIP image encoder against the same sums in binary64, written out by hand, and the resizing before it.</summary>
public sealed class ImageEncoderTests : IDisposable
{
    private const int Size = 28, Side = 32, Patch = 8, Tokens = 17, Heads = 2, Wide = 40;
    private readonly ModelFolder _folder = ModelFolder.Image("i2v");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_picture_of_the_encoders_own_size_gives_the_state_before_the_last_layer()
    {
        string path = Path.Combine(_folder.Path, "image_encoder");
        using ComputeContext context = new(64 << 20, threads: 2);
        using ClipVisionEncoder encoder = ClipVisionEncoder.Load(path, context);
        byte[] pixels = [.. Enumerable.Range(0, Side * Side * 3).Select(i => (byte)(i * 37 % 251))];

        float[] rows = encoder.Encode(new RgbImage(Side, Side, pixels), TestContext.Current.CancellationToken);

        rows.ShouldMatch([.. ByHand(WeightStore.Open(path, ClipVisionLayout.Rename), pixels).Select(n => (float)n)], 2e-5, "rows of the picture");
    }

    [Fact]
    public void A_wide_picture_is_seen_through_its_middle()
    {
        using ComputeContext context = new(64 << 20, threads: 2);
        using ClipVisionEncoder encoder = ClipVisionEncoder.Load(Path.Combine(_folder.Path, "image_encoder"), context);
        byte[] middle = [.. Enumerable.Range(0, Side * Side * 3).Select(i => (byte)(i * 37 % 251))];
        byte[] wide = new byte[Side * (3 * Side) * 3];
        for (int row = 0; row < Side; row++)
        {
            middle.AsSpan(row * Side * 3, Side * 3).CopyTo(wide.AsSpan(((row * 3 * Side) + Side) * 3));
        }

        encoder.Encode(new RgbImage(3 * Side, Side, wide), TestContext.Current.CancellationToken)
            .ShouldBe(encoder.Encode(new RgbImage(Side, Side, middle), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_encoder_with_another_activation_is_refused_by_name()
    {
        string path = Path.Combine(_folder.Path, "image_encoder", "config.json");
        File.WriteAllText(path, ModelFolder.ClipConfig.Replace("\"gelu\"", "\"quick_gelu\"", StringComparison.Ordinal));

        Should.Throw<WeightFileException>(() => WanModel.Read(_folder.Path)).Message.ShouldContain("quick_gelu");
    }

    [Theory]
    [InlineData(7, 5)]
    [InlineData(64, 3)]
    [InlineData(20, 41)]
    public void Resizing_keeps_a_plain_picture_plain_and_a_picture_of_the_same_size_as_it_is(int width, int height)
    {
        RgbImage plain = new(20, 12, [.. Enumerable.Repeat((byte)200, 20 * 12 * 3)]), noise = new(20, 12, [.. Enumerable.Range(0, 20 * 12 * 3).Select(i => (byte)(i * 37 % 251))]);

        foreach (ResamplingKernel kernel in Enum.GetValues<ResamplingKernel>())
        {
            Resampling.Resize(plain, width, height, kernel).Pixels.ShouldAllBe(p => p == 200);
            Resampling.Resize(noise, 20, 12, kernel).Pixels.ShouldBe(noise.Pixels);
        }

        plain.Fill(width, height).ShouldAllBe(p => Math.Abs(p - ((2 * 200 / 255f) - 1)) < 1e-6);
    }

    [Fact]
    public void Shrinking_to_half_averages_the_detail_away()
    {
        RgbImage stripes = new(32, 2, [.. Enumerable.Range(0, 32 * 2 * 3).Select(i => (byte)(i / 3 % 2 == 0 ? 0 : 254))]);

        byte[] halved = Resampling.Resize(stripes, 16, 1, ResamplingKernel.Bicubic).Pixels;

        halved[12..36].ShouldAllBe(p => p >= 122 && p <= 132, "stripes of one pixel become grey, none is skipped");
    }

    [Fact]
    public void A_tall_picture_stands_whole_in_the_middle_of_a_white_canvas()
    {
        float[] canvas = new RgbImage(2, 4, new byte[24]).FitOnWhite(8, 4);

        float[][] rows = [.. Enumerable.Range(0, 4).Select(y => (float[])[.. Enumerable.Range(0, 8).Select(x => canvas[((y * 8) + x) * 3])])];
        rows.ShouldAllBe(row => row.SequenceEqual(new float[] { 1, 1, 1, -1, -1, 1, 1, 1 }));
    }

    private static double[] ByHand(WeightStore store, byte[] pixels)
    {
        using WeightStore weights = store;
        double[] mean = [0.48145466, 0.4578275, 0.40821073], deviation = [0.26862954, 0.26130258, 0.27577711];
        double[][] x = new double[Tokens][];
        x[0] = [.. W("embeddings.class_embedding").Select(n => (double)n)];
        float[] kernel = W("embeddings.patch_embedding.weight"), positions = W("embeddings.position_embedding.weight");
        for (int token = 1; token < Tokens; token++)
        {
            int row = (token - 1) / 4 * Patch, column = (token - 1) % 4 * Patch;
            x[token] = [.. Enumerable.Range(0, Size).Select(o => Enumerable.Range(0, 3 * Patch * Patch).Sum(k =>
            {
                int colour = k / (Patch * Patch), y = k / Patch % Patch, across = k % Patch;
                return kernel[(o * 3 * Patch * Patch) + k] * (((pixels[((((row + y) * Side) + column + across) * 3) + colour] / 255.0) - mean[colour]) / deviation[colour]);
            }))];
        }

        x = [.. x.Select((t, token) => (double[])[.. t.Select((n, i) => n + positions[(token * Size) + i])])];
        x = Norm(x, "pre_layrnorm");
        for (int layer = 0; layer < 2; layer++)
        {
            string name = $"encoder.layers.{layer}";
            double[][] h = Norm(x, $"{name}.layer_norm1");
            double[][] q = Linear(h, $"{name}.self_attn.q_proj"), k = Linear(h, $"{name}.self_attn.k_proj"), v = Linear(h, $"{name}.self_attn.v_proj");
            x = Add(x, Linear(Attend(q, k, v), $"{name}.self_attn.out_proj"));
            double[][] wide = Linear(Norm(x, $"{name}.layer_norm2"), $"{name}.mlp.fc1");
            wide[0].Length.ShouldBe(Wide);
            x = Add(x, Linear([.. wide.Select(t => (double[])[.. t.Select(Gelu)])], $"{name}.mlp.fc2"));
        }

        return [.. x.SelectMany(t => t)];

        float[] W(string name) => weights[name].ToArray();

        double[][] Norm(double[][] rows, string name)
        {
            float[] gain = W(name + ".weight"), offset = W(name + ".bias");
            return [.. rows.Select(t =>
            {
                double average = t.Average(), variance = t.Average(n => (n - average) * (n - average));
                return (double[])[.. t.Select((n, i) => ((n - average) / Math.Sqrt(variance + 1e-5) * gain[i]) + offset[i])];
            })];
        }

        double[][] Linear(double[][] rows, string name)
        {
            float[] weight = W(name + ".weight"), bias = W(name + ".bias");
            return [.. rows.Select(t => (double[])[.. bias.Select((b, o) => b + t.Select((n, i) => n * weight[(o * t.Length) + i]).Sum())])];
        }

        static double[][] Attend(double[][] q, double[][] k, double[][] v)
        {
            const int Head = Size / Heads;
            double[][] result = [.. q.Select(_ => new double[Size])];
            for (int head = 0; head < Heads; head++)
            {
                for (int token = 0; token < Tokens; token++)
                {
                    double[] scores = [.. k.Select(key => Math.Exp(Enumerable.Range(head * Head, Head).Sum(i => q[token][i] * key[i]) / Math.Sqrt(Head)))];
                    for (int i = head * Head; i < (head + 1) * Head; i++)
                    {
                        result[token][i] = scores.Select((score, other) => score * v[other][i]).Sum() / scores.Sum();
                    }
                }
            }

            return result;
        }

        static double[][] Add(double[][] a, double[][] b) => [.. a.Zip(b, (p, q) => (double[])[.. p.Zip(q, (m, n) => m + n)])];

        // x · Φ(x), with the normal distribution summed by Simpson's rule.
        static double Gelu(double value)
        {
            const int Steps = 2000;
            double step = value / Steps, sum = Density(0) + Density(value);
            for (int i = 1; i < Steps; i++)
            {
                sum += (i % 2 == 1 ? 4 : 2) * Density(i * step);
            }

            return value * (0.5 + (sum * step / 3));
        }

        static double Density(double at) => Math.Exp(-at * at / 2) / Math.Sqrt(2 * Math.PI);
    }
}
