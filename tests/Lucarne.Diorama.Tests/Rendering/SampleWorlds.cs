using System.Numerics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Tests.Rendering;

/// <content>Places with weather and a time of day.</content>
internal static partial class SampleScenes
{
    /// <summary>A small boat on a calm sea at sunset.</summary>
    public static SceneFrame Ocean(double seconds)
    {
        Water water = new() { WaveHeightM = 0.3f, WaveLengthM = 7f, Foam = 0.25f };
        SceneFrame scene = new()
        {
            Seconds = seconds,
            Seed = 2,
            Camera = new Camera { Position = new Vector3(0, 4.2f, 17), Target = new Vector3(0, 2.6f, 0), FieldOfViewDegrees = 50, FocusDistanceM = 16, ApertureM = 0.05f },
            Sky = new Sky
            {
                SunDirection = Vector3.Normalize(new Vector3(0.22f, 0.10f, -1f)),
                SunColour = new Vector3(2.6f, 1.25f, 0.45f),
                SunSoftnessDegrees = 1.5f,
                ZenithColour = new Vector3(0.09f, 0.13f, 0.30f),
                HorizonColour = new Vector3(0.62f, 0.34f, 0.20f),
                GlowColour = new Vector3(0.9f, 0.36f, 0.1f),
                GroundColour = new Vector3(0.06f, 0.05f, 0.06f),
                CloudCover = 0.42f,
            },
            Fog = new Fog { DensityPerM = 0.0012f, HeightM = 20, Colour = new Vector3(0.55f, 0.33f, 0.24f) },
            Water = water,
            WindMps = new Vector2(3, 1),
        };
        WaveSample wave = new WaveField(water).Sample(0, 0, seconds);
        Matrix4x4 afloat = Matrix4x4.CreateFromAxisAngle(Vector3.UnitZ, -wave.Normal.X * 0.7f) * Matrix4x4.CreateRotationX(wave.Normal.Z * 0.7f) * Matrix4x4.CreateTranslation(0, wave.HeightM, 0);
        Material hull = new() { BaseColour = new Vector3(0.5f, 0.13f, 0.07f), Roughness = 0.4f, Clearcoat = 0.5f };
        Material sail = new() { BaseColour = new Vector3(0.92f, 0.88f, 0.8f), Roughness = 0.9f, Subsurface = 0.7f, TwoSided = true };
        Material mast = new() { BaseColour = new Vector3(0.35f, 0.2f, 0.1f), Roughness = 0.6f };
        Add(scene, SampleMeshes.Sphere(1, 20), hull, Matrix4x4.CreateScale(2.1f, 0.6f, 0.8f) * Matrix4x4.CreateTranslation(0, 0.15f, 0) * afloat);
        Add(scene, SampleMeshes.Frustum(0.06f, 0.04f, 4.4f, 10), mast, Matrix4x4.CreateTranslation(0.1f, 2.6f, 0) * afloat);
        Add(scene, Sail(0.2f, 0.7f, 2.0f, 4.6f, 0.35f), sail, afloat);
        Add(scene, Sail(0f, 0.7f, -1.5f, 4.0f, 0.25f), sail, afloat);
        return scene;
    }

