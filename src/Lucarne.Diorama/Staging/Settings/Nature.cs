using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>Fields, woods, mountains, deserts and shores.</summary>
internal static class Nature
{
    private static readonly (Vector3, Vector3) OpenArea = (new Vector3(-12, 0, -8), new Vector3(12, 30, 6));

    /// <summary>A meadow; a field of wheat or of sunflowers by its concept; a park or garden with trees, path and benches.</summary>
    public static SettingStage Meadow(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        bool wheat = request.Concept == "wheat-field" || request.Has("wheat"), suns = request.Concept == "sunflower-field" || request.Has("sunflower") || request.Has("sunflowers"), park = request.Concept is "park" or "garden";
        bool snow = request.Snowy;
        float Height(float x, float z)
        {
            float r = MathF.Sqrt((x * x) + (z * z)), away = Math.Clamp((r - 9) / 30, 0, 1);
            return away * 2.2f * Noise.Fractal(x * 0.03f, z * 0.03f, 4, 3) + (z < -20 ? (-z - 20) * 0.05f : 0);
        }

        Spread(b, Height, snow ? Grounds.Snow() : wheat ? Grounds.Earth(0xB8964A) : suns ? Grounds.Earth(0x6A7034) : Grounds.Grass());
        Prop[] trees = [.. Enumerable.Range(0, 3).Select(i => request.Prop("tree", Detail.Far, i, qualities: snow ? ["winter"] : null))];
        Grounds.Plant(b, trees, new Vector2(-70, -80), new Vector2(70, -16), 9, Height, (x, z) => park ? 0.5f : z < -34 ? 0.35f : 0.06f, 0.8f, 1.35f, 3);
        Grounds.Ridge(b, Grounds.Grass(0x5A7E44, 0x7E9458), 120, 16, 0.1f, 5);
        Grounds.Ridge(b, Grounds.Grass(0x54745A, 0x6A8468), 210, 34, 0.35f, 8);
        if (wheat && !snow)
        {
            Form stalks = Wheat();
            Grounds.Grow(b, stalks, Finishes.Straw(Colours.Hex(0xDCB45C)) with { Sway = 0.6f, TwoSided = true, Subsurface = 0.4f, Pattern = SurfacePattern.None }, new Vector2(-17, -26), new Vector2(17, 8), 0.98f, Height, (x, z) => (x * x) + (z * z * 0.7f) < 9.5f || (z > 1 && MathF.Abs(x) < 3.2f) ? 0 : 0.9f);
        }
        else if (suns && !snow)
        {
            Prop[] flowers = [.. Enumerable.Range(0, 4).Select(i => request.Prop("sunflower", Detail.Far, i))], near = [.. Enumerable.Range(0, 2).Select(i => request.Prop("sunflower", Detail.Many, i))];
            foreach (Vector2 p in Scatter.Loose(new Vector2(-16, -26), new Vector2(16, 5.5f), 1.1f, request.Seed + 2, (x, z) => MathF.Abs(x) < 0.75f && z > -3 ? 0 : z > 1.5f && MathF.Abs(x) < 2f ? 0.12f : 0.9f))
            {
                b.Place(p.Y > 1.5f && MathF.Abs(p.X) < 4 ? near[random.NextIndex(2)] : flowers[random.NextIndex(4)], new Vector3(p.X, Height(p.X, p.Y) - 0.05f, p.Y), random.Next(-28, 28), random.Next(0.78f, 1.08f));
            }
        }
        else if (!snow)
        {
            Form sward = Grounds.Sward(26, park ? 0.12f : 0.3f, 7);
            Grounds.Grow(b, sward, Finishes.Stem(Colours.Hex(0x6C9A3E)) with { Sway = 0.5f }, new Vector2(-12, -14), new Vector2(12, 7), 0.95f, Height, (x, z) => (park && MathF.Abs(z - PathZ(x)) < 1.2f) ? 0 : 0.8f);
            Prop[] flowers = [.. Enumerable.Range(0, 4).Select(i => request.Prop(i == 0 ? "daisy" : i == 1 ? "poppy" : "flower", Detail.Many, i))];
            Grounds.Plant(b, flowers, new Vector2(-7, -7), new Vector2(7, 6), 1.15f, Height, (x, z) => park && MathF.Abs(z - PathZ(x)) < 1.3f ? 0 : 0.42f, 0.8f, 1.3f, 9);
        }

        if (park)
        {
            Vector3[] line = [.. Enumerable.Range(0, 41).Select(i => new Vector3(-40 + (i * 2), 0, 0)).Select(p => new Vector3(p.X, Height(p.X, PathZ(p.X)), PathZ(p.X)))];
            b.Add(Terrains.Ribbon(line, 2.2f, 0.03f, 0.03f), snow ? Grounds.Snow() : Grounds.Sand(0xC8B08A), castsShadow: false);
            b.Place(request.Prop("bench"), new Vector3(3.6f, Height(3.6f, -3.2f), PathZ(3.6f) - 1.9f), 0, solid: true);
            b.Place(request.Prop("street-lamp"), new Vector3(-3.4f, Height(-3.4f, -3), PathZ(-3.4f) - 1.7f), 0, 0.85f, solid: true);
            Prop[] near = [request.Prop("tree", Detail.Many, 1), request.Prop(request.Has("cherry-blossom") || request.Has("spring") ? "cherry-tree" : "tree", Detail.Many, 2), request.Prop("bush", Detail.Many, 1)];
            b.Place(near[0], new Vector3(-7, Height(-7, -7), -7), 20);
            b.Place(near[1], new Vector3(7.4f, Height(7.4f, -8), -8), 80);
            foreach ((float x, float z) in (ReadOnlySpan<(float, float)>)[(-4.6f, -5.2f), (5.6f, -5.6f), (-8.6f, -2.8f), (9.2f, -3f)])
            {
                b.Place(near[2], new Vector3(x, Height(x, z), z), x * 40);
            }
        }
        else
        {
            b.Place(request.Prop("tree", Detail.Many, 5, qualities: snow ? ["winter"] : null), new Vector3(-9.5f, Height(-9.5f, -12), -12), 0, 1.15f);
        }

        b.Emit(request.Dark ? EmitterKind.Fireflies : EmitterKind.Petals, new Vector3(0, 1, -1), 0.15f, 5);
        Grounds.OpenPlaces(b, Height);
        b.Hint(new Vector3(1.4f, suns ? 1.9f : 1.25f, 6.8f), new Vector3(0, suns ? 1.6f : 1.1f, -4), 44);
        b.Hint(new Vector3(-3, 3.6f, 9), new Vector3(0, 0.9f, -5), 42);
        b.Hint(new Vector3(0.6f, 0.45f, 4.4f), new Vector3(0, 0.9f, -3), 48);
        return Grounds.Stage(b, park ? "park" : wheat ? "wheat-field" : suns ? "sunflower-field" : "meadow", Height, snow ? Substance.Snow : Substance.Grass, OpenArea, park ? [PlaceSound.Birds, PlaceSound.Children] : [PlaceSound.Birds, PlaceSound.Wind], snowCover: snow ? 0.9f : 0);

        static float PathZ(float x) => -1.6f + (0.9f * MathF.Sin(x * 0.16f));
    }

