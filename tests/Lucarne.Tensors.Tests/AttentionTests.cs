using Lucarne.Tensors.Attention;
using Lucarne.Tensors.Lanes;
using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Products.OneDnn;
using Lucarne.Tensors.Threading;
using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Tests;

public sealed unsafe class AttentionTests
{
    private delegate void Runner(ScaledDotProduct attention, in HeadRows q, in HeadRows k, in HeadRows v, in HeadRows o, int queries, int keys, int heads, int size, float scale, float* bias);

    private static readonly Dictionary<string, Runner> Widths = new(StringComparer.Ordinal)
    {
        ["512"] = (ScaledDotProduct a, in HeadRows q, in HeadRows k, in HeadRows v, in HeadRows o, int n, int m, int h, int s, float scale, float* b) => a.Run<Kernel512, Lanes512>(q, k, v, o, n, m, h, s, scale, b),
        ["256"] = (ScaledDotProduct a, in HeadRows q, in HeadRows k, in HeadRows v, in HeadRows o, int n, int m, int h, int s, float scale, float* b) => a.Run<Kernel256, Lanes256>(q, k, v, o, n, m, h, s, scale, b),
        ["128"] = (ScaledDotProduct a, in HeadRows q, in HeadRows k, in HeadRows v, in HeadRows o, int n, int m, int h, int s, float scale, float* b) => a.Run<Kernel128, Lanes128>(q, k, v, o, n, m, h, s, scale, b),
        ["scalar"] = (ScaledDotProduct a, in HeadRows q, in HeadRows k, in HeadRows v, in HeadRows o, int n, int m, int h, int s, float scale, float* b) => a.Run<ReferenceKernel, Lanes1>(q, k, v, o, n, m, h, s, scale, b),
        ["bf16"] = (ScaledDotProduct a, in HeadRows q, in HeadRows k, in HeadRows v, in HeadRows o, int n, int m, int h, int s, float scale, float* b) => a.Run(q, k, v, o, n, m, h, s, scale, b, ProductPrecision.BF16),
        ["chosen"] = (ScaledDotProduct a, in HeadRows q, in HeadRows k, in HeadRows v, in HeadRows o, int n, int m, int h, int s, float scale, float* b) => a.Run(q, k, v, o, n, m, h, s, scale, b),
    };

