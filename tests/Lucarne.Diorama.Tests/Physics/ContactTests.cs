using System.Numerics;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Tests.Physics;

public class ContactTests
{
    private static PhysicsWorld WorldWithFloor(float friction = 0.5f, float restitution = 1, float slopeRadians = 0)
    {
        var world = new PhysicsWorld();
        world.Add(new BodyDescription
        {
            Shape = Shape.HalfSpace(),
            Kind = BodyKind.Static,
            Friction = friction,
            Restitution = restitution,
            RollingFriction = 0,
            Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -slopeRadians),
        });
        return world;
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(0.8f)]
    [InlineData(0.5f)]
    public void A_ball_bounces_to_e_squared_of_its_height(float restitution)
    {
        PhysicsWorld world = WorldWithFloor();
        BodyHandle ball = world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(0, 2.1f, 0), Restitution = restitution * restitution });
        float expected = 2, peak = 0, previous = 2.1f;
        bool rising = false;
        int bounces = 0;
        for (int i = 0; i < 2400 && bounces < 3; i++)
        {
            world.Step();
            float height = world.PoseOf(ball).Position.Y - 0.1f;
            if (rising && height < previous)
            {
                expected *= restitution * restitution;
                peak.ShouldBe(expected, expected * 0.01f);
                rising = false;
                bounces++;
            }
            else if (height > previous)
            {
                rising = true;
                peak = height;
            }

            previous = height;
        }

        bounces.ShouldBe(3);
    }

    [Fact]
    public void A_box_on_a_steep_slope_slides_at_g_times_sine_less_mu_cosine()
    {
        const float Slope = 0.6f, Mu = 0.3f;
        PhysicsWorld world = WorldWithFloor(Mu, 0, Slope);
        Vector3 down = new(MathF.Cos(Slope), -MathF.Sin(Slope), 0), up = new(MathF.Sin(Slope), MathF.Cos(Slope), 0);
        BodyHandle box = world.Add(new BodyDescription
        {
            Shape = Shape.Box(new(0.4f, 0.2f, 0.4f)),
            Position = up * 0.1f,
            Friction = Mu,
            Restitution = 0,
            AngularDamping = 0,
            Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -Slope),
        });
        world.StepTo(1);
        Vector3.Dot(world.LinearVelocityOf(box), down).ShouldBe(9.81f * (MathF.Sin(Slope) - (Mu * MathF.Cos(Slope))), 0.03f);
    }

    [Fact]
    public void A_box_on_a_slope_below_the_friction_angle_stays_where_it_is()
    {
        float slope = MathF.Atan(0.5f) - 0.05f;
        PhysicsWorld world = WorldWithFloor(0.5f, 0, slope);
        Vector3 up = new(MathF.Sin(slope), MathF.Cos(slope), 0);
        BodyHandle box = world.Add(new BodyDescription
        {
            Shape = Shape.Box(new(0.4f, 0.2f, 0.4f)),
            Position = up * 0.1f,
            Friction = 0.5f,
            Restitution = 0,
            Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -slope),
        });
        world.StepTo(5);
        Vector3.Distance(world.PoseOf(box).Position, up * 0.1f).ShouldBeLessThan(0.002f);
    }

    [Fact]
    public void A_ball_rolls_down_a_slope_at_five_sevenths_of_g_sine()
    {
        const float Slope = 0.3f;
        PhysicsWorld world = WorldWithFloor(0.9f, 0, Slope);
        Vector3 up = new(MathF.Sin(Slope), MathF.Cos(Slope), 0);
        BodyHandle ball = world.Add(new BodyDescription
        {
            Shape = Shape.Sphere(0.1f),
            Position = up * 0.1f,
            Friction = 0.9f,
            Restitution = 0,
            RollingFriction = 0,
            AngularDamping = 0,
        });
        world.StepTo(1);
        world.LinearVelocityOf(ball).Length().ShouldBe(5f / 7f * 9.81f * MathF.Sin(Slope), 0.02f);
        (world.AngularVelocityOf(ball).Length() * 0.1f).ShouldBe(world.LinearVelocityOf(ball).Length(), 0.01f);
    }

    [Fact]
    public void Rolling_friction_stops_a_ball_after_v_squared_over_two_c_g_and_the_rolling_share()
    {
        const float Speed = 1, Coefficient = 0.05f;
        PhysicsWorld world = WorldWithFloor(0.9f, 0);
        BodyHandle ball = world.Add(new BodyDescription
        {
            Shape = Shape.Sphere(0.1f),
            Position = new(0, 0.1f, 0),
            Friction = 0.9f,
            Restitution = 0,
            RollingFriction = Coefficient,
            AngularDamping = 0,
            LinearVelocity = new(Speed, 0, 0),
            AngularVelocity = new(0, 0, -Speed / 0.1f),
        });
        world.StepTo(5);
        world.PoseOf(ball).Position.X.ShouldBe(7f / 5f * Speed * Speed / (2 * Coefficient * 9.81f), 0.05f);
        world.LinearVelocityOf(ball).Length().ShouldBeLessThan(0.01f);
    }

    [Fact]
    public void Equal_balls_trade_velocities_in_a_head_on_elastic_collision()
    {
        var world = new PhysicsWorld(new PhysicsOptions { Gravity = Vector3.Zero });
        BodyDescription ball = new() { Shape = Shape.Sphere(0.1f), Restitution = 1, Friction = 0, AngularDamping = 0, MassKg = 1 };
        BodyHandle moving = world.Add(ball with { Position = new(-1, 0, 0), LinearVelocity = new(3, 0, 0) });
        BodyHandle resting = world.Add(ball);
        world.StepTo(1);
        world.LinearVelocityOf(moving).Length().ShouldBe(0, 1e-3f);
        world.LinearVelocityOf(resting).X.ShouldBe(3, 1e-3f);
    }

    [Fact]
    public void Oblique_elastic_collisions_keep_momentum_and_energy()
    {
        var world = new PhysicsWorld(new PhysicsOptions { Gravity = Vector3.Zero });
        BodyDescription ball = new() { Shape = Shape.Sphere(0.1f), Restitution = 1, Friction = 0, AngularDamping = 0 };
        BodyHandle light = world.Add(ball with { Position = new(-1, 0.07f, 0.05f), LinearVelocity = new(4, 0, 0), MassKg = 1 });
        BodyHandle heavy = world.Add(ball with { MassKg = 3, LinearVelocity = new(-1, 0, 0) });
        double energy = world.EnergyJ();
        world.StepTo(1);
        Vector3 momentum = world.LinearVelocityOf(light) + (3 * world.LinearVelocityOf(heavy));
        Vector3.Distance(momentum, new Vector3(1, 0, 0)).ShouldBeLessThan(1e-3f);
        world.EnergyJ().ShouldBe(energy, energy * 1e-3);
        MathF.Abs(world.LinearVelocityOf(light).Y).ShouldBeGreaterThan(0.5f);
    }

    [Fact]
    public void A_fast_ball_does_not_pass_through_a_thin_floor()
    {
        var world = new PhysicsWorld();
        world.Add(new BodyDescription { Shape = Shape.Box(new(4, 0.005f, 4)), Kind = BodyKind.Static });
        BodyHandle ball = world.Add(new BodyDescription { Shape = Shape.Sphere(0.02f), Position = new(0, 3, 0), LinearVelocity = new(5, -150, 3) });
        world.StepTo(0.1);
        world.PoseOf(ball).Position.Y.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_landing_is_reported_once_as_a_start_with_the_impulse_that_stopped_it()
    {
        PhysicsWorld world = WorldWithFloor(0.5f, 0);
        world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(0, 1.1f, 0), MassKg = 2, Material = SurfaceMaterial.Rubber, Tag = 7 });
        int starts = 0;
        while (world.Seconds < 1.5)
        {
            world.Step();
            foreach (ref readonly ContactEvent contact in world.Contacts)
            {
                if (contact.Phase == ContactPhase.Start)
                {
                    starts++;
                    contact.Seconds.ShouldBe(Math.Sqrt(2 / 9.81), 0.006);
                    contact.NormalImpulseNs.ShouldBe(2 * MathF.Sqrt(2 * 9.81f), 0.1f);
                    contact.ApproachMps.ShouldBe(MathF.Sqrt(2 * 9.81f), 0.05f);
                    contact.Point.Y.ShouldBe(0, 0.02f);
                    (contact.TagA + contact.TagB).ShouldBe(7);
                }
            }
        }

        starts.ShouldBe(1);
    }
}
