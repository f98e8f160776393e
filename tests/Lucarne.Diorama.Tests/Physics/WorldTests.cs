using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Tests.Physics;

public class WorldTests
{
    private static string Hash(PhysicsWorld world)
    {
        var poses = new Pose[world.BodyCount];
        for (int i = 0; i < poses.Length; i++)
        {
            poses[i] = world.PoseOf(new BodyHandle(i));
        }

        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<Pose>(poses)));
    }

    [Fact]
    public void The_same_scene_gives_the_same_bits_every_time()
    {
        string[] hashes = [.. Enumerable.Range(0, 3).Select(_ =>
        {
            PhysicsWorld world = PileTests.MixedPile(30);
            world.StepTo(1.5);
            return Hash(world);
        })];
        hashes.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Steps_allocate_nothing_once_the_arrays_have_grown()
    {
        PhysicsWorld world = PileTests.MixedPile(40, sleeping: false);
        BodyHandle swinging = world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(3, 1, 0) });
        world.AddBallJoint(world.Add(new BodyDescription { Shape = Shape.Box(new(0.1f)), Kind = BodyKind.Static, Position = new(3, 3, 0) }), swinging, new(3, 3, 0));
        world.Water = new WaterVolume { Surface = static (x, _, seconds) => 0.05f * MathF.Sin(x + (float)seconds) };
        world.StepTo(2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        world.StepTo(2.5);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_moving_hand_carries_a_body_and_stops_where_it_was_sent()
    {
        var world = new PhysicsWorld();
        BodyHandle hand = world.Add(new BodyDescription { Shape = Shape.Box(new(1, 0.1f, 1)), Kind = BodyKind.Kinematic, Friction = 1 });
        BodyHandle cup = world.Add(new BodyDescription { Shape = Shape.Cylinder(0.1f, 0.2f), Position = new(0, 0.15f, 0), Friction = 1 });
        world.StepTo(2);
        world.MoveKinematic(hand, new Pose(new(0.5f, 0.4f, 0), Quaternion.Identity), 2);
        world.StepTo(5);
        Vector3.Distance(world.PoseOf(hand).Position, new(0.5f, 0.4f, 0)).ShouldBeLessThan(1e-3f);
        Vector3.Distance(world.PoseOf(cup).Position, new(0.5f, 0.55f, 0)).ShouldBeLessThan(0.03f);
    }

    [Theory]
    [InlineData(100, 0.1f)]
    [InlineData(500, 0.5f)]
    [InlineData(900, 0.9f)]
    public void A_floating_box_sinks_by_the_ratio_of_densities(float density, float share)
    {
        var world = new PhysicsWorld { Water = new WaterVolume { Surface = static (_, _, _) => 0 } };
        BodyHandle box = world.Add(new BodyDescription { Shape = Shape.Box(new(1, 0.4f, 1)), Position = new(0, 0.3f, 0), DensityKgM3 = density });
        int splashes = 0;
        while (world.Seconds < 15)
        {
            world.Step();
            splashes += world.Splashes.Length;
        }

        world.SubmergedOf(box).ShouldBe(share, 0.01f);
        splashes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_floating_ball_rides_at_the_depth_that_archimedes_says_and_a_stone_sinks()
    {
        var world = new PhysicsWorld { Water = new WaterVolume { Surface = static (_, _, _) => 0 } };
        BodyHandle ball = world.Add(new BodyDescription { Shape = Shape.Sphere(0.2f), DensityKgM3 = 500 });
        BodyHandle stone = world.Add(new BodyDescription { Shape = Shape.Sphere(0.2f), Position = new(2, 0, 0), Material = SurfaceMaterial.Stone });
        world.StepTo(10);
        world.PoseOf(ball).Position.Y.ShouldBe(0, 0.003f);
        world.PoseOf(stone).Position.Y.ShouldBeLessThan(-5);
    }

    [Fact]
    public void Bodies_on_layers_that_do_not_meet_pass_through_each_other()
    {
        var world = new PhysicsWorld();
        world.Add(new BodyDescription { Shape = Shape.HalfSpace(), Kind = BodyKind.Static, Layers = 2 });
        BodyHandle ghost = world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(0, 1, 0), CollidesWith = ~2u });
        world.StepTo(1);
        world.PoseOf(ghost).Position.Y.ShouldBeLessThan(-2);
    }

    [Fact]
    public void Taking_away_the_support_lets_a_sleeping_body_fall()
    {
        var world = new PhysicsWorld();
        BodyHandle shelf = world.Add(new BodyDescription { Shape = Shape.Box(new(1, 0.1f, 1)), Kind = BodyKind.Static });
        BodyHandle vase = world.Add(new BodyDescription { Shape = Shape.Cylinder(0.1f, 0.3f), Position = new(0, 0.2f, 0) });
        world.StepTo(2);
        world.IsAsleep(vase).ShouldBeTrue();
        world.Remove(shelf);
        world.StepTo(3);
        world.PoseOf(vase).Position.Y.ShouldBeLessThan(-1);
    }

    [Fact]
    public void Any_jumble_of_overlapping_bodies_stays_finite()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed =>
            {
                var chance = new Lehmer(seed);
                var world = new PhysicsWorld();
                world.Add(new BodyDescription { Shape = Shape.HalfSpace(), Kind = BodyKind.Static });
                for (int i = 0; i < 14; i++)
                {
                    float size = MathF.Pow(10, (chance.Next() * 3) - 2.5f);
                    world.Add(new BodyDescription
                    {
                        Shape = (i % 5) switch
                        {
                            0 => Shape.Sphere(size),
                            1 => Shape.Box(new(size, MathF.Max(0.001f, size * chance.Next()), size)),
                            2 => Shape.Capsule(size, size * 3),
                            3 => Shape.Cylinder(size, MathF.Max(0.001f, size * chance.Next())),
                            _ => Shape.ConvexHull([new(0, size, 0), new(size, 0, 0), new(0, 0, size), new(-size, -size, -size), new(0, 0, -size)]),
                        },
                        Position = new(chance.Next(), chance.Next() * 0.5f, chance.Next()),
                        MassKg = MathF.Pow(10, (chance.Next() * 8) - 4),
                        LinearVelocity = 1000 * new Vector3(chance.Next() - 0.5f, chance.Next() - 0.5f, chance.Next() - 0.5f),
                        AngularVelocity = 1000 * new Vector3(chance.Next() - 0.5f, chance.Next() - 0.5f, chance.Next() - 0.5f),
                    });
                }

                world.StepTo(0.5);
                for (int i = 0; i < world.BodyCount; i++)
                {
                    Pose pose = world.PoseOf(new BodyHandle(i));
                    if (!float.IsFinite(pose.Position.LengthSquared()) || MathF.Abs(pose.Orientation.Length() - 1) > 1e-3f)
                    {
                        return false;
                    }
                }

                return true;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    /// <summary>A small repeatable generator of floats in 0…1.</summary>
    private sealed class Lehmer(int seed)
    {
        private ulong _state = (ulong)(uint)seed + 1;

        public float Next()
        {
            _state = _state * 48271 % 2147483647;
            return _state / 2147483647f;
        }
    }
}
