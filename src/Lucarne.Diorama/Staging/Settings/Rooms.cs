using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>Rooms: a table top, living room, kitchen, bathroom, a news studio, and a track under the Christmas tree.</summary>
internal static class Rooms
{
    private static readonly Vector3 WindowSun = new(-0.62f, 0.6f, 0.5f);

    /// <summary>A table top in a warm room: the stage of small things. The top lies on Y = 0, the floor 0.76 m below.</summary>
    public static SettingStage TableTop(SettingRequest request)
    {
        SettingBuilder b = new(request);
        const float Floor = -0.76f;
        Material top = Interiors.Look(request, 0x9C6A3C, Finishes.Wood) with { PatternScaleM = 0.35f };
        b.Add(Shapes.RoundedBox(1.9f, 0.05f, 1.1f, 0.018f, 2).Move(0, -0.025f, 0), top);
        b.Add(Shapes.RoundedBox(1.7f, 0.1f, 0.9f, 0.01f).Move(0, -0.1f, 0).With(Shapes.RoundedBox(0.08f, 0.7f, 0.08f, 0.015f).Move(0.82f, -0.41f, 0.42f).BothSidesX().BothSidesZ()), top with { BaseColour = top.BaseColour * 0.7f });
        b.SolidBox(new Vector3(0, -0.05f, 0), new Vector3(1.9f, 0.1f, 1.1f), Interiors.Woodlike(request));
        Shell(b, Floor, 0xC9B79A, 0x7E5432);
        b.Place(request.Prop("bookshelf", Detail.Many), new Vector3(1.5f, Floor, -2.0f), -8);
        b.Place(request.Prop("potted-plant", index: 0), new Vector3(-1.75f, Floor, -1.6f), 0, 1.9f);
        b.Place(request.Prop("lamp"), new Vector3(0.35f, Floor + 0.86f, -2.05f), 0);
        b.Add(Shapes.RoundedBox(1.3f, 0.86f, 0.4f, 0.02f).Move(0.1f, Floor + 0.43f, -2.05f), Finishes.Wood(Colours.Hex(0x6E4A2C)));
        b.Place(request.Prop("chair"), new Vector3(-0.75f, Floor, -0.95f), 15);
        b.Place(request.Prop("cup"), new Vector3(0.66f, 0, -0.34f), 40);
        b.Place(request.Prop("book", index: 1), new Vector3(-0.68f, 0, -0.36f), 24);
        b.Place(request.Prop("book", index: 2), new Vector3(-0.67f, 0.037f, -0.35f), -4, 0.9f);
        b.Light(new Vector3(0.35f, 0.9f, -1.7f), new Vector3(1f, 0.68f, 0.36f) * (request.Dark ? 3.5f : 1.1f), 4.5f, false);
        b.Light(new Vector3(0.3f, 1.3f, 0.5f), new Vector3(1f, 0.74f, 0.46f) * 1.6f, 4);
        b.Anchor("centre", Vector3.Zero, 0.55f, 0.36f);
        b.Anchor("table", Vector3.Zero, 0.9f, 0.5f);
        b.Anchor("left", new Vector3(-0.4f, 0, 0.05f), 0.15f, 0.2f);
        b.Anchor("right", new Vector3(0.4f, 0, 0.05f), 0.15f, 0.2f);
        b.Anchor("background", new Vector3(0, 0, -0.35f), 0.3f, 0.12f);
        b.Anchor("shelf", new Vector3(1.5f, Floor + 1.1f, -1.9f), 0.3f, 0.1f);
        b.Path("walk", 0.3f, [new(-0.6f, 0, 0.05f), new(0, 0, 0.1f), new(0.6f, 0, 0.05f)]);
        b.Path("track", 0.15f, [.. Enumerable.Range(0, 24).Select(i => new Vector3(0.34f * MathF.Sin(MathF.Tau * i / 24), 0, 0.3f * MathF.Cos(MathF.Tau * i / 24)))], closed: true);
        b.Path("sky", 0.6f, [new(-0.8f, 0.5f, -0.2f), new(0, 0.6f, 0), new(0.8f, 0.5f, -0.2f)]);
        b.Hint(new Vector3(0.35f, 0.36f, 0.95f), new Vector3(0, 0.07f, -0.05f), 40);
        b.Hint(new Vector3(-0.5f, 0.2f, 0.75f), new Vector3(0.02f, 0.07f, -0.05f), 40);
        b.Hint(new Vector3(0.1f, 0.85f, 0.8f), new Vector3(0, 0, -0.05f), 40);
        return Grounds.Stage(b, "table-top", (_, _) => Floor, Substance.Wood, (new Vector3(-0.9f, 0, -0.5f), new Vector3(0.9f, 1.4f, 0.5f)), [PlaceSound.Room], flat: true, indoors: true, fog: new Fog(), sky: (time, _) => Atmosphere.Interior(time, WindowSun));
    }

