using System.Collections.Immutable;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Studio.Engines;

/// <summary>A look that a person chooses beside the prompt.</summary>
/// <param name="Id">Stable lower-case id.</param>
/// <param name="English">Its name in English.</param>
/// <param name="French">Its name in French.</param>
/// <param name="Style">Style of a <see cref="Shot"/>, for engines that read screenplays.</param>
/// <param name="Words">What engines that take prompts as they are find at the end of them.</param>
/// <param name="Hour">Time of day of shots that name none; null leaves it to the engine.</param>
public sealed record StylePreset(string Id, string English, string French, string Style, string Words, TimeOfDay? Hour = null)
{
    /// <summary>Every preset, in the order in which they are offered.</summary>
    public static ImmutableArray<StylePreset> All { get; } =
    [
        new("anime", "Anime", "Animé", "anime", "anime style, cel shading, clean outlines"),
        new("comic", "Comic", "Bande dessinée", "comic", "comic book style, bold ink outlines, halftone dots"),
        new("watercolour", "Watercolour", "Aquarelle", "watercolour", "watercolour painting, soft washes on paper"),
        new("oil-painting", "Oil painting", "Peinture à l’huile", "oil-painting", "oil painting, visible brush strokes"),
        new("film-noir", "Film noir", "Film noir", "film-noir", "film noir, black and white, hard light, film grain"),
        new("silent-film", "Silent film", "Film muet", "silent-film", "silent film of the 1920s, black and white, flicker and scratches"),
        new("home-movie", "Home movie", "Film de famille", "home-movie", "home movie on Super 8, warm faded colours, film grain"),
        new("golden-hour", "Golden hour", "Heure dorée", "golden-hour", "golden hour, low warm sun, long shadows, glow", TimeOfDay.Sunset),
        new("neon", "Neon night", "Nuit néon", "neon", "neon lights at night, magenta and cyan, glow", TimeOfDay.Night),
        new("dreamy", "Dream", "Rêve", "dreamy", "dreamy, soft focus, glowing highlights, pale colours"),
        new("miniature", "Miniature", "Maquette", "miniature", "tilt-shift miniature, shallow focus, vivid colours"),
        new("pixel-art", "Pixel art", "Pixel art", "pixel-art", "pixel art, low resolution, limited palette"),
    ];

    /// <summary>The preset of an id; null for an unknown one.</summary>
    public static StylePreset? Find(string? id) => All.FirstOrDefault(preset => preset.Id == id);

    /// <summary>A screenplay in this look: a style that its prompt names itself still acts over it.</summary>
    public Screenplay Apply(Screenplay screenplay)
    {
        ArgumentNullException.ThrowIfNull(screenplay);
        return screenplay with
        {
            Shots = [.. screenplay.Shots.Select(shot => shot with
            {
                TimeOfDay = shot.TimeOfDay ?? Hour,
                Styles = shot.Styles.Contains(Style) ? shot.Styles : [Style, .. shot.Styles],
            })],
        };
    }

    /// <summary>A prompt in this look.</summary>
    public string Apply(string prompt) => $"{prompt.TrimEnd('.', ' ')}. {Words}";
}
