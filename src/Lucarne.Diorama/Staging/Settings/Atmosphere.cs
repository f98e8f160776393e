using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>Light and air of an hour and its weather.</summary>
/// <param name="Sky">Sky and sun.</param>
/// <param name="Fog">Haze.</param>
/// <param name="Grade">Development of the picture.</param>
/// <param name="Precipitation">What falls.</param>
/// <param name="Wetness">0 dry … 1 soaked.</param>
/// <param name="SnowCover">0 bare … 1 snowed over.</param>
/// <param name="LampsOn">Lamps and windows are lit.</param>
public sealed record Atmosphere(Sky Sky, Fog Fog, Grade Grade, Precipitation Precipitation, float Wetness, float SnowCover, bool LampsOn)
{
    /// <summary>The atmosphere outdoors at an hour in a weather of a strength from 0 to 1.</summary>
    public static Atmosphere At(TimeOfDay time, Weather weather, float strength = 0.6f)
    {
        strength = Math.Clamp(strength, 0, 1);
        Atmosphere clear = Clear(time);
        bool night = time == TimeOfDay.Night;
        Sky sky = clear.Sky;
        return weather switch
        {
            Weather.Clear => clear,
            Weather.Cloudy => clear with { Sky = sky with { CloudCover = 0.55f, SunColour = sky.SunColour * 0.85f, SunSoftnessDegrees = 2.5f } },
            Weather.Overcast => Veiled(clear, 0.8f, 0.95f, 0.004f),
            Weather.Mist => Veiled(clear, 0.3f, 0.35f, float.Lerp(0.012f, 0.05f, strength)) with
            {
                Fog = new Fog { DensityPerM = float.Lerp(0.012f, 0.05f, strength), HeightM = 9, Colour = Vector3.Lerp(sky.HorizonColour, sky.GlowColour + sky.HorizonColour, 0.3f) },
            },
            Weather.Rain => Veiled(clear, 0.75f, 0.95f, float.Lerp(0.006f, 0.016f, strength)) with { Precipitation = new Precipitation { Rain = float.Lerp(0.3f, 1, strength) }, Wetness = float.Lerp(0.6f, 1, strength) },
            Weather.Storm => Veiled(clear, 0.9f, 1, float.Lerp(0.008f, 0.018f, strength)) with
            {
                Precipitation = new Precipitation { Rain = float.Lerp(0.6f, 1, strength) },
                Wetness = 1,
                Grade = clear.Grade with { Saturation = 0.85f, Contrast = 1.12f, ExposureStops = clear.Grade.ExposureStops + (night ? 0.2f : -0.35f), Vignette = 0.32f },
            },
            Weather.Snow => Veiled(clear, night ? 0.35f : 0.65f, 0.9f, float.Lerp(0.005f, 0.014f, strength)) with
            {
                Precipitation = new Precipitation { Snow = float.Lerp(0.3f, 1, strength) },
                SnowCover = float.Lerp(0.75f, 1, strength),
                Grade = clear.Grade with { ExposureStops = clear.Grade.ExposureStops - 0.1f, Saturation = 1f },
            },
            Weather.Wind => clear with { Sky = sky with { CloudCover = 0.5f } },
            Weather.Dust => clear with
            {
                Sky = sky with
                {
                    SunColour = sky.SunColour * new Vector3(0.85f, 0.68f, 0.45f),
                    SunSoftnessDegrees = 4,
                    CloudCover = 0.1f,
                    HorizonColour = Vector3.Lerp(sky.HorizonColour, Colours.Hex(0xD8A868) * Brightness(sky.HorizonColour), 0.75f),
                    ZenithColour = Vector3.Lerp(sky.ZenithColour, Colours.Hex(0xC89A60) * Brightness(sky.ZenithColour), 0.6f),
                },
                Fog = new Fog { DensityPerM = float.Lerp(0.006f, 0.025f, strength), HeightM = 14, Colour = Colours.Hex(0xD8A868) * Brightness(sky.HorizonColour) },
            },
            Weather.Aurora => Clear(TimeOfDay.Night) is var dark ? dark with { Sky = dark.Sky with { Aurora = float.Lerp(0.6f, 1, strength), CloudCover = 0, Stars = 1 }, Grade = dark.Grade with { Bloom = 0.35f } } : clear,
            _ => clear,
        };
    }

