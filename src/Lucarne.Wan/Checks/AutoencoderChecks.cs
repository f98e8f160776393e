using Lucarne.Wan.Autoencoder;

namespace Lucarne.Wan.Checks;

/// <summary>Autoencoders: one folder a model, <c>encode_*</c> and <c>decode_*</c> files; those with <c>tiled</c> in their name are coded in tiles.</summary>
internal static class AutoencoderChecks
{
    private static readonly TileSizes FixtureTiles = new(32, 32, 16, 24);

    public static IEnumerable<FixtureCheck> Run(FixtureFolder folder)
    {
        foreach (FixtureFolder model in folder.Folders())
        {
            foreach (string name in model.Cases("encode_").Concat(model.Cases("decode_")))
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
        using WanAutoencoder autoencoder = WanAutoencoder.Load(folder.Path, folder.Context);
        bool decodes = name.StartsWith("decode_", StringComparison.Ordinal);
        int[] shape = fixture.Shape(decodes ? "latents" : "video");
        (int frames, int height, int width) = (shape[2], shape[3], shape[4]);
        int factor = decodes ? autoencoder.Config.SpatialFactor : 1;

        // One tile as large as the picture is the picture.
        TileSizes tiles = name.Contains("tiled", StringComparison.Ordinal) ? FixtureTiles : new TileSizes(height * factor, width * factor, height * factor, width * factor);
        double most = 0;
        for (int sample = 0; sample < shape[0]; sample++)
        {
            if (decodes)
            {
                float[] video = TiledCoding.Decode(autoencoder, fixture.Sample("latents", sample), frames, height, width, tiles, folder.Cancellation);
                most = Math.Max(most, FixtureCase.Difference(video, fixture.Sample("video", sample)));
            }
            else
            {
                float[] latents = TiledCoding.Encode(autoencoder, fixture.Sample("video", sample), frames, height, width, tiles, folder.Cancellation);
                most = Math.Max(most, FixtureCase.Difference(latents, [.. fixture.Sample("mean", sample), .. fixture.Sample("logvar", sample)]));
            }
        }

        double tolerance = (decodes, autoencoder.Config.Residual) switch
        {
            (false, false) => 2e-5,
            (true, false) => 3e-4,
            (false, true) => 1e-5,
            (true, true) => 1e-4,
        };
        return [new FixtureCheck(string.Empty, most, tolerance)];
    }
}
