using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>Under water, the moon, space, the launch pad, arenas, the castle hill and the dungeon.</summary>
internal static class Worlds
{
    /// <summary>A coral reef on white sand, light from above.</summary>
    public static SettingStage UnderWater(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        const float Bed = -5;
        static float Height(float x, float z) => Bed + (0.5f * Noise.Fractal(x * 0.12f, z * 0.12f, 3, 3)) + (Math.Clamp((MathF.Abs(x) - 4) / 12, 0, 1) * 2.6f * (0.5f + Noise.Fractal(x * 0.09f, z * 0.09f, 8, 3))) - (z < -8 ? (-z - 8) * 0.05f : 0);
        Grounds.Terrain(b, 60, Height, Grounds.Sand(0xD8CFA8), 50);
        Prop[] corals = [.. Enumerable.Range(0, 6).Select(i => request.Prop("coral", Detail.Far, i))];
        Grounds.Plant(b, corals, new Vector2(-14, -18), new Vector2(14, 4), 1.7f, Height, (x, z) => MathF.Abs(x) > 2.2f || z < -6 ? 0.62f : 0.12f, 0.8f, 2.2f, 3);
        Grounds.Plant(b, [request.Prop("seaweed", Detail.Far, 0), request.Prop("seaweed", Detail.Far, 1), request.Prop("seaweed", Detail.Far, 2)], new Vector2(-14, -18), new Vector2(14, 4), 2.1f, Height, (x, _) => MathF.Abs(x) > 1.5f ? 0.5f : 0.1f, 0.8f, 1.9f, 5);
        Grounds.Plant(b, [request.Prop("rock", Detail.Far, 0), request.Prop("rock", Detail.Far, 1)], new Vector2(-18, -26), new Vector2(18, 3), 5, Height, (x, _) => MathF.Abs(x) > 3.5f ? 0.6f : 0, 0.8f, 3.2f, 7);
        for (int i = 0; i < 16; i++)
        {
            Prop fish = request.Prop("fish", Detail.Far, i);
            b.Dress(fish, new Vector3(random.Next(-6, 6), Bed + random.Next(1.2f, 4), random.Next(-9, -1)), i % 2 == 0 ? 80 + random.Next(-25, 25) : -90 + random.Next(-25, 25), random.Next(0.8f, 1.5f));
        }

        b.Emit(EmitterKind.Bubbles, new Vector3(-3, Height(-3, -3), -3), 0.5f, 0.05f);
        b.Emit(EmitterKind.Bubbles, new Vector3(4, Height(4, -5), -5), 0.4f, 0.05f);
        b.Anchor("centre", new Vector3(0, Bed + 2.4f, 0), 3, 2);
        b.Anchor("bottom", new Vector3(0, Height(0, -1), -1), 2, 2);
        b.Anchor("background", new Vector3(0, Bed + 3, -14), 6, 3);
        b.Anchor("left", new Vector3(-2.5f, Bed + 2, 0.4f));
        b.Anchor("right", new Vector3(2.5f, Bed + 2, 0.4f));
        b.Anchor("top", new Vector3(0, -0.5f, -3), 6, 4);
        b.Path("under-water", 5, [new(-12, Bed + 3.4f, -5), new(-4, Bed + 2.8f, -1), new(4, Bed + 2.4f, -0.5f), new(12, Bed + 3.2f, -4)]);
        b.Path("water", 5, [new(-14, Bed + 4, -6), new(0, Bed + 3.4f, -2), new(14, Bed + 4, -6)]);
        b.Path("down", 3, [new(-4, Bed + 7, -5), new(-1, Bed + 4, -2.5f), new(1, Bed + 2, -1), new(2, Bed + 1.3f, 0)]);
        b.Hint(new Vector3(1.5f, Bed + 2.3f, 7.5f), new Vector3(0, Bed + 2.4f, -3), 48);
        b.Hint(new Vector3(-4, Bed + 1.2f, 5), new Vector3(1, Bed + 2.8f, -3), 50);
        return Grounds.Stage(b, "under-water", Height, Substance.Sand, (new Vector3(-10, Bed, -8), new Vector3(10, Bed + 8, 5)), [PlaceSound.UnderWater], indoors: true, gravity: 1.2f,
            fog: new Fog { DensityPerM = 0.055f, HeightM = 60, Colour = new Vector3(0.015f, 0.19f, 0.27f) },
            sky: (time, _) => new Sky
            {
                Studio = true,
                SunDirection = Vector3.Normalize(new Vector3(0.25f, 0.95f, 0.2f)),
                SunColour = new Vector3(0.75f, 1.5f, 1.5f) * (time == TimeOfDay.Night ? 0.25f : 1),
                SunSoftnessDegrees = 5,
                ZenithColour = new Vector3(0.1f, 0.5f, 0.58f) * (time == TimeOfDay.Night ? 0.3f : 1),
                HorizonColour = new Vector3(0.02f, 0.21f, 0.3f),
                GlowColour = Vector3.Zero,
                GroundColour = new Vector3(0.03f, 0.1f, 0.12f),
                CloudCover = 0,
            });
    }