    /// <summary>A soft backdrop for rooms and studios: warm light from one side.</summary>
    public static Sky Interior(TimeOfDay time, Vector3 sunDirection)
    {
        (Vector3 sun, Vector3 high, Vector3 low) = time switch
        {
            TimeOfDay.Night => (new Vector3(0.05f, 0.07f, 0.14f), new Vector3(0.035f, 0.034f, 0.045f), new Vector3(0.05f, 0.044f, 0.045f)),
            TimeOfDay.Dusk => (new Vector3(0.3f, 0.25f, 0.4f), new Vector3(0.09f, 0.08f, 0.11f), new Vector3(0.12f, 0.1f, 0.1f)),
            TimeOfDay.Sunset or TimeOfDay.Dawn => (new Vector3(3.6f, 1.9f, 0.85f), new Vector3(0.2f, 0.17f, 0.17f), new Vector3(0.3f, 0.22f, 0.17f)),
            TimeOfDay.Noon => (new Vector3(3.1f, 2.9f, 2.6f), new Vector3(0.36f, 0.37f, 0.4f), new Vector3(0.42f, 0.4f, 0.37f)),
            _ => (new Vector3(3.5f, 2.75f, 1.9f), new Vector3(0.3f, 0.29f, 0.29f), new Vector3(0.38f, 0.33f, 0.28f)),
        };
        return new Sky
        {
            SunDirection = Vector3.Normalize(sunDirection),
            SunColour = sun,
            SunSoftnessDegrees = 2.2f,
            ZenithColour = high,
            HorizonColour = low,
            GlowColour = Vector3.Zero,
            GroundColour = low * 0.45f,
            CloudCover = 0,
            Studio = true,
        };
    }

    /// <summary>Direction of the sun or moon at an hour: low suns stand behind the scene and to its side, where they draw silhouettes and long shadows.</summary>
    public static Vector3 SunDirectionAt(TimeOfDay time) => Vector3.Normalize(time switch
    {
        TimeOfDay.Dawn => new Vector3(-0.75f, 0.16f, -0.6f),
        TimeOfDay.Morning => new Vector3(-0.7f, 0.5f, 0.35f),
        TimeOfDay.Noon => new Vector3(0.3f, 0.92f, 0.3f),
        TimeOfDay.Afternoon => new Vector3(0.72f, 0.5f, 0.32f),
        TimeOfDay.Sunset => new Vector3(0.38f, 0.085f, -0.9f),
        TimeOfDay.Dusk => new Vector3(0.5f, 0.05f, -0.85f),
        _ => new Vector3(-0.45f, 0.62f, -0.3f),
    });