    /// <summary>A living room with a bookshelf; a kitchen or a bathroom by its concept.</summary>
    public static SettingStage Room(SettingRequest request)
    {
        SettingBuilder b = new(request);
        bool kitchen = request.Concept == "kitchen", bath = request.Concept == "bathroom";
        Shell(b, 0, bath ? 0x9CC0C2u : kitchen ? 0xE2D2B0u : 0xB9C2B0u, 0x8C5C34, bath || kitchen);
        if (bath)
        {
            b.Place(request.Prop("bathtub", Detail.Hero), new Vector3(0, 0, -0.6f), 0);
            b.Add(Shapes.Cylinder(0.385f, 0.02f, 32).Scale(1.86f, 1, 1).Move(0, 0.46f, -0.6f), Finishes.Lacquer(Colours.Hex(0x9CCFD8)) with { Roughness = 0.06f, Transmission = 0, Clearcoat = 1 });
            SeededRandom random = request.Random();
            Form bubble = Shapes.Sphere(0.03f, 1);
            b.AddMany(bubble, [Finishes.Wax(Colours.Hex(0xF6FAFC)) with { Clearcoat = 1 }], Enumerable.Range(0, 60).Select(i => Matrix4x4.CreateScale(random.Next(0.5f, 1.5f)) * Matrix4x4.CreateTranslation((random.Chance(0.5f) ? 0.46f : -0.46f) + random.Next(-0.16f, 0.16f), 0.48f, -0.6f + random.Next(-0.2f, 0.2f))), castsShadow: false);
            b.Add(Shapes.RoundedBox(1.2f, 0.02f, 0.7f, 0.008f).Move(0.2f, 0.01f, 0.55f), Finishes.Cloth(Colours.Hex(0xE8C8A8)));
            b.Place(request.Prop("potted-plant", index: 1), new Vector3(-1.5f, 0, -1.5f), 0, 1.4f);
            b.SolidBox(new Vector3(0, 0.2f, -0.6f), new Vector3(1.6f, 0.4f, 0.7f), Substance.Ceramic);
            b.Anchor("water", new Vector3(0, 0.47f, -0.6f), 0.5f, 0.2f);
            b.Anchor("centre", new Vector3(0, 0.47f, -0.6f), 0.45f, 0.2f);
            b.Hint(new Vector3(0.5f, 1.0f, 1.1f), new Vector3(0, 0.48f, -0.6f), 40);
            b.Hint(new Vector3(1.6f, 1.4f, 2.6f), new Vector3(0, 0.7f, -0.8f), 44);
            b.Path("water", 0.3f, [new(-0.5f, 0.47f, -0.6f), new(0, 0.47f, -0.55f), new(0.5f, 0.47f, -0.6f)]);
        }
        else if (kitchen)
        {
            Material front = Finishes.Satin(Colours.Hex(0x5E8A84)), slab = Finishes.Marble(Colours.Hex(0xE8E2D6));
            for (int i = 0; i < 5; i++)
            {
                b.Add(Shapes.RoundedBox(0.74f, 0.84f, 0.6f, 0.02f).Move(-1.6f + (i * 0.76f), 0.44f, -2.2f).With(Shapes.RoundedBox(0.74f, 0.7f, 0.34f, 0.02f).Move(-1.6f + (i * 0.76f), 2.05f, -2.35f)), front);
                b.Add(Sweeps.Bar(new Vector3(-1.72f + (i * 0.76f), 0.76f, -1.87f), new Vector3(-1.48f + (i * 0.76f), 0.76f, -1.87f), 0.012f, 6), Finishes.Metal(Colours.Hex(0xC8A050)));
            }

            b.Add(Shapes.RoundedBox(4f, 0.05f, 0.68f, 0.015f).Move(-0.1f, 0.89f, -2.18f), slab);
            b.Add(Shapes.RoundedBox(2f, 0.06f, 0.8f, 0.02f).Move(0.1f, 0.9f, -0.55f).With(Shapes.RoundedBox(1.8f, 0.86f, 0.6f, 0.02f).Move(0.1f, 0.44f, -0.55f)), slab);
            b.SolidBox(new Vector3(0.1f, 0.46f, -0.55f), new Vector3(2, 0.93f, 0.8f), Substance.Stone);
            b.Place(request.Prop("basket"), new Vector3(0.8f, 0.93f, -0.6f), 20);
            for (int i = 0; i < 4; i++)
            {
                b.Place(request.Prop(i % 2 == 0 ? "apple" : "orange", index: i), new Vector3(0.76f + (i % 2 * 0.09f), 0.96f, -0.64f + (i / 2 * 0.09f)), i * 60);
            }

            b.Place(request.Prop("bottle"), new Vector3(-0.5f, 0.915f, -2.2f), 0);
            b.Place(request.Prop("vase", qualities: ["flowers"]), new Vector3(1.1f, 0.915f, -2.2f), 0);
            b.Anchor("table", new Vector3(0, 0.93f, -0.5f), 0.5f, 0.3f);
            b.Anchor("centre", new Vector3(-0.1f, 0, 0.5f), 1, 0.4f);
            b.Hint(new Vector3(0.7f, 1.5f, 3f), new Vector3(-0.1f, 1.15f, -0.8f), 44);
            b.Hint(new Vector3(-1, 1.3f, 2.2f), new Vector3(0.2f, 1.1f, -0.8f), 46);
        }
        else
        {
            b.Place(request.Prop("bookshelf", Detail.Hero), new Vector3(0.9f, 0, -2.2f), 0, solid: true);
            b.Place(request.Prop("bookshelf", Detail.Many, 1), new Vector3(2.1f, 0, -2.2f), 0);
            b.Anchor("shelf", new Vector3(0.9f, 1.92f, -2.15f), 0.45f, 0.1f);
            b.Anchor("top", new Vector3(0.9f, 1.92f, -2.15f), 0.45f, 0.1f);

            // Sofa, side table with a lamp, rug, picture.
            Material velvet = Finishes.Cloth(Colours.Hex(0x2E5E5A));
            b.Add(Shapes.RoundedBox(1.7f, 0.32f, 0.8f, 0.1f, 2).Move(0, 0.3f, 0).With(Shapes.RoundedBox(1.8f, 0.62f, 0.24f, 0.11f, 2).RotateX(-8).Move(0, 0.62f, -0.34f), Shapes.RoundedBox(0.24f, 0.5f, 0.86f, 0.11f, 2).Move(0.86f, 0.38f, 0).BothSidesX()).RotateY(28).Move(-1.15f, 0, -1.55f), velvet);
            b.SolidBox(new Vector3(-1.15f, 0.3f, -1.55f), new Vector3(1.8f, 0.6f, 0.8f), Substance.Cloth, 28);
            b.Add(Shapes.RoundedBox(0.42f, 0.4f, 0.14f, 0.06f, 2).RotateX(-18).RotateY(28).Move(-1.45f, 0.62f, -1.6f), Finishes.Cloth(Colours.Hex(0xE0A24A)));
            b.Add(Shapes.Cylinder(0.26f, 0.03f, 28, 0.01f).Move(-0.08f, 0.52f, -2.1f).With(Sweeps.Bar(new Vector3(-0.08f, 0, -2.1f), new Vector3(-0.08f, 0.52f, -2.1f), 0.03f)), Finishes.Wood(Colours.Hex(0x6E4626)));
            b.Place(request.Prop("lamp"), new Vector3(-0.08f, 0.55f, -2.1f), 0);
            b.Place(request.Prop("potted-plant", index: 0), new Vector3(-2.5f, 0, -0.9f), 0, 1.7f);
            b.Add(Shapes.Cylinder(1.5f, 0.02f, 40).Scale(1.15f, 1, 0.8f).Move(0.1f, 0, 0), new Material { BaseColour = Colours.Hex(0xB4552E), SecondColour = Colours.Hex(0xEBD9B4), Roughness = 1, Sheen = 0.5f, Pattern = SurfacePattern.Tiles, PatternScaleM = 0.3f });
            b.Light(new Vector3(-0.08f, 1.05f, -1.9f), new Vector3(1f, 0.68f, 0.36f) * (request.Dark ? 4f : 1.2f), 5, false);
            b.Anchor("centre", new Vector3(0.2f, 0.02f, 0), 1, 0.7f);
            b.Anchor("table", new Vector3(-0.08f, 0.55f, -2.1f), 0.2f, 0.2f);
            b.Hint(new Vector3(0.9f, 1.35f, 3.2f), new Vector3(0.2f, 0.95f, -1.2f), 44);
            b.Hint(new Vector3(-0.6f, 0.8f, 2.4f), new Vector3(0.6f, 1, -1.6f), 46);
        }

        b.Light(new Vector3(0, 2.5f, 0.3f), new Vector3(1f, 0.78f, 0.52f) * 4, 6);
        b.Anchor("left", new Vector3(-0.9f, 0, 0.5f));
        b.Anchor("right", new Vector3(1.1f, 0, 0.5f));
        b.Anchor("background", new Vector3(0, 0, -1.2f), 0.6f, 0.3f);
        b.Path("walk", 0.8f, [new(-2, 0, 0.4f), new(0, 0, 0.5f), new(2, 0, 0.3f)]);
        b.Path("run", 0.8f, [new(-2, 0, 0.4f), new(0, 0, 0.4f), new(0.8f, 0, -1.3f)]);
        return Grounds.Stage(b, request.Concept, (_, _) => 0, bath ? Substance.Ceramic : Substance.Wood, (new Vector3(-2.4f, 0, -2), new Vector3(2.4f, 2.6f, 2)), [PlaceSound.Room], flat: true, indoors: true, fog: new Fog(), sky: (time, _) => Atmosphere.Interior(time, WindowSun));
    }

