using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Lucarne.Tensors.Attention;
using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Tests;

/// <summary>The kernels as a machine without wide vectors would choose them: the same tests' process, started again with instruction sets switched off.</summary>
public sealed class VectorWidthTests
{
    private const string FileVariable = "LUCARNE_TENSORS_BITS_FILE";

    [Theory]
    [InlineData(256, "DOTNET_EnableAVX512")]
    [InlineData(128, "DOTNET_EnableAVX")]
    [InlineData(0, "DOTNET_EnableHWIntrinsic")]
    public async Task A_machine_with_narrower_vectors_multiplies_to_the_same_bits_and_sums_to_the_same_numbers(int widestBits, string switchedOff)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("lucarne-tensors-").FullName, "bits");
        ProcessStartInfo start = new("dotnet", [Assembly.GetExecutingAssembly().Location, "-method", $"{typeof(VectorWidthTests).FullName}.{nameof(A_product_agrees_with_its_sums_in_binary64)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [FileVariable] = file, [switchedOff] = "0" },
        };
        using Process child = Process.Start(start)!;
        string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        child.ExitCode.ShouldBe(0, output);
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        int.Parse(lines[0], CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(widestBits);
        (string hash, float[] sums, _) = Compute();
        lines[1].ShouldBe(hash, $"bits of the product with {switchedOff}=0");

        // Norms and attention add across lanes and blocks, whose number is the width's.
        float[] narrower = [.. lines[2].Split(' ').Select(text => float.Parse(text, CultureInfo.InvariantCulture))];
        narrower.Length.ShouldBe(sums.Length);
        narrower.Zip(sums, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-5f);
    }

    [Fact]
    public void A_product_agrees_with_its_sums_in_binary64()
    {
        (string hash, float[] sums, double difference) = Compute();

        difference.ShouldBeLessThan(1e-4);
        if (Environment.GetEnvironmentVariable(FileVariable) is { } file)
        {
            int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
            File.WriteAllLines(file, [bits.ToString(CultureInfo.InvariantCulture), hash, string.Join(' ', sums.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))]);
        }
    }

    private static unsafe (string Hash, float[] Sums, double Difference) Compute()
    {
        const int Rows = 37, Inner = 300, Columns = 29, Heads = 2, HeadSize = 20;
        using ComputePool pool = new(2);
        MemoryBudget budget = new("the test", 64 << 20);
        using MatrixProduct product = new(pool, budget);
        using ScaledDotProduct attention = new(pool, budget);
        float[] a = TestNumbers.Uniform(Rows * Inner, 1), b = TestNumbers.Uniform(Inner * Columns, 2), c = new float[Rows * Columns], normed = new float[a.Length];
        float[] query = TestNumbers.Uniform(Rows * Heads * HeadSize, 3), key = TestNumbers.Uniform(query.Length, 4), value = TestNumbers.Uniform(query.Length, 5), attended = new float[query.Length], gain = TestNumbers.Uniform(Inner, 6);
        fixed (float* x = a, y = b, z = c, n = normed, q = query, k = key, v = value, o = attended, g = gain)
        {
            product.Multiply(x, Inner, y, Columns, z, Columns, Rows, Columns, Inner);
            RowKernels.RmsNorm(pool, x, n, Rows, Inner, 1e-6f, g);
            RowKernels.GeluTanh(pool, n, n, Rows, Inner);
            nint row = Heads * HeadSize;
            attention.Run(new HeadRows((nint)q, row, HeadSize), new HeadRows((nint)k, row, HeadSize), new HeadRows((nint)v, row, HeadSize), new HeadRows((nint)o, row, HeadSize), Rows, Rows, Heads, HeadSize, 0.2f);
        }

        double most = 0;
        for (int i = 0; i < c.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < Inner; j++)
            {
                sum += (double)a[(i / Columns * Inner) + j] * b[(j * Columns) + (i % Columns)];
            }

            most = Math.Max(most, Math.Abs(sum - c[i]));
        }

        return (Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>([.. c, .. Packed(pool, budget, a, b, ProductPrecision.BF16), .. Packed(pool, budget, a, b, ProductPrecision.I8)]))), [.. normed, .. attended], most);
    }

    // Managed kernels alone: rounding is exact at every width, and so are int8 sums.
    private static unsafe float[] Packed(ComputePool pool, MemoryBudget budget, float[] x, float[] w, ProductPrecision precision)
    {
        const int Inner = 300;
        int rows = x.Length / Inner, columns = w.Length / Inner;
        float[] y = new float[rows * columns];
        using MatrixProduct product = new(pool, budget, oneDnn: null);
        fixed (float* xp = x, wp = w, yp = y)
        {
            using PackedMatrix packed = new(new StoredMatrix(ElementType.F32, (nint)wp, columns, Inner), precision, pool, budget);
            product.Linear(xp, Inner, rows, packed, null, yp, columns);
        }

        return y;
    }
}
