using System.Numerics;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Tests.Physics;

public class ShapeTests
{
    private static readonly Vector3[] CubeCorners =
    [
        new(-0.1f, -0.1f, -0.1f), new(0.1f, -0.1f, -0.1f), new(-0.1f, 0.1f, -0.1f), new(0.1f, 0.1f, -0.1f),
        new(-0.1f, -0.1f, 0.1f), new(0.1f, -0.1f, 0.1f), new(-0.1f, 0.1f, 0.1f), new(0.1f, 0.1f, 0.1f),
    ];

    public static TheoryData<string> Solids => ["sphere", "box", "capsule", "cylinder", "hull", "compound"];

    private static (Shape Shape, float RestM) Solid(string name) => name switch
    {
        "sphere" => (Shape.Sphere(0.1f), 0.1f),
        "box" => (Shape.Box(new(0.2f)), 0.1f),
        "capsule" => (Shape.Capsule(0.1f, 0.4f), 0.1f),
        "cylinder" => (Shape.Cylinder(0.15f, 0.2f), 0.1f),
        "hull" => (Shape.ConvexHull(CubeCorners), 0.1f),
        "compound" => (Shape.Compound(
            (Shape.Box(new(0.4f, 0.2f, 0.1f)), Pose.Identity), (Shape.Box(new(0.1f, 0.2f, 0.4f)), Pose.Identity)), 0.1f),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Lays capsules on their side; all else stands.</summary>
    private static Quaternion Lying(string name) => name == "capsule" ? Quaternion.CreateFromAxisAngle(Vector3.UnitZ, MathF.PI / 2) : Quaternion.Identity;

    [Theory]
    [MemberData(nameof(Solids))]
    public void Every_solid_comes_to_rest_on_a_half_space(string name) => Rest(name, Shape.HalfSpace(), default);

    [Theory]
    [MemberData(nameof(Solids))]
    public void Every_solid_comes_to_rest_on_a_box(string name) => Rest(name, Shape.Box(new(3, 0.5f, 3)), new(0, -0.25f, 0));

    [Theory]
    [MemberData(nameof(Solids))]
    public void Every_solid_comes_to_rest_on_a_level_height_field(string name) => Rest(name, Shape.HeightField(new float[64], 8, 8, 0.5f), default);

    [Theory]
    [MemberData(nameof(Solids))]
    public void Every_solid_comes_to_rest_on_a_broad_cylinder(string name) => Rest(name, Shape.Cylinder(1.5f, 0.4f), new(0, -0.2f, 0));

    [Theory]
    [MemberData(nameof(Solids))]
    public void Every_solid_comes_to_rest_on_a_hull(string name)
        => Rest(name, Shape.ConvexHull([.. CubeCorners.Select(c => c * 10)]), new(0, -1, 0));

    private static void Rest(string name, Shape ground, Vector3 groundPosition)
    {
        (Shape shape, float rest) = Solid(name);
        var world = new PhysicsWorld();
        world.Add(new BodyDescription { Shape = ground, Kind = BodyKind.Static, Position = groundPosition });
        BodyHandle body = world.Add(new BodyDescription
        {
            Shape = shape,
            Position = new(0, rest + 0.3f, 0),
            Orientation = Lying(name),
            RollingFriction = 0.05f,
            AngularDamping = 0.5f,
        });
        world.StepTo(4);
        world.PoseOf(body).Position.Y.ShouldBe(rest, 0.004f);
        world.IsAsleep(body).ShouldBeTrue();
    }

    [Fact]
    public void A_ball_rolls_into_the_valley_of_a_height_field()
    {
        const int Side = 41;
        var heights = new float[Side * Side];
        for (int j = 0; j < Side; j++)
        {
            for (int i = 0; i < Side; i++)
            {
                float x = (i - 20) * 0.2f, z = (j - 20) * 0.2f;
                heights[(j * Side) + i] = 0.1f * ((x * x) + (z * z));
            }
        }

        var world = new PhysicsWorld();
        world.Add(new BodyDescription { Shape = Shape.HeightField(heights, Side, Side, 0.2f), Kind = BodyKind.Static });
        BodyHandle ball = world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(2, 0.6f, 1), RollingFriction = 0.05f });
        world.StepTo(20);
        Vector3 p = world.PoseOf(ball).Position;
        new Vector2(p.X, p.Z).Length().ShouldBeLessThan(0.5f);
        p.Y.ShouldBe(0.1f + (0.1f * new Vector2(p.X, p.Z).LengthSquared()), 0.02f);
    }

    [Fact]
    public void A_cylinder_rolls_down_a_slope_at_two_thirds_of_g_sine()
    {
        const float Slope = 0.2f;
        var world = new PhysicsWorld();
        world.Add(new BodyDescription
        {
            Shape = Shape.HalfSpace(),
            Kind = BodyKind.Static,
            Friction = 0.9f,
            Restitution = 0,
            RollingFriction = 0,
            Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -Slope),
        });
        BodyHandle log = world.Add(new BodyDescription
        {
            Shape = Shape.Cylinder(0.1f, 0.4f),
            Position = 0.1f * new Vector3(MathF.Sin(Slope), MathF.Cos(Slope), 0),
            Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitX, MathF.PI / 2),
            Friction = 0.9f,
            Restitution = 0,
            RollingFriction = 0,
            AngularDamping = 0,
        });
        world.StepTo(1);
        world.LinearVelocityOf(log).Length().ShouldBe(2f / 3f * 9.81f * MathF.Sin(Slope), 0.05f);
    }

    [Fact]
    public void A_cube_given_as_a_hull_has_the_mass_and_inertia_of_a_box()
    {
        Shape hull = Shape.ConvexHull(CubeCorners), box = Shape.Box(new(0.2f));
        hull.VolumeM3.ShouldBe(box.VolumeM3, 1e-6f);
        hull.UnitInertia.XX.ShouldBe(box.UnitInertia.XX, 1e-6f);
        hull.UnitInertia.ZZ.ShouldBe(box.UnitInertia.ZZ, 1e-6f);
        hull.UnitInertia.XY.ShouldBe(0, 1e-6f);
        hull.Faces.Length.ShouldBe(6);
    }

    [Fact]
    public void A_compound_of_two_halves_has_the_mass_and_inertia_of_the_whole()
    {
        Shape whole = Shape.Box(new(0.4f, 0.2f, 0.2f)), half = Shape.Box(new(0.2f));
        Shape compound = Shape.Compound((half, new Pose(new(-0.1f, 0, 0), Quaternion.Identity)), (half, new Pose(new(0.1f, 0, 0), Quaternion.Identity)));
        compound.VolumeM3.ShouldBe(whole.VolumeM3, 1e-6f);
        compound.UnitInertia.XX.ShouldBe(whole.UnitInertia.XX, 1e-6f);
        compound.UnitInertia.YY.ShouldBe(whole.UnitInertia.YY, 1e-6f);
    }

    [Fact]
    public void A_long_capsule_has_nearly_the_inertia_of_its_cylinder()
    {
        Symmetric3 capsule = Shape.Capsule(0.01f, 2).UnitInertia, cylinder = Shape.Cylinder(0.01f, 2).UnitInertia;
        capsule.XX.ShouldBe(cylinder.XX, cylinder.XX * 0.02f);
        capsule.YY.ShouldBe(cylinder.YY, cylinder.YY * 0.02f);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_shape_without_a_proper_size_is_refused(float size)
    {
        Should.Throw<PhysicsException>(() => Shape.Sphere(size)).Message.ShouldContain("radius");
        Should.Throw<PhysicsException>(() => Shape.Box(new(1, size, 1))).Message.ShouldContain("height");
        Should.Throw<PhysicsException>(() => Shape.Capsule(0.1f, size));
        Should.Throw<PhysicsException>(() => Shape.Cylinder(size, 1));
        Should.Throw<PhysicsException>(() => Shape.HeightField(new float[4], 2, 2, size));
        Should.Throw<PhysicsException>(() => Shape.ConvexHull([new(0, 0, 0), new(1, 0, 0), new(0, 0, 1), new(1, 0, size > 0 ? 1 : size)]));
    }

    [Fact]
    public void A_body_with_senseless_values_is_refused()
    {
        var world = new PhysicsWorld();
        BodyDescription good = new() { Shape = Shape.Sphere(1) };
        Should.Throw<PhysicsException>(() => world.Add(good with { Position = new(float.NaN, 0, 0) }));
        Should.Throw<PhysicsException>(() => world.Add(good with { MassKg = 0 })).Message.ShouldContain("mass");
        Should.Throw<PhysicsException>(() => world.Add(good with { Orientation = default }));
        Should.Throw<PhysicsException>(() => world.Add(good with { Restitution = 2 }));
        Should.Throw<PhysicsException>(() => world.Add(good with { Shape = Shape.HalfSpace() })).Message.ShouldContain("static");
        Should.Throw<PhysicsException>(() => new PhysicsWorld(new PhysicsOptions { StepSeconds = 0 }));
        Should.Throw<PhysicsException>(() => world.PoseOf(new BodyHandle(5)));
    }
}
