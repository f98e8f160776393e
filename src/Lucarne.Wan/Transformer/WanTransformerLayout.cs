using System.Collections.Immutable;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Transformer;

/// <summary>The tensors of a transformer by their diffusers names, and how the original names map to those.</summary>
public static class WanTransformerLayout
{
    // Source: diffusers, scripts/convert_wan_to_diffusers.py, TRANSFORMER_KEYS_RENAME_DICT.
    private static readonly (string Original, string Diffusers)[] Parts =
    [
        (".self_attn.q.", ".attn1.to_q."), (".self_attn.k.", ".attn1.to_k."), (".self_attn.v.", ".attn1.to_v."), (".self_attn.o.", ".attn1.to_out.0."),
        (".self_attn.norm_q.", ".attn1.norm_q."), (".self_attn.norm_k.", ".attn1.norm_k."),
        (".cross_attn.q.", ".attn2.to_q."), (".cross_attn.k.", ".attn2.to_k."), (".cross_attn.v.", ".attn2.to_v."), (".cross_attn.o.", ".attn2.to_out.0."),
        (".cross_attn.norm_q.", ".attn2.norm_q."), (".cross_attn.norm_k.", ".attn2.norm_k."),
        (".cross_attn.k_img.", ".attn2.add_k_proj."), (".cross_attn.v_img.", ".attn2.add_v_proj."), (".cross_attn.norm_k_img.", ".attn2.norm_added_k."),
        (".ffn.0.", ".ffn.net.0.proj."), (".ffn.2.", ".ffn.net.2."), (".norm3.", ".norm2."), (".before_proj.", ".proj_in."), (".after_proj.", ".proj_out."),
    ];

    private static readonly (string Original, string Diffusers)[] Beginnings =
    [
        ("head.head.", "proj_out."), ("head.modulation", "scale_shift_table"),
        ("text_embedding.0.", "condition_embedder.text_embedder.linear_1."), ("text_embedding.2.", "condition_embedder.text_embedder.linear_2."),
        ("time_embedding.0.", "condition_embedder.time_embedder.linear_1."), ("time_embedding.2.", "condition_embedder.time_embedder.linear_2."),
        ("time_projection.1.", "condition_embedder.time_proj."),
        ("img_emb.proj.0.", "condition_embedder.image_embedder.norm1."), ("img_emb.proj.1.", "condition_embedder.image_embedder.ff.net.0.proj."),
        ("img_emb.proj.3.", "condition_embedder.image_embedder.ff.net.2."), ("img_emb.proj.4.", "condition_embedder.image_embedder.norm2."),
        ("img_emb.emb_pos", "condition_embedder.image_embedder.pos_embed"),
    ];

    private static readonly string[] Prefixes = ["model.diffusion_model.", "diffusion_model.", "model.", "generator_ema.", "generator."];

    /// <summary>The diffusers name of a tensor named in either layout, with or without the prefixes that other tools add.</summary>
    public static string Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string plain = name;
        for (int i = 0; i < Prefixes.Length; i++)
        {
            if (plain.StartsWith(Prefixes[i], StringComparison.Ordinal))
            {
                plain = plain[Prefixes[i].Length..];
                i = -1;
            }
        }

        foreach ((string original, string diffusers) in Beginnings)
        {
            if (plain.StartsWith(original, StringComparison.Ordinal))
            {
                return diffusers + plain[original.Length..];
            }
        }

        if (plain.EndsWith(".modulation", StringComparison.Ordinal))
        {
            return plain[..^"modulation".Length] + "scale_shift_table";
        }

        foreach ((string original, string diffusers) in Parts)
        {
            int at = plain.IndexOf(original, StringComparison.Ordinal);
            if (at >= 0)
            {
                return string.Concat(plain.AsSpan(0, at), diffusers, plain.AsSpan(at + original.Length));
            }
        }