    /// <summary>A village under snow on a winter evening, windows lit.</summary>
    public static SceneFrame Village(double seconds)
    {
        SceneFrame scene = new()
        {
            Seconds = seconds,
            Seed = 3,
            Camera = new Camera { Position = new Vector3(1.5f, 5.2f, 17), Target = new Vector3(0, 2.6f, 0), FieldOfViewDegrees = 46, FocusDistanceM = 15, ApertureM = 0.22f },
            Sky = new Sky
            {
                SunDirection = Vector3.Normalize(new Vector3(-0.45f, 0.55f, -0.6f)),
                SunColour = new Vector3(0.16f, 0.21f, 0.34f),
                SunSoftnessDegrees = 3,
                ZenithColour = new Vector3(0.012f, 0.022f, 0.06f),
                HorizonColour = new Vector3(0.05f, 0.08f, 0.16f),
                GlowColour = new Vector3(0.02f, 0.03f, 0.05f),
                GroundColour = new Vector3(0.03f, 0.04f, 0.07f),
                CloudCover = 0.15f,
                Stars = 0.9f,
            },
            Fog = new Fog { DensityPerM = 0.008f, HeightM = 8, Colour = new Vector3(0.05f, 0.075f, 0.14f) },
            Precipitation = new Precipitation { Snow = 0.55f },
            SnowCover = 0.85f,
            WindMps = new Vector2(1.2f, 0.3f),
            Grade = new Grade { ExposureStops = 1.1f, Bloom = 0.5f, Grain = 0.06f },
        };
        Material ground = new() { BaseColour = new Vector3(0.86f, 0.89f, 0.94f), SecondColour = new Vector3(0.7f, 0.78f, 0.9f), Roughness = 0.8f, Subsurface = 0.5f, Pattern = SurfacePattern.Snow, PatternScaleM = 1.2f, Relief = 0.3f };
        Add(scene, SampleMeshes.Ground(60, 96, (x, z) => (0.9f * MathF.Sin(x * 0.17f) * MathF.Cos(z * 0.15f)) + (0.0035f * ((x * x) + (z * z * 0.3f))) - 0.6f), ground, Matrix4x4.Identity);
        Material[] walls =
        [
            new() { BaseColour = new Vector3(0.45f, 0.16f, 0.11f), SecondColour = new Vector3(0.75f, 0.6f, 0.3f), Roughness = 0.85f, Pattern = SurfacePattern.Windows, PatternScaleM = 1.15f, Emission = new Vector3(2.6f, 1.25f, 0.38f) },
            new() { BaseColour = new Vector3(0.62f, 0.5f, 0.3f), SecondColour = new Vector3(0.75f, 0.6f, 0.3f), Roughness = 0.85f, Pattern = SurfacePattern.Windows, PatternScaleM = 1.15f, Emission = new Vector3(2.4f, 1.3f, 0.45f) },
        ];
        Material roof = new() { BaseColour = new Vector3(0.28f, 0.1f, 0.07f), SecondColour = new Vector3(0.2f, 0.07f, 0.05f), Roughness = 0.8f, Pattern = SurfacePattern.Tiles, PatternScaleM = 0.3f, Relief = 0.5f };
        Material bark = new() { BaseColour = new Vector3(0.16f, 0.1f, 0.06f), Roughness = 0.9f };
        Material needles = new() { BaseColour = new Vector3(0.035f, 0.11f, 0.05f), SecondColour = new Vector3(0.06f, 0.16f, 0.07f), Roughness = 0.85f, Pattern = SurfacePattern.Mottled, PatternScaleM = 0.4f, Relief = 0.6f, Sway = 0.1f };
        (float X, float Z, float Turn, float Size)[] houses = [(-3.4f, 0.5f, 0.35f, 1f), (2.8f, -1.2f, -0.3f, 1.15f), (-0.6f, -6f, 0.1f, 1.2f), (6.8f, -6.5f, -0.5f, 1f), (-7.6f, -6f, 0.6f, 1.05f), (5.6f, 3.2f, -0.8f, 0.85f)];
        for (int i = 0; i < houses.Length; i++)
        {
            (float x, float z, float turn, float size) = houses[i];
            Matrix4x4 place = Matrix4x4.CreateScale(size) * Matrix4x4.CreateRotationY(turn) * Matrix4x4.CreateTranslation(x, -0.3f, z);
            Add(scene, SampleMeshes.Box(new Vector3(1.725f, 1.15f, 1.15f)), walls[i % 2], Matrix4x4.CreateTranslation(0, 1.15f, 0) * place, (uint)i + 1);
            Add(scene, Roof(2.05f, 1.5f, 1.35f), roof, Matrix4x4.CreateTranslation(0, 2.25f, 0) * place, (uint)i);
            Add(scene, SampleMeshes.Box(new Vector3(0.2f, 0.5f, 0.2f)), roof, Matrix4x4.CreateTranslation(0.8f, 3.2f, 0.3f) * place, (uint)i);
            Vector3 lamp = Vector3.Transform(new Vector3(0, 1.2f, 1.9f), place);
            scene.Lights.Add(new PointLight(lamp, new Vector3(3.0f, 1.45f, 0.5f), 6));
            for (int puff = 0; puff < 7; puff++)
            {
                float age = ((float)(seconds * 0.16) + (puff / 7f) + (i * 0.13f)) % 1f;
                scene.Particles.Add(new Particle(Vector3.Transform(new Vector3(0.8f + (age * age * 1.1f), 3.7f + (age * 2.6f), 0.3f), place), 0.14f + (age * 0.5f), new Vector3(0.75f), 0.34f * (1 - age) * MathF.Min(1, age * 6), 0));
            }
        }

        for (int i = 0; i < 46; i++)
        {
            float angle = i * 2.39996f, radius = 7.5f + (i * 0.62f), x = radius * MathF.Cos(angle), z = (radius * MathF.Sin(angle) * 0.8f) - 6;
            if (z > 7)
            {
                continue;
            }

            float size = 0.8f + (0.5f * MathF.Abs(MathF.Sin(i * 5.1f))), floor = (0.9f * MathF.Sin(x * 0.17f) * MathF.Cos(z * 0.15f)) + (0.0035f * ((x * x) + (z * z * 0.3f))) - 0.7f;
            Matrix4x4 place = Matrix4x4.CreateScale(size) * Matrix4x4.CreateTranslation(x, floor, z);
            Add(scene, SampleMeshes.Frustum(0.16f, 0.12f, 1, 8), bark, Matrix4x4.CreateTranslation(0, 0.5f, 0) * place);
            for (int tier = 0; tier < 4; tier++)
            {
                Add(scene, SampleMeshes.Frustum(1.15f - (tier * 0.24f), 0.12f, 1.15f, 18), needles, Matrix4x4.CreateTranslation(0, 1.2f + (tier * 0.68f), 0) * place, (uint)(i + tier));
            }
        }

        return scene;
    }

