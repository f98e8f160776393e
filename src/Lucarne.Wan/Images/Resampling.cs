namespace Lucarne.Wan.Images;

/// <summary>How neighbours weigh when a picture is resized.</summary>
internal enum ResamplingKernel
{
    /// <summary>Cubic with a = −0.5, over 2 pixels each way.</summary>
    Bicubic,

    /// <summary>Windowed sine over 3 pixels each way.</summary>
    Lanczos,
}

/// <summary>Resizes pictures, columns first, rounding to bytes after each direction; when shrinking, the kernel widens with the scale so that nothing is skipped.</summary>
/// <remarks>Source: Pillow, Resample.c, which the reference pipelines resize with.</remarks>
internal static class Resampling
{
    /// <summary>Resizes a part of a picture.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="width">Pixels of the result.</param>
    /// <param name="height">Pixels of the result.</param>
    /// <param name="kernel">How neighbours weigh.</param>
    /// <param name="left">Where the part begins, in pixels of the source.</param>
    /// <param name="top">Likewise.</param>
    /// <param name="partWidth">How wide it is.</param>
    /// <param name="partHeight">How high it is.</param>
    public static RgbImage Resize(RgbImage source, int width, int height, ResamplingKernel kernel, double left, double top, double partWidth, double partHeight)
    {
        Taps[] columns = Weigh(kernel, source.Width, width, left, partWidth), rows = Weigh(kernel, source.Height, height, top, partHeight);
        byte[] narrowed = new byte[source.Height * width * 3], result = new byte[height * width * 3];
        for (int y = 0; y < source.Height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int colour = 0; colour < 3; colour++)
                {
                    narrowed[(((y * width) + x) * 3) + colour] = columns[x].Sum(source.Pixels, (y * source.Width * 3) + colour, 3);
                }
            }
        }

        for (int y = 0; y < height; y++)
        {
            for (int i = 0; i < width * 3; i++)
            {
                result[(y * width * 3) + i] = rows[y].Sum(narrowed, i, width * 3);
            }
        }

        return new RgbImage(width, height, result);
    }

    /// <summary>Resizes a whole picture.</summary>
    public static RgbImage Resize(RgbImage source, int width, int height, ResamplingKernel kernel) => Resize(source, width, height, kernel, 0, 0, source.Width, source.Height);

    private static Taps[] Weigh(ResamplingKernel kernel, int from, int to, double start, double length)
    {
        double scale = length / to, widening = Math.Max(1, scale), support = widening * (kernel == ResamplingKernel.Bicubic ? 2 : 3);
        Taps[] taps = new Taps[to];
        for (int place = 0; place < to; place++)
        {
            double centre = start + ((place + 0.5) * scale);
            int first = Math.Max(0, (int)(centre - support + 0.5)), last = Math.Min(from, (int)(centre + support + 0.5));
            double[] weights = new double[Math.Max(1, last - first)];
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = Weight(kernel, (first + i - centre + 0.5) / widening);
            }

            double sum = weights.Sum();
            taps[place] = new Taps(first, [.. weights.Select(weight => sum == 0 ? 1.0 / weights.Length : weight / sum)]);
        }

        return taps;
    }

    private static double Weight(ResamplingKernel kernel, double x)
    {
        double at = Math.Abs(x);
        if (kernel == ResamplingKernel.Lanczos)
        {
            return at < 3 ? Sinc(x) * Sinc(x / 3) : 0;
        }

        const double A = -0.5;
        return at < 1 ? (((((A + 2) * at) - (A + 3)) * at * at) + 1)
            : at < 2 ? ((((at - 5) * at) + 8) * at - 4) * A
            : 0;
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private readonly record struct Taps(int First, double[] Weights)
    {
        public byte Sum(byte[] numbers, int start, int stride)
        {
            double sum = 0.5;
            for (int i = 0; i < Weights.Length; i++)
            {
                sum += Weights[i] * numbers[start + ((First + i) * stride)];
            }

            return (byte)Math.Clamp(sum, 0, 255);
        }
    }
}
