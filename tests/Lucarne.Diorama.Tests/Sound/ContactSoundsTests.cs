using System.Numerics;
using Lucarne.Diorama.Physics;
using Lucarne.Diorama.Sound;

namespace Lucarne.Diorama.Tests.Sound;

public class ContactSoundsTests
{
    [Fact]
    public void A_ball_on_a_staircase_is_heard_at_every_bounce_and_nowhere_else()
    {
        var world = new PhysicsWorld();
        for (int i = 0; i < 8; i++)
        {
            world.Add(new BodyDescription { Shape = Shape.Box(new(0.3f, 0.2f, 1.2f)), Kind = BodyKind.Static, Position = new(i * 0.3f, (i * -0.2f) - 0.1f, 0) });
        }

        world.Add(new BodyDescription
        {
            Shape = Shape.Sphere(0.1f),
            Material = SurfaceMaterial.Rubber,
            MassKg = 0.5f,
            Position = new(-0.05f, 0.5f, 0),
            LinearVelocity = new(0.7f, 0, 0),
        });
        SoundTrack track = Heard.Track();
        track.SetListener(0, new Listener(new(1, 0, 3), Vector3.UnitX));
        var sounds = new ContactSounds(track);
        List<double> bounces = [];
        while (world.Seconds < 2.2)
        {
            world.Step();
            sounds.Hear(world);
            foreach (ref readonly ContactEvent contact in world.Contacts)
            {
                if (contact.Phase == ContactPhase.Start && contact.ApproachMps > 0.5f)
                {
                    bounces.Add(contact.Seconds);
                }
            }
        }

        bounces.Count.ShouldBeGreaterThan(3);
        float[] heard = track.Render(2.2);
        Heard.Rms(heard, 0, bounces[0]).ShouldBeLessThan(1e-9);
        foreach (double bounce in bounces)
        {
            double before = Heard.Rms(heard, bounce - 0.02, bounce), after = Heard.Rms(heard, bounce, bounce + 0.0208);
            after.ShouldBeGreaterThan(3 * before + 0.01, $"bounce at {bounce:F3} s");
        }
    }

    [Fact]
    public void A_rolling_ball_is_heard_while_it_rolls_and_not_after()
    {
        var world = new PhysicsWorld();
        world.Add(new BodyDescription { Shape = Shape.HalfSpace(), Kind = BodyKind.Static });
        BodyHandle ball = world.Add(new BodyDescription
        {
            Shape = Shape.Sphere(0.11f),
            MassKg = 6,
            Position = new(-1, 0.11f, 0),
            LinearVelocity = new(2, 0, 0),
            AngularVelocity = new(0, 0, -18),
            RollingFriction = 0.1f,
        });
        SoundTrack track = Heard.Track();
        track.SetListener(0, new Listener(new(0, 0, 2), Vector3.UnitX));
        var sounds = new ContactSounds(track);
        while (world.Seconds < 6)
        {
            world.Step();
            sounds.Hear(world);
        }

        world.IsAsleep(ball).ShouldBeTrue();
        float[] heard = track.Render(6);
        Heard.Rms(heard, 0.3, 0.8).ShouldBeGreaterThan(0.003);
        Heard.Rms(heard, 5, 6).ShouldBeLessThan(1e-4);
    }

    [Fact]
    public void A_resting_tower_is_silent()
    {
        var world = new PhysicsWorld();
        world.Add(new BodyDescription { Shape = Shape.HalfSpace(), Kind = BodyKind.Static });
        for (int i = 0; i < 5; i++)
        {
            world.Add(new BodyDescription { Shape = Shape.Box(new(0.2f)), Position = new(0, 0.1f + (0.2f * i), 0) });
        }

        SoundTrack track = Heard.Track();
        var sounds = new ContactSounds(track);
        while (world.Seconds < 2)
        {
            world.Step();
            sounds.Hear(world);
        }

        Heard.Peak(track.Render(2)).ShouldBeLessThan(1e-4f);
    }

    [Fact]
    public void In_slow_motion_a_blow_is_heard_later_by_the_same_factor()
    {
        var world = new PhysicsWorld();
        world.Add(new BodyDescription { Shape = Shape.HalfSpace(), Kind = BodyKind.Static });
        world.Add(new BodyDescription { Shape = Shape.Sphere(0.1f), Position = new(0, 0.6f, 0), Material = SurfaceMaterial.Marble });
        SoundTrack track = Heard.Track();
        var sounds = new ContactSounds(track, timeScale: 0.25);
        while (world.Seconds < 0.45)
        {
            world.Step();
            sounds.Hear(world);
        }

        double fall = Math.Sqrt(2 * 0.5 / 9.81);
        Heard.Onset(track.Render(1.7), 1).ShouldBe(4 * fall, 0.03);
    }
}