    /// <summary>A wood of tall trunks with ferns and a winding path.</summary>
    public static SettingStage Forest(SettingRequest request)
    {
        SettingBuilder b = new(request);
        bool snow = request.Snowy;
        static float PathX(float z) => 1.1f * MathF.Sin(z * 0.16f);
        static float Height(float x, float z) => (0.5f * Noise.Fractal(x * 0.08f, z * 0.08f, 6, 3) * Math.Clamp((MathF.Abs(x - PathX(z)) - 1) / 4, 0, 1)) + (Math.Clamp((MathF.Abs(x - PathX(z)) - 1) / 9, 0, 1) * 0.7f);
        Spread(b, Height, snow ? Grounds.Snow() : Grounds.Grass(0x40592A, 0x5E4A2C), 60);
        Vector3[] line = [.. Enumerable.Range(0, 40).Select(i => 14 - (i * 1.8f)).Select(z => new Vector3(PathX(z), Height(PathX(z), z), z))];
        b.Add(Terrains.Ribbon(line, 1.9f, 0.02f), snow ? Grounds.Snow() : Grounds.Earth(0x6A4E34), castsShadow: false);
        Prop[] trees = [request.Prop("tree", Detail.Far, 0, size: 1.5f), request.Prop("tree", Detail.Far, 1, size: 1.7f), request.Prop("pine", Detail.Far, 0, size: 1.35f), request.Prop("pine", Detail.Far, 1, size: 1.6f)];
        Grounds.Plant(b, trees, new Vector2(-36, -52), new Vector2(36, 9), 4.6f, Height, (x, z) => MathF.Abs(x - PathX(z)) < 2.9f || (z > 3 && MathF.Abs(x) < 5.5f) ? 0 : 0.7f, 0.8f, 1.25f, 4);
        if (!snow)
        {
            Form fern = Form.Join(Enumerable.Range(0, 7).Select(i => Sweeps.Sheet((u, v) => new Vector3((u - 0.5f) * 0.16f * MathF.Sin(MathF.PI * MathF.Min(1, v + 0.1f)) * (((int)(v * 10) & 1) == 0 ? 1 : 0.6f), (0.42f * v) - (0.26f * v * v), (0.55f * v) + 0.02f), 2, 8).RotateY((i * 51.4f) + (i * 9 % 20))));
            SeededRandom random = new(request.Seed + 3);
            b.AddMany(fern, [Finishes.Leaf(Colours.Hex(0x4E8438))], Scatter.Loose(new Vector2(-9, -16), new Vector2(9, 6), 1.7f, request.Seed + 5, (x, z) => MathF.Abs(x - PathX(z)) < 1.3f ? 0 : 0.6f).Select(p => Matrix4x4.CreateScale(random.Next(0.7f, 1.5f)) * Matrix4x4.CreateRotationY(random.Next(0, 6.28f)) * Matrix4x4.CreateTranslation(p.X, Height(p.X, p.Y), p.Y)), castsShadow: false);
            Grounds.Plant(b, [request.Prop("mushroom")], new Vector2(-5, -6), new Vector2(5, 5), 2, Height, (x, z) => MathF.Abs(x - PathX(z)) is > 1.2f and < 3.5f ? 0.5f : 0, 0.7f, 1.4f, 8);
        }

        Grounds.Plant(b, [request.Prop("rock", Detail.Far, 0), request.Prop("rock", Detail.Far, 1)], new Vector2(-9, -18), new Vector2(9, 6), 4.5f, Height, (x, z) => MathF.Abs(x - PathX(z)) > 1.5f ? 0.4f : 0, 0.3f, 0.9f, 12);
        b.Emit(request.Dark ? EmitterKind.Fireflies : EmitterKind.Leaves, new Vector3(0, 2, -3), 0.3f, 5);
        Grounds.OpenPlaces(b, Height);
        b.Path("run", 1.6f, [.. line.Reverse().Where((_, i) => i % 4 == 0)]);
        b.Path("down", 1.6f, [.. line.Where((_, i) => i % 4 == 0)]);
        b.Anchor("fire", new Vector3(0, Height(0, -0.4f), -0.4f));
        b.Hint(new Vector3(0.5f, 1.5f, 7.2f), new Vector3(0, 1.9f, -6), 48);
        b.Hint(new Vector3(-1.6f, 0.5f, 5), new Vector3(0.4f, 1.6f, -5), 52);
        return Grounds.Stage(b, "forest", Height, snow ? Substance.Snow : Substance.Earth, (new Vector3(-4, 0, -14), new Vector3(4, 14, 7)), [PlaceSound.Forest, PlaceSound.Birds], snowCover: snow ? 0.85f : 0,
            fog: request.Weather is null or Weather.Clear ? new Fog { DensityPerM = 0.012f, HeightM = 10, Colour = request.Dark ? new Vector3(0.02f, 0.035f, 0.06f) : new Vector3(0.55f, 0.62f, 0.5f) } : null);
    }

