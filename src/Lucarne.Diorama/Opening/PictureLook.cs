using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging;

namespace Lucarne.Diorama.Opening;

/// <summary>What a picture hands on to the world that follows it: its hour, its palette, its light.</summary>
/// <param name="Time">Hour whose light is most like the picture's.</param>
/// <param name="Upper">Linear mean colour of its upper third.</param>
/// <param name="Middle">Linear mean colour of its middle third.</param>
/// <param name="Lower">Linear mean colour of its lower third.</param>
/// <param name="Light">Linear mean colour of its brightest tenth.</param>
/// <param name="Brightness">Mean of its gamma-encoded brightness, 0…1.</param>
/// <param name="Colourfulness">Mean distance of its gamma-encoded colours from grey, 0…about 0.4.</param>
internal sealed record PictureLook(TimeOfDay Time, Vector3 Upper, Vector3 Middle, Vector3 Lower, Vector3 Light, float Brightness, float Colourfulness)
{
    private const int LongSide = 96;

    public static PictureLook Of(FirstPicture picture)
    {
        (Vector3[] encoded, int columns) = Encoded(picture);
        int rows = encoded.Length / columns;
        int[] dark = [.. Enumerable.Range(0, encoded.Length).OrderBy(i => PictureGrid.Luma(encoded[i])).ThenBy(i => i)];
        Vector3 Third(int n) => Mean(encoded.Where((_, i) => i / columns * 3 / rows == n));
        Vector3 light = Mean(dark.TakeLast(Math.Max(1, dark.Length / 10)).Select(i => encoded[i]));
        float brightness = encoded.Average(PictureGrid.Luma);
        float colourfulness = encoded.Average(Strength);
        // Red against blue, as they are seen: of all, and once more of the brighter half, where the light is.
        float warmth = (encoded.Average(c => c.X - c.Z) + dark.Skip(dark.Length / 2).Average(i => encoded[i].X - encoded[i].Z)) / 2;
        return new PictureLook(HourOf(brightness, warmth), Third(0), Third(1), Third(2), light, brightness, colourfulness);
    }

    /// <summary>Lends the picture's colours to a shot's air: sky from its upper part, haze from its middle, what comes up from the ground from its lower part, the sun from its lights.</summary>
    public Air Lend(Air air)
    {
        Sky sky = air.Sky;
        return air with
        {
            Sky = sky with
            {
                ZenithColour = Lend(sky.ZenithColour, Upper, 0.7f),
                HorizonColour = Lend(sky.HorizonColour, (Upper + Middle) / 2, 0.7f),
                GlowColour = Lend(sky.GlowColour, Light, 0.5f),
                GroundColour = Lend(sky.GroundColour, Lower, 0.55f),
                SunColour = Lend(sky.SunColour, Light, 0.35f),
            },
            Fog = air.Fog with { Colour = Lend(air.Fog.Colour, Middle, 0.7f) },
        };
    }

    /// <summary>Develops a shot so that it comes near the picture in brightness, in its cast and in strength of colour.</summary>
    /// <param name="grade">How it is developed without.</param>
    /// <param name="shot">A picture of the shot, developed so.</param>
    public Grade Match(Grade grade, FirstPicture shot)
    {
        (Vector3[] colours, _) = Encoded(shot);
        float bright = MathF.Max(0.03f, colours.Average(PictureGrid.Luma)), colourful = MathF.Max(0.005f, colours.Average(Strength));
        float stops = 1.2f * MathF.Log2(float.Lerp(bright, Brightness, 0.5f) / bright);
        float colour = float.Lerp(colourful, Colourfulness, 0.6f) / colourful;
        Vector3 cast = Vector3.Clamp(Hue((Upper + Middle + Lower) / 3) / Hue(Mean(colours)), new Vector3(0.75f), new Vector3(1.3f));
        return grade with
        {
            Tint = grade.Tint * Vector3.Lerp(Vector3.One, cast, 0.45f),
            ExposureStops = grade.ExposureStops + Math.Clamp(stops, -0.6f, 0.6f),
            Saturation = grade.Saturation * Math.Clamp(colour, 0.45f, 1.2f),
        };
    }

    private static TimeOfDay HourOf(float brightness, float warmth) =>
        brightness < 0.2f ? warmth > 0.12f ? TimeOfDay.Dusk : TimeOfDay.Night
        : warmth > 0.17f ? TimeOfDay.Sunset
        : brightness < 0.32f ? TimeOfDay.Dusk
        : warmth > 0.05f ? TimeOfDay.Afternoon
        : brightness > 0.55f ? TimeOfDay.Noon
        : TimeOfDay.Morning;

    private static (Vector3[] Colours, int Columns) Encoded(FirstPicture picture)
    {
        (PictureGrid red, PictureGrid green, PictureGrid blue) = PictureGrid.Shrink(picture, LongSide);
        return ([.. red.Cells.Select((r, i) => new Vector3(r, green.Cells[i], blue.Cells[i]))], red.Columns);
    }

    /// <summary>The linear colour of the mean of gamma-encoded ones, in which a few lamps weigh no more than they are seen.</summary>
    private static Vector3 Mean(IEnumerable<Vector3> colours)
    {
        Vector3 sum = Vector3.Zero;
        int count = 0;
        foreach (Vector3 colour in colours)
        {
            sum += colour;
            count++;
        }

        return Linear(sum / Math.Max(1, count));
    }

    /// <summary>Distance of a colour from grey.</summary>
    private static float Strength(Vector3 colour) => Vector3.Distance(colour, new Vector3(PictureGrid.Luma(colour)));

    /// <summary>A colour with part of another's hue, as bright as it was.</summary>
    private static Vector3 Lend(Vector3 colour, Vector3 from, float share)
    {
        float bright = PictureGrid.Luma(colour);
        return Vector3.Lerp(colour, Hue(from) * bright, share);
    }

    /// <summary>A linear colour of brightness 1, not purer than light is in a landscape.</summary>
    private static Vector3 Hue(Vector3 linear)
    {
        float luma = PictureGrid.Luma(linear);
        if (luma < 1e-4f)
        {
            return Vector3.One;
        }

        Vector3 hue = Vector3.Clamp(linear / luma, new Vector3(0.45f), new Vector3(1.9f));
        return hue / PictureGrid.Luma(hue);
    }

    private static Vector3 Linear(Vector3 c) => new(Linear(c.X), Linear(c.Y), Linear(c.Z));

    private static float Linear(float c) => c <= 0.04045f ? c / 12.92f : MathF.Pow((c + 0.055f) / 1.055f, 2.4f);
}
