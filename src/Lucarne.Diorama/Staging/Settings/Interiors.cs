using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>The staircase hall and the studio.</summary>
internal static class Interiors
{
    private static readonly Vector3 SideSun = new(0.8f, 0.62f, 0.35f);

    /// <summary>A wooden staircase that comes down towards the camera in a warm hall with tall windows.</summary>
    public static SettingStage Staircase(SettingRequest request)
    {
        SettingBuilder b = new(request);
        const int Steps = 10;
        const float Rise = 0.18f, Run = 0.31f, Half = 0.85f;
        float topY = Steps * Rise, topZ = -Steps * Run;
        Material tread = Look(request, 0xB07840, Finishes.Wood) with { PatternScaleM = 0.5f };
        Material riser = request.Attributes.Material is null or "wood" ? tread with { BaseColour = tread.BaseColour * 0.78f, SecondColour = tread.SecondColour * 0.78f } : tread;
        Material oak = Finishes.Wood(Colours.Hex(0x6B4326)), white = Finishes.Satin(Colours.Hex(0xEFE7D8)), wall = Finishes.Plaster(Colours.Hex(0xD9C3A0)) with { PatternScaleM = 1.4f, Relief = 0.05f };
        Material panel = Finishes.Satin(Colours.Hex(0xE8DEC9));
        List<Form> treads = [], risers = [], balusters = [];
        for (int i = 0; i < Steps; i++)
        {
            float y = (i + 1) * Rise, z = -i * Run;
            treads.Add(Shapes.RoundedBox(Half * 2, 0.045f, Run + 0.035f, 0.014f).Move(0, y - 0.0225f, z - (Run / 2) + 0.0175f));
            risers.Add(Shapes.Box((Half * 2) - 0.02f, y - 0.04f, Run).Move(0, (y - 0.04f) / 2, z - (Run / 2)));
            for (int k = 0; k < 2; k++)
            {
                balusters.Add(Lathes.TurnCurve([new(0, 0), new(0.022f, 0), new(0.022f, 0.1f), new(0.013f, 0.15f), new(0.026f, 0.3f), new(0.013f, 0.52f), new(0.02f, 0.62f), new(0.02f, 0.82f), new(0, 0.82f)], 1, 8).Move(Half - 0.05f, y, z - 0.07f - (k * Run / 2)));
            }

            b.SolidBox(new Vector3(0, y / 2, z - (Run / 2)), new Vector3(Half * 2, y, Run), Woodlike(request));
        }

        treads.Add(Shapes.Box(Half * 2, 0.045f, 1.9f).Move(0, topY - 0.0225f, topZ - 0.95f));
        treads.Add(Shapes.Box(3.4f, 0.045f, 1.9f).Move(Half + 1.7f, topY - 0.0225f, topZ - 0.95f));
        risers.Add(Shapes.Box(5f, topY - 0.045f, 0.1f).Move(2.5f - Half, (topY - 0.045f) / 2, topZ - 0.05f));
        b.SolidBox(new Vector3(1.7f, topY / 2, topZ - 0.95f), new Vector3(5.1f, topY, 1.9f), Woodlike(request));
        b.Add(Form.Join(treads), tread);
        b.Add(Form.Join(risers), riser);
        b.Add(Form.Join(balusters), white);

        // Handrail, newel posts and the string under the steps.
        Vector3 footRail = new(Half - 0.05f, Rise + 0.84f, 0.02f), headRail = new(Half - 0.05f, topY + 0.84f + 0.02f, topZ + 0.24f);
        List<Form> rail = [Sweeps.Tube([footRail, headRail], 0.038f, 10)];
        foreach (Vector3 foot in (ReadOnlySpan<Vector3>)[new(Half - 0.05f, 0, 0.08f), new(Half - 0.05f, topY, topZ + 0.02f)])
        {
            rail.Add(Shapes.RoundedBox(0.11f, 1.14f, 0.11f, 0.015f).Move(foot + new Vector3(0, 0.57f, 0)));
            rail.Add(Shapes.RoundedBox(0.15f, 0.04f, 0.15f, 0.012f).Move(foot + new Vector3(0, 1.14f, 0)));
            rail.Add(Shapes.Sphere(0.07f, 3).Move(foot + new Vector3(0, 1.22f, 0)));
        }

        rail.Add(Sweeps.Tube([new(Half - 0.05f, topY + 0.86f, topZ), new(3.6f, topY + 0.86f, topZ)], 0.038f, 8));
        for (int i = 0; i < 18; i++)
        {
            rail.Add(Shapes.Cylinder(0.014f, 0.85f, 7).Move(Half + 0.1f + (i * 0.15f), topY, topZ));
        }

        b.Add(Form.Join(rail), oak);
        b.SolidBox(new Vector3(Half - 0.05f, 0.6f, 0.08f), new Vector3(0.11f, 1.2f, 0.11f), Substance.Wood);

        // The hall: floor, skirting, walls with panels up the stairs, pictures, and windows on the right.
        b.Add(Shapes.Box(8.4f, 0.1f, 11).Move(1.6f, -0.05f, 1.2f), Finishes.Wood(Colours.Hex(0x8C5C34)) with { PatternScaleM = 0.6f, Clearcoat = 0.35f, Roughness = 0.35f });
        b.Add(Shapes.Box(0.16f, 5.2f, 10.5f).Move(-Half - 0.08f, 2.6f, 0.2f), wall);
        b.Add(Shapes.Box(6.4f, 5.2f, 0.16f).Move(2.2f, 2.6f, topZ - 1.95f), wall);
        b.SolidBox(new Vector3(-Half - 0.08f, 2.6f, 0.2f), new Vector3(0.16f, 5.2f, 10.5f), Substance.Stone);
        b.SolidBox(new Vector3(2.2f, 2.6f, topZ - 1.95f), new Vector3(6.4f, 5.2f, 0.16f), Substance.Stone);
        float slopeDegrees = float.RadiansToDegrees(MathF.Atan2(Rise, Run)), slopeLength = MathF.Sqrt((Rise * Rise) + (Run * Run)) * Steps;
        List<Form> mouldings = [
            Shapes.RoundedBox(0.05f, 0.28f, slopeLength, 0.015f).RotateX(slopeDegrees).Move(-Half + 0.01f, (topY / 2) + 0.16f, topZ / 2),
            Shapes.RoundedBox(0.06f, 0.07f, slopeLength, 0.02f).RotateX(slopeDegrees).Move(-Half + 0.01f, (topY / 2) + 1.06f, topZ / 2),
            Shapes.RoundedBox(0.05f, 0.16f, 5f, 0.015f).Move(-Half + 0.01f, 0.08f, 2.6f), Shapes.RoundedBox(0.06f, 0.07f, 5f, 0.02f).Move(-Half + 0.01f, 1.0f, 2.6f),
            Shapes.RoundedBox(6f, 0.16f, 0.05f, 0.015f).Move(2.2f, topY + 0.08f, topZ - 1.86f)];
        b.Add(Form.Join(mouldings), panel);
        Pictures(b, Half, topY, topZ);
        WindowWall(b, 3.72f, wall, white);

        // A runner rug, a console with a lamp and flowers, a plant on the landing.
        Material rug = new() { BaseColour = Colours.Hex(0x7C2430), SecondColour = Colours.Hex(0xC89A5A), Roughness = 1, Sheen = 0.5f, Pattern = SurfacePattern.Dots, PatternScaleM = 0.22f };
        b.Add(Shapes.RoundedBox(2.2f, 0.02f, 3.1f, 0.008f).Move(1.3f, 0.01f, 2.6f), rug);
        b.Add(Buildings.Frame(2.0f, 2.9f, 0.06f, 0.024f).RotateX(90).Move(1.3f, 0.012f, 2.6f), Finishes.Cloth(Colours.Hex(0xE6CFA0)));
        Console(b, new Vector3(3.4f, 0, -0.9f), oak);
        b.Place(request.Prop("potted-plant", index: 1), new Vector3(2.9f, topY, topZ - 1.4f), 30, 1.1f);
        b.Place(request.Prop("potted-plant", index: 2), new Vector3(3.1f, 0, 1.5f), 0, 1.25f);
        b.Light(new Vector3(3.3f, 1.35f, -0.9f), new Vector3(1f, 0.62f, 0.3f) * (request.Dark ? 4.5f : 1.2f), 6, false);
        b.Light(new Vector3(1.2f, 3.6f, topZ - 0.9f), new Vector3(1f, 0.7f, 0.4f) * (request.Dark ? 6f : 1.4f), 7, false);

        b.Anchor("centre", new Vector3(0.9f, 0, 1.4f), 1.1f, 1.2f);
        b.Anchor("top", new Vector3(0, topY, topZ - 0.5f), 0.6f, 0.4f);
        b.Anchor("bottom", new Vector3(0, 0, 0.9f), 0.7f, 0.6f);
        b.Anchor("background", new Vector3(2.2f, topY, topZ - 1.1f), 0.8f, 0.4f);
        b.Anchor("left", new Vector3(-0.3f, 0, 1.4f));
        b.Anchor("right", new Vector3(2.2f, 0, 1.0f));
        List<Vector3> down = [new Vector3(0, topY, topZ - 0.5f)];
        for (int i = Steps - 1; i >= 0; i--)
        {
            down.Add(new Vector3(0, (i + 1) * Rise, (-i * Run) - (Run / 2)));
        }

        down.Add(new Vector3(0.1f, 0, 0.9f));
        down.Add(new Vector3(0.4f, 0, 3f));
        b.Path("down", 1.3f, down.ToArray());
        b.Path("walk", 1.3f, [.. down.AsEnumerable().Reverse()]);
        b.Hint(new Vector3(1.5f, 1.35f, 3.6f), new Vector3(0.05f, 0.95f, -1.4f), 46);
        b.Hint(new Vector3(0.45f, 0.35f, 2.7f), new Vector3(0, 0.9f, -1.6f), 50);
        b.Hint(new Vector3(2.6f, 2.3f, 1.6f), new Vector3(-0.1f, 0.8f, -1.2f), 46);
        return new SettingStage
        {
            Concept = "staircase",
            Instances = b.Instances,
            Dressing = b.Dressing,
            GroundHeightM = (_, _) => 0,
            FlatGround = true,
            Ground = Substance.Wood,
            Colliders = b.Colliders,
            Paths = b.Paths,
            Anchors = b.Anchors,
            PlayArea = (new Vector3(-0.85f, 0, topZ - 1.8f), new Vector3(3.4f, 4.5f, 4.5f)),
            Lights = b.Lights,
            Emitters = b.Emitters,
            Indoors = true,
            UsualTime = TimeOfDay.Afternoon,
            SkyAt = (time, _) => Atmosphere.Interior(time, SideSun),
            Fog = new Fog(),
            Sounds = [PlaceSound.Room],
            CameraHints = b.CameraHints,
        };
    }