    /// <summary>A high valley between peaks; a single grassy slope when a hill is asked for.</summary>
    public static SettingStage Mountains(SettingRequest request)
    {
        SettingBuilder b = new(request);
        bool hill = request.Concept == "hill", snow = request.Snowy || request.Has("snowball");
        float slope = hill || snow ? 0.24f : 0.07f;
        float Height(float x, float z)
        {
            float along = Math.Clamp(-z, -14, 46), bump = 0.5f * Noise.Fractal(x * 0.05f, z * 0.05f, 7, 3) * Math.Clamp((MathF.Abs(x) - 2.5f) / 6, 0, 1);
            return (along * slope) + bump + (Math.Clamp((MathF.Abs(x) - 16) / 30, 0, 1) * 4) - (0.02f * MathF.Max(0, -z - 46));
        }

        Spread(b, Height, snow ? Grounds.Snow() : Grounds.Grass(0x64883C, 0x8C9050), 90);
        Material rock = new() { BaseColour = Colours.Hex(0x77757E), SecondColour = Colours.Hex(0x56545C), Roughness = 0.95f, Pattern = SurfacePattern.Rock, PatternScaleM = 9, Relief = 0.8f };
        Grounds.Ridge(b, snow ? Grounds.Snow() : Grounds.Grass(0x4E6A44, 0x66705A), 95, 26, 0.35f, 3, -6);
        Grounds.Ridge(b, rock, 160, 74, 0.9f, 12, -6);
        Grounds.Ridge(b, rock with { BaseColour = Colours.Hex(0x8C8E9C) }, 260, 130, 1, 21, -10);
        Grounds.Ridge(b, Finishes.Snow(Colours.Hex(0xDCE4F0)) with { PatternScaleM = 8 }, 400, 215, 1, 33, -10);
        Prop[] pines = [.. Enumerable.Range(0, 3).Select(i => request.Prop("pine", Detail.Far, i))];
        Grounds.Plant(b, pines, new Vector2(-60, -75), new Vector2(60, 4), 5.2f, Height, (x, z) => MathF.Abs(x) > 5.5f ? 0.5f * Math.Clamp(0.45f + Noise.Fractal(x * 0.05f, z * 0.05f, 3, 2), 0, 1) : 0, 0.7f, 1.5f, 4);
        Grounds.Plant(b, [request.Prop("rock", Detail.Far, 0), request.Prop("rock", Detail.Far, 2)], new Vector2(-14, -30), new Vector2(14, 6), 5, Height, (x, z) => MathF.Abs(x) > 2.6f ? 0.4f : 0, 0.4f, 1.5f, 7);
        if (!snow)
        {
            Grounds.Grow(b, Grounds.Sward(22, 0.22f, 5), Finishes.Stem(Colours.Hex(0x7A9A48)) with { Sway = 0.5f }, new Vector2(-9, -12), new Vector2(9, 6), 1, Height, (_, _) => 0.75f);
        }

        Grounds.OpenPlaces(b, Height, -30);
        Vector3[] down = [.. Enumerable.Range(0, 13).Select(i => -42 + (i * 4f)).Select(z => new Vector3(1.2f * MathF.Sin(z * 0.12f), 0, z)).Select(p => p with { Y = Height(p.X, p.Z) })];
        b.Path("down", 3, down);
        b.Anchor("top", down[0]);
        b.Anchor("bottom", down[^1]);
        b.Anchor("hilltop", new Vector3(0, Height(0, -44), -44), 4, 3);
        b.Hint(new Vector3(2.4f, Height(2.4f, 8) + 1.9f, 9), new Vector3(0, 3.2f, -12), 46);
        b.Hint(new Vector3(-9, 9, 15), new Vector3(0, 6, -26), 44);
        b.Hint(new Vector3(1, Height(1, 6) + 0.8f, 7), new Vector3(0, 3.5f, -14), 50);
        return Grounds.Stage(b, hill ? "hill" : "mountains", Height, snow ? Substance.Snow : Substance.Grass, (new Vector3(-6, -4, -44), new Vector3(6, 60, 12)), [PlaceSound.Wind, PlaceSound.Birds], snowCover: snow ? 0.95f : 0, time: TimeOfDay.Morning);
    }

