using System.Globalization;

namespace Lucarne.Wan.Autoencoder;

/// <summary>Maps the original names of an autoencoder's tensors to those of diffusers.</summary>
internal static class OriginalAutoencoderNames
{
    // Within a residual block: 0 norm, 2 convolution, 3 norm, 6 convolution (1 and 4 are SiLU, 5 is dropout).
    private static readonly (string Original, string Diffusers)[] BlockParts =
        [("residual.0.", "norm1."), ("residual.2.", "conv1."), ("residual.3.", "norm2."), ("residual.6.", "conv2."), ("shortcut.", "conv_shortcut.")];

    private static readonly (string Original, string Diffusers)[] Ends =
    [
        ("encoder.conv1.", "encoder.conv_in."), ("decoder.conv1.", "decoder.conv_in."), ("encoder.head.0.", "encoder.norm_out."), ("decoder.head.0.", "decoder.norm_out."),
        ("encoder.head.2.", "encoder.conv_out."), ("decoder.head.2.", "decoder.conv_out."), ("conv1.", "quant_conv."), ("conv2.", "post_quant_conv."),
    ];

    public static string Rename(string name, AutoencoderConfig config)
    {
        foreach ((string original, string diffusers) in Ends)
        {
            if (name.StartsWith(original, StringComparison.Ordinal))
            {
                return diffusers + name[original.Length..];
            }
        }

        string[] parts = name.Split('.');
        return parts switch
        {
            [var half, "middle", "0", ..] => $"{half}.mid_block.resnets.0.{Block(parts.AsSpan(3))}",
            [var half, "middle", "1", ..] => $"{half}.mid_block.attentions.0.{string.Join('.', parts[3..])}",
            [var half, "middle", "2", ..] => $"{half}.mid_block.resnets.1.{Block(parts.AsSpan(3))}",
            ["encoder", "downsamples", var level, "downsamples", var item, ..] when config.Residual => ResidualLevel("encoder.down_blocks", "downsampler", level, item, config.ResidualBlocks, parts.AsSpan(5)),
            ["decoder", "upsamples", var level, "upsamples", var item, ..] when config.Residual => ResidualLevel("decoder.up_blocks", "upsampler", level, item, config.ResidualBlocks + 1, parts.AsSpan(5)),
            ["encoder", "downsamples", var item, ..] => $"encoder.down_blocks.{item}.{Block(parts.AsSpan(3))}",
            ["decoder", "upsamples", var item, ..] when int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out int number) => DecoderLevel(number, config.ResidualBlocks + 1, parts.AsSpan(3)),
            _ => name,
        };
    }

    // Each level of the decoder has its residual blocks and then its upsampler; the last has none.
    private static string DecoderLevel(int number, int blocks, ReadOnlySpan<string> rest)
    {
        int level = number / (blocks + 1), item = number % (blocks + 1);
        return item == blocks
            ? $"decoder.up_blocks.{level}.upsamplers.0.{string.Join('.', rest.ToArray())}"
            : $"decoder.up_blocks.{level}.resnets.{item}.{Block(rest)}";
    }

    private static string ResidualLevel(string half, string sampler, string level, string item, int blocks, ReadOnlySpan<string> rest) =>
        int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= blocks
            ? $"{half}.{level}.{sampler}.{string.Join('.', rest.ToArray())}"
            : $"{half}.{level}.resnets.{item}.{Block(rest)}";

    private static string Block(ReadOnlySpan<string> parts)
    {
        string rest = string.Join('.', parts.ToArray());
        foreach ((string original, string diffusers) in BlockParts)
        {
            if (rest.StartsWith(original, StringComparison.Ordinal))
            {
                return diffusers + rest[original.Length..];
            }
        }

        return rest;
    }
}
