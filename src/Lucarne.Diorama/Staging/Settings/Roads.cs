using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>Roads for driving.</summary>
internal static class Roads
{
    /// <summary>A road along a cliff: the sea and its headlands beyond the rail, the hill behind the camera.</summary>
    public static SettingStage CoastalRoad(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        const float Sea = -13f;
        static float Middle(float x) => 3.2f * MathF.Sin(x * 0.021f) * Math.Clamp(MathF.Abs(x) / 60, 0, 1);
        static float RoadY(float x) => 0.9f * MathF.Sin(x * 0.017f) * Math.Clamp(MathF.Abs(x) / 70, 0, 1);
        static float Height(float x, float z)
        {
            float d = z - Middle(x), y = RoadY(x), rough = Noise.Fractal(x * 0.06f, z * 0.06f, 3, 4);
            if (d < -5.2f)
            {
                // The cliff falls away in two ledges to the sea bed.
                float t = -5.2f - d, edge = 2.2f + (1.6f * Noise.Fractal(x * 0.09f, 0, 8, 3));
                float drop = 16 * Smooth(t / (9 + (2 * rough))) * (0.72f + (0.28f * Smooth((t - edge) / 3)));
                return y - drop + (rough * MathF.Min(t * 0.35f, 1.6f)) - (t > 12 ? (t - 12) * 0.2f : 0);
            }

            if (d > 7)
            {
                float t = d - 7;
                return y + (0.045f * t * t / (1 + (0.03f * t))) + (rough * MathF.Min(t * 0.12f, 1.6f));
            }

            return y + (MathF.Abs(d) > 3.6f ? 0.04f * rough : -0.02f);
        }

        Material earth = new() { BaseColour = Colours.Hex(0x7E8448), SecondColour = Colours.Hex(0xA89860), Roughness = 0.95f, Pattern = SurfacePattern.Mottled, PatternScaleM = 2.2f, Relief = 0.4f };
        Material cliff = Finishes.Stone(Colours.Hex(0xB09672)) with { PatternScaleM = 2.4f, Relief = 0.8f };
        Form land = Terrains.Grid(new Vector2(-170, -28), new Vector2(170, 60), 130, 40, Height);
        Vector3 Normal(Vector3 c) => Vector3.Normalize(new Vector3(Height(c.X - 0.7f, c.Z) - Height(c.X + 0.7f, c.Z), 1.4f, Height(c.X, c.Z - 0.7f) - Height(c.X, c.Z + 0.7f)));
        b.Add(land.SlotWhere(1, c => Normal(c).Y < 0.8f || c.Y < Sea + 3.5f), [earth, cliff]);

        Vector3[] line = [.. Enumerable.Range(0, 171).Select(i => new Vector3(-170 + (i * 2f), 0, 0)).Select(p => new Vector3(p.X, RoadY(p.X), Middle(p.X)))];
        Material asphalt = new() { BaseColour = Colours.Hex(0x4A4B4E), SecondColour = Colours.Hex(0x38393C), Roughness = 0.85f, Pattern = SurfacePattern.Grain, PatternScaleM = 0.06f, Relief = 0.2f };
        b.Add(Terrains.Ribbon(line, 6.8f, 0.02f, 0.06f), asphalt, castsShadow: false);
        Material paint = Finishes.Matt(Colours.Hex(0xE8E2D2));
        b.Add(Terrains.Ribbon(Offset(line, 3.05f), 0.12f, 0.05f).With(Terrains.Ribbon(Offset(line, -3.05f), 0.12f, 0.05f)), paint, castsShadow: false);
        b.Add(Form.Join(Enumerable.Range(0, 84).Where(i => i % 2 == 0).Select(i => Terrains.Ribbon(line.AsSpan(i * 2, 3), 0.14f, 0.085f))), Finishes.Matt(Colours.Hex(0xE8C860)), castsShadow: false);

        // Guard rail on stone posts, reflectors between them.
        List<Form> posts = [], rails = [], gems = [];
        for (int i = 0; i < 170; i++)
        {
            Vector3 p = line[i] + new Vector3(0, 0, -4.35f);
            posts.Add(Shapes.Box(0.24f, 0.72f, 0.24f).Move(p + new Vector3(0, 0.3f, 0)));
            if (i % 3 == 0)
            {
                gems.Add(Shapes.Box(0.06f, 0.06f, 0.02f).Move(p + new Vector3(0, 0.5f, 0.13f)));
            }
        }

        rails.Add(Sweeps.Tube([.. line.Where((_, i) => i % 2 == 0).Select(p => p + new Vector3(0, 0.46f, -4.35f))], 0.055f, 6));
        rails.Add(Sweeps.Tube([.. line.Where((_, i) => i % 2 == 0).Select(p => p + new Vector3(0, 0.24f, -4.35f))], 0.04f, 6));
        b.Add(Form.Join(posts), Finishes.Plaster(Colours.Hex(0xEFE9DC)));
        b.Add(Form.Join(rails), Finishes.Satin(Colours.Hex(0xD8D4CA)));
        b.Add(Form.Join(gems), Finishes.Glow(new Vector3(1f, 0.4f, 0.05f), 0.8f));
        b.SolidBox(new Vector3(0, 0.4f, -4.35f), new Vector3(90, 1.2f, 0.24f), Substance.Stone);

        // Umbrella pines and shrubs pass by on both sides; rocks stand in the surf.
        Prop[] pines = [StonePine(request, 0), StonePine(request, 1)];
        for (int i = 0; i < 22; i++)
        {
            float x = -150 + (i * 14.2f) + random.Next(-4, 4), z = Middle(x) + (i % 3 == 0 ? -6.6f : random.Next(13, 22));
            b.Place(pines[i % 6 == 0 ? 0 : 1], new Vector3(x, Height(x, z) - 0.2f, z), random.Next(0, 360), i % 3 == 0 ? random.Next(0.62f, 0.8f) : random.Next(0.85f, 1.2f));
        }

        Form tuft = Tuft();
        Material[] grass = [Finishes.Stem(Colours.Hex(0x8C9A4A)) with { Sway = 0.5f }];
        b.AddMany(tuft, grass, Scatter.Loose(new Vector2(-60, -7), new Vector2(60, 12), 1.7f, request.Seed + 5, (x, z) => MathF.Abs(z - Middle(x)) > 4.7f ? 0.55f : 0)
            .Select(p => Matrix4x4.CreateScale(random.Next(0.6f, 1.3f)) * Matrix4x4.CreateRotationY(random.Next(0, 6.28f)) * Matrix4x4.CreateTranslation(p.X, Height(p.X, p.Y), p.Y)), castsShadow: false);
        for (int i = 0; i < 12; i++)
        {
            float x = -120 + (i * 21) + random.Next(-5, 5);
            Seas.Skerry(b, new Vector3(x, Sea - 0.4f, -21 - random.Next(0, 14)), random.Next(1.2f, 3f), (uint)(40 + i), cliff);
        }

        // Headlands one behind the other, the farthest with a lighthouse.
        Headland(b, new Vector3(118, Sea, -74), 62, 30, 21, cliff, earth);
        Headland(b, new Vector3(-140, Sea, -92), 74, 36, 22, cliff, earth);
        Headland(b, new Vector3(40, Sea, -190), 90, 30, 23, cliff, earth);
        Seas.Island(b, new Vector3(-48, Sea, -240), 60, 26, 24, cliff);
        b.Place(request.Prop("lighthouse", Detail.Far), new Vector3(84, Sea + 16.5f, -72), 200, 0.8f);
        b.Dress(request.Prop("sailing-boat", Detail.Many), new Vector3(-22, Sea, -62), 70);
        b.Dress(request.Prop("sailing-boat", Detail.Many, 1), new Vector3(30, Sea, -84), 100);

        b.Anchor("centre", new Vector3(0, 0.05f, 0), 4, 2.4f, 90);
        b.Anchor("left", new Vector3(-5, 0.05f, 1.2f), yawDegrees: 90);
        b.Anchor("right", new Vector3(5, 0.05f, 1.2f), yawDegrees: 90);
        b.Anchor("background", new Vector3(0, Sea, -60), 20, 10);
        b.Anchor("water", new Vector3(-10, Sea, -50), 20, 10);
        b.Anchor("hilltop", new Vector3(0, Height(0, 26), 26), 4, 3, 180);
        b.Anchor("sky", new Vector3(0, 12, -16), 10, 5);
        Vector3[] lane = [.. line.Where((_, i) => i % 5 == 0).Select(p => p + new Vector3(0, 0.06f, 1.6f))];
        b.Path("road", 2.8f, lane);
        b.Path("walk", 1.2f, [.. line.Where((_, i) => i is > 60 and < 110 && i % 5 == 0).Select(p => p + new Vector3(0, 0.03f, 3.9f))]);
        b.Path("water", 10, [new(-60, Sea, -58), new(0, Sea, -50), new(60, Sea, -60)]);
        b.Path("sky", 8, [new(-60, 12, -24), new(0, 14, -14), new(60, 12, -24)]);
        b.Hint(new Vector3(-4.5f, 1.5f, 9.5f), new Vector3(0.5f, 1.1f, -2), 42);
        b.Hint(new Vector3(-16, 7, 12), new Vector3(6, 0, -5), 46);
        b.Hint(new Vector3(9, 1.1f, 5.2f), new Vector3(-3, 1.2f, -2), 46);
        return new SettingStage
        {
            Concept = "coastal-road",
            Instances = b.Instances,
            Dressing = b.Dressing,
            GroundHeightM = Height,
            Ground = Substance.Stone,
            Colliders = b.Colliders,
            Paths = b.Paths,
            Anchors = b.Anchors,
            PlayArea = (new Vector3(-150, -1, -4.1f), new Vector3(150, 14, 6)),
            Lights = b.Lights,
            Emitters = b.Emitters,
            UsualTime = TimeOfDay.Afternoon,
            Water = new Water { LevelM = Sea, WaveHeightM = MathF.Max(0.35f, Seas.Swell(request)), WaveLengthM = 13, WaveDirection = new Vector2(0.3f, 0.95f), Foam = 0.45f, DeepColour = new Vector3(0.006f, 0.07f, 0.12f), ShallowColour = new Vector3(0.05f, 0.33f, 0.34f) },
            Sounds = [PlaceSound.Sea, PlaceSound.Wind],
            CameraHints = b.CameraHints,
        };
    }