    /// <summary>Dunes with cacti, stones and mesas on the horizon.</summary>
    public static SettingStage Desert(SettingRequest request)
    {
        SettingBuilder b = new(request);
        static float Height(float x, float z)
        {
            float r = MathF.Sqrt((x * x) + (z * z)), away = Math.Clamp((r - 6) / 22, 0, 1);
            float dune = Noise.Ridged((x * 0.018f) + (z * 0.008f), z * 0.03f, 9, 2);
            return (away * 5.5f * dune) + (0.05f * MathF.Sin((x * 2.1f) + (3 * Noise.Fractal(x * 0.2f, z * 0.2f, 2, 2)) + z)) - (away * 1.2f);
        }

        Material sand = Grounds.Sand(0xE0B476) with { SecondColour = Colours.Hex(0xC8945A), Pattern = SurfacePattern.Mottled, PatternScaleM = 1.6f, Relief = 0.2f };
        b.Add(Terrains.Grid(new Vector2(-120, -150), new Vector2(120, 70), 90, 90, Height, 0.6f), sand);
        Material mesa = new() { BaseColour = Colours.Hex(0xB4623A), SecondColour = Colours.Hex(0x8C4A30), Roughness = 0.95f, Pattern = SurfacePattern.Stripes, PatternScaleM = 5, Relief = 0.4f };
        foreach ((float x, float z, float w, float h) in (ReadOnlySpan<(float, float, float, float)>)[(-70, -150, 26, 34), (-30, -190, 18, 46), (85, -165, 34, 28), (30, -230, 40, 36), (-120, -120, 30, 24)])
        {
            b.Add(Lathes.Turn([new(w * 1.5f, -2), new(w * 1.15f, h * 0.3f), new(w * 0.92f, h * 0.42f), new(w * 0.86f, h * 0.95f), new(w * 0.8f, h), new(0, h)], 26, 40).Roughen(w * 0.12f, w * 0.35f, (uint)MathF.Abs(x), 40).Move(x, 0, z), mesa, castsShadow: false);
        }

        Grounds.Ridge(b, sand, 110, 13, 0.2f, 4);
        Prop cactus = request.Prop("cactus", Detail.Many);
        foreach ((float x, float z, float s) in (ReadOnlySpan<(float, float, float)>)[(-13, -22, 1.1f), (17, -34, 1.3f), (9, -50, 1)])
        {
            b.Place(cactus, new Vector3(x, Height(x, z) - 0.1f, z), x * 33, s);
        }

        Grounds.Plant(b, [request.Prop("rock", Detail.Far, 0, material: null, colours: ["rust"]), request.Prop("rock", Detail.Far, 1, colours: ["tan"])], new Vector2(-14, -22), new Vector2(14, 6), 4.5f, Height, (x, z) => (x * x) + (z * z) > 6 ? 0.4f : 0, 0.15f, 0.8f, 3);
        Form tuft = Roads.Tuft(0.3f);
        SeededRandom random = request.Random();
        b.AddMany(tuft, [Finishes.Stem(Colours.Hex(0xA8985A)) with { Sway = 0.5f }], Scatter.Loose(new Vector2(-12, -16), new Vector2(12, 6), 2.6f, request.Seed, (x, z) => 0.4f).Select(p => Matrix4x4.CreateScale(random.Next(0.7f, 1.6f)) * Matrix4x4.CreateTranslation(p.X, Height(p.X, p.Y), p.Y)), castsShadow: false);
        b.Emit(EmitterKind.Dust, new Vector3(0, 0.2f, -3), 0.25f + (0.5f * request.Wind), 5);
        Grounds.OpenPlaces(b, Height);
        b.Hint(new Vector3(1.6f, 1.3f, 8), new Vector3(0, 1.7f, -6), 44);
        b.Hint(new Vector3(-4, 4.5f, 12), new Vector3(0, 1.2f, -8), 42);
        return Grounds.Stage(b, "desert", Height, Substance.Sand, OpenArea, [PlaceSound.Wind], time: TimeOfDay.Noon);
    }

