using System.Numerics;

namespace Lucarne.Diorama.Rendering;

/// <summary>All that the renderer needs to draw one frame. Staging fills it anew (or reuses it) for each frame.</summary>
/// <remarks>World space: metres, right-handed, Y up, ground about Y = 0. Colours are linear RGB with Rec. 709 primaries.</remarks>
public sealed class SceneFrame
{
    /// <summary>Time within the film in seconds: phase of waves, wind, rain, flicker.</summary>
    public double Seconds { get; set; }

    /// <summary>Seed of everything random in the picture (drops, flakes, stars, clouds). The same for all frames of a film.</summary>
    public ulong Seed { get; set; }

    /// <summary>The camera.</summary>
    public Camera Camera { get; set; } = new();

    /// <summary>Solid things.</summary>
    public List<Instance> Instances { get; } = [];

    /// <summary>Lamps, fires, windows: at most 32 are shaded, the strongest at each tile.</summary>
    public List<PointLight> Lights { get; } = [];

    /// <summary>Soft camera-facing specks: smoke, sparks, dust, splashes, petals, balloons' glitter.</summary>
    public List<Particle> Particles { get; } = [];

    /// <summary>Sky and sun.</summary>
    public Sky Sky { get; set; } = new();

    /// <summary>Fog.</summary>
    public Fog Fog { get; set; } = new();

    /// <summary>Body of water, if any.</summary>
    public Water? Water { get; set; }

    /// <summary>Falling rain or snow.</summary>
    public Precipitation Precipitation { get; set; } = new();

    /// <summary>Wind at the ground, metres a second, horizontal.</summary>
    public Vector2 WindMps { get; set; }

    /// <summary>0 dry … 1 soaked: darkens and smooths upward-facing surfaces and lays puddles that mirror.</summary>
    public float Wetness { get; set; }

    /// <summary>0 bare … 1 snowed over: upward-facing surfaces turn white.</summary>
    public float SnowCover { get; set; }

    /// <summary>Development of the picture after shading.</summary>
    public Grade Grade { get; set; } = new();
}

/// <summary>One placed mesh.</summary>
public struct Instance
{
    /// <summary>Shape.</summary>
    public Mesh Mesh;

    /// <summary>Object to world at this frame (row vectors, as System.Numerics).</summary>
    public Matrix4x4 World;

    /// <summary>Materials by slot (<see cref="Mesh.TriangleMaterials"/>); at least one.</summary>
    public Material[] Materials;

    /// <summary>False for what must not darken others (sky props, halos).</summary>
    public bool CastsShadow;

    /// <summary>Varies patterns between instances of one mesh.</summary>
    public uint Variation;
}

/// <summary>A point light with inverse-square falloff, windowed to zero at its range.</summary>
/// <param name="Position">World position.</param>
/// <param name="Colour">Linear RGB intensity: irradiance on a facing surface at 1 m.</param>
/// <param name="RangeM">Distance at which it no longer counts.</param>
public readonly record struct PointLight(Vector3 Position, Vector3 Colour, float RangeM);

/// <summary>A soft round speck that faces the camera.</summary>
/// <param name="Position">World position.</param>
/// <param name="RadiusM">Radius in metres.</param>
/// <param name="Colour">Linear RGB.</param>
/// <param name="Opacity">0…1 at its centre.</param>
/// <param name="Emissive">0 lit by sun and sky, 1 glows by itself (additive).</param>
public readonly record struct Particle(Vector3 Position, float RadiusM, Vector3 Colour, float Opacity, float Emissive);

/// <summary>A thin-lens camera.</summary>
public sealed record Camera
{
    /// <summary>Position of the lens.</summary>
    public Vector3 Position { get; init; } = new(0, 1.6f, 5);

    /// <summary>Point looked at.</summary>
    public Vector3 Target { get; init; }

    /// <summary>Up direction.</summary>
    public Vector3 Up { get; init; } = Vector3.UnitY;

    /// <summary>Field of view over the frame's longer side, degrees.</summary>
    public float FieldOfViewDegrees { get; init; } = 45f;

    /// <summary>Distance in focus, metres.</summary>
    public float FocusDistanceM { get; init; } = 5f;

    /// <summary>Aperture diameter in metres; 0 keeps everything sharp. A miniature look takes 0.02 to 0.2.</summary>
    public float ApertureM { get; init; }
}

/// <summary>Sky dome, sun, moon, stars, clouds and northern lights.</summary>
public sealed record Sky
{
    /// <summary>Unit direction towards the sun (by day) or the moon (by night).</summary>
    public Vector3 SunDirection { get; init; } = Vector3.Normalize(new Vector3(0.4f, 0.7f, 0.5f));

    /// <summary>Linear RGB irradiance of the sun or moon on a facing surface; about 3 at noon, 0.15 by moonlight.</summary>
    public Vector3 SunColour { get; init; } = new(3f, 2.85f, 2.6f);

