using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>Pieces that landscapes share: ground, far ridges, grass, scattered plants.</summary>
internal static class Grounds
{
    /// <summary>Grass with soft blotches.</summary>
    public static Material Grass(uint rgb = 0x5C8A36, uint second = 0x86994A) => new() { BaseColour = Colours.Hex(rgb), SecondColour = Colours.Hex(second), Roughness = 0.95f, Pattern = SurfacePattern.Mottled, PatternScaleM = 2.6f, Relief = 0.35f, Sheen = 0.25f };

    /// <summary>Sand with fine grain.</summary>
    public static Material Sand(uint rgb = 0xDCC08A) => new() { BaseColour = Colours.Hex(rgb), SecondColour = Colours.Hex(rgb) * 0.82f, Roughness = 0.95f, Pattern = SurfacePattern.Grain, PatternScaleM = 0.05f, Relief = 0.25f };

    /// <summary>Bare earth.</summary>
    public static Material Earth(uint rgb = 0x7A5A3C) => new() { BaseColour = Colours.Hex(rgb), SecondColour = Colours.Hex(rgb) * 0.7f, Roughness = 1, Pattern = SurfacePattern.Mottled, PatternScaleM = 0.8f, Relief = 0.5f };

    /// <summary>Snowed-over ground.</summary>
    public static Material Snow() => Finishes.Snow(Colours.Hex(0xEEF3FA)) with { PatternScaleM = 0.3f };

    /// <summary>Terrain around the origin whose lines crowd in the middle.</summary>
    public static void Terrain(SettingBuilder b, float half, Func<float, float, float> height, Material material, int steps = 60) =>
        b.Add(Terrains.Grid(new Vector2(-half, -half * 1.25f), new Vector2(half, half * 0.75f), steps, steps, height, 0.55f), material, castsShadow: half < 120);

    /// <summary>A line of far hills or mountains behind the scene, one layer of haze each.</summary>
    /// <param name="b">The place.</param>
    /// <param name="material">Their surface.</param>
    /// <param name="distanceM">Distance from the origin, metres.</param>
    /// <param name="heightM">Height of the highest crest, metres.</param>
    /// <param name="rugged">0 rolling hills … 1 sharp peaks.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="baseY">Height of their foot, metres.</param>
    public static void Ridge(SettingBuilder b, Material material, float distanceM, float heightM, float rugged, uint seed, float baseY = -2)
    {
        Form curtain = Sweeps.Sheet((u, v) =>
        {
            float a = float.Lerp(-1.9f, 1.9f, u), soft = 0.5f + (0.5f * Noise.Fractal((a * 2.2f) + seed, v * 0.4f, seed, 3)), sharp = Noise.Ridged((a * 3.1f) + seed, v * 0.5f, seed, 4);
            float crest = float.Lerp(soft, (0.25f * soft) + (0.95f * sharp), rugged), r = distanceM * (1 + (v * 0.16f) + (0.03f * Noise.Fractal(a * 14, v * 3, seed + 5, 3)));
            return new Vector3(MathF.Sin(a) * r, baseY + (v * heightM * (0.25f + (0.75f * crest)) * (0.92f + (0.16f * Noise.Fractal(a * 20, v * 5, seed + 9, 2)))), -MathF.Cos(a) * r);
        }, 110, 7);
        b.Add(curtain.Crease(70), material, castsShadow: false);
    }

    /// <summary>A square metre of grass blades.</summary>
    public static Form Sward(int blades, float heightM, ulong seed)
    {
        SeededRandom random = new(seed);
        var positions = new Vector3[blades * 5];
        var normals = new Vector3[blades * 5];
        var indices = new int[blades * 9];
        for (int i = 0; i < blades; i++)
        {
            float x = random.Next(-0.5f, 0.5f), z = random.Next(-0.5f, 0.5f), h = heightM * random.Next(0.55f, 1.15f), yaw = random.Next(0, MathF.Tau), lean = h * random.Next(0.15f, 0.5f), w = 0.008f + (0.012f * heightM);
            Vector3 side = new(MathF.Cos(yaw) * w, 0, MathF.Sin(yaw) * w), out1 = new(-MathF.Sin(yaw) * lean, 0, MathF.Cos(yaw) * lean), at = new(x, 0, z);
            ReadOnlySpan<Vector3> p = [at - side, at + side, at + (side * 0.7f) + (out1 * 0.35f) + new Vector3(0, h * 0.6f, 0), at - (side * 0.7f) + (out1 * 0.35f) + new Vector3(0, h * 0.6f, 0), at + out1 + new Vector3(0, h, 0)];
            p.CopyTo(positions.AsSpan(i * 5));
            normals.AsSpan(i * 5, 5).Fill(Vector3.Normalize(new Vector3(out1.X, heightM * 1.5f, out1.Z)));
            ReadOnlySpan<int> t = [0, 1, 2, 0, 2, 3, 3, 2, 4];
            for (int k = 0; k < 9; k++)
            {
                indices[(i * 9) + k] = (i * 5) + t[k];
            }
        }

        return new Form(positions, indices, null, normals);
    }