    /// <summary>A neutral set of soft shapes on a seamless backdrop: where the place is unknown.</summary>
    public static SettingStage Studio(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        (uint Back, uint Warm, uint Deep)[] palettes = [(0xD9C7B4, 0xD98E63, 0x8C4A3A), (0xB9C6C2, 0xE3B788, 0x3F6A68), (0xCBBBD0, 0xE8A99A, 0x6A4E86), (0xA9BFD1, 0xF0CE9A, 0x35577C), (0xD6CDA8, 0xC98A54, 0x5E6B3C)];
        (uint back, uint warm, uint deep) = palettes[random.NextIndex(palettes.Length)];
        Vector3? asked = request.Attributes.Colours.Length > 0 ? Colours.Named(request.Attributes.Colours[0]) : null;
        Material paper = Finishes.Matt(asked ?? Colours.Hex(back)), soft = Finishes.Matt(Colours.Hex(warm)), dark = Finishes.Satin(Colours.Hex(deep)), pale = Finishes.Plaster(Colours.Hex(0xEDE4D6)) with { PatternScaleM = 1.5f };

        // The cyclorama: floor, sweep and wall in one sheet.
        b.Add(Sweeps.Sheet((u, v) =>
        {
            float x = (u - 0.5f) * 60, s = v * 46;
            const float Flat = 22, Bend = 6;
            float z = 16 - MathF.Min(s, Flat), y = 0;
            if (s > Flat)
            {
                float a = MathF.Min((s - Flat) / Bend, MathF.PI / 2);
                z = 16 - Flat - (Bend * MathF.Sin(a));
                y = (Bend * (1 - MathF.Cos(a))) + MathF.Max(0, s - Flat - (Bend * MathF.PI / 2));
            }

            return new Vector3(x, y, z);
        }, 2, 46), paper);
        b.Add(Shapes.Cylinder(2.4f, 0.12f, 64, 0.03f).Move(0, 0, 0), pale);
        b.SolidBox(new Vector3(0, 0.06f, 0), new Vector3(3.4f, 0.12f, 3.4f), Substance.Wood);
        b.Add(Shapes.Cylinder(0.62f, 0.7f, 48, 0.03f).Move(-2.5f, 0, -1.9f), soft);
        b.Add(Shapes.Cylinder(0.45f, 1.35f, 48, 0.03f).Move(-3.3f, 0, -2.7f), pale);
        b.Add(Shapes.Sphere(0.4f, 4).Move(-2.5f, 1.1f, -1.9f), dark);
        List<Form> arch = [];
        Vector3[][] rings = new Vector3[33][];
        for (int i = 0; i <= 32; i++)
        {
            float a = MathF.PI * i / 32;
            Vector3 outward = new(-MathF.Cos(a), MathF.Sin(a), 0), centre = new(0, 1.6f, 0);
            rings[i] = [centre + (outward * 1.15f) + new Vector3(0, 0, -0.3f), centre + (outward * 1.15f) + new Vector3(0, 0, 0.3f), centre + (outward * 1.75f) + new Vector3(0, 0, 0.3f), centre + (outward * 1.75f) + new Vector3(0, 0, -0.3f)];
        }

        arch.Add(Sweeps.Loft(rings, 40));
        arch.Add(Shapes.Box(0.6f, 1.6f, 0.6f).Move(1.45f, 0.8f, 0).BothSidesX());
        b.Add(Form.Join(arch).Move(1.9f, 0, -3.6f), soft);
        b.Add(Shapes.Cylinder(1.5f, 0.1f, 64, 0.02f).RotateX(90).Move(-1.1f, 2.6f, -5.2f), Finishes.Matt(Vector3.Lerp(Colours.Hex(warm), Vector3.One, 0.35f)));
        for (int i = 0; i < 4; i++)
        {
            b.Add(Shapes.RoundedBox(1.3f, 0.22f, 0.5f, 0.02f).Move(3.7f, 0.11f + (i * 0.22f), -1.8f - (i * 0.42f)), pale);
        }

        b.Add(Shapes.Sphere(0.26f, 4).Move(3.3f, 0.26f, -0.9f), Finishes.Metal(Colours.Hex(0xE0B25A)) with { Roughness = 0.2f });
        b.Add(Shapes.Cone(0.4f, 1.1f, 48).Move(2.75f, 0, -2.1f), dark);
        b.Light(new Vector3(-3.5f, 3.2f, 2.5f), new Vector3(1f, 0.86f, 0.7f) * 5, 12, false);
        b.Light(new Vector3(3.8f, 2.6f, -1.5f), new Vector3(0.7f, 0.8f, 1f) * 3, 10, false);
        b.Anchor("centre", new Vector3(0, 0.12f, 0), 1.6f, 1.6f);
        b.Anchor("left", new Vector3(-1.1f, 0.12f, 0.3f));
        b.Anchor("right", new Vector3(1.1f, 0.12f, 0.3f));
        b.Anchor("background", new Vector3(0, 0, -5f), 3, 1);
        b.Anchor("table", new Vector3(-2.5f, 0.7f, -1.9f), 0.4f, 0.4f);
        b.Path("walk", 1.5f, [new(-5, 0, 0.5f), new(-2, 0.12f, 0.2f), new(2, 0.12f, 0.2f), new(5, 0, 0.5f)]);
        b.Path("road", 2.5f, [new(-12, 0, 1), new(0, 0.12f, 0), new(12, 0, 1)]);
        b.Path("sky", 2f, [new(-5, 2.4f, -1), new(0, 3.2f, -1.4f), new(5, 2.4f, -1)]);
        b.Hint(new Vector3(0.6f, 1.5f, 5.4f), new Vector3(0, 0.9f, -0.6f), 40);
        b.Hint(new Vector3(-2.6f, 0.9f, 4.2f), new Vector3(0, 0.8f, -0.6f), 40);
        return new SettingStage
        {
            Concept = "studio",
            Instances = b.Instances,
            GroundHeightM = (_, _) => 0,
            FlatGround = true,
            Ground = Substance.Wood,
            Colliders = b.Colliders,
            Paths = b.Paths,
            Anchors = b.Anchors,
            PlayArea = (new Vector3(-2.2f, 0, -1.5f), new Vector3(2.2f, 5, 3)),
            Lights = b.Lights,
            Indoors = true,
            UsualTime = TimeOfDay.Afternoon,
            SkyAt = (time, _) => Atmosphere.Interior(time, new Vector3(0.55f, 0.75f, 0.5f)) with { SunSoftnessDegrees = 4 },
            Fog = new Fog(),
            Sounds = [PlaceSound.Room],
            CameraHints = b.CameraHints,
        };
    }