    /// <summary>A news studio: curved desk, lit panels, a map of dots.</summary>
    public static SettingStage NewsStudio(SettingRequest request)
    {
        SettingBuilder b = new(request);
        Material floor = Finishes.Lacquer(Colours.Hex(0x1C2634)) with { Roughness = 0.15f }, panel = Finishes.Satin(Colours.Hex(0x1E3454));
        b.Add(Shapes.Box(14, 0.1f, 12).Move(0, -0.05f, -1), floor);
        b.Add(Shapes.Box(14, 5, 0.2f).Move(0, 2.5f, -4.2f), panel);
        for (int i = -3; i <= 3; i++)
        {
            b.Add(Shapes.RoundedBox(0.06f, 4.4f, 0.06f, 0.02f).Move(i * 1.7f, 2.3f, -4.0f), Finishes.Glow(new Vector3(0.15f, 0.5f, 1f), 3.5f), castsShadow: false);
        }

        List<Form> dots = [];
        for (int y = 0; y < 12; y++)
        {
            for (int x = 0; x < 30; x++)
            {
                if (Noise.Fractal(x * 0.19f, y * 0.26f, 12, 3) > 0.02f)
                {
                    dots.Add(Shapes.Box(0.085f, 0.085f, 0.03f).Move(-2.1f + (x * 0.145f), 1.55f + (y * 0.145f), -4.07f));
                }
            }
        }

        b.Add(Form.Join(dots), Finishes.Glow(new Vector3(0.25f, 0.75f, 1f), 1.3f), castsShadow: false);
        Form desk = Sweeps.Loft([DeskRing(0, 0), DeskRing(0.72f, 0.1f), DeskRing(0.78f, 0.16f)], 30);
        b.Add(desk, Finishes.Lacquer(Colours.Hex(0xE8ECF0)));
        b.Add(Sweeps.Tube([.. Enumerable.Range(0, 13).Select(i => -1.3f + (i * 2.6f / 12)).Select(a => new Vector3(MathF.Sin(a) * 1.57f, 0.35f, (MathF.Cos(a) * 1.17f) - 0.95f))], 0.03f, 6), Finishes.Glow(new Vector3(0.2f, 0.6f, 1f), 4), castsShadow: false);
        b.SolidBox(new Vector3(0, 0.39f, -0.1f), new Vector3(2.4f, 0.78f, 0.5f), Substance.Wood);
        b.Place(request.Prop("cup"), new Vector3(0.6f, 0.78f, -0.1f), 30);
        b.Light(new Vector3(-1.8f, 2.8f, 2), new Vector3(1f, 0.94f, 0.86f) * 8, 8, false);
        b.Light(new Vector3(2, 2.4f, 1.6f), new Vector3(0.75f, 0.86f, 1f) * 5, 8, false);
        b.Light(new Vector3(0, 2.8f, -2.6f), new Vector3(0.4f, 0.65f, 1f) * 5, 6, false);
        b.Anchor("centre", new Vector3(0, 0, -0.9f), 0.6f, 0.2f);
        b.Anchor("left", new Vector3(-0.6f, 0, -0.9f));
        b.Anchor("right", new Vector3(0.6f, 0, -0.9f));
        b.Anchor("table", new Vector3(0, 0.78f, -0.1f), 0.6f, 0.15f);
        b.Anchor("background", new Vector3(0, 0, -3), 2, 0.5f);
        b.Path("walk", 1, [new(-3, 0, -1.4f), new(0, 0, -0.9f), new(3, 0, -1.4f)]);
        b.Hint(new Vector3(0.3f, 1.4f, 2.1f), new Vector3(0, 1.25f, -1), 42);
        b.Hint(new Vector3(-1.6f, 1.6f, 3), new Vector3(0, 1.2f, -1), 42);
        return Grounds.Stage(b, "news-studio", (_, _) => 0, Substance.Wood, (new Vector3(-2, 0, -2), new Vector3(2, 3, 2)), [PlaceSound.Room], flat: true, indoors: true, fog: new Fog(),
            sky: (_, _) => Atmosphere.Interior(TimeOfDay.Dusk, new Vector3(-0.4f, 0.7f, 0.6f)) with { SunColour = new Vector3(1.1f, 1f, 0.9f) });
    }