    /// <summary>The grey plain of the moon, with the earth above the horizon.</summary>
    public static SettingStage Moon(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        (float X, float Z, float R)[] craters = [.. Enumerable.Range(0, 26).Select(i => (random.Next(-40, 40), random.Next(-55, 10), random.Next(1, 5)))];
        float Height(float x, float z)
        {
            float h = 0.22f * Noise.Fractal(x * 0.12f, z * 0.12f, 5, 4) * Math.Clamp(MathF.Sqrt((x * x) + (z * z)) / 6, 0.25f, 1) * 1.6f;
            foreach ((float cx, float cz, float r) in craters)
            {
                float d = MathF.Sqrt(((x - cx) * (x - cx)) + ((z - cz) * (z - cz))) / r;
                if (d < 1.7f && (cx * cx) + (cz * cz) > 20)
                {
                    h += r * 0.16f * (d < 1 ? (d * d * 1.5f) - 1 : 0.5f * MathF.Max(0, 1 - ((d - 1) / 0.7f)));
                }
            }

            return h;
        }

        Material dust = new() { BaseColour = Colours.Hex(0x9A9890), SecondColour = Colours.Hex(0x77756E), Roughness = 1, Pattern = SurfacePattern.Grain, PatternScaleM = 0.06f, Relief = 0.4f };
        b.Add(Terrains.Grid(new Vector2(-90, -110), new Vector2(90, 40), 100, 100, Height, 0.6f), dust);
        Grounds.Ridge(b, dust, 110, 20, 0.5f, 4);
        Grounds.Plant(b, [request.Prop("rock", Detail.Far, 0), request.Prop("rock", Detail.Far, 1)], new Vector2(-14, -22), new Vector2(14, 6), 3.6f, Height, (x, z) => (x * x) + (z * z) > 5 ? 0.5f : 0, 0.1f, 0.7f, 3);
        b.Place(request.Prop("earth", Detail.Hero), new Vector3(-46, 52, -190), 40, 8);

        // A lander, and a flag that stands stiff.
        Material foil = Finishes.Metal(Colours.Hex(0xD0A040)) with { Roughness = 0.4f }, steel = Finishes.Satin(Colours.Hex(0xC4C8CC));
        Vector3 at = new(-6.4f, Height(-6.4f, -9.5f), -9.5f);
        List<Form> legs = [];
        for (int i = 0; i < 4; i++)
        {
            legs.Add(Sweeps.Bar(new Vector3(1.3f, 1.5f, 0), new Vector3(2.5f, 0.1f, 0), 0.07f, 6).With(Shapes.Cylinder(0.4f, 0.08f, 14).Move(2.5f, 0, 0)).RotateY((90 * i) + 45));
        }

        b.Add(Shapes.Frustum(1.7f, 1.7f, 1.2f, 8).Move(0, 1.1f, 0).With(Form.Join(legs)).Move(at), foil);
        b.Add(Shapes.RoundedBox(2.1f, 1.5f, 1.8f, 0.45f, 2).Move(0, 3f, 0).With(Sweeps.Bar(new Vector3(0, 3.6f, 0), new Vector3(0, 4.6f, 0), 0.04f, 6), Shapes.Ellipsoid(0.9f, 0.3f, 0.9f, 2).Move(0, 4.6f, 0)).Move(at), steel);
        b.Add(Shapes.RoundedBox(0.5f, 0.5f, 0.1f, 0.05f).Move(-0.5f, 3.2f, 0.92f).With(Shapes.RoundedBox(0.5f, 0.5f, 0.1f, 0.05f).Move(0.5f, 3.2f, 0.92f)).Move(at), Finishes.Pane(Colours.Hex(0x1A1E24)));
        b.Add(Sweeps.Bar(new Vector3(3.2f, Height(3.2f, -3), -3), new Vector3(3.2f, 2.1f, -3), 0.02f, 6), steel);
        b.Add(Sweeps.Sheet((u, v) => new Vector3(3.2f + u, 1.45f + (0.62f * v), -3 + (0.05f * MathF.Sin(u * 9))), 10, 2), Finishes.Canvas(Colours.Hex(0xE87A2E)));
        Grounds.OpenPlaces(b, Height);
        b.Hint(new Vector3(1.6f, 1.4f, 6.6f), new Vector3(-0.4f, 1.6f, -4), 46);
        b.Hint(new Vector3(-3, 0.8f, 5.2f), new Vector3(0.4f, 1.7f, -4), 48);
        return Grounds.Stage(b, "moon-surface", Height, Substance.Sand, (new Vector3(-9, -1, -8), new Vector3(9, 30, 6)), [PlaceSound.Space], airless: true, gravity: 1.62f, fog: new Fog(),
            sky: (_, _) => Space(Vector3.Normalize(new Vector3(0.7f, 0.42f, 0.4f)), new Vector3(3.4f, 3.3f, 3.1f), new Vector3(0.004f)));
    }

