using Lucarne.Tensors.Memory;

namespace Lucarne.Wan.Autoencoder;

/// <summary>One frame inside the autoencoder, [height, width, channels], in memory that a pool lends.</summary>
internal sealed unsafe class Frame(FramePool pool, NativeBuffer<float> buffer, int height, int width, int channels) : IDisposable
{
    private bool _returned;

    public int Height => height;

    public int Width => width;

    public int Channels => channels;

    public int Pixels => height * width;

    public float* Data => buffer.Pointer;

    /// <summary>The numbers as a span.</summary>
    public Span<float> Span => buffer.Slice(0, height * width * channels);

    /// <summary>Gives the memory back to the pool.</summary>
    public void Dispose()
    {
        if (!_returned)
        {
            _returned = true;
            pool.Return(buffer);
        }
    }
}

/// <summary>Lends frames of the few sizes that a network uses over and over.</summary>
internal sealed class FramePool(MemoryBudget budget) : IDisposable
{
    private readonly Dictionary<long, Stack<NativeBuffer<float>>> _free = [];

    public Frame Rent(int height, int width, int channels)
    {
        long length = (long)height * width * channels;
        NativeBuffer<float> buffer = _free.TryGetValue(length, out Stack<NativeBuffer<float>>? stack) && stack.TryPop(out NativeBuffer<float>? free) ? free : new NativeBuffer<float>(budget, length);
        return new Frame(this, buffer, height, width, channels);
    }

    public void Return(NativeBuffer<float> buffer)
    {
        if (!_free.TryGetValue(buffer.Length, out Stack<NativeBuffer<float>>? stack))
        {
            _free.Add(buffer.Length, stack = new Stack<NativeBuffer<float>>());
        }

        stack.Push(buffer);
    }

    public void Dispose()
    {
        foreach (NativeBuffer<float> buffer in _free.Values.SelectMany(stack => stack))
        {
            buffer.Dispose();
        }

        _free.Clear();
    }
}