    /// <summary>A surface of the place: the prompt's colour and material where it names them.</summary>
    internal static Material Look(SettingRequest request, uint usualRgb, Func<Vector3, Material> usual) =>
        new PropRequest(request.Concept) { Attributes = request.Attributes, Seed = request.Seed }.Main(usualRgb, usual);

    /// <summary>What a built surface is made of, by the prompt's word for it.</summary>
    internal static Substance Woodlike(SettingRequest request, Substance usual = Substance.Wood) =>
        request.Attributes.Material is string material && Finishes.OfMaterial(material) is var (_, _, substance) ? substance : usual;

    // Framed pictures that climb the wall with the stairs: little landscapes in relief.
    private static void Pictures(SettingBuilder b, float half, float topY, float topZ)
    {
        Material gilt = Finishes.Metal(Colours.Hex(0xB08A4A)) with { Roughness = 0.45f };
        uint[] skies = [0xA8C6DA, 0xE8B884, 0x8CA8B8], hills = [0x5E7E4A, 0x7A4E3E, 0x3E5A6E];
        for (int i = 0; i < 3; i++)
        {
            float t = (i + 0.6f) / 3.2f, w = i == 1 ? 0.5f : 0.62f, h = i == 1 ? 0.62f : 0.46f;
            Vector3 at = new(-half + 0.012f, (topY * t) + 1.75f, topZ * t);
            b.Add(Buildings.Frame(w, h, 0.05f, 0.04f).RotateY(90).Move(at), gilt);
            b.Add(Shapes.Box(w, h, 0.012f).RotateY(90).Move(at), Finishes.Matt(Colours.Hex(skies[i])));
            Form hill = Sweeps.Extrude([new(-w / 2, -h / 2), new(w / 2, -h / 2), new(w / 2, -h * 0.1f), new(w * 0.2f, h * 0.12f), new(-w * 0.1f, -h * 0.08f), new(-w * 0.3f, h * 0.05f), new(-w / 2, -h * 0.05f)], 0.02f);
            b.Add(hill.RotateY(90).Move(at), Finishes.Matt(Colours.Hex(hills[i])));
            b.Add(Shapes.Cylinder(h * 0.09f, 0.02f, 16).RotateX(90).Move(w * 0.22f, h * 0.26f, -0.008f).RotateY(90).Move(at), Finishes.Matt(Colours.Hex(0xF4E2B0)));
        }
    }