    /// <summary>A beach of warm sand: surf, palms, shells, a headland.</summary>
    public static SettingStage Beach(SettingRequest request)
    {
        SettingBuilder b = new(request);
        static float Height(float x, float z) => z < -3 ? MathF.Max(-6, (z + 3) * 0.1f) : MathF.Min((z + 3) * 0.075f, 1.2f) + (Math.Clamp((z - 6) / 10, 0, 1) * 0.7f * Noise.Fractal(x * 0.15f, z * 0.15f, 3, 2));
        b.Add(Terrains.Grid(new Vector2(-120, -60), new Vector2(120, 50), 60, 60, Height, 0.4f), Grounds.Sand(0xE4CCA0));
        Material rock = Finishes.Stone(Colours.Hex(0x7E766C)) with { PatternScaleM = 3 };
        Seas.Island(b, new Vector3(-95, -0.3f, -120), 55, 24, 31, Grounds.Grass(0x5A7E4A, 0x8A8468));
        Seas.Island(b, new Vector3(70, -0.3f, -190), 70, 30, 33, rock);
        foreach ((float x, float z, float s) in (ReadOnlySpan<(float, float, float)>)[(-11, -6, 1.1f), (-12.6f, -4.8f, 0.7f), (13, -7.5f, 0.9f)])
        {
            Seas.Skerry(b, new Vector3(x, Height(x, z), z), s, (uint)(20 + x), rock);
        }

        Prop palm = request.Prop("palm", Detail.Many), palm2 = request.Prop("palm", Detail.Many, 1);
        foreach ((float x, float z, float yaw, float s) in (ReadOnlySpan<(float, float, float, float)>)[(-6.4f, 2.6f, 10, 1.1f), (-8.4f, 4.2f, 150, 1.3f), (9.5f, 4.6f, 200, 1.25f), (12.5f, 2.5f, 170, 1.05f)])
        {
            b.Place(yaw > 100 ? palm2 : palm, new Vector3(x, Height(x, z) - 0.1f, z), yaw, s);
        }

        SeededRandom random = request.Random();
        Form shell = Lathes.Turn([new(0, 0), new(0.035f, 0.004f), new(0.028f, 0.016f), new(0, 0.022f)], 9, 0);
        Material[] pale = [Finishes.Ceramic(Colours.Hex(0xF0DCC8))];
        b.AddMany(shell, pale, Scatter.Loose(new Vector2(-6, -2.5f), new Vector2(6, 4.5f), 1.5f, request.Seed, (_, _) => 0.6f).Select(p => Matrix4x4.CreateScale(random.Next(0.6f, 1.6f)) * Matrix4x4.CreateRotationY(random.Next(0, 6)) * Matrix4x4.CreateTranslation(p.X, Height(p.X, p.Y), p.Y)));
        Grounds.OpenPlaces(b, Height, -12);
        b.Anchor("shore", new Vector3(0, Height(0, -2.4f), -2.4f), 5, 0.6f);
        b.Anchor("water", new Vector3(0, 0, -14), 10, 5);
        b.Path("shore", 2, [.. Enumerable.Range(0, 9).Select(i => -20 + (i * 5f)).Select(x => new Vector3(x, Height(x, -2.2f), -2.2f + (0.5f * MathF.Sin(x * 0.3f))))]);
        b.Path("water", 6, [new(-30, 0, -20), new(0, 0, -14), new(30, 0, -20)]);
        b.Hint(new Vector3(2.2f, 1.5f, 6.4f), new Vector3(-0.4f, 1.1f, -5), 46);
        b.Hint(new Vector3(5, 0.9f, 2.2f), new Vector3(-4, 0.9f, -3.4f), 46);
        b.Hint(new Vector3(-6, 8, 12), new Vector3(0, 0, -8), 44);
        return Grounds.Stage(b, "beach", Height, Substance.Sand, (new Vector3(-18, -1, -4), new Vector3(18, 20, 5)), [PlaceSound.Sea, PlaceSound.Wind],
            water: new Water { LevelM = -0.12f, WaveHeightM = MathF.Max(0.16f, Seas.Swell(request) * 0.7f), WaveLengthM = 7, WaveDirection = new Vector2(0.1f, 1), Foam = 0.5f, DeepColour = new Vector3(0.006f, 0.09f, 0.14f), ShallowColour = new Vector3(0.08f, 0.42f, 0.42f) });
    }

