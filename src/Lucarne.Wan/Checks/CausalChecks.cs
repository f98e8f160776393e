using System.Globalization;
using System.Text.RegularExpressions;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Checks;

/// <summary>The causal model: weights in <c>original</c> and <c>transformer</c>, <c>cache_*</c> files of passes with one cache, <c>rollout_*</c> files of whole inferences.</summary>
/// <remarks>A name with <c>localN</c> and <c>sinkM</c> says how many frames the cache holds and how many first ones stay; otherwise it holds all.</remarks>
internal static partial class CausalChecks
{
    private const double Tolerance = 1e-4;

    // A rounding of binary32 near 1000, a few times over.
    private const double StepTolerance = 1e-3;

    private static readonly int[] NominalSteps = [1000, 750, 500, 250];

    public static IEnumerable<FixtureCheck> Run(FixtureFolder folder)
    {
        foreach (string weights in (string[])["original", "transformer"])
        {
            if (!Directory.Exists(Path.Combine(folder.Path, weights)))
            {
                continue;
            }

            foreach (string name in folder.Cases("cache_").Concat(folder.Cases("rollout_")))
            {
                foreach (FixtureCheck check in folder.Try($"{name}/{weights}", () => [.. Check(folder, name, weights)]))
                {
                    yield return check;
                }
            }
        }
    }

    private static List<FixtureCheck> Check(FixtureFolder folder, string name, string weights)
    {
        using FixtureCase fixture = folder.Open(name);
        string path = Path.Combine(folder.Path, weights);
        WanTransformerConfig config = WanTransformerConfig.Load(Path.Combine(path, "config.json"));
        string original = Path.Combine(folder.Path, "original", "config.json");
        int textLength = File.Exists(original) ? WanTransformerConfig.Load(original).TextLength : config.TextLength;
        using WanTransformer transformer = new(config, WeightStore.Open(path, WanTransformerLayout.Rename), folder.Context) { TimestepPrecision = TimestepPrecision.Double };
        return name.StartsWith("cache_", StringComparison.Ordinal)
            ? CheckCache(folder, fixture, name, transformer, textLength)
            : CheckRollout(folder, fixture, name, transformer, textLength);
    }

    private static List<FixtureCheck> CheckCache(FixtureFolder folder, FixtureCase fixture, string name, WanTransformer transformer, int textLength)
    {
        int[] shape = fixture.Shape("hidden_states");
        LatentShape all = new(shape[1], shape[2], shape[3], shape[4]);
        int perChunk = fixture.Shape("chunk0.timestep")[1];
        (int cacheFrames, int sinkFrames) = CacheOf(name, all.Frames);
        using KeyValueCache cache = new(transformer.Config, cacheFrames * all.TokensOfFrame, sinkFrames * all.TokensOfFrame, folder.Context.Budget);
        float[] latents = fixture["hidden_states"], text = fixture["encoder_hidden_states"];
        using Conditioning conditioning = transformer.Condition(text, text.Length / transformer.Config.TextSize, textLength);
        double flowDifference = 0, cacheDifference = 0;
        for (int chunk = 0; chunk * perChunk < all.Frames; chunk++)
        {
            float[] expected = fixture[$"chunk{chunk}.output"], output = new float[expected.Length];
            transformer.Forward(
                new TransformerInput
                {
                    Latents = all.TakeFrames(latents, chunk * perChunk, perChunk),
                    Frames = perChunk,
                    Height = all.Height,
                    Width = all.Width,
                    Timesteps = fixture[$"chunk{chunk}.timestep"],
                    Conditioning = conditioning,
                    Cache = cache,
                    FirstFrame = chunk * perChunk,
                },
                output,
                folder.Cancellation);
            flowDifference = Math.Max(flowDifference, FixtureCase.Difference(output, expected));
        }

        for (int layer = 0; layer < transformer.Config.Layers && fixture.Has($"final.block{layer}.cache_k"); layer++)
        {
            (float[] keys, float[] values) = cache.Snapshot(layer);
            cacheDifference = Math.Max(cacheDifference, FixtureCase.Difference(keys, fixture[$"final.block{layer}.cache_k"]));
            cacheDifference = Math.Max(cacheDifference, FixtureCase.Difference(values, fixture[$"final.block{layer}.cache_v"]));
        }

        return [new FixtureCheck("/flow", flowDifference, Tolerance), new FixtureCheck("/cache", cacheDifference, Tolerance)];
    }

    private static List<FixtureCheck> CheckRollout(FixtureFolder folder, FixtureCase fixture, string name, WanTransformer transformer, int textLength)
    {
        // [1, frames, channels, height, width]
        int[] shape = fixture.Shape("noise"), drawn = fixture.Shape("renoise");
        bool extends = fixture.Has("initial_latent");
        int givenFrames = extends ? fixture.Shape("initial_latent")[1] : 0;
        LatentShape block = new(shape[2], BlockFrames(drawn), shape[3], shape[4]);
        (int cacheFrames, int sinkFrames) = CacheOf(name, givenFrames + shape[1]);
        float[] noise = fixture["noise"], renoise = fixture["renoise"], expected = fixture["output"], text = fixture["prompt_embeds"];
        using Conditioning conditioning = transformer.Condition(text, text.Length / transformer.Config.TextSize, textLength);
        using CausalPipeline pipeline = new(transformer, folder.Context, block, cacheFrames, sinkFrames);
        float[] steps = fixture["denoising_steps"];
        double difference = 0;
        for (int given = 0; given < givenFrames; given += block.Frames)
        {
            pipeline.Remember(Block(fixture["initial_latent"], given, block), conditioning, folder.Cancellation);
        }

        int next = 0;
        for (int first = 0; first < shape[1]; first += block.Frames)
        {
            float[] output = pipeline.Next(
                Block(noise, first, block),
                steps,
                (_, fresh) => Block(renoise, next++ * block.Frames, block).CopyTo(fresh, 0),
                conditioning,
                cancellation: folder.Cancellation);
            difference = Math.Max(difference, FixtureCase.Difference(output, Block(expected, givenFrames + first, block)));
        }

        return
        [
            new FixtureCheck("/steps", steps.Length == NominalSteps.Length ? FixtureCase.Difference(pipeline.Warp(NominalSteps), steps) : 0, StepTolerance),
            new FixtureCheck("/output", difference, Tolerance),
        ];
    }

    // The renoise is [draws, 1, frames, channels, height, width], or those of a block flattened with the batch: the frames are fourth from the end.
    private static int BlockFrames(int[] drawn) => drawn[^4];

    // Frames [first, first + frames of a block) of [frames, channels, pixels] as [channels, frames, pixels].
    private static float[] Block(ReadOnlySpan<float> frames, int first, LatentShape block)
    {
        float[] turned = new float[block.Length];
        for (int frame = 0; frame < block.Frames; frame++)
        {
            for (int channel = 0; channel < block.Channels; channel++)
            {
                frames.Slice((((first + frame) * block.Channels) + channel) * block.Pixels, block.Pixels).CopyTo(turned.AsSpan(((channel * block.Frames) + frame) * block.Pixels));
            }
        }

        return turned;
    }

    private static (int Cache, int Sink) CacheOf(string name, int frames) =>
        (Number(Local().Match(name)) ?? frames, Number(Sink().Match(name)) ?? 0);

    private static int? Number(Match match) => match.Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("local(?<n>[0-9]{1,4})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Local();

    [GeneratedRegex("sink(?<n>[0-9]{1,4})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sink();
}
