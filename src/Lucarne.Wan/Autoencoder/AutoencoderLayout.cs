using System.Collections.Immutable;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Autoencoder;

/// <summary>An encoder or a decoder: stages in order.</summary>
internal sealed class FrameNetwork(FrameStage[] stages) : IDisposable
{
    public void Push(Frame frame, List<Frame> output) => FrameChain.Push(stages, frame, output);

    public void Reset() => Array.ForEach(stages, stage => stage.Reset());

    public void Dispose() => Array.ForEach(stages, stage => stage.Dispose());
}

/// <summary>A convolution as a stage of its own.</summary>
internal sealed class ConvolutionStage(StageContext context, string name, PixelNorm? norm = null) : FrameStage
{
    private readonly CausalConvolution _convolution = new(context, name);

    public override void Push(Frame frame, List<Frame> output)
    {
        if (norm is null)
        {
            output.Add(_convolution.Push(frame));
            return;
        }

        using (frame)
        {
            output.Add(_convolution.Push(norm.Run(frame)));
        }
    }

    public override void Reset() => _convolution.Reset();

    public override void Dispose()
    {
        _convolution.Dispose();
        norm?.Dispose();
    }
}

/// <summary>The tensors of an autoencoder by their diffusers names, how the original names map to them, and how the networks are put together.</summary>
public static class AutoencoderLayout
{
    /// <summary>Every tensor that an autoencoder of these sizes has.</summary>
    public static IReadOnlyList<ExpectedTensor> Expected(AutoencoderConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        List<ExpectedTensor> tensors = [];
        int latent = config.LatentChannels;
        AddConvolution(tensors, "quant_conv", 2 * latent, 2 * latent, 1, 1, 1);
        AddConvolution(tensors, "post_quant_conv", latent, latent, 1, 1, 1);

        int[] down = [config.BaseSize, .. config.LevelFactors.Select(f => f * config.BaseSize)];
        AddConvolution(tensors, "encoder.conv_in", down[0], config.PixelChannels, 3, 3, 3);
        foreach (Level level in EncoderLevels(config))
        {
            AddLevel(tensors, level, config.ResidualBlocks, level.Output);
        }

        AddMiddle(tensors, "encoder.mid_block", down[^1]);
        AddNorm(tensors, "encoder.norm_out", down[^1]);
        AddConvolution(tensors, "encoder.conv_out", 2 * latent, down[^1], 3, 3, 3);

        int top = config.LevelFactors[^1] * config.DecoderBaseSize, bottom = config.LevelFactors[0] * config.DecoderBaseSize;
        AddConvolution(tensors, "decoder.conv_in", top, latent, 3, 3, 3);
        AddMiddle(tensors, "decoder.mid_block", top);
        foreach (Level level in DecoderLevels(config))
        {
            AddLevel(tensors, level, config.ResidualBlocks + 1, config.Residual ? level.Output : level.Output / 2);
        }

        AddNorm(tensors, "decoder.norm_out", bottom);
        AddConvolution(tensors, "decoder.conv_out", config.PixelChannels, bottom, 3, 3, 3);
        return tensors;
    }

    internal static FrameNetwork BuildEncoder(StageContext context, AutoencoderConfig config)
    {
        List<FrameStage> stages = [new ConvolutionStage(context, "encoder.conv_in")];
        foreach (Level level in EncoderLevels(config))
        {
            FrameStage[] parts = BuildLevel(context, level);
            stages.AddRange(config.Residual
                ? [new ShortcutLevel(context, parts, new AveragingShortcut(level.Output, level.ChangesTime ? 2 : 1, level.ChangesSpace ? 2 : 1))]
                : parts);
        }

        stages.AddRange(BuildMiddle(context, "encoder.mid_block"));
        stages.Add(new ConvolutionStage(context, "encoder.conv_out", new PixelNorm(context, "encoder.norm_out", activate: true)));
        stages.Add(new ConvolutionStage(context, "quant_conv"));
        return new FrameNetwork([.. stages]);
    }

    internal static FrameNetwork BuildDecoder(StageContext context, AutoencoderConfig config)
    {
        List<FrameStage> stages = [new ConvolutionStage(context, "post_quant_conv"), new ConvolutionStage(context, "decoder.conv_in")];
        stages.AddRange(BuildMiddle(context, "decoder.mid_block"));
        foreach (Level level in DecoderLevels(config))
        {
            FrameStage[] parts = BuildLevel(context, level);
            stages.AddRange(config.Residual
                ? [new ShortcutLevel(context, parts, level.ChangesSpace ? new DuplicatingShortcut(level.Output, level.ChangesTime ? 2 : 1, 2) : null)]
                : parts);
        }

        stages.Add(new ConvolutionStage(context, "decoder.conv_out", new PixelNorm(context, "decoder.norm_out", activate: true)));
        return new FrameNetwork([.. stages]);
    }

    /// <summary>The diffusers name of a tensor named in either layout.</summary>
    /// <remarks>The original numbers its blocks through (<c>decoder.upsamples.7.residual.2</c>) in the 2.1 form, and by level in the 2.2 form; source: diffusers, convert_wan_to_diffusers.py.</remarks>
    public static string Rename(string name, AutoencoderConfig config) => OriginalAutoencoderNames.Rename(name, config);

