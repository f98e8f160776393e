using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>A city street and a village.</summary>
internal static class Towns
{
    private static readonly Vector3[] Neons = [new(1f, 0.08f, 0.42f), new(0.08f, 0.75f, 1f), new(1f, 0.5f, 0.08f), new(0.55f, 0.15f, 1f), new(0.15f, 1f, 0.55f), new(1f, 0.12f, 0.1f)];

    /// <summary>A narrow city street between shops and tall façades; neon at night.</summary>
    public static SettingStage CityStreet(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        bool dark = request.Dark, neon = dark || request.Has("neon") || request.Has("neon-lights");
        const float RoadHalf = 3.6f, Walk = 2.6f, Near = 14f, Far = -64f;
        Material asphalt = new() { BaseColour = Colours.Hex(0x34363A), SecondColour = Colours.Hex(0x26282B), Roughness = 0.85f, Pattern = SurfacePattern.Grain, PatternScaleM = 0.05f, Relief = 0.25f };
        Material slab = new() { BaseColour = Colours.Hex(0x77756F), SecondColour = Colours.Hex(0x55534F), Roughness = 0.85f, Pattern = SurfacePattern.Tiles, PatternScaleM = 0.6f, Relief = 0.2f };
        b.Add(Shapes.Box(RoadHalf * 2, 0.2f, Near - Far).Move(0, -0.1f, (Near + Far) / 2), asphalt);
        for (int side = -1; side <= 1; side += 2)
        {
            float x = side * (RoadHalf + (Walk / 2));
            b.Add(Shapes.RoundedBox(Walk, 0.3f, Near - Far, 0.03f).Move(x, -0.02f, (Near + Far) / 2), slab);
            b.Add(Shapes.RoundedBox(0.16f, 0.32f, Near - Far, 0.03f).Move(side * (RoadHalf + 0.06f), -0.02f, (Near + Far) / 2), Finishes.Stone(Colours.Hex(0x8C8A84)));
            b.SolidBox(new Vector3(x, -0.02f, (Near + Far) / 2), new Vector3(Walk, 0.3f, Near - Far), Substance.Stone);
        }

        Material paint = Finishes.Matt(Colours.Hex(0xC9C6BC));
        List<Form> marks = [];
        for (float z = Far; z < 6; z += 5)
        {
            marks.Add(Shapes.Box(0.14f, 0.01f, 2.2f).Move(0, 0.004f, z));
        }

        for (int i = -3; i <= 3; i++)
        {
            marks.Add(Shapes.Box(0.5f, 0.01f, 2.4f).Move(i * 0.98f, 0.005f, -7.2f));
        }

        b.Add(Form.Join(marks), paint, castsShadow: false);

        int shop = 0;
        for (int side = -1; side <= 1; side += 2)
        {
            float z = Near;
            while (z > Far)
            {
                float width = random.Next(6.5f, 10.5f), height = random.Next(11, 22) + (z < -30 ? 10 : 0);
                Facade(b, side, RoadHalf + Walk, z - (width / 2), width, height, shop++, neon, ref random);
                z -= width + 0.05f;
            }
        }

        // The street ends in taller blocks, so that the eye has somewhere to go.
        for (int i = 0; i < 5; i++)
        {
            float h = 34 + (random.NextUnit() * 34);
            b.Add(Shapes.Box(13, h, 12).Move(-26 + (i * 13), h / 2, Far - 12 - (i % 2 * 6)), FacadeLook(random.NextIndex(4), dark, 2.6f));
        }

        for (int i = 0; i < 4; i++)
        {
            float z = 5f - (i * 13);
            b.Place(request.Prop("street-lamp", Detail.Many), new Vector3(i % 2 == 0 ? RoadHalf + 0.5f : -RoadHalf - 0.5f, 0.13f, z), solid: true);
        }

        b.Place(request.Prop("car", Detail.Many, 1), new Vector3(RoadHalf - 1.1f, 0, -13), 180, solid: true, lights: false);
        b.Place(request.Prop("taxi", Detail.Many), new Vector3(-RoadHalf + 1.1f, 0, -19), 0, solid: true);
        b.Place(request.Prop("car", Detail.Far, 3), new Vector3(RoadHalf - 1.1f, 0, -27), 180, lights: false);
        b.Place(request.Prop("traffic-light"), new Vector3(RoadHalf + 0.4f, 0.13f, -9.2f), 0, solid: true);
        b.Place(request.Prop("fire-hydrant"), new Vector3(-RoadHalf - 0.55f, 0.13f, 1.2f), 90, solid: true);
        b.Place(request.Prop("crate", Detail.Far), new Vector3(RoadHalf + Walk - 0.6f, 0.13f, -1.2f), 12, solid: true);
        b.Place(request.Prop("tree", Detail.Far, 4), new Vector3(-RoadHalf - 0.9f, 0.13f, -15f), 0, 0.75f);
        b.Place(request.Prop("tree", Detail.Far, 5), new Vector3(RoadHalf + 0.9f, 0.13f, -21f), 60, 0.75f);
        List<Form> wires = [];
        for (int i = 0; i < 5; i++)
        {
            float z = 1 - (i * 9.5f), y = random.Next(7, 9);
            wires.Add(Sweeps.Tube([.. Enumerable.Range(0, 9).Select(k => new Vector3(-6.2f + (k * 1.55f), y - (0.55f * (1 - MathF.Pow((k - 4) / 4f, 2))), z + (k * 0.4f)))], 0.018f, 4));
        }

        b.Add(Form.Join(wires), Finishes.Matt(Colours.Hex(0x101114)), castsShadow: false);
        b.Emit(EmitterKind.Steam, new Vector3(1.6f, 0.05f, -11), 0.4f, 0.3f);
        b.Anchor("centre", Vector3.Zero, 3, 4);
        b.Anchor("left", new Vector3(-RoadHalf - 1.2f, 0.13f, 0.5f), 1, 3);
        b.Anchor("right", new Vector3(RoadHalf + 1.2f, 0.13f, 0.5f), 1, 3);
        b.Anchor("door", new Vector3(RoadHalf + Walk - 0.4f, 0.13f, -3), yawDegrees: -90);
        b.Anchor("balcony", new Vector3(-RoadHalf - Walk + 0.5f, 5.2f, -2), 0.8f, 0.4f, 90);
        b.Anchor("wall", new Vector3(RoadHalf + Walk, 1.5f, -2));
        b.Anchor("background", new Vector3(0, 0, -40), 3, 6);
        b.Anchor("sky", new Vector3(0, 14, -14), 4, 6);
        b.Path("road", 3f, [new(-1.7f, 0, -60), new(-1.7f, 0, -20), new(-1.7f, 0, 0), new(-1.7f, 0, 14)]);
        b.Path("walk", 1.8f, [new(1.2f, 0, -24), new(0.7f, 0, -10), new(0.2f, 0, 0), new(0, 0, 5)]);
        b.Path("sky", 4f, [new(0, 9, -40), new(0, 8, -10), new(0, 10, 12)]);
        b.Hint(new Vector3(1.4f, 1.35f, 8.2f), new Vector3(-0.3f, 2.5f, -9), 50);
        b.Hint(new Vector3(-2.4f, 0.55f, 6.5f), new Vector3(0.6f, 2.2f, -9), 54);
        b.Hint(new Vector3(0.4f, 4.6f, 11), new Vector3(0, 2, -10), 48);
        return new SettingStage
        {
            Concept = "city-street",
            Instances = b.Instances,
            GroundHeightM = (_, _) => 0,
            FlatGround = true,
            Ground = Substance.Stone,
            Colliders = b.Colliders,
            Paths = b.Paths,
            Anchors = b.Anchors,
            PlayArea = (new Vector3(-5.8f, 0, -24), new Vector3(5.8f, 24, 9)),
            Lights = b.Lights,
            Emitters = b.Emitters,
            UsualTime = TimeOfDay.Dusk,
            Sounds = [PlaceSound.City, PlaceSound.Traffic],
            CameraHints = b.CameraHints,
        };
    }

