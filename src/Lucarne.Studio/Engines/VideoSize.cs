using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lucarne.Studio.Engines;

/// <summary>Picture size in pixels, written <c>720x1280</c> (width first).</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public readonly record struct VideoSize(int Width, int Height)
{
    /// <summary>Reads <c>WIDTHxHEIGHT</c> in plain decimal digits; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VideoSize size)
    {
        size = default;
        if (text is null || text.Length > 11 || text.IndexOf('x', StringComparison.Ordinal) is var cross && cross < 1)
        {
            return false;
        }

        if (!int.TryParse(text.AsSpan(0, cross), NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            || !int.TryParse(text.AsSpan(cross + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int height))
        {
            return false;
        }

        size = new VideoSize(width, height);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