    /// <summary>Open space: a bright star, far worlds and drifting rocks.</summary>
    public static SettingStage SpaceOrbit(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        Prop[] stones = [request.Prop("rock", Detail.Many, 0), request.Prop("rock", Detail.Many, 1), request.Prop("rock", Detail.Many, 2)];
        for (int i = 0; i < 70; i++)
        {
            float a = random.Next(-1.5f, 1.5f), r = random.Next(26, 70);
            b.Place(stones[i % 3], new Vector3(MathF.Sin(a) * r, random.Next(-2.5f, 2.5f) - 5 + (a * 3), (-MathF.Cos(a) * r) + 8), random.Next(0, 360), random.Next(0.3f, 1.6f));
        }

        Prop far = request.Prop("planet", Detail.Many, 2), red = request.Prop("planet", Detail.Many, 1);
        b.Place(far, new Vector3(-38, 12, -95), 0, 6);
        b.Place(red, new Vector3(44, -9, -70), 0, 2.2f);
        b.Anchor("centre", Vector3.Zero, 6, 4);
        b.Anchor("left", new Vector3(-7, 1, -4));
        b.Anchor("right", new Vector3(7, -1, -6));
        b.Anchor("background", new Vector3(4, 5, -40), 10, 6);
        b.Anchor("sky", new Vector3(0, 5, -10), 8, 5);
        b.Path("sky", 6, [new(-22, 3, -14), new(-6, 1, -2), new(8, 0, 2), new(24, -2, -8)]);
        b.Path("walk", 4, [new(-6, 0, 0), new(6, 0, 0)]);
        b.Path("orbit", 4, [.. Enumerable.Range(0, 12).Select(i => new Vector3(11 * MathF.Cos(MathF.Tau * i / 12), 0.6f * MathF.Sin(MathF.Tau * i / 12), 11 * MathF.Sin(MathF.Tau * i / 12)))], closed: true);
        b.Hint(new Vector3(3, 4.5f, 19), new Vector3(0, 0, -2), 46);
        b.Hint(new Vector3(-10, 2, 12), new Vector3(2, 0, -4), 48);
        return Grounds.Stage(b, "space", (_, _) => -1000, Substance.Stone, (new Vector3(-20, -10, -24), new Vector3(20, 12, 12)), [PlaceSound.Space], flat: true, airless: true, gravity: 0, fog: new Fog(), time: TimeOfDay.Night,
            sky: (_, _) => Space(Vector3.Normalize(new Vector3(-0.75f, 0.35f, 0.45f)), new Vector3(3.2f, 2.9f, 2.5f), new Vector3(0.003f, 0.0026f, 0.006f)));
    }