    /// <summary>A line moved sideways: positive to its right.</summary>
    internal static Vector3[] Offset(ReadOnlySpan<Vector3> line, float byM)
    {
        var moved = new Vector3[line.Length];
        for (int i = 0; i < line.Length; i++)
        {
            Vector3 along = line[Math.Min(i + 1, line.Length - 1)] - line[Math.Max(i - 1, 0)];
            moved[i] = line[i] + (Vector3.Normalize(new Vector3(-along.Z, 0, along.X)) * byM);
        }

        return moved;
    }

    /// <summary>A tuft of seven blades.</summary>
    internal static Form Tuft(float height = 0.4f) =>
        Form.Join(Enumerable.Range(0, 7).Select(i =>
        {
            float lean = 0.12f + (0.05f * (i % 3)), h = height * (0.7f + (0.1f * (i % 4)));
            Form blade = new([new(-0.016f, 0, 0), new(0.016f, 0, 0), new(0.011f, h * 0.6f, lean * 0.4f), new(-0.011f, h * 0.6f, lean * 0.4f), new(0, h, lean)], [0, 1, 2, 0, 2, 3, 3, 2, 4], null, null, 90);
            return blade.Move(0, 0, 0.03f).RotateY((i * 51.4f) + (i * i * 7));
        }));

