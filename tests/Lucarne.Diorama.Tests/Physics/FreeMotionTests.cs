using System.Numerics;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Tests.Physics;

public class FreeMotionTests
{
    private static BodyDescription Ball(float radiusM = 0.1f) => new() { Shape = Shape.Sphere(radiusM), AngularDamping = 0 };

    [Fact]
    public void A_ball_dropped_from_two_metres_falls_as_g_says()
    {
        var world = new PhysicsWorld();
        BodyHandle ball = world.Add(Ball() with { Position = new Vector3(0, 2, 0) });
        world.StepTo(0.5);
        world.PoseOf(ball).Position.Y.ShouldBe(2f - (0.5f * 9.81f * 0.25f), 1e-4f);
        world.LinearVelocityOf(ball).Y.ShouldBe(-9.81f * 0.5f, 1e-4f);
    }

    [Fact]
    public void A_projectile_lands_at_v_squared_sine_of_twice_the_angle_over_g()
    {
        var world = new PhysicsWorld();
        const float Speed = 10;
        BodyHandle ball = world.Add(Ball() with { LinearVelocity = Speed * Vector3.Normalize(new Vector3(1, 1, 0)) });
        double flight = 2 * Speed * Math.Sqrt(0.5) / 9.81;
        world.StepTo(flight);
        Pose landing = world.PoseAt(ball, flight);
        landing.Position.Y.ShouldBe(0, 0.002f);
        landing.Position.X.ShouldBe(Speed * Speed / 9.81f, 0.002f);
    }

    [Fact]
    public void A_feather_falls_at_terminal_velocity_while_an_anvil_does_not_notice_the_air()
    {
        var world = new PhysicsWorld();
        BodyHandle feather = world.Add(Ball() with { Position = new(0, 30, 0), MassKg = 0.002f, DragAreaM2 = 0.004f });
        BodyHandle anvil = world.Add(Ball() with { Position = new(2, 30, 0), MassKg = 50, DragAreaM2 = 0.05f });
        world.StepTo(2);
        float terminal = MathF.Sqrt(2 * 0.002f * 9.81f / (1.225f * 0.004f));
        world.LinearVelocityOf(feather).Y.ShouldBe(-terminal, terminal * 0.01f);
        world.PoseOf(anvil).Position.Y.ShouldBe(30 - (0.5f * 9.81f * 4), 0.3f);
    }

    [Fact]
    public void The_wind_carries_a_feather_along()
    {
        var world = new PhysicsWorld(new PhysicsOptions { WindMps = new(3, 0, 0) });
        BodyHandle feather = world.Add(Ball() with { Position = new(0, 30, 0), MassKg = 0.002f, DragAreaM2 = 0.01f });
        world.StepTo(3);
        world.LinearVelocityOf(feather).X.ShouldBe(3, 0.05f);
    }

    [Fact]
    public void A_spinning_box_in_space_keeps_its_angular_momentum_and_gains_no_energy()
    {
        var world = new PhysicsWorld(new PhysicsOptions { Gravity = Vector3.Zero });
        Vector3 size = new(0.1f, 0.3f, 0.5f);
        BodyHandle box = world.Add(new BodyDescription
        {
            Shape = Shape.Box(size),
            MassKg = 2,
            AngularVelocity = new(0.1f, 6, 0.1f),
            AngularDamping = 0,
        });
        Vector3 inertia = 2f / 12f * new Vector3((size.Y * size.Y) + (size.Z * size.Z), (size.X * size.X) + (size.Z * size.Z), (size.X * size.X) + (size.Y * size.Y));
        float momentum = (inertia * new Vector3(0.1f, 6, 0.1f)).Length();
        double energy = world.EnergyJ(), last = energy;
        for (int i = 0; i < 5 * 240; i++)
        {
            world.Step();
            world.EnergyJ().ShouldBeLessThan(last + (1e-5 * energy));
            last = world.EnergyJ();
        }

        Quaternion toBody = Quaternion.Conjugate(world.PoseOf(box).Orientation);
        (inertia * Vector3.Transform(world.AngularVelocityOf(box), toBody)).Length().ShouldBe(momentum, momentum * 0.05f);
        last.ShouldBeGreaterThan(energy * 0.9);
    }

    [Fact]
    public void A_pose_between_two_steps_lies_between_them()
    {
        var world = new PhysicsWorld(new PhysicsOptions { Gravity = Vector3.Zero });
        BodyHandle ball = world.Add(Ball() with { LinearVelocity = new(1, 0, 0) });
        world.StepTo(1);
        world.PoseAt(ball, 1 - (0.5 / 240)).Position.X.ShouldBe(1 - (0.5f / 240), 1e-5f);
    }
}