    /// <summary>A launch pad with its tower, tanks and floodlights.</summary>
    public static SettingStage LaunchPad(SettingRequest request)
    {
        SettingBuilder b = new(request);
        static float Height(float x, float z) => MathF.Max(MathF.Abs(x), MathF.Abs(z)) < 60 ? 0 : 0.02f * (MathF.Max(MathF.Abs(x), MathF.Abs(z)) - 60);
        Grounds.Terrain(b, 200, Height, Grounds.Grass(0x6E7A44, 0x9A9060), 30);
        Material concrete = new() { BaseColour = Colours.Hex(0x9A978E), SecondColour = Colours.Hex(0x77746C), Roughness = 0.9f, Pattern = SurfacePattern.Tiles, PatternScaleM = 3, Relief = 0.2f };
        b.Add(Shapes.Cylinder(22, 0.2f, 48, 0.05f).Move(0, -0.12f, 0).With(Shapes.Box(9, 0.12f, 70).Move(0, 0, 40)), concrete);
        b.Add(Shapes.Frustum(5.2f, 4.2f, 1.2f, 8, 0.08f), Finishes.Plaster(Colours.Hex(0x84817A)));
        b.SolidBox(new Vector3(0, 0.6f, 0), new Vector3(7, 1.2f, 7), Substance.Stone);
        Material red = Finishes.Satin(Colours.Hex(0xC2482E)), white = Finishes.Satin(Colours.Hex(0xE8E4DA));
        List<Form> girders = [], rails = [];
        for (int level = 0; level < 9; level++)
        {
            float y = level * 2.2f;
            foreach ((float x, float z) in (ReadOnlySpan<(float, float)>)[(-1.1f, -1.1f), (1.1f, -1.1f), (-1.1f, 1.1f), (1.1f, 1.1f)])
            {
                girders.Add(Shapes.Box(0.22f, 2.2f, 0.22f).Move(x, y + 1.1f, z));
            }

            for (int side = 0; side < 4; side++)
            {
                girders.Add(Sweeps.Bar(new Vector3(-1.1f, y, 1.1f), new Vector3(1.1f, y + 2.2f, 1.1f), 0.06f, 5).RotateY(90 * side));
                rails.Add(Shapes.Box(2.5f, 0.12f, 0.12f).Move(0, y + 2.2f, 1.1f).RotateY(90 * side));
            }

            rails.Add(Shapes.Box(2.6f, 0.06f, 2.6f).Move(0, y + 2.2f, 0));
        }

        foreach (float y in (ReadOnlySpan<float>)[8.8f, 13.2f])
        {
            rails.Add(Shapes.Box(3.4f, 0.35f, 0.7f).Move(2.4f, y, 0));
        }

        Vector3 tower = new(-5.4f, 0, -1.2f);
        b.Add(Form.Join(girders).Move(tower), red);
        b.Add(Form.Join(rails).Move(tower), white);
        foreach ((float x, float z, float s) in (ReadOnlySpan<(float, float, float)>)[(13, -13, 1), (17.5f, -10, 0.8f), (-17, -14, 1.1f)])
        {
            b.Add(Shapes.Sphere(2.4f * s, 3).Move(x, 3.4f * s, z).With(Shapes.Frustum(1.6f * s, 1.2f * s, 1.6f * s, 12).Move(x, 0, z)), white);
        }

        foreach ((float x, float z) in (ReadOnlySpan<(float, float)>)[(-13, 5), (13, 4), (-12, -13), (9, -17)])
        {
            b.Add(Sweeps.Bar(new Vector3(x, 0, z), new Vector3(x, 11, z), 0.22f, 0.12f, 8), white);
            b.Add(Shapes.RoundedBox(1.6f, 0.8f, 0.4f, 0.08f).Move(x, 11.2f, z), Finishes.Glow(new Vector3(1f, 0.96f, 0.86f), request.Dark ? 9 : 1.4f));
            b.Light(new Vector3(x * 0.86f, 10.4f, z * 0.86f), new Vector3(1f, 0.94f, 0.8f) * 90, 30);
        }

        b.Place(request.Prop("building", Detail.Far, 3, size: 0.5f), new Vector3(34, 0, -52), 20);
        b.Place(request.Prop("truck", Detail.Far), new Vector3(10.5f, 0, 6), -60);
        Grounds.Ridge(b, Grounds.Grass(0x5E7050, 0x74806A), 210, 16, 0.15f, 4);
        b.Emit(EmitterKind.Steam, new Vector3(-1.8f, 1.4f, 1), 0.5f, 0.5f);
        b.Emit(EmitterKind.Steam, new Vector3(2, 1.2f, -0.5f), 0.4f, 0.5f);
        Grounds.OpenPlaces(b, Height, centreLiftM: 1.2f);
        b.Anchor("pad", new Vector3(0, 1.2f, 0), 2, 2);
        b.Path("launch", 3, [new(0, 1.2f, 0), new(0, 14, 0), new(1, 60, -4), new(6, 150, -20)]);
        b.Hint(new Vector3(9, 1.9f, 24), new Vector3(-0.6f, 8.4f, 0), 46);
        b.Hint(new Vector3(-11, 1.1f, 15), new Vector3(0, 7.5f, 0), 52);
        b.Hint(new Vector3(14, 15, 26), new Vector3(0, 6, 0), 42);
        return Grounds.Stage(b, "launch-pad", Height, Substance.Stone, (new Vector3(-9, 0, -9), new Vector3(9, 200, 9)), [PlaceSound.Wind], flat: true, time: TimeOfDay.Morning);
    }