    /// <summary>Apparent angular radius that softens shadows, degrees (the true sun's is 0.27; overcast 10).</summary>
    public float SunSoftnessDegrees { get; init; } = 1.5f;

    /// <summary>Linear RGB radiance straight up.</summary>
    public Vector3 ZenithColour { get; init; } = new(0.18f, 0.35f, 0.75f);

    /// <summary>Linear RGB radiance at the horizon.</summary>
    public Vector3 HorizonColour { get; init; } = new(0.65f, 0.75f, 0.9f);

    /// <summary>Linear RGB radiance of the glow around the sun, for sunsets; zero for none.</summary>
    public Vector3 GlowColour { get; init; } = new(0.3f, 0.25f, 0.2f);

    /// <summary>Linear RGB radiance that comes up from the ground.</summary>
    public Vector3 GroundColour { get; init; } = new(0.12f, 0.11f, 0.1f);

    /// <summary>0 clear … 1 overcast.</summary>
    public float CloudCover { get; init; } = 0.3f;

    /// <summary>0 none … 1 a dark night's sky.</summary>
    public float Stars { get; init; }

    /// <summary>0 none … 1 full northern lights.</summary>
    public float Aurora { get; init; }

    /// <summary>0 none … 1: brightness of lightning in this frame.</summary>
    public float Lightning { get; init; }

    /// <summary>True indoors: the dome is a soft studio backdrop of horizon and zenith colours, without sun disc or clouds.</summary>
    public bool Studio { get; init; }
}

/// <summary>Height fog.</summary>
public sealed record Fog
{
    /// <summary>Extinction per metre at height zero; 0 none, 0.002 haze, 0.03 mist, 0.15 thick.</summary>
    public float DensityPerM { get; init; }

    /// <summary>Height over which it thins by e, metres.</summary>
    public float HeightM { get; init; } = 30f;

    /// <summary>Linear RGB in-scattered radiance.</summary>
    public Vector3 Colour { get; init; } = new(0.7f, 0.75f, 0.8f);
}

/// <summary>A level body of water with travelling waves. Its shape is <see cref="WaveField"/>, which floats and splashes share.</summary>
public sealed record Water
{
    /// <summary>Mean level, Y in metres.</summary>
    public float LevelM { get; init; }

    /// <summary>Height of the largest waves, crest to trough, metres.</summary>
    public float WaveHeightM { get; init; } = 0.15f;

    /// <summary>Length of the largest waves, metres.</summary>
    public float WaveLengthM { get; init; } = 6f;

    /// <summary>Direction that waves travel to.</summary>
    public Vector2 WaveDirection { get; init; } = new(1, 0.3f);

    /// <summary>Linear RGB of deep water.</summary>
    public Vector3 DeepColour { get; init; } = new(0.01f, 0.06f, 0.09f);

    /// <summary>Linear RGB of the light scattered in crests and shallows.</summary>
    public Vector3 ShallowColour { get; init; } = new(0.06f, 0.25f, 0.27f);

    /// <summary>0 none … 1: foam on crests and shores.</summary>
    public float Foam { get; init; } = 0.2f;

    /// <summary>Horizontal rectangle that it fills, world X and Z; null reaches the horizon.</summary>
    public (Vector2 Min, Vector2 Max)? Extent { get; init; }
}

/// <summary>What falls from the sky.</summary>
public sealed record Precipitation
{
    /// <summary>0 none … 1 downpour.</summary>
    public float Rain { get; init; }

    /// <summary>0 none … 1 blizzard.</summary>
    public float Snow { get; init; }
}

/// <summary>Development of the picture: exposure, colour and film.</summary>
public sealed record Grade
{
    /// <summary>Stops added before tone mapping.</summary>
    public float ExposureStops { get; init; }

    /// <summary>Multiplies linear RGB (white balance).</summary>
    public Vector3 Tint { get; init; } = Vector3.One;

    /// <summary>1 leaves it, 0 is black and white.</summary>
    public float Saturation { get; init; } = 1.05f;

    /// <summary>1 leaves it.</summary>
    public float Contrast { get; init; } = 1.05f;

    /// <summary>0 none … 1: light that blooms around bright places.</summary>
    public float Bloom { get; init; } = 0.25f;

    /// <summary>0 none … 1: darkened corners.</summary>
    public float Vignette { get; init; } = 0.2f;

    /// <summary>0 none … 1: film grain.</summary>
    public float Grain { get; init; } = 0.08f;

    /// <summary>Block size of a pixel-art look in pixels of the output; 0 for none.</summary>
    public int PixelBlock { get; init; }

    /// <summary>0 none … 1: flattened bands of light with dark outlines (anime, comic).</summary>
    public float Toon { get; init; }

    /// <summary>0 none … 1: painterly smoothing with paper texture (watercolour).</summary>
    public float Paint { get; init; }
}