    // Outline of the crescent desk at a height; it bulges towards the camera.
    private static Vector3[] DeskRing(float y, float grow)
    {
        var ring = new Vector3[26];
        for (int i = 0; i < 13; i++)
        {
            (float sin, float cos) = MathF.SinCos(-1.3f + (i * 2.6f / 12));
            ring[i] = new Vector3(sin * (1.5f + grow), y, (cos * (1.1f + grow)) - 0.95f);
            ring[25 - i] = new Vector3(sin * 1.05f, y, (cos * 0.65f) - 0.95f);
        }

        return ring;
    }

    /// <summary>A toy railway round a lit Christmas tree, on snow among little houses and presents.</summary>
    public static SettingStage ToyTrack(SettingRequest request)
    {
        SettingBuilder b = new(request with { TimeOfDay = request.TimeOfDay ?? TimeOfDay.Dusk });
        SettingRequest r = b.Request;
        static float Height(float x, float z) => 0;
        Shell(b, -0.02f, 0x8C5A4A, 0x7E5432);
        b.Add(Shapes.Ellipsoid(3.6f, 0.12f, 3.0f, 4).Roughen(0.03f, 0.3f, 4, 180).Move(0, -0.05f, 0), Grounds.Snow());
        const float Rx = 1.15f, Rz = 0.95f;
        Vector3 On(float t) => new(Rx * MathF.Sin(t), 0.03f, Rz * MathF.Cos(t));
        List<Form> sleepers = [];
        for (int i = 0; i < 64; i++)
        {
            float t = MathF.Tau * i / 64;
            Vector3 along = On(t + 0.01f) - On(t);
            sleepers.Add(Shapes.Box(0.2f, 0.014f, 0.034f).RotateY(float.RadiansToDegrees(MathF.Atan2(along.X, along.Z))).Move(On(t) - new Vector3(0, 0.014f, 0)));
        }

        b.Add(Form.Join(sleepers), Finishes.Wood(Colours.Hex(0x6A4628)));
        Vector3[] loop = [.. Enumerable.Range(0, 97).Select(i => On(MathF.Tau * i / 96))];
        b.Add(Sweeps.Tube(Roads.Offset(loop, 0.068f), 0.009f, 4).With(Sweeps.Tube(Roads.Offset(loop, -0.068f), 0.009f, 4)), Finishes.Metal(Colours.Hex(0xA8ACB2)));
        b.Place(r.Prop("christmas-tree", Detail.Hero), new Vector3(0, 0, -0.1f), 0, 0.8f);
        for (int i = 0; i < 5; i++)
        {
            float a = i * 1.26f;
            b.Place(r.Prop("gift", Detail.Many, i), new Vector3(0.42f * MathF.Sin(a), 0.01f, -0.1f + (0.4f * MathF.Cos(a))), i * 50, 0.9f);
        }

        for (int i = 0; i < 4; i++)
        {
            float a = -1.1f + (i * 0.74f);
            b.Place(r.Prop("house", Detail.Far, i), new Vector3(1.75f * MathF.Sin(a), 0, -1.4f * MathF.Cos(a)), -float.RadiansToDegrees(a), 0.075f, lights: false);
            b.Place(r.Prop("pine", Detail.Far, i), new Vector3(1.6f * MathF.Sin(a + 0.36f), 0, -1.35f * MathF.Cos(a + 0.36f)), 0, 0.06f);
        }

        b.Place(r.Prop("snowman", Detail.Many), new Vector3(-1.42f, 0.02f, 0.5f), 40, 0.16f);
        b.Light(new Vector3(0.6f, 1.3f, 1.1f), new Vector3(1f, 0.66f, 0.34f) * 2.2f, 5, false);
        b.Anchor("centre", new Vector3(0, 0.03f, Rz), 0.4f, 0.1f, 90);
        b.Anchor("left", new Vector3(-0.8f, 0.02f, 1.2f));
        b.Anchor("right", new Vector3(0.8f, 0.02f, 1.2f));
        b.Anchor("background", new Vector3(0, 0.02f, -1.3f));
        b.Path("track", 0.2f, [.. Enumerable.Range(0, 24).Select(i => On(MathF.Tau * i / 24))], closed: true);
        b.Path("walk", 0.2f, [new(-1.2f, 0.02f, 1.2f), new(1.2f, 0.02f, 1.2f)]);
        b.Hint(new Vector3(0.9f, 0.55f, 2.5f), new Vector3(0, 0.5f, 0.1f), 44);
        b.Hint(new Vector3(-1.2f, 0.22f, 1.9f), new Vector3(0.1f, 0.35f, 0.3f), 46);
        return Grounds.Stage(b, "toy-track", Height, Substance.Snow, (new Vector3(-1.7f, 0, -1.4f), new Vector3(1.7f, 2, 1.7f)), [PlaceSound.Room], flat: true, indoors: true, fog: new Fog(), time: TimeOfDay.Dusk,
            sky: (time, _) => Atmosphere.Interior(time, WindowSun));
    }