    /// <summary>A village square among gabled houses, with a church behind; snow, lights and a tree in winter.</summary>
    public static SettingStage Village(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        bool snow = request.Snowy, festive = snow || request.Has("christmas") || request.Has("christmas-lights") || request.Has("christmas-tree");
        float Height(float x, float z)
        {
            float away = MathF.Max(0, MathF.Sqrt((x * x) + ((z + 6) * (z + 6) * 0.8f)) - 15);
            return (0.012f * away * away * (z < 0 ? 1 : 0.25f) * Math.Clamp(1 - (away / 160), 0.3f, 1)) + (away > 0 ? MathF.Min(away * 0.08f, 1) * Noise.Fractal(x * 0.05f, z * 0.05f, 5, 3) * 1.8f : 0);
        }

        Material ground = snow
            ? Finishes.Snow(Colours.Hex(0xEEF3FA)) with { PatternScaleM = 0.3f }
            : new() { BaseColour = Colours.Hex(0x5E7E3A), SecondColour = Colours.Hex(0x7E8A4A), Roughness = 0.95f, Pattern = SurfacePattern.Mottled, PatternScaleM = 2.5f, Relief = 0.3f, Sheen = 0.2f };
        b.Add(Terrains.Grid(new Vector2(-90, -100), new Vector2(90, 34), 54, 48, Height, 0.45f), ground);
        Material cobble = new() { BaseColour = Colours.Hex(snow ? 0xC9CDD2u : 0x8A8276u), SecondColour = Colours.Hex(snow ? 0xAEB4BCu : 0x5C564Eu), Roughness = 0.8f, Pattern = SurfacePattern.Rock, PatternScaleM = 0.35f, Relief = 0.5f };
        Vector3[] lane = Splines.Through([new(1.5f, 0, 22), new(0.4f, 0, 10), new(-0.6f, 0, 0), new(0.6f, 0, -9), new(3.2f, 0, -18), new(2f, 0, -27)], 8);
        for (int i = 0; i < lane.Length; i++)
        {
            lane[i].Y = Height(lane[i].X, lane[i].Z);
        }

        b.Add(Terrains.Ribbon(lane, 3.6f, 0.03f, 0.05f), cobble);
        b.Add(Shapes.Cylinder(5.2f, 0.1f, 40, 0.03f).Move(-1.2f, -0.065f, -2.2f), cobble);

        (float X, float Z, float Yaw)[] plots = [(-7.4f, 3.4f, 62), (7.2f, 2.2f, -58), (-8.8f, -5.4f, 78), (7.6f, -7f, -72), (-6.6f, -13.6f, 48), (9.4f, -15.4f, -50), (-13.6f, -20, 30), (14.5f, -25, -38), (-19, -9, 66), (19, -9.5f, -70), (-3.2f, -24, 8)];
        for (int i = 0; i < plots.Length; i++)
        {
            (float x, float z, float yaw) = plots[i];
            Prop house = request.Prop("house", i < 5 ? Detail.Many : Detail.Far, i);
            b.Place(house, new Vector3(x, Height(x, z) - 0.05f, z), yaw, solid: true);
        }

        Prop church = request.Prop("church");
        b.Place(church, new Vector3(7, Height(7, -36), -36), -12);
        Prop[] pines = [.. Enumerable.Range(0, 3).Select(i => request.Prop("pine", Detail.Far, i))];
        foreach (Vector2 p in Scatter.Loose(new Vector2(-80, -95), new Vector2(80, 0), 7f, request.Seed + 3, (x, z) => MathF.Abs(x) > 24 || z < -46 ? 0.75f * Math.Clamp((Noise.Fractal(x * 0.04f, z * 0.04f, 9, 2) * 1.2f) + 0.5f, 0, 1) : 0))
        {
            Prop pine = pines[random.NextIndex(3)];
            b.Place(pine, new Vector3(p.X, Height(p.X, p.Y) - 0.15f, p.Y), random.Next(0, 360), random.Next(0.7f, 1.35f));
        }

        foreach ((float x, float z, float s) in (ReadOnlySpan<(float, float, float)>)[(-4.6f, 8.6f, 0.75f), (5.4f, 8.4f, 0.6f), (-12.4f, -1f, 0.8f), (12.2f, -2f, 0.9f), (4.6f, -11.6f, 0.55f)])
        {
            b.Place(pines[random.NextIndex(3)], new Vector3(x, Height(x, z), z), random.Next(0, 360), s);
        }

        foreach ((float x, float z) in (ReadOnlySpan<(float, float)>)[(2.6f, 5.6f), (-3.7f, 2.6f), (3.1f, -5.2f), (-2.2f, -10.5f)])
        {
            b.Place(request.Prop("street-lamp"), new Vector3(x, Height(x, z), z), 0, 0.82f, solid: true);
        }

        for (int i = 0; i < 3; i++)
        {
            b.Place(request.Prop("fence"), new Vector3(-4.9f - (0.55f * i), 0, 7.0f - (i * 1.92f)), 106, solid: true);
            b.Place(request.Prop("fence"), new Vector3(4.9f + (0.5f * i), 0, 6.0f - (i * 1.94f)), -104, solid: true);
        }

        b.Place(request.Prop("bench"), new Vector3(-3.6f, 0.03f, -4.6f), 48, solid: true);
        if (festive)
        {
            b.Place(request.Prop("christmas-tree", Detail.Many), new Vector3(-1.6f, 0.03f, -3.4f), 0, 1.7f, solid: true);
            Garland(b, new Vector3(-5.2f, 4.6f, 4.6f), new Vector3(5.2f, 4.3f, 3.0f), 0, request.Dark);
            Garland(b, new Vector3(-6.2f, 4.4f, -4.6f), new Vector3(5.6f, 4.6f, -5.4f), 2, request.Dark);
            Garland(b, new Vector3(-4.6f, 4.3f, -12f), new Vector3(7.2f, 4.4f, -14f), 4, request.Dark);
        }

        if (snow)
        {
            b.Place(request.Prop("snowman"), new Vector3(2.9f, 0.02f, 1.4f), -25, solid: true);
        }

        b.Anchor("centre", new Vector3(0.3f, 0.03f, 2.2f), 2, 2);
        b.Anchor("left", new Vector3(-2.2f, 0.03f, 3.4f));
        b.Anchor("right", new Vector3(2.6f, 0.03f, 3.2f));
        b.Anchor("background", new Vector3(0.5f, 0.03f, -9), 2, 2);
        b.Anchor("door", new Vector3(-5.4f, 0, 4.4f), yawDegrees: 62);
        b.Anchor("hilltop", new Vector3(0, Height(0, -60), -60), 6, 4);
        b.Anchor("sky", new Vector3(0, 14, -12), 8, 5);
        b.Path("road", 2.6f, [.. lane.Where((_, i) => i % 4 == 0)]);
        b.Path("walk", 1.6f, [.. lane.Reverse().Where((_, i) => i % 4 == 0)]);
        b.Path("sky", 6f, [new(-26, 13, -24), new(0, 15, -14), new(26, 13, -20)]);
        b.Hint(new Vector3(1.2f, 2.1f, 14.5f), new Vector3(-0.3f, 2.9f, -6), 46);
        b.Hint(new Vector3(4.5f, 7.5f, 19), new Vector3(-0.5f, 2, -6), 42);
        b.Hint(new Vector3(-1.6f, 1.2f, 9.5f), new Vector3(0.6f, 2.6f, -6), 48);
        return new SettingStage
        {
            Concept = "village",
            Instances = b.Instances,
            GroundHeightM = Height,
            Ground = snow ? Substance.Snow : Substance.Grass,
            Colliders = b.Colliders,
            Paths = b.Paths,
            Anchors = b.Anchors,
            PlayArea = (new Vector3(-4.5f, 0, -9), new Vector3(4.5f, 20, 9)),
            Lights = b.Lights,
            Emitters = b.Emitters,
            UsualTime = snow ? TimeOfDay.Dusk : TimeOfDay.Afternoon,
            SnowCover = snow ? 0.9f : 0,
            Sounds = [PlaceSound.Wind],
            CameraHints = b.CameraHints,
        };
    }

