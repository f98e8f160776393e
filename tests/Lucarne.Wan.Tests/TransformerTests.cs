using Lucarne.Tensors.Products;
using Lucarne.Wan.Transformer;

namespace Lucarne.Wan.Tests;

public sealed class TransformerTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("t2v", "case_b1")]
    [InlineData("t2v", "case_b2")]
    [InlineData("t2v", "case_frac")]
    [InlineData("t2v", "case_zero")]
    [InlineData("ti2v", "case_first_frame")]
    [InlineData("ti2v", "case_b2")]
    [InlineData("ti2v", "case_each_token")]
    [InlineData("i2v", "case_b1")]
    [InlineData("flf2v", "case_b1")]
    public void A_transformer_gives_the_reference_numbers_at_every_stage(string model, string name)
    {
        using Fixture fixture = Fixture.Open("transformer", model, name + ".safetensors");
        using ComputeContext context = new(1L << 30, threads: 2);
        using WanTransformer transformer = WanTransformer.Load(Fixture.PathOf("transformer", model), context);
        int[] shape = fixture.Shape("hidden_states");
        float[] latents = fixture["hidden_states"], timesteps = fixture["timestep"], expected = fixture["output"];
        HashSet<string> seen = [];

        for (int sample = 0; sample < shape[0]; sample++)
        {
            StageProbe? probe = shape[0] == 1 ? Golden.Probe(fixture, seen, timesteps, Tolerance) : null;
            using Conditioning conditioning = Condition(transformer, fixture, sample, probe);
            float[] output = new float[expected.Length / shape[0]];
            transformer.Forward(
                new TransformerInput
                {
                    Latents = Part(latents, sample, shape[0]),
                    Frames = shape[2],
                    Height = shape[3],
                    Width = shape[4],
                    Timesteps = Part(timesteps, sample, shape[0]),
                    Conditioning = conditioning,
                    Probe = probe,
                },
                output,
                TestContext.Current.CancellationToken);

            output.ShouldMatch(Part(expected, sample, shape[0]), Tolerance, $"{model}/{name}, sample {sample}");
        }

        if (shape[0] == 1)
        {
            fixture.Names.Where(n => n.StartsWith("mid.", StringComparison.Ordinal) && !seen.Contains(n)).ShouldBeEmpty("every middle value of the fixture is compared");
        }
    }

    [Theory]
    [InlineData("t2v", "case_b1", ProductPrecision.BF16, 0.005)]
    [InlineData("ti2v", "case_first_frame", ProductPrecision.BF16, 0.005)]
    [InlineData("i2v", "case_b1", ProductPrecision.BF16, 0.005)]
    [InlineData("t2v", "case_b1", ProductPrecision.I8, 0.015)]
    [InlineData("ti2v", "case_first_frame", ProductPrecision.I8, 0.015)]
    [InlineData("i2v", "case_b1", ProductPrecision.I8, 0.015)]
    public void With_less_precise_products_the_output_stays_near_the_reference(string model, string name, ProductPrecision precision, double tolerance)
    {
        using Fixture fixture = Fixture.Open("transformer", model, name + ".safetensors");
        using ComputeContext context = new(1L << 30, threads: 2, precision);
        using WanTransformer transformer = WanTransformer.Load(Fixture.PathOf("transformer", model), context);
        int[] shape = fixture.Shape("hidden_states");
        using Conditioning conditioning = Condition(transformer, fixture, 0, null);
        float[] expected = fixture["output"], output = new float[expected.Length];
        transformer.Forward(
            new TransformerInput { Latents = fixture["hidden_states"], Frames = shape[2], Height = shape[3], Width = shape[4], Timesteps = fixture["timestep"], Conditioning = conditioning },
            output,
            TestContext.Current.CancellationToken);

        // Root mean square of the difference, relative to that of the reference.
        double difference = Math.Sqrt(output.Zip(expected, (a, b) => (double)(a - b) * (a - b)).Sum() / expected.Sum(v => (double)v * v));
        difference.ShouldBeLessThan(tolerance);
        difference.ShouldBeGreaterThan(1e-5, "the products are rounded");
    }

    [Fact]
    public void The_same_weights_under_the_original_names_give_the_same_bits()
    {
        using ComputeContext context = new(1L << 30, threads: 1);
        float[] renamed = RunCausalWeights("transformer", context), original = RunCausalWeights("original", context);

        original.ShouldBe(renamed);
    }

    [Theory]
    [InlineData("cache_full", 54, 0)]
    [InlineData("cache_local6_sink1", 36, 6)]
    public void A_causal_pass_with_a_cache_gives_the_reference_numbers(string name, int cacheTokens, int sinkTokens)
    {
        using Fixture fixture = Fixture.Open("causal", name + ".safetensors");
        using ComputeContext context = new(1L << 30, threads: 2);
        using WanTransformer transformer = LoadCausal("original", context);
        using KeyValueCache cache = new(transformer.Config, cacheTokens, sinkTokens, context.Budget);
        float[] text = fixture["encoder_hidden_states"], all = fixture["hidden_states"];
        using Conditioning conditioning = transformer.Condition(text, 10, 16);
        int frames = fixture.Shape("hidden_states")[2];
        for (int chunk = 0; chunk * 3 < frames; chunk++)
        {
            float[] output = new float[8 * 3 * 24];
            transformer.Forward(
                new TransformerInput
                {
                    Latents = Frames(all, 8, frames, 24, chunk * 3, 3),
                    Frames = 3,
                    Height = 4,
                    Width = 6,
                    Timesteps = fixture[$"chunk{chunk}.timestep"],
                    Conditioning = conditioning,
                    Cache = cache,
                    FirstFrame = chunk * 3,
                },
                output,
                TestContext.Current.CancellationToken);

            output.ShouldMatch(fixture[$"chunk{chunk}.output"], Tolerance, $"{name}, chunk {chunk}");
        }

        for (int layer = 0; layer < 2; layer++)
        {
            (float[] keys, float[] values) = cache.Snapshot(layer);
            keys.ShouldMatch(fixture[$"final.block{layer}.cache_k"], Tolerance, $"keys of layer {layer}");
            values.ShouldMatch(fixture[$"final.block{layer}.cache_v"], Tolerance, $"values of layer {layer}");
        }
    }

    [Fact]
    public void A_cancelled_pass_stops_before_its_next_block()
    {
        using ComputeContext context = new(1L << 30, threads: 1);
        using WanTransformer transformer = WanTransformer.Load(Fixture.PathOf("transformer", "t2v"), context);
        using Conditioning conditioning = transformer.Condition(new float[32], 1, 1);
        using CancellationTokenSource source = new();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => transformer.Forward(
            new TransformerInput { Latents = new float[16 * 16], Frames = 1, Height = 4, Width = 4, Timesteps = [1f], Conditioning = conditioning },
            new float[16 * 16],
            source.Token));
    }

    private static Conditioning Condition(WanTransformer transformer, Fixture fixture, int sample, StageProbe? probe)
    {
        float[] image = fixture.Has("encoder_hidden_states_image") ? fixture["encoder_hidden_states_image"] : [];
        if (fixture.Has("encoder_hidden_states_first40"))
        {
            return transformer.Condition(fixture["encoder_hidden_states_first40"], 40, 512, image, probe);
        }

        int[] shape = fixture.Shape("encoder_hidden_states");
        return transformer.Condition(Part(fixture["encoder_hidden_states"], sample, shape[0]), shape[1], shape[1], image, probe);
    }

    private static WanTransformer LoadCausal(string folder, ComputeContext context)
    {
        string path = Fixture.PathOf("causal", folder);
        return new WanTransformer(WanTransformerConfig.Load(Path.Combine(path, "config.json")), Weights.WeightStore.Open(path, WanTransformerLayout.Rename), context) { TimestepPrecision = TimestepPrecision.Double };
    }

    private static float[] RunCausalWeights(string folder, ComputeContext context)
    {
        using WanTransformer transformer = LoadCausal(folder, context);
        float[] latents = [.. Enumerable.Range(0, 8 * 24).Select(i => MathF.Sin(i))], text = [.. Enumerable.Range(0, 64).Select(i => MathF.Cos(i))], output = new float[8 * 24];
        using Conditioning conditioning = transformer.Condition(text, 2, 16);
        transformer.Forward(new TransformerInput { Latents = latents, Frames = 1, Height = 4, Width = 6, Timesteps = [500f], Conditioning = conditioning }, output, TestContext.Current.CancellationToken);
        return output;
    }

    private static float[] Part(float[] numbers, int index, int parts) => numbers.AsSpan(index * (numbers.Length / parts), numbers.Length / parts).ToArray();

    private static float[] Frames(float[] latents, int channels, int frames, int pixels, int first, int count)
    {
        float[] part = new float[channels * count * pixels];
        for (int channel = 0; channel < channels; channel++)
        {
            latents.AsSpan(((channel * frames) + first) * pixels, count * pixels).CopyTo(part.AsSpan(channel * count * pixels));
        }

        return part;
    }
}