    /// <summary>A street in the rain at night, neon in the puddles.</summary>
    public static SceneFrame Street(double seconds)
    {
        SceneFrame scene = new()
        {
            Seconds = seconds,
            Seed = 4,
            Camera = new Camera { Position = new Vector3(0.6f, 1.5f, 9), Target = new Vector3(0, 2.3f, -6), FieldOfViewDegrees = 56, FocusDistanceM = 10, ApertureM = 0.06f },
            Sky = new Sky
            {
                SunDirection = Vector3.Normalize(new Vector3(0.3f, 0.9f, 0.3f)),
                SunColour = new Vector3(0.05f, 0.06f, 0.09f),
                SunSoftnessDegrees = 10,
                ZenithColour = new Vector3(0.012f, 0.014f, 0.03f),
                HorizonColour = new Vector3(0.05f, 0.035f, 0.075f),
                GlowColour = Vector3.Zero,
                GroundColour = new Vector3(0.02f, 0.015f, 0.03f),
                CloudCover = 0.9f,
            },
            Fog = new Fog { DensityPerM = 0.02f, HeightM = 8, Colour = new Vector3(0.055f, 0.04f, 0.085f) },
            Precipitation = new Precipitation { Rain = 0.8f },
            Wetness = 0.9f,
            WindMps = new Vector2(1.5f, 0),
            Grade = new Grade { ExposureStops = 0.9f, Bloom = 0.6f, Saturation = 1.15f },
        };
        Material asphalt = new() { BaseColour = new Vector3(0.09f, 0.09f, 0.1f), SecondColour = new Vector3(0.05f, 0.05f, 0.055f), Roughness = 0.75f, Pattern = SurfacePattern.Grain, PatternScaleM = 0.6f, Relief = 0.3f };
        Material kerb = new() { BaseColour = new Vector3(0.22f, 0.21f, 0.2f), SecondColour = new Vector3(0.12f, 0.12f, 0.12f), Roughness = 0.8f, Pattern = SurfacePattern.Tiles, PatternScaleM = 0.7f, Relief = 0.3f };
        Add(scene, SampleMeshes.Ground(60), asphalt, Matrix4x4.Identity);
        foreach (float side in new[] { -1f, 1f })
        {
            Add(scene, SampleMeshes.Box(new Vector3(1.2f, 0.09f, 40)), kerb, Matrix4x4.CreateTranslation(side * 4.4f, 0.07f, -20));
            for (int i = 0; i < 7; i++)
            {
                float height = 5f + (3.4f * MathF.Abs(MathF.Sin((i * 2.1f) + side)));
                Material wall = new()
                {
                    BaseColour = new Vector3(0.16f + (0.05f * (i % 3)), 0.13f, 0.14f),
                    SecondColour = new Vector3(0.05f, 0.06f, 0.08f),
                    Roughness = 0.8f,
                    Pattern = SurfacePattern.Windows,
                    PatternScaleM = 1.5f,
                    Emission = i % 2 == 0 ? new Vector3(1.1f, 0.75f, 0.4f) : new Vector3(0.5f, 0.7f, 1f),
                };
                Add(scene, SampleMeshes.Box(new Vector3(2, height, 2.7f)), wall, Matrix4x4.CreateTranslation(side * 7.5f, height, 4 - (i * 5.6f)), (uint)(i + (side > 0 ? 20 : 0)));
                Vector3 hue = ((i + (side > 0 ? 1 : 0)) % 4) switch { 0 => new Vector3(1f, 0.08f, 0.45f), 1 => new Vector3(0.06f, 0.75f, 1f), 2 => new Vector3(1f, 0.45f, 0.05f), _ => new Vector3(0.45f, 0.15f, 1f) };
                Material neon = new() { BaseColour = new Vector3(0.05f), Emission = hue * 5.5f, Roughness = 0.4f };
                Vector3 sign = new(side * 5.2f, 2.6f + (0.8f * (i % 2)), 5.5f - (i * 5.6f));
                Add(scene, SampleMeshes.Box(new Vector3(0.09f, 0.75f, 0.4f)), neon, Matrix4x4.CreateTranslation(sign));
                Add(scene, SampleMeshes.Box(new Vector3(0.16f, 0.05f, 1.5f)), neon, Matrix4x4.CreateTranslation(side * 5.4f, 4.7f, 4 - (i * 5.6f)));
                scene.Lights.Add(new PointLight(sign - new Vector3(side * 0.5f, 0, 0), hue * 7f, 9));
            }
        }

        Material paint = new() { BaseColour = new Vector3(0.5f, 0.02f, 0.03f), Roughness = 0.3f, Clearcoat = 1 };
        Material tyre = new() { BaseColour = new Vector3(0.02f), Roughness = 0.8f };
        Material lampGlow = new() { BaseColour = new Vector3(0.1f), Emission = new Vector3(6f, 0.35f, 0.2f) };
        Matrix4x4 car = Matrix4x4.CreateTranslation(-1.5f, 0, -1.5f);
        Add(scene, SampleMeshes.Sphere(1, 24), paint, Matrix4x4.CreateScale(0.95f, 0.45f, 2f) * Matrix4x4.CreateTranslation(0, 0.62f, 0) * car);
        Add(scene, SampleMeshes.Sphere(1, 24), paint, Matrix4x4.CreateScale(0.75f, 0.5f, 1.1f) * Matrix4x4.CreateTranslation(0, 1.0f, 0) * car);
        foreach ((float x, float z) in new[] { (-0.85f, -1.1f), (0.85f, -1.1f), (-0.85f, 1.1f), (0.85f, 1.1f) })
        {
            Add(scene, SampleMeshes.Frustum(0.34f, 0.34f, 0.24f, 24), tyre, Matrix4x4.CreateRotationZ(MathF.PI / 2) * Matrix4x4.CreateTranslation(x, 0.34f, z) * car);
            if (z > 0)
            {
                Add(scene, SampleMeshes.Sphere(0.12f, 10), lampGlow, Matrix4x4.CreateTranslation(x * 0.62f, 0.68f, 1.85f) * car);
            }
        }

        return scene;
    }

