using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

/// <summary>A model folder of a kind that the fixtures have no whole pipeline of, put together from their parts and from random weights.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lucarne-wan-");

    public ModelFolder(string index = """{"_class_name": "WanPipeline"}""") => File.WriteAllText(System.IO.Path.Combine(Path, "model_index.json"), index);

    public string Path => _folder.FullName;

    /// <summary>A few-step causal student: 8 channels, sizes in steps of 32.</summary>
    public static ModelFolder Causal() => new ModelFolder().With("transformer", "causal", "original").With("vae", "vae", "wan22");

    /// <summary>Wan 2.1 image to video, with a random CLIP encoder of as many tokens as the transformer was tested with.</summary>
    /// <param name="kind"><c>i2v</c> or <c>flf2v</c>.</param>
    public static ModelFolder Image(string kind) => new ModelFolder().With("transformer", "transformer", kind).With("vae", "vae", "wan21").With("scheduler", "pipeline", "wan21_t2v", "scheduler")
        .WithRandom("image_encoder", ClipConfig, folder => ImageEncoder.ClipVisionLayout.Expected(ImageEncoder.ClipVisionConfig.Load(folder)), "model.safetensors");

    /// <summary>A random VACE model beside the 2.1 autoencoder.</summary>
    public static ModelFolder Vace() => new ModelFolder().With("vae", "vae", "wan21").With("scheduler", "pipeline", "wan21_t2v", "scheduler")
        .WithRandom("transformer", VaceConfig, folder => Transformer.WanTransformerLayout.Expected(Transformer.WanTransformerConfig.Load(folder)), "diffusion_pytorch_model.safetensors");

    public const string ClipConfig = """
        {"architectures": ["CLIPVisionModel"], "hidden_act": "gelu", "hidden_size": 28, "image_size": 32, "intermediate_size": 40, "num_attention_heads": 2, "num_hidden_layers": 3, "patch_size": 8}
        """;

    private const string VaceConfig = """
        {"_class_name": "WanVACETransformer3DModel", "num_attention_heads": 2, "attention_head_dim": 12, "ffn_dim": 40, "num_layers": 3, "in_channels": 16, "out_channels": 16,
         "text_dim": 32, "freq_dim": 256, "patch_size": [1, 2, 2], "vace_layers": [0, 2], "vace_in_channels": 96}
        """;

    /// <summary>Copies a part of a fixture, without its cases.</summary>
    public ModelFolder With(string part, params string[] fixture)
    {
        string target = _folder.CreateSubdirectory(part).FullName;
        string[] cases = ["code_", "case_", "run_"];
        foreach (string file in Directory.EnumerateFiles(Fixture.PathOf(fixture)).Where(f => !cases.Any(c => System.IO.Path.GetFileName(f).Contains(c, StringComparison.Ordinal))))
        {
            File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
        }

        return this;
    }

    /// <summary>Writes a part with random weights of variance 1 / inputs, and gains near 1.</summary>
    public ModelFolder WithRandom(string part, string config, Func<string, IReadOnlyList<ExpectedTensor>> expected, string file)
    {
        string target = _folder.CreateSubdirectory(part).FullName, path = System.IO.Path.Combine(target, "config.json");
        File.WriteAllText(path, config);
        ulong seed = 1;
        List<(string, int[], float[])> tensors = [];
        foreach (ExpectedTensor tensor in expected(path))
        {
            float[] numbers = new float[tensor.Shape.Aggregate(1, (product, n) => product * n)];
            GaussianNoise.Fill(seed++, 0, numbers);
            bool vector = tensor.Shape.Length == 1, gain = vector && tensor.Name.EndsWith(".weight", StringComparison.Ordinal);
            float scale = vector ? 0.1f : 1 / MathF.Sqrt(tensor.Shape.Skip(1).Aggregate(1, (product, n) => product * n));
            tensors.Add((tensor.Name, [.. tensor.Shape], [.. numbers.Select(n => (gain ? 1 : 0) + (n * scale))]));
        }

        Safetensors.Write(System.IO.Path.Combine(target, file), tensors);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
