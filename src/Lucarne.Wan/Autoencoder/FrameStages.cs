using Lucarne.Tensors.Attention;
using Lucarne.Tensors.Convolutions;
using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Memory;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Autoencoder;

/// <summary>A part of the network that takes frames one at a time, in order, and gives none, one or two for each. It keeps what it needs of earlier frames.</summary>
/// <remarks>
/// Causal convolutions see only earlier frames, so taking frames singly gives exactly what the reference's chunks of one and then four frames give,
/// and a video can be shown while later latents are still being made.
/// </remarks>
internal abstract class FrameStage : IDisposable
{
    /// <summary>Takes one frame, which the stage owns from here on, and adds what comes out to <paramref name="output"/>, which the caller then owns.</summary>
    public abstract void Push(Frame frame, List<Frame> output);

    /// <summary>Forgets earlier frames: the next one is the first of a video.</summary>
    public abstract void Reset();

    public abstract void Dispose();
}

/// <summary>What the stages of one network share.</summary>
internal sealed record StageContext(ComputeContext Compute, WeightStore Store, FramePool Frames)
{
    public MemoryBudget Budget => Compute.Budget;

    /// <summary>Builds a convolution from <c>name.weight</c> and <c>name.bias</c>; sizes come from the weights.</summary>
    public unsafe Convolution Convolution(string name, Func<ConvolutionShape, ConvolutionShape>? adjust = null)
    {
        StoredTensor weight = Store[name + ".weight"];
        bool overTime = weight.Shape.Length == 5;
        ConvolutionShape shape = new()
        {
            OutputChannels = weight.Shape[0],
            InputChannels = weight.Shape[1],
            KernelFrames = overTime ? weight.Shape[2] : 1,
            KernelHeight = weight.Shape[^2],
            KernelWidth = weight.Shape[^1],
            PadTop = weight.Shape[^2] / 2,
            PadBottom = weight.Shape[^2] / 2,
            PadLeft = weight.Shape[^1] / 2,
            PadRight = weight.Shape[^1] / 2,
        };
        byte* bias = Store.TryGet(name + ".bias", out StoredTensor? stored) ? (byte*)stored.Data : null;
        return new Convolution(adjust?.Invoke(shape) ?? shape, weight.Type, (byte*)weight.Data, bias, Budget, stored?.Type);
    }
}

/// <summary>A convolution over the frames up to the present one; before the first there are zeros.</summary>
internal sealed class CausalConvolution : IDisposable
{
    private readonly StageContext _context;
    private readonly Convolution _convolution;
    private readonly Frame?[] _history;
    private readonly nint[] _pointers;

    public CausalConvolution(StageContext context, string name)
    {
        _context = context;
        _convolution = context.Convolution(name);
        _history = new Frame?[_convolution.Shape.KernelFrames - 1];
        _pointers = new nint[_convolution.Shape.KernelFrames];
    }

    /// <summary>Takes a frame, which it owns from here on, and makes the output for it.</summary>
    public unsafe Frame Push(Frame frame)
    {
        for (int i = 0; i < _history.Length; i++)
        {
            _pointers[i] = _history[i] is { } earlier ? (nint)earlier.Data : 0;
        }

        _pointers[^1] = (nint)frame.Data;
        (int height, int width) = _convolution.Shape.OutputSize(frame.Height, frame.Width);
        Frame output = _context.Frames.Rent(height, width, _convolution.Shape.OutputChannels);
        _convolution.Run(_context.Compute.Product, _pointers, frame.Height, frame.Width, output.Data);
        if (_history.Length == 0)
        {
            frame.Dispose();
            return output;
        }

        _history[0]?.Dispose();
        Array.Copy(_history, 1, _history, 0, _history.Length - 1);
        _history[^1] = frame;
        return output;
    }

    public void Reset()
    {
        for (int i = 0; i < _history.Length; i++)
        {
            _history[i]?.Dispose();
            _history[i] = null;
        }
    }

    public void Dispose()
    {
        Reset();
        _convolution.Dispose();
    }
}

/// <summary>x / ‖x‖ · √channels · gain over the channels of each pixel, then SiLU where asked.</summary>
internal sealed unsafe class PixelNorm : IDisposable
{
    private readonly ComputeContext _context;
    private readonly NativeBuffer<float> _gain;
    private readonly bool _activate;
    private readonly FramePool _frames;