    private static Atmosphere Clear(TimeOfDay time)
    {
        Vector3 direction = SunDirectionAt(time);
        (Sky sky, Fog fog, Grade grade) = time switch
        {
            TimeOfDay.Dawn => (
                new Sky { SunColour = new(2.3f, 1.25f, 0.8f), ZenithColour = new(0.14f, 0.2f, 0.4f), HorizonColour = new(0.85f, 0.5f, 0.42f), GlowColour = new(1.1f, 0.48f, 0.24f), GroundColour = new(0.1f, 0.085f, 0.09f), CloudCover = 0.35f, Stars = 0.08f, SunSoftnessDegrees = 2 },
                new Fog { DensityPerM = 0.0035f, HeightM = 14, Colour = new(0.72f, 0.5f, 0.46f) },
                new Grade { ExposureStops = 0.15f, Tint = new(1.03f, 0.99f, 0.98f), Saturation = 1.08f, Bloom = 0.32f }),
            TimeOfDay.Morning => (
                new Sky { SunColour = new(3.1f, 2.7f, 2.15f), ZenithColour = new(0.16f, 0.33f, 0.7f), HorizonColour = new(0.68f, 0.76f, 0.86f), GlowColour = new(0.4f, 0.3f, 0.2f), GroundColour = new(0.13f, 0.12f, 0.1f), CloudCover = 0.3f },
                new Fog { DensityPerM = 0.0022f, HeightM = 20, Colour = new(0.66f, 0.72f, 0.8f) },
                new Grade { Tint = new(1.02f, 1f, 0.98f), Saturation = 1.08f }),
            TimeOfDay.Noon => (
                new Sky { SunColour = new(3.4f, 3.2f, 2.95f), ZenithColour = new(0.13f, 0.31f, 0.75f), HorizonColour = new(0.6f, 0.74f, 0.92f), GlowColour = new(0.25f, 0.22f, 0.18f), GroundColour = new(0.14f, 0.13f, 0.11f), CloudCover = 0.25f, SunSoftnessDegrees = 1 },
                new Fog { DensityPerM = 0.0012f, HeightM = 30, Colour = new(0.62f, 0.73f, 0.88f) },
                new Grade { ExposureStops = -0.1f, Saturation = 1.1f }),
            TimeOfDay.Afternoon => (
                new Sky { SunColour = new(3.4f, 2.75f, 1.95f), ZenithColour = new(0.15f, 0.32f, 0.7f), HorizonColour = new(0.72f, 0.73f, 0.78f), GlowColour = new(0.5f, 0.34f, 0.18f), GroundColour = new(0.14f, 0.12f, 0.095f), CloudCover = 0.32f },
                new Fog { DensityPerM = 0.0018f, HeightM = 24, Colour = new(0.72f, 0.7f, 0.7f) },
                new Grade { Tint = new(1.04f, 1f, 0.95f), Saturation = 1.1f }),
            TimeOfDay.Sunset => (
                new Sky { SunColour = new(3.2f, 1.4f, 0.5f), ZenithColour = new(0.14f, 0.18f, 0.42f), HorizonColour = new(1.05f, 0.48f, 0.25f), GlowColour = new(1.7f, 0.62f, 0.16f), GroundColour = new(0.11f, 0.075f, 0.075f), CloudCover = 0.42f, SunSoftnessDegrees = 2 },
                new Fog { DensityPerM = 0.0028f, HeightM = 22, Colour = new(0.9f, 0.46f, 0.28f) },
                new Grade { ExposureStops = 0.1f, Tint = new(1.05f, 0.99f, 0.94f), Saturation = 1.12f, Bloom = 0.38f, Vignette = 0.26f }),
            TimeOfDay.Dusk => (
                new Sky { SunColour = new(0.42f, 0.3f, 0.42f), ZenithColour = new(0.045f, 0.06f, 0.17f), HorizonColour = new(0.42f, 0.24f, 0.3f), GlowColour = new(0.55f, 0.2f, 0.12f), GroundColour = new(0.04f, 0.036f, 0.05f), CloudCover = 0.35f, Stars = 0.35f, SunSoftnessDegrees = 8 },
                new Fog { DensityPerM = 0.003f, HeightM = 20, Colour = new(0.24f, 0.17f, 0.25f) },
                new Grade { ExposureStops = 0.75f, Tint = new(0.99f, 0.98f, 1.04f), Saturation = 1.1f, Bloom = 0.38f, Vignette = 0.28f }),
            _ => (
                new Sky { SunColour = new(0.16f, 0.21f, 0.34f), ZenithColour = new(0.008f, 0.014f, 0.04f), HorizonColour = new(0.028f, 0.042f, 0.09f), GlowColour = new(0.02f, 0.025f, 0.04f), GroundColour = new(0.012f, 0.014f, 0.022f), CloudCover = 0.25f, Stars = 0.9f, SunSoftnessDegrees = 2.5f },
                new Fog { DensityPerM = 0.0025f, HeightM = 22, Colour = new(0.03f, 0.045f, 0.09f) },
                new Grade { ExposureStops = 1.1f, Tint = new(0.98f, 1f, 1.05f), Saturation = 1.08f, Contrast = 1.08f, Bloom = 0.45f, Vignette = 0.3f }),
        };
        return new Atmosphere(sky with { SunDirection = direction }, fog, grade, new Precipitation(), 0, 0, time is TimeOfDay.Night or TimeOfDay.Dusk);
    }

    // Clouds take light from the sun and colour from the sky, and spread what is left evenly.
    private static Atmosphere Veiled(Atmosphere clear, float veil, float cover, float density)
    {
        Sky sky = clear.Sky;
        float bright = Brightness(sky.HorizonColour + sky.ZenithColour) * 0.5f;
        Vector3 grey = new Vector3(0.86f, 0.93f, 1.05f) * bright;
        Vector3 horizon = Vector3.Lerp(sky.HorizonColour, grey, veil * 0.8f), zenith = Vector3.Lerp(sky.ZenithColour, grey * 0.75f, veil);
        return clear with
        {
            Sky = sky with
            {
                SunColour = Vector3.Lerp(sky.SunColour, new Vector3(Brightness(sky.SunColour) * 0.22f), veil),
                SunSoftnessDegrees = float.Lerp(sky.SunSoftnessDegrees, 14, veil),
                HorizonColour = horizon,
                ZenithColour = zenith,
                GlowColour = sky.GlowColour * (1 - (0.8f * veil)),
                CloudCover = MathF.Max(sky.CloudCover, cover),
                Stars = sky.Stars * (1 - veil),
            },
            Fog = clear.Fog with { DensityPerM = MathF.Max(clear.Fog.DensityPerM, density), HeightM = 40, Colour = Vector3.Lerp(clear.Fog.Colour, horizon, 0.7f) },
            Grade = clear.Grade with { ExposureStops = clear.Grade.ExposureStops + (veil * 0.35f), Saturation = clear.Grade.Saturation - (0.08f * veil) },
        };
    }

    private static float Brightness(Vector3 c) => Vector3.Dot(c, new Vector3(0.2126f, 0.7152f, 0.0722f));
}
