using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Convolutions;

/// <summary>The shape of a convolution that makes one output frame from one or more input frames.</summary>
/// <remarks>
/// Images are channels-last, [height, width, channels]. A causal 3-D convolution is called once an output frame with the frames that its taps see, oldest first;
/// a 2-D convolution has one.
/// </remarks>
public sealed record ConvolutionShape
{
    /// <summary>Channels of the input.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Channels of the output.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>Taps over time: the number of input frames.</summary>
    public int KernelFrames { get; init; } = 1;

    /// <summary>Taps over height.</summary>
    public int KernelHeight { get; init; } = 1;

    /// <summary>Taps over width.</summary>
    public int KernelWidth { get; init; } = 1;

    /// <summary>Step over height and width.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Zeros above.</summary>
    public int PadTop { get; init; }

    /// <summary>Zeros to the left.</summary>
    public int PadLeft { get; init; }

    /// <summary>Zeros below.</summary>
    public int PadBottom { get; init; }

    /// <summary>Zeros to the right.</summary>
    public int PadRight { get; init; }

    /// <summary>True to read the input as if each pixel were doubled both ways (nearest), without making that image.</summary>
    public bool Doubled { get; init; }

    /// <summary>Length of the inner dimension: taps times input channels.</summary>
    public int Depth => KernelFrames * KernelHeight * KernelWidth * InputChannels;

    /// <summary>Height and width of the output for an input of the given size.</summary>
    public (int Height, int Width) OutputSize(int inputHeight, int inputWidth)
    {
        int factor = Doubled ? 2 : 1;
        return ((((inputHeight * factor) + PadTop + PadBottom - KernelHeight) / Stride) + 1, (((inputWidth * factor) + PadLeft + PadRight - KernelWidth) / Stride) + 1);
    }
}

/// <summary>A convolution with its weights, run as a matrix product whose rows are windows packed from the image as they are needed: there is no im2col buffer.</summary>
public sealed unsafe class Convolution : IDisposable
{
    private readonly NativeBuffer<float> _weights;
    private readonly NativeBuffer<float>? _bias;

    /// <summary>Takes weights in their published layout and lays them out by taps.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="type">Type of the stored weights.</param>
    /// <param name="weights">[outputs, inputs, frames, height, width], row-major.</param>
    /// <param name="bias">[outputs], or null.</param>
    /// <param name="budget">Owner of the copy: outputs · <see cref="ConvolutionShape.Depth"/> floats.</param>
    /// <param name="biasType">Type of the stored bias; null for that of the weights. Files often keep biases in binary32 beside narrower weights.</param>
    public Convolution(ConvolutionShape shape, ElementType type, byte* weights, byte* bias, MemoryBudget budget, ElementType? biasType = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        int taps = shape.KernelFrames * shape.KernelHeight * shape.KernelWidth, channels = shape.InputChannels;
        _weights = new NativeBuffer<float>(budget, (long)shape.OutputChannels * shape.Depth);
        using NativeBuffer<float> line = new(budget, shape.Depth);
        for (int output = 0; output < shape.OutputChannels; output++)
        {
            Widening.ToF32(type, weights + type.Bytes((long)output * shape.Depth), shape.Depth, line.Pointer);
            float* target = _weights.Pointer + ((long)output * shape.Depth);
            for (int channel = 0; channel < channels; channel++)
            {
                for (int tap = 0; tap < taps; tap++)
                {
                    target[(tap * channels) + channel] = line.Pointer[(channel * taps) + tap];
                }
            }
        }

        if (bias is not null)
        {
            _bias = new NativeBuffer<float>(budget, shape.OutputChannels);
            Widening.ToF32(biasType ?? type, bias, shape.OutputChannels, _bias.Pointer);
        }
    }

    /// <summary>The shape.</summary>
    public ConvolutionShape Shape { get; }

    /// <summary>Makes one output frame.</summary>
    /// <param name="product">Runs the product.</param>
    /// <param name="frames">Input frames, oldest first, [height, width, channels] each; a null pointer is a frame of zeros. <see cref="ConvolutionShape.KernelFrames"/> of them.</param>
    /// <param name="height">Height of the input.</param>
    /// <param name="width">Width of the input.</param>
    /// <param name="output">[output height, output width, output channels]; it must not overlap an input.</param>
    public void Run(MatrixProduct product, ReadOnlySpan<nint> frames, int height, int width, float* output)
    {
        ArgumentNullException.ThrowIfNull(product);
        if (frames.Length != Shape.KernelFrames)
        {
            throw new ArgumentException($"A kernel of {Shape.KernelFrames} frames got {frames.Length}.", nameof(frames));
        }

        (int outputHeight, int outputWidth) = Shape.OutputSize(height, width);
        fixed (nint* pointers = frames)
        {
            WindowSource windows = new(pointers, height, width, outputWidth, Shape);
            LinesSource weights = new(_weights.Pointer, Shape.Depth);
            product.Run(windows, weights, outputHeight * outputWidth, Shape.OutputChannels, Shape.Depth, _bias is null ? null : _bias.Pointer, output, Shape.OutputChannels);
        }
    }

    /// <summary>Frees the weights.</summary>
    public void Dispose()
    {
        _weights.Dispose();
        _bias?.Dispose();
    }
}
