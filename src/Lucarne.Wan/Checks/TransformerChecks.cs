using Lucarne.Wan.Transformer;

namespace Lucarne.Wan.Checks;

/// <summary>Transformers: one folder a model, <c>case_*</c> files of the forward pass's arguments and result.</summary>
internal static class TransformerChecks
{
    private const double Tolerance = 1e-4;

    public static IEnumerable<FixtureCheck> Run(FixtureFolder folder)
    {
        foreach (FixtureFolder model in folder.Folders())
        {
            foreach (string name in model.Cases("case_"))
            {
                foreach (FixtureCheck check in model.Try(name, () => [new FixtureCheck(string.Empty, Difference(model, name), Tolerance)]))
                {
                    yield return check;
                }
            }
        }
    }

    private static double Difference(FixtureFolder folder, string name)
    {
        using FixtureCase fixture = folder.Open(name);
        using WanTransformer transformer = WanTransformer.Load(folder.Path, folder.Context);
        int[] shape = fixture.Shape("hidden_states");
        double most = 0;
        for (int sample = 0; sample < shape[0]; sample++)
        {
            using Conditioning conditioning = Condition(transformer, fixture, sample, shape[0]);
            float[] expected = fixture.Sample("output", sample), output = new float[expected.Length];
            transformer.Forward(
                new TransformerInput
                {
                    Latents = fixture.Sample("hidden_states", sample),
                    Frames = shape[2],
                    Height = shape[3],
                    Width = shape[4],
                    Timesteps = fixture.Sample("timestep", sample),
                    Conditioning = conditioning,
                },
                output,
                folder.Cancellation);
            most = Math.Max(most, FixtureCase.Difference(output, expected));
        }

        return most;
    }

    private static Conditioning Condition(WanTransformer transformer, FixtureCase fixture, int sample, int samples)
    {
        // The rows of all images of a sample, one after the other.
        float[] images = fixture.Has("encoder_hidden_states_image") ? fixture["encoder_hidden_states_image"] : [];
        int imageNumbers = images.Length / samples;
        ReadOnlySpan<float> image = images.AsSpan(sample * imageNumbers, imageNumbers);
        string? first = fixture.Names.FirstOrDefault(n => n.StartsWith("encoder_hidden_states_first", StringComparison.Ordinal));
        string text = first ?? "encoder_hidden_states";
        int rows = fixture.Shape(text)[1];
        return transformer.Condition(fixture.Sample(text, sample), rows, first is null ? rows : Pipelines.PromptEncoder.DefaultLength, image);
    }
}
