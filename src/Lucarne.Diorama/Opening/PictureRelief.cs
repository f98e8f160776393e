using System.Numerics;
using Lucarne.Diorama.Motion;

namespace Lucarne.Diorama.Opening;

/// <summary>A guess at how near each part of a picture is, and the order in which its parts give way.</summary>
/// <remarks>
/// Nothing is recognised. What is low in the frame, and what differs from the colours along the upper and side edges, is taken for near; edges of the
/// picture are kept. It is enough for a parallax of a few hundredths of the frame, which is all that is made of it.
/// </remarks>
internal sealed class PictureRelief
{
    private const int LongSide = 144;

    private PictureRelief(PictureGrid nearness, PictureGrid order) => (Nearness, Order) = (nearness, order);

    /// <summary>0 far … 1 near.</summary>
    public PictureGrid Nearness { get; }

    /// <summary>0 what gives way first … 1 what stays longest: far and bright before near and dark.</summary>
    public PictureGrid Order { get; }

    public static PictureRelief Of(FirstPicture picture, ulong seed)
    {
        (PictureGrid red, PictureGrid green, PictureGrid blue) = PictureGrid.Shrink(picture, LongSide);
        int columns = red.Columns, rows = red.Rows;
        Vector3 Colour(int i) => new(red.Cells[i], green.Cells[i], blue.Cells[i]);
        PictureGrid luma = red.Map(i => PictureGrid.Luma(Colour(i)));

        // The upper edge whole, and the upper halves of the sides.
        Vector3 around = Vector3.Zero;
        int counted = 0;
        void Count(int x, int y)
        {
            around += Colour((y * columns) + x);
            counted++;
        }

        for (int x = 0; x < columns; x++)
        {
            Count(x, 0);
            Count(x, 1);
        }

        for (int y = 2; y < rows / 2; y++)
        {
            Count(0, y);
            Count(columns - 1, y);
        }

        around /= counted;
        PictureGrid apart = red.Map(i => Vector3.Distance(Colour(i), around)).Blur(2).Stretch();
        PictureGrid guess = red.Map(i =>
        {
            float v = ((i / columns) + 0.5f) / rows, u = ((i % columns) + 0.5f) / columns;
            float central = 1 - Math.Min(1, 1.4f * Vector2.Distance(new Vector2(u, v), new Vector2(0.5f, 0.58f)));
            return (0.55f * Ease.Smooth(0.3f, 1, v)) + (0.3f * apart.Cells[i]) + (0.15f * apart.Cells[i] * central);
        });
        int radius = Math.Max(4, Math.Max(columns, rows) / 18);
        PictureGrid nearness = luma.Guide(guess, radius, 0.004f).Blur(2).Stretch();

        ulong noise = Chance.Derive(seed, "opening");
        PictureGrid soft = luma.Blur(2);
        PictureGrid order = red.Map(i =>
        {
            float u = (i % columns) / (float)columns, v = (i / columns) / (float)columns;
            float drift = Chance.Wander(noise, u * 5) + Chance.Wander(noise ^ 0x9e37, v * 5) + Chance.Wander(noise ^ 0x51ed, (u + v) * 4);
            return (0.62f * nearness.Cells[i]) + (0.3f * (1 - soft.Cells[i])) + (0.06f * drift);
        }).Blur(1).Stretch();
        return new PictureRelief(nearness, order);
    }
}