    /// <summary>Glass marbles on a marble table, close.</summary>
    public static SceneFrame Marbles(double seconds)
    {
        SceneFrame scene = new()
        {
            Seconds = seconds,
            Seed = 5,
            Camera = new Camera { Position = new Vector3(0.02f, 0.11f, 0.24f), Target = new Vector3(0, 0.016f, 0), FieldOfViewDegrees = 38, FocusDistanceM = 0.25f, ApertureM = 0.012f },
            Sky = new Sky { Studio = true, SunDirection = Vector3.Normalize(new Vector3(-0.55f, 0.6f, -0.35f)), SunColour = new Vector3(3.2f, 2.8f, 2.3f), SunSoftnessDegrees = 4, HorizonColour = new Vector3(0.42f, 0.4f, 0.42f), ZenithColour = new Vector3(0.7f, 0.72f, 0.78f), GroundColour = new Vector3(0.25f, 0.22f, 0.2f) },
            Grade = new Grade { Bloom = 0.4f },
        };
        Material table = new() { BaseColour = new Vector3(0.78f, 0.77f, 0.76f), SecondColour = new Vector3(0.25f, 0.26f, 0.3f), Roughness = 0.12f, Pattern = SurfacePattern.Marble, PatternScaleM = 0.14f };
        Add(scene, SampleMeshes.Ground(1.5f), table, Matrix4x4.Identity);
        Vector3[] colours = [new(0.9f, 0.12f, 0.1f), new(0.1f, 0.35f, 0.95f), new(0.1f, 0.75f, 0.35f), new(0.95f, 0.6f, 0.08f), new(0.6f, 0.2f, 0.85f)];
        for (int i = 0; i < colours.Length; i++)
        {
            Material glass = new() { BaseColour = colours[i], Transmission = 0.95f, Roughness = 0.03f };
            Material core = new() { BaseColour = Vector3.Lerp(colours[i], Vector3.One, 0.35f), Roughness = 0.5f, Subsurface = 0.5f };
            Matrix4x4 place = Matrix4x4.CreateTranslation(((i % 3) - 1) * 0.045f, 0.018f, ((i / 3) * -0.05f) + (0.012f * (i % 2)));
            Add(scene, SampleMeshes.Sphere(0.018f, 32), glass, place);
            Add(scene, SampleMeshes.Sphere(0.0075f, 16), core, Matrix4x4.CreateScale(0.45f, 1.6f, 0.8f) * Matrix4x4.CreateRotationZ(i + (float)seconds) * place);
        }

        return scene;
    }

