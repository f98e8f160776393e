using System.Numerics;
using Lucarne.Tensors.Elementwise;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Autoencoder;

/// <summary>A tiny decoder (TAEHV): 2-D convolutions with one frame of memory a block, a twenty-fifth of the full decoder's arithmetic, for previews.</summary>
/// <remarks>
/// Source: madebyollin/taehv, taehv.py; its layout is that of <c>taew2_1</c>: <c>decoder.1</c> to <c>decoder.22</c>. It takes normalised latents and gives pixels in 0 to 1.
/// The first three frames that it makes stand for time before the video and are dropped. Nearest enlargement and 1x1 convolutions commute, so time grows before the picture does.
/// </remarks>
public sealed class TinyDecoder : IDisposable
{
    private const int Levels = 3, BlocksOfLevel = 3, FramesBefore = 3;
    private static readonly int[] FirstBlock = [3, 9, 15], Grow = [7, 13, 19], Project = [8, 14, 20];
    private readonly WeightStore _store;
    private readonly FramePool _frames;
    private readonly StageContext _context;
    private readonly CausalConvolution _input;
    private readonly MemoryBlock[] _blocks;
    private readonly CausalConvolution[] _grow;
    private readonly Enlargement[] _project;
    private readonly CausalConvolution _output;
    private readonly int _patch;
    private int _dropped;