    public PixelNorm(StageContext context, string name, bool activate)
    {
        _context = context.Compute;
        _frames = context.Frames;
        _activate = activate;
        _gain = SmallTensor.Take(context.Store, name + ".gamma", context.Budget);
    }

    public Frame Run(Frame frame)
    {
        // The reference divides by max(‖x‖, 1e-12); as a root mean square that is this epsilon under the root.
        float epsilon = 1e-24f / frame.Channels;
        Frame output = _frames.Rent(frame.Height, frame.Width, frame.Channels);
        RowKernels.RmsNorm(_context.Pool, frame.Data, output.Data, frame.Pixels, frame.Channels, epsilon, _gain.Pointer);
        if (_activate)
        {
            RowKernels.SiLU(_context.Pool, output.Data, output.Data, frame.Pixels, frame.Channels);
        }

        return output;
    }

    public void Dispose() => _gain.Dispose();
}

/// <summary>Norm, SiLU, convolution, twice, plus the input (through a 1x1x1 convolution when the width changes).</summary>
internal sealed unsafe class ResidualBlock : FrameStage
{
    private readonly ComputeContext _compute;
    private readonly PixelNorm _norm1;
    private readonly PixelNorm _norm2;
    private readonly CausalConvolution _convolution1;
    private readonly CausalConvolution _convolution2;
    private readonly CausalConvolution? _shortcut;

    public ResidualBlock(StageContext context, string name)
    {
        _compute = context.Compute;
        _norm1 = new PixelNorm(context, name + ".norm1", activate: true);
        _norm2 = new PixelNorm(context, name + ".norm2", activate: true);
        _convolution1 = new CausalConvolution(context, name + ".conv1");
        _convolution2 = new CausalConvolution(context, name + ".conv2");
        _shortcut = context.Store.TryGet(name + ".conv_shortcut.weight", out _) ? new CausalConvolution(context, name + ".conv_shortcut") : null;
    }

    public override void Push(Frame frame, List<Frame> output)
    {
        using Frame hidden = _convolution1.Push(_norm1.Run(frame));
        Frame result = _convolution2.Push(_norm2.Run(hidden));
        using Frame straight = _shortcut is null ? frame : _shortcut.Push(frame);
        RowKernels.AddScaled(_compute.Pool, straight.Data, result.Data, result.Pixels, result.Channels, null);
        output.Add(result);
    }

    public override void Reset()
    {
        _convolution1.Reset();
        _convolution2.Reset();
        _shortcut?.Reset();
    }

    public override void Dispose()
    {
        _norm1.Dispose();
        _norm2.Dispose();
        _convolution1.Dispose();
        _convolution2.Dispose();
        _shortcut?.Dispose();
    }
}

/// <summary>Attention of one head over the pixels of each frame, plus the input.</summary>
internal sealed unsafe class PixelAttention : FrameStage
{
    private readonly StageContext _context;
    private readonly PixelNorm _norm;
    private readonly CausalConvolution _queryKeyValue;
    private readonly CausalConvolution _output;

    public PixelAttention(StageContext context, string name)
    {
        _context = context;
        _norm = new PixelNorm(context, name + ".norm", activate: false);
        _queryKeyValue = new CausalConvolution(context, name + ".to_qkv");
        _output = new CausalConvolution(context, name + ".proj");
    }

    public override void Push(Frame frame, List<Frame> output)
    {
        int size = frame.Channels;
        using Frame mixed = _queryKeyValue.Push(_norm.Run(frame));
        Frame attended = _context.Frames.Rent(frame.Height, frame.Width, size);
        nint row = 3 * size;
        HeadRows query = new((nint)mixed.Data, row, size), key = new((nint)(mixed.Data + size), row, size), value = new((nint)(mixed.Data + (2 * size)), row, size);
        _context.Compute.Attention.Run(query, key, value, new HeadRows((nint)attended.Data, size, size), frame.Pixels, frame.Pixels, 1, size, 1f / MathF.Sqrt(size));
        Frame result = _output.Push(attended);
        RowKernels.AddScaled(_context.Compute.Pool, frame.Data, result.Data, result.Pixels, size, null);
        frame.Dispose();
        output.Add(result);
    }

    public override void Reset()
    {
        _queryKeyValue.Reset();
        _output.Reset();
    }

    public override void Dispose()
    {
        _norm.Dispose();
        _queryKeyValue.Dispose();
        _output.Dispose();
    }
}