    /// <summary>A clearing among some hundred trees by day: the benchmark's typical load, about 100,000 triangles.</summary>
    public static SceneFrame Forest(double seconds)
    {
        SceneFrame scene = new()
        {
            Seconds = seconds,
            Seed = 6,
            Camera = new Camera { Position = new Vector3(0.5f, 2.1f, 9), Target = new Vector3(0, 1.7f, 0), FieldOfViewDegrees = 50, FocusDistanceM = 9, ApertureM = 0.12f },
            Sky = new Sky { SunDirection = Vector3.Normalize(new Vector3(-0.6f, 0.5f, -0.25f)), SunColour = new Vector3(3.4f, 2.7f, 1.8f), ZenithColour = new Vector3(0.2f, 0.38f, 0.75f), HorizonColour = new Vector3(0.75f, 0.75f, 0.7f), GlowColour = new Vector3(0.6f, 0.42f, 0.2f), GroundColour = new Vector3(0.1f, 0.11f, 0.05f), CloudCover = 0.35f },
            Fog = new Fog { DensityPerM = 0.01f, HeightM = 10, Colour = new Vector3(0.62f, 0.66f, 0.62f) },
            WindMps = new Vector2(3, 0.5f),
        };
        Material grass = new() { BaseColour = new Vector3(0.12f, 0.22f, 0.045f), SecondColour = new Vector3(0.22f, 0.27f, 0.07f), Roughness = 0.9f, Sheen = 0.4f, Pattern = SurfacePattern.Mottled, PatternScaleM = 0.8f, Relief = 0.7f };
        Material bark = new() { BaseColour = new Vector3(0.24f, 0.15f, 0.09f), SecondColour = new Vector3(0.12f, 0.07f, 0.04f), Roughness = 0.9f, Pattern = SurfacePattern.Rock, PatternScaleM = 0.5f, Relief = 0.8f };
        Material[] leaves =
        [
            new() { BaseColour = new Vector3(0.14f, 0.30f, 0.05f), SecondColour = new Vector3(0.26f, 0.38f, 0.07f), Roughness = 0.7f, Subsurface = 0.6f, Pattern = SurfacePattern.Mottled, PatternScaleM = 0.35f, Relief = 1f, Sway = 0.25f },
            new() { BaseColour = new Vector3(0.45f, 0.22f, 0.03f), SecondColour = new Vector3(0.55f, 0.33f, 0.06f), Roughness = 0.7f, Subsurface = 0.6f, Pattern = SurfacePattern.Mottled, PatternScaleM = 0.35f, Relief = 1f, Sway = 0.25f },
        ];
        Material stone = new() { BaseColour = new Vector3(0.36f, 0.35f, 0.33f), SecondColour = new Vector3(0.2f, 0.2f, 0.2f), Roughness = 0.85f, Pattern = SurfacePattern.Rock, PatternScaleM = 0.6f, Relief = 0.9f };
        Mesh trunk = SampleMeshes.Frustum(0.17f, 0.1f, 2, 12), crown = SampleMeshes.Sphere(1, 12), rock = SampleMeshes.Sphere(0.4f, 12), blade = Blades();
        Add(scene, SampleMeshes.Ground(45, 48, (x, z) => 0.35f * MathF.Sin(x * 0.31f) * MathF.Sin(z * 0.27f)), grass, Matrix4x4.Identity);
        for (int i = 0; i < 70; i++)
        {
            float angle = i * 2.39996f, radius = 3.6f + (i * 0.36f), x = radius * MathF.Cos(angle), z = radius * MathF.Sin(angle) - 2.5f;
            if (z > 5 && MathF.Abs(x) < 4)
            {
                continue;
            }

            float size = 0.85f + (0.6f * MathF.Abs(MathF.Sin(i * 3.7f)));
            Matrix4x4 place = Matrix4x4.CreateScale(size) * Matrix4x4.CreateTranslation(x, 0.35f * MathF.Sin(x * 0.31f) * MathF.Sin(z * 0.27f) - 0.1f, z);
            Add(scene, trunk, bark, Matrix4x4.CreateTranslation(0, 1, 0) * place, (uint)i);
            Add(scene, crown, leaves[i % 5 == 0 ? 1 : 0], Matrix4x4.CreateScale(0.95f, 0.85f, 0.95f) * Matrix4x4.CreateTranslation(0, 2.4f, 0) * place, (uint)i);
            Add(scene, crown, leaves[i % 5 == 0 ? 1 : 0], Matrix4x4.CreateScale(0.65f, 0.6f, 0.65f) * Matrix4x4.CreateTranslation(0.45f, 2.0f, 0.4f) * place, (uint)i + 100);
            Add(scene, crown, leaves[i % 5 == 0 ? 1 : 0], Matrix4x4.CreateScale(0.6f, 0.6f, 0.6f) * Matrix4x4.CreateTranslation(-0.3f, 3.0f, -0.2f) * place, (uint)i + 200);
        }

        for (int i = 0; i < 260; i++)
        {
            float angle = i * 2.39996f, radius = 0.55f * MathF.Sqrt(i), x = radius * MathF.Cos(angle), z = radius * MathF.Sin(angle) + 2;
            Matrix4x4 place = Matrix4x4.CreateRotationY(i) * Matrix4x4.CreateTranslation(x, 0.35f * MathF.Sin(x * 0.31f) * MathF.Sin(z * 0.27f), z);
            scene.Instances.Add(new Instance { Mesh = blade, Materials = [grass with { TwoSided = true, Sway = 1f, Subsurface = 0.6f, Pattern = SurfacePattern.None, BaseColour = new Vector3(0.2f, 0.33f, 0.06f) }], World = place, CastsShadow = true, Variation = (uint)i });
            if (i % 31 == 5)
            {
                Add(scene, rock, stone, Matrix4x4.CreateScale(1, 0.6f, 0.8f) * place, (uint)i);
            }
        }

        Material ball = new() { BaseColour = new Vector3(0.85f, 0.1f, 0.05f), SecondColour = new Vector3(0.95f, 0.9f, 0.85f), Roughness = 0.3f, Clearcoat = 0.7f, Pattern = SurfacePattern.Stripes, PatternScaleM = 0.22f };
        Add(scene, SampleMeshes.Sphere(0.38f, 32), ball, Matrix4x4.CreateRotationZ(0.6f) * Matrix4x4.CreateTranslation(0.2f, 0.42f, 3.2f));
        for (int i = 0; i < 60; i++)
        {
            float t = (float)((seconds * 0.05) + (i * 0.381966)) % 1f;
            scene.Particles.Add(new Particle(new Vector3((((i * 0.618f) % 1f) * 9) - 4.5f, 0.4f + (t * 3.5f), ((i * 0.7549f) % 1f * 9) - 2), 0.016f, new Vector3(2.4f, 2f, 1.2f), 0.7f, 1));
        }

        return scene;
    }

