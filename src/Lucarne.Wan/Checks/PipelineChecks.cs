using System.Globalization;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Schedulers;

namespace Lucarne.Wan.Checks;

/// <summary>Whole pipelines: one model folder each, <c>run_*</c> files of inputs, final latents and frames.</summary>
/// <remarks>A run without inputs of its own takes those of <c>run_embeds</c>. Guidance is what the file's metadata says, else what the README says of the run's name.</remarks>
internal static class PipelineChecks
{
    private const double LatentTolerance = 2e-4;
    private const double FrameTolerance = 5e-4;
    private const double TextTolerance = 2e-5;
    private const float EulerShift = 5;

    public static IEnumerable<FixtureCheck> Run(FixtureFolder folder)
    {
        foreach (FixtureFolder model in folder.Folders())
        {
            foreach (string name in model.Cases("run_"))
            {
                foreach (FixtureCheck check in model.Try(name, () => Check(model, name)))
                {
                    yield return check;
                }
            }
        }
    }

    private static List<FixtureCheck> Check(FixtureFolder folder, string name)
    {
        using FixtureCase fixture = folder.Open(name);
        using FixtureCase inputs = folder.Open(fixture.Has("latents") ? name : "run_embeds");
        PipelineFiles files = PipelineFiles.Read(folder.Path);
        List<FixtureCheck> checks = [];
        (float[] Prompt, float[] Negative)? fromText = fixture.Metadata.ContainsKey("prompt") ? Encode(folder, fixture, files, checks) : null;
        (float guidance, float guidance2) = Guidance(fixture, name, files.SecondTransformer);
        int[] lengths = inputs.Shape("latents");
        LatentShape shape = new(lengths[1], lengths[2], lengths[3], lengths[4]);
        int steps = (fixture.Has("timesteps") ? fixture : inputs).Shape("timesteps")[0];
        using VideoPipeline pipeline = new(files, folder.Context);
        double latentDifference = 0, frameDifference = 0;
        for (int sample = 0; sample < lengths[0]; sample++)
        {
            float[] latents = pipeline.Denoise(
                new DenoiseRequest
                {
                    Latents = inputs.Sample("latents", sample),
                    Shape = shape,
                    PromptRows = fromText?.Prompt ?? inputs.Sample("prompt_embeds", sample),
                    NegativeRows = guidance > 1 ? fromText?.Negative ?? inputs.Sample("negative_prompt_embeds", sample) : null,
                    Steps = steps,
                    Guidance = guidance,
                    Guidance2 = guidance2,
                    Scheduler = name.Contains("euler", StringComparison.Ordinal) ? new FlowEulerScheduler(steps, EulerShift) : null,
                },
                cancellation: folder.Cancellation);
            latentDifference = Math.Max(latentDifference, FixtureCase.Difference(latents, fixture.Sample("final_latents", sample)));
            if (fixture.Has("frames"))
            {
                float[] frames = [.. pipeline.Decode(latents, shape).SelectMany(frame => frame)];
                frameDifference = Math.Max(frameDifference, FixtureCase.Difference(frames, fixture.Sample("frames", sample)));
            }
        }

        checks.Add(new FixtureCheck("/final_latents", latentDifference, LatentTolerance));
        if (fixture.Has("frames"))
        {
            checks.Add(new FixtureCheck("/frames", frameDifference, FrameTolerance));
        }

        return checks;
    }

    private static (float[] Prompt, float[] Negative) Encode(FixtureFolder folder, FixtureCase fixture, PipelineFiles files, List<FixtureCheck> checks)
    {
        using PromptEncoder encoder = new(files, folder.Context);
        int length = fixture.Shape("prompt_embeds")[1];
        return (One("prompt", string.Empty), One("negative_prompt", "negative_"));

        float[] One(string text, string start)
        {
            string prompt = fixture.Metadata.GetValueOrDefault(text, string.Empty);
            if (fixture.Has($"{start}input_ids"))
            {
                int[] expected = [.. fixture[$"{start}input_ids"].Select(id => (int)id)];
                checks.Add(new FixtureCheck($"/{start}input_ids", FixtureCase.Differing(encoder.Tokenize(prompt, length).Ids.AsSpan(), expected), 0));
            }

            float[] rows = encoder.Encode(prompt, length, folder.Cancellation);
            checks.Add(new FixtureCheck($"/{start}prompt_embeds", FixtureCase.Difference(rows, fixture[$"{start}prompt_embeds"]), TextTolerance));
            return rows;
        }
    }

    private static (float First, float Second) Guidance(FixtureCase fixture, string name, bool twoExperts)
    {
        float first = Number("guidance_scale") ?? (name.Contains("no_guidance", StringComparison.Ordinal) ? 1
            : name.Contains("batch2", StringComparison.Ordinal) ? 3.5f
            : twoExperts ? 4 : 5);
        return (first, Number("guidance_scale_2") ?? (twoExperts ? 3 : first));

        float? Number(string key) => fixture.Metadata.TryGetValue(key, out string? text) && float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) ? value : null;
    }
}
