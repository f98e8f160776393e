using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>What styles do to light and development.</summary>
internal static class Styling
{
    /// <summary>Applies the styles of a shot, in order of mention.</summary>
    /// <param name="air">Air without style.</param>
    /// <param name="shot">Shot that names the styles.</param>
    /// <param name="longSidePixels">Longer side of the frame: blocks of pixel art are a share of it.</param>
    /// <param name="report">Told which styles have no look of their own.</param>
    public static Air Apply(Air air, Shot shot, int longSidePixels, ReportBuilder report)
    {
        foreach (string style in shot.Styles)
        {
            Grade grade = air.Grade;
            Sky sky = air.Sky;
            switch (style)
            {
                case "film-noir":
                    air = air with
                    {
                        Grade = grade with { Saturation = 0, Contrast = 1.35f, Vignette = 0.5f, Grain = 0.22f, ExposureStops = grade.ExposureStops + 0.1f },
                        Sky = sky with { SunSoftnessDegrees = 0.6f, ZenithColour = sky.ZenithColour * 0.6f, HorizonColour = sky.HorizonColour * 0.7f },
                    };
                    break;
                case "black-and-white":
                    air = air with { Grade = grade with { Saturation = 0, Contrast = 1.15f, Grain = 0.14f } };
                    break;
                case "silent-film":
                    air = air with { Grade = grade with { Saturation = 0, Tint = new Vector3(1.04f, 1, 0.94f), Contrast = 1.3f, Grain = 0.42f, Vignette = 0.8f, Bloom = 0.45f, ExposureStops = grade.ExposureStops + 0.35f } };
                    break;
                case "sepia":
                    air = air with { Grade = grade with { Saturation = 0.12f, Tint = new Vector3(1.16f, 1, 0.76f), Grain = 0.16f, Vignette = 0.35f } };
                    break;
                case "anime":
                    air = air with { Grade = grade with { Toon = 0.7f, Saturation = 1.2f, Contrast = 0.98f, Grain = 0, Bloom = 0.55f, Vignette = 0, Tint = grade.Tint * new Vector3(0.99f, 1, 1.05f), ExposureStops = grade.ExposureStops + 0.25f } };
                    break;
                case "cartoon":
                    air = air with { Grade = grade with { Toon = 1, Saturation = 1.25f, Contrast = 1.05f, Grain = 0, Bloom = 0.3f, Vignette = 0.05f } };
                    break;
                case "comic":
                    air = air with { Grade = grade with { Toon = 1, Saturation = 1.5f, Contrast = 1.42f, Grain = 0.05f, Bloom = 0, Vignette = 0.1f } };
                    break;
                case "watercolour" or "oil-painting":
                    air = air with { Grade = grade with { Paint = style == "watercolour" ? 1 : 0.75f, Saturation = style == "watercolour" ? 1.12f : 1.38f, Contrast = style == "watercolour" ? 0.92f : 1.25f, Grain = 0, Vignette = 0, ExposureStops = grade.ExposureStops + (style == "watercolour" ? 0.5f : 0) } };
                    break;
                case "pixel-art":
                    air = air with { Grade = grade with { PixelBlock = Math.Max(2, longSidePixels / 96), Saturation = 1.25f, Contrast = 1.12f, Grain = 0, Vignette = 0, Toon = 0.5f } };
                    break;
                case "home-movie" or "retro" or "vhs":
                    air = air with { Grade = grade with { Tint = grade.Tint * new Vector3(1.12f, 1, 0.8f), Saturation = 0.82f, Contrast = 0.94f, Grain = 0.32f, Vignette = 0.45f, Bloom = 0.35f } };
                    break;
                case "neon" or "cyberpunk":
                    air = air with { Grade = grade with { Saturation = 1.3f, Bloom = 0.6f, Contrast = 1.12f, Tint = grade.Tint * new Vector3(1.05f, 0.94f, 1.1f) } };
                    break;
                case "golden-hour":
                    air = air with
                    {
                        Grade = grade with { Tint = grade.Tint * new Vector3(1.03f, 1, 0.95f), Saturation = 1.1f, Bloom = 0.55f, Vignette = 0.25f, ExposureStops = grade.ExposureStops + 0.15f },
                        Sky = sky.Studio ? sky : sky with { GlowColour = (sky.GlowColour * 1.4f) + new Vector3(0.25f, 0.12f, 0.02f) },
                    };
                    break;
                case "miniature":
                    air = air with { Grade = grade with { Saturation = 1.35f, Contrast = 1.12f, Vignette = 0.3f, Grain = 0 } };
                    break;
                case "dreamy":
                    air = air with { Grade = grade with { Bloom = 1, Contrast = 0.86f, Saturation = 1.02f, Tint = grade.Tint * new Vector3(1.05f, 0.98f, 1.06f), Vignette = 0, ExposureStops = grade.ExposureStops + 0.5f } };
                    break;
                case "horror":
                    air = air with { Grade = grade with { Saturation = 0.55f, Contrast = 1.25f, Vignette = 0.6f, Tint = grade.Tint * new Vector3(0.92f, 1.03f, 0.95f), ExposureStops = grade.ExposureStops - 0.4f } };
                    break;
                case "pastel":
                    air = air with { Grade = grade with { Saturation = 0.78f, Contrast = 0.85f, ExposureStops = grade.ExposureStops + 0.35f } };
                    break;
                case "vivid":
                    air = air with { Grade = grade with { Saturation = 1.45f, Contrast = 1.12f } };
                    break;
                case "macro" or "cinematic" or "photorealistic" or "3d-animation" or "documentary":
                    break;
                default:
                    report.Omits(style, $"The style \"{style}\" has no look of its own yet; the film keeps its usual one.");
                    break;
            }
        }

        return air;
    }
}
