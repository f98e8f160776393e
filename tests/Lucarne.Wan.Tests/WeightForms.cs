using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

/// <summary>One tensor as a file holds it.</summary>
internal sealed record FileTensor(string Name, string Type, int[] Shape, byte[] Bytes);

/// <summary>Writes weights in the forms that people publish them in: types, shards, GGUF, the original names.</summary>
internal static partial class WeightForms
{
    private const int GgufAlignment = 32;

    // Of the fixture pipeline's autoencoder: one residual block a level of the encoder.
    private const int BlocksOfDecoderLevel = 2;

    public static IReadOnlyList<FileTensor> Read(string path, Func<int[], string> typeOf)
    {
        using WeightStore store = WeightStore.Open(path);
        return [.. store.Names.Order(StringComparer.Ordinal).Select(name =>
        {
            int[] shape = [.. store[name].Shape];
            return new FileTensor(name, typeOf(shape), shape, Narrow(store[name].ToArray(), typeOf(shape)));
        })];
    }

    /// <summary>The same numbers, as wide as can be.</summary>
    public static FileTensor Widened(FileTensor tensor)
    {
        float[] numbers = [.. Enumerable.Range(0, tensor.Bytes.Length / BytesOf(tensor.Type)).Select(i => tensor.Type switch
        {
            "BF16" => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(tensor.Bytes.AsSpan(2 * i)) << 16),
            "F16" => (float)BinaryPrimitives.ReadHalfLittleEndian(tensor.Bytes.AsSpan(2 * i)),
            _ => BinaryPrimitives.ReadSingleLittleEndian(tensor.Bytes.AsSpan(4 * i)),
        })];
        return tensor with { Type = "F32", Bytes = Narrow(numbers, "F32") };
    }

    public static void WriteSafetensors(string path, IReadOnlyList<FileTensor> tensors)
    {
        Dictionary<string, object> header = [];
        long offset = 0;
        foreach (FileTensor tensor in tensors)
        {
            header[tensor.Name] = new { dtype = tensor.Type, shape = tensor.Shape, data_offsets = new[] { offset, offset += tensor.Bytes.Length } };
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header), length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        File.WriteAllBytes(path, [.. length, .. json, .. tensors.SelectMany(tensor => tensor.Bytes)]);
    }

    /// <summary>Writes shards and their index; every third tensor goes to the same one.</summary>
    public static void WriteShards(string folder, string name, IReadOnlyList<FileTensor> tensors)
    {
        const int Shards = 3;
        Dictionary<string, string> map = [];
        for (int shard = 0; shard < Shards; shard++)
        {
            string file = FormattableString.Invariant($"{name}-{shard + 1:00000}-of-{Shards:00000}.safetensors");
            FileTensor[] part = [.. tensors.Where((_, i) => i % Shards == shard)];
            WriteSafetensors(Path.Combine(folder, file), part);
            Array.ForEach(part, tensor => map[tensor.Name] = file);
        }

        File.WriteAllText(Path.Combine(folder, name + ".safetensors.index.json"), JsonSerializer.Serialize(new { metadata = new { total_size = 1 }, weight_map = map }));
    }

    /// <summary>Writes GGUF 3; shapes of more than four axes lose those of length 1, as its writers do.</summary>
    public static void WriteGguf(string path, IReadOnlyList<FileTensor> tensors)
    {
        using FileStream stream = File.Create(path);
        using BinaryWriter writer = new(stream);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)tensors.Count);
        writer.Write(0UL);
        ulong offset = 0;
        foreach (FileTensor tensor in tensors)
        {
            byte[] name = Encoding.UTF8.GetBytes(tensor.Name);
            int[] shape = tensor.Shape.Length > 4 ? [.. tensor.Shape.Where(n => n != 1)] : tensor.Shape;
            writer.Write((ulong)name.Length);
            writer.Write(name);
            writer.Write((uint)shape.Length);
            foreach (int length in shape.Reverse())
            {
                writer.Write((ulong)length);
            }

            writer.Write(tensor.Type switch { "F16" => 1u, "BF16" => 30u, _ => 0u });
            writer.Write(offset);
            offset += Aligned(tensor.Bytes.Length);
        }

        writer.Write(new byte[(int)Aligned((int)stream.Position) - (int)stream.Position]);
        foreach (FileTensor tensor in tensors)
        {
            writer.Write(tensor.Bytes);
            writer.Write(new byte[(int)Aligned(tensor.Bytes.Length) - tensor.Bytes.Length]);
        }
    }

    /// <summary>The name that the original release has for a tensor of a part.</summary>
    public static string OriginalName(string part, string name) => part switch
    {
        "transformer" => "model.diffusion_model." + Rename(name, TransformerNames),
        "text_encoder" => Rename(name, TextNames),
        _ => Decoder().Replace(Encoder().Replace(Rename(name, AutoencoderNames), "encoder.downsamples.${level}"), Through),
    };

    // Each level of the decoder counts its residual blocks, one more than the encoder's, and its upsampler through.
    private static string Through(Match match)
    {
        int level = int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture);
        string item = match.Groups["item"].Success ? match.Groups["item"].Value : BlocksOfDecoderLevel.ToString(CultureInfo.InvariantCulture);
        return $"decoder.upsamples.{((BlocksOfDecoderLevel + 1) * level) + int.Parse(item, CultureInfo.InvariantCulture)}";
    }

    private static readonly (string Diffusers, string Original)[] TransformerNames =
    [
        (@"^proj_out\.", "head.head."), (@"^scale_shift_table", "head.modulation"), (@"^condition_embedder\.text_embedder\.linear_1", "text_embedding.0"),
        (@"^condition_embedder\.text_embedder\.linear_2", "text_embedding.2"), (@"^condition_embedder\.time_embedder\.linear_1", "time_embedding.0"),
        (@"^condition_embedder\.time_embedder\.linear_2", "time_embedding.2"), (@"^condition_embedder\.time_proj", "time_projection.1"),
        (@"\.scale_shift_table", ".modulation"), (@"\.norm2\.", ".norm3."), (@"\.attn1\.", ".self_attn."), (@"\.attn2\.", ".cross_attn."),
        (@"attn\.to_out\.0", "attn.o"), (@"attn\.to_", "attn."), (@"\.ffn\.net\.0\.proj", ".ffn.0"), (@"\.ffn\.net\.2", ".ffn.2"),
    ];

    private static readonly (string Diffusers, string Original)[] TextNames =
    [
        (@"^shared\.", "token_embedding."), (@"^encoder\.final_layer_norm\.", "norm."), (@"^encoder\.block\.", "blocks."),
        (@"layer\.0\.SelfAttention\.relative_attention_bias", "pos_embedding.embedding"), (@"layer\.0\.SelfAttention", "attn"), (@"layer\.0\.layer_norm", "norm1"),
        (@"layer\.1\.layer_norm", "norm2"), (@"layer\.1\.DenseReluDense\.wi_0", "ffn.gate.0"), (@"layer\.1\.DenseReluDense\.wi_1", "ffn.fc1"), (@"layer\.1\.DenseReluDense\.wo", "ffn.fc2"),
    ];

    private static readonly (string Diffusers, string Original)[] AutoencoderNames =
    [
        (@"^quant_conv\.", "conv1."), (@"^post_quant_conv\.", "conv2."), (@"\.conv_in\.", ".conv1."), (@"\.norm_out\.", ".head.0."), (@"\.conv_out\.", ".head.2."),
        (@"(blocks\.\d+|resnets\.\d+)\.norm1\.", "$1.residual.0."), (@"(blocks\.\d+|resnets\.\d+)\.conv1\.", "$1.residual.2."), (@"(blocks\.\d+|resnets\.\d+)\.norm2\.", "$1.residual.3."),
        (@"(blocks\.\d+|resnets\.\d+)\.conv2\.", "$1.residual.6."), (@"\.conv_shortcut\.", ".shortcut."),
        (@"\.mid_block\.resnets\.0", ".middle.0"), (@"\.mid_block\.attentions\.0", ".middle.1"), (@"\.mid_block\.resnets\.1", ".middle.2"),
    ];

    private static string Rename(string name, (string From, string To)[] names) =>
        names.Aggregate(name, (current, pair) => Regex.Replace(current, pair.From, pair.To, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    private static ulong Aligned(int bytes) => (ulong)((bytes + GgufAlignment - 1) / GgufAlignment * GgufAlignment);

    private static int BytesOf(string type) => type == "F32" ? 4 : 2;

    private static byte[] Narrow(float[] numbers, string type)
    {
        byte[] bytes = new byte[numbers.Length * BytesOf(type)];
        for (int i = 0; i < numbers.Length; i++)
        {
            switch (type)
            {
                case "F16":
                    BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(2 * i), (Half)numbers[i]);
                    break;
                case "BF16":
                    BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)(BitConverter.SingleToUInt32Bits(numbers[i]) >> 16));
                    break;
                default:
                    BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), numbers[i]);
                    break;
            }
        }

        return bytes;
    }

    [GeneratedRegex(@"^encoder\.down_blocks\.(?<level>\d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Encoder();

    [GeneratedRegex(@"^decoder\.up_blocks\.(?<level>\d+)\.(?:resnets\.(?<item>\d+)|upsamplers\.0)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Decoder();
}
