using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>The open sea and the rocky coast with a lighthouse point.</summary>
internal static class Seas
{
    /// <summary>Open water to the horizon, with hazy islands far off and a buoy.</summary>
    public static SettingStage Ocean(SettingRequest request)
    {
        SettingBuilder b = new(request);
        SeededRandom random = request.Random();
        float swell = Swell(request);
        Material rock = Finishes.Stone(Colours.Hex(0x5A5650)) with { PatternScaleM = 6 };
        for (int i = 0; i < 5; i++)
        {
            float a = float.Lerp(-1.05f, 1.05f, (i + random.Next(0.1f, 0.9f)) / 5), r = random.Next(170, 320), w = random.Next(35, 80), h = random.Next(9, 26);
            Island(b, new Vector3(MathF.Sin(a) * r, 0, -MathF.Cos(a) * r), w, h, (uint)i + 11, rock);
        }

        b.Dress(Buoy(request), new Vector3(7.5f, 0, -9f), 20);
        Skerry(b, new Vector3(-13, 0, -14), 2.6f, 31, rock);
        Skerry(b, new Vector3(-16.5f, 0, -17), 1.6f, 33, rock);
        // A lighthouse stands on a rock: in the middle when it is what the shot is about, else beyond whatever sails by.
        bool lit = request.Mentions.Contains("lighthouse", StringComparer.Ordinal);
        Vector2 rockAt = request.Mentions.FirstOrDefault() == "lighthouse" ? Vector2.Zero : new Vector2(-9, -34);
        float Bed(float x, float z)
        {
            float r = Vector2.Distance(new Vector2(x, z), rockAt);
            return lit ? MathF.Max(-12, r < 6.5f ? 1.9f : 1.9f - (0.16f * (r - 6.5f) * (r - 6.5f)) - (0.25f * (r - 6.5f))) : -12;
        }

        if (lit)
        {
            Form islet = Terrains.Grid(rockAt - new Vector2(15), rockAt + new Vector2(15), 44, 44, (x, z) =>
            {
                float r = Vector2.Distance(new Vector2(x, z), rockAt);
                return Bed(x, z) + (Math.Clamp((r - 4.5f) / 3, 0, 1) * 1.1f * Noise.Ridged(x * 0.35f, z * 0.35f, 17, 3)) - (r < 4.5f ? 0 : 0.15f);
            });
            b.Add(islet.Crease(50), rock with { PatternScaleM = 2.2f });
        }

        b.Anchor("centre", new Vector3(0, MathF.Max(0, Bed(0, 0)), 0), 6, 6);
        b.Anchor("water", Vector3.Zero, 10, 8);
        b.Anchor("left", new Vector3(-5, 0, -2));
        b.Anchor("right", new Vector3(5, 0, -2));
        b.Anchor("background", lit && rockAt.Y < 0 ? new Vector3(rockAt.X, 1.9f, rockAt.Y) : new Vector3(0, 0, -30), 15, 5);
        b.Anchor("sky", new Vector3(0, 12, -12), 10, 4);
        b.Path("water", 8, [new(-24, 0, -5), new(-8, 0, -1.5f), new(8, 0, 0.5f), new(24, 0, -3)]);
        b.Path("under-water", 6, [new(-20, -3, -4), new(0, -2.4f, 0), new(20, -3, -4)]);
        b.Path("sky", 10, [new(-30, 9, -14), new(0, 12, -10), new(30, 10, -16)]);
        b.Hint(new Vector3(6, 3.2f, 13), new Vector3(0, 2.4f, -4), 44);
        b.Hint(new Vector3(-9, 9, 17), new Vector3(0, 1.5f, -5), 42);
        b.Hint(new Vector3(2, 0.9f, 10), new Vector3(0, 2.6f, -4), 40);
        return new SettingStage
        {
            Concept = "ocean",
            Instances = b.Instances,
            Dressing = b.Dressing,
            GroundHeightM = Bed,
            FlatGround = !lit,
            Ground = Substance.Sand,
            Colliders = b.Colliders,
            Paths = b.Paths,
            Anchors = b.Anchors,
            PlayArea = (new Vector3(-24, -8, -16), new Vector3(24, 30, 8)),
            UsualTime = TimeOfDay.Afternoon,
            Water = new Water
            {
                LevelM = 0,
                WaveHeightM = swell,
                WaveLengthM = float.Lerp(7, 22, Math.Clamp(swell / 2.4f, 0, 1)),
                WaveDirection = new Vector2(0.8f, 0.6f),
                Foam = Math.Clamp(0.08f + (swell * 0.3f), 0, 0.9f),
                DeepColour = new Vector3(0.008f, 0.05f, 0.085f),
                ShallowColour = new Vector3(0.04f, 0.2f, 0.23f),
            },
            Sounds = [PlaceSound.Sea, PlaceSound.Wind],
            CameraHints = b.CameraHints,
        };
    }