    /// <summary>A sagging string of coloured lamps between two points.</summary>
    internal static void Garland(SettingBuilder b, Vector3 from, Vector3 to, int start, bool dark)
    {
        const int Lamps = 18;
        Vector3 At(float t) => Vector3.Lerp(from, to, t) - new Vector3(0, Vector3.Distance(from, to) * 0.1f * 4 * t * (1 - t), 0);
        b.Add(Sweeps.Tube([.. Enumerable.Range(0, 19).Select(i => At(i / 18f))], 0.012f, 4), Finishes.Matt(Colours.Hex(0x121614)), castsShadow: false);
        Form bulb = Shapes.Ellipsoid(0.1f, 0.15f, 0.1f, 1).Move(0, -0.09f, 0);
        for (int colour = 0; colour < 4; colour++)
        {
            Vector3 lamp = Vector3.Lerp(Colours.FromPalette(colour + start), new Vector3(1f, 0.8f, 0.5f), 0.25f);
            int c = colour;
            b.Add(Form.Join(Enumerable.Range(0, Lamps).Where(i => i % 4 == c).Select(i => bulb.Move(At((i + 0.5f) / Lamps)))), Finishes.Glow(lamp, dark ? 8 : 2.5f), castsShadow: false);
        }

        b.Light(At(0.5f) - new Vector3(0, 0.3f, 0), new Vector3(2.2f, 1.4f, 0.8f), 7);
    }