    /// <summary>A stadium at night; a basketball court, a circus ring or a gymnasium by its concept.</summary>
    public static SettingStage Arena(SettingRequest request)
    {
        SettingBuilder b = new(request);
        bool court = request.Concept == "basketball-court", circus = request.Concept == "circus", gym = request.Concept == "gymnasium";
        static float Height(float x, float z) => 0;
        if (circus)
        {
            b.Add(Shapes.Cylinder(6.5f, 0.1f, 48).Move(0, -0.1f, 0), Grounds.Sand(0xD8A860));
            b.Add(Shapes.Box(60, 0.1f, 60).Move(0, -0.16f, 0), Grounds.Earth(0x5E4434));
            for (int i = 0; i < 24; i++)
            {
                b.Add(Shapes.RoundedBox(1.68f, 0.42f, 0.5f, 0.1f).Move(0, 0.21f, 6.6f).RotateY(15 * i), Finishes.Satin(i % 2 == 0 ? Colours.Hex(0xC8281E) : Colours.Hex(0xF2E6C8)));
            }

            // The big top: alternate red and cream gores.
            for (int i = 0; i < 24; i++)
            {
                float a = MathF.Tau * i / 24, c = MathF.Tau * (i + 1) / 24;
                Form gore = Sweeps.Sheet((u, v) =>
                {
                    float t = float.Lerp(a, c, u), r = v < 0.4f ? 15 : 15 * (1 - ((v - 0.4f) / 0.6f * 0.94f)), y = v < 0.4f ? v / 0.4f * 6 : 6 + (7.5f * MathF.Pow((v - 0.4f) / 0.6f, 0.85f));
                    return new Vector3(MathF.Sin(t) * r, y, -MathF.Cos(t) * r);
                }, 2, 10);
                if (i is > 13 or < 10)
                {
                    b.Add(gore, Finishes.Canvas(i % 2 == 0 ? Colours.Hex(0xB8221E) : Colours.Hex(0xF0E2C0)) with { Emission = (i % 2 == 0 ? Colours.Hex(0xB8221E) : Colours.Hex(0xF0E2C0)) * 0.05f }, castsShadow: false);
                }
            }

            for (int i = 0; i < 3; i++)
            {
                Towns.Garland(b, new Vector3(-9 + (i * 2), 7.5f, -8 + (i * 2)), new Vector3(9 - (i * 2), 7.5f, -8 + (i * 2)), i, true);
            }
        }
        else
        {
            Material floor = court || gym ? Finishes.Wood(Colours.Hex(0xC08A50)) with { PatternScaleM = 0.9f, Clearcoat = 0.7f, Roughness = 0.25f } : new() { BaseColour = Colours.Hex(0x3E7A34), SecondColour = Colours.Hex(0x4C8A3E), Roughness = 0.95f, Pattern = SurfacePattern.Checker, PatternScaleM = 6, Sheen = 0.3f };
            b.Add(Shapes.Box(court || gym ? 30 : 70, 0.2f, court || gym ? 26 : 60).Move(0, -0.1f, court || gym ? -3 : -10), floor, castsShadow: false);
            Material white = Finishes.Matt(Colours.Hex(0xF0EEE6));
            if (court)
            {
                b.Add(Lathes.Turn([new(1.75f, 0.006f), new(1.83f, 0.006f)], 48).InsideOut().With(Lathes.Turn([new(6.2f, 0.006f), new(6.28f, 0.006f)], 64).InsideOut().Move(0, 0, -6.3f), Shapes.Box(0.08f, 0.012f, 5.8f).Move(2.45f, 0, -4.7f).BothSidesX(), Shapes.Box(4.9f, 0.012f, 0.08f).Move(0, 0, -1.8f), Shapes.Box(16, 0.012f, 0.08f).Move(0, 0, -7.6f)), white with { TwoSided = true }, castsShadow: false);
                b.Add(Shapes.Box(4.82f, 0.008f, 5.8f).Move(0, 0, -4.7f), Finishes.Satin(Colours.Hex(0x1E4E8A)), castsShadow: false);
                b.Place(request.Prop("basketball-hoop", Detail.Many), new Vector3(0, 0, -6.2f), 0);
                b.SolidBox(new Vector3(0, 3.45f, -6.4f), new Vector3(1.8f, 1.05f, 0.06f), Substance.Wood);
                b.Anchor("hoop", new Vector3(0, 3.05f, -5.98f));
            }
            else if (gym)
            {
                b.Add(Shapes.RoundedBox(5, 0.14f, 0.1f, 0.02f).Move(0, 1.18f, -0.6f).With(Shapes.Box(0.1f, 1.1f, 0.5f).Move(2, 0.55f, -0.6f).BothSidesX(), Shapes.Box(0.6f, 0.06f, 0.9f).Move(2, 0.03f, -0.6f).BothSidesX()), Finishes.Wood(Colours.Hex(0xD8B078)));
                b.SolidBox(new Vector3(0, 1.18f, -0.6f), new Vector3(5, 0.14f, 0.1f), Substance.Wood);
                b.Anchor("beam", new Vector3(0, 1.25f, -0.6f), 2.3f, 0.05f);
                b.Path("beam", 0.1f, [new(-2.2f, 1.25f, -0.6f), new(2.2f, 1.25f, -0.6f)]);
                b.Add(Shapes.RoundedBox(7, 0.16f, 3, 0.05f).Move(0, 0.02f, -0.6f), Finishes.Cloth(Colours.Hex(0x2A5A9A)));
            }
            else
            {
                b.Add(Lathes.Turn([new(5, 0.012f), new(5.14f, 0.012f)], 64).InsideOut().With(Shapes.Box(60, 0.02f, 0.14f).Move(0, 0, 0)), white with { TwoSided = true }, castsShadow: false);
            }
        }

        Nature.Stands(b, circus ? 8.5f : court || gym ? 10 : 22, circus ? 9 : court || gym ? 13 : 30, circus ? 4 : court || gym ? 6 : 11);
        float reach = circus ? 6 : court || gym ? 9 : 24, high = circus ? 7 : court || gym ? 8.5f : 22;
        foreach ((float x, float z) in (ReadOnlySpan<(float, float)>)[(-1, -0.9f), (1, -0.9f), (-1, 0.35f), (1, 0.35f)])
        {
            Vector3 at = new(x * reach, high, z * reach);
            b.Add(Shapes.RoundedBox(reach * 0.2f, reach * 0.1f, 0.3f, 0.05f).RotateX(30).Move(at), Finishes.Glow(new Vector3(1f, 0.97f, 0.9f), 10), castsShadow: false);
            if (!circus && !court && !gym)
            {
                b.Add(Sweeps.Bar(at with { Y = 0 }, at, 0.4f, 0.25f, 8), Finishes.Satin(Colours.Hex(0x8A8E94)));
            }

            b.Light(at * 0.8f, (circus ? new Vector3(1f, 0.8f, 0.55f) : new Vector3(0.92f, 0.96f, 1f)) * high * high * 0.95f, high * 3.2f, false);
        }

        b.Emit(EmitterKind.Glitter, new Vector3(0, 4, -3), 0.2f, 4);
        Grounds.OpenPlaces(b, Height);
        b.Hint(new Vector3(1.6f, 1.5f, 7), new Vector3(0, 1.8f, -4.5f), 46);
        b.Hint(new Vector3(-4, 3.2f, 9), new Vector3(0, 1.4f, -4), 44);
        bool inside = circus || court || gym;
        return Grounds.Stage(b, request.Concept, Height, inside ? Substance.Wood : Substance.Grass, (new Vector3(-6, 0, -6), new Vector3(6, 12, 6)), [PlaceSound.Arena, PlaceSound.Crowd], flat: true, time: TimeOfDay.Night, indoors: inside,
            sky: inside ? (_, _) => Atmosphere.Interior(TimeOfDay.Dusk, new Vector3(0.3f, 0.9f, 0.35f)) with { SunColour = new Vector3(0.7f, 0.62f, 0.5f) } : null, fog: inside ? new Fog { DensityPerM = 0.008f, Colour = new Vector3(0.1f, 0.085f, 0.07f) } : null);
    }

