using Lucarne.Tensors.Memory;

namespace Lucarne.Wan.Transformer;

/// <summary>Text and image tokens, projected for one transformer, with each block's keys and values of them. Made once a prompt, used at every step.</summary>
public sealed unsafe class Conditioning : IDisposable
{
    private readonly NativeBuffer<float> _text;
    private readonly NativeBuffer<float>? _image;

    internal Conditioning(MemoryBudget budget, int size, int textRows, int imageRows)
    {
        TextRows = textRows;
        ImageRows = imageRows;
        _text = new NativeBuffer<float>(budget, (long)textRows * size);
        _image = imageRows > 0 ? new NativeBuffer<float>(budget, (long)imageRows * size) : null;
    }

    /// <summary>Rows of text, padding included.</summary>
    public int TextRows { get; }

    /// <summary>Rows of image tokens.</summary>
    public int ImageRows { get; }

    internal float* Text => _text.Pointer;

    internal float* Image => _image is null ? null : _image.Pointer;

    internal List<CrossMemory> Blocks { get; } = [];

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        _text.Dispose();
        _image?.Dispose();
        foreach (CrossMemory memory in Blocks)
        {
            memory.Dispose();
        }

        Blocks.Clear();
    }
}

/// <summary>One block's keys and values of text and image.</summary>
internal sealed unsafe class CrossMemory : IDisposable
{
    private readonly NativeBuffer<float> _buffer;

    public CrossMemory(MemoryBudget budget, int size, int rows, int imageRows)
    {
        Rows = rows;
        ImageRows = imageRows;
        long text = (long)rows * size, image = (long)imageRows * size;
        _buffer = new NativeBuffer<float>(budget, 2 * (text + image));
        Keys = _buffer.Pointer;
        Values = Keys + text;
        ImageKeys = Values + text;
        ImageValues = ImageKeys + image;
    }

    public int Rows { get; }

    public int ImageRows { get; }

    public float* Keys { get; }

    public float* Values { get; }

    public float* ImageKeys { get; }

    public float* ImageValues { get; }

    public void Dispose() => _buffer.Dispose();
}