    private static Material FacadeLook(int kind, bool dark, float scale)
    {
        Vector3 stone = Colours.Hex(((uint[])[0x6E5A50, 0x7C7468, 0x4C5560, 0x8A5C48])[kind]);
        return new Material { BaseColour = stone, SecondColour = Colours.Hex(0x1A222C), Roughness = 0.6f, Pattern = SurfacePattern.Windows, PatternScaleM = scale, Relief = 0.4f, Emission = dark ? Buildings.WarmLight * 1.3f : Vector3.Zero };
    }

    // One house front on a side of the street: shop below, windows above, a cornice, a fire escape or balconies, and a neon sign.
    private static void Facade(SettingBuilder b, int side, float inner, float z, float width, float height, int index, bool neon, ref SeededRandom random)
    {
        bool dark = b.Request.Dark;
        Material upper = FacadeLook(random.NextIndex(4), dark, random.Next(2.1f, 2.7f));
        Material frame = Finishes.Satin(Colours.Hex(((uint[])[0x2A3A3E, 0x5A2A24, 0x1E2C44, 0x3A3028, 0x24402E])[index % 5]));
        float x = side * (inner + 3), face = side * inner;
        b.Add(Shapes.Box(6, height - 3.6f, width).Move(x, ((height - 3.6f) / 2) + 3.6f, z), upper, variation: (uint)index);
        b.Add(Shapes.Box(6, 3.7f, width).Move(x, 1.85f, z), frame);
        List<Form> trim = [
            Shapes.RoundedBox(0.5f, 0.3f, width, 0.05f).Move(face - (side * 0.12f), 3.7f, z), Shapes.RoundedBox(0.7f, 0.5f, width + 0.1f, 0.06f).Move(face - (side * 0.2f), height, z),
            Shapes.RoundedBox(0.16f, height - 4, 0.3f, 0.03f).Move(face - (side * 0.05f), height / 2 + 2, z + (width / 2) - 0.15f)];
        b.Add(Form.Join(trim), Finishes.Plaster(Colours.Hex(0x9A9184)));

        // Shop window with goods in silhouette, door, awning.
        Vector3 glow = index % 3 == 0 ? new Vector3(1f, 0.7f, 0.36f) : index % 3 == 1 ? new Vector3(0.75f, 0.88f, 1f) : new Vector3(1f, 0.55f, 0.4f);
        Material pane = dark ? Finishes.Glow(glow, 1.5f) with { Clearcoat = 0.5f, SecondColour = glow * 0.5f } : Finishes.Pane(Colours.Hex(0x26343C));
        b.Add(Shapes.Box(0.12f, 2.1f, (width * 0.56f)).Move(face - (side * 0.02f), 1.75f, z + (width * 0.15f)), pane);
        b.Add(Shapes.Box(0.12f, 2.4f, 1.1f).Move(face - (side * 0.02f), 1.35f, z - (width * 0.32f)), pane);
        List<Form> bars = [];
        for (int i = 0; i <= 3; i++)
        {
            bars.Add(Shapes.Box(0.16f, 2.2f, 0.08f).Move(face - (side * 0.05f), 1.75f, z + (width * 0.15f) + ((i - 1.5f) * width * 0.56f / 3)));
        }

        for (int i = 0; i < 5; i++)
        {
            float h = random.Next(0.3f, 0.8f);
            bars.Add(Shapes.RoundedBox(0.1f, h, random.Next(0.2f, 0.5f), 0.05f).Move(face - (side * 0.06f), 0.75f + (h / 2), z + (width * random.Next(-0.08f, 0.38f))));
        }

        bars.Add(Shapes.Box(0.2f, 0.12f, width * 0.6f).Move(face - (side * 0.06f), 2.85f, z + (width * 0.15f)));
        b.Add(Form.Join(bars), frame);
        if (index % 3 != 1)
        {
            Form awning = Sweeps.Sheet((u, v) => new Vector3(face - (side * (0.1f + (1.25f * v))), 3.25f - (0.6f * v) - (v > 0.95f ? 0.2f : 0), z + (width * 0.15f) + ((u - 0.5f) * width * 0.6f)), 8, 6);
            Vector3 c = Colours.FromPalette(index);
            b.Add(awning, Finishes.Canvas(c) with { SecondColour = Colours.Hex(0xF0E8D8), Pattern = SurfacePattern.None });
        }

        b.SolidBox(new Vector3(x, 4, z), new Vector3(6, 8, width), Substance.Stone);
        if (dark && z > -34 && z < 12)
        {
            b.Light(new Vector3(face - (side * 0.9f), 1.8f, z + (width * 0.15f)), glow * 3.4f, 6.5f);
        }

        if (index % 2 == 0)
        {
            List<Form> iron = [];
            for (float y = 5.1f; y < height - 2; y += 3.1f)
            {
                iron.Add(Shapes.Box(0.9f, 0.06f, 2.6f).Move(face - (side * 0.45f), y, z));
                iron.Add(Shapes.Box(0.03f, 0.03f, 2.6f).Move(face - (side * 0.88f), y + 0.85f, z));
                for (int i = 0; i <= 8; i++)
                {
                    iron.Add(Shapes.Box(0.025f, 0.85f, 0.025f).Move(face - (side * 0.88f), y + 0.43f, z - 1.3f + (i * 0.325f)));
                }
            }

            b.Add(Form.Join(iron), Finishes.Iron(Colours.Hex(0x1C2022)));
        }

        if (neon)
        {
            NeonSign(b, side, face, z, width, index, ref random);
        }
    }

