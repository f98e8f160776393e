using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Lanes;
using Lucarne.Tensors.Threading;

namespace Lucarne.Tensors.Tests;

public sealed unsafe class RowKernelTests
{
    [Fact]
    public void The_exponential_is_within_two_units_in_the_last_place_and_the_same_at_every_width()
    {
        float[] x = [.. Enumerable.Range(-8800, 17600).Select(i => i * 0.01f)];
        float[] scalar = Map<Lanes1>(x), wide = Map<Lanes512>(x);

        wide.ShouldBe(scalar);
        Map<Lanes256>(x).ShouldBe(scalar);
        Map<Lanes128>(x).ShouldBe(scalar);
        for (int i = 0; i < x.Length; i++)
        {
            double exact = Math.Exp(x[i]);
            if (x[i] is > -87.3f and < 88f)
            {
                Math.Abs(scalar[i] - exact).ShouldBeLessThanOrEqualTo(2.4e-7 * exact, $"exp({x[i]})");
            }
        }
    }

    [Fact]
    public void The_exponential_of_what_is_not_a_number_is_not_one_either_at_any_width()
    {
        float[] x = [.. Enumerable.Repeat(float.NaN, 16)];

        foreach (float[] y in (float[][])[Map<Lanes1>(x), Map<Lanes128>(x), Map<Lanes256>(x), Map<Lanes512>(x)])
        {
            y.ShouldAllBe(v => float.IsNaN(v));
        }
    }

    [Fact]
    public void Layer_norm_gives_rows_of_mean_0_and_variance_1_before_gain_and_offset()
    {
        const int Rows = 37, Columns = 101;
        float[] x = TestNumbers.Uniform(Rows * Columns, 1, 5), gain = TestNumbers.Uniform(Columns, 2), offset = TestNumbers.Uniform(Columns, 3), y = new float[x.Length];
        using ComputePool pool = new(2);
        fixed (float* xp = x, yp = y, g = gain, o = offset)
        {
            RowKernels.LayerNorm(pool, xp, yp, Rows, Columns, 1e-6f, g, o, onePlusGain: true);
        }

        for (int row = 0; row < Rows; row++)
        {
            double[] line = [.. x.Skip(row * Columns).Take(Columns).Select(v => (double)v)];
            double mean = line.Average(), variance = line.Average(v => (v - mean) * (v - mean));
            for (int i = 0; i < Columns; i++)
            {
                double expected = ((line[i] - mean) / Math.Sqrt(variance + 1e-6) * (1 + gain[i])) + offset[i];
                ((double)y[(row * Columns) + i]).ShouldBe(expected, 1e-5);
            }
        }
    }

    [Fact]
    public void Gelu_and_silu_follow_their_definitions_and_run_in_place()
    {
        float[] x = TestNumbers.Uniform(1003, 1, 12), gelu = [.. x], silu = [.. x];
        using ComputePool pool = new(2);
        fixed (float* g = gelu, s = silu)
        {
            RowKernels.GeluTanh(pool, g, g, 17, 59);
            RowKernels.SiLU(pool, s, s, 17, 59);
        }

        for (int i = 0; i < 1003; i++)
        {
            double v = x[i];
            ((double)gelu[i]).ShouldBe(0.5 * v * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (v + (0.044715 * v * v * v)))), 4e-6);
            ((double)silu[i]).ShouldBe(v / (1 + Math.Exp(-v)), 4e-6);
        }
    }

    [Fact]
    public void Turning_by_an_angle_and_back_gives_the_vector_again_and_keeps_its_length()
    {
        const int Rows = 9, Heads = 3, Size = 10;
        float[] x = TestNumbers.Uniform(Rows * Heads * Size, 1), turned = [.. x], angles = TestNumbers.Uniform(Rows * Size / 2, 2, 3);
        float[] cosines = [.. angles.Select(MathF.Cos)], sines = [.. angles.Select(MathF.Sin)], back = [.. sines.Select(s => -s)];
        using ComputePool pool = new(1);
        fixed (float* t = turned, c = cosines, s = sines, b = back)
        {
            RowKernels.Rotate(pool, t, Rows, Heads, Size, c, s);
            turned.Sum(v => v * v).ShouldBe(x.Sum(v => v * v), 1e-3f);
            turned.ShouldNotBe(x);
            RowKernels.Rotate(pool, t, Rows, Heads, Size, c, b);
        }

        for (int i = 0; i < x.Length; i++)
        {
            turned[i].ShouldBe(x[i], 1e-6f);
        }
    }

    private static float[] Map<T>(float[] x)
        where T : struct, ILanes<T>
    {
        float[] y = new float[x.Length];
        fixed (float* source = x, target = y)
        {
            for (int i = 0; i < x.Length; i += T.Count)
            {
                LaneMath.Exp(T.Load(source + i)).Store(target + i);
            }
        }

        return y;
    }
}
