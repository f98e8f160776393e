using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.TextEncoder;
using Lucarne.Wan.Transformer;

namespace Lucarne.Bench.Wan;

/// <summary>Floating-point operations of each stage, computed from the sizes; a multiply-add is two.</summary>
internal static class Arithmetic
{
    /// <summary>One pass: the linear layers and both attentions. Keys and values of the text are made once a prompt and left out.</summary>
    public static double OfStep(WanTransformerConfig config, LatentShape shape, int textRows)
    {
        double tokens = (double)shape.Frames * shape.TokensOfFrame, size = config.Size;
        double linear = 2 * tokens * ((6 * size * size) + (2 * size * config.FeedForwardSize));
        double attention = 4 * tokens * size * (tokens + textRows);
        return config.Layers * (linear + attention);
    }

    /// <summary>One decode: each convolution at the size and the frame rate of its level.</summary>
    public static double OfDecode(AutoencoderConfig config, LatentShape shape)
    {
        double pixels = shape.Pixels, frames = shape.Frames, sum = 0;
        int last = config.LevelFactors.Length - 1, top = config.LevelFactors[^1] * config.DecoderBaseSize, input = top;
        sum += 27.0 * config.LatentChannels * top * pixels * frames;
        sum += ((4 * 27.0) + 4) * top * top * pixels * frames;
        sum += 2.0 * top * pixels * pixels * frames;
        for (int i = 0; i <= last; i++)
        {
            int output = config.LevelFactors[last - i] * config.DecoderBaseSize;
            sum += 27.0 * output * (input + (((2 * config.ResidualBlocks) + 1) * output)) * pixels * frames;
            sum += input == output ? 0 : (double)input * output * pixels * frames;
            input = output;
            if (i < last)
            {
                if (config.HalvesTime[last - 1 - i])
                {
                    sum += 3.0 * output * 2 * output * pixels * (frames - 1);
                    frames = (2 * frames) - 1;
                }

                pixels *= 4;
                input = output / 2;
                sum += 9.0 * output * input * pixels * frames;
            }
        }

        return 2 * (sum + (27.0 * input * config.PixelChannels * pixels * frames));
    }

    /// <summary>Some layers of the text encoder over some tokens, attention left out: it is a thousandth.</summary>
    public static double OfText(TextEncoderConfig config, int tokens) =>
        2.0 * tokens * config.Layers * ((4.0 * config.Size * config.Heads * config.HeadSize) + (3.0 * config.Size * config.FeedForwardSize));
}
