using Lucarne.Tensors.Memory;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Transformer;

/// <summary>Between latents and tokens: a patch is one frame, two rows and two columns.</summary>
internal static unsafe class Patches
{
    /// <summary>Projects the patches of latents.</summary>
    /// <param name="context">What it computes with.</param>
    /// <param name="projection">[size, channels · 4], inner order channel, row, column.</param>
    /// <param name="latents">[channels, frames, height, width].</param>
    /// <param name="channels">Channels.</param>
    /// <param name="frames">Frames.</param>
    /// <param name="height">Rows of latents.</param>
    /// <param name="width">Columns of latents.</param>
    /// <param name="tokens">[frames · height/2 · width/2, size].</param>
    public static void Embed(ComputeContext context, Linear projection, ReadOnlySpan<float> latents, int channels, int frames, int height, int width, float* tokens)
    {
        int rows = height / 2, columns = width / 2, depth = channels * WanTransformerConfig.PatchPixels;
        using NativeBuffer<float> patches = new(context.Budget, (long)frames * rows * columns * depth);
        float* target = patches.Pointer;
        for (int frame = 0; frame < frames; frame++)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    for (int channel = 0; channel < channels; channel++)
                    {
                        int first = (((((channel * frames) + frame) * height) + (2 * row)) * width) + (2 * column);
                        *target++ = latents[first];
                        *target++ = latents[first + 1];
                        *target++ = latents[first + width];
                        *target++ = latents[first + width + 1];
                    }
                }
            }
        }

        projection.Run(context, patches.Pointer, frames * rows * columns, tokens);
    }

    /// <summary>Puts the patches of the output back in place; within a token the channel is innermost.</summary>
    /// <param name="tokens">[frames · rows · columns, 2, 2, channels].</param>
    /// <param name="channels">Channels.</param>
    /// <param name="frames">Frames.</param>
    /// <param name="rows">Rows of patches.</param>
    /// <param name="columns">Columns of patches.</param>
    /// <param name="latents">[channels, frames, 2 · rows, 2 · columns].</param>
    public static void Scatter(float* tokens, int channels, int frames, int rows, int columns, float* latents)
    {
        int height = 2 * rows, width = 2 * columns;
        for (int frame = 0; frame < frames; frame++)
        {
            for (int row = 0; row < height; row++)
            {
                for (int column = 0; column < width; column++)
                {
                    long token = (((long)frame * rows) + (row / 2)) * columns + (column / 2);
                    float* source = tokens + (((token * 4) + ((row % 2) * 2) + (column % 2)) * channels);
                    for (int channel = 0; channel < channels; channel++)
                    {
                        latents[(((((long)channel * frames) + frame) * height) + row) * width + column] = source[channel];
                    }
                }
            }
        }
    }
}