    private static float Smooth(float t)
    {
        t = Math.Clamp(t, 0, 1);
        return t * t * (3 - (2 * t));
    }

    private static void Headland(SettingBuilder b, Vector3 at, float width, float height, uint seed, Material cliff, Material earth)
    {
        float Rise(float x, float z)
        {
            float edge = 1 - MathF.Sqrt((x * x) + (z * z * 3.2f)) + (0.22f * Noise.Fractal(x * 2.6f, z * 2.6f, seed, 3));
            float shelf = Smooth(edge * 3.4f);
            return (shelf * (0.55f + (0.3f * Smooth(edge)) + (0.16f * Noise.Fractal(x * 3, z * 3, seed + 3, 3)))) - 0.05f;
        }

        Form land = Terrains.Grid(new Vector2(-1.2f, -0.75f), new Vector2(1.2f, 0.75f), 44, 26, Rise);
        Form scaled = land.Scale(width, height, width).SlotWhere(1, c => c.Y < height * 0.47f);
        b.Add(scaled.Move(at), [earth, cliff], castsShadow: false);
    }

    private static Prop StonePine(SettingRequest request, int index)
    {
        PropBuilder b = new(new PropRequest("stone-pine") { Seed = request.Seed, Index = index, Detail = Detail.Many });
        SeededRandom random = b.Request.Random();
        Vector3[] trunk = Splines.Through([new(0, 0, 0), new(0.25f, 1.7f, 0.1f), new(-0.1f, 3.4f, 0), new(0.35f, 5f, 0.1f)], 4);
        List<Form> wood = [Sweeps.Tube(trunk, t => float.Lerp(0.24f, 0.11f, t), 8)];
        List<Form> leaves = [];
        for (int i = 0; i < 7; i++)
        {
            float a = MathF.Tau * i / 6, r = i == 6 ? 0 : random.Next(1.1f, 1.6f);
            Vector3 tip = new((MathF.Cos(a) * r) + 0.3f, 5.3f + random.Next(-0.15f, 0.4f), MathF.Sin(a) * r);
            wood.Add(Sweeps.Tube([trunk[8], Vector3.Lerp(trunk[8], tip, 0.6f) - new Vector3(0, 0.2f, 0), tip], t => float.Lerp(0.1f, 0.04f, t), 5));
            foreach (Form clump in Trees.Foliage(b, tip, 0.95f, Colours.Hex(0x3E6A38), index == 0 ? Detail.Many : Detail.Far, ref random))
            {
                leaves.Add(clump.Move(-tip).Scale(1.2f, 0.55f, 1.2f).Move(tip));
            }
        }

        b.Part("body", b.Paint(Form.Join(wood), Finishes.Bark(Colours.Hex(0x6E4A34))).With(Form.Join(leaves)));
        return b.Build(Substance.Wood, 300, Rig.Plant);
    }
}
