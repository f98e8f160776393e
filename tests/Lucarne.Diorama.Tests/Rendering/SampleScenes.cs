using System.Numerics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Tests.Rendering;

/// <summary>Small worlds that show what the renderer can do: looked at, tested and timed.</summary>
internal static partial class SampleScenes
{
    /// <summary>All scenes by name, as functions of the time in seconds.</summary>
    public static IReadOnlyDictionary<string, Func<double, SceneFrame>> All { get; } = new Dictionary<string, Func<double, SceneFrame>>(StringComparer.Ordinal)
    {
        ["staircase"] = Staircase,
        ["forest"] = Forest,
        ["ocean"] = Ocean,
        ["village"] = Village,
        ["street"] = Street,
        ["marbles"] = Marbles,
    };

    /// <summary>A red ball on a wooden staircase in warm afternoon light.</summary>
    public static SceneFrame Staircase(double seconds)
    {
        SceneFrame scene = new()
        {
            Seconds = seconds,
            Seed = 1,
            Camera = new Camera { Position = new Vector3(2.6f, 2.3f, 4.4f), Target = new Vector3(-0.2f, 0.75f, 0), FieldOfViewDegrees = 42, FocusDistanceM = 4.6f, ApertureM = 0.05f },
            Sky = new Sky { SunDirection = Vector3.Normalize(new Vector3(0.7f, 0.75f, 0.45f)), SunColour = new Vector3(3.4f, 2.7f, 1.9f), CloudCover = 0.1f, Studio = true, HorizonColour = new Vector3(0.62f, 0.56f, 0.5f), ZenithColour = new Vector3(0.5f, 0.52f, 0.58f), GroundColour = new Vector3(0.2f, 0.15f, 0.1f) },
        };
        Material wood = new() { BaseColour = new Vector3(0.42f, 0.22f, 0.1f), SecondColour = new Vector3(0.25f, 0.12f, 0.05f), Roughness = 0.42f, Pattern = SurfacePattern.Wood, PatternScaleM = 0.22f, Clearcoat = 0.35f, Relief = 0.2f };
        Material floor = new() { BaseColour = new Vector3(0.5f, 0.3f, 0.17f), SecondColour = new Vector3(0.34f, 0.19f, 0.1f), Roughness = 0.35f, Pattern = SurfacePattern.Wood, PatternScaleM = 0.3f, Relief = 0.15f };
        Material wall = new() { BaseColour = new Vector3(0.75f, 0.68f, 0.58f), Roughness = 0.9f };
        Material rubber = new() { BaseColour = new Vector3(0.75f, 0.035f, 0.03f), Roughness = 0.35f, Clearcoat = 0.5f };
        for (int i = 0; i < 9; i++)
        {
            Add(scene, SampleMeshes.Box(new Vector3(0.7f, 0.09f * (i + 1), 0.14f)), wood, Matrix4x4.CreateTranslation(0, 0.09f * (i + 1), 0.9f - (0.28f * i)));
        }

        Add(scene, SampleMeshes.Ground(6), floor, Matrix4x4.Identity);
        Add(scene, SampleMeshes.Box(new Vector3(5, 3, 0.1f)), wall, Matrix4x4.CreateTranslation(0, 3, -1.7f));
        Add(scene, SampleMeshes.Box(new Vector3(0.1f, 3, 5)), wall, Matrix4x4.CreateTranslation(-1.1f, 3, 0));
        float phase = (float)(seconds % 0.5 / 0.5);
        Add(scene, SampleMeshes.Sphere(0.16f, 32), rubber, Matrix4x4.CreateTranslation(0.1f, 0.54f + 0.16f + (1.2f * phase * (1 - phase)), 0.34f));
        return scene;
    }

    private static void Add(SceneFrame scene, Mesh mesh, Material material, Matrix4x4 world, uint variation = 0) =>
        scene.Instances.Add(new Instance { Mesh = mesh, Materials = [material], World = world, CastsShadow = true, Variation = variation });
}
