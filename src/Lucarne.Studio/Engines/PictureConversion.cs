namespace Lucarne.Studio.Engines;

/// <summary>Converts pictures of red, green and blue numbers into the encoder's planes.</summary>
public static class PictureConversion
{
    // ITU-R BT.709, limited range.
    private const float Red = 0.2126f, Blue = 0.0722f, Green = 1 - Red - Blue;
    private const float LumaRange = 219, LumaBase = 16, ChromaRange = 224, ChromaBase = 128;

    /// <summary>Converts one picture.</summary>
    /// <param name="rgb">[height, width, 3], 0 to 1 (numbers outside are clamped), gamma-encoded.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <param name="planes">Filled whole: Y [H, W], U and V [H/2, W/2] each, chroma averaged over its four pixels.</param>
    public static void ToYuv(ReadOnlySpan<float> rgb, int width, int height, Span<byte> planes)
    {
        if (rgb.Length != width * height * 3 || planes.Length != width * height * 3 / 2)
        {
            throw new ArgumentException($"ToYuv: {width}x{height} wants {width * height * 3} numbers and {width * height * 3 / 2} bytes, got {rgb.Length} and {planes.Length}.", nameof(rgb));
        }

        Span<byte> luma = planes[..(width * height)], u = planes.Slice(width * height, width * height / 4), v = planes[(width * height * 5 / 4)..];
        for (int y = 0; y < height; y += 2)
        {
            for (int x = 0; x < width; x += 2)
            {
                float blueness = 0, redness = 0;
                for (int corner = 0; corner < 4; corner++)
                {
                    int pixel = ((y + (corner / 2)) * width) + x + (corner % 2);
                    float r = Math.Clamp(rgb[3 * pixel], 0, 1), g = Math.Clamp(rgb[(3 * pixel) + 1], 0, 1), b = Math.Clamp(rgb[(3 * pixel) + 2], 0, 1);
                    float brightness = (Red * r) + (Green * g) + (Blue * b);
                    luma[pixel] = (byte)(LumaBase + (LumaRange * brightness) + 0.5f);
                    blueness += (b - brightness) / (2 * (1 - Blue));
                    redness += (r - brightness) / (2 * (1 - Red));
                }

                int place = (y / 2 * (width / 2)) + (x / 2);
                u[place] = (byte)(ChromaBase + (ChromaRange * blueness / 4) + 0.5f);
                v[place] = (byte)(ChromaBase + (ChromaRange * redness / 4) + 0.5f);
            }
        }
    }
}