    // Right-hand wall with two tall windows through which the sun falls.
    private static void WindowWall(SettingBuilder b, float x, Material wall, Material trim)
    {
        List<Form> pieces = [], frames = [];
        const float Low = 0.75f, High = 3.35f, Thick = 0.16f;
        ReadOnlySpan<(float From, float To)> gaps = [(-2.2f, -0.4f), (0.4f, 2.2f)];
        pieces.Add(Shapes.Box(Thick, Low, 10).Move(x, Low / 2, 0.5f));
        pieces.Add(Shapes.Box(Thick, 5.2f - High, 10).Move(x, (5.2f + High) / 2, 0.5f));
        float from = -4.5f;
        foreach ((float a, float c) in gaps)
        {
            pieces.Add(Shapes.Box(Thick, High - Low, a - from).Move(x, (Low + High) / 2, (a + from) / 2));
            from = c;
            float middle = (a + c) / 2, width = c - a;
            frames.Add(Buildings.Frame(width - 0.1f, High - Low - 0.1f, 0.08f, 0.2f).RotateY(90).Move(x, (Low + High) / 2, middle));
            frames.Add(Shapes.Box(0.05f, High - Low, 0.05f).Move(x, (Low + High) / 2, middle));
            for (int i = 1; i < 3; i++)
            {
                frames.Add(Shapes.Box(0.04f, 0.04f, width).Move(x, Low + ((High - Low) * i / 3), middle));
            }

            frames.Add(Shapes.RoundedBox(0.34f, 0.05f, width + 0.2f, 0.012f).Move(x - 0.1f, Low - 0.02f, middle));
        }

        pieces.Add(Shapes.Box(Thick, High - Low, 5.5f - from).Move(x, (Low + High) / 2, (5.5f + from) / 2));
        b.Add(Form.Join(pieces), wall);
        b.Add(Form.Join(frames), trim);
        Material curtain = Finishes.Canvas(Colours.Hex(0xE9DCC2));
        foreach ((float a, float c) in gaps)
        {
            foreach (float z in (ReadOnlySpan<float>)[a - 0.12f, c - 0.2f])
            {
                b.Add(Sweeps.Sheet((u, v) => new Vector3(x - 0.16f + (0.035f * MathF.Sin(u * 26)), 3.5f - (3.3f * v), z + (u * 0.34f)), 14, 2), curtain);
            }

            b.Add(Sweeps.Bar(new Vector3(x - 0.16f, 3.52f, a - 0.3f), new Vector3(x - 0.16f, 3.52f, c + 0.3f), 0.018f), Finishes.Metal(Colours.Hex(0xB08A4A)));
        }
    }