    /// <summary>Height of the largest waves for the wind and the weather, metres.</summary>
    internal static float Swell(SettingRequest request)
    {
        if (request.Has("calm") || request.Has("still"))
        {
            return 0.1f;
        }

        float wind = 0.22f + (1.1f * request.Wind * request.Wind);
        return request.Weather == Weather.Storm ? 1.4f + (1.3f * request.WeatherStrength) + (request.Has("big") ? 0.5f : 0) : request.Has("rough") || request.Has("big") ? MathF.Max(wind, 1.4f) : wind;
    }

    /// <summary>An island whose outline fades in the haze.</summary>
    internal static void Island(SettingBuilder b, Vector3 at, float widthM, float heightM, uint seed, Material material)
    {
        Form hill = Terrains.Grid(new Vector2(-1, -0.5f), new Vector2(1, 0.5f), 28, 10, (x, z) =>
        {
            float edge = MathF.Max(0, 1 - ((x * x) + (4 * z * z)));
            return (MathF.Pow(edge, 0.8f) * (0.35f + (0.65f * Noise.Ridged((x * 1.7f) + seed, z * 1.7f, seed, 4)))) - 0.06f;
        });
        b.Add(hill.Scale(widthM, heightM, widthM).Crease(70).Move(at), material, castsShadow: false);
    }

    /// <summary>A cluster of wet rocks.</summary>
    internal static void Skerry(SettingBuilder b, Vector3 at, float size, uint seed, Material material)
    {
        Form one = Shapes.Ellipsoid(size * 2, size * 1.5f, size * 1.6f, 3).Roughen(size * 0.35f, size * 0.7f, seed, 30);
        Form two = Shapes.Ellipsoid(size * 1.2f, size * 0.9f, size, 3).Roughen(size * 0.25f, size * 0.5f, seed + 1, 30).Move(size * 1.3f, 0, size * 0.5f);
        b.Add(one.With(two).Move(at), material with { PatternScaleM = size * 0.7f });
        b.Solid(new CollisionShape.Sphere(size * 0.8f), at, Substance.Stone, Quaternion.Identity);
    }

    // A channel buoy that rides the waves.
    private static Prop Buoy(SettingRequest request)
    {
        PropBuilder b = new(new PropRequest("buoy") { Seed = request.Seed, Dark = request.Dark });
        Material red = Finishes.Satin(Colours.Hex(0xC83A22)), white = Finishes.Satin(Colours.Hex(0xEFEAE0)), steel = Finishes.Iron(Colours.Hex(0x3A3E42));
        List<Form> cage = [];
        for (int i = 0; i < 4; i++)
        {
            cage.Add(Sweeps.Bar(new Vector3(0.38f, 0.5f, 0), new Vector3(0.12f, 1.7f, 0), 0.03f, 6).RotateY(90 * i));
        }

        int hull = b.Part("hull", Form.Join(
            b.Paint(Lathes.TurnCurve([new(0, -0.6f), new(0.4f, -0.5f), new(0.6f, -0.1f), new(0.62f, 0.2f), new(0.5f, 0.5f), new(0, 0.52f)], 3, 22), red),
            b.Paint(Shapes.Torus(0.615f, 0.05f, 24, 6).Move(0, 0.16f, 0), white), b.Paint(Form.Join(cage), steel),
            b.Paint(Shapes.Cylinder(0.18f, 0.1f, 14).Move(0, 1.68f, 0), red), b.Paint(Shapes.Capsule(0.09f, 0.26f, 12, 3).Move(0, 1.76f, 0), Finishes.Glow(new Vector3(1, 0.12f, 0.05f), request.Dark ? 8 : 0.8f))));
        b.Light(hull, new Vector3(0, 2.1f, 0), new Vector3(2, 0.2f, 0.08f), 7, 0, true);
        return b.Build(Substance.Metal, 300, Rig.Boat, new CollisionShape.Cylinder(0.6f, 1), Vector3.Zero, 0, 0);
    }
}