    private static Mesh Sail(float x, float bottom, float reach, float top, float belly)
    {
        const int Cells = 10;
        List<Vector3> positions = [], normals = [];
        List<int> indices = [];
        for (int v = 0; v <= Cells; v++)
        {
            for (int u = 0; u <= Cells; u++)
            {
                float s = u / (float)Cells, t = v / (float)Cells, width = reach * (1 - t);
                positions.Add(new Vector3(x + (s * width), bottom + (t * (top - bottom)), belly * MathF.Sin(s * MathF.PI) * (1 - t)));
                normals.Add(Vector3.Normalize(new Vector3(-belly * MathF.PI * MathF.Cos(s * MathF.PI) / MathF.Max(0.3f, MathF.Abs(width)) * MathF.Sign(reach) * (1 - t), 0.1f, 1)));
                if (u < Cells && v < Cells)
                {
                    int a = (v * (Cells + 1)) + u, b = a + 1, c = a + Cells + 1;
                    indices.AddRange([a, b, c + 1, a, c + 1, c]);
                }
            }
        }

        return new Mesh { Positions = [.. positions], Normals = [.. normals], Indices = [.. indices] };
    }

    private static Mesh Roof(float halfLength, float halfDepth, float height)
    {
        Vector3 a = new(-halfLength, 0, halfDepth), b = new(halfLength, 0, halfDepth), c = new(halfLength, 0, -halfDepth), d = new(-halfLength, 0, -halfDepth), e = new(-halfLength, height, 0), f = new(halfLength, height, 0);
        Vector3 front = Vector3.Normalize(new Vector3(0, halfDepth, height)), back = front with { Z = -front.Z };
        return new Mesh
        {
            Positions = [a, b, f, e, c, d, e, f, b, c, f, d, a, e],
            Normals = [front, front, front, front, back, back, back, back, Vector3.UnitX, Vector3.UnitX, Vector3.UnitX, -Vector3.UnitX, -Vector3.UnitX, -Vector3.UnitX],
            Indices = [0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7, 8, 9, 10, 11, 12, 13],
        };
    }

    /// <summary>A tuft of sixteen blades of grass.</summary>
    private static Mesh Blades()
    {
        List<Vector3> positions = [], normals = [];
        List<int> indices = [];
        for (int i = 0; i < 16; i++)
        {
            (float sin, float cos) = MathF.SinCos(i * 2.39996f);
            Vector3 root = new Vector3(cos, 0, sin) * (0.06f * MathF.Sqrt(i)), side = new Vector3(-sin, 0, cos) * 0.012f, lean = new(cos * 0.1f, 0.24f + (0.05f * (i % 4)), sin * 0.1f);
            int first = positions.Count;
            positions.AddRange([root - side, root + side, root + (lean * 0.6f) - (side * 0.7f), root + (lean * 0.6f) + (side * 0.7f), root + lean + new Vector3(cos, 0, sin) * 0.05f]);
            normals.AddRange(Enumerable.Repeat(Vector3.Normalize(new Vector3(cos * 0.4f, 1, sin * 0.4f)), 5));
            indices.AddRange([first, first + 1, first + 3, first, first + 3, first + 2, first + 2, first + 3, first + 4]);
        }

        return new Mesh { Positions = [.. positions], Normals = [.. normals], Indices = [.. indices] };
    }
}
