using FsCheck;
using FsCheck.Fluent;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Tests;

public sealed unsafe class ProductTests
{
    private static readonly (int Rows, int Columns, int Depth)[] Shapes =
        [(1, 1, 1), (12, 32, 8), (13, 33, 257), (7, 300, 5), (25, 31, 512), (130, 65, 300), (4081, 3, 2), (2, 520, 777)];

    [Fact]
    public void Every_vector_width_gives_the_bits_of_the_scalar_reference()
    {
        foreach ((int rows, int columns, int depth) in Shapes)
        {
            float[] x = Numbers(rows * depth, 1), w = Numbers(columns * depth, 2), bias = Numbers(columns, 3);
            float[] reference = Product<ReferenceKernel>(x, w, bias, rows, columns, depth, threads: 1);

            Product<Kernel128>(x, w, bias, rows, columns, depth, 1).ShouldBe(reference);
            Product<Kernel256>(x, w, bias, rows, columns, depth, 1).ShouldBe(reference);
            Product<Kernel512>(x, w, bias, rows, columns, depth, 1).ShouldBe(reference);
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        float[] x = Numbers(130 * 600, 1), w = Numbers(520 * 600, 2), bias = Numbers(520, 3);
        float[] alone = Product<Kernel256>(x, w, bias, 130, 520, 600, 1);

        foreach (int threads in new[] { 2, 3, 5 })
        {
            Product<Kernel256>(x, w, bias, 130, 520, 600, threads).ShouldBe(alone);
        }
    }

    [Fact]
    public void A_linear_layer_equals_the_sum_in_double_precision() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(
            (from rows in Gen.Choose(0, 40) from columns in Gen.Choose(1, 90) from depth in Gen.Choose(1, 600) select (rows, columns, depth)).ToArbitrary(),
            shape =>
            {
                (int rows, int columns, int depth) = shape;
                float[] x = Numbers(rows * depth, 1), w = Numbers(columns * depth, 2), bias = Numbers(columns, 3);
                float[] y = Linear(x, w, bias, rows, columns, depth);
                for (int row = 0; row < rows; row++)
                {
                    for (int column = 0; column < columns; column++)
                    {
                        double sum = bias[column], size = 0;
                        for (int k = 0; k < depth; k++)
                        {
                            double term = (double)x[(row * depth) + k] * w[(column * depth) + k];
                            sum += term;
                            size += Math.Abs(term);
                        }

                        Math.Abs(y[(row * columns) + column] - sum).ShouldBeLessThanOrEqualTo(1e-6 * (size + 1));
                    }
                }
            }));

    [Theory]
    [InlineData(ElementType.F16)]
    [InlineData(ElementType.BF16)]
    [InlineData(ElementType.F8E4M3)]
    [InlineData(ElementType.Q8_0)]
    [InlineData(ElementType.Q4_K)]
    public void Stored_weights_give_the_product_of_their_widened_numbers(ElementType type)
    {
        const int Rows = 19, Columns = 37, Depth = 768;
        byte[] stored = Bytes((int)type.Bytes(Columns * Depth), 4, type);
        float[] widened = new float[Columns * Depth], x = Numbers(Rows * Depth, 1);
        fixed (byte* source = stored)
        fixed (float* target = widened)
        {
            Widening.ToF32(type, source, widened.Length, target);
        }

        using ComputePool pool = new(2);
        using MatrixProduct product = new(pool, new MemoryBudget("test", 64 << 20));
        float[] y = new float[Rows * Columns];
        fixed (float* xp = x, yp = y)
        fixed (byte* wp = stored)
        {
            product.Linear(xp, Depth, Rows, new StoredMatrix(type, (nint)wp, Columns, Depth), null, yp, Columns);
        }

        y.ShouldBe(Linear(x, widened, null, Rows, Columns, Depth));
    }

