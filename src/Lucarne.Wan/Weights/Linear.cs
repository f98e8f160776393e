using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;

namespace Lucarne.Wan.Weights;

/// <summary>A linear layer: weights as they are stored in the file, bias widened.</summary>
internal sealed unsafe class Linear : IDisposable
{
    private readonly NativeBuffer<float>? _bias;

    /// <summary>Takes <c>name.weight</c> and, where there is one, <c>name.bias</c>.</summary>
    public Linear(WeightStore store, string name, MemoryBudget budget)
    {
        Weight = store[name + ".weight"].AsMatrix();
        if (store.TryGet(name + ".bias", out StoredTensor? bias))
        {
            _bias = new NativeBuffer<float>(budget, bias.Elements);
            bias.CopyTo(_bias.Pointer);
        }
    }

    /// <summary>[outputs, inputs].</summary>
    public StoredMatrix Weight { get; }

    /// <summary>y [rows, outputs] = x [rows, inputs] · weightᵀ + bias.</summary>
    public void Run(ComputeContext context, float* x, int rows, float* y) =>
        context.Product.Linear(x, Weight.Columns, rows, Weight, _bias is null ? null : _bias.Pointer, y, Weight.Rows);

    public void Dispose() => _bias?.Dispose();
}

/// <summary>A small tensor widened into memory of its own: a norm's gain, a modulation table.</summary>
internal static unsafe class SmallTensor
{
    public static NativeBuffer<float> Take(WeightStore store, string name, MemoryBudget budget)
    {
        StoredTensor tensor = store[name];
        NativeBuffer<float> buffer = new(budget, tensor.Elements);
        tensor.CopyTo(buffer.Pointer);
        return buffer;
    }
}