    private static void Console(SettingBuilder b, Vector3 at, Material wood)
    {
        List<Form> parts = [Shapes.RoundedBox(0.36f, 0.04f, 1.1f, 0.012f).Move(0, 0.8f, 0), Shapes.RoundedBox(0.3f, 0.1f, 1.0f, 0.01f).Move(0, 0.73f, 0)];
        foreach (float z in (ReadOnlySpan<float>)[-0.48f, 0.48f])
        {
            parts.Add(Shapes.Frustum(0.018f, 0.028f, 0.7f, 8).Move(0.12f, 0, z).With(Shapes.Frustum(0.018f, 0.028f, 0.7f, 8).Move(-0.12f, 0, z)));
        }

        b.Add(Form.Join(parts).Move(at), wood);
        b.SolidBox(at + new Vector3(0, 0.41f, 0), new Vector3(0.36f, 0.82f, 1.1f), Substance.Wood);
        b.Add(Lathes.TurnCurve([new(0, 0), new(0.08f, 0), new(0.085f, 0.03f), new(0.03f, 0.06f), new(0.055f, 0.16f), new(0.02f, 0.3f), new(0, 0.3f)], 3, 20).Move(at + new Vector3(0, 0.82f, 0)), Finishes.Ceramic(Colours.Hex(0x3E6A78)));
        b.Add(Lathes.Turn([new(0.17f, 0), new(0.1f, 0.22f)], 24).Move(at + new Vector3(0, 1.1f, 0)), Finishes.Canvas(Colours.Hex(0xF2DDB4)) with { Emission = new Vector3(1f, 0.66f, 0.32f) * (b.Request.Dark ? 2.2f : 0.7f) }, castsShadow: false);
    }
}
