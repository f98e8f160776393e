using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Rendering.Effects;
using Lucarne.Diorama.Rendering.Simd;
using VF = System.Numerics.Vector<float>;
using VI = System.Numerics.Vector<int>;

namespace Lucarne.Diorama.Tests.Rendering;

public sealed unsafe class LanesTests
{
    public static TheoryData<float> Values => [0.001f, 0.18f, 0.5f, 0.99f, 1f, 1.5f, 2f, 3.14159f, 17f, 900f];

    [Theory]
    [MemberData(nameof(Values))]
    public void Vector_functions_agree_with_the_library(float x)
    {
        Lanes.Exp2(new VF(x / 10))[0].ShouldBe(MathF.Pow(2, x / 10), 1e-5f * MathF.Pow(2, x / 10));
        Lanes.Exp2(new VF(-x / 10))[0].ShouldBe(MathF.Pow(2, -x / 10), 1e-5f);
        Lanes.Log2(new VF(x))[0].ShouldBe(MathF.Log2(x), 1e-4f);
        Lanes.InverseSqrt(new VF(x))[0].ShouldBe(1 / MathF.Sqrt(x), 1e-4f / MathF.Sqrt(x));
        Lanes.SinTurns(new VF(x))[0].ShouldBe(MathF.Sin(MathF.Tau * (x - MathF.Floor(x))), 2e-3f);
    }

    [Fact]
    public void Splitting_and_widening_put_values_where_they_belong()
    {
        float* row = stackalloc float[64];
        for (int i = 0; i < 64; i++)
        {
            row[i] = i;
        }

        Lanes.Split(row, out VF even, out VF odd);
        Lanes.Twice(row, out VF left, out VF right);
        VF wide = Lanes.Widen(row);
        for (int lane = 0; lane < VF.Count; lane++)
        {
            even[lane].ShouldBe(2 * lane);
            odd[lane].ShouldBe((2 * lane) + 1);
            left[lane].ShouldBe(lane / 2);
            right[lane].ShouldBe((lane / 2) + 1);

            // Column c of the wide row lies at (c + ½) / 2 − ½ of the narrow one, which starts one value earlier
            wide[lane].ShouldBe(((lane + 0.5f) / 2) - 0.5f + 1, 1e-5f);
        }
    }

    [Fact]
    public void Gathering_takes_each_lane_from_its_own_place()
    {
        float* values = stackalloc float[100];
        for (int i = 0; i < 100; i++)
        {
            values[i] = 1000 + i;
        }

        VF gathered = Lanes.Gather(values, (VI.Indices * new VI(5)) + VI.One);
        for (int lane = 0; lane < VF.Count; lane++)
        {
            gathered[lane].ShouldBe(1001 + (5 * lane));
        }
    }

    [Fact]
    public void The_tone_curve_keeps_greys_grey_and_never_falls()
    {
        float before = -1;
        for (float light = 0.001f; light < 40; light *= 1.15f)
        {
            ToneCurve.Apply(new VF(light), new VF(light), new VF(light), out VF r, out VF g, out VF b);

            g[0].ShouldBe(r[0], 0.004f);
            b[0].ShouldBe(r[0], 0.004f);
            r[0].ShouldBeGreaterThanOrEqualTo(before - 1e-3f);
            before = r[0];
        }

        before.ShouldBeGreaterThan(0.97f);
    }

    [Fact]
    public void Waves_of_the_picture_are_the_waves_that_bodies_float_on()
    {
        WaveField waves = new(new Water { LevelM = 0.4f, WaveHeightM = 0.5f, WaveLengthM = 5 });
        for (int i = 0; i < 100; i++)
        {
            float x = (i * 1.7f) - 60, z = (i * -2.3f) + 40;
            WaveSample expected = waves.Sample(x, z, 3.2);

            waves.SampleWide(new VF(x), new VF(z), 3.2, VF.Zero, out VF slopeX, out VF slopeZ, out VF height);

            height[0].ShouldBe(expected.HeightM - 0.4f, 0.01f);
            slopeX[0].ShouldBe(-expected.Normal.X / expected.Normal.Y, 0.03f);
            slopeZ[0].ShouldBe(-expected.Normal.Z / expected.Normal.Y, 0.03f);
        }
    }

    [Fact]
    public void Water_rises_and_falls_by_no_more_than_its_wave_height()
    {
        WaveField waves = new(new Water { WaveHeightM = 0.5f, WaveLengthM = 5 });
        float[] heights = [.. Enumerable.Range(0, 4000).Select(i => waves.Height(i * 0.37f, i * 0.11f, i * 0.05))];

        (heights.Max() - heights.Min()).ShouldBeInRange(0.25f, 0.5f);
        heights.Average().ShouldBe(0, 0.02f);
        WaveSample a = waves.Sample(1, 2, 1.0), b = waves.Sample(1, 2, 1.001);
        ((b.HeightM - a.HeightM) / 0.001f).ShouldBe(a.RiseMps, 0.05f);
    }
}
