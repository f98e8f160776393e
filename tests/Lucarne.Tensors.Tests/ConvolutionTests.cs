using Lucarne.Tensors.Convolutions;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Tests;

public sealed unsafe class ConvolutionTests
{
    public static TheoryData<ConvolutionShape, int, int> Shapes => new()
    {
        { new ConvolutionShape { InputChannels = 3, OutputChannels = 5, KernelHeight = 3, KernelWidth = 3, PadTop = 1, PadLeft = 1, PadBottom = 1, PadRight = 1 }, 7, 9 },
        { new ConvolutionShape { InputChannels = 16, OutputChannels = 40, KernelFrames = 3, KernelHeight = 3, KernelWidth = 3, PadTop = 1, PadLeft = 1, PadBottom = 1, PadRight = 1 }, 6, 30 },
        { new ConvolutionShape { InputChannels = 20, OutputChannels = 4, KernelFrames = 3 }, 5, 4 },
        { new ConvolutionShape { InputChannels = 6, OutputChannels = 7, KernelHeight = 3, KernelWidth = 3, Stride = 2, PadBottom = 1, PadRight = 1 }, 8, 10 },
        { new ConvolutionShape { InputChannels = 300, OutputChannels = 3, KernelHeight = 3, KernelWidth = 3, PadTop = 1, PadLeft = 1, PadBottom = 1, PadRight = 1, Doubled = true }, 4, 5 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_convolution_equals_the_sum_over_its_taps(ConvolutionShape shape, int height, int width)
    {
        float[] weights = TestNumbers.Uniform(shape.OutputChannels * shape.Depth, 1), bias = TestNumbers.Uniform(shape.OutputChannels, 2);
        float[][] frames = [.. Enumerable.Range(0, shape.KernelFrames).Select(f => TestNumbers.Uniform(height * width * shape.InputChannels, (uint)(3 + f)))];
        (int outputHeight, int outputWidth) = shape.OutputSize(height, width);

        float[] output = Run(shape, weights, bias, frames, height, width);

        for (int y = 0; y < outputHeight; y++)
        {
            for (int x = 0; x < outputWidth; x++)
            {
                for (int o = 0; o < shape.OutputChannels; o++)
                {
                    ((double)output[(((y * outputWidth) + x) * shape.OutputChannels) + o]).ShouldBe(Expected(shape, weights, bias, frames, height, width, y, x, o), 1e-4, $"({y}, {x}, {o})");
                }
            }
        }
    }

    [Fact]
    public void A_missing_frame_counts_as_zeros()
    {
        ConvolutionShape shape = new() { InputChannels = 4, OutputChannels = 3, KernelFrames = 3, KernelHeight = 3, KernelWidth = 3, PadTop = 1, PadLeft = 1, PadBottom = 1, PadRight = 1 };
        float[] weights = TestNumbers.Uniform(3 * shape.Depth, 1), bias = TestNumbers.Uniform(3, 2), frame = TestNumbers.Uniform(6 * 6 * 4, 3);

        Run(shape, weights, bias, [[], [], frame], 6, 6).ShouldBe(Run(shape, weights, bias, [new float[144], new float[144], frame], 6, 6));
    }

    private static double Expected(ConvolutionShape shape, float[] weights, float[] bias, float[][] frames, int height, int width, int y, int x, int o)
    {
        double sum = bias[o];
        int factor = shape.Doubled ? 2 : 1;
        for (int c = 0; c < shape.InputChannels; c++)
        {
            for (int f = 0; f < shape.KernelFrames; f++)
            {
                for (int row = 0; row < shape.KernelHeight; row++)
                {
                    for (int column = 0; column < shape.KernelWidth; column++)
                    {
                        int inputY = (y * shape.Stride) + row - shape.PadTop, inputX = (x * shape.Stride) + column - shape.PadLeft;
                        if (inputY >= 0 && inputX >= 0 && inputY < height * factor && inputX < width * factor)
                        {
                            int tap = (((c * shape.KernelFrames) + f) * shape.KernelHeight + row) * shape.KernelWidth + column;
                            sum += (double)weights[(o * shape.Depth) + tap] * frames[f][((((inputY / factor) * width) + (inputX / factor)) * shape.InputChannels) + c];
                        }
                    }
                }
            }
        }

        return sum;
    }

    private static float[] Run(ConvolutionShape shape, float[] weights, float[] bias, float[][] frames, int height, int width)
    {
        (int outputHeight, int outputWidth) = shape.OutputSize(height, width);
        float[] output = new float[outputHeight * outputWidth * shape.OutputChannels];
        MemoryBudget budget = new("test", 64 << 20);
        using ComputePool pool = new(2);
        using MatrixProduct product = new(pool, budget);
        using NativeBuffer<float> memory = new(budget, frames.Sum(f => (long)f.Length));
        nint[] pointers = new nint[frames.Length];
        int offset = 0;
        for (int f = 0; f < frames.Length; f++)
        {
            frames[f].CopyTo(memory.Slice(offset, frames[f].Length));
            pointers[f] = frames[f].Length == 0 ? 0 : (nint)(memory.Pointer + offset);
            offset += frames[f].Length;
        }

        fixed (float* w = weights, b = bias, y = output)
        {
            using Convolution convolution = new(shape, ElementType.F32, (byte*)w, (byte*)b, budget);
            convolution.Run(product, pointers, height, width, y);
        }

        return output;
    }
}