    /// <summary>Grass over a rectangle, thinning out with distance from the origin.</summary>
    public static void Grow(SettingBuilder b, Form sward, Material material, Vector2 min, Vector2 max, float spacingM, Func<float, float, float> height, Func<float, float, float> density)
    {
        SeededRandom random = new(b.Request.Seed + 17);
        b.AddMany(sward, [material], Scatter.Loose(min, max, spacingM, b.Request.Seed + 19, density)
            .Select(p => Matrix4x4.CreateScale(random.Next(0.8f, 1.35f)) * Matrix4x4.CreateRotationY(random.Next(0, MathF.Tau)) * Matrix4x4.CreateTranslation(p.X, height(p.X, p.Y) - 0.02f, p.Y)), castsShadow: false);
    }

    /// <summary>Props at loose places.</summary>
    public static void Plant(SettingBuilder b, Prop[] kinds, Vector2 min, Vector2 max, float spacingM, Func<float, float, float> height, Func<float, float, float> density, float small = 0.75f, float large = 1.25f, uint purpose = 1)
    {
        SeededRandom random = new SeededRandom(b.Request.Seed).Branch(purpose);
        foreach (Vector2 p in Scatter.Loose(min, max, spacingM, b.Request.Seed + purpose, density))
        {
            b.Place(kinds[random.NextIndex(kinds.Length)], new Vector3(p.X, height(p.X, p.Y) - 0.05f, p.Y), random.Next(0, 360), random.Next(small, large), variation: purpose);
        }
    }

    /// <summary>Anchors and paths that every open place has; the centre may stand on something.</summary>
    public static void OpenPlaces(SettingBuilder b, Func<float, float, float> height, float backgroundZ = -18, float centreLiftM = 0)
    {
        Vector3 On(float x, float z) => new(x, height(x, z), z);
        b.Anchor("centre", On(0, 0) + new Vector3(0, centreLiftM, 0), 3, 3);
        b.Anchor("left", On(-2.4f, 0.6f));
        b.Anchor("right", On(2.4f, 0.6f));
        b.Anchor("background", On(0, backgroundZ), 6, 3);
        b.Anchor("sky", new Vector3(0, 9, -9), 8, 5);
        b.Path("walk", 2, [On(-9, -1.5f), On(-4, -0.4f), On(0, 0), On(4, 0.3f), On(9, -0.8f)]);
        b.Path("road", 3, [On(-26, -1.5f), On(-9, -0.8f), On(0, 0), On(9, -0.5f), On(26, -1.5f)]);
        b.Path("run", 3, [On(-16, -3), On(-6, -1), On(0, 0), On(6, 0.5f), On(16, -1)]);
        b.Path("sky", 6, [new(-22, 8, -14), new(0, 9.5f, -8), new(22, 8, -14)]);
    }

    /// <summary>The finished place.</summary>
    public static SettingStage Stage(SettingBuilder b, string concept, Func<float, float, float> height, Substance ground, (Vector3 Min, Vector3 Max) playArea, ReadOnlySpan<PlaceSound> sounds, bool flat = false, Water? water = null, float snowCover = 0,
        Screenplays.TimeOfDay time = Screenplays.TimeOfDay.Afternoon, Screenplays.Weather weather = Screenplays.Weather.Clear, Fog? fog = null, Func<Screenplays.TimeOfDay, Screenplays.Weather, Sky>? sky = null, bool indoors = false, bool airless = false, float gravity = 9.81f) => new()
        {
            Concept = concept,
            Instances = b.Instances,
            Dressing = b.Dressing,
            GroundHeightM = height,
            FlatGround = flat,
            Ground = ground,
            Colliders = b.Colliders,
            Paths = b.Paths,
            Anchors = b.Anchors,
            PlayArea = playArea,
            Water = water,
            Lights = b.Lights,
            Emitters = b.Emitters,
            Indoors = indoors,
            Airless = airless,
            GravityMps2 = gravity,
            UsualTime = time,
            UsualWeather = weather,
            SnowCover = snowCover,
            SkyAt = sky,
            Fog = fog,
            Sounds = [.. sounds],
            CameraHints = b.CameraHints,
        };
}
