using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Settings;

namespace Lucarne.Diorama.Staging;

/// <summary>Light, weather and development of one shot: the atmosphere of its hour as its place, its wind and its styles make it.</summary>
internal sealed record Air
{
    public required Sky Sky { get; init; }

    public required Fog Fog { get; init; }

    public Precipitation Precipitation { get; init; } = new();

    public float Wetness { get; init; }

    public float SnowCover { get; init; }

    /// <summary>Wind at the ground.</summary>
    public Vector2 WindMps { get; init; }

    /// <summary>0 still … 1 gale: what cloth, flames and leaves make of <see cref="WindMps"/>.</summary>
    public float Wind { get; init; }

    public required Grade Grade { get; init; }

    /// <summary>Lamps are lit.</summary>
    public bool Dark { get; init; }

    /// <summary>Lightning, flashes a second.</summary>
    public float FlashesPerSecond { get; init; }

    /// <summary>What the shot asks for, or what suits the place where it is silent.</summary>
    public static (TimeOfDay Time, Weather Weather, float Strength) Choose(Shot shot, SettingStage stage)
    {
        Weather weather = shot.Weather ?? stage.UsualWeather;
        float strength = shot.Weather is null ? 0.5f : Math.Clamp(shot.WeatherStrength, 0, 1);
        TimeOfDay time = shot.TimeOfDay ?? (weather == Weather.Aurora ? TimeOfDay.Night : stage.UsualTime);
        return (time, weather, strength);
    }

    /// <summary>Makes the air of a shot, styles not yet applied.</summary>
    public static Air For(Shot shot, SettingStage stage)
    {
        (TimeOfDay time, Weather weather, float strength) = Choose(shot, stage);
        bool sheltered = stage.Indoors || stage.Airless;
        Atmosphere hour = Atmosphere.At(time, sheltered ? Weather.Clear : weather, strength);
        float wind = weather switch
        {
            Weather.Wind or Weather.Dust => MathF.Max(shot.Wind, 0.4f + (0.6f * strength)),
            Weather.Storm => MathF.Max(shot.Wind, 0.5f + (0.5f * strength)),
            _ => shot.Wind,
        };
        wind = stage.Airless ? 0 : stage.Indoors ? 0.04f : Math.Clamp(wind, 0, 1);
        bool clearAir = weather is not (Weather.Mist or Weather.Dust or Weather.Rain or Weather.Storm or Weather.Snow);
        return new Air
        {
            Sky = stage.SkyAt?.Invoke(time, weather) ?? hour.Sky,
            Fog = stage.Airless ? new Fog() : stage.Fog is { } own && (clearAir || sheltered) ? own : hour.Fog,
            Precipitation = sheltered ? new Precipitation() : hour.Precipitation,
            Wetness = sheltered ? 0 : hour.Wetness,
            SnowCover = sheltered ? stage.SnowCover : MathF.Max(stage.SnowCover, hour.SnowCover),
            Grade = stage.Airless ? new Grade { Contrast = 1.1f, Bloom = 0.35f } : stage.Indoors ? hour.Grade with { ExposureStops = MathF.Min(hour.Grade.ExposureStops, 0.4f) } : hour.Grade,
            Dark = hour.LampsOn || (stage.Airless && stage.GravityMps2 < 0.1f),
            Wind = wind,
            WindMps = Vector2.Normalize(new Vector2(1, 0.35f)) * (wind * 14),
            FlashesPerSecond = !sheltered && weather == Weather.Storm ? 0.35f + (0.25f * strength) : 0,
        };
    }

    /// <summary>The air while it changes into another one.</summary>
    /// <param name="next">What it becomes.</param>
    /// <param name="share">0 this air … 1 that one.</param>
    public Air Towards(Air next, float share)
    {
        if (share <= 0 || share >= 1)
        {
            return share <= 0 ? this : next;
        }

        float F(float a, float b) => Ease.Lerp(a, b, share);
        Vector3 V(Vector3 a, Vector3 b) => Vector3.Lerp(a, b, share);
        return next with
        {
            Sky = next.Sky with
            {
                SunDirection = Vector3.Normalize(V(Sky.SunDirection, next.Sky.SunDirection) + new Vector3(0, 1e-4f, 0)),
                SunColour = V(Sky.SunColour, next.Sky.SunColour),
                SunSoftnessDegrees = F(Sky.SunSoftnessDegrees, next.Sky.SunSoftnessDegrees),
                ZenithColour = V(Sky.ZenithColour, next.Sky.ZenithColour),
                HorizonColour = V(Sky.HorizonColour, next.Sky.HorizonColour),
                GlowColour = V(Sky.GlowColour, next.Sky.GlowColour),
                GroundColour = V(Sky.GroundColour, next.Sky.GroundColour),
                CloudCover = F(Sky.CloudCover, next.Sky.CloudCover),
                Stars = F(Sky.Stars, next.Sky.Stars),
                Aurora = F(Sky.Aurora, next.Sky.Aurora),
            },
            Fog = next.Fog with { DensityPerM = F(Fog.DensityPerM, next.Fog.DensityPerM), HeightM = F(Fog.HeightM, next.Fog.HeightM), Colour = V(Fog.Colour, next.Fog.Colour) },
            Precipitation = new Precipitation { Rain = F(Precipitation.Rain, next.Precipitation.Rain), Snow = F(Precipitation.Snow, next.Precipitation.Snow) },
            Wetness = F(Wetness, next.Wetness),
            SnowCover = F(SnowCover, next.SnowCover),
            WindMps = Vector2.Lerp(WindMps, next.WindMps, share),
            Wind = F(Wind, next.Wind),
            Grade = next.Grade with
            {
                ExposureStops = F(Grade.ExposureStops, next.Grade.ExposureStops),
                Tint = V(Grade.Tint, next.Grade.Tint),
                Saturation = F(Grade.Saturation, next.Grade.Saturation),
                Contrast = F(Grade.Contrast, next.Grade.Contrast),
                Bloom = F(Grade.Bloom, next.Grade.Bloom),
                Vignette = F(Grade.Vignette, next.Grade.Vignette),
                Grain = F(Grade.Grain, next.Grade.Grain),
            },
            Dark = share < 0.5f ? Dark : next.Dark,
        };
    }
}