    public static TheoryData<string, int, int, int, int, bool> Cases
    {
        get
        {
            TheoryData<string, int, int, int, int, bool> cases = [];
            foreach (string width in Widths.Keys.Where(name => name != "bf16"))
            {
                cases.Add(width, 1, 1, 1, 1, false);
                cases.Add(width, 5, 300, 2, 20, false);
                cases.Add(width, 150, 7, 3, 16, true);
                cases.Add(width, 40, 520, 1, 128, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Attention_equals_softmax_of_all_scores_in_double_precision(string width, int queries, int keys, int heads, int size, bool withBias)
    {
        float[] q = Numbers(queries * heads * size, 1, 3), k = Numbers(keys * heads * size, 2, 3), v = Numbers(keys * heads * size, 3, 1);
        float[] bias = Numbers(heads * keys * queries, 4, 2), output = Run(width, q, k, v, withBias ? bias : null, queries, keys, heads, size, threads: 2);
        for (int head = 0; head < heads; head++)
        {
            for (int i = 0; i < queries; i++)
            {
                double[] scores = new double[keys];
                for (int j = 0; j < keys; j++)
                {
                    for (int d = 0; d < size; d++)
                    {
                        scores[j] += (double)q[(((i * heads) + head) * size) + d] * k[(((j * heads) + head) * size) + d];
                    }

                    scores[j] = (scores[j] / Math.Sqrt(size)) + (withBias ? bias[(((head * keys) + j) * queries) + i] : 0);
                }

                double highest = scores.Max(), total = scores.Sum(s => Math.Exp(s - highest));
                for (int d = 0; d < size; d++)
                {
                    double expected = 0;
                    for (int j = 0; j < keys; j++)
                    {
                        expected += Math.Exp(scores[j] - highest) / total * v[(((j * heads) + head) * size) + d];
                    }

                    ((double)output[(((i * heads) + head) * size) + d]).ShouldBe(expected, 2e-6);
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(5, 300, 2, 20)]
    [InlineData(300, 7, 3, 16)]
    [InlineData(140, 611, 2, 128)]
    public void In_bfloat16_it_is_the_attention_of_the_rounded_numbers(int queries, int keys, int heads, int size)
    {
        OneDnnIsThere();
        float[] q = Rounded(Numbers(queries * heads * size, 1, 3)), k = Rounded(Numbers(keys * heads * size, 2, 3)), v = Rounded(Numbers(keys * heads * size, 3, 1));

        float[] output = Run("chosen", q, k, v, null, queries, keys, heads, size, 2), rounded = Run("bf16", q, k, v, null, queries, keys, heads, size, 2);

        // What is left is the rounding of the weights to 8 bits.
        output.Zip(rounded, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1 / 256f);
        if (keys > 1)
        {
            rounded.ShouldNotBe(output);
        }
    }

    [Fact]
    public void In_bfloat16_any_number_of_threads_gives_the_same_bits_and_the_output_may_take_the_place_of_the_queries()
    {
        OneDnnIsThere();
        float[] q = Numbers(300 * 40, 1, 3), k = Numbers(500 * 40, 2, 3), v = Numbers(500 * 40, 3, 1);
        float[] alone = Run("bf16", q, k, v, null, 300, 500, 2, 20, threads: 1);

        Run("bf16", q, k, v, null, 300, 500, 2, 20, threads: 3).ShouldBe(alone);
        using ComputePool pool = new(2);
        using ScaledDotProduct attention = new(pool, new MemoryBudget("test", 64 << 20));
        fixed (float* qp = q, kp = k, vp = v)
        {
            HeadRows rows = new((nint)qp, 40, 20);
            attention.Run(rows, new HeadRows((nint)kp, 40, 20), new HeadRows((nint)vp, 40, 20), rows, 300, 500, 2, 20, 1f / MathF.Sqrt(20), null, ProductPrecision.BF16);
        }

        q.ShouldBe(alone);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        float[] q = Numbers(300 * 40, 1, 3), k = Numbers(500 * 40, 2, 3), v = Numbers(500 * 40, 3, 1);
        float[] alone = Run("chosen", q, k, v, null, 300, 500, 2, 20, threads: 1);

        Run("chosen", q, k, v, null, 300, 500, 2, 20, threads: 3).ShouldBe(alone);
    }

    private static float[] Run(string width, float[] q, float[] k, float[] v, float[]? bias, int queries, int keys, int heads, int size, int threads)
    {
        float[] output = new float[queries * heads * size];
        using ComputePool pool = new(threads);
        using ScaledDotProduct attention = new(pool, new MemoryBudget("test", 64 << 20));
        fixed (float* qp = q, kp = k, vp = v, op = output, bp = bias)
        {
            nint row = heads * size;
            Widths[width](attention, new HeadRows((nint)qp, row, size), new HeadRows((nint)kp, row, size), new HeadRows((nint)vp, row, size), new HeadRows((nint)op, row, size), queries, keys, heads, size, 1f / MathF.Sqrt(size), bp);
        }

        return output;
    }

    private static void OneDnnIsThere()
    {
        if (OneDnnLibrary.Present is not { ServesBF16: true })
        {
            Assert.Skip("oneDNN (libdnnl2) is not installed here, or this processor has no instructions that it is used for.");
        }
    }

    private static float[] Rounded(float[] numbers) => [.. numbers.Select(v => Widening.FromBF16(Widening.ToBF16(v)))];

    private static float[] Numbers(int count, uint seed, float span) => TestNumbers.Uniform(count, seed, span);
}