/// <summary>Doubles rows and columns (nearest, then a 3x3 convolution) and, where asked, time before that.</summary>
/// <remarks>The first frame of a video stays one; from the second on, a convolution over time makes two of each, and it begins with zeros there, not with the first frame.</remarks>
internal sealed unsafe class Upsampler : FrameStage
{
    private readonly StageContext _context;
    private readonly Convolution _space;
    private readonly CausalConvolution? _time;
    private readonly nint[] _pointer = new nint[1];
    private bool _begun;

    public Upsampler(StageContext context, string name)
    {
        _context = context;
        _space = context.Convolution(name + ".resample.1", shape => shape with { Doubled = true });
        _time = context.Store.TryGet(name + ".time_conv.weight", out _) ? new CausalConvolution(context, name + ".time_conv") : null;
    }

    public override void Push(Frame frame, List<Frame> output)
    {
        if (_time is null || !_begun)
        {
            _begun = true;
            output.Add(Enlarge(frame));
            return;
        }

        using Frame pair = _time.Push(frame);
        for (int half = 0; half < 2; half++)
        {
            int channels = pair.Channels / 2;
            Frame single = _context.Frames.Rent(pair.Height, pair.Width, channels);
            for (int pixel = 0; pixel < pair.Pixels; pixel++)
            {
                new ReadOnlySpan<float>(pair.Data + ((long)pixel * pair.Channels) + (half * channels), channels).CopyTo(new Span<float>(single.Data + ((long)pixel * channels), channels));
            }

            output.Add(Enlarge(single));
        }
    }

    public override void Reset()
    {
        _begun = false;
        _time?.Reset();
    }

    public override void Dispose()
    {
        _space.Dispose();
        _time?.Dispose();
    }

    private Frame Enlarge(Frame frame)
    {
        (int height, int width) = _space.Shape.OutputSize(frame.Height, frame.Width);
        Frame output = _context.Frames.Rent(height, width, _space.Shape.OutputChannels);
        _pointer[0] = (nint)frame.Data;
        _space.Run(_context.Compute.Product, _pointer, frame.Height, frame.Width, output.Data);
        frame.Dispose();
        return output;
    }
}

/// <summary>Halves rows and columns (a 3x3 convolution with stride 2) and, where asked, time after that.</summary>
/// <remarks>The first frame passes alone; then each two frames, with the last one before them, give one.</remarks>
internal sealed unsafe class Downsampler : FrameStage
{
    private readonly StageContext _context;
    private readonly Convolution _space;
    private readonly Convolution? _time;
    private readonly List<Frame> _waiting = [];
    private readonly nint[] _pointer = new nint[1];

    public Downsampler(StageContext context, string name)
    {
        _context = context;
        _space = context.Convolution(name + ".resample.1", shape => shape with { Stride = 2, PadTop = 0, PadLeft = 0, PadBottom = 1, PadRight = 1 });
        _time = context.Store.TryGet(name + ".time_conv.weight", out _) ? context.Convolution(name + ".time_conv") : null;
    }

    public override void Push(Frame frame, List<Frame> output)
    {
        (int height, int width) = _space.Shape.OutputSize(frame.Height, frame.Width);
        Frame small = _context.Frames.Rent(height, width, _space.Shape.OutputChannels);
        _pointer[0] = (nint)frame.Data;
        _space.Run(_context.Compute.Product, _pointer, frame.Height, frame.Width, small.Data);
        frame.Dispose();
        if (_time is null)
        {
            output.Add(small);
            return;
        }

        if (_waiting.Count == 0)
        {
            Frame first = _context.Frames.Rent(height, width, small.Channels);
            small.Span.CopyTo(first.Span);
            output.Add(first);
        }

        _waiting.Add(small);
        if (_waiting.Count == 3)
        {
            Frame result = _context.Frames.Rent(height, width, _time.Shape.OutputChannels);
            nint* frames = stackalloc nint[3] { (nint)_waiting[0].Data, (nint)_waiting[1].Data, (nint)_waiting[2].Data };
            _time.Run(_context.Compute.Product, new ReadOnlySpan<nint>(frames, 3), height, width, result.Data);
            _waiting[0].Dispose();
            _waiting[1].Dispose();
            _waiting.RemoveRange(0, 2);
            output.Add(result);
        }
    }

    public override void Reset()
    {
        _waiting.ForEach(frame => frame.Dispose());
        _waiting.Clear();
    }

    public override void Dispose()
    {
        Reset();
        _space.Dispose();
        _time?.Dispose();
    }
}
