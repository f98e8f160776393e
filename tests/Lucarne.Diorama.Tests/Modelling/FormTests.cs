using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;
using Shouldly;
using Xunit;

namespace Lucarne.Diorama.Tests.Modelling;

public sealed class FormTests
{
    public static TheoryData<string> Solids => [.. Made.Keys];

    private static readonly Dictionary<string, Func<Form>> Made = new(StringComparer.Ordinal)
    {
        ["box"] = () => Shapes.Box(1, 2, 3),
        ["rounded box"] = () => Shapes.RoundedBox(1, 2, 3, 0.2f, 2),
        ["sphere"] = () => Shapes.Sphere(1, 3),
        ["cylinder"] = () => Shapes.Cylinder(1, 2, 24, 0.1f),
        ["cone"] = () => Shapes.Cone(1, 2),
        ["capsule"] = () => Shapes.Capsule(0.5f, 2),
        ["torus"] = () => Shapes.Torus(1, 0.25f),
        ["tube along a bent line"] = () => Sweeps.Tube(Splines.Through([Vector3.Zero, new(1, 1, 0), new(1, 2, 1)], 6), 0.2f),
        ["star extruded with a bevel"] = () => Sweeps.Extrude(Polygons.Star(5, 1, 0.45f), 0.3f, 0.05f),
        ["body through sections"] = () => Sweeps.Body([new(-1, 0.2f, 0, 0.5f), new(0, 0.6f, -0.1f, 0.9f), new(1, 0.1f, 0.2f, 0.4f)]),
        ["clay of three lumps"] = () => new Clay(0.3f).Ball(0, 0, 0, 0.6f).Bone(new(0, 0, 0), new(1.2f, 0.4f, 0), 0.3f, 0.2f).CutEllipsoid(0, 0.6f, 0, 0.3f, 0.3f, 0.3f).ToForm(0.11f),
        ["mirrored clay"] = () => new Clay(0.1f).Ellipsoid(0.5f, 0, 0, 0.3f, 0.6f, 0.2f, 10, 20, 30).ToForm(0.08f).MirrorX(),
    };

    [Theory]
    [MemberData(nameof(Solids))]
    public void A_solid_is_closed_looks_outwards_and_has_unit_normals(string name)
    {
        Mesh mesh = Made[name]().ToMesh();
        MeshChecks.Fault(mesh, 1).ShouldBeNull();
        MeshChecks.OpenEdges(mesh).ShouldBe(0);
        MeshChecks.Volume(mesh).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(2f, 3f, 4f)]
    [InlineData(0.1f, 0.5f, 0.2f)]
    public void A_rounded_box_has_the_size_that_was_asked_for(float x, float y, float z)
    {
        (Vector3 min, Vector3 max) = Shapes.RoundedBox(x, y, z, 0.03f, 2).Bounds;
        Vector3.Distance(max - min, new Vector3(x, y, z)).ShouldBeLessThan(1e-4f);
    }

    [Fact]
    public void A_sphere_of_clay_measures_what_its_radius_says()
    {
        Mesh mesh = new Clay(0.01f).Ball(0, 0, 0, 1).ToForm(0.12f).ToMesh();
        MeshChecks.Volume(mesh).ShouldBe(4f / 3 * MathF.PI, 0.05f);
        mesh.Positions.ShouldAllBe(p => MathF.Abs(p.Length() - 1) < 0.01f);
    }

    [Fact]
    public void A_box_keeps_hard_edges_and_a_smoothed_one_does_not()
    {
        Shapes.Box(1, 1, 1).ToMesh().Positions.Length.ShouldBe(24);
        Shapes.Box(1, 1, 1).Crease(180).ToMesh().Positions.Length.ShouldBe(8);
    }

    [Fact]
    public void Joined_forms_keep_their_material_slots()
    {
        Mesh mesh = Shapes.Box(1, 1, 1).With(Shapes.Box(1, 1, 1).Slot(3).Move(2, 0, 0)).ToMesh();
        mesh.TriangleMaterials!.Count(s => s == 3).ShouldBe(12);
        mesh.TriangleMaterials!.Count(s => s == 0).ShouldBe(12);
    }

    [Fact]
    public void Noise_is_the_same_for_a_seed_differs_between_seeds_and_stays_in_range()
    {
        for (int i = 0; i < 500; i++)
        {
            Vector3 p = new(i * 0.37f, i * 0.11f, -i * 0.23f);
            float one = Noise.Fractal(p, 4, 3);
            one.ShouldBe(Noise.Fractal(p, 4, 3));
            one.ShouldBeInRange(-1.3f, 1.3f);
        }

        Noise.Fractal(new Vector3(0.4f, 0.3f, 0.2f), 4, 3).ShouldNotBe(Noise.Fractal(new Vector3(0.4f, 0.3f, 0.2f), 5, 3));
    }

    [Fact]
    public void Scattered_places_keep_to_their_cells_and_repeat_with_the_seed()
    {
        List<Vector2> places = Scatter.Loose(new Vector2(-5, -5), new Vector2(5, 5), 1, 9);
        places.Count.ShouldBe(100);
        places.ShouldBe(Scatter.Loose(new Vector2(-5, -5), new Vector2(5, 5), 1, 9));
        places.ShouldNotBe(Scatter.Loose(new Vector2(-5, -5), new Vector2(5, 5), 1, 10));
    }

    [Fact]
    public void Far_too_fine_a_clay_is_refused_with_its_size() =>
        Should.Throw<ArgumentException>(() => new Clay(0.1f).Ball(0, 0, 0, 10).ToForm(0.01f)).Message.ShouldContain("samples");
}
