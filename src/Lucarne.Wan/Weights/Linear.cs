using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;

namespace Lucarne.Wan.Weights;

/// <summary>A linear layer: weights as they are stored in the file, or packed for the precision of the context; bias widened.</summary>
internal sealed unsafe class Linear : IDisposable
{
    private readonly NativeBuffer<float>? _bias;
    private readonly PackedMatrix? _packed;

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

    /// <summary>As the other, and packs the weights where the context computes in less than binary32.</summary>
    public Linear(WeightStore store, string name, ComputeContext context)
        : this(store, name, context.Budget)
    {
        if (context.Precision != ProductPrecision.F32)
        {
            _packed = new PackedMatrix(Weight, context.Precision, context.Pool, context.Budget);
        }
    }

    /// <summary>[outputs, inputs].</summary>
    public StoredMatrix Weight { get; }

    /// <summary>y [rows, outputs] = x [rows, inputs] · weightᵀ + bias.</summary>
    public void Run(ComputeContext context, float* x, int rows, float* y)
    {
        float* bias = _bias is null ? null : _bias.Pointer;
        if (_packed is null)
        {
            context.Product.Linear(x, Weight.Columns, rows, Weight, bias, y, Weight.Rows);
        }
        else
        {
            context.Product.Linear(x, Weight.Columns, rows, _packed, bias, y, Weight.Rows);
        }
    }

    public void Dispose()
    {
        _bias?.Dispose();
        _packed?.Dispose();
    }
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
