using Lucarne.Tensors.Products;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Transformer;

namespace Lucarne.Wan.Tests;

public sealed class GenerationTests
{
    private const long Plenty = 4L << 30;

    // Of run_text: 4 steps of 2 passes through 2 layers.
    private const int Blocks = 4 * 2 * 2;

    [Fact]
    public void A_prompt_becomes_the_reference_latents_within_the_memory_plan()
    {
        using Fixture fixture = Fixture.Open("pipeline", "wan21_t2v", "run_text.safetensors");
        using Generation generation = new(
            WanModel.Read(Fixture.PathOf("pipeline", "wan21_t2v")),
            new GenerationRequest
            {
                Prompt = fixture.Metadata["prompt"],
                NegativePrompt = fixture.Metadata["negative_prompt"],
                Width = 48,
                Height = 32,
                Frames = 9,
                Steps = 4,
                TextLength = 48,
                Latents = fixture["latents"],
            },
            Plenty,
            threads: 2);
        List<double> progress = [];
        generation.Prepare(progress.Add, TestContext.Current.CancellationToken);
        List<float[]> frames = [.. generation.Frames(TestContext.Current.CancellationToken)];

        generation.Latents.ToArray().ShouldMatch(fixture["final_latents"], 2e-4, "latents from the prompt's text");
        frames.Count.ShouldBe(9);
        frames.ShouldAllBe(frame => frame.Length == 32 * 48 * 3);
        progress.ShouldBe([.. Enumerable.Range(1, Blocks).Select(block => (double)block / Blocks), 1], "each block of each pass of each step is told");
        generation.PeakBytes.ShouldBeLessThanOrEqualTo(generation.Plan.PeakBytes);
    }

