namespace Lucarne.Diorama.Opening;

/// <summary>The picture that a film starts from, already of the film's shape.</summary>
public sealed class FirstPicture
{
    /// <summary>Takes a picture.</summary>
    /// <param name="width">Pixels, 16…4096; the film's own.</param>
    /// <param name="height">Pixels, 16…4096; the film's own.</param>
    /// <param name="rgb">Red, green and blue bytes, gamma-encoded with Rec. 709 primaries, [height, width, 3]; kept, not copied.</param>
    /// <exception cref="ArgumentException">The bytes do not fill the size.</exception>
    public FirstPicture(int width, int height, byte[] rgb)
    {
        ArgumentNullException.ThrowIfNull(rgb);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Rendering.Renderer.MinSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Rendering.Renderer.MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, Rendering.Renderer.MinSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Rendering.Renderer.MaxSide);
        if (rgb.Length != width * height * 3)
        {
            throw new ArgumentException($"A picture of {width}x{height} takes {width * height * 3} bytes; there are {rgb.Length}.", nameof(rgb));
        }

        (Width, Height, Rgb) = (width, height, rgb);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    internal byte[] Rgb { get; }
}
