using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging;
using Lucarne.Diorama.Staging.Settings;
using Lucarne.Diorama.Tests.Modelling;
using Shouldly;
using Xunit;

namespace Lucarne.Diorama.Tests.Settings;

public sealed class SettingLibraryTests
{
    private const int MaxTriangles = 130_000;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, SettingStage> Made = new(StringComparer.Ordinal);

    private static SettingStage Of(string concept) => Made.GetOrAdd(concept, c => SettingLibrary.Make(new SettingRequest(c)));

    public static TheoryData<string> Places => [.. SettingLibrary.Places];

    [Fact]
    public void Every_listed_concept_has_a_place() => SettingLibrary.Concepts.ShouldAllBe(c => SettingLibrary.Knows(c) && Of(c).InsteadOf == null);

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_place_is_sound_and_within_its_triangle_budget(string concept)
    {
        SettingStage stage = Of(concept);
        foreach (Instance instance in stage.Instances.DistinctBy(i => i.Mesh))
        {
            MeshChecks.Fault(instance.Mesh, instance.Materials.Length).ShouldBeNull();
        }

        stage.Instances.Sum(i => i.Mesh.Indices.Length / 3).ShouldBeLessThan(MaxTriangles);
        stage.Anchors.ShouldContain(a => a.Name == "centre");
        stage.Anchors.ShouldContain(a => a.Name == "background");
        stage.Paths.ShouldNotBeEmpty();
        stage.Paths.ShouldAllBe(p => p.Points.Length >= 2 && p.WidthM > 0);
        stage.CameraHints.ShouldNotBeEmpty();
        stage.CameraHints.ShouldAllBe(h => h.Position.Y > stage.GroundHeightM(h.Position.X, h.Position.Z));
        stage.Sounds.ShouldNotBeEmpty();
        (stage.PlayArea.Max - stage.PlayArea.Min).ShouldSatisfyAllConditions(s => s.X.ShouldBeGreaterThan(0), s => s.Y.ShouldBeGreaterThan(0), s => s.Z.ShouldBeGreaterThan(0));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_drawn_is_what_physics_stands_on(string concept)
    {
        SettingStage stage = Of(concept);
        if (stage.GravityMps2 == 0)
        {
            return;
        }

        foreach ((float x, float z) in (ReadOnlySpan<(float, float)>)[(0.13f, 0.11f), (-0.31f, 0.27f), (0.37f, -0.21f)])
        {
            float surface = stage.SurfaceHeightM(x, z);
            if (stage.Water is Water water && surface < water.LevelM)
            {
                continue;
            }

            float nearest = stage.Instances.SelectMany(i => HeightsAt(i, x, z)).Append(float.PositiveInfinity).MinBy(h => MathF.Abs(h - surface));
            nearest.ShouldBe(surface, 0.3f, $"{concept} at {x}, {z}");
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_centre_of_a_place_lies_on_something(string concept)
    {
        SettingStage stage = Of(concept);
        Vector3 centre = stage.Anchors.First(a => a.Name == "centre").Position;
        bool onWater = stage.Water is Water water && MathF.Abs(centre.Y - water.LevelM) < 0.05f;
        bool afloat = stage.GravityMps2 == 0 || stage.Concept is "under-water" or "bathroom";
        (onWater || afloat || MathF.Abs(centre.Y - stage.SurfaceHeightM(centre.X, centre.Z)) < 0.15f).ShouldBeTrue($"{centre} over {stage.SurfaceHeightM(centre.X, centre.Z)}");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_same_request_gives_the_same_place(string concept)
    {
        SettingRequest request = new(concept) { Seed = 12, TimeOfDay = TimeOfDay.Night, Weather = Weather.Snow };
        SettingStage one = SettingLibrary.Make(request), two = SettingLibrary.Make(request);
        one.Instances.Length.ShouldBe(two.Instances.Length);
        for (int i = 0; i < one.Instances.Length; i++)
        {
            one.Instances[i].World.ShouldBe(two.Instances[i].World);
            one.Instances[i].Mesh.Positions.AsSpan().SequenceEqual(two.Instances[i].Mesh.Positions).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_ball_finds_every_step_of_the_staircase_lower_than_the_one_before()
    {
        SettingStage stage = SettingLibrary.Make(new SettingRequest("staircase"));
        StagePath down = stage.Paths.Single(p => p.Name == "down");
        foreach (Vector3 point in down.Points)
        {
            stage.SurfaceHeightM(point.X, point.Z).ShouldBe(point.Y, 0.01f);
        }

        down.Points[0].Y.ShouldBeGreaterThan(1.5f);
        down.Points[^1].Y.ShouldBe(0);
    }

    [Fact]
    public void A_marble_table_top_is_marble_to_see_and_stone_to_touch()
    {
        SettingStage stage = SettingLibrary.Make(new SettingRequest("table-top") { Attributes = new Attributes { Material = "marble" } });
        stage.Instances.ShouldContain(i => i.Materials.Any(m => m.Pattern == SurfacePattern.Marble));
        stage.Colliders[0].Substance.ShouldBe(Substance.Stone);
    }

    [Fact]
    public void A_frozen_lake_carries_and_an_open_one_is_water()
    {
        SettingStage frozen = SettingLibrary.Make(new SettingRequest("lake") { Attributes = new Attributes { Qualities = ["frozen"] } });
        frozen.Water.ShouldBeNull();
        frozen.SurfaceHeightM(0, -20).ShouldBe(0, 0.01f);
        SettingLibrary.Make(new SettingRequest("lake")).Water.ShouldNotBeNull();
    }

    [Fact]
    public void An_unknown_place_becomes_the_studio_and_says_so()
    {
        SettingStage stage = SettingLibrary.Make(new SettingRequest("bandersnatch"));
        stage.Concept.ShouldBe("studio");
        stage.InsteadOf.ShouldBe("bandersnatch");
    }

    [Fact]
    public void Every_hour_and_weather_gives_a_finite_sky()
    {
        foreach (TimeOfDay time in Enum.GetValues<TimeOfDay>())
        {
            foreach (Weather weather in Enum.GetValues<Weather>())
            {
                Atmosphere a = Atmosphere.At(time, weather, 0.7f);
                a.Sky.SunDirection.Length().ShouldBe(1, 1e-4f);
                foreach (Vector3 c in (ReadOnlySpan<Vector3>)[a.Sky.SunColour, a.Sky.ZenithColour, a.Sky.HorizonColour, a.Fog.Colour, a.Grade.Tint])
                {
                    (c.X >= 0 && c.Y >= 0 && c.Z >= 0 && float.IsFinite(c.LengthSquared())).ShouldBeTrue($"{time}, {weather}");
                }
            }
        }
    }

    [Fact]
    public void Night_is_darker_than_noon_rain_wets_and_snow_covers()
    {
        Atmosphere.At(TimeOfDay.Night, Weather.Clear).Sky.SunColour.Length().ShouldBeLessThan(0.2f * Atmosphere.At(TimeOfDay.Noon, Weather.Clear).Sky.SunColour.Length());
        Atmosphere.At(TimeOfDay.Noon, Weather.Rain).Wetness.ShouldBeGreaterThan(0.5f);
        Atmosphere.At(TimeOfDay.Noon, Weather.Snow).SnowCover.ShouldBeGreaterThan(0.5f);
        Atmosphere.At(TimeOfDay.Night, Weather.Aurora).Sky.Aurora.ShouldBeGreaterThan(0.5f);
    }

    // Heights at which a vertical line through X, Z meets an instance.
    private static IEnumerable<float> HeightsAt(Instance instance, float x, float z)
    {
        (Vector3 min, Vector3 max) = instance.Mesh.Bounds;
        float reach = Vector3.TransformNormal(max - min, instance.World).Length();
        Vector3 middle = Vector3.Transform((min + max) / 2, instance.World);
        if (MathF.Abs(middle.X - x) > reach || MathF.Abs(middle.Z - z) > reach)
        {
            yield break;
        }

        for (int i = 0; i < instance.Mesh.Indices.Length; i += 3)
        {
            Vector3 a = Vector3.Transform(instance.Mesh.Positions[instance.Mesh.Indices[i]], instance.World), b = Vector3.Transform(instance.Mesh.Positions[instance.Mesh.Indices[i + 1]], instance.World), c = Vector3.Transform(instance.Mesh.Positions[instance.Mesh.Indices[i + 2]], instance.World);
            float area = ((b.X - a.X) * (c.Z - a.Z)) - ((b.Z - a.Z) * (c.X - a.X));
            if (MathF.Abs(area) < 1e-9f)
            {
                continue;
            }

            float u = (((b.X - x) * (c.Z - z)) - ((b.Z - z) * (c.X - x))) / area, v = (((c.X - x) * (a.Z - z)) - ((c.Z - z) * (a.X - x))) / area, w = 1 - u - v;
            if (u >= 0 && v >= 0 && w >= 0)
            {
                yield return (u * a.Y) + (v * b.Y) + (w * c.Y);
            }
        }
    }
}