    /// <summary>A lake among hills and pines; frozen when asked. A stream or a river runs where the concept says so.</summary>
    public static SettingStage Lake(SettingRequest request)
    {
        SettingBuilder b = new(request);
        bool frozen = request.Has("frozen") || request.Attributes.Material == "ice" || request.Weather == Weather.Snow, aurora = request.Weather == Weather.Aurora, snow = request.Snowy || frozen || aurora;
        static float Height(float x, float z)
        {
            // The near shore lies under the camera; the far shore rises behind the water.
            float near = (z - 1.5f) * 0.11f, far = (-z - 62 + (10 * Noise.Fractal(x * 0.03f, 0, 4, 2))) * 0.16f, sides = (MathF.Abs(x) - 44) * 0.12f;
            float shore = MathF.Max(near, MathF.Max(far, sides));
            return Math.Clamp(shore, -2.5f, 9) + (shore > 0 ? MathF.Min(shore, 1) * 0.4f * Noise.Fractal(x * 0.12f, z * 0.12f, 8, 3) : 0);
        }

        b.Add(Terrains.Grid(new Vector2(-110, -120), new Vector2(110, 40), 70, 70, Height, 0.4f), snow ? Grounds.Snow() : Grounds.Grass(0x5E7E3C, 0x8A8A54));
        if (frozen)
        {
            Material ice = new() { BaseColour = Colours.Hex(0xA8CCDE), SecondColour = Colours.Hex(0xE8F2F6), Roughness = 0.16f, Clearcoat = 0.8f, Subsurface = 0.4f, Pattern = SurfacePattern.Marble, PatternScaleM = 4 };
            b.Add(Shapes.Box(150, 0.1f, 90).Move(0, -0.05f, -38), ice, castsShadow: false);
            b.SolidBox(new Vector3(0, -0.25f, -38), new Vector3(150, 0.5f, 90), Substance.Ice);
        }

        Grounds.Ridge(b, snow ? Grounds.Snow() : Grounds.Grass(0x48643E, 0x5E6E50), 130, 30, 0.3f, 6);
        Grounds.Ridge(b, new Material { BaseColour = Colours.Hex(0x6E7482), SecondColour = Colours.Hex(0x50545E), Roughness = 0.95f, Pattern = SurfacePattern.Rock, PatternScaleM = 9, Relief = 0.7f }, 220, 84, 0.9f, 14);
        Grounds.Ridge(b, Finishes.Snow(Colours.Hex(0xDCE4F0)) with { PatternScaleM = 8 }, 330, 150, 1, 25);
        Prop[] pines = [.. Enumerable.Range(0, 3).Select(i => request.Prop("pine", Detail.Far, i))];
        Grounds.Plant(b, pines, new Vector2(-95, -112), new Vector2(95, 14), 7.4f, Height, (x, z) => Height(x, z) > 0.5f && (z < -20 || MathF.Abs(x) > 9) ? 0.62f : 0, 0.7f, 1.5f, 4);
        Prop big = request.Prop("pine", Detail.Many, 4);
        b.Place(big, new Vector3(-7.6f, Height(-7.6f, 3.4f) - 0.1f, 3.4f), 0, 1.1f);
        b.Place(big, new Vector3(9.2f, Height(9.2f, 4.4f) - 0.1f, 4.4f), 140, 1.3f);
        Grounds.Plant(b, [request.Prop("rock", Detail.Far, 0), request.Prop("rock", Detail.Far, 2)], new Vector2(-10, -1), new Vector2(10, 5), 2.4f, Height, (x, _) => MathF.Abs(x) > 2 ? 0.5f : 0, 0.2f, 0.8f, 7);
        if (!snow)
        {
            Grounds.Grow(b, Grounds.Sward(20, 0.55f, 3), Finishes.Stem(Colours.Hex(0x7E9448)) with { Sway = 0.7f }, new Vector2(-12, 0.6f), new Vector2(12, 5), 1.1f, Height, (x, _) => MathF.Abs(x) < 2.2f ? 0.15f : 0.75f);
        }

        Vector3 On(float x, float z) => new(x, Height(x, z), z);
        b.Anchor("centre", On(0, 2.6f), 2, 1);
        b.Anchor("shore", On(0, 2.2f), 4, 0.6f);
        b.Anchor("fire", On(-0.6f, 2.7f), 0.5f, 0.5f);
        b.Anchor("water", new Vector3(0, 0, -12), 10, 6);
        b.Anchor("background", new Vector3(0, 0, -30), 12, 6);
        b.Anchor("left", On(-2.6f, 2.8f));
        b.Anchor("right", On(2.4f, 2.8f));
        b.Anchor("sky", new Vector3(0, 11, -20), 10, 6);
        b.Path("walk", 2, [On(-9, 3.4f), On(0, 2.7f), On(9, 3.4f)]);
        b.Path("shore", 2, [On(-9, 2.1f), On(0, 1.9f), On(9, 2.1f)]);
        b.Path("run", 3, [new(-16, frozen ? 0 : Height(-16, 1), -3), new(0, frozen ? 0 : Height(0, 1), -3), new(16, 0, -3)]);
        b.Path("water", 8, [new(-24, 0, -16), new(0, 0, -11), new(24, 0, -17)]);
        b.Path("sky", 8, [new(-34, 10, -30), new(0, 13, -20), new(34, 11, -30)]);
        b.Hint(new Vector3(1.5f, 1.9f, 8.6f), new Vector3(0, 2.6f, -14), 46);
        b.Hint(new Vector3(-3, 6.5f, 14), new Vector3(0, 1.5f, -16), 44);
        return Grounds.Stage(b, "lake", Height, snow ? Substance.Snow : Substance.Grass, (new Vector3(-9, -1, -22), new Vector3(9, 25, 5)), frozen ? [PlaceSound.Wind] : [PlaceSound.Lake, PlaceSound.Birds], snowCover: snow ? 0.85f : 0, time: TimeOfDay.Dawn,
            water: frozen ? null : new Water { LevelM = 0, WaveHeightM = 0.06f + (0.3f * request.Wind * request.Wind), WaveLengthM = 3, WaveDirection = new Vector2(1, 0.4f), Foam = 0.04f, DeepColour = new Vector3(0.01f, 0.05f, 0.06f), ShallowColour = new Vector3(0.05f, 0.18f, 0.16f) });
    }

