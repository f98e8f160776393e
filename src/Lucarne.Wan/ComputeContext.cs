using Lucarne.Tensors.Attention;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Threading;

namespace Lucarne.Wan;

/// <summary>What the models of one engine compute with: threads, memory and the operations that keep scratch memory. One forward pass at a time.</summary>
public sealed class ComputeContext : IDisposable
{
    /// <summary>Makes a context.</summary>
    /// <param name="memoryLimitBytes">Most native memory that models, activations and scratch may hold together; mapped weight files do not count.</param>
    /// <param name="threads">Threads; 0 takes one for each processor.</param>
    /// <param name="precision">Precision of the products in the transformer's blocks, which are nearly all of the work; everything else is binary32.</param>
    public ComputeContext(long memoryLimitBytes, int threads = 0, ProductPrecision precision = ProductPrecision.F32)
    {
        Precision = precision;
        Pool = new ComputePool(threads);
        Budget = new MemoryBudget("the Wan engine", memoryLimitBytes);
        Product = new MatrixProduct(Pool, Budget);
        Attention = new ScaledDotProduct(Pool, Budget);
    }

    /// <summary>Precision of the products in the transformer's blocks.</summary>
    public ProductPrecision Precision { get; }

    /// <summary>Threads.</summary>
    public ComputePool Pool { get; }

    /// <summary>Owner of all native memory.</summary>
    public MemoryBudget Budget { get; }

    /// <summary>Matrix products.</summary>
    public MatrixProduct Product { get; }

    /// <summary>Attention.</summary>
    public ScaledDotProduct Attention { get; }

    /// <summary>Frees scratch memory and ends the threads.</summary>
    public void Dispose()
    {
        Attention.Dispose();
        Product.Dispose();
        Pool.Dispose();
    }
}