    /// <summary>A castle on its hill above a river plain.</summary>
    public static SettingStage CastleHill(SettingRequest request)
    {
        SettingBuilder b = new(request);
        static float Height(float x, float z)
        {
            float r = MathF.Sqrt((x * x) + ((z + 52) * (z + 52))), flat = MathF.Max(0, r - 17), hill = 19 * MathF.Exp(-flat * flat / 420);
            return hill + (0.7f * Noise.Fractal(x * 0.04f, z * 0.04f, 6, 3) * Math.Clamp(r / 40, 0, 1) * Math.Clamp(MathF.Sqrt((x * x) + (z * z)) / 10, 0, 1));
        }

        Grounds.Terrain(b, 130, Height, Grounds.Grass(), 64);
        float top = Height(0, -52);
        b.Place(request.Prop("castle", Detail.Many), new Vector3(0, top - 1.4f, -52), -8);
        Vector3[] road = [.. Splines.Through([new(2, 0, 16), new(-3, 0, 4), new(6, 0, -8), new(-5, 0, -20), new(3, 0, -31), new(0, 0, -38)], 8).Select(p => p with { Y = Height(p.X, p.Z) })];
        b.Add(Terrains.Ribbon(road, 2.6f, 0.06f), Grounds.Sand(0xBFA67C), castsShadow: false);
        Prop[] trees = [request.Prop("tree", Detail.Far, 0), request.Prop("tree", Detail.Far, 1), request.Prop("pine", Detail.Far, 0)];
        Grounds.Plant(b, trees, new Vector2(-80, -110), new Vector2(80, 6), 8.6f, Height, (x, z) => MathF.Sqrt((x * x) + ((z + 52) * (z + 52))) < 22 || MathF.Abs(x) < 8 ? 0 : 0.38f, 0.7f, 1.2f, 3);
        Grounds.Ridge(b, Grounds.Grass(0x56744A, 0x6E8460), 170, 36, 0.3f, 5);
        Grounds.Ridge(b, Finishes.Stone(Colours.Hex(0x767C8C)) with { PatternScaleM = 9 }, 270, 110, 0.95f, 9);
        Grounds.Grow(b, Grounds.Sward(24, 0.28f, 7), Finishes.Stem(Colours.Hex(0x6C9A3E)) with { Sway = 0.5f }, new Vector2(-10, -9), new Vector2(10, 8), 1, Height, (_, _) => 0.7f);
        Grounds.OpenPlaces(b, Height);
        b.Anchor("hilltop", new Vector3(0, top - 1.4f, -36), 5, 2);
        b.Anchor("top", new Vector3(-3.4f, top + 25, -54));
        b.Path("sky", 8, [new(-40, top + 16, -40), new(-8, top + 22, -34), new(22, top + 26, -50), new(10, top + 30, -74), new(-24, top + 22, -70)]);
        b.Hint(new Vector3(6, 2.4f, 11), new Vector3(0, 15, -46), 48);
        b.Hint(new Vector3(-20, 31, -4), new Vector3(0, 27, -52), 46);
        b.Hint(new Vector3(1.4f, 1.5f, 7), new Vector3(0, 4, -14), 50);
        return Grounds.Stage(b, "castle-hill", Height, Substance.Grass, (new Vector3(-12, 0, -10), new Vector3(12, 80, 6)), [PlaceSound.Wind, PlaceSound.Birds], time: TimeOfDay.Dawn);
    }

