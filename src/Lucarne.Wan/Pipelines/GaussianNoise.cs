namespace Lucarne.Wan.Pipelines;

/// <summary>Numbers of mean 0 and variance 1, each a function of the seed and its place alone.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood 2014) numbers through Box and Muller's transform, in binary64. A stream number keeps the noises of one run apart.</remarks>
public static class GaussianNoise
{
    /// <summary>Fills a run of numbers.</summary>
    /// <param name="seed">Seed of the video.</param>
    /// <param name="stream">Which noise of the video: 0 for the first latents, then one for each re-noising.</param>
    /// <param name="numbers">Filled whole.</param>
    public static void Fill(ulong seed, ulong stream, Span<float> numbers)
    {
        ulong start = Mix(seed) ^ Mix(stream * 0xD1B54A32D192ED03);
        for (int i = 0; i < numbers.Length; i += 2)
        {
            double radius = Math.Sqrt(-2 * Math.Log(Unit(start, 2 * (ulong)i)));
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * Unit(start, (2 * (ulong)i) + 1));
            numbers[i] = (float)(radius * cosine);
            if (i + 1 < numbers.Length)
            {
                numbers[i + 1] = (float)(radius * sine);
            }
        }
    }

    // Above 0, at most 1: its logarithm is finite.
    private static double Unit(ulong start, ulong index) => ((Mix(start + (index * 0x9E3779B97F4A7C15)) >> 11) + 1) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
