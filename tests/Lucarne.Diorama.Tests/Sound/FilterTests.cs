using Lucarne.Diorama.Sound;

namespace Lucarne.Diorama.Tests.Sound;

public class FilterTests
{
    [Fact]
    public void The_noise_of_eight_lanes_equals_its_scalar_reference()
    {
        var wide = new NoiseBank(7);
        var scalar = new NoiseBank(7);
        var a = new float[256];
        var b = new float[256];
        wide.Fill(a);
        scalar.FillReference(b);
        a.ShouldBe(b);
        MathF.Abs(a.Average()).ShouldBeLessThan(0.15f);
    }

    [Fact]
    public void A_bank_of_modes_equals_damped_sines_added_one_by_one()
    {
        float[] hertz = [200, 523, 1211, 3000], decays = [0.4f, 0.3f, 0.2f, 0.1f], gains = [1, 0.7f, 0.5f, 0.2f];
        var bank = new ModalBank(hertz, decays, gains);
        var heard = new float[4800];
        bank.Run([1f], heard);
        for (int i = 0; i < heard.Length; i += 37)
        {
            double expected = 0;
            for (int m = 0; m < hertz.Length; m++)
            {
                double t = i / (double)SoundTrack.SampleRate;
                expected += gains[m] * Math.Pow(0.001, t / decays[m]) * Math.Sin(2 * Math.PI * hertz[m] * t);
            }

            heard[i].ShouldBe((float)expected, 0.003f);
        }
    }

    [Fact]
    public void A_low_pass_keeps_what_is_below_its_cutoff_and_takes_twelve_decibels_an_octave_above()
    {
        PeakOfTone(1000, cutoff: 4000).ShouldBeInRange(0.97f, 1.03f);
        PeakOfTone(1000, cutoff: 1000).ShouldBeInRange(0.68f, 0.74f);
        PeakOfTone(1000, cutoff: 250).ShouldBeInRange(0.055f, 0.07f);
    }

    private static float PeakOfTone(double tone, float cutoff)
    {
        var filter = default(Svf);
        filter.Set(cutoff, 0.7071f);
        var input = new float[9600];
        for (int i = 0; i < input.Length; i++)
        {
            input[i] = (float)Math.Sin(2 * Math.PI * tone * i / SoundTrack.SampleRate);
        }

        var output = new float[input.Length];
        filter.LowPass(input, output, 1, add: false);
        return output[4800..].Max();
    }
}