    /// <summary>Builds a decoder on weights, which it owns from here on.</summary>
    /// <exception cref="WeightFileException">Tensors are missing or misshapen.</exception>
    public TinyDecoder(WeightStore store, ComputeContext context)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(context);
        store.Require(Expected(store));
        _store = store;
        _frames = new FramePool(context.Budget);
        _context = new StageContext(context, store, _frames);
        LatentChannels = store["decoder.1.weight"].Shape[1];
        _patch = PatchOf(store);
        _input = new CausalConvolution(_context, "decoder.1");
        _blocks = [.. FirstBlock.SelectMany(first => Enumerable.Range(first, BlocksOfLevel)).Select(i => new MemoryBlock(_context, $"decoder.{i}"))];
        _grow = [.. Grow.Select(i => new CausalConvolution(_context, $"decoder.{i}.conv"))];
        _project = [.. Project.Select(i => new Enlargement(_context, $"decoder.{i}"))];
        _output = new CausalConvolution(_context, "decoder.22");
    }

    /// <summary>Channels of the latents.</summary>
    public int LatentChannels { get; }

    /// <summary>Opens a weight file.</summary>
    public static TinyDecoder Load(string path, ComputeContext context)
    {
        WeightStore store = WeightStore.Open(path);
        try
        {
            return new TinyDecoder(store, context);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Forgets earlier frames: the next latent frame is the first of a video.</summary>
    public void Reset()
    {
        Array.ForEach(_blocks, block => block.Reset());
        _dropped = 0;
    }

    /// <summary>Decodes one latent frame.</summary>
    /// <param name="latent">[channels, height, width], normalised.</param>
    /// <param name="height">Latent rows.</param>
    /// <param name="width">Latent columns.</param>
    /// <returns>One frame for the first, four for each later one: [8 · patch · height, 8 · patch · width, 3] in 0 to 1 each.</returns>
    public IReadOnlyList<float[]> Push(ReadOnlySpan<float> latent, int height, int width)
    {
        int pixels = height * width;
        if (latent.Length != LatentChannels * pixels)
        {
            throw new ArgumentException($"TinyDecoder: a latent frame needs [{LatentChannels}, {height}, {width}], got {latent.Length} numbers.", nameof(latent));
        }

        Frame frame = _frames.Rent(height, width, LatentChannels);
        Span<float> target = frame.Span;
        for (int i = 0; i < latent.Length; i++)
        {
            target[(i % pixels * LatentChannels) + (i / pixels)] = MathF.Tanh(latent[i] / 3) * 3;
        }

        List<float[]> images = [];
        Frame begun = _input.Push(frame);
        Rectifier.Apply(begun.Span);
        Climb(begun, 0, images);
        return images;
    }

    /// <summary>Frees the decoder and its weights.</summary>
    public void Dispose()
    {
        _input.Dispose();
        Array.ForEach(_blocks, block => block.Dispose());
        Array.ForEach(_grow, grow => grow.Dispose());
        Array.ForEach(_project, project => project.Dispose());
        _output.Dispose();
        _frames.Dispose();
        _store.Dispose();
    }

    // Takes a frame up from a level: blocks, then the frames that time grows to, each enlarged.
    private void Climb(Frame frame, int level, List<float[]> images)
    {
        if (level == Levels)
        {
            Finish(frame, images);
            return;
        }

        for (int i = 0; i < BlocksOfLevel; i++)
        {
            frame = _blocks[(level * BlocksOfLevel) + i].Push(frame);
        }

        int channels = frame.Channels;
        using Frame grown = _grow[level].Push(frame);
        int times = grown.Channels / channels;
        for (int part = 0; part < times; part++)
        {
            Frame single = _frames.Rent(grown.Height, grown.Width, channels);
            Span<float> source = grown.Span, target = single.Span;
            for (int pixel = 0; pixel < grown.Pixels; pixel++)
            {
                source.Slice((pixel * grown.Channels) + (part * channels), channels).CopyTo(target[(pixel * channels)..]);
            }

            Climb(_project[level].Run(single), level + 1, images);
        }
    }

    private void Finish(Frame frame, List<float[]> images)
    {
        if (_dropped < FramesBefore)
        {
            _dropped++;
            frame.Dispose();
            return;
        }

        Rectifier.Apply(frame.Span);
        using Frame pixels = _output.Push(frame);
        images.Add(Unshuffle(pixels));
    }

    // Channel = (colour · patch + row) · patch + column; clamped to 0 to 1.
    private float[] Unshuffle(Frame frame)
    {
        int width = frame.Width * _patch, height = frame.Height * _patch;
        float[] image = new float[height * width * 3];
        Span<float> source = frame.Span;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int place = ((y / _patch * frame.Width) + (x / _patch)) * frame.Channels;
                for (int colour = 0; colour < 3; colour++)
                {
                    image[(((y * width) + x) * 3) + colour] = Math.Clamp(source[place + (((colour * _patch) + (y % _patch)) * _patch) + (x % _patch)], 0, 1);
                }
            }
        }

        return image;
    }

    private static int PatchOf(WeightStore store)
    {
        int channels = store["decoder.22.weight"].Shape[0], patch = (int)Math.Round(Math.Sqrt(channels / 3.0));
        return 3 * patch * patch == channels ? patch : throw new WeightFileException("tiny decoder", $"its output of {channels} channels is no square number of pixels of 3.");
    }

    private static List<ExpectedTensor> Expected(WeightStore store)
    {
        foreach (string name in (string[])["decoder.1.weight", .. Grow.Select(i => $"decoder.{i}.conv.weight"), .. Project.Select(i => $"decoder.{i}.weight"), "decoder.22.weight"])
        {
            if (!store.TryGet(name, out StoredTensor? tensor) || tensor.Shape.Length != 4)
            {
                throw new WeightFileException("tiny decoder", $"{name} is missing, or has not four axes; the layout is that of taew2_1.");
            }
        }

        int size = store["decoder.1.weight"].Shape[0], times = 1;
        List<ExpectedTensor> tensors = [new("decoder.1.weight", [size, store["decoder.1.weight"].Shape[1], 3, 3]), new("decoder.1.bias", [size])];
        for (int level = 0; level < Levels; level++)
        {
            for (int block = 0; block < BlocksOfLevel; block++)
            {
                string name = $"decoder.{FirstBlock[level] + block}.conv";
                tensors.Add(new($"{name}.0.weight", [size, 2 * size, 3, 3]));
                tensors.Add(new($"{name}.0.bias", [size]));
                foreach (int layer in (int[])[2, 4])
                {
                    tensors.Add(new($"{name}.{layer}.weight", [size, size, 3, 3]));
                    tensors.Add(new($"{name}.{layer}.bias", [size]));
                }
            }

            int grown = store[$"decoder.{Grow[level]}.conv.weight"].Shape[0], next = store[$"decoder.{Project[level]}.weight"].Shape[0];
            times *= Math.Max(1, grown / size);
            tensors.Add(new($"decoder.{Grow[level]}.conv.weight", [Math.Max(1, grown / size) * size, size, 1, 1]));
            tensors.Add(new($"decoder.{Project[level]}.weight", [next, size, 3, 3]));
            size = next;
        }

        tensors.Add(new("decoder.22.weight", [store["decoder.22.weight"].Shape[0], size, 3, 3]));
        tensors.Add(new("decoder.22.bias", [store["decoder.22.weight"].Shape[0]]));
        return times == FramesBefore + 1 ? tensors : throw new WeightFileException("tiny decoder", $"it makes {times} frames of a latent one; {FramesBefore + 1} are wanted.");
    }

    /// <summary>max(0, x).</summary>
    private static class Rectifier
    {
        public static void Apply(Span<float> numbers)
        {
            int i = 0;
            for (; i <= numbers.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector.Max(new Vector<float>(numbers[i..]), Vector<float>.Zero).CopyTo(numbers[i..]);
            }

            for (; i < numbers.Length; i++)
            {
                numbers[i] = Math.Max(0, numbers[i]);
            }
        }
    }

    /// <summary>A 3x3 convolution of the picture doubled both ways.</summary>
    private sealed unsafe class Enlargement(StageContext context, string name) : IDisposable
    {
        private readonly Tensors.Convolutions.Convolution _convolution = context.Convolution(name, shape => shape with { Doubled = true });
        private readonly nint[] _pointer = new nint[1];

        public Frame Run(Frame frame)
        {
            (int height, int width) = _convolution.Shape.OutputSize(frame.Height, frame.Width);
            Frame output = context.Frames.Rent(height, width, _convolution.Shape.OutputChannels);
            _pointer[0] = (nint)frame.Data;
            _convolution.Run(context.Compute.Product, _pointer, frame.Height, frame.Width, output.Data);
            frame.Dispose();
            return output;
        }

        public void Dispose() => _convolution.Dispose();
    }

    /// <summary>Three convolutions over a frame and the one before it, plus the frame; zeros before the first.</summary>
    private sealed unsafe class MemoryBlock : IDisposable
    {
        private readonly StageContext _context;
        private readonly CausalConvolution[] _convolutions;
        private Frame? _before;

        public MemoryBlock(StageContext context, string name)
        {
            _context = context;
            _convolutions = [.. ((int[])[0, 2, 4]).Select(i => new CausalConvolution(context, $"{name}.conv.{i}"))];
        }

        /// <summary>Takes a frame, which it owns from here on.</summary>
        public Frame Push(Frame frame)
        {
            int channels = frame.Channels;
            Frame pair = _context.Frames.Rent(frame.Height, frame.Width, 2 * channels);
            Span<float> source = frame.Span, both = pair.Span;
            both.Clear();
            for (int pixel = 0; pixel < frame.Pixels; pixel++)
            {
                source.Slice(pixel * channels, channels).CopyTo(both[(pixel * 2 * channels)..]);
                _before?.Span.Slice(pixel * channels, channels).CopyTo(both[((pixel * 2 * channels) + channels)..]);
            }

            Frame hidden = _convolutions[0].Push(pair);
            Rectifier.Apply(hidden.Span);
            hidden = _convolutions[1].Push(hidden);
            Rectifier.Apply(hidden.Span);
            hidden = _convolutions[2].Push(hidden);
            RowKernels.AddScaled(_context.Compute.Pool, frame.Data, hidden.Data, hidden.Pixels, channels, null);
            Rectifier.Apply(hidden.Span);
            _before?.Dispose();
            _before = frame;
            return hidden;
        }

        public void Reset()
        {
            _before?.Dispose();
            _before = null;
        }

        public void Dispose()
        {
            Reset();
            Array.ForEach(_convolutions, convolution => convolution.Dispose());
        }
    }
}