    /// <summary>A sheet of ice to the horizon with bergs; an ice rink with boards and lights when that is asked for.</summary>
    public static SettingStage Ice(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        bool rink = request.Concept == "ice-rink";
        Material ice = new() { BaseColour = Colours.Hex(0xB8D8E8), SecondColour = Colours.Hex(0xF0F6FA), Roughness = 0.14f, Clearcoat = 0.9f, Subsurface = 0.4f, Pattern = SurfacePattern.Marble, PatternScaleM = rink ? 2.4f : 5 };
        b.Add(Shapes.Box(rink ? 40 : 400, 0.2f, rink ? 30 : 400).Move(0, -0.1f, rink ? -4 : -120), ice, castsShadow: false);
        if (rink)
        {
            Material board = Finishes.Satin(Colours.Hex(0xF2F0EA));
            b.Add(Sweeps.Tube([.. Polygons.RoundedRectangle(34, 22, 7, 8).Append(new Vector2(17, 4)).Select(p => new Vector3(p.X, 1.1f, p.Y - 4))], 0.09f, 6), Finishes.Satin(Colours.Hex(0xC8352A)));
            b.Add(Sweeps.Sheet((u, v) => RinkPoint(u, v), 60, 1), board with { TwoSided = true });
            Stands(b, 15.5f, 24, 6);
            for (int i = 0; i < 6; i++)
            {
                b.Light(new Vector3(-12.5f + (i * 5), 8, i % 2 == 0 ? -9 : 0), new Vector3(0.75f, 0.88f, 1f) * 26, 18, false);
            }
        }
        else
        {
            Material berg = Finishes.Ice(Colours.Hex(0xBFE0EE)) with { Transmission = 0, Clearcoat = 0.4f, Roughness = 0.3f };
            for (int i = 0; i < 16; i++)
            {
                float a = float.Lerp(-1.2f, 1.2f, (i + 0.5f) / 16) + random.Next(-0.06f, 0.06f), r = random.Next(22, 120), s = r * random.Next(0.05f, 0.11f);
                b.Add(Shapes.Ellipsoid(s * 2, s * random.Next(1.2f, 2.2f), s * 1.5f, 2).Roughen(s * 0.5f, s * 0.8f, (uint)i, 18).RotateY(i * 50).Move(MathF.Sin(a) * r, s * 0.2f, -MathF.Cos(a) * r), i % 3 == 0 ? Grounds.Snow() : berg);
            }

            for (int i = 0; i < 10; i++)
            {
                float x = random.Next(-9, 9), z = random.Next(-9, 3);
                b.Add(Shapes.Ellipsoid(random.Next(0.8f, 2.2f), 0.22f, random.Next(0.7f, 1.4f), 2).Roughen(0.08f, 0.4f, (uint)i).Move(MathF.Abs(x) < 2.5f ? x + 5 : x, 0, z), Grounds.Snow());
            }

            Grounds.Ridge(b, Finishes.Snow(Colours.Hex(0xE2EAF4)) with { PatternScaleM = 6 }, 190, 46, 0.8f, 6);
        }

        static float Height(float x, float z) => 0;
        Grounds.OpenPlaces(b, Height);
        b.Hint(new Vector3(1.2f, 1.1f, 6), new Vector3(0, 0.9f, -4), 44);
        b.Hint(new Vector3(-3.5f, 3.2f, 9), new Vector3(0, 0.6f, -4), 42);
        return Grounds.Stage(b, rink ? "ice-rink" : "ice", Height, Substance.Ice, (new Vector3(-9, 0, -9), new Vector3(9, 20, 5)), rink ? [PlaceSound.Arena] : [PlaceSound.Wind], flat: true, time: rink ? TimeOfDay.Night : TimeOfDay.Morning,
            indoors: rink, sky: rink ? (_, _) => Atmosphere.Interior(TimeOfDay.Dusk, new Vector3(0.4f, 0.9f, 0.4f)) : null);

        static Vector3 RinkPoint(float u, float v)
        {
            Vector2[] outline = Polygons.RoundedRectangle(34, 22, 7, 8);
            float t = u * outline.Length;
            Vector2 p = Vector2.Lerp(outline[(int)t % outline.Length], outline[((int)t + 1) % outline.Length], t - MathF.Floor(t));
            return new Vector3(p.X, v * 1.1f, p.Y - 4);
        }
    }