    [Fact]
    public void A_product_writes_nothing_outside_its_rows_and_columns()
    {
        const int Rows = 13, Columns = 33, Depth = 40, Stride = 50;
        float[] a = Numbers(Rows * Depth, 1), b = Numbers(Depth * Columns, 2), c = new float[Rows * Stride];
        Array.Fill(c, float.NaN);
        using ComputePool pool = new(2);
        using MatrixProduct product = new(pool, new MemoryBudget("test", 64 << 20));
        fixed (float* ap = a, bp = b, cp = c)
        {
            product.Multiply(ap, Depth, bp, Columns, cp, Stride, Rows, Columns, Depth);
        }

        for (int i = 0; i < c.Length; i++)
        {
            float.IsNaN(c[i]).ShouldBe(i % Stride >= Columns, $"element {i}");
        }
    }

    [Fact]
    public void Products_after_the_first_allocate_nothing()
    {
        float[] x = Numbers(64 * 64, 1), w = Numbers(64 * 64, 2), y = new float[64 * 64];
        using ComputePool pool = new(1);
        using MatrixProduct product = new(pool, new MemoryBudget("test", 64 << 20));
        fixed (float* xp = x, wp = w, yp = y)
        {
            StoredMatrix weights = new(ElementType.F32, (nint)wp, 64, 64);
            product.Linear(xp, 64, 64, weights, null, yp, 64);
            long before = GC.GetAllocatedBytesForCurrentThread();
            product.Linear(xp, 64, 64, weights, null, yp, 64);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        }
    }

    private static float[] Product<TKernel>(float[] x, float[] w, float[] bias, int rows, int columns, int depth, int threads)
        where TKernel : struct, IMicroKernel
    {
        float[] y = new float[rows * columns];
        using ComputePool pool = new(threads);
        using ProductScratch scratch = new(pool, new MemoryBudget("test", 64 << 20));
        fixed (float* xp = x, wp = w, bp = bias, yp = y)
        {
            BlockedProduct<TKernel, LinesSource, LinesSource>.Run(scratch, new LinesSource(xp, depth), new LinesSource(wp, depth), rows, columns, depth, bp, yp, columns);
        }

        return y;
    }

    private static float[] Linear(float[] x, float[] w, float[]? bias, int rows, int columns, int depth)
    {
        float[] y = new float[rows * columns];
        using ComputePool pool = new(2);
        using MatrixProduct product = new(pool, new MemoryBudget("test", 64 << 20));
        fixed (float* xp = x, wp = w, bp = bias, yp = y)
        {
            product.Linear(xp, depth, rows, new StoredMatrix(ElementType.F32, (nint)wp, columns, depth), bp, yp, columns);
        }

        return y;
    }

    private static float[] Numbers(int count, uint seed) => TestNumbers.Uniform(count, seed);

    // Random bytes, with the scales of block formats set to small finite numbers.
    private static byte[] Bytes(int count, uint seed, ElementType type)
    {
        byte[] bytes = new byte[count];
        float[] numbers = Numbers(count, seed);
        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)(numbers[i] * 127);
        }

        int step = type.BlockBytes();
        for (int i = 0; i + step <= count; i += step)
        {
            switch (type)
            {
                case ElementType.Q8_0:
                    BitConverter.TryWriteBytes(bytes.AsSpan(i), (Half)0.01f);
                    break;
                case ElementType.Q4_K:
                    BitConverter.TryWriteBytes(bytes.AsSpan(i), (Half)0.01f);
                    BitConverter.TryWriteBytes(bytes.AsSpan(i + 2), (Half)0.02f);
                    break;
                case ElementType.F8E4M3:
                    bytes[i] = (bytes[i] & 0x7F) == 0x7F ? (byte)0x10 : bytes[i];
                    break;
                default:
                    bytes[i + 1] = (byte)((bytes[i + 1] & 0x80) | 0x3C);
                    break;
            }
        }

        return bytes;
    }
}
