namespace Lucarne.Diorama.Rendering;

/// <summary>A picture in planar YUV 4:2:0, 8 bits, BT.709, limited range (luma 16…235, chroma 16…240): what x264 takes.</summary>
/// <remarks>
/// Planes lie one after another in <see cref="Data"/> without padding: Y [H, W], then U and V [⌈H/2⌉, ⌈W/2⌉] each,
/// so the array can be written to ffmpeg's <c>yuv420p</c> pipe as it is. Chroma is sited between the two columns and rows that share it.
/// </remarks>
public sealed class FrameBuffer
{
    /// <summary>Makes a black picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside 1…8192.</exception>
    public FrameBuffer(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 8192);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, 8192);
        Width = width;
        Height = height;
        Data = new byte[(width * height) + (2 * ChromaWidth * ChromaHeight)];
        Luma.Fill(16);
        Data.AsSpan(width * height).Fill(128);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns of the chroma planes.</summary>
    public int ChromaWidth => (Width + 1) / 2;

    /// <summary>Rows of the chroma planes.</summary>
    public int ChromaHeight => (Height + 1) / 2;

    /// <summary>All three planes: Y, U, V.</summary>
    public byte[] Data { get; }

    /// <summary>Y, [H, W].</summary>
    public Span<byte> Luma => Data.AsSpan(0, Width * Height);

    /// <summary>U (blue difference), [⌈H/2⌉, ⌈W/2⌉].</summary>
    public Span<byte> ChromaBlue => Data.AsSpan(Width * Height, ChromaWidth * ChromaHeight);

    /// <summary>V (red difference), [⌈H/2⌉, ⌈W/2⌉].</summary>
    public Span<byte> ChromaRed => Data.AsSpan((Width * Height) + (ChromaWidth * ChromaHeight), ChromaWidth * ChromaHeight);

    /// <summary>Converts to full-range RGB, [H, W, 3]: thumbnails and tests.</summary>
    /// <exception cref="ArgumentException"><paramref name="rgb"/> is shorter than 3·H·W.</exception>
    public void ToRgb(Span<byte> rgb)
    {
        if (rgb.Length < 3 * Width * Height)
        {
            throw new ArgumentException($"RGB of {Width}x{Height} takes {3 * Width * Height} bytes; the span has {rgb.Length}.", nameof(rgb));
        }

        ReadOnlySpan<byte> luma = Luma, blue = ChromaBlue, red = ChromaRed;
        for (int y = 0, at = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++, at += 3)
            {
                float l = (luma[(y * Width) + x] - 16) * (255f / 219f);
                (float u, float v) = (Chroma(blue, x, y), Chroma(red, x, y));
                rgb[at] = ToByte(l + (1.5748f * v));
                rgb[at + 1] = ToByte(l - (0.1873f * u) - (0.4681f * v));
                rgb[at + 2] = ToByte(l + (1.8556f * u));
            }
        }
    }

    /// <summary>Full-range RGB, [H, W, 3].</summary>
    public byte[] ToRgb()
    {
        byte[] rgb = new byte[3 * Width * Height];
        ToRgb(rgb);
        return rgb;
    }

    private static byte ToByte(float value) => (byte)Math.Clamp((int)MathF.Round(value), 0, 255);

    /// <summary>Chroma between the four nearest samples, as a player would draw it, −127.5…127.5.</summary>
    private float Chroma(ReadOnlySpan<byte> plane, int x, int y)
    {
        int cx = x >> 1, cy = y >> 1;
        int nx = Math.Clamp(cx + ((x & 1) == 0 ? -1 : 1), 0, ChromaWidth - 1), ny = Math.Clamp(cy + ((y & 1) == 0 ? -1 : 1), 0, ChromaHeight - 1);
        float near = (0.75f * plane[(cy * ChromaWidth) + cx]) + (0.25f * plane[(cy * ChromaWidth) + nx]);
        float far = (0.75f * plane[(ny * ChromaWidth) + cx]) + (0.25f * plane[(ny * ChromaWidth) + nx]);
        return ((0.75f * near) + (0.25f * far) - 128f) * (255f / 224f);
    }
}
