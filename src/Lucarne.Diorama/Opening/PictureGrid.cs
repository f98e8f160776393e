using System.Numerics;

namespace Lucarne.Diorama.Opening;

/// <summary>A number for every cell of a coarse grid over a picture, read smoothly in between.</summary>
internal sealed class PictureGrid(int columns, int rows)
{
    public int Columns => columns;

    public int Rows => rows;

    public float[] Cells { get; } = new float[columns * rows];

    public float this[int x, int y]
    {
        get => Cells[(y * columns) + x];
        set => Cells[(y * columns) + x] = value;
    }

    /// <summary>Means of a picture's gamma-encoded colours, 0…1, over the cells of a grid whose longer side has <paramref name="longSide"/> cells.</summary>
    public static (PictureGrid Red, PictureGrid Green, PictureGrid Blue) Shrink(FirstPicture picture, int longSide)
    {
        float scale = Math.Min(1, longSide / (float)Math.Max(picture.Width, picture.Height));
        int columns = Math.Max(2, (int)MathF.Round(picture.Width * scale)), rows = Math.Max(2, (int)MathF.Round(picture.Height * scale));
        (PictureGrid red, PictureGrid green, PictureGrid blue) = (new(columns, rows), new(columns, rows), new(columns, rows));
        for (int y = 0; y < rows; y++)
        {
            int top = y * picture.Height / rows, bottom = Math.Max(top + 1, (y + 1) * picture.Height / rows);
            for (int x = 0; x < columns; x++)
            {
                int left = x * picture.Width / columns, right = Math.Max(left + 1, (x + 1) * picture.Width / columns);
                int r = 0, g = 0, b = 0;
                for (int row = top; row < bottom; row++)
                {
                    for (int at = ((row * picture.Width) + left) * 3, end = ((row * picture.Width) + right) * 3; at < end; at += 3)
                    {
                        r += picture.Rgb[at];
                        g += picture.Rgb[at + 1];
                        b += picture.Rgb[at + 2];
                    }
                }

                float share = 1f / (255f * (bottom - top) * (right - left));
                red[x, y] = r * share;
                green[x, y] = g * share;
                blue[x, y] = b * share;
            }
        }

        return (red, green, blue);
    }

    /// <summary>The value at a place given in shares of the picture, 0…1 from its left and its top; places outside take the edge's.</summary>
    public float At(float u, float v)
    {
        float x = Math.Clamp((u * columns) - 0.5f, 0, columns - 1), y = Math.Clamp((v * rows) - 0.5f, 0, rows - 1);
        int x0 = Math.Min((int)x, columns - 2), y0 = Math.Min((int)y, rows - 2);
        int at = (y0 * columns) + x0;
        float fx = x - x0;
        return float.Lerp(float.Lerp(Cells[at], Cells[at + 1], fx), float.Lerp(Cells[at + columns], Cells[at + columns + 1], fx), y - y0);
    }

    /// <summary>Means over squares of 2·<paramref name="radius"/> + 1 cells.</summary>
    public PictureGrid Blur(int radius)
    {
        PictureGrid across = new(columns, rows), result = new(columns, rows);
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                float sum = 0;
                for (int k = -radius; k <= radius; k++)
                {
                    sum += this[Math.Clamp(x + k, 0, columns - 1), y];
                }

                across[x, y] = sum / ((2 * radius) + 1);
            }
        }

        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                float sum = 0;
                for (int k = -radius; k <= radius; k++)
                {
                    sum += across[x, Math.Clamp(y + k, 0, rows - 1)];
                }

                result[x, y] = sum / ((2 * radius) + 1);
            }
        }

        return result;
    }

    /// <summary>A grid made cell by cell.</summary>
    public PictureGrid Map(Func<int, float> cell)
    {
        PictureGrid result = new(columns, rows);
        for (int i = 0; i < result.Cells.Length; i++)
        {
            result.Cells[i] = cell(i);
        }

        return result;
    }

    /// <summary>Smooths a grid along the edges of this one (He, Sun and Tang, Guided Image Filtering, 2013).</summary>
    /// <param name="wanted">What is smoothed.</param>
    /// <param name="radius">Half the window, in cells.</param>
    /// <param name="softness">Variance of this grid below which there is no edge.</param>
    public PictureGrid Guide(PictureGrid wanted, int radius, float softness)
    {
        PictureGrid mean = Blur(radius), meanWanted = wanted.Blur(radius);
        PictureGrid square = Map(i => Cells[i] * Cells[i]).Blur(radius), both = Map(i => Cells[i] * wanted.Cells[i]).Blur(radius);
        PictureGrid slope = Map(i => (both.Cells[i] - (mean.Cells[i] * meanWanted.Cells[i])) / (square.Cells[i] - (mean.Cells[i] * mean.Cells[i]) + softness));
        PictureGrid offset = Map(i => meanWanted.Cells[i] - (slope.Cells[i] * mean.Cells[i])).Blur(radius);
        PictureGrid smooth = slope.Blur(radius);
        return Map(i => (smooth.Cells[i] * Cells[i]) + offset.Cells[i]);
    }

    /// <summary>Stretches the values to 0…1.</summary>
    public PictureGrid Stretch()
    {
        float low = Cells.Min(), high = Cells.Max(), scale = high - low < 1e-4f ? 0 : 1 / (high - low);
        return Map(i => (Cells[i] - low) * scale);
    }

    /// <summary>Brightness of gamma-encoded colours.</summary>
    public static float Luma(Vector3 colour) => Vector3.Dot(colour, new Vector3(0.2126f, 0.7152f, 0.0722f));
}
