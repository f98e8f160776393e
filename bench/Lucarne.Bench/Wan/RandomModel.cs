using System.Buffers.Binary;
using System.Text.Json;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.TextEncoder;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Bench.Wan;

/// <summary>Writes models of the published sizes with random weights, so that speed and memory can be measured without the weights.</summary>
internal static class RandomModel
{
    /// <summary>File of a tiny decoder, beside the model's parts.</summary>
    public const string TinyDecoderFile = "taew2_1.safetensors";

    /// <summary>Folder of two layers of the text encoder; it is no part of the model, which has no tokenizer.</summary>
    public const string TextLayersFolder = "text_layers";

    private const int BlockBytes = 1 << 20;

    // [umt5-xxl, config.json] but for two layers of its 24, and a small vocabulary: embedding is a look-up.
    private const string TextSizes = """
        {"d_model": 4096, "d_ff": 10240, "d_kv": 64, "num_heads": 64, "num_layers": 2, "vocab_size": 1000, "feed_forward_proj": "gated-gelu"}
        """;

    // [Wan2.1-T2V-1.3B, transformer/config.json]
    private const string TransformerConfig = """
        {"_class_name": "WanTransformer3DModel", "num_attention_heads": 12, "attention_head_dim": 128, "ffn_dim": 8960, "num_layers": 30, "in_channels": 16, "out_channels": 16,
         "text_dim": 4096, "freq_dim": 256, "eps": 1e-6, "patch_size": [1, 2, 2], "cross_attn_norm": true, "qk_norm": "rms_norm_across_heads"}
        """;

    // [Wan2.1-T2V-1.3B, vae/config.json]
    private const string AutoencoderSizes = """
        {"_class_name": "AutoencoderKLWan", "base_dim": 96, "z_dim": 16, "dim_mult": [1, 2, 4, 4], "num_res_blocks": 2, "attn_scales": [], "temperal_downsample": [false, true, true],
         "latents_mean": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "latents_std": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}
        """;

    /// <summary>Writes the 1.3B text-to-video model, a tiny decoder and two layers of the text encoder, F16, 4 GB, unless they are there.</summary>
    public static void Write(string folder)
    {
        string transformer = Path.Combine(folder, "transformer"), vae = Path.Combine(folder, "vae"), done = Path.Combine(folder, "model_index.json");
        if (File.Exists(done))
        {
            return;
        }

        Directory.CreateDirectory(transformer);
        Directory.CreateDirectory(vae);
        string text = Path.Combine(folder, TextLayersFolder);
        Directory.CreateDirectory(text);
        File.WriteAllText(Path.Combine(text, "config.json"), TextSizes);
        WriteWeights(Path.Combine(text, "model.safetensors"), TextEncoderLayout.Expected(TextEncoderConfig.Load(Path.Combine(text, "config.json"))));
        WriteWeights(Path.Combine(folder, TinyDecoderFile), TinyTensors());
        File.WriteAllText(Path.Combine(transformer, "config.json"), TransformerConfig);
        File.WriteAllText(Path.Combine(vae, "config.json"), AutoencoderSizes);
        WriteWeights(Path.Combine(transformer, "diffusion_pytorch_model.safetensors"), WanTransformerLayout.Expected(WanTransformerConfig.Load(Path.Combine(transformer, "config.json"))));
        WriteWeights(Path.Combine(vae, "diffusion_pytorch_model.safetensors"), AutoencoderLayout.Expected(AutoencoderConfig.Load(Path.Combine(vae, "config.json"))));
        File.WriteAllText(done, """{"_class_name": "WanPipeline"}""");
    }

    // [taew2_1]: widths 256, 128 and 64; time doubles at the second and third level.
    private static List<ExpectedTensor> TinyTensors()
    {
        List<ExpectedTensor> tensors = [];
        int[] widths = [256, 128, 64], first = [3, 9, 15], times = [1, 2, 2];
        Add("decoder.1", widths[0], 16, 3, bias: true);
        for (int level = 0; level < widths.Length; level++)
        {
            int width = widths[level];
            for (int block = first[level]; block < first[level] + 3; block++)
            {
                Add($"decoder.{block}.conv.0", width, 2 * width, 3, bias: true);
                Add($"decoder.{block}.conv.2", width, width, 3, bias: true);
                Add($"decoder.{block}.conv.4", width, width, 3, bias: true);
            }

            Add($"decoder.{first[level] + 4}.conv", times[level] * width, width, 1, bias: false);
            Add($"decoder.{first[level] + 5}", widths[Math.Min(level + 1, widths.Length - 1)], width, 3, bias: false);
        }

        Add("decoder.22", 3, widths[^1], 3, bias: true);
        return tensors;

        void Add(string name, int outputs, int inputs, int side, bool bias)
        {
            tensors.Add(new ExpectedTensor($"{name}.weight", [outputs, inputs, side, side]));
            if (bias)
            {
                tensors.Add(new ExpectedTensor($"{name}.bias", [outputs]));
            }
        }
    }

    // Matrices have variance 1 / fan-in, so that values keep their size through the layers; everything else is near its usual value.
    private static void WriteWeights(string path, IReadOnlyList<ExpectedTensor> tensors)
    {
        ExpectedTensor[] kept = [.. tensors.Where(tensor => !tensor.Optional)];
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header))
        {
            json.WriteStartObject();
            long offset = 0;
            foreach (ExpectedTensor tensor in kept)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F16");
                json.WriteStartArray("shape");
                foreach (int length in tensor.Shape)
                {
                    json.WriteNumberValue(length);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += 2 * Elements(tensor));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, BlockBytes);
        Span<byte> length8 = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length8, header.Length);
        file.Write(length8);
        file.Write(header.GetBuffer().AsSpan(0, (int)header.Length));
        byte[] block = new byte[BlockBytes];
        ulong state = 1;
        foreach (ExpectedTensor tensor in kept)
        {
            FillBlock(block, tensor, ref state);
            for (long left = 2 * Elements(tensor); left > 0; left -= BlockBytes)
            {
                file.Write(block.AsSpan(0, (int)Math.Min(left, BlockBytes)));
            }
        }
    }

    // Uniform numbers of the right variance; a tensor repeats its first half million.
    private static void FillBlock(byte[] block, ExpectedTensor tensor, ref ulong state)
    {
        bool matrix = tensor.Shape.Length >= 2 && tensor.Name.EndsWith(".weight", StringComparison.Ordinal);
        float spread = matrix ? MathF.Sqrt(3f * tensor.Shape[0] / Elements(tensor)) : 0.1f, centre = matrix || tensor.Name.EndsWith(".bias", StringComparison.Ordinal) ? 0 : 1;
        long count = Math.Min(Elements(tensor), block.Length / 2);
        for (int i = 0; i < count; i++)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            float unit = ((state >> 40) * (2f / (1 << 24))) - 1;
            BinaryPrimitives.WriteHalfLittleEndian(block.AsSpan(2 * i), (Half)(centre + (spread * unit)));
        }
    }

    private static long Elements(ExpectedTensor tensor) => tensor.Shape.Aggregate(1L, (product, n) => product * n);
}
