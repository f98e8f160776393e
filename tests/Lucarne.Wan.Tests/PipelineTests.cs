using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

public sealed class PipelineTests
{
    private const double LatentTolerance = 2e-4;
    private const double FrameTolerance = 5e-4;

    [Theory]
    [InlineData("wan21_t2v", "run_embeds", 5f, 5f)]
    [InlineData("wan21_t2v", "run_no_guidance", 1f, 1f)]
    [InlineData("wan21_t2v", "run_batch2", 3.5f, 3.5f)]
    [InlineData("wan22_a14b", "run_embeds", 4f, 3f)]
    [InlineData("wan22_ti2v", "run_embeds", 5f, 5f)]
    public void A_whole_pipeline_gives_the_reference_latents_and_frames(string model, string run, float guidance, float guidance2)
    {
        using Fixture fixture = Fixture.Open("pipeline", model, run + ".safetensors");
        using Fixture inputs = Fixture.Open("pipeline", model, (run == "run_no_guidance" ? "run_embeds" : run) + ".safetensors");
        using ComputeContext context = new(1L << 30, threads: 2);
        using VideoPipeline pipeline = new(PipelineFiles.Read(Fixture.PathOf("pipeline", model)), context);
        int[] lengths = inputs.Shape("latents");
        LatentShape shape = new(lengths[1], lengths[2], lengths[3], lengths[4]);
        int batch = lengths[0];
        for (int sample = 0; sample < batch; sample++)
        {
            int done = 0;
            float[] latents = pipeline.Denoise(
                new DenoiseRequest
                {
                    Latents = Videos.Sample(inputs["latents"], sample, batch),
                    Shape = shape,
                    PromptRows = Videos.Sample(inputs["prompt_embeds"], sample, batch),
                    NegativeRows = guidance > 1 ? Videos.Sample(inputs["negative_prompt_embeds"], sample, batch) : null,
                    Steps = inputs.Shape("timesteps")[0],
                    Guidance = guidance,
                    Guidance2 = guidance2,
                },
                step => done = step,
                TestContext.Current.CancellationToken);

            done.ShouldBe(inputs.Shape("timesteps")[0]);
            latents.ShouldMatch(Videos.Sample(fixture["final_latents"], sample, batch), LatentTolerance, $"{model}/{run}, latents of sample {sample}");
            if (fixture.Has("frames"))
            {
                float[] frames = [.. pipeline.Decode(latents, shape).SelectMany(frame => frame)];
                frames.ShouldMatch(Videos.Sample(fixture["frames"], sample, batch), FrameTolerance, $"{model}/{run}, frames of sample {sample}");
            }
        }
    }

    [Theory]
    [InlineData("rollout_full", 9, 0, 0)]
    [InlineData("rollout_local6_sink1_video_extension", 6, 1, 3)]
    public void A_causal_rollout_gives_the_reference_video_block_by_block(string name, int cacheFrames, int sinkFrames, int givenFrames)
    {
        using Fixture fixture = Fixture.Open("causal", name + ".safetensors");
        using ComputeContext context = new(1L << 30, threads: 2);
        string path = Fixture.PathOf("causal", "original");
        using WanTransformer transformer = new(WanTransformerConfig.Load(Path.Combine(path, "config.json")), WeightStore.Open(path, WanTransformerLayout.Rename), context) { TimestepPrecision = TimestepPrecision.Double };
        float[] text = fixture["prompt_embeds"];
        using Conditioning conditioning = transformer.Condition(text, text.Length / 32, 16);
        LatentShape block = new(8, 3, 4, 6);
        using CausalPipeline pipeline = new(transformer, context, block, cacheFrames, sinkFrames);
        float[] steps = pipeline.Warp([1000, 750, 500, 250]);
        steps.ShouldMatch(fixture["denoising_steps"], 1e-3, "denoising steps");
        float[] noise = fixture["noise"], renoise = fixture["renoise"], expected = fixture["output"];
        int drawn = 0, blockLength = block.Length;
        if (givenFrames > 0)
        {
            pipeline.Remember(Turn(fixture["initial_latent"], block), conditioning, TestContext.Current.CancellationToken);
        }

        for (int first = 0; first * 8 * 24 < noise.Length; first += 3)
        {
            float[] output = pipeline.Next(
                Turn(noise.AsSpan(first * 8 * 24, blockLength).ToArray(), block),
                steps,
                (_, fresh) => Turn(renoise.AsSpan(drawn++ * blockLength, blockLength).ToArray(), block).CopyTo(fresh, 0),
                conditioning,
                cancellation: TestContext.Current.CancellationToken);

            output.ShouldMatch(Turn(expected.AsSpan((givenFrames + first) * 8 * 24, blockLength).ToArray(), block), 1e-4, $"{name}, block at frame {first}");
        }

        (drawn * blockLength).ShouldBe(renoise.Length, "all of the reference's noise was used");
    }

    [Fact]
    public void Noise_has_mean_0_and_variance_1_and_depends_on_seed_and_stream_alone()
    {
        float[] a = new float[200_000], b = new float[1_000], c = new float[1_000];
        GaussianNoise.Fill(7, 0, a);
        GaussianNoise.Fill(7, 0, b);
        GaussianNoise.Fill(7, 1, c);

        a.Average(v => (double)v).ShouldBe(0, 0.01);
        a.Average(v => (double)v * v).ShouldBe(1, 0.02);
        a.Average(v => Math.Pow(v, 4)).ShouldBe(3, 0.1);
        b.ShouldBe(a[..1_000]);
        c.ShouldNotBe(b);
    }

    [Fact]
    public void A_size_that_the_model_does_not_make_is_refused_with_its_steps()
    {
        using ComputeContext context = new(1L << 30, threads: 1);
        using VideoPipeline pipeline = new(PipelineFiles.Read(Fixture.PathOf("pipeline", "wan21_t2v")), context);

        Should.Throw<ArgumentException>(() => pipeline.ShapeOf(40, 32, 9)).Message.ShouldContain("steps of 16");
        Should.Throw<ArgumentException>(() => pipeline.ShapeOf(48, 32, 8)).Message.ShouldContain("1 + 4k");
        pipeline.ShapeOf(48, 32, 9).ShouldBe(new LatentShape(16, 3, 4, 6));
    }

    // Between [frames, channels, pixels] and [channels, frames, pixels].
    private static float[] Turn(float[] latents, LatentShape shape)
    {
        float[] turned = new float[latents.Length];
        for (int frame = 0; frame < shape.Frames; frame++)
        {
            for (int channel = 0; channel < shape.Channels; channel++)
            {
                latents.AsSpan(((frame * shape.Channels) + channel) * shape.Pixels, shape.Pixels).CopyTo(turned.AsSpan(((channel * shape.Frames) + frame) * shape.Pixels));
            }
        }

        return turned;
    }
}