    // Signs speak in shapes, not in letters.
    private static void NeonSign(SettingBuilder b, int side, float face, float z, float width, int index, ref SeededRandom random)
    {
        Vector3 one = Neons[index % Neons.Length], two = Neons[(index + 2) % Neons.Length];
        float y = random.Next(4.5f, 6.2f), outX = face - (side * 0.95f);
        Vector3 centre = new(outX, y, z - (width * 0.28f));
        Form board = Shapes.RoundedBox(1.3f, 2.6f, 0.16f, 0.06f).Move(centre);
        b.Add(board.With(Shapes.Box(0.5f, 0.06f, 0.06f).Move(centre + new Vector3(side * 0.75f, 0.8f, 0))), Finishes.Matt(Colours.Hex(0x121418)));
        List<Form> tubes = [], more = [];
        foreach (float front in (ReadOnlySpan<float>)[0.13f, -0.13f])
        {
            Vector3 at = centre + new Vector3(0, 0, front);
            more.Add(Outline(Polygons.RoundedRectangle(1.15f, 2.45f, 0.12f), at));
            switch (index % 5)
            {
                case 0:
                    tubes.Add(Sweeps.Tube([.. Enumerable.Range(0, 9).Select(i => at + new Vector3((i % 2 == 0 ? -1 : 1) * 0.28f, 0.95f - (i * 0.24f), 0))], 0.035f, 6));
                    break;
                case 1:
                    tubes.Add(Outline(Polygons.Star(5, 0.45f, 0.2f), at + new Vector3(0, 0.5f, 0)));
                    tubes.Add(Outline(Polygons.Ellipse(0.3f, 0.3f, 20), at - new Vector3(0, 0.55f, 0)));
                    break;
                case 2:
                    tubes.Add(Outline([new(-0.42f, 0), new(0.42f, 0), new(0.3f, -0.45f), new(-0.3f, -0.45f)], at - new Vector3(0, 0.1f, 0)));
                    for (int i = -1; i <= 1; i++)
                    {
                        tubes.Add(Sweeps.Tube([.. Enumerable.Range(0, 9).Select(k => at + new Vector3((i * 0.22f) + (0.06f * MathF.Sin(k)), 0.1f + (k * 0.09f), 0))], 0.025f, 6));
                    }

                    break;
                case 3:
                    tubes.Add(Outline([new(0, -0.9f), new(0.45f, -0.35f), new(0.16f, -0.35f), new(0.16f, 0.9f), new(-0.16f, 0.9f), new(-0.16f, -0.35f), new(-0.45f, -0.35f)], at));
                    break;
                default:
                    for (int i = 0; i < 3; i++)
                    {
                        tubes.Add(Outline(Polygons.Ellipse(0.38f - (i * 0.12f), 0.38f - (i * 0.12f), 20), at + new Vector3(0, 0.45f, 0)));
                        tubes.Add(Sweeps.Bar(at + new Vector3(-0.35f, -0.3f - (i * 0.25f), 0), at + new Vector3(0.35f, -0.3f - (i * 0.25f), 0), 0.03f, 6));
                    }

                    break;
            }
        }

        // A band of light along the shop front.
        more.Add(Sweeps.Bar(new Vector3(face - (side * 0.42f), 3.35f, z - (width * 0.44f)), new Vector3(face - (side * 0.42f), 3.35f, z + (width * 0.44f)), 0.035f, 6));
        b.Add(Form.Join(tubes), Finishes.Glow(one, 9), castsShadow: false);
        b.Add(Form.Join(more), Finishes.Glow(two, 7), castsShadow: false);
        if (z > -42 && z < 12)
        {
            b.Light(centre + new Vector3(-side * 0.7f, -0.3f, 0), one * 9, 9);
        }

        static Form Outline(Vector2[] points, Vector3 at) => Sweeps.Tube([.. points.Append(points[0]).Append(points[1]).Select(p => at + new Vector3(p.X, p.Y, 0))], 0.03f, 6);
    }
}
