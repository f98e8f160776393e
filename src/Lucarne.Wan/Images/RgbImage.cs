namespace Lucarne.Wan.Images;

/// <summary>A picture of red, green and blue bytes, gamma-encoded as files are.</summary>
public sealed class RgbImage
{
    /// <summary>Longest side in pixels.</summary>
    public const int MaxSide = 8192;

    /// <summary>Wraps pixels.</summary>
    /// <param name="width">Pixels, 1 to <see cref="MaxSide"/>.</param>
    /// <param name="height">Pixels, likewise.</param>
    /// <param name="pixels">[height, width, 3]; not copied.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public RgbImage(int width, int height, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        if (width is < 1 or > MaxSide || height is < 1 or > MaxSide || pixels.Length != width * height * 3)
        {
            throw new ArgumentException($"RgbImage: a picture has sides of 1 to {MaxSide} pixels and 3 bytes a pixel, not {width}x{height} with {pixels.Length} bytes.", nameof(pixels));
        }

        (Width, Height, Pixels) = (width, height, pixels);
    }

    /// <summary>Pixels.</summary>
    public int Width { get; }

    /// <summary>Pixels.</summary>
    public int Height { get; }

    /// <summary>[height, width, 3].</summary>
    public byte[] Pixels { get; }

    /// <summary>The middle of the picture in another shape, resized; nothing is stretched.</summary>
    /// <returns>[height, width, 3] in −1 to 1.</returns>
    internal float[] Fill(int width, int height)
    {
        double scale = Math.Min((double)Width / width, (double)Height / height), left = (Width - (width * scale)) / 2, top = (Height - (height * scale)) / 2;
        return Signed(Resampling.Resize(this, width, height, ResamplingKernel.Lanczos, left, top, width * scale, height * scale).Pixels);
    }

    /// <summary>The whole picture as large as it fits, in the middle of a white canvas.</summary>
    /// <remarks>Source: diffusers, pipeline_wan_vace.py (preprocess_conditions), which interpolates between neighbours without a wider support.</remarks>
    /// <returns>[height, width, 3] in −1 to 1.</returns>
    internal float[] FitOnWhite(int width, int height)
    {
        double scale = Math.Min((double)height / Height, (double)width / Width);
        int fittedHeight = Math.Max(1, (int)(Height * scale)), fittedWidth = Math.Max(1, (int)(Width * scale)), top = (height - fittedHeight) / 2, left = (width - fittedWidth) / 2;
        float[] source = Signed(Pixels), canvas = new float[width * height * 3];
        Array.Fill(canvas, 1);
        for (int y = 0; y < fittedHeight; y++)
        {
            (int y0, int y1, float down) = Neighbours(y, Height, fittedHeight);
            for (int x = 0; x < fittedWidth; x++)
            {
                (int x0, int x1, float right) = Neighbours(x, Width, fittedWidth);
                for (int colour = 0; colour < 3; colour++)
                {
                    float above = (At(y0, x0, colour) * (1 - right)) + (At(y0, x1, colour) * right), below = (At(y1, x0, colour) * (1 - right)) + (At(y1, x1, colour) * right);
                    canvas[((((top + y) * width) + left + x) * 3) + colour] = (above * (1 - down)) + (below * down);
                }
            }
        }

        return canvas;

        float At(int y, int x, int colour) => source[(((y * Width) + x) * 3) + colour];
    }

    private static (int First, int Second, float Share) Neighbours(int place, int from, int to)
    {
        float at = Math.Max(0, ((place + 0.5f) * from / to) - 0.5f);
        int first = Math.Min((int)at, from - 1);
        return (first, Math.Min(first + 1, from - 1), at - first);
    }

    private static float[] Signed(byte[] pixels)
    {
        float[] numbers = new float[pixels.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            numbers[i] = (2 * (pixels[i] / 255f)) - 1;
        }

        return numbers;
    }
}
