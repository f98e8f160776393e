using System.Numerics;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Tests.Physics;

public class JointTests
{
    [Fact]
    public void A_pendulum_on_a_ball_joint_swings_with_the_period_of_its_length()
    {
        const float Length = 1, Radius = 0.05f, Amplitude = 0.05f;
        var world = new PhysicsWorld();
        BodyHandle post = world.Add(new BodyDescription { Shape = Shape.Box(new(0.01f)), Kind = BodyKind.Static });
        BodyHandle bob = world.Add(new BodyDescription
        {
            Shape = Shape.Sphere(Radius),
            Position = Length * new Vector3(MathF.Sin(Amplitude), -MathF.Cos(Amplitude), 0),
            AngularDamping = 0,
        });
        world.AddBallJoint(post, bob, Vector3.Zero);
        double crossing = 0;
        int crossings = 0;
        float before = 1;
        while (crossings < 11 && world.Seconds < 30)
        {
            world.Step();
            float x = world.PoseOf(bob).Position.X;
            if (x * before < 0)
            {
                double exact = world.Seconds - (world.Options.StepSeconds * x / (x - before));
                crossing = crossings == 0 ? exact : crossing;
                if (++crossings == 11)
                {
                    double effective = Length + (0.4 * Radius * Radius / Length);
                    ((exact - crossing) / 5).ShouldBe(2 * Math.PI * Math.Sqrt(effective / 9.81), 0.01);
                }
            }

            before = x;
        }

        crossings.ShouldBe(11);
    }

    [Fact]
    public void A_chain_holds_a_heavy_ball_without_stretching()
    {
        var world = new PhysicsWorld();
        BodyHandle last = world.Add(new BodyDescription { Shape = Shape.Box(new(0.1f)), Kind = BodyKind.Static, Position = new(0, 5, 0) });
        float y = 5;
        for (int i = 0; i < 8; i++)
        {
            BodyHandle link = world.Add(new BodyDescription { Shape = Shape.Capsule(0.03f, 0.2f), Position = new(0, y - 0.1f, 0), MassKg = 2 });
            world.AddBallJoint(last, link, new(0, y, 0));
            last = link;
            y -= 0.2f;
        }

        BodyHandle ball = world.Add(new BodyDescription { Shape = Shape.Sphere(0.3f), Position = new(0, y - 0.3f, 0), MassKg = 100, LinearVelocity = new(2, 0, 0) });
        world.AddBallJoint(last, ball, new(0, y, 0));
        double energy = world.EnergyJ();
        for (int i = 0; i < 5 * 240; i++)
        {
            world.Step();
            Vector3.Distance(world.PoseOf(ball).Position, new(0, 5, 0)).ShouldBeLessThan(1.95f);
            world.EnergyJ().ShouldBeLessThan(energy + (0.01 * 100 * 9.81));
        }
    }

    [Fact]
    public void A_door_on_a_hinge_turns_about_its_axis_only()
    {
        var world = new PhysicsWorld();
        BodyHandle frame = world.Add(new BodyDescription { Shape = Shape.Box(new(0.1f, 2, 0.1f)), Kind = BodyKind.Static });
        BodyHandle door = world.Add(new BodyDescription { Shape = Shape.Box(new(0.8f, 1.9f, 0.04f)), Position = new(0.5f, 0, 0), MassKg = 20, AngularDamping = 0 });
        world.AddHinge(frame, door, new(0.05f, 0, 0), Vector3.UnitY);
        world.ApplyImpulse(door, new(0, 0, 20), new(0.9f, 0.3f, 0));
        world.StepTo(2);
        Vector3 up = Vector3.Transform(Vector3.UnitY, world.PoseOf(door).Orientation);
        up.Y.ShouldBeGreaterThan(0.9999f);
        MathF.Abs(world.AngularVelocityOf(door).Y).ShouldBeGreaterThan(0.5f);
        MathF.Abs(world.PoseOf(door).Position.Y).ShouldBeLessThan(0.002f);
    }

    [Fact]
    public void A_rope_lets_a_ball_fall_until_it_is_taut()
    {
        var world = new PhysicsWorld();
        BodyHandle hook = world.Add(new BodyDescription { Shape = Shape.Box(new(0.1f)), Kind = BodyKind.Static, Position = new(0, 3, 0) });
        BodyHandle ball = world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(0, 2.5f, 0) });
        world.AddDistanceJoint(hook, ball, new(0, 3, 0), new(0, 2.5f, 0), 0, 1.5f);
        world.StepTo(0.3);
        world.PoseOf(ball).Position.Y.ShouldBe(2.5f - (0.5f * 9.81f * 0.09f), 1e-3f);
        world.StepTo(4);
        world.PoseOf(ball).Position.Y.ShouldBe(1.5f, 0.005f);
    }

    [Fact]
    public void Two_bodies_fixed_together_fall_as_one()
    {
        var world = new PhysicsWorld();
        world.Add(new BodyDescription { Shape = Shape.HalfSpace(), Kind = BodyKind.Static });
        BodyHandle a = world.Add(new BodyDescription { Shape = Shape.Box(new(0.2f)), Position = new(0, 1, 0), AngularVelocity = new(0, 0, 3) });
        BodyHandle b = world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(0.4f, 1, 0) });
        world.AddFixedJoint(a, b);
        world.StepTo(3);
        Pose poseA = world.PoseOf(a);
        Vector3.Distance(poseA.Transform(new(0.4f, 0, 0)), world.PoseOf(b).Position).ShouldBeLessThan(0.01f);
    }

    [Fact]
    public void A_joint_that_is_removed_lets_go()
    {
        var world = new PhysicsWorld();
        BodyHandle hook = world.Add(new BodyDescription { Shape = Shape.Box(new(0.1f)), Kind = BodyKind.Static });
        BodyHandle ball = world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(0, -1, 0) });
        JointHandle joint = world.AddBallJoint(hook, ball, Vector3.Zero);
        world.StepTo(2);
        world.PoseOf(ball).Position.Y.ShouldBe(-1, 0.01f);
        world.Remove(joint);
        world.StepTo(3);
        world.PoseOf(ball).Position.Y.ShouldBe(-1 - (0.5f * 9.81f), 0.05f);
    }
}
