using Lucarne.Tensors.Memory;

namespace Lucarne.Wan.Transformer;

/// <summary>Keys and values of the frames that a causal model has seen, layer by layer; the oldest go when it is full, but for the sink.</summary>
public sealed class KeyValueCache : IDisposable
{
    /// <summary>Takes the memory.</summary>
    /// <param name="config">Sizes of the model.</param>
    /// <param name="tokens">Tokens that it holds.</param>
    /// <param name="sinkTokens">First tokens of the video, which are never evicted; less than <paramref name="tokens"/>.</param>
    /// <param name="budget">Owner: layers · tokens · size · 2 floats.</param>
    public KeyValueCache(WanTransformerConfig config, int tokens, int sinkTokens, MemoryBudget budget)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(sinkTokens);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sinkTokens, tokens);
        Layers = new KeyValueLayer[config.Layers];
        for (int layer = 0; layer < Layers.Length; layer++)
        {
            Layers[layer] = new KeyValueLayer(budget, tokens, sinkTokens, config.Size);
        }
    }

    internal KeyValueLayer[] Layers { get; }

    /// <summary>Tokens held.</summary>
    public int Count => Layers[0].Count;

    /// <summary>Copies one layer's keys and values, each [count, size].</summary>
    public (float[] Keys, float[] Values) Snapshot(int layer) => Layers[layer].Snapshot();

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        foreach (KeyValueLayer layer in Layers)
        {
            layer.Dispose();
        }
    }
}

/// <summary>One layer of a <see cref="KeyValueCache"/>.</summary>
internal sealed unsafe class KeyValueLayer : IDisposable
{
    private readonly NativeBuffer<float> _keys;
    private readonly NativeBuffer<float> _values;
    private readonly int _capacity;
    private readonly int _sink;
    private readonly int _size;
    private long _end;

    public KeyValueLayer(MemoryBudget budget, int tokens, int sinkTokens, int size)
    {
        _capacity = tokens;
        _sink = sinkTokens;
        _size = size;
        _keys = new NativeBuffer<float>(budget, (long)tokens * size);
        _values = new NativeBuffer<float>(budget, (long)tokens * size);
    }

    public int Count { get; private set; }

    /// <summary>Makes room for the tokens at a position of the video: anew, or over what an earlier pass wrote at the same position.</summary>
    /// <returns>Keys and values from the first held to the last new one, and how many they are; the new ones are last and yet to be written.</returns>
    public KeyValueRows Append(int position, int tokens)
    {
        long end = (long)position + tokens;
        if (end > _end)
        {
            int evicted = Math.Max(0, Count + tokens - _capacity), kept = Count - evicted - _sink;
            if (evicted > 0)
            {
                if (kept < 0)
                {
                    throw new InvalidOperationException($"A cache of {_capacity} tokens with a sink of {_sink} has no room for {tokens} new ones.");
                }

                Roll(_keys.Pointer, evicted, kept);
                Roll(_values.Pointer, evicted, kept);
            }

            Count += (int)(end - _end) - evicted;
            _end = end;
        }

        return new KeyValueRows(_keys.Pointer, _values.Pointer, Count);
    }

    public (float[] Keys, float[] Values) Snapshot() =>
        (new Span<float>(_keys.Pointer, Count * _size).ToArray(), new Span<float>(_values.Pointer, Count * _size).ToArray());

    public void Dispose()
    {
        _keys.Dispose();
        _values.Dispose();
    }

    private void Roll(float* rows, int evicted, int kept)
    {
        long bytes = (long)kept * _size * sizeof(float);
        float* target = rows + ((long)_sink * _size);
        Buffer.MemoryCopy(target + ((long)evicted * _size), target, bytes, bytes);
    }
}

/// <summary>Rows of keys and values, [count, size] each.</summary>
internal readonly unsafe struct KeyValueRows(float* keys, float* values, int count)
{
    public void Deconstruct(out float* k, out float* v, out int n)
    {
        k = keys;
        v = values;
        n = count;
    }
}