        return plain;
    }

    /// <summary>Every tensor that a model of these sizes has.</summary>
    public static IReadOnlyList<ExpectedTensor> Expected(WanTransformerConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        List<ExpectedTensor> tensors = [];
        int size = config.Size;
        Add(tensors, "patch_embedding", size, config.InputChannels, 1, 2, 2);
        AddLinear(tensors, "condition_embedder.time_embedder.linear_1", size, config.FrequencySize);
        AddLinear(tensors, "condition_embedder.time_embedder.linear_2", size, size);
        AddLinear(tensors, "condition_embedder.time_proj", 6 * size, size);
        AddLinear(tensors, "condition_embedder.text_embedder.linear_1", size, config.TextSize);
        AddLinear(tensors, "condition_embedder.text_embedder.linear_2", size, size);
        if (config.ImageSize > 0)
        {
            AddImageEmbedder(tensors, config);
        }

        for (int layer = 0; layer < config.Layers; layer++)
        {
            AddBlock(tensors, $"blocks.{layer}", config, config.ImageSize > 0);
        }

        if (!config.VaceLayers.IsEmpty)
        {
            Add(tensors, "vace_patch_embedding", size, config.VaceInputChannels, 1, 2, 2);
            for (int layer = 0; layer < config.VaceLayers.Length; layer++)
            {
                AddBlock(tensors, $"vace_blocks.{layer}", config, false);
                AddLinear(tensors, $"vace_blocks.{layer}.proj_out", size, size);
            }

            AddLinear(tensors, "vace_blocks.0.proj_in", size, size);
        }

        tensors.Add(new ExpectedTensor("scale_shift_table", [1, 2, size]));
        AddLinear(tensors, "proj_out", WanTransformerConfig.PatchPixels * config.OutputChannels, size);
        return tensors;
    }

    private static void AddImageEmbedder(List<ExpectedTensor> tensors, WanTransformerConfig config)
    {
        const string Name = "condition_embedder.image_embedder";
        Add(tensors, $"{Name}.norm1", config.ImageSize);
        AddLinear(tensors, $"{Name}.ff.net.0.proj", config.ImageSize, config.ImageSize);
        AddLinear(tensors, $"{Name}.ff.net.2", config.Size, config.ImageSize);
        Add(tensors, $"{Name}.norm2", config.Size);
        if (config.ImagePositions > 0)
        {
            tensors.Add(new ExpectedTensor($"{Name}.pos_embed", [1, config.ImagePositions, config.ImageSize]));
        }
    }

    private static void AddBlock(List<ExpectedTensor> tensors, string block, WanTransformerConfig config, bool image)
    {
        int size = config.Size;
        tensors.Add(new ExpectedTensor($"{block}.scale_shift_table", [1, 6, size]));
        Add(tensors, $"{block}.norm2", size);
        foreach (string attention in (string[])["attn1", "attn2"])
        {
            foreach (string layer in (string[])["to_q", "to_k", "to_v", "to_out.0"])
            {
                AddLinear(tensors, $"{block}.{attention}.{layer}", size, size);
            }

            tensors.Add(new ExpectedTensor($"{block}.{attention}.norm_q.weight", [size]));
            tensors.Add(new ExpectedTensor($"{block}.{attention}.norm_k.weight", [size]));
        }

        if (image)
        {
            AddLinear(tensors, $"{block}.attn2.add_k_proj", size, size);
            AddLinear(tensors, $"{block}.attn2.add_v_proj", size, size);
            tensors.Add(new ExpectedTensor($"{block}.attn2.norm_added_k.weight", [size]));
        }

        AddLinear(tensors, $"{block}.ffn.net.0.proj", config.FeedForwardSize, size);
        AddLinear(tensors, $"{block}.ffn.net.2", size, config.FeedForwardSize);
    }

    private static void AddLinear(List<ExpectedTensor> tensors, string name, int outputs, int inputs) => Add(tensors, name, outputs, inputs);

    private static void Add(List<ExpectedTensor> tensors, string name, params ImmutableArray<int> shape)
    {
        tensors.Add(new ExpectedTensor(name + ".weight", shape));
        tensors.Add(new ExpectedTensor(name + ".bias", [shape[0]]));
    }
}