    /// <summary>Rows of seats with a crowd of coloured heads, in a horseshoe behind the action.</summary>
    internal static void Stands(SettingBuilder b, float depthM, float halfWidthM, int rows)
    {
        Material concrete = Finishes.Plaster(Colours.Hex(0x6E7078));
        List<Form> steps = [];
        for (int r = 0; r < rows; r++)
        {
            steps.Add(Shapes.Box((halfWidthM * 2) + (r * 2), 0.9f + (r * 0.8f), 1.3f).Move(0, (0.9f + (r * 0.8f)) / 2, -depthM - (r * 1.3f)));
            steps.Add(Shapes.Box(1.3f, 0.9f + (r * 0.8f), depthM + 8).Move(halfWidthM + 0.8f + (r * 1.3f), (0.9f + (r * 0.8f)) / 2, (-depthM / 2) + 3).BothSidesX());
        }

        b.Add(Form.Join(steps), concrete);
        Form fan = Shapes.Ellipsoid(0.46f, 0.62f, 0.34f, 1).Move(0, 0.3f, 0).With(Shapes.Sphere(0.15f, 1).Move(0, 0.72f, 0).Slot(1));
        SeededRandom random = new(b.Request.Seed + 77);
        Vector3[] skins = [Colours.Hex(0xE8B690), Colours.Hex(0xA86E4A), Colours.Hex(0x6A4430)];
        for (int colour = 0; colour < 5; colour++)
        {
            List<Form> group = [];
            for (int r = 0; r < rows; r++)
            {
                for (float x = -halfWidthM; x < halfWidthM; x += 0.82f)
                {
                    if (random.NextIndex(5) == colour && random.Chance(0.6f))
                    {
                        group.Add(fan.Move(x + random.Next(-0.15f, 0.15f), 0.9f + (r * 0.8f), -depthM - (r * 1.3f)));
                    }
                }
            }

            b.Add(Form.Join(group), [Finishes.Cloth(Colours.FromPalette(colour)), Finishes.Skin(skins[colour % 3])], castsShadow: false);
        }
    }

    private static Form Wheat()
    {
        SeededRandom random = new(5);
        List<Form> stalks = [];
        for (int i = 0; i < 16; i++)
        {
            float x = random.Next(-0.5f, 0.5f), z = random.Next(-0.5f, 0.5f), h = random.Next(0.65f, 0.9f), lean = random.Next(0.05f, 0.16f), yaw = random.Next(0, 360);
            Form stem = new([new(-0.008f, 0, 0), new(0.008f, 0, 0), new(0, h, lean)], [0, 1, 2], null, null, 90);
            Form ear = new([new(0, h - 0.02f, lean), new(0.026f, h + 0.07f, lean + 0.03f), new(0, h + 0.19f, lean + 0.09f), new(-0.026f, h + 0.07f, lean + 0.03f)], [0, 1, 2, 0, 2, 3], null, null, 90);
            stalks.Add(stem.With(ear, ear.RotateY(90)).RotateY(yaw).Move(x, 0, z));
        }

        return Form.Join(stalks);
    }

    private static void Spread(SettingBuilder b, Func<float, float, float> height, Material material, float half = 110) => Grounds.Terrain(b, half, height, material);
}