    internal static IEnumerable<Level> EncoderLevels(AutoencoderConfig config)
    {
        int input = config.BaseSize, index = 0, last = config.LevelFactors.Length - 1;
        for (int i = 0; i <= last; i++)
        {
            int output = config.LevelFactors[i] * config.BaseSize;
            bool space = i < last, time = space && config.HalvesTime[i];
            if (config.Residual)
            {
                string level = $"encoder.down_blocks.{i}";
                yield return new Level([.. Enumerable.Range(0, config.ResidualBlocks).Select(j => $"{level}.resnets.{j}")], space ? $"{level}.downsampler" : null, input, output, space, time, Up: false);
            }
            else
            {
                ImmutableArray<string> blocks = [.. Enumerable.Range(index, config.ResidualBlocks).Select(j => $"encoder.down_blocks.{j}")];
                index += config.ResidualBlocks;
                yield return new Level(blocks, space ? $"encoder.down_blocks.{index++}" : null, input, output, space, time, Up: false);
            }

            input = output;
        }
    }

    internal static IEnumerable<Level> DecoderLevels(AutoencoderConfig config)
    {
        int last = config.LevelFactors.Length - 1, input = config.LevelFactors[^1] * config.DecoderBaseSize;
        for (int i = 0; i <= last; i++)
        {
            int output = config.LevelFactors[last - i] * config.DecoderBaseSize;
            bool space = i < last, time = space && config.HalvesTime[last - 1 - i];
            string level = $"decoder.up_blocks.{i}";
            string? sampler = !space ? null : config.Residual ? $"{level}.upsampler" : $"{level}.upsamplers.0";
            yield return new Level([.. Enumerable.Range(0, config.ResidualBlocks + 1).Select(j => $"{level}.resnets.{j}")], sampler, input, output, space, time, Up: true);
            input = config.Residual || !space ? output : output / 2;
        }
    }

    private static FrameStage[] BuildLevel(StageContext context, Level level)
    {
        List<FrameStage> stages = [.. level.Blocks.Select(block => new ResidualBlock(context, block))];
        if (level.Sampler is not null)
        {
            stages.Add(level.Up ? new Upsampler(context, level.Sampler) : new Downsampler(context, level.Sampler));
        }

        return [.. stages];
    }

    private static FrameStage[] BuildMiddle(StageContext context, string name) =>
        [new ResidualBlock(context, $"{name}.resnets.0"), new PixelAttention(context, $"{name}.attentions.0"), new ResidualBlock(context, $"{name}.resnets.1")];

    private static void AddLevel(List<ExpectedTensor> tensors, Level level, int blocks, int sampledChannels)
    {
        for (int i = 0; i < blocks; i++)
        {
            AddBlock(tensors, level.Blocks[i], i == 0 ? level.Input : level.Output, level.Output);
        }

        if (level.Sampler is null)
        {
            return;
        }

        AddConvolution(tensors, $"{level.Sampler}.resample.1", sampledChannels, level.Output, 3, 3);
        if (level.ChangesTime)
        {
            AddConvolution(tensors, $"{level.Sampler}.time_conv", level.Up ? 2 * level.Output : level.Output, level.Output, 3, 1, 1);
        }
    }

    private static void AddMiddle(List<ExpectedTensor> tensors, string name, int size)
    {
        AddBlock(tensors, $"{name}.resnets.0", size, size);
        AddBlock(tensors, $"{name}.resnets.1", size, size);
        tensors.Add(new ExpectedTensor($"{name}.attentions.0.norm.gamma", [size, 1, 1]));
        AddConvolution(tensors, $"{name}.attentions.0.to_qkv", 3 * size, size, 1, 1);
        AddConvolution(tensors, $"{name}.attentions.0.proj", size, size, 1, 1);
    }

    private static void AddBlock(List<ExpectedTensor> tensors, string name, int input, int output)
    {
        AddNorm(tensors, $"{name}.norm1", input);
        AddNorm(tensors, $"{name}.norm2", output);
        AddConvolution(tensors, $"{name}.conv1", output, input, 3, 3, 3);
        AddConvolution(tensors, $"{name}.conv2", output, output, 3, 3, 3);
        if (input != output)
        {
            AddConvolution(tensors, $"{name}.conv_shortcut", output, input, 1, 1, 1);
        }
    }

    private static void AddNorm(List<ExpectedTensor> tensors, string name, int size) => tensors.Add(new ExpectedTensor($"{name}.gamma", [size, 1, 1, 1]));

    private static void AddConvolution(List<ExpectedTensor> tensors, string name, int output, int input, params ReadOnlySpan<int> kernel)
    {
        tensors.Add(new ExpectedTensor($"{name}.weight", [output, input, .. kernel]));
        tensors.Add(new ExpectedTensor($"{name}.bias", [output]));
    }

    /// <summary>One level: its residual blocks, its sampler if it has one, its widths, and what the sampler changes.</summary>
    internal sealed record Level(ImmutableArray<string> Blocks, string? Sampler, int Input, int Output, bool ChangesSpace, bool ChangesTime, bool Up);
}
