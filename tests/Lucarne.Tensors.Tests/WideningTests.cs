using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Tests;

public sealed unsafe class WideningTests
{
    [Fact]
    public void Every_binary16_widens_to_the_number_it_stands_for()
    {
        ushort[] all = [.. Enumerable.Range(0, 65536).Select(i => (ushort)i)];
        float[] widened = Widen(ElementType.F16, all);

        for (int i = 0; i < all.Length; i++)
        {
            widened[i].ShouldBe((float)BitConverter.UInt16BitsToHalf(all[i]), $"bits {i:X4}");
        }
    }

    [Fact]
    public void Every_bfloat16_widens_to_the_upper_half_of_a_binary32_and_back()
    {
        ushort[] all = [.. Enumerable.Range(0, 65536).Select(i => (ushort)i)];
        float[] widened = Widen(ElementType.BF16, all);

        for (int i = 0; i < all.Length; i++)
        {
            if (float.IsNaN(widened[i]))
            {
                float.IsNaN(Widening.FromBF16(Widening.ToBF16(widened[i]))).ShouldBeTrue();
            }
            else
            {
                Widening.ToBF16(widened[i]).ShouldBe(all[i]);
            }
        }
    }

    [Theory]
    [InlineData(0.0f, 0x00)]
    [InlineData(1.0f, 0x38)]
    [InlineData(448.0f, 0x7E)]
    [InlineData(-448.0f, 0xFE)]
    [InlineData(0.001953125f, 0x01)]
    public void E4M3_numbers_are_those_of_the_OCP_table(float value, int code)
    {
        Widen(ElementType.F8E4M3, [(byte)code])[0].ShouldBe(value);
    }

    [Fact]
    public void E4M3_has_no_infinity_and_E5M2_has()
    {
        float.IsNaN(Widen(ElementType.F8E4M3, [0x7F])[0]).ShouldBeTrue();
        Widen(ElementType.F8E5M2, [0x7C])[0].ShouldBe(float.PositiveInfinity);
        Widen(ElementType.F8E5M2, [0x3C])[0].ShouldBe(1f);
    }

    [Fact]
    public void Rounding_to_bfloat16_takes_the_nearest_and_ties_to_even()
    {
        Widening.FromBF16(Widening.ToBF16(1.00390625f)).ShouldBe(1.0f);
        Widening.FromBF16(Widening.ToBF16(1.01171875f)).ShouldBe(1.015625f);
        Widening.FromBF16(Widening.ToBF16(1.0040f)).ShouldBe(1.0078125f);
    }

    private static float[] Widen<T>(ElementType type, T[] stored)
        where T : unmanaged
    {
        float[] widened = new float[stored.Length];
        fixed (T* source = stored)
        fixed (float* target = widened)
        {
            Widening.ToF32(type, (byte*)source, stored.Length, target);
        }

        return widened;
    }
}
