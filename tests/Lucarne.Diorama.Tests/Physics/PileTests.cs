using System.Numerics;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Tests.Physics;

public class PileTests
{
    private static PhysicsWorld WorldWithFloor(bool sleeping = true)
    {
        var world = new PhysicsWorld(new PhysicsOptions { Sleeping = sleeping });
        world.Add(new BodyDescription { Shape = Shape.HalfSpace(), Kind = BodyKind.Static });
        return world;
    }

    internal static PhysicsWorld MixedPile(int count, bool sleeping = true)
    {
        PhysicsWorld world = WorldWithFloor(sleeping);
        Shape[] shapes =
        [
            Shape.Sphere(0.1f), Shape.Box(new(0.2f, 0.15f, 0.25f)), Shape.Capsule(0.07f, 0.3f), Shape.Cylinder(0.1f, 0.2f),
            Shape.ConvexHull([new(-0.1f, -0.1f, -0.1f), new(0.12f, -0.1f, -0.08f), new(0, -0.1f, 0.13f), new(0, 0.14f, 0)]),
        ];
        for (int i = 0; i < count; i++)
        {
            world.Add(new BodyDescription
            {
                Shape = shapes[i % shapes.Length],
                Position = new(0.17f * ((i * 7 % 5) - 2), 0.3f + (0.12f * i), 0.16f * ((i * 3 % 4) - 1.5f)),
                Orientation = Quaternion.CreateFromYawPitchRoll(i, i * 0.7f, i * 0.3f),
                RollingFriction = 0.05f,
            });
        }

        return world;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_tower_of_ten_boxes_stands_for_ten_seconds(bool sleeping)
    {
        PhysicsWorld world = WorldWithFloor(sleeping);
        var boxes = new BodyHandle[10];
        for (int i = 0; i < boxes.Length; i++)
        {
            boxes[i] = world.Add(new BodyDescription { Shape = Shape.Box(new(0.3f, 0.2f, 0.3f)), Position = new(0.01f * (i % 2), 0.1f + (0.2f * i), 0) });
        }

        world.StepTo(10);
        for (int i = 0; i < boxes.Length; i++)
        {
            Vector3.Distance(world.PoseOf(boxes[i]).Position, new(0.01f * (i % 2), 0.1f + (0.2f * i), 0)).ShouldBeLessThan(0.012f);
        }

        world.IsAsleep(boxes[9]).ShouldBe(sleeping);
    }

    [Fact]
    public void Dominoes_topple_one_after_the_other()
    {
        PhysicsWorld world = WorldWithFloor();
        var dominoes = new BodyHandle[20];
        for (int i = 0; i < dominoes.Length; i++)
        {
            dominoes[i] = world.Add(new BodyDescription { Shape = Shape.Box(new(0.012f, 0.08f, 0.04f)), Position = new(0.035f * i, 0.04f, 0), Restitution = 0.2f });
        }

        world.StepTo(0.3);
        world.ApplyImpulse(dominoes[0], new(0.012f, 0, 0), new(0, 0.075f, 0));
        var fallenAt = new double[dominoes.Length];
        while (world.Seconds < 5)
        {
            world.Step();
            for (int i = 0; i < dominoes.Length; i++)
            {
                if (fallenAt[i] == 0 && Vector3.Transform(Vector3.UnitY, world.PoseOf(dominoes[i]).Orientation).Y < 0.8f)
                {
                    fallenAt[i] = world.Seconds;
                }
            }
        }

        fallenAt[0].ShouldBeGreaterThan(0);
        for (int i = 1; i < dominoes.Length; i++)
        {
            fallenAt[i].ShouldBeGreaterThan(fallenAt[i - 1], $"domino {i}");
        }

        double speed = 0.035 * 18 / (fallenAt[19] - fallenAt[1]);
        speed.ShouldBeInRange(0.3, 2.5);
    }

    [Fact]
    public void Energy_never_grows_in_a_pile_of_every_shape()
    {
        PhysicsWorld world = MixedPile(40);
        double start = world.EnergyJ(), least = start;
        while (world.Seconds < 6)
        {
            world.Step();
            double energy = world.EnergyJ();
            energy.ShouldBeLessThan(least + (0.002 * start), $"at {world.Seconds} s");
            least = Math.Min(least, energy);
        }

        least.ShouldBeLessThan(0.5 * start);
    }

    [Fact]
    public void A_pile_stays_above_the_floor_and_comes_to_rest()
    {
        PhysicsWorld world = MixedPile(40);
        world.StepTo(12);
        int asleep = 0;
        for (int i = 1; i < world.BodyCount; i++)
        {
            Vector3 p = world.PoseOf(new BodyHandle(i)).Position;
            p.Y.ShouldBeGreaterThan(0.03f, $"body {i}");
            asleep += world.IsAsleep(new BodyHandle(i)) ? 1 : 0;
        }

        asleep.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void A_bowling_ball_knocks_over_a_sleeping_tower()
    {
        PhysicsWorld world = WorldWithFloor();
        BodyHandle top = default;
        for (int i = 0; i < 6; i++)
        {
            top = world.Add(new BodyDescription { Shape = Shape.Box(new(0.1f)), Position = new(0, 0.05f + (0.1f * i), 0) });
        }

        world.StepTo(2);
        world.IsAsleep(top).ShouldBeTrue();
        world.Add(new BodyDescription { Shape = Shape.Sphere(0.11f), Position = new(-1.5f, 0.11f, 0), MassKg = 6, LinearVelocity = new(5, 0, 0) });
        world.StepTo(4);
        world.PoseOf(top).Position.Y.ShouldBeLessThan(0.3f);
    }
}