    [Theory]
    [InlineData("wan21_t2v", 48, 32, 9, ProductPrecision.F32)]
    [InlineData("wan21_t2v", 256, 256, 5, ProductPrecision.F32)]
    [InlineData("wan21_t2v", 256, 256, 5, ProductPrecision.BF16)]
    [InlineData("wan21_t2v", 48, 32, 9, ProductPrecision.I8)]
    [InlineData("wan22_a14b", 32, 32, 5, ProductPrecision.F32)]
    [InlineData("wan22_a14b", 32, 32, 5, ProductPrecision.BF16)]
    [InlineData("wan22_ti2v", 64, 32, 5, ProductPrecision.F32)]
    [InlineData("wan22_ti2v", 256, 256, 9, ProductPrecision.F32)]
    [InlineData("wan22_ti2v", 256, 256, 9, ProductPrecision.I8)]
    public void The_plan_bounds_the_memory_that_is_taken_and_is_not_far_from_it(string model, int width, int height, int frames, ProductPrecision precision)
    {
        using Generation generation = new(
            WanModel.Read(Fixture.PathOf("pipeline", model)),
            new GenerationRequest { Prompt = "a cat", Width = width, Height = height, Frames = frames, Steps = 1, TextLength = 32, Precision = precision },
            Plenty,
            threads: 2);
        generation.Prepare(cancellation: TestContext.Current.CancellationToken);
        generation.Frames(TestContext.Current.CancellationToken).Count().ShouldBe(frames);

        // Beyond the limit it would have thrown; a plan of more than twice the need would refuse what fits.
        generation.PeakBytes.ShouldBeGreaterThan(generation.Plan.PeakBytes / 2);
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(3, 2)]
    public void A_model_that_is_narrower_than_the_patches_it_makes_runs_within_its_plan(int heads, int headSize)
    {
        using ModelFolder folder = new ModelFolder().With("vae", "vae", "wan21").With("scheduler", "pipeline", "wan21_t2v", "scheduler").WithRandom(
            "transformer",
            $$"""{"num_attention_heads": {{heads}}, "attention_head_dim": {{headSize}}, "ffn_dim": 5, "num_layers": 1, "in_channels": 16, "text_dim": 3, "freq_dim": 256}""",
            path => WanTransformerLayout.Expected(WanTransformerConfig.Load(path)),
            "diffusion_pytorch_model.safetensors");
        GenerationRequest request = new() { Prompt = string.Empty, PromptRows = new float[3 * 7], Guidance = 1, Width = 416, Height = 240, Frames = 5, Steps = 1 };
        using ComputeContext context = new(Plenty, threads: 2);
        using VideoPipeline pipeline = new(PipelineFiles.Read(folder.Path), context);
        using Generation generation = new(WanModel.Read(folder.Path), request, Plenty, threads: 1);
        generation.Prepare(cancellation: TestContext.Current.CancellationToken);

        generation.PeakBytes.ShouldBeLessThanOrEqualTo(generation.Plan.PeakBytes);
        float[] noise = new float[generation.Shape.Length];
        GaussianNoise.Fill(0, 0, noise);
        DenoiseRequest same = new() { Latents = noise, Shape = generation.Shape, PromptRows = request.PromptRows, Guidance = 1, Steps = 1 };
        generation.Latents.ToArray().ShouldBe(pipeline.Denoise(same, cancellation: TestContext.Current.CancellationToken));
        generation.Latents.ToArray().ShouldAllBe(number => float.IsFinite(number));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_with_any_number_of_threads_and_another_seed_another_video()
    {
        float[] one = Make(7, 1), two = Make(7, 2), other = Make(8, 1);

        two.ShouldBe(one);
        other.ShouldNotBe(one);

        static float[] Make(ulong seed, int threads)
        {
            using Generation generation = new(
                WanModel.Read(Fixture.PathOf("pipeline", "wan21_t2v")),
                new GenerationRequest { Prompt = "a cat", Width = 32, Height = 32, Frames = 5, Steps = 2, TextLength = 16, Seed = seed },
                Plenty,
                threads);
            generation.Prepare(cancellation: TestContext.Current.CancellationToken);
            return [.. generation.Frames(TestContext.Current.CancellationToken).SelectMany(frame => frame)];
        }
    }

    [Fact]
    public void A_causal_model_gives_its_first_frames_before_the_later_blocks_are_made()
    {
        using ModelFolder folder = ModelFolder.Causal();
        using Generation generation = new(
            WanModel.Read(folder.Path),
            new GenerationRequest { Prompt = string.Empty, PromptRows = new float[32 * 4], Width = 96, Height = 64, Frames = 33, Seed = 3 },
            Plenty,
            threads: 2);
        List<double> progress = [];
        float[] before = generation.Latents.ToArray();
        generation.Prepare(progress.Add, TestContext.Current.CancellationToken);
        using IEnumerator<float[]> frames = generation.Frames(TestContext.Current.CancellationToken).GetEnumerator();
        frames.MoveNext().ShouldBeTrue();
        float[] after = generation.Latents.ToArray();
        int rest = 1;
        while (frames.MoveNext())
        {
            rest++;
        }

        int pixels = 4 * 6, channels = 8;
        Frame(after, 0).ShouldNotBe(Frame(before, 0));
        Frame(after, 3).ShouldBe(Frame(before, 3), "the second block is still noise when the first frame can be seen");
        rest.ShouldBe(33);
        progress.Count.ShouldBe((5 * 2) + 1, "five passes through two layers make the first block");
        generation.PreparationShare.ShouldBe(1.0 / 3, "it is one of three");

        float[] Frame(float[] latents, int frame) => [.. Enumerable.Range(0, channels).SelectMany(c => latents.AsSpan(((c * 9) + frame) * pixels, pixels).ToArray())];
    }

    [Fact]
    public void A_video_that_does_not_fit_is_refused_with_both_figures_before_anything_is_loaded()
    {
        GenerationRequest request = new() { Prompt = "a cat", Width = 832, Height = 480, Frames = 81 };

        MemoryPlanException refusal = Should.Throw<MemoryPlanException>(() => new Generation(WanModel.Read(Fixture.PathOf("pipeline", "wan21_t2v")), request, 64 << 20));

        refusal.Message.ShouldContain("0.1 GB may be taken");
        refusal.Plan.PeakBytes.ShouldBeGreaterThan(64 << 20);
    }

    [Theory]
    [InlineData("wan21_t2v", 7)]
    [InlineData("wan22_a14b", 3)]
    [InlineData("causal", 5)]
    public void A_video_that_is_cancelled_in_the_middle_of_a_step_runs_no_further_block(string name, int cancelAfter)
    {
        using ModelFolder causal = ModelFolder.Causal();
        using CancellationTokenSource source = new();
        bool blocks = name == "causal";
        using Generation generation = new(
            WanModel.Read(blocks ? causal.Path : Fixture.PathOf("pipeline", name)),
            new GenerationRequest { Prompt = "a cat", PromptRows = blocks ? new float[32 * 4] : null, Width = 32, Height = 32, Frames = 5, Steps = 50, TextLength = 16 },
            Plenty,
            threads: 1);
        int run = 0;

        Should.Throw<OperationCanceledException>(() => generation.Prepare(
            _ =>
            {
                if (++run == cancelAfter)
                {
                    source.Cancel();
                }
            },
            source.Token));

        run.ShouldBe(cancelAfter);
    }

    [Fact]
    public void A_causal_model_that_is_cancelled_while_its_film_plays_gives_no_further_frame()
    {
        using ModelFolder causal = ModelFolder.Causal();
        using CancellationTokenSource source = new();
        using Generation generation = new(
            WanModel.Read(causal.Path),
            new GenerationRequest { Prompt = string.Empty, PromptRows = new float[32 * 4], Width = 32, Height = 32, Frames = 33 },
            Plenty,
            threads: 1);
        generation.Prepare(cancellation: source.Token);
        int frames = 0;

        Should.Throw<OperationCanceledException>(() =>
        {
            foreach (float[] _ in generation.Frames(source.Token))
            {
                if (++frames == 3)
                {
                    source.Cancel();
                }
            }
        });

        frames.ShouldBe(3);
    }
}
