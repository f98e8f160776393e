using System.Runtime.Intrinsics.X86;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Products.OneDnn;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Tests;

public sealed unsafe class PackedProductTests
{
    private const int LimitBytes = 256 << 20;

    // Rows past one part and one chunk, columns and inputs that fill no block, and one of each.
    private static readonly (int Rows, int Columns, int Depth)[] Shapes =
        [(1, 1, 1), (3, 5, 2), (12, 64, 32), (13, 33, 257), (7, 300, 5), (260, 65, 300), (1030, 70, 40), (2, 520, 777)];

    public static TheoryData<bool> Kernels => [false, true];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_bfloat16_product_is_the_sum_of_its_rounded_factors(bool library)
    {
        OneDnnLibrary? oneDnn = Choose(library, l => l.ServesBF16);
        foreach ((int rows, int columns, int depth) in Shapes)
        {
            float[] x = Numbers(rows * depth, 1), w = Numbers(columns * depth, 2), bias = Numbers(columns, 3);
            float[] y = Product(oneDnn, ProductPrecision.BF16, x, w, bias, rows, columns, depth, threads: 2);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    double sum = bias[column], size = 0;
                    for (int k = 0; k < depth; k++)
                    {
                        double term = (double)Round(x[(row * depth) + k]) * Round(w[(column * depth) + k]);
                        sum += term;
                        size += Math.Abs(term);
                    }

                    Math.Abs(y[(row * columns) + column] - sum).ShouldBeLessThanOrEqualTo(1e-6 * (size + 1), $"{rows}x{columns}x{depth} at {row}, {column}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_bfloat16_product_is_within_the_rounding_of_the_full_one(bool library)
    {
        const int Rows = 40, Columns = 130, Depth = 1536;
        OneDnnLibrary? oneDnn = Choose(library, l => l.ServesBF16);
        float[] x = Numbers(Rows * Depth, 1), w = Numbers(Columns * Depth, 2), bias = Numbers(Columns, 3);

        double[] exact = Exact(x, w, bias, Rows, Columns, Depth, out double[] sizes);
        float[] y = Product(oneDnn, ProductPrecision.BF16, x, w, bias, Rows, Columns, Depth, 2);

        // Each factor has 8 bits: it is rounded by at most a 512th part.
        for (int i = 0; i < y.Length; i++)
        {
            Math.Abs(y[i] - exact[i]).ShouldBeLessThanOrEqualTo(sizes[i] * 2.02 / 512);
        }
    }

    [Fact]
    public void Every_int8_kernel_gives_the_bits_of_the_scalar_reference()
    {
        foreach ((int rows, int columns, int depth) in Shapes)
        {
            float[] reference = Int8<Int8Reference>(rows, columns, depth);

            Int8<Int8Kernel128>(rows, columns, depth).ShouldBe(reference);
            if (Avx2.IsSupported)
            {
                Int8<Int8Kernel256>(rows, columns, depth).ShouldBe(reference);
            }

            if (Avx512BW.IsSupported)
            {
                Int8<Int8Kernel512>(rows, columns, depth).ShouldBe(reference);
            }

            if (AvxVnni.IsSupported)
            {
                Int8<Int8KernelVnni>(rows, columns, depth).ShouldBe(reference);
            }
        }
    }

    [Fact]
    public void OneDnn_gives_the_same_bits_in_int8_as_managed_code()
    {
        OneDnnLibrary? oneDnn = Choose(library: true, l => l.ServesI8);
        foreach ((int rows, int columns, int depth) in Shapes)
        {
            float[] x = Numbers(rows * depth, 1), w = Numbers(columns * depth, 2), bias = Numbers(columns, 3);

            float[] managed = Product(null, ProductPrecision.I8, x, w, bias, rows, columns, depth, 2);

            Product(oneDnn, ProductPrecision.I8, x, w, bias, rows, columns, depth, 2).ShouldBe(managed, $"{rows}x{columns}x{depth}");
        }
    }

    [Theory]
    [InlineData(ProductPrecision.BF16)]
    [InlineData(ProductPrecision.I8)]
    public void OneDnn_has_a_fast_product_for_shapes_of_every_kind(ProductPrecision precision)
    {
        OneDnnLibrary oneDnn = Choose(library: true, l => precision == ProductPrecision.BF16 ? l.ServesBF16 : l.ServesI8)!;
        MemoryBudget budget = new("test", LimitBytes);
        using OneDnnProducts products = new(oneDnn, 2, budget);
        foreach ((int rows, int columns, int depth) in ((int, int, int)[])[.. Shapes, (256, 256, 1536), (208, 256, 8960), (256, 256, 5120), (182, 256, 13824)])
        {
            products.Prepare(new OneDnnShape(precision, Math.Min(rows, 256), Math.Min(columns, 256), depth)).ShouldBeTrue($"{rows}x{columns}x{depth}");
        }

        (budget.PeakBytes / 2).ShouldBeLessThan(OneDnnProducts.ScratchBytesOfThread);
    }

    [Fact]
    public void An_int8_product_is_within_half_a_step_of_each_factor()
    {
        const int Rows = 30, Columns = 70, Depth = 900;
        float[] x = Numbers(Rows * Depth, 1), w = Numbers(Columns * Depth, 2), bias = Numbers(Columns, 3);
        double[] exact = Exact(x, w, bias, Rows, Columns, Depth, out _);

        float[] y = Product(null, ProductPrecision.I8, x, w, bias, Rows, Columns, Depth, 2);

        // Numbers reach 1, so a step is 1/127 of both; half a step on each of Depth pairs.
        double worst = 0;
        for (int i = 0; i < y.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(y[i] - exact[i]));
        }

        worst.ShouldBeLessThan(Depth / 127.0);
        worst.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(ProductPrecision.BF16, false)]
    [InlineData(ProductPrecision.BF16, true)]
    [InlineData(ProductPrecision.I8, false)]
    [InlineData(ProductPrecision.I8, true)]
    public void Any_number_of_threads_gives_the_same_bits(ProductPrecision precision, bool library)
    {
        OneDnnLibrary? oneDnn = Choose(library, l => precision == ProductPrecision.BF16 ? l.ServesBF16 : l.ServesI8);
        float[] x = Numbers(300 * 600, 1), w = Numbers(520 * 600, 2), bias = Numbers(520, 3);
        float[] alone = Product(oneDnn, precision, x, w, bias, 300, 520, 600, 1);

        foreach (int threads in new[] { 2, 5 })
        {
            Product(oneDnn, precision, x, w, bias, 300, 520, 600, threads).ShouldBe(alone);
        }
    }

    [Theory]
    [InlineData(ElementType.F16, ProductPrecision.BF16)]
    [InlineData(ElementType.Q8_0, ProductPrecision.BF16)]
    [InlineData(ElementType.Q4_K, ProductPrecision.BF16)]
    [InlineData(ElementType.F16, ProductPrecision.I8)]
    [InlineData(ElementType.Q4_K, ProductPrecision.I8)]
    public void Stored_weights_are_packed_as_their_widened_numbers_are(ElementType type, ProductPrecision precision)
    {
        const int Rows = 9, Columns = 67, Depth = 768;
        byte[] stored = Stored(type, Columns * Depth);
        float[] widened = new float[Columns * Depth], x = Numbers(Rows * Depth, 1);
        fixed (byte* source = stored)
        fixed (float* target = widened)
        {
            Widening.ToF32(type, source, widened.Length, target);
        }

        float[] expected = Product(null, precision, x, widened, null, Rows, Columns, Depth, 2);
        float[] y;
        fixed (byte* wp = stored)
        {
            y = Product(null, precision, x, new StoredMatrix(type, (nint)wp, Columns, Depth), null, Rows, 2, 0);
        }

        y.ShouldBe(expected);
    }

    [Theory]
    [InlineData(ProductPrecision.BF16, false)]
    [InlineData(ProductPrecision.BF16, true)]
    [InlineData(ProductPrecision.I8, false)]
    [InlineData(ProductPrecision.I8, true)]
    public void A_packed_product_writes_nothing_outside_its_columns_and_keeps_what_is_not_a_number(ProductPrecision precision, bool library)
    {
        const int Rows = 5, Columns = 70, Depth = 48, Gap = 11;
        OneDnnLibrary? oneDnn = Choose(library, l => precision == ProductPrecision.BF16 ? l.ServesBF16 : l.ServesI8);
        float[] x = Numbers(Rows * Depth, 1), w = Numbers(Columns * Depth, 2);
        x[(3 * Depth) + 7] = float.NaN;
        float[] y;
        fixed (float* wp = w)
        {
            y = Product(oneDnn, precision, x, new StoredMatrix(ElementType.F32, (nint)wp, Columns, Depth), null, Rows, 2, Gap);
        }

        for (int i = 0; i < y.Length; i++)
        {
            (int row, int column) = (i / (Columns + Gap), i % (Columns + Gap));
            if (column >= Columns)
            {
                y[i].ShouldBe(-7f, $"row {row}, column {column}");
            }
            else
            {
                float.IsNaN(y[i]).ShouldBe(row == 3, $"row {row}, column {column}");
            }
        }
    }

    [Theory]
    [InlineData(ProductPrecision.BF16)]
    [InlineData(ProductPrecision.I8)]
    public void Packed_weights_and_scratch_take_the_memory_that_is_planned_for_them(ProductPrecision precision)
    {
        const int Rows = 1500, Columns = 130, Depth = 300, Threads = 3;
        float[] x = Numbers(Rows * Depth, 1), w = Numbers(Columns * Depth, 2), y = new float[Rows * Columns];
        MemoryBudget budget = new("test", LimitBytes);
        using ComputePool pool = new(Threads);
        using MatrixProduct product = new(pool, budget);
        long before = budget.UsedBytes;
        fixed (float* xp = x, wp = w, yp = y)
        {
            using PackedMatrix packed = new(new StoredMatrix(ElementType.F32, (nint)wp, Columns, Depth), precision, pool, budget);
            (budget.UsedBytes - before).ShouldBe(PackedMatrix.BytesOf(Columns, Depth, precision));

            product.Linear(xp, Depth, Rows, packed, null, yp, Columns);

            long scratch = budget.UsedBytes - before - PackedMatrix.BytesOf(Columns, Depth, precision);
            scratch.ShouldBeLessThanOrEqualTo(MatrixProduct.PackedScratchBytes(Rows, Depth, precision, Threads));
            scratch.ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData(ProductPrecision.BF16)]
    [InlineData(ProductPrecision.I8)]
    public void Packed_products_after_the_first_allocate_nothing(ProductPrecision precision)
    {
        float[] x = Numbers(64 * 64, 1), w = Numbers(64 * 64, 2), y = new float[64 * 64];
        using ComputePool pool = new(1);
        MemoryBudget budget = new("test", LimitBytes);
        using MatrixProduct product = new(pool, budget);
        fixed (float* xp = x, wp = w, yp = y)
        {
            using PackedMatrix packed = new(new StoredMatrix(ElementType.F32, (nint)wp, 64, 64), precision, pool, budget);
            product.Linear(xp, 64, 64, packed, null, yp, 64);
            long before = GC.GetAllocatedBytesForCurrentThread();
            product.Linear(xp, 64, 64, packed, null, yp, 64);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        }
    }

    private static OneDnnLibrary? Choose(bool library, Func<OneDnnLibrary, bool> serves)
    {
        if (!library)
        {
            return null;
        }

        if (OneDnnLibrary.Present is not { } present || !serves(present))
        {
            Assert.Skip("oneDNN (libdnnl2) is not installed here, or this processor has no instructions that it is used for.");
            return null;
        }

        return present;
    }

    private static float[] Product(OneDnnLibrary? oneDnn, ProductPrecision precision, float[] x, float[] w, float[]? bias, int rows, int columns, int depth, int threads)
    {
        fixed (float* wp = w)
        {
            return Product(oneDnn, precision, x, new StoredMatrix(ElementType.F32, (nint)wp, columns, depth), bias, rows, threads, 0);
        }
    }

    private static float[] Product(OneDnnLibrary? oneDnn, ProductPrecision precision, float[] x, StoredMatrix w, float[]? bias, int rows, int threads, int gap)
    {
        float[] y = new float[rows * (w.Rows + gap)];
        Array.Fill(y, -7f);
        MemoryBudget budget = new("test", LimitBytes);
        using ComputePool pool = new(threads);
        using MatrixProduct product = new(pool, budget, oneDnn);
        using PackedMatrix packed = new(w, precision, pool, budget);
        fixed (float* xp = x, bp = bias, yp = y)
        {
            product.Linear(xp, w.Columns, rows, packed, bp, yp, w.Rows + gap);
        }

        return y;
    }

    private static float[] Int8<TKernel>(int rows, int columns, int depth)
        where TKernel : struct, IInt8Kernel
    {
        float[] w = Numbers(columns * depth, 2), bias = Numbers(columns, 3), y = new float[rows * columns], scales = Numbers(rows, 4);
        int stride = PackedMatrix.RoundUp(depth, 64);
        byte[] x = [.. Numbers(rows * stride, 5).Select(v => (byte)((v * 127) + 128))];
        MemoryBudget budget = new("test", LimitBytes);
        using ComputePool pool = new(1);
        fixed (float* wp = w, bp = bias, yp = y, sp = scales)
        fixed (byte* xp = x)
        {
            using PackedMatrix packed = new(new StoredMatrix(ElementType.F32, (nint)wp, columns, depth), ProductPrecision.I8, pool, budget);
            Int8Product.Run<TKernel>(xp, stride, rows, packed, 0, columns, sp, bp, yp, columns);
        }

        return y;
    }

    private static double[] Exact(float[] x, float[] w, float[] bias, int rows, int columns, int depth, out double[] sizes)
    {
        double[] y = new double[rows * columns];
        sizes = new double[rows * columns];
        for (int i = 0; i < y.Length; i++)
        {
            (int row, int column) = (i / columns, i % columns);
            y[i] = bias[column];
            for (int k = 0; k < depth; k++)
            {
                double term = (double)x[(row * depth) + k] * w[(column * depth) + k];
                y[i] += term;
                sizes[i] += Math.Abs(term);
            }
        }

        return y;
    }

    private static float Round(float value) => Widening.FromBF16(Widening.ToBF16(value));

    private static float[] Numbers(int count, uint seed) => TestNumbers.Uniform(count, seed);

    // Random bytes with small finite scales, or halves.
    private static byte[] Stored(ElementType type, int elements)
    {
        byte[] bytes = new byte[type.Bytes(elements)];
        float[] numbers = Numbers(bytes.Length, 4);
        if (type == ElementType.F16)
        {
            for (int i = 0; i < elements; i++)
            {
                BitConverter.TryWriteBytes(bytes.AsSpan(2 * i), (Half)numbers[i]);
            }

            return bytes;
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(numbers[i] * 127);
        }

        for (int i = 0; i < bytes.Length; i += type.BlockBytes())
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(i), (Half)0.01f);
            if (type == ElementType.Q4_K)
            {
                BitConverter.TryWriteBytes(bytes.AsSpan(i + 2), (Half)0.02f);
            }
        }

        return bytes;
    }
}