    /// <summary>A vaulted dungeon with torches; a rocky cave when that is asked for.</summary>
    public static SettingStage Dungeon(SettingRequest request)
    {
        SettingBuilder b = new(request);
        Material stone = new() { BaseColour = Colours.Hex(0x77706A), SecondColour = Colours.Hex(0x3E3A38), Roughness = 0.9f, Pattern = SurfacePattern.Brick, PatternScaleM = 0.7f, Relief = 0.8f };
        Material floor = new() { BaseColour = Colours.Hex(0x5E5A56), SecondColour = Colours.Hex(0x34312F), Roughness = 0.6f, Pattern = SurfacePattern.Tiles, PatternScaleM = 1.1f, Relief = 0.5f };
        b.Add(Shapes.Box(12, 0.2f, 26).Move(0, -0.1f, -4), floor);
        b.Add(Shapes.Box(0.5f, 6, 26).Move(5.2f, 3, -4).BothSidesX().With(Shapes.Box(12, 6, 0.5f).Move(0, 3, -15)), stone);
        b.SolidBox(new Vector3(5.2f, 3, -4), new Vector3(0.5f, 6, 26), Substance.Stone);
        b.SolidBox(new Vector3(-5.2f, 3, -4), new Vector3(0.5f, 6, 26), Substance.Stone);
        b.SolidBox(new Vector3(0, 3, -15), new Vector3(12, 6, 0.5f), Substance.Stone);
        List<Form> ribs = [];
        for (int i = 0; i < 5; i++)
        {
            float z = 3.4f - (i * 4.4f);
            ribs.Add(Shapes.RoundedBox(0.8f, 3.2f, 0.8f, 0.08f).Move(4.5f, 1.6f, z).With(Shapes.RoundedBox(1.05f, 0.35f, 1.05f, 0.06f).Move(4.5f, 0.17f, z), Shapes.RoundedBox(1.05f, 0.3f, 1.05f, 0.06f).Move(4.5f, 3.2f, z)).BothSidesX());
            ribs.Add(Sweeps.Tube([.. Enumerable.Range(0, 15).Select(k => new Vector3(-4.5f * MathF.Cos(MathF.PI * k / 14), 3.3f + (2.6f * MathF.Sin(MathF.PI * k / 14)), z))], 0.34f, 4));
            for (int side = -1; side <= 1; side += 2)
            {
                Vector3 torch = new(side * 3.95f, 2.25f, z);
                b.Add(Sweeps.Bar(torch - new Vector3(side * -0.2f, 0.4f, 0), torch, 0.03f, 0.05f, 7), Finishes.Wood(Colours.Hex(0x4A3220)));
                Prop flame = TorchFlame(request);
                b.Dress(flame, torch);
                b.Light(torch + new Vector3(-side * 0.5f, 0.35f, 0), new Vector3(1f, 0.5f, 0.16f) * 7, 7.5f, false, 0.6f);
            }
        }

        b.Add(Form.Join(ribs), stone with { PatternScaleM = 0.5f });
        b.Add(Sweeps.Sheet((u, v) => new Vector3(-5 * MathF.Cos(MathF.PI * u), 3.5f + (2.9f * MathF.Sin(MathF.PI * u)), 9 - (v * 24)), 14, 2).InsideOut(), stone with { TwoSided = true });
        b.Add(Buildings.Arched(1.8f, 3, 0.2f).Move(0, 0, -14.75f), Finishes.Wood(Colours.Hex(0x4E3420)));
        List<Form> bars = [];
        for (int i = -3; i <= 3; i++)
        {
            bars.Add(Shapes.Cylinder(0.03f, 2.8f, 6).Move(i * 0.26f, 0, -14.55f));
        }

        b.Add(Form.Join(bars), Finishes.Iron(Colours.Hex(0x26282A)));
        b.Place(request.Prop("barrel"), new Vector3(3.6f, 0, -2.4f), 20, solid: true);
        b.Place(request.Prop("crate"), new Vector3(-3.7f, 0, -3.4f), 24, solid: true);
        b.Place(request.Prop("barrel", index: 1), new Vector3(3.4f, 0, -6.4f), 20, solid: true);
        static float Height(float x, float z) => 0;
        b.Anchor("centre", Vector3.Zero, 2.5f, 3);
        b.Anchor("left", new Vector3(-1.6f, 0, 0.2f), yawDegrees: 90);
        b.Anchor("right", new Vector3(1.6f, 0, 0.2f), yawDegrees: -90);
        b.Anchor("background", new Vector3(0, 0, -9), 2, 2);
        b.Path("walk", 2, [new(0, 0, -12), new(0, 0, -4), new(0, 0, 2)]);
        b.Path("sky", 2, [new(-3, 3, -4), new(3, 3, -2)]);
        b.Hint(new Vector3(0.9f, 1.6f, 6.6f), new Vector3(0, 1.7f, -5), 48);
        b.Hint(new Vector3(-2.2f, 0.9f, 5), new Vector3(0.4f, 1.4f, -4), 50);
        return Grounds.Stage(b, "dungeon", Height, Substance.Stone, (new Vector3(-3.4f, 0, -11), new Vector3(3.4f, 4, 5)), [PlaceSound.Cave, PlaceSound.Fire], flat: true, time: TimeOfDay.Night, indoors: true, fog: new Fog { DensityPerM = 0.012f, Colour = new Vector3(0.02f, 0.016f, 0.014f) },
            sky: (_, _) => new Sky { Studio = true, SunDirection = Vector3.Normalize(new Vector3(0.2f, 0.9f, 0.4f)), SunColour = new Vector3(0.02f, 0.025f, 0.04f), ZenithColour = new Vector3(0.02f, 0.022f, 0.03f), HorizonColour = new Vector3(0.03f, 0.026f, 0.028f), GroundColour = new Vector3(0.014f, 0.012f, 0.011f), GlowColour = Vector3.Zero, CloudCover = 0 });
    }

    private static Prop TorchFlame(SettingRequest request)
    {
        PropBuilder b = new(new PropRequest("torch") { Seed = request.Seed });
        b.Part("flame-1", Festive.Flame(b, 0.11f, 0.42f), castsShadow: false);
        return b.Build(Substance.Wood, 0.1f, Rig.Flame);
    }

    private static Sky Space(Vector3 sun, Vector3 colour, Vector3 dark) => new()
    {
        SunDirection = sun,
        SunColour = colour,
        SunSoftnessDegrees = 0.5f,
        ZenithColour = dark,
        HorizonColour = dark,
        GlowColour = new Vector3(0.05f),
        GroundColour = dark * 1.5f,
        CloudCover = 0,
        Stars = 1,
    };
}
