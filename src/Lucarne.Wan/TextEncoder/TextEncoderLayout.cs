using Lucarne.Wan.Weights;

namespace Lucarne.Wan.TextEncoder;

/// <summary>The tensors of the text encoder by their transformers names, and how Wan's own names and GGUF's map to those.</summary>
public static class TextEncoderLayout
{
    private static readonly (string Other, string Ours)[] Parts =
    [
        (".attn.q.", ".layer.0.SelfAttention.q."), (".attn.k.", ".layer.0.SelfAttention.k."), (".attn.v.", ".layer.0.SelfAttention.v."), (".attn.o.", ".layer.0.SelfAttention.o."),
        (".pos_embedding.embedding.", ".layer.0.SelfAttention.relative_attention_bias."), (".norm1.", ".layer.0.layer_norm."), (".norm2.", ".layer.1.layer_norm."),
        (".ffn.gate.0.", ".layer.1.DenseReluDense.wi_0."), (".ffn.fc1.", ".layer.1.DenseReluDense.wi_1."), (".ffn.fc2.", ".layer.1.DenseReluDense.wo."),
        (".attn_q.", ".layer.0.SelfAttention.q."), (".attn_k.", ".layer.0.SelfAttention.k."), (".attn_v.", ".layer.0.SelfAttention.v."), (".attn_o.", ".layer.0.SelfAttention.o."),
        (".attn_rel_b.", ".layer.0.SelfAttention.relative_attention_bias."), (".attn_norm.", ".layer.0.layer_norm."), (".ffn_norm.", ".layer.1.layer_norm."),
        (".ffn_gate.", ".layer.1.DenseReluDense.wi_0."), (".ffn_up.", ".layer.1.DenseReluDense.wi_1."), (".ffn_down.", ".layer.1.DenseReluDense.wo."),
    ];

    /// <summary>The transformers name of a tensor.</summary>
    public static string Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        switch (name)
        {
            case "token_embedding.weight" or "token_embd.weight" or "encoder.embed_tokens.weight":
                return "shared.weight";
            case "norm.weight" or "enc.output_norm.weight":
                return "encoder.final_layer_norm.weight";
            default:
                break;
        }

        foreach (string prefix in (string[])["blocks.", "enc.blk."])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                string rest = "encoder.block." + name[prefix.Length..];
                foreach ((string other, string ours) in Parts)
                {
                    int at = rest.IndexOf(other, StringComparison.Ordinal);
                    if (at >= 0)
                    {
                        return string.Concat(rest.AsSpan(0, at), ours, rest.AsSpan(at + other.Length));
                    }
                }
            }
        }

        return name;
    }

    /// <summary>Every tensor that an encoder of these sizes has.</summary>
    public static IReadOnlyList<ExpectedTensor> Expected(TextEncoderConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        int inner = config.Heads * config.HeadSize;
        List<ExpectedTensor> tensors = [new("shared.weight", [config.Vocabulary, config.Size]), new("encoder.final_layer_norm.weight", [config.Size])];
        for (int layer = 0; layer < config.Layers; layer++)
        {
            string attention = $"encoder.block.{layer}.layer.0", feed = $"encoder.block.{layer}.layer.1";
            tensors.Add(new($"{attention}.SelfAttention.q.weight", [inner, config.Size]));
            tensors.Add(new($"{attention}.SelfAttention.k.weight", [inner, config.Size]));
            tensors.Add(new($"{attention}.SelfAttention.v.weight", [inner, config.Size]));
            tensors.Add(new($"{attention}.SelfAttention.o.weight", [config.Size, inner]));
            tensors.Add(new($"{attention}.SelfAttention.relative_attention_bias.weight", [config.Buckets, config.Heads]));
            tensors.Add(new($"{attention}.layer_norm.weight", [config.Size]));
            tensors.Add(new($"{feed}.DenseReluDense.wi_0.weight", [config.FeedForwardSize, config.Size]));
            tensors.Add(new($"{feed}.DenseReluDense.wi_1.weight", [config.FeedForwardSize, config.Size]));
            tensors.Add(new($"{feed}.DenseReluDense.wo.weight", [config.Size, config.FeedForwardSize]));
            tensors.Add(new($"{feed}.layer_norm.weight", [config.Size]));
        }

        return tensors;
    }
}