    // Floor, back and side wall with a window, skirting and a picture; the front and one side stay open.
    private static void Shell(SettingBuilder b, float floorY, uint wallRgb, uint floorRgb, bool tiles = false)
    {
        Material wall = Finishes.Plaster(Colours.Hex(wallRgb)) with { PatternScaleM = 1.4f, Relief = 0.05f }, white = Finishes.Satin(Colours.Hex(0xF0E9DC));
        Material floor = tiles ? new() { BaseColour = Colours.Hex(0xE6E0D4), SecondColour = Colours.Hex(0x8A9A9A), Roughness = 0.3f, Clearcoat = 0.5f, Pattern = SurfacePattern.Checker, PatternScaleM = 0.6f } : Finishes.Wood(Colours.Hex(floorRgb)) with { PatternScaleM = 0.6f, Clearcoat = 0.3f, Roughness = 0.35f };
        b.Add(Shapes.Box(9, 0.1f, 8).Move(0, floorY - 0.05f, 1), floor);
        b.Add(Shapes.Box(9, 4.2f, 0.14f).Move(0, floorY + 2.1f, -2.6f), wall);
        b.SolidBox(new Vector3(0, floorY + 2.1f, -2.6f), new Vector3(9, 4.2f, 0.14f), Substance.Stone);
        const float Low = 0.85f, High = 2.5f, X = -3.1f;
        List<Form> pieces = [Shapes.Box(0.14f, Low, 7).Move(X, floorY + (Low / 2), 0.9f), Shapes.Box(0.14f, 4.2f - High, 7).Move(X, floorY + ((4.2f + High) / 2), 0.9f), Shapes.Box(0.14f, High - Low, 0.9f).Move(X, floorY + ((Low + High) / 2), -2.1f), Shapes.Box(0.14f, High - Low, 3.4f).Move(X, floorY + ((Low + High) / 2), 2.9f)];
        b.Add(Form.Join(pieces), wall);
        Form frame = Buildings.Frame(2.7f, High - Low - 0.1f, 0.07f, 0.18f).With(Shapes.Box(0.05f, High - Low, 0.06f), Shapes.Box(2.8f, 0.05f, 0.06f), Shapes.RoundedBox(3, 0.05f, 0.34f, 0.015f).Move(0, (Low - High) / 2, 0.1f));
        b.Add(frame.RotateY(90).Move(X, floorY + ((Low + High) / 2), -0.22f).With(Shapes.RoundedBox(9, 0.13f, 0.04f, 0.012f).Move(0, floorY + 0.065f, -2.51f), Shapes.RoundedBox(0.04f, 0.13f, 7, 0.012f).Move(X + 0.09f, floorY + 0.065f, 0.9f)), white);
        b.Add(Buildings.Frame(0.8f, 0.6f, 0.05f, 0.04f).Move(-1.1f, floorY + 2.05f, -2.5f), Finishes.Metal(Colours.Hex(0xB08A4A)));
        b.Add(Shapes.Box(0.8f, 0.6f, 0.012f).Move(-1.1f, floorY + 2.05f, -2.5f), Finishes.Matt(Colours.Hex(0xE4B784)));
        b.Add(Sweeps.Extrude([new(-0.4f, -0.3f), new(0.4f, -0.3f), new(0.4f, -0.02f), new(0.12f, 0.1f), new(-0.12f, -0.08f), new(-0.4f, 0.05f)], 0.02f).Move(-1.1f, floorY + 2.05f, -2.5f), Finishes.Matt(Colours.Hex(0x4E6E66)));
    }
}
