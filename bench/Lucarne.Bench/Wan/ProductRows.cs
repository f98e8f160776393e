using System.Diagnostics;
using Lucarne.Tensors.Attention;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Products.OneDnn;
using Lucarne.Tensors.Types;
using Lucarne.Wan;
using Lucarne.Wan.Pipelines;

namespace Lucarne.Bench.Wan;

/// <summary>Products by themselves: the peak that everything else is compared with, and the shapes of the 1.3B transformer beside oneDNN's binary32 product of the same shapes.</summary>
internal static unsafe class ProductRows
{
    private const int Runs = 8;
    private const double WarmSeconds = 0.5;
    private static readonly int[] AttentionTokens = [720, 3510];
    private static readonly (int Rows, int Columns, int Depth)[] Shapes = [(720, 1536, 1536), (720, 8960, 1536), (720, 1536, 8960)];

    /// <summary>Arithmetic a second of a plain product in binary32, both of the clock and of processor time.</summary>
    public static (double Clock, double Processor) Peak()
    {
        const int Side = 2048;
        using ComputeContext context = new(1L << 30);
        using NativeBuffer<float> a = Filled(context.Budget, Side * Side), b = Filled(context.Budget, Side * Side), c = new(context.Budget, Side * Side);
        Timing best = Timing.Of(() => context.Product.Multiply(a.Pointer, Side, b.Pointer, Side, c.Pointer, Side, Side, Side, Side), Runs);
        double operations = 2.0 * Side * Side * Side;
        return (operations / best.Seconds, operations / best.ProcessorSeconds);
    }

    /// <summary>Each shape on one thread, in each precision, and where oneDNN is there beside its own binary32 product.</summary>
    public static IEnumerable<Measurement> Measure()
    {
        foreach ((int rows, int columns, int depth) in Shapes)
        {
            foreach (Measurement measurement in Measure(rows, columns, depth))
            {
                yield return measurement;
            }
        }

        foreach (int tokens in AttentionTokens)
        {
            yield return MeasureAttention(tokens, ProductPrecision.F32);
            yield return MeasureAttention(tokens, ProductPrecision.BF16);
        }
    }

    // Two heads: others are the same again.
    private static Measurement MeasureAttention(int tokens, ProductPrecision precision)
    {
        const int Heads = 2, HeadSize = 128, Size = Heads * HeadSize;
        using ComputeContext context = new(1L << 30, threads: 1);
        using NativeBuffer<float> query = Filled(context.Budget, tokens * Size), key = Filled(context.Budget, tokens * Size), value = Filled(context.Budget, tokens * Size), output = new(context.Budget, (long)tokens * Size);
        double seconds = Seconds(() => context.Attention.Run(Rows(query), Rows(key), Rows(value), Rows(output), tokens, tokens, Heads, HeadSize, 1 / MathF.Sqrt(HeadSize), bias: null, precision));
        return Measurement.Of($"wan-attention-{tokens}-{WanArea.NameOf(precision)}", 4.0 * tokens * tokens * Size / seconds / 1e9, "GFLOP/s a thread");

        static HeadRows Rows(NativeBuffer<float> buffer) => new((nint)buffer.Pointer, Size, HeadSize);
    }

    private static List<Measurement> Measure(int rows, int columns, int depth)
    {
        string name = $"wan-product-{rows}x{columns}x{depth}";
        double operations = 2.0 * rows * columns * depth;
        using ComputeContext context = new(1L << 30, threads: 1);
        using NativeBuffer<float> x = Filled(context.Budget, rows * depth), w = Filled(context.Budget, (columns + 64) * depth), y = new(context.Budget, (long)rows * columns);
        StoredMatrix stored = new(ElementType.F32, (nint)w.Pointer, columns, depth);
        double managed = operations / Seconds(() => context.Product.Linear(x.Pointer, depth, rows, stored, null, y.Pointer, columns));
        List<Measurement> measurements = [Measurement.Of($"{name}-fp32", managed / 1e9, "GFLOP/s a thread")];
        if (OneDnnLibrary.Present is { } library)
        {
            using OneDnnProducts products = new(library, 1, context.Budget);
            OneDnnShape shape = new(ProductPrecision.F32, rows, columns, depth);
            if (products.Prepare(shape))
            {
                double other = operations / Seconds(() => products.Run(shape, 0, x.Pointer, w.Pointer, y.Pointer));
                measurements.Add(Measurement.AtLeast($"{name}-fp32-share-of-onednn", managed / other, "of oneDNN", 0.85));
            }
        }

        foreach (ProductPrecision precision in (ProductPrecision[])[ProductPrecision.BF16, ProductPrecision.I8])
        {
            using PackedMatrix packed = new(stored, precision, context.Pool, context.Budget);
            double packedSpeed = operations / Seconds(() => context.Product.Linear(x.Pointer, depth, rows, packed, null, y.Pointer, columns));
            measurements.Add(Measurement.Of($"{name}-{WanArea.NameOf(precision)}", packedSpeed / 1e9, "GFLOP/s a thread"));
        }

        return measurements;
    }

    // One thread: its processor time, whole. Before that it runs until the compiler has had time to make its best of the code.
    private static double Seconds(Action work)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < WarmSeconds;)
        {
            work();
        }

        return Timing.Of(work, Runs).ProcessorSeconds * Environment.ProcessorCount;
    }

    private static NativeBuffer<float> Filled(MemoryBudget budget, int length)
    {
        NativeBuffer<float> buffer = new(budget, length);
        GaussianNoise.Fill(9, 0, new Span<float>(buffer.Pointer, length));
        return buffer;
    }
}
